"""Markers at the head of a line."""

from __future__ import annotations

import pytest

from zeren.outline.numbering import count, forms, read_marker


@pytest.mark.parametrize(
    ("text", "form", "number"),
    [
        ("一、总体要求", "hundred", "一"),
        ("一．总体要求", "hundred", "一"),
        ("（十一）强化监管", "bracketed", "十一"),
        ("(三) 加强监管", "bracketed", "三"),
        ("1.到2026年", "digit", "1"),
        ("12．推进", "digit", "12"),
        ("３、推进", "digit", "3"),
        ("4．2020年底前完成", "digit", "4"),
        ("（2）开展", "small", "2"),
        ("⑵开展", "small", "2"),
        ("3）开展", "half", "3"),
        ("②开展", "circle", "2"),
        ("2.1 完善制度", "decimal2", "2.1"),
        ("第二章 职责", "part", "二"),
        ("第三条 本办法", "article", "三"),
        ("第一阶段：部署", "stage", "一"),
        ("行动二：提升", "action", "二"),
        ("二是强化保障", "ordinal", "二"),
    ],
)
def test_a_marker_is_read(text: str, form: str, number: str) -> None:
    marker = read_marker(text)
    assert marker is not None
    assert (marker.form, marker.number) == (form, number)
    assert text[marker.length :].strip() == text[marker.length :] != ""


@pytest.mark.parametrize(
    "text",
    ["3.44平方公里", "1.5万元", "2021年底前", "一般来说", "二〇二一年", "十分重视", "第三方机构", "行动迅速", ""],
)
def test_a_quantity_or_word_is_no_marker(text: str) -> None:
    assert read_marker(text) is None


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("十", 10), ("二十一", 21), ("一百零三", 103), ("１２", 12), ("⑦", 7), ("2.4", 4), ("b", 2), ("年", 0)],
)
def test_numerals_count(numeral: str, value: int) -> None:
    assert count(numeral) == value


def test_white_space_alone_makes_a_weak_marker() -> None:
    marker = read_marker("3 推进治理")
    assert marker is not None
    assert marker.weak


def test_forms_are_ordered_as_official_papers_order_them() -> None:
    ranks = [forms()[name].rank for name in ("part", "hundred", "bracketed", "digit", "small", "circle")]
    assert ranks == sorted(ranks)
