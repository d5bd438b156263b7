from __future__ import annotations

from tests.readers.files import W, raw_docx

from zeren.readers import Document, Paragraph, Table, read_bytes
from zeren.readers.notices import sentence

_LISTS = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3"/></w:lvl>
 <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xf0b7;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
_STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="节"/><w:basedOn w:val="a1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="h"><w:name w:val="暗"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def item(text: str, level: int, number: int = 5) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def read(body: str, **parts: str) -> Document:
    return read_bytes(raw_docx(body, **parts), "方案.docx")


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in read(body, **parts).blocks if isinstance(block, Paragraph)]


def grid(document: Document) -> list[list[str]]:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


def test_automatic_numbers_are_written_as_a_person_sees_them() -> None:
    body = (
        item("总体", 0)
        + item("甲", 1)
        + item("乙", 1)
        + item("丙", 2)
        + item("任务", 0)
        + item("丁", 1)
        + item("点", 3)
    )
    assert texts(body, numbering=_LISTS) == ["一、总体", "（一）甲", "（二）乙", "1.1 丙", "二、任务", "（一）丁", "点"]


def test_an_empty_paragraph_of_a_list_counts() -> None:
    assert texts(item("甲", 0) + item("", 0) + item("丙", 0), numbering=_LISTS) == ["一、甲", "三、丙"]


def test_an_override_begins_the_list_anew_once() -> None:
    body = item("甲", 0) + item("乙", 0) + item("丙", 0, 6) + item("丁", 0, 6)
    assert texts(body, numbering=_LISTS) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_numbers_and_levels_come_from_styles_and_what_they_are_based_on() -> None:
    body = p("总体", '<w:pStyle w:val="a1"/>') + p("目标", '<w:pStyle w:val="a2"/>')
    document = read(body, numbering=_LISTS, styles=_STYLES)
    assert [(b.text, b.level) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("一、总体", 1),
        ("（一）目标", 2),
    ]


def test_a_number_in_the_style_can_be_switched_off() -> None:
    body = p("附件", '<w:pStyle w:val="a1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts(body, numbering=_LISTS, styles=_STYLES) == ["附件"]


def test_merged_cells_fill_the_grid_with_one_origin() -> None:
    body = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + tc("任务", '<w:gridSpan w:val="2"/>') + tc("单位") + "</w:tr><w:tr>"
        + tc("一组", '<w:vMerge w:val="restart"/>') + tc("甲") + tc("市局") + "</w:tr><w:tr>"
        + tc("", "<w:vMerge/>") + tc("乙") + tc("县局") + "</w:tr></w:tbl>"
    )  # fmt: skip
    document = read(body)
    assert grid(document) == [["任务", "任务", "单位"], ["一组", "甲", "市局"], ["一组", "乙", "县局"]]
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert (table.heads, table.rows[2][0].origin, table.rows[0][1].origin) == (1, (1, 0), (0, 0))


def test_rows_that_begin_inside_the_grid() -> None:
    body = (
        "<w:tbl><w:tr>" + tc("甲") + tc("乙") + "</w:tr>"
        '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("丙") + "</w:tr></w:tbl>"
    )
    assert grid(read(body)) == [["甲", "乙"], ["", "丙"]]


def test_inner_tables_stay_in_their_cell() -> None:
    inner = "<w:tbl><w:tr>" + tc("内1") + tc("内2") + "</w:tr><w:tr>" + tc("内3") + tc("内4") + "</w:tr></w:tbl>"
    document = read(f"<w:tbl><w:tr>{tc('甲')}<w:tc>{p('前')}{inner}{p('')}</w:tc></w:tr></w:tbl>")
    assert grid(document) == [["甲", "前\n内1\t内2\n内3\t内4"]]
    assert [notice.split("|")[0] for notice in document.notices] == ["notice-nested-table"]


def test_a_frame_of_one_cell_is_no_table() -> None:
    assert texts(f"<w:tbl><w:tr><w:tc>{p('通知')}{p('正文')}</w:tc></w:tr></w:tbl>") == ["通知", "正文"]


def test_tracked_changes_are_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>由</w:t></w:r><w:del><w:r><w:delText>市局</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>县局</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>负责</w:t></w:r></w:moveTo></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>两段</w:t></w:r></w:p>" + p("合一")
    )
    document = read(body)
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["由县局负责", "两段合一"]
    assert "修订" in sentence(document.notices[0], "zh")


def test_a_deleted_row_is_gone_and_former_properties_do_not_count() -> None:
    body = (
        "<w:tbl><w:tr>" + tc("甲") + tc("乙") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + tc("丙") + tc("丁") + "</w:tr>"
        "<w:tr>" + tc("戊", '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>') + tc("己")
        + "</w:tr></w:tbl>"
    )  # fmt: skip
    assert grid(read(body)) == [["甲", "乙"], ["戊", "己"]]


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>框外</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>" + p("后")
    )
    assert texts(body) == ["框外", "框内", "后"]


def test_fields_give_their_result_and_controls_their_content() -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:t>码</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5月</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('点击输入')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"
    )
    assert texts(body) == ["5月", "控件", "链接"]


def test_hidden_text_and_contents_are_left_out_with_notices() -> None:
    body = (
        p("总体……1", '<w:pStyle w:val="t1"/>')
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>"
        + '<w:p><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>藏</w:t></w:r><w:r><w:t>也显</w:t></w:r></w:p>'
    )
    document = read(body, styles=_STYLES)
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == ["显", "也显"]
    assert document.notices == ("notice-contents|count=1", "notice-hidden-text|count=2")


def test_breaks_tabs_and_symbols() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='400'/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/>"
        "<w:t>丙</w:t><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>"
    )
    assert texts(body) == ["甲\t乙\n丙☑"]


def test_headers_are_left_out_and_footnotes_are_told() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="0" w:type="separator">{p("线")}</w:footnote><w:footnote w:id="2">{p("注释")}</w:footnote></w:footnotes>'
    document = read(p("正文"), header1=f"<w:hdr {W}>{p('页眉')}</w:hdr>", footnotes=notes)
    assert len(document.blocks) == 1
    assert sentence(document.notices[0], "en") == "Footnote 2: 注释"
