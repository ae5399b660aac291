"""A person's own benchmarks in words: where one is from, how many are above us, and all of them as a table and a chart."""

from collections.abc import Sequence

import pandas as pd

from csat_core.analyses.benchmarks import Gap
from csat_core.figures.benchmarks import gap_rows
from csat_core.figures.style import Figure
from csat_core.model.amount import NOTHING
from csat_core.model.benchmark import Metric
from csat_core.model.formats import count
from csat_core.words import gaps
from csat_core.words.headings import Heading, Measured, Text, Year

MOST_ROWS = 15
US = "us"
"""The key of our own mark."""
COLUMNS: dict[str, Heading] = {
    "name": Text("Benchmark"),
    "metric": Text("Measures"),
    "theirs": Measured("Theirs"),
    "ours": Measured("Ours"),
    "gap": Measured("Gap"),
    "gap_low": Measured("95 % from"),
    "gap_high": Measured("95 % to"),
    "verdict": Text("Verdict"),
    "year": Year("Year"),
    "source": Text("Source"),
    "note": Text("To know"),
}
NOTE = "Diamond and line: ours, with its 95 % interval. The axis is zoomed."


def source(gap: Gap) -> str:
    """Where the benchmark is from, as far as that is known."""
    its = gap.benchmark
    parts = [its.source or "source not given", f"year {its.year}" if its.year else "year not given"]
    parts += [f"base {count(its.base)}" if its.base else "base not given"]
    return f"Source: {', '.join(parts)}."


def first(found: Sequence[Gap]) -> Gap:
    """The one to begin with: the first that we can be compared with."""
    return next((gap for gap in found if gap.comparable), found[0])


def alike(found: Sequence[Gap], metric: Metric) -> list[Gap]:
    """What we can be compared with in `metric`, the nearest first."""
    there = [gap for gap in found if gap.gap.is_defined and gap.benchmark.metric is metric]
    return sorted(there, key=lambda each: abs(each.gap.value))


def title(near: Sequence[Gap]) -> str:
    """The finding of the chart of benchmarks of one metric."""
    above = sum(each.theirs > each.ours.value for each in near)
    if len(near) == 1:
        return f"The one benchmark of this kind is {'above' if above else 'not above'} us"
    return f"{above} of {len(near)} benchmarks of this kind {'is' if above == 1 else 'are'} above us"


def note(near: Sequence[Gap]) -> str:
    """How the chart is read."""
    return f"{NOTE} The {MOST_ROWS} nearest of {len(near)} are drawn." if len(near) > MOST_ROWS else NOTE


def marks(near: Sequence[Gap]) -> pd.DataFrame:
    """The nearest of `near` and us, a row each, the best first: key, label, value, low, high, base, tone, note."""
    ours = near[0].ours
    rows = [
        *map(_mark, near[:MOST_ROWS]),
        (US, "Us", ours.value, ours.low, ours.high, float(ours.base), "ours", ""),
    ]
    columns = ["key", "label", "value", "low", "high", "base", "tone", "note"]
    return pd.DataFrame(rows, columns=columns).sort_values("value", ascending=False, kind="stable")


def _mark(gap: Gap) -> tuple[object, ...]:
    its, unknown = gap.benchmark, float("nan")
    base = float(its.base) if its.base else unknown
    # a name may read as our own key does
    return f"theirs {its.name}", its.name, its.value, unknown, unknown, base, gaps.tone(gap), str(its.year or "")


def figure(near: Sequence[Gap]) -> Figure:
    """The same as a figure."""
    return gap_rows(marks(near), near[0].benchmark.metric)


def rows(found: Sequence[Gap]) -> pd.DataFrame:
    """Every own benchmark, compared or not, and why."""
    metrics = [gap.benchmark.metric for gap in found]
    return pd.DataFrame(
        {
            "name": [gap.benchmark.name for gap in found],
            "metric": [metric.words for metric in metrics],
            "theirs": [metric.amount(gap.theirs) for metric, gap in zip(metrics, found, strict=True)],
            "ours": [metric.amount(gap.ours.value) for metric, gap in zip(metrics, found, strict=True)],
            **{
                name: [
                    metric.change(getattr(gap.gap, end)) if gap.gap.is_defined else NOTHING
                    for metric, gap in zip(metrics, found, strict=True)
                ]
                for name, end in (("gap", "value"), ("gap_low", "low"), ("gap_high", "high"))
            },
            "verdict": [gaps.verdict(gap) if gap.gap.is_defined else "not compared" for gap in found],
            "year": [float(gap.benchmark.year or "nan") for gap in found],
            "source": [gap.benchmark.source for gap in found],
            "note": [gaps.reasons(gap) for gap in found],
        }
    )
