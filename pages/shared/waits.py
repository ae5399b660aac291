"""Numbers beside the answers: how long customers waited or how often they had to ask, and what the score makes of it."""

import re

import streamlit as st

from csat_core import words
from csat_core.analyses.metric_bands import MetricBands, metrics, proposed_metric
from csat_core.exports.source import Banded
from csat_core.model.dataset import Column
from csat_core.model.derived import Bands, InvalidCutsError
from csat_core.model.expectations import usual_cuts
from csat_core.model.predicate import OneOf
from csat_core.model.scale import number_text
from csat_core.words import waits as wait_words
from csat_core.words.headings import Points, Share
from pages.shared import loaders, options, render
from pages.shared.journey import WIDE, dissatisfied
from pages.shared.kept import beside
from pages.shared.shell import Context

NONE = "none"


def part(context: Context) -> Banded:
    """What was chosen; the part of the page about one number of the file: its sentence, bands, expectations and responses."""
    metric, cuts = _choices(context, metrics(context.dataset))
    if metric is not None:
        _part(context, metric, cuts)
    return Banded(metric=metric, cuts=cuts)


def _part(context: Context, metric: Column, cuts: tuple[float, ...]) -> None:
    key = (context.scope, context.view, context.policy, metric.id, cuts)
    found = loaders.metric_bands(*key)
    measure = words.measure_of(found)
    answer = render.answer("metric")
    render.said(beside(found.table, "answer", lambda: wait_words.answer(found, measure)), answer)
    if found.met and found.met[0].within.is_defined:
        with answer:
            render.quiet(wait_words.expected(found.met[0], measure))
    if not found.table["band"].notna().any():
        return
    figure = loaders.bands_figure(*key, measure, render.theme())
    chosen = render.mark(render.chart(figure, "bands", f"{measure} by band, from low to high, with its 95 % interval"))
    render.legend(
        "From low to high. Orange, pointing down: below the others beyond chance; blue, pointing up: above them. "
        "Light bar: 95 % interval. The axis is zoomed.",
        "Click a band for what its dissatisfied customers say.",
    )
    label = "The numbers of each band, and what customers expect"
    render.folded(label, "bands-fold", lambda: _tables(found, measure), icon=":material/timer:")
    render.caveats(found.caveats)
    if chosen in found.bands.levels:
        also = (OneOf(column=found.bands.id, values=(chosen,)), dissatisfied(found.question, found.scheme))
        title = f"{words.shortened(metric.title)} {chosen}: responses of those who are not satisfied"
        render.responses(context, "band", title, also)


def _choices(context: Context, columns: tuple[Column, ...]) -> tuple[Column | None, tuple[float, ...]]:
    """The number to look at and where it is cut; at first one that customers expect something of, if there is one."""
    by_id = {column.id: column for column in columns}
    proposed = proposed_metric(context.dataset)
    start = proposed.id if proposed else NONE
    st.subheader(wait_words.question(by_id.get(start)), anchor=False)
    chosen = start
    if len(columns) > 1 or start == NONE:
        names = words.told_apart(columns) | {NONE: "choose a number of the file"}
        offered = [NONE, *by_id] if start == NONE else list(by_id)
        chosen = options.choose(
            context.dataset, "measure", "Number", offered, default=start, words=names.__getitem__, width=WIDE
        )
    if chosen == NONE:
        return None, ()
    return by_id[chosen], _cuts(context, by_id[chosen])


def _cuts(context: Context, metric: Column) -> tuple[float, ...]:
    """Where the bands end, as typed; empty where nothing sensible is, and then as usual."""
    if context.scope.is_guarded:  # two sets of bands would tell apart what lies between their ends
        return ()
    usual = ", ".join(map(number_text, context.dataset.plan.cuts_of(metric.id) or usual_cuts(metric)))
    typed = options.text(
        context.dataset, "cuts", "Bands end at", default=usual, of=metric.id, placeholder="quarters of the answers",
        help="Numbers from small to large, such as 3, 10, 60; each belongs to the band below it", width=WIDE,
    )  # fmt: skip
    try:
        cuts = tuple(map(float, re.split(r"[,;\s]+", typed.strip(" ,;")))) if typed else ()
        if cuts:
            Bands(number=metric.id, cuts=cuts)
    except (ValueError, InvalidCutsError):
        render.quiet(str(InvalidCutsError(words.shortened(typed, 40))))
        return ()
    return cuts


def _tables(found: MetricBands, measure: str) -> None:
    frame = beside(found.table, "rows", lambda: wait_words.rows(found))
    render.table(frame, "bands", "bands", columns=wait_words.columns(found))
    if found.met:
        _expectations(found, measure)


def _expectations(found: MetricBands, measure: str) -> None:
    """Nothing; how each expectation of the guide is met, and what it goes with."""
    render.strong("What customers expect", "expectations")
    columns: dict[str, object] = {
        "claim": st.column_config.TextColumn("Expectation (the guide's claim)", width="large"),
        "limit": st.column_config.NumberColumn("Up to", format="localized"),
        "within": Share("Met"),
        "inside": Share(f"{measure} if met"),
        "beyond": Share("If not"),
        "difference": Points("Difference"),
        "verdict": "Verdict",
    }
    frame = beside(found.table, "expected", lambda: wait_words.expected_rows(found))
    render.table(frame, "expectations", "expectations", columns=columns)
