"""Titles of papers in one plan that seem to be one paper written in two ways."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from zeren.graph.identity import folded
from zeren.graph.likeness import weighed

_KIND = re.compile("(?:办法|方案|意见|目录|名录|清单|名单|规划|计划|细则|规定|指引|指南|标准|预案|制度|规程|台账|表)$")
"""What sort of paper a title ends with; laws and the papers of others are left out."""
_ANNEX = re.compile(r"附件\s*(\d+|[一二三四五六七八九十]+)\s*[:：]?")
_PLACE = re.compile(r"^(?:关于(?:印发)?)?(?:(?!城)[^省市区县镇乡]{1,8}(?:省|市|自治州|区|县|镇|乡|街道))+")
_LOOSE = re.compile(r"暂行|试行|关于|实施|工作|相关|有关|[的和及与、()]")
"""Words that come and go in a title."""

_SHORTEST = 6
"""Code points that a title without its place has at least: 《实施方案》 stands for many."""
_ALIKE = 0.9


def drifting(
    titles: Sequence[str], defined: frozenset[str] = frozenset(), own: bool = True
) -> Iterator[tuple[str, str]]:
    """Pairs of the titles, in their order, that differ a little. A short title that the plan defines is no drift.

    Papers that the plan orders (`own`) may also be shortened at the beginning; those of others are told apart so.

    >>> list(drifting(["云溪市码头奖励暂行办法", "云溪市码头奖励办法", "码头奖励办法"]))
    [('云溪市码头奖励暂行办法', '云溪市码头奖励办法'), ('云溪市码头奖励暂行办法', '码头奖励办法')]
    """
    for one, other in itertools.combinations(dict.fromkeys(titles), 2):
        if not {one, other} & defined and _drift(folded(one), folded(other), own):
            yield one, other


def _drift(one: str, other: str, own: bool) -> bool:
    annexes = _ANNEX.match(one), _ANNEX.match(other)
    if annexes[0] and annexes[1]:
        return annexes[0][1] == annexes[1][1] and one != other
    kinds = _KIND.search(one), _KIND.search(other)
    if not (kinds[0] and kinds[1]) or kinds[0][0] != kinds[1][0]:
        return False
    return _written_apart(_PLACE.sub("", one), _PLACE.sub("", other), own)


def _written_apart(one: str, other: str, own: bool) -> bool:
    """Two titles without their places: not the same, and yet one paper."""
    if one == other or min(len(one), len(other)) < _SHORTEST or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    plain = _LOOSE.sub("", one), _LOOSE.sub("", other)
    if plain[0] == plain[1]:
        return True
    shorter, longer = sorted(plain, key=len)
    return (own and longer.endswith(shorter) and len(shorter) >= _SHORTEST) or weighed(*plain) >= _ALIKE
