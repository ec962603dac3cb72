"""The static files can be collected as in production: each file that a stylesheet names exists."""

import pytest
from django.conf import settings as project
from django.core.management import call_command

from wijkteam.settings import STORAGES


@pytest.mark.once
def test_collectstatic(settings, tmp_path):
    settings.STORAGES = STORAGES
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    ours = {path.relative_to(project.STATICFILES_DIRS[0]) for path in (project.BASE_DIR / "static").rglob("*.css")}
    assert {path for path in ours if not (tmp_path / path).exists()} == set()
