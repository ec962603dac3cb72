"""Simulated advisors: each works through the wizard with human pauses, and notes what the site answered."""

import asyncio
import itertools
import random
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from html import unescape

from tests.benchmarks.browser import Browser, Reactie
from tests.wizard.formulier import Formulier

OM_ZICH_HEEN = 8  # after one save in so many, the advisor looks at one of these pages first
KIJKEN = {"task list": "", "check page": "wizard/opgave/", "history": "antwoorden/", "preview": "startdocument/"}
TYPEN = 10.0  # seconds of typing after which klad.js sends what is there
PEILEN = 2.0  # seconds between two looks of wachten.js at how far a document is
GEDULD = 300.0  # seconds that an advisor waits for a document
ZINNEN = (
    "Het team werkt dicht bij huis en zoekt mensen op. ",
    "Wie een vraag stelt, spreekt steeds met dezelfde medewerker. ",
    "Met de huisartsen, de scholen en de woningcorporatie zijn vaste dagen afgesproken. ",
    "Na een halfjaar kijken wij samen met bewoners wat dit heeft opgeleverd. ",
)
FORM = re.compile(r'<form [^>]*data-klad="([^"]+)".*?</form>', re.DOTALL)
TEKSTVAK = re.compile(r'<textarea[^>]* name="([a-z_]+(?:-toelichting)?)"')
BESTAND = re.compile(r'href="([^"]+/startdocument/[^"]+\.pdf)"')
MISLUKT = 'data-stand="mislukt"'
nummers = itertools.count(1)  # makes every text and every tab the only one of its kind


class Gestrand(Exception):
    """This advisor can't go on from here; why is in the logboek."""


@dataclass
class Logboek:
    """What all advisors together were told: durations by kind, texts saved and refused, and whatever went wrong."""

    duren: list[tuple[str, float]] = field(default_factory=list)
    bewaard: list[str] = field(default_factory=list)
    geweigerd: list[str] = field(default_factory=list)
    fouten: Counter[str] = field(default_factory=Counter)
    keren: Iterator[int] = field(default_factory=partial(itertools.count, 1))  # numbers the saves
    voorbeeld: dict[str, str] = field(default_factory=dict)  # the first one of each kind of error

    @contextmanager
    def timed(self, soort: str) -> Iterator[None]:
        begin = time.monotonic()
        yield
        self.duren.append((soort, time.monotonic() - begin))

    def note_error(self, fout: str, uitleg: str) -> None:
        self.fouten[fout] += 1
        self.voorbeeld.setdefault(fout, uitleg)

    def expect(self, reactie: Reactie, status: int, pad: str) -> Reactie:
        if reactie.status == status:
            return reactie
        self.note_error(f"status {reactie.status}", f"{pad} {reactie.naar} {reactie.tekst[:300]}")
        raise Gestrand


