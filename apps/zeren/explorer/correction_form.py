"""The form beside a reading on which a person corrects it, and what was corrected so far."""

from __future__ import annotations

from typing import Any

import streamlit as st

from zeren.explorer.decisions import drop, note_down, outcomes, text_of
from zeren.explorer.language import Speaker
from zeren.explorer.marks import Mark, MarkKind
from zeren.explorer.plain import plain
from zeren.explorer.session import say
from zeren.explorer.shelf import Material
from zeren.loading import decisions_name
from zeren.loading.corrections.applying import notice_of
from zeren.loading.corrections.confirming import fingerprint
from zeren.loading.corrections.forms import Form, Target, forms, label, value_label
from zeren.model import Task, UsageError
from zeren.readers.notices import sentence

TARGETS: dict[MarkKind, Target] = {
    "section": "heading", "task": "task", "body": "body", "deadline": "deadline", "group": "group",
    "enterprise": "enterprise", "unknown": "block",
}  # fmt: skip
"""What a mark is to a correction; a finding is corrected in what it is about."""
QUOTE = 40
"""Code points of a task's words that name it."""
_TOLD = "correction-told"


def correction_form(material: Material, mark: Mark | None) -> None:
    """Choose what is wrong about a reading, or about what the plan says of itself, and say what is right."""
    language = say()
    target = TARGETS.get(mark.kind) if mark else "plan"
    if target is None or material.document is None:
        return
    with st.expander(language("corrections.correct" if mark else "corrections.correct_plan"), expanded=False):
        fitting = [form for form in forms().values() if target in form.on]
        chosen = st.selectbox(
            language("corrections.kind"),
            [form.action for form in fitting],
            format_func=lambda action: forms()[action].words[language.language],
            key=f"correction-{target}",
        )
        if chosen:
            _form(material, mark, forms()[chosen], language)


def _form(material: Material, mark: Mark | None, form: Form, language: Speaker) -> None:
    task = _task(material, mark)
    key = f"correction-{form.action}-{mark.id if mark else ''}"
    with st.form(key, border=False):
        values: dict[str, Any] = {"action": form.action}
        if task and task.locator:
            values["at"] = task.locator
        values |= _quoted(material, mark, form, task, language, key)
        for name in (*form.needs, *form.may):
            if name == "reading" and task:
                values["reading"] = fingerprint(task)
            elif name != "reading":
                values[name] = _field(material, mark, form, name, language, key)
        values["reason"] = st.text_input(label("reason", language.language), key=f"{key}-reason")
        values["person"] = st.text_input(
            label("person", language.language), st.session_state.get("corrector", ""), key=f"{key}-person"
        )
        sent = st.form_submit_button(language("corrections.note_down"))
    empty = [name for name in (*form.needs, "reason", "person") if name != "value" and not values[name]]
    if sent and empty:
        names = " / ".join(label(name, language.language) for name in empty)
        st.warning(language("corrections.fill_in", names=names))
        return
    if sent:
        _send(material, {name: value for name, value in values.items() if value or name == "value"}, language)


def _quoted(
    material: Material, mark: Mark | None, form: Form, task: Task | None, language: Speaker, key: str
) -> dict[str, str]:
    """The words that name what is corrected; of words nothing was read from a person may leave some out."""
    if mark is None:
        return {}
    if mark.kind == "unknown":
        return {"quote": st.text_area(label("quote", language.language), mark.words, key=f"{key}-quote")}
    if task:
        return {"quote": task.text[:QUOTE]}
    titles = {section.id: section.title for section in material.plan.sections}
    return {"quote": titles.get(mark.id, mark.words) if mark.kind == "section" else mark.note}


def _field(material: Material, mark: Mark | None, form: Form, name: str, language: Speaker, key: str) -> Any:
    """One control, filled in with what was read."""
    tongue = language.language
    title = label(name, tongue) + (f"（{language('corrections.optional')}）" if name in form.may else "")
    few = form.choices(name)
    key = f"{key}-{name}"
    if few:
        options = ["", *few] if name in form.may else list(few)
        at = options.index(mark.note) if mark and mark.note in options else 0
        return st.selectbox(title, options, at, format_func=lambda v: value_label(v, tongue) if v else "—", key=key)
    if name == "section":
        titles = [section.title for section in material.plan.sections]
        return st.selectbox(title, ["", *titles], key=key, placeholder="—")
    if name == "before":
        return [line.strip() for line in st.text_area(title, key=key).splitlines() if line.strip()]
    if name == "join":
        places = st.multiselect(
            title,
            [task.locator for task in material.plan.tasks],
            format_func=lambda at: f"{at} {next(t.text[:20] for t in material.plan.tasks if t.locator == at)}",
            placeholder="—",
            key=key,
        )
        return [{"at": t.locator, "quote": t.text[:QUOTE]} for t in material.plan.tasks if t.locator in places]
    return st.text_input(title, _read(material, mark, name), key=key).strip()


def _read(material: Material, mark: Mark | None, name: str) -> str:
    """What was read in the place of a field."""
    if mark is None:
        return ""
    if mark.kind == "body" and name == "body":
        return next((duty.written for duty in material.picture.duties if duty.id == mark.id), mark.words)
    return mark.words if mark.kind == "deadline" and name == "limit" else ""


def _task(material: Material, mark: Mark | None) -> Task | None:
    """The task a mark belongs to, as a record."""
    node = material.picture.task.get(mark.task) if mark else None
    return material.plan.tasks[node.position] if node and node.position < len(material.plan.tasks) else None


def _send(material: Material, values: dict[str, Any], language: Speaker) -> None:
    """Note the correction down; what is wrong with it, or why it does nothing, is said."""
    st.session_state["corrector"] = values.get("person", "")
    try:
        outcome = note_down(material, values)
    except UsageError as fault:
        st.error(plain(fault.message(language.language)))
        return
    told = plain(sentence(notice_of(outcome), language.language))
    if outcome.fate in ("applied", "healed"):
        st.session_state[_TOLD] = told
        st.rerun()
    st.warning(f"{told} {plain(language('corrections.not_kept'))}")


def corrections(material: Material) -> None:
    """The corrections of this session: what became of each, a button that takes it back, and the file."""
    language, text = say(), text_of(material)
    if told := st.session_state.pop(_TOLD, ""):
        st.success(told)
    if not text or material.document is None:
        return
    name = decisions_name(material.plan.source)
    st.subheader(language("corrections.title"), anchor=False)
    for outcome in outcomes(material.document, text, name):
        words, button = st.columns([8, 1], vertical_alignment="center")
        words.text(sentence(notice_of(outcome), language.language))
        if button.button("×", key=f"drop-{outcome.correction.number}", help=language("corrections.drop")):
            drop(material, outcome.correction.number)
            st.rerun()
    st.download_button(language("corrections.save", file=name), text, name, "application/toml")
    st.caption(language("corrections.save_how" if material.draft else "corrections.save_kept", file=name))
