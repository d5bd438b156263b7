"""The charts of the explorer, as Altair specifications over plain rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

ROLE_COLOURS: Mapping[str, str] = {
    "accountable": "#c4541c",
    "lead": "#e69f00",
    "responsible": "#2f86c5",
    "joint": "#cc79a7",
    "support": "#9aa0a8",
    "supervise": "#b5a900",
}
"""Colours of Okabe and Ito, the same as in the network, readable on light and on dark ground."""

SEVERITY_COLOURS: Mapping[str, str] = {"error": "#cc3a3a", "warning": "#e08a1e", "info": "#4d8fc4"}


def stacked(
    rows: Sequence[Mapping[str, Any]],
    kinds: Sequence[tuple[str, str, str]],
    *,
    along: str,
    height: int = 0,
) -> Any:
    """Horizontal bars: rows hold `name`, `kind`, `count` and `order`; kinds are (code, label, colour)."""
    data = pd.DataFrame(rows, columns=["name", "kind", "count", "order"])
    names = list(dict.fromkeys(data.sort_values("order")["name"]))
    labels = [label for _, label, _ in kinds]
    data["label"] = data["kind"].map({code: label for code, label, _ in kinds})
    data["rank"] = data["kind"].map({code: index for index, (code, _, _) in enumerate(kinds)})
    return (
        alt.Chart(data)
        .mark_bar(cornerRadiusEnd=2)
        .encode(
            x=alt.X("count:Q", title=along, axis=alt.Axis(tickMinStep=1, format="d")),
            y=alt.Y("name:N", sort=names, title=None, axis=alt.Axis(labelLimit=230, labelOverlap=False)),
            color=alt.Color(
                "label:N",
                title=None,
                sort=labels,
                legend=alt.Legend(orient="top"),
                scale=alt.Scale(domain=labels, range=[colour for _, _, colour in kinds]),
            ),
            order=alt.Order("rank:Q"),
            tooltip=[
                alt.Tooltip("name:N", title=" "),
                alt.Tooltip("label:N", title="  "),
                alt.Tooltip("count:Q", title=along),
            ],
        )
        .properties(height=height or 24 * len(names) + 105)
    )


def columns(rows: Sequence[tuple[str, int]], *, across: str, along: str, height: int = 260) -> Any:
    """Upright bars in the order given."""
    data = pd.DataFrame(rows, columns=["name", "count"])
    return (
        alt.Chart(data)
        .mark_bar(color="#2f86c5", cornerRadiusEnd=2, size=26)
        .encode(
            x=alt.X("name:N", sort=None, title=None, axis=alt.Axis(labelAngle=-40 if len(rows) > 8 else 0)),
            y=alt.Y("count:Q", title=along, axis=alt.Axis(tickMinStep=1, format="d")),
            tooltip=[alt.Tooltip("name:N", title=across), alt.Tooltip("count:Q", title=along)],
        )
        .properties(height=height)
    )


def timeline(
    rows: Sequence[Mapping[str, Any]], kinds: Sequence[tuple[str, str, str]], titles: Mapping[str, str]
) -> Any:
    """Rows hold `id`, `name`, `kind`, `start`, `date` (days) and `words`; a row without `start` is a point in time."""
    data = pd.DataFrame(rows)
    for column in ("start", "date"):
        data[column] = pd.to_datetime(data[column])
    data["label"] = data["kind"].map({code: label for code, label, _ in kinds})
    names = list(dict.fromkeys(data.sort_values(["date", "order"])["name"]))
    present = [(label, colour) for code, label, colour in kinds if code in set(data["kind"])]
    picked = alt.selection_point(name="picked", fields=["id"], on="click", clear=False)
    colour = alt.Color(
        "label:N",
        title=None,
        legend=alt.Legend(orient="top"),
        scale=alt.Scale(domain=[label for label, _ in present], range=[shade for _, shade in present]),
    )
    tips = [
        alt.Tooltip("name:N", title=" "),
        alt.Tooltip("words:N", title=titles["words"]),
        alt.Tooltip("start:T", title=titles["start"], format="%Y-%m-%d"),
        alt.Tooltip("date:T", title=titles["date"], format="%Y-%m-%d"),
    ]
    y = alt.Y("name:N", sort=names, title=None, axis=alt.Axis(labelLimit=330, labelOverlap=False))
    when_axis = alt.Axis(format="%Y-%m", labelAngle=0, labelOverlap=True, orient="top")
    when = alt.X("date:T", title=None, axis=when_axis)
    base = alt.Chart(data)
    bars = (
        base.transform_filter("isValid(datum.start)")
        .mark_bar(height=7, opacity=0.6)
        .encode(x=alt.X("start:T", title=None, axis=when_axis), x2="date:T", y=y, color=colour, tooltip=tips)
    )
    points = (
        base.mark_point(shape="diamond", size=110, filled=True, opacity=1)
        .encode(x=when, y=y, color=colour, tooltip=tips)
        .add_params(picked)
    )
    years = range(data[["start", "date"]].min().min().year, data["date"].max().year + 1)
    decembers = pd.DataFrame({"from": [f"{year}-12-01" for year in years], "to": [f"{year}-12-31" for year in years]})
    shade = (
        alt.Chart(decembers)
        .mark_rect(opacity=0.13, color="#8a8f98")
        .encode(x=alt.X("from:T", title=None, axis=when_axis), x2="to:T")
    )
    layers = [shade, bars, points] if data["start"].notna().any() else [shade, points]
    return alt.layer(*layers).properties(height=21 * len(names) + 110)


def quarters_between(first: str, last: str) -> list[str]:
    """All quarters from one to another, both included, as 2024Q3: a quarter in which nothing ends is seen as empty."""
    start, end = (int(text[:4]) * 4 + int(text[5]) - 1 for text in (first, last))
    return [f"{number // 4}Q{number % 4 + 1}" for number in range(start, end + 1)]


def heat(rows: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> Any:
    """Rows hold `name`, `quarter`, `count`: a square for each, darker for more, with the number in it."""
    data = pd.DataFrame(rows, columns=["name", "quarter", "count"])
    names = list(dict.fromkeys(data["name"]))
    most = int(data["count"].max())
    quarters = quarters_between(min(data["quarter"]), max(data["quarter"]))
    x = alt.X(
        "quarter:N",
        title=None,
        scale=alt.Scale(domain=quarters),
        axis=alt.Axis(labelAngle=0 if len(quarters) <= 6 else -40, orient="top"),
    )
    y = alt.Y("name:N", sort=names, title=None, axis=alt.Axis(labelLimit=230, labelOverlap=False))
    tips = [
        alt.Tooltip("name:N", title=titles["body"]),
        alt.Tooltip("quarter:N", title=titles["quarter"]),
        alt.Tooltip("count:Q", title=titles["due"]),
    ]
    squares = (
        alt.Chart(data)
        .mark_rect(cornerRadius=3)
        .encode(
            x=x,
            y=y,
            tooltip=tips,
            color=alt.Color(
                "count:Q", legend=None, scale=alt.Scale(domain=[0, max(most, 5)], range=["#dcebf7", "#0b4f86"])
            ),
        )
    )
    numbers = (
        alt.Chart(data)
        .mark_text(fontSize=12)
        .encode(
            x=x,
            y=y,
            text="count:Q",
            tooltip=tips,
            color=alt.condition(alt.datum.count > max(most, 5) * 0.45, alt.value("#ffffff"), alt.value("#1f2430")),
        )
    )
    return alt.layer(squares, numbers).properties(height=26 * len(names) + 50)
