"""Pages that belong to no gemeente: privacy, accessibility, whom to tell of a weakness, and the health of the site."""

from datetime import timedelta

from django.conf import settings
from django.db import Error, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bouwstenen.core.policies import public

GELDIG = timedelta(days=180)  # RFC 9116 advises less than a year


@require_safe
@public(reason="everybody may know what is kept about them, also before they log in")
def privacy(request: HttpRequest) -> HttpResponse:
    """Which data the site keeps, why, and whom to ask."""
    return render(request, "core/privacy.html", {"contact": settings.CONTACT})


@require_safe
@public(reason="who can't use the log-in page must be able to read what to do")
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """How accessible the site is, how that is checked, and what to do when something does not work."""
    return render(request, "core/toegankelijkheid.html", {"contact": settings.CONTACT})


@require_safe
@public(reason="RFC 9116: whoever finds a weakness has no account")
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness; 404 until whoever runs the site has said so in the settings."""
    if not settings.SECURITY_CONTACT:
        raise Http404("SECURITY_CONTACT is not set.")
    regels = (
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {timezone.now() + GELDIG:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    )
    return as_text("\n".join(regels) + "\n")


@require_safe
@public(reason="a probe that starts the site again when it hangs; says nothing but ok")
def livez(request: HttpRequest) -> HttpResponse:
    """The process answers; whether the database does is no reason to start it again."""
    return as_text("ok")


@require_safe
@public(reason="a probe that sends visitors elsewhere while the database is away; says no more than that")
def readyz(request: HttpRequest) -> HttpResponse:
    """The process can serve pages: its database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return as_text("unavailable", status=503)
    return as_text("ok")


def as_text(tekst: str, status: int = 200) -> HttpResponse:
    """An answer for a machine, of which nobody on the way keeps a copy."""
    headers = {"Cache-Control": "no-store"}
    return HttpResponse(tekst, content_type="text/plain; charset=utf-8", headers=headers, status=status)
