"""From a file to a plan: readers, outline, wording, records."""

from __future__ import annotations

from pathlib import Path

from zeren.loading.assembly import join_groups, read_sections, read_tasks
from zeren.model import Plan
from zeren.outline import DocumentReader
from zeren.readers import Document, open_document, read_bytes
from zeren.wording.masthead import read_masthead


def understand(document: Document) -> Plan:
    """What a document that was read says about who does what; every block of it stands in `Plan.coverage`."""
    head = read_masthead(document)
    outline = DocumentReader(document, head.calendar, head.title, head.blocks).read()
    return Plan(
        head.title,
        head.jurisdiction,
        head.document_number,
        head.issued,
        head.status,
        read_sections(outline.headings),
        read_tasks(outline, head.calendar),
        join_groups(outline.groups),
        tuple(outline.enterprises),
        document.name,
        document.sha256,
        outline.account.entries(document),
    )


def load(path: Path) -> Plan:
    """Read one file. Raises InputError where it cannot be read, UsageError where an extra is missing."""
    return understand(open_document(path))


def load_bytes(data: bytes, name: str) -> Plan:
    """The same for the bytes of a file with that name."""
    return understand(read_bytes(data, name))
