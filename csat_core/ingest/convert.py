"""From staged text to typed rows, in the child process: accepted and rejected rows as Parquet, and what was noticed."""

from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.altered import altered
from csat_core.ingest.findings import problems_of
from csat_core.ingest.formats.table import Report
from csat_core.ingest.heartbeat import alive
from csat_core.ingest.mapping import columns_of, from_json
from csat_core.ingest.plan import Mapping
from csat_core.ingest.set_aside import write_set_aside
from csat_core.ingest.summary import counted_columns, outcome_counts, period
from csat_core.ingest.typed_rows import DUPLICATE, THERE_ALREADY, Typed, find_unfit, typed_rows

ROWS_TOGETHER = 118_784
"""In the file of accepted rows: a little less than the 122,880 that the engine stores together, so that each lot is
stored as it comes; with more, it would be written, found too small, and written again with its neighbour."""
STAGED, ACCEPTED, REJECTED = "stage.duckdb", "accepted.parquet", "rejected.parquet"


def convert(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """What became of the rows staged in `request["folder"]` under `request["mapping"]`, as plain JSON values.

    Beside the counts: since, until, problems, columns, outcome_counts and altered. The folder then holds `accepted.parquet`
    (response_no, day, bucket, then the kept columns by id) and `rejected.parquet` (row, column, value, code, reason,
    raw). `request["header"]` names all columns of the table; `request["salt"]` tells rows without an id from those of
    other files; `request["known"]` is a Parquet file of response ids that the dataset has already, or None.
    """
    folder, mapping = Path(request["folder"]), from_json(request["mapping"])
    pepper = str(request.get("pepper", ""))
    with opened(folder, request) as connection:
        with alive(connection, report, "Reading the cells", (0.05, 0.25)):
            typed = typed_rows(connection, mapping, str(request.get("salt", "")), pepper, request.get("periods") or ())
            changed = altered(connection, typed.altered, mapping.decimal, typed.units)
        with alive(connection, report, "Looking for rows to set aside", (0.25, 0.45)):
            find_unfit(connection, typed, mapping, request.get("known"))
            counts = _counts(connection)
            write_set_aside(connection, mapping, list(request["header"]), folder / REJECTED, pepper)
        with alive(connection, report, "Writing the accepted rows", (0.45, 0.9)):
            _write_accepted(connection, typed, mapping, folder / ACCEPTED)
        report(0.9, "Counting the answers")
        return {**_told(connection, mapping, counts), "altered": changed}


def _told(connection: duckdb.DuckDBPyConnection, mapping: Mapping, counts: dict[str, int]) -> dict[str, Any]:
    columns = counted_columns(connection, mapping)
    since, until = period(connection)
    return {
        "rows_read": counts["checked"] + counts["misfits"],
        "accepted": counts["accepted"],
        "rejected": counts["rejected"] + counts["misfits"],
        "duplicates": counts["duplicates"],
        "since": since,
        "until": until,
        "problems": problems_of(connection, mapping, columns, counts),
        "columns": columns,
        "outcome_counts": outcome_counts(connection, mapping),
    }


def opened(folder: Path, request: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """A connection to the staged file that can reach nothing outside its folder."""
    connection = duckdb.connect(str(folder / STAGED), read_only=True)
    for setting, value in (
        ("memory_limit", f"{request['engine_mb']}MB"),
        ("threads", 2),
        ("enable_progress_bar", True),
        ("enable_progress_bar_print", False),
        ("temp_directory", str(folder / "spill")),
        ("allowed_directories", [str(folder)]),
        ("enable_external_access", False),
        ("lock_configuration", True),
    ):
        connection.execute(f"SET {setting} = $value", {"value": value})
    return connection


def _counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    names = ("checked", "accepted", "duplicates", "rejected", "misfits")
    row = connection.execute(
        "WITH aside AS (SELECT count(*) FILTER (bad <= $duplicate) AS again, count(*) FILTER (bad > $duplicate) AS odd "
        "FROM unfit), every AS (SELECT count(*) AS n FROM lines) "
        "SELECT n, n - again - odd, again, odd, (SELECT count(*) FROM misfits) FROM every, aside",
        {"duplicate": max(DUPLICATE, THERE_ALREADY)},
    ).fetchall()[0]
    return dict(zip(names, row, strict=True))


def _write_accepted(connection: duckdb.DuckDBPyConnection, typed: Typed, mapping: Mapping, path: Path) -> None:
    """Nothing; `path` holds the rows that are kept, and view `kept` the same with their numbers in the file.

    Responses are numbered as the rows of the file are, gaps where rows were set aside: counting on without gaps would
    take twice as long.
    """
    before = connection.execute("SELECT coalesce(min(row), 1) - 1 FROM lines").fetchall()[0][0]
    aside = connection.execute("SELECT count(*) FROM unfit").fetchall()[0][0]
    ids = ", ".join(["day", "bucket", *(id for id, _ in _stored(mapping) if id != "day")])
    rows = f"SELECT row - {before} AS response_no, {ids} FROM ({typed.select}){' ANTI JOIN unfit USING (row)' if aside else ''}"
    options = f"FORMAT parquet, ROW_GROUP_SIZE {ROWS_TOGETHER}"
    connection.execute(f"COPY ({rows}) TO $path ({options})", typed.values | {"path": str(path)})
    written = "'" + str(path).replace("'", "''") + "'"  # nothing can be bound in a view
    connection.execute(f"CREATE TEMP VIEW kept AS SELECT response_no + {before} AS row, * FROM read_parquet({written})")


def _stored(mapping: Mapping) -> list[tuple[str, Any]]:
    """The kept columns, questions first, then segments, numbers and texts."""
    return sorted(columns_of(mapping), key=lambda pair: ("qsnt".find(pair[0][0]), len(pair[0]), pair[0]))
