"""The form above the preview: what to download."""

from django import forms

from bouwstenen.startdocument.gegevens import Keuze

SOORTEN = (("document", "Het hele startdocument"), ("poster", "Samenvatting als poster (A3)"))
KIES = "Kies wat u wilt downloaden."


class DownloadForm(forms.Form):
    """Sent as it is shown, it asks for the whole document without names and with inzichten."""

    use_required_attribute = False

    soort = forms.ChoiceField(
        label="Wat wilt u downloaden?",
        choices=SOORTEN,
        initial="document",
        widget=forms.RadioSelect,
        error_messages={"required": KIES, "invalid_choice": KIES},
    )
    met_namen = forms.BooleanField(
        label="Zet ook namen van personen erin",
        help_text="Zonder vinkje staan er alleen rollen in. Namen die iemand in een zin typte, blijven staan.",
        required=False,
    )
    zonder_inzichten = forms.BooleanField(
        label="Laat de inzichten uit onderzoek weg",
        help_text="Zonder vinkje staan er bij elke bouwsteen hooguit drie, met hun bron.",
        required=False,
    )

    @property
    def keuze(self) -> Keuze:
        gekozen = dict(self.cleaned_data)
        return Keuze(poster=gekozen.pop("soort") == "poster", **gekozen)
