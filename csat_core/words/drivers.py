"""What is said about drivers: the answer of the page, the reason to begin with one, and what stands out."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from csat_core import words
from csat_core.analyses.drivers import OUTSIDE, Drivers
from csat_core.analyses.priorities import beyond_noise, contenders, first_things, weighed
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset
from csat_core.model.formats import chosen, count, money_said, percent, points, signed_points
from csat_core.stats.asymmetry import Kind

KINDS = {
    Kind.HYGIENE: "must-have",
    Kind.PERFORMANCE: "more is better",
    Kind.DELIGHTER: "delighter",
    Kind.CANNOT_TELL: "cannot tell",
}
QUADRANTS = {"work_on": "Work on", "keep_up": "Keep up", "watch": "Watch", "no_hurry": "No hurry"}
CLEARLY_MORE = 3
"""A must-have or a delighter is only mostly one where its other side is more than a third as large."""
MOST_SENTENCES = 4
MOST_FIRST = 3
MOST_CONTENDERS = 3
"""Drivers named as those that matter most where which of them does cannot be told."""

NOISE = "No driver goes together with satisfaction beyond chance"
CANNOT_TELL = "Which driver matters most cannot be told"

Row = Mapping[Hashable, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Every sentence of the page but its caveats."""

    answer: str
    explained: str
    """How much the drivers explain; empty where none has an importance."""
    weighed: int
    """How many drivers have an importance."""
    importance: str
    """The title of the importance chart; empty where none has one."""
    has_opposite: bool
    """Whether a driver is rated higher by those who are less satisfied."""
    first: tuple[tuple[str, str], ...]
    """What to do first: title and reason."""
    then: str
    stands_out: tuple[str, ...]
    quadrant: str
    quadrants: tuple[tuple[str, str], ...]
    """The name of each quadrant and who is in it."""
    rated: tuple[str, ...]
    """The ids of the rated drivers."""


def said(found: Drivers, dataset: Dataset) -> Said:
    """The sentences of drivers whose intervals are known."""
    known, first = weighed(found.table), first_things(found.table).to_dict("records")
    titles = [f"{name(dataset, row['driver'])}: {signed_points(row['gain_satisfied'])}" for row in first]
    reasons = [reason(row, found, dataset) for row in first[:MOST_FIRST]]
    return Said(
        answer=answer(found, dataset),
        explained=explained(found),
        weighed=len(known),
        importance=importance(found, dataset),
        has_opposite=bool((known["sign"] < 0).any()),
        first=tuple(zip(titles[:MOST_FIRST], reasons, strict=True)),
        then="; ".join(titles[MOST_FIRST:]),
        stands_out=tuple(stands_out(found, dataset)),
        quadrant=_quadrant(found, known, [row["driver"] for row in first], dataset),
        quadrants=tuple((title, _inside(known, quadrant, dataset)) for quadrant, title in QUADRANTS.items()),
        rated=tuple(driver for driver in found.table["driver"] if dataset.column(driver).scale is not None),
    )


def importance(found: Drivers, dataset: Dataset) -> str:
    """The finding of the importance chart as its title; empty where no driver has an importance."""
    known = weighed(found.table)
    if known.empty:
        return ""
    unsure = _unsure(found, dataset)
    if unsure:
        return unsure
    top = name(dataset, known["driver"].iloc[0], 40)
    if len(known) == 1:
        return f"{top} alone explains {percent(found.r_squared)} of the differences"
    most = "matters most" if known["share_of_r_squared_low"].notna().all() else "goes together most closely"
    return f"{top} {most}: {percent(float(known['share_of_r_squared'].iloc[0]), 0)} of what the drivers explain"


def explained(found: Drivers) -> str:
    """How much of the differences in the outcome the drivers explain; empty where none has an importance."""
    known = len(weighed(found.table))
    if not known:
        return ""
    who = "Together the drivers explain" if known > 1 else "The driver explains"
    return f"{who} {percent(found.r_squared)} of the differences in satisfaction."


