"""The rows that were set aside: each of their bad cells with its row number, column, value, code, reason and the raw row."""

from collections.abc import Mapping as Named
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from csat_core.ingest.child.reshaping import unique_names
from csat_core.ingest.child.unfit import DUPLICATE, STORED
from csat_core.ingest.formats.staged_rows import LONGEST_RAW
from csat_core.ingest.formats.table import has_table
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.privacy import KEYS, NAMES
from csat_core.ingest.scales import near_labels
from csat_core.ingest.texts.days import fault
from csat_core.ingest.texts.expressions import Bindings, cell_at, coded, label, masked
from csat_core.model.dataset import Role

OFF_SCALE, NOT_A_NUMBER, BAD_DATE = "off_scale", "not_a_number", "bad_date"
DUPLICATE_ID = "duplicate_response_id"
STORED_ALREADY = "already_there"

NOT_KEPT = "[not kept]"
"""Stands in a row of a wrong shape where personal data may be: an empty cell would come back as one that was left blank."""

_CODES = {"question": OFF_SCALE, "number": NOT_A_NUMBER, "day": BAD_DATE}
_ORDERS = {"ymd": "year, month, day", "dmy": "day, month, year", "mdy": "month, day, year", "ydm": "year, day, month"}


def write_set_aside(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, header: list[str], path: Path, pepper: str = ""
) -> None:
    """Nothing; `path` is a Parquet file with a row for each reason to set a row aside, in the order of the file.

    A row with several bad cells is there with each of them, so that it can be mended at once. Temporary table `set_aside` holds the same. Personal data that is not kept is not in the raw rows either.
    """
    bind = Bindings()
    rows, row = raw_rows(connection, mapping, header, pepper, bind)
    told = _told(mapping)
    positions, names, codes, reasons = (list(column) for column in zip(*told, strict=True))
    at = f"list_position({bind(positions, 'INTEGER[]')}, bad)"
    kept = {column.position: column for column in mapping.columns}
    cells = [
        f"WHEN {bad} THEN {_shown(kept[cell], f'lines.{cell_at(cell)}', pepper, bind)}" for bad, cell in _cells(mapping)
    ]
    value = " ".join(cells) or "WHEN -1 THEN ''"
    # a whole row of the file among the misfits is told from loose cells: it may keep no more than the others
    loose_cells = _loose_cells(connection, mapping, header, bind)
    whole = loose_cells if rows == "lines" else f"CASE WHEN file_lines.row IS NULL THEN {loose_cells} ELSE {row} END"
    loose = (
        "misfits"
        if rows == "lines"
        else f"misfits LEFT JOIN {rows} ON misfits.row = {rows}.row AND starts_with(raw, '{{')"
    )
    beside = "" if rows == "lines" else f" JOIN {rows} USING (row)"
    why = _why(connection, mapping, f"{bind(reasons, 'VARCHAR[]')}[{at}]")
    connection.execute(
        f'CREATE TEMP TABLE set_aside AS SELECT row, bad AS place, {bind(names, "VARCHAR[]")}[{at}] AS "column", '
        f'CASE bad {value} END AS "value", '
        f"{bind(codes, 'VARCHAR[]')}[{at}] AS code, "
        f"{why} AS reason, {row} AS raw "
        f"FROM unfit_cells JOIN lines USING (row){beside} "
        f"UNION ALL SELECT misfits.row, 0, NULL, NULL, code, reason, {whole} FROM {loose}",
        bind.values,
    )
    near_labels.named(connection, mapping.used, OFF_SCALE)
    lines = "SELECT * EXCLUDE (place) FROM set_aside ORDER BY row, place"
    connection.execute(f"COPY ({lines}) TO $path (FORMAT parquet)", {"path": str(path)})


def raw_rows(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, header: list[str], pepper: str, bind: Bindings
) -> tuple[str, str]:
    """The view of the rows as the file has them, and the SQL of such a row as JSON, as far as it may be kept."""
    rows, own = _own_rows(connection, header)
    columns = {column.position: column for column in mapping.columns}
    shown = [_shown(_held(each, columns), f"{rows}.{cell_at(i)}", pepper, bind) for i, each in enumerate(own, 1)]
    keys = unique_names([each.name for each in own])
    pairs = ", ".join(f"{bind(key)}, {cell}" for key, cell in zip(keys, shown, strict=True))
    return rows, f"json_object({pairs})::VARCHAR"


