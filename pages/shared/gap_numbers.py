"""Gaps in numbers: ours, theirs and what lies between."""

from functools import partial

from csat_core import words
from csat_core.analyses.benchmarks import Gap
from csat_core.words.gaps import OURS, interval, verdict
from pages.shared import render


def figures(gap: Gap, theirs: str) -> None:
    """Nothing; ours, theirs and the gap between them as three numbers."""
    metric = gap.benchmark.metric
    row = render.numbers("gap")
    low, high = metric.written(gap.ours.low), metric.written(gap.ours.high)
    metrics = partial(row.metric, delta_arrow="off", delta_color="off")
    metrics(OURS[metric], metric.written(gap.ours.value), delta=f"{low} to {high}")
    year = f"{gap.benchmark.year}" if gap.benchmark.year else "year not known"
    metrics(words.literal(theirs, 40), metric.written(gap.theirs), delta=year)
    metrics("Gap", metric.signed(gap.gap.value), delta=f"{interval(gap)} · {verdict(gap)}")
