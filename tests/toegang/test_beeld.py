"""A logo is drawn anew: nothing of the file that was sent is left, and what is no picture is refused."""

import struct
import zlib
from io import BytesIO

import pytest
import weasyprint  # noqa: F401, TID253 -- it has Pillow accept half a picture, in the whole process
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bouwstenen.toegang.beeld import BESCHADIGD, GEEN_BEELD, TE_VEEL_PIXELS, BeeldFout, to_beeld

ROOD, GEEL, DOORZICHTIG = (204, 0, 0), (255, 213, 0), (0, 0, 0, 0)
SCRIPT = b"<script>alert(1)</script>"


def bestand(beeld, soort="PNG", **opties):
    uit = BytesIO()
    beeld.save(uit, soort, **opties)
    return uit.getvalue()


def twee_kleuren(mode="RGB"):
    """Red on the left, yellow on the right."""
    beeld = Image.new("RGB", (40, 20), GEEL)
    beeld.paste(ROOD, (0, 0, 20, 20))
    return beeld.convert(mode, palette=Image.Palette.ADAPTIVE)


def gelezen(inhoud):
    with Image.open(BytesIO(to_beeld(inhoud).png)) as beeld:
        beeld.load()
        return beeld


def png(breedte, hoogte, *chunks):
    """A PNG that says how large it is, with these chunks instead of a picture."""
    kop = (b"IHDR", struct.pack(">IIBBBBB", breedte, hoogte, 8, 2, 0, 0, 0))
    delen = (
        struct.pack(">I", len(data)) + naam + data + struct.pack(">I", zlib.crc32(naam + data))
        for naam, data in (kop, *chunks, (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(delen)


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        (bestand(twee_kleuren()), ("RGB", ROOD, GEEL)),
        (bestand(twee_kleuren("RGBA")), ("RGBA", (*ROOD, 255), (*GEEL, 255))),
        (bestand(twee_kleuren("P")), ("RGB", ROOD, GEEL)),
        (bestand(twee_kleuren("P"), transparency=twee_kleuren("P").getpixel((0, 0))), ("RGBA", 0, (*GEEL, 255))),
        (bestand(twee_kleuren(), transparency=ROOD), ("RGBA", 0, (*GEEL, 255))),
        (bestand(Image.new("1", (40, 20), 1)), ("RGB", (255,) * 3, (255,) * 3)),
        (bestand(Image.new("LA", (40, 20), (90, 128))), ("RGBA", (90, 90, 90, 128), (90, 90, 90, 128))),
        (bestand(Image.new("I;16", (40, 20), 40000)), ("RGB", (156,) * 3, (156,) * 3)),
        (bestand(Image.new("I;16", (40, 20), 40000), transparency=40000), ("RGB", (156,) * 3, (156,) * 3)),
        (bestand(twee_kleuren(), save_all=True, append_images=[Image.new("RGB", (40, 20))]), ("RGB", ROOD, GEEL)),
    ],
    ids=["rgb", "rgba", "palette", "palette-clear", "rgb-clear", "1-bit", "grey-alpha", "16-bit", "16-clear", "apng"],
)
def test_every_kind_of_png(inhoud, verwacht):
    beeld = gelezen(inhoud)
    mode, links, rechts = verwacht
    links = links or (*beeld.getpixel((0, 0))[:3], 0)  # what is clear has any colour
    assert (beeld.size, beeld.mode, beeld.getpixel((0, 0)), beeld.getpixel((39, 19))) == ((40, 20), mode, links, rechts)


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
def test_every_kind_of_jpeg(mode):
    beeld = gelezen(bestand(Image.new("RGB", (40, 20), "white").convert(mode), "JPEG"))
    assert (beeld.format, beeld.mode, beeld.getpixel((5, 5))) == ("PNG", "RGB", (255, 255, 255))


def test_nothing_but_the_picture_is_left():
    tekst = PngInfo()
    tekst.add_text("Comment", SCRIPT.decode())
    exif = Image.Exif()
    exif[0x010E] = SCRIPT.decode()
    inhoud = bestand(twee_kleuren(), pnginfo=tekst, exif=exif, icc_profile=SCRIPT, dpi=(300, 300)) + SCRIPT
    assert inhoud.count(SCRIPT) >= 3
    assert to_beeld(inhoud) == to_beeld(bestand(twee_kleuren()))
    assert gelezen(inhoud).info == {}


def test_a_photo_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned to the right
    assert to_beeld(bestand(twee_kleuren(), "JPEG", exif=exif)).hoogte == 40


@pytest.mark.parametrize(
    ("maten", "kleiner"),
    [((1200, 400), (600, 200)), ((300, 900), (67, 200)), ((9000, 3), (600, 1)), ((30, 20), (30, 20))],
)
def test_it_fits_in_the_band(maten, kleiner):
    beeld = to_beeld(bestand(Image.new("RGB", maten)))
    assert ((beeld.breedte, beeld.hoogte), gelezen(bestand(Image.new("RGB", maten))).size) == (kleiner, kleiner)


def test_the_same_file_gives_the_same_kenmerk():
    assert to_beeld(bestand(twee_kleuren())).kenmerk == to_beeld(bestand(twee_kleuren())).kenmerk
    assert to_beeld(bestand(twee_kleuren())).kenmerk != to_beeld(bestand(twee_kleuren("L"))).kenmerk


GEWOON, FOTO = bestand(Image.effect_noise((90, 40), 50)), bestand(Image.effect_noise((90, 40), 50), "JPEG")


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        (b"", GEEN_BEELD),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", GEEN_BEELD),
        (b"#!/bin/sh\necho hoi\n", GEEN_BEELD),
        (b"%PDF-1.7 ", GEEN_BEELD),
        (b"\x89PNG\r\n\x1a\n" + SCRIPT, GEEN_BEELD),
        (b"\xff\xd8\xff" + SCRIPT, GEEN_BEELD),
        (bestand(twee_kleuren("P"), "GIF"), GEEN_BEELD),
        (bestand(twee_kleuren(), "WEBP"), GEEN_BEELD),
        (bestand(twee_kleuren(), "BMP"), GEEN_BEELD),
        (GEWOON[:-12], BESCHADIGD),
        (GEWOON[: len(GEWOON) // 2], BESCHADIGD),
        (FOTO[: len(FOTO) // 2], BESCHADIGD),
        (png(40, 20, (b"IDAT", b"geen zlib")), BESCHADIGD),
        (png(40, 20, (b"IDAT", zlib.compress(b"te kort"))), BESCHADIGD),
        (png(40, 20, (b"iCCP", b"x\0\0" + zlib.compress(b"\0" * 50_000_000))), BESCHADIGD),
    ],
)
def test_refused(inhoud, fout):
    with pytest.raises(BeeldFout) as gevangen:
        to_beeld(inhoud)
    assert str(gevangen.value) == fout


@pytest.mark.parametrize("zijde", [3_200, 10_000, 13_000, 65_000, 2**31 - 1])
def test_a_bomb_is_refused_before_it_is_decoded(zijde):
    """Ten million pixels and more, in a file without any: decoding it would find it broken."""
    with pytest.raises(BeeldFout, match="te veel pixels"):
        to_beeld(png(zijde, zijde, (b"IDAT", zlib.compress(b""))))


def test_just_small_enough_is_decoded():
    assert to_beeld(bestand(Image.new("L", (5000, 2000)))).breedte == 500
    with pytest.raises(BeeldFout, match=TE_VEEL_PIXELS):
        to_beeld(bestand(Image.new("L", (5000, 2001))))


@given(st.sampled_from([GEWOON, FOTO]), st.lists(st.tuples(st.integers(0), st.binary(max_size=4)), max_size=6))
def test_a_broken_file_gives_a_picture_or_a_message(inhoud, vervangen):
    stuk = bytearray(inhoud)
    for plek, bytes_ in vervangen:
        stuk[plek % len(stuk) : plek % len(stuk) + len(bytes_)] = bytes_
    try:
        beeld = to_beeld(bytes(stuk))
    except BeeldFout as fout:
        assert str(fout) in (GEEN_BEELD, BESCHADIGD, TE_VEEL_PIXELS)
    else:
        assert beeld.png.startswith(b"\x89PNG")
