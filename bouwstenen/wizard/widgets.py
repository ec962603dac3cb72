"""The inputs of the wizard: each reads its raw parts from a POST and gives its template what to show.

A raw value is what was typed, part by part; it is shown again exactly so when the page has an error.
"""

import re
import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import QueryDict

from bouwstenen.catalogus.schema import ANDERS, NOG_NIET, Kolom, Optie, Vraag
from bouwstenen.catalogus.waarden import NOG_NIET_LABEL, VERVALLEN

RIJ_ID = re.compile(r"r[0-9a-f]{1,12}")
LEGE_RIJEN = 3
MEESTE_VINKJES = 5  # more tick boxes in one cell are folded away, so that rows stay low
WEG = "rij-weg"  # the removal tick of a row; no kolom has a hyphen in its key
# What stands beside an answer in a POST, each as "<naam><suffix>".
TOELICHTING, VERSIE = "-toelichting", "-versie"
CONFLICT, BESLUIT, BASIS, SAMEN = "-conflict", "-besluit", "-basis", "-samen"
EIGEN_LABEL = "eigen-label"  # a question that the wijkteam wants to ask itself
BIJVELDEN = (TOELICHTING, VERSIE, CONFLICT, BESLUIT, BASIS, SAMEN)
Ruw = dict[str, Any]


def new_row_id() -> str:
    return f"r{uuid.uuid4().hex[:10]}"


def question_of(naam: str) -> str:
    """The name of the question that this input belongs to."""
    return naam.partition("-")[0]


def was_shown(data: QueryDict, naam: str) -> bool:
    """Whether the question of this input stood on the page that was sent: then its version comes back."""
    return question_of(naam) + VERSIE in data


def komma(getal: str) -> str:
    """A stored decimal string as it is typed here."""
    return getal.replace(".", ",")


class VraagWidget(forms.Widget):
    """Renders itself whole (`eigen_opmaak`); the template pack puts label, hint and error around it."""

    eigen_opmaak = True
    groep = True  # several inputs under one legend, instead of one input with a label
    read: Callable[[QueryDict, str], Any]  # each soort its own: the raw parts from a POST
    parts: Callable[[str, str, Any], dict[str, Any]]  # and what its template shows for them

    def __init__(self, vraag: Vraag):
        self.vraag = vraag
        self.extra_rijen = 0
        self.wisbaar = True  # whether a choice may have a button that clears it
        super().__init__()

    @property
    def use_fieldset(self) -> bool:  # type: ignore[override]
        return self.groep

    def id_for_label(self, id_: str) -> str:
        return id_

    def id_eerste(self, id_: str) -> str:
        """The id of the first input, where a link in the error summary leads."""
        return id_

    def to_ruw(self, waarde: Any) -> Any:
        """A stored value as the raw parts that would have produced it."""
        return waarde

    def format_value(self, value: Any) -> Any:
        return value

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        ruw = value if isinstance(value, Posted) else Posted(self.to_ruw(value))
        id_ = context["widget"]["attrs"].get("id", f"id_{name}")
        beschreven_door = context["widget"]["attrs"].get("aria-describedby", "")
        ongeldig = bool(context["widget"]["attrs"].get("aria-invalid"))
        context |= {"name": name, "id": id_, "beschreven_door": beschreven_door, "ongeldig": ongeldig}
        context |= {"legenda": self.vraag.label, "naam_vraag": self.vraag.naam}
        context |= self.parts(name, id_, ruw.ruw)
        return context | {"te_wissen": self.wisbaar and context.get("te_wissen")}

    def value_from_datadict(self, data: QueryDict, files: Any, name: str) -> "Posted | None":
        """What was typed; None when the question did not stand on the page."""
        return Posted(self.read(data, name)) if was_shown(data, name) else None


class Posted:
    """Raw parts as they were typed, told apart from a stored value."""

    def __init__(self, ruw: Any):
        self.ruw = ruw

    def __bool__(self) -> bool:
        return is_typed(self.ruw)


def is_typed(ruw: Any) -> bool:
    """Whether any part was filled in or chosen; the id of a row is no answer."""
    if isinstance(ruw, dict):
        return any(is_typed(deel) for naam, deel in ruw.items() if naam != "id")
    return any(is_typed(deel) for deel in ruw) if isinstance(ruw, list) else bool(ruw)


def opties_context(id_: str, opties: tuple[Optie, ...], gekozen: set[str], *, nog_niet: bool) -> list[dict[str, Any]]:
    """The options as the partials of the template pack want them, with those that were chosen but no longer exist."""
    alle = [*opties]
    if nog_niet:
        alle.append(Optie(sleutel=NOG_NIET, label=NOG_NIET_LABEL))
    bekend = {optie.sleutel for optie in alle}
    alle += [Optie(sleutel=s, label=f"{s} ({VERVALLEN})") for s in sorted(gekozen - bekend) if s]
    return [
        {
            "waarde": optie.sleutel,
            "label": optie.label,
            "uitleg": optie.uitleg,
            "gekozen": optie.sleutel in gekozen,
            "id": f"{id_}_{nummer}",
            "is_anders": optie.sleutel == ANDERS,
            "is_nog_niet": optie.sleutel == NOG_NIET,
        }
        for nummer, optie in enumerate(alle)
    ]


