"""Fields that are chosen once: a row keeps its slug and its owner for good."""

from typing import Any, ClassVar, Self

from django.db import models


class FixedFieldError(ValueError):
    """Somebody tried to change a field that is chosen once."""


class FixedQuerySet(models.QuerySet[Any]):
    """Refuses to change fixed fields of many rows at once, where `save` would not notice."""

    def update(self, **kwargs: Any) -> int:
        self._refuse_fixed(kwargs)
        return super().update(**kwargs)

    def bulk_update(self, objs: Any, fields: Any, batch_size: int | None = None) -> int:
        fields = list(fields)
        self._refuse_fixed(fields)
        return super().bulk_update(objs, fields, batch_size)

    def _refuse_fixed(self, names: Any) -> None:
        fixed = {part for name in self.model.fixed for part in (name, name.removesuffix("_id"))}
        if clash := sorted(fixed.intersection(names)):
            raise FixedFieldError(f"{self.model.__name__}: {', '.join(clash)} is chosen once and never changes.")


class FixedFieldsModel(models.Model):
    """Remembers the fields named in `fixed` as they are in the database and refuses to save another value."""

    fixed: ClassVar[tuple[str, ...]] = ()

    objects = FixedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        for name, value in getattr(self, "_fixed_values", {}).items():
            if getattr(self, name) != value:
                raise FixedFieldError(f"{type(self).__name__}.{name} is chosen once and never changes.")
        super().save(*args, **kwargs)
        self._remember_fixed()

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        obj = super().from_db(*args, **kwargs)
        obj._remember_fixed()
        return obj

    def _remember_fixed(self) -> None:
        # Deferred fields are absent from __dict__ and cannot have been changed by accident.
        self._fixed_values = {name: self.__dict__[name] for name in self.fixed if name in self.__dict__}
