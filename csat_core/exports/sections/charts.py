"""The numbers of pictures: frames of results as charts that a workbook or a slide draws itself."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from csat_core.analyses.group_comparison import Mark
from csat_core.exports.report import Chart, Series, Shape
from csat_core.model.formats import period
from csat_core.words.headings import Heading, Share

MOST_BARS = 25
"""Bars of one chart; more cannot be told apart on a slide."""


def along(periods: pd.DataFrame, measure: str, *, value: str = "share", low: str = "low", high: str = "high",
          kind: Heading | None = None) -> Chart:  # fmt: skip
    """A line of the periods in time, hidden ones as gaps."""
    return Chart(
        shape=Shape.LINE,
        labels=tuple(period(str(label)) for label in periods["label"]),
        series=(replace(_with_limits(measure, periods, (value, low, high)), hollow=_hollow(periods)),),
        kind=kind or Share(f"{measure}, % satisfied"),
    )


def _hollow(periods: pd.DataFrame) -> tuple[bool, ...]:
    return tuple(bool(each) for each in periods["partial"]) if "partial" in periods else ()


def ranked(labels: Iterable[object], frame: pd.DataFrame, name: str, kind: Heading, tones: Sequence[str] = ()) -> Chart:
    """A bar for each row of `frame` (share or value, low, high), at most MOST_BARS of them; rows that are hidden are left out."""
    value = "share" if "share" in frame else "value"
    named = frame.assign(_label=[str(label) for label in labels], _tone=list(tones) or "plain")
    shown = named[named[value].notna()].head(MOST_BARS)
    return Chart(
        shape=Shape.BARS,
        labels=tuple(shown["_label"]),
        series=(_with_limits(name, shown, (value, "low", "high"), tuple(shown["_tone"])),),
        kind=kind,
    )


def parts(labels: Iterable[object], series: Iterable[Series], kind: Heading) -> Chart:
    """A column for each label; several series stand upon one another."""
    return Chart(shape=Shape.COLUMNS, labels=tuple(str(label) for label in labels), series=tuple(series), kind=kind)


def tones(marks: Iterable[object]) -> tuple[str, ...]:
    """The tone of each mark or verdict of a comparison with the rest."""
    known = {str(Mark.ABOVE): "above", str(Mark.BELOW): "below", "up": "above", "down": "below"}
    return tuple(known.get(str(mark), "plain") for mark in marks)


def _with_limits(name: str, frame: pd.DataFrame, columns: tuple[str, str, str], tones: tuple[str, ...] = ()) -> Series:
    values, low, high = (tuple(float(each) for each in frame[column]) for column in columns)
    return Series(name=name, values=values, low=low, high=high, tones=tones)
