"""Priorities: what is expected where a driver's dissatisfied customers become neutral, and what to do first?"""

import math
from collections.abc import Hashable, Mapping
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from csat_core.analyses.importance import Model, Uncertainty
from csat_core.analyses.roi import returns
from csat_core.model.caveat import Caveat
from csat_core.model.estimate import Estimate
from csat_core.model.scenario import Customers, Scenario
from csat_core.stats.asymmetry import BANDS, Kind

IMPORTANCE = (
    "importance", "importance_low", "importance_high", "share_of_r_squared", "share_of_r_squared_low",
    "share_of_r_squared_high", "sign", "standardized", "vif", "logistic_importance", "logistic_share",
)  # fmt: skip
EFFECTS = (
    "rated_low", "rated_high", "penalty", "penalty_low", "penalty_high", "reward", "reward_low", "reward_high",
    "gain_satisfied", "gain_satisfied_low", "gain_satisfied_high", "gain_neutral", "gain_dissatisfied",
)  # fmt: skip
NAMES = {"share_low": "rated_low", "share_high": "rated_high"}
"""`_low` and `_high` are the limits of an interval everywhere else."""

FROM_MODEL = frozenset({Caveat.MOVES_TOGETHER, Caveat.NO_MIDDLE, Caveat.BENT})
MONEY = ("customers_kept", "money_kept")


class Quadrant(StrEnum):
    """Importance against performance, each above or below the average of the drivers."""

    WORK_ON = "work_on"
    """Important, and weaker than the others."""
    KEEP_UP = "keep_up"
    """Important, and stronger than the others."""
    WATCH = "watch"
    """Less important, and weaker."""
    NO_HURRY = "no_hurry"
    """Less important, and stronger."""


def prioritised(
    table: pd.DataFrame, model: Model | None, known: Uncertainty | None, customers: Customers, spend: Estimate
) -> pd.DataFrame:
    """`table` with IMPORTANCE, EFFECTS, MONEY, `kind`, `quadrant` and `quadrant_is_sure`; NaN and None outside the model.

    `customers_kept` and `money_kept` in a year, at the guide's leaving rates: an assumption.
    """
    found = table.copy()
    for name in (*IMPORTANCE, *EFFECTS, *MONEY):
        found[name] = np.nan
    found["kind"], found["quadrant"], found["quadrant_is_sure"] = None, None, False
    if model is None or model.importance is None or found.empty:
        return found
    at = found.index[found["driver"].isin([driver.id for driver in model.drivers])]
    for name, values in _importance(model, known).items():
        found.loc[at, name] = values
    effects = model.asymmetry if known is None else known.asymmetry
    if len(effects):
        found.loc[at, list(EFFECTS)] = effects.rename(columns=NAMES)[list(EFFECTS)].to_numpy(dtype=float)
        found["kind"] = found["kind"].astype(object)
        found.loc[at, "kind"] = [_kind(row) for row in effects.to_dict("records")]
        kept = [_kept(row, customers, spend) for row in effects.to_dict("records")]
        found.loc[at, list(MONEY)] = np.array(kept)
    _place(found, at)
    found["caveats"] = [_with_model(row, model) for row in found.to_dict("records")]
    return found


def _kind(row: Mapping[Hashable, Any]) -> Kind:
    """The kind of a driver; none can be told where low answers go with more satisfaction than middle ones, or high with less."""
    return Kind.CANNOT_TELL if _is_bent(row) else Kind(row["kind"])


def _is_bent(row: Mapping[Hashable, Any]) -> bool:
    return bool(row["penalty_low"] > 0 or row["reward_high"] < 0)


def _importance(model: Model, known: Uncertainty | None) -> dict[str, np.ndarray]:
    importance = model.importance
    assert importance is not None
    found = {
        "importance": importance.importances,
        "share_of_r_squared": importance.shares,
        "sign": np.sign(importance.correlations),
        "standardized": importance.standardized,
        "vif": importance.vif,
    }
    if known is not None:
        limits = known.limits
        found |= {"importance_low": limits.low, "importance_high": limits.high}
        found |= {"share_of_r_squared_low": limits.share_low, "share_of_r_squared_high": limits.share_high}
        if known.logistic is not None:
            found |= {"logistic_importance": known.logistic.importances, "logistic_share": known.logistic.shares}
    return found


