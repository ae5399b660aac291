"""Penalty and reward: what a driver found bad takes from the outcome, and what a driver found good adds to it."""

from collections.abc import Hashable, Sequence
from enum import StrEnum

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from csat_core.stats.importance import SMALLEST_EIGENVALUE, check_collinear
from csat_core.stats.moments import BucketMoments, centred, correlated

Numbers = NDArray[np.float64]

BANDS = ("dissatisfied", "neutral", "satisfied")


class Kind(StrEnum):
    """What a driver is to its customers."""

    HYGIENE = "hygiene"
    """Bad takes clearly more away than good adds."""
    PERFORMANCE = "performance"
    """Bad takes away and good adds, neither clearly more."""
    DELIGHTER = "delighter"
    """Good adds clearly more than bad takes away."""
    CANNOT_TELL = "cannot_tell"


COLUMNS = (
    "driver",
    "base",
    "share_low",
    "share_high",
    "penalty",
    "penalty_low",
    "penalty_high",
    "reward",
    "reward_low",
    "reward_high",
    "difference",
    "difference_low",
    "difference_high",
    "kind",
    *(f"gain_{band}" for band in BANDS),
    "gain_satisfied_low",
    "gain_satisfied_high",
)


def asymmetry(
    n: float, sums: ArrayLike, products: ArrayLike, names: Sequence[str], buckets: BucketMoments | None = None
) -> pd.DataFrame:
    """One row per driver (COLUMNS), from the moments of 0-1 indicators.

    The indicators, in this order: low and high (dissatisfied, satisfied with the driver) of every driver, then the outcome's bands
    dissatisfied, neutral and satisfied. Each band is regressed on all lows and highs; a neutral answer is what they are
    compared with. `penalty` and `reward`: the coefficients of low and high on satisfied, in shares. `difference`: the
    size of the penalty less that of the reward. `gain_<band>`: the change of the band's share if those who are low
    became neutral, -(coefficient of low) x share low; the three sum to 0.

    Limits, 95 %: with the `buckets` of a sample robust to unequal variances and to repeat customers, from the buckets' scores, scaled to `n` responses; without them the classical
    ones, which assume the equal variances that a 0-1 outcome does not have (robust errors need products of four indicators).
    Where nobody is low, or high, that coefficient is NaN; where nobody is neutral both are, and the gains too. All is NaN without
    more responses than coefficients. CollinearError where answers to drivers determine one another.
    """
    raw, total = np.asarray(products, dtype=float), np.asarray(sums, dtype=float)
    drivers = len(names)
    used, compared = _usable(n, total, raw, drivers)
    coefficients, variances = np.full((2 * drivers, 3), np.nan), np.full((2 * drivers, 2 * drivers), np.nan)
    spare = round(n) - len(used) - 1
    quantile = np.nan
    if spare > 0 and used:
        deviations = centred(n, total, raw)
        inner = deviations[np.ix_(used, used)]
        check_collinear(correlated(inner, raw[np.ix_(used, used)]), [names[i // 2] for i in used])
        inverse = np.linalg.inv(inner)
        fitted = inverse @ deviations[np.ix_(used, range(2 * drivers, 2 * drivers + 3))]
        if buckets is None:
            unexplained = float(deviations[-1, -1] - fitted[:, 2] @ deviations[used, -1])
            covariance, quantile = inverse * max(0.0, unexplained) / spare, float(stats.t.ppf(0.975, spare))
        else:
            covariance = _by_bucket(buckets, used, n)
            quantile = float(stats.t.ppf(0.975, max(1, int(np.count_nonzero(buckets.n)) - 1)))
        coefficients[used], variances[np.ix_(used, used)] = fitted, covariance
    coefficients[~compared] = np.nan
    return _frame(round(n), names, total / n if n > 0 else total * np.nan, coefficients, variances, quantile)


def _usable(n: float, sums: Numbers, products: Numbers, drivers: int) -> tuple[list[int], NDArray[np.bool_]]:
    """The columns to regress on, and which of all are compared with neutral; a driver without neutral is a control only."""
    used: list[int] = []
    compared = np.zeros(2 * drivers, dtype=bool)
    little = 1e-9 * n
    for low in range(0, 2 * drivers, 2):
        has_neutral = n - sums[low] - sums[low + 1] + products[low, low + 1] > little
        present = [i for i in (low, low + 1) if little < sums[i] < n - little]
        used += present if has_neutral else present[-1:]
        compared[low : low + 2] = has_neutral
    return used, compared


def _by_bucket(buckets: BucketMoments, used: Sequence[int], n: float) -> Numbers:
    """Covariances of the coefficients on satisfied, each bucket a cluster (Liang and Zeger 1986), for `n` responses.

    The finite-sample factor is that of Stata and statsmodels: G / (G - 1) x (N - 1) / (N - K).
    """
    sizes, totals, raw = (np.asarray(v, dtype=float) for v in (buckets.n, buckets.sums, buckets.products))
    filled = sizes > 0
    sizes, totals, raw = sizes[filled], totals[filled], raw[filled]
    base, clusters, last = float(sizes.sum()), len(sizes), totals.shape[1] - 1
    keep = [*used, last]
    means = totals.sum(axis=0)[keep] / base
    totals, raw = totals[:, keep], raw[:, keep][:, :, keep]
    around = raw - totals[:, :, None] * means - means[:, None] * totals[:, None, :]
    around += sizes[:, None, None] * np.outer(means, means)
    inner = around[:, :-1, :-1].sum(axis=0)
    matrix = correlated(inner, raw[:, :-1, :-1].sum(axis=0))
    solvable = np.isfinite(matrix).all() and np.linalg.eigvalsh(matrix)[0] >= SMALLEST_EIGENVALUE
    if clusters < 2 or base <= len(used) + 1 or not solvable:
        return np.full((len(used), len(used)), np.nan)
    inverse = np.linalg.inv(inner)
    fitted = inverse @ around[:, :-1, -1].sum(axis=0)
    scores = around[:, :-1, -1] - around[:, :-1, :-1] @ fitted
    # the intercept is fitted too, but deviations from the means make it uncorrelated with the rest
    factor = clusters / (clusters - 1) * (base - 1) / (base - len(used) - 1) * base / n
    return np.asarray(factor * inverse @ (scores.T @ scores) @ inverse, dtype=np.float64)


def _frame(
    base: int, names: Sequence[str], shares: Numbers, coefficients: Numbers, variances: Numbers, quantile: float
) -> pd.DataFrame:
    low, high = np.arange(0, 2 * len(names), 2), np.arange(1, 2 * len(names), 2)
    errors = np.sqrt(np.diagonal(variances))
    penalty, reward = coefficients[low, 2], coefficients[high, 2]
    together = np.sqrt(np.maximum(0, errors[low] ** 2 + errors[high] ** 2 + 2 * variances[low, high]))
    nobody = (shares[low] == 0)[:, None]
    gains = np.where(nobody, 0.0, -coefficients[low] * shares[low, None])
    found = {
        "penalty": (penalty, errors[low]),
        "reward": (reward, errors[high]),
        "difference": (-penalty - reward, together),
        "gain_satisfied": (gains[:, 2], np.where(nobody[:, 0], 0.0, errors[low] * shares[low])),
    }
    frame = pd.DataFrame({"driver": list(names), "base": base, "share_low": shares[low], "share_high": shares[high]})
    for name, (value, error) in found.items():
        frame[name] = value
        frame[f"{name}_low"], frame[f"{name}_high"] = value - quantile * error, value + quantile * error
    frame["gain_dissatisfied"], frame["gain_neutral"] = gains[:, 0], gains[:, 1]
    frame["kind"] = [_kind(row) for row in frame.to_dict("records")]
    return frame[list(COLUMNS)]


def _kind(row: dict[Hashable, float]) -> Kind:
    """Judged by the limits alone: an effect is beyond chance where its limits leave out zero on its own side."""
    takes_away, adds = row["penalty_high"] < 0, row["reward_low"] > 0
    if takes_away and row["difference_low"] > 0:
        return Kind.HYGIENE
    if adds and row["difference_high"] < 0:
        return Kind.DELIGHTER
    if takes_away and adds:
        return Kind.PERFORMANCE
    return Kind.CANNOT_TELL
