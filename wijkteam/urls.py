"""The root of the URLs: everything is in bouwstenen/urls.py, the table of contents of the site."""

from django.urls import include, path

urlpatterns = [path("", include("bouwstenen.urls"))]

handler400 = "bouwstenen.wizard.fouten.bad_request"
handler403 = "bouwstenen.wizard.fouten.permission_denied"
handler404 = "bouwstenen.wizard.fouten.page_not_found"
handler500 = "bouwstenen.wizard.fouten.server_error"
