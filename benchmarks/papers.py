"""Papers made up for measuring: tables of tasks as docx files, and small plans as markdown.

The same arguments give the same bytes. Every task text differs; owner cells are drawn from few bodies, as in real
tables of tasks, so that some come back and many do not.
"""

from __future__ import annotations

import io
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("plans.toml").read_text("utf-8"))
TITLE = "云岭市2024年重点工作任务分解表"
HEAD = ("序号", "重点任务", "工作措施", "牵头单位", "配合单位", "完成时限")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STAMP = (2024, 1, 1, 0, 0, 0)
_LIMITS = ("2024年12月底前", "2025年6月30日前", "2024年第三季度", "持续推进", "每季度末", "2024年9月底前", "长期坚持")
_ENDINGS = ("", "按职责分工负责", "等按职责分工负责", "等有关部门", "，各县区人民政府")


def table_rows(count: int, seed: int = 0) -> Iterator[tuple[str, ...]]:
    """The head and so many rows below it."""
    random = Random(seed)
    yield HEAD
    for number in range(1, count + 1):
        matter = random.choice(WORDS["objects"]) + random.choice(WORDS["matters"])
        yield str(number), matter, _measure(random), _bodies(random, 1, 2), _partners(random), random.choice(_LIMITS)


def _measure(random: Random) -> str:
    """Two to five clauses, one in four with a date of its own."""
    words = [WORDS["verbs"], WORDS["objects"], WORDS["matters"]]
    clauses = ["".join(random.choice(list_) for list_ in words) for _ in range(random.randint(2, 5))]
    if random.random() < 0.25:
        clauses.insert(0, f"{random.choice((2024, 2025))}年{random.randint(1, 12)}月底前")
    return "，".join(clauses) + "。"


def _bodies(random: Random, fewest: int, most: int) -> str:
    """Names parted by 、; few bodies carry most tasks."""
    bodies = WORDS["bodies"]
    draws = [int((len(bodies) + 1) ** random.random()) - 1 for _ in range(random.randint(fewest, most))]
    return "、".join("市" + bodies[min(draw, len(bodies) - 1)] for draw in dict.fromkeys(draws))


def _partners(random: Random) -> str:
    if random.random() < 0.1:
        return "/"
    return _bodies(random, 2, 4) + random.choice(_ENDINGS)


def docx_of_table(rows: Iterable[tuple[str, ...]]) -> bytes:
    """One table under a title, every cell formatted as office programs do."""
    body = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    title = f"<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>"
    return _zipped(f'<w:document xmlns:w="{_W}"><w:body>{title}<w:tbl>{body}</w:tbl></w:body></w:document>')


def _cell(text: str) -> str:
    return (
        '<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>'
        '<w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="FangSong" w:eastAsia="仿宋"/><w:sz w:val="24"/>'
        f"</w:rPr><w:t>{escape(text)}</w:t></w:r></w:p></w:tc>"
    )


def _zipped(document: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml", _STAMP), "<Types/>", zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("word/document.xml", _STAMP), document, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def small_plan(number: int) -> str:
    """A plan of one page as markdown text: two sections, four tasks, owners in parentheses."""
    random = Random(f"small-{number}")
    place = f"{'云石青白松'[number % 5]}{'岭川泽原州'[number // 5 % 5]}市"
    lines = [f"# {place}2024年第{number + 1}号重点工作方案", "", "## 一、工作任务", ""]
    lines += [f"{n}.{_measure(random)}（{_bodies(random, 2, 3)}按职责分工负责）\n" for n in range(1, 4)]
    lines += [
        "## 二、保障措施",
        "",
        f"（一）加强督查。{place}政府办公室要会同{_bodies(random, 1, 1)}每季度通报进展。",
        "",
    ]
    return "\n".join(lines)
