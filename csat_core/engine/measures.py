"""The measures, written once in Narwhals lazy frames: no engine is named here, and nothing is computed before a fetch."""

from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import and_

import narwhals.stable.v2 as nw

from csat_core.model.predicate import Between, Contains, OneOf, Predicate

KEY = "response_no"


def narrowed(frame: nw.LazyFrame, where: Sequence[Predicate]) -> nw.LazyFrame:
    """The responses that meet every predicate."""
    return frame.filter(reduce(and_, map(condition, where))) if where else frame


def condition(predicate: Predicate) -> nw.Expr:
    """One predicate as an expression; values are literals of the expression, never text of a query."""
    column = nw.col(predicate.column)
    match predicate:
        case OneOf(values=values):
            return _one_of(column, values)
        case Between(low=low, high=high):
            sides = [column >= _literal(low)] if low is not None else []
            sides += [column <= _literal(high)] if high is not None else []
            return reduce(and_, sides) if sides else nw.lit(True)
        case Contains(text=text):
            return column.str.to_lowercase().str.contains(text.lower(), literal=True)


def _one_of(column: nw.Expr, values: Sequence[object]) -> nw.Expr:
    named = [value for value in values if value is not None]
    among = column.is_in(named) if named else None
    if None not in values:
        return among if among is not None else nw.lit(False)
    return column.is_null() if among is None else column.is_null() | among


def _literal(value: int | float | date) -> nw.Expr:
    return nw.lit(value, nw.Date()) if isinstance(value, date) else nw.lit(value)


def counts(frame: nw.LazyFrame, by: Sequence[str], where: Sequence[Predicate], sums: Sequence[str]) -> nw.LazyFrame:
    """One row per combination of `by`: `n`, and for each number in `sums` its count, sum and sum of squares."""
    aggregates = {"n": nw.len()}
    for name in sums:
        number = nw.col(name)
        aggregates |= {f"{name}_n": number.count(), f"{name}_sum": number.sum(), f"{name}_squares": (number * number).sum()}
    frame = narrowed(frame, where)
    return frame.group_by(*by).agg(**aggregates) if by else frame.select(**aggregates)


def moments(frame: nw.LazyFrame, numbers: Sequence[str], where: Sequence[Predicate], by: Sequence[str]) -> nw.LazyFrame:
    """Over the responses that have every number: `n`, sums `<a>` and cross-products `<a>*<b>`, one row per `by`."""
    complete = [~nw.col(name).is_null() for name in numbers]
    frame = narrowed(frame, where).filter(reduce(and_, complete))
    aggregates = {"n": nw.len()}
    for i, first in enumerate(numbers):
        aggregates[first] = nw.col(first).sum()
        for second in numbers[i:]:
            aggregates[f"{first}*{second}"] = (nw.col(first) * nw.col(second)).sum()
    return frame.group_by(*by).agg(**aggregates) if by else frame.select(**aggregates)


def rows(
    frame: nw.LazyFrame, columns: Sequence[str], where: Sequence[Predicate], after: int | None, limit: int
) -> nw.LazyFrame:
    """The next `limit` responses after the key `after`, by key."""
    following = (*where, Between(column=KEY, low=after + 1)) if after is not None else tuple(where)
    names = [KEY, *(column for column in columns if column != KEY)]
    return narrowed(frame, following).select(*names).sort(KEY).head(limit)
