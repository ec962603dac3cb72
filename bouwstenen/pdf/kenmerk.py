"""The hash a PDF is kept under: of its HTML, and of everything that turns HTML into bytes."""

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

HERE = Path(__file__).parent
PACKAGES = ("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "pyphen", "Pillow")
LIBRARIES = {"libpango-1.0.so.0": "pango_version_string", "libharfbuzz.so.0": "hb_version_string"}


def kenmerk(html: str) -> str:
    """64 hexadecimal digits; the same only when html_to_pdf gives the same bytes."""
    return sha256(omgeving() + html.encode()).hexdigest()


@cache
def omgeving() -> bytes:
    """A digest of our own code, fonts and stylesheets, and the versions of the libraries; read once per process."""
    digest = sha256()
    for part in parts():
        digest.update(part + b"\0")
    return digest.digest()


def parts() -> Iterator[bytes]:
    css = [Path(folder) / "css" for folder in settings.STATICFILES_DIRS]
    sheets = {path for folder in css for name in ("document-*.css", "*-pdf.css") for path in folder.glob(name)}
    for path in sorted([*HERE.glob("*.py"), *HERE.glob("fonts/*.ttf"), *sheets], key=lambda path: path.name):
        yield path.name.encode() + path.read_bytes()
    yield from (f"{package} {version(package)}".encode() for package in PACKAGES)
    yield from (library_version(*library) for library in LIBRARIES.items())


def library_version(name: str, function: str) -> bytes:
    """What a library of the system calls its version; WeasyPrint loads the same ones. b"" when it is not there."""
    with suppress(OSError):
        ask = getattr(ctypes.CDLL(name), function)
        ask.restype = ctypes.c_char_p
        return bytes(ask())
    return b""
