"""Sums and cross-products of several numbers: centred, or put together from the tables of their pairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moments:
    """What is left of the responses: their number, and sums and sums of products of their numbers."""

    n: float
    sums: Numbers
    products: Numbers
    """Square: at (i, j) the sum over the responses of number i times number j."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BucketMoments:
    """The moments of a sample of responses, one row per hash bucket: customers stay within theirs."""

    n: Numbers
    """(buckets)"""
    sums: Numbers
    """(buckets, numbers)"""
    products: Numbers
    """(buckets, numbers, numbers)"""


def centred(n: ArrayLike, sums: ArrayLike, products: ArrayLike) -> Numbers:
    """Sums of products of deviations from the means; any axes in front are kept, NaN on an empty base.

    In long doubles: year 1947 to 1962 loses five of the sixteen digits of a double here, and these keep nineteen.
    """
    base = np.asarray(n, dtype=np.longdouble)[..., None, None]
    total, raw = np.asarray(sums, dtype=np.longdouble), np.asarray(products, dtype=np.longdouble)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(raw - total[..., :, None] * total[..., None, :] / base, dtype=np.float64)


def correlated(deviations: Numbers, raw: Numbers) -> Numbers:
    """Correlations from `centred` products; NaN where a number is constant, judged against its `raw` sum of squares."""
    spread = np.diagonal(deviations, axis1=-2, axis2=-1)
    size = np.diagonal(raw, axis1=-2, axis2=-1)
    deviation = np.sqrt(np.where(spread > 1e-12 * size, spread, np.nan))
    found = np.clip(deviations / (deviation[..., :, None] * deviation[..., None, :]), -1.0, 1.0)
    diagonal = np.arange(found.shape[-1])
    found[..., diagonal, diagonal] = np.where(np.isnan(deviation), np.nan, 1.0)
    return np.asarray(found, dtype=np.float64)


def moments_of_pairs(tables: Mapping[tuple[int, int], ArrayLike], codings: Sequence[ArrayLike]) -> Moments:
    """The moments of answers as coded numbers, from the tables of joint counts of every pair of questions.

    `tables[i, j]` for i < j: answers to question i down, to j across. `codings[i]`: one row per answer, one column per number it becomes
    (the value itself, or indicators of its bands). Exact where all tables count the same responses. Where each pair has
    responses of its own, covariances are pairwise complete, means those of the first table of a question, and `n` the
    smallest base of a pair.
    """
    codes = [_columns(coding) for coding in codings]
    counts = {pair: np.asarray(table, dtype=float) for pair, table in tables.items()}
    n = min((float(table.sum()) for table in counts.values()), default=0.0)
    shares = [_own_shares(counts, question) for question in range(len(codes))]
    means = [share @ code for share, code in zip(shares, codes, strict=True)]
    blocks = [[np.empty(0)] * len(codes) for _ in codes]
    for i, code in enumerate(codes):
        blocks[i][i] = code.T @ (shares[i][:, None] * code)
        for j in range(i + 1, len(codes)):
            joint = counts[i, j] / counts[i, j].sum()
            apart = np.outer(joint.sum(axis=1) @ code, joint.sum(axis=0) @ codes[j])
            blocks[i][j] = code.T @ joint @ codes[j] - apart + np.outer(means[i], means[j])
            blocks[j][i] = blocks[i][j].T
    return Moments(n=n, sums=n * np.concatenate(means), products=n * np.block(blocks))


def _columns(coding: ArrayLike) -> Numbers:
    """A coding with its columns; a single number may come as a plain list."""
    values = np.asarray(coding, dtype=float)
    return values[:, None] if values.ndim == 1 else values


def _own_shares(counts: Mapping[tuple[int, int], Numbers], question: int) -> Numbers:
    """The shares of the answers to one question in the first table that holds it."""
    first, second = min(pair for pair in counts if question in pair)
    table = counts[first, second]
    margin = table.sum(axis=1) if question == first else table.sum(axis=0)
    return np.asarray(margin / margin.sum(), dtype=np.float64)
