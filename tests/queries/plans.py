"""Plans of an invented city with known answers to every named query."""

from __future__ import annotations

from typing import Any

from zeren.graph.identity import plan_id
from zeren.model import Plan
from zeren.model.interchange import from_json

HARBOUR: dict[str, Any] = {
    "plan": {"title": "云溪市码头整治任务表", "jurisdiction": "云溪市", "issued": "2026-01-15", "status": "issued"},
    "sections": [
        {"id": "a", "number": "一", "title": "摸清底数", "parent": None},
        {"id": "b", "number": "二", "title": "集中整治", "parent": None},
        {"id": "c", "number": "一", "title": "拆除", "parent": "b"},
    ],
    "tasks": [
        {
            "id": "1", "number": "1", "section": "a", "text": "排查全市码头，依据《港口法》建立台账。",
            "assignments": [
                {"agency": "市交通运输局", "role": "lead", "header": "牵头单位"},
                {"agency": "市水务局", "role": "support", "header": "配合单位"},
            ],
            "deadlines": [{"type": "by", "date": "2026-03-31", "text": "2026年3月底前", "source": "column"}],
            "cites": ["港口法"], "produces": [],
        },
        {
            "id": "2", "number": "2", "section": "c", "text": "到2026年8月拆除非法码头。",
            "assignments": [
                {"agency": "市交通运输局", "role": "responsible", "header": "牵头单位"},
                {"agency": "市水务局", "role": "responsible", "header": "牵头单位"},
                {"agency": "各县区", "role": "responsible", "header": "牵头单位"},
            ],
            "deadlines": [
                {"type": "by", "date": "2026-06-30", "text": "2026年6月底前", "source": "column"},
                {"type": "by", "date": "2026-08-31", "text": "到2026年8月", "source": "text"},
            ],
            "cites": [], "produces": [],
        },
        {
            "id": "3", "number": "3", "section": "c", "text": "恢复岸线植被。", "assignments": [],
            "deadlines": [{"type": "ongoing", "text": "持续推进", "source": "column"}], "cites": [], "produces": [],
        },
    ],
    "groups": [],
    "enterprises": [
        {"name": "云溪甲码头公司", "treatment": "关停", "agency": "市交通运输局"},
        {"name": "云溪乙码头公司", "treatment": "关停"},
        {"name": "云溪丙码头公司", "treatment": "改造提升", "agency": "市交通运输局"},
    ],
}  # fmt: skip

SCHOOLS: dict[str, Any] = {
    "plan": {"title": "青岚县校舍安全方案", "jurisdiction": "青岚县", "issued": None, "status": "draft"},
    "sections": [],
    "tasks": [
        {
            "id": "1", "number": "1", "section": None, "text": "排查校舍。",
            "assignments": [{"agency": "县教育局", "role": "responsible"}],
            "deadlines": [], "cites": [], "produces": [],
        },
    ],
    "groups": [], "enterprises": [],
}  # fmt: skip


def plans() -> list[Plan]:
    return [from_json(HARBOUR), from_json(SCHOOLS)]


def harbour_id() -> str:
    return plan_id(from_json(HARBOUR))
