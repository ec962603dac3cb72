"""The content of the catalogue: pages that fit on a screen, choices that can be made, keys that stay."""

import pytest

from bouwstenen.catalogus import voorwaarden
from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import ANDERS, Kolom, Optie, Pagina, Uitleg, Vraag
from tests.catalogus.sleutels import hergebruikt, lees, nieuw, sleutels, sleutels_van, verdwenen

HOOGSTE = 1800  # px at 1280 wide, verdieping closed
KADER, UITLEG, VERWIJZING = 450, 130, 100
# Rough height of a vraag, and of each of its options; the browser test measures the real page.
HOOGTE = {
    "tekst": (260, 0),
    "getal": (170, 0),
    "keuze": (150, 62),
    "meer": (150, 62),
    "wie": (200, 45),
    "schaal": (110, 62),
    "rangorde": (150, 75),
    "competentie": (300, 0),
    "tabel": (420, 0),
}
SCHAAL_MET_CIJFERS = 230
# The vraag that each voorwaarde looks at.
KIJKT_NAAR = {
    "regie": "vormgeving.vorm",
    "organisatie": "vormgeving.vorm",
    "samenwerkingsverband": "vormgeving.vorm",
    "integraal": "vormgeving.vorm",
    "meerdere_teams": "inrichting.een_of_meer_teams",
    "complexe_vragen": "competenties.complexe_vragen",
}


def paginas():
    return [pagina for deel in catalogus().delen for pagina in deel.pagina]


def hoogte_vraag(vraag):
    if vraag.soort == "schaal" and vraag.tot:
        return SCHAAL_MET_CIJFERS
    vast, per_optie = HOOGTE[vraag.soort]
    return vast + per_optie * len(vraag.opties)


def hoogte(pagina):
    vragen = sum(hoogte_vraag(vraag) for vraag in pagina.vraag if not vraag.verdieping)
    return KADER + UITLEG * len(pagina.uitleg) + VERWIJZING * len(pagina.verwijzing) + vragen


def te_hoog(paginas):
    return {pagina.sleutel: hoogte(pagina) for pagina in paginas if hoogte(pagina) > HOOGSTE}


def met_te_weinig_keus(vragen):
    """The keuzes, of a vraag or of a kolom, between fewer than two options."""
    keuzes = [een for vraag in vragen for een in (vraag, *vraag.kolommen) if een.soort == "keuze"]
    return [een.sleutel for een in keuzes if len(een.opties) < 2]


def zonder_uitleg(vragen):
    """Options without the one line that explains them; the numbers of a schaal and "anders" need none."""
    return [
        f"{vraag.sleutel}={optie.sleutel}"
        for vraag in vragen
        if not vraag.tot
        for optie in vraag.opties
        if not optie.uitleg and optie.sleutel != ANDERS
    ]


def te_vroeg(paginas):
    """Conditional vragen that do not stand on a later page than the vraag they depend on."""
    plaats = {vraag.sleutel: nummer for nummer, pagina in enumerate(paginas) for vraag in pagina.vraag}
    return [
        vraag.sleutel
        for pagina in paginas
        for vraag in pagina.vraag
        for naam in (pagina.voorwaarde, vraag.voorwaarde)
        if naam and plaats[vraag.sleutel] <= plaats[KIJKT_NAAR[naam]]
    ]


def vraag(soort, **velden):
    return Vraag(sleutel="opgave.test", soort=soort, label="Test", bron="eigen voorstel", **velden)


def opties(aantal):
    return tuple(Optie(sleutel=f"o{nummer}", label="Optie") for nummer in range(aantal))


def test_no_page_is_too_tall():
    assert te_hoog(paginas()) == {}


def van_het_instrument(deel):
    """The pages that ask what the instrument asks; a page of verdieping alone holds only proposals of our own."""
    return [pagina for pagina in deel.pagina if any(not vraag.verdieping for vraag in pagina.vraag)]


def test_the_whole_instrument_is_about_35_to_40_pages():
    per_deel = {deel.sleutel: len(van_het_instrument(deel)) for deel in catalogus().delen}
    assert 35 <= sum(per_deel.values()) <= 42, per_deel


def test_two_pages_ask_only_what_we_propose_ourselves():
    eigen = [een for deel in catalogus().delen for een in deel.pagina if een not in van_het_instrument(deel)]
    assert [pagina.sleutel for pagina in eigen] == ["inrichting.uitgangspunten", "afronding.verwachtingen"]
    assert [vraag.sleutel for pagina in eigen for vraag in pagina.vraag if "eigen voorstel" not in vraag.bron] == []


