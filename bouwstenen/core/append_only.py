"""Rows that are only ever added: nobody changes or deletes them, also not by accident."""

from typing import Any

from django.db import models


class AlleenToevoegen(TypeError):
    """These rows are never changed or deleted; a change is a new row."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Refuses to change or delete many rows at once; mix it in before another queryset class."""

    def update(self, **kwargs: Any) -> int:
        raise AlleenToevoegen

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        raise AlleenToevoegen

    def delete(self) -> tuple[int, dict[str, int]]:
        raise AlleenToevoegen


class AppendOnlyModel(models.Model):
    """Refuses to save a row for the second time, and to delete it; mix it in before another model class."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            raise AlleenToevoegen
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AlleenToevoegen
