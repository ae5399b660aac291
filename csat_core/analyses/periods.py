"""Periods: the governed row of each period, and the last one against another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from csat_core.analyses import answers
from csat_core.analyses.comparison import Comparison, compared
from csat_core.analyses.daily import Daily
from csat_core.analyses.scoring import governed, measured, no_rows
from csat_core.model.dataset import Column, Dataset
from csat_core.model.measure import Measure
from csat_core.model.period import ROLLING_DAYS, Grain, Window, periods_between, window
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import Scheme, find_scheme
from csat_core.model.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a judgement about periods goes by."""

    question: Column
    scheme: Scheme
    policy: BasePolicy
    smallest: float
    """The smallest difference of interest, a share."""
    measure: Measure = Measure.SHARE
    breaks: tuple[date, ...] = ()
    """Days on which the wording changed: nothing is compared across one."""


def rules_of(dataset: Dataset, view: View, policy: BasePolicy, measure: Measure = Measure.SHARE) -> Rules:
    """What judgements about the periods of a view go by."""
    return Rules(
        question=answers.question_of(dataset, view),
        scheme=find_scheme(view.scheme),
        policy=policy,
        smallest=dataset.plan.smallest_difference,
        measure=measure,
        breaks=dataset.breaks,
    )


MOST_PERIODS = 1_500
"""More would be no picture, and a stray day in another century would make tens of thousands of them."""
_DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 28, Grain.QUARTER: 90, Grain.YEAR: 365}


def drawn(view: View, dataset: Dataset) -> View:
    """The view at its own grain, or at the first coarser one that has at most MOST_PERIODS periods."""
    if dataset.since is None or dataset.until is None:
        return view
    first, last = max(view.since or dataset.since, dataset.since), min(view.until or dataset.until, dataset.until)
    days = (last - first).days + 1
    grains = list(Grain)[list(Grain).index(view.grain) :]
    grain = next((each for each in grains if days / _DAYS[each] <= MOST_PERIODS), Grain.YEAR)
    return view if grain is view.grain else replace(view, grain=grain)


def windows_in(daily: Daily, view: View, dataset: Dataset) -> tuple[Window, ...]:
    """Every period of the view's grain from the first to the last day with a response."""
    if daily.first is None or daily.last is None:
        return ()
    ends = [day for day in (dataset.until, view.until) if day is not None]
    found = periods_between(
        view.grain, daily.first, daily.last, cut_at=_cut(view, dataset), known_until=min(ends, default=None)
    )
    return tuple(period.window for period in found)


def _cut(view: View, dataset: Dataset) -> date | None:
    """The chosen beginning, where it leaves out responses."""
    if view.since is None or dataset.since is None or view.since <= dataset.since:
        return None
    return view.since


def rows_of(daily: Daily, windows: Sequence[Window], rules: Rules, *, is_governed: bool = True) -> pd.DataFrame:
    """One governed row for each window: start, end, label, partial, mixed, stretch and the numbers.

    `mixed` is a window within which the wording changed; `stretch` counts the changes up to its first day. Not
    governed only for a caller that governs several such tables together.
    """
    assert rules.question.scale is not None
    if not windows:
        return no_rows("start", "end", "label", "partial", "mixed", "stretch")
    frame = measured(daily.within(windows), rules.question.scale, rules.scheme)
    if is_governed:
        frame = governed(frame, rules.policy)
    lead: dict[str, Sequence[Any]] = {
        "start": [each.start for each in windows],
        "end": [each.end for each in windows],
        "label": [each.label for each in windows],
        "partial": [each.is_partial for each in windows],
        "mixed": [any(each.start < day <= each.end for day in rules.breaks) for each in windows],
        "stretch": [sum(day <= each.start for day in rules.breaks) for each in windows],
    }
    for at, (name, values) in enumerate(lead.items()):
        frame.insert(at, name, values)
    return frame


def usable(rows: pd.DataFrame, policy: BasePolicy) -> pd.DataFrame:
    """The rows that may be judged: complete, of one wording, with the base for a test; in order."""
    if rows.empty:
        return rows
    whole = ~(rows["partial"].astype(bool) | rows["mixed"].astype(bool))
    return rows[whole & (rows["base"] >= policy.tested_from)]


def window_of(row: pd.Series) -> Window:
    """The window of a row of `rows_of`."""
    return Window(start=row["start"], end=row["end"], label=row["label"], is_partial=bool(row["partial"]))


def baseline(first: date) -> Window:
    """The first 30 days from the first of a month, in data that begins on `first`."""
    since = first if first.day == 1 else Grain.MONTH.end(first) + timedelta(days=1)
    return window(since, since + timedelta(days=ROLLING_DAYS - 1))


def last_change(daily: Daily, rows: pd.DataFrame, rules: Rules) -> Comparison | None:
    """The last usable period against the usable one before it; None where there are not two of the same wording."""
    found = usable(rows, rules.policy)
    if len(found) < 2:
        return None
    before, now = found.iloc[-2], found.iloc[-1]
    return against(daily, window_of(now), window_of(before), rules)


def against(daily: Daily, now: Window, before: Window, rules: Rules) -> Comparison | None:
    """One window against an earlier one; None where they overlap, the wording changed between, or answers are few."""
    if before.end >= now.start or any(before.start < day <= now.end for day in rules.breaks):
        return None
    if before.is_partial or now.is_partial:
        return None
    counts = daily.within((now, before))
    if np.min(counts.sum(axis=1)) < rules.policy.tested_from:
        return None
    assert rules.question.scale is not None
    difference = compared(counts[0], counts[1], rules.measure, rules.question.scale, rules.scheme)
    return Comparison.of(now, before, difference, rules.measure, rules.question.scale, rules.smallest)
