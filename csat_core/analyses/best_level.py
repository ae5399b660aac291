"""Best level: the best group of a segment as a benchmark for everybody else."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from csat_core.analyses.benchmarks import Gap
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.policy import BasePolicy
from csat_core.stats.proportions import newcombe, verdict, wilson

PLACES = ("region", "country", "market", "state", "city", "store", "branch")
MOST_LEVELS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BestLevel:
    """The best group of a segment as a benchmark for everybody else."""

    segment: Column
    level: str
    gap: Gap
    """Everybody else with a known level against the best group."""
    table: pd.DataFrame
    """Every level, the best first: level, the numbers, gap, gap_low, gap_high against the best one, and its verdict; the
    blank level is not compared."""


def comparable_groups(dataset: Dataset) -> tuple[Column, ...]:
    """The columns whose best group can be a benchmark: they divide the customers, and are no list of names."""
    return tuple(column for column in dataset.segments_of_interest if 1 < len(column.levels) < MOST_LEVELS)


def proposed_group(columns: Sequence[Column]) -> Column:
    """The one of `columns` to begin with: places where there are any, else the first."""
    names = [(place, column) for place in PLACES for column in columns if place in column.name.casefold()]
    return names[0][1] if names else columns[0]


def best_level(
    card: Scorecard, levels: pd.DataFrame, segment: Column, policy: BasePolicy, smallest: float
) -> BestLevel | None:
    """The level with the highest lower limit among those with the base for a test; None without at least two of them.

    `levels` is the governed breakdown of the view by `segment`. The rest, hidden levels included, is the difference of
    numbers that are all shown; a blank level that is shown is not among the rest.
    """
    shown = levels[~levels["hidden"].astype(bool)]
    blank = shown[shown[segment.id].isna()]
    tested = shown[shown[segment.id].notna() & (shown["base"] >= policy.tested_from)]
    if card.headline["hidden"] or len(tested) < 2:
        return None
    best = tested.iloc[int(np.argmax(tested["low"].to_numpy(dtype=float)))]
    base, satisfied = int(best["base"]), int(best["satisfied"])
    rest, rest_satisfied = (
        int(card.headline[name]) - own - int(blank[name].sum())
        for name, own in (("base", base), ("satisfied", satisfied))
    )
    gap = newcombe(rest_satisfied, rest, satisfied, base)
    table = levels.rename(columns={segment.id: "level"}).reset_index(drop=True)
    against = [_against(row, best, policy) for _, row in table.iterrows()]
    for name in ("value", "low", "high"):
        table["gap" if name == "value" else f"gap_{name}"] = [getattr(each, name) for each in against]
    table["verdict"] = [verdict(each, smallest) if each.is_defined else None for each in against]
    return BestLevel(
        segment=segment,
        level=best[segment.id],
        gap=Gap(
            benchmark=Benchmark(name="Best group", value=satisfied / base, metric=Metric.CSAT, base=base),
            ours=wilson(rest_satisfied, rest),
            gap=gap,
            verdict=verdict(gap, smallest),
            comparable=True,
            caveats=(Caveat.BEST_OF_MANY,),
        ),
        table=_best_first(table, best[segment.id]),
    )


def _best_first(table: pd.DataFrame, level: object) -> pd.DataFrame:
    """The best on top, however small its lead; then by share, hidden levels last."""
    ordered = table.sort_values(["share", "level"], ascending=[False, True], na_position="last")
    is_best = ordered["level"] == level
    return pd.concat([ordered[is_best], ordered[~is_best]], ignore_index=True)


def _against(row: pd.Series, best: pd.Series, policy: BasePolicy) -> Estimate:
    """A level minus the best one; undefined for the best itself, the blank one, hidden ones and those too small to test."""
    if row["hidden"] or pd.isna(row["level"]) or row["base"] < policy.tested_from or row.name == best.name:
        return UNDEFINED
    return newcombe(int(row["satisfied"]), int(row["base"]), int(best["satisfied"]), int(best["base"]))
