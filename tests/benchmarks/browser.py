"""A browser without a screen that hundreds of users can share a process with: asyncio, a connection per request."""

import asyncio
from dataclasses import dataclass
from html import unescape
from urllib.parse import urldefrag, urlencode

GEDULD = 60  # seconds until a request without an answer is given up


@dataclass(frozen=True)
class Reactie:
    """What came back; status 0 is no answer at all, and then `tekst` says why."""

    status: int
    naar: str
    inhoud: bytes

    @property
    def tekst(self) -> str:
        return self.inhoud.decode(errors="replace")


@dataclass
class Browser:
    """One user's browser: it keeps the cookies, and counts what it sent."""

    port: int
    cookies: dict[str, str]
    verzoeken: int = 0

    async def send(self, methode: str, pad: str, velden: dict[str, list[str]] | None = None) -> Reactie:
        """One request on a connection of its own: after a human pause the server has closed the one before."""
        self.verzoeken += 1
        lijf = urlencode(velden or {}, doseq=True).encode()
        koppen = {
            "Host": f"127.0.0.1:{self.port}",
            "Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in self.cookies.items()),
            "Content-Length": str(len(lijf)),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        kop = "".join(f"{naam}: {waarde}\r\n" for naam, waarde in koppen.items())
        try:
            async with asyncio.timeout(GEDULD):
                verzoek = f"{methode} {urldefrag(pad).url} HTTP/1.0\r\n{kop}\r\n"
                return self.read(await exchange(self.port, verzoek.encode() + lijf))
        except (OSError, TimeoutError, ValueError) as fout:
            return Reactie(0, "", repr(fout).encode())

    async def follow(self, reactie: Reactie) -> Reactie:
        """Go where an answer sends us, and on from there."""
        for _ in range(3):
            if reactie.status != 302:
                break
            reactie = await self.send("GET", reactie.naar)
        return reactie

    def read(self, ruw: bytes) -> Reactie:
        """Split what came back, and keep its cookies; ValueError when it is no answer."""
        kop, _, inhoud = ruw.partition(b"\r\n\r\n")
        eerste, *regels = kop.decode("latin-1").split("\r\n")
        if not eerste.startswith("HTTP/"):
            raise ValueError(f"no answer: {eerste!r}")
        koppen: dict[str, str] = {}
        for naam, _, waarde in (regel.partition(": ") for regel in regels):
            koppen[naam.lower()] = waarde
            if naam.lower() == "set-cookie":
                koek, _, houdt = waarde.partition(";")[0].partition("=")
                self.cookies[koek] = houdt
        if len(inhoud) != int(koppen.get("content-length", len(inhoud))):
            raise ValueError(f"half an answer: {len(inhoud)} of {koppen['content-length']} bytes")
        return Reactie(int(eerste.split(" ")[1]), unescape(koppen.get("location", "")), inhoud)


async def exchange(port: int, verzoek: bytes) -> bytes:
    """Send these bytes, and read until the server closes."""
    lezer, schrijver = await asyncio.open_connection("127.0.0.1", port)
    try:
        schrijver.write(verzoek)
        return await lezer.read()
    finally:
        schrijver.close()
