"""Mends the tags of what crosses pages: WeasyPrint tags each part of it as a paragraph, list or table of its own.

The parts become one; what is drawn again on each page (the head of a table, the foot of the page) is for the eye only;
and a link is called by its words instead of its address.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags  # noqa: TID253 -- this module is itself imported late

_build = tags._build_box_tree


def _remember_box(box: Any, *args: Any) -> Iterator[Any]:
    """WeasyPrint's own function, but each tag remembers its box: nothing else tells which tags are one element."""
    for tag in _build(box, *args):
        if not hasattr(tag, "box"):
            tag.box = box
        yield tag


tags._build_box_tree = _remember_box


def mend_tags(pdf: Any) -> None:
    """Change the structure and the pages of the pydyf document in place."""
    made = [tag for tag in pdf.objects if isinstance(tag, dict) and tag.get("Type") == "/StructElem"]
    fold_links(pdf, [tag for tag in made if tag["S"] == "/Link"])
    kept = {tag.number for tag in joined(pdf, next(tag for tag in made if tag["S"] == "/Document"))}
    hide(pdf, [tag for tag in made if tag.number not in kept])


def fold_links(pdf: Any, links: list[Any]) -> None:
    """A page number drawn by a stylesheet in a link (::after) is a link too: the outer takes over what it holds."""
    outer = {}
    for tag in links:
        if tag.box.link_annotation:  # not when it leads nowhere
            tag.box.link_annotation["Contents"] = pydyf.String(" ".join("".join(tag.box.element.itertext()).split()))
        parent = found(pdf, tag["P"])
        if parent["S"] == "/Link":
            place = parent["K"].index(tag.reference)
            parent["K"][place : place + 1] = tag["K"]
            tag["K"] = pydyf.Array()
            outer[tag.reference] = parent.reference
    numbers = parent_tree(pdf)
    for place, owner in enumerate(numbers):
        if isinstance(owner, list):
            owner[:] = [outer.get(one, one) for one in owner]
        else:
            numbers[place] = outer.get(owner, owner)


def parent_tree(pdf: Any) -> Any:
    """For each page and each annotation its number, and which tags its texts are in."""
    return found(pdf, found(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]


def joined(pdf: Any, parent: Any) -> Iterator[Any]:
    """A tag and all in it, after each joined the one it goes on from."""
    kids: list[Any] = []
    for kid in (found(pdf, kid) for kid in parent["K"]):
        # cells go on side by side and a head comes back before the rows; anything else goes on from the last
        before = kids if parent["S"] in ("/TR", "/Table") else kids[-1:]
        first = next((one for one in before if goes_on(one, kid)), None)
        if first is None:
            kids.append(kid)
        elif kid["S"] == "/THead":
            call_the_same(cells(pdf, first), cells(pdf, kid))
        else:
            join(pdf, first, kid)
    parent["K"] = pydyf.Array(kid if isinstance(kid, int) else kid.reference for kid in kids)
    yield parent
    for kid in kids:
        if is_tag(kid):
            yield from joined(pdf, kid)


def found(pdf: Any, reference: Any) -> Any:
    """A tag, an annotation, or the number of a text on the page as it is."""
    return reference if isinstance(reference, int) else pdf.objects[int(reference.split()[0])]


def is_tag(kid: Any) -> bool:
    return isinstance(kid, dict) and "S" in kid


def goes_on(one: Any, other: Any) -> bool:
    """Parts of one element on two pages; a part with text itself (a link) is left as it is."""
    if not (hasattr(one, "box") and hasattr(other, "box")) or any(isinstance(kid, int) for kid in other["K"]):
        return False
    same = one.box.element is other.box.element and one["S"] == other["S"]
    return same and one.box.element_tag == other.box.element_tag and one["Pg"] != other["Pg"]


def join(pdf: Any, first: Any, second: Any) -> None:
    for kid in second["K"]:
        found(pdf, kid)["P"] = first.reference
    first["K"] += second["K"]
    call_the_same([first], [second])
    second["K"] = pydyf.Array()


def cells(pdf: Any, part: Any) -> Iterator[Any]:
    """The cells of a head, row by row."""
    for row in part["K"]:
        yield from (found(pdf, cell) for cell in found(pdf, row)["K"])


def call_the_same(ones: Iterable[Any], others: Iterable[Any]) -> None:
    """Cells that name their head by its ID now name the one that stays: they share the string."""
    for one, other in zip(ones, others, strict=True):
        if "ID" in other:
            other["ID"].string = one["ID"].string


def hide(pdf: Any, gone: list[Any]) -> None:
    """What these tags held is drawn, but not read aloud."""
    texts = defaultdict(set)
    for tag in gone:
        texts[tag["Pg"]].update(kid for kid in tag["K"] if isinstance(kid, int))
        tag.clear()
    numbers = parent_tree(pdf)
    for page in (found(pdf, reference) for reference in texts):
        mine = texts[page.reference]
        of_page = numbers[numbers.index(page["StructParents"]) + 1]
        for number in mine:
            of_page[number] = "null"
        drawn = found(pdf, page["Contents"]).stream
        for index, part in enumerate(drawn):
            if isinstance(part, dict) and part.get("MCID") in mine:
                drawn[index - 1 : index + 1] = "/Artifact", pydyf.Dictionary({"Type": "/Pagination"})
