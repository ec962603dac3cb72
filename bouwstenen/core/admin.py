"""The whole trace, for the platform beheerder to read."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from bouwstenen.core.beheer import NooitVerwijderen, site
from bouwstenen.core.models import Spoorregel
from bouwstenen.core.spoor import Daad


@admin.register(Spoorregel, site=site)
class SpoorregelAdmin(NooitVerwijderen):
    list_display = ("tijdstip", "actor", "daad", "object", "bijzonderheden", "resultaat", "gemeente", "oorsprong")
    list_filter = ("tijdstip", "resultaat", "actie", "gemeente")
    list_select_related = ("actor", "gemeente")
    search_fields = ("=object", "actor__naam", "actor__email", "=oorsprong")

    @admin.display(description="daad", ordering="actie")
    def daad(self, regel: Spoorregel) -> str:
        return Daad(regel.actie).label

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
