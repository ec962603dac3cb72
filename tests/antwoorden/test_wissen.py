"""One version can be wiped when the law asks for it: everywhere, for good, and by the platform beheerder only."""

import ast
import re
import threading

import pytest
from django.conf import settings
from django.db import connection
from django_scopes import scopes_disabled  # noqa: TID251 -- to see what the beheer door did

from bouwstenen.antwoorden import store
from bouwstenen.antwoorden.store import Ingediend
from bouwstenen.antwoorden.store.wissen import getypt, ook_in, wis_versie
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Antwoord, Klad, Spoorregel
from tests.wizard.bezoeker import antwoorden, gegeven

VRAAG = "opgave.vraagstuk"
TEKST = "Mevrouw Jansen (81) valt.\nZe woont in de Nijlstraat."
MARKERING = re.compile(r"\[verwijderd op \d{1,2} \w+ \d{4}: naam van een cliënt\]")


@pytest.fixture
def versies(kanaleneiland, anna, fatma):
    """versies[1] and so on: the rows of an answer that was given four times."""
    gegeven(kanaleneiland, anna, VRAAG, "Vallen", "Gehoord van de huisarts")
    gegeven(kanaleneiland, anna, VRAAG, TEKST, "Gehoord van de huisarts")
    gegeven(kanaleneiland, fatma, VRAAG, f"Eenzaamheid. {TEKST}")
    gegeven(kanaleneiland, fatma, VRAAG, "Vallen")
    with enter_scope(kanaleneiland.gemeente):
        return {rij.versie: rij for rij in Antwoord.objects.all()}


def wipe(antwoord, door, reden="naam van een cliënt"):
    with enter_scope(antwoord.wijkteam.gemeente):
        return wis_versie(antwoord=antwoord, reden=reden, door=door)


def contents(wijkteam):
    """[(versie, waarde, toelichting, gewist)], newest first."""
    with enter_scope(wijkteam.gemeente):
        rijen = store.geschiedenis(wijkteam, VRAAG)
    return [(een.versie, een.waarde, een.toelichting, een.gewist) for een in rijen]


def test_only_this_version_is_wiped(versies, els, kanaleneiland):
    eerder = contents(kanaleneiland)
    assert wipe(versies[2], els) is True
    later = contents(kanaleneiland)
    assert [rij for rij in later if rij[0] != 2] == [rij for rij in eerder if rij[0] != 2]
    assert later[2][:3] == (2, None, "")
    assert MARKERING.fullmatch(later[2][3])


def test_it_is_traced(versies, els, kanaleneiland):
    wipe(versies[2], els)
    regel = Spoorregel.objects.get(actie="gewist")
    assert (regel.object, regel.actor, regel.gemeente) == (f"wijkteam:{kanaleneiland.pk}", els, kanaleneiland.gemeente)
    assert regel.bijzonderheden == "opgave.vraagstuk, versie 2: naam van een cliënt"


def test_it_happens_once(versies, els, kanaleneiland):
    wipe(versies[2], els)
    eerder = contents(kanaleneiland)
    assert wipe(versies[2], els, reden="iets anders") is False
    assert (contents(kanaleneiland), Spoorregel.objects.filter(actie="gewist").count()) == (eerder, 1)


def test_a_new_answer_over_a_wiped_one_just_works(versies, els, anna, kanaleneiland):
    wipe(versies[4], els)
    gegeven(kanaleneiland, anna, VRAAG, "Valpreventie")
    assert antwoorden(kanaleneiland)[VRAAG] == (6, "Valpreventie", "")


def test_a_page_that_stood_open_does_not_save_the_text_again(versies, els, anna, kanaleneiland):
    wipe(versies[4], els)
    een = Ingediend(vraag=VRAAG, versie=4, waarde="Vallen")
    with enter_scope(kanaleneiland.gemeente):
        uitkomst = store.save_antwoorden(wijkteam=kanaleneiland, ingediend=[een], door=anna)
    assert (uitkomst.bewaard, [een.huidig.gewist for een in uitkomst.conflicten]) == (
        (),
        [contents(kanaleneiland)[1][3]],
    )
    assert [rij[:3] for rij in contents(kanaleneiland)[:2]] == [(5, None, ""), (4, None, "")]


