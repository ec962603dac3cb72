"""Template filters and tags of the site."""

from typing import Any

from django import template
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe  # noqa: TID251 -- its two uses are below

from bouwstenen.catalogus.schema import Vraag
from bouwstenen.catalogus.weergave import weergave
from bouwstenen.core.markup import to_html
from bouwstenen.figuren.svg import Figuur
from bouwstenen.toegang.store.uitleg import UITLEG

register = template.Library()


@register.filter
def opmaak(tekst: str | None) -> SafeString:
    """{{ antwoord.waarde|opmaak }}: text with the light markup as HTML."""
    return mark_safe(to_html(tekst or ""))  # noqa: S308 -- to_html escapes everything but its own six tags


@register.filter
def tekening(figuur: Figuur) -> SafeString:
    """{{ figuur|tekening }}: the SVG of a figure, made by the package figuren."""
    return mark_safe(figuur.svg)  # noqa: S308 -- figuren.svg escapes everything that somebody typed


@register.inclusion_tag("onderdelen/_antwoord.html")
def antwoord(vraag: Vraag, waarde: Any, gewist: str = "") -> dict[str, Any]:
    """{% antwoord vraag waarde %}: an answer as text, list or table; gewist: what stands there when it was wiped."""
    return {"weergave": weergave(vraag, waarde), "gewist": gewist, "titel": vraag.label}


@register.simple_tag(takes_context=True)
def hulp_bij_pagina(context: Context) -> Any:
    """{% hulp_bij_pagina as hulptekst %}: the template with the help of this page; None where there is none."""
    try:
        return get_template(f"hulp/{url_name(context)}.html")
    except TemplateDoesNotExist:
        return None


@register.simple_tag(takes_context=True)
def uitleg_bij_pagina(context: Context) -> Any:
    """{% uitleg_bij_pagina as uitlegtekst %}: the template with what this page is for; None once its user closed it."""
    naam, request = url_name(context), context.get("request")
    if naam not in UITLEG or request.method != "GET" or naam in request.user.gesloten_uitleg:
        return None
    return get_template(f"hulp/uitleg/{naam}.html")


def url_name(context: Context) -> str:
    """The name of the URL of this page; "" for a page that stands in for it and tells what went wrong."""
    match = getattr(context.get("request"), "resolver_match", None)
    return (match.url_name or "") if match and "exception" not in context else ""
