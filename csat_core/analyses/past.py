"""Past: our own score of another time as a benchmark - a year before, the best quarter, the baseline."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pandas as pd

from csat_core.analyses import answers
from csat_core.analyses.benchmarks import Gap
from csat_core.analyses.scorecard import Scorecard
from csat_core.analyses.scoring import governed, measured
from csat_core.engine import ScopedEngine
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset
from csat_core.model.estimate import Estimate
from csat_core.model.period import Grain, Period, periods_between
from csat_core.model.policy import BasePolicy
from csat_core.model.view import View
from csat_core.stats.proportions import newcombe, verdict, wilson

LAST_YEAR, BEST_QUARTER, BASELINE = "Same period last year", "Best quarter", "Baseline"
KINDS = (LAST_YEAR, BEST_QUARTER, BASELINE)
BASELINE_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The current period against one stretch of time before it."""

    kind: str
    since: date
    until: date
    theirs: Estimate
    """The share of that stretch."""
    gap: Gap
    """The current period minus that stretch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The last complete period against our own past."""

    current: Period | None
    """None where no complete period has the base for a test."""
    share: Estimate
    found: tuple[Before, ...]
    """In the order of KINDS; what has no answers enough for a test is left out."""


def past(engine: ScopedEngine, dataset: Dataset, view: View, card: Scorecard, policy: BasePolicy) -> Past:
    """The last complete period of `card` against the stretches before it, which may lie before the chosen dates.

    One request to the engine, for the counts by day up to the end of the view.
    """
    current = _current(card, policy)
    if current is None:
        return Past(current=None, share=wilson(0, 0), found=())
    period, satisfied, base = current
    table = answers.counted(engine, dataset, replace(view, since=None), ("day",))
    days = table[table["day"].notna() & (table[card.question.id] > 0)].reset_index(drop=True)
    scored = _Scored(days, card, policy)
    found = []
    for kind, since, until in _stretches(scored, view.grain, period.start):
        if any(since < day <= period.window.end for day in dataset.breaks):
            continue
        row = scored.between(since, until)
        if row["hidden"] or row["base"] < policy.tested_from:
            continue
        share, other = float(row["share"]), int(row["base"])
        difference = newcombe(satisfied, base, int(row["satisfied"]), other)
        gap = Gap(
            benchmark=Benchmark(name=kind, value=share, metric=Metric.CSAT, year=since.year, base=other),
            ours=wilson(satisfied, base),
            gap=difference,
            verdict=verdict(difference, dataset.plan.smallest_difference),
            comparable=True,
            caveats=(Caveat.BEST_OF_MANY,) if kind == BEST_QUARTER else (),
        )
        found.append(Before(kind=kind, since=since, until=until, theirs=wilson(int(row["satisfied"]), other), gap=gap))
    return Past(current=period, share=wilson(satisfied, base), found=tuple(found))


def _current(card: Scorecard, policy: BasePolicy) -> tuple[Period, int, int] | None:
    """The last complete period with the base for a test: its satisfied and its base with it."""
    if card.periods.empty:
        return None
    usable = card.periods[~card.periods["partial"].astype(bool) & (card.periods["base"] >= policy.tested_from)]
    if usable.empty:
        return None
    row = usable.iloc[-1]
    period = Period(grain=card.periods.attrs["grain"], start=row["start"], is_partial=False)
    return period, int(row["satisfied"]), int(row["base"])


class _Scored:
    """The answers by day, scored over any stretch of them."""

    def __init__(self, days: pd.DataFrame, card: Scorecard, policy: BasePolicy) -> None:
        self._days, self._card, self.policy = days, card, policy
        self.first: date | None = days["day"].min() if len(days) else None

    def between(self, since: date, until: date) -> pd.Series:
        """One governed row: the answers from `since` to `until`."""
        scale = self._card.question.scale
        assert scale is not None
        inside = self._days[(self._days["day"] >= since) & (self._days["day"] <= until)]
        counts = answers.matrix(inside, np.zeros(len(inside), dtype=np.int64), 1, self._card.question)
        return governed(measured(counts, scale, self._card.scheme), self.policy).iloc[0]


def _stretches(scored: _Scored, grain: Grain, current: date) -> Iterator[tuple[str, date, date]]:
    """What there is of KINDS wholly before the day `current`: kind, first and last day."""
    if scored.first is None:
        return
    year_before = a_year_before(grain, current)
    if year_before is not None and grain.end(year_before) >= scored.first:
        yield LAST_YEAR, year_before, grain.end(year_before)
    quarters = periods_between(Grain.QUARTER, scored.first, current, known_until=current - timedelta(days=1))
    rows = [
        (each.start, scored.between(each.start, Grain.QUARTER.end(each.start)))
        for each in quarters
        if not each.is_partial
    ]
    tested = [(start, row) for start, row in rows if not row["hidden"] and row["base"] >= scored.policy.tested_from]
    if tested:
        start, _ = max(tested, key=lambda each: float(each[1]["low"]))
        yield BEST_QUARTER, start, Grain.QUARTER.end(start)
    since, until = baseline(scored.first)
    if until < current:
        yield BASELINE, since, until


def baseline(first: date) -> tuple[date, date]:
    """The first 30 days from the first of a month, in data that begins on `first`."""
    since = first if first.day == 1 else Grain.MONTH.end(first) + timedelta(days=1)
    return since, since + timedelta(days=BASELINE_DAYS - 1)


def a_year_before(grain: Grain, start: date) -> date | None:
    """The first day of the same period a year before: same ISO week, same weekday for days; None for a 53rd week."""
    if grain is Grain.DAY:
        return start - timedelta(days=364)
    if grain is Grain.WEEK:
        year, week, _ = start.isocalendar()
        try:
            return date.fromisocalendar(year - 1, week, 1)
        except ValueError:
            return None
    return start.replace(year=start.year - 1)
