"""A form with every kind of field, for the tests of the template pack and for looking at it."""

from typing import Any

from django import forms
from django.template.loader import render_to_string

KLEUREN = [("rood", "Rood"), ("groen", "Groen"), ("nog_niet", "Nog niet besloten")]
UITLEG = {"rood": "De kleur van een tomaat.", "groen": "De kleur van gras."}


class Samengesteld(forms.Widget):
    """A composite widget as the wizard has them: it draws itself with a partial."""

    eigen_opmaak = True
    use_fieldset = True

    def __init__(self, partial: str, parts: dict[str, Any]):
        self.partial, self.parts = partial, parts
        super().__init__()

    def id_for_label(self, id_: str) -> str:
        return ""

    def id_eerste(self, id_: str) -> str:
        return f"{id_}{self.parts.get('eerste', '_0')}"

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> str:
        context = {"name": name, "id": attrs["id"], "ongeldig": "aria-invalid" in attrs} | self.parts
        return render_to_string(f"nlds/onderdelen/{self.partial}.html", context)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return data.get(name)


def opties(naam: str, *labels: str, uitleg: str = "", gekozen: str = "") -> list[dict[str, Any]]:
    return [
        {
            "waarde": "nog_niet" if label == "Nog niet besloten" else label.lower(),
            "label": label,
            "uitleg": uitleg and label != "Nog niet besloten" and f"{uitleg} {label.lower()}.",
            "gekozen": label == gekozen,
            "id": f"id_{naam}_{nummer}",
        }
        for nummer, label in enumerate(labels)
    ]


def rij(naam: str, nummer: int) -> dict[str, Any]:
    id_ = f"id_{naam}-r{nummer}"
    soorten = (("tekst", "Besluit"), ("keuze", "Soort"), ("getal", "Grens"), ("meer", "Voor"), ("wie", "Wie beslist"))
    dagen = f"{naam}-r{nummer}-dagen"
    return {
        "id": f"r{nummer}",
        "nummer": nummer,
        "cellen": [
            {
                "naam": f"{naam}-r{nummer}-{soort}",
                "id": f"{id_}-{soort}",
                "soort": soort,
                "label": label,
                "waarde": "Hulp inzetten" if soort == "tekst" and nummer == 1 else "",
                "opties": opties(f"{naam}-r{nummer}-{soort}", "Gezin", "Buurt"),
            }
            for soort, label in soorten
        ]
        + [
            {
                "naam": dagen,
                "id": f"id_{dagen}",
                "soort": "meer",
                "label": "Dagen",
                "opties": opties(dagen, *DAGEN, gekozen="Maandag" if nummer == 1 else ""),
                "uitklap": {"gekozen": 1 if nummer == 1 else 0, "open": nummer == 2},
            }
        ],
        "verwijder": {"naam": f"{naam}-r{nummer}-weg", "id": f"{id_}-weg", "aan": False},
    }


KOPPEN = ("Besluit", "Soort", "Grens", "Voor", "Wie beslist", "Dagen")
DAGEN = ("Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag", "Zondag")
STAPPEN = tuple(str(nummer) for nummer in range(11))
SAMENGESTELD: dict[str, tuple[str, dict[str, Any]]] = {
    "keuze": (
        "_radios",
        {
            "opties": opties(
                "keuze",
                "Samenwerking",
                "Eigen organisatie",
                "Anders",
                "Nog niet besloten",
                uitleg="Zo werkt een",
                gekozen="Eigen organisatie",
            ),
            "anders": {"naam": "keuze-anders", "waarde": "", "id": "id_keuze_anders"},
        },
    ),
    "meer": (
        "_checkboxes",
        {
            "opties": opties("meer", "Gemeente", "Welzijn", "Anders"),
            "anders": {"naam": "meer-anders", "waarde": "Een <b>club</b>", "id": "id_meer_anders"},
        },
    ),
    "schaal": (
        "_schaal",
        {
            "opties": opties("schaal", *STAPPEN, "Nog niet besloten", gekozen="7"),
            "polen": ("Vooral zelf doen", "Vooral verwijzen naar specialisten"),
        },
    ),
    "wie": (
        "_wie",
        {
            "opties": opties("wie", "Gemeente", "Moederorganisatie", "Nog niet besloten"),
            "naam": {"naam": "wie-naam", "waarde": "", "id": "id_wie_naam", "label": "Naam"},
        },
    ),
    "rangorde": (
        "_rangorde",
        {
            "opties": [
                {**optie, "naam": f"rangorde-{optie['waarde']}", "plaats": "1" if nummer == 0 else ""}
                for nummer, optie in enumerate(opties("rangorde", "Veerkracht", "Toegang", uitleg="Meer van dit doel:"))
            ],
            "plaatsen": ["1", "2"],
        },
    ),
    "tabel": (
        "_tabel",
        {
            "kolommen": [{"label": label} for label in KOPPEN],
            "rijen": [rij("tabel", 1), rij("tabel", 2)],
            "eerste": "_kop",
        },
    ),
}


class Gids(forms.Form):
    """Django's own widgets and the composite ones."""

    naam = forms.CharField(label="Hoe heet het wijkteam?", help_text="Bijvoorbeeld Wijkteam Oost.")
    email = forms.EmailField(label="E-mailadres")
    wachtwoord = forms.CharField(label="Wachtwoord", widget=forms.PasswordInput)
    aantal = forms.IntegerField(label="Hoeveel uur werkt het team?", help_text="Een getal van 0 tot 40.", max_value=40)
    datum = forms.DateField(label="Wanneer begint het team?", widget=forms.DateInput(attrs={"type": "date"}))
    tekst = forms.CharField(
        label="Wat is de opgave van het team?", help_text="Schrijf kort op wat er beter moet worden in de wijk.",
        widget=forms.Textarea(attrs={"data-teller": "100000", "rows": 5}),
    )  # fmt: skip
    toelichting = forms.CharField(label="Toelichting", widget=forms.Textarea, required=False)
    lijst = forms.ChoiceField(label="Welke naam gebruikt u?", choices=[("", "Kies"), *KLEUREN])
    radio = forms.ChoiceField(
        label="Welke kleur past?", help_text="Kies één kleur.", widget=forms.RadioSelect, choices=KLEUREN
    )
    vinkjes = forms.MultipleChoiceField(
        label="Welke kleuren passen?", widget=forms.CheckboxSelectMultiple, choices=KLEUREN[:2]
    )
    akkoord = forms.BooleanField(label="Ik heb dit gelezen", help_text="Het staat hierboven.")
    bestand = forms.FileField(label="Bestand")
    geheim = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["aantal"].eenheid = "uur per week"
        self.fields["tekst"].uitleg = "Een team dat weet waarvoor het er is, kiest makkelijker.\n\nDenk aan bewoners."
        self.fields["tekst"].merk = "Verdieping"
        self.fields["toelichting"].uitklap = "Toelichting geven"
        self.fields["radio"].optie_uitleg = self.fields["vinkjes"].optie_uitleg = UITLEG
        for naam, (partial, parts) in SAMENGESTELD.items():
            self.fields[naam] = forms.Field(
                label=f"Vraag met {naam}?", help_text="Kies wat past.", widget=Samengesteld(partial, parts)
            )
