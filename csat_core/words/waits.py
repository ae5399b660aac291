"""Words about a number beside the answers: what the score makes of it, band by band, and what customers expect."""

from itertools import pairwise

import pandas as pd

from csat_core import words
from csat_core.analyses.metric_bands import Met, MetricBands
from csat_core.model.dataset import Column
from csat_core.model.expectations import Unit, expectations, unit_of
from csat_core.model.formats import percent, points
from csat_core.stats.proportions import Verdict
from csat_core.words.headings import SCORES, Heading, Points, Share, Text


def question(column: Column | None) -> str:
    """What is asked of a number."""
    if column is None or not expectations(column):
        return "Does the score go with a number?"
    if unit_of(column) is Unit.CONTACTS:
        return "Does having to ask again go with lower satisfaction?"
    return "Do slow replies go with lower satisfaction?"


def answer(found: MetricBands, measure: str) -> str:
    """What the bands say, in one sentence."""
    name = words.shortened(found.metric.title)
    if found.first is None or found.last is None:
        return f"There are too few answers with {name} in more than one band to compare."
    tested = found.table.loc[found.first : found.last]
    tested = tested[tested["band"].notna() & tested["against_rest"].notna()]
    shares, bands = found.table["share"].astype(float), found.table["band"]
    ends = " to ".join(f"{percent(shares[at])} at {bands[at]}" for at in (found.first, found.last))
    size = points(found.spread.value)
    if found.verdict not in (Verdict.UP, Verdict.DOWN):
        return f"{measure} goes from {ends} ({name}), {size} apart: {words.VERDICTS[found.verdict]}."
    side = "higher" if found.verdict is Verdict.UP else "lower"
    if tested["share"].is_monotonic_increasing or tested["share"].is_monotonic_decreasing:
        return f"{_more(found.metric, name)}, the {side} the score: {measure} goes from {ends}, {size} {side}, more than chance."
    return (
        f"{measure} goes from {ends} ({name}), {size} {side}, more than chance, but not step by step: "
        f"{_turn(shares[tested.index], bands, found.verdict)}."
    )


def _turn(shares: pd.Series, bands: pd.Series, verdict: Verdict) -> str:
    """The largest step that goes against all of them together."""
    places = [int(at) for at in shares.index]
    steps = [(float(shares[after] - shares[before]), before, after) for before, after in pairwise(places)]
    _, before, after = min(steps) if verdict is Verdict.UP else max(steps)
    way = "down" if verdict is Verdict.UP else "up"
    return (
        f"it goes {way} from {percent(shares[before])} at {bands[before]} to {percent(shares[after])} at {bands[after]}"
    )


def _more(metric: Column, name: str) -> str:
    if not expectations(metric):
        return f"The higher {name}"
    return "The more often customers have to ask" if unit_of(metric) is Unit.CONTACTS else "The longer customers wait"


def expected(met: Met, measure: str) -> str:
    """How the plainest expectation is met, and what it goes with."""
    claim = met.expectation.words
    text = f"{claim[0].upper()}{claim[1:]}: {percent(met.within.value)} of the answers here had that. "
    text += f"{words.agreeing(measure)} {percent(met.inside.value)} among them and {percent(met.beyond.value)} among the others"
    if not met.difference.is_defined:
        return f"{text}."
    return f"{text}, {points(met.difference.value)} apart: {words.VERDICTS[met.verdict]}."


def rows(found: MetricBands) -> pd.DataFrame:
    """The bands as their table shows them."""
    table = found.table
    return table.assign(
        band=["(not known)" if band is None else band for band in table["band"]],
        note=[" ".join(caveat.words for caveat in caveats) for caveats in table["caveats"]],
    )


def columns(found: MetricBands) -> dict[str, Heading]:
    """The columns of the table of bands that say anything."""
    note = {"note": Text("Note")} if any(found.table["caveats"]) else {}
    return {
        "band": Text(words.shortened(found.metric.title, 40)),
        "part": Share("Of answers"),
        **{name: SCORES[name] for name in ("share", "low", "high", "base")},
        "against_rest": Points("vs others"),
        **note,
    }


def expected_rows(found: MetricBands) -> pd.DataFrame:
    """The expectations of customers as their table shows them."""
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
            for met in found.met
        ]
    )
