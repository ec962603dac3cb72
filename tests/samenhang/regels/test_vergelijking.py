"""Every line of the list is built, asked or left out; and the comparison finds what is not."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from bouwstenen.core.lijst import LijstFout
from bouwstenen.samenhang.checks import check_regels, regels_errors
from bouwstenen.samenhang.regels import ALLE
from bouwstenen.samenhang.regels.vergelijking import Rij, gebreken, lees_rijen, vergelijk
from bouwstenen.samenhang.regels.woorden import INHOUD, Woorden, woorden

LIJST = Path(__file__).parents[1] / "regels.tsv"
CONDITIES = [een.sleutel for een in ALLE]
RIJEN = [Rij("REG-001", "spanning", "(bron: 003, regel 1)"), Rij("REG-002", "ontbreekt", "(bron: 002, regel 2–3)")]
VRAAG = "opgave.vraagstuk"


def een(sleutel="REG-001", ernst="spanning", bron="003, regel 1", **velden):
    gevuld = {"melding": "Let op.", "waarom": "Daarom.", "vragen": (VRAAG,)}
    return Woorden(sleutel=sleutel, ernst=ernst, bron=bron, **gevuld | velden)


def twee(**velden):
    return een("REG-002", "ontbreekt", "002, regel 2–3", **velden)


def vergeleken(*alle, condities=("REG-001", "REG-002"), rijen=RIJEN):
    uitslag = vergelijk({w.sleutel: w for w in alle}, condities, rijen)
    return str(uitslag), list(uitslag.meldingen)


# The real regels


def test_the_list_has_129_lines():
    rijen = lees_rijen(LIJST.read_text(encoding="utf-8").splitlines())
    assert len(rijen) == len({rij.id for rij in rijen}) == 129


def test_every_line_is_accounted_for():
    uitslag = vergelijk(woorden(), CONDITIES, lees_rijen(LIJST.read_text(encoding="utf-8").splitlines()))
    assert (list(uitslag.meldingen), str(uitslag).partition(":")[0]) == ([], "129 van 129")


def test_what_was_left_out_has_a_reason_on_one_line():
    redenen = [een.weggelaten for een in woorden().values() if een.weggelaten]
    assert [reden for reden in redenen if "\n" in reden or len(reden) < 20] == []


# The comparison


def test_built_asked_and_left_out_are_counted():
    rijen = [*RIJEN, Rij("REG-003", "spanning", "(bron: 003, regel 1)")]
    weg = Woorden(sleutel="REG-003", ernst="spanning", bron="003, regel 1", weggelaten="De vraag bestaat niet meer.")
    assert vergeleken(een(), twee(gevraagd=(VRAAG,)), weg, rijen=rijen) == (
        "3 van 3: 1 gebouwd, 1 gevraagd, 1 weggelaten",
        [],
    )


@pytest.mark.parametrize(
    ("woorden", "condities", "meldingen"),
    [
        ([een()], ["REG-001"], ["REG-002: niet gebouwd, gevraagd of weggelaten"]),
        ([een(), twee()], ["REG-001"], ["REG-002: woorden zonder voorwaarde"]),
        ([een(), twee(weggelaten="Kan niet.")], ["REG-001", "REG-002"], ["REG-002: voorwaarde zonder woorden"]),
        ([een(), twee()], ["REG-001", "REG-002", "REG-002"], ["REG-002: meer dan één voorwaarde"]),
        ([een(), twee(), een("REG-009")], ["REG-001", "REG-002", "REG-009"], ["REG-009: verzonnen"]),
        (
            [een(ernst="ontbreekt"), twee()],
            ["REG-001", "REG-002"],
            ["REG-001: ernst is 'ontbreekt', in de lijst 'spanning'"],
        ),
        (
            [een(bron="003, regel 2"), twee()],
            ["REG-001", "REG-002"],
            ["REG-001: bron is '003, regel 2', in de lijst '003, regel 1'"],
        ),
        (
            [een(gevraagd=("opgave.potentie",)), twee()],
            ["REG-001", "REG-002"],
            ["REG-001: 'gevraagd' staat niet bij 'vragen'"],
        ),
        (
            [een()],
            ["REG-001", "REG-002"],
            ["REG-002: voorwaarde zonder woorden", "REG-002: niet gebouwd, gevraagd of weggelaten"],
        ),
    ],
)
def test_what_is_wrong_is_named(woorden, condities, meldingen):
    assert vergeleken(*woorden, condities=condities)[1] == meldingen


def test_leaving_out_has_a_limit():
    sleutels = [f"REG-{nummer:03}" for nummer in range(1, 8)]
    rijen = [Rij(sleutel, "spanning", "(bron: 003, regel 1)") for sleutel in sleutels]
    weg = [een(sleutel, weggelaten="Kan niet.") for sleutel in sleutels]
    assert vergeleken(*weg, condities=(), rijen=rijen) == (
        "7 van 7: 0 gebouwd, 0 gevraagd, 7 weggelaten",
        ["7 weggelaten, en het mogen er 6 zijn"],
    )
    assert vergeleken(*weg[1:], condities=(), rijen=rijen[1:])[1] == []


def test_a_list_without_a_column_is_refused():
    with pytest.raises(LijstFout, match="Kolom 'bron' ontbreekt"):
        lees_rijen(["id\ternst", "REG-001\tspanning"])


# The system check


def test_the_words_and_conditions_of_this_installation_fit():
    assert check_regels(None) == []


def test_a_condition_without_words_stops_the_check():
    (fout,) = regels_errors(INHOUD, [*CONDITIES, "REG-999"])
    assert (fout.id, fout.msg) == (
        "bouwstenen.E004",
        "De regels kloppen niet. REG-999: voorwaarde zonder woorden",
    )


def test_words_that_can_not_be_read_stop_the_check(tmp_path):
    (tmp_path / "opgave.toml").write_text('[[regel]]\nsleutel = "REG-001"\nernst = "spanning"\nbron = "x"\n')
    (fout,) = regels_errors(tmp_path, [])
    assert fout.msg == (
        "De regels kloppen niet. opgave.toml, REG-001: "
        "melding, waarom en vragen zijn nodig, of 'weggelaten' met een reden"
    )


def test_nothing_is_wrong_with_nothing():
    assert list(gebreken({}, [])) == []


# The command


def run(bestand):
    uit = StringIO()
    call_command("regels", str(bestand), stdout=uit)
    return uit.getvalue()


def test_the_command_says_that_all_is_accounted_for():
    assert run(LIJST).startswith("129 van 129: ")


def test_the_command_names_each_difference_and_fails(tmp_path):
    regels = LIJST.read_text(encoding="utf-8").splitlines()
    regels[1] = regels[1].replace("spanning", "ontbreekt")
    (tmp_path / "lijst.tsv").write_text("\n".join(regels[:-1]), encoding="utf-8")
    uit = StringIO()
    with pytest.raises(SystemExit) as einde:
        call_command("regels", str(tmp_path / "lijst.tsv"), stdout=uit)
    assert einde.value.code == 1
    assert uit.getvalue().splitlines()[:-1] == [
        "REG-001: ernst is 'spanning', in de lijst 'ontbreekt'",
        "REG-129: verzonnen",
    ]
