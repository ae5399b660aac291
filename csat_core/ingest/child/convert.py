"""From staged text to typed rows, in the child process: accepted and rejected rows as Parquet, and what was noticed."""

from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.child import in_columns
from csat_core.ingest.child.again import write_again
from csat_core.ingest.child.altered import altered
from csat_core.ingest.child.findings import problems_of
from csat_core.ingest.child.heartbeat import alive
from csat_core.ingest.child.in_columns import OPTIONS, lying_at
from csat_core.ingest.child.set_aside import write_set_aside
from csat_core.ingest.child.spreadsheets import restore
from csat_core.ingest.child.summary import answers_of, counted_columns, outcome_counts, period
from csat_core.ingest.child.typed_rows import Typed, typed_rows
from csat_core.ingest.child.unfit import DUPLICATE, STORED, find_known_rows, find_unfit
from csat_core.ingest.formats.in_place import read_in_place
from csat_core.ingest.formats.table import Report
from csat_core.ingest.plan import Mapping, columns_of, from_json
from csat_core.model.dataset import Role

STAGED, ACCEPTED, REJECTED = "stage.duckdb", "accepted.parquet", "rejected.parquet"
TYPED = "typed.parquet"


def convert(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """What became of the rows staged in `request["folder"]` under `request["mapping"]`, as plain JSON values.

    Beside the counts: since, until, problems, columns, outcome_counts and altered. The folder then holds `accepted.parquet`
    (response_no, day, bucket, then the kept columns by id), or where the rows are kept as they lie in columns `lying` says how
    they are read (`in_columns.as_stored`), and `rejected.parquet` (row, column, value, code, reason,
    raw). `request["header"]` names all columns of the table; `request["salt"]` tells rows without an id from those of
    other files; `request["known"]` is a Parquet file of response ids that the dataset has already, or None,
    `request["known_rows"]` names one of rows, where there are no ids, and
    `request["waiting"]` one of texts that a spreadsheet may have spoiled (`spreadsheets`).
    """
    folder, mapping = Path(request["folder"]), from_json(request["mapping"])
    pepper = str(request.get("pepper", ""))
    with opened(folder, request) as connection:
        waiting = request.get("waiting")
        restored = restore(connection, waiting, mapping) if waiting and not read_in_place(connection) else []
        with alive(connection, report, "Reading the cells", (0.05, 0.25)):
            typed = typed_rows(connection, mapping, str(request.get("salt", "")), pepper, request.get("periods") or ())
            changed = altered(connection, typed.altered, mapping.decimal, typed.units)
        with alive(connection, report, "Reading every row", (0.25, 0.7)):
            write_typed(connection, typed, mapping, folder)
        with alive(connection, report, "Looking for rows to set aside", (0.7, 0.8)):
            find_unfit(connection, mapping, typed.doubtful, request.get("known"))
            find_known_rows(connection, request.get("known_rows"))
            counts = _counts(connection)
            write_set_aside(connection, mapping, list(request["header"]), folder / REJECTED, pepper)
            if request.get("known"):
                key = next(id for id, column in columns_of(mapping) if column.role is Role.RESPONSE_ID)
                write_again(connection, folder, key, _columns(mapping))
        with alive(connection, report, "Writing the accepted rows", (0.8, 0.9)):
            write_accepted(connection, typed, mapping, folder)
            read_in_place(connection)  # what was written must be what was looked at
        report(0.9, "Counting the answers")
        told = _told(connection, mapping, counts)
        lying = None if (folder / ACCEPTED).exists() else in_columns.lie_so(connection)
        return {**told, "problems": [*told["problems"], *restored], "altered": changed, "lying": lying}


def _told(connection: duckdb.DuckDBPyConnection, mapping: Mapping, counts: dict[str, int]) -> dict[str, Any]:
    answers = answers_of(connection, mapping)
    columns = counted_columns(connection, mapping, answers)
    since, until = period(connection)
    return {
        "rows_read": counts["checked"] + counts["misfits"],
        "accepted": counts["accepted"],
        "rejected": counts["rejected"] + counts["misfits"],
        "duplicates": counts["duplicates"],
        "since": since,
        "until": until,
        "problems": problems_of(connection, mapping, columns, counts, answers),
        "columns": columns,
        "outcome_counts": outcome_counts(mapping, answers),
    }


def opened(folder: Path, request: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """A connection to the staged file that can reach nothing outside its folder but the text that is read where it lies."""
    connection = duckdb.connect(str(folder / STAGED), read_only=True)
    lies = read_in_place(connection)
    for setting, value in (
        ("memory_limit", f"{request['engine_mb']}MB"),
        ("threads", 2),
        ("enable_progress_bar", True),
        ("enable_progress_bar_print", False),
        ("temp_directory", str(folder / "spill")),
        ("allowed_directories", [str(folder)]),
        ("allowed_paths", [str(lies[0])] if lies else []),
        ("enable_external_access", False),
        ("lock_configuration", True),
    ):
        connection.execute(f"SET {setting} = $value", {"value": value})
    return connection


def _counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    names = ("checked", "accepted", "duplicates", "rejected", "misfits")
    row = connection.execute(
        "WITH aside AS (SELECT count(*) FILTER (bad <= $duplicate) AS again, count(*) FILTER (bad > $duplicate) AS odd "
        "FROM unfit), every AS (SELECT count(*) AS n FROM written) "
        "SELECT n, n - again - odd, again, odd, (SELECT count(*) FROM misfits) FROM every, aside",
        {"duplicate": max(DUPLICATE, STORED)},
    ).fetchall()[0]
    return dict(zip(names, row, strict=True))


def write_typed(connection: duckdb.DuckDBPyConnection, typed: Typed, mapping: Mapping, folder: Path) -> None:
    """Nothing; view `written` holds every row, typed: row, response_no, day, bucket, the kept columns and, if checked, bad.

    Responses are numbered as the rows of the file are. A file that is read where it lies has one row a line, and to
    number them while it is read would take one row after the other: their places in the file that is written do.
    """
    if typed.lying is not None:
        in_columns.view(connection, "written", typed.lying)
        return
    numbered = [] if read_in_place(connection) else [f"row - {_rows_before(connection)} AS response_no"]
    columns = [*numbered, *_columns(mapping), *(["bad"] if typed.is_checked else [])]
    _copy(connection, f"SELECT {', '.join(columns)} FROM ({typed.select})", folder / TYPED, typed.values)
    _view(connection, "written", folder / TYPED)


def write_accepted(connection: duckdb.DuckDBPyConnection, typed: Typed, mapping: Mapping, folder: Path) -> None:
    """Nothing; `accepted.parquet` holds the rows that are kept, and view `kept` the same with their numbers in the file.

    Where all are kept as they lie in columns there is no such file. Responses keep their numbers, with gaps where rows were set
    aside; without a gap they may have none.
    """
    is_whole = not typed.is_checked and not connection.execute("SELECT count(*) FROM unfit").fetchall()[0][0]
    if is_whole and typed.lying is not None:
        (folder / ACCEPTED).unlink(missing_ok=True)
        in_columns.view(connection, "kept", typed.lying)
        return
    if is_whole:
        (folder / TYPED).rename(folder / ACCEPTED)
    else:
        columns = ", ".join(["response_no", *_columns(mapping)])
        _copy(connection, f"SELECT {columns} FROM written ANTI JOIN unfit USING (row)", folder / ACCEPTED, {})
        (folder / TYPED).unlink(missing_ok=True)
    _view(connection, "kept", folder / ACCEPTED)


def _columns(mapping: Mapping) -> list[str]:
    return ["day", "bucket", *(id for id, _ in in_columns.stored(mapping) if id != "day")]


def _rows_before(connection: duckdb.DuckDBPyConnection) -> int:
    """How many rows of the file come before the first response."""
    in_place = read_in_place(connection)
    if in_place:
        return in_place[1] - 1
    return int(connection.execute("SELECT coalesce(min(row), 1) - 1 FROM lines").fetchall()[0][0])


def _copy(connection: duckdb.DuckDBPyConnection, rows: str, path: Path, values: dict[str, Any]) -> None:
    connection.execute(f"COPY ({rows}) TO $path ({OPTIONS})", values | {"path": str(path)})


def _view(connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    """Nothing; view `name` holds the rows at `path` with their numbers, counted where the file has none."""
    schema = connection.execute("SELECT name FROM parquet_schema($path)", {"path": str(path)}).fetchall()
    has_numbers = ("response_no",) in schema
    number, rest = (
        ("response_no", "*") if has_numbers else ("file_row_number + 1", "file_row_number + 1 AS response_no, *")
    )
    connection.execute(
        f"CREATE TEMP VIEW {name} AS SELECT {number} + {_rows_before(connection)} AS row, {rest} FROM {lying_at(path)}"
    )
