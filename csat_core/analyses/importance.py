"""Importance: how much each driver has to do with the outcome when all are looked at together, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from csat_core.analyses.association import Counts, Target, scored
from csat_core.model.dataset import Column
from csat_core.model.derived import REPLICATE, REPLICATES
from csat_core.model.view import proposed_scheme
from csat_core.stats.asymmetry import COLUMNS, asymmetry
from csat_core.stats.importance import (
    CollinearError,
    Importance,
    Limits,
    LogisticImportance,
    binary_relative_weights,
    bootstrap_importance,
    correlation_matrix,
    relative_importance,
)
from csat_core.stats.moments import BucketMoments, Moments, moments_of_pairs

Numbers = NDArray[np.float64]

MOVING_TOGETHER = 0.8
"""A correlation of two drivers from which their split of importance is said to be uncertain."""

MOST_VIF = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two drivers that move together."""

    first: Column
    second: Column
    correlation: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """The regression of the outcome on all drivers that can be in it."""

    drivers: tuple[Column, ...]
    target: Target
    importance: Importance | None
    """None where it is refused."""
    asymmetry: pd.DataFrame
    """One row for each driver, `stats.asymmetry.COLUMNS`; no rows where it is refused."""
    indicators: Moments
    """What the asymmetry is worked out from."""
    together: tuple[Pair, ...]
    """From the closest."""
    inflated: tuple[Column, ...]
    """Drivers that the others foretell: a variance inflation from 10."""
    refused: str | None
    """Why importance cannot be shared out, in one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Uncertainty:
    """What only single responses can tell: intervals from hands of customers, and the logistic fit."""

    limits: Limits
    """Of the importances and their shares, in the order of the model's drivers."""
    asymmetry: pd.DataFrame
    """With limits that allow for unequal variances and for customers who answer repeatedly."""
    logistic: LogisticImportance | None
    """None unless the outcome is satisfied or not."""
    base: int
    """Responses looked at."""


def modelled(tables: Mapping[tuple[int, int], Counts], drivers: Sequence[Column], target: Target) -> Model:
    """The model, from the joint counts of every two of `drivers` and the outcome (numbered last)."""
    names = [driver.name for driver in drivers]
    together = moments_of_pairs(tables, [*(_values(driver) for driver in drivers), target.values])
    bands = moments_of_pairs(tables, [*map(_low_and_high, drivers), target.bands])
    matrix = correlation_matrix(together.n, together.sums, together.products)
    found, refused, effects = None, None, _no_effects()
    try:
        found = relative_importance(matrix, round(together.n), names)
        effects = asymmetry(bands.n, bands.sums, bands.products, [driver.id for driver in drivers])
    except CollinearError as error:
        refused = f"{error}." if found is None else None
    inflated = [] if found is None else [int(at) for at in np.flatnonzero(found.vif >= MOST_VIF)]
    return Model(
        drivers=tuple(drivers),
        target=target,
        importance=found,
        asymmetry=effects,
        indicators=bands,
        together=_together(matrix, drivers),
        inflated=tuple(drivers[i] for i in inflated),
        refused=refused,
    )


def uncertain(model: Model, sample: pa.Table) -> Uncertainty:
    """How sure `model` is, from a sample: counts by `replicate`, every driver of the model and the outcome."""
    assert model.importance is not None
    target, base = model.target, model.importance.base
    n = sample.column("n").to_numpy().astype(float)
    hand = sample.column(REPLICATE).to_numpy()
    answers = [sample.column(column.id).to_numpy() - 1 for column in (*model.drivers, target.question)]
    outcome = answers[-1]
    rated = [_values(driver)[at] for driver, at in zip(model.drivers, answers[:-1], strict=True)]
    values = np.column_stack([*rated, target.values[outcome]])
    size = float(n.sum())
    scale = min(1.0, float(np.sqrt(size / base))) if base else 1.0
    hands = _hands(values, n, hand)
    limits = bootstrap_importance(hands.n, hands.sums, hands.products, scale=scale, around=model.importance.importances)
    return Uncertainty(
        limits=limits,
        asymmetry=_robust(model, answers, n, hand),
        logistic=_logistic(values[:, :-1], target.bands[outcome, 2], n) if target.is_binary else None,
        base=round(size),
    )


def _robust(model: Model, answers: Sequence[NDArray[np.int64]], n: Numbers, hand: NDArray[np.int64]) -> pd.DataFrame:
    """The asymmetry of the model with limits from the hands; the coefficients stay those of all responses."""
    if model.asymmetry.empty:
        return model.asymmetry
    coded = [_low_and_high(driver)[at] for driver, at in zip(model.drivers, answers[:-1], strict=True)]
    hands = _hands(np.column_stack([*coded, model.target.bands[answers[-1]]]), n, hand)
    whole = model.indicators
    return asymmetry(whole.n, whole.sums, whole.products, [driver.id for driver in model.drivers], buckets=hands)


def _logistic(values: Numbers, satisfied: Numbers, n: Numbers) -> LogisticImportance | None:
    try:
        return binary_relative_weights(values, satisfied, n)
    except CollinearError:
        return None


def _values(driver: Column) -> Numbers:
    assert driver.scale is not None
    return scored(driver.scale)


def _low_and_high(driver: Column) -> Numbers:
    """0-1: which answers (rows) are dissatisfied, and which satisfied, by the scheme proposed for the driver."""
    assert driver.scale is not None
    bands = Target(question=driver, scheme=proposed_scheme(driver), is_binary=False).bands
    return bands[:, [0, 2]]


def _hands(values: Numbers, n: Numbers, hand: NDArray[np.int64]) -> BucketMoments:
    """Number, sums and sums of products of `values` (rows that occur `n` times) for each hand of customers."""
    order = np.argsort(hand, kind="stable")
    values, n = values[order], n[order]
    ends = np.searchsorted(hand[order], np.arange(REPLICATES + 1))
    sizes = np.zeros(REPLICATES)
    sums = np.zeros((REPLICATES, values.shape[1]))
    products = np.zeros((REPLICATES, values.shape[1], values.shape[1]))
    for at, (start, end) in enumerate(pairwise(ends)):
        part, times = values[start:end], n[start:end]
        sizes[at], sums[at] = times.sum(), times @ part
        products[at] = part.T @ (times[:, None] * part)
    return BucketMoments(n=sizes, sums=sums, products=products)


def _together(matrix: Numbers, drivers: Sequence[Column]) -> tuple[Pair, ...]:
    pairs = [
        Pair(first=drivers[i], second=drivers[j], correlation=float(matrix[i, j]))
        for i, j in combinations(range(len(drivers)), 2)
        if abs(matrix[i, j]) >= MOVING_TOGETHER
    ]
    return tuple(sorted(pairs, key=lambda pair: -abs(pair.correlation)))


def _no_effects() -> pd.DataFrame:
    return pd.DataFrame(columns=list(COLUMNS))
