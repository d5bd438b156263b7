from __future__ import annotations

import re

import pytest

from zeren.agencies.competence import load_topics, topics_of
from zeren.agencies.entries import load_domains


def test_every_field_is_on_record_and_every_pattern_compiles() -> None:
    known = {domain.name for domain in load_domains()}
    assert len(load_topics()) >= 20
    for topic in load_topics():
        assert {topic.domain, *topic.also} <= known
        assert topic.domain not in topic.also
        assert isinstance(topic.words, re.Pattern)


@pytest.mark.parametrize(
    ("text", "domains"),
    [
        ("统筹安排专项资金。", ["财政"]),
        ("会同财政部门统筹安排专项资金。", []),
        ("严禁落后产能异地落户。", []),
        ("办理引进人才及其配偶落户。", ["公安"]),
        ("加强舆论引导，开展普法宣传。", ["宣传", "司法行政"]),
        ("加强安全管理。", []),
    ],
)
def test_topics(text: str, domains: list[str]) -> None:
    assert [topic.domain for topic in topics_of(text)] == domains
