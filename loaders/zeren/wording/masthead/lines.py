"""The lines around a plan: what stands at the head and tail of a paper, told by their form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from zeren.readers.document import Document, Paragraph
from zeren.readers.line_ends import pieces_at_blanks
from zeren.wording.instruments import BARE_NUMBER, NUMBER
from zeren.wording.numerals import fold, number

_LONG = 50
"""Code points of a line beyond which a paper is thought to stand on one line and is cut at its own joints."""
_LONGEST_TITLE = 250
"""Code points in which a title ends together with its number."""
_HEAD = 1500
"""Code points of such a line that are searched for joints."""

_OPENING = r"(?:一、|为(?:了|深入|贯彻|进一步|全面|加快|切实|推进|落实|做好|加强)|根据《|按照《)"
"""Words that open a plan's text right behind its title."""
DAY = (
    r"(?:(?:19|20)\d\d|[一二][〇零0Oo一二三四五六七八九]{3})年"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
"""A whole date, in Arabic or Chinese numerals."""


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of a paragraph, without white space, width folded."""

    block: int
    start: int
    """Where it begins in the paragraph, in code points."""
    raw: str
    """As written, without white space."""
    text: str
    level: int | None = None


def read_lines(document: Document) -> list[HeadLine]:
    """All lines of the document's paragraphs; a head that stands on one line is cut at its joints."""
    lines: list[HeadLine] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            for begin, line in _physical(block.text):
                for start, piece in _pieces(line):
                    raw = re.sub(r"\s", "", piece)
                    if raw:
                        lines.append(HeadLine(block.index, begin + start, raw, fold(raw), block.level))
    return lines


def _physical(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a paragraph, also those that lost their ends, with their places."""
    for match in re.finditer(r"[^\n]+", text):
        for start, end in pieces_at_blanks(match[0]):
            yield match.start() + start, match[0][start:end]


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """The line itself; a long one in its pieces: title, number, notice, the rest, the signature."""
    if (joint := _numbered_title(line) or _spaced_title(line)) is not None:
        yield 0, line[:joint]
        for start, piece in _behind(line[joint:]):
            yield joint + start, piece
    else:
        yield from _behind(line)


def _numbered_title(line: str) -> int | None:
    """Where a title ends that the paper's number follows at once (…的意见某政发〔2021〕23号…); None where none does."""
    match = re.match(
        rf"\s*[^。；：，]{{6,150}}{any_of('nouns')}(?=\s*[\u4e00-\u9fff]{{2,10}}[〔\[（](?:19|20)\d\d[〕\]）]第?\d{{1,5}}号)",
        fold(line[:_LONGEST_TITLE]),
    )
    return match.end() if match else None


def _spaced_title(line: str) -> int | None:
    """Where a title ends that white space or nothing parts from a long text (…实施方案 为深入…, …清单一、…)."""
    head = fold(line[:_LONGEST_TITLE])
    match = re.match(rf"\s*[^。；：，\s]{{6,60}}{any_of('nouns')}(?=\s+\S{{20}})", head) or re.match(
        rf"\s*[^。；：，\s]{{6,60}}?{any_of('nouns')}(?:（[^（）]{{2,20}}）)?(?={_OPENING}\S{{20}})", head
    )
    return match.end() if match else None


def _behind(line: str) -> Iterator[tuple[int, str]]:
    """A line or the rest of one, its number and its signature apart where the paper stands on one line."""
    number = re.match(
        r"\s*[\u4e00-\u9fff]{2,10}[〔\[（](?:19|20)\d\d[〕\]）]第?\d{1,5}号\s*(?=[\u4e00-\u9fff《])", fold(line[:60])
    )
    begin = number.end() if number and len(line) > _LONG else 0
    if begin:
        yield 0, line[:begin]
    end = len(line) - _signature(line) if len(line) > 2 * _LONG else len(line)
    for start, piece in _opening(line[begin:end], begin > 0):
        yield begin + start, piece
    if end < len(line):
        yield end, line[end:]


def _signature(line: str) -> int:
    """Length of the signature that closes a running text: the body and the day of signing; 0 where there is none."""
    signer = rf"(?:[^。；：，（）]{{2,40}}{any_of('bodies')}\s*)?"
    match = re.search(rf"(?<=[。）])\s*{signer}{DAY}\s*(?:（[^（）]{{2,20}}）)?\s*$", fold(line))
    return len(line) - match.start() if match else 0


def _opening(line: str, begun: bool) -> Iterator[tuple[int, str]]:
    """A long line that opens like a notice, or goes on with one, in its pieces, the last being the rest."""
    head = fold(line[:_HEAD])
    if glued := re.fullmatch(rf"([^。；]{{6,150}}?{any_of('papers')})({NUMBER.pattern})\s*", head):
        yield 0, line[: glued.end(1)]
        yield glued.end(1), line[glued.end(1) :]
        return
    if len(line) <= _LONG or not (
        begun
        or re.match(
            r"[^。；：，]{6,150}?的(?:通知|公告|意见|通告)|[^。；]{2,150}：《|[^。；]{4,80}（(?:征求意见稿|草案)）",
            head,
        )
    ):
        yield 0, line
        return
    joints = re.compile(
        rf"(?<=的通知)(?=[^》”」）])|[〕\]）]第?\d{{1,5}}号(?=[\u4e00-\u9fff《])|(?<=[：。])(?=《|[^。；：，]{{2,100}}{DAY})|"
        rf"(?:{any_of('bodies')}|^|[。：；）》])\s*{DAY}(?![前起至到止内—])(?:（[^）]*）)?|(?<=稿）)|(?<=草案）)"
    )
    place = 0
    for match in joints.finditer(head):
        if match.end() > place:
            yield place, line[place : match.end()]
            place = match.end()
    yield place, line[place:]


@cache
def words(entry: str) -> tuple[str, ...]:
    """A list of `words.toml`, longest word first."""
    table = tomllib.loads(files("zeren.wording.masthead").joinpath("words.toml").read_text("utf-8"))
    return tuple(sorted(table[entry], key=lambda word: (-len(word), word)))


@cache
def any_of(entry: str) -> str:
    """One of the words, as a group of a regular expression."""
    return "(?:" + "|".join(map(re.escape, words(entry))) + ")"


def is_number(line: HeadLine) -> bool:
    """发文字号 on a line of its own, with or without its label, its letters (minutes) or 签发人 beside it."""
    number = f"{NUMBER.pattern}|（(?:{NUMBER.pattern})）|{BARE_NUMBER.pattern}"
    return bool(re.fullmatch(rf"(?:{any_of('numbered')}：?)?(?:{number})(?:签发人.*)?", line.text))


def day_of(text: str) -> str | None:
    """The first whole date in a folded text, ISO."""
    match = re.search(DAY, text) or re.search(r"(?P<y>(?:19|20)\d\d)[—./](?P<m>\d{1,2})[—./](?P<d>\d{1,2})", text)
    if not match:
        return None
    parts = re.findall(r"[^年月日—./]+", match[0])
    try:
        return date(*[number(part) for part in parts[:3]]).isoformat()
    except ValueError:
        return None


_STAMP = re.compile(
    r"(?:分享到?|打印|字体|字号|大小|视力保护色|浏览次数|时间|日期|发布|：|\[|\]|[大中小])*"
    r"(?P<y>(?:19|20)\d\d)(?:[—./年])(?P<m>\d{1,2})(?:[—./月])(?P<d>\d{1,2}?)日?(?:\d{2}：\d{2}(?:：\d{2})?)?(?:来源.*)?"
)


def stamp_of(line: HeadLine) -> str | None:
    """The day, ISO, of a line that is only the stamp of a web page: 2021-10-12 18:57 来源：某社."""
    match = _STAMP.fullmatch(line.text) if len(line.text) < _LONG else None
    try:
        return date(*map(int, match.group("y", "m", "d"))).isoformat() if match else None
    except ValueError:
        return None


def is_day(line: HeadLine) -> bool:
    """A date alone, or behind the body that signs."""
    signer = rf"(?:(?!.*关于)[^，。；：]{{2,100}}?{any_of('bodies')})?"
    return bool(re.fullmatch(rf"[（]?{signer}{DAY}[）]?(?:（[^）]*）)?", line.text))


def is_addressee(line: HeadLine) -> bool:
    """主送机关: bodies and a colon, before the text."""
    return (
        bool(
            re.fullmatch(
                r"(?:各|机关|全|区|市|县|省|镇|局|委|有关|本|国务院|中央|自治区|.{0,12}?(?:人民政府|各|委员会)).{2,300}：",
                line.text,
            )
        )
        and "。" not in line.text
        and bool(
            re.search(r"政府|部门|单位|机构|委|局|办|公司|企业|站|所|村|社区|街道|镇|乡|处|院|校|会|科室|厅", line.text)
        )
    )


def is_issue(line: HeadLine) -> bool:
    """The sentences that only put the plan into force (现印发给你们，请认真贯彻执行)."""
    return len(line.text) < 400 and bool(
        re.search(
            r"(?:现|予以)[^。]{0,80}(?:印发|转发|下发|批转)[^。]{0,12}(?:给你们|，|。|实施)|(?:印发|转发|下发)给你们|^特此(?:通知|公告|通告|函)",
            line.text,
        )
    )


def is_annex_list(line: HeadLine) -> bool:
    """附件说明 below the text."""
    return bool(re.match(r"附(?:件[\d一二三四五]?)?[：:].+", line.text))


def is_annex(line: HeadLine) -> bool:
    """附件 or 附件2 alone."""
    return bool(re.fullmatch(r"附件[\d一二三四五六七八九十]{0,2}[：:]?|附[：:]?", line.text))


def is_frame(line: HeadLine) -> bool:
    """A line of a web page's frame, a page number, or the imprint (版记)."""
    if re.fullmatch(r"[—～·]+\d{1,3}[—～·]+|第\d{1,3}页(?:[/，]?共\d+页)?|[★☆\-—=_*]+", line.text):
        return True
    if len(line.text) > 150:
        return False
    if re.search(rf"{DAY}印发$", line.text) or re.match(r"（?此件", line.text):
        return True
    return (
        bool(re.match(rf"[【（\[]?{any_of('frame')}(?:[】\]：:>）]|$)", line.text))
        or bool(
            re.search(r">[^>]+>|版权所有|ICP备|公网安备|著作权法|官方链接|【打印】|【关闭】|>.{0,12}正文", line.text)
        )
        or line.text.startswith(("首页", "当前位置", "您的位置", "您当前的位置", "发布时间", "抄送"))
    )


def is_body_name(line: HeadLine) -> bool:
    """The name of a body, or several, and nothing else: 署名."""
    return bool(re.fullmatch(rf"[^，。；：、\d《》（）]{{2,60}}{any_of('bodies')}(?:文件)?", line.text))


def is_heading(line: HeadLine) -> bool:
    """The first number of a ladder: the plan's text has begun."""
    return bool(re.match(r"一、|第一[章节部条]|（一）|1[.、．]|[Ⅰ]", line.text))


def labelled(pairs: Iterable[tuple[str, str]], entry: str) -> str | None:
    """The value of the first pair whose key is one of the labels."""
    return next(
        (value for key, value in pairs if re.sub(r"[\s　：:]", "", key) in words(entry) and value.strip()), None
    )
