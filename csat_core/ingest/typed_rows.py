"""The staged text as typed rows: one statement that reads every cell and says which column sets a row aside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import duckdb

from csat_core.ingest.altered import Counted, Measure, at_length, at_sight
from csat_core.ingest.expressions import Bindings, bucket, cell_at, unit
from csat_core.ingest.mapping import columns_of
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.typed_cells import fully, needs_more, plainly
from csat_core.model.dataset import Role

DUPLICATE, THERE_ALREADY = 0, -1
"""In `bad`, beside the positions of the columns (from 1) that set a row aside."""
NEVER = "NULL::INTEGER"
COLUMNS_AT_ONCE = 100
"""Looked at in one statement: the time to plan one grows faster than its columns."""

Item = TypeVar("Item")
Kept = list[tuple[str, ColumnMapping]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The typed rows as a statement: they are read several times, each time only the columns that are asked for."""

    select: str
    """row, typed columns, bucket and bad: NULL for a row that can be kept, else the position of the first column in
    the file that sets it aside."""
    values: dict[str, Any]
    """What is bound in it."""
    is_checked: bool
    """Whether any column can set a row aside."""
    altered: tuple[Counted, ...] = ()
    """Cells that are stored otherwise than they stand."""
    units: dict[int, str] = field(default_factory=dict)
    """The unit of each column of numbers that has one, by position."""


def typed_rows(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, salt: str, pepper: str = "", periods: Sequence[int] = ()
) -> Typed:
    """Every row of the right shape, typed.

    Patterns are only used for columns with cells that need them: most files have none, and a wide one would take
    minutes to plan. `pepper` goes into the codes of texts that are not kept as they stand; the columns at `periods` have
    months in place of days.
    """
    bind = Bindings()
    kept = columns_of(mapping)
    hard, seen = _hard(connection, kept, mapping.decimal)
    units = _units(connection, [column.position for id, column in kept if id[0] == "n" and id in hard])
    measures = at_length([column for id, column in kept if id in hard], mapping.decimal, periods)
    altered = (*seen, *_counted(connection, list(measures)))
    typed = [
        fully(column, mapping.decimal, units.get(column.position, ""), pepper, bind)
        if id in hard
        else plainly(column, mapping.decimal, bind)
        for id, column in kept
    ]
    named = [f"{expression} AS {id}" for expression, (id, _) in zip(typed, kept, strict=True)]
    if not any(id == "day" for id, _ in kept):
        named.append("NULL::DATE AS day")
    by_role = {column.role: id for id, column in kept}
    keys = [by_role[role] for role in (Role.CUSTOMER, Role.RESPONSE_ID) if role in by_role]
    whose = f"coalesce({', '.join([*keys, f'{bind(salt)} || row'])})"
    bad = _bad(kept, hard)
    return Typed(
        select=f"SELECT *, {bucket(whose)} AS bucket, {bad} AS bad FROM (SELECT row, {', '.join(named)} FROM lines)",
        values=bind.values,
        is_checked=bad != NEVER,
        altered=altered,
        units=units,
    )


