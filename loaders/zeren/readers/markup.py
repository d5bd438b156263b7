"""XML that came with a file: parsed without document types, entities and network."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from zeren.model import InputError

if TYPE_CHECKING:
    from lxml import etree

_PROLOGUE_PART = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->)", re.DOTALL)


def parse_xml(data: bytes, file: str) -> etree._Element:
    """The root element.

    Raises InputError `file-unsafe` where a document type is declared (entities can only be declared there; no office
    program writes one) and `file-damaged` where the XML is broken.
    """
    from lxml import etree

    if declares_doctype(data):
        raise InputError("file-unsafe", file=file, detail="DOCTYPE")
    try:
        root: etree._Element = etree.fromstring(data, _parser())
        return root
    except etree.XMLSyntaxError as error:
        raise InputError("file-damaged", file=file, detail=str(error)) from error


def declares_doctype(data: bytes) -> bool:
    """Whether a declaration (`<!DOCTYPE`) stands before the first element."""
    head = data[:4]
    if b"\0" in head or head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16-be" if head[:1] in (b"\xfe", b"\0") else "utf-16-le"
        data = data.decode(encoding, "replace").encode("utf-8")
    data = data.removeprefix(b"\xef\xbb\xbf").removeprefix("\ufeff".encode())
    place = 0
    while match := _PROLOGUE_PART.match(data, place):
        place = match.end()
    return data[place : place + 4096].lstrip().startswith(b"<!")


@cache
def _parser() -> Any:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
