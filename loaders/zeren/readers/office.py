"""Older and other office formats (doc, wps, rtf, odt) by way of LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from zeren.model import InputError, UsageError
from zeren.readers import docx
from zeren.readers.doc_ending import with_last_paragraph
from zeren.readers.document import Document

TIMEOUT = 180
"""Seconds for one file: a table of 2,000 rows took 55 s in a doc file (LibreOffice 7.4)."""
_COMPOUND = b"\xd0\xcf\x11\xe0"
_PROGRAMS = ("soffice", "libreoffice")


def read(data: bytes, name: str, form: str = "doc") -> Document:
    """The document converted to docx in a private folder, with a private profile, and read as such.

    Raises UsageError `office-missing`, InputError `office-failed` or `office-timeout`.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UsageError("office-missing", file=name, found=form)
    with tempfile.TemporaryDirectory(prefix="zeren-") as folder:
        converted = _convert(program, data, form, Path(folder), name)
    document = docx.read(converted, name)
    return replace(document, format=form, sha256=sha256(data).hexdigest())


def _convert(program: str, data: bytes, form: str, folder: Path, name: str) -> bytes:
    source = folder / f"source.{form}"  # the given name is never used on disk
    source.write_bytes(with_last_paragraph(data, name) if data.startswith(_COMPOUND) else data)
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nologo",
        "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source),
    ]  # fmt: skip
    try:
        _quiet_profile(folder / "profile")
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False, cwd=folder)
    except subprocess.TimeoutExpired as error:
        raise InputError("office-timeout", file=name, seconds=TIMEOUT) from error
    except OSError as error:
        raise InputError("office-failed", file=name, detail=str(error)) from error
    target = folder / "source.docx"
    if not target.exists():
        detail = done.stderr.decode("utf-8", "replace").strip()[:200] or f"status {done.returncode}"
        raise InputError("office-failed", file=name, detail=detail)
    return target.read_bytes()


_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Load", "UpdateDocMode", "0"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
)
"""Macros off, linked content neither fetched nor updated."""


def _quiet_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{key}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, key, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>',
        "utf-8",
    )
