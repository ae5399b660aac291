"""Responses: the single answers behind a number, a page at a time, counted, or all of them to take away."""

import pandas as pd

from csat_core.engine import ScopedEngine
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.predicate import Contains, OneOf, Predicate
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE, NOT_ASKED, Scale
from csat_core.model.view import View

NON_ANSWERS = {BLANK: "", NOT_APPLICABLE: "not applicable", DONT_KNOW: "don't know", NOT_ASKED: "not asked"}
MOST_TAKEN = 10_000
"""So many responses are taken away at once; more are a file of their own, and there is one already."""
AT_ONCE = 2_500


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

    Columns: `response_no`, then one for each column of the dataset by id, answers in the words of their scale, flags
    as the file has them (yes and no, or 1 and 0).
    """
    names = [column.id for column in dataset.columns]
    where = _where(dataset, view, also, search)
    table: pd.DataFrame = engine.rows(dataset.id, names, where, after, limit).to_pandas(date_as_object=True)
    for column in dataset.columns:
        if column.scale is not None:
            table[column.id] = table[column.id].map(_words(column.scale))
        elif column.role in (Role.CHURNED, Role.INVITED):
            table[column.id] = _flags(table[column.id], column)
    return table


def count_of(
    engine: ScopedEngine, dataset: Dataset, view: View, *, also: tuple[Predicate, ...] = (), search: str = ""
) -> int:
    """How many answers of the view also meet `also` and hold `search`. One request to the engine."""
    return int(engine.counts(dataset.id, [], _where(dataset, view, also, search)).column("n")[0].as_py())


def all_responses(
    engine: ScopedEngine,
    dataset: Dataset,
    view: View,
    *,
    also: tuple[Predicate, ...] = (),
    search: str = "",
    most: int = MOST_TAKEN,
) -> pd.DataFrame:
    """The first `most` of these answers, in the columns of `responses`, fetched a few thousand at a time."""
    pages: list[pd.DataFrame] = []
    after, room = None, most
    while room > 0:
        limit = min(AT_ONCE, room)
        page = responses(engine, dataset, view, also=also, search=search, after=after, limit=limit)
        pages.append(page)
        if len(page) < limit:
            break
        after, room = int(page["response_no"].iloc[-1]), room - limit
    return pd.concat(pages, ignore_index=True) if len(pages) > 1 else pages[0]


def _where(dataset: Dataset, view: View, also: tuple[Predicate, ...], search: str) -> tuple[Predicate, ...]:
    comments = dataset.with_role(Role.COMMENT)
    found: tuple[Predicate, ...] = (Contains(column=comments[0].id, text=search),) if search and comments else ()
    return view.where + also + found


def _words(scale: Scale) -> dict[int, str]:
    return {**NON_ANSWERS, **dict(enumerate(scale.labels, 1))}


def _flags(numbers: pd.Series, column: Column) -> pd.Series:
    """Yes and no where the file had words, else whole numbers without a needless fraction."""
    if column.levels:
        return numbers.map(dict(enumerate(column.levels)))
    is_whole = bool((numbers.dropna() % 1 == 0).all())
    return numbers.astype("Int64") if is_whole else numbers


def answered_only(question: Column) -> OneOf:
    """The predicate that leaves non-answers out."""
    assert question.scale is not None
    return OneOf(column=question.id, values=tuple(range(1, question.scale.points + 1)))
