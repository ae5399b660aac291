"""A report: what the pages say of a view, as a value that every kind of file is written from.

It holds numbers as they are and sentences as the pages have them; each writer only lays them out.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import pandas as pd

from csat_core import __version__
from csat_core.exports.points import Points
from csat_core.figures.style import Figure
from csat_core.model.formats import answers, count, day
from csat_core.model.report_page import ReportPage
from csat_core.words.headings import Heading
from csat_core.words.overview import Number


class Shape(StrEnum):
    """How a chart of a workbook or a slide is drawn."""

    LINE = "line"
    """Along time, with its interval."""
    BARS = "bars"
    """Things from top to bottom, each with its interval."""
    COLUMNS = "columns"
    """Parts beside or upon one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of numbers of a chart; NaN leaves a gap."""

    name: str
    values: tuple[float, ...]
    low: tuple[float, ...] = ()
    """Lower limits of their 95 % intervals; empty without."""
    high: tuple[float, ...] = ()
    tones: tuple[str, ...] = ()
    """Of each value `above`, `below`, `ours` or `plain`, or the band it belongs to; empty where all are alike."""
    hollow: tuple[bool, ...] = ()
    """Which values are of a period that is not complete; empty where none is told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The numbers of a picture, for programs that draw their own: they stay editable there."""

    shape: Shape
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Heading
    """What the numbers are, with the words for the axis."""

    @property
    def floor(self) -> float | None:
        """Where its axis begins: bars at nought, a line below its lowest limit; None where numbers lie below nought."""
        known = [each for one in self.series for each in (*one.low, *one.values) if not math.isnan(each)]
        if not known or min(known) < 0:
            return None
        if self.shape is not Shape.LINE:
            return 0.0
        step = 0.05 if max(known) <= 1 else 10 ** math.floor(math.log10(max(known)))
        return round(math.floor(min(known) / step) * step, 6)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """A figure, what it shows in words, and its numbers."""

    figure: Figure
    alt: str
    chart: Chart | Points | None = None
    """None where there is no such chart elsewhere."""
    note: str = ""
    """How it is read."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """A tidy frame and the headings of those of its columns that are shown, in order."""

    name: str
    frame: pd.DataFrame
    columns: Mapping[str, Heading]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """A part of a page under its finding."""

    title: str
    lines: tuple[str, ...] = ()
    picture: Picture | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Section:
    """What one page says."""

    page: ReportPage
    question: str
    answer: str
    more: tuple[str, ...] = ()
    """Sentences below the answer."""
    numbers: tuple[Number, ...] = ()
    parts: tuple[Part, ...] = ()
    caveats: tuple[str, ...] = ()

    @property
    def main(self) -> Picture | None:
        """Its first picture."""
        return next((part.picture for part in self.parts if part.picture is not None), None)

    @property
    def tables(self) -> tuple[Table, ...]:
        """All its tables."""
        return tuple(part.table for part in self.parts if part.table is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the numbers of a report come from."""

    data_hash: str
    """SHA-256 of what identifies the data, in hexadecimal."""
    made_at: datetime
    """UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a number must carry to be checked later."""

    dataset: str
    question: str
    period: str
    filters: str
    scheme: str
    base: float
    """Answers in view; NaN where too few to say."""
    version: int
    """Of the dataset: it rises with every change."""
    origin: Origin

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Each fact under its name."""
        made = self.origin.made_at
        return (
            ("Dataset", self.dataset),
            ("Question", self.question),
            ("Period", self.period),
            ("Filters", self.filters or "none"),
            ("Scheme", self.scheme),
            ("Base", f"{count(self.base)} answers"),
            ("Intervals", "95 %"),
            ("Data", f"SHA-256 {self.origin.data_hash}, version {self.version}"),
            ("Made", f"{day(made.date())}, {made:%H:%M} UTC, CSAT {__version__}"),
        )

    @property
    def line(self) -> str:
        """The facts in one line."""
        made = self.origin.made_at
        filters = f"{self.filters} · " if self.filters else ""
        return (
            f"{self.dataset} · '{self.question}' · {self.period} · {filters}{self.scheme} · {answers(self.base)} · "
            f"data {self.origin.data_hash[:8]} · {day(made.date())}, {made:%H:%M} UTC"
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Report:
    """Sections about one view of one dataset."""

    title: str
    facts: Facts
    sections: tuple[Section, ...]
