"""Association: how one column goes together with the outcome, from the table of their joint counts."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from csat_core.analyses.scoring import governed, measured
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column
from csat_core.model.estimate import Estimate
from csat_core.model.policy import BasePolicy, Standing
from csat_core.model.scale import Scale
from csat_core.model.scheme import Scheme
from csat_core.model.view import proposed_scheme
from csat_core.stats.contingency import Association, associate
from csat_core.stats.correlation import correlations
from csat_core.stats.proportions import wilson

Counts = NDArray[np.int64]
Numbers = NDArray[np.float64]

MOST_ANSWERS = 11
"""Different answers up to which a chi-square of raw answers is worth reading."""

LEAST_ANSWERED = 0.1
MOST_CORRELATED = 0.95

MEASURES = ("pearson", "spearman", "kendall", "gamma")
TESTS = ("chi_square", "degrees_of_freedom", "p_value", "p_value_exact", "cramers_v", "cramers_v_corrected")
COLUMNS = (
    "driver", "base", *(f"{name}{end}" for name in MEASURES for end in ("", "_low", "_high")), *TESTS,
    "performance", "performance_low", "performance_high", "hidden", "caveats",
)  # fmt: skip
"""What is said of every driver."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The outcome as drivers are held against it."""

    question: Column
    scheme: Scheme
    is_binary: bool
    """Satisfied 1, all others 0, instead of the answer's number."""

    @property
    def scale(self) -> Scale:
        """The scale of the question."""
        assert self.question.scale is not None
        return self.question.scale

    @property
    def values(self) -> Numbers:
        """The number of each answer."""
        return self.bands[:, 2] if self.is_binary else scored(self.scale)

    @property
    def bands(self) -> Numbers:
        """0-1: which answers (rows) are dissatisfied, neutral and satisfied; without a dissatisfied band all others are."""
        bands = self.scheme.bands(self.scale)
        position = np.arange(1, self.scale.points + 1)
        satisfied = position >= bands.satisfied_from
        low = ~satisfied if bands.dissatisfied_to is None else position <= bands.dissatisfied_to
        return np.column_stack([low, ~low & ~satisfied, satisfied]).astype(float)


def scored(scale: Scale) -> Numbers:
    """The number of each answer, turned round where the scale falls (1 is very good), so that more is always better."""
    values = np.asarray(scale.values)
    return values if values[-1] >= values[0] else -values


def joint(table: pa.Table, rows: Column, columns: Column) -> Counts:
    """Joint counts of the answers to two questions, positions down and across; non-answers are left out."""
    assert rows.scale is not None
    assert columns.scale is not None
    counts = np.zeros((rows.scale.points, columns.scale.points), dtype=np.int64)
    first, second, n = (table.column(name).to_numpy() for name in (rows.id, columns.id, "n"))
    answered = (first > 0) & (second > 0)
    np.add.at(counts, (first[answered] - 1, second[answered] - 1), n[answered])
    return counts


def of_driver(counts: Counts, driver: Column, target: Target, answered: int, policy: BasePolicy) -> dict[str, object]:
    """One row about a rated driver on the responses that answered both, and the traps it is.

    `counts`: its answers down, those of the outcome across; `answered`: all answers to the outcome. Keys:
    COLUMNS; every number of a hidden row is NaN.
    """
    assert driver.scale is not None
    base = int(counts.sum())
    standing = policy.standing(base)
    caveats = _traps(counts, driver, target, answered, policy)
    if _most_answers(counts) > MOST_ANSWERS:
        caveats.append(Caveat.MANY_ANSWERS)
    found = correlations(*_against(counts, scored(driver.scale), target))
    satisfied = int(counts[proposed_scheme(driver).bands(driver.scale).satisfied_from - 1 :].sum())
    row: dict[str, object] = {"driver": driver.id, "base": float(base)}
    for name in MEASURES:
        row |= _limits(name, getattr(found, name))
    row |= _tests(associate(counts), is_tested=standing >= Standing.FLAGGED and Caveat.MANY_ANSWERS not in caveats)
    row |= _limits("performance", wilson(satisfied, base))
    return _governed(row, standing, base, caveats)


