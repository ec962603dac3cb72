"""Reads a page as a browser does: what its form would send back, which ids it has, and where its links lead."""

from html.parser import HTMLParser


class Formulier(HTMLParser):
    """`velden`: what pressing a button would send, name by name; `zonder_opmaak`: all text of the page."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.velden: dict[str, list[str]] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.knoppen: list[str] = []
        self.labels: list[str] = []
        self.titel = ""
        self.stukken: list[str] = []
        self._tekstvak = self._select = ""
        self._opties: list[tuple[str, bool]] = []
        self._inhoud: list[str] = []
        self._in = ""
        self.feed(html)
        self.close()

    @property
    def zonder_opmaak(self) -> str:
        return " ".join(" ".join(self.stukken).split())

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        self._in = tag
        self.ids += [a["id"]] if "id" in a else []
        self.links += [a["href"]] if tag == "a" and "href" in a else []
        self.labels += [a["for"]] if tag == "label" else []
        match tag:
            case "button" if a.get("name") == "actie":
                self.knoppen.append(a["value"])
            case "input" if a.get("type") not in ("radio", "checkbox") or "checked" in a:
                self.add(a.get("name"), (a.get("value") or ("on" if a.get("type") == "checkbox" else "")))
            case "textarea":
                self._tekstvak, self._inhoud = a.get("name", ""), []
            case "select":
                self._select, self._opties = a["name"], []
            case "option":
                self._opties.append((a.get("value"), "selected" in a))

    def add(self, naam, waarde):
        if naam:
            self.velden.setdefault(naam, []).append(waarde)

    def handle_data(self, data):
        if self._tekstvak:
            self._inhoud.append(data)
        if self._in == "title":
            self.titel += data
        if self._in == "option" and self._opties[-1][0] is None:
            self._opties[-1] = (data, self._opties[-1][1])
        self.stukken.append(data)

    def handle_endtag(self, tag):
        self._in = ""
        if tag == "textarea":
            self.add(self._tekstvak, "".join(self._inhoud).removeprefix("\n"))
            self._tekstvak = ""
        if tag == "select":
            gekozen = [waarde for waarde, aan in self._opties if aan] or [self._opties[0][0]]
            self.add(self._select, gekozen[-1])
