"""Every value that is stored otherwise than it stands, one by one: worked out when somebody asks, from the staged file.

The store keeps what was made of a cell and not its text, so the list can be made while the file is there, and only then.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.altered import REASONS, Counted
from csat_core.ingest.convert import opened
from csat_core.ingest.expressions import Bindings, cell_at
from csat_core.ingest.formats.table import Report, has_table
from csat_core.ingest.heartbeat import alive
from csat_core.ingest.mapping import from_json
from csat_core.ingest.plan import Mapping
from csat_core.ingest.set_aside import raw_rows
from csat_core.ingest.typed_cells import fully
from csat_core.ingest.typed_rows import Typed, batches, typed_rows

LISTED = "altered.parquet"
COLUMNS = ("row", "column", "value", "became", "code", "reason", "raw")


def list_altered(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """How many values of the file staged in `request["folder"]` were altered (`count`), and how many of them are `listed`.

    The folder then holds `altered.parquet` (row, column, value, became, code, reason, raw), the first `request["most"]`
    in the order of the file. A cell altered for two reasons is two rows; one that sets its row aside is none.
    """
    folder, mapping = Path(request["folder"]), from_json(request["mapping"])
    pepper = str(request.get("pepper", ""))
    with opened(folder, request) as connection, alive(connection, report, "Listing what was altered"):
        typed = typed_rows(connection, mapping, "", pepper, request.get("periods") or ())
        connection.execute(
            'CREATE TEMP TABLE found ("row" BIGINT, place INTEGER, "column" VARCHAR, "value" VARCHAR, became VARCHAR, code VARCHAR)'
        )
        count = _find(connection, mapping, typed, int(request["most"]))
        _write(connection, mapping, list(request["header"]), pepper, int(request["most"]), folder / LISTED)
        listed = connection.execute("SELECT count(*) FROM read_parquet($path)", {"path": str(folder / LISTED)})
        return {"count": count, "listed": int(listed.fetchall()[0][0])}


def _find(connection: duckdb.DuckDBPyConnection, mapping: Mapping, typed: Typed, most: int) -> int:
    """How many there are; table `found` holds at least the first `most` of them."""
    count = 0
    for batch in batches([each for each in typed.altered if each.count]):
        bind = Bindings()
        each = [_cells(counted, mapping, typed, bind) for counted in batch]
        count += sum(_counts(connection, each, bind))
        firsts = " UNION ALL ".join(f'(SELECT * FROM ({rows}) ORDER BY "row" LIMIT {most})' for rows in each)
        connection.execute(f"INSERT INTO found {firsts}", bind.values)
    if has_table(connection, "fitted_rows"):
        connection.execute('INSERT INTO found SELECT "row", 0, NULL, NULL, NULL, code FROM fitted_rows')
        count += int(connection.execute("SELECT coalesce(sum(n), 0) FROM fitted").fetchall()[0][0])
    return count


def _cells(counted: Counted, mapping: Mapping, typed: Typed, bind: Bindings) -> str:
    """The cells of one column that were altered for one reason, as SQL."""
    column = counted.measure.column
    cell = cell_at(column.position)
    value = fully(column, mapping.decimal, typed.units.get(column.position, ""), "", bind)
    cells = f'SELECT "row", {cell} AS "value", ({value})::VARCHAR AS became FROM lines WHERE {counted.measure.test}'
    return (
        f'SELECT "row", {int(column.position)} AS place, {bind(column.name)} AS "column", "value", became, '
        f"{bind(counted.measure.code)} AS code FROM ({cells}) WHERE became IS NULL OR became NOT IN ('nan', 'infinity')"
    )


def _counts(connection: duckdb.DuckDBPyConnection, each: Sequence[str], bind: Bindings) -> Sequence[int]:
    parts = ", ".join(f"(SELECT count(*) FROM ({rows}))" for rows in each)
    return connection.execute(f"SELECT {parts}", bind.values).fetchall()[0]


def _write(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, header: list[str], pepper: str, most: int, path: Path
) -> None:
    """Nothing; the first of `found` lie at `path`, each with its reason and the row as it came."""
    bind = Bindings()
    rows, raw = raw_rows(connection, mapping, header, pepper, bind)
    reason = f"{bind(list(REASONS.values()), 'VARCHAR[]')}[list_position({bind(list(REASONS), 'VARCHAR[]')}, code)]"
    connection.execute(
        f'CREATE TEMP TABLE firsts AS FROM found ORDER BY "row", place, code LIMIT {most}',
    )
    connection.execute(
        f'CREATE TEMP TABLE listed AS SELECT firsts."row", place, "column", "value", became, code, {reason} AS reason, '
        f'{raw} AS raw FROM firsts JOIN {rows} ON {rows}."row" = firsts."row"',
        bind.values,
    )
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    connection.execute(
        f'COPY (SELECT {names} FROM listed ORDER BY "row", place, code) TO $path (FORMAT parquet)', {"path": str(path)}
    )