def of_segment(table: pa.Table, segment: Column, target: Target, policy: BasePolicy) -> dict[str, object]:
    """The same row about a segment: TESTS only, levels too small to show pooled into one before they are tested."""
    codes, _ = pd.factorize(table.column(segment.id).to_pandas(), use_na_sentinel=False)
    counts = np.zeros((int(codes.max(initial=0)) + 1, target.scale.points), dtype=np.int64)
    position, n = table.column(target.question.id).to_numpy(), table.column("n").to_numpy()
    answered = position > 0
    np.add.at(counts, (codes[answered], position[answered] - 1), n[answered])
    hidden = governed(measured(counts, target.scale, target.scheme), policy)["hidden"].to_numpy(dtype=bool)
    pooled = np.vstack([counts[~hidden], counts[hidden].sum(axis=0, keepdims=True)])
    base = int(counts.sum())
    standing = policy.standing(base)
    nothing = Estimate(value=np.nan, low=np.nan, high=np.nan, base=base)
    row: dict[str, object] = {"driver": segment.id, "base": float(base)}
    for name in MEASURES:
        row |= _limits(name, nothing)
    row |= _tests(associate(pooled), is_tested=standing >= Standing.FLAGGED)
    row |= _limits("performance", nothing)
    return _governed(row, standing, base, [Caveat.ASSOCIATION_ONLY])


def _against(counts: Counts, rows: Numbers, target: Target) -> tuple[Counts, Numbers, Numbers]:
    """The table and the numbers of its sides; answers of the outcome that stand for one number are put together."""
    values = target.values
    distinct = np.unique(values)
    return counts @ (values[:, None] == distinct).astype(np.int64), rows, distinct


def _most_answers(counts: Counts) -> int:
    return int(max(np.count_nonzero(counts.sum(axis=0)), np.count_nonzero(counts.sum(axis=1))))


def _traps(counts: Counts, driver: Column, target: Target, answered: int, policy: BasePolicy) -> list[Caveat]:
    """Why a driver must stay outside a model; empty where it need not."""
    assert driver.scale is not None
    base = int(counts.sum())
    if base <= LEAST_ANSWERED * answered or base == 0:
        return [Caveat.MOSTLY_BLANK]
    if np.count_nonzero(counts.sum(axis=1)) < 2:
        return [Caveat.CONSTANT_DRIVER]
    if np.count_nonzero(counts.sum(axis=0)) < 2:
        return [Caveat.CONSTANT_OUTCOME]
    found = correlations(*_against(counts, scored(driver.scale), target)).pearson.value
    is_recode = base >= policy.tested_from and (_is_function(counts) or _is_function(counts.T))
    return [Caveat.LEAKING] if is_recode or abs(found) > MOST_CORRELATED else []


def _is_function(counts: Counts) -> bool:
    """Whether the answer of a row always says that of the column."""
    return bool((np.count_nonzero(counts, axis=1) <= 1).all())


def _limits(name: str, found: Estimate) -> dict[str, object]:
    return {name: found.value, f"{name}_low": found.low, f"{name}_high": found.high}


def _tests(found: Association, *, is_tested: bool) -> dict[str, object]:
    return {name: float(getattr(found, name)) if is_tested else np.nan for name in TESTS}


def _governed(row: dict[str, object], standing: Standing, base: int, caveats: list[Caveat]) -> dict[str, object]:
    """The row with `hidden` and `caveats`; the base policy as everywhere."""
    if standing == Standing.HIDDEN:
        row = {name: np.nan if name != "driver" else value for name, value in row.items()}
        small = Caveat.EMPTY_BASE if base == 0 else Caveat.HIDDEN_SMALL_BASE
        return row | {"hidden": True, "caveats": (small, *caveats)}
    flags = {Standing.SHOWN: (Caveat.NOT_TESTED,), Standing.FLAGGED: (Caveat.SMALL_BASE,)}
    return row | {"hidden": False, "caveats": (*flags.get(standing, ()), *caveats)}
