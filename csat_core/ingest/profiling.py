"""Profiling, in the child process: each column described by numbers small enough to carry."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from csat_core.ingest.calendar_orders import orders_of
from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.expressions import grouped_number, plain_number
from csat_core.ingest.formats.table import cell_names
from csat_core.ingest.marks import decimal_mark
from csat_core.ingest.reading import clean, number_of

MOST_DISTINCT = 10_000
SAMPLE_ROWS, STRETCHES = 20_000, 20
TRIED_ROWS = 200_000
"""Beyond MOST_DISTINCT different values among these, a column has many; nothing else need be counted."""
TOP, TOP_OF_ALL, LONGEST_VALUE = 300, 100_000, 200
DAYS = 100_000
COLUMNS_AT_ONCE = 40
LONGEST_NUMBER = 40
_PLAIN_NUMBER, _DIGIT = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?"), re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the columns of a staged table hold."""

    columns: tuple[ColumnProfile, ...]
    decimal: str
    decimal_evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Values:
    """The values of a column with their counts: all of them, or those of a sample where there are too many."""

    cell: str
    counts: Mapping[str, int]
    exact: bool


def profiled(engine: duckdb.DuckDBPyConnection, names: Sequence[str], delimiter: str | None) -> Profile:
    """The profile of every column of table `staged`, in order, and the decimal mark that its numbers settle."""
    values = _all_values(engine, len(names))
    decimal, evidence = decimal_mark([column.counts for column in values], delimiter)
    many = _of_many_values(engine, [column for column in values if not column.exact], decimal)
    rows = int(engine.execute("SELECT count(*) FROM lines").fetchall()[0][0])
    columns = []
    for position, (name, column) in enumerate(zip(names, values, strict=True), 1):
        found = _of_few_values(column.counts, decimal) if column.exact else many[column.cell]
        shown = _cleaned(column.counts)
        distinct = min(len(shown), MOST_DISTINCT + 1) if column.exact else MOST_DISTINCT + 1
        columns.append(
            ColumnProfile(
                position=position, name=name, filled=found.filled, blank=rows - found.filled, distinct=distinct,
                top=_top(shown, len(names)), numeric=found.numeric, whole=found.whole, lowest=found.lowest,
                highest=found.highest, mean_length=found.mean_length, dates=found.dates,
            )
        )  # fmt: skip
    return Profile(columns=tuple(columns), decimal=decimal, decimal_evidence=evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measures:
    filled: int
    mean_length: float
    numeric: int
    whole: int
    lowest: float | None
    highest: float | None
    dates: tuple[tuple[str, int], ...]


def _all_values(engine: duckdb.DuckDBPyConnection, width: int) -> list[_Values]:
    """The values of every column: of small tables and of columns with few values all of them."""
    rows = int(engine.execute("SELECT count(*) FROM staged").fetchall()[0][0])
    cells, result = cell_names(width), []
    for start in range(0, width, COLUMNS_AT_ONCE):
        some = cells[start : start + COLUMNS_AT_ONCE]
        sample = engine.execute(f"SELECT {', '.join(some)} FROM staged {_stretches(rows)}").fetchall()
        for cell, column in zip(some, zip(*sample, strict=True), strict=True):
            counts = Counter(column)
            counts.pop(None, None)
            result.append(_values(engine, cell, counts, complete=rows <= SAMPLE_ROWS))
    return result


def _stretches(rows: int) -> str:
    """A condition for a sample of rows from all over the file; empty where that is all of them."""
    if rows <= SAMPLE_ROWS:
        return ""
    each = SAMPLE_ROWS // STRETCHES
    starts = (at * (rows - each) // (STRETCHES - 1) for at in range(STRETCHES))
    return "WHERE " + " OR ".join(f"rowid BETWEEN {start} AND {start + each - 1}" for start in starts)


def _values(engine: duckdb.DuckDBPyConnection, cell: str, sampled: Mapping[str, int], complete: bool) -> _Values:
    if complete:
        return _Values(cell=cell, counts=sampled, exact=len(sampled) <= MOST_DISTINCT)
    if len(sampled) > MOST_DISTINCT // 2:
        tried = f"SELECT count(DISTINCT {cell}) FROM (SELECT {cell} FROM staged LIMIT {TRIED_ROWS})"
        if len(sampled) > MOST_DISTINCT or engine.execute(tried).fetchall()[0][0] > MOST_DISTINCT:
            return _Values(cell=cell, counts=sampled, exact=False)
    counted = engine.execute(
        f"SELECT {cell}, count(*) FROM staged WHERE {cell} IS NOT NULL GROUP BY 1 LIMIT {MOST_DISTINCT + 1}"
    ).fetchall()
    exact = len(counted) <= MOST_DISTINCT
    return _Values(cell=cell, counts=dict(counted) if exact else sampled, exact=exact)


def _of_few_values(counts: Mapping[str, int], decimal: str) -> _Measures:
    """The measures of a column all of whose values are known."""
    filled = sum(counts.values())
    numbers = [(number, count) for text, count in counts.items() if (number := _number(text, decimal)) is not None]
    return _Measures(
        filled=filled,
        mean_length=sum(len(text) * count for text, count in counts.items()) / filled if filled else 0.0,
        numeric=sum(count for _, count in numbers),
        whole=sum(count for number, count in numbers if number.is_integer()),
        lowest=min((number for number, _ in numbers), default=None),
        highest=max((number for number, _ in numbers), default=None),
        dates=_dates(counts.items()),
    )


def _number(text: str, decimal: str) -> float | None:
    """The number a cell reads as; most texts show at a glance that they are none, or a plain one."""
    if _PLAIN_NUMBER.fullmatch(text):
        return float(text) if decimal == "." or "." not in text else number_of(text, decimal)
    if len(text) > LONGEST_NUMBER or not _DIGIT.search(text):
        return None
    number = number_of(text, decimal)
    return number if number is not None and math.isfinite(number) else None


def _of_many_values(
    engine: duckdb.DuckDBPyConnection, columns: Sequence[_Values], decimal: str
) -> dict[str, _Measures]:
    """The measures of columns with too many values to list, by cell, from scans of a few dozen columns at once."""
    result = {}
    for start in range(0, len(columns), COLUMNS_AT_ONCE):
        some = columns[start : start + COLUMNS_AT_ONCE]
        numbers, parts = [], []
        for at, column in enumerate(some):
            has_numbers = any(_number(text, decimal) is not None for text in column.counts)
            number = f"coalesce({plain_number(column.cell, decimal)}, {grouped_number(column.cell, decimal)})"
            numbers.append(f"{number if has_numbers else 'NULL::DOUBLE'} AS x{at}")
            parts.append(
                f"count({column.cell}), avg(length({column.cell})), count(x{at}), count_if(x{at} = floor(x{at})), "
                f"min(x{at}), max(x{at})"
            )
        found = engine.execute(
            f"SELECT {', '.join(parts)} FROM (SELECT {', '.join(c.cell for c in some)}, {', '.join(numbers)} FROM staged)"
        ).fetchall()[0]
        for at, column in enumerate(some):
            filled, length, numeric, whole, lowest, highest = found[6 * at : 6 * at + 6]
            result[column.cell] = _Measures(
                filled=filled, mean_length=float(length or 0), numeric=numeric, whole=whole, lowest=lowest,
                highest=highest, dates=_days(engine, column),
            )  # fmt: skip
    return result


def _days(engine: duckdb.DuckDBPyConnection, column: _Values) -> tuple[tuple[str, int], ...]:
    """How many cells read as a date; of moments in time only the day is looked at, in every row."""
    if not _dates(column.counts.items()):
        return ()
    days = engine.execute(
        f"SELECT left(trim({column.cell}), 10), count(*) FROM staged WHERE {column.cell} IS NOT NULL GROUP BY 1 "
        f"LIMIT {DAYS}"
    ).fetchall()
    return _dates(days)


def _dates(texts: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """How many cells read as a date, for each order in which any does."""
    found = dict.fromkeys(("ymd", "dmy", "mdy"), 0)
    for text, count in texts:
        for order in orders_of(text):
            found[order] += count
    return tuple((order, count) for order, count in found.items() if count)


def _cleaned(counts: Mapping[str, int]) -> Counter[str]:
    """The values as people see them, those that look alike counted together."""
    cleaned: Counter[str] = Counter()
    for text, count in counts.items():
        cleaned[clean(text) if len(text) <= LONGEST_VALUE else text] += count
    del cleaned[""]
    return cleaned


def _top(counts: Counter[str], columns: int) -> tuple[tuple[str, int], ...]:
    """The most frequent values with their counts, ties by their text; fewer of each column where there are many."""
    most = max(50, min(TOP, TOP_OF_ALL // columns))
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    return tuple((clean(text[:LONGEST_VALUE]), count) for text, count in ordered)
