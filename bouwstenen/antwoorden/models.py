"""Answers are versions that are only ever added; beside them own questions, marks, typed text and who is where."""

from datetime import datetime
from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format

from bouwstenen.core.append_only import AppendOnlyModel, AppendOnlyQuerySet
from bouwstenen.core.tenancy import ScopedManager, ScopedQuerySet, WijkteamModel


class AntwoordQuerySet(AppendOnlyQuerySet, ScopedQuerySet):
    """The vocabulary over many answers."""

    def huidig(self, *ook: Q) -> "AntwoordQuerySet":
        """Only the newest version of each vraag, and what else is asked for."""
        # Without scope: it only compares with rows of the same wijkteam, which the outer query limits.
        nieuwer = Antwoord._base_manager.filter(
            wijkteam=OuterRef("wijkteam"), vraag=OuterRef("vraag"), versie__gt=OuterRef("versie")
        )
        return self.filter(reduce(or_, ook, Q(~Exists(nieuwer)))).select_related("auteur")


class Antwoord(AppendOnlyModel, WijkteamModel):
    """One version of the answer of a wijkteam to a vraag; wiped only when the law asks for it (store.wissen)."""

    vraag = models.CharField(max_length=100)
    versie = models.PositiveIntegerField()
    waarde = models.JSONField(null=True)
    toelichting = models.TextField(blank=True)
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gegeven_op = models.DateTimeField(default=timezone.now)
    herkomst = models.CharField(max_length=200, blank=True)
    gewist_op = models.DateTimeField("gewist op", null=True, blank=True)
    gewist_reden = models.CharField("reden van wissen", max_length=200, blank=True)

    objects = ScopedManager(gemeente="wijkteam__gemeente", queryset=AntwoordQuerySet)

    class Meta:
        verbose_name_plural = "antwoorden"
        constraints = [models.UniqueConstraint(fields=["wijkteam", "vraag", "versie"], name="antwoord_versie_uniek")]
        indexes = [models.Index(fields=["gegeven_op"], name="antwoord_gegeven")]  # what changed lately, anywhere

    def __str__(self) -> str:
        return f"{self.vraag} versie {self.versie}"

    @property
    def gewist(self) -> str:
        return gewist_tekst(self.gewist_op, self.gewist_reden)


def gewist_tekst(op: datetime | None, reden: str) -> str:
    """What stands in the place of a text that was wiped; "" when it was not."""
    return f"[verwijderd op {date_format(timezone.localtime(op), 'j F Y')}: {reden}]" if op else ""


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