def find_unfit(connection: duckdb.DuckDBPyConnection, typed: Typed, mapping: Mapping, known: str | None = None) -> None:
    """Nothing; temporary table `unfit` holds the number of every row that is set aside, and why (`bad`).

    Of the rows that could be kept and share a response id these are all but the first, and those whose id is in column
    `id` of the Parquet file `known`: the dataset has them already.
    """
    found = (
        f"SELECT row, bad FROM ({typed.select}) WHERE bad IS NOT NULL" if typed.is_checked else "SELECT 0, 0 LIMIT 0"
    )
    connection.execute("CREATE TEMP TABLE unfit (row BIGINT, bad INTEGER)")
    connection.execute(f"INSERT INTO unfit {found}", typed.values if typed.is_checked else {})
    id = next((id for id, column in columns_of(mapping) if column.role is Role.RESPONSE_ID), None)
    if id is None:
        return
    fit = f"(SELECT row, {id} AS id FROM ({typed.select}) WHERE {id} IS NOT NULL) ANTI JOIN unfit USING (row)"
    if known is not None:
        is_there = "id IN (SELECT id FROM read_parquet($known))"
        connection.execute(
            f"INSERT INTO unfit SELECT row, {THERE_ALREADY} FROM {fit} WHERE {is_there}",
            typed.values | {"known": known},
        )
    # numbers are brought together in half the time and memory of texts; what they find is looked at as text
    connection.execute(
        f"CREATE TEMP TABLE repeated AS SELECT hash({id}) AS code FROM ({typed.select}) WHERE {id} IS NOT NULL "
        "GROUP BY ALL HAVING count(*) > 1",
        typed.values,
    )
    if connection.execute("SELECT count(*) FROM repeated").fetchall()[0][0]:
        among = f"SELECT row, min(row) OVER (PARTITION BY id) AS first FROM {fit} WHERE hash(id) IN (FROM repeated)"
        connection.execute(f"INSERT INTO unfit SELECT row, {DUPLICATE} FROM ({among}) WHERE row > first", typed.values)


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """`items` in runs that are small enough for one statement."""
    for begin in range(0, len(items), COLUMNS_AT_ONCE):
        yield items[begin : begin + COLUMNS_AT_ONCE]


def _hard(connection: duckdb.DuckDBPyConnection, kept: Kept, decimal: str) -> tuple[set[str], list[Counted]]:
    """The ids of the columns with a cell that is not written as usual, and what else the same look at them tells."""
    found: set[str] = set()
    counted: list[Counted] = []
    for batch in batches(kept):
        bind = Bindings()
        measures = list(at_sight([column for _, column in batch], decimal))
        tests = [f"bool_or({needs_more(column, decimal, bind)})" for _, column in batch]
        parts = ", ".join([*tests, *(measure.aggregates() for measure in measures)])
        row = connection.execute(f"SELECT {parts} FROM lines", bind.values).fetchall()[0]
        found.update(id for (id, _), needed in zip(batch, row, strict=False) if needed)
        counted += _paired(measures, row[len(batch) :])
    return found, counted


def _counted(connection: duckdb.DuckDBPyConnection, measures: Sequence[Measure]) -> Iterator[Counted]:
    for batch in batches(measures):
        parts = ", ".join(measure.aggregates() for measure in batch)
        yield from _paired(batch, connection.execute(f"SELECT {parts} FROM lines").fetchall()[0])


def _paired(measures: Sequence[Measure], row: Sequence[Any]) -> Iterator[Counted]:
    for at, measure in enumerate(measures):
        yield Counted(measure=measure, count=row[2 * at], first=row[2 * at + 1] or ())


def _units(connection: duckdb.DuckDBPyConnection, numbers: list[int]) -> dict[int, str]:
    """The unit most cells of each number column carry, by position; cells in another unit are no numbers beside it."""
    found: dict[int, str] = {}
    for batch in batches(numbers):
        modes = ", ".join(_mode_of_unit(cell_at(position)) for position in batch)
        row: tuple[Any, ...] = connection.execute(f"SELECT {modes} FROM lines").fetchall()[0]
        found |= {position: text for position, text in zip(batch, row, strict=True) if text}
    return found


def _mode_of_unit(cell: str) -> str:
    return f"mode(nullif({unit(cell)}, '')) FILTER (TRY_CAST({cell} AS DOUBLE) IS NULL)"


def _bad(kept: Kept, hard: set[str]) -> str:
    """The position of the first column that cannot be read, in the order of the file."""
    tests = {"q": "{} IS NULL", "n": "isnan({})", "d": "isinf({})"}
    branches = [
        f"WHEN {tests[id[0]].format(id)} THEN {column.position}"
        for id, column in sorted(kept, key=lambda pair: pair[1].position)
        if id[0] in tests and id in hard
    ]
    return f"CASE {' '.join(branches)} END::INTEGER" if branches else NEVER
