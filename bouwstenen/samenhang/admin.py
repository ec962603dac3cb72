"""The platform beheerder can look at afwegingen, and wipe one version when the law asks for it."""

from django.contrib import admin

from bouwstenen.antwoorden.admin import VersieAdmin
from bouwstenen.core.beheer import site
from bouwstenen.samenhang.models import Afweging


@admin.register(Afweging, site=site)
class AfwegingAdmin(VersieAdmin):
    wissen_template = "samenhang/wissen.html"
    list_display = ("regel", "versie", "besluit", "wijkteam", "auteur", "gegeven_op", "gewist_op")
    search_fields = ("regel", "wijkteam__naam")
