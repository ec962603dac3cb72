"""What a document may load while it is made: our own static files and data: addresses, nothing else."""

from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: TID253 -- this module is itself imported late

STATIC = "static:"  # static:css/x.css is static/css/x.css
TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}


class GeweigerdAdres(ValueError):
    """The document asked for something outside our static files."""


class StaticFetcher(URLFetcher):  # type: ignore[misc]
    """Opens no connection and no file outside the static folders; anything else stops the rendering."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=["data"], allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: Any = None) -> Any:
        if url.startswith("data:"):
            return super().fetch(url, headers)
        found = finders.find(url.removeprefix(STATIC)) if url.startswith(STATIC) else None
        if not found:
            raise GeweigerdAdres(url)
        file = Path(found)
        return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": TYPES[file.suffix]})
