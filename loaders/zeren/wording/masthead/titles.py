"""The plan's title: over several lines, in the notice that carries it, or above its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zeren.wording.masthead import lines as lines_of
from zeren.wording.masthead.lines import HeadLine, any_of
from zeren.wording.numerals import fold

_MOST = 5
"""Lines a title may run over."""
_OUTER = str.maketrans("〈〉", "《》")
"""Marks inside a title that has lost the ones around it."""
_PLACE = re.compile(r"^[\u4e00-\u9fff]{1,7}?(?:自治区|自治州|省|市|县|区|州|盟|旗|镇|乡|街道)")
_TELLING = 8
"""Code points of a title that stands in the notice without its place."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title as written without white space and status, and the lines it stands on."""

    text: str
    lines: tuple[HeadLine, ...] = ()
    carrier: str = ""
    """Title of the notice that carries the plan, folded; empty where there is none."""
    carrier_lines: tuple[HeadLine, ...] = ()


def find_title(head: Sequence[HeadLine], named: str | None) -> Title | None:
    """The plan's title among the lines of the head; `named`: what the file's own data give as title."""
    notice, places = _notice(head, named)
    inner = _carried(notice) if notice else None
    if inner is not None:
        places += tuple(line for line in head if line not in places and _key(line.text) == _key(notice))
        body = _standing([line for line in head if line not in places], notice)
        if not inner.startswith("《") and "《" in inner and not body and (told := _put_into_force(head)):
            return Title(_bare(told), (), notice, places)
        exact = inner.startswith("《")
        text = inner.strip("《》").translate(_OUTER) if exact else "".join(line.raw for line in body) or inner
        return Title(_bare(text), body, notice, places)
    if notice and (annexed := _annexed(head)):
        return Title(_bare("".join(line.raw for line in annexed)), annexed, notice, places)
    if notice:
        return Title(_bare(notice), places)
    return _own(head) or (Title(_bare(re.sub(r"\s", "", named))) if named else None)


_LONGEST = 400
"""Characters of a title with its lines; a text without any mark may run to thousands."""


def _notice(head: Sequence[HeadLine], named: str | None) -> tuple[str, tuple[HeadLine, ...]]:
    """The title of a notice or other paper that ends in 的通知 and the like, with its lines."""
    pattern = re.compile(rf".*关于.+?{any_of('papers')}(?:（[^（）]*）)?|.*的{any_of('papers')}|{_told()}")
    for first in range(len(head)):
        for last in range(first + 1, min(first + _MOST, len(head)) + 1):
            run = head[first:last]
            if any((_is_aside(line) and not _issues(run, line)) or re.search(r"[。；：]", line.text) for line in run):
                break
            joined = "".join(line.text for line in run)
            if len(joined) > _LONGEST:
                break
            if pattern.fullmatch(joined) and re.match(rf"(?:.{{0,60}}关于|《|{_told()}$)", joined):
                run = [*_drafters(head[:first]), *run]
                return "".join(line.raw for line in run), tuple(run)
    folded = re.sub(r"\s", "", named or "")
    if folded and pattern.fullmatch(fold(folded)) and not any(folded == line.raw for line in head):
        return folded, ()
    return "", ()


def _drafters(above: Sequence[HeadLine]) -> list[HeadLine]:
    """The bodies that stand one a line right above a title of several: they open it."""
    found: list[HeadLine] = []
    for line in reversed(above):
        if not lines_of.is_body_name(line) or lines_of.is_frame(line) or line.text.endswith("文件"):
            break
        found.insert(0, line)
    return found if len(found) > 1 else []


