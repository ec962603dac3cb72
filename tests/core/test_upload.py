"""Of a file that is too large only the beginning is kept, and the form learns how large it was."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from bouwstenen.core.upload import BEWAARD


def received(inhoud):
    request = RequestFactory().post("/", {"naam": "Anna", "bestand": SimpleUploadedFile("x.png", inhoud)})
    bestand = request.FILES["bestand"]
    return request.POST["naam"], bestand.name, bestand.size, bestand.read()


def test_a_small_file_is_whole():
    assert received(b"klein") == ("Anna", "x.png", 5, b"klein")


def test_of_a_large_file_the_beginning_is_kept():
    naam, bestand, grootte, inhoud = received(bytes(10_000_000))
    assert (naam, bestand, grootte, len(inhoud)) == ("Anna", "x.png", 10_000_000, BEWAARD)
