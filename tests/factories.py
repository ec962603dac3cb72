"""Factories of real objects; each opens the scope of its own gemeente to save in."""

from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Afdruk, Gebruiker, Gemeente, Lidmaatschap, Wijkteam


class ScopedFactory(DjangoModelFactory):
    """For a model with its own gemeente."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Any:
        with enter_scope(kwargs["gemeente"]):
            return super()._create(model_class, *args, **kwargs)


class WijkteamScopedFactory(DjangoModelFactory):
    """For a model below a wijkteam."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: type, *args: Any, **kwargs: Any) -> Any:
        with enter_scope(kwargs["wijkteam"].gemeente):
            return super()._create(model_class, *args, **kwargs)


class GemeenteFactory(DjangoModelFactory):
    class Meta:
        model = Gemeente

    slug = factory.Sequence(lambda n: f"gemeente-{n}")
    naam = factory.LazyAttribute(lambda gemeente: gemeente.slug.replace("-", " ").capitalize())


class GebruikerFactory(DjangoModelFactory):
    class Meta:
        model = Gebruiker

    email = factory.Sequence(lambda n: f"gebruiker{n}@voorbeeld.nl")
    naam = factory.LazyAttribute(lambda gebruiker: gebruiker.email.partition("@")[0].capitalize())


class LidmaatschapFactory(ScopedFactory):
    class Meta:
        model = Lidmaatschap

    gemeente = factory.SubFactory(GemeenteFactory)
    gebruiker = factory.SubFactory(GebruikerFactory)
    rollen = factory.LazyFunction(lambda: ["beleidsadviseur"])


class WijkteamFactory(ScopedFactory):
    class Meta:
        model = Wijkteam

    gemeente = factory.SubFactory(GemeenteFactory)
    slug = factory.Sequence(lambda n: f"wijkteam-{n}")
    naam = factory.LazyAttribute(lambda wijkteam: wijkteam.slug.replace("-", " ").capitalize())


class AfdrukFactory(WijkteamScopedFactory):
    class Meta:
        model = Afdruk

    wijkteam = factory.SubFactory(WijkteamFactory)
    kenmerk = factory.Sequence(lambda n: f"{n:064x}")
    titel = "Startdocument"
    bestandsnaam = "startdocument.pdf"
    moment = factory.LazyFunction(timezone.now)
