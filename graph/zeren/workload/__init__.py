"""Who carries how much: loads by body, role and quarter, outliers, concentration and peaks."""

from zeren.workload.concentration import Concentration, Peak, concentration, peak
from zeren.workload.frames import assignments, time_limits
from zeren.workload.loads import by_body, by_quarter, by_role
from zeren.workload.outliers import outlier_scores
from zeren.workload.weights import Weights

__all__ = [
    "Concentration",
    "Peak",
    "Weights",
    "assignments",
    "by_body",
    "by_quarter",
    "by_role",
    "concentration",
    "outlier_scores",
    "peak",
    "time_limits",
]
