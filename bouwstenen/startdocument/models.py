"""What was made of a startdocument and is kept for whoever asks again."""

from datetime import datetime, timedelta
from typing import Literal

from django.db import models
from django.db.models import Q
from django.utils import timezone

from bouwstenen.core.tenancy import ScopedManager, ScopedQuerySet, WijkteamModel
from bouwstenen.startdocument.gegevens import Keuze

Stand = Literal["klaar", "wacht", "bezig", "mislukt"]
LANGST = timedelta(minutes=2)  # making one takes seconds: after this its worker was killed
WACHTTIJD = timedelta(minutes=10)  # nobody started on it: the job is lost


class AfdrukQuerySet(ScopedQuerySet):
    """The vocabulary over many afdrukken."""

    def te_maken(self) -> "AfdrukQuerySet":
        """Those that nobody is making now, made, or have tried in vain: a worker may begin."""
        begonnen = Q(begonnen_op__gt=timezone.now() - LANGST)
        return self.filter(gemaakt_op=None, mislukt_op=None).exclude(begonnen)

    def zonder_inhoud(self) -> "AfdrukQuerySet":
        """Without the two fields that weigh something."""
        return self.defer("html", "pdf")


class Afdruk(WijkteamModel):
    """A PDF of a wijkteam under the hash of all it is made of; without `pdf` until a worker made it.

    It keeps the HTML until then, so that who asked gets the document of that moment, whatever changes meanwhile.
    """

    kenmerk = models.CharField(max_length=64)
    titel = models.CharField(max_length=300)
    bestandsnaam = models.CharField(max_length=300)
    poster = models.BooleanField(default=False)
    met_namen = models.BooleanField(default=False)
    zonder_inzichten = models.BooleanField(default=False)
    moment = models.DateTimeField()  # of the last change of its content
    html = models.TextField(blank=True)
    pdf = models.BinaryField(null=True)
    vanzelf = models.BooleanField(default=False)  # made ahead; nobody asked for it yet
    gevraagd_op = models.DateTimeField(default=timezone.now)  # the last time
    in_rij_op = models.DateTimeField(default=timezone.now)
    begonnen_op = models.DateTimeField(null=True, blank=True)
    gemaakt_op = models.DateTimeField(null=True, blank=True)
    mislukt_op = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager(gemeente="wijkteam__gemeente", queryset=AfdrukQuerySet)

    class Meta:
        verbose_name_plural = "afdrukken"
        constraints = [models.UniqueConstraint(fields=["wijkteam", "kenmerk"], name="afdruk_een_per_kenmerk")]
        indexes = [models.Index(fields=["gevraagd_op"], name="afdruk_gevraagd")]

    def __str__(self) -> str:
        return self.bestandsnaam

    @property
    def keuze(self) -> Keuze:
        return Keuze(poster=self.poster, met_namen=self.met_namen, zonder_inzichten=self.zonder_inzichten)

    @property
    def stand(self) -> Stand:
        return self.stand_op(timezone.now())

    def stand_op(self, nu: datetime) -> Stand:
        """How far it is at a moment; what takes too long has failed, whatever became of its worker."""
        if self.gemaakt_op:
            return "klaar"
        if self.mislukt_op:
            return "mislukt"
        if self.begonnen_op:
            return "bezig" if nu - self.begonnen_op < LANGST else "mislukt"
        return "wacht" if nu - self.in_rij_op < WACHTTIJD else "mislukt"
