"""The root of the URLs: everything is in bouwstenen/urls.py, the table of contents of the site."""

from django.urls import include, path

urlpatterns = [path("", include("bouwstenen.urls"))]

handler400 = "bouwstenen.core.fouten.bad_request"