def test_a_wiped_version_is_not_put_back(versies, els, anna, kanaleneiland):
    wipe(versies[2], els)
    with enter_scope(kanaleneiland.gemeente):
        assert store.restore_version(wijkteam=kanaleneiland, vraag=VRAAG, versie=2, gezien=4, door=anna) is None
    assert antwoorden(kanaleneiland)[VRAAG][:2] == (4, "Vallen")


@pytest.mark.django_db(transaction=True)
def test_who_wipes_at_the_same_moment_wipes_once(versies, els):
    gewist, samen = [], threading.Barrier(4)

    def work(nummer):
        try:
            samen.wait(timeout=60)
            gewist.append(wipe(versies[2], els, reden=f"reden {nummer}"))
        finally:
            connection.close()

    draden = [threading.Thread(target=work, args=(nummer,)) for nummer in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(gewist) == [False, False, False, True]
    assert Spoorregel.objects.filter(actie="gewist").count() == 1


# Text that is not saved


def test_the_text_goes_from_what_is_typed_at_the_same_question_and_nothing_else_does(versies, els, bram, kanaleneiland):
    getypt_tekst = "Voor. " + TEKST.replace("\n", "\r\n") + " Na. De huisarts zegt: Gehoord van de huisartsen."
    velden = {
        "vraagstuk": [getypt_tekst],
        "vraagstuk-versie": ["4"],
        "vraagstuk-toelichting": ["Gehoord van de huisarts"],
        "vraagstukken": [TEKST],
    }
    with enter_scope(kanaleneiland.gemeente):
        kladden = [
            Klad.objects.create(wijkteam=kanaleneiland, gebruiker=bram, pagina=pagina, velden=velden)
            for pagina in ("opgave.vraagstuk", "competenties.vraagstuk")
        ]
    wipe(versies[2], els)
    with enter_scope(kanaleneiland.gemeente):
        hier, elders = [Klad.objects.get(pk=klad.pk).velden for klad in kladden]
    assert elders == velden
    weg = contents(kanaleneiland)[2][3]
    assert hier == {
        "vraagstuk": [f"Voor. {weg} Na. De huisarts zegt: Gehoord van de huisartsen."],
        "vraagstuk-versie": ["4"],
        "vraagstuk-toelichting": [weg],
        "vraagstukken": [TEKST],
    }


@pytest.mark.parametrize(
    ("vraag", "waarde", "getypte_teksten"),
    [
        ("opgave.vraagstuk", "Ja", []),
        ("vormgeving.vorm", {"keuze": "anders", "anders": "Bij Jan thuis"}, ["Bij Jan thuis"]),
        ("opgave.domeinen", {"keuzes": ["wonen", "schulden"]}, []),
        ("competenties.leefwereld", {"nodig": "nog_niet"}, []),
        ("opgave.eigen_1", "Vraag het Jan", ["Vraag het Jan"]),
        (
            "inrichting.disciplines",
            {"rijen": [{"id": "rij-1", "gebied": "schuldhulp", "wie": {"keuze": "gemeente", "naam": "Piet"}}]},
            ["Piet"],
        ),
    ],
)
def test_options_are_no_text(vraag, waarde, getypte_teksten):
    assert getypt(Antwoord(vraag=vraag, waarde=waarde)) == getypte_teksten


def test_other_versions_with_the_same_text(versies, kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        gevonden = {nummer: [rij.versie for rij in ook_in(antwoord)] for nummer, antwoord in versies.items()}
    assert gevonden == {1: [2, 4], 2: [1, 3], 3: [], 4: [1]}


# The page


@pytest.fixture
def adres(versies):
    return f"/beheer/bouwstenen/antwoord/{versies[2].pk}/"


def test_the_page_shows_the_text_once_more_and_asks_why(client_for, els, versies, adres, kanaleneiland):
    beheer = client_for(els)
    assert f"{adres}wissen/" in beheer.get(f"{adres}change/").text
    pagina = beheer.get(f"{adres}wissen/").text
    assert "Ze woont in de Nijlstraat." in pagina
    for nummer in (1, 3):
        assert f'<a href="/beheer/bouwstenen/antwoord/{versies[nummer].pk}/wissen/">versie {nummer}</a>' in pagina
    eerder = contents(kanaleneiland)
    for reden, fout in (("", "Vul in waarom u deze tekst wist."), ("x" * 201, "Maak de reden korter")):
        antwoord = beheer.post(f"{adres}wissen/", {"reden": reden})
        assert (antwoord.status_code, antwoord.context["form"].errors["reden"][0][:20]) == (422, fout[:20])
    assert contents(kanaleneiland) == eerder


def test_the_page_wipes(client_for, els, versies, adres, kanaleneiland):
    beheer = client_for(els)
    keren = [beheer.post(f"{adres}wissen/", {"reden": " naam van\neen cliënt "}, follow=True) for _ in range(2)]
    assert [re.findall("De tekst van versie 2 [^<]*", keer.text) for keer in keren] == [
        ["De tekst van versie 2 is gewist."],
        ["De tekst van versie 2 was al gewist."],
    ]
    assert MARKERING.fullmatch(contents(kanaleneiland)[2][3])
    pagina = beheer.get(f"{adres}wissen/").text
    assert ("Versie 2 is gewist" in pagina, "Nijlstraat" in pagina, "<form" in pagina.split("<main")[1]) == (
        True,
        False,
        False,
    )
    assert "wissen/" not in beheer.get(f"{adres}change/").text


def test_an_own_question_can_be_wiped_too(client_for, els, anna, kanaleneiland):
    with enter_scope(kanaleneiland.gemeente):
        store.ask_eigen_vraag(wijkteam=kanaleneiland, deel="opgave", label="Wie kent Jan?", door=anna)
    gegeven(kanaleneiland, anna, "opgave.eigen_1", "Iedereen")
    with scopes_disabled():
        pk = Antwoord.objects.get().pk
    assert "Wie kent Jan?" in client_for(els).get(f"/beheer/bouwstenen/antwoord/{pk}/wissen/").text


def test_only_the_platform_beheerder_wipes(client_for, fatma, adres, versies, kanaleneiland):
    eerder = contents(kanaleneiland)
    assert client_for(fatma).post(f"{adres}wissen/", {"reden": "zomaar"}).status_code == 403
    assert contents(kanaleneiland) == eerder


# The guard


def past_the_guard(bron):
    """The calls in this source that write past the own method of a queryset, such as `QuerySet.update(rows, ...)`."""
    namen = ("update", "bulk_update", "delete", "_update", "_raw_delete")
    return [
        ast.unparse(knoop.func)
        for knoop in ast.walk(ast.parse(bron))
        if isinstance(knoop, ast.Call)
        and isinstance(knoop.func, ast.Attribute)
        and (knoop.func.attr in namen[3:] or (knoop.func.attr in namen and knoop.args and is_class(knoop.func.value)))
    ]


def is_class(knoop):
    return ast.unparse(knoop).rpartition(".")[2].endswith(("QuerySet", "Model"))


@pytest.mark.once
def test_there_is_one_place_that_wipes():
    """Nothing else gets past the guard of rows that are only added."""
    gevonden = {}
    for pad in (settings.BASE_DIR / "bouwstenen").rglob("*.py"):
        if "migrations" not in pad.parts and (wat := past_the_guard(pad.read_text())):
            gevonden[str(pad.relative_to(settings.BASE_DIR))] = wat
    assert gevonden == {"bouwstenen/antwoorden/store/wissen.py": ["QuerySet.update"]}


@pytest.mark.once
@pytest.mark.parametrize(
    "bron",
    ["QuerySet.update(rows, a=1)", "models.QuerySet.delete(rows)", "rows._raw_delete('default')", "rows._update([])"],
)
def test_the_guard_bites(bron):
    assert len(past_the_guard(bron)) == 1
