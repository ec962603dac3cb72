"""Every role at every URL by GET and POST: what comes back is stated here, and a URL that is missing here fails.

Each row is a URL name with what GET and POST give the seven roles, one sign each:
  .  the view is reached    i  sent to the log-in page    3  403: no right    4  404: unknown, or not theirs
  x  405: not this method   ?  not stated (pages of third parties that need an object)
"""

import re
from collections.abc import Callable

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.checks import walk

ROLES = ("anonymous", "niet_lid", "lezer", "teamcoach", "beleidsadviseur", "beheerder", "staff")

OPEN = "......."
EIGEN = "i......"
LEZEN = "i4....4"
REAGEREN = "i43...4"
INVULLEN = "i433..4"
BEHEREN = "i4333.4"
METHODE = "x4xxxx4"  # the other method only
NERGENS = "xxxxxxx"  # the other method only, outside any gemeente
GEEN_VERSIE = "i433444"  # those who may, named no version
GEEN_REGEL = "i434444"  # those who may, named no signaal
NIET_ZO = "i444444"  # those who may, asked for another content than there is
GEEN_LID = "i433344"  # those who may, named no member
GEEN_TOKEN = "4444444"  # public, with a token that is nobody's
BEHEER = "i33333?"

MATRIX = {
    # third parties
    "account_login": (OPEN, OPEN),
    "account_logout": (OPEN, OPEN),
    "account_inactive": (OPEN, NERGENS),
    "account_change_password": (EIGEN, EIGEN),
    "account_reset_password": (OPEN, OPEN),
    "account_reset_password_done": (OPEN, NERGENS),
    "account_reset_password_from_key": (OPEN, OPEN),
    "account_reset_password_from_key_done": (OPEN, NERGENS),
    "beheer/": (BEHEER, BEHEER),  # everything under this prefix
    # core
    "core_privacy": (OPEN, NERGENS),
    "core_toegankelijkheid": (OPEN, NERGENS),
    "core_security_txt": (OPEN, NERGENS),
    "core_livez": (OPEN, NERGENS),
    "core_readyz": (OPEN, NERGENS),
    # toegang
    "toegang_account": (EIGEN, EIGEN),
    "toegang_email": (EIGEN, EIGEN),
    "toegang_email_bevestigen": (EIGEN, EIGEN),
    "toegang_uitleg": (NERGENS, EIGEN),
    "toegang_uitnodiging": (GEEN_TOKEN, GEEN_TOKEN),
    "toegang_leden": (BEHEREN, BEHEREN),
    "toegang_lid": (GEEN_LID, GEEN_LID),
    "toegang_spoor": (BEHEREN, METHODE),
    "toegang_huisstijl": (BEHEREN, BEHEREN),
    "toegang_huisstijl_css": (NIET_ZO, METHODE),
    "toegang_logo": (NIET_ZO, METHODE),
    # inzichten
    "inzichten_inzichten": (EIGEN, NERGENS),
    "inzichten_gesprekskaarten": (EIGEN, NERGENS),
    # overzicht
    "start": (EIGEN, NERGENS),
    "overzicht_wijkteams": (EIGEN, NERGENS),
    "overzicht_gemeente": (LEZEN, METHODE),
    "overzicht_nieuw": (INVULLEN, INVULLEN),
    "overzicht_wijkteam": (LEZEN, METHODE),
    "overzicht_instellingen": (INVULLEN, INVULLEN),
    # antwoorden
    "antwoorden_wijkteam": (LEZEN, METHODE),
    "antwoorden_vraag": (LEZEN, GEEN_VERSIE),
    # wizard
    "wizard_deel": (LEZEN, LEZEN),
    "wizard_klaar": (METHODE, INVULLEN),
    "wizard_pagina": (INVULLEN, INVULLEN),
    "wizard_klad": (METHODE, INVULLEN),
    # samenhang
    "samenhang_samenhang": (LEZEN, METHODE),
    "samenhang_bespreken": (LEZEN, GEEN_REGEL),
    "samenhang_vormen": (LEZEN, METHODE),
    "samenhang_gebieden": (LEZEN, METHODE),
    "samenhang_capaciteit": (LEZEN, METHODE),
    "samenhang_afweging": (LEZEN, INVULLEN),
    # startdocument
    "startdocument_startdocument": (LEZEN, METHODE),
    "startdocument_pdf": (LEZEN, LEZEN),
    "startdocument_afdruk": (NIET_ZO, NIET_ZO),
    "startdocument_bestand": (NIET_ZO, METHODE),
}

DEEL = catalogus().delen[0]
ARGS = {
    "gemeente": "utrecht",
    "wijkteam": "kanaleneiland",
    "deel": DEEL.sleutel,
    "pagina": DEEL.pagina[0].slug,
    "vraag": DEEL.pagina[0].vraag[0].sleutel,
    "regel": "REG-001",
    "uidb36": "1",
    "key": "geen-sleutel",
}

URLS = {
    pattern.name or route: route
    for route, pattern in walk(get_resolver().url_patterns)
    if not route.startswith("beheer/")
}
BEHEER_URLS = [route for route, _ in walk(get_resolver().url_patterns) if route.startswith("beheer/")]


def path_of(route: str) -> str:
    """The route with something filled in for each variable."""
    route = re.sub(r"\(\?P<(\w+)>(?:\[[^]]*\]|\.)[*+]\)", r"<\1>", route).replace("\\", "").rstrip("$")
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: ARGS.get(found[1], "1"), route)


def sign(answer: HttpResponse) -> str:
    if answer.status_code == 302 and answer.url.startswith("/account/inloggen/?next="):
        return "i"
    return {403: "3", 404: "4", 405: "x"}.get(answer.status_code, ".")


@pytest.fixture
def seen(lid, utrecht, zeist, kanaleneiland, els) -> Callable[[str, str], str]:
    """seen(method, path): the sign for each role; each starts from the same database."""
    people = {"anonymous": None, "niet_lid": lid("niet_lid", (zeist, "beheerder")), "staff": els}
    people |= {rol: lid(rol, (utrecht, rol)) for rol in ROLES if rol not in people}

    def sign_for(role: str, method: str, path: str) -> str:
        client = Client()
        with transaction.atomic():
            if people[role]:
                client.force_login(people[role])
            found = sign(client.generic(method, path, content_type="application/x-www-form-urlencoded"))
            transaction.set_rollback(True)
        return found

    return lambda method, path: "".join(sign_for(role, method, path) for role in ROLES)


def unstated(names: set[str]) -> set[str]:
    """URLs without a row, and rows without a URL."""
    return names ^ (set(MATRIX) - {"beheer/"})


def test_every_url_has_a_stated_expectation_and_every_row_a_url():
    assert unstated(set(URLS)) == set()


def test_the_guard_bites():
    assert unstated(set(URLS) - {"start"} | {"nieuwe_pagina"}) == {"start", "nieuwe_pagina"}


def test_rows_have_a_sign_per_role():
    assert [name for name, row in MATRIX.items() for signs in row if not re.fullmatch("[.i34x?]{7}", signs)] == []


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", [name for name in MATRIX if name != "beheer/"])
def test_role_by_url_by_method(seen, name, method):
    assert seen(method, path_of(URLS[name])) == MATRIX[name][method == "POST"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_beheer_by_role_by_method(seen, method):
    expected = MATRIX["beheer/"][method == "POST"]
    wrong = {path: signs for path in map(path_of, BEHEER_URLS) if (signs := seen(method, path))[:6] != expected[:6]}
    assert wrong == {}
