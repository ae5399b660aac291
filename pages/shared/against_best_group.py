"""The best group: the best level of a segment as a benchmark for all the others."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core import words
from csat_core.analyses.best_level import BestLevel, comparable_groups, proposed_group
from csat_core.analyses.scorecard import Scorecard
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.benchmark import Metric
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import OneOf, Predicate
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.words import best_group, gaps
from pages.shared import loaders, options, render
from pages.shared.shell import Context


def compare(context: Context, card: Scorecard, answer: DeltaGenerator) -> tuple[str, tuple[Predicate, ...]] | None:
    """What a person has clicked on: one of the groups."""
    dataset = context.dataset
    segments = comparable_groups(dataset)
    if not segments:
        render.said(best_group.NO_GROUPS, answer)
        return None
    apart = words.told_apart(dataset.columns)
    names = {column.id: apart[column.id] for column in segments}
    with st.columns(2)[0]:
        segment = options.choose(
            dataset,
            "within",
            "Groups of",
            list(names),
            default=proposed_group(segments).id,
            words=names.__getitem__,
        )
    key = (context.scope, context.view, context.policy, segment)
    found = loaders.best_level(*key)
    with answer:
        render.said(best_group.sentence(found, names[segment], words.measure_of(card)), answer)
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


Key = tuple[Scope, View, BasePolicy, str]


def _best_picture(key: Key, found: BestLevel, measure: str) -> str | None:
    st.subheader(best_group.title(found), anchor=False)
    figure = loaders.made(_drawn, key, render.theme())
    chosen = render.mark(render.chart(figure, f"best-{found.segment.id}", f"{measure} by group, the best first"))
    render.legend(best_group.note(found), "Click a mark for its responses.")
    return chosen


def _drawn(key: Key, theme: str | None) -> Figure:
    found = loaders.best_level(*key)
    assert found is not None
    return sealed(inked(best_group.figure(found), theme))


def _best_table(key: Key) -> None:
    render.table(loaders.made(_frame, key), "best", "groups", columns=best_group.COLUMNS)
    render.computed("best", _best_method)


def _frame(key: Key) -> pd.DataFrame:
    found = loaders.best_level(*key)
    assert found is not None
    return best_group.rows(found)


def _best_method() -> None:
    render.quiet(
        "The best group is the one with the highest lower limit of its 95 % interval among those with enough answers for a test. "
        "Gaps are shares minus its share with Newcombe's interval, each judged by itself.",
    )
