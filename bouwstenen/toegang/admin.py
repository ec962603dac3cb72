"""What the platform beheerder manages: gemeenten, gebruikers, lidmaatschappen; wijkteams to look at."""

from typing import Any, ClassVar

from allauth.account.forms import ResetPasswordForm
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.db.models import QuerySet
from django.http import HttpRequest

from bouwstenen.core.beheer import NooitVerwijderen, site
from bouwstenen.toegang import store
from bouwstenen.toegang.admin_forms import GebruikerAddForm, GebruikerChangeForm, LidmaatschapForm, NaamForm
from bouwstenen.toegang.models import Gebruiker, Gemeente, Lidmaatschap, Wijkteam
from bouwstenen.toegang.rechten import ROLLEN


@admin.register(Gemeente, site=site)
class GemeenteAdmin(NooitVerwijderen):
    form = NaamForm
    fields = ("naam", "slug", "cbs_code", "is_voorbeeld", "gearchiveerd_op")
    list_display = ("naam", "slug", "cbs_code", "is_voorbeeld", "gearchiveerd_op")
    search_fields = ("naam", "slug")
    actions = ("archiveer", "zet_terug")

    def get_readonly_fields(self, request: HttpRequest, obj: Gemeente | None = None) -> tuple[str, ...]:
        return ("slug", "gearchiveerd_op") if obj else ("gearchiveerd_op",)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Gemeente | None = None) -> dict[str, Any]:
        return {} if obj else {"slug": ("naam",)}

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


@admin.register(Gebruiker, site=site)
class GebruikerAdmin(NooitVerwijderen, UserAdmin):
    form = GebruikerChangeForm
    add_form = GebruikerAddForm
    add_form_template = None
    fieldsets = ((None, {"fields": ("naam", "email", "password", "is_active", "is_staff", "last_login")}),)
    add_fieldsets = ((None, {"fields": ("naam", "email", "is_staff", "stuur_mail")}),)
    readonly_fields = ("last_login",)
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

    @admin.display(description="rollen")
    def rollen_in_woorden(self, lidmaatschap: Lidmaatschap) -> str:
        return ", ".join(ROLLEN[rol].label for rol in lidmaatschap.rollen)


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
