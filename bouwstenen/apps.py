"""The one Django app of the project."""

from django.apps import AppConfig


class BouwstenenConfig(AppConfig):
    name = "bouwstenen"
    verbose_name = "Wijkteam"

    def ready(self) -> None:
        from bouwstenen import checks  # noqa: F401, PLC0415 -- registers the system checks, and those need loaded apps