def _unsure(found: Drivers, dataset: Dataset) -> str:
    """Why no one driver can be named as the one that matters most, without a full stop; empty where one can."""
    real, rivals = list(beyond_noise(found.table)["driver"]), list(contenders(found.table)["driver"])
    if not real:
        return NOISE
    if len(rivals) == 1 and rivals[0] in real:
        return ""
    if not 2 <= len(rivals) <= MOST_CONTENDERS or not set(rivals) <= set(real):
        return CANNOT_TELL
    *others, last = (name(dataset, driver, 40) for driver in rivals)
    return f"{', '.join(others)} and {last} matter most, their intervals overlapping"


def _quadrant(found: Drivers, known: pd.DataFrame, first: list[str], dataset: Dataset) -> str:
    """The finding of the quadrants as their title; where another driver is to be done first it says so."""
    if beyond_noise(found.table).empty:
        return "Where each driver stands: none goes together with satisfaction beyond chance"
    weak = known[known["quadrant"] == "work_on"].sort_values("quadrant_is_sure", ascending=False, kind="stable")
    if weak.empty:
        return "No driver is both more important and weaker than the others"
    names = [name(dataset, driver, 40) for driver in weak["driver"]]
    head = "More important and weaker" if weak["quadrant_is_sure"].iloc[0] else "Perhaps more important and weaker"
    said = f"{head} than the others: {', '.join(names[:3])}{' and more' if len(names) > 3 else ''}"
    if not first or first[0] in set(weak["driver"]):
        return said
    return f"{said}. {name(dataset, first[0], 40)} still promises more"


def _inside(known: pd.DataFrame, quadrant: str, dataset: Dataset) -> str:
    """The drivers of a quadrant with their performance."""
    inside = known[known["quadrant"] == quadrant].to_dict("records")
    sure = {True: "", False: ", perhaps"}
    return (
        ", ".join(
            f"{name(dataset, row['driver'])} ({percent(row['performance'], 0)} satisfied{sure[row['quadrant_is_sure']]})"
            for row in inside
        )
        or "none"
    )


def name(dataset: Dataset, column_id: str, most: int = 60) -> str:
    """A driver's name on one line; one that another column shares carries its place."""
    return words.distinct(dataset.column(column_id), dataset, most)


def answer(found: Drivers, dataset: Dataset) -> str:
    """The answer of the page in one sentence, or two where which driver matters most cannot be told."""
    if found.table.empty:
        others = [column for column in dataset.questions if column.id != found.target.question.id]
        if not others:
            return "No other question was rated here, so there is nothing to weigh; groups can be chosen for their association."
        return "No driver is chosen; choose some to see what goes together with satisfaction."
    if found.table["hidden"].all():
        return "There are too few answers here to say what goes together with satisfaction. Widen the period or remove a filter."
    if found.refused:
        return f"Importance cannot be shared out. {words.shortened(found.refused, 400)}"
    known = weighed(found.table)
    if known.empty:
        return _without_model(found)
    unsure, first, is_known = _unsure(found, dataset), first_things(found.table), _is_known(known)
    if first.empty and not is_known:
        return "No driver promises a gain beyond chance."
    if first.empty:
        return (
            f"{unsure}."
            if unsure == NOISE
            else f"{_closest(known, unsure, dataset)}; no driver promises a gain beyond chance."
        )
    top = first.iloc[0]
    measure, gain = words.measure(found.target.scheme), points(top["gain_satisfied"])
    promise = f"{name(dataset, top['driver'])} goes first: {measure} would be expected {gain} higher if those who rate it low were neutral"
    if unsure and is_known:
        return f"{promise}. {unsure}."
    if not is_known or len(known) == 1:  # which matters most is said once the intervals are there
        return f"{promise}."
    if top["driver"] == known["driver"].iloc[0]:
        return f"{promise}; it also goes together with satisfaction most closely."
    return f"{promise}; {_closest(known, unsure, dataset)}."


def _is_known(known: pd.DataFrame) -> bool:
    """Whether it is known which driver matters most, as far as that ever will be: the intervals of several have been worked out."""
    return len(known) == 1 or bool(known["share_of_r_squared_low"].notna().any())


