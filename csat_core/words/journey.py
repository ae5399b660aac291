"""Words about a journey: where satisfaction is lost, which stage moves, and the stages as a table."""

import math
from typing import Any

import pandas as pd

from csat_core import words
from csat_core.analyses.journey import Journey, Mark
from csat_core.ingest.texts.stage_order import told_order
from csat_core.model import level_order
from csat_core.model.dataset import Dataset, Role
from csat_core.model.formats import percent, period, points
from csat_core.model.view import View
from csat_core.words.headings import SCORES, Heading, Points, Text


def answer(found: Journey) -> str:
    """The answer of the page in one sentence."""
    measure, rows = words.measure_of(found), found.table[found.table["stage"].notna()]
    if found.overall["hidden"]:
        return "There are too few answers here to show a score. Widen the period or remove a filter."
    if len(rows) == 0:
        return "No answer in view names a stage, so nothing can be said about where satisfaction is lost."
    if len(rows) == 1:
        return (
            f"Every answer in view is about one stage, {rows['stage'].iloc[0]}, so there is nothing to compare it with."
        )
    if rows["against_rest"].isna().all():
        return "The stages have too few answers each to tell them apart. Widen the period or remove a filter."
    if found.weakest is not None:
        row: Any = found.table.loc[found.weakest]
        is_named = found.stages.role is Role.TOUCHPOINT
        begin = "Customers lose satisfaction most at" if is_named else "Satisfaction is lowest for"
        return (
            f"{begin} {row['stage']}: {words.agreeing(measure)} {percent(row['share'])} there, {points(row['against_rest'])} below "
            f"the other{' stages' if is_named else 's'}, more than chance."
        )
    if found.strongest is not None:
        row = found.table.loc[found.strongest]
        return (
            f"No stage falls below the others beyond chance; {row['stage']} stands out with {percent(row['share'])}, "
            f"{points(row['against_rest'])} above them."
        )
    return f"No stage stands out beyond chance: {words.agreeing(measure)} {percent(found.overall['share'])} along the journey."


def change(found: Journey) -> str:
    """How the stage that the answer names has moved; empty where nothing is compared."""
    moved = None if found.weakest is None else found.changes[found.weakest]
    if moved is None or found.overall["hidden"]:
        return ""
    said = words.moving(moved).removeprefix("; ")
    return f"There {said}"


def asked(found: Journey, dataset: Dataset, view: View) -> str:
    """What the answer speaks of, and whether stages are only stood in for."""
    dates, filters = words.period_words(dataset, view), words.filter_words(dataset, view)
    is_named = found.stages.role is Role.TOUCHPOINT
    stands_in = "" if is_named else " No column names stages: this group stands in for them."
    return f"'{found.question.title}' by {found.stages.title}, {dates}{filters}. {found.scheme.name}.{stands_in}"


def title(found: Journey) -> str:
    """The finding of the chart."""
    pains = found.table.loc[found.table["mark"] == Mark.PAIN, "stage"].tolist()
    highs = found.table.loc[found.table["mark"] == Mark.HIGH, "stage"].tolist()
    if not pains and not highs:
        return "The stages in order: none stands out" if has_order(found) else "No stage stands out"
    parts = [
        f"{word}{'s' if len(names) > 1 else ''}: {', '.join(words.shortened(name, 40) for name in names[:4])}"
        + (f" and {len(names) - 4} more" if len(names) > 4 else "")
        for word, names in (("Pain point", pains), ("High point", highs))
        if names
    ]
    return ". ".join(parts)


def has_order(found: Journey) -> bool:
    """Whether the stages stand in an order that somebody has chosen or that their names tell."""
    levels = found.stages.levels
    return (
        len(levels) < 2 or found.is_set or list(levels) == told_order(levels) or levels == level_order.in_order(levels)
    )


def order(found: Journey) -> str:
    """In which order the stages stand."""
    if has_order(found):
        return "From the first stage down to the last."
    return "No order of the stages is set: those with most answers in the file stand first."


def legend(found: Journey, also: str = "") -> str:
    """How the picture of the stages is read; `also` follows on their order."""
    return (
        f"{order(found)}{also} Orange, pointing down: pain point, below the other stages beyond chance; "
        "blue, pointing up: high point; dashed: all answers. Light bar: 95 % interval. The axis is zoomed."
    )


def rows(found: Journey) -> pd.DataFrame:
    """The stages as their table shows them."""
    return found.table.assign(
        stage=["(no stage)" if name is None else name for name in found.table["stage"]],
        mark=["" if mark is None else mark.words for mark in found.table["mark"]],
        change=[math.nan if change is None else change.difference.value for change in found.changes],
        verdict=["" if change is None else words.VERDICTS[change.verdict] for change in found.changes],
        periods=[
            "" if change is None else f"{period(change.current.label)} on {period(change.previous.label)}"
            for change in found.changes
        ],
        note=[" ".join(caveat.words for caveat in caveats) for caveats in found.table["caveats"]],
    )


COLUMNS: dict[str, Heading] = {
    "stage": Text("Stage"),
    **{name: SCORES[name] for name in ("share", "low", "high", "base")},
    "mark": Text("Mark"),
    "against_rest": Points("vs others"),
    "change": Points("Change"),
    "verdict": Text("Its verdict", "Each stage judged by itself: among twenty, chance alone moves about one"),
    "note": Text("Note"),
    "against_rest_low": Points("vs, from", "From where the difference from the others lies, at 95 %"),
    "against_rest_high": Points("vs, to", "To where the difference from the others lies, at 95 %"),
    "periods": Text("Change of"),
}


def columns(found: Journey) -> dict[str, Heading]:
    """The columns of their table that say anything."""
    left_out = set() if any(found.changes) else {"change", "verdict", "periods"}
    left_out |= set() if any(found.table["caveats"]) else {"note"}
    return {name: heading for name, heading in COLUMNS.items() if name not in left_out}
