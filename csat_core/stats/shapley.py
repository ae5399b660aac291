"""Fair shares of R2 from correlations alone: exact over every subset of drivers, and Johnson's approximation."""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]

MOST_EXACT = 15
"""Drivers up to which every subset is looked at."""
CELLS_AT_ONCE = 2_000_000
"""Numbers held at once while sharing out many draws: 16 MB."""


def lmg(correlations: ArrayLike) -> Numbers:
    """The mean gain in R2 when a driver enters, over every order of entering; for 15 drivers at most.

    Correlation matrices with the outcome last, (..., k + 1, k + 1); returns (..., k), in units of R2, summing to it.
    Lindeman, Merenda and Gold (1980); Shapley's value; Groemping (2006), J. Stat. Software 17(1).
    """
    matrices = np.asarray(correlations, dtype=float)
    drivers = matrices.shape[-1] - 1
    many = matrices.reshape(-1, drivers + 1, drivers + 1)
    at_once = max(1, CELLS_AT_ONCE // (3 * 2**drivers))
    parts = [_explained(many[i : i + at_once]).T @ _orders(drivers) for i in range(0, len(many), at_once)]
    return np.concatenate(parts).reshape(*matrices.shape[:-2], drivers)


def _explained(correlations: Numbers) -> Numbers:
    """R2 of every subset of drivers, 2^k x draws; driver j belongs to the subsets that have bit j.

    Each driver in turn is left out or swept out (Schur complement): about a dozen operations a subset, for small matrices come last.
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
    root = square_root(np.asarray(drivers, dtype=float))
    weights = np.linalg.solve(root, np.asarray(outcome, dtype=float)[..., None])
    return np.asarray((root**2 @ weights**2)[..., 0], dtype=np.float64)


def square_root(correlations: Numbers) -> Numbers:
    """The symmetric square root: correlations of the drivers with the closest uncorrelated ones."""
    values, vectors = np.linalg.eigh(correlations)
    root = (vectors * np.sqrt(np.maximum(values, 0))[..., None, :]) @ np.swapaxes(vectors, -1, -2)
    return np.asarray(root, dtype=np.float64)
