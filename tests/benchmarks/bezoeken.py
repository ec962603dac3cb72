"""What is measured: each function prepares one visit to the site, and gives what is to be timed of it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.db import close_old_connections
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Gebruiker, Wijkteam
from bouwstenen.pdf.render import html_to_pdf
from bouwstenen.startdocument.renderer import title, to_html
from bouwstenen.startdocument.store import startdocument_van
from bouwstenen.startdocument.tasks import ask, maak_afdruk
from tests.wizard.formulier import Formulier

TEAM = ("gemeente-1", "team-2")
SCHRIJFTEAM = ("gemeente-1", "team-1")  # what is saved here makes no other page longer
FORM = "application/x-www-form-urlencoded"
Timed = Callable[[], Any]
Velden = dict[str, list[str]]


class Bezoeker:
    """A browser of one user, inside the process that serves."""

    def __init__(self, rol: str) -> None:
        # As production does: with the check of CSRF, and (below) a database connection that is closed in its time.
        self.client = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
        self.client.force_login(Gebruiker.objects.get(email=f"{rol}-1@voorbeeld.nl"))
        self.keer = 0

    def get(self, pad: str) -> HttpResponse:
        response = self.client.get(pad)
        close_old_connections()
        if response.status_code != 200:
            raise RuntimeError(f"{pad} gives {response.status_code}")
        return response

    def post(self, pad: str, velden: str) -> HttpResponse:
        """Send a form, and show the page it leads to."""
        response = self.client.post(pad, velden, content_type=FORM)
        close_old_connections()
        if response.status_code != 302:
            raise RuntimeError(f"Sending {pad} gives {response.status_code}")
        return self.get(response["Location"])

    def show(self, naam: str, *args: str) -> Timed:
        return partial(self.get, reverse(naam, args=args))

    def save(self, deel: str, pagina: str) -> Timed:
        """Send a page on which every text and every number was changed."""
        pad = reverse("wizard_pagina", args=[*SCHRIJFTEAM, deel, pagina])
        self.keer += 1
        velden = {
            **changed(Formulier(self.get(pad).text).velden, self.keer),
            "actie": ["verder"],
            "klad-tab": ["benchmark"],  # as the script of the page does
            "klad-serie": [str(self.keer)],
        }
        return partial(self.saved, pad, urlencode(velden, doseq=True))

    def saved(self, pad: str, velden: str) -> None:
        if b"Bewaard om" not in self.post(pad, velden).content:
            raise RuntimeError(f"Nothing was saved on {pad}")


def changed(velden: Velden, keer: int) -> Velden:
    """What the form holds, with something else typed; a key of an option has no space in it."""

    def retype(naam: str, waarde: str) -> str:
        if waarde.isdigit() and f"{naam}-versie" in velden:
            return str(keer % 10)
        return f"{waarde.partition(' (')[0]} ({keer})" if " " in waarde else waarde

    return {naam: [retype(naam, waarde) for waarde in waarden] for naam, waarden in velden.items()}


def stored(wie: Bezoeker) -> Timed:
    """Ask for the PDF of a startdocument that did not change since it was made, and fetch it."""
    wijkteam = het_team()
    with enter_scope(wijkteam.gemeente):
        afdruk = ask(wijkteam=wijkteam)
    if afdruk.stand != "klaar":
        maak_afdruk.call(afdruk.pk, wijkteam.gemeente_id)
    velden = Formulier(wie.show("startdocument_startdocument", *TEAM)().text).velden
    return partial(wie.post, reverse("startdocument_pdf", args=TEAM), urlencode(velden, doseq=True))


def draw(*, bare: bool) -> Timed:
    """The PDF of a startdocument as we make it, or as WeasyPrint alone does with the same HTML and fonts."""
    wijkteam = het_team()
    with enter_scope(wijkteam.gemeente):
        document = startdocument_van(wijkteam)
    html = to_html(document)
    if bare:
        return partial(weasyprint_alone, html)
    return partial(html_to_pdf, html, title=title(document), moment=document.moment)


def het_team() -> Wijkteam:
    return Wijkteam._base_manager.select_related("gemeente").get(gemeente__slug=TEAM[0], slug=TEAM[1])


def weasyprint_alone(html: str) -> bytes:
    from weasyprint import HTML  # its import counts when the process is cold

    from bouwstenen.pdf.fetcher import StaticFetcher  # noqa: PLC0415 -- extends a class of weasyprint
    from bouwstenen.pdf.fonts import font_configuration  # noqa: PLC0415 -- beside it

    source = HTML(string=html, url_fetcher=StaticFetcher())
    return source.write_pdf(pdf_variant="pdf/a-3a", font_config=font_configuration())


def session() -> str:
    """The key of a session in which the adviseur is logged in."""
    return Bezoeker("beleidsadviseur").client.cookies["sessionid"].value


def bezoeken() -> Mapping[str, Callable[[], Timed]]:
    """Each visit by its name in the table."""
    adviseur, coach = Bezoeker("beleidsadviseur"), Bezoeker("teamcoach")
    samenstelling = (*TEAM, "competenties", "samenstelling")
    return {
        "bare Django view": partial(adviseur.show, "kaal"),
        "save six questions, show the next page": partial(adviseur.save, "aansturing", "leiding"),
        "EX-33 with 30 rows: show": partial(adviseur.show, "wizard_pagina", *samenstelling),
        "EX-33 with 30 rows: save, show the next page": partial(adviseur.save, *samenstelling[2:]),
        "task list of a wijkteam": partial(adviseur.show, "overzicht_wijkteam", *TEAM),
        "check page of a bouwsteen": partial(adviseur.show, "wizard_deel", *TEAM, "inrichting"),
        "history of one question": partial(adviseur.show, "antwoorden_vraag", *TEAM, "aansturing.afspraken"),
        "history of the wijkteam": partial(adviseur.show, "antwoorden_wijkteam", *TEAM),
        "coach page with three teams": partial(coach.show, "overzicht_wijkteams"),
        "Samenhang": partial(adviseur.show, "samenhang_samenhang", *TEAM),
        "Kan dit ook?": partial(adviseur.show, "samenhang_capaciteit", *TEAM),
        "figures: Vormen en modellen": partial(adviseur.show, "samenhang_vormen", *TEAM),
        "figures: Wie dekt welk gebied": partial(adviseur.show, "samenhang_gebieden", *TEAM),
        "Inzichten, with a search": lambda: partial(adviseur.get, f"{reverse('inzichten_inzichten')}?zoek=collectief"),
        "startdocument: preview": partial(adviseur.show, "startdocument_startdocument", *TEAM),
        "PDF from the store": partial(stored, adviseur),
        "PDF": partial(draw, bare=False),
        "bare PDF": partial(draw, bare=True),
    }
