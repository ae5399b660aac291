"""Shares, differences of shares and means, each with its interval."""

import math
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportions_ztest

from csat_core.model.estimate import UNDEFINED, Estimate

Z = 1.959963984540054
"""95 %, two-sided."""


def wilson_limits(count: ArrayLike, base: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Lower and upper limit of each share `count` / `base`; NaN where the base is zero.

    Wilson (1927), by statsmodels; rounding never leaves a share, or 0 to 1, outside of its limits.
    """
    count, base = np.asarray(count, dtype=float), np.asarray(base, dtype=float)
    known = base > 0
    count, base = np.where(known, count, 0), np.where(known, base, 1)
    low, high = proportion_confint(count, base, method="wilson")
    share = count / base
    return np.where(known, np.clip(low, 0, share), np.nan), np.where(known, np.clip(high, share, 1), np.nan)


def wilson(count: float, base: int) -> Estimate:
    """The share `count` / `base` with its Wilson interval; undefined on an empty base."""
    if base == 0:
        return UNDEFINED
    low, high = wilson_limits(count, base)
    return Estimate(value=count / base, low=float(low), high=float(high), base=base)


def newcombe(count: float, base: int, other_count: float, other_base: int) -> Estimate:
    """The difference of two shares, first minus other, with Newcombe's interval (1998, method 10), by statsmodels.

    The base is the smaller of the two; undefined where either is empty.
    """
    if base == 0 or other_base == 0:
        return UNDEFINED
    low, high = confint_proportions_2indep(count, base, other_count, other_base, method="newcomb", compare="diff")
    difference = count / base - other_count / other_base
    return Estimate(
        value=difference, low=min(float(low), difference), high=max(float(high), difference), base=min(base, other_base)
    )


def finite_wilson(count: int, base: int, population: int) -> Estimate:
    """The share with its Wilson interval narrowed for having asked a large part of `population`.

    Wilson with n replaced by n(N-1)/(N-n); everybody asked leaves no interval. Undefined on an empty base.
    """
    if base == 0:
        return UNDEFINED
    share = count / base
    if population <= base:
        return Estimate(value=share, low=share, high=share, base=base)
    effective = base * (population - 1) / (population - base)
    low, high = wilson_limits(share * effective, effective)
    return Estimate(value=share, low=min(float(low), share), high=max(float(high), share), base=base)


class Verdict(StrEnum):
    """What a difference with its interval allows one to say."""

    UP = "up"
    DOWN = "down"
    TOO_SMALL = "real_but_too_small_to_matter"
    NO_CHANGE = "no_change_that_matters"
    CANNOT_TELL = "cannot_tell"


def verdict(difference: Estimate, smallest: float = 0.01) -> Verdict:
    """The verdict on `difference`; `smallest` is the smallest difference of interest, a share."""
    if not difference.is_defined or math.isnan(difference.low) or math.isnan(difference.high):
        return Verdict.CANNOT_TELL
    excludes_zero = difference.low > 0 or difference.high < 0
    is_inside = -smallest <= difference.low and difference.high <= smallest
    if excludes_zero:
        if is_inside:
            return Verdict.TOO_SMALL
        return Verdict.UP if difference.value > 0 else Verdict.DOWN
    return Verdict.NO_CHANGE if is_inside else Verdict.CANNOT_TELL


def net_margin(satisfied: ArrayLike, dissatisfied: ArrayLike, base: ArrayLike) -> NDArray[np.float64]:
    """Half the width of the interval of satisfied minus dissatisfied share; NaN where the base is zero.

    z sqrt((p + d - (p - d)^2) / n), the variance of a difference of two shares of one multinomial.
    """
    base = np.asarray(base, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        p, d = np.asarray(satisfied) / base, np.asarray(dissatisfied) / base
        margin: NDArray[np.float64] = Z * np.sqrt((p + d - (p - d) ** 2) / base)
    return np.where(base > 0, margin, math.nan)


def p_of_two_shares(count: int, base: int, other_count: int, other_base: int) -> float:
    """The p-value of two shares being the same, pooled two-proportion z, by statsmodels; 1 where none can differ."""
    together = count + other_count
    if not base or not other_base or together in (0, base + other_base):
        return 1.0
    return float(proportions_ztest([count, other_count], [base, other_base])[1])


def p_of_normal(value: float, error: float) -> float:
    """The two-sided p-value of `value` being 0, where it is normal with this standard error."""
    if error <= 0:
        return 0.0 if value else 1.0
    return float(2 * stats.norm.sf(abs(value) / error))
