"""Periods: days rolled up to weeks, months, quarters and years after the scan."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Grain(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def start(self, day: date) -> date:
        """The first day of the period that holds `day`; ISO weeks begin on Monday."""
        match self:
            case Grain.DAY:
                return day
            case Grain.WEEK:
                return day - timedelta(days=day.weekday())
            case Grain.MONTH:
                return day.replace(day=1)
            case Grain.QUARTER:
                return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
            case Grain.YEAR:
                return date(day.year, 1, 1)

    def end(self, day: date) -> date:
        """The last day of the period that holds `day`."""
        start = self.start(day)
        match self:
            case Grain.DAY:
                return start
            case Grain.WEEK:
                return date.fromordinal(min(start.toordinal() + 6, date.max.toordinal()))
            case Grain.MONTH | Grain.QUARTER:
                month = start.month + (2 if self is Grain.QUARTER else 0)
                return date(start.year, month, calendar.monthrange(start.year, month)[1])
            case Grain.YEAR:
                return date(start.year, 12, 31)

    def previous(self, start: date) -> date:
        """The first day of the period before the one that begins on `start`."""
        return self.start(start - timedelta(days=1))

    def label(self, start: date) -> str:
        """The period as it is written in tables and JSON: 2026-W01, 2026-03, 2026-Q1, 2026, 2026-03-09."""
        match self:
            case Grain.DAY:
                return start.isoformat()
            case Grain.WEEK:
                year, week, _ = start.isocalendar()
                return f"{year}-W{week:02d}"
            case Grain.MONTH:
                return f"{start:%Y-%m}"
            case Grain.QUARTER:
                return f"{start.year}-Q{(start.month + 2) // 3}"
            case Grain.YEAR:
                return str(start.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period of a grain."""

    grain: Grain
    start: date
    is_partial: bool
    """Whether the data ends before it does, or a chosen date cuts it: marked, and left out of verdicts."""

    @property
    def label(self) -> str:
        """As written in tables and JSON."""
        return self.grain.label(self.start)


def periods_between(
    grain: Grain, first: date, last: date, *, cut_at: date | None = None, known_until: date | None = None
) -> tuple[Period, ...]:
    """Every period from the one that holds `first` to the one that holds `last`, in order.

    `cut_at` is a chosen beginning: the period it falls into is partial, unless it begins right there. `known_until`
    is the last day that could hold a response, `last` unless given: a period that ends after it is partial.
    """
    until = known_until or last
    found = []
    start = grain.start(first)
    while start <= last:
        end = grain.end(start)
        is_cut = cut_at is not None and start < cut_at
        found.append(Period(grain=grain, start=start, is_partial=is_cut or end > until))
        if end == date.max:
            break
        start = end + timedelta(days=1)
    return tuple(found)


def proposed_grain(first: date, last: date) -> Grain:
    """The coarsest of quarter, month, week and day that still gives about eight periods to look at."""
    days = (last - first).days + 1
    if days >= 3 * 365:
        return Grain.QUARTER
    if days >= 120:
        return Grain.MONTH
    return Grain.WEEK if days >= 28 else Grain.DAY
