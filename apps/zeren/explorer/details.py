"""The card of one task or body: everything the plan says of it, in the plan's own words."""

from __future__ import annotations

import streamlit as st

from zeren.explorer.components.listing import Column, Line, listing
from zeren.explorer.elements import task_label
from zeren.explorer.language import Speaker
from zeren.explorer.picture import DeadlineNode, Duty, TaskNode
from zeren.explorer.plain import plain
from zeren.explorer.roles import role_name
from zeren.explorer.session import go, turn_to
from zeren.explorer.shelf import Material


def task_card(material: Material, id: str, say: Speaker, key: str) -> None:
    """A task with its words, owners, limits and gaps."""
    task = material.picture.task[id]
    number = task.number or task.locator
    st.subheader(say("details.task", number=plain(number)) if number else say("details.task_bare"), anchor=False)
    path = " › ".join(section.label for section in material.picture.path(task.section))
    if path:
        st.caption(plain(path))
    with st.container(border=True):
        st.text(task.text)
    _duties(material, id, say, key)
    _deadlines(task, say)
    _findings(material, id, say)
    _elsewhere(task, say, key)


def _elsewhere(task: TaskNode, say: Speaker, key: str) -> None:
    """Ways to the same task on other pages."""
    with st.container(horizontal=True):
        placed = task.span is not None and key != "document"
        if placed and st.button(say("details.in_document"), key=f"{key}-document", icon=":material/article:"):
            turn_to("document", mark=task.id, task=task.id)
        if key != "network" and st.button(say("details.in_network"), key=f"{key}-network", icon=":material/hub:"):
            turn_to("network", task=task.id, body="")


def _duties(material: Material, task: str, say: Speaker, key: str) -> None:
    duties = material.picture.duties_of_task.get(task, ())
    st.markdown(f"**{say('details.duties')}**")
    if not duties:
        st.error(say("details.nobody"), icon=":material/person_off:")
        return
    columns = [
        Column(say("terms.role"), "short"),
        Column(say("terms.body")),
        Column(say("terms.written")),
        Column(say("terms.verb")),
    ]
    lines = [Line(duty.body, _duty_cells(material, duty, say)) for duty in duties]
    picked = listing(f"{key}-duties", say("details.duties"), columns, lines, say.language, pickable=True)
    if picked:
        go(body=picked, task="")


def _duty_cells(material: Material, duty: Duty, say: Speaker) -> tuple[str, str, str, str]:
    name = material.picture.body[duty.body].name
    return (role_name(say, duty.role), name, "" if duty.written == name else duty.written, duty.verb or duty.header)


def deadline_words(limit: DeadlineNode, say: Speaker) -> str:
    """A limit in one line: its type, dates and the words it was read from."""
    dates = " — ".join(str(day) for day in (limit.start, limit.date) if day)
    kind = say.known(f"terms.type_{limit.type}", limit.type)
    return f"{kind}：{dates or limit.text}" + (f"（{limit.text}）" if dates and limit.text else "")


def _deadlines(task: TaskNode, say: Speaker) -> None:
    st.markdown(f"**{say('details.deadlines')}**")
    if not task.deadlines:
        st.caption(say("details.no_deadline"))
    for limit in task.deadlines:
        st.text(deadline_words(limit, say))


def _findings(material: Material, id: str, say: Speaker) -> None:
    about = [finding for finding in material.findings(say.language) if id in finding.about]
    if about:
        st.markdown(f"**{say('details.findings')}**")
    for finding in about:
        show = {"error": st.error, "warning": st.warning}.get(finding.severity, st.info)
        show(plain(f"{finding.rule}：{finding.message}"))


def body_card(material: Material, id: str, say: Speaker, key: str) -> None:
    """A body with its tasks by role; a click on a task opens it."""
    body = material.picture.body[id]
    duties = material.picture.duties_of_body.get(id, ())
    tasks = {duty.task for duty in duties}
    partners = {duty.body for task in tasks for duty in material.picture.duties_of_task[task]} - {id}
    st.subheader(plain(body.name), anchor=False)
    facts = [
        say.known(f"terms.level_{body.level}", body.level),
        body.domain,
        say("details.body_tasks", count=len(tasks)),
        say("details.partners", count=len(partners)),
    ]
    st.caption(plain(" · ".join(fact for fact in facts if fact)))
    columns = [Column(say("terms.role"), "short"), Column(say("terms.task")), Column(say("terms.written"))]
    lines = [
        Line(duty.task, (role_name(say, duty.role), task_label(material.picture.task[duty.task], 60), duty.written))
        for duty in duties
    ]
    picked = listing(f"{key}-tasks", say("terms.task"), columns, lines, say.language, pickable=True, height=440)
    if picked:
        go(task=picked, body="")
