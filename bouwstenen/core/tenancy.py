"""Keeps the rows of one gemeente away from every other: nothing is read or written outside a scope.

django-scopes keeps the current scope; its manager lets some calls through, so the manager and the queryset are our own.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, cast

from django.db import models
from django_scopes import get_scope
from django_scopes import scope as raw_scope  # noqa: TID251 -- the one place: enter_scope below guards it
from django_scopes.exceptions import ScopeError

from bouwstenen.core.fixed import FixedFieldsModel, FixedQuerySet


@contextmanager
def enter_scope(gemeente: Any) -> Iterator[None]:
    """Limit all reading and writing to one gemeente, or to a list of them (an empty list shows nothing).

    Raises ScopeError for None and for a gemeente that is not saved: a scope of None would show everything.
    """
    gemeenten = gemeente if isinstance(gemeente, list | tuple | models.QuerySet) else [gemeente]
    pks = tuple(getattr(g, "pk", None) for g in gemeenten)
    if None in pks:
        raise ScopeError("A scope needs a saved gemeente.")
    with raw_scope(gemeente=pks):
        yield


def _scope_pks() -> tuple[int, ...] | None:
    """The gemeenten in scope; None when the scopes were switched off on purpose; ScopeError without a scope."""
    current = get_scope()
    if current.get("_enabled") is False:
        return None
    pks = current.get("gemeente")
    if not isinstance(pks, tuple):
        raise ScopeError("No gemeente in scope: wrap this in enter_scope(gemeente).")
    return pks


def _refuse(self: Any, *args: Any, **kwargs: Any) -> Any:
    raise ScopeError(f"No gemeente in scope: {self.model.__name__} can't be reached outside enter_scope(gemeente).")


# Everything a queryset can do, except what Django needs to make managers and to pass an empty queryset around.
_REFUSED = {name for name, member in vars(models.QuerySet).items() if not name.startswith("_") and callable(member)}
_REFUSED |= {f"__{name}__" for name in ("iter", "aiter", "len", "bool", "getitem", "and", "or", "xor")} | {"_fetch_all"}
_REFUSED -= {"using", "none"}


class ScopedQuerySet(FixedQuerySet):
    """Base of every queryset on rows of a gemeente; writing in bulk checks what `save` checks."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> Any:
        objs = list(objs)
        for obj in objs:
            obj.check_scope()
        return super().bulk_create(objs, *args, **kwargs)

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        if _scope_pks() is not None:
            raise ScopeError("Raw SQL knows no scope.")
        return super().raw(*args, **kwargs)


def _none(self: Any) -> Any:
    return models.QuerySet(self.model, using=self._db).none()


def _refused_class(queryset: type[ScopedQuerySet]) -> type[ScopedQuerySet]:
    """A twin of the queryset class that refuses all work, for use outside a scope."""
    return type(f"Refused{queryset.__name__}", (queryset,), dict.fromkeys(_REFUSED, _refuse) | {"none": _none})


def ScopedManager(*, gemeente: str, queryset: type[ScopedQuerySet] = ScopedQuerySet) -> Any:
    """A manager that shows only rows of the gemeente in scope.

    gemeente: the path from the model to its gemeente, such as "wijkteam__gemeente".
    queryset: the queryset class with the vocabulary of the model.
    """
    if not issubclass(queryset, ScopedQuerySet):
        raise TypeError(f"{queryset.__name__} must be a ScopedQuerySet.")
    refused = _refused_class(queryset)

    class Manager(models.Manager.from_queryset(queryset)):  # type: ignore[misc]
        # A class per path: Django makes the managers of reverse relations from the class alone, without arguments.
        path = gemeente

        def get_queryset(self) -> Any:
            try:
                pks = _scope_pks()
            except ScopeError:
                return refused(self.model, using=self._db)
            rows = super().get_queryset()
            return rows if pks is None else rows.filter(**{f"{gemeente}__in": pks})

    return Manager()


class ScopedModel(FixedFieldsModel):
    """A row that belongs to a gemeente, directly or through its wijkteam; `objects` must be a ScopedManager."""

    class Meta:
        abstract = True

    def check_scope(self) -> None:
        """Raise ScopeError unless the gemeente of this row is in scope."""
        pks = _scope_pks()
        if pks is not None and self._gemeente_pk() not in pks:
            raise ScopeError(f"This {type(self).__name__} belongs to a gemeente that is not in scope.")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.check_scope()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        self.check_scope()
        return super().delete(*args, **kwargs)

    def _gemeente_pk(self) -> Any:
        *steps, last = cast(Any, type(self)).objects.path.split("__")
        owner: Any = self
        for step in steps:
            owner = getattr(owner, step)
        return getattr(owner, f"{last}_id")


class GemeenteModel(ScopedModel):
    """A row that carries its gemeente itself: only Wijkteam, Lidmaatschap and the like."""

    fixed = ("gemeente_id",)

    gemeente = models.ForeignKey("bouwstenen.Gemeente", models.PROTECT)

    objects = ScopedManager(gemeente="gemeente")  # type: ignore[django-manager-missing, misc] -- built at run time

    class Meta:
        abstract = True


class WijkteamModel(ScopedModel):
    """A row below a wijkteam; it finds its gemeente there, so it can't point at two."""

    fixed = ("wijkteam_id",)

    wijkteam = models.ForeignKey("bouwstenen.Wijkteam", models.PROTECT)

    objects = ScopedManager(gemeente="wijkteam__gemeente")

    class Meta:
        abstract = True
