"""From a file to a plan: readers, outline, wording, records."""

from __future__ import annotations

from pathlib import Path

from zeren.loading.assembly import join_groups, place_enterprises, read_sections, read_tasks
from zeren.loading.corrections import Outcome
from zeren.loading.corrections.applying import correct, digest
from zeren.loading.corrections.file import decisions_name, find_corrections, parse
from zeren.model import Plan
from zeren.outline import DocumentReader
from zeren.readers import Document, read_bytes
from zeren.readers.sources import Source
from zeren.wording.masthead import read_masthead


def understand(document: Document) -> Plan:
    """What a document that was read says about who does what; every block of it stands in `Plan.coverage`."""
    head = read_masthead(document)
    outline = DocumentReader(document, head.calendar, head.title, head.blocks, head.bounds).read()
    return Plan(
        head.title,
        head.jurisdiction,
        head.document_number,
        head.issued,
        head.status,
        read_sections(outline.headings),
        read_tasks(outline, head.calendar),
        join_groups(outline.groups),
        place_enterprises(outline.enterprises),
        document.name,
        document.sha256,
        outline.account.entries(document),
    )


def read_corrected(source: Source, decisions: Path | None = None) -> tuple[Plan, tuple[Outcome, ...]]:
    """Read one file, on disk or in a zip file, and apply what a person corrected: in the decisions file given, or else
    in the one beside the file. The plan, and what became of each correction.

    Raises InputError where it cannot be read, UsageError for a bad decisions file.
    """
    corrections = find_corrections(source, decisions)
    document = source.document()
    return correct(understand(document), document, corrections)


def try_corrections(source: Source, text: str, file: str) -> tuple[Outcome, ...]:
    """What would become of each correction if a decisions file had that text. Raises the same."""
    document = source.document()
    return correct(understand(document), document, parse(text.encode(), file))[1]


def read_source(source: Source, decisions: Path | None = None) -> Plan:
    """The plan alone; what was not simply applied stands among the notices of its coverage. Raises the same."""
    return read_corrected(source, decisions)[0]


def corrections_digest(source: Source) -> str:
    """Names the corrections that lie beside a file, as `Plan.decisions` does. Raises UsageError for a bad file."""
    return digest(find_corrections(source))


def load(path: str | Path, decisions: str | Path | None = None) -> Plan:
    """Read one file with its corrections. Raises InputError where it cannot be read, UsageError where an extra is
    missing or the decisions file is wrong.
    """
    return read_source(Source(Path(path)), None if decisions is None else Path(decisions))


def load_bytes(data: bytes, name: str, decisions: bytes = b"") -> Plan:
    """The same for the bytes of a file with that name and those of its decisions file, if there is one."""
    document = read_bytes(data, name)
    return correct(understand(document), document, parse(decisions, decisions_name(name)))[0]
