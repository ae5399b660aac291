"""The measures, written once in Narwhals lazy frames: no engine is named here, nothing is computed before a fetch."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce
from operator import and_
from typing import Any

import narwhals.stable.v2 as nw

from csat_core.model.derived import EXISTING, NEW, REPLICATES, Bands, Derived, FirstSeen, Replicate, derived
from csat_core.model.predicate import Between, Contains, OneOf, Predicate

Frame = nw.LazyFrame[Any]
KEY = "response_no"


def with_derived(frame: Frame, columns: Iterable[str]) -> Frame:
    """The responses with those of `columns` that are derived; defined on all of them, whatever is narrowed later."""
    wanted = {column: definition for column in columns if (definition := derived(column))}
    return frame.with_columns(**{column: _expression(wanted[column]) for column in wanted}) if wanted else frame


def _expression(definition: Derived) -> nw.Expr:
    match definition:
        case FirstSeen(customer=customer):
            day, row = nw.col("day"), nw.col(KEY)
            first_day, first_row = day.min().over(customer), row.min().over(customer)
            is_first = (day == first_day) | (first_day.is_null() & (row == first_row))
            level = nw.when(is_first).then(nw.lit(NEW)).otherwise(nw.lit(EXISTING))
            return nw.when(~nw.col(customer).is_null()).then(level)
        case Bands(number=name, cuts=cuts, levels=levels):
            number = nw.col(name)
            level = nw.lit(levels[-1])
            for cut, label in zip(reversed(cuts), reversed(levels[:-1]), strict=True):
                level = nw.when(number <= cut).then(nw.lit(label)).otherwise(level)
            return nw.when(~number.is_null()).then(level)
        case Replicate():
            return nw.col("bucket") % REPLICATES


def narrowed(frame: Frame, where: Sequence[Predicate]) -> Frame:
    """The responses that meet every predicate."""
    return frame.filter(reduce(and_, map(condition, where))) if where else frame


def condition(predicate: Predicate) -> nw.Expr:
    """One predicate as an expression; values are literals of the expression, never text of a query."""
    column = nw.col(predicate.column)
    match predicate:
        case OneOf(values=values):
            return one_of(column, values)
        case Between(low=low, high=high):
            sides = [column >= _literal(low)] if low is not None else []
            sides += [column <= _literal(high)] if high is not None else []
            return reduce(and_, sides) if sides else _always(column)
        case Contains(text=text):
            # the engine lowers both sides: Python's own rules differ from it (the final sigma, the dotted I)
            return column.str.to_lowercase().str.contains(nw.lit(text).str.to_lowercase(), literal=True)


def one_of(column: nw.Expr, values: Sequence[object]) -> nw.Expr:
    """Whether the column holds one of `values`; None stands for blank."""
    named = [value for value in values if value is not None]
    among = column.is_in(named) if named else None
    if None not in values:
        return among if among is not None else ~_always(column)
    return column.is_null() if among is None else column.is_null() | among


def _always(column: nw.Expr) -> nw.Expr:
    """True for every response; a bare literal cannot filter."""
    return column.is_null() | ~column.is_null()


def _literal(value: int | float | date) -> nw.Expr:
    return nw.lit(value, nw.Date()) if isinstance(value, date) else nw.lit(value)


def counts(frame: Frame, by: Sequence[str], where: Sequence[Predicate], sums: Sequence[str]) -> Frame:
    """One row per combination of `by`: `n`, and for each number in `sums` its count, sum and sum of squares."""
    terms: dict[str, nw.Expr] = {}
    aggregates = {"n": nw.len()}
    for name in sums:
        terms |= {f"{name}_sum": _number(name), f"{name}_squares": _number(name) * _number(name)}
        aggregates[f"{name}_n"] = nw.col(f"{name}_sum").count()
        aggregates[f"{name}_sum"] = nw.col(f"{name}_sum").sum()
        aggregates[f"{name}_squares"] = nw.col(f"{name}_squares").sum()
    frame = with_terms(narrowed(frame, where), terms)
    return frame.group_by(*by).agg(**aggregates) if by else frame.select(**aggregates)


def moments(frame: Frame, numbers: Sequence[str], where: Sequence[Predicate], by: Sequence[str]) -> Frame:
    """Over the responses that have every number: `n`, sums `<a>` and cross-products `<a>*<b>`, one row per `by`."""
    complete = [~nw.col(name).is_null() for name in numbers]
    terms = {}
    for i, first in enumerate(numbers):
        terms[first] = _number(first)
        terms |= {f"{first}*{second}": _number(first) * _number(second) for second in numbers[i:]}
    frame = with_terms(narrowed(frame, where).filter(reduce(and_, complete)), terms)
    aggregates = {"n": nw.len()} | {name: nw.col(name).sum() for name in terms}
    return frame.group_by(*by).agg(**aggregates) if by else frame.select(**aggregates)


def _number(name: str) -> nw.Expr:
    """A column as a double: engines differ in how wide a product or a sum of small integers is, and some overflow."""
    return nw.col(name).cast(nw.Float64())


def with_terms(frame: Frame, terms: dict[str, nw.Expr]) -> Frame:
    """The responses with these columns too, or in place of theirs: not every engine sums an expression within a group."""
    return frame.with_columns(**terms) if terms else frame


def rows(frame: Frame, columns: Sequence[str], where: Sequence[Predicate], after: int | None, limit: int) -> Frame:
    """The next `limit` responses after the key `after`, by key."""
    following = (*where, Between(column=KEY, low=after + 1)) if after is not None else tuple(where)
    names = [KEY, *(column for column in columns if column != KEY)]
    return narrowed(frame, following).select(*names).sort(KEY).head(limit)
