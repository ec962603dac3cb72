"""Carries out what a user decided on the conflict page: makes its POST that of an ordinary page."""

import re
from collections.abc import Sequence

from django.http import QueryDict

from bouwstenen.catalogus.schema import Vraag
from bouwstenen.wizard.widgets import BASIS, BESLUIT, CONFLICT, SAMEN, VERSIE, question_of, was_shown

BOTST = "-botst"  # names the rows of a joined tabel that clash; with "-<row>" behind it: which of the two was chosen
VAN_RIJ = re.compile(r"-(r[0-9a-f]+)-(hun|mijn)(-.+)")  # a cell of such a row, as they have it or as I have it


def resolve(post: QueryDict, vragen: Sequence[Vraag]) -> tuple[QueryDict, set[str]]:
    """The data after the user's decisions, and the keys of the questions on which nothing was decided.

    "hun" leaves the other answer as it is, "mijn" takes what was typed, "samen" the joined answer. What is not
    decided, now ("") or until later ("zonder"), goes back to the version it began with: saving is a conflict again.
    """
    data, onbeslist = post.copy(), set()
    for vraag in vragen:
        if vraag.naam + CONFLICT in post and was_shown(post, vraag.naam) and not decide(data, vraag.naam):
            onbeslist.add(vraag.sleutel)
    return data, onbeslist


def decide(data: QueryDict, naam: str) -> bool:
    """Carry out the decision on one question; False when there is none, and then all stays for the next page."""
    besluit = data.get(naam + BESLUIT, "")
    is_besluit = take_joined(data, naam) if besluit == "samen" else besluit in ("hun", "mijn", "zonder")
    if is_besluit:
        for veld in [veld for veld in data if is_joined(veld, naam)]:
            del data[veld]
    if besluit == "zonder" or not is_besluit:
        data[naam + VERSIE], data[naam + BASIS] = data.get(naam + BASIS, ""), data[naam + VERSIE]
    elif besluit == "hun":
        del data[naam + VERSIE]
    return is_besluit


def take_joined(data: QueryDict, naam: str) -> bool:
    """Put the joined answer in the place of what was typed; not while a row that clashes was not chosen."""
    samen = {veld.removeprefix(naam + SAMEN): data.getlist(veld) for veld in data if is_joined(veld, naam)}
    gekozen = {rij: "".join(samen.get(f"{BOTST}-{rij}", ())) for rij in samen.get(BOTST, ())}
    if not samen or not set(gekozen.values()) <= {"hun", "mijn"}:
        return False
    for veld in typed_fields(data, naam):
        del data[veld]
    for rest, waarden in samen.items():
        van_rij = VAN_RIJ.fullmatch(rest)
        if van_rij is None:
            data.setlist(naam + rest, waarden)
        elif gekozen.get(van_rij[1]) == van_rij[2]:
            data.setlist(f"{naam}-{van_rij[1]}{van_rij[3]}", waarden)
    return True


def is_joined(veld: str, naam: str) -> bool:
    """Whether this input is part of the joined answer; "doelen-samenspel" is an answer by itself."""
    return f"{veld}-".startswith(f"{naam}{SAMEN}-")


def typed_fields(data: QueryDict, naam: str) -> list[str]:
    """The inputs with what was typed for this question, its toelichting too."""
    besluit = {naam + bij for bij in (VERSIE, CONFLICT, BESLUIT, BASIS)}
    return [veld for veld in data if question_of(veld) == naam and veld not in besluit and not is_joined(veld, naam)]
