"""What a column of text holds, measured: of few values from their list, of many values from a look at every row."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from csat_core.ingest.texts.calendar_orders import orders_of
from csat_core.ingest.texts.expressions import grouped_number, plain_number
from csat_core.ingest.texts.reading import number_of

MOST_DISTINCT = 10_000
TRIED_ROWS = 200_000
"""Beyond MOST_DISTINCT different values among these, a column has many; nothing else need be counted."""
COLUMNS_AT_ONCE = 40
DAYS = 100_000
LONGEST_NUMBER = 40
PARTS = 6
_DAY = r"^(?:[^0-9 ]{1,14} +)?.{0,10}"
"""A day at the beginning of a cell, with the day of the week before it."""
_ONES = str.maketrans("023456789", "111111111")
_PLAIN_NUMBER, _DIGIT = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?"), re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The values of a column with their counts: all of them, or those of a sample where there are too many."""

    cell: str
    counts: Mapping[str, int]
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What all cells of a column together are like."""

    filled: int
    mean_length: float
    numeric: int
    whole: int
    lowest: float | None
    highest: float | None
    dates: tuple[tuple[str, int], ...]


def of_few_values(counts: Mapping[str, int], decimal: str) -> Measures:
    """The measures of a column all of whose values are known."""
    filled = sum(counts.values())
    numbers = [(number, count) for text, count in counts.items() if (number := number_in(text, decimal)) is not None]
    return Measures(
        filled=filled,
        mean_length=sum(len(text) * count for text, count in counts.items()) / filled if filled else 0.0,
        numeric=sum(count for _, count in numbers),
        whole=sum(count for number, count in numbers if number.is_integer()),
        lowest=min((number for number, _ in numbers), default=None),
        highest=max((number for number, _ in numbers), default=None),
        dates=dates_among(counts.items()),
    )


def number_in(text: str, decimal: str) -> float | None:
    """The number a cell reads as; most texts show at a glance that they are none, or a plain one."""
    if _PLAIN_NUMBER.fullmatch(text):
        return float(text) if decimal == "." or "." not in text else number_of(text, decimal)
    if len(text) > LONGEST_NUMBER or not _DIGIT.search(text):
        return None
    number = number_of(text, decimal)
    return number if number is not None and math.isfinite(number) else None


def of_many_values(
    engine: duckdb.DuckDBPyConnection, columns: Sequence[Values], decimal: str, source: str = "staged"
) -> dict[str, Measures]:
    """The measures of columns with too many values to list, by cell, from scans of a few dozen columns at once."""
    result = {}
    for start in range(0, len(columns), COLUMNS_AT_ONCE):
        some = columns[start : start + COLUMNS_AT_ONCE]
        parts = ", ".join(aggregates(column, decimal) for column in some)
        found = engine.execute(f"SELECT {parts} FROM {with_numbers(some, decimal, source)}").fetchall()[0]
        for at, column in enumerate(some):
            result[column.cell] = measures(found[PARTS * at : PARTS * (at + 1)], days_in(engine, column))
    return result


def aggregates(column: Values, decimal: str) -> str:
    """The PARTS of its measures that one statement gives, as SQL over `with_numbers`."""
    cell, number = column.cell, f"x_{column.cell}" if has_numbers(column, decimal) else "NULL::DOUBLE"
    return (
        f"count({cell}), avg(length({cell})), count({number}), count_if({number} = floor({number})), min({number}), "
        f"max({number})"
    )


def with_numbers(columns: Iterable[Values], decimal: str, source: str = "staged") -> str:
    """The rows with the number of each cell beside it where a column has any, as SQL."""
    numbers = (f", {any_number(each.cell, decimal)} AS x_{each.cell}" for each in columns if has_numbers(each, decimal))
    return f"(SELECT *{''.join(numbers)} FROM {source})"


def any_number(cell: str, decimal: str) -> str:
    """The number of a cell, with marks and units or without, as SQL; NULL where it is none."""
    return f"coalesce({plain_number(cell, decimal)}, {grouped_number(cell, decimal)})"


def has_numbers(column: Values, decimal: str) -> bool:
    """Whether any of the values that were seen is a number; which digits stand in it makes no difference to that."""
    shapes = {text.translate(_ONES) for text in column.counts if len(text) <= LONGEST_NUMBER}
    return any(number_in(shape, decimal) is not None for shape in shapes)


def measures(found: Sequence[int | float | None], dates: tuple[tuple[str, int], ...]) -> Measures:
    """The measures of a column, what `aggregates` gave as values with their names."""
    filled, length, numeric, whole, lowest, highest = found
    return Measures(
        filled=int(filled or 0), mean_length=float(length or 0), numeric=int(numeric or 0), whole=int(whole or 0),
        lowest=lowest, highest=highest, dates=dates,
    )  # fmt: skip


def days_in(engine: duckdb.DuckDBPyConnection, column: Values) -> tuple[tuple[str, int], ...]:
    """How many cells read as a date; of moments in time only the day is looked at, in every row."""
    if not dates_among(column.counts.items()):
        return ()
    days = engine.execute(
        f"SELECT regexp_extract(trim({column.cell}), '{_DAY}'), count(*) FROM staged WHERE {column.cell} IS NOT NULL GROUP BY 1 LIMIT {DAYS}"
    ).fetchall()
    return dates_among(days)


def dates_among(texts: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """How many cells read as a date, for each order in which any does."""
    found = dict.fromkeys(("ymd", "dmy", "mdy"), 0)
    for text, count in texts:
        for order in orders_of(text):
            found[order] += count
    return tuple((order, count) for order, count in found.items() if count)
