"""Writing the voorbeelden: all there after one run, nothing more after two, and a user's version is left alone."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from bouwstenen.antwoorden.store import Ingediend, geschiedenis, huidige_antwoorden, save_antwoorden
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.core.tenancy import enter_scope
from bouwstenen.models import Antwoord, Gebruiker, Gemeente, Lidmaatschap, Wijkteam
from bouwstenen.toegang.store import rename_wijkteam
from bouwstenen.voorbeelden.loader import ONTWERPEN, Ontwerp, Voorbeeld, load_ontwerpen
from bouwstenen.voorbeelden.rolverdeling import AUTEUR_EMAIL, SPELERS, UTRECHT, WACHTWOORD, ZEIST
from bouwstenen.voorbeelden.store import GeenDemo, add_ontwerp, add_spelers
from tests.factories import GemeenteFactory

VRAAG = "opgave.vraagstuk"
PROEF = Ontwerp(
    gemeente="Voorbeeld Utrecht",
    slug=UTRECHT,
    wijkteam="Buurtteam Utrecht",
    antwoorden=(
        Voorbeeld(vraag=VRAAG, waarde="Hulp dichtbij", bron="002, regel 1–2"),
        Voorbeeld(vraag="vormgeving.vorm", waarde={"keuze": "eigen"}, toelichting="Waarom", bron="002, regel 3"),
    ),
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def utrecht():
    """The one wijkteam of the voorbeeld Utrecht."""
    add_ontwerp(PROEF)
    gemeente = Gemeente.objects.get(slug=UTRECHT)
    with enter_scope(gemeente):
        return Wijkteam.objects.select_related("gemeente").get()


def run(**options):
    """The lines that the command prints."""
    lines = []
    call_command("voorbeelden", stdout=Printed(lines), **options)
    return lines


class Printed:
    def __init__(self, lines):
        self.lines = lines

    def write(self, text):
        self.lines.append(text.rstrip("\n"))


def stand(wijkteam):
    """{vraag: (versie, waarde, toelichting, herkomst, auteur)}"""
    with enter_scope(wijkteam.gemeente):
        return {
            een.vraag: (een.versie, een.waarde, een.toelichting, een.herkomst, een.auteur_naam)
            for een in huidige_antwoorden(wijkteam).values()
        }


def aantallen():
    """How many rows there are of everything that the command writes."""
    with enter_scope(Gemeente.objects.all()):
        modellen = (Gemeente, Gebruiker, Wijkteam, Lidmaatschap, Antwoord)
        return {model.__name__: model.objects.count() for model in modellen}


def test_a_design_is_written_with_its_source(utrecht):
    assert (utrecht.naam, utrecht.slug) == ("Buurtteam Utrecht", "buurtteam-utrecht")
    assert (utrecht.gemeente.naam, utrecht.gemeente.is_voorbeeld, utrecht.gemeente.cbs_code) == (
        "Voorbeeld Utrecht", True, None,
    )  # fmt: skip
    assert stand(utrecht) == {
        VRAAG: (1, "Hulp dichtbij", "", "002, regel 1–2", "Voorbeeld naar onderzoek"),
        "vormgeving.vorm": (1, {"keuze": "eigen"}, "Waarom", "002, regel 3", "Voorbeeld naar onderzoek"),
    }


def test_its_author_cannot_log_in(utrecht):
    auteur = Gebruiker.objects.get(email=AUTEUR_EMAIL)
    assert (auteur.is_active, auteur.is_staff, auteur.has_usable_password()) == (False, False, False)


def test_a_later_version_of_a_user_stays_and_has_no_mark(utrecht, lid):
    anna = lid("anna")
    with enter_scope(utrecht.gemeente):
        nieuw = Ingediend(vraag=VRAAG, versie=1, waarde="Onze eigen opgave")
        save_antwoorden(wijkteam=utrecht, ingediend=[nieuw], door=anna)
    assert add_ontwerp(PROEF) == 0
    assert stand(utrecht)[VRAAG] == (2, "Onze eigen opgave", "", "", "Anna")
    with enter_scope(utrecht.gemeente):
        assert [een.versie for een in geschiedenis(utrecht, VRAAG)] == [2, 1]


def test_an_answer_that_a_user_emptied_stays_empty(utrecht, lid):
    with enter_scope(utrecht.gemeente):
        leeg = Ingediend(vraag=VRAAG, versie=1, waarde=None)
        save_antwoorden(wijkteam=utrecht, ingediend=[leeg], door=lid("anna"))
    assert add_ontwerp(PROEF) == 0
    assert stand(utrecht)[VRAAG] == (2, None, "", "", "Anna")


def test_a_design_that_grew_adds_only_what_is_new(utrecht):
    erbij = Voorbeeld(vraag="opgave.potentie", waarde="Sterke buren", bron="002, regel 4")
    gegroeid = Ontwerp(**vars(PROEF) | {"antwoorden": (*PROEF.antwoorden, erbij)})
    oud = stand(utrecht)
    assert add_ontwerp(gegroeid) == 1
    assert stand(utrecht) == oud | {
        "opgave.potentie": (1, "Sterke buren", "", "002, regel 4", "Voorbeeld naar onderzoek")
    }


def test_a_renamed_wijkteam_is_recognised(utrecht, lid):
    with enter_scope(utrecht.gemeente):
        rename_wijkteam(wijkteam=utrecht, naam="Team Noord", door=lid("anna"))
    assert add_ontwerp(PROEF) == 0
    with enter_scope(utrecht.gemeente):
        assert [wijkteam.naam for wijkteam in Wijkteam.objects.all()] == ["Team Noord"]


def test_a_real_gemeente_with_the_same_slug_is_left_alone():
    GemeenteFactory(slug=UTRECHT, naam="Utrecht")
    with pytest.raises(GeenDemo, match="bestaat al en is geen voorbeeld"):
        add_ontwerp(PROEF)
    assert aantallen() == {"Gemeente": 1, "Gebruiker": 0, "Wijkteam": 0, "Lidmaatschap": 0, "Antwoord": 0}


def test_nobody_becomes_member_of_a_real_gemeente():
    GemeenteFactory(slug=ZEIST, naam="Zeist")
    add_spelers(SPELERS)
    assert aantallen()["Lidmaatschap"] == 0


def test_a_role_and_a_password_that_were_changed_stay(utrecht):
    add_spelers(SPELERS)
    anna = Gebruiker.objects.get(email="anna@voorbeeld.nl")
    anna.set_password("iets heel anders")
    anna.save()
    with enter_scope(utrecht.gemeente):
        Lidmaatschap.objects.filter(gebruiker=anna).update(rollen=["lezer"])
    assert add_spelers(SPELERS) == 0
    anna.refresh_from_db()
    with enter_scope(utrecht.gemeente):
        assert Lidmaatschap.objects.get(gebruiker=anna).rollen == ["lezer"]
    assert anna.check_password("iets heel anders")


def test_the_command_loads_all_and_running_it_again_adds_nothing():
    ontwerpen = load_ontwerpen(ONTWERPEN, catalogus())
    totaal = sum(len(ontwerp.antwoorden) for ontwerp in ontwerpen)
    namen = [(ontwerp.gemeente, ontwerp.wijkteam, len(ontwerp.antwoorden)) for ontwerp in ontwerpen]
    rollen = sum(len(speler.rollen) for speler in SPELERS)
    verwacht = {
        "Gemeente": 5, "Gebruiker": len(SPELERS) + 1, "Wijkteam": 5, "Lidmaatschap": rollen, "Antwoord": totaal,
    }  # fmt: skip
    eerste = [f"{gemeente}, {team}: {aantal} antwoorden, {aantal} nieuw" for gemeente, team, aantal in namen]
    tweede = [f"{gemeente}, {team}: {aantal} antwoorden, 0 nieuw" for gemeente, team, aantal in namen]
    assert run() == [*eerste, f"Accounts: {len(SPELERS)}, {len(SPELERS)} nieuw"]
    assert aantallen() == verwacht
    assert run() == [*tweede, f"Accounts: {len(SPELERS)}, 0 nieuw"]
    assert aantallen() == verwacht


def test_accounts_only_prints_who_may_log_in():
    lines = run(accounts=True)
    assert [line.split()[0] for line in lines[1:-1]] == [speler.email for speler in SPELERS]
    assert lines[-1] == f"Het wachtwoord is overal: {WACHTWOORD}"
    assert set(aantallen().values()) == {0}


@pytest.mark.parametrize("accounts", [False, True])
def test_without_demo_it_refuses_and_says_what_to_set(settings, accounts):
    settings.DEMO = False
    with pytest.raises(CommandError, match="Zet DEMO=1"):
        run(accounts=accounts)
    assert set(aantallen().values()) == {0}


@pytest.mark.parametrize("schrijf", [lambda: add_ontwerp(PROEF), lambda: add_spelers(SPELERS)])
def test_without_demo_the_store_writes_nothing(settings, schrijf):
    settings.DEMO = False
    with pytest.raises(GeenDemo):
        schrijf()
    assert set(aantallen().values()) == {0}


def test_anna_logs_in_with_the_public_password(utrecht):
    add_spelers(SPELERS)
    assert Client().login(email="anna@voorbeeld.nl", password=WACHTWOORD)
