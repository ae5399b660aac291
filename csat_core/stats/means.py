"""Means, from counts of ordered answers or from sums."""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from csat_core.model.estimate import UNDEFINED, Estimate

ROUNDING = 1e-12
"""A variance below this part of the mean square is no more than rounding."""


def mean_limits(
    counts: ArrayLike, values: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Mean, lower and upper limit for each row of `counts` (rows x values), in the units of `values`.

    Student's t interval; the mean is NaN on an empty base, the limits below two answers and where all answers are equal,
    for nothing is known of their spread then.
    """
    counts, values = np.atleast_2d(np.asarray(counts, dtype=float)), np.asarray(values, dtype=float)
    base = counts.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = counts @ values / base
        deviations = (values[None, :] - mean[:, None]) ** 2
        variance = np.nansum(counts * deviations, axis=1) / (base - 1)
        half = stats.t.ppf(0.975, base - 1) * np.sqrt(variance / base)
    is_spread = (counts > 0).sum(axis=1) > 1
    half = np.where((base > 1) & is_spread, half, np.nan)
    return mean, mean - half, mean + half


def mean_from_sums(base: int, total: float, squares: float) -> Estimate:
    """The mean of `base` numbers from their sum and sum of squares, Student's t interval; undefined below two.

    Without a spread the limits are NaN, as in `mean_limits`.
    """
    if base < 2:
        return UNDEFINED
    mean = total / base
    variance = (squares - base * mean**2) / (base - 1)
    # sums of equal numbers differ in their last digits
    is_spread = variance > ROUNDING * squares / base
    half = float(stats.t.ppf(0.975, base - 1)) * math.sqrt(variance / base) if is_spread else math.nan
    return Estimate(value=mean, low=mean - half, high=mean + half, base=base)


def welch(counts: ArrayLike, other_counts: ArrayLike, values: ArrayLike) -> Estimate:
    """The difference of two means, first minus other, from their answers by value, with Welch's t interval.

    By statsmodels. The base is the smaller of the two; undefined where either has fewer than two answers. Without any spread
    the limits are NaN, as in `mean_limits`.
    """
    values = np.asarray(values, dtype=float)
    counts, other_counts = np.asarray(counts, dtype=float), np.asarray(other_counts, dtype=float)
    base = int(min(counts.sum(), other_counts.sum()))
    if base < 2:
        return UNDEFINED
    first, other = (DescrStatsW(values, weights=each, ddof=0) for each in (counts, other_counts))
    difference = float(first.mean - other.mean)
    if first.var == 0 and other.var == 0:
        return Estimate(value=difference, low=math.nan, high=math.nan, base=base)
    low, high = CompareMeans(first, other).tconfint_diff(usevar="unequal")
    return Estimate(value=difference, low=float(low), high=float(high), base=base)
