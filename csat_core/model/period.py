"""Periods: days rolled up to weeks, months, quarters and years after the scan."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ROUNDS_APART = 60
"""Days without an answer between two rounds of a survey; surveys that run on leave shorter gaps."""


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

    def year_before(self, start: date) -> date | None:
        """The first day of the same period a year before; None where there is none, or it is the one just before."""
        try:
            if self is Grain.WEEK:
                year, week, _ = start.isocalendar()
                return date.fromisocalendar(year - 1, week, 1)
            return None if self is Grain.YEAR else start.replace(year=start.year - 1)
        except ValueError:  # week 53, or 29 February
            return None


ROLLING_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days from `start` to `end`, both included: a period, a rolling window, or the time around an event."""

    start: date
    end: date
    label: str
    """As written in tables and JSON; any two days are written 2026-03-01/2026-03-30."""
    is_partial: bool = False

    @property
    def days(self) -> int:
        """How many days."""
        return (self.end - self.start).days + 1


def window(start: date, end: date) -> Window:
    """The days from `start` to `end`, labelled by both."""
    return Window(start=start, end=end, label=f"{start.isoformat()}/{end.isoformat()}")


def rolling_windows(first: date, last: date, days: int = ROLLING_DAYS) -> tuple[Window, ...]:
    """A window of `days` for each day it can end on, from the first whole one to the one that ends on `last`."""
    ends = range(first.toordinal() + days - 1, last.toordinal() + 1)
    return tuple(window(date.fromordinal(end - days + 1), date.fromordinal(end)) for end in ends)


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

    @property
    def window(self) -> Window:
        """Its days."""
        end = self.grain.end(self.start)
        return Window(start=self.start, end=end, label=self.label, is_partial=self.is_partial)


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
