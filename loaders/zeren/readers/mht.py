"""Web archives (mht, mhtml): the first page inside, read as a web page."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from hashlib import sha256

from zeren.model import InputError
from zeren.readers import html
from zeren.readers.document import Document


def read(data: bytes, name: str) -> Document:
    """The document of the first html part. Raises InputError `file-damaged` where there is none."""
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                return replace(html.read(body, name), format="mht", sha256=sha256(data).hexdigest())
    raise InputError("file-damaged", file=name, detail="text/html")
