from __future__ import annotations

from zeren.explorer.language import Speaker
from zeren.explorer.picture import Picture
from zeren.explorer.roles import legend, reason_name, used_roles


def test_reasons_are_put_into_words() -> None:
    assert reason_name(Speaker("zh"), "form+column") == "名称形式像单位，且写在责任栏内"
    assert reason_name(Speaker("en"), "event without date") == "depends on an event without a date"
    assert reason_name(Speaker("en"), "new-code") == "new-code"
    assert reason_name(Speaker("zh"), "") == ""


def test_the_legend_names_only_what_occurs(picture: Picture) -> None:
    assert used_roles(picture) == ("lead", "responsible", "support")
    labels = [item["label"] for item in legend(Speaker("zh"), picture, letters=True)]
    assert labels == ["牵 牵头", "责 责任", "配 配合"]
    kinds = [item["kind"] for item in legend(Speaker("en"), picture, kinds=True) if item["kind"]]
    assert kinds == ["body", "collective", "task", "gap"]
