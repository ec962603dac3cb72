"""The one Django app of the project."""

from django.apps import AppConfig


class BouwstenenConfig(AppConfig):
    name = "bouwstenen"
    verbose_name = "Wijkteam"

    def ready(self) -> None:
        # Registers the system checks and the receivers of signals; those need loaded apps.
        from bouwstenen import checks  # noqa: F401, PLC0415 -- see above
        from bouwstenen.antwoorden.store import wissen  # noqa: F401, PLC0415 -- see above
        from bouwstenen.startdocument.store import afdrukken  # noqa: F401, PLC0415 -- see above
        from bouwstenen.toegang import ontvangers  # noqa: F401, PLC0415 -- see above
        from bouwstenen.wizard import inloggen  # noqa: F401, PLC0415 -- see above