class TekstWidget(VraagWidget):
    template_name = "nlds/onderdelen/_tekst.html"
    groep = False

    def read(self, data: QueryDict, name: str) -> str:
        return data.get(name, "")

    def parts(self, name: str, id_: str, ruw: str | None) -> dict[str, Any]:
        return {"waarde": ruw or ""}


class GetalWidget(TekstWidget):
    template_name = "nlds/onderdelen/_getal.html"

    def to_ruw(self, waarde: str | None) -> str:
        return komma(waarde or "")

    def parts(self, name: str, id_: str, ruw: str | None) -> dict[str, Any]:
        return {"waarde": ruw or "", "eenheid": self.vraag.eenheid}


class GroepWidget(VraagWidget):
    def id_for_label(self, id_: str) -> str:
        return ""

    def id_eerste(self, id_: str) -> str:
        return f"{id_}_0"


class KeuzeWidget(GroepWidget):
    """Radios; a numeric schaal shows its numbers on one line between the two poles."""

    template_name = "wizard/velden/keuze.html"

    def read(self, data: QueryDict, name: str) -> Ruw:
        return {"keuze": data.get(name, ""), "anders": data.get(f"{name}-anders", "")}

    def parts(self, name: str, id_: str, ruw: Ruw | None) -> dict[str, Any]:
        ruw = ruw or {}
        opties = opties_context(id_, self.vraag.stappen, {ruw.get("keuze", "")}, nog_niet=True)
        anders = {"naam": f"{name}-anders", "waarde": ruw.get("anders", ""), "id": f"{id_}_anders"}
        polen = tuple(optie.label for optie in self.vraag.opties) if self.vraag.tot else ()
        if polen:  # the poles carry the words, the steps only their number
            uiteinden = {optie.sleutel for optie in self.vraag.opties}
            opties = [o | {"label": o["waarde"]} if o["waarde"] in uiteinden else o for o in opties]
        return {
            "opties": opties,
            "anders": anders if self.vraag.met_anders else None,
            "polen": polen,
            "te_wissen": bool(ruw.get("keuze")),
        }


class MeerWidget(GroepWidget):
    template_name = "nlds/onderdelen/_checkboxes.html"

    def read(self, data: QueryDict, name: str) -> Ruw:
        return {"keuzes": data.getlist(name), "anders": data.get(f"{name}-anders", "")}

    def parts(self, name: str, id_: str, ruw: Ruw | None) -> dict[str, Any]:
        ruw = ruw or {}
        opties = opties_context(id_, self.vraag.opties, set(ruw.get("keuzes", ())), nog_niet=False)
        anders = {"naam": f"{name}-anders", "waarde": ruw.get("anders", ""), "id": f"{id_}_anders"}
        return {"opties": opties, "anders": anders if self.vraag.met_anders else None}


class WieWidget(GroepWidget):
    template_name = "wizard/velden/wie.html"

    def read(self, data: QueryDict, name: str) -> Ruw:
        return {"keuze": data.get(name, ""), "naam": data.get(f"{name}-naam", "")}

    def parts(self, name: str, id_: str, ruw: Ruw | None) -> dict[str, Any]:
        ruw = ruw or {}
        return {
            "opties": opties_context(id_, self.vraag.opties, {ruw.get("keuze", "")}, nog_niet=True),
            "naam": {
                "naam": f"{name}-naam",
                "waarde": ruw.get("naam", ""),
                "id": f"{id_}_naam",
                "label": "Naam" if self.vraag.persoon else "Functie of organisatie",
            },
            "te_wissen": bool(ruw.get("keuze")),
        }


class RangordeWidget(GroepWidget):
    """A place for each option; without JavaScript too."""

    template_name = "nlds/onderdelen/_rangorde.html"

    def read(self, data: QueryDict, name: str) -> Ruw:
        sleutels = [optie.sleutel for optie in self.vraag.opties]
        anders = [
            veld.removeprefix(f"{name}-")
            for veld in data
            if veld.startswith(f"{name}-") and not veld.endswith(BIJVELDEN)
        ]
        return {sleutel: data.get(f"{name}-{sleutel}", "") for sleutel in dict.fromkeys([*sleutels, *anders])}

    def to_ruw(self, waarde: Any) -> Ruw:
        return {sleutel: str(plaats) for plaats, sleutel in enumerate((waarde or {}).get("volgorde", ()), 1)}

    def parts(self, name: str, id_: str, ruw: Ruw) -> dict[str, Any]:
        opties = opties_context(id_, self.vraag.opties, {s for s, p in ruw.items() if p}, nog_niet=False)
        return {
            "plaatsen": [str(nummer) for nummer in range(1, len(opties) + 1)],
            "opties": [
                {**optie, "naam": f"{name}-{optie['waarde']}", "plaats": ruw.get(optie["waarde"], "")}
                for optie in opties
            ],
        }


