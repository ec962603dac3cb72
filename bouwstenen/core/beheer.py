"""The Django admin under /beheer/, with only our own models in it."""

from typing import Any

from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect


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
    """Rows are archived or made inactive; nothing is deleted."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
