"""Contingency: is a table of counts more than chance, which of its rows stand out, and which differ from each other?"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy import stats
from statsmodels.stats.contingency_tables import Table
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

ALPHA = 0.05
"""A p-value below it is beyond chance."""
LEAST_EXPECTED = 5
"""Below it in any cell the asymptotic p-value is doubtful and an exact one stands beside it."""

DRAWS = 9_999
SEED = 20_260_101
MOST_PAIRED = 26
"""More levels than these are compared with the rest each, not pair by pair."""

REST = -1
"""Stands for everybody else where a level is compared with the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Association:
    """How two categorical answers hang together; NaN where the table has fewer than two rows or columns in use."""

    chi_square: float
    """Pearson's, without Yates' correction, empty rows and columns left out."""
    degrees_of_freedom: int
    p_value: float
    """Asymptotic."""
    p_value_exact: float
    """Fisher's for two by two, else by 9,999 drawn tables of the same margins; NaN unless an expected count is below 5."""
    cramers_v: float
    cramers_v_corrected: float
    """Bergsma (2013); NaN where his denominator is not positive."""
    base: int
    """The answers in the table."""
    lowest_expected: float

    @property
    def decisive_p(self) -> float:
        """The exact p-value where there is one, else the asymptotic."""
        return self.p_value if math.isnan(self.p_value_exact) else self.p_value_exact


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Whether a share rises or falls along ordered levels; NaN below two levels, or where all answers are alike."""

    z: float
    """Above 0 where the share rises with the levels; z^2 = N r^2."""
    p_value: float
    base: int
    levels: int


def associate(counts: ArrayLike) -> Association:
    """The association in a table of counts (rows x columns)."""
    table = np.atleast_2d(np.asarray(counts, dtype=np.int64))
    table = table[table.sum(axis=1) > 0][:, table.sum(axis=0) > 0]
    base = int(table.sum())
    if min(table.shape) < 2:
        nothing = math.nan
        return Association(
            chi_square=nothing, degrees_of_freedom=0, p_value=nothing, p_value_exact=nothing, cramers_v=nothing,
            cramers_v_corrected=nothing, base=base, lowest_expected=nothing,
        )  # fmt: skip
    found = stats.chi2_contingency(table, correction=False)
    chi_square, lowest = float(found.statistic), float(found.expected_freq.min())
    rows, columns = table.shape
    return Association(
        chi_square=chi_square,
        degrees_of_freedom=int(found.dof),
        p_value=float(found.pvalue),
        p_value_exact=_exact(table) if lowest < LEAST_EXPECTED else math.nan,
        cramers_v=min(1.0, math.sqrt(chi_square / (base * (min(rows, columns) - 1)))),
        cramers_v_corrected=_corrected_v(chi_square, base, rows, columns),
        base=base,
        lowest_expected=lowest,
    )


def _corrected_v(chi_square: float, base: int, rows: int, columns: int) -> float:
    if base < 2:
        return math.nan
    phi_squared = max(0.0, chi_square / base - (rows - 1) * (columns - 1) / (base - 1))
    least = min(size - (size - 1) ** 2 / (base - 1) for size in (rows, columns)) - 1
    return min(1.0, math.sqrt(phi_squared / least)) if least > 0 else math.nan


def _exact(table: NDArray[np.int64]) -> float:
    """The share of tables with the same margins that are as far from independence."""
    if table.shape == (2, 2):
        return float(stats.fisher_exact(table).pvalue)
    # chi-square / n + 1 is the sum of O^2 / (row x column): one pass, and small tables of draws at a time
    weights = 1 / np.outer(table.sum(axis=1), table.sum(axis=0))
    observed = float((table**2 * weights).sum())
    drawn = stats.random_table(table.sum(axis=1), table.sum(axis=0), seed=np.random.default_rng(SEED))
    at_a_time = max(1, 2_000_000 // table.size)
    as_far = 0
    for start in range(0, DRAWS, at_a_time):
        draws = drawn.rvs(size=min(at_a_time, DRAWS - start)).reshape(-1, *table.shape)
        as_far += int(((draws**2 * weights).sum(axis=(1, 2)) >= observed * (1 - 1e-12)).sum())
    return (as_far + 1) / (DRAWS + 1)


def holm(p_values: ArrayLike) -> NDArray[np.float64]:
    """The p-values after Holm's correction over those that are defined."""
    return _corrected(p_values, _holm)


def benjamini_hochberg(p_values: ArrayLike) -> NDArray[np.float64]:
    """The p-values after Benjamini and Hochberg's correction over those that are defined."""
    return _corrected(p_values, lambda known: multipletests(known, method="fdr_bh")[1])


def _corrected(
    p_values: ArrayLike, correct: Callable[[NDArray[np.float64]], NDArray[np.float64]]
) -> NDArray[np.float64]:
    p_values = np.asarray(p_values, dtype=float)
    corrected, known = np.full(len(p_values), np.nan), ~np.isnan(p_values)
    if known.any():
        corrected[known] = correct(p_values[known])
    return corrected


