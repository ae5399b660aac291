"""Means of ordered answers, from counts."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats


def mean_limits(
    counts: ArrayLike, values: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Mean, lower and upper limit for each row of `counts` (rows x values), in the units of `values`.

    Student's t interval; the mean is NaN on an empty base, the limits below two answers.
    """
    counts, values = np.atleast_2d(np.asarray(counts, dtype=float)), np.asarray(values, dtype=float)
    base = counts.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = counts @ values / base
        deviations = (values[None, :] - mean[:, None]) ** 2
        variance = np.nansum(counts * deviations, axis=1) / (base - 1)
        half = stats.t.ppf(0.975, base - 1) * np.sqrt(variance / base)
    half = np.where(base > 1, half, np.nan)
    return mean, mean - half, mean + half
