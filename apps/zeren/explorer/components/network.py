"""The network in the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zeren.explorer.components.mounting import mount
from zeren.explorer.elements import Drawn, Elements
from zeren.explorer.layouts_packed import TRAY, Layout, label_size

HEIGHT = 640
WORDS = (
    "search",
    "expand",
    "hide",
    "pin",
    "undo",
    "redo",
    "fit",
    "zoom_in",
    "zoom_out",
    "png",
    "svg",
    "network",
)


@dataclass(frozen=True, slots=True)
class Touched:
    """What was done in the network just now: ids, empty where nothing was."""

    picked: str = ""
    expanded: str = ""
    hidden: tuple[str, ...] | None = None
    """All that are hidden now; None where nothing was hidden or shown again."""
    pinned: tuple[str, ...] | None = None
    """All that are pinned now, as `id:x:y`; None where that did not change."""


def network(
    key: str,
    drawn: Elements,
    layout: Layout,
    arrangement: str,
    words: Mapping[str, str],
    legend: Sequence[Mapping[str, str]],
    *,
    selected: str = "",
    hidden: Sequence[str] = (),
    pinned: Sequence[str] = (),
    tray_label: str = "",
    height: int = HEIGHT,
) -> Touched:
    """Draw it. While `arrangement` stays the same, nodes keep the place where a person moved them."""
    data = {
        "nodes": network_nodes(drawn, layout, tray_label),
        "edges": [
            {"id": e.id, "source": e.source, "target": e.target, "role": e.role, "words": ""} for e in drawn.edges
        ],
        "arrangement": arrangement,
        "words": dict(words),
        "legend": list(legend),
        "selected": selected,
        "hidden": list(hidden),
        "pinned": list(pinned),
        "height": height,
        "smallest": layout.smallest_zoom,
    }
    answer = mount("network", key, data, "picked", "expanded", "hidden", "pinned")
    return Touched(str(answer.picked or ""), str(answer.expanded or ""), _told(answer.hidden), _told(answer.pinned))


def _told(text: object) -> tuple[str, ...] | None:
    """The ids of a list that the browser told; it writes an empty one as a dash, since an empty text tells nothing."""
    return None if not text else () if text == "-" else tuple(str(text).split(","))


def network_nodes(drawn: Elements, layout: Layout, tray_label: str) -> list[dict[str, Any]]:
    """Nodes with size and place as the browser wants them, in the order in which they are painted."""
    known: dict[str, Drawn] = {node.id: node for node in drawn.nodes}
    nodes = []
    for item in layout.boxes:
        node = known.get(item.id, Drawn(TRAY, "tray", tray_label, ""))
        place = {"x": round(item.x, 1), "y": round(item.y, 1), "width": item.width, "height": item.height}
        entry = {
            "id": node.id,
            "kind": node.kind,
            "label": node.label,
            "words": node.words,
            "forms": node.forms,
            "gap": node.gap and node.kind != TRAY,
        }
        nodes.append(entry | place | {"textWidth": round(item.text_width), **_size(node)})
    return nodes


def _size(node: Drawn) -> dict[str, int]:
    return {} if node.kind in ("task", TRAY) else {"size": label_size(node), "weight": node.weight, "badge": node.badge}
