"""Columns that a further second file goes on with: which of their values it brought, so that these go when it is taken back."""

from collections.abc import Sequence

import duckdb

from csat_core.store.catalogue import table_of
from csat_core.store.incoming import Incoming, loaded


def filled_of(dataset_id: int) -> str:
    """The table of values that were filled in: import_id, column_id and response_no."""
    return f"filled_{int(dataset_id)}"


def remember(
    cursor: duckdb.DuckDBPyConnection,
    dataset_id: int,
    import_id: int,
    pairs: Sequence[tuple[str, str]],
    met: str,
    gathered: Incoming,
) -> None:
    """Nothing; it is known which values of columns an import fills in: `pairs` of a column `r` has and one of `g`, which `met` joins."""
    table = filled_of(dataset_id)
    cursor.execute(f"CREATE TABLE IF NOT EXISTS {table} (import_id INTEGER, column_id VARCHAR, response_no BIGINT)")
    for id, source in pairs:
        new = (
            f"SELECT {int(import_id)}, '{id}', r.response_no FROM {met} WHERE r.{id} IS NULL AND g.{source} IS NOT NULL"
        )
        loaded(cursor, f"INSERT INTO {table} {new}", gathered)


def take_back(
    cursor: duckdb.DuckDBPyConnection, dataset_id: int, import_id: int, column_id: str, *, began: bool
) -> None:
    """Nothing; what an import brought into a column that others fill too is gone; `began` tells whether the column is its own."""
    told = f"SELECT response_no FROM {filled_of(dataset_id)} WHERE column_id = '{column_id}'"
    whose = f"NOT IN ({told})" if began else f"IN ({told} AND import_id = {int(import_id)})"
    cursor.execute(f"UPDATE {table_of(dataset_id)} SET {column_id} = NULL WHERE response_no {whose}")


def tidy(cursor: duckdb.DuckDBPyConnection, dataset_id: int, gone: int | None = None) -> None:
    """Nothing; no more is known of responses that are not there, whose numbers others may get, nor of the import that is `gone`."""
    if is_kept(cursor, dataset_id):
        there = f"response_no NOT IN (SELECT response_no FROM {table_of(dataset_id)})"
        cursor.execute(f"DELETE FROM {filled_of(dataset_id)} WHERE import_id = ? OR {there}", [gone])


def forget(cursor: duckdb.DuckDBPyConnection, dataset_id: int) -> None:
    """Nothing; the dataset has no such values."""
    cursor.execute(f"DROP TABLE IF EXISTS {filled_of(dataset_id)}")


def is_kept(cursor: duckdb.DuckDBPyConnection, dataset_id: int) -> bool:
    """Whether a dataset has columns that a further file goes on with."""
    found = "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database() AND table_name = ?"
    return bool(cursor.execute(found, [filled_of(dataset_id)]).fetchall()[0][0])
