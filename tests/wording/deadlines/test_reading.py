"""Wordings of time limits, of our own writing, each with the limits a careful reader takes from it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zeren.model import Deadline
from zeren.readers.document import Passage
from zeren.wording.calendar import Calendar, last_day
from zeren.wording.deadlines import merge_deadlines, read_deadlines, split_heading

PLAN = Calendar(issued="2022-03-15", title_year=2022)
LONG = Calendar(issued="2021-04-20", period=(2021, 2023))
UNKNOWN = Calendar()


def said(deadlines: tuple[Deadline, ...]) -> list[str]:
    """Each limit as one word: by 2022-06-30, between 2022-03-01/2022-05-31, recurring FREQ=…, ongoing, conditional."""
    return [
        " ".join(
            filter(None, (one.type, _days(one), one.rrule, f"x{one.count_per_period}" if one.count_per_period else ""))
        )
        for one in deadlines
    ]


def _days(one: Deadline) -> str:
    return f"{one.start}/{one.date}" if one.start else one.date or ""


def read(text: str, calendar: Calendar = PLAN, source: str = "text") -> list[str]:
    return said(read_deadlines(Passage.of(text, 0), calendar, source))  # type: ignore[arg-type]


TEXTS = {
    # finished by
    "2022年6月30日前完成排查。": ["by 2022-06-30"],
    "于2022年6月底前建成投用": ["by 2022-06-30"],
    "２０２２年９月底前，各镇完成整改。": ["by 2022-09-30"],
    "2022年底，全面完成老旧管网更新。": ["by 2022-12-31"],
    "到2025年，建成示范园区三个": ["by 2025-12-31"],
    "力争到2024年底实现全覆盖": ["by 2024-12-31"],
    "至2023年末，空气质量明显改善": ["by 2023-12-31"],
    "二〇二三年十月底前完成验收": ["by 2023-10-31"],
    "2023年十二月三十一日前报送总结": ["by 2023-12-31"],
    "2022年上半年完成立项，下半年完成招标": ["by 2022-06-30", "by 2022-12-31"],
    "2022年第三季度完成试运行": ["by 2022-09-30"],
    "二季度末前完成选址": ["by 2022-06-30"],
    "6月中旬前完成摸底": ["by 2022-06-20"],
    "8月上旬组织验收": ["by 2022-08-10"],
    "2月底前上报实施细则": ["by 2022-02-28"],
    "年底前完成整改": ["by 2022-12-31"],
    "年内开工建设农贸市场两处": ["start_by 2022-12-31"],
    "对接驻青央企,年内签约项目十个": ["by 2022-12-31"],
    "打造湖滨商圈。年内新增夜市三处": ["by 2022-12-31"],
    "今年10月底前全面完成": ["by 2022-10-31"],
    "明年3月底前完成工程决算": ["by 2023-03-31"],
    "2022年10月底前完成初验，次年3月底前完成终验": ["by 2022-10-31", "by 2023-03-31"],
    "2023年5月底前完成设计，当年9月底前完成施工": ["by 2023-05-31", "by 2023-09-30"],
    "6月30日、12月31日前报送工作小结": ["by 2022-06-30", "by 2022-12-31"],
    "最迟于2022年7月15日完成搬离": ["by 2022-07-15"],
    "“十四五”末，森林覆盖率达到40%": ["by 2025-12-31"],
    "到十五五末全面建成": ["by 2030-12-31"],
    "2022/6/30前提交": ["by 2022-06-30"],
    "2022.6.30前提交": ["by 2022-06-30"],
    "2022-06-30前提交": ["by 2022-06-30"],
    "建立问题台账（2022年5月底前）。": ["by 2022-05-31"],
    "2022 年 6 月\n底前完成": ["by 2022-06-30"],
    "请各单位于7月21日前上报统计表": ["by 2022-07-21"],
    "截止2022年12月31日，完成全部任务": ["by 2022-12-31"],
    "2022年6月、12月分别组织督查": ["by 2022-06-30", "by 2022-12-31"],
    # begun by
    "2022年5月底前全部启动改造": ["start_by 2022-05-31"],
    "2022年9月开工，2023年底前竣工": ["start_by 2022-09-30", "by 2023-12-31"],
    # a period
    "2022年3月—5月，开展集中排查": ["between 2022-03-01/2022-05-31"],
    "2022年11月至2023年2月，开展冬季行动": ["between 2022-11-01/2023-02-28"],
    "2022年11月至次年2月，开展冬季行动": ["between 2022-11-01/2023-02-28"],
    "6月1日-30日，开展安全生产月活动": ["between 2022-06-01/2022-06-30"],
    "从2022年4月1日起至6月30日止，集中整治": ["between 2022-04-01/2022-06-30"],
    "4月～6月，各镇自查自纠": ["between 2022-04-01/2022-06-30"],
    "“十四五”期间，新建公园20座": ["between 2021-01-01/2025-12-31"],
    "2022—2024年，每年改造小区10个": ["between 2022-01-01/2024-12-31", "recurring FREQ=YEARLY"],
    # at intervals
    "每年组织一次演练": ["recurring FREQ=YEARLY"],
    "每季度通报进展": ["recurring FREQ=MONTHLY;INTERVAL=3"],
    "每月25日前报送": ["recurring FREQ=MONTHLY;BYMONTHDAY=25"],
    "每月15日、30日前报送": ["recurring FREQ=MONTHLY;BYMONTHDAY=15,30"],
    "每季度末月25日前报送": ["recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25"],
    "每季度最后一个周五前更新": ["recurring FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR"],
    "每两周调度一次": ["recurring FREQ=WEEKLY;INTERVAL=2"],
    "每周一报送日程": ["recurring FREQ=WEEKLY;BYDAY=MO"],
    "每半年开展一次评估": ["recurring FREQ=MONTHLY;INTERVAL=6"],
    "每3年修编一次": ["recurring FREQ=YEARLY;INTERVAL=3"],
    "每3～5年开展一次普查": ["recurring FREQ=YEARLY;INTERVAL=3"],
    "每隔两年开展轮训": ["recurring FREQ=YEARLY;INTERVAL=2"],
    "每月召开二次例会": ["recurring FREQ=MONTHLY x2"],
    "每年不少于4次检查": ["recurring FREQ=YEARLY x4"],
    "每个月通报": ["recurring FREQ=MONTHLY"],
    "每日巡查不少于2次": ["recurring FREQ=DAILY x2"],
    "每年12月底前提出下一年度名单": ["recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"],
    "每年3月、9月各开展一次清理": ["recurring FREQ=YEARLY;BYMONTH=3,9"],
    "实行月调度、季通报": ["recurring FREQ=MONTHLY", "recurring FREQ=MONTHLY;INTERVAL=3"],
    "一月一调度，逐年更新": ["recurring FREQ=MONTHLY", "recurring FREQ=YEARLY"],
    "按季度报送，按月调度": ["recurring FREQ=MONTHLY;INTERVAL=3", "recurring FREQ=MONTHLY"],
    # without end
    "对重点路段开展常态化巡查": ["ongoing"],
    "常态化开展消防宣传": ["ongoing"],
    "2022年8月底前完成首轮清理，并长期坚持。": ["by 2022-08-31", "ongoing"],
    "做好水质监测（持续推进）": ["ongoing"],
    # bound to an event
    "方案印发后，各镇制定本地方案": ["conditional"],
    "整改完成后，由市局组织验收": ["conditional"],
    "当遇到重大问题时，及时提请研究": ["conditional"],
    "条件成熟时，推广至全市": ["conditional"],
    "收到移交函之日起10个工作日内办结": ["conditional"],
    "主汛期来临前完成清淤": ["conditional"],
    "不能立即整改的，7日内完成整改": ["conditional"],
    # relative to the issue of the paper
    "本方案印发之日起30日内，报送联络员名单": ["by 2022-04-14"],
    "自印发之日起三个月内完成": ["by 2022-06-15"],
    "印发后10个工作日内报备": ["by 2022-03-29"],
    # counted from the day of signing, without an event named
    "即日起至4月20日，各村自查": ["between 2022-03-15/2022-04-20"],
    "自即日起至2022年9月30日，集中清理": ["between 2022-03-15/2022-09-30"],
    "自本方案印发之日起至6月底，分两步推进": ["between 2022-03-15/2022-06-30"],
    "本月底前报送分工": ["by 2022-03-31"],
    "月底前将名单交镇办公室": ["by 2022-03-31"],
    "自本意见印发之日起半年内完成": ["by 2022-09-15"],
    # feasts and seasons
    "国庆节前完成灯饰检修": ["by 2022-09-30"],
    "2023年元旦前全部办结": ["by 2022-12-31"],
    "元旦前结清货款": ["by 2022-12-31"],
    "五一前完成游船检验": ["by 2022-04-30"],
    "2023年春节前发放到位": ["conditional"],
    "2022年汛期前完成堤坡修补": ["conditional"],
    "供暖季前完成换热站改造": ["conditional"],
    "入汛前完成沟渠清淤": ["conditional"],
    "2022年全国“两会”前完成": ["conditional"],
    "“五一”期间错峰执法": [],
    # days with an hour, dates that open a clause
    "5月20日18时前报送": ["by 2022-05-20"],
    "请于6月10日（周五）下午5点前反馈": ["by 2022-06-10"],
    "12月对各镇开展考核": ["by 2022-12-31"],
    "12月初对各镇开展考核": ["by 2022-12-10"],
    "4月为排查阶段，5月为整改阶段": ["by 2022-04-30", "by 2022-05-31"],
    "完善台账（完成时限：2022年10月）": ["by 2022-10-31"],
    "2022年新增绿道30公里": ["by 2022-12-31"],
    "9月初进场施工": ["start_by 2022-09-10"],
    "2023年末实现联网": ["by 2023-12-31"],
    "2023年12底前完成": ["by 2023-12-31"],
    "23年6月底前完成": ["by 2023-06-30"],
    "2022、2023年分别完成3座、5座": ["by 2022-12-31", "by 2023-12-31"],
    "6、12月底前报送": ["by 2022-06-30", "by 2022-12-31"],
    "自查；2、6月底前整改": ["by 2022-06-30"],
    "10月中下旬开展互查": ["by 2022-10-31"],
    "从2022年4月开始，到2022年8月底结束": ["between 2022-04-01/2022-08-31"],
    "在11月9日前后集中宣传": [],
    "对2021年底前的欠账逐笔核对": [],
    "从2022年开始，每年培训一次": ["recurring FREQ=YEARLY"],
    "二季度开工，四季度主体封顶": ["start_by 2022-06-30", "by 2022-12-31"],
    "2022年6月15日汛期前完成清障": ["by 2022-06-15"],
    "总结阶段。2022年12月": ["by 2022-12-31"],
    # routines
    "上、下半年各检查一次": ["recurring FREQ=MONTHLY;INTERVAL=6"],
    "上半年、下半年各召开一次会议": ["recurring FREQ=MONTHLY;INTERVAL=6"],
    "一季度一通报、半年一督查、年终一考核": [
        "recurring FREQ=MONTHLY;INTERVAL=3",
        "recurring FREQ=MONTHLY;INTERVAL=6",
        "recurring FREQ=YEARLY",
    ],
    "落实周汇总、月点评、季考核": [
        "recurring FREQ=WEEKLY",
        "recurring FREQ=MONTHLY",
        "recurring FREQ=MONTHLY;INTERVAL=3",
    ],
    "隔周召开例会": ["recurring FREQ=WEEKLY;INTERVAL=2"],
    "一年两次走访": ["recurring FREQ=YEARLY x2"],
    "一季度至少巡检一次": ["recurring FREQ=MONTHLY;INTERVAL=3"],
    "季末月20日前报送": ["recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20"],
    "每学期开展一次演练": ["recurring FREQ=MONTHLY;INTERVAL=6"],
    # no limits
    "按照《清河市2021—2025年绿地规划》落实": [],
    "依据清政发〔2021〕17号，分解任务": [],
    "2021年9月11日，市政府召开会议部署": [],
    "截至2021年底，已建成充电桩300个": [],
    "自2020年1月1日起施行的条例": [],
    "纳入年度考核，制定年度工作方案": [],
    "审批时间压缩至4个工作日内": [],
    "培训不少于3个月": [],
    "2000年底前建成的住宅小区优先改造": [],
    "完善常态化监管机制": [],
    "优化常态化疫情防控": [],
    "持续推进城市更新，逐步提高标准": [],
    "定期排查，适时通报，及时上报，尽快整改": [],
    "经专家评审后印发": [],
    "结合“十四五”规划编制": [],
    "谋划“十四五”时期发展目标": [],
    "2022年10月1日前后集中宣传": [],
    "在2015年基础上削减10%": [],
    "按年度制定计划": [],
    "编制防治方案，报县政府批准后公布": [],
    "2022年4月22日，全市启动仪式举行": ["by 2022-04-22"],
    "对标《目录（2019年版）》执行": [],
    "每户每年补助300元": [],
    "第一书记要走访，3名干部驻村": [],
    "年底考核不合格的，取消资格": [],
}  # fmt: skip

COLUMNS = {
    "2022年": ["by 2022-12-31"],
    "2022年上半年": ["by 2022-06-30"],
    "6月": ["by 2022-06-30"],
    "6月份": ["by 2022-06-30"],
    "第二季度": ["by 2022-06-30"],
    "12月底": ["by 2022-12-31"],
    "2022.12": ["by 2022-12-31"],
    "2022-06": ["by 2022-06-30"],
    "12.31前": ["by 2022-12-31"],
    "2022年6月30日": ["by 2022-06-30"],
    "3—5月": ["between 2022-03-01/2022-05-31"],
    "2022—2024年": ["between 2022-01-01/2024-12-31"],
    "2022-2024": ["between 2022-01-01/2024-12-31"],
    "2022年底前并持续推进": ["by 2022-12-31", "ongoing"],
    "2022年底前\n\n并持续推进": ["by 2022-12-31", "ongoing"],
    "长期": ["ongoing"],
    "长期坚持": ["ongoing"],
    "常态化推进": ["ongoing"],
    "贯穿全年": ["ongoing"],
    "立行立改，长期坚持": ["ongoing"],
    "每月": ["recurring FREQ=MONTHLY"],
    "每季度": ["recurring FREQ=MONTHLY;INTERVAL=3"],
    "三个月内": ["by 2022-06-15"],
    "2022年5月底前启动": ["start_by 2022-05-31"],
    "根据上级政策修订情况推进": ["conditional"],
    "2022年春节前": ["conditional"],
    "启动时间：2022年5月；完成时间：2022年9月": ["start_by 2022-05-31", "by 2022-09-30"],
    "2022年全年": ["between 2022-01-01/2022-12-31"],
    "20221231": ["by 2022-12-31"],
    "2022年二、三季度": ["by 2022-06-30", "by 2022-09-30"],
    "半年一次": ["recurring FREQ=MONTHLY;INTERVAL=6"],
    "立行立改": [],
    "即知即改": [],
    "已完成": [],
    "分阶段推进": [],
    "尽快": [],
    "44561": [],
    "/": [],
    "—": [],
    "无": [],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("text", TEXTS, ids=list(TEXTS))
def test_running_text(text: str) -> None:
    assert read(text) == TEXTS[text]


@pytest.mark.parametrize("text", COLUMNS, ids=[repr(text) for text in COLUMNS])
def test_time_column(text: str) -> None:
    assert read(text, source="column") == COLUMNS[text]


@pytest.mark.parametrize(
    ("text", "calendar", "wanted"),
    [
        ("年底前完成", LONG, ["by 2021-12-31"]),
        ("9月底前完成", LONG, ["by 2021-09-30"]),
        ("9月底前完成", Calendar(issued="2021-12-20", title_year=2022), ["by 2022-09-30"]),
        ("年底前完成", Calendar(issued="2021-12-20", title_year=2022), ["by 2021-12-31"]),
        ("3月底前完成", Calendar(issued="2021-11-20"), ["by 2022-03-31"]),
        ("3月底前完成", Calendar(issued="2021-05-20"), ["by 2021-03-31"]),
        ("9月底前完成", UNKNOWN, ["by"]),
        ("自印发之日起三个月内完成", UNKNOWN, ["conditional"]),
        ("2021年底前完成，6月底前完成初稿", UNKNOWN, ["by 2021-12-31", "by 2021-06-30"]),
    ],
)
def test_missing_year_comes_from_the_calendar(text: str, calendar: Calendar, wanted: list[str]) -> None:
    assert read(text, calendar) == wanted


def test_what_is_inferred_is_less_sure_and_says_why() -> None:
    plain, inferred = (read_deadlines(Passage.of(text, 0), PLAN)[0] for text in ("2022年6月底前完成", "6月底前完成"))
    assert (plain.confidence, plain.reason) == (1.0, None)
    assert inferred.confidence < 1.0
    assert inferred.reason == "year from title"


@pytest.mark.parametrize(
    ("heading", "title", "wanted"),
    [
        ("动员部署阶段（2022年3月底前）", "动员部署阶段", ["by 2022-03-31"]),
        ("集中整治阶段（3月—5月）。", "集中整治阶段", ["between 2022-03-01/2022-05-31"]),
        (
            "第一阶段（2022年3月-5月）：全面排查",
            "第一阶段（2022年3月-5月）：全面排查",
            ["between 2022-03-01/2022-05-31"],
        ),
        ("到2023年底", "到2023年底", ["by 2023-12-31"]),
        ("三年行动（2022—2024年）重点工作", "三年行动（2022—2024年）重点工作", []),
        ("加强监管（试行）", "加强监管（试行）", []),
        ("强化源头管控（市应急局牵头）", "强化源头管控（市应急局牵头）", []),
    ],
)
def test_headings(heading: str, title: str, wanted: list[str]) -> None:
    bare, deadlines = split_heading(Passage.of(heading, 4), PLAN)
    assert (bare.text, said(deadlines)) == (title, wanted)
    assert {one.source for one in deadlines} <= {"heading", "text"}


def test_span_leads_back_to_the_words() -> None:
    text = "各镇要于２０２２年 6月底前\n完成"
    (limit,) = read_deadlines(Passage.of(text, 7, 2, 3), PLAN)
    assert limit.span is not None
    assert text[limit.span.start : limit.span.end] == "２０２２年 6月底前"
    assert (limit.span.block, limit.span.row, limit.span.column) == (7, 2, 3)


def test_a_limit_said_twice_is_one() -> None:
    column = read_deadlines(Passage.of("2022年6月底前", 0), PLAN, "column")
    text = read_deadlines(Passage.of("6月底前完成", 0), PLAN)
    merged = merge_deadlines(column, text)
    assert [one.text for one in merged] == ["2022年6月底前"]


WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
CHINESE = "〇一二三四五六七八九"


def chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens < 2 else CHINESE[tens]) + ("十" if tens else "") + (CHINESE[ones] if ones else "")


@given(
    day=st.dates(date(2005, 1, 1), date(2059, 12, 31)),
    form=st.sampled_from(["年", "/", ".", "-", "wide", "chinese", "spaced"]),
)
def test_any_day_reads_back_in_any_width(day: date, form: str) -> None:
    plain = f"{day.year}年{day.month}月{day.day}日"
    written = {
        "年": plain,
        "wide": plain.translate(WIDE),
        "spaced": f"{day.year} 年 {day.month} 月 {day.day} 日",
        "chinese": "".join(CHINESE[int(digit)] for digit in str(day.year))
        + f"年{chinese(day.month)}月{chinese(day.day)}日",
    }.get(form, f"{day.year}{form}{day.month:02}{form}{day.day:02}")
    assert read(f"{written}前完成", UNKNOWN) == [f"by {day.isoformat()}"]


@given(
    year=st.integers(2005, 2059),
    unit=st.sampled_from(
        [
            ("年底前", 12),
            ("年上半年", 6),
            ("年第一季度", 3),
            ("年三季度末", 9),
            ("年年底前", 12),
            ("年度内", 12),
            *((f"年{m}月底前", m) for m in range(1, 13)),
        ]
    ),
)
def test_any_granularity_reads_back_as_its_last_day(year: int, unit: tuple[str, int]) -> None:
    words, month = unit
    assert read(f"{year}{words}", UNKNOWN, "column") == [f"by {last_day(year, month).isoformat()}"]


@given(
    first=st.dates(date(2010, 1, 1), date(2040, 12, 1)),
    months=st.integers(0, 40),
    dash=st.sampled_from(["—", "-", "－", "～", "~", "至", "到", "——"]),
)
def test_any_period_reads_back(first: date, months: int, dash: str) -> None:
    total = first.year * 12 + first.month - 1 + months
    year, month = total // 12, total % 12 + 1
    written = f"{first.year}年{first.month}月{dash}{year}年{month}月"
    assert read(written, UNKNOWN, "column") == [
        f"between {first.replace(day=1).isoformat()}/{last_day(year, month).isoformat()}"
    ]


@given(
    text=st.text(
        alphabet="年月日0123456789一二三十每季度半周旬底末初前内起至到—～、“”五期间第上下持续推进常态化后当时（）《》",
        max_size=40,
    )
)
def test_no_text_breaks_the_reader(text: str) -> None:
    for source in ("text", "column", "heading"):
        read(text, PLAN, source)
