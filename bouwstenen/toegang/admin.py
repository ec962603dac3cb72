"""What the platform beheerder manages: gemeenten, gebruikers, lidmaatschappen; wijkteams to look at."""

from typing import Any, ClassVar

from allauth.account.forms import ResetPasswordForm
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone

from bouwstenen.core.beheer import NooitVerwijderen, site
from bouwstenen.core.http import posted
from bouwstenen.core.spoor import Daad
from bouwstenen.toegang import store
from bouwstenen.toegang.admin_forms import GebruikerAddForm, GebruikerChangeForm, LidmaatschapForm, NaamForm
from bouwstenen.toegang.forms.leden import UitnodigenForm
from bouwstenen.toegang.models import Gebruiker, Gemeente, Lidmaatschap, Wijkteam
from bouwstenen.toegang.rechten import BEHEERDER, in_woorden
from bouwstenen.toegang.store.leden import leden_van
from bouwstenen.toegang.store.vertrek import anonimiseer
from bouwstenen.toegang.views.leden import invite

NIET_VERSTUURD = (
    "De uitnodiging voor {email} is bewaard, maar de e-mail is niet verstuurd. "
    "Wacht even en nodig deze persoon dan nog een keer uit."
)


@admin.register(Gemeente, site=site)
class GemeenteAdmin(NooitVerwijderen):
    form = NaamForm
    fields = ("naam", "slug", "cbs_code", "is_voorbeeld", "gearchiveerd_op")
    list_display = ("naam", "slug", "cbs_code", "is_voorbeeld", "gearchiveerd_op")
    search_fields = ("naam", "slug")
    actions = ("archiveer", "zet_terug")

    def get_readonly_fields(self, request: HttpRequest, obj: Gemeente | None = None) -> tuple[str, ...]:
        return ("slug", "gearchiveerd_op") if obj else ("gearchiveerd_op",)

    def daad_bij(self, obj: Gemeente, veld: str) -> tuple[Daad, str]:
        return (Daad.HERNOEMD, "") if veld == "naam" else super().daad_bij(obj, veld)

    def save_model(self, request: HttpRequest, obj: Gemeente, form: Any, change: bool) -> None:
        if change and "naam" in form.changed_data:
            obj.hernoemd_op = timezone.now()
        super().save_model(request, obj, form, change)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Gemeente | None = None) -> dict[str, Any]:
        return {} if obj else {"slug": ("naam",)}

    def get_urls(self) -> list[Any]:
        uitnodigen = self.admin_site.admin_view(self.uitnodigen)
        return [path("<int:pk>/uitnodigen/", uitnodigen, name="bouwstenen_gemeente_uitnodigen"), *super().get_urls()]

    def uitnodigen(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Invite a beheerder, also when the gemeente has no member yet who could do so."""
        gemeente = get_object_or_404(Gemeente, pk=pk, gearchiveerd_op=None)
        leden = [lid.gebruiker.email for lid in leden_van(gemeente) if lid.heeft_toegang]
        form = UitnodigenForm(posted(request), leden=leden, initial={"rollen": [BEHEERDER]})
        if form.is_valid():
            invite(request, gemeente, form, anders=NIET_VERSTUURD)
            return redirect("admin:bouwstenen_gemeente_change", pk)
        context = {"form": form, "gemeente": gemeente}
        return render(request, "toegang/uitnodigen.html", context, status=422 if form.is_bound else 200)

    @admin.action(description="Archiveer (leden komen er niet meer in, alles blijft bewaard)")
    def archiveer(self, request: HttpRequest, queryset: QuerySet[Gemeente]) -> None:
        for gemeente in queryset:
            store.archive_gemeente(gemeente=gemeente, door=request.user)

    @admin.action(description="Zet terug uit het archief")
    def zet_terug(self, request: HttpRequest, queryset: QuerySet[Gemeente]) -> None:
        for gemeente in queryset:
            store.restore_gemeente(gemeente=gemeente, door=request.user)


class LidmaatschapInline(admin.TabularInline):
    model = Lidmaatschap
    form = LidmaatschapForm
    extra = 0
    can_delete = False

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.door = request.user
        return formset


@admin.register(Gebruiker, site=site)
class GebruikerAdmin(NooitVerwijderen, UserAdmin):
    form = GebruikerChangeForm
    add_form = GebruikerAddForm
    add_form_template = None
    readonly_fields = ("last_login", "geanonimiseerd_op")
    fieldsets = ((None, {"fields": ("naam", "email", "password", "is_active", "is_staff", *readonly_fields)}),)
    add_fieldsets = ((None, {"fields": ("naam", "email", "is_staff", "stuur_mail")}),)
    inlines: ClassVar = [LidmaatschapInline]
    list_display = ("naam", "email", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff")
    search_fields = ("naam", "email")
    ordering = ("naam",)
    filter_horizontal = ()
    actions = ("mail_wachtwoord",)

    def save_model(self, request: HttpRequest, obj: Gebruiker, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if form.cleaned_data.get("stuur_mail"):
            mail_wachtwoord(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Gebruiker | None = None) -> bool:
        """An account that was made anonymous is nobody's any more: it stays closed."""
        return super().has_change_permission(request, obj) and not (obj and obj.geanonimiseerd_op)

    def get_form(self, request: HttpRequest, obj: Gebruiker | None = None, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, **kwargs)
        form.door = request.user
        return form

    def daad_bij(self, obj: Gebruiker, veld: str) -> tuple[Daad, str]:
        if veld == "is_active":
            return (Daad.BEHEER, "account weer open") if obj.is_active else (Daad.ACCOUNT_GESLOTEN, "")
        if veld == "is_staff":
            return Daad.RECHTEN, "platformbeheerder" if obj.is_staff else "geen platformbeheerder meer"
        daden = {"naam": Daad.HERNOEMD, "email": Daad.EMAIL, "password": Daad.WACHTWOORD}
        return (daden[veld], "") if veld in daden else super().daad_bij(obj, veld)

    def log_addition(self, request: HttpRequest, obj: Gebruiker, message: list[str]) -> None:
        super().log_addition(request, obj, message)
        self.log_change(request, obj, ["is_staff"] if obj.is_staff else [])

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        for lidmaatschap in (*formset.new_objects, *(rij for rij, _ in formset.changed_objects)):
            store.note_rechten(lidmaatschap, request.user)

    def get_urls(self) -> list[Any]:
        anoniem = self.admin_site.admin_view(self.anoniem)
        return [path("<int:pk>/anoniem/", anoniem, name="bouwstenen_gebruiker_anoniem"), *super().get_urls()]

    def anoniem(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make the account of somebody who left anonymous; asks first, because nothing brings the name back."""
        gebruiker = get_object_or_404(Gebruiker, pk=pk)
        if request.method != "POST":
            return render(request, "toegang/anoniem.html", {"gebruiker": gebruiker})
        try:
            anonimiseer(gebruiker=gebruiker, door=request.user)
            messages.success(request, "Het account is anoniem. Overal staat nu ‘oud-medewerker’.")
        except ValidationError as fout:
            messages.error(request, fout.message)
        return redirect("admin:bouwstenen_gebruiker_change", pk)

    @admin.action(description="Stuur een mail om een nieuw wachtwoord te kiezen")
    def mail_wachtwoord(self, request: HttpRequest, queryset: QuerySet[Gebruiker]) -> None:
        for gebruiker in queryset.filter(is_active=True):
            mail_wachtwoord(request, gebruiker)


def mail_wachtwoord(request: HttpRequest, gebruiker: Gebruiker) -> None:
    """The same mail as for a forgotten password."""
    form = ResetPasswordForm({"email": gebruiker.email})
    if form.is_valid():
        form.save(request)
        messages.success(request, f"Er is een mail verstuurd naar {gebruiker.email}.")


@admin.register(Lidmaatschap, site=site)
class LidmaatschapAdmin(NooitVerwijderen):
    form = LidmaatschapForm
    fields = ("gemeente", "gebruiker", "rollen", "actief")
    list_display = ("gemeente", "gebruiker", "rollen_in_woorden", "actief")
    list_filter = ("gemeente", "actief")
    list_select_related = ("gemeente", "gebruiker")
    search_fields = ("gebruiker__naam", "gebruiker__email", "gemeente__naam")

    def get_form(self, request: HttpRequest, obj: Lidmaatschap | None = None, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, **kwargs)
        form.door = request.user
        return form

    def log_addition(self, request: HttpRequest, obj: Lidmaatschap, message: list[str]) -> None:
        store.note_rechten(obj, request.user)

    def log_change(self, request: HttpRequest, obj: Lidmaatschap, message: list[str]) -> None:
        if message:
            store.note_rechten(obj, request.user)

    @admin.display(description="rollen")
    def rollen_in_woorden(self, lidmaatschap: Lidmaatschap) -> str:
        return in_woorden(lidmaatschap.rollen)


@admin.register(Wijkteam, site=site)
class WijkteamAdmin(NooitVerwijderen):
    """Members make wijkteams themselves; the platform beheerder can only correct a name."""

    form = NaamForm
    readonly_fields = ("gemeente", "slug", "aangemaakt_op", "gearchiveerd_op")
    fields = ("naam", *readonly_fields)
    list_display = ("naam", "gemeente", "aangemaakt_op", "gearchiveerd_op")
    list_filter = ("gemeente",)
    list_select_related = ("gemeente",)
    search_fields = ("naam", "gemeente__naam")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def daad_bij(self, obj: Wijkteam, veld: str) -> tuple[Daad, str]:
        return Daad.HERNOEMD, ""
