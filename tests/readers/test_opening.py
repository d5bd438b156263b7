from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
from tests.readers import files

from zeren.model import InputError, UsageError
from zeren.readers import Source, find_documents, open_document, read_bytes

_TABLE = [["序号", "任务"], ["1", "修桥"]]


def code(data: bytes, name: str) -> str:
    with pytest.raises((InputError, UsageError)) as caught:
        read_bytes(data, name)
    for language in ("zh", "en"):
        message = caught.value.message(language)
        assert name in message
        assert not message.startswith(caught.value.code)
    return caught.value.code


def entities() -> bytes:
    bomb = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    document = f'<?xml version="1.0"?><!-- x -->{bomb}<w:document {files.W}><w:body><w:p/></w:body></w:document>'
    return files.zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def compound(*names: str) -> bytes:
    """An OLE file of one directory sector with these streams at the root."""

    def entry(name: str, left: int, right: int, child: int) -> bytes:
        raw = name.encode("utf-16-le")
        return raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw) + 2, 5, 1, left, right, child) + b"\0" * 48

    none = 0xFFFFFFFF
    entries = [entry("Root Entry", none, none, 1)]
    entries += [
        entry(name, none, place + 2 if place + 1 < len(names) else none, none) for place, name in enumerate(names)
    ]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    header = header.ljust(44, b"\0") + struct.pack("<II", 1, 1)
    header = header.ljust(68, b"\0") + struct.pack("<II", 0xFFFFFFFE, 0) + struct.pack("<I", 0) + b"\xff" * 432
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    return header + table + b"".join(entries).ljust(512, b"\0")


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"", "a.docx", "file-empty"),
        (b" \r\n", "a.txt", "file-empty"),
        (files.as_docx(_TABLE)[:-200], "a.docx", "file-damaged"),
        (files.as_xlsx(_TABLE)[:300], "a.xlsx", "file-damaged"),
        (bytes(range(256)) * 8, "a.docx", "format-unknown"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "a.pdf", "file-is-picture"),
        (b"Rar!\x1a\x07\0" + b"\x90" * 40, "a.doc", "format-unsupported"),
        (compound("EncryptedPackage", "EncryptionInfo"), "a.docx", "file-encrypted"),
        (compound("PowerPoint Document"), "a.doc", "format-unsupported"),
        (entities(), "a.docx", "file-unsafe"),
        (files.zipped({"a.txt": "甲", "b.txt": "乙"}), "a.zip", "zip-of-files"),
        (files.zipped({"OFD.xml": "<a/>"}), "a.ofd", "format-unsupported"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "a.xml", "format-unsupported"),
        (b"%PDF-1.7\njunk", "a.pdf", "file-damaged"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, name: str, expected: str) -> None:
    assert code(data, name) == expected


def test_entities_in_a_workbook_are_refused() -> None:
    data = files.as_xlsx(_TABLE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = b'<!DOCTYPE a [<!ENTITY x "y">]>' + sheet
    assert code(files.zipped(dict(parts)), "a.xlsx") == "file-unsafe"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": b" " * (64 << 20)}
    assert code(files.zipped(dict(parts)), "a.docx") == "archive-too-large"


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (files.as_docx(_TABLE), "a.xlsx", "docx"),
        (files.as_html(_TABLE), "a.xls", "html"),
        (files.as_xlsx(_TABLE), "a.xls", "xlsx"),
        (files.as_csv(_TABLE), "a.doc", "txt"),
    ],
)
def test_a_mislabelled_file_is_read_by_its_content_with_a_notice(data: bytes, name: str, form: str) -> None:
    document = read_bytes(data, name)
    assert document.format == form
    assert document.notices[0].startswith("notice-mislabelled|")


def test_places_on_disk_that_cannot_be_read(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    os.mkfifo(tmp_path / "pipe.txt")
    for name, expected in [
        ("", "file-is-folder"),
        ("none.txt", "file-missing"),
        ("loop.txt", "file-unreadable"),
        ("pipe.txt", "file-unreadable"),
    ]:
        with pytest.raises(InputError) as caught:
            open_document(tmp_path / name)
        assert caught.value.code == expected


def test_folders_and_zips_are_searched_in_order(tmp_path: Path) -> None:
    (tmp_path / "乙").mkdir()
    (tmp_path / "乙" / "b.txt").write_text("乙", "utf-8")
    (tmp_path / "a.txt").write_text("甲", "utf-8")
    (tmp_path / "~$a.docx").write_bytes(b"x")
    (tmp_path / "readme.exe").write_bytes(b"MZ")
    (tmp_path / "乙" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "c.zip").write_bytes(files.zipped({"内/d.txt": "丁", "__MACOSX/d.txt": "x", "e.exe": "x"}))
    found = list(find_documents([tmp_path]))
    assert [source.place.removeprefix(str(tmp_path)) for source in found] == ["/a.txt", "/c.zip!内/d.txt", "/乙/b.txt"]
    assert [source.document().blocks[0].text for source in found] == ["甲", "丁", "乙"]  # type: ignore[union-attr]


def test_names_of_zips_from_windows(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("AAAA.txt", "甲")
    (tmp_path / "a.zip").write_bytes(stream.getvalue().replace(b"AAAA", "方案".encode("gbk")))
    assert [source.name for source in find_documents([tmp_path])] == ["方案.txt"]


@pytest.mark.parametrize("member", ["../x.txt", "/x.txt", "a/../../x.txt", "a\\..\\x.txt"])
def test_path_tricks_in_a_zip_are_refused(tmp_path: Path, member: str) -> None:
    (tmp_path / "a.zip").write_bytes(files.zipped({member: "x"}))
    with pytest.raises(InputError) as caught:
        list(find_documents([tmp_path / "a.zip"]))
    assert caught.value.code == "archive-unsafe-name"


def test_a_document_that_is_a_zip_is_one_source(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(files.as_docx(_TABLE))
    assert list(find_documents([path])) == [Source(path)]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"1," * (17 << 20), "long.csv", "text-too-long"),
        ("1.开展排查。\n".encode() * 30_001, "plan.txt", "document-too-long"),
        (b"1,a\n" * 200_001, "rows.csv", "document-too-long"),
    ],
)
def test_what_no_plan_is_long_enough_for_is_refused_at_once(data: bytes, name: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, name)
    assert caught.value.code == code
    for language in ("zh", "en"):
        assert name in caught.value.message(language)


def test_what_an_office_program_leaves_beside_a_document_is_told(tmp_path: Path) -> None:
    lock = tmp_path / "~$plan.docx"
    lock.write_bytes(b"x")
    assert list(find_documents([tmp_path])) == []
    with pytest.raises(InputError, match="office program leaves"):
        list(find_documents([lock]))
