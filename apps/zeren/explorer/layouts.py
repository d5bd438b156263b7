"""Where the nodes of the network stand: computed here once, so that the browser only draws.

packed: each connected part by springs, parts side by side, unowned tasks in a tray. lanes: bodies left, tasks right in
reading order. radial: one body in the middle, its tasks round it, partners outside. Deterministic.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from zeren.explorer.boxes import Box, separate
from zeren.explorer.elements import Edge, Elements
from zeren.explorer.layouts_packed import Layout, node_box, packed


def layout(name: str, drawn: Elements, centre: str = "") -> Layout:
    """Place the nodes by `packed`, `lanes` or `radial`; radial without a body to stand in the middle is packed."""
    if name == "lanes":
        return _lanes(drawn)
    if name == "radial" and any(node.id == centre for node in drawn.nodes):
        return _radial(drawn, centre)
    return packed(drawn)


def _lanes(drawn: Elements) -> Layout:
    tasks = [node_box(node) for node in drawn.nodes if node.kind == "task"]
    bodies = [node_box(node) for node in drawn.nodes if node.kind != "task"]
    heights: dict[str, float] = {}
    y = 0.0
    for item in tasks:
        item.x, item.y = 620.0, y + item.height / 2
        heights[item.id] = item.y
        y += item.height + 12
    _barycentre(bodies, drawn.edges, heights)
    return Layout((*bodies, *tasks), smallest_zoom=0.75)


def _barycentre(bodies: list[Box], edges: Sequence[Edge], heights: dict[str, float]) -> None:
    """Each body at the mean height of its tasks, kept in order and apart."""
    mean = {item.id: _mean([heights[edge.target] for edge in edges if edge.source == item.id]) for item in bodies}
    bodies.sort(key=lambda item: (mean[item.id], item.id))
    y = -math.inf
    for item in bodies:
        item.x = 0.0
        item.y = max(mean[item.id], y + item.height / 2)
        y = item.y + item.height / 2 + 14


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _radial(drawn: Elements, centre: str) -> Layout:
    tasks = [node_box(node) for node in drawn.nodes if node.kind == "task"]
    others = [node_box(node) for node in drawn.nodes if node.kind != "task" and node.id != centre]
    middle = next(node_box(node) for node in drawn.nodes if node.id == centre)
    radius = max(240.0, sum(item.width + item.height for item in tasks) / (2.6 * math.pi))
    angle: dict[str, float] = {}
    for index, item in enumerate(tasks):
        angle[item.id] = 2 * math.pi * index / max(1, len(tasks)) - math.pi / 2
        _polar(item, angle[item.id], radius)
    partners: dict[str, list[float]] = {}
    for edge in drawn.edges:
        if edge.target in angle:
            partners.setdefault(edge.source, []).append(angle[edge.target])
    for item in others:
        _polar(item, _mean_angle(partners.get(item.id, [0.0])), radius * 1.75)
    separate(tasks)
    separate(others)
    boxes = [middle, *tasks, *others]
    separate(boxes, rounds=30)
    return Layout(tuple(boxes))


def _polar(item: Box, angle: float, radius: float) -> None:
    item.x, item.y = radius * math.cos(angle) * 1.35, radius * math.sin(angle)


def _mean_angle(angles: Sequence[float]) -> float:
    return math.atan2(sum(map(math.sin, angles)), sum(map(math.cos, angles)))
