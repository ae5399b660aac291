"""Contrast: each row of a table against all the others, and what may be said of it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.analyses.scoring import governed, measured
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.policy import BasePolicy
from csat_core.model.scale import Scale
from csat_core.model.scheme import Scheme
from csat_core.stats.contingency import beyond_noise
from csat_core.stats.proportions import Verdict, newcombe, verdict

AGAINST = ("against_rest", "against_rest_low", "against_rest_high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """By what rows are scored and compared."""

    scale: Scale
    scheme: Scheme
    policy: BasePolicy
    smallest: float
    """The smallest difference of interest, a share."""


def contrasted(counts: NDArray[np.int64], by: Yardstick) -> pd.DataFrame:
    """The governed numbers of each row of `counts` (rows x positions), the columns AGAINST and `verdict`.

    A row's share minus that of all the others together, hidden ones included, with Newcombe's interval; NaN, and no
    verdict, unless both have the base for a test.
    """
    numbers = measured(counts, by.scale, by.scheme)
    table = governed(numbers, by.policy)
    base, satisfied = int(numbers["base"].sum()), int(numbers["satisfied"].sum())
    found = [
        UNDEFINED if hidden else _against(int(own), int(met), base, satisfied, by.policy)
        for (own, met), hidden in zip(numbers[["base", "satisfied"]].to_numpy(), table["hidden"], strict=True)
    ]
    for name, part in zip(AGAINST, ("value", "low", "high"), strict=True):
        table[name] = [float(getattr(difference, part)) for difference in found]
    compared = np.array([difference.is_defined for difference in found], dtype=bool)
    holds = np.zeros(len(found), dtype=bool)
    holds[compared] = beyond_noise(
        numbers["satisfied"].to_numpy()[compared], numbers["base"].to_numpy()[compared], satisfied, base
    )
    table["verdict"] = pd.Series(
        [_judged(each, by.smallest, holds=bool(told)) for each, told in zip(found, holds, strict=True)], dtype=object
    )
    return table


def _judged(difference: Estimate, smallest: float, *, holds: bool) -> Verdict | None:
    """The verdict on one of several rows: a difference that does not hold among all of them cannot be told."""
    if not difference.is_defined:
        return None
    found = verdict(difference, smallest)
    return found if holds or found is Verdict.NO_CHANGE else Verdict.CANNOT_TELL


def _against(own: int, met: int, base: int, satisfied: int, policy: BasePolicy) -> Estimate:
    """A row of `own` answers, `met` of them satisfied, within the whole of `base` and `satisfied`."""
    if min(own, base - own) < policy.tested_from:
        return UNDEFINED
    return newcombe(met, own, satisfied - met, base - own)


def lowest(table: pd.DataFrame) -> int | None:
    """The place of the row furthest below the others by the cautious end of its interval; None where none is beyond noise."""
    ends = np.where(table["verdict"] == Verdict.DOWN, table["against_rest_high"].to_numpy(dtype=float), np.inf)
    return int(ends.argmin()) if np.isfinite(ends).any() else None


def highest(table: pd.DataFrame) -> int | None:
    """The place of the row furthest above the others by the cautious end of its interval; None where none is beyond noise."""
    ends = np.where(table["verdict"] == Verdict.UP, table["against_rest_low"].to_numpy(dtype=float), -np.inf)
    return int(ends.argmax()) if np.isfinite(ends).any() else None