class CompetentieWidget(GroepWidget):
    """Two scales of five: needed, and there."""

    template_name = "wizard/velden/competentie.html"

    def id_eerste(self, id_: str) -> str:
        return f"{id_}_{self.vraag.schalen[0].sleutel}_0"

    def read(self, data: QueryDict, name: str) -> Ruw:
        return {schaal.sleutel: data.get(f"{name}-{schaal.sleutel}", "") for schaal in self.vraag.schalen}

    def parts(self, name: str, id_: str, ruw: Ruw | None) -> dict[str, Any]:
        stappen = tuple(Optie(sleutel=str(nummer), label=str(nummer)) for nummer in range(1, 6))
        return {
            "te_wissen": any((ruw or {}).values()),
            "schalen": [
                {
                    "label": schaal.label,
                    "name": f"{name}-{schaal.sleutel}",
                    "id": f"{id_}_{schaal.sleutel}",
                    "polen": schaal.polen,
                    "opties": opties_context(
                        f"{id_}_{schaal.sleutel}", stappen, {(ruw or {}).get(schaal.sleutel, "")}, nog_niet=True
                    ),
                }
                for schaal in self.vraag.schalen
            ],
        }


class TabelWidget(GroepWidget):
    """Rows that keep their id; there are always some empty ones at the end."""

    template_name = "wizard/velden/tabel.html"

    def id_eerste(self, id_: str) -> str:
        return f"{id_}_kop"

    def id_bij_fout(self, id_: str, code: str) -> str:
        """The cell that an error is about: its code is "<row>-<kolom>"; other errors are about the whole table."""
        return f"{id_}-{code}" if RIJ_ID.match(code) and "-" in code else self.id_eerste(id_)

    def read(self, data: QueryDict, name: str) -> Ruw:
        ids = [rij if RIJ_ID.fullmatch(rij) else new_row_id() for rij in dict.fromkeys(data.getlist(f"{name}-rij"))]
        return {"rijen": [self.read_row(data, f"{name}-{rij}", rij) for rij in ids]}

    def read_row(self, data: QueryDict, naam: str, rij: str) -> Ruw:
        cellen: Ruw = {"id": rij, WEG: f"{naam}-{WEG}" in data}
        for kolom in self.vraag.kolommen:
            cel = f"{naam}-{kolom.sleutel}"
            if kolom.soort == "wie":
                cellen[kolom.sleutel] = {"keuze": data.get(cel, ""), "naam": data.get(f"{cel}-naam", "")}
            else:
                cellen[kolom.sleutel] = data.getlist(cel) if kolom.soort == "meer" else data.get(cel, "")
        return cellen

    def to_ruw(self, waarde: Any) -> Ruw:
        getallen = {kolom.sleutel for kolom in self.vraag.kolommen if kolom.soort == "getal"}
        return {
            "rijen": [
                {sleutel: komma(cel) if sleutel in getallen else cel for sleutel, cel in rij.items()}
                for rij in (waarde or {}).get("rijen", ())
            ]
        }

    def parts(self, name: str, id_: str, ruw: Ruw) -> dict[str, Any]:
        rijen = ruw["rijen"]
        leeg = max(LEGE_RIJEN - len(rijen), 1) + self.extra_rijen
        alle = [*rijen, *({"id": new_row_id()} for _ in range(leeg))]
        return {
            "kolommen": self.vraag.kolommen,
            "rijen": [self.row(name, id_, rij, nummer) for nummer, rij in enumerate(alle, 1)],
        }

    def row(self, name: str, id_: str, rij: Ruw, nummer: int) -> Ruw:
        naam = f"{name}-{rij['id']}"
        return {
            "id": rij["id"],
            "nummer": str(nummer),  # in every cell: a number would be localised each time
            "cellen": [
                self.cell(kolom, f"{naam}-{kolom.sleutel}", rij.get(kolom.sleutel)) for kolom in self.vraag.kolommen
            ],
            "verwijder": {"naam": f"{naam}-{WEG}", "id": f"id_{naam}-{WEG}", "aan": bool(rij.get(WEG))},
        }

    def cell(self, kolom: Kolom, naam: str, ruw: Any) -> Ruw:
        cel: Ruw = {"naam": naam, "id": f"id_{naam}", "soort": kolom.soort, "label": kolom.label, "waarde": ruw or ""}
        if kolom.soort in ("keuze", "meer", "wie"):
            gekozen = {ruw["keuze"]} if kolom.soort == "wie" and ruw and ruw.get("keuze") else self.chosen(kolom, ruw)
            cel["opties"] = opties_context(f"id_{naam}", kolom.opties, gekozen, nog_niet=False)
        if kolom.soort == "meer" and len(kolom.opties) > MEESTE_VINKJES:
            bekend = {optie.sleutel for optie in kolom.opties}
            cel["uitklap"] = {"gekozen": len(gekozen), "open": not gekozen <= bekend}
        if kolom.soort == "wie":
            cel["waarde"] = (ruw or {}).get("naam", "")
        return cel

    def chosen(self, kolom: Kolom, ruw: Any) -> set[str]:
        if not ruw or kolom.soort == "wie":
            return set()
        return set(ruw) if kolom.soort == "meer" else {ruw}
