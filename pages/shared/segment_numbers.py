"""The numbers behind the groups: each with its difference from the rest, the pairs, the dimensions, the statistics."""

import math
from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from csat_core.analyses.contrast import AGAINST
from csat_core.analyses.segments import Segments
from csat_core.model.caveat import Caveat
from csat_core.model.formats import NOTHING, count, number
from csat_core.model.mark import mark_words
from csat_core.model.policy import BasePolicy
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.stats.contingency import REST
from pages.shared import loaders, options, render, segments
from pages.shared.kept import beside
from pages.shared.segments import Asked
from pages.shared.shell import Context

SEARCHED_FROM = 15
_points = st.column_config.NumberColumn
GROUP_COLUMNS: dict[str, object] = {
    "group": "Group",
    "share": render.Share("Satisfied"),
    "low": render.Share("95 % from"),
    "high": render.Share("95 % to"),
    "base": render.Whole("Base"),
    "says": "What it says",
    "against_rest": _points("vs the rest", format="%+.1f", help="In points"),
    "dsat": render.Share("Dissatisfied"),
    "mean": st.column_config.NumberColumn("Mean", format="%.2f"),
    "note": "Note",
    "against_rest_low": _points("vs rest from", format="%+.1f", help="95 % interval of the difference"),
    "against_rest_high": _points("vs rest to", format="%+.1f", help="95 % interval of the difference"),
}


def _in_points(table: pd.DataFrame, *names: str) -> pd.DataFrame:
    """The table with differences of shares in points."""
    return table.assign(**{name: 100 * table[name].astype(float) for name in names})


def groups(context: Context, asked: Asked) -> None:
    """Nothing; every group with its numbers, with a search where there are many."""
    frame = loaders.made(_groups, asked)
    if len(frame) > SEARCHED_FROM:
        sought = options.text(context.dataset, "search", "Find a group", default="").casefold()
        frame = loaders.made(_sought, asked, sought) if sought else frame
    has_notes = beside(frame, "has notes", lambda: any(frame["note"]))
    shown = {name: heading for name, heading in GROUP_COLUMNS.items() if name != "note" or has_notes}
    render.table(frame, "groups", "groups", columns=shown)


def _groups(asked: Asked) -> pd.DataFrame:
    """Every group with its numbers and what they say, the lowest first."""
    found = segments.found_for(asked)
    table = found.comparison.table
    frame = _in_points(table, *AGAINST).assign(
        group=[segments.group_name(found, at) for at in table.index],
        says=[_says(row) for row in table.to_dict("records")],
        note=[" ".join(caveat.words for caveat in caveats) for caveats in table["caveats"]],
    )
    return frame.sort_values("share", kind="stable", na_position="last") if asked.second else frame


def _sought(asked: Asked, sought: str) -> pd.DataFrame:
    """Those of the groups whose name holds `sought`, letter case ignored."""
    frame = loaders.made(_groups, asked)
    return frame[[sought in name.casefold() for name in frame["group"]]]


def _says(row: dict[Hashable, Any]) -> str:
    if row["hidden"]:
        return "hidden"
    if pd.isna(row["residual"]):
        return "not compared"
    return mark_words(str(row["mark"]), str(row["verdict"]))


def dimensions(context: Context) -> None:
    """Nothing; the dimensions from the one that tells most apart to the one that tells least."""
    frame = loaders.made(_dimensions, context.scope, context.view, context.policy)
    columns: dict[str, object] = {
        "name": st.column_config.TextColumn("Dimension", width="medium"),
        "groups": render.Whole("Groups shown"),
        "base": render.Whole("Base"),
        "cramers_v_corrected": st.column_config.ProgressColumn(
            "How strongly they differ",
            min_value=0,
            max_value=1,
            format="%.2f",
            help="Cramér's V, corrected: 0 not at all, 1 wholly",
        ),
        "says": "What it says",
        "p": st.column_config.TextColumn("p", alignment="right"),
    }
    render.table(frame, "dimensions", "dimensions", columns=columns)


def _dimensions(scope: Scope, view: View, policy: BasePolicy) -> pd.DataFrame:
    there = segments.offered(loaders.dataset(view))
    ranking = loaders.separations(scope, view, policy, tuple(there.values()))
    names = {column.id: column.name for column in there.values()}
    return ranking.assign(
        name=[names[column_id] for column_id in ranking["segment"]],
        says=["differ beyond noise" if p < 0.05 else "within noise" for p in ranking["p_value_bh"]],
        p=[_p(p) for p in ranking["p_value"]],
    )


def method(asked: Asked) -> None:
    """Nothing; the test in its own words, and the pairs."""
    found = segments.found_for(asked)
    link = found.association
    if math.isnan(link.chi_square):
        is_alike = Caveat.ALL_ALIKE in found.caveats
        render.quiet((Caveat.ALL_ALIKE if is_alike else Caveat.ONE_GROUP).words)
        return
    exact = "" if math.isnan(link.p_value_exact) else f", exact p {_p(link.p_value_exact)}"
    render.quiet(
        f"Groups against satisfied or not, Pearson's chi-square {number(link.chi_square)} with "
        f"{link.degrees_of_freedom} degrees of freedom, p {_p(link.p_value)}{exact}; Cramér's V {number(link.cramers_v)}, "
        f"corrected after Bergsma {number(link.cramers_v_corrected)}; base {count(link.base)}. A group is marked above or "
        "below where its adjusted residual stands out after Holm's correction over all groups tested and Newcombe's interval "
        "of the difference from the rest says that it matters.",
    )
    if isinstance(found, Segments) and found.trend is not None and not math.isnan(found.trend.z):
        render.quiet(
            f"Along the steps from '{found.order[0] if found.order else ''}' up the satisfied share "
            f"{'rises' if found.trend.z > 0 else 'falls'}: Cochran-Armitage z {number(found.trend.z)}, p "
            f"{_p(found.trend.p_value)}.",
        )
    pairs(asked)


def pairs(asked: Asked) -> None:
    """Nothing; which groups differ from which."""
    frame = loaders.made(_pairs, asked)
    if frame.empty:
        return
    columns: dict[str, object] = {
        "first": "Group",
        "second": "against",
        "difference": _points("Points apart", format="%+.1f"),
        "low": _points("95 % from", format="%+.1f"),
        "high": _points("95 % to", format="%+.1f"),
        "says": "What it says",
        "p": st.column_config.TextColumn("p after Holm", alignment="right"),
    }
    render.table(frame, "pairs", "pairs", columns=columns)


def _pairs(asked: Asked) -> pd.DataFrame:
    found = segments.found_for(asked)
    table = found.comparison.pairs
    name = [segments.group_name(found, at) for at in found.comparison.table.index]
    return _in_points(table, "difference", "low", "high").assign(
        first=[name[at] for at in table["first"]],
        second=["everybody else" if at == REST else name[at] for at in table["second"]],
        says=["differ beyond noise" if differs else "within noise" for differs in table["differs"]],
        p=[_p(p) for p in table["p_value_holm"]],
    ).sort_values("p_value_holm", kind="stable")  # fmt: skip


def _p(value: float) -> str:
    if math.isnan(value):
        return NOTHING
    return "below 0.0001" if value < 0.0001 else f"{value:.4f}"
