from __future__ import annotations

from tests.explorer.sample import HOSTILE

from zeren.explorer.plain import plain


def test_markup_of_others_is_escaped() -> None:
    escaped = plain(HOSTILE)
    for piece in ("<b>", "![", "](http", "$x$", ":red["):
        assert piece not in escaped


def test_words_stay() -> None:
    assert plain("市应急管理局（牵头）") == "市应急管理局（牵头）"
