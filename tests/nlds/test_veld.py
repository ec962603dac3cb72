"""The template pack: order, links between label, hint, error and input, and what must never be there."""

import re
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.html import format_html

from bouwstenen.nlds.fouten import fouten
from tests.nlds.gids import SAMENGESTELD, Gids

VELDEN = [naam for naam in [*Gids.base_fields, *SAMENGESTELD] if naam not in ("geheim", "toelichting", "akkoord")]
VERWIJZINGEN = ("for", "aria-describedby", "aria-labelledby")


class Ontleder(HTMLParser):
    """All tags with their attributes."""

    def __init__(self, html: str):
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        super().__init__()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def by_id(self, id_: str) -> dict[str, str | None]:
        return next(attrs for _, attrs in self.tags if attrs.get("id") == id_)


def veld(form: Gids, naam: str) -> str:
    return render_to_string("nlds/field.html", {"field": form[naam], "form": form})


def heel(form: Gids) -> str:
    html = "".join(veld(form, naam) for naam in form.fields)
    return render_to_string("onderdelen/_foutenlijst.html", {"form": form}) + html


@pytest.fixture(params=["leeg", "fout"])
def form(request) -> Gids:
    return Gids() if request.param == "leeg" else Gids({"aantal": "41"})


@pytest.mark.parametrize("naam", VELDEN)
def test_label_hint_error_input_in_this_order(naam):
    form = Gids({"aantal": "41"})
    form.fields[naam].help_text = "HINT"
    html = veld(form, naam)
    plaatsen = [html.index(f">{form[naam].label}"), html.index(">HINT"), html.index(f'id="id_{naam}_error"')]
    plaatsen.append(re.search(r"<(input|textarea|select|table)\b", html).start())
    assert plaatsen == sorted(plaatsen)


def test_every_reference_leads_to_one_element(form):
    tags = Ontleder(heel(form)).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    genoemd = {id_ for _, attrs in tags for naam in VERWIJZINGEN for id_ in (attrs.get(naam) or "").split()}
    assert genoemd - set(ids) == set()


def test_every_input_has_a_label(form):
    tags = Ontleder(heel(form)).tags
    labels = {attrs.get("for") for tag, attrs in tags if tag == "label"}
    invoer = {a.get("id") for t, a in tags if t in ("input", "select", "textarea") and a.get("type") != "hidden"}
    assert invoer - labels == set()


def test_no_required_attribute_and_no_style(form):
    verboden = {naam for _, attrs in Ontleder(heel(form)).tags for naam in attrs} & {"required", "style"}
    assert verboden == set()


def test_aria_required_only_when_required():
    form = Gids()
    assert Ontleder(veld(form, "naam")).by_id("id_naam")["aria-required"] == "true"
    form.fields["naam"].required = False
    assert "aria-required" not in Ontleder(veld(form, "naam")).by_id("id_naam")


def test_no_placeholder_that_repeats_the_label():
    form = Gids()
    form.fields["naam"].widget.attrs["placeholder"] = "Naam"
    assert "placeholder" not in Ontleder(veld(form, "naam")).by_id("id_naam")


def test_unit_hint_and_error_describe_the_input():
    attrs = Ontleder(veld(Gids({"aantal": "41"}), "aantal")).by_id("id_aantal")
    assert attrs["aria-describedby"] == "id_aantal_eenheid id_aantal_helptext id_aantal_error"
    assert attrs["aria-invalid"] == "true"
    assert "aria-invalid" not in Ontleder(veld(Gids(), "aantal")).by_id("id_aantal")


@pytest.mark.parametrize("naam", ["radio", "vinkjes"])
def test_option_explanation_is_linked(naam):
    ontleder = Ontleder(veld(Gids(), naam))
    assert ontleder.by_id(f"id_{naam}_0")["aria-describedby"] == f"id_{naam}_0_uitleg"


def test_group_is_a_fieldset_described_by_hint_and_error():
    tag, attrs = Ontleder(veld(Gids({"aantal": "1"}), "radio")).tags[0]
    assert (tag, attrs["aria-describedby"]) == ("fieldset", "id_radio_helptext id_radio_error")


def test_nothing_says_not_required():
    assert "niet verplicht" not in heel(Gids())


