"""Where the nodes of the network stand: computed here once, so that the browser only draws.

packed: each connected part by springs, parts side by side, unowned tasks in a tray. lanes: bodies left, tasks right in
reading order. radial: one body in the middle, its tasks round it, partners outside. Deterministic.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from zeren.explorer.boxes import FONT, Box, bounds, box, separate, shift
from zeren.explorer.elements import Drawn, Edge, Elements

ASPECT = 1.6
"""Width to height of the canvas."""

GAP = 40
TRAY = "tray"


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes of all nodes and, where there are unowned tasks, of the tray behind them (id `tray`)."""

    boxes: tuple[Box, ...]
    smallest_zoom: float = 0.0
    """Zoom below which the drawing starts at its top instead of being fitted."""


def layout(name: str, drawn: Elements, centre: str = "") -> Layout:
    """Place the nodes by `packed`, `lanes` or `radial`; radial without a body to stand in the middle is packed."""
    if name == "lanes":
        return _lanes(drawn)
    if name == "radial" and any(node.id == centre for node in drawn.nodes):
        return _radial(drawn, centre)
    return _packed(drawn)


def label_size(node: Drawn) -> int:
    """Pixels of a label: bodies with more tasks are written larger."""
    return FONT if node.kind == "task" else FONT + min(6, math.isqrt(max(node.weight, node.badge)))


def _box(node: Drawn) -> Box:
    return box(node.id, node.label, node.kind, label_size(node))


def _packed(drawn: Elements) -> Layout:
    badges = [_box(node) for node in drawn.nodes if node.badge]
    rest = [node for node in drawn.nodes if not node.badge]
    joined = {end for edge in drawn.edges for end in (edge.source, edge.target)}
    parts = [_spring(part, drawn.edges) for part in _components([node for node in rest if node.id in joined], drawn.edges)]
    loose = [_box(node) for node in rest if node.id not in joined and not node.unowned]
    unowned = [_box(node) for node in rest if node.id not in joined and node.unowned]
    pick = min(_WIDTHS, key=lambda width: _need(_arranged(badges, loose, parts, unowned, width)))
    return Layout(tuple(_arranged(badges, loose, parts, unowned, pick)))


_WIDTHS = tuple(range(700, 6100, 300))
"""Widths tried for the packed layout: the one that lets the whole be drawn largest is taken."""


def _need(boxes: Sequence[Box]) -> float:
    """Width of the canvas, at zoom 1, on which the boxes fit."""
    left, top, right, bottom = bounds(boxes)
    return max(right - left, (bottom - top) * ASPECT)


def _arranged(
    badges: Sequence[Box], loose: Sequence[Box], parts: Sequence[list[Box]], unowned: Sequence[Box], width: float
) -> list[Box]:
    """Badges and tasks that hang on nothing drawn on top, the connected parts, the tray at the bottom."""
    rows = [_grid(badges, width, gap=24)] if badges else []
    rows += [_grid(loose, width)] if loose else []
    rows += [_shelves(parts, width)] if parts else []
    placed = _stack(rows)
    return [*_tray(unowned, width, bounds(placed)[3]), *placed] if unowned else placed


def _components(nodes: Sequence[Drawn], edges: Sequence[Edge]) -> list[list[Drawn]]:
    """Connected parts, biggest first, then in reading order."""
    import rustworkx as rx

    place = {node.id: index for index, node in enumerate(nodes)}
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(nodes)))
    graph.add_edges_from_no_data([(place[e.source], place[e.target]) for e in edges if e.source in place and e.target in place])
    parts = sorted((sorted(part) for part in rx.connected_components(graph)), key=lambda part: (-len(part), part[0]))
    return [[nodes[index] for index in part] for part in parts]


def _spring(nodes: Sequence[Drawn], edges: Sequence[Edge]) -> list[Box]:
    """One part by springs (Fruchterman and Reingold), wide as the canvas, then boxes moved apart."""
    import rustworkx as rx

    boxes = [_box(node) for node in nodes]
    place = {node.id: index for index, node in enumerate(nodes)}
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(nodes)))
    graph.add_edges_from_no_data([(place[e.source], place[e.target]) for e in edges if e.source in place])
    spread = max(0.6, math.sqrt(len(nodes)) - 0.8) * 72
    positions = rx.spring_layout(graph, num_iter=120, seed=7, k=1.6 / math.sqrt(len(nodes)), scale=1.0)
    for index, item in enumerate(boxes):
        item.x, item.y = float(positions[index][0]) * spread * math.sqrt(ASPECT), float(positions[index][1]) * spread / 1.2
    separate(boxes)
    return boxes


def _shelves(parts: Sequence[list[Box]], width: float) -> list[Box]:
    """Parts side by side in rows of about this width."""
    x = y = tallest = 0.0
    for part in parts:
        left, top, right, bottom = bounds(part)
        if x and x + right - left > width:
            x, y, tallest = 0.0, y + tallest + GAP, 0.0
        shift(part, x, y)
        x += right - left + GAP
        tallest = max(tallest, bottom - top)
    return [item for part in parts for item in part]


def _grid(boxes: Sequence[Box], width: float, left: float = 0.0, top: float = 0.0, gap: float = 14) -> list[Box]:
    """Boxes in reading order, row by row."""
    x, y, tallest = left, top, 0.0
    for item in boxes:
        if x > left and x + item.width > left + width:
            x, y, tallest = left, y + tallest + gap, 0.0
        item.x, item.y = x + item.width / 2, y + item.height / 2
        x += item.width + gap
        tallest = max(tallest, item.height)
    return list(boxes)


def _stack(rows: Sequence[list[Box]]) -> list[Box]:
    y = 0.0
    for row in rows:
        shift(row, 0.0, y)
        y = bounds(row)[3] + GAP
    return [item for row in rows for item in row]


def _tray(unowned: Sequence[Box], width: float, below: float) -> list[Box]:
    """The unowned tasks in a grid with the box of the tray behind them, first in drawing order."""
    top = below + GAP * 1.5
    placed = _grid(unowned, width - 40, 20.0, top + 40)
    left, _, right, bottom = bounds(placed)
    tray = Box(TRAY, right - left + 40, bottom - top + 20, text_width=right - left)
    tray.x, tray.y = (left + right) / 2, (top + bottom + 20) / 2
    return [tray, *placed]


def _lanes(drawn: Elements) -> Layout:
    tasks = [_box(node) for node in drawn.nodes if node.kind == "task"]
    bodies = [_box(node) for node in drawn.nodes if node.kind != "task"]
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
    mean: Callable[[str], float] = lambda id: _mean([heights[e.target] for e in edges if e.source == id])  # noqa: E731
    bodies.sort(key=lambda item: (mean(item.id), item.id))
    y = -math.inf
    for item in bodies:
        item.x = 0.0
        item.y = max(mean(item.id), y + item.height / 2)
        y = item.y + item.height / 2 + 14


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _radial(drawn: Elements, centre: str) -> Layout:
    tasks = [_box(node) for node in drawn.nodes if node.kind == "task"]
    others = [_box(node) for node in drawn.nodes if node.kind != "task" and node.id != centre]
    middle = next(_box(node) for node in drawn.nodes if node.id == centre)
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
