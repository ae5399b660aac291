"""Scoring: rows of answer counts become rows of measures; the base policy is applied here and nowhere else."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.model.caveat import Caveat
from csat_core.model.policy import BasePolicy, Standing
from csat_core.model.scale import Scale
from csat_core.model.scheme import Scheme
from csat_core.stats.means import mean_limits
from csat_core.stats.proportions import net_margin, wilson_limits
from csat_core.stats.suppression import hidden_cells

NUMBERS = (
    "base", "satisfied", "neutral", "dissatisfied", "share", "low", "high", "mean", "mean_low", "mean_high",
    "top_box", "top_box_low", "top_box_high", "dsat", "dsat_low", "dsat_high", "net", "net_low", "net_high",
    "index", "index_low", "index_high",
)  # fmt: skip


def measured(counts: NDArray[np.int64] | Sequence[int], scale: Scale, scheme: Scheme) -> pd.DataFrame:
    """The measures of each row of `counts` (rows x positions of `scale`): the columns NUMBERS.

    `share`, `low`, `high` are the satisfied share with its Wilson interval, `top_box` the share of the highest answer,
    `dsat` the dissatisfied share, `net` satisfied minus dissatisfied; all 0-1 (`net` -1 to 1). `mean` is in raw units,
    `index` is the mean on 0-100. `_low` and `_high` are the limits of the number in front of them. NaN on an empty
    base; what needs a dissatisfied band is NaN where the scheme has none.
    """
    counts = np.atleast_2d(np.asarray(counts, dtype=np.int64))
    bands = scheme.bands(scale)
    base = counts.sum(axis=1)
    satisfied = counts[:, bands.satisfied_from - 1 :].sum(axis=1)
    dissatisfied = (
        counts[:, : bands.dissatisfied_to].sum(axis=1).astype(float)
        if bands.dissatisfied_to is not None
        else np.full(len(base), np.nan)
    )
    low, high = wilson_limits(satisfied, base)
    top_low, top_high = wilson_limits(counts[:, -1], base)
    has_band = bands.dissatisfied_to is not None
    dsat_low, dsat_high = wilson_limits(dissatisfied, base) if has_band else (dissatisfied, dissatisfied)
    mean, mean_low, mean_high = mean_limits(counts, np.asarray(scale.values))
    with np.errstate(divide="ignore", invalid="ignore"):
        share, dsat, top_box = satisfied / base, dissatisfied / base, counts[:, -1] / base
    margin = net_margin(satisfied, dissatisfied, base)
    index = (
        100 * (each - scale.values[0]) / (scale.values[-1] - scale.values[0]) for each in (mean, mean_low, mean_high)
    )
    columns = (
        base, satisfied, base - satisfied - dissatisfied, dissatisfied, share, low, high, mean, mean_low, mean_high,
        top_box, top_low, top_high, dsat, dsat_low, dsat_high, share - dsat, share - dsat - margin,
        share - dsat + margin, *index,
    )  # fmt: skip
    return pd.DataFrame(dict(zip(NUMBERS, columns, strict=True)))


def no_rows(*keys: str) -> pd.DataFrame:
    """A governed table without rows, `keys` before the numbers."""
    return pd.DataFrame(columns=[*keys, *NUMBERS, "hidden", "standing", "caveats"])


def governed(
    table: pd.DataFrame,
    policy: BasePolicy,
    shape: tuple[int, ...] | None = None,
    cells: NDArray[np.int64] | None = None,
) -> pd.DataFrame:
    """`table` with `hidden`, `caveats` and `standing` beside its numbers, every number of a hidden row NaN.

    `shape` and `cells` (the flat index of each row) say how rows lie in a table of several dimensions, so that
    complementary hiding works along each; by default the rows are one line whose total is shown elsewhere.
    """
    base = table["base"].to_numpy(dtype=np.int64)
    shape = shape or (len(base),)
    cells = np.arange(len(base)) if cells is None else cells
    grid = np.zeros(int(np.prod(shape)), dtype=np.int64)
    grid[cells] = base
    small, complementary = (mask.ravel()[cells] for mask in hidden_cells(grid.reshape(shape), policy.shown_from))
    if len(base) == 1:
        complementary = np.zeros(1, dtype=bool)
    hidden = small | complementary
    governed = table.copy()
    numbers = [name for name in NUMBERS if name in governed]
    governed[numbers] = governed[numbers].astype(float).where(~hidden[:, None].repeat(len(numbers), axis=1))
    governed["hidden"] = hidden
    governed["standing"] = [
        int(Standing.HIDDEN if h else policy.standing(int(n))) for n, h in zip(base, hidden, strict=True)
    ]
    governed["caveats"] = [
        _caveats(int(n), bool(s), bool(c), policy) for n, s, c in zip(base, small, complementary, strict=True)
    ]
    return governed


def _caveats(base: int, is_small: bool, is_complementary: bool, policy: BasePolicy) -> tuple[Caveat, ...]:
    if is_small:
        return (Caveat.EMPTY_BASE,) if base == 0 else (Caveat.HIDDEN_SMALL_BASE,)
    if is_complementary:
        return (Caveat.HIDDEN_COMPLEMENTARY,)
    flags = {Standing.SHOWN: (Caveat.NOT_TESTED,), Standing.FLAGGED: (Caveat.SMALL_BASE,)}
    return flags.get(policy.standing(base), ())
