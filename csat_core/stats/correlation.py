"""How two ordered questions go together, from the table of their joint counts."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

from csat_core.model.estimate import Estimate
from csat_core.stats.proportions import Z

Numbers = NDArray[np.float64]
FEWEST_FOR_INTERVAL = 4
"""Fisher's z needs n - 3 > 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correlations:
    """Measures of association of two ordered questions, -1 to 1; NaN where one of them has a single answer."""

    base: int
    """Responses that answered both questions."""
    pearson: Estimate
    """Correlation of the values; interval by Fisher's z."""
    spearman: Estimate
    """Correlation of the mid-ranks; interval by Bonett and Wright (2000)."""
    kendall: Estimate
    """tau-b; interval by its asymptotic standard error."""
    kendall_error: float
    gamma: Estimate
    """Goodman and Kruskal's gamma; interval by its asymptotic standard error."""
    gamma_error: float
    linear_by_linear: float
    """(base - 1) r^2, chi-square with one degree of freedom where there is no trend."""
    linear_by_linear_p_value: float


def correlations(counts: ArrayLike, row_values: ArrayLike, column_values: ArrayLike) -> Correlations:
    """All measures of an r x c table of counts, whose rows and columns stand for these values in any order.

    NaN where a side has fewer than two different answers; limits also below four responses. The asymptotic errors are
    ASE1 of SPSS and ASE of SAS (Brown and Benedetti 1977; Agresti 2002, section 3.4), from the table alone.
    """
    table, rows, columns = _in_order(counts, row_values, column_values)
    base = round(float(table.sum()))
    if np.count_nonzero(table.sum(axis=1)) < 2 or np.count_nonzero(table.sum(axis=0)) < 2:
        nothing = Estimate(value=math.nan, low=math.nan, high=math.nan, base=base)
        return _result(base, nothing, nothing, (nothing, math.nan), (nothing, math.nan))
    shares = table / table.sum()
    pearson = _product_moment(shares, rows, columns)
    spearman = _product_moment(shares, _mid_ranks(shares.sum(axis=1)), _mid_ranks(shares.sum(axis=0)))
    return _result(
        base,
        _by_z(pearson, 1.0, base),
        _by_z(spearman, 1 + spearman**2 / 2, base),
        _by_error(*_tau_b(shares), base),
        _by_error(*_gamma(shares), base),
    )


def _result(
    base: int, pearson: Estimate, spearman: Estimate, kendall: tuple[Estimate, float], gamma: tuple[Estimate, float]
) -> Correlations:
    trend = (base - 1) * pearson.value**2
    return Correlations(
        base=base,
        pearson=pearson,
        spearman=spearman,
        kendall=kendall[0],
        kendall_error=kendall[1],
        gamma=gamma[0],
        gamma_error=gamma[1],
        linear_by_linear=trend,
        linear_by_linear_p_value=float(stats.chi2.sf(trend, 1)),
    )


def _in_order(counts: ArrayLike, row_values: ArrayLike, column_values: ArrayLike) -> tuple[Numbers, Numbers, Numbers]:
    """The table with rows and columns by ascending value."""
    table = np.atleast_2d(np.asarray(counts, dtype=float))
    rows, columns = np.asarray(row_values, dtype=float), np.asarray(column_values, dtype=float)
    by_row, by_column = np.argsort(rows, kind="stable"), np.argsort(columns, kind="stable")
    return table[np.ix_(by_row, by_column)], rows[by_row], columns[by_column]


def _product_moment(shares: Numbers, rows: Numbers, columns: Numbers) -> float:
    across, down = shares.sum(axis=1), shares.sum(axis=0)
    x, y = rows - across @ rows, columns - down @ columns
    together = float(x @ shares @ y) / math.sqrt(float(across @ x**2) * float(down @ y**2))
    return min(1.0, max(-1.0, together))


def _mid_ranks(shares: Numbers) -> Numbers:
    """The mean rank of each answer, as a share of the base."""
    return np.cumsum(shares) - shares / 2


def _by_z(value: float, variance: float, base: int) -> Estimate:
    """The interval on the scale of Fisher's z, where its variance is `variance` / (base - 3)."""
    if base < FEWEST_FOR_INTERVAL:
        return Estimate(value=value, low=math.nan, high=math.nan, base=base)
    if abs(value) == 1:
        return Estimate(value=value, low=value, high=value, base=base)
    half = Z * math.sqrt(variance / (base - 3))
    return Estimate(
        value=value, low=math.tanh(math.atanh(value) - half), high=math.tanh(math.atanh(value) + half), base=base
    )


def _by_error(value: float, unit_error: float, base: int) -> tuple[Estimate, float]:
    """The interval value +- z error within -1 to 1, and the error; `unit_error` is that of a single response."""
    if math.isnan(value) or base < FEWEST_FOR_INTERVAL:
        return Estimate(value=value, low=math.nan, high=math.nan, base=base), math.nan
    error = unit_error / math.sqrt(base)
    low, high = max(-1.0, value - Z * error), min(1.0, value + Z * error)
    return Estimate(value=value, low=low, high=high, base=base), error


def _pairs(shares: Numbers) -> tuple[Numbers, Numbers]:
    """For each cell the share of responses concordant with it, and discordant with it."""
    padded = np.zeros((shares.shape[0] + 1, shares.shape[1] + 1))
    padded[1:, 1:] = shares.cumsum(axis=0).cumsum(axis=1)
    total, down, across = padded[-1, -1], padded[-1], padded[:, -1:]
    below_left, above_right = padded[:-1, :-1], total - across[1:] - down[1:] + padded[1:, 1:]
    below_right, above_left = across[:-1] - padded[:-1, 1:], down[:-1] - padded[1:, :-1]
    return np.clip(below_left + above_right, 0, 1), np.clip(below_right + above_left, 0, 1)


def _tau_b(shares: Numbers) -> tuple[float, float]:
    """Kendall's tau-b and the standard deviation of one response's part in it."""
    concordant, discordant = _pairs(shares)
    across, down = shares.sum(axis=1, keepdims=True), shares.sum(axis=0, keepdims=True)
    untied_rows, untied_columns = 1 - float((across**2).sum()), 1 - float((down**2).sum())
    scale = math.sqrt(untied_rows * untied_columns)
    tau = float((shares * (concordant - discordant)).sum()) / scale
    part = 2 * scale * (concordant - discordant) + tau * (across * untied_columns + down * untied_rows)
    spread = (shares * (part - (shares * part).sum()) ** 2).sum()  # centred: the textbook's difference cancels
    return min(1.0, max(-1.0, tau)), math.sqrt(float(spread)) / scale**2


def _gamma(shares: Numbers) -> tuple[float, float]:
    """Goodman and Kruskal's gamma and the standard deviation of one response's part in it."""
    concordant, discordant = _pairs(shares)
    alike, unlike = float((shares * concordant).sum()), float((shares * discordant).sum())
    untied = alike + unlike
    if untied <= 0:
        return math.nan, math.nan
    spread = (shares * (unlike * concordant - alike * discordant) ** 2).sum()
    return (alike - unlike) / untied, 4 * math.sqrt(float(spread)) / untied**2
