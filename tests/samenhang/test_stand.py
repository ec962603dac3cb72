"""Where a wijkteam stands: signalen beside decisions, as plain values."""

from datetime import UTC, date, datetime

import pytest

from bouwstenen.antwoorden.gegevens import HuidigAntwoord
from bouwstenen.samenhang.gegevens import HuidigeAfweging
from bouwstenen.samenhang.signaal import ERNSTEN, Signaal
from bouwstenen.samenhang.stand import build_samenhang, grond_van

MOMENT = datetime(2026, 5, 3, 12, tzinfo=UTC)
VANDAAG = date(2026, 5, 3)
GROND = {"opgave.vraagstuk": 2, "opgave.potentie": 0}


def signaal(nummer=1, ernst="spanning"):
    return Signaal(
        sleutel=f"REG-{nummer:03}", ernst=ernst, melding="Let op", waarom="Omdat", bron="", vragen=tuple(GROND)
    )


def afweging(nummer=1, besluit="bewust", **anders):
    velden = {"reden": "Zo is het", "door": "het college", "op": VANDAAG, "tot": None, "grond": GROND}
    vast = {"versie": 1, "melding": "", "auteur_id": 1, "auteur_naam": "Anna", "gegeven_op": MOMENT}
    return HuidigeAfweging(regel=f"REG-{nummer:03}", besluit=besluit, **vast, **velden | anders)


def antwoorden(**versies):
    vast = {"waarde": "Ja", "toelichting": "", "auteur_id": 1, "auteur_naam": "Anna", "gegeven_op": MOMENT}
    return {f"opgave.{naam}": HuidigAntwoord(vraag=f"opgave.{naam}", versie=v, **vast) for naam, v in versies.items()}


def build(signalen, *afwegingen, nu=None, vandaag=VANDAAG):
    nu = antwoorden(vraagstuk=2) if nu is None else nu
    return build_samenhang(signalen, {een.regel: een for een in afwegingen}, nu, vandaag=vandaag)


@pytest.mark.parametrize(
    ("besluit", "stand"), [(None, "open"), ("open", "open"), ("bespreken", "bespreken"), ("bewust", "bewust")]
)
def test_stand_follows_the_newest_decision(besluit, stand):
    [een] = build([signaal()], *([afweging(besluit=besluit)] if besluit else [])).beoordelingen
    assert (een.stand, een.is_bewust, een.gewijzigd) == (stand, stand == "bewust", ())


@pytest.mark.parametrize(
    ("nu", "gewijzigd"),
    [
        ({"vraagstuk": 2}, ()),
        ({"vraagstuk": 2, "doelen": 9}, ()),
        ({"vraagstuk": 3}, ("opgave.vraagstuk",)),
        ({"vraagstuk": 1}, ("opgave.vraagstuk",)),  # never happens, and is not believed either
        ({"vraagstuk": 2, "potentie": 1}, ("opgave.potentie",)),
        ({}, ("opgave.vraagstuk",)),
    ],
)
def test_an_answer_that_changed_asks_to_look_again(nu, gewijzigd):
    [een] = build([signaal()], afweging(), nu=antwoorden(**nu)).beoordelingen
    assert (een.gewijzigd, een.stand) == (gewijzigd, "opnieuw" if gewijzigd else "bewust")


@pytest.mark.parametrize(
    ("tot", "stand"),
    [(None, "bewust"), (date(2026, 5, 4), "bewust"), (VANDAAG, "bewust"), (date(2026, 5, 2), "opnieuw")],
)
def test_a_last_day_that_is_over_asks_to_look_again(tot, stand):
    [een] = build([signaal()], afweging(tot=tot)).beoordelingen
    assert (een.stand, een.verlopen) == (stand, stand == "opnieuw")


@pytest.mark.parametrize("besluit", ["open", "bespreken"])
def test_only_a_deliberate_choice_is_looked_at_again(besluit):
    oud = afweging(besluit=besluit, tot=date(2020, 1, 1))
    assert build([signaal()], oud, nu=antwoorden(vraagstuk=9)).opnieuw == ()


def test_a_decision_about_questions_that_a_regel_no_longer_has_still_holds():
    """The words of a regel may change; what was decided was about the answers of then."""
    assert build([signaal()], afweging(grond={"opgave.weg": 0})).beoordelingen[0].stand == "bewust"


def test_what_was_chosen_on_purpose_does_not_count():
    alle = [signaal(n, ernst) for n, ernst in enumerate(("spanning", "spanning", "aandachtspunt", "ontbreekt"), 1)]
    stand = build(alle, afweging(1), afweging(3, "bespreken"))
    numbers = {naam: len(getattr(stand, naam)) for naam in ("spanningen", "aandachtspunten", "ontbreekt", "bewust")}
    assert numbers == {"spanningen": 1, "aandachtspunten": 1, "ontbreekt": 1, "bewust": 1}
    assert [een.signaal.sleutel for een in stand.agenda] == ["REG-003"]


def test_what_is_to_be_looked_at_again_or_discussed_still_counts():
    stand = build([signaal(1), signaal(2)], afweging(1, tot=date(2020, 1, 1)), afweging(2, "bespreken"))
    assert [een.stand for een in stand.spanningen] == ["opnieuw", "bespreken"]
    assert [een.signaal.sleutel for een in stand.opnieuw] == ["REG-001"]


@pytest.mark.parametrize(("besluit", "aantal"), [("bewust", 1), ("bespreken", 1), ("open", 0)])
def test_a_decision_without_its_signaal_is_solved(besluit, aantal):
    stand = build([signaal(2)], afweging(7, besluit))
    assert ([een.regel for een in stand.opgelost], stand.is_leeg) == (["REG-007"] * aantal, False)


def test_nothing_at_all():
    stand = build([])
    assert (stand.is_leeg, stand.bij("REG-001"), [stand.van(ernst) for ernst in ERNSTEN]) == (True, None, [()] * 3)


def test_signalen_keep_their_order_and_are_found_by_regel():
    stand = build([signaal(3), signaal(1)])
    assert [een.signaal.sleutel for een in stand.beoordelingen] == ["REG-003", "REG-001"]
    assert stand.bij("REG-001").signaal == signaal(1)


def test_a_decision_of_now_is_about_the_newest_versions():
    assert grond_van(GROND, antwoorden(vraagstuk=5, doelen=1)) == {"opgave.vraagstuk": 5, "opgave.potentie": 0}
