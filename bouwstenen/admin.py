"""The Django admin of the platform beheerder: the admin module of each feature registers its own models."""

from bouwstenen.toegang import admin as toegang

__all__ = ["toegang"]
