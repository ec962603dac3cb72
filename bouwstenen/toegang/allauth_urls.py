"""The pages of django-allauth that we use: log-in, log-out, and a new password."""

from collections.abc import Callable
from typing import Any

from allauth.account import views
from django.http import HttpResponse, HttpResponseBase
from django.urls import path, re_path
from django.views.generic.edit import FormView


def with_422(view: type[FormView]) -> Callable[..., HttpResponseBase]:
    """The view, which answers 422 when something in the form is wrong, as our own views do."""

    class With422(view):  # type: ignore[misc, valid-type]
        def form_invalid(self, form: Any) -> HttpResponse:
            response = super().form_invalid(form)
            response.status_code = 422
            return response

    return With422.as_view()


urlpatterns = [
    path("inloggen/", with_422(views.LoginView), name="account_login"),
    path("uitloggen/", views.logout, name="account_logout"),
    path("gesloten/", views.account_inactive, name="account_inactive"),
    path("wachtwoord/", with_422(views.PasswordChangeView), name="account_change_password"),
    path("wachtwoord-vergeten/", with_422(views.PasswordResetView), name="account_reset_password"),
    path("wachtwoord-vergeten/verstuurd/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^wachtwoord-vergeten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        with_422(views.PasswordResetFromKeyView),
        name="account_reset_password_from_key",
    ),
    path("wachtwoord-gewijzigd/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]
