"""The static files can be collected as in production: each file that a stylesheet names exists."""

import pytest
from django.core.management import call_command


@pytest.mark.once
def test_collectstatic(settings, tmp_path):
    """Fails when a stylesheet names a file that is not there. (Without compressing, which takes ten seconds.)"""
    storage = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": storage}}
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    assert (tmp_path / "staticfiles.json").exists()
