"""The form for the house style: a logo and two colours, each judged by itself."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from bouwstenen.core.fields import RegelVeld
from bouwstenen.toegang.beeld import GROOTSTE, Beeld, BeeldFout, to_beeld
from bouwstenen.toegang.kleuren import GENOEG, STANDAARD, contrast, helderheid, in_woorden, is_kleur

KIES_KLEUR = "Kies een kleur."
TE_GROOT = "Dit bestand is {grootte} kB. Kies een logo van hoogstens 500 kB, of maak dit logo kleiner."
TE_WEINIG_VERSCHIL = "Het verschil tussen balk en letters is {verschil}; 4,5 op 1 is nodig. Kies een {raad}."


class KleurVeld(RegelVeld):
    """A colour as browsers send it: "#0e3352"."""

    widget = forms.ColorInput(attrs={"class": "wt-kleur"})

    def to_python(self, value: Any) -> str:
        return super().to_python(value).lower()

    def validate(self, value: str) -> None:
        if not is_kleur(value):
            raise forms.ValidationError(KIES_KLEUR)


class HuisstijlForm(forms.Form):
    """`instellingen` gives the parts that are right: what is wrong with one part keeps the other from nobody."""

    use_required_attribute = False

    logo = forms.FileField(
        label="Logo",
        help_text="Een PNG of JPEG van hoogstens 500 kB. Het logo staat op een witte achtergrond.",
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
        error_messages={"empty": "Dit bestand is leeg. Kies een ander bestand."},
    )
    zonder_logo = forms.BooleanField(label="Logo weghalen", required=False)
    kleur_balk = KleurVeld(label="Kleur van de balk")
    kleur_letters = KleurVeld(label="Kleur van de letters op de balk")
    standaard = forms.BooleanField(label="Terug naar de kleuren van Wijkteam", required=False)

    def __init__(self, *posted: Any, gemeente: Any) -> None:
        self.gemeente = gemeente
        super().__init__(*posted, initial=dict(zip(("kleur_balk", "kleur_letters"), self.kleuren, strict=True)))
        self.label_suffix = ""
        if not gemeente.logo_hash:
            del self.fields["zonder_logo"]
        if not gemeente.stijlblad:
            del self.fields["standaard"]

    @property
    def kleuren(self) -> tuple[str, str]:
        """The colours that everybody sees now."""
        return (self.gemeente.kleur_balk, self.gemeente.kleur_letters) if self.gemeente.stijlblad else STANDAARD

    @property
    def verschil(self) -> str:
        return in_woorden(contrast(*self.kleuren))

    def clean_logo(self) -> Beeld | None:
        bestand: UploadedFile | None = self.cleaned_data["logo"]
        if bestand is None:
            return None
        if bestand.size > GROOTSTE:
            raise forms.ValidationError(TE_GROOT.format(grootte=f"{-(-bestand.size // 1000):,}".replace(",", ".")))
        try:
            return to_beeld(bestand.read())
        except BeeldFout as fout:
            raise forms.ValidationError(str(fout)) from fout

    def clean(self) -> None:
        balk, letters = (self.cleaned_data.get(naam) for naam in ("kleur_balk", "kleur_letters"))
        if self.cleaned_data.get("standaard"):
            for naam in ("kleur_balk", "kleur_letters"):  # whatever was in these
                self.errors.pop(naam, None)
        elif balk and letters and contrast(balk, letters) < GENOEG:
            self.add_error("kleur_letters", te_weinig_verschil(balk, letters))

    @property
    def instellingen(self) -> dict[str, Any]:
        """What of the form can be saved."""
        goed = {"logo": self.cleaned_data.get("logo"), "zonder_logo": self.cleaned_data.get("zonder_logo", False)}
        kleuren = (self.cleaned_data.get("kleur_balk"), self.cleaned_data.get("kleur_letters"))
        if self.cleaned_data.get("standaard") or kleuren == STANDAARD:
            return goed | {"kleuren": ("", "")}
        return goed | ({"kleuren": kleuren} if all(kleuren) else {})


def te_weinig_verschil(balk: str, letters: str) -> str:
    """How much the colours differ, and which way to go."""
    verschil = in_woorden(contrast(balk, letters))
    lichter = helderheid(letters) >= helderheid(balk)
    raad = "donkerder balk of lichtere letters" if lichter else "lichtere balk of donkerder letters"
    return TE_WEINIG_VERSCHIL.format(verschil=verschil, raad=raad)
