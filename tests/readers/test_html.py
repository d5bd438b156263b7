from __future__ import annotations

import contextlib

import pytest

from zeren.model import InputError
from zeren.readers import Document, Paragraph, Table, read_bytes

_SENTENCE = "云溪县人民政府办公室关于印发方案的通知，请各单位认真贯彻执行，抓好各项任务落实。"


def read(body: str, head: str = "") -> Document:
    return read_bytes(f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode(), "a.html")


def texts(document: Document) -> list[tuple[str, int | None]]:
    return [(block.text, block.level) for block in document.blocks if isinstance(block, Paragraph)]


def test_headings_breaks_lists_and_white_space() -> None:
    body = f"<h1>总  方案</h1><p>第一行<br>第二行<br><br>新\n段</p><p>甲<br>　　乙</p><ol start='3'><li>丙<li>丁</ol><ul><li>戊</ul><div>{_SENTENCE}</div>"
    assert texts(read(body)) == [
        ("总 方案", 1), ("第一行\n第二行", None), ("新段", None), ("甲", None), ("乙", None), ("3. 丙", None), ("4. 丁", None),
        ("戊", None), (_SENTENCE, None),
    ]  # fmt: skip


def test_what_no_browser_shows_is_left_out() -> None:
    body = f"<script>var a=1</script><style>p{{}}</style><p style='display: none'>藏</p><p hidden>藏</p><p>{_SENTENCE}</p><!-- 注 -->"
    assert texts(read(body)) == [(_SENTENCE, None)]


def test_menus_and_footers_are_left_out_with_a_notice() -> None:
    menu = "<div>" + "".join(f"<a href='#'>栏目{n}</a>" for n in range(9)) + "</div><nav>导航</nav>"
    content = "".join(f"<p>{_SENTENCE}</p>" for _ in range(5))
    document = read(f"{menu}<h1>方案标题</h1><div>时间：今天</div><div id='c'>{content}</div><footer>版权所有</footer>")
    assert texts(document) == [("方案标题", 1), *[(_SENTENCE, None)] * 5]
    assert document.notices[0].startswith("notice-page-frame|count=")


def test_spans_fill_the_grid() -> None:
    body = (
        "<table><caption>分工表</caption><thead><tr><th colspan=2>任务<th>单位</thead>"
        "<tr><td rowspan=2>一组<td>甲<td>市局<br>县局</tr><tr><td>乙<td><p>镇</p><p>村</p></tr></table>"
    )
    (table,) = read(body).blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["任务", "任务", "单位"], ["一组", "甲", "市局\n县局"], ["一组", "乙", "镇\n村"],
    ]  # fmt: skip
    assert (table.name, table.heads, table.rows[2][0].origin) == ("分工表", 1, (1, 0))


def test_layout_tables_are_opened() -> None:
    inner = "<table><tr><td>序号<td>任务</tr><tr><td>1<td>修桥并养护道路</tr></table>"
    document = read(f"<table><tr><td>左<td>{inner}</tr></table><table><tr><td>{_SENTENCE}</td></tr></table>")
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]


@pytest.mark.parametrize(("charset", "encoding"), [("gb2312", "gb18030"), ("big5", "big5"), ("utf-8", "utf-8")])
def test_the_declared_encoding_counts(charset: str, encoding: str) -> None:
    data = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset={charset}'></head><body><p>市政府</p></body></html>"
    assert texts(read_bytes(data.encode(encoding), "a.htm")) == [("市政府", None)]


def test_metadata() -> None:
    head = "<title>云溪县 - 方案</title><meta name='ArticleTitle' content='方案'><meta name='PubDate' content='2024-03-01 10:00'>"
    assert dict(read(f"<p>{_SENTENCE}</p>", head).metadata) == {"title": "方案", "published": "2024-03-01 10:00"}


def test_hostile_spans_and_depth_end_soon() -> None:
    read("<table>" + "<tr><td colspan=99999 rowspan=99999>甲<td>乙</tr>" * 50 + "</table>")
    for part in ("<div>", "<table><tr><td>", "<table><tr><td>甲<td>"):
        with contextlib.suppress(InputError):
            read(part * 20_000 + "底")


def test_a_row_of_links_and_the_name_of_the_site_are_no_part_of_the_page() -> None:
    menu = "<table><tr><td><a>首页</a></td><td><a>公开</a></td></tr></table>"
    document = read(f"{menu}<h1>某县修桥方案</h1><p>完成三座危桥改造。</p>", "<title>某县修桥方案_某县人民政府</title>")
    assert texts(document) == [("某县修桥方案", 1), ("完成三座危桥改造。", None)]
    assert dict(document.metadata)["title"] == "某县修桥方案"