def _holm(p_values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The smallest times all, the next times all but one, never below one before: not by statsmodels, whose Holm ends in
    a full collection of Python's garbage, which stops every session for a tenth of a second."""
    order, corrected = np.argsort(p_values), np.empty(len(p_values))
    steps = p_values[order] * np.arange(len(p_values), 0, -1)
    corrected[order] = np.minimum(np.maximum.accumulate(steps), 1)
    return corrected


def holm_of_distinct(p_values: ArrayLike, is_mirror: ArrayLike) -> NDArray[np.float64]:
    """The p-values after Holm's correction over the different tests among them.

    Where `is_mirror` a p-value is that of the same test as the defined one before it: it is counted once.
    """
    p_values, is_mirror = np.asarray(p_values, dtype=float), np.asarray(is_mirror, dtype=bool)
    corrected = holm(np.where(is_mirror, np.nan, p_values))
    return np.where(is_mirror, pd.Series(corrected).ffill(), corrected)


def residuals(satisfied: ArrayLike, base: ArrayLike, tested: ArrayLike) -> pd.DataFrame:
    """Each level's adjusted residual in the table level x (satisfied, not): `residual`, `p_value`, `is_mirror`.

    Above 0 where more are satisfied than the whole table lets expect; it is the pooled z of the level against the rest.
    Both cells of a level are one test, and so are two levels that make up the whole table: `is_mirror` is true of the
    second. NaN where `tested` is false or all answers are alike.
    """
    satisfied, base = np.asarray(satisfied, dtype=float), np.asarray(base, dtype=float)
    tested, found = np.asarray(tested, dtype=bool), np.full(len(base), np.nan)
    used = base > 0
    if used.sum() > 1 and 0 < satisfied.sum() < base.sum():
        cells = np.column_stack([satisfied, base - satisfied])[used]
        # by default statsmodels adds a half to every cell of a table that holds a zero
        found[used] = Table(cells, shift_zeros=False).standardized_resids[:, 0]
    found = np.where(tested, found, np.nan)
    judged = np.flatnonzero(~np.isnan(found))
    is_mirror = np.zeros(len(base), dtype=bool)
    is_mirror[judged[1:]] = used.sum() == 2
    return pd.DataFrame({"residual": found, "p_value": 2 * stats.norm.sf(np.abs(found)), "is_mirror": is_mirror})


def pairs(satisfied: ArrayLike, base: ArrayLike, tested: ArrayLike) -> pd.DataFrame:
    """Every two tested levels by a pooled two-proportion z: `first`, `second`, `difference`, `z`, `p_value`, `p_value_holm`.

    `first` and `second` are places in `base`. Above 26 tested levels each is compared with all others of the table
    instead, and `second` is REST. z and p are NaN where all answers of a pair are alike.
    """
    satisfied, base = np.asarray(satisfied, dtype=np.int64), np.asarray(base, dtype=np.int64)
    places = np.flatnonzero(np.asarray(tested, dtype=bool))
    if len(places) > MOST_PAIRED:
        sides = [(place, REST) for place in places]
    else:
        sides = list(combinations(places, 2))
    rows = []
    for first, second in sides:
        a, n = int(satisfied[first]), int(base[first])
        rest = int(satisfied.sum()) - a, int(base.sum()) - n
        b, m = rest if second == REST else (int(satisfied[second]), int(base[second]))
        if m > 0:
            z, p_value = proportions_ztest([a, b], [n, m]) if 0 < a + b < n + m else (math.nan, math.nan)
            rows.append((int(first), int(second), a / n - b / m, float(z), float(p_value)))
    table = pd.DataFrame(rows, columns=["first", "second", "difference", "z", "p_value"])
    table["p_value_holm"] = holm(table["p_value"])
    return table


def trend(satisfied: ArrayLike, base: ArrayLike) -> Trend:
    """The Cochran-Armitage trend of the share along levels in order, scores 1 to k; empty levels keep their score."""
    satisfied, base = np.asarray(satisfied, dtype=float), np.asarray(base, dtype=float)
    total, levels = base.sum(), int((base > 0).sum())
    nothing = Trend(z=math.nan, p_value=math.nan, base=int(total), levels=levels)
    if levels < 2 or not 0 < satisfied.sum() < total:
        return nothing
    scores = np.arange(1, len(base) + 1)
    share, mean = satisfied.sum() / total, (base * scores).sum() / total
    covariance = (satisfied * (scores - mean)).sum() / total
    variance = (base * (scores - mean) ** 2).sum() / total * share * (1 - share)
    z = float(np.sqrt(total) * covariance / np.sqrt(variance))
    return Trend(z=z, p_value=float(2 * stats.norm.sf(abs(z))), base=int(total), levels=levels)
