"""The best group: the best level of a segment as a benchmark for all the others."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core import words
from csat_core.analyses.best_level import BestLevel
from csat_core.analyses.scorecard import Scorecard
from csat_core.figures.benchmarks import gap_rows
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.benchmark import Metric
from csat_core.model.formats import percent
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import OneOf, Predicate
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.stats.proportions import Verdict
from csat_core.words import gaps
from pages.shared import gap_numbers, loaders, options, render
from pages.shared.shell import Context

MOST_ROWS = 12


def compare(context: Context, card: Scorecard, answer: DeltaGenerator) -> tuple[str, tuple[Predicate, ...]] | None:
    """What a person has clicked on: one of the groups."""
    dataset = context.dataset
    segments = [column for column in dataset.segments_of_interest if 1 < len(column.levels) < 1_000]
    if not segments:
        with answer:
            render.said("There is no column here that divides the customers, so no group can be the best.")
        return None
    apart = words.told_apart(dataset.columns)
    names = {column.id: apart[column.id] for column in segments}
    with st.columns(2)[0]:
        segment = options.choose(
            dataset, "within", "Groups of", list(names), default=_place_first(names), words=names.__getitem__
        )
    key = (context.scope, context.view, context.policy, segment)
    found = loaders.best_level(*key)
    with answer:
        render.said(_best_sentence(found, names[segment], words.measure_of(card)))
        render.quiet(gaps.which(card, Metric.CSAT))
    if found is None:
        return None
    chosen = _best_picture(key, found, words.measure_of(card))
    render.caveats(found.gap.caveats)
    _best_table(key)
    if chosen is None:
        return None
    level = found.table["level"].iloc[int(chosen)]
    return f"Answers: {words.level(level)}", (OneOf(column=segment, values=(level,)),)


def _place_first(names: dict[str, str]) -> str:
    """A segment of places where there is one, else the first."""
    places = ("region", "country", "market", "state", "city", "store", "branch")
    return next((i for place in places for i, name in names.items() if place in name.casefold()), next(iter(names)))


def _best_sentence(found: BestLevel | None, segment: str, measure: str) -> str:
    if found is None:
        return f"Fewer than two groups of {segment} have enough answers to be compared."
    gap = found.gap
    return (
        f"The best of {words.shortened(segment, 40)} is {words.level(found.level)} with {percent(gap.theirs)}; {measure} of all "
        f"the others together is {percent(gap.ours.value)}, {gaps.place(gap)} it{gaps.behind(gap)}"
    )


Key = tuple[Scope, View, BasePolicy, str]


def _best_picture(key: Key, found: BestLevel, measure: str) -> str | None:
    behind = int((found.table["verdict"] == "down").sum())
    tested = int(found.table["gap"].notna().sum())
    verb = "is" if behind == 1 else "are"
    st.subheader(f"{behind} of {tested} other groups {verb} behind the best beyond noise", anchor=False)
    figure = loaders.made(_drawn, key, render.theme())
    chosen = render.mark(render.chart(figure, f"best-{found.segment.id}", f"{measure} by group, the best first"))
    left_out = len(found.table) - len(_shown(found))
    rest = f" {left_out} more stand in the table only, or are hidden for their few answers." if left_out else ""
    render.legend(
        "Line: the best group. Triangles point down where a group is behind it beyond noise. "
        f"The axis is zoomed.{rest}",
        "Click a mark for its responses.",
    )
    return chosen


def _shown(found: BestLevel) -> pd.DataFrame:
    return found.table[~found.table["hidden"].astype(bool)].head(MOST_ROWS)


def _drawn(key: Key, theme: str | None) -> Figure:
    found = loaders.best_level(*key)
    assert found is not None
    shown = _shown(found)
    table = pd.DataFrame(
        {
            "key": [str(at) for at in shown.index],
            "label": [words.level(level) for level in shown["level"]],
            "value": shown["share"].astype(float),
            **{name: shown[name].astype(float) for name in ("low", "high", "base")},
            "tone": ["below" if each == "down" else "plain" for each in shown["verdict"]],
            "note": ["the best" if level == found.level else "" for level in shown["level"]],
        }
    )
    return sealed(inked(gap_rows(table, Metric.CSAT, found.gap.theirs, "the best"), theme))


def _best_table(key: Key) -> None:
    columns = {"level": "Group", "share": render.Share("Satisfied"), "base": render.Whole("Base"), **gap_numbers.POINTS}
    render.table(loaders.made(_frame, key), "best", "groups", columns=columns)
    render.computed("best", _best_method)


def _frame(key: Key) -> pd.DataFrame:
    """Every group with its gap to the best in points, and the verdict in words."""
    found = loaders.best_level(*key)
    assert found is not None
    return found.table.assign(
        level=[words.level(level) for level in found.table["level"]],
        verdict=[_verdict(row) for row in found.table.to_dict("records")],
        **{name: 100 * found.table[name] for name in ("gap", "gap_low", "gap_high")},
    )


def _verdict(row: dict[str, object]) -> str:
    if isinstance(row["verdict"], str):
        return words.VERDICTS[Verdict(row["verdict"])]
    return "hidden: too few answers" if row["hidden"] else ""


def _best_method() -> None:
    render.quiet(
        "The best group is the one with the highest lower limit of its 95 % interval among those with enough answers for a test. "
        "Gaps are shares minus its share with Newcombe's interval, each judged by itself.",
    )
