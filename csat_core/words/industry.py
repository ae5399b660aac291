"""Words about our index among the industries: what they are called, our rank, and all of them as a table."""

import pandas as pd

from csat_core.analyses.benchmarks import Gap, Ranking
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.benchmark import Metric
from csat_core.model.formats import count, percent
from csat_core.store import benchmarks
from csat_core.words import gaps
from csat_core.words.headings import Apart, Heading, Tenth, Text, Whole

COLUMNS: dict[str, Heading] = {
    "rank": Whole("Rank"),
    "name": Text("Industry"),
    "value": Tenth("Index"),
    "gap": Apart("We are", "Our index minus theirs"),
    "gap_low": Apart("95 % from"),
    "gap_high": Apart("95 % to"),
    "note": Text("Note"),
}


def columns(*, is_compared: bool) -> dict[str, Heading]:
    """The columns of the table of industries; without the gaps where nothing can be compared."""
    return {name: heading for name, heading in COLUMNS.items() if is_compared or not name.startswith("gap")}


def theirs(gap: Gap) -> str:
    """What the industry is called in a sentence."""
    return "the national score" if gap.benchmark == benchmarks.national() else gap.benchmark.name


def why(card: Scorecard, gap: Gap) -> str:
    """Which of our numbers is compared, and where theirs is from."""
    source = f"{gap.benchmark.source}. {gap.benchmark.note.capitalize()}".strip()
    which = gaps.which(card, Metric.INDEX) if gap.comparable else ""
    return f"{which} Source: {source}{'' if source.endswith('.') else '.'}".strip()


def ours(found: Ranking) -> pd.Series:
    """Our own row."""
    return found.table[found.table["is_ours"]].iloc[0]


def title(found: Ranking) -> str:
    """Our rank."""
    us = ours(found)
    below = int((found.table["value"] < us["value"]).sum())
    return f"Rank {us['rank']} of {len(found.table)}: above {below} of {found.percentile.base} industries"


def standing(found: Ranking, gap: Gap) -> str:
    """How the chart is read, and our percentile."""
    limits = f"{percent(found.percentile.low, 0)} to {percent(found.percentile.high, 0)}"
    return (
        f"Diamond: ours, with its 95 % interval; dashes: {gap.benchmark.name}. Our percentile is {percent(found.percentile.value, 0)} "
        f"({limits} with the interval): so many of the {count(found.percentile.base)} industries score below us, ties counted half."
    )


def rows(found: Ranking) -> pd.DataFrame:
    """The ranking with what to know of each row."""
    return found.table.assign(note=[_note(row) for _, row in found.table.iterrows()])


def _note(row: pd.Series) -> str:
    return f"us, base {count(row['base'])}" if row["is_ours"] else str(row["note"])
