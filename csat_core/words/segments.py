"""Words about groups: which is the least satisfied, which are hidden, and what chart titles say."""

from typing import Any

import pandas as pd

from csat_core import words
from csat_core.analyses.crossing import Crossing
from csat_core.analyses.group_comparison import GroupComparison
from csat_core.analyses.segments import Segments
from csat_core.figures.segments import level_name
from csat_core.model.caveat import Caveat
from csat_core.model.formats import count, percent, points
from csat_core.model.policy import BasePolicy
from csat_core.stats.proportions import Verdict

Groups = Segments | Crossing
"""The groups of one dimension, or of two crossed."""


def answer(found: Groups, policy: BasePolicy) -> str:
    """What can be said of the groups, in one sentence."""
    if not found.total.is_defined:
        return "There are too few answers here to compare groups. Widen the period or remove a filter."
    what = _dimension_words(found)
    compared, measure = found.comparison, words.measure(found.scheme)
    if compared.lowest is not None:
        row: Any = compared.table.loc[compared.lowest]
        return (
            f"Of the {what} groups, {_said_name(found, compared.lowest)} is the least satisfied: {measure} "
            f"{percent(row['share'])}, {points(row['against_rest'])} below the rest: more than chance."
        )
    if compared.highest is not None:
        row = compared.table.loc[compared.highest]
        return (
            f"No {what} group falls below the rest beyond chance; {_said_name(found, compared.highest)} stands above it by "
            f"{points(row['against_rest'])}."
        )
    return _nothing(compared, what, policy)


def _nothing(compared: GroupComparison, what: str, policy: BasePolicy) -> str:
    if Caveat.ALL_ALIKE in compared.caveats:
        return f"The {what} groups cannot differ: all of their answers are satisfied, or none is."
    tested = compared.table[compared.table["residual"].notna()]
    if tested.empty:
        return f"One cannot tell: there are not two {what} groups with {policy.tested_from} answers or more."
    if set(tested["verdict"]) <= {Verdict.NO_CHANGE, Verdict.TOO_SMALL}:
        return f"The {what} groups are alike: no difference that matters."
    if compared.association.decisive_p < 0.05:
        return f"The {what} groups differ beyond chance, but no single one stands out from the rest."
    return f"No {what} group differs from the rest beyond chance, so one cannot tell them apart."


def _dimension_words(found: Groups) -> str:
    columns = (found.first, found.second) if isinstance(found, Crossing) else (found.dimension,)
    return " × ".join(words.shortened(column.title, 40) for column in columns)


def _said_name(found: Groups, place: Any) -> str:
    """A group in a sentence: on one line, not too long."""
    return words.shortened(group_name(found, place), 60)


def group_name(found: Groups, place: Any) -> str:
    """A group in words."""
    row: Any = found.comparison.table.loc[place]
    if isinstance(found, Crossing):
        return f"{level_name(row[found.first.id])} × {level_name(row[found.second.id])}"
    return level_name(row["level"], row["rolled"])


def small_groups(found: Groups, policy: BasePolicy) -> str:
    """Which groups are hidden or shown without a test, in a sentence; empty where there are none."""
    table = found.comparison.table
    hidden = [_said_name(found, at) for at in table.index[table["hidden"].astype(bool) & _has_answers(table)]]
    few = [_said_name(found, at) for at in table.index[table["base"].astype(float) < policy.tested_from]]
    said = []
    if hidden:
        which = f"{count(len(hidden))} combinations" if isinstance(found, Crossing) else _listed(hidden)
        said.append(f"Hidden, for a group here has fewer than {policy.shown_from} answers: {which}.")
    if few:
        said.append(f"Shown, but with fewer than {policy.tested_from} answers not compared: {_listed(few)}.")
    return " ".join(said)


def _has_answers(table: pd.DataFrame) -> pd.Series:
    return pd.Series([Caveat.EMPTY_BASE not in caveats for caveats in table["caveats"]], index=table.index, dtype=bool)


def _listed(names: list[str], most: int = 6) -> str:
    more = f" and {count(len(names) - most)} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def title(found: Segments) -> str:
    """The finding of the chart of groups."""
    marks, measure = found.table["mark"], words.measure(found.scheme)
    if found.trend is not None and found.trend.p_value < 0.05:
        return f"{measure} {'rises' if found.trend.z > 0 else 'falls'} from step to step"
    below, above = int((marks == "below").sum()), int((marks == "above").sum())
    shown = count((~found.table["hidden"].astype(bool)).sum())
    if below and above:
        return f"{below} of {shown} groups below the rest, {above} above it"
    if below or above:
        return f"{below or above} of {shown} groups {'below' if below else 'above'} the rest"
    return "No group stands out from the rest"


def grid_title(found: Crossing) -> str:
    """The finding of the grid of two dimensions."""
    marks = found.table["mark"]
    below, above = int((marks == "below").sum()), int((marks == "above").sum())
    if below and above:
        return f"{below} combinations below the rest, {above} above it"
    if below or above:
        return f"{below or above} combinations {'below' if below else 'above'} the rest"
    return "No combination stands out from the rest"
