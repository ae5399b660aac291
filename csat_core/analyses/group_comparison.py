"""Group comparison: groups of one whole against each other - is there more than chance, who stands out, which pairs differ?"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.analyses.contrast import Whole, against_rest, highest, judged, lowest, whole_of
from csat_core.model.caveat import Caveat
from csat_core.model.policy import BasePolicy
from csat_core.stats import contingency
from csat_core.stats.contingency import ALPHA, LEAST_EXPECTED, REST, Association
from csat_core.stats.proportions import Verdict, newcombe


class Mark(StrEnum):
    """Whether a group stands out beyond chance, all groups tested taken into account, by a difference that matters."""

    ABOVE = "above"
    BELOW = "below"
    NONE = "none"


MARKS = {Verdict.UP: Mark.ABOVE, Verdict.DOWN: Mark.BELOW}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupComparison:
    """The groups of a governed table, compared."""

    table: pd.DataFrame
    """The table with what `contrast.judged` lays beside, and `mark`; verdict: cannot tell where a group is not tested."""
    pairs: pd.DataFrame
    """`first`, `second` (rows of the table; REST is everybody else), `difference`, `low`, `high` (Newcombe), `z`, `p_value`,
    `p_value_holm`, `differs`."""
    association: Association
    caveats: tuple[Caveat, ...]

    @property
    def lowest(self) -> int | None:
        """The row of the group furthest below the rest by the cautious end of its interval; None if none is beyond chance."""
        return lowest(self.table)

    @property
    def highest(self) -> int | None:
        """The row of the group furthest above the rest by the cautious end of its interval; None if none is beyond chance."""
        return highest(self.table)


def association_of(whole: Whole) -> Association:
    """How the groups and being satisfied hang together."""
    return contingency.associate(np.column_stack([whole.satisfied, whole.base - whole.satisfied]))


def compared_groups(
    table: pd.DataFrame,
    counted: pd.DataFrame,
    named: NDArray[np.bool_],
    policy: BasePolicy,
    smallest: float,
) -> GroupComparison:
    """The groups of `table` (governed; `counted` before hiding) compared by satisfied against not satisfied.

    Groups below the testing threshold are in the table that is tested, without a mark or a pair of their own; those
    that are not `named` are as `contrast.whole_of` has them.
    """
    whole = whole_of(table, counted, named, policy)
    is_large = np.append(whole.base[:-1] >= policy.tested_from, False)
    association = association_of(whole)
    (together,) = judged([against_rest(table, whole)], smallest)
    together["verdict"] = [each or Verdict.CANNOT_TELL for each in together["verdict"]]
    together["mark"] = [MARKS.get(each, Mark.NONE) for each in together["verdict"]]
    is_blank_shown = bool((~table["hidden"].astype(bool) & ~named).any())
    return GroupComparison(
        table=together,
        pairs=_pairs(whole, is_large),
        association=association,
        caveats=_caveats(
            association,
            int((whole.base > 0).sum()),
            bool(whole.base[-1] and len(whole.rows)),
            is_blank_shown,
            int(is_large.sum()),
        ),
    )


def _pairs(whole: Whole, tested: NDArray[np.bool_]) -> pd.DataFrame:
    yes, bases, shown = whole.satisfied, whole.base, whole.rows
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
