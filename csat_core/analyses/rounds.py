"""Rounds: was the survey asked in rounds far apart, so that the same customers may have answered in each?"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from csat_core.analyses.daily import Daily
from csat_core.analyses.periods import Rules
from csat_core.analyses.scoring import governed, measured
from csat_core.analyses.spending import average_revenue
from csat_core.model.dataset import Dataset
from csat_core.model.estimate import Estimate
from csat_core.model.period import ROUNDS_APART, Grain, Window, window


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Round:
    """The last of several rounds in view: the customers as they are now, each of them once."""

    window: Window
    of: int
    """How many rounds there are, this one included."""
    headline: pd.Series
    """One governed row of its answers: NUMBERS, hidden, standing, caveats."""
    spend: Estimate
    """Average of the revenue column over its respondents with one; undefined without."""


def last_round(
    by_day: Daily, answered: pd.DataFrame, dataset: Dataset, rules: Rules, told_by: Grain = Grain.DAY
) -> Round | None:
    """The last round of the view; None where there is but one, or where any has too few answers to be shown.

    `answered` is the table of counts behind `by_day` without non-answers. Were a small round left out, subtraction from
    all answers would give it away. `told_by` is how long the periods are in which a reader is told the time: their first
    days then stand for the days.
    """
    stretches = _stretches(by_day, told_by)
    if len(stretches) < 2:
        return None
    counts = by_day.within(stretches)
    if counts.sum(axis=1).min() < rules.policy.shown_from:
        return None
    assert rules.question.scale is not None
    last = stretches[-1]
    row = governed(measured(counts[-1], rules.question.scale, rules.scheme), rules.policy).iloc[0]
    its = answered[[_is_within(day, last) for day in answered["day"]]]
    spend = average_revenue(its, dataset, rules.policy.shown_from)
    return Round(window=last, of=len(stretches), headline=row, spend=spend)


def _stretches(by_day: Daily, told_by: Grain) -> list[Window]:
    """The stretches of days with answers that lie at least ROUNDS_APART days from one another, in order."""
    days = by_day.days[np.diff(by_day.cumulative.sum(axis=1)) > 0]
    if not len(days):
        return []
    ends = np.array([told_by.end(day.item()) for day in days], dtype="datetime64[D]")
    breaks = np.flatnonzero(days[1:] - ends[:-1] > np.timedelta64(ROUNDS_APART, "D")) + 1
    parts = zip(np.split(days, breaks), np.split(ends, breaks), strict=True)
    return [window(first[0].item(), last[-1].item()) for first, last in parts]


def _is_within(day: date | None, window: Window) -> bool:
    return day is not None and not pd.isna(day) and window.start <= day <= window.end
