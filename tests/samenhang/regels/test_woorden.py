"""Every strictness of the words of the regels: each test breaks a small, right file and reads the message."""

import pytest

from bouwstenen.catalogus.loader import DELEN, CatalogusFout, catalogus
from bouwstenen.samenhang.regels import MODULES, REGELS
from bouwstenen.samenhang.regels.regel import Regel
from bouwstenen.samenhang.regels.woorden import INHOUD, Woorden, load_woorden, woorden
from bouwstenen.samenhang.signaal import ERNSTEN

BESTAND = """
[[regel]]
sleutel = "REG-900"
ernst = "spanning"
melding = "Dit past niet bij elkaar."
waarom = "Daarom."
bron = "003, regel 1"
vragen = ["vormgeving.vorm", "aansturing.leiding"]

[[regel]]
sleutel = "REG-901"
ernst = "ontbreekt"
bron = "003, regel 2"
weggelaten = "Kan niet voorkomen."
"""
EERSTE = "opgave.toml, REG-900"


@pytest.fixture
def map_(tmp_path):
    (tmp_path / "opgave.toml").write_text(BESTAND, encoding="utf-8")
    return tmp_path


def load_broken(map_, oud, nieuw):
    assert BESTAND.count(oud) == 1, oud
    (map_ / "opgave.toml").write_text(BESTAND.replace(oud, nieuw), encoding="utf-8")
    return load_woorden(map_, catalogus())


def test_reads_what_is_said_and_what_is_left_out(map_):
    gelezen = load_woorden(map_, catalogus())
    assert gelezen == {
        "REG-900": Woorden(
            sleutel="REG-900",
            ernst="spanning",
            bron="003, regel 1",
            melding="Dit past niet bij elkaar.",
            waarom="Daarom.",
            vragen=("vormgeving.vorm", "aansturing.leiding"),
        ),
        "REG-901": Woorden(sleutel="REG-901", ernst="ontbreekt", bron="003, regel 2", weggelaten="Kan niet voorkomen."),
    }


def test_keys_come_in_order_whatever_file_they_are_in(map_):
    (map_ / "aansturing.toml").write_text(BESTAND.replace("REG-9", "REG-8"), encoding="utf-8")
    (map_ / "werkprincipes.toml").write_text(BESTAND.replace("REG-9", "REG-7"), encoding="utf-8")
    assert list(load_woorden(map_, catalogus())) == [f"REG-{nummer}" for nummer in (700, 701, 800, 801, 900, 901)]


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ('"REG-900"', '"REG-9"', "opgave.toml, REG-9: een sleutel ziet er zo uit: REG-001"),
        ('"REG-900"', '"reg-900"', "opgave.toml, reg-900: een sleutel ziet er zo uit: REG-001"),
        ('"spanning"', '"ramp"', f"{EERSTE}: ernst 'ramp' bestaat niet"),
        ('melding = "Dit past niet bij elkaar."\n', "", f"{EERSTE}: melding, waarom en vragen zijn nodig"),
        ('waarom = "Daarom."\n', "", f"{EERSTE}: melding, waarom en vragen zijn nodig"),
        ('vragen = ["vormgeving.vorm", "aansturing.leiding"]\n', "", f"{EERSTE}: melding, waarom en vragen zijn nodig"),
        ('["vormgeving.vorm", "aansturing.leiding"]', "[]", f"{EERSTE}: melding, waarom en vragen zijn nodig"),
        ('weggelaten = "Kan niet voorkomen."', "", "opgave.toml, REG-901: melding, waarom en vragen zijn nodig"),
        ('"aansturing.leiding"]', '"aansturing.lijding"]', f"{EERSTE}: vraag 'aansturing.lijding' bestaat niet"),
        ('"aansturing.leiding"]', '"vormgeving.vorm"]', f"{EERSTE}: vraag 'vormgeving.vorm' hoort precies één keer"),
        ("waarom =", 'gevraagd = ["opgave.weg"]\nwaarom =', f"{EERSTE}: vraag 'opgave.weg' bestaat niet"),
        ("waarom =", 'gevraagd = ["opgave.doelen"]\nwaarom =', f"{EERSTE}: vraag 'opgave.doelen' hoort precies"),
        ('"REG-901"', '"REG-900"', "opgave.toml: REG-900 staat er meer dan één keer"),
        ("waarom =", 'kleur = "rood"\nwaarom =', "onbekende sleutel 'kleur'"),
        ('ernst = "spanning"\n', "", "sleutel 'ernst' ontbreekt"),
        ('bron = "003, regel 1"\n', "", "sleutel 'bron' ontbreekt"),
        ('melding = "Dit past niet bij elkaar."', "melding = 3", "'melding' moet"),
        ('["vormgeving.vorm", "aansturing.leiding"]', '"vormgeving.vorm"', "'vragen' moet"),
    ],
)
def test_what_does_not_fit_is_an_error_with_its_regel(map_, oud, nieuw, melding):
    with pytest.raises(CatalogusFout) as fout:
        load_broken(map_, oud, nieuw)
    assert melding in str(fout.value)
    assert str(fout.value).startswith("opgave.toml")


def test_a_file_holds_nothing_but_regels(map_):
    (map_ / "opgave.toml").write_text('titel = "Opgave"\n' + BESTAND, encoding="utf-8")
    with pytest.raises(CatalogusFout, match="opgave.toml: onbekende sleutel 'titel'"):
        load_woorden(map_, catalogus())


def test_a_file_that_is_no_toml_is_an_error_with_its_name(map_):
    (map_ / "opgave.toml").write_text("[[regel", encoding="utf-8")
    with pytest.raises(CatalogusFout, match=r"opgave\.toml"):
        load_woorden(map_, catalogus())


def test_the_same_regel_in_two_files_is_an_error(map_):
    (map_ / "vormgeving.toml").write_text(BESTAND, encoding="utf-8")
    with pytest.raises(CatalogusFout, match="vormgeving.toml: REG-900 staat er meer dan één keer"):
        load_woorden(map_, catalogus())


def test_every_regel_has_words_and_all_words_have_their_regel():
    assert set(REGELS) == {sleutel for sleutel, een in woorden().items() if not een.weggelaten}


def test_a_regel_and_its_words_are_under_the_same_deel():
    """Each module has a file of its own name; a key is in one module and in one file."""
    per_module = {
        module.__name__.rpartition(".")[2]: {een.sleutel for een in vars(module).values() if isinstance(een, Regel)}
        for module in MODULES
    }
    assert sum(map(len, per_module.values())) == len(REGELS)
    assert per_module.keys() <= set(DELEN)
    for deel, sleutels in per_module.items():
        tekst = (INHOUD / f"{deel}.toml").read_text(encoding="utf-8")
        assert [sleutel for sleutel in sleutels if f'sleutel = "{sleutel}"' not in tekst] == []


def test_the_words_can_be_shown():
    for een in woorden().values():
        assert een.ernst in ERNSTEN
        assert catalogus().bronnen_van(een.bron), een.sleutel
        assert een.weggelaten or een.melding[-1] in ".?", een.sleutel


def test_what_we_ask_ourselves_is_said_to_be_ours():
    """A question that stands in for what only words could decide is marked as a proposal."""
    vragen = catalogus().vragen
    gevraagd = {sleutel for een in woorden().values() for sleutel in een.gevraagd}
    assert [sleutel for sleutel in sorted(gevraagd) if "eigen voorstel" not in vragen[sleutel].bron] == []
