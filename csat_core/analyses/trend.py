"""Trend: is satisfaction moving, is the latest period unusual, and what happened when it moved?"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from csat_core.analyses import answers
from csat_core.analyses.comparison import Comparison
from csat_core.analyses.daily import Daily, daily, of_whole_periods, withholds
from csat_core.analyses.happenings import Effect, effects, worth
from csat_core.analyses.levels import LevelTrend, level_trends
from csat_core.analyses.periods import (
    MOST_PERIODS,
    Rules,
    against,
    baseline,
    drawn,
    rows_of,
    rules_of,
    usable,
    window_of,
    windows_in,
)
from csat_core.analyses.roi import Return
from csat_core.analyses.spending import average_revenue
from csat_core.engine import ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.measure import Measure
from csat_core.model.period import ROLLING_DAYS, Grain, Window, rolling_windows, window
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import Scheme
from csat_core.model.scope import OutOfScopeError, Scope
from csat_core.model.view import View
from csat_core.stats.control import Signal, control_chart

FEW_LEVELS = 50
"""A segment with more levels is not proposed: its small pictures would show a handful of many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """How a trend is looked at."""

    measure: Measure = Measure.SHARE
    rolling: bool = False
    """Windows of 30 days that end on each day, in place of the periods of the view."""
    by: str | None = None
    """A segment whose levels are looked at one by one, by column id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Where it began: the first 30 days from the first of a month."""

    window: Window
    value: float
    """The measure in it; NaN where hidden."""
    comparison: Comparison | None
    """The latest period against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Everything about one question in time."""

    question: Column
    scheme: Scheme
    looked: Looked
    periods: pd.DataFrame
    """One governed row for each period: start, end, label, partial, mixed, stretch, the numbers, and center,
    limit_low, limit_high (NaN where there are no limits) and signal (None where there is none)."""
    latest: pd.Series | None
    """The row of the last complete period with the base for a test."""
    previous: Comparison | None
    last_year: Comparison | None
    baseline: Baseline | None
    events: tuple[Effect, ...]
    """Every event, by day; those that could not be compared as well."""
    money: tuple[Return | None, ...]
    """What each event's difference is worth, in the order of `events`."""
    levels: tuple[LevelTrend, ...]
    """The levels of the segment looked at, most answers first."""
    levels_left: int
    """Levels that are not among them: too many, or too few answers."""
    caveats: tuple[Caveat, ...]

    @property
    def signal(self) -> Signal | None:
        """Why the latest period is unusual; None where it is not, or nobody can tell."""
        return None if self.latest is None else self.latest["signal"]

    @property
    def has_moving_levels(self) -> bool:
        """Whether any level has two periods to show; a segment that follows time itself has none."""
        return any((~level.rows["hidden"].astype(bool)).sum() > 1 for level in self.levels)

    @property
    def has_limits(self) -> bool:
        """Whether the latest period has control limits."""
        return self.latest is not None and not math.isnan(self.latest["limit_low"])

    @property
    def strongest_level(self) -> LevelTrend | None:
        """The level that an event moved most; None where none stands out."""
        moved = [level for level in self.levels if level.strongest is not None]
        return max(moved, key=lambda level: level.strongest.strength if level.strongest else 0.0, default=None)

    @property
    def strongest(self) -> Effect | None:
        """The event with the difference furthest from zero by the cautious end of its interval; None without."""
        return max((effect for effect in self.events if effect.is_told), key=lambda e: e.strength, default=None)


def proposed_segment(dataset: Dataset, look: Callable[[Looked], Trend]) -> str | None:
    """The first of the segments whose levels can be followed in time, by column id; at most two are tried with `look`."""
    few = [column.id for column in dataset.segments_of_interest if 1 < len(column.levels) <= FEW_LEVELS]
    return next((column_id for column_id in few[:2] if look(Looked(by=column_id)).has_moving_levels), None)


