"""Answers: the one request behind a score, as small tables by day, level and position."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from csat_core.engine import ScopedEngine
from csat_core.model.dataset import Column, Dataset
from csat_core.model.period import Grain
from csat_core.model.predicate import Predicate
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED
from csat_core.model.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class NonAnswers:
    """How many responses carry no answer, and why; none of them is in a base."""

    blank: int
    not_applicable: int
    dont_know: int
    not_asked: int


def counted(
    engine: ScopedEngine,
    view: View,
    by: Sequence[str] = (),
    sums: Sequence[str] = (),
    where: Sequence[Predicate] | None = None,
) -> pd.DataFrame:
    """The joint counts of `by` and the question: columns `by`, the question's id, `n`, and the sums. One request.

    `where` takes the place of the view's own predicates.
    """
    keys, where = [*by, view.question], view.where if where is None else where
    table: pd.DataFrame = engine.counts(view.dataset_id, keys, where, sums).to_pandas(date_as_object=True)
    return table.sort_values(keys, kind="stable", na_position="last", ignore_index=True)


MOST_LEVELS = 1_000
"""A segment with as many levels is a list of names; it is not ranked. The catalogue lists no more of them."""

Tables = Mapping[str, pa.Table]
"""The joint counts of the question with other columns, by the id of the other one."""


def with_question(engine: ScopedEngine, dataset: Dataset, view: View) -> Tables:
    """The question with every driver and every segment that is no list of names, the revenue beside. One request.

    What several analyses of one page ask for one by one: given to them, they ask no more.
    """
    question = question_of(dataset, view)
    assert question.scale is not None
    segments = [column for column in dataset.segments if 1 < len(column.levels) < MOST_LEVELS]
    levels = {question.id: question.scale.points + 4} | {column.id: len(column.levels) + 1 for column in segments}
    levels |= {each.id: each.scale.points + 4 for each in dataset.questions if each.scale and each.id != question.id}
    sums = [dataset.money.id] if dataset.money else []
    pairs = engine.pairs(view.dataset_id, levels, view.where, hub=question.id, sums=sums)
    return {name: pairs[question.id, name] for name in levels if name != question.id}


def question_of(dataset: Dataset, view: View) -> Column:
    """The rated question of the view."""
    return dataset.column(view.question)


def matrix(table: pd.DataFrame, keys: NDArray[np.int64], rows: int, question: Column) -> NDArray[np.int64]:
    """Answer counts as rows x positions, `keys` saying the row of each line of `table`; non-answers are left out."""
    assert question.scale is not None
    counts = np.zeros((rows, question.scale.points), dtype=np.int64)
    position = table[question.id].to_numpy()
    answered = position > 0
    np.add.at(counts, (keys[answered], position[answered] - 1), table["n"].to_numpy()[answered])
    return counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A column of a table as places in a list of its levels."""

    codes: NDArray[np.int64]
    levels: tuple[str | None, ...]
    """The levels in view by their text, the blank one (None) last."""


def coded(column: pd.Series) -> Coded:
    """The levels of `column` and the place of each line's level among them."""
    codes, values = pd.factorize(column, sort=True)
    levels: list[str | None] = [str(value) for value in values]
    if (codes < 0).any():
        codes = np.where(codes < 0, len(levels), codes)
        levels.append(None)
    return Coded(codes=codes.astype(np.int64), levels=tuple(levels))


def distribution(table: pd.DataFrame, question: Column) -> NDArray[np.int64]:
    """Answers by position."""
    counts: NDArray[np.int64] = matrix(table, np.zeros(len(table), dtype=np.int64), 1, question)[0]
    return counts


def non_answers(table: pd.DataFrame, question: Column) -> NonAnswers:
    """The four kinds of non-answer, counted apart."""
    found = table.groupby(question.id)["n"].sum()
    blank, not_applicable, dont_know, not_asked = (
        int(found.get(code, 0)) for code in (BLANK, NOT_APPLICABLE, DONT_KNOW, NOT_ASKED)
    )
    return NonAnswers(blank=blank, not_applicable=not_applicable, dont_know=dont_know, not_asked=not_asked)


def period_starts(days: pd.Series, grain: Grain) -> list[date | None]:
    """The first day of the period of each day; None where there is no day."""
    known = {day: grain.start(day) for day in days.unique() if day is not None and not pd.isna(day)}
    return [known.get(day) for day in days]
