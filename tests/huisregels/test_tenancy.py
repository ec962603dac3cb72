"""Every hole that tenancy could have, tried on purpose."""

import pytest
from django.apps import apps
from django.db import models
from django_scopes import scopes_disabled  # noqa: TID251 -- to see what is really in the database
from django_scopes.exceptions import ScopeError

from bouwstenen.core.append_only import AlleenToevoegen
from bouwstenen.core.fixed import FixedFieldError
from bouwstenen.core.tenancy import ScopedManager, ScopedModel, enter_scope
from bouwstenen.models import Antwoord, Gebruiker, Gemeente, Lidmaatschap, Logo, Spoorregel, Uitnodiging, Wijkteam
from tests.factories import WijkteamFactory
from tests.wizard.bezoeker import gegeven

OURS = [model for model in apps.get_app_config("bouwstenen").get_models()]

# Reference data and people: no gemeente owns them.
WITHOUT_GEMEENTE = {Gemeente, Gebruiker, Spoorregel}

WORK = {
    "__iter__": list,
    "__len__": len,
    "__bool__": bool,
    "__getitem__": lambda rows: rows[0],
    "__or__": lambda rows: rows | rows,
    "aggregate": lambda rows: rows.aggregate(n=models.Count("pk")),
    "alias": lambda rows: rows.alias(n=models.Count("pk")),
    "all": lambda rows: rows.all(),
    "annotate": lambda rows: rows.annotate(n=models.Count("pk")),
    "bulk_create": lambda rows: rows.bulk_create([]),
    "bulk_update": lambda rows: rows.bulk_update([], ["naam"]),
    "contains": lambda rows: rows.contains(Wijkteam()),
    "count": lambda rows: rows.count(),
    "create": lambda rows: rows.create(naam="x", slug="x"),
    "defer": lambda rows: rows.defer("naam"),
    "delete": lambda rows: rows.delete(),
    "distinct": lambda rows: rows.distinct(),
    "earliest": lambda rows: rows.earliest("pk"),
    "exclude": lambda rows: rows.exclude(pk=0),
    "exists": lambda rows: rows.exists(),
    "extra": lambda rows: rows.extra(where=["1=1"]),
    "filter": lambda rows: rows.filter(pk=1),
    "first": lambda rows: rows.first(),
    "get": lambda rows: rows.get(pk=1),
    "get_or_create": lambda rows: rows.get_or_create(naam="x", slug="x"),
    "in_bulk": lambda rows: rows.in_bulk([1]),
    "iterator": lambda rows: list(rows.iterator()),
    "last": lambda rows: rows.last(),
    "only": lambda rows: rows.only("naam"),
    "order_by": lambda rows: rows.order_by("naam"),
    "prefetch_related": lambda rows: rows.prefetch_related("gemeente"),
    "raw": lambda rows: rows.raw("select * from bouwstenen_wijkteam"),
    "reverse": lambda rows: rows.reverse(),
    "select_for_update": lambda rows: rows.select_for_update(),
    "select_related": lambda rows: rows.select_related("gemeente"),
    "union": lambda rows: rows.union(rows),
    "update": lambda rows: rows.update(naam="x"),
    "update_or_create": lambda rows: rows.update_or_create(naam="x", slug="x"),
    "using": lambda rows: list(rows.using("default")),
    "values": lambda rows: rows.values("naam"),
    "values_list": lambda rows: rows.values_list("naam"),
}


@pytest.fixture
def oost(zeist):
    return WijkteamFactory(gemeente=zeist, slug="oost", naam="Oost")


# Entering


@pytest.mark.parametrize("leeg", [None, [None], Gemeente(slug="nieuw")], ids=["none", "none in list", "unsaved"])
def test_enter_scope_refuses_none(leeg):
    with pytest.raises(ScopeError), enter_scope(leeg):
        pass


def test_one_gemeente_shows_only_its_own(utrecht, kanaleneiland, oost):
    with enter_scope(utrecht):
        assert list(Wijkteam.objects.all()) == [kanaleneiland]
        assert list(Gemeente.objects.get(slug="zeist").wijkteam_set.all()) == []


def test_a_list_shows_all_of_its_gemeenten_and_an_empty_one_nothing(utrecht, zeist, kanaleneiland, oost):
    with enter_scope([utrecht, zeist]):
        assert list(Wijkteam.objects.all()) == [kanaleneiland, oost]
    with enter_scope([]):
        assert list(Wijkteam.objects.all()) == []


def test_the_scope_ends(utrecht, kanaleneiland):
    with pytest.raises(ZeroDivisionError), enter_scope(utrecht):
        raise ZeroDivisionError
    with pytest.raises(ScopeError):
        Wijkteam.objects.count()


# Reading and writing without a scope


@pytest.mark.parametrize("werk", WORK.values(), ids=WORK)
def test_nothing_works_without_a_scope(kanaleneiland, werk):
    with pytest.raises(ScopeError):
        werk(Wijkteam.objects.get_queryset())


def test_every_public_method_of_a_queryset_is_refused_without_a_scope(db):
    rows = Wijkteam.objects.get_queryset()
    public = {name for name in dir(models.QuerySet) if not name.startswith("_")}
    allowed = {"as_manager", "db", "ordered", "query", "using", "none"}
    reached = set()
    for name in public - allowed:
        try:
            getattr(rows, name)()
        except ScopeError:
            continue
        reached.add(name)
    assert reached == set()


