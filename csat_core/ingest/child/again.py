"""Responses that the dataset has already, kept in the child process beside the rows that are new."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from csat_core.ingest.child.unfit import STORED

AGAIN = "again.parquet"


def write_again(connection: duckdb.DuckDBPyConnection, folder: Path, key: str, columns: Sequence[str]) -> None:
    """Nothing; where `unfit` says that rows of `written` are in the dataset already, they lie in `again.parquet` with their rows.

    Of rows that share their response id in column `key` the first, as it would have been kept.
    """
    path = folder / AGAIN
    path.unlink(missing_ok=True)
    there = f"bad = {STORED}"
    if not connection.execute(f"SELECT count(*) FROM unfit WHERE {there}").fetchall()[0][0]:
        return
    later = (
        f"SELECT row FROM (SELECT row, min(row) OVER (PARTITION BY {key}) AS first FROM written "
        f"WHERE hash({key}) IN (FROM repeated)) WHERE row > first"
    )
    rows = (
        f"SELECT row, {', '.join(columns)} FROM written SEMI JOIN (SELECT row FROM unfit WHERE {there}) USING (row) "
        f"ANTI JOIN ({later}) USING (row)"
    )
    connection.execute(f"COPY ({rows}) TO $path (FORMAT parquet)", {"path": str(path)})
