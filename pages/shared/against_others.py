"""Against others: a person's own benchmarks, brought by file, each compared only with what is like it."""

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core import words
from csat_core.analyses.benchmarks import Gap
from csat_core.analyses.benchmarks import compare as compared
from csat_core.analyses.scorecard import Scorecard
from csat_core.figures.benchmarks import gap_rows
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.formats import count
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import Predicate
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.words import gaps
from pages.shared import bring_benchmarks, gap_numbers, loaders, options, render
from pages.shared.shell import Context

MOST_ROWS = 15


def compare(context: Context, card: Scorecard, answer: DeltaGenerator) -> tuple[str, tuple[Predicate, ...]] | None:
    """What a person has clicked on: our own mark, for the responses behind it."""
    known = loaders.own_benchmarks()
    if not known:
        with answer:
            render.said("There are no benchmarks of your own yet: bring a small file of them, one row for each.")
        bring_benchmarks.a_file(context)
        return None
    key = (context.scope, context.view, context.policy, known)
    found = {gap.benchmark.name: gap for gap in loaders.made(_gaps, *key)}
    first = next((name for name, gap in found.items() if gap.comparable), known[0].name)
    with st.columns(2)[0]:
        chosen = options.choose(context.dataset, "benchmark", "Benchmark", list(found), default=first)
    gap = found[chosen]
    with answer:
        render.said(gaps.sentence(gap, words.shortened(chosen)))
        render.quiet(f"{gaps.which(card, gap.benchmark.metric)} {_source(gap)}")
    clicked = None
    if gap.gap.is_defined:
        gap_numbers.figures(gap, chosen)
        clicked = _picture(key, gap)
        render.caveats(gap.caveats)
    _table(key)
    bring_benchmarks.a_file(context)
    return ("All answers in view", ()) if clicked == US else None


US = "us"


def _source(gap: Gap) -> str:
    """Where the benchmark is from, as far as that is known."""
    its = gap.benchmark
    parts = [its.source or "source not given", f"year {its.year}" if its.year else "year not given"]
    parts += [f"base {count(its.base)}" if its.base else "base not given"]
    return f"Source: {', '.join(parts)}."


Key = tuple[Scope, View, BasePolicy, tuple[Benchmark, ...]]


def _gaps(scope: Scope, view: View, policy: BasePolicy, known: tuple[Benchmark, ...]) -> tuple[Gap, ...]:
    card, smallest = loaders.scorecard(scope, view, policy), loaders.dataset(scope, view).plan.smallest_difference
    return tuple(compared(card, each, policy, smallest) for each in known)


def _picture(key: Key, gap: Gap) -> str | None:
    """The benchmarks of one metric with us among them; the key of the mark a person has chosen."""
    metric = gap.benchmark.metric
    alike = _alike(key, metric)
    above = sum(each.theirs > gap.ours.value for each in alike)
    of = f"{above} of {len(alike)} benchmarks of this kind {'is' if above == 1 else 'are'} above us"
    alone = f"The one benchmark of this kind is {'above' if above else 'not above'} us"
    st.subheader(of if len(alike) > 1 else alone, anchor=False)
    drawn = min(len(alike), MOST_ROWS)
    figure = loaders.made(_drawn, key, metric, render.theme())
    chosen = render.mark(
        render.chart(figure, "own-benchmarks", f"Our {metric.words} and {drawn} benchmarks, best first")
    )
    dropped = f" The {drawn} nearest of {len(alike)} are drawn." if drawn < len(alike) else ""
    render.quiet(f"Diamond and line: ours, with its 95 % interval. The axis is zoomed.{dropped}")
    return chosen


def _alike(key: Key, metric: Metric) -> list[Gap]:
    """What we can be compared with in `metric`, the nearest first."""
    found = [gap for gap in loaders.made(_gaps, *key) if gap.gap.is_defined and gap.benchmark.metric is metric]
    return sorted(found, key=lambda each: abs(each.gap.value))


def _drawn(key: Key, metric: Metric, theme: str | None) -> Figure:
    near = _alike(key, metric)[:MOST_ROWS]
    ours = near[0].ours
    rows = [*map(_row, near), (US, "Us", ours.value, ours.low, ours.high, float(ours.base), "ours", "")]
    columns = ["key", "label", "value", "low", "high", "base", "tone", "note"]
    table = pd.DataFrame(rows, columns=columns).sort_values("value", ascending=False, kind="stable")
    return sealed(inked(gap_rows(table, metric), theme))


def _row(gap: Gap) -> tuple[object, ...]:
    its = gap.benchmark
    base = float(its.base) if its.base else float("nan")
    # a name may read as our own key does
    return (
        f"theirs {its.name}",
        its.name,
        its.value,
        float("nan"),
        float("nan"),
        base,
        gaps.tone(gap),
        str(its.year or ""),
    )


def _table(key: Key) -> None:
    """Every own benchmark, compared or not, and why."""
    st.subheader("All your benchmarks", anchor=False)
    render.table(loaders.made(_frame, *key), "own", "benchmarks", columns=COLUMNS)
    render.computed("own-benchmarks", _method)


def _frame(scope: Scope, view: View, policy: BasePolicy, known: tuple[Benchmark, ...]) -> pd.DataFrame:
    found = loaders.made(_gaps, scope, view, policy, known)
    return pd.DataFrame(
        {
            "name": [gap.benchmark.name for gap in found],
            "metric": [gap.benchmark.metric.words for gap in found],
            "theirs": [gap.benchmark.metric.written(gap.theirs) for gap in found],
            "ours": [gap.benchmark.metric.written(gap.ours.value) for gap in found],
            "gap": [gap.benchmark.metric.signed(gap.gap.value) for gap in found],
            "interval": [gaps.interval(gap) if gap.gap.is_defined else "" for gap in found],
            "verdict": [gaps.verdict(gap) if gap.gap.is_defined else "not compared" for gap in found],
            "year": pd.array([gap.benchmark.year for gap in found], dtype="Int64"),
            "source": [gap.benchmark.source for gap in found],
            "note": [gaps.reasons(gap) for gap in found],
        }
    )


COLUMNS: dict[str, object] = {
    "name": "Benchmark",
    "metric": "Measures",
    "theirs": st.column_config.TextColumn("Theirs", alignment="right"),
    "ours": st.column_config.TextColumn("Ours", alignment="right"),
    "gap": st.column_config.TextColumn("Gap", alignment="right"),
    "interval": st.column_config.TextColumn("95 % interval", alignment="right"),
    "verdict": "Verdict",
    "year": st.column_config.NumberColumn("Year", format="%d"),
    "source": "Source",
    "note": "To know",
}


def _method() -> None:
    render.quiet(
        "Gap = ours - theirs, between like measures on like scales only. A benchmark with a known base has an interval of its own: "
        "Newcombe's for shares; for the other measures ours widened by the root of 1 + n/m. Without a base it counts as exact.",
    )
