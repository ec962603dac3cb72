"""Answers are versions that are only ever added; beside them own questions, marks, typed text and who is where."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from bouwstenen.core.tenancy import WijkteamModel
from bouwstenen.core.versies import VersieModel


class Antwoord(VersieModel):
    """One version of the answer of a wijkteam to a vraag."""

    onderwerp = "vraag"
    leeg: ClassVar = {"toelichting": "", "waarde": None}
    blijft = ("vraag",)

    vraag = models.CharField(max_length=100)
    waarde = models.JSONField(null=True)
    toelichting = models.TextField(blank=True)
    herkomst = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "antwoorden"
        constraints = [models.UniqueConstraint(fields=["wijkteam", "vraag", "versie"], name="antwoord_versie_uniek")]
        indexes = [models.Index(fields=["gegeven_op"], name="antwoord_gegeven")]  # what changed lately, anywhere


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
    """What a user typed on a page and what is not saved (yet), as the page would have sent it.

    `tab` names the browser tab it was typed in ("" without JavaScript), so two tabs never overwrite each other;
    `serie` counts the sendings of that tab. Without `velden` it only remembers which sendings are done with.
    """

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pagina = models.CharField(max_length=100)
    tab = models.CharField(max_length=40, blank=True)
    serie = models.PositiveIntegerField(default=0)
    velden = models.JSONField(default=dict)
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "klad"
        constraints = [
            models.UniqueConstraint(fields=["gebruiker", "wijkteam", "pagina", "tab"], name="klad_een_per_tab")
        ]

    def __str__(self) -> str:
        return self.pagina


class Aanwezig(WijkteamModel):
    """On which page of a wijkteam a user is, and when that was last seen."""

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pagina = models.CharField(max_length=100)
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "aanwezigen"
        constraints = [models.UniqueConstraint(fields=["gebruiker", "wijkteam"], name="aanwezig_een_per_wijkteam")]

    def __str__(self) -> str:
        return self.pagina
