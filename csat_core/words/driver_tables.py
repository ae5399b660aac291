"""The drivers as tables: priorities, importance and correlation, with what the numbers say in words."""

import pandas as pd

from csat_core.analyses.drivers import Drivers
from csat_core.analyses.priorities import by_gain
from csat_core.model.dataset import Dataset
from csat_core.words.drivers import KINDS, QUADRANTS
from csat_core.words.headings import Apart, Decimal, Fine, Heading, Money, Probability, Share, Tenth, Text, Whole

PRIORITIES, IMPORTANCE, CORRELATION = "Priorities", "Importance", "Correlation"
_NAME: dict[str, Heading] = {"name": Text("Driver")}
_TABLES: dict[str, dict[str, Heading]] = {
    PRIORITIES: {
        **_NAME,
        "kind_words": Text("Kind"),
        "gain_points": Apart("Expected points"),
        "gain_points_low": Apart("95 % from"),
        "gain_points_high": Apart("95 % to"),
        "customers_kept": Whole("Customers kept"),
        "money_kept": Money("Kept a year"),
        "rated_low": Share("Rate it low"),
        "performance": Share("Satisfied"),
        "quadrant_words": Text("Quadrant"),
        "base": Whole("Base"),
        "note": Text("Note"),
    },
    IMPORTANCE: {
        **_NAME,
        "share_of_r_squared": Share("Explains"),
        "share_of_r_squared_low": Share("95 % from"),
        "share_of_r_squared_high": Share("95 % to"),
        "importance": Fine("In units of R2"),
        "standardized": Decimal("Standardized"),
        "vif": Decimal("VIF"),
        "penalty_points": Apart("Low ratings, points"),
        "penalty_points_low": Apart("95 % from"),
        "penalty_points_high": Apart("95 % to"),
        "reward_points": Apart("High ratings, points"),
        "reward_points_low": Apart("95 % from"),
        "reward_points_high": Apart("95 % to"),
        "note": Text("Note"),
    },
    CORRELATION: {
        **_NAME,
        "pearson": Decimal("Pearson"),
        "pearson_low": Decimal("95 % from"),
        "pearson_high": Decimal("95 % to"),
        "spearman": Decimal("Spearman"),
        "kendall": Decimal("Kendall"),
        "gamma": Decimal("Gamma"),
        "chi_square": Tenth("Chi-square"),
        "degrees_of_freedom": Whole("Df"),
        "p_value": Probability("p"),
        "cramers_v": Decimal("V"),
        "base": Whole("Base"),
        "note": Text("Note"),
    },
}


def offered(found: Drivers) -> list[str]:
    """The names of the tables that say anything."""
    return list(_TABLES) if found.table["importance"].notna().any() else [CORRELATION]


def columns(one: str, found: Drivers) -> dict[str, Heading]:
    """The columns of a table; without money where no spend is known."""
    return {name: heading for name, heading in _TABLES[one].items() if name != "money_kept" or found.spend.is_defined}


def rows(one: str, found: Drivers, dataset: Dataset) -> pd.DataFrame:
    """The drivers in the order of a table, with its words beside the numbers."""
    if one == PRIORITIES:
        table = by_gain(found.table)
    else:
        order = {IMPORTANCE: "importance", CORRELATION: "cramers_v"}[one]
        table = found.table.sort_values(order, ascending=False, kind="stable", na_position="last")
    places = zip(table["quadrant"], table["quadrant_is_sure"], strict=True)
    return table.assign(
        name=[dataset.column(driver).title for driver in table["driver"]],
        kind_words=[KINDS.get(kind, "") for kind in table["kind"]],
        quadrant_words=[QUADRANTS[name] + ("" if sure else ", perhaps") if name else "" for name, sure in places],
        note=[" ".join(caveat.words for caveat in caveats) for caveats in table["caveats"]],
        **{
            f"{shown}_points{end}": 100 * table[f"{name}{end}"]
            for shown, name in (("gain", "gain_satisfied"), ("penalty", "penalty"), ("reward", "reward"))
            for end in ("", "_low", "_high")
        },
    )
