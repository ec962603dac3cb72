"""Where saving leads when a page was opened from elsewhere: to one of a few named places, never to an address."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

# What a link and a form may name, the URL of that place, and how its button calls it.
PLEKKEN = {
    "samenhang": ("samenhang_samenhang", "Samenhang"),
    "bespreken": ("samenhang_bespreken", "de agenda"),
    "kan-dit-ook": ("samenhang_capaciteit", "‘Kan dit ook?’"),
    "vormen": ("samenhang_vormen", "‘Vormen en modellen’"),
    "gebieden": ("samenhang_gebieden", "‘Wie dekt welk gebied’"),
}
ANKER = re.compile(r"[A-Za-z0-9_-]{0,40}")


@dataclass(frozen=True)
class Terug:
    """A place of the wijkteam; `anker` is the id of an element there, "" for its top."""

    plek: str
    anker: str = ""

    def __str__(self) -> str:
        """As a link and a form name it: "samenhang:REG-001"."""
        return f"{self.plek}:{self.anker}" if self.anker else self.plek

    @property
    def naam(self) -> str:
        return PLEKKEN[self.plek][1]

    @property
    def query(self) -> str:
        return urlencode({"terug": str(self)})

    def adres(self, *wijkteam: str) -> str:
        """wijkteam: the slugs of gemeente and wijkteam."""
        return reverse(PLEKKEN[self.plek][0], args=wijkteam) + (f"#{self.anker}" if self.anker else "")


def read_terug(request: HttpRequest) -> Terug | None:
    """The place that the form, or else the address, names; None when it names none that we know."""
    plek, _, anker = (request.POST.get("terug") or request.GET.get("terug") or "").partition(":")
    return Terug(plek, anker) if plek in PLEKKEN and ANKER.fullmatch(anker) else None
