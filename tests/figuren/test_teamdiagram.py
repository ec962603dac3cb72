"""A team diagram: teams drawn by their form, in their domains, with all of it in the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen.figuren.letters import breedte
from bouwstenen.figuren.plaatsing import HART, PLEKKEN, vakken
from bouwstenen.figuren.svg import GEWOON
from bouwstenen.figuren.team import DOMEINEN, Bereik, Domein, Pijl, Team, Teamdiagram, Uitleg
from bouwstenen.figuren.teamdiagram import teken
from bouwstenen.figuren.teamvormen import STIJLEN
from tests.catalogus.strategieen import RUSTIG
from tests.figuren.controle import problems

LEGE = tuple(Domein(id=sleutel, naam=f"Domein {sleutel}", tekst="Iets") for sleutel in DOMEINEN)
NAMEN = st.text(max_size=60)
DEEL = st.lists(st.sampled_from(DOMEINEN), unique=True).map(tuple)


def diagram(*teams, **velden):
    return Teamdiagram(titel="Titel", beschrijving="Tekst", domeinen=LEGE, teams=teams, **velden)


def plek(*domeinen, andere=()):
    """Where a team in these domains stands, beside these other ones."""
    teams = (Team(id="t", label="Team", domeinen=domeinen), *andere)
    return vakken(diagram(*teams))["t"].hart


@pytest.mark.parametrize("domein", DOMEINEN)
def test_a_team_stands_in_its_domain(domein):
    assert plek(domein) == PLEKKEN[domein]


@pytest.mark.parametrize("domeinen", [(), ("DOM-1", "DOM-4"), DOMEINEN[:3], DOMEINEN])
def test_a_broad_team_stands_around_the_burger(domeinen):
    assert plek(*domeinen) == HART


@pytest.mark.parametrize(
    ("domeinen", "x", "y"), [(("DOM-1", "DOM-2"), 0, -1), (("DOM-3", "DOM-1"), -1, 0), (("DOM-2", "DOM-4"), 1, 0)]
)
def test_a_team_in_two_domains_that_touch_stands_between_them(domeinen, x, y):
    hier = plek(*domeinen)
    assert [(hier[een] > HART[een]) - (hier[een] < HART[een]) for een in (0, 1)] == [x, y]


def test_teams_in_one_domain_do_not_cover_each_other():
    teams = [Team(id=str(nummer), label="Team", domeinen=("DOM-1",)) for nummer in range(2)]
    een, ander = (vakken(diagram(*teams))[team.id] for team in teams)
    assert abs(een.hart[1] - ander.hart[1]) > een.breed + ander.breed


@pytest.mark.parametrize("vorm", STIJLEN)
def test_every_form_is_drawn_otherwise(vorm):
    svg = {een: teken(diagram(Team(id="t", label="Team", vorm=een))).svg for een in STIJLEN}
    assert [een for een in svg if svg[een] == svg[vorm]] == [vorm]


def test_everything_drawn_is_in_the_table():
    figuur = teken(
        diagram(
            Team(id="a", label="Team A", domeinen=("DOM-1",), tekst="Het eerste"),
            Team(id="b", label="Team B", domeinen=("DOM-3",), tekst="Het tweede"),
            bereik=(Bereik(team="a", omvat=("DOM-1",), deels=("DOM-3",)), Bereik(team="b", omvat=())),
            pijlen=(Pijl(van="a", naar="b"), Pijl(van="a", naar="huisarts", beide=False)),
            legenda=(
                Uitleg(teken="lijn", kop="Eigen organisatie", tekst="Kort", volledig="Heel lang"),
                Uitleg(teken="geen", kop="Alleen hier", tekst="Niet getekend"),
            ),
            huisarts=True,
        )
    )
    assert figuur.rijen == (
        *((f"Domein Domein {sleutel}", "Iets") for sleutel in DOMEINEN),
        ("Team: Team A", "Het eerste"),
        ("Team: Team B", "Het tweede"),
        ("Bereik van Team A", "Domein DOM-1; Domein DOM-3 (voor een deel)"),
        ("Bereik van Team B", "geen domein gekozen"),
        ("Eigen organisatie", "Heel lang"),
        ("Alleen hier", "Niet getekend"),
        ("Verbinding", "Team A en Team B, over en weer"),
        ("Verbinding", "van Team A naar Huisarts"),
        ("Burger", "staat in het midden"),
    )
    assert ("Kort" in figuur.svg, "Niet getekend" in figuur.svg) == (True, False)


def test_a_burger_beside_the_team():
    assert teken(diagram(burger=(240, 490))).rijen[-1] == ("Burger", "staat naast het team")


@pytest.mark.parametrize("huisarts", [True, False])
def test_the_huisarts_is_drawn_only_when_there_is_one(huisarts):
    assert (">Huisarts<" in teken(diagram(huisarts=huisarts)).svg) == huisarts


def test_further_reach_goes_further():
    def uiterste(ver):
        team = Team(id="t", label="", domeinen=("DOM-1",))
        svg = teken(diagram(team, bereik=(Bereik(team="t", omvat=("DOM-1",), ver=ver),))).svg
        return float(svg.split('stroke-dasharray="12 8"')[0].rpartition(' r="')[2].partition('"')[0])

    assert uiterste(0) < uiterste(0.5) < uiterste(1)


@pytest.mark.parametrize("label", ["A", "Wijkteam Zeist-Oost", "Front- en backoffice Wijk bij Duurstede", "W" * 100])
@pytest.mark.parametrize("domeinen", [(), ("DOM-1",), ("DOM-2", "DOM-4"), DOMEINEN])
def test_a_name_fits_on_its_plate(label, domeinen):
    plaat = vakken(diagram(Team(id="t", label=label, domeinen=domeinen)))["t"].plaat
    assert all(breedte(regel, GEWOON) <= 2 * plaat.maten[0] for regel in plaat.regels)
    assert plaat.hart[0] - plaat.maten[0] >= 0 and plaat.hart[0] + plaat.maten[0] <= 480


def test_an_arrow_to_nothing_is_a_mistake():
    with pytest.raises(KeyError):
        teken(diagram(pijlen=(Pijl(van="a", naar="burger"),)))


@st.composite
def diagrammen(draw):
    teams = tuple(
        Team(id=f"t{nummer}", label=draw(NAMEN), vorm=draw(st.sampled_from(list(STIJLEN))), domeinen=draw(DEEL),
             opschrift=draw(NAMEN), stapel=draw(st.booleans()), lijnen=draw(st.integers(0, 5)))
        for nummer in range(draw(st.integers(0, 5)))
    )  # fmt: skip
    heen = st.sampled_from([*(team.id for team in teams), "burger", "huisarts", "informeel", *DOMEINEN])
    return diagram(
        *teams,
        bereik=tuple(Bereik(team=team.id, omvat=draw(DEEL), ver=draw(st.floats(0, 1))) for team in teams),
        pijlen=tuple(draw(st.lists(st.builds(Pijl, van=heen, naar=heen, streep=st.booleans()), max_size=6))),
        legenda=(Uitleg(teken="team", kop="Vorm", tekst=draw(NAMEN)),),
        huisarts=True,
        informeel=True,
    )


@RUSTIG
@given(diagrammen())
def test_any_diagram_makes_a_right_figure(een):
    assert problems(teken(een)) == []
