"""What the capacity check says: the sentence with its outcome, and a remark wherever the sum leans on something."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.samenhang.capaciteit.getallen import exact
from bouwstenen.samenhang.capaciteit.plek import Plek, plekken
from bouwstenen.samenhang.capaciteit.som import AANDEEL, FTE, INWONERS, PER_HUISHOUDEN, PER_VRAAG, Som
from bouwstenen.samenhang.capaciteit.uren import ANDER_WERK, HULP, MEEGETELD, SCHOLING, TEAM, TOTAAL, WEKEN
from bouwstenen.samenhang.capaciteit.woorden import aantal, opsomming, uur, woorden


@dataclass(frozen=True)
class Opmerking:
    """A sentence beside the sum, and the vragen it is about."""

    zin: str
    vragen: tuple[Plek, ...]


def huishoudens(getal: Decimal) -> str:
    return aantal(getal, "huishouden", "huishoudens")


def zin_van(som: Som) -> str:
    """The outcome in one sentence."""
    return woorden("zin")[som.uitkomst].format(
        ruimte="" if som.ruimte is None else huishoudens(som.ruimte),
        verwacht="" if som.verwacht is None else exact(som.verwacht),
        verwacht_huishoudens="" if som.verwacht is None else huishoudens(som.verwacht),
    )


def vervolg_van(som: Som) -> str:
    """How far apart the two are, and what the expected households would take; "" when one of them is not known."""
    if som.uitkomst != "ruimte_en_verwacht" or som.ruimte is None or som.verwacht is None:
        return ""
    verschil = som.ruimte - som.verwacht
    if verschil >= 0:
        return woorden("vervolg")["ruimer" if verschil else "gelijk"].format(verschil=huishoudens(verschil))
    if som.nodig is None or som.uren.hulp is None:
        return woorden("vervolg")["krapper_kort"].format(verschil=huishoudens(-verschil))
    return woorden("vervolg")["krapper"].format(
        verschil=huishoudens(-verschil),
        verwacht_huishoudens=huishoudens(som.verwacht),
        nodig=uur(som.nodig),
        hulp=uur(som.uren.hulp),
    )


def opmerkingen_van(som: Som) -> tuple[Opmerking, ...]:
    """Everything the sum leans on that is no plain answer, and where answers do not add up."""
    regels = (klopt_niet, rest, verdeling, niet_ingevuld, overleg, tabel, scholing, verwachting, per_fte, per_vraag)
    return tuple(opmerking for regel in regels for opmerking in regel(som))


def met_eenheid(som: Som, vraag: str) -> str:
    """A number that was given, with the unit of its vraag."""
    return f"{exact(som.getallen[vraag])} {catalogus().vragen[vraag].eenheid}"


def zeg(sleutel: str, *vragen: str, **invulling: str) -> Opmerking:
    return Opmerking(woorden("opmerking")[sleutel].format(**invulling), plekken(vragen))


def klopt_niet(som: Som) -> Iterator[Opmerking]:
    if som.onbruikbaar:
        yield zeg("klopt_niet", *som.onbruikbaar)


def rest(som: Som) -> Iterator[Opmerking]:
    uren = som.uren
    if not uren.is_rest or uren.totaal is None or uren.hulp is None:
        return
    getallen = {"totaal": uur(uren.totaal), "ander": uur(uren.ander_som), "hulp": uur(uren.hulp)}
    soort = "rest" if uren.hulp else "rest_niets"
    yield zeg(soort if uren.ander_som else "rest_zonder_aftrek", HULP, **getallen)


def verdeling(som: Som) -> Iterator[Opmerking]:
    """Whether the parts fit in the whole."""
    uren = som.uren
    if uren.totaal is None or not uren.som:
        return
    bedragen = {"som": uur(uren.som), "totaal": uur(uren.totaal), "verschil": uur(abs(uren.som - uren.totaal))}
    if uren.som > uren.totaal:
        yield zeg("te_veel", TOTAAL, **bedragen)
    elif not uren.is_rest and uren.som < uren.totaal:
        yield zeg("over", **bedragen)


def niet_ingevuld(som: Som) -> Iterator[Opmerking]:
    leeg = {soort: vraag for soort, vraag in ANDER_WERK.items() if vraag not in (*som.getallen, *som.onbruikbaar)}
    if leeg and som.uren.hulp is not None:
        namen = [woorden("soort")[soort].lower() for soort in leeg]
        yield zeg("niet_ingevuld", *leeg.values(), soorten=opsomming(namen))


def overleg(som: Som) -> Iterator[Opmerking]:
    if som.uren.bovenop and som.uren.ander["overleg"] is not None:
        yield zeg("overleg_bovenop", MEEGETELD)


def tabel(som: Som) -> Iterator[Opmerking]:
    """Whether the table of the team (EX-33) says the same as the total."""
    team, totaal = som.uren.team, som.uren.totaal
    if team.uren is None or totaal is None or team.uren == totaal:
        return
    uren = {"tabel": uur(team.uren), "totaal": uur(totaal), "vrijwilligers": uur(team.vrijwilligers)}
    yield zeg("tabel_vrijwilligers" if team.vrijwilligers else "tabel_anders", TEAM, TOTAAL, **uren)


def scholing(som: Som) -> Iterator[Opmerking]:
    """How hours per year and teamlid become hours per week of the team, or why they do not."""
    if SCHOLING not in som.getallen:
        return
    per_jaar = met_eenheid(som, SCHOLING)
    if som.uren.ander["scholing"] is None:
        yield zeg("scholing_apart", TEAM, WEKEN, per_jaar=per_jaar)
        return
    leden = aantal(som.uren.team.leden, "teamlid", "teamleden")
    yield zeg("scholing", SCHOLING, TEAM, per_jaar=per_jaar, teamleden=leden, weken=met_eenheid(som, WEKEN))


def verwachting(som: Som) -> Iterator[Opmerking]:
    if som.uit_aandeel and som.verwacht is not None:
        yield zeg(
            "aandeel", AANDEEL, INWONERS,
            aandeel=huishoudens(som.getallen[AANDEEL]), inwoners=met_eenheid(som, INWONERS),
            verwacht_huishoudens=huishoudens(som.verwacht),
        )  # fmt: skip


def per_fte(som: Som) -> Iterator[Opmerking]:
    iets = som.ruimte is not None or som.verwacht is not None
    if iets and not som.getallen.get(FTE) and FTE not in som.onbruikbaar:
        yield zeg("geen_fte", FTE)


def per_vraag(som: Som) -> Iterator[Opmerking]:
    if PER_VRAAG in som.getallen and PER_HUISHOUDEN not in som.getallen:
        yield zeg("uren_per_vraag", PER_HUISHOUDEN, uren=uur(som.getallen[PER_VRAAG]))
