"""Journey: at which stage do customers lose satisfaction, and which stage moves?"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd

from csat_core.analyses import answers
from csat_core.analyses.contrast import AGAINST, Yardstick, contrasted, has_blank_shown, highest, lowest
from csat_core.analyses.daily import daily, in_view, withholds
from csat_core.analyses.periods import drawn, last_change, rows_of, rules_of, windows_in
from csat_core.analyses.scorecard import Change
from csat_core.analyses.scoring import governed, measured, no_rows
from csat_core.engine import ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import Scheme, find_scheme
from csat_core.model.view import View
from csat_core.stats.proportions import Verdict

MOST_STAGES = 40
"""A column with more levels is a list of names, not a journey; touchpoints are taken as they are."""


CHANNEL = re.compile(r"channel|touch|contact|stage|kanal|canal", re.IGNORECASE)
"""Where no column is marked as touchpoints, one of such a name comes closest to the stages of a journey."""


class Mark(StrEnum):
    """What a stage is for the journey; most are neither."""

    PAIN = "pain_point"
    """Below the others beyond chance, by more than the smallest difference of interest."""
    HIGH = "high_point"

    @property
    def words(self) -> str:
        """As people read it."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """The stages of one column in order, each against the others and against its own past."""

    question: Column
    scheme: Scheme
    stages: Column
    is_set: bool
    """Whether somebody has put the stages in this order."""
    overall: pd.Series
    """One governed row: all answers in view, those without a stage too."""
    table: pd.DataFrame
    """One governed row for each stage in view, those without a stage last and not compared: stage, the numbers, AGAINST,
    verdict, mark."""
    changes: tuple[Change | None, ...]
    """For each row of the table its last complete period against the one before; None where there are not two."""
    since: date | None
    until: date | None
    weakest: int | None
    """The row furthest below the others beyond chance."""
    strongest: int | None
    caveats: tuple[Caveat, ...]


def stage_columns(dataset: Dataset) -> tuple[Column, ...]:
    """The columns that can be read as stages: the touchpoints first, then every segment that is not a mere list of names."""
    touchpoints = dataset.with_role(Role.TOUCHPOINT)
    others = (column for column in dataset.segments_of_interest if column not in touchpoints)
    return touchpoints + tuple(
        column for column in others if len(column.levels) > 1 and not is_list_of_names(column)
    )  # fmt: skip


def proposed_stages(dataset: Dataset) -> Column | None:
    """The column that is read as stages before anybody chooses; None where nothing comes close to them."""
    columns = stage_columns(dataset)
    if columns and columns[0].role is Role.TOUCHPOINT:
        return columns[0]
    return next((column for column in columns if CHANNEL.search(column.name)), None)


def is_list_of_names(column: Column) -> bool:
    """Whether a column has too many levels to be read as stages, unless it was marked as a touchpoint."""
    return column.role is not Role.TOUCHPOINT and len(column.levels) > MOST_STAGES


def journey(engine: ScopedEngine, dataset: Dataset, view: View, policy: BasePolicy, stages: Column) -> Journey:
    """The journey of the view along the levels of `stages`. One request to the engine."""
    question, scheme = answers.question_of(dataset, view), find_scheme(view.scheme)
    assert question.scale is not None
    table = answers.counted(engine, view, ("day", stages.id))
    counts = answers.distribution(table, question)
    since, until = in_view(table["day"][table[question.id] > 0].dropna(), engine.scope, dataset)
    names = in_order(table[stages.id], stages)
    by = Yardstick(scale=question.scale, scheme=scheme, policy=policy, smallest=dataset.plan.smallest_difference)
    rows = _stages(table, names, stages, question, by) if names else no_rows("stage", *AGAINST, "verdict", "mark")
    changes = tuple(
        None if hidden else _moved(table[_is(table[stages.id], name)], dataset, view, policy)
        for name, hidden in zip(names, rows["hidden"], strict=True)
    )
    return Journey(
        question=question,
        scheme=scheme,
        stages=stages,
        is_set=stages.id in dataset.plan.ordered,
        overall=governed(measured(counts, question.scale, scheme), policy).iloc[0],
        table=rows,
        changes=changes,
        since=since,
        until=until,
        weakest=lowest(rows),
        strongest=highest(rows),
        caveats=_caveats(rows, changes, dataset, withheld=withholds(engine.scope, since)),
    )


def in_order(found: pd.Series, column: Column) -> list[str | None]:
    """The levels of `column` among those found, in its order, rare ones that it does not list behind, blank last."""
    seen = set(found.dropna())
    names: list[str | None] = [level for level in column.levels if level in seen]
    names += sorted(seen.difference(column.levels))
    return [*names, None] if found.isna().any() else names


def _stages(
    table: pd.DataFrame, names: list[str | None], stages: Column, question: Column, by: Yardstick
) -> pd.DataFrame:
    row_of = {name: row for row, name in enumerate(names)}
    keys = np.array([row_of[None if pd.isna(level) else level] for level in table[stages.id]], dtype=np.int64)
    rows = contrasted(
        answers.matrix(table, keys, len(names), question), np.array([name is not None for name in names]), by
    )
    rows.insert(0, "stage", pd.Series(names, dtype=object))
    marks = {Verdict.DOWN: Mark.PAIN, Verdict.UP: Mark.HIGH}
    rows["mark"] = pd.Series([marks.get(found) for found in rows["verdict"]], dtype=object)
    return rows


def _is(column: pd.Series, level: str | None) -> pd.Series:
    return column.isna() if level is None else column == level


def _moved(table: pd.DataFrame, dataset: Dataset, view: View, policy: BasePolicy) -> Change | None:
    """The change of the responses of one stage."""
    by_day, rules = daily(table, answers.question_of(dataset, view)), rules_of(dataset, view, policy)
    return last_change(by_day, rows_of(by_day, windows_in(by_day, drawn(view, dataset), dataset), rules), rules)


def _caveats(
    rows: pd.DataFrame, changes: tuple[Change | None, ...], dataset: Dataset, *, withheld: bool
) -> tuple[Caveat, ...]:
    found = list(dict.fromkeys(caveat for caveats in rows["caveats"] for caveat in caveats))
    if not len(rows):
        found.append(Caveat.EMPTY_BASE)
    if has_blank_shown(rows, "stage"):
        found.append(Caveat.BLANK_LEFT_OUT)
    if dataset.with_role(Role.WEIGHT):
        found.append(Caveat.UNWEIGHTED)
    if not dataset.is_dated:
        found.append(Caveat.NO_DATES)
    elif withheld:
        found.append(Caveat.DATES_WITHHELD)
    elif not any(changes):
        found.append(Caveat.NO_COMPLETE_PREVIOUS_PERIOD)
    return tuple(found)
