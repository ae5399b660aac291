"""From staged text to typed rows, in the child process: accepted and rejected rows as Parquet, and what was noticed."""

from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.findings import problems_of
from csat_core.ingest.formats.table import Report
from csat_core.ingest.heartbeat import alive
from csat_core.ingest.mapping import columns_of, from_json
from csat_core.ingest.plan import Mapping
from csat_core.ingest.set_aside import write_set_aside
from csat_core.ingest.summary import counted_columns, outcome_counts, period
from csat_core.ingest.typed_rows import DUPLICATE, THERE_ALREADY, create_checked, mark_duplicates

STAGED, ACCEPTED, REJECTED = "stage.duckdb", "accepted.parquet", "rejected.parquet"


def convert(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """What became of the rows staged in `request["folder"]` under `request["mapping"]`, as plain JSON values.

    Beside the counts: since, until, problems, columns and outcome_counts. The folder then holds `accepted.parquet`
    (response_no, day, bucket, then the kept columns by id) and `rejected.parquet` (row, column, value, code, reason,
    raw). `request["header"]` names all columns of the table; `request["salt"]` tells rows without an id from those of
    other files; `request["known"]` is a Parquet file of response ids that the dataset has already, or None.
    """
    folder, mapping = Path(request["folder"]), from_json(request["mapping"])
    pepper = str(request.get("pepper", ""))
    with opened(folder, request) as connection:
        with alive(connection, report, "Reading the cells", (0.05, 0.55)):
            create_checked(connection, mapping, str(request.get("salt", "")), pepper)
        report(0.55, "Looking for repeated responses")
        mark_duplicates(connection, mapping, request.get("known"))
        counts = _counts(connection)
        report(0.65, "Setting rows aside")
        write_set_aside(connection, mapping, list(request["header"]), folder / REJECTED, pepper)
        with alive(connection, report, "Writing the accepted rows", (0.75, 0.9)):
            _write_accepted(connection, mapping, folder / ACCEPTED, all_kept=counts["accepted"] == counts["checked"])
        report(0.9, "Counting the answers")
        return _told(connection, mapping, counts)


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
        "SELECT count(*), count(*) FILTER (bad IS NULL), count(*) FILTER (bad <= $duplicate), "
        "count(*) FILTER (bad > $duplicate), (SELECT count(*) FROM misfits) FROM checked",
        {"duplicate": max(DUPLICATE, THERE_ALREADY)},
    ).fetchall()[0]
    return dict(zip(names, row, strict=True))


def _write_accepted(connection: duckdb.DuckDBPyConnection, mapping: Mapping, path: Path, all_kept: bool) -> None:
    """Nothing; `path` holds the rows that are kept, and table `kept` the same, numbered by the order of the file.

    A table keeps the order it was filled in, so that its row ids number the responses: a window over all rows would
    take twice as long.
    """
    if all_kept:
        connection.execute("ALTER TABLE checked RENAME TO kept")
    else:
        connection.execute("CREATE TEMP TABLE kept AS SELECT * EXCLUDE (bad) FROM checked WHERE bad IS NULL")
        connection.execute("DROP TABLE checked")
    ids = ", ".join(["day", "bucket", *(id for id, _ in _stored(mapping) if id != "day")])
    connection.execute(
        f"COPY (SELECT rowid + 1 AS response_no, {ids} FROM kept) TO $path (FORMAT parquet)", {"path": str(path)}
    )


def _stored(mapping: Mapping) -> list[tuple[str, Any]]:
    """The kept columns, questions first, then segments, numbers and texts."""
    return sorted(columns_of(mapping), key=lambda pair: ("qsnt".find(pair[0][0]), len(pair[0]), pair[0]))