def trend(engine: ScopedEngine, dataset: Dataset, view: View, policy: BasePolicy, looked: Looked = Looked()) -> Trend:
    """The trend of the view: one request to the engine.

    In a guarded scope two where levels are looked at, for not all of them are told by day; there no events are judged, as
    that takes single days, and rolling windows raise OutOfScopeError.
    """
    is_guarded = engine.scope.is_guarded
    if is_guarded and looked.rolling:
        raise OutOfScopeError
    chosen, view = view.grain, drawn(view, dataset)
    question = answers.question_of(dataset, view)
    rules = rules_of(dataset, view, policy, looked.measure)
    by = (looked.by,) if looked.by else ()
    table = answers.counted(engine, view, ("day", *by), [column.id for column in dataset.with_role(Role.REVENUE)])
    whole = daily(answers.counted(engine, view, ("day",)) if by and is_guarded else table, question)
    windows = _windows(whole, view, dataset, looked)
    rows = with_limits(rows_of(whole, windows, rules), rules, is_rolling=looked.rolling)
    found = usable(rows, policy)
    latest = found.iloc[-1] if len(found) else None
    known = _known(view, dataset)
    events = () if is_guarded else dataset.events
    happened = effects(whole, events, known, rules)
    levels, left = (
        level_trends(table, dataset.column(looked.by), windows, events, known, rules) if looked.by else ((), 0)
    )
    previous, last_year = _previous(whole, found, looked, rules), _last_year(whole, latest, view, looked, rules)
    return Trend(
        question=question,
        scheme=rules.scheme,
        looked=looked,
        periods=rows,
        latest=latest,
        previous=previous,
        last_year=last_year,
        baseline=_baseline(whole, latest, known, rules, engine.scope),
        events=happened,
        money=tuple(worth(effect, rules, _spend(table, effect, dataset, rules)) for effect in happened),
        levels=levels,
        levels_left=left,
        caveats=(Caveat.DATES_WITHHELD,)
        if dataset.is_dated and withholds(engine.scope, whole.first)
        else _caveats(dataset, view, looked, rows, found, previous, last_year) + _bounded(whole, chosen, view, looked),
    )


def _windows(whole: Daily, view: View, dataset: Dataset, looked: Looked) -> tuple[Window, ...]:
    if not looked.rolling:
        return windows_in(whole, view, dataset)
    known = _known(view, dataset)
    if known is None or whole.first is None:
        return ()
    longest = known[1] - timedelta(days=min(MOST_PERIODS + ROLLING_DAYS - 2, (known[1] - date.min).days))
    return rolling_windows(max(known[0], whole.first, longest), known[1])


def _bounded(whole: Daily, chosen: Grain, view: View, looked: Looked) -> tuple[Caveat, ...]:
    """What is said where there would have been too many periods or windows."""
    if not looked.rolling:
        return (Caveat.LONGER_PERIODS,) if view.grain is not chosen else ()
    if whole.first is None or whole.last is None:
        return ()
    return (Caveat.LAST_WINDOWS,) if (whole.last - whole.first).days > MOST_PERIODS + ROLLING_DAYS - 2 else ()


def _known(view: View, dataset: Dataset) -> tuple[date, date] | None:
    """The first and the last day that could hold a response; None without dates or where no day is in view."""
    if dataset.since is None or dataset.until is None:
        return None
    first, last = max(dataset.since, view.since or dataset.since), min(dataset.until, view.until or dataset.until)
    return (first, last) if first <= last else None


def with_limits(rows: pd.DataFrame, rules: Rules, *, is_rolling: bool) -> pd.DataFrame:
    """`rows` with center, limit_low, limit_high, signal; the limits of each stretch of one wording are its own.

    Partial periods and those below the base for a test are left out of both.
    """
    rows = rows.copy()
    size = len(rows)
    center, low, high = (np.full(size, np.nan) for _ in range(3))
    signals: list[Signal | None] = [None] * size
    scale = rules.question.scale
    assert scale is not None
    if size and rules.measure.is_share and not is_rolling:
        kept = usable(rows, rules.policy)
        for _, stretch in kept.groupby("stretch"):
            base = stretch["base"].to_numpy(dtype=float)
            chart = control_chart(np.round(stretch[rules.measure.value].to_numpy(dtype=float) * base), base)
            if chart is None:
                continue
            at = rows.index.get_indexer(stretch.index)
            center[at], low[at], high[at] = chart.center, chart.low, chart.high
            for place, signal in zip(at, chart.signals, strict=True):
                signals[place] = signal
    rows["center"], rows["limit_low"], rows["limit_high"] = center, low, high
    rows["signal"] = pd.Series(signals, index=rows.index, dtype=object)
    return rows


