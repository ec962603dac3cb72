"""The Django admin of the platform beheerder: the admin module of each feature registers its own models."""

from bouwstenen.antwoorden import admin as antwoorden
from bouwstenen.core import admin as core
from bouwstenen.samenhang import admin as samenhang
from bouwstenen.toegang import admin as toegang

__all__ = ["antwoorden", "core", "samenhang", "toegang"]