def _closest(known: pd.DataFrame, unsure: str, dataset: Dataset) -> str:
    """The driver that goes together with satisfaction most closely, or why it cannot be told."""
    closely = "" if len(known) == 1 else " most closely"
    return unsure or f"{name(dataset, known['driver'].iloc[0])} goes together with satisfaction{closely}"


def _without_model(found: Drivers) -> str:
    said = {caveat for caveats in found.table["caveats"] for caveat in caveats}
    if Caveat.CONSTANT_OUTCOME in said:
        return "Everybody gave the same answer, so nothing can go together with it."
    if found.r_squared == 0:
        return "None of the drivers goes together with satisfaction."
    if Caveat.TOO_FEW_FOR_MODEL in found.caveats:
        return "Too few responses rated all of these drivers to say which matters most; how each goes with satisfaction is in the table."
    return "None of these can be weighed against the others; how each goes with satisfaction is in the table."


def reason(row: Row, found: Drivers, dataset: Dataset) -> str:
    """Why to begin with a driver: what is expected, what it keeps, its kind, and who answers for it."""
    measure, digits = words.measure(found.target.scheme), chosen().digits
    low, high = (f"{100 * row[f'gain_satisfied_{end}']:.{digits}f}" for end in ("low", "high"))
    parts = [
        f"Expected {measure}: {low} to {high} points more if the {percent(row['rated_low'])} who rate it low were neutral."
    ]
    if row["customers_kept"] > 0:
        money = f" and {money_said(row['money_kept'])}" if row["money_kept"] > 0 else ""
        parts.append(f"Keeps the customers of about {count(row['customers_kept'])} answers{money} a year.")
    owners = [asked.owner for asked in dataset.plan.asked if asked.column == row["driver"] and asked.owner]
    return " ".join([*parts, kind(row), *(f"Owner: {owner}." for owner in owners)])


def kind(row: Row) -> str:
    """What low and high ratings go together with, in one sentence."""
    less, more = points(row["penalty"]), points(row["reward"])
    low = f"low ratings go with {less} less" if row["penalty_high"] < 0 else "low ratings cost nothing beyond chance"
    high = f"high ones with {more} more" if row["reward_low"] > 0 else "high ones add nothing beyond chance"
    match row["kind"]:
        case Kind.HYGIENE:
            what = "Mostly a must-have" if row["reward"] > -row["penalty"] / CLEARLY_MORE else "A must-have"
            return f"{what}: {low}, {high}."
        case Kind.PERFORMANCE:
            return f"The more the better: {low}, {high}."
        case Kind.DELIGHTER:
            what = "Mostly a delighter" if -row["penalty"] > row["reward"] / CLEARLY_MORE else "A delighter"
            seldom = f"low ones with {less} less" if row["penalty_high"] < 0 else "low ones cost nothing beyond chance"
            return f"{what}: high ratings go with {more} more, {seldom}."
        case _:
            return "Whether it is a must-have or a delighter cannot be told."


def stands_out(found: Drivers, dataset: Dataset) -> list[str]:
    """The clearest must-haves and delighters, drivers that move together, and those left out, a sentence each."""
    told = found.table[found.table["kind"].isin([Kind.HYGIENE, Kind.DELIGHTER])]
    sizes = {
        f"{name(dataset, row['driver'])}. {kind(row)}": row["penalty"]
        if row["kind"] is Kind.HYGIENE
        else -row["reward"]
        for row in told.to_dict("records")
    }
    sentences = sorted(sizes, key=sizes.__getitem__)[:MOST_SENTENCES]
    for pair in found.together[:MOST_SENTENCES]:
        sentences.append(
            f"{name(dataset, pair.first.id)} and {name(dataset, pair.second.id)} move together "
            f"(correlation {pair.correlation:.2f}): how importance splits between the two is uncertain."
        )
    for row in found.table.to_dict("records"):
        outside = [caveat for caveat in row["caveats"] if caveat in OUTSIDE and caveat is not Caveat.ASSOCIATION_ONLY]
        sentences += [f"{name(dataset, row['driver'])} is left out. {caveat.words}" for caveat in outside[:1]]
    return sentences
