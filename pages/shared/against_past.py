"""Against our past: the score of another time as a benchmark for the last complete period."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core.analyses import past as analysis
from csat_core.analyses.past import Before, Past
from csat_core.analyses.scorecard import Scorecard
from csat_core.figures.benchmarks import gap_rows
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.benchmark import Metric
from csat_core.model.formats import day, percent, period
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import Between, Predicate
from csat_core.model.scope import Scope
from csat_core.model.view import View
from pages.shared import gaps, loaders, render, words
from pages.shared.shell import Context

Behind = tuple[str, tuple[Predicate, ...]] | None
COLUMNS = ["key", "label", "value", "low", "high", "base", "tone", "note"]


def compare(context: Context, card: Scorecard, answer: DeltaGenerator) -> Behind:
    """What a person has clicked on: one of the stretches of time."""
    found = loaders.past(context.scope, context.view, context.policy)
    if found.current is None or not found.found:
        with answer:
            render.said(_nothing(card, found))
        return None
    now = period(found.current.label)
    with answer:
        first = found.found[0]
        clause = f"{gaps.place(first.gap)} {_named(first)} ({percent(first.gap.theirs)}){gaps.behind(first.gap)}"
        render.said(f"{words.measure_of(card)} of {percent(found.share.value)} in {now} is {clause}")
        render.quiet(f"{gaps.which(card, Metric.CSAT)} {now} is the last complete period in view.")
    chosen = _past_picture(context, found, words.measure_of(card))
    render.caveats(caveat for each in found.found for caveat in each.gap.caveats)
    _past_table(context)
    for each in found.found:
        if each.kind == chosen:
            return f"Answers: {_dates(each)}", (Between(column="day", low=each.since, high=each.until),)
    if chosen == NOW:
        return f"Answers: {now}", (Between(column="day", low=found.current.start, high=found.current.end),)
    return None


NOW = "now"
NAMES = {
    analysis.LAST_YEAR: "the same period last year",
    analysis.BEST_QUARTER: "the best quarter before",
    analysis.BASELINE: "the baseline",
}


def _nothing(card: Scorecard, found: Past) -> str:
    if card.since is None:
        return "The file has no dates, so there is no past to compare with."
    if found.current is None:
        return "No complete period has enough answers to be compared with the past."
    return f"Before {period(found.current.label)} there is nothing with enough answers to compare with."


def _named(before: Before) -> str:
    return NAMES[before.kind]


def _dates(before: Before) -> str:
    return f"{day(before.since)} to {day(before.until)}"


def _past_picture(context: Context, found: Past, measure: str) -> str | None:
    beyond = sum(each.gap.verdict in ("up", "down") for each in found.found)
    of = f"{beyond} of {len(found.found)} comparisons with the past {'is' if beyond == 1 else 'are'} beyond noise"
    st.subheader(of if beyond else "No comparison with the past is beyond noise", anchor=False)
    figure = loaders.made(_drawn, context.scope, context.view, context.policy, render.theme())
    chosen = render.mark(render.chart(figure, "past", f"{measure} now and {len(found.found)} times in the past"))
    render.quiet(
        "Diamond and line: now. Triangles point up or down where the past was better or worse beyond noise. "
        "Bars: 95 % intervals. Click a mark for its responses. The axis is zoomed.",
    )
    return chosen


def _drawn(scope: Scope, view: View, policy: BasePolicy, theme: str | None) -> Figure:
    found = loaders.past(scope, view, policy)
    assert found.current is not None
    ours = found.share
    rows = [(NOW, period(found.current.label), ours.value, ours.low, ours.high, float(ours.base), "ours", "now")]
    rows += [
        (
            *(each.kind, each.kind, each.theirs.value, each.theirs.low, each.theirs.high, float(each.theirs.base)),
            *(gaps.tone(each.gap), _dates(each)),
        )
        for each in found.found
    ]
    return sealed(inked(gap_rows(pd.DataFrame(rows, columns=COLUMNS), Metric.CSAT), theme))


def _past_table(context: Context) -> None:
    frame = loaders.made(_frame, context.scope, context.view, context.policy)
    render.table(frame, "past", "past", columns=PAST_COLUMNS)
    render.computed("past", _past_method)


def _frame(scope: Scope, view: View, policy: BasePolicy) -> pd.DataFrame:
    """One row for each stretch of the past."""
    found = loaders.past(scope, view, policy).found
    return pd.DataFrame(
        {
            "against": [each.kind for each in found],
            "dates": [_dates(each) for each in found],
            "theirs": [each.theirs.value for each in found],
            "base": [each.theirs.base for each in found],
            "gap": [100 * each.gap.gap.value for each in found],
            "gap_low": [100 * each.gap.gap.low for each in found],
            "gap_high": [100 * each.gap.gap.high for each in found],
            "verdict": [gaps.verdict(each.gap) for each in found],
        }
    )


PAST_COLUMNS: dict[str, object] = {
    "against": "Against",
    "dates": "Dates",
    "theirs": render.Share("Then"),
    "base": render.Whole("Base"),
    **gaps.POINTS,
}


def _past_method() -> None:
    render.quiet(
        "Now is the last complete period in view. The same period last year is the same month, quarter or year, the same ISO week "
        "or the same day. Nothing is compared across a change of wording. The best quarter is the complete one before now with the highest lower limit. "
        "The baseline is the first 30 days from the first of a month. Filters hold for all of them; the past may lie before the "
        "chosen dates. The gap has Newcombe's interval.",
    )
