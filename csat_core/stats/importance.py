"""How much each driver has to do with the outcome: the R2 of the regression, shared out among the drivers."""

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import linprog

from csat_core.errors import CsatError
from csat_core.stats.moments import centred, correlated
from csat_core.stats.shapley import MOST_EXACT, johnson, lmg, square_root

Numbers = NDArray[np.float64]

__all__ = [
    "CollinearError",
    "Importance",
    "Limits",
    "LogisticImportance",
    "Method",
    "binary_relative_weights",
    "bootstrap_importance",
    "check_collinear",
    "correlation_matrix",
    "johnson",
    "lmg",
    "relative_importance",
]

SMALLEST_EIGENVALUE = 1e-8
MANY_DRIVERS = 10
DRAWS, DRAWS_OF_MANY = 1_000, 200
SEED = 20_260_101
SUSPICIOUS_LOG_ODDS = 15
"""Beyond which a fit may be on its way to infinity."""


class CollinearError(CsatError):
    """Drivers that determine one another, or the outcome: no share of R2 belongs to any of them alone."""

    def __init__(self, drivers: tuple[int, ...], eigenvalue: float, names: Sequence[str] = (), outcome: int = -1):
        self.drivers = drivers
        """Positions of those involved; the outcome's own position is the number of drivers."""
        self.eigenvalue = eigenvalue
        said = ["the outcome" if i == outcome else names[i] if names else f"number {i + 1}" for i in drivers]
        super().__init__(
            f"{', '.join(said)}: their answers determine one another (smallest eigenvalue of the correlations "
            f"{eigenvalue:.1g}, at least {SMALLEST_EIGENVALUE:.0e} expected); leave one of them out"
        )


class Method(StrEnum):
    """How R2 was shared out."""

    LMG = "lmg"
    JOHNSON = "johnson"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Importance:
    """R2 shared out among the drivers, in their order; NaN throughout where the model is undefined."""

    base: int
    method: Method
    r_squared: float
    """Unadjusted."""
    importances: Numbers
    """In units of R2: they sum to it."""
    shares: Numbers
    """Importances over R2: they sum to 1."""
    correlations: Numbers
    """Each driver with the outcome; their signs are those to show."""
    standardized: Numbers
    """Regression coefficients of the standardized numbers."""
    vif: Numbers
    """Variance inflation: 1 / (1 - R2 of the driver on the others)."""


def correlation_matrix(n: ArrayLike, sums: ArrayLike, products: ArrayLike) -> Numbers:
    """Correlations from the number of responses, sums and sums of products; NaN for a constant number.

    Axes in front (buckets, draws) are kept.
    """
    return correlated(centred(n, sums, products), np.asarray(products, dtype=float))


def check_collinear(correlations: Numbers, names: Sequence[str] = (), outcome: int = -1) -> None:
    """Raises CollinearError where the smallest eigenvalue of the matrix is below 1e-8; names those that share in it."""
    if not correlations.size:
        return
    values, vectors = np.linalg.eigh(correlations)
    if values[0] < SMALLEST_EIGENVALUE:
        parts = np.abs(vectors[:, 0])
        involved = tuple(int(i) for i in np.flatnonzero(parts > 0.05 * parts.max()))
        raise CollinearError(involved, float(values[0]), names, outcome)


def relative_importance(correlations: ArrayLike, base: int, names: Sequence[str] = ()) -> Importance:
    """R2 shared out among the drivers of a correlation matrix whose last row is the outcome.

    LMG to 15 drivers, Johnson's weights beyond. Undefined with a constant number, or without more responses than numbers.
    CollinearError where drivers determine one another or the outcome, and where pairwise correlations contradict each other.
    """
    matrix = np.asarray(correlations, dtype=float)
    drivers = len(matrix) - 1
    method = Method.LMG if drivers <= MOST_EXACT else Method.JOHNSON
    unknown = np.full(drivers, np.nan)
    if not np.isfinite(matrix).all() or base <= drivers + 1:
        return Importance(
            base=base,
            method=method,
            r_squared=math.nan,
            importances=unknown,
            shares=unknown,
            correlations=matrix[:drivers, drivers],
            standardized=unknown,
            vif=unknown,
        )
    inner, outer = matrix[:drivers, :drivers], matrix[:drivers, drivers]
    check_collinear(inner, names)
    check_collinear(matrix, names, outcome=drivers)
    importances = _shared_out(matrix)
    inverse = np.linalg.inv(inner)
    r_squared = float(outer @ inverse @ outer)
    return Importance(
        base=base,
        method=method,
        r_squared=r_squared,
        importances=importances,
        shares=importances / r_squared if r_squared > 0 else unknown,
        correlations=outer,
        standardized=inverse @ outer,
        vif=np.diagonal(inverse).copy(),
    )


