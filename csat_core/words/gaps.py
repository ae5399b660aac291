"""Gaps in words: how far we stand from a benchmark, and what may be made of it."""

from csat_core import words
from csat_core.analyses.benchmarks import Gap
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.benchmark import Metric
from csat_core.model.caveat import Caveat
from csat_core.model.formats import percent
from csat_core.stats.proportions import Verdict

OURS = {
    Metric.CSAT: "Our satisfied share",
    Metric.INDEX: "Our index",
    Metric.NPS: "Our net promoter score",
    Metric.MEAN: "Our mean answer",
}

BLOCKING = (Caveat.BENCHMARK_OTHER_METRIC, Caveat.BENCHMARK_OTHER_SCALE, Caveat.BENCHMARK_TWO_ANSWERS)
"""Each of them alone rules a comparison out."""


def sentence(gap: Gap, theirs: str) -> str:
    """The answer: ours, the size of the gap, its interval and the verdict. `theirs` names the benchmark."""
    metric = gap.benchmark.metric
    value = metric.written(gap.theirs)
    if not gap.gap.is_defined:
        why = " ".join(caveat.words for caveat in gap.caveats if caveat in BLOCKING)
        return f"{theirs[:1].upper()}{theirs[1:]} is {value}, and it cannot be compared with us. {why}"
    return f"{OURS[metric]} of {metric.written(gap.ours.value)} is {place(gap)} {theirs} ({value}){behind(gap)}"


def place(gap: Gap) -> str:
    """`3.1 points below`."""
    metric, value = gap.benchmark.metric, gap.gap.value
    if metric.signed(value)[1:] == metric.signed(0.0)[1:]:
        return "level with"
    return f"{metric.difference(value)} {'above' if value > 0 else 'below'}"


def behind(gap: Gap) -> str:
    """The end of the sentence: verdict and interval."""
    if Caveat.NO_SPREAD in gap.caveats:
        return ": one cannot tell, for all answers are equal and the interval is not known."
    said = _SAID[gap.verdict] if gap.verdict else "too few answers to judge"
    return f": {said} (95 % interval {interval(gap)})."


_SAID = words.VERDICTS | {
    Verdict.NO_CHANGE: "no difference that matters",
    Verdict.CANNOT_TELL: "this may be chance, so one cannot tell",
}


def interval(gap: Gap) -> str:
    """The limits of the gap, `−3.6 to −2.6`."""
    metric = gap.benchmark.metric
    return f"{metric.signed(gap.gap.low)} to {metric.signed(gap.gap.high)}"


def verdict(gap: Gap) -> str:
    """What the interval allows one to say."""
    return words.VERDICTS[gap.verdict] if gap.verdict else "too few answers to judge"


def tone(gap: Gap) -> str:
    """How the mark of the benchmark looks: above us, below us, or neither for sure."""
    return {"up": "below", "down": "above"}.get(gap.verdict or "", "plain")


def reasons(gap: Gap) -> str:
    """Every caveat as a sentence."""
    return " ".join(caveat.words for caveat in dict.fromkeys(gap.caveats))


def which(card: Scorecard, metric: Metric) -> str:
    """Which of our numbers is compared, and why it is not always the headline."""
    csat = f"{words.measure_of(card)} ({percent(card.share.value)})"
    if metric is Metric.CSAT:
        return f"Compared is {words.measure_of(card)} by the scheme {card.scheme.id}."
    return f"Compared is our {metric.words}, not {csat}: the benchmark is one too, and unlike measures have no gap. {words.measure_of(card)} stays the headline."
