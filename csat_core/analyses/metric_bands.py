"""Metric bands: does the score go with how long customers waited, how often they had to ask, or any other number?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.analyses import answers
from csat_core.analyses.bands import by_band, grid, quarters, shared_cuts
from csat_core.analyses.contrast import Yardstick, contrasted, has_blank_shown
from csat_core.engine import ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.derived import MOST_CUTS, banded
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.expectations import Expectation, expectations, usual_cuts
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import Scheme, find_scheme
from csat_core.model.scope import OutOfScopeError
from csat_core.model.view import View
from csat_core.stats.contingency import Trend, trend
from csat_core.stats.proportions import Verdict, newcombe, verdict, wilson


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """How one expectation is met, and the score on either side of it; undefined where a side is too small to show."""

    expectation: Expectation
    within: Estimate
    """The share of the answers with a number that lie within the limit."""
    inside: Estimate
    """Share satisfied within."""
    beyond: Estimate
    """Share satisfied beyond."""
    difference: Estimate
    """Inside minus beyond, Newcombe's interval; undefined where a side is too small to test."""
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricBands:
    """The score of each band of one number, and whether it goes up or down with it."""

    question: Column
    scheme: Scheme
    metric: Column
    bands: Column
    """The derived segment: its levels are the bands from low to high."""
    cuts: tuple[float, ...]
    table: pd.DataFrame
    """One governed row for each band in view, answers without a number last and not compared: band, the numbers, AGAINST,
    verdict, part."""
    first: int | None
    """The row of the lowest band with the base for a test; None where there are not two such bands."""
    last: int | None
    spread: Estimate
    """Share of the last minus that of the first, Newcombe's interval."""
    verdict: Verdict
    trend: Trend
    """Cochran-Armitage over the bands that are shown."""
    met: tuple[Met, ...]
    """Each expectation of customers that speaks of this number, the plainest first."""
    caveats: tuple[Caveat, ...]


def proposed_metric(dataset: Dataset) -> Column | None:
    """The number that is looked at before anybody chooses: the first that customers expect something of."""
    return next((column for column in metrics(dataset) if usual_cuts(column)), None)


def metrics(dataset: Dataset) -> tuple[Column, ...]:
    """The numbers that can be looked at in bands, those that customers have expectations of first."""
    found = dataset.with_role(Role.METRIC)
    return tuple(sorted(found, key=lambda column: (not expectations(column), not usual_cuts(column))))


def metric_bands(
    engine: ScopedEngine,
    dataset: Dataset,
    view: View,
    policy: BasePolicy,
    metric: Column,
    cuts: tuple[float, ...] = (),
) -> MetricBands:
    """The score by band of `metric`, cut at `cuts`; else as is usual for it, else into quarters.

    One request to the engine; two where quarters have to be found. Raises InvalidCutsError. In a guarded scope only bands
    made of its own, else OutOfScopeError.
    """
    question, scheme = answers.question_of(dataset, view), find_scheme(view.scheme)
    assert question.scale is not None
    cuts = cuts or dataset.plan.cuts_of(metric.id) or usual_cuts(metric)
    asked = expectations(metric)
    if cuts:
        banded(metric, cuts)
    if engine.scope.is_guarded:
        fine = shared_cuts(engine, metric)
        cuts = cuts or fine
        if not set(cuts) <= set(fine):
            raise OutOfScopeError
    elif cuts:
        wider = tuple(sorted({*cuts, *(each.limit for each in asked)}))
        fine = wider if len(wider) <= MOST_CUTS else cuts
    else:
        fine = grid(engine, view, metric)
    table = answers.counted(engine, view, (banded(metric, fine).id,))
    counts = by_band(table, metric, fine, question)
    cuts = cuts or quarters(counts[:-1].sum(axis=1), fine)
    by = Yardstick(scale=question.scale, scheme=scheme, policy=policy, smallest=dataset.plan.smallest_difference)
    bands = banded(metric, cuts)
    rows = _rows(_coarse(counts, fine, cuts), bands, by)
    first, last, spread = _spread(rows, policy)
    return MetricBands(
        question=question,
        scheme=scheme,
        metric=metric,
        bands=bands,
        cuts=cuts,
        table=rows,
        first=first,
        last=last,
        spread=spread,
        verdict=verdict(spread, by.smallest),
        trend=_trend(rows, bands),
        met=tuple(_met(each, counts[:-1], fine, by) for each in asked if each.limit in fine),
        caveats=_caveats(rows, dataset),
    )


