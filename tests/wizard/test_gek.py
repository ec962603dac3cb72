"""Whatever is sent, no page breaks, no other gemeente is touched, and what was acknowledged is kept."""

from urllib.parse import quote_from_bytes, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bouwstenen.antwoorden.models import Klad
from bouwstenen.core.tekst import schoon
from bouwstenen.wizard.afzender import sign_van
from tests.factories import WijkteamFactory
from tests.wizard.bezoeker import kladden

PAGINA = ("opgave", "vraagstuk")
GOED = {200, 302, 403, 404, 409, 422}
FORMULIER = "application/x-www-form-urlencoded"
ANDERS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

namen = st.sampled_from(
    ["vraagstuk", "vraagstuk-versie", "vraagstuk-conflict", "vraagstuk-besluit", "vraagstuk-samen", "vraagstuk-basis"]
    + ["potentie", "potentie-versie", "krachten-rij", "krachten-ra-kracht", "krachten-ra-rij-weg", "krachten-versie"]
    + ["krachten-samen-rij", "krachten-samen-botst", "krachten-conflict", "actie", "eigen-label", "klad", "verzonnen"]
)
waarden = st.one_of(
    st.binary(max_size=12),
    st.sampled_from(
        ["", "0", "1", "ra", "rb", "samen", "mijn", "hun", "zonder", "klad-weg:t", "wis:vraagstuk", "rij:x"]
    ).map(str.encode),
    st.sampled_from([b"a\x00b", b"\xed\xa0\x80", b"\xff\xfe", b"x" * 100_001, "\u2028\uf0b7\ufffe".encode()]),
)
velden = st.lists(st.tuples(namen, waarden), max_size=12)
tabs = st.one_of(
    st.sampled_from([b"t", b"tweede"]),
    st.sampled_from([b"", b"t", b"tweede", b"met spatie", b"x" * 41, b"\x00", b"\xff"]),
)
series = st.one_of(
    st.sampled_from([b"1", b"2", b"3"]),
    st.sampled_from([b"", b"0", b"1", b"2", b"007", b"999999999", b"9999999999", b"-1", b"1.5", b"\xd9\xa2", b"nan"]),
)


@pytest.fixture
def buren(zeist):
    """The team of another gemeente: nothing of it may ever change."""
    return WijkteamFactory(gemeente=zeist)


def lichaam(paren):
    """A body with these names and bytes, as a browser encodes it."""
    return "&".join(f"{urlencode({naam: ''})}{quote_from_bytes(waarde)}" for naam, waarde in paren).encode()


def rows(gemeente=None):
    alle = Klad._base_manager.all()
    return alle.exclude(wijkteam__gemeente=gemeente).count() if gemeente else alle.count()


@ANDERS
@given(
    paren=velden,
    tab=tabs,
    serie=series,
    wie=st.sampled_from(["anna"] * 5 + ["fatma", "buren", "elders", "vals", "weg"]),
)
def test_anything_that_is_typed(bezoeker, kanaleneiland, anna, fatma, buren, paren, tab, serie, wie):
    eerder = rows()
    van = {
        "anna": sign_van(anna, kanaleneiland, "opgave.vraagstuk"),
        "fatma": sign_van(fatma, kanaleneiland, "opgave.vraagstuk"),
        "buren": sign_van(anna, buren, "opgave.vraagstuk"),
        "elders": sign_van(anna, kanaleneiland, "opgave.doelen"),
        "vals": "vals",
        "weg": "",
    }[wie]
    alles = [("van", van.encode()), ("klad-tab", tab), ("klad-serie", serie), *paren]
    adres = bezoeker.adres(*PAGINA, naam="wizard_klad")
    response = bezoeker.client.post(adres, lichaam(alles), content_type=FORMULIER)
    assert response.status_code in GOED
    assert rows(gemeente=kanaleneiland.gemeente) == 0
    assert kladden(kanaleneiland, fatma) == []
    if wie != "anna":
        assert rows() == eerder
    teksten = [schoon(waarde.decode(errors="replace")) for naam, waarde in paren if naam == "vraagstuk"]
    bewaard = response.status_code == 200 or "tab" in (response.json() if response.status_code == 409 else {})
    if bewaard and teksten and not any("conflict" in naam for naam, _ in paren):
        assert teksten in [een.get("vraagstuk") for een in kladden(kanaleneiland, anna)]


@ANDERS
@given(paren=velden, tab=tabs, serie=series)
def test_anything_that_is_submitted(bezoeker, kanaleneiland, anna, paren, tab, serie):
    bezoeker.client.raise_request_exception = True
    alles = [("klad-tab", tab), ("klad-serie", serie), *paren]
    response = bezoeker.client.post(bezoeker.adres(*PAGINA), lichaam(alles), content_type=FORMULIER)
    assert response.status_code in GOED
    assert rows(gemeente=kanaleneiland.gemeente) == 0
    teksten = [waarde.decode(errors="replace") for naam, waarde in paren if naam == "vraagstuk"]
    if response.status_code == 422 and teksten and len(teksten[-1]) > 100_000 and "vraagstuk-versie" in dict(paren):
        assert "x" * 100_001 in str(kladden(kanaleneiland, anna))
    for klad in ("t", "tweede"):
        assert bezoeker.get(*PAGINA, klad=klad).status_code == 200


@ANDERS
@given(
    rauw=st.binary(max_size=200), soort=st.sampled_from([FORMULIER, "multipart/form-data; boundary=b", "text/plain"])
)
@pytest.mark.parametrize("naam", ["wizard_klad", "wizard_pagina"])
def test_any_bytes(bezoeker, naam, rauw, soort):
    response = bezoeker.client.post(bezoeker.adres(*PAGINA, naam=naam), rauw, content_type=soort)
    assert response.status_code in GOED | ({400} if soort[0] == "m" else set())  # no browser sends such a multipart
    assert rows() == 0


@ANDERS
@given(paren=velden, tab=tabs, serie=series, van=st.sampled_from(["", "vals", "goed"]))
def test_anything_that_is_sent_when_logged_out(client, client_for, kanaleneiland, anna, paren, tab, serie, van):
    van = sign_van(anna, kanaleneiland, "opgave.vraagstuk") if van == "goed" else van
    alles = [("van", van.encode()), ("klad-tab", tab), ("klad-serie", serie), *paren]
    adres = "/utrecht/kanaleneiland/wizard/opgave/vraagstuk/"
    client.cookies.clear()
    assert client.post(adres, lichaam(alles), content_type=FORMULIER).status_code in {302, 403}
    client.force_login(anna)
    teksten = [schoon(waarde.decode(errors="replace")) for naam, waarde in paren if naam == "vraagstuk"]
    if van and van != "vals" and teksten and teksten[-1].strip() and "vraagstuk-versie" in dict(paren):
        besluit = any(naam.endswith(("conflict", "besluit")) for naam, _ in paren)
        assert besluit or teksten in [een.get("vraagstuk") for een in kladden(kanaleneiland, anna)]
