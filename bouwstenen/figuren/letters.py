"""How wide text is, and how it fits: no text in a figure ever leaves its shape."""

from collections.abc import Sequence

MEER = "…"
_BREUKEN = ("/", "-")  # a word may go on on the next line after these

# Widths in thousandths of the size of the letters: the wider of Source Sans 3 Regular and SemiBold, rounded up. A test
# compares them with the fonts. Any other character counts as a full square.
_BREEDTES = {
    200: " \xa0",
    275: "',.:;ijl|¦·ìíîïĩīĭįıĵĺļ‘’‚",
    300: "IÌÍÎÏĨĪĬĮİľſ",
    325: "!()-[]f{}¡•",
    350: "/\\°ł",
    375: "rtª²³¹ºŕŗřţťŧ",
    425: "ŀ",
    450: "*?sz®¿śŝşšźżž",
    475: "c«»çćĉċč",
    500: '"J_vxyýÿĴŷ“”„–',
    525: "#$+0123456789<=>FLY^aegk~¢£¤¥§¬±×Ýàáâãäåèéêë÷āăąēĕėęěĝğġģĳķĸĹĻĽĿŁŶŸ€≥≤",
    550: "ESTVXZ`o¨¯´¸ÈÉÊËòóôõöøĒĔĖĘĚōŏőŚŜŞŠŢŤŦŹŻŽ",
    575: "AbdhnpquÀÁÂÃÄÅðñùúûüþĀĂĄđĥħĲńņňŋũūŭůűų",
    600: "BCKPRµ¶ÇÞĆĈĊČďĶŔŖŘ",
    625: "DßĎ→←↔",
    650: "&GĐĜĞĠĢ",
    675: "HNOQUÐÑÒÓÔÕÖØÙÚÛÜĤŃŅŇŊŌŎŐŨŪŬŮŰŲ",
    750: "MwŵĦ©",
    800: "W¼æŴ—",
    875: "%@mŒ½¾œÆŉ",
}
_PER_LETTER = {letter: breedte for breedte, letters in _BREEDTES.items() for letter in letters}


def breedte(tekst: str, grootte: float) -> float:
    """The width of a line of text in the units of its figure; never less than it will be."""
    return sum(_PER_LETTER.get(letter, 1000) for letter in tekst) * grootte / 1000


def wikkel(tekst: str, grootte: float, ruimtes: Sequence[float]) -> tuple[str, ...]:
    """The text over at most as many lines as there are widths; what does not fit ends in "…".

    ruimtes: the width that each line may take, in the units of the figure.
    """
    rest, regels = " ".join(tekst.split()), []
    for ruimte in ruimtes[:-1]:
        if not rest or breedte(rest, grootte) <= ruimte:
            break
        regel, rest = _eerste_regel(rest, grootte, ruimte)
        regels.append(regel)
    ruimte = ruimtes[min(len(regels), len(ruimtes) - 1)]
    return (*regels, kort(rest, grootte, ruimte)) if rest else tuple(regels)


def kort(tekst: str, grootte: float, ruimte: float) -> str:
    """The text when it fits, else as much of it as fits before "…"; "" where not even that fits."""
    if breedte(tekst, grootte) <= ruimte:
        return tekst
    past = _hoeveel(tekst, grootte, ruimte - breedte(MEER, grootte))
    return tekst[:past].rstrip(" ,.;:-/(") + MEER if past else ""


def past(tekst: str, grootte: float, ruimtes: Sequence[float]) -> bool:
    """Whether the text fits in these lines without losing or breaking a word."""
    regels = wikkel(tekst, grootte, ruimtes)
    return "".join("".join(regels).split()) == "".join(tekst.split())


def _eerste_regel(tekst: str, grootte: float, ruimte: float) -> tuple[str, str]:
    """What fits on one line and what is left; a word that is wider than the line is broken with a hyphen."""
    past = _hoeveel(tekst, grootte, ruimte)
    einde = max(tekst.rfind(" ", 0, past + 1), *(tekst.rfind(teken, 0, past) + 1 for teken in _BREUKEN))
    if einde > 0:
        return tekst[:einde].rstrip(), tekst[einde:].lstrip()
    past = max(_hoeveel(tekst, grootte, ruimte - breedte("-", grootte)), 1)
    return tekst[:past] + "-", tekst[past:]


def _hoeveel(tekst: str, grootte: float, ruimte: float) -> int:
    """How many characters from the start fit."""
    totaal = 0.0
    for aantal, letter in enumerate(tekst):
        totaal += breedte(letter, grootte)
        if totaal > ruimte:
            return aantal
    return len(tekst)
