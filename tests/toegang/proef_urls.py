"""A small site with one view per kind of policy, to try the doors with."""

from django.http import HttpResponse, StreamingHttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.urls import include, path

from bouwstenen.core.beheer import site
from bouwstenen.core.policies import public, requires
from bouwstenen.toegang import store
from bouwstenen.toegang.rechten import Recht

NAMEN = engines["django"].from_string(
    "{% for wijkteam in wijkteams %}{{ wijkteam.gemeente }}/{{ wijkteam }} {% endfor %}"
)


@public(reason="a test")
def open_(request):
    return HttpResponse(repr(request.gemeente))


@requires()
def eigen(request):
    return TemplateResponse(request, NAMEN, {"wijkteams": store.wijkteams_in_scope()})


@requires(Recht.LEZEN, post=Recht.INVULLEN)
def lid(request, gemeente, wijkteam=None):
    return TemplateResponse(request, NAMEN, {"wijkteams": store.wijkteams_in_scope()})


@requires(Recht.INVULLEN, allow_archived=True)
def herstel(request, gemeente, wijkteam):
    return HttpResponse(request.wijkteam.naam)


@requires(Recht.BEHEREN)
def leden(request, gemeente):
    return HttpResponse("leden")


@requires(Recht.LEZEN)
def stroom(request, gemeente):
    return StreamingHttpResponse(wijkteam.naam for _ in "ab" for wijkteam in store.wijkteams_in_scope())


def vergeten(request):
    return HttpResponse("nobody thought about who may see this")


urlpatterns = [
    path("account/", include("bouwstenen.toegang.allauth_urls")),
    path("beheer/", site.urls),
    path("open/", open_),
    path("eigen/", eigen, name="start"),
    path("vergeten/", vergeten),
    path("<slug:gemeente>/", lid),
    path("<slug:gemeente>/leden/", leden),
    path("<slug:gemeente>/stroom/", stroom),
    path("<slug:gemeente>/<slug:wijkteam>/", lid),
    path("<slug:gemeente>/<slug:wijkteam>/herstel/", herstel),
]
