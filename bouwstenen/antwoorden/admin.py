"""The platform beheerder can look at versions, for help and for law; nobody changes one here, but one can be wiped."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.models import Antwoord
from bouwstenen.antwoorden.store.wissen import ook_in, wis_rij, wis_versie
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.beheer import NooitVerwijderen, site
from bouwstenen.core.fields import RegelVeld
from bouwstenen.core.http import posted


class WisForm(forms.Form):
    """Why a text must go."""

    reden = RegelVeld(
        label="Reden",
        help_text="Iedereen die het antwoord of het besluit kan bekijken, leest deze reden. Noem dus geen namen.",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Vul in waarom u deze tekst wist.",
            "max_length": "Maak de reden korter: er staan %(show_value)s tekens, %(limit_value)s mag.",
        },
    )


class VersieAdmin(NooitVerwijderen):
    """Versions, of whatever, to look at; the text of one can be wiped (store.wissen)."""

    change_form_template = "admin/bouwstenen/versie.html"
    wissen_template: str
    list_select_related = ("wijkteam", "auteur")
    list_filter = ("wijkteam__gemeente",)
    ordering = ("-gegeven_op", "-pk")

    def wis(self, rij: Any, reden: str, door: Any) -> bool:
        """Wipe it; False when that was done before."""
        return wis_rij(rij=rij, reden=reden, door=door) is not None

    def context_van(self, rij: Any) -> dict[str, Any]:
        """What its page shows beside the row itself."""
        return {}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[Any]:
        wissen, naam = self.admin_site.admin_view(self.wissen), f"bouwstenen_{self.opts.model_name}_wissen"
        return [path("<int:pk>/wissen/", wissen, name=naam), *super().get_urls()]

    def wissen(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the text of one version once more and ask why it must go; a POST wipes it."""
        rij = get_object_or_404(self.model.objects.select_related("wijkteam__gemeente", "auteur"), pk=pk)
        form = WisForm(posted(request), label_suffix="")
        if form.is_valid():
            nu = self.wis(rij, form.cleaned_data["reden"], request.user)
            messages.success(request, f"De tekst van versie {rij.versie} {'is' if nu else 'was al'} gewist.")
            return redirect(f"admin:bouwstenen_{self.opts.model_name}_change", pk)
        context = {"form": form, "rij": rij, "ook_in": ook_in(rij), "opts": self.opts, **self.context_van(rij)}
        return render(request, self.wissen_template, context, status=422 if form.is_bound else 200)


@admin.register(Antwoord, site=site)
class AntwoordAdmin(VersieAdmin):
    wissen_template = "antwoorden/wissen_antwoord.html"
    list_display = ("vraag", "versie", "wijkteam", "auteur", "gegeven_op", "gewist_op")
    search_fields = ("vraag", "wijkteam__naam")

    def wis(self, rij: Any, reden: str, door: Any) -> bool:
        return wis_versie(antwoord=rij, reden=reden, door=door)

    def context_van(self, rij: Any) -> dict[str, Any]:
        return {"vraag": catalogus().vragen.get(rij.vraag) or store.eigen_vraag(rij.wijkteam, rij.vraag)}
