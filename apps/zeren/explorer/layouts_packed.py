"""The packed layout: each connected part by springs, parts side by side, unowned tasks in a tray below."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from zeren.explorer.boxes import FONT, Box, bounds, box, crossings, separate, shift
from zeren.explorer.elements import Drawn, Edge, Elements
from zeren.explorer.nestling import ASPECT, GAP, canvas_need, nestled

TRAY = "tray"


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes of all nodes and, where there are unowned tasks, of the tray behind them (id `tray`)."""

    boxes: tuple[Box, ...]
    smallest_zoom: float = 0.0
    """Zoom below which the drawing starts at its top instead of being fitted."""


def label_size(node: Drawn) -> int:
    """Pixels of a label: bodies with more tasks are written larger, badges largest, since they stand apart."""
    if node.badge:
        return 2 * FONT
    return FONT if node.kind == "task" else FONT + min(6, math.isqrt(node.weight))


def node_box(node: Drawn) -> Box:
    """The box of a node, not placed yet."""
    return box(node.id, node.label, node.kind, label_size(node))


def packed(drawn: Elements) -> Layout:
    """Place all nodes so that the whole can be drawn as large as possible."""
    badges = [node_box(node) for node in drawn.nodes if node.badge]
    rest = [node for node in drawn.nodes if not node.badge]
    joined = {end for edge in drawn.edges for end in (edge.source, edge.target)}
    parts = [
        _spring(part, drawn.edges) for part in _components([node for node in rest if node.id in joined], drawn.edges)
    ]
    loose = [node_box(node) for node in rest if node.id not in joined and not node.unowned]
    unowned = [node_box(node) for node in rest if node.id not in joined and node.unowned]
    pick = min(_WIDTHS, key=lambda width: canvas_need(_arranged(badges, loose, parts, unowned, width)))
    heaped = canvas_need(_arranged(badges, loose, parts, unowned, pick))
    if parts and len(drawn.nodes) <= _TRIED:
        further = [part for part in (_column(badges), *parts[1:], _grid(loose, _TRAY_WIDTH), _tray(unowned)) if part]
        placed = nestled(parts[0], further, drawn.edges)
        if canvas_need(placed) <= heaped:
            return Layout(tuple(_tray_first(placed)))
    return Layout(tuple(_arranged(badges, loose, parts, unowned, pick)))


_WIDTHS = tuple(range(700, 6100, 300))
"""Widths tried for the packed layout: the one that lets the whole be drawn largest is taken."""


def _arranged(
    badges: Sequence[Box], loose: Sequence[Box], parts: Sequence[list[Box]], unowned: Sequence[Box], width: float
) -> list[Box]:
    """Tasks that hang on nothing drawn on top, the badges and connected parts below, the tray where room is left."""
    rows = [_grid(loose, width)] if loose else []
    heap = _heap([part for part in (*parts, _column(badges), _tray(unowned)) if part], width)
    placed = _stack([*rows, heap] if heap else rows)
    return _tray_first(placed)


def _tray_first(boxes: Sequence[Box]) -> list[Box]:
    """The box of the tray is painted first, so that it lies behind its tasks."""
    return sorted(boxes, key=lambda item: item.id != TRAY)


_TRAY_WIDTH = 1000
"""Widest tray: further unowned tasks go into further rows."""


def _components(nodes: Sequence[Drawn], edges: Sequence[Edge]) -> list[list[Drawn]]:
    """Connected parts, biggest first, then in reading order."""
    import rustworkx as rx

    place = {node.id: index for index, node in enumerate(nodes)}
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(nodes)))
    graph.add_edges_from_no_data(
        [(place[e.source], place[e.target]) for e in edges if e.source in place and e.target in place]
    )
    parts = sorted((sorted(part) for part in rx.connected_components(graph)), key=lambda part: (-len(part), part[0]))
    return [[nodes[index] for index in part] for part in parts]


