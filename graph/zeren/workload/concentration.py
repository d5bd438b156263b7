"""How unevenly work lies on bodies, and how much of it ends on one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Concentration:
    """Measures to compare plans by; none of them is a finding in itself."""

    gini: float
    """0: all carry the same; near 1: one carries all."""
    hhi: float
    """Herfindahl-Hirschman index: sum of the squared shares, 1 over the number of bodies up to 1."""
    top: float
    """Share of the heaviest body."""
    top_three: float


def concentration(values: Sequence[float]) -> Concentration:
    """Gini, HHI and top shares of loads that are not negative; all 0.0 where there is no load.

    >>> concentration([1, 1, 1, 1]).gini, concentration([0, 0, 0, 4]).hhi
    (0.0, 1.0)
    """
    rising = sorted(values)
    total, n = sum(rising), len(rising)
    if not total:
        return Concentration(0.0, 0.0, 0.0, 0.0)
    gini = sum((2 * place - n - 1) * value for place, value in enumerate(rising, 1)) / (n * total)
    shares = [value / total for value in reversed(rising)]
    return Concentration(gini, sum(share**2 for share in shares), shares[0], sum(shares[:3]))


@dataclass(frozen=True, slots=True)
class Peak:
    """The day on which most tasks end."""

    date: dt.date | None
    tasks: int
    dated: int
    """Tasks with any date."""
    overlap: int
    """Largest number of tasks open on one day, of those whose limit has a beginning."""

    @property
    def share(self) -> float:
        """Of the dated tasks, 0 to 1."""
        return self.tasks / self.dated if self.dated else 0.0


def peak(limits: pd.DataFrame) -> Peak:
    """The peak of a frame of `time_limits`; of two days alike the earlier."""
    ends = limits[limits["type"].isin(("by", "between")) & limits["date"].notna()]
    counts = ends.groupby("date")["task"].nunique()
    periods = limits[limits["start"].notna() & limits["date"].notna()]
    overlap = _overlap(list(zip(periods["start"], periods["date"], strict=True)))
    if counts.empty:
        return Peak(None, 0, 0, overlap)
    most = int(counts.max())
    return Peak(min(counts[counts == most].index), most, int(ends["task"].nunique()), overlap)


def _overlap(periods: Sequence[tuple[dt.date, dt.date]]) -> int:
    """Largest number of periods (both days within) that hold one day."""
    steps = sorted([(start, 0, 1) for start, _ in periods] + [(end, 1, -1) for _, end in periods])
    open_now = most = 0
    for _, _, step in steps:
        open_now += step
        most = max(most, open_now)
    return most
