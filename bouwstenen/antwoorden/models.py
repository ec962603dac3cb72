"""Answers are versions that are only ever added; beside them own questions, marks and refused text."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from bouwstenen.core.tenancy import ScopedManager, ScopedQuerySet, WijkteamModel


class AlleenToevoegen(TypeError):
    """Answers are never changed or deleted; a change is a new version."""


class AntwoordQuerySet(ScopedQuerySet):
    """The vocabulary over many answers."""

    def huidig(self) -> "AntwoordQuerySet":
        """Only the newest version of each vraag."""
        # Without scope: it only compares with rows of the same wijkteam, which the outer query limits.
        nieuwer = Antwoord._base_manager.filter(
            wijkteam=OuterRef("wijkteam"), vraag=OuterRef("vraag"), versie__gt=OuterRef("versie")
        )
        return self.filter(~Exists(nieuwer)).select_related("auteur")

    def update(self, **kwargs: Any) -> int:
        raise AlleenToevoegen

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        raise AlleenToevoegen

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AlleenToevoegen


class Antwoord(WijkteamModel):
    """One version of the answer of a wijkteam to a vraag."""

    vraag = models.CharField(max_length=100)
    versie = models.PositiveIntegerField()
    waarde = models.JSONField(null=True)
    toelichting = models.TextField(blank=True)
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gegeven_op = models.DateTimeField(default=timezone.now)
    herkomst = models.CharField(max_length=200, blank=True)

    objects = ScopedManager(gemeente="wijkteam__gemeente", queryset=AntwoordQuerySet)

    class Meta:
        verbose_name_plural = "antwoorden"
        constraints = [models.UniqueConstraint(fields=["wijkteam", "vraag", "versie"], name="antwoord_versie_uniek")]

    def __str__(self) -> str:
        return f"{self.vraag} versie {self.versie}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise AlleenToevoegen
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AlleenToevoegen


class EigenVraag(WijkteamModel):
    """A question that a wijkteam asks itself, at one deel of the catalogue (003, regel 314–315)."""

    deel = models.CharField(max_length=40)
    nummer = models.PositiveIntegerField()
    label = models.CharField(max_length=300)
    gesteld_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gesteld_op = models.DateTimeField(default=timezone.now)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "eigen vragen"
        ordering = ["nummer"]
        constraints = [models.UniqueConstraint(fields=["wijkteam", "deel", "nummer"], name="eigen_vraag_uniek")]

    def __str__(self) -> str:
        return self.label

    @property
    def sleutel(self) -> str:
        return f"{self.deel}.eigen_{self.nummer}"


class DeelKlaar(WijkteamModel):
    """Says that a deel is done as far as its users are concerned ("Klaar zo"), whatever is still open."""

    deel = models.CharField(max_length=40)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "delen die klaar zijn"
        constraints = [models.UniqueConstraint(fields=["wijkteam", "deel"], name="deel_klaar_uniek")]

    def __str__(self) -> str:
        return self.deel


class Klad(WijkteamModel):
    """What a user typed on a page and what could not be saved (yet), as it was posted."""

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pagina = models.CharField(max_length=100)
    velden = models.JSONField(default=dict)
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "klad"
        constraints = [models.UniqueConstraint(fields=["gebruiker", "wijkteam", "pagina"], name="klad_uniek")]

    def __str__(self) -> str:
        return self.pagina
