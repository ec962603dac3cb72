"""All text that a user typed and did not save, over all wijkteams, with the pages it belongs to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bouwstenen.antwoorden.store import klad as kladden
from bouwstenen.catalogus.loader import catalogus


@dataclass(frozen=True)
class NietOpgeslagen:
    """One page with text that is not saved; `op` is when the last of it was typed."""

    wijkteam: Any
    deel: str
    slug: str
    titel: str
    op: datetime


def unsaved(gemeenten: Collection[Any], gebruiker: Any) -> list[NietOpgeslagen]:
    """The pages of these gemeenten on which this user has such text, newest first."""
    rijen = kladden.eigen_kladden(gemeenten=gemeenten, door=gebruiker) if gemeenten else []
    paginas: dict[tuple[int, str], Any] = {}
    for rij in rijen:
        paginas.setdefault((rij.wijkteam_id, rij.pagina), rij)
    return [regel for rij in paginas.values() if (regel := as_regel(rij))]


def as_regel(rij: Any) -> NietOpgeslagen | None:
    """None for a page that is no longer in the catalogue."""
    sleutel, _, rest = rij.pagina.partition(".")
    deel, pagina = catalogus().deel(sleutel), catalogus().pagina(rij.pagina)
    if deel is None or (pagina is None and rest != "eigen_vragen"):
        return None
    titel = f"{deel.titel}: {pagina.titel if pagina else 'Eigen vragen'}"
    return NietOpgeslagen(rij.wijkteam, sleutel, rest.replace("_", "-"), titel, rij.op)
