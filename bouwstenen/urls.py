"""Every URL of the site: its table of contents.

The view of `wizard_pagina` is wizard.views.pagina and its template is wizard/pagina.html. A new fixed first or second
path segment goes into toegang.slugs.GERESERVEERD too.
"""

from django.urls import include, path

from bouwstenen.antwoorden import views as antwoorden
from bouwstenen.core.beheer import site
from bouwstenen.overzicht import views as overzicht
from bouwstenen.startdocument import views as startdocument
from bouwstenen.wizard import views as wizard

urlpatterns = [
    # third parties; their policies are in toegang/deuren.py
    path("account/", include("bouwstenen.toegang.allauth_urls")),
    path("beheer/", site.urls),
    # overzicht
    path("", overzicht.start, name="start"),
    path("overzicht/", overzicht.wijkteams, name="overzicht_wijkteams"),
    path("<slug:gemeente>/", overzicht.gemeente, name="overzicht_gemeente"),
    path("<slug:gemeente>/nieuw/", overzicht.nieuw, name="overzicht_nieuw"),
    path("<slug:gemeente>/<slug:wijkteam>/", overzicht.wijkteam, name="overzicht_wijkteam"),
    path("<slug:gemeente>/<slug:wijkteam>/instellingen/", overzicht.instellingen, name="overzicht_instellingen"),
    # antwoorden
    path("<slug:gemeente>/<slug:wijkteam>/antwoorden/<str:vraag>/", antwoorden.vraag, name="antwoorden_vraag"),
    # wizard
    path("<slug:gemeente>/<slug:wijkteam>/wizard/<slug:deel>/", wizard.deel, name="wizard_deel"),
    path("<slug:gemeente>/<slug:wijkteam>/wizard/<slug:deel>/klaar/", wizard.klaar, name="wizard_klaar"),
    path("<slug:gemeente>/<slug:wijkteam>/wizard/<slug:deel>/<slug:pagina>/", wizard.pagina, name="wizard_pagina"),
    # startdocument
    path(
        "<slug:gemeente>/<slug:wijkteam>/startdocument/",
        startdocument.startdocument,
        name="startdocument_startdocument",
    ),
    path("<slug:gemeente>/<slug:wijkteam>/startdocument/pdf/", startdocument.pdf, name="startdocument_pdf"),
]
