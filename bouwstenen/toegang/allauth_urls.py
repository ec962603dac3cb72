"""The pages of django-allauth that we use: log-in, log-out, and a new password."""

from allauth.account import views
from django.urls import path, re_path

urlpatterns = [
    path("inloggen/", views.login, name="account_login"),
    path("uitloggen/", views.logout, name="account_logout"),
    path("gesloten/", views.account_inactive, name="account_inactive"),
    path("wachtwoord/", views.password_change, name="account_change_password"),
    path("wachtwoord-vergeten/", views.password_reset, name="account_reset_password"),
    path("wachtwoord-vergeten/verstuurd/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^wachtwoord-vergeten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("wachtwoord-gewijzigd/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
]