def _coarse(counts: NDArray[np.int64], fine: tuple[float, ...], cuts: tuple[float, ...]) -> NDArray[np.int64]:
    """The counts of `fine` bands put together to those of `cuts`, which are among them."""
    found = np.zeros((len(cuts) + 2, counts.shape[1]), dtype=np.int64)
    np.add.at(found, [*np.searchsorted(cuts, fine), len(cuts), len(cuts) + 1], counts)
    return found


def _rows(counts: NDArray[np.int64], bands: Column, by: Yardstick) -> pd.DataFrame:
    names = np.array([*bands.levels, None], dtype=object)
    used = counts.sum(axis=1) > 0
    rows = contrasted(counts[used], np.array([name is not None for name in names[used]], dtype=bool), by)
    rows.insert(0, "band", pd.Series(names[used], dtype=object))
    known = int(counts[:-1].sum())
    rows["part"] = np.where(rows["band"].notna(), rows["base"] / known if known else np.nan, np.nan)
    return rows


def _spread(rows: pd.DataFrame, policy: BasePolicy) -> tuple[int | None, int | None, Estimate]:
    tested = rows.index[rows["band"].notna() & (rows["base"] >= policy.tested_from)]
    if len(tested) < 2:
        return None, None, UNDEFINED
    low, high = rows.loc[tested[0]], rows.loc[tested[-1]]
    spread = newcombe(int(high["satisfied"]), int(high["base"]), int(low["satisfied"]), int(low["base"]))
    return int(tested[0]), int(tested[-1]), spread


def _trend(rows: pd.DataFrame, bands: Column) -> Trend:
    """Hidden bands stay out, but every band keeps its place."""
    shown = rows[rows["band"].notna() & ~rows["hidden"].astype(bool)]
    satisfied, base = np.zeros(len(bands.levels)), np.zeros(len(bands.levels))
    places = [bands.levels.index(band) for band in shown["band"]]
    satisfied[places], base[places] = shown["satisfied"], shown["base"]
    return trend(satisfied, base)


def _met(expectation: Expectation, counts: NDArray[np.int64], fine: tuple[float, ...], by: Yardstick) -> Met:
    """One expectation. Where any band of `fine` is too small to show, nothing is said: two sums would give it away."""
    bases = counts.sum(axis=1)
    satisfied = counts[:, by.scheme.bands(by.scale).satisfied_from - 1 :].sum(axis=1)
    split = fine.index(expectation.limit) + 1
    inside, beyond = ((int(satisfied[s].sum()), int(bases[s].sum())) for s in (slice(split), slice(split, None)))
    sizes = inside[1], beyond[1]
    is_shown = min(sizes) >= by.policy.shown_from and not ((bases > 0) & (bases < by.policy.shown_from)).any()
    difference = newcombe(*inside, *beyond) if is_shown and min(sizes) >= by.policy.tested_from else UNDEFINED
    return Met(
        expectation=expectation,
        within=wilson(sizes[0], sum(sizes)) if is_shown else UNDEFINED,
        inside=wilson(*inside) if is_shown else UNDEFINED,
        beyond=wilson(*beyond) if is_shown else UNDEFINED,
        difference=difference,
        verdict=verdict(difference, by.smallest),
    )


def _caveats(rows: pd.DataFrame, dataset: Dataset) -> tuple[Caveat, ...]:
    found = list(dict.fromkeys(caveat for caveats in rows["caveats"] for caveat in caveats))
    if not rows["band"].notna().any():
        found.append(Caveat.EMPTY_BASE)
    elif has_blank_shown(rows, "band"):
        found.append(Caveat.BLANK_LEFT_OUT)
    if dataset.with_role(Role.WEIGHT):
        found.append(Caveat.UNWEIGHTED)
    return tuple(found)
