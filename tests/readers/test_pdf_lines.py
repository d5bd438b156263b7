"""Lines of a page into paragraphs."""

from __future__ import annotations

from zeren.readers.pdf_lines import Line, paragraphs_from

_FULL = 400.0


def page(*texts: tuple[str, float]) -> list[str]:
    lines = [Line(text, 50.0, right, 100.0 + 20 * place, 10.0, 1) for place, (text, right) in enumerate(texts)]
    return [text for text, _ in paragraphs_from(lines)]


def test_a_number_begins_a_paragraph_though_the_line_before_is_full() -> None:
    assert page(("3.改造旧管网，年底前完工。（责任单位：县住建局）", _FULL), ("4.建设停车位。", 200.0)) == [
        "3.改造旧管网，年底前完工。（责任单位：县住建局）",
        "4.建设停车位。",
    ]


def test_the_next_number_begins_a_paragraph_though_no_sign_closed_the_sentence() -> None:
    assert page(("1.对违规企业依法查处", _FULL), ("2.会同县工信局认定名单。", 220.0)) == [
        "1.对违规企业依法查处",
        "2.会同县工信局认定名单。",
    ]


def test_another_number_amid_a_sentence_goes_on() -> None:
    assert page(("1.按照附件所列的第", _FULL), ("9、12号图施工。", 150.0)) == ["1.按照附件所列的第9、12号图施工。"]


def test_a_bracket_that_did_not_fit_the_line_goes_on() -> None:
    texts = (
        ("1.更新改造老旧小区配套设施和供水管网。", _FULL - 25),
        ("（责任单位：县住建局）", 160.0),
        ("二、要求", _FULL),
    )
    assert page(*texts)[0] == "1.更新改造老旧小区配套设施和供水管网。（责任单位：县住建局）"
