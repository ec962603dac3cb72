"""Who works for which gemeente, and the wijkteams they design."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from bouwstenen.core.fixed import FixedFieldsModel
from bouwstenen.core.tenancy import GemeenteModel
from bouwstenen.toegang.kleuren import kenmerk, stijlblad
from bouwstenen.toegang.rechten import ROLLEN, Recht, in_woorden, rechten_bij
from bouwstenen.toegang.slugs import LENGTE, check_niet_gereserveerd

SLUG_LENGTE = LENGTE + 10  # room for a number behind it


class Gemeente(FixedFieldsModel):
    """A tenant; archived when it stops, never deleted."""

    fixed = ("slug",)

    slug = models.SlugField(
        "naam in het webadres", max_length=SLUG_LENGTE, unique=True, validators=[check_niet_gereserveerd],
        help_text="U kiest dit één keer. Daarna verandert het niet meer.",
    )  # fmt: skip
    naam = models.CharField("naam", max_length=100)
    hernoemd_op = models.DateTimeField("hernoemd op", null=True, blank=True)
    cbs_code = models.CharField("CBS-code", max_length=6, unique=True, null=True, blank=True)
    is_voorbeeld = models.BooleanField("is een voorbeeld", default=False)
    gearchiveerd_op = models.DateTimeField("gearchiveerd op", null=True, blank=True)
    kleur_balk = models.CharField("kleur van de balk", max_length=7, blank=True)
    kleur_letters = models.CharField("kleur van de letters", max_length=7, blank=True)
    logo_hash = models.CharField("kenmerk van het logo", max_length=16, blank=True)  # "" is no logo

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering: ClassVar = ["naam"]

    def __str__(self) -> str:
        return self.naam

    @property
    def stijlblad(self) -> str:
        """The colours of its house style as CSS; "" when it keeps those of Wijkteam."""
        return stijlblad(self.kleur_balk, self.kleur_letters)

    @property
    def stijl_hash(self) -> str:
        return kenmerk(self.stijlblad.encode()) if self.stijlblad else ""


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Makes users; an e-mail address is the same with and without capitals."""

    def get_by_natural_key(self, username: str | None) -> "Gebruiker":
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Gebruiker":
        gebruiker = self.model(email=email, **fields)
        gebruiker.set_password(password)
        gebruiker.save()
        return gebruiker

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Gebruiker":
        return self.create_user(email, password, **fields, is_staff=True)


class Gebruiker(AbstractBaseUser):
    """A person who logs in with an e-mail address; deactivated when leaving, never deleted."""

    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField("naam", max_length=150)
    is_active = models.BooleanField(
        "actief",
        default=True,
        help_text="Haal dit vinkje weg als iemand vertrekt. Wat die persoon invulde, blijft staan.",
    )
    is_staff = models.BooleanField(
        "platformbeheerder", default=False, help_text="Mag alle gemeenten en gebruikers beheren."
    )
    aangemaakt_op = models.DateTimeField("aangemaakt op", auto_now_add=True)
    geanonimiseerd_op = models.DateTimeField("anoniem gemaakt op", null=True, blank=True)
    gesloten_uitleg = models.JSONField("uitleg die is weggeklikt", default=list, blank=True)

    objects = GebruikerManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering: ClassVar = ["naam"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                Lower("email"), name="gebruiker_email_ongeacht_hoofdletters",
                violation_error_message="Er is al een gebruiker met dit e-mailadres.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return self.naam

    def get_short_name(self) -> str:
        return self.naam

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Permissions of the Django admin: a platform beheerder has them all (the admin itself allows no deleting)."""
        return self.is_active and self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_staff


def check_rollen(rollen: Any) -> None:
    """Validator: a list of keys of ROLLEN, each once."""
    if not isinstance(rollen, list) or len(set(rollen)) != len(rollen) or not set(rollen) <= set(ROLLEN):
        raise ValidationError("Kies rollen uit de lijst.")


class Lidmaatschap(GemeenteModel):
    """What one user may do in one gemeente; made inactive when it ends."""

    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, verbose_name="gebruiker")
    rollen = models.JSONField("rollen", default=list, validators=[check_rollen])
    actief = models.BooleanField("actief", default=True)

    class Meta:
        verbose_name = "lidmaatschap"
        verbose_name_plural = "lidmaatschappen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["gemeente", "gebruiker"], name="lidmaatschap_een_per_gemeente",
                violation_error_message="Deze gebruiker is al lid van deze gemeente.",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.gebruiker} bij {self.gemeente}"

    @property
    def rechten(self) -> frozenset[Recht]:
        return rechten_bij(self.rollen) if self.actief else frozenset()

    @property
    def heeft_toegang(self) -> bool:
        return self.actief and self.gebruiker.is_active

    @property
    def rollen_in_woorden(self) -> str:
        return in_woorden(self.rollen)

    def save(self, *args: Any, **kwargs: Any) -> None:
        check_rollen(self.rollen)
        super().save(*args, **kwargs)


class Wijkteam(GemeenteModel):
    """The team being designed; archived and restored, never deleted."""

    fixed = ("gemeente_id", "slug")

    slug = models.SlugField("naam in het webadres", max_length=SLUG_LENGTE, validators=[check_niet_gereserveerd])
    naam = models.CharField("naam", max_length=100)
    aangemaakt_op = models.DateTimeField("aangemaakt op", auto_now_add=True)
    gewijzigd_op = models.DateTimeField("gewijzigd op", default=timezone.now)  # its name or own questions
    gearchiveerd_op = models.DateTimeField("gearchiveerd op", null=True, blank=True)

    class Meta:
        verbose_name = "wijkteam"
        verbose_name_plural = "wijkteams"
        ordering: ClassVar = ["naam", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["gemeente", "slug"], name="wijkteam_slug_een_per_gemeente")
        ]

    def __str__(self) -> str:
        return self.naam


class Uitnodiging(GemeenteModel):
    """A mail that asks somebody to join a gemeente; works once, for 14 days."""

    GELDIG = timedelta(days=14)

    email = models.EmailField("e-mailadres")
    rollen = models.JSONField("rollen", default=list, validators=[check_rollen])
    uitgenodigd_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    verstuurd_op = models.DateTimeField("verstuurd op", default=timezone.now)
    aangenomen_op = models.DateTimeField("aangenomen op", null=True, blank=True)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        ordering: ClassVar = ["-verstuurd_op", "-pk"]

    def __str__(self) -> str:
        return self.email

    @property
    def geldig_tot(self) -> datetime:
        return self.verstuurd_op + self.GELDIG

    @property
    def stand(self) -> str:
        """Whether its link works ("open"), and if not, why."""
        if self.aangenomen_op:
            return "gebruikt"
        if self.ingetrokken_op:
            return "ingetrokken"
        if self.gemeente.gearchiveerd_op:
            return "gearchiveerd"
        return "open" if timezone.now() < self.geldig_tot else "verlopen"

    @property
    def rollen_in_woorden(self) -> str:
        return in_woorden(self.rollen)


class Logo(GemeenteModel):
    """The logo of a gemeente, made again from what was sent; not in Gemeente, because that is read all the time."""

    png = models.BinaryField("logo")
    breedte = models.PositiveIntegerField("breedte")
    hoogte = models.PositiveIntegerField("hoogte")

    class Meta:
        verbose_name = "logo"
        verbose_name_plural = "logo's"
        constraints: ClassVar = [models.UniqueConstraint(fields=["gemeente"], name="logo_een_per_gemeente")]

    def __str__(self) -> str:
        return f"logo van {self.gemeente}"
