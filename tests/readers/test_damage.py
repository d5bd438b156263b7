"""Whatever is cut or changed in a file, reading gives a document or one clear error, and soon."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from tests.readers import files
from tests.readers.test_pdf import built as built_pdf
from tests.readers.test_pdf import table

from zeren.model import InputError, UsageError
from zeren.readers import read_bytes

_ROWS = [["序号", "任务", "单位"], ["1", "修桥\n并养护", "交通局"], ["2", "铺路", "建设局"]]
_WRITERS: dict[str, Callable[[], bytes]] = {
    "docx": lambda: files.as_docx(_ROWS),
    "xlsx": lambda: files.as_xlsx(_ROWS),
    "xls": lambda: files.as_xls(_ROWS),
    "html": lambda: files.as_html(_ROWS),
    "pdf": lambda: built_pdf(table(_ROWS)),
    "csv": lambda: files.as_csv(_ROWS),
}


@pytest.mark.parametrize("form", _WRITERS)
@pytest.mark.parametrize("seed", range(25))
def test_a_damaged_file_gives_a_document_or_a_clear_error(form: str, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(_WRITERS[form]())
    for _ in range(chance.choice((1, 5, 50))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    cut = chance.choice((len(data), chance.randrange(len(data))))
    try:
        read_bytes(bytes(data[:cut]), f"a.{form}")
    except (InputError, UsageError) as error:
        assert error.code not in error.message("zh")