def _shared_out(correlations: Numbers) -> Numbers:
    """LMG or Johnson by the number of drivers; axes in front are kept."""
    drivers = correlations.shape[-1] - 1
    if drivers <= MOST_EXACT:
        return lmg(correlations)
    return johnson(correlations[..., :drivers, :drivers], correlations[..., :drivers, drivers])


class Limits(NamedTuple):
    """95 % limits of importances and of their shares, in the order of the drivers; NaN throughout where unknown."""

    low: Numbers
    high: Numbers
    share_low: Numbers
    share_high: Numbers


def bootstrap_importance(
    n: ArrayLike,
    sums: ArrayLike,
    products: ArrayLike,
    *,
    draws: int | None = None,
    seed: int = SEED,
    scale: float = 1.0,
    around: ArrayLike | None = None,
) -> Limits:
    """95 % limits of the importances and of their shares, by drawing buckets of responses anew.

    One row per bucket: responses (b), sums (b, k + 1) and sums of products (b, k + 1, k + 1), the outcome last. Percentiles of
    1,000 draws (200 above ten drivers), the same for the same seed. `scale` narrows the half-widths, sqrt(sample / base)
    where the buckets are a sample; `around` are the importances on all responses, by default those of the buckets. NaN with
    fewer than two buckets that have responses, or where a draw in twenty has no solution. A lower limit above 0 shows
    nothing: importance is never negative. Whether a driver matters at all is judged by its correlation. A share is that of
    its own draw's R2, so its limits lie within 0 and 1, and a lone driver has 1 without a width.
    """
    sizes, totals, raw = (np.asarray(values, dtype=float) for values in (n, sums, products))
    drivers = totals.shape[-1] - 1
    unknown = np.full(drivers, np.nan)
    if np.count_nonzero(sizes) < 2 or drivers == 0:
        return Limits(unknown, unknown, unknown, unknown)
    draws = draws or (DRAWS if drivers <= MANY_DRIVERS else DRAWS_OF_MANY)
    times = np.random.default_rng(seed).multinomial(len(sizes), np.full(len(sizes), 1 / len(sizes)), size=draws)
    times = np.vstack([np.ones(len(sizes)), times])  # first the buckets as they are
    matrices = correlation_matrix(times @ sizes, times @ totals, np.tensordot(times, raw, axes=1))
    found = np.full((len(matrices), drivers), np.nan)
    solvable = _solvable(matrices)
    if not solvable[0] or solvable[1:].mean() < 0.95:
        return Limits(unknown, unknown, unknown, unknown)
    found[solvable] = _shared_out(matrices[solvable])
    whole = found[0] if around is None else np.asarray(around, dtype=float)
    low, high = _around(whole, found, scale)
    share_low, share_high = _around(_shares(whole), _shares(found), scale)
    return Limits(np.maximum(0, low), high, np.clip(share_low, 0, 1), np.clip(share_high, 0, 1))


def _around(centre: Numbers, found: Numbers, scale: float) -> tuple[Numbers, Numbers]:
    """Percentiles of the draws (`found`, the buckets as they are first), moved to the centre and scaled.

    What is shared out cannot be negative, so noise lifts the draws of an idle driver: its value stays within its limits.
    """
    if np.isnan(found[0]).any():
        return np.full_like(centre, np.nan), np.full_like(centre, np.nan)
    low, high = np.nanpercentile(found[1:], [2.5, 97.5], axis=0)
    return (
        np.minimum(centre, centre - scale * (found[0] - low)),
        np.maximum(centre, centre + scale * (high - found[0])),
    )


def _shares(importances: Numbers) -> Numbers:
    """Importances over their sum; NaN where nothing is explained."""
    whole = importances.sum(axis=-1, keepdims=True)
    return importances / np.where(whole > 0, whole, np.nan)


