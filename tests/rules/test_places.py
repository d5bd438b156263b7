from __future__ import annotations

import pytest

from zeren.rules.places import all_said, said


@pytest.mark.parametrize(
    ("locator", "zh", "en"),
    [
        ("8", "第8项", "task 8"),
        ("四（二）6", "第四部分（二）第6项", "task 四（二）6"),
        ("三（一）#2", "第三部分（一）第2句", "sentence 2 of part 三（一）"),
        ("四.10#5", "第四部分第10项第5句", "sentence 5 of task 四.10"),
        ("二.第五条", "第二部分第五条", "二.第五条"),
        ("三.县环保局#1", "第三部分“县环保局”第1句", "sentence 1 of “三.县环保局”"),
        ("附件", "“附件”", "“附件”"),
        ("整治台账 14", "“整治台账”第14行", "row 14 of “整治台账”"),
        (None, "本方案", "the plan"),
    ],
)
def test_places_as_an_analyst_says_them(locator: str | None, zh: str, en: str) -> None:
    assert (said(locator, "zh"), said(locator, "en")) == (zh, en)


def test_several_places() -> None:
    assert all_said("5、8", "zh") == "第5项、第8项"
    assert all_said("5、8", "en") == "task 5, task 8"
