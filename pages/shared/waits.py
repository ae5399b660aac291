"""Numbers beside the answers: how long customers waited or how often they had to ask, and what the score makes of it."""

import re

import pandas as pd
import streamlit as st

from csat_core.analyses.metric_bands import Met, MetricBands, metrics
from csat_core.model.dataset import Column
from csat_core.model.derived import Bands, InvalidCutsError
from csat_core.model.expectations import Unit, expectations, unit_of, usual_cuts
from csat_core.model.formats import percent, points
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import OneOf
from csat_core.model.scale import number_text
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.stats.proportions import Verdict
from pages.shared import loaders, options, render, words
from pages.shared.journey import WIDE, dissatisfied
from pages.shared.kept import beside
from pages.shared.shell import Context

NONE = "none"


def part(context: Context) -> None:
    """Nothing; the part of the page about one number of the file: its sentence, bands, expectations and responses."""
    metric, cuts = _choices(context, metrics(context.dataset))
    if metric is None:
        return
    key = (context.scope, context.view, context.policy, metric.id, cuts)
    found = loaders.metric_bands(*key)
    measure = words.measure_of(found)
    render.said(beside(found.table, "answer", lambda: answer(found, measure)), "metric")
    if found.met and found.met[0].within.is_defined:
        render.quiet(expected(found.met[0], measure))
    if not found.table["band"].notna().any():
        return
    figure = loaders.bands_figure(*key, measure, render.theme())
    chosen = render.mark(render.chart(figure, "bands", f"{measure} by band, from low to high, with its 95 % interval"))
    render.quiet(
        "From low to high. Orange, pointing down: below the others beyond noise; blue, pointing up: above them. "
        "Light bar: 95 % interval. The axis is zoomed. Click a band for what its dissatisfied customers say.",
    )
    _tables(context, found, cuts, measure)
    render.caveats(found.caveats)
    if chosen in found.bands.levels:
        also = (OneOf(column=found.bands.id, values=(chosen,)), dissatisfied(found.question, found.scheme))
        title = f"{words.shortened(metric.name)} {chosen}: responses of those who are not satisfied"
        render.responses(context, "band", title, also)


def _choices(context: Context, columns: tuple[Column, ...]) -> tuple[Column | None, tuple[float, ...]]:
    """The number to look at and where it is cut; at first one that customers expect something of, if there is one."""
    by_id = {column.id: column for column in columns}
    start = next((column.id for column in columns if usual_cuts(column)), NONE)
    st.subheader(_question(by_id.get(start)), anchor=False)
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


def _question(column: Column | None) -> str:
    if column is None or not expectations(column):
        return "Does the score go with a number?"
    if unit_of(column) is Unit.CONTACTS:
        return "Does having to ask again go with lower satisfaction?"
    return "Do slow replies go with lower satisfaction?"


def _cuts(context: Context, metric: Column) -> tuple[float, ...]:
    """Where the bands end, as typed; empty where nothing sensible is, and then as usual."""
    usual = ", ".join(map(number_text, usual_cuts(metric)))
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


def answer(found: MetricBands, measure: str) -> str:
    """What the bands say, in one sentence."""
    name = words.shortened(found.metric.name)
    if found.first is None or found.last is None:
        return f"There are too few answers with {name} in more than one band to compare."
    tested = found.table.loc[found.first : found.last]
    tested = tested[tested["band"].notna() & tested["against_rest"].notna()]
    low, high = found.table.loc[found.first], found.table.loc[found.last]
    ends = f"{percent(low['share'])} at {low['band']} to {percent(high['share'])} at {high['band']}"
    size = points(found.spread.value)
    if found.verdict not in (Verdict.UP, Verdict.DOWN):
        return f"{measure} goes from {ends} ({name}), {size} apart: {words.VERDICTS[found.verdict]}."
    side = "higher" if found.verdict is Verdict.UP else "lower"
    if tested["share"].is_monotonic_increasing or tested["share"].is_monotonic_decreasing:
        return f"{_more(found.metric, name)}, the {side} the score: {measure} goes from {ends}, {size} {side}, more than noise."
    top, bottom = (tested.loc[tested["share"].agg(which)] for which in ("idxmax", "idxmin"))
    most, turn = ("lowest", bottom) if top.name in (found.first, found.last) else ("highest", top)
    return (
        f"{measure} goes from {ends} ({name}), {size} {side}, more than noise, but not in a straight line: "
        f"it is {most} at {turn['band']} with {percent(turn['share'])}."
    )


