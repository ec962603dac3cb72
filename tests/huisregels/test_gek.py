"""Whatever is sent to whichever address, by whoever may go there: never a 500, and nothing of another gemeente."""

from urllib.parse import quote, quote_from_bytes

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.huisregels.test_matrix import URLS, path_of

# Names that some form or filter of the site reads, and names that none does.
NAMEN = [
    "actie",
    "daad",
    "deel",
    "door",
    "email",
    "gemeente",
    "gezien",
    "grond-vormgeving.vorm",
    "kleur_balk",
    "kleur_letters",
    "klaar",
    "klad",
    "klad-serie",
    "klad-tab",
    "label",
    "login",
    "logo",
    "met_namen",
    "naam",
    "naar",
    "next",
    "oldpassword",
    "op",
    "opslaan",
    "pagina",
    "password",
    "password1",
    "password2",
    "reden",
    "regel",
    "rijen",
    "rollen",
    "sleutel",
    "soort",
    "standaard",
    "stap",
    "terug",
    "tot",
    "uitnodiging",
    "van",
    "versie",
    "vraag",
    "wachtwoord",
    "wie",
    "zoek",
    "zonder_logo",
    "eigen-label",
    "vraagstuk",
    "vraagstuk-versie",
]
WAARDEN = st.one_of(
    st.text(st.characters(), max_size=60),  # with lone surrogates and control characters
    st.sampled_from(["0", "-1", "9" * 400, "٣", "1e999", "a@b", "//x", "x" * 10_000, "poster"]),
    st.sampled_from(["2026-02-30", "0001-01-01", "9999-12-31"]),
)
VELDEN = st.lists(st.tuples(st.one_of(st.sampled_from(NAMEN), st.text(max_size=10)), WAARDEN), max_size=8)
ADRESSEN = {naam: path_of(route) for naam, route in URLS.items()}


def encoded(velden: list[tuple[str, str]]) -> str:
    """As a browser sends it, and also what no browser would."""
    paren = (
        (naam.encode("utf-8", "surrogatepass"), waarde.encode("utf-8", "surrogatepass")) for naam, waarde in velden
    )
    return "&".join(f"{quote_from_bytes(naam)}={quote_from_bytes(waarde)}" for naam, waarde in paren)


@pytest.mark.parametrize("naam", ADRESSEN)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(velden=VELDEN)
def test_no_address_breaks(naam, velden, client_for, fatma, kanaleneiland):
    client: Client = client_for(fatma)
    client.raise_request_exception = False
    tekst = encoded(velden)
    with transaction.atomic():
        gezien = client.get(f"{ADRESSEN[naam]}?{tekst}").status_code
        gezonden = client.generic("POST", ADRESSEN[naam], tekst, "application/x-www-form-urlencoded").status_code
        transaction.set_rollback(True)
    assert (naam, gezien < 500, gezonden < 500) == (naam, True, True), quote(tekst)[:500]
