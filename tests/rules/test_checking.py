from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.queries.plans import plans

from zeren.graph import build
from zeren.model import Finding, UsageError
from zeren.rules import Suppression, apply_suppressions, catalogue, check, check_drafts, read_suppressions
from zeren.rules.checking import filled
from zeren.rules.measures import MEASURES
from zeren.store import EmbeddedStore
from zeren.store.requests import check_local

RULES = {rule.code: rule for rule in catalogue()}


@pytest.fixture(scope="module")
def store() -> Iterator[EmbeddedStore]:
    with EmbeddedStore(build(plans())) as opened:
        yield opened


def test_the_first_fifteen_rules_are_shipped() -> None:
    first = (
        "unowned-task vague-owner no-lead co-lead no-support no-deadline ongoing-only text-column-deadline past-deadline "
        "duplicate-duty level-suffix name-variant overload-agency deadline-peak uscc-invalid"
    )
    assert set(first.split()) <= RULES.keys()
    assert list(RULES) == sorted(RULES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_is_explained_in_both_languages(code: str) -> None:
    rule = RULES[code]
    for words in (rule.name, rule.what, rule.why, rule.message, rule.fix):
        assert words.zh.strip()
        assert words.en.strip()
        assert words.zh != words.en
    assert all(option.about.zh and option.about.en and option.default is not None for option in rule.options)
    assert rule.source
    assert rule.measure in {"", *MEASURES}


def test_messages_in_both_languages_leave_no_gap(store: EmbeddedStore) -> None:
    for language in ("zh", "en"):
        findings = check(store, catalogue(), language)
        assert len(findings) >= 4
        assert [f for f in findings if "{" in f.message + f.fix] == []
    zh, en = (check(store, catalogue(), language) for language in ("zh", "en"))
    assert [f.fingerprint for f in zh] == [f.fingerprint for f in en]
    assert {f.message for f in zh}.isdisjoint(f.message for f in en)


def test_findings_say_where_and_who(store: EmbeddedStore) -> None:
    found = {f.rule: f for f in check(store, catalogue(), "zh")}
    unowned = found["unowned-task"]
    assert (unowned.locator, unowned.quote, unowned.severity) == ("3", "恢复岸线植被。", "warning")
    assert store.graph.nodes[unowned.about[0]]["text"] == "恢复岸线植被。"
    assert store.graph.nodes[unowned.plan]["title"] == "云溪市码头整治任务表"
    lead = found["no-lead"]
    assert lead.bodies == ("市交通运输局", "市水务局", "各县区")
    assert "市交通运输局、市水务局、各县区" in lead.message


def test_checking_twice_gives_the_same(store: EmbeddedStore) -> None:
    assert check(store, catalogue()) == check(store, catalogue())


def test_options_change_what_a_rule_finds(store: EmbeddedStore) -> None:
    rule = RULES["no-lead"]
    assert len(check(store, [rule])) == 1
    assert check(store, [rule], options={"no-lead": {"least": 4}}) == ()


def test_unknown_rules_and_options_are_told(store: EmbeddedStore) -> None:
    with pytest.raises(UsageError, match="no-laed"):
        check(store, catalogue(), options={"no-laed": {}})
    with pytest.raises(UsageError, match="leats"):
        check(store, catalogue(), options={"no-lead": {"leats": 4}})


def test_a_template_keeps_names_it_does_not_know() -> None:
    assert filled("{a} {b} {a.__class__}", {"a": "1"}) == "1 {b} {a.__class__}"


def test_a_user_may_add_and_replace_rules(tmp_path: Path, store: EmbeddedStore) -> None:
    own = tmp_path / "unowned-task"
    folder = RULES["unowned-task"].folder
    assert folder is not None
    shutil.copytree(folder, own)
    text = own.joinpath("rule.toml").read_text("utf-8")
    own.joinpath("rule.toml").write_text(text.replace('severity = "error"', 'severity = "info"'), "utf-8")
    shutil.copytree(folder, tmp_path / "my-rule")
    mine = tmp_path / "my-rule" / "rule.toml"
    mine.write_text(mine.read_text("utf-8").replace('code = "unowned-task"', 'code = "my-rule"'), "utf-8")
    rules = {rule.code: rule for rule in catalogue(tmp_path)}
    assert len(rules) == len(RULES) + 1
    assert rules["unowned-task"].severity == "info"
    assert {f.rule for f in check(store, [rules["my-rule"]])} == {"my-rule"}


@pytest.mark.parametrize(
    "change",
    [("[why]", "[warum]"), ('severity = "warning"', 'severity = "grave"'), ("[", "(")],
    ids=["missing", "severity", "toml"],
)
def test_a_broken_rule_folder_is_told(tmp_path: Path, change: tuple[str, str]) -> None:
    folder = RULES["no-support"].folder
    assert folder is not None
    own = shutil.copytree(folder, tmp_path / "no-support")
    text = own.joinpath("rule.toml").read_text("utf-8")
    own.joinpath("rule.toml").write_text(text.replace(*change), "utf-8")
    with pytest.raises(UsageError) as caught:
        catalogue(tmp_path)
    assert caught.value.code == "rule-unreadable"
    assert str(own) in caught.value.message("zh")
    with pytest.raises(UsageError):
        catalogue(tmp_path / "nowhere")


def _finding(rule: str, locator: str) -> Finding:
    return Finding(rule, "warning", locator, "拆除非法码头。", ("市水务局",), "", "")


def test_suppressions_let_findings_stand_and_report_what_is_unused() -> None:
    kept, let = _finding("no-lead", "1"), _finding("co-lead", "2")
    entry = Suppression(let.fingerprint, "co-lead", "市政府常务会议确定", "督查室")
    stale = Suppression("0" * 16, "no-lead", "旧稿", "督查室")
    wrong = Suppression(kept.fingerprint, "co-lead", "规则写错", "督查室")
    open_, closed = apply_suppressions([kept, let], [entry, stale, wrong])
    assert closed == ((let, entry),)
    assert [f.rule for f in open_] == ["no-lead", "unused-suppression", "unused-suppression"]
    assert "旧稿" in open_[1].message


def test_a_suppression_needs_a_reason_and_a_person(tmp_path: Path) -> None:
    file = tmp_path / "suppressions.toml"
    entry = '[[suppression]]\nfingerprint = "0123456789abcdef"\nrule = "co-lead"\nreason = "{}"\nperson = "李某"\n'
    file.write_text(entry.format("会议确定"), "utf-8")
    assert read_suppressions(file) == (Suppression("0123456789abcdef", "co-lead", "会议确定", "李某"),)
    file.write_text(entry.format(" "), "utf-8")
    with pytest.raises(UsageError, match="reason"):
        read_suppressions(file)
    with pytest.raises(UsageError):
        read_suppressions(tmp_path / "missing.toml")


def test_the_rules_texts_need_no_second_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdflib.plugins.sparql.parser", None)
    check_local.cache_clear()
    for rule in RULES.values():
        check_local(rule.texts.sparql)
    with pytest.raises(ImportError):
        check_local("SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }")


def test_a_plan_is_checked_without_the_engine_that_starts_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    findings = check_drafts(plans(), catalogue())
    assert findings
    monkeypatch.setattr("zeren.rules.drafts.PASSING_TO", 0)
    assert check_drafts(plans(), catalogue()) == findings
    monkeypatch.setattr("zeren.store.embedded.write_cypher", _fail)
    with pytest.raises(AssertionError):
        check_drafts(plans(), catalogue())
    monkeypatch.undo()
    monkeypatch.setattr("zeren.store.embedded.write_cypher", _fail)
    assert check_drafts(plans(), catalogue()) == findings


def _fail(*_: object) -> None:
    raise AssertionError