def _kept(row: Mapping[Hashable, Any], customers: Customers, spend: Estimate) -> tuple[float, float]:
    """Customers and revenue kept in a year where the bands change as the gains say; NaN where unknown, or where none are.

    No band can lose more customers than it has: a gain that would is taken as far as it goes. Where low ratings go with
    more satisfaction, nobody would be kept by mending them, and customers lost by it are no finding.
    """
    change = [row[f"gain_{band}"] * customers.total for band in BANDS]
    if not np.isfinite(change).all() or customers.total == 0:
        return math.nan, math.nan
    reach = min([1.0, *(has / -moves for has, moves in zip(customers.counts, change, strict=True) if moves < 0)])
    dissatisfied, neutral, _ = (
        max(0.0, has + reach * moves) for has, moves in zip(customers.counts, change, strict=True)
    )
    after = Customers(
        dissatisfied=dissatisfied, neutral=neutral, satisfied=max(0.0, customers.total - dissatisfied - neutral)
    )
    worth = returns(Scenario(before=customers, after=after, spend=spend.value if spend.is_defined else None))
    return (worth.saved_customers, worth.saved) if worth.saved_customers >= 0 else (math.nan, math.nan)


def _place(found: pd.DataFrame, at: pd.Index) -> None:
    """The quadrant of each driver in the model, and whether its intervals stay within it; in place."""
    importance, performance = (found.loc[at, name].mean() for name in ("share_of_r_squared", "performance"))
    found["quadrant"] = found["quadrant"].astype(object)
    for row in at:
        one = found.loc[row]
        if math.isnan(one["share_of_r_squared"]):
            continue
        matters, is_strong = one["share_of_r_squared"] >= importance, one["performance"] >= performance
        found.at[row, "quadrant"] = (
            (Quadrant.KEEP_UP if is_strong else Quadrant.WORK_ON)
            if matters
            else (Quadrant.NO_HURRY if is_strong else Quadrant.WATCH)
        )
        found.at[row, "quadrant_is_sure"] = bool(
            (one["share_of_r_squared_low"] >= importance or one["share_of_r_squared_high"] < importance)
            and (one["performance_low"] >= performance or one["performance_high"] < performance)
        )


def _with_model(row: Mapping[Hashable, Any], model: Model) -> tuple[Caveat, ...]:
    """The caveats of a row and those that the model adds."""
    caveats: tuple[Caveat, ...] = tuple(caveat for caveat in row["caveats"] if caveat not in FROM_MODEL)
    moving = {driver.id for pair in model.together for driver in (pair.first, pair.second)}
    moving |= {driver.id for driver in model.inflated}
    if row["driver"] in moving:
        caveats = (*caveats, Caveat.MOVES_TOGETHER)
    if row["kind"] is not None and (math.isnan(row["penalty"]) or math.isnan(row["reward"])):
        caveats = (*caveats, Caveat.NO_MIDDLE)
    elif _is_bent(row):
        caveats = (*caveats, Caveat.BENT)
    return caveats


def weighed(table: pd.DataFrame) -> pd.DataFrame:
    """The drivers with a share of what all of them explain, the most important first."""
    known = table[table["share_of_r_squared"].notna()]
    return known.sort_values("importance", ascending=False, kind="stable", ignore_index=True)


def beyond_noise(table: pd.DataFrame) -> pd.DataFrame:
    """The weighed drivers whose correlation with the outcome has an interval that excludes 0, the most important first."""
    known = weighed(table)
    return known[(known["pearson_low"] > 0) | (known["pearson_high"] < 0)].reset_index(drop=True)


def contenders(table: pd.DataFrame) -> pd.DataFrame:
    """The weighed drivers that may matter most: the first, and those whose share's interval overlaps with its own.

    Where there are no intervals, the first alone.
    """
    known = weighed(table)
    if known.empty:
        return known
    overlaps = known["share_of_r_squared_high"] >= known.loc[0, "share_of_r_squared_low"]
    return known[overlaps | (known.index == 0)].reset_index(drop=True)


def first_things(table: pd.DataFrame) -> pd.DataFrame:
    """The drivers whose improvement is expected to lift the satisfied share, most first; those beyond chance only."""
    return by_gain(table[table["gain_satisfied_low"] > 0])


def by_gain(table: pd.DataFrame) -> pd.DataFrame:
    """The drivers by expected gain, most first; equal ones by what they keep, then by importance, then as in the file."""
    order = ["gain_satisfied", "customers_kept", "importance"]
    return table.sort_values(order, ascending=False, kind="stable", na_position="last", ignore_index=True)


def mean_lines(table: pd.DataFrame) -> tuple[float, float]:
    """Where the quadrants meet: the average share of R2 and the average performance of the drivers in the model."""
    known = table[table["share_of_r_squared"].notna()]
    return float(known["share_of_r_squared"].mean()), float(known["performance"].mean())
