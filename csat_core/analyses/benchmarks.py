"""Benchmarks: how do we compare with a figure of others, and is the comparison fair?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from csat_core.analyses.scorecard import Scorecard
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.policy import BasePolicy
from csat_core.model.scale import Scale
from csat_core.model.scheme import fitting
from csat_core.stats.proportions import Verdict, newcombe, verdict
from csat_core.store import benchmarks

FAR = 2
"""So many years apart a benchmark is still of our time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Ours against one benchmark."""

    benchmark: Benchmark
    ours: Estimate
    """In the units of the benchmark's metric; undefined where our question cannot give it, or is hidden."""
    gap: Estimate
    """Ours minus theirs; undefined where the two are not comparable."""
    verdict: Verdict | None
    """None where there is no gap, or too few answers to judge it."""
    comparable: bool
    caveats: tuple[Caveat, ...]

    @property
    def theirs(self) -> float:
        """The benchmark's value."""
        return self.benchmark.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Our index among the industries."""

    table: pd.DataFrame
    """Best first: rank, name, value, low, high, base, is_ours, gap, gap_low, gap_high, note; low and high are ours alone."""
    percentile: Estimate
    """The share of the industries below us plus half of those level, and the same at both ends of our interval."""


def ours(card: Scorecard, metric: Metric) -> Estimate:
    """Our own figure in the units of `metric`; undefined where hidden, or where the question cannot give it."""
    row, scale = card.headline, card.question.scale
    assert scale is not None
    if row["hidden"]:
        return UNDEFINED
    base = int(row["base"])
    match metric:
        case Metric.CSAT:
            return card.share
        case Metric.NPS:
            found = card.schemes[card.schemes["scheme"] == "nps"]
            if found.empty or found["hidden"].iloc[0]:
                return UNDEFINED
            net = found.iloc[0]
            return Estimate(value=net["net"], low=net["net_low"], high=net["net_high"], base=base)
        case _:
            ends = tuple(float(row[name]) for name in ("mean", "mean_low", "mean_high"))
            value, low, high = (_indexed(end, scale) for end in ends) if metric is Metric.INDEX else ends
            return Estimate(value=value, low=low, high=high, base=base)


def _indexed(mean: float, scale: Scale) -> float:
    """A mean laid on 0 to 100. An end of an interval may lie outside of it."""
    low, high = scale.values[0], scale.values[-1]
    return 100 * (mean - low) / (high - low)


def compare(card: Scorecard, benchmark: Benchmark, policy: BasePolicy, smallest: float) -> Gap:
    """Our score against `benchmark`; `smallest` is the smallest difference of interest, a share of the whole scale."""
    mine = ours(card, benchmark.metric)
    unlike, notes = _guard(card, benchmark, mine)
    gap = UNDEFINED if unlike else difference(mine, benchmark)
    is_testable = mine.base >= policy.tested_from and (benchmark.base or policy.tested_from) >= policy.tested_from
    if benchmark.base is not None and benchmark.base < policy.tested_from:
        notes = (*notes, Caveat.BENCHMARK_SMALL_BASE)
    if gap.is_defined and math.isnan(gap.low):
        notes = (*notes, Caveat.NO_SPREAD)
    judged = verdict(gap, smallest * _unit(benchmark.metric, card)) if gap.is_defined and is_testable else None
    return Gap(
        benchmark=benchmark,
        ours=mine,
        gap=gap,
        verdict=judged,
        comparable=not unlike,
        caveats=(*card.headline["caveats"], *unlike, *notes),
    )


def _unit(metric: Metric, card: Scorecard) -> float:
    """How much the whole scale is in the units of `metric`."""
    scale = card.question.scale
    assert scale is not None
    return {Metric.INDEX: 100.0, Metric.MEAN: scale.values[-1] - scale.values[0]}.get(metric, 1.0)


def difference(mine: Estimate, benchmark: Benchmark) -> Estimate:
    """Ours minus theirs with its interval; a benchmark without a base is a constant.

    With one: Newcombe's interval for shares; for the others our interval widened by sqrt(1 + n/m), which is the
    interval of a difference of two independent means whose spread is ours on both sides.
    """
    if not mine.is_defined:
        return UNDEFINED
    theirs, base = benchmark.value, benchmark.base
    if base is not None and benchmark.metric is Metric.CSAT:
        return newcombe(round(mine.value * mine.base), mine.base, theirs * base, base)
    wider = math.sqrt(1 + mine.base / base) if base is not None else 1.0
    value = mine.value - theirs
    return Estimate(
        value=value,
        low=value - wider * (mine.value - mine.low),
        high=value + wider * (mine.high - mine.value),
        base=mine.base,
    )


def _guard(card: Scorecard, benchmark: Benchmark, mine: Estimate) -> tuple[tuple[Caveat, ...], tuple[Caveat, ...]]:
    """Why the two cannot be compared, and what to keep in mind where they can."""
    scale, metric, theirs = card.question.scale, benchmark.metric, benchmark.asked_on
    assert scale is not None
    if not mine.is_defined and not card.headline["hidden"]:
        return (Caveat.BENCHMARK_OTHER_METRIC,), ()
    notes = []
    if metric in (Metric.CSAT, Metric.MEAN):
        if theirs is None:
            notes.append(Caveat.BENCHMARK_SCALE_UNKNOWN)
        elif theirs.points != scale.points or (metric is Metric.MEAN and theirs.values != scale.values):
            return (Caveat.BENCHMARK_OTHER_SCALE,), ()
    if metric is Metric.CSAT and card.scheme.id != fitting(scale)[0].id:
        notes.append(Caveat.BENCHMARK_OTHER_RULE)
    if metric is Metric.INDEX and scale.points == 2 and (theirs is None or theirs.points != 2):
        return (Caveat.BENCHMARK_TWO_ANSWERS,), ()
    if metric is Metric.INDEX and theirs is not None and theirs.points != scale.points:
        notes.append(Caveat.BENCHMARK_OTHER_LENGTH)
    if benchmark.year is None or card.until is None:
        notes.append(Caveat.BENCHMARK_YEAR_UNKNOWN)
    elif abs(card.until.year - benchmark.year) > FAR:
        notes.append(Caveat.BENCHMARK_YEARS_APART)
    if benchmark.base is None:
        notes.append(Caveat.BENCHMARK_EXACT)
    elif metric is not Metric.CSAT:
        notes.append(Caveat.BENCHMARK_SPREAD_ASSUMED)
    return (), tuple(notes)


def against_industry(
    card: Scorecard, industry: Benchmark, policy: BasePolicy, smallest: float, *, is_national: bool
) -> Gap:
    """Our mean index against an industry of ACSI, or against the national score standing in for one."""
    found = compare(card, industry, policy, smallest)
    more = (Caveat.BENCHMARK_THREE_QUESTIONS, *((Caveat.BENCHMARK_NATIONAL,) if is_national else ()))
    # what is said of the three questions includes that their scale is another one
    kept = tuple(caveat for caveat in found.caveats if caveat is not Caveat.BENCHMARK_OTHER_LENGTH)
    return replace(found, caveats=(*kept, *more))


def gap_to_industry(card: Scorecard, dataset: Dataset, policy: BasePolicy) -> Gap:
    """Our mean index against the industry of the dataset, the national score where there is none."""
    industry = benchmarks.industry_of(dataset.industry)
    is_national = industry == benchmarks.national()
    return against_industry(card, industry, policy, dataset.plan.smallest_difference, is_national=is_national)


def unlike(card: Scorecard, industry: Benchmark) -> Gap:
    """The comparison that guides make: our satisfied share in percent against a mean index. Never comparable."""
    return unlike_share(card.share, industry)


def unlike_share(share: Estimate, industry: Benchmark) -> Gap:
    """The same of a satisfied share (0-1) of which nothing else is known, as of customers that were typed in."""
    mine = Estimate(value=100 * share.value, low=100 * share.low, high=100 * share.high, base=share.base)
    return Gap(
        benchmark=industry,
        ours=mine,
        gap=difference(mine, industry),
        verdict=None,
        comparable=False,
        caveats=(Caveat.BENCHMARK_SHARE_AGAINST_INDEX,),
    )


def ranking(card: Scorecard, industries: Sequence[Benchmark], name: str) -> Ranking:
    """The industries with us, called `name`, among them; without us where our index is hidden, or is a mere share."""
    assert card.question.scale is not None
    mine = ours(card, Metric.INDEX) if card.question.scale.points > 2 else UNDEFINED
    rows = [
        (each.name, each.value, *(math.nan,) * 3, False, gap.value, gap.low, gap.high, each.note)
        for each in industries
        for gap in (difference(mine, each),)
    ]
    if mine.is_defined:
        rows.append((name, mine.value, mine.low, mine.high, float(mine.base), True, *(math.nan,) * 3, ""))
    columns = ["name", "value", "low", "high", "base", "is_ours", "gap", "gap_low", "gap_high", "note"]
    table = pd.DataFrame(rows, columns=columns)
    table = table.sort_values(["value", "is_ours", "name"], ascending=[False, False, True], ignore_index=True)
    table.insert(0, "rank", table["value"].rank(method="min", ascending=False).astype(int))
    values = np.array([each.value for each in industries])
    return Ranking(
        table=table,
        percentile=Estimate(
            value=percentile(mine.value, values),
            low=percentile(mine.low, values),
            high=percentile(mine.high, values),
            base=len(values),
        ),
    )


def neighbours(table: pd.DataFrame, names: Sequence[str], around: int = 4) -> pd.DataFrame:
    """Us with the `around` rows above and below, and those called `names` wherever they stand."""
    us = np.flatnonzero(table["is_ours"].to_numpy())
    at = us[0] if len(us) else 0
    near = np.abs(np.arange(len(table)) - at) <= around
    return table[near | table["name"].isin(names)]


def percentile(value: float, among: np.ndarray) -> float:
    """The share of `among` below `value` plus half of those equal to it; NaN without a value or without any."""
    if math.isnan(value) or not len(among):
        return math.nan
    return float(((among < value).sum() + (among == value).sum() / 2) / len(among))
