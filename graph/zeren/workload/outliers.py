"""How far a value stands out from its fellows: the modified z-score over logarithms.

Iglewicz and Hoaglin 1993: M = 0.6745 (x − median) / MAD, an outlier above 3.5; here x = log(1 + value), because counts
of duties are skewed to the right. Where the MAD is 0, the mean absolute deviation times 1.2533 takes its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p
from statistics import fmean, median

_MAD_SCALE = 0.6745
_MEAN_SCALE = 1.2533


def outlier_scores(values: Sequence[float]) -> list[float]:
    """M of every value, in the order given; all 0.0 where they do not differ or there are none."""
    logs = [log1p(value) for value in values]
    if not logs:
        return []
    middle = median(logs)
    distances = [abs(x - middle) for x in logs]
    mad, mean = median(distances), fmean(distances)
    if mad:
        return [_MAD_SCALE * (x - middle) / mad for x in logs]
    return [(x - middle) / (_MEAN_SCALE * mean) if mean else 0.0 for x in logs]