def test_the_manager_needs_a_scope(kanaleneiland):
    for work in (Wijkteam.objects.exists, Wijkteam.objects.count, lambda: list(Wijkteam.objects.all())):
        with pytest.raises(ScopeError):
            work()


def test_reverse_managers_need_a_scope_too(utrecht, kanaleneiland):
    with pytest.raises(ScopeError):
        list(utrecht.wijkteam_set.all())


def test_an_empty_queryset_needs_no_scope(db):
    assert list(Wijkteam.objects.none()) == []


def test_a_queryset_made_without_a_scope_stays_refused_inside_one(utrecht, kanaleneiland):
    rows = Wijkteam.objects.get_queryset()
    with enter_scope(utrecht), pytest.raises(ScopeError):
        list(rows)


def test_save_and_delete_need_a_scope(kanaleneiland):
    for work in (kanaleneiland.save, kanaleneiland.delete):
        with pytest.raises(ScopeError):
            work()


# Writing in the scope of another gemeente


def test_save_refuses_another_gemeente(zeist, utrecht, oost):
    with enter_scope(utrecht):
        for work in (oost.save, oost.delete, Wijkteam(gemeente=zeist, slug="a", naam="A").save):
            with pytest.raises(ScopeError):
                work()


def test_bulk_create_refuses_another_gemeente(zeist, utrecht):
    with enter_scope(utrecht), pytest.raises(ScopeError):
        Wijkteam.objects.bulk_create([Wijkteam(gemeente=zeist, slug="a", naam="A")])
    with scopes_disabled():
        assert Wijkteam.objects.count() == 0


def test_update_and_delete_reach_only_the_own_gemeente(utrecht, kanaleneiland, oost):
    with enter_scope(utrecht):
        Wijkteam.objects.update(naam="Nieuw")
        Wijkteam.objects.filter(pk=oost.pk).delete()
    with scopes_disabled():
        assert list(Wijkteam.objects.order_by("slug").values_list("naam", flat=True)) == ["Nieuw", "Oost"]


def test_raw_sql_is_refused(utrecht):
    with enter_scope(utrecht), pytest.raises(ScopeError):
        Wijkteam.objects.raw("select * from bouwstenen_wijkteam")


def test_a_row_never_moves_to_another_gemeente(utrecht, zeist, kanaleneiland):
    with enter_scope([utrecht, zeist]):
        rij = Wijkteam.objects.get(pk=kanaleneiland.pk)
        rij.gemeente = zeist
        with pytest.raises(FixedFieldError):
            rij.save()
        for field, value in (("gemeente", zeist), ("gemeente_id", zeist.pk), ("slug", "anders")):
            with pytest.raises(FixedFieldError):
                Wijkteam.objects.update(**{field: value})
        with pytest.raises(FixedFieldError):
            Wijkteam.objects.bulk_update([rij], ["gemeente"])


def test_slugs_never_change(utrecht, kanaleneiland):
    utrecht.slug = kanaleneiland.slug = "anders"
    with enter_scope(utrecht):
        for row in (utrecht, kanaleneiland):
            with pytest.raises(FixedFieldError):
                row.save()


def test_gemeenten_and_people_with_rows_are_never_deleted(utrecht, anna, kanaleneiland):
    with enter_scope(utrecht):
        for row in (utrecht, anna):
            with pytest.raises(models.ProtectedError):
                row.delete()


def test_nothing_above_an_answer_is_deleted_from_any_side(utrecht, anna, kanaleneiland):
    gegeven(kanaleneiland, anna, "opgave.vraagstuk", "Eenzaamheid")
    with enter_scope(utrecht):
        rows = [
            kanaleneiland,
            Wijkteam.objects.all(),
            utrecht.wijkteam_set.all(),
            Gemeente.objects.all(),
            Gebruiker.objects.filter(pk=anna.pk),
        ]
        for row in rows:
            with pytest.raises(models.ProtectedError):
                row.delete()
        for work in (kanaleneiland.antwoord_set.all().delete, Antwoord.objects.get().delete):
            with pytest.raises(AlleenToevoegen):
                work()


# The models themselves


def test_every_model_belongs_to_a_gemeente_or_is_on_the_list():
    assert {model for model in OURS if not issubclass(model, ScopedModel)} == WITHOUT_GEMEENTE


def test_every_scoped_model_has_a_scoped_manager():
    scoped = [model for model in OURS if issubclass(model, ScopedModel)]
    assert [
        model
        for model in scoped
        if {getattr(m, "path", None) for m in model._meta.managers} - {"gemeente", "wijkteam__gemeente"}
    ] == []
    assert {model for model in scoped if model._default_manager.path == "gemeente"} == {
        Lidmaatschap,
        Logo,
        Uitnodiging,
        Wijkteam,
    }


def test_foreign_keys_to_gemeente_wijkteam_and_people_protect():
    keys = [field for model in OURS for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)]
    owners = {Gemeente, Wijkteam, Gebruiker}
    assert [
        str(key) for key in keys if key.related_model in owners and key.remote_field.on_delete is not models.PROTECT
    ] == []


def test_a_scoped_manager_refuses_a_queryset_that_checks_nothing():
    with pytest.raises(TypeError):
        ScopedManager(gemeente="gemeente", queryset=models.QuerySet)
