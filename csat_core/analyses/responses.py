"""Responses: the single answers behind a number, a page at a time."""

import pandas as pd

from csat_core.engine import ScopedEngine
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.predicate import Contains, OneOf, Predicate
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED, Scale
from csat_core.model.view import View

NON_ANSWERS = {BLANK: "", NOT_APPLICABLE: "not applicable", DONT_KNOW: "don't know", NOT_ASKED: "not asked"}


def responses(
    engine: ScopedEngine,
    dataset: Dataset,
    view: View,
    *,
    also: tuple[Predicate, ...] = (),
    search: str = "",
    after: int | None = None,
    limit: int = 50,
) -> pd.DataFrame:
    """The next `limit` answers of the view that also meet `also` and whose comment holds `search`.

    Columns: `response_no`, then one for each column of the dataset by id, answers in the words of their scale.
    """
    shown = [column for column in dataset.columns if column.role is not Role.RESPONSE_ID]
    where = view.where + also
    comments = dataset.with_role(Role.COMMENT)
    if search and comments:
        where += (Contains(column=comments[0].id, text=search),)
    names = [column.id for column in shown]
    table: pd.DataFrame = engine.rows(dataset.id, names, where, after, limit).to_pandas(date_as_object=True)
    for column in shown:
        if column.scale is not None:
            table[column.id] = table[column.id].map(_words(column.scale))
    return table


def _words(scale: Scale) -> dict[int, str]:
    return {**NON_ANSWERS, **dict(enumerate(scale.labels, 1))}


def answered_only(question: Column) -> OneOf:
    """The predicate that leaves non-answers out."""
    assert question.scale is not None
    return OneOf(column=question.id, values=tuple(range(1, question.scale.points + 1)))
