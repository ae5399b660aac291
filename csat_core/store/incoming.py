"""Incoming rows: what a child process wrote, as a table for one statement of the store."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import pyarrow as pa
import pyarrow.dataset as pads
import pyarrow.parquet as pq

from csat_core.store.stoppable import Watch, stoppable


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The rows of a Parquet file, each column as an expression of what lies there."""

    path: Path
    read: Mapping[str, str]
    """By name the SQL, in which `getvariable` stands for a value; it may speak of `file_row_number`."""
    values: Mapping[str, Any]


Incoming: TypeAlias = Path | Columns | pads.Dataset | pa.RecordBatchReader
"""A Parquet file, which all threads of the engine read, or rows of Arrow, which come through one."""


def set_variables(cursor: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> None:
    """Nothing; the values are variables of the connection, under their names, which are our own."""
    for name, value in values.items():
        cursor.execute(f"SET VARIABLE {name} = $value", {"value": value})


def size_of(incoming: Path | Columns) -> int:
    """The bytes of the file in which the rows lie."""
    return _file_of(incoming).stat().st_size


def _file_of(incoming: Path | Columns) -> Path:
    return incoming.path if isinstance(incoming, Columns) else incoming


def names_in(incoming: Incoming) -> list[str]:
    """The names of the columns."""
    if isinstance(incoming, Columns):
        return list(incoming.read)
    schema = pq.read_schema(incoming) if isinstance(incoming, Path) else incoming.schema
    return list(schema.names)


def loaded(
    cursor: duckdb.DuckDBPyConnection, statement: str, incoming: Incoming, watch: Watch | None = None
) -> list[tuple[Any, ...]]:
    """What `statement` gives, with the rows as the table `incoming`; whatever `watch` raises stops it.

    Rows that come without `response_no` have it there, by their place from 1.
    """
    with contextlib.ExitStack() as meanwhile:
        if isinstance(incoming, Path | Columns):
            path = str(meanwhile.enter_context(_within_reach(cursor, _file_of(incoming)))).replace("'", "''")
            rows, place = f"read_parquet('{path}')", "file_row_number + 1"  # nothing can be bound in a view
        else:
            cursor.register("arrow_rows", incoming)
            rows, place = "arrow_rows", "row_number() OVER ()"
        columns = ["*"]
        if isinstance(incoming, Columns):
            set_variables(cursor, incoming.values)
            columns = [f"{read} AS {name}" for name, read in incoming.read.items()]
        number = [] if "response_no" in names_in(incoming) else [f"{place} AS response_no"]
        cursor.execute(f"CREATE TEMP VIEW incoming AS SELECT {', '.join([*number, *columns])} FROM {rows}")
        found = stoppable(cursor, lambda: cursor.execute(statement).fetchall(), watch)
        # not after a failure: the transaction is aborted then, and to drop the view would hide the reason
        cursor.execute("DROP VIEW incoming")
    return found


@contextmanager
def _within_reach(cursor: duckdb.DuckDBPyConnection, file: Path) -> Iterator[Path]:
    """The file under a name in the private folder where the engine spills, the only one it reaches; gone afterwards."""
    (spill,) = cursor.execute("SELECT current_setting('temp_directory')").fetchall()[0]
    with tempfile.TemporaryDirectory(prefix="incoming-", dir=spill) as folder:
        path = Path(folder) / file.name
        try:
            os.link(file, path)
        except OSError:  # another disk, or one that knows no second names
            shutil.copyfile(file, path)
        yield path
