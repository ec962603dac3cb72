"""Empties allauth's own table of addresses: they log in too, and Gebruiker.email is the only address from now on."""

from typing import ClassVar

from django.db import migrations


def empty(apps, schema_editor):
    apps.get_model("account", "EmailAddress").objects.all().delete()


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("account", "0009_emailaddress_unique_primary_email"),
        ("bouwstenen", "0003_niets_gaat_verloren"),
    ]

    operations: ClassVar = [migrations.RunPython(empty, migrations.RunPython.noop)]
