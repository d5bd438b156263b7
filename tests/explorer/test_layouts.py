from __future__ import annotations

import time

import pytest
from tests.explorer.test_elements import CAPTIONS, grown

from zeren.explorer.boxes import Box, box, separate
from zeren.explorer.components.network import network_nodes
from zeren.explorer.elements import Elements, Filter, elements
from zeren.explorer.layouts import layout
from zeren.explorer.layouts_packed import TRAY
from zeren.explorer.picture import Picture
from zeren.explorer.state import LAYOUTS


def overlap(one: Box, other: Box) -> bool:
    return (
        abs(one.x - other.x) < (one.width + other.width) / 2 - 1
        and abs(one.y - other.y) < (one.height + other.height) / 2 - 1
    )


def overlaps(boxes: tuple[Box, ...]) -> int:
    real = [item for item in boxes if item.id != TRAY]
    return sum(overlap(one, other) for place, one in enumerate(real) for other in real[place + 1 :])


def drawn(picture: Picture) -> Elements:
    return elements(picture, Filter(), (), CAPTIONS)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_node_has_a_place_of_its_own(name: str, picture: Picture) -> None:
    content = drawn(picture)
    centre = next(node.id for node in content.nodes if node.kind == "body")
    placed = layout(name, content, centre)
    assert {item.id for item in placed.boxes} - {TRAY} == {node.id for node in content.nodes}
    assert overlaps(placed.boxes) == 0


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_the_same_twice(name: str) -> None:
    content = drawn(grown(60, 12))
    assert layout(name, content, "b1").boxes == layout(name, content, "b1").boxes


def test_unowned_tasks_lie_in_the_tray(picture: Picture) -> None:
    boxes = {item.id: item for item in layout("packed", drawn(picture)).boxes}
    tray = boxes[TRAY]
    for id in picture.unowned:
        assert abs(boxes[id].x - tray.x) < tray.width / 2
        assert abs(boxes[id].y - tray.y) < tray.height / 2


def test_five_hundred_nodes_are_placed_quickly_and_apart() -> None:
    content = drawn(grown(440, 60))
    began = time.perf_counter()
    placed = layout("packed", content)
    assert time.perf_counter() - began < 8
    assert len(placed.boxes) == len(content.nodes)
    assert overlaps(placed.boxes) < len(placed.boxes) * 0.05


def test_boxes_are_pushed_apart() -> None:
    boxes = [box(str(number), "市应急管理局", "body") for number in range(10)]
    separate(boxes)
    assert overlaps(tuple(boxes)) == 0


def test_the_browser_gets_plain_numbers(picture: Picture) -> None:
    content = drawn(picture)
    nodes = network_nodes(content, layout("packed", content), "无人负责 1 项")
    assert all(type(node[key]) in (int, float) for node in nodes for key in ("x", "y", "width", "height"))
    assert nodes[0]["kind"] == "tray"