def _solvable(matrices: Numbers) -> NDArray[np.bool_]:
    """Which correlation matrices are complete and not collinear."""
    fine = np.asarray(np.isfinite(matrices).all(axis=(-2, -1)))
    fine[fine] = np.linalg.eigvalsh(matrices[fine])[:, 0] >= SMALLEST_EIGENVALUE
    return fine


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LogisticImportance:
    """What drivers have to do with a yes-or-no outcome, by logistic regression; NaN throughout where undefined."""

    base: int
    r_squared: float
    """Squared correlation of the outcome with its fitted probability."""
    importances: Numbers
    """Relative weights: they sum to r_squared."""
    shares: Numbers
    coefficients: Numbers
    """Change of the log odds with one standard deviation of each driver, the others held."""
    separated: bool
    """Some sum of the drivers tells the outcomes apart without exception, so that there is no finite fit."""


def binary_relative_weights(
    patterns: ArrayLike, outcome: ArrayLike, counts: ArrayLike, names: Sequence[str] = ()
) -> LogisticImportance:
    """Relative weights of a logistic regression, from distinct patterns of answers and how often each occurs.

    `patterns` (p, k), `outcome` (p) of 0 and 1, `counts` (p). Tonidandel and LeBreton (2010), J. Business and Psychology 25:767-781: Johnson's weights
    of the coefficients standardized as Menard does; the fit by statsmodels. Undefined with a constant number,
    without more responses than coefficients, and where the outcomes are separated; CollinearError as elsewhere.
    """
    times = np.asarray(counts, dtype=float)
    known = times > 0
    times, design, happened = (np.asarray(v, dtype=float)[known] for v in (times, patterns, outcome))
    both = np.column_stack([design, happened])
    base, drivers = round(float(times.sum())), design.shape[1]
    matrix = correlation_matrix(base, times @ both, (both * times[:, None]).T @ both)
    if not np.isfinite(matrix).all() or base <= drivers + 1:
        return _no_weights(base, drivers, separated=False)
    inner = matrix[:drivers, :drivers]
    check_collinear(inner, names)
    means = times @ design / base
    design = (design - means) / np.sqrt(times @ (design - means) ** 2 / base)
    fitted = _logistic(design, happened, times)
    if fitted is None:
        return _no_weights(base, drivers, separated=True)
    chances = 1 / (1 + np.exp(-(fitted[0] + design @ fitted[1:])))
    spread = np.cov(chances, happened, aweights=times)
    r_squared = float(spread[0, 1] ** 2 / (spread[0, 0] * spread[1, 1]))
    root = square_root(inner)
    turned = root @ fitted[1:]
    shares = root**2 @ turned**2 / float(turned @ turned)
    return LogisticImportance(
        base=base,
        r_squared=r_squared,
        importances=r_squared * shares,
        shares=shares,
        coefficients=fitted[1:],
        separated=False,
    )


def _logistic(design: Numbers, happened: Numbers, times: Numbers) -> Numbers | None:
    """Intercept and coefficients, or None where the outcomes are separated and the best fit lies at infinity."""
    # formulaic and more come with it, which only a yes-or-no outcome needs
    from statsmodels.genmod.families import Binomial
    from statsmodels.genmod.generalized_linear_model import GLM

    with_one = np.column_stack([np.ones(len(design)), design])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of separation, which is looked into below
        fit = GLM(happened, with_one, family=Binomial(), freq_weights=times).fit()
    found = np.asarray(fit.params, dtype=float)
    if fit.converged and np.abs(with_one @ found).max() < SUSPICIOUS_LOG_ODDS:
        return found
    sides = with_one * np.where(happened == 1, 1, -1)[:, None]
    apart = linprog(-sides.sum(axis=0), A_ub=-sides, b_ub=np.zeros(len(sides)), bounds=(-1, 1), method="highs")
    return None if apart.fun is None or apart.fun < -1e-7 else found


def _no_weights(base: int, drivers: int, *, separated: bool) -> LogisticImportance:
    nothing = np.full(drivers, np.nan)
    return LogisticImportance(
        base=base,
        r_squared=math.nan,
        importances=nothing,
        shares=nothing,
        coefficients=nothing,
        separated=separated,
    )