def _annexed(head: Sequence[HeadLine]) -> tuple[HeadLine, ...]:
    """The title of the plan below 附件, where a notice without orders puts it into force (现印发给你们)."""
    if not any(lines_of.is_issue(line) for line in head):
        return ()
    shown = [line for line in head if not lines_of.is_frame(line)]
    places = [place for place, line in enumerate(shown) if lines_of.is_annex(line)]
    run = _run(shown[places[-1] + 1 :][:_MOST]) if places else []
    plan = re.sub(r"（[^（）]*）$", "", "".join(line.text for line in run))
    return tuple(run) if re.search(rf"{any_of('plans')}$", plan) else ()


def _told() -> str:
    """The heading of a news page that gives a paper in full (某办公厅印发《…的意见》)."""
    return rf"[^《》，。：]{{2,60}}?(?:{any_of('carriers')}|发布|公布)(?P<told>《[^《》]+》)"


def _issues(run: Sequence[HeadLine], line: HeadLine) -> bool:
    """Whether a line is the issuer's name that opens a title (某州人民政府办公室 / 关于…的意见)."""
    opens = line is run[0] and lines_of.is_body_name(line) and not line.text.endswith("文件")
    return opens and (len(run) == 1 or run[1].text.startswith(("关于", *lines_of.words("carriers"))))


def _carried(notice: str) -> str | None:
    """The plan a notice carries, in its marks where it has them; None where the notice has orders of its own."""
    folded = fold(notice)
    match = re.search(
        rf"关于(?:做好|公开|再次|重新|批准|同意)?{any_of('carriers')}(?:实施|执行)?(?P<plan>.+?)的?{any_of('notices')}(?:（[^（）]*）)?$",
        folded,
    )
    if match:
        start, end = match.span("plan")
        marked = re.search(r"(?<!贯彻)(?<!落实)(?<!实施)(?<!执行)《.+》(?=.{0,2}$)", folded[start:end])
        return notice[start + marked.start() : start + marked.end()] if marked else notice[start:end]
    if passed := _passed_on(folded):
        return notice[passed[0] : passed[1]]
    if told := re.fullmatch(_told(), folded):
        return notice[told.start("told") : told.end("told")]
    asked = re.search(r"关于(?:公开|广泛|再次)?(?:征求|征集).*?(?P<plan>《.+》)", folded)
    return notice[asked.start("plan") : asked.end("plan")] if asked else None


def _passed_on(folded: str) -> tuple[int, int] | None:
    """Where the plan stands in a notice without 关于 before its verb (某市政府转发市农业局关于…意见的通知)."""
    match = re.fullmatch(
        rf"(?:(?!关于)[^，。；《])*?{any_of('carriers')}(?P<plan>《.+》|(?:(?!关于)[^，。；《])*?(?P<own>关于.+?)|[^，。；]+?)的?{any_of('notices')}",
        folded,
    )
    return match.span("own" if match["own"] else "plan") if match else None


def _put_into_force(head: Sequence[HeadLine]) -> str | None:
    """The title in the sentence that puts the plan into force (《关于贯彻〈…〉的实施方案》已经…同意，现印发)."""
    found = (re.match(r"《(?P<title>[^《》]+)》(?:已|业|经)", line.raw) for line in head if lines_of.is_issue(line))
    return next((match["title"] for match in found if match), None)


def _standing(below: Sequence[HeadLine], notice: str) -> tuple[HeadLine, ...]:
    """The lines below a notice on which the plan's title stands again: what the notice holds word for word."""
    whole = _key(notice)
    for first in range(len(below)):
        run: list[HeadLine] = []
        for other in below[first : first + _MOST]:
            if not _repeats(_key("".join(one.text for one in [*run, other])), whole) or _is_aside(other):
                break
            run.append(other)
        if len(_key("".join(one.text for one in run))) >= 6 and re.search(
            rf"{any_of('nouns')}$", re.sub(r"（[^）]*）$", "", "".join(o.text for o in run))
        ):
            after = below[first + len(run)] if first + len(run) < len(below) else None
            if after is not None and re.fullmatch(r"（[^（）]{2,24}）", after.text) and not _is_byline(after):
                run.append(after)
            return tuple(run)
    return ()


