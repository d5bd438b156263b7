"""How much a role weighs. No official table exists: these are settings, not facts."""

from __future__ import annotations

from dataclasses import dataclass

from zeren.model.plan import Role


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight of each role in a load, and how a role that several bodies share on one task is divided."""

    accountable: float = 1.0
    lead: float = 1.0
    responsible: float = 0.7
    joint: float = 0.5
    supervise: float = 0.3
    support: float = 0.3
    shared: float = 0.0
    """0: every body carries the full weight; 1: the bodies with the same role on a task divide it by their number."""

    def of(self, role: Role, bodies: int) -> float:
        """Weight of one body in a role that `bodies` bodies have on the task."""
        weight = float(getattr(self, role))
        return weight / float(bodies**self.shared)
