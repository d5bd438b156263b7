"""When the tasks fall due: a line of time, and the limits that have no date."""

from __future__ import annotations

from collections import Counter
from typing import Any

import streamlit as st

from zeren.explorer import charts
from zeren.explorer.components.listing import Column, Line, listing
from zeren.explorer.controls import section_choice
from zeren.explorer.details import task_card
from zeren.explorer.elements import task_label
from zeren.explorer.language import Speaker
from zeren.explorer.picture import Picture, TaskNode
from zeren.explorer.session import go, say, view
from zeren.explorer.shelf import Material

MOST = 150
"""Marks drawn at once."""

TYPE_COLOURS = (
    ("by", "#2f86c5"),
    ("start_by", "#009e73"),
    ("between", "#cc79a7"),
    ("recurring", "#e69f00"),
    ("ongoing", "#8a8f98"),
    ("conditional", "#c4541c"),
)


def page(material: Material) -> None:
    """The chart left, the card of the task that was clicked right, limits without date below."""
    language = say()
    picture = material.picture
    chosen = view().task in picture.task
    left, right = st.columns([7, 3], gap="medium") if chosen else (st.container(), None)
    with left:
        tasks = _filtered(picture, language)
        _chart(tasks, language)
        _undated(tasks, language)
    if right is not None:
        with right:
            task_card(material, view().task, language, "timeline")


def _filtered(picture: Picture, language: Speaker) -> list[TaskNode]:
    section = section_choice(picture, language)
    branch = picture.branch(section) if section else None
    return [task for task in picture.tasks if branch is None or task.section in branch]


def rows(tasks: list[TaskNode]) -> list[dict[str, Any]]:
    """One row a limit with a date, by date; a limit that only has a start stands at it."""
    found = [
        {
            "id": task.id,
            "name": task_label(task, 22),
            "kind": limit.type,
            "start": limit.start if limit.date else None,
            "date": limit.date or limit.start,
            "words": limit.text,
            "order": order,
        }
        for order, task in enumerate(tasks)
        for limit in task.deadlines
        if limit.date or limit.start
    ]
    return sorted(found, key=lambda row: (row["date"], row["order"]))


def _chart(tasks: list[TaskNode], language: Speaker) -> None:
    dated = rows(tasks)
    if not dated:
        st.info(language("timeline.no_dates"))
        return
    day, count = Counter(row["date"] for row in dated).most_common(1)[0]
    if count > 2:
        st.caption(language("timeline.peak", date=day, count=count))
    if len(dated) > MOST:
        st.warning(language("timeline.too_many", shown=MOST, total=len(dated)))
    kinds = [(code, language(f"terms.type_{code}"), colour) for code, colour in TYPE_COLOURS]
    chart = charts.timeline(dated[:MOST], kinds, language.words("timeline", "words", "start", "date"))
    answer = st.altair_chart(chart, key="timeline", on_select="rerun", selection_mode="picked")
    st.caption(language("timeline.hint"))
    points = answer["selection"].get("picked", [])
    if points and points != st.session_state.get("timeline-seen"):
        st.session_state["timeline-seen"] = points
        go(task=str(points[0]["id"]), body="")


def _undated(tasks: list[TaskNode], language: Speaker) -> None:
    lines = [
        Line(task.id, (task_label(task, 40), language.known(f"terms.type_{limit.type}", limit.type), limit.text))
        for task in tasks
        for limit in task.deadlines
        if not (limit.date or limit.start)
    ]
    st.subheader(language("timeline.undated"), anchor=False)
    if lines:
        columns = [
            Column(language("terms.task")),
            Column(language("timeline.type"), "short"),
            Column(language("timeline.words")),
        ]
        picked = listing(
            "undated",
            language("timeline.undated"),
            columns,
            lines,
            language.language,
            pickable=True,
            selected=view().task,
            height=320,
        )
        if picked:
            go(task=picked, body="")
    else:
        st.caption(language("terms.none"))
    st.caption(language("timeline.without", count=sum(not task.deadlines for task in tasks)))
