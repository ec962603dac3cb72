"""The trace of who did what, with the six fields that the BIO2 asks for (8.15.01)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from bouwstenen.core.append_only import AppendOnlyModel, AppendOnlyQuerySet


class Spoorregel(AppendOnlyModel):
    """One deed; it holds keys and roles, never an answer, a password or what somebody typed."""

    actie = models.CharField("actie", max_length=30)
    object = models.CharField("object", max_length=60, help_text="Soort en nummer, zoals wijkteam:12.")
    resultaat = models.CharField("resultaat", max_length=10)
    oorsprong = models.CharField("oorsprong", max_length=60, help_text="Het adres waar het verzoek vandaan kwam.")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    tijdstip = models.DateTimeField("tijdstip", default=timezone.now, db_index=True)
    gemeente = models.ForeignKey("bouwstenen.Gemeente", models.PROTECT, null=True, related_name="+")
    bijzonderheden = models.CharField("bijzonderheden", max_length=200, blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "spoorregel"
        verbose_name_plural = "spoor"
        ordering: ClassVar = ["-tijdstip", "-pk"]

    def __str__(self) -> str:
        return f"{self.actie} {self.object}"
