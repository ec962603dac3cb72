"""A question that the capacity check is about, with the page on which it is asked."""

from dataclasses import dataclass

from bouwstenen.catalogus.loader import catalogus
from bouwstenen.catalogus.schema import Pagina, Vraag


@dataclass(frozen=True)
class Plek:
    """sleutel: the key of the vraag."""

    sleutel: str

    @property
    def vraag(self) -> Vraag:
        return catalogus().vragen[self.sleutel]

    @property
    def pagina(self) -> Pagina:
        return catalogus().pagina_van[self.sleutel]


def plekken(sleutels: tuple[str, ...]) -> tuple[Plek, ...]:
    return tuple(Plek(sleutel) for sleutel in sleutels)
