"""Makes a logo again from a file that somebody sent, so that nothing of the file itself reaches a browser."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from bouwstenen.toegang.kleuren import kenmerk

GROOTSTE = 500_000  # bytes
MEESTE_PIXELS = 10_000_000
KADER = (600, 200)  # as wide and as high as a logo is kept
SOORTEN = ("PNG", "JPEG")

GEEN_BEELD = "Dit bestand is geen PNG of JPEG. Sla het logo op als PNG of JPEG en kies het dan opnieuw."
BESCHADIGD = "Dit bestand is beschadigd of niet compleet. Sla het logo opnieuw op en kies het dan nog een keer."
TE_VEEL_PIXELS = "Dit logo heeft te veel pixels. Maak het kleiner, bijvoorbeeld 1200 pixels breed, en kies het opnieuw."


class BeeldFout(ValueError):
    """This file gives no logo; the message tells the user what to do."""


@dataclass(frozen=True)
class Beeld:
    """A PNG of our own making."""

    png: bytes
    breedte: int
    hoogte: int

    @property
    def kenmerk(self) -> str:
        return kenmerk(self.png)


def to_beeld(inhoud: bytes) -> Beeld:
    """Read a PNG or JPEG and draw it anew, without metadata and not larger than KADER; BeeldFout when that can't be.

    The number of pixels is judged before any of them is decoded: a small file may hold a huge picture.
    """
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint switches it on for the whole process
    _check(inhoud)
    try:
        with Image.open(BytesIO(inhoud), formats=SOORTEN) as gelezen:
            beeld = _plain(ImageOps.exif_transpose(gelezen))
    except Exception as fout:  # a decoder may fail in any way on a file made to break it
        raise BeeldFout(BESCHADIGD) from fout
    beeld.thumbnail(KADER)
    beeld.info = {}  # a colour profile would be written along
    png = BytesIO()
    beeld.save(png, "PNG", optimize=True)
    return Beeld(png.getvalue(), *beeld.size)


def _check(inhoud: bytes) -> None:
    """What can be known of a file without decoding it."""
    try:
        with Image.open(BytesIO(inhoud), formats=SOORTEN) as gelezen:
            pixels = gelezen.width * gelezen.height
            gelezen.verify()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fout:
        raise BeeldFout(TE_VEEL_PIXELS) from fout
    except UnidentifiedImageError as fout:
        raise BeeldFout(GEEN_BEELD) from fout
    except Exception as fout:  # as above
        raise BeeldFout(BESCHADIGD) from fout
    if pixels > MEESTE_PIXELS:
        raise BeeldFout(TE_VEEL_PIXELS)


def _plain(beeld: Image.Image) -> Image.Image:
    """The first frame in eight bits a colour, transparent where it was."""
    if beeld.mode.startswith("I"):  # sixteen bits of grey, which converting would cut off at the lightest eight
        beeld = beeld.point(lambda grijs: grijs / 256).convert("L")
        beeld.info = {}  # its transparent grey is one of the sixteen bits
    return beeld.convert("RGBA" if beeld.has_transparency_data else "RGB")
