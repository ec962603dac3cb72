"""The form in which a deliberate choice is written down."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.http import QueryDict
from django.utils import timezone

from bouwstenen.core.fields import DagVeld, RegelVeld, TekstVeld
from bouwstenen.core.http import version_in
from bouwstenen.samenhang.gegevens import Grond
from bouwstenen.samenhang.stand import Beoordeling

GROND = "grond-"  # before the key of a vraag: the field with the version of its answer
LANGSTE_REDEN = 5_000
TE_LANG = "Maak deze tekst korter: er staan %(show_value)s tekens, %(limit_value)s mag."
GEEN_JAAR = MinValueValidator(date(2000, 1, 1), "Kijk het jaar na: vul een dag in, zoals 31-12-2026.")


class AfwegingForm(forms.Form):
    """Why, who decided, when, and until when."""

    use_required_attribute = False

    reden = TekstVeld(
        label="Waarom kiest u dit bewust zo?",
        help_text="Dit komt in het startdocument. Schrijf geen namen of gegevens van cliënten op.",
        max_length=LANGSTE_REDEN,
        widget=forms.Textarea(attrs={"rows": 5, "data-teller": LANGSTE_REDEN}),
        error_messages={"required": "Vul in waarom u dit bewust zo kiest.", "max_length": TE_LANG},
    )
    door = RegelVeld(
        label="Wie besloot dit?",
        help_text="Noem een functie of groep, zoals het college of de stuurgroep. Noem geen naam van een persoon.",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Vul in wie dit besloot, zoals het college.", "max_length": TE_LANG},
    )
    op = DagVeld(
        label="Wanneer is dit besloten?",
        validators=[GEEN_JAAR],
        error_messages={"required": "Vul in wanneer dit is besloten, zoals 31-12-2026."},
    )
    tot = DagVeld(
        label="Tot en met wanneer geldt dit?",
        help_text="Laat dit leeg als er geen einddatum is. Na deze dag vraagt Wijkteam u om opnieuw te kijken.",
        required=False,
        validators=[GEEN_JAAR],
    )

    def __init__(self, data: QueryDict | None = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial, label_suffix="")

    def clean_op(self) -> date:
        op: date = self.cleaned_data["op"]
        if op > timezone.localdate():
            raise forms.ValidationError("Kies vandaag of een dag daarvoor.")
        return op

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        op, tot = data.get("op"), data.get("tot")
        if op and tot and tot < op:
            self.add_error("tot", "Kies een dag die niet voor de dag van het besluit ligt.")
        elif tot and tot < timezone.localdate():
            self.add_error("tot", "Deze dag is voorbij. Kies vandaag of een latere dag, of laat dit leeg.")
        return data


def initial_for(beoordeling: Beoordeling | None) -> dict[str, Any]:
    """What stands in the form at first: the deliberate choice of now, to change it or to confirm it today."""
    afweging = beoordeling.afweging if beoordeling else None
    if beoordeling is None or afweging is None or afweging.besluit != "bewust":
        return {"op": timezone.localdate()}
    return {
        "reden": afweging.reden,
        "door": afweging.door,
        "op": afweging.op if beoordeling.is_bewust else timezone.localdate(),
        "tot": None if beoordeling.verlopen else afweging.tot,
    }


def grond_in(data: QueryDict, nu: Grond) -> Grond:
    """The versions of the answers that the page showed, as its form sends them back; of these vragen, and of no others.

    What is missing or forged counts as a version that never was: then the decision is to be looked at again.
    """
    return {vraag: version_in(data, GROND + vraag) for vraag in nu}
