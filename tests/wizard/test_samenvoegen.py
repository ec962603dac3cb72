"""Two answers as one: what only one of them changed is taken, what both changed is told."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.wizard.samenvoegen import Samen, SamenRij, join_answers, join_texts
from tests.catalogus.strategieen import RUSTIG, waarde_van

VRAGEN = catalogus().vragen
TEKST, KEUZE, MEER, TABEL = (
    VRAGEN[sleutel] for sleutel in ("opgave.vraagstuk", "vormgeving.vorm", "opgave.partijen", "opgave.krachten")
)


def rij(sleutel, **cellen):
    return {"id": sleutel, **cellen}


def tabel(*rijen):
    return {"rijen": list(rijen)} if rijen else None


def samen(vraag, basis, hun, mijn):
    return join_answers(vraag, (basis, ""), (hun, ""), (mijn, ""))


@pytest.mark.parametrize(
    ("vraag", "basis", "hun", "mijn", "verwacht"),
    [
        (TEKST, None, "Van Fatma", "Van Anna", "Van Fatma\n\nVan Anna"),
        (TEKST, "Oud", "Oud en kort", "Oud en kort en lang", None),
        (TEKST, None, "Een. Van Fatma. Slot.", "Een. Van Anna. Slot.", "Een. Van Fatma. Van Anna. Slot."),
        (TEKST, None, "- een\n- van Fatma", "- een\n- van Anna", "- een\n- van Fatma\n- van Anna"),
        (TEKST, "Oud", None, "Van Anna", None),
        # What only one of the two changed is taken: a sentence, a paragraph, something left out.
        (TEKST, "Een. Twee. Drie.", "Een A. Twee. Drie.", "Een. Twee. Drie B.", "Een A. Twee. Drie B."),
        (TEKST, "Een.\n\nTwee.", "Een.\n\nVan Fatma.\n\nTwee.", "Een.\n\nTwee.\n\nVan Anna.",
         "Een.\n\nVan Fatma.\n\nTwee.\n\nVan Anna."),
        (TEKST, "Een. Twee. Drie.", "Een. Drie.", "Een. Twee. Drie. Vier.", "Een. Drie. Vier."),
        (TEKST, "Een.", "Een. Van Fatma.", "Een. Van Anna.", "Een. Van Fatma.\n\nVan Anna."),
        (MEER, None, {"keuzes": ["b"]}, {"keuzes": ["a"]}, {"keuzes": ["b", "a"]}),
        (MEER, None, {"keuzes": ["b", "a"]}, {"keuzes": ["a"]}, None),
        (
            MEER,
            None,
            {"keuzes": ["anders"], "anders": "Kerk"},
            {"keuzes": ["anders"], "anders": "Moskee"},
            {"keuzes": ["anders"], "anders": "Kerk; Moskee"},
        ),
        (KEUZE, None, {"keuze": "integraal"}, {"keuze": "geintegreerd"}, None),
    ],
)  # fmt: skip
def test_values(vraag, basis, hun, mijn, verwacht):
    assert samen(vraag, basis, hun, mijn) == (Samen(verwacht, "") if verwacht else None)


def test_options_stand_in_the_order_of_the_catalogue():
    eerste, tweede = (optie.sleutel for optie in MEER.opties[:2])
    gevonden = samen(MEER, None, {"keuzes": [tweede]}, {"keuzes": [eerste]})
    assert gevonden == Samen({"keuzes": [eerste, tweede]}, "")


@pytest.mark.parametrize(
    ("toelichtingen", "verwacht"),
    [
        (("", "Van Fatma", "Van Anna"), Samen({"keuze": "a"}, "Van Fatma\n\nVan Anna")),
        (("Oud", "Oud", "Van Anna"), None),
    ],
)
def test_toelichting_is_joined_when_both_changed_it(toelichtingen, verwacht):
    assert join_answers(KEUZE, *(({"keuze": "a"}, een) for een in toelichtingen)) == verwacht


def test_value_of_one_and_toelichting_of_the_other_go_together():
    basis, hun, mijn = ({"keuze": "a"}, "Oud"), ({"keuze": "b"}, "Oud"), ({"keuze": "a"}, "Nieuw")
    assert join_answers(KEUZE, basis, hun, mijn) == Samen({"keuze": "b"}, "Nieuw")


OUD = rij("r1", kracht="De school", soort="hulpbron")
EEN, TWEE, WENS = (OUD | cel for cel in ({"kracht": "Een"}, {"kracht": "Twee"}, {"soort": "potentie"}))
NIEUW, ANDER = rij("ra", kracht="X"), rij("rb", kracht="Y")
GEVALLEN = {  # (basis, hun, mijn): (the rows that are left, those that clash)
    "a new row each": ([OUD], [OUD, NIEUW], [OUD, ANDER], [OUD, NIEUW, ANDER], []),
    "removed and left alone": ([OUD, NIEUW], [OUD], [OUD, NIEUW, ANDER], [OUD, ANDER], []),
    "different cells of a row": ([OUD], [EEN], [WENS], [EEN | WENS | {"kracht": "Een"}], []),
    "the same cell of a row": ([OUD], [EEN | {"soort": "potentie"}], [TWEE], [],
                               [("r1", EEN | {"soort": "potentie"}, TWEE | {"soort": "potentie"})]),
    "removed by them, changed by me": ([OUD], [], [TWEE], [], [("r1", None, TWEE)]),
    "removed by me, changed by them": ([OUD], [EEN], [], [], [("r1", EEN, None)]),
    "each emptied another cell": ([OUD], [rij("r1", kracht="De school")], [rij("r1", soort="hulpbron"), NIEUW],
                                  [NIEUW], []),
    "without a version in common": ([], [OUD], [WENS], [], [("r1", OUD, WENS)]),
}  # fmt: skip


@pytest.mark.parametrize("geval", GEVALLEN)
def test_rows(geval):
    basis, hun, mijn, gewoon, botst = GEVALLEN[geval]
    gevonden = samen(TABEL, tabel(*basis), tabel(*hun), tabel(*mijn))
    assert (gevonden.waarde, gevonden.botsingen) == (tabel(*gewoon), [SamenRij(*een) for een in botst])


@given(st.sampled_from(list(VRAGEN.values())).flatmap(lambda v: st.tuples(st.just(v), *[waarde_van(v)] * 3)))
@RUSTIG
def test_who_changed_nothing_stands_in_nobodys_way(geval):
    vraag, basis, hun, mijn = geval
    assert samen(vraag, basis, hun, basis) is None
    assert samen(vraag, basis, basis, mijn) is None
    assert samen(vraag, basis, mijn, mijn) is None
    alle = samen(vraag, basis, hun, mijn)
    assert alle is None or alle.botsingen or alle.waarde not in (hun, mijn)


@given(*[st.lists(st.sampled_from(["Een. ", "Twee. ", "- drie\n", "\n", "Vier"]), max_size=8).map("".join)] * 3)
@RUSTIG
def test_no_sentence_that_was_added_is_lost(basis, hun, mijn):
    erbij = set(re.findall(r"\w+", f"{hun} {mijn}")) - set(re.findall(r"\w+", basis))
    samen = join_texts(basis, hun, mijn)
    assert [woord for woord in erbij if woord not in samen] == []


@pytest.mark.once
def test_longest_texts_take_little_time():
    basis = "".join(f"Dit is zin {nummer} over de wijk. " for nummer in range(3000))
    hun, mijn = "\n" * 100_000, "a\n" * 50_000
    begin = time.process_time()
    join_texts(basis, hun, mijn)
    assert join_texts(basis, f"Vooraf. {basis}", f"{basis}Achteraf.") == f"Vooraf. {basis}Achteraf."
    assert time.process_time() - begin < 2
