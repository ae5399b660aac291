"""Every value that is stored otherwise than it stands, one by one: worked out when somebody asks, from the staged file.

The store keeps what was made of a cell and not its text, so the list can be made while the file is there, and only then.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.child.altered import REASONS, Counted, shown
from csat_core.ingest.child.convert import opened
from csat_core.ingest.child.heartbeat import alive
from csat_core.ingest.child.set_aside import raw_rows
from csat_core.ingest.child.typed_cells import fully
from csat_core.ingest.child.typed_rows import Typed, batches, typed_rows
from csat_core.ingest.formats.table import Report, has_table
from csat_core.ingest.plan import Mapping, from_json
from csat_core.ingest.texts.expressions import Bindings, cell_at

LISTED = "altered.parquet"
FURTHER = 8
"""Times as many rows are looked at where the first ones hold too few."""
COLUMNS = ("row", "column", "value", "became", "code", "reason", "raw")


def list_altered(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """How many values of the file staged in `request["folder"]` were altered (`count`), and how many of them are `listed`.

    The folder then holds `altered.parquet` (row, column, value, became, code, reason, raw), the first `request["most"]`
    in the order of the file. A cell that sets its row aside is none of them, though of more
    than are listed it is counted.
    """
    folder, mapping = Path(request["folder"]), from_json(request["mapping"])
    pepper = str(request.get("pepper", ""))
    with opened(folder, request) as connection, alive(connection, report, "Listing what was altered"):
        typed = typed_rows(connection, mapping, "", pepper, request.get("periods") or ())
        connection.execute(
            'CREATE TEMP TABLE found ("row" BIGINT, place INTEGER, "column" VARCHAR, "value" VARCHAR, became VARCHAR, code VARCHAR)'
        )
        found = _find(connection, mapping, typed, int(request["most"]))
        _write(connection, mapping, found.lines, list(request["header"]), pepper, int(request["most"]), folder / LISTED)
        listed = connection.execute("SELECT count(*) FROM read_parquet($path)", {"path": str(folder / LISTED)})
        return {"count": found.count, "listed": int(listed.fetchall()[0][0])}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What table `found` holds."""

    count: int
    """How many altered values the file has."""
    lines: str
    """The lines in which the first of them stand, as SQL."""


def _find(connection: duckdb.DuckDBPyConnection, mapping: Mapping, typed: Typed, most: int) -> _Found:
    """How many there are; table `found` holds at least the first `most` of them.

    Where there are more they are looked for among the first rows alone, and counted as they were when the file was checked:
    cells that set their row aside among them. Patterns that read every cell would take many times as long as the file.
    """
    altered = [each for each in typed.altered if each.count]
    expected = sum(each.count for each in altered)
    rows, every = most, expected <= most
    while True:
        connection.execute("DELETE FROM found")
        lines = "lines" if every else f"(FROM lines LIMIT {rows})"
        for batch in batches(altered):
            bind = Bindings()
            cells = " UNION ALL ".join(_cells(counted, mapping, typed, lines, bind) for counted in batch)
            connection.execute(f"INSERT INTO found {cells}", bind.values)
        found = _count(connection, "found")
        if every or found >= most:
            break
        rows *= FURTHER
        every = rows >= _count(connection, "lines")
    count = expected if expected > most else found
    if has_table(connection, "fitted_rows"):
        connection.execute('INSERT INTO found SELECT "row", 0, NULL, NULL, NULL, code FROM fitted_rows')
        count += int(connection.execute("SELECT coalesce(sum(n), 0) FROM fitted").fetchall()[0][0])
    return _Found(count=count, lines=lines)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])


def _cells(counted: Counted, mapping: Mapping, typed: Typed, lines: str, bind: Bindings) -> str:
    """The cells of one column that were altered for one reason, as SQL."""
    column = counted.measure.column
    cell = cell_at(column.position)
    value = fully(column, mapping.decimal, typed.units.get(column.position, ""), "", bind)
    cells = (
        f'SELECT "row", {cell} AS "value", {shown(column, value)} AS became FROM {lines} WHERE {counted.measure.test}'
    )
    return (
        f'SELECT "row", {int(column.position)} AS place, {bind(column.name)} AS "column", "value", became, '
        f"{bind(counted.measure.code)} AS code FROM ({cells}) WHERE became IS NULL OR became NOT IN ('nan', 'infinity')"
    )


def _write(
    connection: duckdb.DuckDBPyConnection,
    mapping: Mapping,
    lines: str,
    header: list[str],
    pepper: str,
    most: int,
    path: Path,
) -> None:
    """Nothing; the first of `found` lie at `path`, each with its reason and the row as it came."""
    bind = Bindings()
    rows, raw = raw_rows(connection, mapping, header, pepper, bind)
    among = f"{lines} AS lines" if rows == "lines" else rows
    reason = f"{bind(list(REASONS.values()), 'VARCHAR[]')}[list_position({bind(list(REASONS), 'VARCHAR[]')}, code)]"
    connection.execute(
        f'CREATE TEMP TABLE firsts AS FROM found ORDER BY "row", place, code LIMIT {most}',
    )
    connection.execute(
        f'CREATE TEMP TABLE listed AS SELECT firsts."row", place, "column", "value", became, code, {reason} AS reason, '
        f'{raw} AS raw FROM firsts JOIN {among} ON {rows}."row" = firsts."row"',
        bind.values,
    )
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    connection.execute(
        f'COPY (SELECT {names} FROM listed ORDER BY "row", place, code) TO $path (FORMAT parquet)', {"path": str(path)}
    )
