"""Template filters and tags of the site."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe  # noqa: TID251 -- the one use of it, below

from bouwstenen.catalogus.schema import Vraag
from bouwstenen.catalogus.weergave import weergave
from bouwstenen.core.markup import to_html

register = template.Library()


@register.filter
def opmaak(tekst: str | None) -> SafeString:
    """{{ antwoord.waarde|opmaak }}: text with the light markup as HTML."""
    return mark_safe(to_html(tekst or ""))  # noqa: S308 -- to_html escapes everything but its own six tags


@register.inclusion_tag("onderdelen/_antwoord.html")
def antwoord(vraag: Vraag, waarde: Any) -> dict[str, Any]:
    """{% antwoord vraag waarde %}: an answer as text, list or table."""
    return {"weergave": weergave(vraag, waarde), "titel": vraag.label}