def test_fold_out_opens_when_filled_or_wrong():
    assert '<details class="wt-toelichting">' in veld(Gids(), "toelichting")
    assert '<details class="wt-toelichting" open>' in veld(Gids(initial={"toelichting": "Want"}), "toelichting")


@pytest.mark.parametrize(
    ("naam", "uitleg", "verwacht"),
    [
        ("tekst", "Want.", ["wt-uitleg", "wt-naast", "<textarea"]),
        ("tekst", "", ["wt-naast", "<textarea"]),
        ("radio", "Want.", ["<legend", "wt-uitleg", "wt-naast", 'type="radio"']),
        ("toelichting", "", ["wt-toelichting", "<textarea", "wt-naast"]),
    ],
)
def test_another_fold_out_stands_once_beside_the_first(naam, uitleg, verwacht):
    form = Gids()
    form.fields[naam].uitleg = uitleg
    assert "wt-vouw" not in veld(form, naam)
    form.fields[naam].naast = format_html('<details class="{}"></details>', "wt-naast")
    html = veld(form, naam)
    plaatsen = [html.index(deel, html.index('<div class="wt-vouw">')) for deel in verwacht if deel != "<legend"]
    assert plaatsen == sorted(plaatsen)
    assert html.count("wt-naast") == html.count("wt-vouw") == 1


def test_many_boxes_in_a_cell_are_folded_away_under_a_name_of_their_own():
    html = veld(Gids(), "tabel")
    namen = re.findall(r"<details([^>]*)><summary[^>]*>(.*?)</summary>", html)
    assert [(" open" in attrs, re.sub("<[^>]+>", "", naam)) for attrs, naam in namen] == [
        (False, "1 gekozen: Dagen, rij 1"),
        (True, "Kies: Dagen, rij 2"),
    ]
    assert Ontleder(html).by_id("id_tabel-r1-dagen_0")["type"] == "checkbox"
    legenda = [re.sub("<[^>]+>", "", legend) for legend in re.findall(r"<legend.*?</legend>", html)]
    assert [een for een in legenda if een.startswith("Dagen")] == ["Dagen, rij 1", "Dagen, rij 2"]


def test_typed_html_is_text():
    assert "&lt;script&gt;" in veld(Gids({"tekst": "<script>"}), "tekst")
    assert "<b>club</b>" not in veld(Gids(), "meer")


def test_summary_links_to_existing_inputs():
    form = Gids({"aantal": "41"})
    ids = {attrs.get("id") for _, attrs in Ontleder(heel(form)).tags}
    ankers = [regel["anker"] for regel in fouten(form)]
    assert len(ankers) == len(form.errors)
    assert set(ankers) - ids == set()
    assert {"id_radio_0", "id_keuze_0", "id_tabel_kop", "id_naam"} - set(ankers) == set()


def test_summary_names_the_field_when_a_sentence_repeats():
    regels = [regel["tekst"] for regel in fouten(Gids({"aantal": "41"}))]
    assert "Hoe heet het wijkteam? Dit veld is verplicht." in regels
    assert len(regels) == len(set(regels))


def test_no_summary_without_errors():
    assert render_to_string("onderdelen/_foutenlijst.html", {"form": Gids()}).strip() == ""


def test_whole_form_has_token_and_no_browser_validation():
    from crispy_forms.utils import render_crispy_form  # noqa: PLC0415 -- reads settings when imported

    html = render_crispy_form(Gids(), context={"csrf_token": "x"})
    assert re.search(r"<form [^>]*novalidate[^>]*multipart", html)
    assert 'name="csrfmiddlewaretoken"' in html


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "500", "503"])
def test_error_page_needs_no_context(code):
    html = render_to_string(f"{code}.html")
    assert html.count("<h1>") == 1
    assert " style=" not in html


def test_title_says_that_something_is_wrong():
    def titel(**context):
        return re.search(r"<title>(.*?)</title>", render_to_string("account/login.html", context)).group(1)

    assert titel(form=Gids()) == "Inloggen – Wijkteam"
    assert titel(form=Gids({})) == "Fout: Inloggen – Wijkteam"


def test_header_shows_gemeente_and_person():
    request = RequestFactory().get("/")
    request.gemeente = "Utrecht"
    request.user = type("Persoon", (), {"is_authenticated": True, "naam": "Anna"})()
    html = render_to_string("404.html", {"request": request})
    assert "Utrecht" in html
    assert "Anna" in html
    assert "/account/uitloggen/" in html
