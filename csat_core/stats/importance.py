"""How much each driver has to do with the outcome: the R2 of the regression, shared out among the drivers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from csat_core.errors import CsatError
from csat_core.stats.moments import centred, correlated

Numbers = NDArray[np.float64]

MOST_EXACT = 15
"""Drivers up to which every subset is looked at."""
SMALLEST_EIGENVALUE = 1e-8
MANY_DRIVERS = 10
DRAWS, DRAWS_OF_MANY = 1_000, 200
SEED = 20_260_101
CELLS_AT_ONCE = 2_000_000
"""Numbers held at once while sharing out many draws: 16 MB."""


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


def lmg(correlations: ArrayLike) -> Numbers:
    """The mean gain in R2 when a driver enters, over every order of entering (Lindeman, Merenda and Gold; Shapley).

    Correlation matrices with the outcome last, (..., k + 1, k + 1); returns (..., k), in units of R2, summing to it.
    Groemping (2006), J. Stat. Software 17(1).
    """
    matrices = np.asarray(correlations, dtype=float)
    drivers = matrices.shape[-1] - 1
    many = matrices.reshape(-1, drivers + 1, drivers + 1)
    at_once = max(1, CELLS_AT_ONCE // (3 * 2**drivers))
    parts = [_explained(many[i : i + at_once]).T @ _orders(drivers) for i in range(0, len(many), at_once)]
    return np.concatenate(parts).reshape(*matrices.shape[:-2], drivers)


def _explained(correlations: Numbers) -> Numbers:
    """R2 of every subset of drivers, 2^k x draws; driver j belongs to the subsets that have bit j.

    Each driver in turn is left out or swept out (Schur complement): all subsets cost about six times the last one.
    """
    left = np.ascontiguousarray(np.moveaxis(correlations, 0, -1))[:, :, None, :]
    for _ in range(len(left) - 1):
        without = left[1:, 1:]
        within = without - left[1:, :1] * (left[:1, 1:] / left[:1, :1])
        left = np.concatenate([without, within], axis=2)
    return np.asarray(1 - left[0, 0], dtype=np.float64)


@lru_cache(maxsize=MOST_EXACT + 1)
def _orders(drivers: int) -> Numbers:
    """2^k x k: how often, over all orders, a subset is what a driver completes, less how often it is what it meets."""
    subsets = np.arange(2**drivers)
    has = (subsets[:, None] >> np.arange(drivers)) & 1
    size = has.sum(axis=1)
    ways = np.array([1 / (drivers * math.comb(drivers - 1, s)) for s in range(drivers)] + [0.0])
    return np.asarray(np.where(has == 1, ways[size - 1][:, None], -ways[size][:, None]), dtype=np.float64)


def johnson(drivers: ArrayLike, outcome: ArrayLike) -> Numbers:
    """Relative weights from the drivers' correlations (..., k, k) and those with the outcome (..., k), summing to R2.

    Johnson (2000), Multivariate Behavioral Research 35:1-19: shares through the closest uncorrelated drivers.
    """
    values, vectors = np.linalg.eigh(np.asarray(drivers, dtype=float))
    root = (vectors * np.sqrt(np.maximum(values, 0))[..., None, :]) @ np.swapaxes(vectors, -1, -2)
    weights = np.linalg.solve(root, np.asarray(outcome, dtype=float)[..., None])
    return np.asarray((root**2 @ weights**2)[..., 0], dtype=np.float64)


def bootstrap_importance(
    n: ArrayLike,
    sums: ArrayLike,
    products: ArrayLike,
    *,
    draws: int | None = None,
    seed: int = SEED,
    scale: float = 1.0,
    around: ArrayLike | None = None,
) -> tuple[Numbers, Numbers]:
    """Lower and upper 95 % limits of the importances, by drawing buckets of responses anew.

    One row per bucket: responses (b), sums (b, k + 1) and sums of products (b, k + 1, k + 1), the outcome last. Percentiles of
    1,000 draws (200 above ten drivers), the same for the same seed. `scale` narrows the half-widths, sqrt(sample / base)
    where the buckets are a sample; `around` are the importances on all responses, by default those of the buckets. NaN with
    fewer than two buckets that have responses, or where a draw in twenty has no solution.
    """
    sizes, totals, raw = (np.asarray(values, dtype=float) for values in (n, sums, products))
    drivers = totals.shape[-1] - 1
    unknown = np.full(drivers, np.nan)
    if np.count_nonzero(sizes) < 2 or drivers == 0:
        return unknown, unknown
    draws = draws or (DRAWS if drivers <= MANY_DRIVERS else DRAWS_OF_MANY)
    times = np.random.default_rng(seed).multinomial(len(sizes), np.full(len(sizes), 1 / len(sizes)), size=draws)
    times = np.vstack([np.ones(len(sizes)), times])  # first the buckets as they are
    matrices = correlation_matrix(times @ sizes, times @ totals, np.tensordot(times, raw, axes=1))
    found = np.full((len(matrices), drivers), np.nan)
    solvable = _solvable(matrices)
    if not solvable[0] or solvable[1:].mean() < 0.95:
        return unknown, unknown
    found[solvable] = _shared_out(matrices[solvable])
    low, high = np.nanpercentile(found[1:], [2.5, 97.5], axis=0)
    centre = found[0] if around is None else np.asarray(around, dtype=float)
    return np.maximum(0, centre - scale * (found[0] - low)), centre + scale * (high - found[0])


def _solvable(matrices: Numbers) -> NDArray[np.bool_]:
    """Which correlation matrices are complete and not collinear."""
    fine = np.asarray(np.isfinite(matrices).all(axis=(-2, -1)))
    fine[fine] = np.linalg.eigvalsh(matrices[fine])[:, 0] >= SMALLEST_EIGENVALUE
    return fine
