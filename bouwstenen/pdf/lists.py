"""Mends the tags of list items: PDF/UA wants a label and a body, WeasyPrint gives a paragraph in an item no body.

It also puts a list in an item after that item, and so after all that follows the list in it.
"""

from collections.abc import Mapping
from typing import Any

import pydyf

PARTS = ("/Lbl", "/LBody")


def nest_lists(pdf: Any) -> None:
    """Change the structure of the pydyf document in place: a list in an item is in that item, in its place.

    Tags are numbered in the order in which they are read.
    """
    elements = tags(pdf)
    for outer in [element for element in elements.values() if element["S"] == "/L"]:
        item: Any = None
        for kid in list(outer["K"]):
            if elements[kid]["S"] == "/LI":
                item = elements[kid]
            elif item:
                outer["K"].remove(kid)
                elements[kid]["P"] = item.reference
                item["K"] = pydyf.Array(sorted([*item["K"], kid], key=lambda one: elements[one].number))


def mend_lists(pdf: Any) -> None:
    """Change the structure of the pydyf document in place: what is in an item becomes one body."""
    elements = tags(pdf)
    for item in [element for element in elements.values() if element["S"] == "/LI"]:
        if any(elements[kid]["S"] not in PARTS for kid in item["K"]):
            wrap_body(pdf, item, elements)


def tags(pdf: Any) -> dict[bytes, Any]:
    return {found.reference: found for found in pdf.objects if isinstance(found, dict) and "S" in found}


def wrap_body(pdf: Any, item: Any, elements: Mapping[Any, Any]) -> None:
    content = [kid for kid in item["K"] if elements[kid]["S"] != "/Lbl"]
    body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "Pg": item["Pg"], "P": item.reference})
    body["K"] = pydyf.Array(content)
    pdf.add_object(body)
    for kid in content:
        elements[kid]["P"] = body.reference
        if elements[kid]["S"] == "/LBody":
            elements[kid]["S"] = "/NonStruct"
    item["K"] = pydyf.Array([*(kid for kid in item["K"] if kid not in content), body.reference])