def _previous(whole: Daily, found: pd.DataFrame, looked: Looked, rules: Rules) -> Comparison | None:
    """The latest period against the usable one before it; a rolling window against the last one apart from it."""
    if len(found) < 2:
        return None
    now = window_of(found.iloc[-1])
    if looked.rolling:
        shift = timedelta(days=ROLLING_DAYS)
        return against(whole, now, window(now.start - shift, now.end - shift), rules)
    return against(whole, now, window_of(found.iloc[-2]), rules)


def _last_year(whole: Daily, latest: pd.Series | None, view: View, looked: Looked, rules: Rules) -> Comparison | None:
    """The latest period against the same one a year before."""
    if latest is None or whole.first is None:
        return None
    now = window_of(latest)
    if looked.rolling:
        start = Grain.DAY.year_before(now.start)
        before = window(start, start + timedelta(days=ROLLING_DAYS - 1)) if start else None
    else:
        start = view.grain.year_before(now.start)
        before = Window(start=start, end=view.grain.end(start), label=view.grain.label(start)) if start else None
    if before is None or before.start < whole.first:
        return None
    return against(whole, now, before, rules)


def _baseline(
    whole: Daily, latest: pd.Series | None, known: tuple[date, date] | None, rules: Rules, scope: Scope
) -> Baseline | None:
    """The first 30 days from the first of a month, where they are whole and hold enough answers to show."""
    if known is None or whole.first is None:
        return None
    began = baseline(max(known[0], whole.first))
    if (
        began.end > known[1]
        or not of_whole_periods(began, scope)
        or whole.during(began).sum() < rules.policy.shown_from
    ):
        return None
    value = float(rows_of(whole, (began,), rules)[rules.measure.value].iloc[0])
    comparison = against(whole, window_of(latest), began, rules) if latest is not None else None
    return Baseline(window=began, value=value, comparison=comparison)


def _spend(table: pd.DataFrame, effect: Effect, dataset: Dataset, rules: Rules) -> float | None:
    """The average revenue of those who answered in the two windows; None where it is not known or is negative."""
    if effect.before_window is None or effect.after_window is None:
        return None
    dated = table[table["day"].notna() & (table[rules.question.id] > 0)]
    inside = (dated["day"] >= effect.before_window.start) & (dated["day"] <= effect.after_window.end)
    found = average_revenue(dated[inside], dataset, rules.policy.shown_from)
    return found.value if found.value >= 0 else None


def _caveats(
    dataset: Dataset,
    view: View,
    looked: Looked,
    rows: pd.DataFrame,
    found: pd.DataFrame,
    previous: Comparison | None,
    last_year: Comparison | None,
) -> tuple[Caveat, ...]:
    said = []
    if dataset.with_role(Role.WEIGHT):
        said.append(Caveat.UNWEIGHTED)
    if not dataset.has_days:
        return (*said, Caveat.NO_DATES)
    if previous is None:
        is_broken = len(found) > 1 and found["stretch"].iloc[-1] != found["stretch"].iloc[-2]
        said.append(Caveat.BROKEN_TREND if is_broken else Caveat.NO_COMPLETE_PREVIOUS_PERIOD)
    if last_year is None and (looked.rolling or view.grain is not Grain.YEAR):
        said.append(Caveat.NO_LAST_YEAR)
    if looked.rolling:
        said.append(Caveat.ROLLING_OVERLAPS)
    elif not looked.measure.is_share:
        said.append(Caveat.NO_LIMITS)
    elif rows.empty or rows["limit_low"].isna().all():
        said.append(Caveat.TOO_FEW_FOR_LIMITS)
    return tuple(said)