def _repeats(line: str, notice: str) -> bool:
    """Whether the notice holds a line word for word, but perhaps for 关于 or a place before it (青湖市…分解表)."""
    line = line.removeprefix("关于")
    return line in notice or (len(rest := _PLACE.sub("", line)) >= _TELLING and rest in notice)


def _own(head: Sequence[HeadLine]) -> Title | None:
    """The first run of lines that ends like a title; the first line marked as heading; else the first line."""
    best: list[HeadLine] = []
    for first in range(len(head)):
        run = _run(head[first : first + _MOST])
        if run:
            return Title(_bare("".join(line.raw for line in run)), tuple(run))
        if (
            not best
            and not _is_aside(head[first])
            and len(head[first].text) <= 60
            and not re.search(r"[。；]$", head[first].text)
        ):
            best = [head[first]]
    labelled = next((line for line in head if lines_of.is_annex_list(line)), None)
    if labelled and (not best or head.index(labelled) < head.index(best[0])):
        return Title(_bare(re.sub(r"^附件[^:：]*[:：]", "", labelled.raw)), (labelled,))
    return Title(_bare(best[0].raw), tuple(best)) if best else None


def _run(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """The lines from the first to one that ends with a kind of paper, and a year or status below it."""
    run: list[HeadLine] = []
    for line in lines:
        if _is_aside(line) or len(line.text) > 80 or re.search(r"[。；：，]$", line.text) or _is_numbered(line):
            break
        run.append(line)
        if re.search(rf"{any_of('nouns')}(?:（[^（）]*）)*[”》]?$", "".join(one.text for one in run)):
            following = lines[len(run) :][:2]
            for other in following:
                if not re.fullmatch(r"（[^（）]{2,24}）", other.text) or _is_moment(other) or _is_byline(other):
                    break
                run.append(other)
            return run
    return []


def _is_numbered(line: HeadLine) -> bool:
    """A heading, or one of a list of annexes."""
    return lines_of.is_heading(line) or bool(re.match(r"\d{1,2}[.、．](?!\d)", line.text))


def _is_moment(line: HeadLine) -> bool:
    """A month, a day or a remark in parentheses below a title (截至…, 排名不分先后): no part of it."""
    remark = re.match(rf"（{any_of('remarks')}", line.text)
    return bool(remark) or bool(
        re.fullmatch(r"（(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?(?:[^—～至（）]{0,8})?）", line.text)
    )


def _is_byline(line: HeadLine) -> bool:
    """The bodies that drew the plan up, in parentheses below its title."""
    return bool(re.fullmatch(rf"（[^（）\d]+{any_of('bodies')}）", line.text))


def _is_aside(line: HeadLine) -> bool:
    return (
        lines_of.is_frame(line)
        or lines_of.is_number(line)
        or lines_of.is_annex(line)
        or lines_of.is_annex_list(line)
        or lines_of.is_day(line)
        or lines_of.is_addressee(line)
        or lines_of.is_issue(line)
        or (lines_of.is_body_name(line) and bool(re.search(r"(?:文件|人民政府|办公[室厅]|委员会|局)$", line.text)))
    )


def _bare(text: str) -> str:
    """Without the marks around it, and without its status in parentheses."""
    status = f"{any_of('consultation')}|{any_of('draft')}"
    text = re.sub(rf"[（(【\[](?:{status})[）)】\]]", "", re.sub(r"\s", "", text))
    text = re.sub(
        r"^\[bookmark:[^\]]*\]|^附?表(?:[一二三四五六七八九十]{1,2}|\d{1,2})[:：、.．]?(?=[\u4e00-\u9fff]{4})", "", text
    )
    return text[1:-1] if text.startswith("《") and text.endswith("》") and text.count("《") == 1 else text


def _key(text: str) -> str:
    return re.sub(r"[《》“”\"'‘’（）()\s〈〉的]", "", fold(text))
