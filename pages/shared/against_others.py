"""Against others: a person's own benchmarks, brought by file, each compared only with what is like it."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core import words
from csat_core.analyses.benchmarks import Gap
from csat_core.analyses.benchmarks import compare as compared
from csat_core.analyses.scorecard import Scorecard
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import Predicate
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.words import gaps
from csat_core.words import own_benchmarks as own_words
from pages.shared import bring_benchmarks, gap_numbers, loaders, options, render
from pages.shared.shell import Context


def compare(context: Context, card: Scorecard, answer: DeltaGenerator) -> tuple[str, tuple[Predicate, ...]] | None:
    """What a person has clicked on: our own mark, for the responses behind it."""
    known = loaders.own_benchmarks()
    if not known:
        render.said("There are no benchmarks of your own yet: bring a small file of them, one row for each.", answer)
        bring_benchmarks.a_file(context)
        return None
    key = (context.scope, context.view, context.policy, known)
    found = {gap.benchmark.name: gap for gap in loaders.made(_gaps, *key)}
    first = own_words.first(list(found.values())).benchmark.name
    with st.columns(2)[0]:
        chosen = options.choose(context.dataset, "benchmark", "Benchmark", list(found), default=first)
    gap = found[chosen]
    with answer:
        render.said(gaps.sentence(gap, words.shortened(chosen)), answer)
        render.quiet(f"{gaps.which(card, gap.benchmark.metric)} {own_words.source(gap)}")
    clicked = None
    if gap.gap.is_defined:
        gap_numbers.figures(gap, chosen)
        clicked = _picture(key, gap)
        render.caveats(gap.caveats)
    _table(key)
    bring_benchmarks.a_file(context)
    return ("All answers in view", ()) if clicked == own_words.US else None


Key = tuple[Scope, View, BasePolicy, tuple[Benchmark, ...]]


def _gaps(scope: Scope, view: View, policy: BasePolicy, known: tuple[Benchmark, ...]) -> tuple[Gap, ...]:
    card, smallest = loaders.scorecard(scope, view, policy), loaders.dataset(scope, view).plan.smallest_difference
    return tuple(compared(card, each, policy, smallest) for each in known)


def _picture(key: Key, gap: Gap) -> str | None:
    """The benchmarks of one metric with us among them; the key of the mark a person has chosen."""
    near = own_words.alike(loaders.made(_gaps, *key), gap.benchmark.metric)
    st.subheader(own_words.title(near), anchor=False)
    drawn = min(len(near), own_words.MOST_ROWS)
    figure = loaders.made(_drawn, key, gap.benchmark.metric, render.theme())
    alt = f"Our {gap.benchmark.metric.words} and {drawn} benchmarks, best first"
    chosen = render.mark(render.chart(figure, "own-benchmarks", alt))
    render.quiet(own_words.note(near))
    return chosen


def _drawn(key: Key, metric: Metric, theme: str | None) -> Figure:
    return sealed(inked(own_words.figure(own_words.alike(loaders.made(_gaps, *key), metric)), theme))


def _table(key: Key) -> None:
    """Every own benchmark, compared or not, and why."""
    st.subheader("All your benchmarks", anchor=False)
    render.table(loaders.made(_frame, *key), "own", "benchmarks", columns=own_words.COLUMNS)
    render.computed("own-benchmarks", _method)


def _frame(scope: Scope, view: View, policy: BasePolicy, known: tuple[Benchmark, ...]) -> pd.DataFrame:
    return own_words.rows(loaders.made(_gaps, scope, view, policy, known))


def _method() -> None:
    render.quiet(
        "Gap = ours - theirs, between like measures on like scales only. A benchmark with a known base has an interval of its own: "
        "Newcombe's for shares; for the other measures ours widened by the root of 1 + n/m. Without a base it counts as exact.",
    )