def _spring(nodes: Sequence[Drawn], edges: Sequence[Edge]) -> list[Box]:
    """One part by springs (Fruchterman and Reingold), boxes moved apart; the tightest of a few spreads is taken."""
    spots = _spots(nodes, edges)
    tries = _SPREADS if len(nodes) <= _TRIED else _SPREADS[-1:]
    return min((_spread(nodes, spots, scale, wide) for scale, wide in tries), key=_tightness)


_SPREADS = ((0.4, 2.0), (0.55, 2.0), (0.55, 2.4), (0.7, 2.0), (0.85, 1.3), (0.85, 1.6), (1.0, 1.3), (1.0, ASPECT))
"""Scale and width to height of the place the springs get: dense plans come out tall, since labels are wide."""

_TRIED = 150
"""Nodes up to which several spreads are tried."""


def _tightness(boxes: Sequence[Box]) -> tuple[int, float]:
    """Overlaps that are left, then the canvas needed: less is better."""
    return (crossings(boxes), canvas_need(boxes))


def _spots(nodes: Sequence[Drawn], edges: Sequence[Edge]) -> list[tuple[float, float]]:
    """Where the springs put each node, between -1 and 1, the longer side across."""
    import rustworkx as rx

    place = {node.id: index for index, node in enumerate(nodes)}
    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(nodes)))
    graph.add_edges_from_no_data([(place[e.source], place[e.target]) for e in edges if e.source in place])
    placed = rx.spring_layout(graph, num_iter=120, seed=7, k=1.6 / math.sqrt(len(nodes)), scale=1)
    across, down = ([float(placed[index][axis]) for index in range(len(nodes))] for axis in (0, 1))
    if max(across) - min(across) < max(down) - min(down):
        across, down = down, across
    return list(zip(across, down, strict=True))


def _spread(nodes: Sequence[Drawn], spots: Sequence[tuple[float, float]], scale: float, wide: float) -> list[Box]:
    """The boxes of the nodes at their spots, drawn apart until none overlap."""
    boxes = [node_box(node) for node in nodes]
    spread = max(0.6, math.sqrt(len(nodes)) - 0.8) * 72 * scale
    for item, (x, y) in zip(boxes, spots, strict=True):
        item.x, item.y = x * spread * wide, y * spread / wide
    separate(boxes, rounds=200 if len(nodes) <= _TRIED else 60)
    return boxes


def _heap(parts: Sequence[list[Box]], width: float) -> list[Box]:
    """Parts put one after the other where they come to lie highest, then leftmost, within about this width."""
    placed: list[tuple[float, float, float]] = []
    for part in parts:
        left, top, right, bottom = bounds(part)
        wide, tall = right - left + GAP, bottom - top + GAP
        starts = [0.0, *(end for _, end, _ in placed if end + wide <= width + GAP)]
        y, x = min((_ground(placed, start, start + wide), start) for start in starts)
        shift(part, x, y)
        placed.append((x, x + wide, y + tall))
    return [item for part in parts for item in part]


def _ground(placed: Sequence[tuple[float, float, float]], start: float, end: float) -> float:
    """Lowest edge of what stands between two places; parts are (left, right, bottom)."""
    return max((bottom for left, right, bottom in placed if left < end and start < right), default=0.0)


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


def _tray(unowned: Sequence[Box]) -> list[Box]:
    """The box of the tray, then the unowned tasks in a grid within it; nothing without such tasks."""
    if not unowned:
        return []
    placed = _grid(unowned, _TRAY_WIDTH - 40, 20.0, 40)
    left, _, right, bottom = bounds(placed)
    tray = Box(TRAY, right - left + 40, bottom + 20, text_width=right - left)
    tray.x, tray.y = (left + right) / 2, (bottom + 20) / 2
    return [tray, *placed]


def _column(badges: Sequence[Box]) -> list[Box]:
    """The badges under each other."""
    return _grid(badges, 0.0, gap=24)