def test_a_page_has_at_most_four_competenties():
    aantallen = {p.sleutel: sum(v.soort == "competentie" for v in p.vraag) for p in paginas()}
    assert {sleutel for sleutel, aantal in aantallen.items() if aantal > 4} == set()


def test_every_page_asks_something():
    assert [pagina.sleutel for pagina in paginas() if not pagina.vraag] == []


def test_a_page_that_is_too_tall_is_found():
    pagina = Pagina(sleutel="opgave.hoog", titel="Hoog", vraag=(vraag("tekst"),) * 6)
    assert te_hoog([pagina]) == {"opgave.hoog": 2010}


@pytest.mark.parametrize(
    ("een", "verwacht"),
    [
        (vraag("tekst"), 260),
        (vraag("keuze", opties=opties(3)), 336),
        (vraag("wie", opties=opties(2)), 290),
        (vraag("schaal", opties=opties(5)), 420),
        (vraag("schaal", van=0, tot=10, opties=opties(2)), 230),
    ],
)
def test_height_counts_the_options(een, verwacht):
    assert hoogte_vraag(een) == verwacht


def test_verdieping_is_closed_and_takes_no_height():
    uitleg = (Uitleg(tekst="Uitleg"),)
    vragen = (vraag("tekst"), vraag("tekst", verdieping=True))
    assert hoogte(Pagina(sleutel="opgave.dicht", titel="Dicht", uitleg=uitleg, vraag=vragen)) == 840


def test_every_keuze_has_something_to_choose():
    assert met_te_weinig_keus(catalogus().vragen.values()) == []


def test_a_keuze_with_one_option_is_found():
    kolom = Kolom(sleutel="soort", label="Soort", soort="keuze", opties=opties(1))
    assert met_te_weinig_keus([vraag("keuze", opties=opties(1)), vraag("tabel", kolommen=(kolom,))]) == [
        "opgave.test",
        "soort",
    ]


def test_every_option_has_one_line_of_explanation():
    assert zonder_uitleg(catalogus().vragen.values()) == []


def test_an_option_without_explanation_is_found():
    assert zonder_uitleg([vraag("keuze", opties=opties(2))]) == ["opgave.test=o0", "opgave.test=o1"]


def test_every_voorwaarde_is_known_here():
    assert KIJKT_NAAR.keys() == voorwaarden.VOORWAARDEN.keys()


def test_a_conditional_vraag_comes_after_what_it_depends_on():
    assert te_vroeg(paginas()) == []


def test_a_conditional_vraag_that_comes_too_early_is_found():
    vorm = Vraag(sleutel="vormgeving.vorm", soort="tekst", label="Vorm", bron="eigen voorstel")
    pagina = Pagina(sleutel="vormgeving.een", titel="Een", vraag=(vorm, vraag("tekst", voorwaarde="regie")))
    assert te_vroeg([pagina]) == ["opgave.test"]


def test_keys_are_unique():
    vragen = [vraag.sleutel for pagina in paginas() for vraag in pagina.vraag]
    namen = [pagina.sleutel for pagina in paginas()]
    assert (len(vragen), len(namen)) == (len(set(vragen)), len(set(namen)))


def test_no_key_disappears():
    weg = verdwenen(lees(), sleutels(catalogus()))
    assert weg == set(), "Answers hang on these keys. Put them back, or mark them 'vervallen' in sleutels.txt."


def test_no_key_is_used_again():
    assert hergebruikt(lees(), sleutels(catalogus())) == set()


def test_new_keys_are_in_the_list():
    assert nieuw(lees(), sleutels(catalogus())) == set(), "Run: python -m tests.catalogus.sleutels"


def test_the_list_of_keys_notices_each_change():
    regels = ["opgave.a", "opgave.a=ja", "vervallen opgave.b", "vervallen opgave.c"]
    aanwezig = {"opgave.a", "opgave.b", "opgave.d"}
    assert verdwenen(regels, aanwezig) == {"opgave.a=ja"}
    assert hergebruikt(regels, aanwezig) == {"opgave.b"}
    assert nieuw(regels, aanwezig) == {"opgave.d"}


def test_a_key_is_written_with_its_options_and_columns():
    kolom = Kolom(sleutel="wie", label="Wie", soort="keuze", opties=opties(1))
    tabel = vraag("tabel", kolommen=(kolom,))
    assert list(sleutels_van(tabel)) == ["opgave.test", "opgave.test/wie", "opgave.test/wie=o0"]
