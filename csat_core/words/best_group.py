"""The best group in words: how far everybody else is behind it, and every group as a table and a chart."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from csat_core import words
from csat_core.analyses.best_level import BestLevel
from csat_core.figures.benchmarks import gap_rows
from csat_core.figures.style import Figure
from csat_core.model.benchmark import Metric
from csat_core.model.formats import percent
from csat_core.stats.proportions import Verdict
from csat_core.words import gaps
from csat_core.words.headings import Apart, Heading, Share, Text, Whole

MOST_ROWS = 12
NO_GROUPS = "There is no column here that divides the customers, so no group can be the best."
COLUMNS: dict[str, Heading] = {
    "level": Text("Group"),
    "share": Share("Satisfied"),
    "base": Whole("Base"),
    "gap": Apart("Gap, points"),
    "gap_low": Apart("95 % from"),
    "gap_high": Apart("95 % to"),
    "verdict": Text("Verdict"),
}


def sentence(found: BestLevel | None, segment: str, measure: str) -> str:
    """The answer: the best group, and all the others together against it."""
    if found is None:
        return f"Fewer than two groups of {segment} have enough answers to be compared."
    gap = found.gap
    return (
        f"The best of {words.shortened(segment, 40)} is {words.level(found.level)} with {percent(gap.theirs)}; {measure} of all "
        f"the others together is {percent(gap.ours.value)}, {gaps.place(gap)} it{gaps.behind(gap)}"
    )


def title(found: BestLevel) -> str:
    """The finding of the chart."""
    behind = int((found.table["verdict"] == "down").sum())
    tested = int(found.table["gap"].notna().sum())
    return f"{behind} of {tested} other groups {'is' if behind == 1 else 'are'} behind the best beyond chance"


def note(found: BestLevel) -> str:
    """How the chart is read."""
    left_out = len(found.table) - len(shown(found))
    rest = f" {left_out} more stand in the table only, or are hidden for their few answers." if left_out else ""
    return f"Line: the best group. Triangles point down where a group is behind it beyond chance. The axis is zoomed.{rest}"


def shown(found: BestLevel) -> pd.DataFrame:
    """The groups that are drawn, the best first."""
    return found.table[~found.table["hidden"].astype(bool)].head(MOST_ROWS)


def marks(found: BestLevel) -> pd.DataFrame:
    """The groups that are drawn, a row each: key, label, value, low, high, base, tone, note."""
    drawn = shown(found)
    return pd.DataFrame(
        {
            "key": [str(at) for at in drawn.index],
            "label": [words.level(level) for level in drawn["level"]],
            "value": drawn["share"].astype(float),
            **{name: drawn[name].astype(float) for name in ("low", "high", "base")},
            "tone": ["below" if each == "down" else "plain" for each in drawn["verdict"]],
            "note": ["the best" if level == found.level else "" for level in drawn["level"]],
        }
    )


def figure(found: BestLevel) -> Figure:
    """The same as a figure, the best group as the line through it."""
    return gap_rows(marks(found), Metric.CSAT, found.gap.theirs, "the best")


def rows(found: BestLevel) -> pd.DataFrame:
    """Every group with its gap to the best in points, and the verdict in words."""
    return found.table.assign(
        level=[words.level(level) for level in found.table["level"]],
        verdict=[_verdict(row) for row in found.table.to_dict("records")],
        **{name: 100 * found.table[name] for name in ("gap", "gap_low", "gap_high")},
    )


def _verdict(row: dict[Hashable, Any]) -> str:
    if isinstance(row["verdict"], str):
        return words.VERDICTS[Verdict(row["verdict"])]
    return "hidden: too few answers" if row["hidden"] else ""
