"""The platform beheerder can look at answers, for help and for law; nobody changes one here, but one can be wiped."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.models import Antwoord
from bouwstenen.antwoorden.store.wissen import ook_in, wis_versie
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.beheer import NooitVerwijderen, site
from bouwstenen.core.fields import RegelVeld
from bouwstenen.core.http import posted


class WisForm(forms.Form):
    """Why a text must go."""

    reden = RegelVeld(
        label="Reden",
        help_text="Iedereen die het antwoord kan bekijken, leest deze reden. Noem dus geen namen.",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Vul in waarom u deze tekst wist.",
            "max_length": "Maak de reden korter: er staan %(show_value)s tekens, %(limit_value)s mag.",
        },
    )


@admin.register(Antwoord, site=site)
class AntwoordAdmin(NooitVerwijderen):
    list_display = ("vraag", "versie", "wijkteam", "auteur", "gegeven_op", "gewist_op")
    list_filter = ("wijkteam__gemeente",)
    list_select_related = ("wijkteam", "auteur")
    search_fields = ("vraag", "wijkteam__naam")
    ordering = ("-gegeven_op", "-pk")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[Any]:
        wissen = self.admin_site.admin_view(self.wissen)
        return [path("<int:pk>/wissen/", wissen, name="bouwstenen_antwoord_wissen"), *super().get_urls()]

    def wissen(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the text of one version once more and ask why it must go; a POST wipes it."""
        antwoord = get_object_or_404(Antwoord.objects.select_related("wijkteam__gemeente", "auteur"), pk=pk)
        form = WisForm(posted(request), label_suffix="")
        if form.is_valid():
            nu = wis_versie(antwoord=antwoord, reden=form.cleaned_data["reden"], door=request.user)
            messages.success(request, f"De tekst van versie {antwoord.versie} {'is' if nu else 'was al'} gewist.")
            return redirect("admin:bouwstenen_antwoord_change", pk)
        context = {
            "form": form,
            "antwoord": antwoord,
            "vraag": catalogus().vragen.get(antwoord.vraag) or store.eigen_vraag(antwoord.wijkteam, antwoord.vraag),
            "ook_in": ook_in(antwoord),
        }
        return render(request, "antwoorden/wissen.html", context, status=422 if form.is_bound else 200)
