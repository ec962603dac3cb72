"""Every line of the instrument is in the catalogue by its kind, and the comparison finds what is not."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from bouwstenen.catalogus.dekking import Rij, Uitslag, elementen, lees_rijen, vergelijk
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Catalogus, Deel, Kolom, Optie, Pagina, Uitleg, Verwijzing, Vraag
from bouwstenen.core.lijst import LijstFout

LIJST = Path(__file__).parent / "dekking.tsv"
EXTRA_VELDEN = {f"EX-{nummer:02}" for nummer in range(1, 34)}


def rijen():
    return lees_rijen(LIJST.read_text(encoding="utf-8").splitlines())


def een_vraag(**velden):
    return Vraag(sleutel="opgave.test", soort="tekst", label="Test", bron="eigen voorstel", **velden)


def met(*, vraag=(), uitleg=(), verwijzing=()):
    """A catalogue of one page."""
    pagina = Pagina(sleutel="opgave.een", titel="Een", vraag=vraag, uitleg=uitleg, verwijzing=verwijzing)
    return Catalogus((Deel(sleutel="opgave", titel="Opgave", intro="", bron="", pagina=(pagina,)),))


# The real catalogue


def test_the_list_has_225_lines():
    assert len(rijen()) == len({rij.id for rij in rijen()}) == 225


def test_the_whole_instrument_is_covered():
    assert vergelijk(catalogus(), rijen()) == Uitslag((), (), ())


def test_a_reason_is_given_only_for_what_the_element_covers():
    assert [e for e in elementen(catalogus()) if e.dekking_reden.keys() - set(e.dekking)] == []


def test_every_extra_field_is_offered_as_verdieping():
    vragen = [vraag for vraag in catalogus().vragen.values() if vraag.extra]
    assert {vraag.extra for vraag in vragen} == EXTRA_VELDEN
    assert [vraag.sleutel for vraag in vragen if not vraag.verdieping] == []


def test_ex_24_is_three_numbers():
    assert [vraag.soort for vraag in catalogus().vragen.values() if vraag.extra == "EX-24"] == ["getal"] * 3


# The comparison


@pytest.mark.parametrize(
    ("soort", "invoertype", "inhoud"),
    [
        (
            "keuzeoptie",
            "enkelkeuze",
            met(vraag=(een_vraag(opties=(Optie(sleutel="a", label="A", dekking=("X-1",)),)),)),
        ),
        ("kernvraag", "open tekst", met(vraag=(een_vraag(dekking=("X-1",)),))),
        ("deelvraag", "open tekst", met(vraag=(een_vraag(dekking=("X-1",)),))),
        ("competentie", "schaal", met(vraag=(een_vraag(dekking=("X-1",)),))),
        ("element", "geen invoer (uitleg)", met(uitleg=(Uitleg(tekst="Uitleg", dekking=("X-1",)),))),
        ("element", "tabel/lijst", met(vraag=(een_vraag(dekking=("X-1",), dekking_reden={"X-1": "reden"}),))),
        ("keuzeoptie", "enkelkeuze", met(vraag=(een_vraag(dekking=("X-1",), dekking_reden={"X-1": "reden"}),))),
    ],
)
def test_covered_by_its_kind_or_with_a_reason(soort, invoertype, inhoud):
    assert vergelijk(inhoud, [Rij("X-1", soort, invoertype)]) == Uitslag((), (), ())


@pytest.mark.parametrize(
    ("soort", "invoertype", "reden"),
    [
        ("keuzeoptie", "enkelkeuze", {}),
        ("element", "geen invoer (uitleg)", {}),
        ("element", "tabel/lijst", {}),
        ("model", "enkelkeuze", {}),
        ("stap", "open tekst", {"X-1": ""}),
    ],
)
def test_another_kind_without_a_reason_is_found(soort, invoertype, reden):
    inhoud = met(vraag=(een_vraag(dekking=("X-1",), dekking_reden=reden),))
    assert vergelijk(inhoud, [Rij("X-1", soort, invoertype)]) == Uitslag((), ("X-1",), ())


def test_a_line_that_nothing_covers_is_found():
    assert vergelijk(met(), [Rij("X-1", "kernvraag", "open tekst")]) == Uitslag(("X-1",), (), ())


def test_an_id_that_is_not_in_the_list_is_found_wherever_it_stands():
    kolom = Kolom(
        sleutel="k",
        label="K",
        soort="keuze",
        dekking=("X-4",),
        opties=(Optie(sleutel="o", label="O", dekking=("X-5",)),),
    )
    inhoud = met(
        uitleg=(Uitleg(tekst="Uitleg", dekking=("X-1",)),),
        verwijzing=(Verwijzing(naar="opgave.test", tekst="Zie", dekking=("X-2",)),),
        vraag=(
            een_vraag(dekking=("X-3",), kolommen=(kolom,), opties=(Optie(sleutel="o", label="O", dekking=("X-6",)),)),
        ),
    )
    assert vergelijk(inhoud, []) == Uitslag((), (), ("X-1", "X-2", "X-3", "X-4", "X-5", "X-6"))


def test_a_reason_without_coverage_is_no_coverage():
    inhoud = met(vraag=(een_vraag(dekking_reden={"X-1": "reden"}),))
    assert vergelijk(inhoud, [Rij("X-1", "element", "tabel/lijst")]) == Uitslag((), ("X-1",), ())


def test_a_list_without_a_column_is_refused():
    with pytest.raises(LijstFout, match="Kolom 'invoertype' ontbreekt"):
        lees_rijen(["id\tsoort", "X-1\tkernvraag"])


# The command


def run(bestand):
    uit = StringIO()
    call_command("dekking", str(bestand), stdout=uit)
    return uit.getvalue()


def test_the_command_prints_three_times_nought():
    assert run(LIJST) == "0 niet gedekt, 0 verkeerde soort zonder reden, 0 verzonnen\n"


def test_the_command_names_each_id_and_fails(tmp_path):
    regels = LIJST.read_text(encoding="utf-8").splitlines()
    wie = next(nummer for nummer, regel in enumerate(regels) if regel.startswith("OPG-01\t"))
    regels[wie] = "OPG-01\tkeuzeoptie\tenkelkeuze\t"
    regels = [regel for regel in regels if not regel.startswith("OPG-02\t")] + ["OPG-99\tkernvraag\topen tekst\t"]
    (tmp_path / "lijst.tsv").write_text("\n".join(regels), encoding="utf-8")
    uit = StringIO()
    with pytest.raises(SystemExit) as einde:
        call_command("dekking", str(tmp_path / "lijst.tsv"), stdout=uit)
    assert einde.value.code == 1
    assert uit.getvalue().splitlines() == [
        "OPG-99: niet gedekt",
        "OPG-01: verkeerde soort",
        "OPG-02: verzonnen",
        "1 niet gedekt, 1 verkeerde soort zonder reden, 1 verzonnen",
    ]


@pytest.mark.parametrize("inhoud", [None, b"id\tsoort\n", b"\xff\xfe"])
def test_the_command_says_when_it_cannot_read_the_list(tmp_path, inhoud):
    bestand = tmp_path / "lijst.tsv"
    if inhoud is not None:
        bestand.write_bytes(inhoud)
    with pytest.raises(CommandError, match="lijst.tsv"):
        run(bestand)
