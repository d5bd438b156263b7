"""The time of reading grows with the text, also where it is none that a person wrote: no marks, marks that never close."""

from __future__ import annotations

import time

import pytest

from zeren.loading import load_bytes

_SHORT, _FACTOR, _GROWTH, _FREE = 2_500, 8, 24, 1.0
"""Characters, how many times as many, how much longer that may take (64 times were quadratic), seconds never minded."""

_TEXTS = {
    "one sentence": "市财政局要会同市公安局推进项目建设，",
    "no marks": "推进工程建设安全生产综合治理专项行动",
    "one lead after another": "由市财政局牵头推进建设，",
    "one owner after another": "市财政局、市公安局、县民政局、区水务局、",
    "notes": "推进工作（市财政局牵头）",
    "open parentheses": "（",
    "open quotations": "“推进",
    "open titles": "《关于推进",
    "labels": "责任单位：",
    "members": "成员市财政局，",
    "days": "2024年6月底前、",
    "numbers": "1.2.3.4.5.",
    "marks alone": "。；，：",
    "spaces": "　 ",
}


def _seconds(unit: str, size: int) -> float:
    data = ("云岭市工作方案\n\n1.任务：" + unit * (size // len(unit))).encode()
    began = time.process_time()
    load_bytes(data, "plan.txt")
    return time.process_time() - began


@pytest.mark.parametrize("kind", _TEXTS)
def test_reading_takes_time_in_proportion(kind: str) -> None:
    _seconds(_TEXTS[kind], 1_000)
    short = _seconds(_TEXTS[kind], _SHORT)
    assert _seconds(_TEXTS[kind], _SHORT * _FACTOR) < max(_GROWTH * short, _FREE)
