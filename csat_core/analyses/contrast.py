"""Contrast: each row of a table against the rest of it, and what may be said of it as one of many."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.analyses.scoring import governed, measured
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.policy import BasePolicy
from csat_core.model.scale import Scale
from csat_core.model.scheme import Scheme
from csat_core.stats import contingency
from csat_core.stats.contingency import ALPHA
from csat_core.stats.proportions import Verdict, newcombe, verdict

AGAINST = ("against_rest", "against_rest_low", "against_rest_high")
"""A row's share minus that of the rest, and Newcombe's interval."""
BASE = "against_rest_base"
"""The smaller base of the two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """By what rows are scored and compared."""

    scale: Scale
    scheme: Scheme
    policy: BasePolicy
    smallest: float
    """The smallest difference of interest, a share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The rows of a table as they are tested: the shown ones, and last of all the hidden ones as a single row."""

    rows: NDArray[np.int64]
    """Where each shown row stands in the table."""
    satisfied: NDArray[np.int64]
    base: NDArray[np.int64]
    """One entry more than `rows`."""
    tested: NDArray[np.bool_]
    """Whether a row and the rest of the whole have the base for a test; never the hidden ones."""


def whole_of(table: pd.DataFrame, counted: pd.DataFrame, named: NDArray[np.bool_], policy: BasePolicy) -> Whole:
    """The rows of `table` (governed; `counted` is the same before hiding) for a test.

    Rows that are not `named` (blank) stay outside, unless they are hidden: all hidden ones are one row, for the
    statistics would give them away otherwise.
    """
    base, satisfied = (counted[name].to_numpy(dtype=np.int64) for name in ("base", "satisfied"))
    hidden = table["hidden"].to_numpy(dtype=bool)
    shown = np.flatnonzero(~hidden & named)
    bases = np.append(base[shown], base[hidden].sum())
    tested = np.minimum(bases, bases.sum() - bases) >= policy.tested_from
    tested[-1] = False
    return Whole(
        rows=shown, satisfied=np.append(satisfied[shown], satisfied[hidden].sum()), base=bases, tested=tested
    )  # fmt: skip


def against_rest(table: pd.DataFrame, whole: Whole) -> pd.DataFrame:
    """`table` with the columns AGAINST, BASE, `residual`, `p_value` and `is_mirror` beside; NaN where a row is not tested.

    The rest of a row is all of `whole` but itself. The residual is the pooled z of the two shares; `judged` says what
    may be made of it.
    """
    found = [
        _difference(int(own), int(met), whole) if tested else UNDEFINED
        for own, met, tested in zip(whole.base, whole.satisfied, whole.tested, strict=True)
    ]
    beside = contingency.residuals(whole.satisfied, whole.base, whole.tested)
    for name, part in zip(AGAINST, ("value", "low", "high"), strict=True):
        beside[name] = [float(getattr(difference, part)) for difference in found]
    beside[BASE] = [difference.base if difference.is_defined else np.nan for difference in found]
    together = table.join(beside.iloc[:-1].set_index(whole.rows))
    return together.assign(is_mirror=together["is_mirror"].eq(other=True))


def judged(tables: Sequence[pd.DataFrame], smallest: float) -> list[pd.DataFrame]:
    """The tables of `against_rest` with `p_value_holm` and `verdict`; the verdict is None where a row is not tested.

    Where many are compared with the rest the furthest is often far by luck: Holm corrects over the rows of all tables
    together, and a difference that does not hold among them is no difference.
    """
    together = pd.concat(tables, ignore_index=True)
    corrected = contingency.holm_of_distinct(together["p_value"], together["is_mirror"])
    verdicts = [
        _verdict(Estimate(value=value, low=low, high=high, base=0), smallest, holds=bool(p < ALPHA))
        for value, low, high, p in zip(*(together[name] for name in AGAINST), corrected, strict=True)
    ]
    ends = np.cumsum([len(table) for table in tables])
    return [
        table.drop(columns="is_mirror").assign(
            p_value_holm=corrected[end - len(table) : end],
            verdict=pd.Series(verdicts[end - len(table) : end], index=table.index, dtype=object),
        )
        for table, end in zip(tables, ends, strict=True)
    ]


def contrasted(counts: NDArray[np.int64], named: NDArray[np.bool_], by: Yardstick) -> pd.DataFrame:
    """The governed numbers of each row of `counts` (rows x positions) with what `judged` lays beside."""
    return judged([laid_against(counts, named, by)], by.smallest)[0]


def laid_against(counts: NDArray[np.int64], named: NDArray[np.bool_], by: Yardstick) -> pd.DataFrame:
    """The governed numbers of each row of `counts` (rows x positions) with what `against_rest` lays beside."""
    numbers = measured(counts, by.scale, by.scheme)
    table = governed(numbers, by.policy)
    return against_rest(table, whole_of(table, numbers, named, by.policy))


def _difference(own: int, met: int, whole: Whole) -> Estimate:
    return newcombe(met, own, int(whole.satisfied.sum()) - met, int(whole.base.sum()) - own)


def _verdict(difference: Estimate, smallest: float, *, holds: bool) -> Verdict | None:
    """The verdict on one of several rows: what does not hold among all of them has not excluded zero."""
    if not difference.is_defined:
        return None
    found = verdict(difference, smallest)
    if holds or found is Verdict.NO_CHANGE:
        return found
    return Verdict.NO_CHANGE if found is Verdict.TOO_SMALL else Verdict.CANNOT_TELL


def has_blank_shown(table: pd.DataFrame, name: str) -> bool:
    """Whether a row without a level of the column `name` is shown, and so left out of what is compared."""
    return bool((table[name].isna() & ~table["hidden"].astype(bool)).any())


def lowest(table: pd.DataFrame) -> int | None:
    """The place of the row furthest below the rest by the cautious end of its interval; None where none is beyond chance."""
    ends = np.where(table["verdict"] == Verdict.DOWN, table["against_rest_high"].to_numpy(dtype=float), np.inf)
    return int(ends.argmin()) if np.isfinite(ends).any() else None


def highest(table: pd.DataFrame) -> int | None:
    """The place of the row furthest above the rest by the cautious end of its interval; None where none is beyond chance."""
    ends = np.where(table["verdict"] == Verdict.UP, table["against_rest_low"].to_numpy(dtype=float), -np.inf)
    return int(ends.argmax()) if np.isfinite(ends).any() else None
