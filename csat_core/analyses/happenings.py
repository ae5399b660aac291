"""Happenings: how a measure stood before and after each event, and what the difference is worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import pandas as pd

from csat_core.analyses.comparison import Comparison, compared
from csat_core.analyses.daily import Daily
from csat_core.analyses.periods import Rules
from csat_core.analyses.roi import Return, customers_in, returns
from csat_core.analyses.scoring import governed, measured
from csat_core.model.event import Event
from csat_core.model.period import Window, window
from csat_core.model.scenario import GUIDE_RATES, Scenario
from csat_core.stats.proportions import Verdict

RAMP = timedelta(days=49)
"""Seven weeks: long enough for answers to gather, short enough that little else changes."""


class Missing(StrEnum):
    """Why an event has no two sides of days in view."""

    NO_DAYS = "no_days"
    """There is no day in view at all."""
    BEFORE_VIEW = "before_view"
    """It lies before the days in view."""
    AFTER_VIEW = "after_view"
    NOTHING_BEFORE = "nothing_before"
    """The days in view begin with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One event, with the answers before and after it. A difference in time, which has other causes too."""

    event: Event
    before: pd.Series | None
    """A governed row of the days before; None where there are none in view, or nothing is compared."""
    after: pd.Series | None
    before_window: Window | None
    after_window: Window | None
    comparison: Comparison | None
    """None where either side has too few answers for a test, and for a change of the wording."""
    missing: Missing | None = None
    """None where there are days in view on both sides."""

    @property
    def is_in_view(self) -> bool:
        """Whether it happened within the days in view."""
        return self.missing in (None, Missing.NOTHING_BEFORE)

    @property
    def is_told(self) -> bool:
        """Whether the measure went up or down, beyond chance."""
        return self.comparison is not None and self.comparison.verdict in (Verdict.UP, Verdict.DOWN)

    @property
    def strength(self) -> float:
        """How far the interval of the difference keeps from zero; 0 where nothing can be told."""
        if self.comparison is None or not self.is_told:
            return 0.0
        return min(abs(self.comparison.difference.low), abs(self.comparison.difference.high))


def effects(daily: Daily, events: Sequence[Event], known: tuple[date, date] | None, rules: Rules) -> tuple[Effect, ...]:
    """The effect of each event, by day; `known` are the first and the last day that could hold a response."""
    edges = sorted({edge for event in events for edge in _edges(event)})
    return tuple(_effect(daily, event, edges, known, rules) for event in events)


def _edges(event: Event) -> tuple[date, ...]:
    """The days on which something began to be different."""
    return (event.day,) if event.until is None else (event.day, event.until + timedelta(days=1))


def _effect(daily: Daily, event: Event, edges: Sequence[date], known: tuple[date, date] | None, rules: Rules) -> Effect:
    missing = _missing(event, known)
    if missing or event.is_break or known is None:
        return Effect(
            event=event,
            before=None,
            after=None,
            before_window=None,
            after_window=None,
            comparison=None,
            missing=missing,
        )
    near, far = _sides(event, edges, known)
    assert rules.question.scale is not None
    enough = rules.policy.tested_from
    chosen = near if daily.within(near).sum(axis=1).min() >= enough else far
    counts = daily.within(chosen)
    rows = governed(measured(counts, rules.question.scale, rules.scheme), rules.policy)
    comparison = None
    if counts.sum(axis=1).min() >= enough:
        difference = compared(counts[1], counts[0], rules.measure, rules.question.scale, rules.scheme)
        comparison = Comparison.of(
            chosen[1], chosen[0], difference, rules.measure, rules.question.scale, rules.smallest
        )
    return Effect(
        event=event,
        before=rows.iloc[0],
        after=rows.iloc[1],
        before_window=chosen[0],
        after_window=chosen[1],
        comparison=comparison,
    )


def _missing(event: Event, known: tuple[date, date] | None) -> Missing | None:
    if known is None:
        return Missing.NO_DAYS
    if event.day > known[1]:
        return Missing.AFTER_VIEW
    if event.day < known[0]:
        return Missing.BEFORE_VIEW
    return Missing.NOTHING_BEFORE if event.day == known[0] else None


def _sides(
    event: Event, edges: Sequence[date], known: tuple[date, date]
) -> tuple[tuple[Window, Window], tuple[Window, Window]]:
    """Before and after: as many days on both sides, at most RAMP or as long as it lasted; and all there are.

    Both end at the neighbouring event, and at the first and last day of the data.
    """
    one = timedelta(days=1)
    begins = max([known[0], *(edge for edge in edges if edge < event.day)])
    ends = min([known[1], *(edge - one for edge in edges if edge > event.day)])
    most = RAMP if event.until is None else event.until - event.day + one
    length = min(most, event.day - begins, ends - event.day + one)
    near = (window(event.day - length, event.day - one), window(event.day, event.day + length - one))
    return near, (window(begins, event.day - one), window(event.day, ends))


def worth(effect: Effect, rules: Rules, spend: float | None) -> Return | None:
    """What the change of the bands is worth, as the customers who answered before would have been worth it.

    The mix of the answers after is laid on as many customers as answered before; the guide's leaving rates and the
    average revenue are assumptions. None where either side is too small to test.
    """
    if effect.comparison is None or effect.before is None or effect.after is None:
        return None
    assert rules.question.scale is not None
    before, caveats = customers_in(effect.before, rules.scheme, rules.question.scale)
    after, _ = customers_in(effect.after, rules.scheme, rules.question.scale)
    after = after.scaled(before.total / after.total)
    return returns(Scenario(before=before, after=after, leaving=GUIDE_RATES, spend=spend), caveats)