def _loose_cells(connection: duckdb.DuckDBPyConnection, mapping: Mapping, header: list[str], bind: Bindings) -> str:
    """The SQL of the raw row of a misfit: where the file has personal data its cells may hold some, though moved aside.

    Addresses and numbers are covered wherever they stand; what no pattern tells, as names, in every place where it can be.
    """
    _, own = _own_rows(connection, header)
    columns = {column.position: column for column in mapping.columns}
    held = [_held(each, columns) for each in own]
    personal = [at for at, column in enumerate(held, 1) if _is_personal(column)]
    if not personal:
        return "raw"
    n, wide = "json_array_length(raw)::BIGINT", len(own)
    is_cut = f"(length(raw) >= {LONGEST_RAW})"
    untold = [
        at for at in personal if (column := held[at - 1]) and column.protect != "mask" and column.personal not in KEYS
    ]
    may_be = " OR ".join(
        f"i BETWEEN least({at}, {at} + {n} - {wide}) AND CASE WHEN {is_cut} THEN {n} ELSE greatest({at}, {at} + {n} - {wide}) END"
        for at in untold
    )
    # digits of a response id are no telephone number
    ids = [at for at, column in enumerate(held, 1) if column and column.role is Role.RESPONSE_ID and at not in personal]
    is_id = f"i IN ({', '.join(map(str, ids))})" if ids else "FALSE"
    cell = f"CASE WHEN {may_be or 'FALSE'} THEN {bind(NOT_KEPT)} WHEN {is_id} THEN x ELSE {masked('x')} END"
    texts = f"list_transform(from_json(raw, '[\"VARCHAR\"]'), lambda x, i: to_json({cell})::VARCHAR)"
    return f"CASE WHEN starts_with(raw, '[') THEN '[' || array_to_string({texts}, ', ') || ']' ELSE raw END"


def _why(connection: duckdb.DuckDBPyConnection, mapping: Mapping, reason: str) -> str:
    """The reason of a row: `reason`, but for bad dates, which are told one by one where there are any."""
    time = next((column for column in mapping.used if column.role.storage == "day"), None)
    if time is None:
        return reason
    is_bad = f"bad = {int(time.position)}"
    if not connection.execute(f"SELECT count(*) FROM unfit_cells WHERE {is_bad}").fetchall()[0][0]:
        return reason
    return f"CASE WHEN {is_bad} THEN {fault(f'lines.{cell_at(time.position)}', time.date_order or 'ymd')} ELSE {reason} END"


def _shown(column: ColumnMapping | None, cell: str, pepper: str, bind: Bindings) -> str:
    """The cell of a raw row, as far as it may be kept."""
    if column is None:
        return cell
    if column.protect == "hash":
        return coded(label(cell), pepper, bind)
    if column.protect == "mask":
        return masked(cell)
    return f"CASE WHEN {cell} IS NOT NULL THEN '' END" if _is_personal(column) else cell


def _is_personal(column: ColumnMapping | None) -> bool:
    return column is not None and bool(column.protect or (column.personal and column.role is Role.IGNORE))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """A column as the file has it."""

    name: str
    made: int | None
    """Its number in the table that was made from the file; None where it went into others."""


def _held(own: _Own, columns: Named[int, ColumnMapping]) -> ColumnMapping | None:
    """The column that a column of the file became, or of its parts one that holds personal data; None without."""
    if own.made is not None:
        return columns.get(own.made)
    parts = [column for column in columns.values() if column.name.startswith(f"{own.name}.")]
    personal = next((column for column in parts if _is_personal(column)), None)
    return personal and replace(personal, role=Role.IGNORE, protect=None, personal=personal.personal or NAMES)


def _own_rows(connection: duckdb.DuckDBPyConnection, header: list[str]) -> tuple[str, list[_Own]]:
    """The view of the rows as the file has them, with its columns: a layout may have made the table otherwise."""
    if not has_table(connection, "file_header"):
        return "lines", [_Own(name=name, made=at) for at, name in enumerate(header, 1)]
    columns = connection.execute("SELECT name, made FROM file_header ORDER BY position").fetchall()
    return "file_lines", [_Own(name=name, made=made) for name, made in columns]


def _told(mapping: Mapping) -> list[tuple[int, str | None, str, str]]:
    """For each way a row can be set aside: what stands in `bad`, the column, the code and the reason."""
    told: list[tuple[int, str | None, str, str]] = []
    for column in mapping.used:
        storage = column.role.storage
        if column.role is Role.RESPONSE_ID:
            told.append((DUPLICATE, column.name, DUPLICATE_ID, "An earlier row has the same response id."))
            told.append((STORED, column.name, STORED_ALREADY, "The dataset has this response already."))
        elif storage == "question" and column.scale:
            told.append((column.position, column.name, OFF_SCALE, f"Not on the scale {column.scale.name}."))
        elif storage == "number":
            told.append((column.position, column.name, NOT_A_NUMBER, "Not a number of this column."))
        elif storage == "day":
            order = _ORDERS[column.date_order or "ymd"]
            told.append((column.position, column.name, BAD_DATE, f"Not a date in the order {order}."))
    if not any(column.role is Role.RESPONSE_ID for column in mapping.used):
        told.append((STORED, None, STORED_ALREADY, "The dataset has this row already, letter for letter."))
    return told


def _cells(mapping: Mapping) -> list[tuple[int, int]]:
    """What stands in `bad`, and the position of the cell to show for it."""
    return [
        (bad, column.position)
        for column in mapping.used
        if column.role is Role.RESPONSE_ID or column.role.storage in _CODES
        for bad in ((DUPLICATE, STORED) if column.role is Role.RESPONSE_ID else (column.position,))
    ]
