"""The platform beheerder can look at answers, for help and for law; nobody changes one here."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from bouwstenen.antwoorden.models import Antwoord
from bouwstenen.core.beheer import NooitVerwijderen, site


@admin.register(Antwoord, site=site)
class AntwoordAdmin(NooitVerwijderen):
    list_display = ("vraag", "versie", "wijkteam", "auteur", "gegeven_op")
    list_filter = ("wijkteam__gemeente",)
    list_select_related = ("wijkteam", "auteur")
    search_fields = ("vraag", "wijkteam__naam")
    ordering = ("-gegeven_op", "-pk")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
