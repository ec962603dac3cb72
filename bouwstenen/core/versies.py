"""Rows that are versions of something, such as an answer: only ever added, and the newest one counts."""

from collections.abc import Mapping
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format

from bouwstenen.core.append_only import AppendOnlyModel, AppendOnlyQuerySet
from bouwstenen.core.tenancy import ScopedManager, ScopedQuerySet, WijkteamModel


class VersieQuerySet(AppendOnlyQuerySet, ScopedQuerySet):
    """The vocabulary over many versions."""

    def huidig(self, *ook: Q) -> "VersieQuerySet":
        """Only the newest version of each subject, and what else is asked for."""
        # Without scope: it only compares with rows of the same wijkteam, which the outer query limits.
        gelijk = {naam: OuterRef(naam) for naam in ("wijkteam", self.model.onderwerp)}
        nieuwer = self.model._base_manager.filter(**gelijk, versie__gt=OuterRef("versie"))
        return self.filter(reduce(or_, ook, Q(~Exists(nieuwer)))).select_related("auteur")

    def andere(self, rij: Any) -> "VersieQuerySet":
        """The other versions of the same subject, oldest first."""
        zelfde = {naam: getattr(rij, naam) for naam in ("wijkteam", rij.onderwerp)}
        return self.filter(**zelfde).exclude(pk=rij.pk).order_by("versie")


class VersieModel(AppendOnlyModel, WijkteamModel):
    """One version; wiped only when the law asks for it (antwoorden.store.wissen).

    onderwerp: the field that says of what it is a version. leeg: what its fields with text become when it is wiped.
    blijft: the fields that an empty version over a wiped one takes along.
    """

    onderwerp: ClassVar[str]
    leeg: ClassVar[Mapping[str, Any]]
    blijft: ClassVar[tuple[str, ...]]

    versie = models.PositiveIntegerField()
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gegeven_op = models.DateTimeField(default=timezone.now)
    gewist_op = models.DateTimeField("gewist op", null=True, blank=True)
    gewist_reden = models.CharField("reden van wissen", max_length=200, blank=True)

    objects = ScopedManager(gemeente="wijkteam__gemeente", queryset=VersieQuerySet)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{getattr(self, self.onderwerp)} versie {self.versie}"

    @property
    def gewist(self) -> str:
        return gewist_tekst(self.gewist_op, self.gewist_reden)


def gewist_tekst(op: datetime | None, reden: str) -> str:
    """What stands in the place of a text that was wiped; "" when it was not."""
    return f"[verwijderd op {date_format(timezone.localtime(op), 'j F Y')}: {reden}]" if op else ""
