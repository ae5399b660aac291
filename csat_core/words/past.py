"""Words about our past: the last complete period against a year before, the best quarter and the baseline."""

import pandas as pd

from csat_core.analyses import past as analysis
from csat_core.analyses.past import Before, Past
from csat_core.analyses.scorecard import Scorecard
from csat_core.figures.benchmarks import gap_rows
from csat_core.figures.style import Figure
from csat_core.model.benchmark import Metric
from csat_core.model.caveat import Caveat
from csat_core.model.formats import day, percent, period
from csat_core.words import gaps
from csat_core.words.headings import Apart, Heading, Share, Text, Whole

NOW = "now"
"""The key of the mark of the last complete period."""
_MARKS = ["key", "label", "value", "low", "high", "base", "tone", "note"]
COLUMNS: dict[str, Heading] = {
    "against": Text("Against"),
    "dates": Text("Dates"),
    "theirs": Share("Then"),
    "base": Whole("Base"),
    "gap": Apart("Gap, points"),
    "gap_low": Apart("95 % from"),
    "gap_high": Apart("95 % to"),
    "verdict": Text("Verdict"),
}
NAMES = {
    analysis.LAST_YEAR: "the same period last year",
    analysis.BEST_QUARTER: "the best quarter before",
    analysis.BASELINE: "the baseline",
}


def sentence(found: Past, measure: str) -> str:
    """The answer: the last complete period against the first of the times in the past, of which there must be one."""
    assert found.current is not None
    first = found.found[0]
    clause = f"{gaps.place(first.gap)} {_named(first)} ({percent(first.gap.theirs)}){gaps.behind(first.gap)}"
    return f"{measure} of {percent(found.share.value)} in {period(found.current.label)} is {clause}"


def nothing(card: Scorecard, found: Past) -> str:
    """Why there is no past to compare with."""
    if Caveat.NO_DATES in card.caveats:
        return "The file has no dates, so there is no past to compare with."
    if Caveat.DATES_WITHHELD in card.caveats:
        return Caveat.DATES_WITHHELD.words
    if found.current is None:
        return "No complete period has enough answers to be compared with the past."
    return f"Before {period(found.current.label)} there is nothing with enough answers to compare with."


def title(found: Past) -> str:
    """The finding of the chart."""
    beyond = sum(each.gap.verdict in ("up", "down") for each in found.found)
    of = f"{beyond} of {len(found.found)} comparisons with the past {'is' if beyond == 1 else 'are'} beyond chance"
    return of if beyond else "No comparison with the past is beyond chance"


def _named(before: Before) -> str:
    return NAMES[before.kind]


def dates(before: Before) -> str:
    """The days of a stretch of the past."""
    return f"{day(before.since)} to {day(before.until)}"


def marks(found: Past) -> pd.DataFrame:
    """Now and the times in the past, a row each: key, label, value, low, high, base, tone, note."""
    assert found.current is not None
    ours = found.share
    drawn = [(NOW, period(found.current.label), ours.value, ours.low, ours.high, float(ours.base), "ours", "now")]
    drawn += [
        (
            *(each.kind, each.kind, each.theirs.value, each.theirs.low, each.theirs.high, float(each.theirs.base)),
            *(gaps.tone(each.gap), dates(each)),
        )
        for each in found.found
    ]
    return pd.DataFrame(drawn, columns=_MARKS)


def figure(found: Past) -> Figure:
    """Now and the times in the past, a mark each."""
    return gap_rows(marks(found), Metric.CSAT)


def rows(past: Past) -> pd.DataFrame:
    """One row for each stretch of the past."""
    found = past.found
    return pd.DataFrame(
        {
            "against": [each.kind for each in found],
            "dates": [dates(each) for each in found],
            "theirs": [each.theirs.value for each in found],
            "base": [each.theirs.base for each in found],
            "gap": [100 * each.gap.gap.value for each in found],
            "gap_low": [100 * each.gap.gap.low for each in found],
            "gap_high": [100 * each.gap.gap.high for each in found],
            "verdict": [gaps.verdict(each.gap) for each in found],
        }
    )
