"""Profiling, in the child process: each column described by numbers small enough to carry."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import duckdb

from csat_core.ingest.detection import ColumnProfile

MOST_DISTINCT = 10_000
SAMPLE = 20_000
TOP = 300

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ,].*)?")


def profiles(engine: duckdb.DuckDBPyConnection, names: Sequence[str], decimal: str) -> list[ColumnProfile]:
    """The profile of every column, in order."""
    return [_profile(engine, position, name, decimal) for position, name in enumerate(names, 1)]


def _profile(engine: duckdb.DuckDBPyConnection, position: int, name: str, decimal: str) -> ColumnProfile:
    cell = f"c{position}"
    number = _number(cell, decimal)
    rows, filled, length, numeric, whole, lowest, highest = engine.execute(
        f"SELECT count(*), count({cell}), avg(length({cell})), count(x), count_if(x = floor(x)), min(x), max(x) "
        f"FROM (SELECT {cell}, {number} AS x FROM staged)"
    ).fetchall()[0]
    values, distinct = _values(engine, cell)
    dates = _dates(_date_texts(engine, cell, values, distinct)) if filled else ()
    return ColumnProfile(
        position=position, name=name, filled=filled, blank=rows - filled, distinct=distinct, top=tuple(values[:TOP]),
        numeric=numeric, whole=whole, lowest=lowest, highest=highest, mean_length=float(length or 0), dates=dates,
    )  # fmt: skip


def _number(cell: str, decimal: str) -> str:
    """An expression for the number a cell reads as; NULL where it does not, and for `nan` and `inf`."""
    text = cell if decimal == "." else f"replace(replace({cell}, '.', ''), ',', '.')"
    cast = f"TRY_CAST({text} AS DOUBLE)"
    return f"CASE WHEN isfinite({cast}) THEN {cast} END"


def _values(engine: duckdb.DuckDBPyConnection, cell: str) -> tuple[list[tuple[str, int]], int]:
    """Values with their counts, most frequent first, and how many there are (up to MOST_DISTINCT + 1)."""
    sampled = _counted(engine, cell, f"(SELECT {cell} FROM staged LIMIT {SAMPLE})")
    if len(sampled) > MOST_DISTINCT / 2:
        exact = engine.execute(
            f"SELECT count(*) FROM (SELECT DISTINCT {cell} FROM staged WHERE {cell} IS NOT NULL LIMIT {MOST_DISTINCT + 1})"
        ).fetchall()[0][0]
        if exact > MOST_DISTINCT:
            return sampled, MOST_DISTINCT + 1
    values = _counted(engine, cell, "staged")
    return values, len(values)


def _counted(engine: duckdb.DuckDBPyConnection, cell: str, table: str) -> list[tuple[str, int]]:
    return engine.execute(
        f"SELECT {cell}, count(*) AS n FROM {table} WHERE {cell} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT {MOST_DISTINCT + 1}"
    ).fetchall()


def _date_texts(
    engine: duckdb.DuckDBPyConnection, cell: str, values: list[tuple[str, int]], distinct: int
) -> Iterable[tuple[str, int]]:
    """The texts to try as dates; of a column of moments in time only the day is looked at, in every row."""
    if distinct <= MOST_DISTINCT or not _dates(values[:200]):
        return values
    return engine.execute(
        f"SELECT left({cell}, 10), count(*) FROM staged WHERE {cell} IS NOT NULL GROUP BY 1 LIMIT 100000"
    ).fetchall()


def _dates(texts: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """How many cells read as a date, for each order in which any does."""
    found = dict.fromkeys(("ymd", "dmy", "mdy"), 0)
    for text, count in texts:
        for order in _orders(text.strip()):
            found[order] += count
    return tuple((order, count) for order, count in found.items() if count)


def _orders(text: str) -> Iterable[str]:
    year_first = YEAR_FIRST.fullmatch(text)
    if year_first:
        year, month, day = map(int, year_first.groups())
        return ("ymd",) if _is_date(year, month, day) else ()
    year_last = YEAR_LAST.fullmatch(text)
    if not year_last:
        return ()
    first, second, year = map(int, year_last.groups())
    year = year if year > 99 else 2000 + year
    orders = (("dmy", second, first), ("mdy", first, second))
    return tuple(order for order, month, day in orders if _is_date(year, month, day))


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1900 <= year <= 2200
