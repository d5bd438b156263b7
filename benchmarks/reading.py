"""Reading against unzip and XML parse of the same docx, and growth up to 50,000 rows.

Run: python benchmarks/reading.py [rows ...]   (2,000 and 50,000 rows by default)
"""

from __future__ import annotations

import io
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable

from lxml import etree

from zeren.readers import read_bytes

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTENT = (
    "修订完善本地区突发事件应急预案并组织不少于两次综合演练，形成评估报告报县政府办公室备案",
    "县应急管理局、县财政局、县住房和城乡建设局按职责分工负责",
    "各乡镇人民政府、街道办事处",
    "2024年6月底前",
)


def rows_of(count: int) -> list[list[str]]:
    """序号, 任务, 责任单位, 配合单位, 时限, 备注."""
    head = ["序号", "工作任务", "责任单位", "配合单位", "完成时限", "备注"]
    return [head, *([str(n), f"{_CONTENT[0]}（第{n}项）", *_CONTENT[1:], f"备注{n}"] for n in range(1, count))]


def as_docx(rows: list[list[str]]) -> bytes:
    def cell(text: str) -> str:
        return (
            '<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>'
            '<w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="FangSong" w:eastAsia="仿宋"/><w:sz w:val="24"/>'
            f"</w:rPr><w:t>{text}</w:t></w:r></w:p></w:tc>"
        )

    body = "".join("<w:tr>" + "".join(map(cell, row)) + "</w:tr>" for row in rows)
    document = f'<w:document xmlns:w="{_W}"><w:body><w:tbl>{body}</w:tbl></w:body></w:document>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
    return stream.getvalue()


def as_xlsx(rows: list[list[str]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("分工表")
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_html(rows: list[list[str]]) -> bytes:
    body = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    return f"<html><meta charset='utf-8'><body><table>{body}</table></body></html>".encode()


def as_md(rows: list[list[str]]) -> bytes:
    lines = ["|" + "|".join(row) + "|" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]).encode()


def as_csv(rows: list[list[str]]) -> bytes:
    return "\n".join(",".join(row) for row in rows).encode()


def as_txt(rows: list[list[str]]) -> bytes:
    return "\n\n".join("\n".join("\t" + text for text in row) for row in rows).encode()


def unzip_and_parse(data: bytes) -> None:
    """The yardstick: what any reader of a docx must do."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        etree.fromstring(archive.read("word/document.xml"))


def seconds(work: Callable[[], object], repeats: int) -> float:
    """The shortest of several runs: what disturbs a run only makes it longer."""
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def megabytes(work: Callable[[], object]) -> float:
    """Peak of the memory that Python allocates."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def main(counts: list[int]) -> None:
    writers = {"docx": as_docx, "xlsx": as_xlsx, "html": as_html, "md": as_md, "csv": as_csv, "txt": as_txt}
    for count in counts:
        rows = rows_of(count)
        repeats = 7 if count <= 5_000 else 2
        yardstick = as_docx(rows)
        base = seconds(lambda data=yardstick: unzip_and_parse(data), repeats)  # type: ignore[misc]
        print(f"{count} rows x {len(rows[0])}: unzip + parse of the docx {base * 1000:.0f} ms")
        for form, write in writers.items():
            data = write(rows)
            spent = seconds(lambda data=data, form=form: read_bytes(data, f"a.{form}"), repeats)  # type: ignore[misc]
            each = spent / count * 1e6
            peak = megabytes(lambda data=data, form=form: read_bytes(data, f"a.{form}")) if count <= 5_000 else 0.0  # type: ignore[misc]
            size = f"{peak:6.1f} MB" if peak else ""
            print(f"  {form:5} {spent * 1000:8.0f} ms  ratio {spent / base:5.2f}  {each:6.1f} µs a row  {size}")


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [2_000, 50_000])
