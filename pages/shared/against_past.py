"""Against our past: the score of another time as a benchmark for the last complete period."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core import words
from csat_core.analyses.past import Past
from csat_core.analyses.scorecard import Scorecard
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.benchmark import Metric
from csat_core.model.formats import period
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import Between, Predicate
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.words import gaps
from csat_core.words import past as past_words
from pages.shared import loaders, render
from pages.shared.shell import Context

Behind = tuple[str, tuple[Predicate, ...]] | None


def compare(context: Context, card: Scorecard, answer: DeltaGenerator) -> Behind:
    """What a person has clicked on: one of the stretches of time."""
    found = loaders.past(context.scope, context.view, context.policy)
    if found.current is None or not found.found:
        render.said(past_words.nothing(card, found), answer)
        return None
    now = period(found.current.label)
    with answer:
        render.said(past_words.sentence(found, words.measure_of(card)), answer)
        render.quiet(f"{gaps.which(card, Metric.CSAT)} {now} is the last complete period in view.")
    chosen = _past_picture(context, found, words.measure_of(card))
    render.caveats(caveat for each in found.found for caveat in each.gap.caveats)
    _past_table(context)
    for each in found.found:
        if each.kind == chosen:
            return f"Answers: {past_words.dates(each)}", (Between(column="day", low=each.since, high=each.until),)
    if chosen == past_words.NOW:
        return f"Answers: {now}", (Between(column="day", low=found.current.start, high=found.current.end),)
    return None


def _past_picture(context: Context, found: Past, measure: str) -> str | None:
    st.subheader(past_words.title(found), anchor=False)
    figure = loaders.made(_drawn, context.scope, context.view, context.policy, render.theme())
    chosen = render.mark(render.chart(figure, "past", f"{measure} now and {len(found.found)} times in the past"))
    render.legend(
        "Diamond and line: now. Triangles point up or down where the past was better or worse beyond chance. "
        "Bars: 95 % intervals. The axis is zoomed.",
        "Click a mark for its responses.",
    )
    return chosen


def _drawn(scope: Scope, view: View, policy: BasePolicy, theme: str | None) -> Figure:
    return sealed(inked(past_words.figure(loaders.past(scope, view, policy)), theme))


def _past_table(context: Context) -> None:
    frame = loaders.made(_frame, context.scope, context.view, context.policy)
    render.table(frame, "past", "past", columns=past_words.COLUMNS)
    render.computed("past", _past_method)


def _frame(scope: Scope, view: View, policy: BasePolicy) -> pd.DataFrame:
    """One row for each stretch of the past."""
    return past_words.rows(loaders.past(scope, view, policy))


def _past_method() -> None:
    render.quiet(
        "Now is the last complete period in view. The same period last year is the same month, quarter or year, the same ISO week "
        "or the same day. Nothing is compared across a change of wording. The best quarter is the complete one before now with the highest lower limit. "
        "The baseline is the first 30 days from the first of a month. Filters hold for all of them; the past may lie before the "
        "chosen dates. The gap has Newcombe's interval.",
    )
