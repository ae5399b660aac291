"""Past: our own score of another time as a benchmark - a year before, the best quarter, the baseline."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from csat_core.analyses import answers
from csat_core.analyses.benchmarks import Gap
from csat_core.analyses.comparison import Comparison
from csat_core.analyses.daily import Daily, daily, of_whole_periods
from csat_core.analyses.periods import Rules, against, baseline, rows_of, rules_of, usable, window_of
from csat_core.analyses.scorecard import Scorecard
from csat_core.engine import ScopedEngine
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.period import Grain, Window, periods_between, window
from csat_core.model.policy import BasePolicy
from csat_core.model.view import View
from csat_core.stats.proportions import wilson

LAST_YEAR, BEST_QUARTER, BASELINE = "Same period last year", "Best quarter", "Baseline"
KINDS = (LAST_YEAR, BEST_QUARTER, BASELINE)


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

    current: Window | None
    """The last complete period of one wording; None where none has the base for a test."""
    share: Estimate
    found: tuple[Before, ...]
    """In the order of KINDS; what has no answers enough for a test is left out."""


def past(engine: ScopedEngine, dataset: Dataset, view: View, card: Scorecard, policy: BasePolicy) -> Past:
    """The last complete period of `card` against the stretches before it, which may lie before the chosen dates.

    Nothing is compared across a change of wording, nor in a guarded scope with a stretch that cuts its periods. One request to the engine, for the counts by day up to the end of
    the view.
    """
    found = usable(card.periods, policy)
    if found.empty:
        return Past(current=None, share=UNDEFINED, found=())
    row = found.iloc[-1]
    now, rules = window_of(row), rules_of(dataset, view, policy)
    # a guarded scope cannot look behind its own beginning
    wide = view if engine.scope.is_guarded else replace(view, since=None)
    whole = daily(answers.counted(engine, wide, ("day",)), card.question)
    compared = [
        (kind, comparison)
        for kind, before in _stretches(whole, view.grain, now, rules)
        if of_whole_periods(before, engine.scope) and (comparison := against(whole, now, before, rules)) is not None
    ]
    share = wilson(int(row["satisfied"]), int(row["base"]))
    return Past(
        current=now, share=share, found=tuple(_before(kind, each, whole, share, rules) for kind, each in compared)
    )


def _before(kind: str, found: Comparison, whole: Daily, share: Estimate, rules: Rules) -> Before:
    row = rows_of(whole, (found.previous,), rules, is_governed=False).iloc[0]
    theirs = wilson(int(row["satisfied"]), int(row["base"]))
    since, until = found.previous.start, found.previous.end
    benchmark = Benchmark(name=kind, value=theirs.value, metric=Metric.CSAT, year=since.year, base=theirs.base)
    return Before(
        kind=kind,
        since=since,
        until=until,
        theirs=theirs,
        gap=Gap(
            benchmark=benchmark,
            ours=share,
            gap=found.difference,
            verdict=found.verdict,
            comparable=True,
            caveats=(Caveat.BEST_OF_MANY,) if kind == BEST_QUARTER else (),
        ),
    )


def _stretches(whole: Daily, grain: Grain, now: Window, rules: Rules) -> Iterator[tuple[str, Window]]:
    """What there is of KINDS before `now`, wholly within the data: kind and days."""
    if whole.first is None:
        return
    year_before = grain.year_before(now.start)
    if year_before is not None and year_before >= whole.first:
        yield LAST_YEAR, window(year_before, grain.end(year_before))
    best = _best_quarter(whole, now, rules)
    if best is not None:
        yield BEST_QUARTER, best
    yield BASELINE, baseline(whole.first)


def _best_quarter(whole: Daily, now: Window, rules: Rules) -> Window | None:
    """The whole quarter before `now`, in the same wording, with the highest lower limit; None without one to test."""
    assert whole.first is not None
    last = now.start - timedelta(days=1)
    if last < whole.first:
        return None
    quarters = periods_between(Grain.QUARTER, whole.first, last, known_until=last)
    windows = [
        each.window
        for each in quarters
        if each.start >= whole.first and not any(each.start < day <= now.end for day in rules.breaks)
    ]
    tested = usable(rows_of(whole, windows, rules), rules.policy)
    return window_of(tested.iloc[int(tested["low"].to_numpy(dtype=float).argmax())]) if len(tested) else None
