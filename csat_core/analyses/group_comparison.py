"""Group comparison: groups of one whole against each other - is there more than noise, who stands out, which pairs differ?"""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.model.caveat import Caveat
from csat_core.model.policy import BasePolicy
from csat_core.stats import contingency
from csat_core.stats.contingency import LEAST_EXPECTED, REST, Association
from csat_core.stats.proportions import Verdict, newcombe, verdict

ALPHA = 0.05


class Mark(StrEnum):
    """Whether a group stands out beyond noise, all groups tested taken into account, by a difference that matters."""

    ABOVE = "above"
    BELOW = "below"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupComparison:
    """The groups of a governed table, compared."""

    table: pd.DataFrame
    """The table with `difference`, `difference_low`, `difference_high` (from the rest, Newcombe), `verdict`, `residual`,
    `p_value`, `p_value_holm`, `mark` beside; NaN (verdict: cannot tell, mark: none) where a group is not tested."""
    pairs: pd.DataFrame
    """`first`, `second` (rows of the table; REST is everybody else), `difference`, `low`, `high` (Newcombe), `z`, `p_value`,
    `p_value_holm`, `differs`."""
    association: Association
    caveats: tuple[Caveat, ...]

    @property
    def lowest(self) -> Hashable | None:
        """The row of the group furthest below the rest by the cautious end of its interval; None if none is beyond noise."""
        return self._furthest(Mark.BELOW, self.table["difference_high"])

    @property
    def highest(self) -> Hashable | None:
        """The row of the group furthest above the rest by the cautious end of its interval; None if none is beyond noise."""
        return self._furthest(Mark.ABOVE, -self.table["difference_low"])

    def _furthest(self, mark: Mark, by: pd.Series) -> Hashable | None:
        here = by[self.table["mark"] == mark]
        return None if here.empty else here.idxmin()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """The groups of a table as they are tested: the shown ones, and last of all the hidden ones as a single row."""

    rows: NDArray[np.int64]
    """Where each shown group stands in the table."""
    satisfied: NDArray[np.int64]
    base: NDArray[np.int64]
    """One entry more than `rows`."""

    def association(self) -> Association:
        """How the groups and being satisfied hang together."""
        return contingency.associate(np.column_stack([self.satisfied, self.base - self.satisfied]))


def pooled(table: pd.DataFrame, counted: pd.DataFrame, named: NDArray[np.bool_]) -> Pooled:
    """The groups of `table` (governed; `counted` is the same before hiding) for a test.

    Groups that are not `named` (blank) stay outside, unless they are hidden: all hidden groups are one row, for the
    statistics would give them away otherwise.
    """
    base, satisfied = (counted[name].to_numpy(dtype=np.int64) for name in ("base", "satisfied"))
    hidden = table["hidden"].to_numpy(dtype=bool)
    shown = np.flatnonzero(~hidden & named)
    return Pooled(
        rows=shown,
        satisfied=np.append(satisfied[shown], satisfied[hidden].sum()),
        base=np.append(base[shown], base[hidden].sum()),
    )


def compared_groups(
    table: pd.DataFrame,
    counted: pd.DataFrame,
    named: NDArray[np.bool_],
    policy: BasePolicy,
    smallest: float,
) -> GroupComparison:
    """The groups of `table` compared by satisfied against not satisfied, as `pooled` has them.

    Groups below the testing threshold are in the table that is tested, without a mark or a pair of their own.
    """
    whole = pooled(table, counted, named)
    yes, bases, shown = whole.satisfied, whole.base, whole.rows
    is_large = np.append(bases[:-1] >= policy.tested_from, False)
    tested = is_large & (bases.sum() - bases >= policy.tested_from)
    association = whole.association()
    judged = contingency.residuals(yes, bases, tested).iloc[:-1].set_index(shown)
    judged = judged.join(_from_the_rest(yes, bases, tested, smallest).set_index(shown))
    together = table.join(judged)
    together["verdict"] = [Verdict.CANNOT_TELL if pd.isna(each) else each for each in together["verdict"]]
    together["mark"] = _marks(together)
    is_blank_shown = bool((~table["hidden"].astype(bool) & ~named).any())
    return GroupComparison(
        table=together,
        pairs=_pairs(yes, bases, is_large, shown),
        association=association,
        caveats=_caveats(
            association,
            int((bases > 0).sum()),
            bool(bases[-1] and len(shown)),
            is_blank_shown,
            int(is_large.sum()),
        ),
    )


def _from_the_rest(
    yes: NDArray[np.int64], bases: NDArray[np.int64], tested: NDArray[np.bool_], smallest: float
) -> pd.DataFrame:
    """The difference of each tested group from everybody else and its verdict."""
    rows: list[tuple[float, float, float, Verdict | None]] = []
    for a, n, is_tested in zip(yes[:-1], bases[:-1], tested[:-1], strict=True):
        if not is_tested:
            rows.append((np.nan, np.nan, np.nan, None))
            continue
        found = newcombe(int(a), int(n), int(yes.sum() - a), int(bases.sum() - n))
        rows.append((found.value, found.low, found.high, verdict(found, smallest)))
    return pd.DataFrame(rows, columns=["difference", "difference_low", "difference_high", "verdict"])


def _marks(table: pd.DataFrame) -> list[Mark]:
    """Above or below where both Holm's p-value and the interval, with the smallest difference of interest, say so."""
    stands_out = table["p_value_holm"].to_numpy(dtype=float) < ALPHA
    sides = {Verdict.UP: Mark.ABOVE, Verdict.DOWN: Mark.BELOW}
    return [
        sides.get(found, Mark.NONE) if out else Mark.NONE
        for out, found in zip(stands_out, table["verdict"], strict=True)
    ]


def _pairs(
    yes: NDArray[np.int64], bases: NDArray[np.int64], tested: NDArray[np.bool_], shown: NDArray[np.int64]
) -> pd.DataFrame:
    found = contingency.pairs(yes, bases, tested)
    limits: list[tuple[float, float]] = []
    for first, second in zip(found["first"], found["second"], strict=True):
        a, n = int(yes[first]), int(bases[first])
        b, m = (int(yes.sum()) - a, int(bases.sum()) - n) if second == REST else (int(yes[second]), int(bases[second]))
        difference = newcombe(a, n, b, m)
        limits.append((difference.low, difference.high))
    found[["low", "high"]] = np.array(limits, dtype=float).reshape(-1, 2)
    found["differs"] = found["p_value_holm"] < ALPHA
    for side in ("first", "second"):
        found[side] = [REST if place == REST else int(shown[place]) for place in found[side]]
    return found


def _caveats(
    association: Association, rows: int, is_pooled: bool, is_blank_shown: bool, tested: int
) -> tuple[Caveat, ...]:
    found = (
        (rows < 2, Caveat.ONE_GROUP),
        (rows > 1 and np.isnan(association.chi_square), Caveat.ALL_ALIKE),
        (is_pooled, Caveat.POOLED_HIDDEN),
        (association.lowest_expected < LEAST_EXPECTED, Caveat.FEW_EXPECTED),
        (tested > contingency.MOST_PAIRED, Caveat.AGAINST_REST),
        (is_blank_shown, Caveat.BLANK_LEFT_OUT),
    )
    return tuple(caveat for applies, caveat in found if applies)
