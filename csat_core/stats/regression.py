"""Ordinary least squares from sums and sums of products."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from csat_core.stats.importance import check_collinear
from csat_core.stats.moments import centred, correlated

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Regression:
    """A fitted line with its intercept; NaN throughout where it is undefined."""

    base: int
    intercept: float
    intercept_error: float
    coefficients: Numbers
    """Change of the outcome with one unit of each driver, the others held."""
    errors: Numbers
    """Classical standard errors of the coefficients."""
    standardized: Numbers
    vif: Numbers
    r_squared: float
    residual_deviation: float
    """Standard deviation of the residuals, base - k - 1 degrees of freedom."""


def least_squares(n: float, sums: ArrayLike, products: ArrayLike, names: Sequence[str] = ()) -> Regression:
    """The regression of the last number on all others, with an intercept.

    Solved on correlations, centred in long doubles, so that large means cost no digits. Undefined with a constant number or
    without more responses than coefficients; CollinearError (which says `names`) where drivers determine one another.
    """
    raw = np.asarray(products, dtype=float)
    deviations = centred(n, sums, raw)
    matrix = correlated(deviations, raw)
    drivers = len(matrix) - 1
    spare = round(n) - drivers - 1
    if not np.isfinite(matrix).all() or spare <= 0:
        return _unknown(round(n), drivers)
    inner, outer = matrix[:drivers, :drivers], matrix[:drivers, drivers]
    check_collinear(inner, names)
    inverse, standardized = np.linalg.inv(inner), np.asarray(np.linalg.solve(inner, outer), dtype=float)
    spread, means = np.sqrt(np.diagonal(deviations)), np.asarray(sums, dtype=float) / n
    coefficients = standardized * spread[drivers] / spread[:drivers]
    r_squared = min(1.0, float(standardized @ outer))
    variance = deviations[drivers, drivers] * (1 - r_squared) / spare
    leverage = means[:drivers] / spread[:drivers]
    return Regression(
        base=round(n),
        intercept=float(means[drivers] - means[:drivers] @ coefficients),
        intercept_error=math.sqrt(variance * (1 / n + float(leverage @ inverse @ leverage))),
        coefficients=coefficients,
        errors=np.sqrt(variance * np.diagonal(inverse)) / spread[:drivers],
        standardized=standardized,
        vif=np.diagonal(inverse).copy(),
        r_squared=r_squared,
        residual_deviation=math.sqrt(variance),
    )


def _unknown(base: int, drivers: int) -> Regression:
    nothing = np.full(drivers, np.nan)
    return Regression(
        base=base,
        intercept=math.nan,
        intercept_error=math.nan,
        coefficients=nothing,
        errors=nothing,
        standardized=nothing,
        vif=nothing,
        r_squared=math.nan,
        residual_deviation=math.nan,
    )