def _more(metric: Column, name: str) -> str:
    if not expectations(metric):
        return f"The higher {name}"
    return "The more often customers have to ask" if unit_of(metric) is Unit.CONTACTS else "The longer customers wait"


def expected(met: Met, measure: str) -> str:
    """How the plainest expectation is met, and what it goes with."""
    claim = met.expectation.words
    text = f"{claim[0].upper()}{claim[1:]}: {percent(met.within.value)} of the answers here had that. "
    text += f"{measure} is {percent(met.inside.value)} among them and {percent(met.beyond.value)} among the others"
    if not met.difference.is_defined:
        return f"{text}."
    return f"{text}, {points(met.difference.value)} apart: {words.VERDICTS[met.verdict]}."


def _tables(context: Context, found: MetricBands, cuts: tuple[float, ...], measure: str) -> None:
    key = (context.scope, context.view, context.policy, found.metric.id, cuts)
    columns: dict[str, object] = {
        "band": words.shortened(found.metric.name, 40),
        "part": render.Share("Of answers"),
        **{name: render.SCORE_COLUMNS[name] for name in ("share", "low", "high", "base")},
        "against_rest": render.Points("vs others"),
    }
    if any(found.table["caveats"]):
        columns["note"] = "Note"
    render.table(loaders.made(_rows, *key), "bands", "bands", columns=columns)
    if not found.met:
        return
    render.folded("What customers expect", "expectations", lambda: _expectations(measure, key), icon=":material/timer:")


def _expectations(measure: str, key: tuple[Scope, View, BasePolicy, str, tuple[float, ...]]) -> None:
    """Nothing; how each expectation of the guide is met, and what it goes with."""
    columns: dict[str, object] = {
        "claim": st.column_config.TextColumn("Expectation (the guide's claim)", width="large"),
        "limit": st.column_config.NumberColumn("Up to", format="localized"),
        "within": render.Share("Met"),
        "inside": render.Share(f"{measure} if met"),
        "beyond": render.Share("If not"),
        "difference": render.Points("Difference"),
        "verdict": "Verdict",
    }
    render.table(loaders.made(_expected_rows, *key), "expectations", "expectations", columns=columns)


def _rows(scope: Scope, view: View, policy: BasePolicy, metric: str, cuts: tuple[float, ...]) -> pd.DataFrame:
    """The bands as the table shows them."""
    table = loaders.metric_bands(scope, view, policy, metric, cuts).table
    return table.assign(
        band=["(not known)" if band is None else band for band in table["band"]],
        note=[" ".join(caveat.words for caveat in caveats) for caveats in table["caveats"]],
    )


def _expected_rows(scope: Scope, view: View, policy: BasePolicy, metric: str, cuts: tuple[float, ...]) -> pd.DataFrame:
    """The expectations of customers as the table shows them."""
    return pd.DataFrame(
        [
            {
                "claim": f"{met.expectation.words[0].upper()}{met.expectation.words[1:]}",
                "limit": met.expectation.limit,
                "within": met.within.value,
                "inside": met.inside.value,
                "beyond": met.beyond.value,
                "difference": met.difference.value,
                "verdict": words.VERDICTS[met.verdict] if met.difference.is_defined else "not tested",
            }
            for met in loaders.metric_bands(scope, view, policy, metric, cuts).met
        ]
    )
