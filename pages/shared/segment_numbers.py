"""The numbers behind the groups: each with its difference from the rest, the pairs, the dimensions, the statistics."""

import math

import pandas as pd
import streamlit as st

from csat_core import words
from csat_core.analyses import segments as analysis
from csat_core.analyses.segments import Segments
from csat_core.model.caveat import Caveat
from csat_core.model.formats import count, number, probability
from csat_core.words import segment_tables
from pages.shared import loaders, options, render, segments
from pages.shared.kept import beside
from pages.shared.segments import Asked
from pages.shared.shell import Context

SEARCHED_FROM = 15
NAMED = 4
"""Of the groups that a note holds for, those that are named."""


def groups(context: Context, asked: Asked) -> None:
    """Nothing; every group with its numbers, with a search where there are many."""
    frame = _all(asked)
    if len(frame) > SEARCHED_FROM:
        sought = options.text(context.dataset, "search", "Find a group", default="").casefold()
        frame = loaders.made(_sought, asked, sought) if sought else frame
        if frame.empty:
            render.quiet("No group has that in its name.")
            return
    shown = {name: heading for name, heading in segment_tables.COLUMNS.items() if name != "note"}
    render.table(frame, "groups", "groups", columns=shown)
    if notes := beside(frame, "notes", lambda: _notes(frame)):  # a sentence has no room in the table
        render.quiet(notes)


def _notes(frame: pd.DataFrame) -> str:
    """What is to be known of groups, each note once with those it holds for; empty where there is none."""
    noted = frame[frame["note"] != ""].groupby("note", sort=False)["group"].agg(list)
    return "\n".join(f"{_named(list(groups))}: {note}" for note, groups in noted.items())


def _named(groups: list[str]) -> str:
    more = f" and {len(groups) - NAMED} more" if len(groups) > NAMED else ""
    return ", ".join(words.shortened(group, 40) for group in groups[:NAMED]) + more


def _all(asked: Asked) -> pd.DataFrame:
    found = segments.found_for(asked)
    return beside(found.comparison.table, "groups", lambda: segment_tables.groups(found))


def _sought(asked: Asked, sought: str) -> pd.DataFrame:
    """Those of the groups whose name holds `sought`, letter case ignored."""
    frame = _all(asked)
    return frame[[sought in name.casefold() for name in frame["group"]]]


def dimensions(context: Context) -> None:
    """Nothing; the dimensions from the one that tells most apart to the one that tells least."""
    there, ranking = tuple(analysis.dimensions(context.dataset).values()), segments.ranking_of(context)
    frame = beside(ranking, "dimensions", lambda: segment_tables.dimensions(ranking, there))
    columns: dict[str, object] = {
        **segment_tables.DIMENSION_COLUMNS,
        "name": st.column_config.TextColumn("Dimension", width="medium"),
        "cramers_v_corrected": st.column_config.ProgressColumn(
            "How strongly they differ",
            min_value=0,
            max_value=1,
            format="%.2f",
            help="Cramér's V, corrected: 0 not at all, 1 wholly",
        ),
    }
    render.table(frame, "dimensions", "dimensions", columns=columns)


def method(asked: Asked) -> None:
    """Nothing; the test in its own words, and the pairs."""
    found = segments.found_for(asked)
    link = found.association
    if math.isnan(link.chi_square):
        is_alike = Caveat.ALL_ALIKE in found.caveats
        render.quiet((Caveat.ALL_ALIKE if is_alike else Caveat.ONE_GROUP).words)
        return
    exact = "" if math.isnan(link.p_value_exact) else f", exact p {probability(link.p_value_exact)}"
    render.quiet(
        f"Groups against satisfied or not, Pearson's chi-square {number(link.chi_square)} with "
        f"{link.degrees_of_freedom} degrees of freedom, p {probability(link.p_value)}{exact}; Cramér's V {number(link.cramers_v)}, "
        f"corrected after Bergsma {number(link.cramers_v_corrected)}; base {count(link.base)}. A group is marked above or "
        "below where its adjusted residual stands out after Holm's correction over all groups tested and Newcombe's interval "
        "of the difference from the rest says that it matters.",
    )
    if isinstance(found, Segments) and found.trend is not None and not math.isnan(found.trend.z):
        render.quiet(
            f"Along the steps from '{found.order[0] if found.order else ''}' up the satisfied share "
            f"{'rises' if found.trend.z > 0 else 'falls'}: Cochran-Armitage z {number(found.trend.z)}, p "
            f"{probability(found.trend.p_value)}.",
        )
    pairs(asked)


def pairs(asked: Asked) -> None:
    """Nothing; which groups differ from which."""
    found = segments.found_for(asked)
    frame = beside(found.comparison.pairs, "pairs", lambda: segment_tables.pairs(found))
    if frame.empty:
        return
    render.table(frame, "pairs", "pairs", columns=segment_tables.PAIR_COLUMNS)
