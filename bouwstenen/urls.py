"""Every URL of the site: its table of contents.

The view of `wizard_pagina` is wizard.views.pagina and its template is wizard/pagina.html. A new fixed first or second
path segment goes into toegang.slugs.GERESERVEERD too.
"""

from django.urls import include, path

from bouwstenen.antwoorden import views as antwoorden
from bouwstenen.core import views as core
from bouwstenen.core.beheer import site
from bouwstenen.inzichten import views as inzichten
from bouwstenen.overzicht import views as overzicht
from bouwstenen.samenhang.views import afweging, capaciteit, gebieden, samenhang, vormen
from bouwstenen.startdocument import views as startdocument
from bouwstenen.toegang.views import account, huisstijl, leden, spoor, uitleg, uitnodiging
from bouwstenen.wizard import views as wizard

urlpatterns = [
    # third parties; their policies are in toegang/deuren.py
    path("account/", include("bouwstenen.toegang.allauth_urls")),
    path("beheer/", site.urls),
    # core
    path("privacy/", core.privacy, name="core_privacy"),
    path("toegankelijkheid/", core.toegankelijkheid, name="core_toegankelijkheid"),
    path(".well-known/security.txt", core.security_txt, name="core_security_txt"),
    path("_healthz/livez", core.livez, name="core_livez"),
    path("_healthz/readyz", core.readyz, name="core_readyz"),
    # toegang
    path("uw-account/", account.account, name="toegang_account"),
    path("uw-account/e-mail/", account.email, name="toegang_email"),
    path("uw-account/e-mail/<str:token>/", account.email_bevestigen, name="toegang_email_bevestigen"),
    path("uw-account/uitleg/", uitleg.uitleg, name="toegang_uitleg"),
    path("uitnodiging/<str:token>/", uitnodiging.uitnodiging, name="toegang_uitnodiging"),
    path("<slug:gemeente>/leden/", leden.leden, name="toegang_leden"),
    path("<slug:gemeente>/leden/<int:lid>/", leden.lid, name="toegang_lid"),
    path("<slug:gemeente>/logboek/", spoor.spoor, name="toegang_spoor"),
    path("<slug:gemeente>/huisstijl/", huisstijl.huisstijl, name="toegang_huisstijl"),
    path("<slug:gemeente>/huisstijl-<slug:kenmerk>.css", huisstijl.stijlblad, name="toegang_huisstijl_css"),
    path("<slug:gemeente>/logo-<slug:kenmerk>.png", huisstijl.logo, name="toegang_logo"),
    # inzichten
    path("inzichten/", inzichten.inzichten, name="inzichten_inzichten"),
    path("inzichten/gesprekskaarten.pdf", inzichten.gesprekskaarten, name="inzichten_gesprekskaarten"),
    # overzicht
    path("", overzicht.start, name="start"),
    path("overzicht/", overzicht.wijkteams, name="overzicht_wijkteams"),
    path("<slug:gemeente>/", overzicht.gemeente, name="overzicht_gemeente"),
    path("<slug:gemeente>/nieuw/", overzicht.nieuw, name="overzicht_nieuw"),
    path("<slug:gemeente>/<slug:wijkteam>/", overzicht.wijkteam, name="overzicht_wijkteam"),
    path("<slug:gemeente>/<slug:wijkteam>/instellingen/", overzicht.instellingen, name="overzicht_instellingen"),
    # antwoorden
    path("<slug:gemeente>/<slug:wijkteam>/antwoorden/", antwoorden.wijkteam, name="antwoorden_wijkteam"),
    path("<slug:gemeente>/<slug:wijkteam>/antwoorden/<str:vraag>/", antwoorden.vraag, name="antwoorden_vraag"),
    # wizard
    path("<slug:gemeente>/<slug:wijkteam>/wizard/<slug:deel>/", wizard.deel, name="wizard_deel"),
    path("<slug:gemeente>/<slug:wijkteam>/wizard/<slug:deel>/klaar/", wizard.klaar, name="wizard_klaar"),
    path("<slug:gemeente>/<slug:wijkteam>/wizard/<slug:deel>/<slug:pagina>/", wizard.pagina, name="wizard_pagina"),
    path("<slug:gemeente>/<slug:wijkteam>/wizard/<slug:deel>/<slug:pagina>/klad/", wizard.klad, name="wizard_klad"),
    # samenhang
    path("<slug:gemeente>/<slug:wijkteam>/samenhang/", samenhang.samenhang, name="samenhang_samenhang"),
    path("<slug:gemeente>/<slug:wijkteam>/samenhang/bespreken/", samenhang.bespreken, name="samenhang_bespreken"),
    path("<slug:gemeente>/<slug:wijkteam>/samenhang/kan-dit-ook/", capaciteit.capaciteit, name="samenhang_capaciteit"),
    path("<slug:gemeente>/<slug:wijkteam>/samenhang/vormen/", vormen.vormen, name="samenhang_vormen"),
    path("<slug:gemeente>/<slug:wijkteam>/samenhang/gebieden/", gebieden.gebieden, name="samenhang_gebieden"),
    # last of these, because it takes every word
    path("<slug:gemeente>/<slug:wijkteam>/samenhang/<str:regel>/", afweging.afweging, name="samenhang_afweging"),
    # startdocument
    path(
        "<slug:gemeente>/<slug:wijkteam>/startdocument/",
        startdocument.startdocument,
        name="startdocument_startdocument",
    ),
    path("<slug:gemeente>/<slug:wijkteam>/startdocument/pdf/", startdocument.pdf, name="startdocument_pdf"),
    path(
        "<slug:gemeente>/<slug:wijkteam>/startdocument/pdf/<slug:kenmerk>/",
        startdocument.afdruk,
        name="startdocument_afdruk",
    ),
    path(
        "<slug:gemeente>/<slug:wijkteam>/startdocument/<slug:kenmerk>.pdf",
        startdocument.bestand,
        name="startdocument_bestand",
    ),
]
