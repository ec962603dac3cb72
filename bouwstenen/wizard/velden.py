"""The form fields of the wizard: each turns what a user sent for one vraag into its value (catalogus.waarden)."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import ANDERS, NOG_NIET, Kolom, Optie, Vraag
from bouwstenen.catalogus.waarden import getal_tekst
from bouwstenen.core.tekst import schoon
from bouwstenen.wizard import widgets
from bouwstenen.wizard.getallen import parse_getal

MEESTE_TEKENS = 100_000
MEESTE_RIJEN = 500
MEESTE_TEKENS_KORT = 2_000  # a cell, a name, "anders, namelijk"

Ruw = dict[str, Any]


class VraagVeld(forms.Field):
    """What all fields have in common: the words of the vraag and the value that was stored before."""

    widget_klasse: type[widgets.VraagWidget]
    to_waarde: Callable[[Any], Any]  # each soort its own: from raw parts to the value, or ValidationError
    uitklap = ""  # the words of the fold-out that holds the field, if any (template pack)

    def __init__(self, vraag: Vraag, opgeslagen: Any = None):
        self.vraag = vraag
        self.opgeslagen = opgeslagen
        super().__init__(
            required=False,
            label=vraag.label,
            help_text=vraag.hint,
            initial=opgeslagen,
            widget=self.widget_klasse(vraag),
        )

    @property
    def uitleg(self) -> str:
        return self.vraag.uitleg

    @property
    def bron(self) -> str:
        """Where the question comes from, in words."""
        bronnen = [str(bron) for bron in catalogus().bronnen_van(self.vraag.bron)]
        return "; ".join(bronnen + ["eigen voorstel"] * ("eigen voorstel" in self.vraag.bron))

    def clean(self, value: widgets.Posted | None) -> Any:
        """The value; what did not stand on the page stays what it was."""
        return self.opgeslagen if value is None else self.to_waarde(value.ruw) or None

    def bound_data(self, data: widgets.Posted | None, initial: Any) -> Any:
        return initial if data is None else data

    def check_keuze(self, sleutel: str, opties: tuple[Optie, ...], oud: Any = ()) -> str:
        """The key, when it is an option, or was one when the answer was stored."""
        if sleutel in ("", NOG_NIET) or any(optie.sleutel == sleutel for optie in opties) or sleutel in oud:
            return sleutel
        raise ValidationError("Kies een antwoord uit de lijst. Wat u koos, staat er niet in.", code="keuze")

    def oude(self, onderdeel: str) -> Any:
        """The part of the stored value, when it has the shape of this soort."""
        return self.opgeslagen.get(onderdeel, ()) if isinstance(self.opgeslagen, dict) else ()


def check_lengte(tekst: str, hoogste: int) -> str:
    if len(tekst) > hoogste:
        getypt, mag = (getal_tekst(str(aantal)) for aantal in (len(tekst), hoogste))
        raise ValidationError(f"Maak deze tekst korter: er staan {getypt} tekens, {mag} mag.", code="lengte")
    return tekst


def check_tekst(ruw: str, hoogste: int) -> str:
    """The text as it was typed; nothing but blanks is nothing."""
    tekst = check_lengte(schoon(ruw), hoogste)
    return tekst if tekst.strip() else ""


def check_regel(ruw: str) -> str:
    """A short text on one line, as an input of one line shows it."""
    return check_lengte(" ".join(schoon(ruw).split()), MEESTE_TEKENS_KORT)


def check_getal(tekst: str, minimum: int | None, maximum: int | None) -> str:
    if not tekst.strip():
        return ""
    getal = parse_getal(tekst)
    if getal is None:
        raise ValidationError("Vul een getal in, bijvoorbeeld 28 of 28,5.", code="getal")
    if minimum is not None and Decimal(getal) < minimum:
        raise ValidationError(f"Vul een getal in van {getal_tekst(str(minimum))} of meer.", code="minimum")
    if maximum is not None and Decimal(getal) > maximum:
        raise ValidationError(f"Vul een getal in van {getal_tekst(str(maximum))} of minder.", code="maximum")
    return getal


class TekstVeld(VraagVeld):
    widget_klasse = widgets.TekstWidget

    def to_waarde(self, ruw: str) -> str:
        return check_tekst(ruw, MEESTE_TEKENS)


class GetalVeld(VraagVeld):
    widget_klasse = widgets.GetalWidget

    def to_waarde(self, ruw: str) -> str:
        return check_getal(schoon(ruw), self.vraag.minimum, self.vraag.maximum)


class KeuzeVeld(VraagVeld):
    """One option of a keuze or a schaal."""

    widget_klasse = widgets.KeuzeWidget

    def to_waarde(self, ruw: Ruw) -> Any:
        anders = check_regel(ruw["anders"]) if self.vraag.met_anders else ""
        sleutel = self.check_keuze(schoon(ruw["keuze"]), self.vraag.stappen, (self.oude("keuze"),))
        sleutel = sleutel or (ANDERS if anders else "")
        # A text at "anders" stays when another option is chosen: the user may come back to it.
        return {"keuze": sleutel} | ({"anders": anders} if anders else {}) if sleutel else None


class MeerVeld(VraagVeld):
    """Several options, in the order of the catalogue; typing at "anders" chooses it."""

    widget_klasse = widgets.MeerWidget

    def to_waarde(self, ruw: Ruw) -> Any:
        oud = self.oude("keuzes")
        gekozen = {self.check_keuze(schoon(sleutel), self.vraag.opties, oud) for sleutel in ruw["keuzes"]}
        anders = check_regel(ruw["anders"])
        if anders and self.vraag.met_anders:
            gekozen.add(ANDERS)
        volgorde = dict.fromkeys([*(optie.sleutel for optie in self.vraag.opties), *oud])
        keuzes = [sleutel for sleutel in volgorde if sleutel in gekozen]
        if not keuzes:
            return None
        return {"keuzes": keuzes} | ({"anders": anders} if anders and ANDERS in keuzes else {})


def wie_waarde(veld: VraagVeld, ruw: Ruw, opties: tuple[Optie, ...], oud: Any) -> Ruw | None:
    sleutel = veld.check_keuze(schoon(ruw["keuze"]), opties, (oud,))
    naam = check_regel(ruw["naam"])
    return {deel: tekst for deel, tekst in (("keuze", sleutel), ("naam", naam)) if tekst} or None


class WieVeld(VraagVeld):
    """Who: an option such as the gemeente, a name, or both."""

    widget_klasse = widgets.WieWidget

    def to_waarde(self, ruw: Ruw) -> Any:
        return wie_waarde(self, ruw, self.vraag.opties, self.oude("keuze"))


class RangordeVeld(VraagVeld):
    """Chosen options in order: each has a place or none, and no two have the same place."""

    widget_klasse = widgets.RangordeWidget

    def to_waarde(self, ruw: Ruw) -> Any:
        oud = self.oude("volgorde")
        plaatsen = {
            self.check_keuze(sleutel, self.vraag.opties, oud): self.check_plaats(schoon(plaats), len(ruw))
            for sleutel, plaats in ruw.items()
            if plaats
        }
        bezet = list(plaatsen.values())
        if len(set(bezet)) != len(bezet):
            raise ValidationError(
                "Geef elke plaats maar één keer. Kies voor elk doel een andere plaats.", code="dubbel"
            )
        return {"volgorde": sorted(plaatsen, key=plaatsen.__getitem__)} if plaatsen else None

    def check_plaats(self, plaats: str, laatste: int) -> int:
        if plaats.isascii() and plaats.isdigit() and 1 <= int(plaats[:4]) <= laatste:
            return int(plaats)
        raise ValidationError("Kies een plaats uit de lijst.", code="keuze")


class CompetentieVeld(VraagVeld):
    """How much is needed and how much is there."""

    widget_klasse = widgets.CompetentieWidget

    def to_waarde(self, ruw: Ruw) -> Any:
        stappen = tuple(Optie(sleutel=str(nummer), label=str(nummer)) for nummer in range(1, 6))
        gekozen = {
            schaal.sleutel: self.check_keuze(schoon(ruw[schaal.sleutel]), stappen) for schaal in self.vraag.schalen
        }
        return {sleutel: stap for sleutel, stap in gekozen.items() if stap} or None


class TabelVeld(VraagVeld):
    """Rows with an id of their own; an empty row and a row with a tick at "verwijderen" are left out."""

    widget_klasse = widgets.TabelWidget

    def to_waarde(self, ruw: Ruw) -> Any:
        if len(ruw["rijen"]) > MEESTE_RIJEN:
            raise ValidationError(
                f"Deze tabel heeft te veel rijen: {len(ruw['rijen'])}. Er passen er {MEESTE_RIJEN} in.", code="rijen"
            )
        fouten: list[ValidationError] = []
        rijen = [self.to_rij(nummer, rij, fouten) for nummer, rij in enumerate(ruw["rijen"], 1) if not rij[widgets.WEG]]
        if fouten:
            raise ValidationError(fouten)
        gevuld = [rij for rij in rijen if len(rij) > 1]
        return {"rijen": gevuld} if gevuld else None

    def to_rij(self, nummer: int, rij: Ruw, fouten: list[ValidationError]) -> Ruw:
        schone: Ruw = {"id": rij["id"]}
        for kolom in self.vraag.kolommen:
            try:
                cel = self.to_cel(kolom, rij[kolom.sleutel])
            except ValidationError as fout:
                melding = f"Rij {nummer}, {kolom.label}: {fout.messages[0]}"
                fouten.append(ValidationError(melding, code=f"{rij['id']}-{kolom.sleutel}"))
                continue
            if cel:
                schone[kolom.sleutel] = cel
        return schone

    def to_cel(self, kolom: Kolom, ruw: Any) -> Any:
        if kolom.soort == "getal":
            return check_getal(schoon(ruw), kolom.minimum, kolom.maximum)
        if kolom.soort == "keuze":
            return self.check_keuze(schoon(ruw), kolom.opties, self.oude_cellen(kolom))
        if kolom.soort == "meer":
            oud = [sleutel for cel in self.oude_cellen(kolom) for sleutel in cel]
            gekozen = {self.check_keuze(schoon(sleutel), kolom.opties, oud) for sleutel in ruw} - {"", NOG_NIET}
            return [
                sleutel for sleutel in dict.fromkeys([*(o.sleutel for o in kolom.opties), *oud]) if sleutel in gekozen
            ]
        if kolom.soort == "wie":
            oud = [cel["keuze"] for cel in self.oude_cellen(kolom) if cel.get("keuze")]
            return wie_waarde(self, ruw, kolom.opties, ruw["keuze"] if ruw["keuze"] in oud else None)
        return check_tekst(ruw, MEESTE_TEKENS_KORT)

    def oude_cellen(self, kolom: Kolom) -> list[Any]:
        return [rij[kolom.sleutel] for rij in self.oude("rijen") if rij.get(kolom.sleutel)]


VELDEN: dict[str, type[VraagVeld]] = {
    "tekst": TekstVeld,
    "getal": GetalVeld,
    "keuze": KeuzeVeld,
    "schaal": KeuzeVeld,
    "meer": MeerVeld,
    "wie": WieVeld,
    "rangorde": RangordeVeld,
    "competentie": CompetentieVeld,
    "tabel": TabelVeld,
}
