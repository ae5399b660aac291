"""The rows that were set aside: each with its row number, column, value, code, reason and the raw row."""

from pathlib import Path

import duckdb

from csat_core.ingest.expressions import Bindings, cell_at, coded, label, masked
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.typed_rows import DUPLICATE, THERE_ALREADY
from csat_core.model.dataset import Role

OFF_SCALE, NOT_A_NUMBER, BAD_DATE = "off_scale", "not_a_number", "bad_date"
DUPLICATE_ID, WRONG_SHAPE = "duplicate_response_id", "wrong_shape"
STORED_ALREADY = "already_there"

_CODES = {"question": OFF_SCALE, "number": NOT_A_NUMBER, "day": BAD_DATE}
_ORDERS = {"ymd": "year, month, day", "dmy": "day, month, year", "mdy": "month, day, year"}


def write_set_aside(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, header: list[str], path: Path, pepper: str = ""
) -> None:
    """Nothing; `path` is a Parquet file with one row for every row that was set aside, in the order of the file.

    Temporary table `set_aside` holds the same. Personal data that is not kept is not in the raw rows either.
    """
    bind = Bindings()
    told = _told(mapping)
    positions, names, codes, reasons = (list(column) for column in zip(*told, strict=True))
    at = f"list_position({bind(positions, 'INTEGER[]')}, bad)"
    cells = " ".join(f"WHEN {position} THEN {cell_at(cell)}" for position, cell in _cells(mapping)) or "WHEN -1 THEN ''"
    shown = {column.position: _shown(column, pepper, bind) for column in mapping.columns}
    pairs = ", ".join(
        f"{bind(name)}, {shown.get(position, cell_at(position))}"
        for position, name in enumerate(unique_names(header), 1)
    )
    connection.execute(
        f'CREATE TEMP TABLE set_aside AS SELECT row, {bind(names, "VARCHAR[]")}[{at}] AS "column", '
        f'CASE bad {cells} END AS "value", {bind(codes, "VARCHAR[]")}[{at}] AS code, '
        f"{bind(reasons, 'VARCHAR[]')}[{at}] AS reason, json_object({pairs})::VARCHAR AS raw "
        "FROM (SELECT row, bad FROM checked WHERE bad IS NOT NULL) JOIN lines USING (row) "
        f"UNION ALL SELECT row, NULL, NULL, '{WRONG_SHAPE}', reason, raw FROM misfits",
        bind.values,
    )
    connection.execute("COPY (FROM set_aside ORDER BY row) TO $path (FORMAT parquet)", {"path": str(path)})


def _shown(column: ColumnMapping, pepper: str, bind: Bindings) -> str:
    """The cell of a raw row, as far as it may be kept."""
    cell = cell_at(column.position)
    if column.protect == "hash":
        return coded(label(cell), pepper, bind)
    if column.protect == "mask":
        return masked(cell)
    return f"CASE WHEN {cell} IS NOT NULL THEN '' END" if column.personal and column.role is Role.IGNORE else cell


def unique_names(header: list[str]) -> list[str]:
    """The names of the columns, those that repeat told apart by their number: `Rating (#7)`."""
    folded = [name.casefold() for name in header]
    return [name if folded.count(name.casefold()) == 1 else f"{name} (#{i})" for i, name in enumerate(header, 1)]


def _told(mapping: Mapping) -> list[tuple[int, str, str, str]]:
    """For each way a row can be set aside: what stands in `bad`, the column, the code and the reason."""
    told = []
    for column in mapping.used:
        storage = column.role.storage
        if column.role is Role.RESPONSE_ID:
            told.append((DUPLICATE, column.name, DUPLICATE_ID, "An earlier row has the same response id."))
            told.append((THERE_ALREADY, column.name, STORED_ALREADY, "The dataset has this response already."))
        elif storage == "question" and column.scale:
            told.append((column.position, column.name, OFF_SCALE, f"Not on the scale {column.scale.name}."))
        elif storage == "number":
            told.append((column.position, column.name, NOT_A_NUMBER, "Not a number of this column."))
        elif storage == "day":
            order = _ORDERS[column.date_order or "ymd"]
            told.append((column.position, column.name, BAD_DATE, f"Not a date in the order {order}."))
    return told or [(DUPLICATE, "", DUPLICATE_ID, "")]


def _cells(mapping: Mapping) -> list[tuple[int, int]]:
    """What stands in `bad`, and the position of the cell to show for it."""
    return [
        (bad, column.position)
        for column in mapping.used
        if column.role is Role.RESPONSE_ID or column.role.storage in _CODES
        for bad in ((DUPLICATE, THERE_ALREADY) if column.role is Role.RESPONSE_ID else (column.position,))
    ]