@dataclass
class Adviseur:
    """One user at work: `team` is the address of the wijkteam, `paginas` those of its pages in order."""

    nummer: int
    browser: Browser
    team: str
    paginas: Sequence[str]
    logboek: Logboek
    pauze: float = 0  # seconds between opening a page and saving it, on average; from a half to one and a half of it
    een_op: int = 0  # after one save in so many, of all together, who saved asks for the startdocument; 0: nobody

    def __post_init__(self) -> None:
        self.toeval = random.Random(self.nummer)
        self.hier = self.toeval.randrange(len(self.paginas))
        self.form: dict[str, list[str]] = {}
        self.pad = self.klad = self.vraag = self.tekst = ""

    # What a person does

    async def work(self, eerst: float) -> None:
        """Come after so many seconds, and go on for good; what goes wrong is noted, never raised."""
        await asyncio.sleep(eerst)
        self.form, deel = {}, self.toeval.random()  # whoever is there already is somewhere in a pause
        while True:
            try:
                if not self.form:
                    await self.open_page()
                await self.step(deel * self.toeval.uniform(0.5, 1.5) * self.pauze)
            except Gestrand:
                self.form = {}
                await asyncio.sleep(self.pauze / 4)
            except Exception as fout:  # one who stumbles must not end the run
                self.form = {}
                self.logboek.note_error(f"client, {type(fout).__name__}", str(fout))
                await asyncio.sleep(self.pauze / 4)
            deel = 1

    async def step(self, duur: float) -> None:
        """Read half of the time, type the other half, save; now and then look around, or download the document."""
        self.write()
        await self.keep(alleen_aanwezig=True)
        await asyncio.sleep(duur / 2)
        for _ in range(int(duur / 2 // TYPEN)):
            await asyncio.sleep(TYPEN)
            await self.keep()
        await asyncio.sleep(duur / 2 % TYPEN)
        await self.keep()
        await self.save()
        if self.toeval.random() * OM_ZICH_HEEN < 1:
            await self.look("page", self.team + self.toeval.choice([*KIJKEN.values()]))
            await asyncio.sleep(self.pauze / 4)
            await self.open_page()
        if self.een_op and next(self.logboek.keren) % self.een_op == 0:
            await self.look("page", self.team + KIJKEN["preview"])
            await asyncio.sleep(self.pauze / 4)
            await self.download()
            await self.open_page()

    def write(self) -> None:
        """Think of a text for the question on this page that takes one; "" when there is none."""
        zinnen = "".join(self.toeval.choice(ZINNEN) for _ in range(self.toeval.randint(1, 6)))
        self.tekst = f"Tekst {next(nummers)} van adviseur {self.nummer}. {zinnen}".strip() if self.vraag else ""

    # What the browser sends for it

    async def look(self, soort: str, pad: str) -> str:
        with self.logboek.timed(soort):
            reactie = await self.browser.follow(await self.browser.send("GET", pad))
        return self.logboek.expect(reactie, 200, pad).tekst

    async def open_page(self) -> None:
        """Open the page this advisor is at, or the first one after it that is asked now."""
        for _ in self.paginas:
            pad = self.paginas[self.hier]
            self.read(pad, await self.look("page", pad))
            if self.form:
                return
            self.hier = (self.hier + 1) % len(self.paginas)

    def read(self, pad: str, tekst: str) -> None:
        """Take the form from a page, as a new tab; none when there is nothing to fill in."""
        blad = FORM.search(tekst)
        vak = TEKSTVAK.search(blad[0]) if blad else None
        self.pad = pad
        self.klad, self.vraag = (unescape(blad[1]) if blad else ""), (vak[1] if vak else "")
        self.form = Formulier(blad[0]).velden | {"klad-tab": [f"t{next(nummers)}"]} if blad else {}

    async def keep(self, *, alleen_aanwezig: bool = False) -> None:
        """Send what is typed, or only that somebody is here, as klad.js does."""
        velden = {naam: self.form[naam] for naam in ("csrfmiddlewaretoken", "van")}
        if alleen_aanwezig or not self.vraag:
            velden["aanwezig"] = ["1"]
        else:
            eigen = self.vraag.partition("-")[0]
            velden |= {naam: waarden for naam, waarden in self.form.items() if naam.partition("-")[0] == eigen}
            velden |= self.next_place() | {self.vraag: [self.tekst]}
        with self.logboek.timed("klad"):
            reactie = await self.browser.send("POST", self.klad, velden)
        self.logboek.expect(reactie, 200, self.klad)

    def next_place(self) -> dict[str, list[str]]:
        self.form["klad-serie"] = [str(int(self.form["klad-serie"][0]) + 1)]
        return {naam: self.form[naam] for naam in ("klad-tab", "klad-serie")}

    async def save(self) -> None:
        """Press the button, and be on the page that follows."""
        pad, velden = self.pad, self.form | self.next_place() | ({self.vraag: [self.tekst]} if self.vraag else {})
        self.form = {}
        if pad in self.paginas:
            self.hier = (self.paginas.index(pad) + 1) % len(self.paginas)
        with self.logboek.timed("save"):
            reactie = await self.browser.send("POST", pad, velden | {"actie": ["verder"]})
            volgende = await self.browser.follow(reactie)
        if reactie.status == 409:  # somebody else saved here meanwhile; the page says so, and holds the text
            self.logboek.geweigerd.append(self.tekst)
        else:
            self.logboek.expect(reactie, 302, pad)
            self.logboek.bewaard += [self.tekst] if self.tekst else []
            self.read(reactie.naar, self.logboek.expect(volgende, 200, reactie.naar).tekst)
        if not self.form:  # the last page of a deel leads to its check page
            await self.open_page()

    async def download(self) -> None:
        """Ask for the startdocument as PDF, wait until it is there, and download it."""
        pad, begin = f"{self.team}startdocument/pdf/", time.monotonic()
        velden = {"csrfmiddlewaretoken": [self.browser.cookies["csrftoken"]], "soort": ["document"]}
        with self.logboek.timed("ask"):
            reactie = await self.browser.send("POST", pad, velden)
        naar = self.logboek.expect(reactie, 302, pad).naar
        while not naar.endswith(".pdf"):
            await asyncio.sleep(PEILEN)
            tekst = await self.look("poll", naar)
            if MISLUKT in tekst or time.monotonic() - begin > GEDULD:
                self.logboek.note_error("no document", naar)
                raise Gestrand
            gevonden = BESTAND.search(tekst)
            naar = gevonden[1] if gevonden else naar
        pdf = self.logboek.expect(await self.browser.send("GET", naar), 200, naar)
        if not pdf.inhoud.startswith(b"%PDF-"):
            self.logboek.note_error("no PDF", naar)
        self.logboek.duren.append(("document", time.monotonic() - begin))
