"""The URLs of the site, and beside them the yardstick: a bare page through the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from bouwstenen.core.policies import public
from wijkteam.urls import handler400, handler403, handler404, handler500
from wijkteam.urls import urlpatterns as van_de_site

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

BLAD = engines["django"].from_string(
    '<!DOCTYPE html><html lang="nl"><title>{{ titel }}</title><p>Welkom, {{ user.naam }}.</p></html>'
)


@public(reason="a yardstick, only in the benchmark")
def kaal(request: HttpRequest) -> HttpResponse:
    """The least that a page can be."""
    return HttpResponse(BLAD.render({"titel": "Kaal"}, request))


urlpatterns = [path("kaal/", kaal, name="kaal"), *van_de_site]
