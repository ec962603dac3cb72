"""Afwegingen: what was decided about a signaal, in versions that are only ever added."""

from typing import ClassVar

from django.db import models

from bouwstenen.core.versies import VersieModel
from bouwstenen.samenhang.gegevens import BESLUITEN


class Afweging(VersieModel):
    """One decision about the signaal of a regel; the newest one counts.

    door: who decided, a function or a body. auteur: who wrote it down here. melding: what the signaal said then.
    grond: the versions of the answers it was about, 0 for none, so that a change can be seen.
    """

    onderwerp = "regel"
    leeg: ClassVar = {"reden": "", "door": ""}
    blijft = ("regel", "besluit", "melding", "op", "tot", "grond")

    regel = models.CharField(max_length=20)
    besluit = models.CharField(max_length=20, choices=[(een, een) for een in BESLUITEN])
    melding = models.TextField(blank=True)
    reden = models.TextField(blank=True)
    door = models.CharField(max_length=200, blank=True)
    op = models.DateField()
    tot = models.DateField(null=True, blank=True)
    grond = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "afwegingen"
        constraints = [models.UniqueConstraint(fields=["wijkteam", "regel", "versie"], name="afweging_versie_uniek")]
