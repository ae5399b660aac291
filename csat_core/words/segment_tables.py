"""The groups as tables: every group, the dimensions, and the pairs, with what the numbers say in words."""

from collections.abc import Hashable, Iterable
from typing import Any

import pandas as pd

from csat_core.analyses.contrast import AGAINST
from csat_core.analyses.crossing import Crossing
from csat_core.model.dataset import Column
from csat_core.model.mark import mark_words
from csat_core.stats.contingency import REST
from csat_core.words.headings import SCORES, Apart, Decimal, Heading, Probability, Share, Text, Whole
from csat_core.words.segments import Groups, group_name

COLUMNS: dict[str, Heading] = {
    "group": Text("Group"),
    **{name: SCORES[name] for name in ("share", "low", "high")},
    "base": Whole("Base"),
    "says": Text("What it says"),
    "against_rest": Apart("vs the rest", "In points"),
    "dsat": Share("Dissatisfied"),
    "mean": Decimal("Mean"),
    "note": Text("Note"),
    "against_rest_low": Apart("vs rest from", "95 % interval of the difference"),
    "against_rest_high": Apart("vs rest to", "95 % interval of the difference"),
}
DIMENSION_COLUMNS: dict[str, Heading] = {
    "name": Text("Dimension"),
    "groups": Whole("Groups shown"),
    "base": Whole("Base"),
    "cramers_v_corrected": Decimal("How strongly they differ", "Cramér's V, corrected: 0 not at all, 1 wholly"),
    "says": Text("What it says"),
    "p": Probability("p"),
}
PAIR_COLUMNS: dict[str, Heading] = {
    "first": Text("Group"),
    "second": Text("against"),
    "difference": Apart("Points apart"),
    "low": Apart("95 % from"),
    "high": Apart("95 % to"),
    "says": Text("What it says"),
    "p": Probability("p after Holm"),
}


def _in_points(table: pd.DataFrame, *names: str) -> pd.DataFrame:
    """The table with differences of shares in points."""
    return table.assign(**{name: 100 * table[name].astype(float) for name in names})


def groups(found: Groups) -> pd.DataFrame:
    """Every group with its numbers and what they say, the lowest first."""
    table = found.comparison.table
    frame = _in_points(table, *AGAINST).assign(
        group=[group_name(found, at) for at in table.index],
        says=[_says(row) for row in table.to_dict("records")],
        note=[" ".join(caveat.words for caveat in caveats) for caveats in table["caveats"]],
    )
    return frame.sort_values("share", kind="stable", na_position="last") if isinstance(found, Crossing) else frame


def _says(row: dict[Hashable, Any]) -> str:
    if row["hidden"]:
        return "hidden"
    if pd.isna(row["residual"]):
        return "not compared"
    return mark_words(str(row["mark"]), str(row["verdict"]))


def dimensions(ranking: pd.DataFrame, there: Iterable[Column]) -> pd.DataFrame:
    """The dimensions as their table shows them, the one that tells most apart first."""
    names = {column.id: column.title for column in there}
    return ranking.assign(
        name=[names[column_id] for column_id in ranking["segment"]],
        says=["differ beyond chance" if p < 0.05 else "may be chance" for p in ranking["p_value_bh"]],
        p=ranking["p_value"].astype(float),
    )


def pairs(found: Groups) -> pd.DataFrame:
    """Which groups differ from which, the surest first."""
    table = found.comparison.pairs
    name = [group_name(found, at) for at in found.comparison.table.index]
    return _in_points(table, "difference", "low", "high").assign(
        first=[name[at] for at in table["first"]],
        second=["everybody else" if at == REST else name[at] for at in table["second"]],
        says=["differ beyond chance" if differs else "may be chance" for differs in table["differs"]],
        p=table["p_value_holm"].astype(float),
    ).sort_values("p_value_holm", kind="stable")  # fmt: skip
