"""Page by page with Streamlit's own harness, in both languages, on what the page shows."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from tests.explorer.sample import HOSTILE, TITLE

from zeren.explorer.language import Speaker
from zeren.explorer.shelf import Shelf
from zeren.explorer.shell import PAGES
from zeren.explorer.state import LANGUAGES

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


def opened(page: str, language: str, shelf: Shelf | None, **query: str) -> AppTest:
    """A page in a language, over a draft."""
    app = AppTest.from_string(f"from zeren.explorer.shell import draw_page\ndraw_page({page!r})", default_timeout=60)
    app.query_params["lang"] = language
    for name, value in query.items():
        app.query_params[name] = value
    if shelf is not None:
        app.session_state["uploads-kept"] = {"方案.docx": shelf}
    app.run()
    assert not app.exception
    return app


def sent(app: AppTest, name: str) -> list[dict[str, Any]]:
    """What was sent to our components of a name."""
    found = []
    for element in app.get("bidi_component"):
        if element.proto.component_name == f"zeren_{name}":
            found.append(json.loads(element.proto.json))
    return found


def texts(app: AppTest) -> str:
    """All words that Streamlit itself draws."""
    kinds = (
        app.title,
        app.subheader,
        app.markdown,
        app.caption,
        app.text,
        app.info,
        app.error,
        app.warning,
        app.success,
    )
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def test_every_page_has_its_title_in_its_language(language: str, shelf: Shelf) -> None:
    for page in PAGES:
        app = opened(page, language, shelf)
        assert app.title[0].value == Speaker(language)(f"{page}.title"), page
        assert Speaker(language)("shell.defect") not in texts(app), page


def test_without_a_plan_the_pages_say_what_to_do(language: str) -> None:
    assert Speaker(language)("shell.nothing_open") in texts(opened("overview", language, None))
    assert Speaker(language)("query.nothing") in texts(opened("query", language, None))
    assert len(sent(opened("rules", language, None), "listing")[0]["rows"]) >= 15


def test_overview(language: str, shelf: Shelf) -> None:
    app = opened("overview", language, shelf)
    figures = {metric.label: metric.value for metric in app.metric}
    say = Speaker(language)
    assert figures[say("overview.tasks")] == "5"
    assert figures[say("overview.unowned")] == "1"
    assert figures[say("overview.dated")] == "3"
    assert figures[say("overview.coverage")] == "91%"
    assert int(figures[say("overview.errors")]) >= 1


def test_network(language: str, shelf: Shelf) -> None:
    app = opened("network", language, shelf)
    (network,) = sent(app, "network")
    labels = [node["label"] for node in network["nodes"]]
    assert sum(node["kind"] == "task" for node in network["nodes"]) == 5
    assert Speaker(language)("terms.no_owner", count=1) in labels
    assert network["words"]["hide"] == Speaker(language)("network.hide")
    assert {edge["role"] for edge in network["edges"]} == {"lead", "responsible", "support"}


def test_network_of_one_section_and_role(language: str, shelf: Shelf) -> None:
    material = next(iter(shelf.materials.values()))
    app = opened("network", language, shelf, section=material.picture.sections[1].id, roles="responsible")
    (network,) = sent(app, "network")
    assert [node["words"] for node in network["nodes"] if node["kind"] == "task"] == [
        "建立退出企业名录库", "组织企业签订退出协议",
    ] or len(network["nodes"]) == 4  # fmt: skip
    assert [edge["role"] for edge in network["edges"]] == ["responsible"]


def test_a_task_card_shows_owners_limits_gaps_and_words(language: str, shelf: Shelf) -> None:
    material = next(iter(shelf.materials.values()))
    task = material.picture.tasks[0]
    app = opened("network", language, shelf, task=task.id)
    assert task.text in [element.value for element in app.text]
    duties = sent(app, "listing")[0]["rows"]
    assert [row["cells"][0] for row in duties] == [
        Speaker(language)(f"terms.role_{role}") for role in ("lead", "support", "support")
    ]
    assert "2025-06-30" in texts(app)
    unowned = next(iter(material.picture.unowned))
    assert Speaker(language)("details.nobody") in texts(opened("network", language, shelf, task=unowned))


def test_hostile_words_stay_words(language: str, shelf: Shelf) -> None:
    material = next(iter(shelf.materials.values()))
    app = opened("network", language, shelf, task=material.picture.tasks[2].id)
    assert HOSTILE in [element.value for element in app.text]
    assert not any("<b>" in element.value or "](http" in element.value for element in app.markdown)
    assert not any("![" in element.value for element in (*app.caption, *app.error, *app.warning, *app.info))


def test_matrix(language: str, shelf: Shelf) -> None:
    (matrix,) = sent(opened("matrix", language, shelf), "matrix")
    assert len(matrix["columns"]) == 5
    assert [column["gap"] for column in matrix["columns"]] == [False] * 4 + [True]
    letters = {cell["letter"] for cell in matrix["cells"]}
    assert letters == {Speaker(language)(f"terms.letter_{role}") for role in ("lead", "responsible", "support")}


def test_timeline(language: str, shelf: Shelf) -> None:
    app = opened("timeline", language, shelf)
    undated = sent(app, "listing")[0]["rows"]
    assert [row["cells"][1:] for row in undated] == [[Speaker(language)("terms.type_ongoing"), "持续推进"]]
    assert Speaker(language)("timeline.without", count=1) in texts(app)


def test_workload(language: str, shelf: Shelf) -> None:
    (table,) = sent(opened("load", language, shelf), "listing")
    first = table["rows"][0]["cells"]
    assert first[0].endswith("工业和信息化局")
    assert first[1:4] == [2, 2, 2]


def test_gaps_and_one_in_its_place(language: str, shelf: Shelf) -> None:
    material = next(iter(shelf.materials.values()))
    finding = next(item for item in material.findings(language) if item.rule == "unowned-task")
    app = opened("gaps", language, shelf, finding=finding.fingerprint)
    rows = sent(app, "listing")[0]["rows"]
    assert len(rows) == len(material.findings(language))
    assert rows[0]["tone"] == "error"
    (paper,) = sent(app, "paper")
    assert any(mark["kind"] == "finding" for mark in paper["marks"])
    assert "（二）建立退出企业名录库。" in [block.get("text") for block in paper["blocks"]]
    assert finding.fix in [element.value for element in app.text]


def test_gaps_by_severity(language: str, shelf: Shelf) -> None:
    material = next(iter(shelf.materials.values()))
    errors = [item for item in material.findings(language) if item.severity == "error"]
    rows = sent(opened("gaps", language, shelf, severity="error"), "listing")[0]["rows"]
    assert len(rows) == len(errors) > 0


def test_document(language: str, shelf: Shelf) -> None:
    app = opened("document", language, shelf)
    (paper,) = sent(app, "paper")
    assert paper["blocks"][0]["text"] == TITLE
    assert {mark["kind"] for mark in paper["marks"]} == {"section", "task", "body", "deadline", "group", "unknown"}
    (unknown,) = sent(app, "listing")
    assert unknown["rows"][0]["cells"][0] == "★※★ 附注一二三"
    assert "文中有 1 幅图片未读" in texts(app)


def test_enterprises(language: str, shelf: Shelf) -> None:
    app = opened("enterprises", language, shelf)
    rows = sent(app, "listing")[0]["rows"]
    say = Speaker(language)
    assert [(row["cells"][2], row["tone"]) for row in rows] == [
        (say("enterprises.valid"), ""), (say("enterprises.invalid"), "error"),
    ]  # fmt: skip
    app.text_input(key="enterprise-search").set_value("永丰").run()
    assert [row["cells"][0] for row in sent(app, "listing")[0]["rows"]] == ["云岭永丰化工有限公司"]


@pytest.mark.parametrize("engine", ["cypher", "sparql"])
def test_a_named_query(language: str, engine: str, shelf: Shelf) -> None:
    app = opened("query", language, shelf, query="tasks-without-owner", engine=engine)
    (answer,) = sent(app, "listing")
    assert len(answer["rows"]) == 1
    assert any("建立退出企业名录库" in str(cell) or "二（二）" in str(cell) for cell in answer["rows"][0]["cells"])


def test_free_text_queries_and_their_errors(language: str, shelf: Shelf) -> None:
    app = opened("query", language, shelf, mode="free")
    app.text_area[0].set_value("MATCH (t:Task) RETURN count(t) AS n")
    app.button[0].click().run()
    assert sent(app, "listing")[0]["rows"][0]["cells"] == [5]
    app.text_area[0].set_value("MATCH (t:Task) DELETE t")
    app.button[0].click().run()
    assert len(app.error) == 1
    assert not sent(app, "listing")
    app.text_area[0].set_value("MATCH (t:Task RETURN")
    app.button[0].click().run()
    assert len(app.error) == 1


def test_rules(language: str, shelf: Shelf) -> None:
    app = opened("rules", language, shelf, rule="unowned-task")
    rows = sent(app, "listing")[0]["rows"]
    assert next(row["cells"][3] for row in rows if row["id"] == "unowned-task") == 1
    assert len(app.code) == 2
    assert "MATCH" in app.code[0].value


def test_language_can_be_changed_without_losing_the_place(language: str, shelf: Shelf) -> None:
    other = next(code for code in LANGUAGES if code != language)
    material = next(iter(shelf.materials.values()))
    app = opened("network", language, shelf, task=material.picture.tasks[0].id)
    app.session_state["control.lang"] = other
    app.session_state["view"] = app.session_state["view"].but(lang=other)
    app.run()
    assert app.title[0].value == Speaker(other)("network.title")
    assert material.picture.tasks[0].text in [element.value for element in app.text]
