"""The Django admin under /beheer/, with only our own models in it."""

from typing import Any

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from bouwstenen.core.spoor import Daad, note, sleutel_van


class BeheerSite(AdminSite):
    """Logging in and out and changing passwords happens on the pages that everybody uses."""

    site_header = "Wijkteam beheren"
    site_title = "Wijkteam"
    index_title = "Gemeenten en gebruikers"
    site_url = "/"

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return redirect("account_login")

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        logout(request)
        return redirect("account_login")

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return redirect("account_change_password")


site = BeheerSite(name="admin")


class NooitVerwijderen(ModelAdmin):
    """Rows are archived or made inactive, nothing is deleted; what is done goes into our own trace.

    The log of the Django admin itself stays empty: it keeps names, and a trace is kept longer than a name may be.
    """

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> list[str]:
        """The names of the fields that changed."""
        return list(form.changed_data)

    def log_addition(self, request: HttpRequest, obj: Any, message: list[str]) -> None:
        note(Daad.GEMAAKT, obj, door=request.user)

    def log_change(self, request: HttpRequest, obj: Any, message: list[str]) -> None:
        for veld in message:
            daad, bij = self.daad_bij(obj, veld)
            note(daad, obj, door=request.user, bij=bij)

    def daad_bij(self, obj: Any, veld: str) -> tuple[Daad, str]:
        """The deed that a change of this field is, and what else to tell; never the value of a field."""
        return Daad.BEHEER, str(obj._meta.get_field(veld).verbose_name)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        zoek = QueryDict(mutable=True)
        zoek["object"] = sleutel_van(obj)
        return redirect(f"{reverse('admin:bouwstenen_spoorregel_changelist')}?{zoek.urlencode()}")
