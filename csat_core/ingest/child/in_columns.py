"""The cells of a large plain text in columns, each as it is read: written at the first look, so that no second one is needed.

All or nothing: a cell that is otherwise than those that were sampled, or a mapping that wishes more of a column than was
written of it, and the text is read once more where it lies.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.child.seen import MOST_LISTED
from csat_core.ingest.child.typed_cells import DIGITS, of_digit, plainly
from csat_core.ingest.formats.in_place import HEAD, IRREGULAR, SAMPLED
from csat_core.ingest.formats.table import has_table
from csat_core.ingest.plan import ColumnMapping, columns_of
from csat_core.ingest.plan import Mapping as Decided
from csat_core.ingest.texts.expressions import Bindings, Variables, bucket, cell_at
from csat_core.model.dataset import Role

CELLS = "cells.parquet"
OTHER = "another cell than those sampled"
ROWS_TOGETHER = 118_784
"""In a file of rows: a little less than the 122,880 that the engine stores together, so that each lot is stored as it
comes; with more, it would be written, found too small, and written again with its neighbour."""
OPTIONS = (
    # of texts that are all different a dictionary is begun in vain, unless it may hold few; and the file lives for seconds
    f"FORMAT parquet, ROW_GROUP_SIZE {ROWS_TOGETHER}, DICTIONARY_SIZE_LIMIT 1000, WRITE_BLOOM_FILTER false, "
    "COMPRESSION uncompressed"
)


class Kind(StrEnum):
    """As what the cells of a column are written."""

    TEXT = "text"
    DIGIT = "digit"
    """Of one digit, as most ratings are."""
    NUMBER = "number"
    DAY = "day"
    """The day of a cell, years first."""


def all_as(expression: str, cell: str) -> str:
    """A cell as `expression` reads it, as SQL; raises where it does not read one that is filled."""
    return f"CASE WHEN {cell} IS NULL THEN NULL ELSE coalesce({expression}, error('{OTHER}')) END"


def one_of_few(engine: duckdb.DuckDBPyConnection, cell: str, sampled: Iterable[str]) -> tuple[Kind, str]:
    """As what a cell that has one of few sampled values is written, and its SQL, which raises for another value."""
    if DIGITS.issuperset(sampled):
        return Kind.DIGIT, all_as(f"CASE WHEN strlen({cell}) = 1 THEN TRY_CAST({cell} AS SMALLINT) END", cell)
    every = " UNION ".join(f"SELECT {cell} AS value FROM {table} WHERE {cell} IS NOT NULL" for table in (SAMPLED, HEAD))
    (count,) = engine.execute(f"SELECT count(*) FROM ({every})").fetchall()[0]
    if not 0 < count <= MOST_LISTED:
        return Kind.TEXT, cell
    # places are written in half the time of texts
    engine.execute(f"CREATE TEMP TYPE values_of_{cell} AS ENUM (SELECT value FROM ({every}))")
    return Kind.TEXT, f"CAST({cell} AS values_of_{cell})"


def write(engine: duckdb.DuckDBPyConnection, folder: Path, cells: Mapping[str, str]) -> str | None:
    """The table of the rows of `staged` in columns, as SQL: `cells` by their name, each as its SQL says; None where one raises.

    Raises what the strict reading of the text raises.
    """
    path, listed = str(folder / CELLS), ", ".join(f"{read} AS {cell}" for cell, read in cells.items())
    try:
        engine.execute(f"COPY (SELECT {listed} FROM staged) TO $path ({OPTIONS})", {"path": path})
    except IRREGULAR as error:
        (folder / CELLS).unlink(missing_ok=True)
        if OTHER in str(error) or isinstance(error, duckdb.ConversionException):
            return None
        raise
    return lying_at(folder / CELLS)


def lying_at(path: Path) -> str:
    """The rows at `path`, as SQL."""
    return "read_parquet('" + str(path).replace("'", "''") + "')"  # nothing can be bound in a view


def keep(engine: duckdb.DuckDBPyConnection, found: Mapping[str, Kind]) -> None:
    """Nothing; table `in_columns` says that the rows lie so, and as what the cells of each column do."""
    engine.execute("CREATE TABLE in_columns (cell VARCHAR, kind VARCHAR)")
    engine.execute("INSERT INTO in_columns SELECT unnest(?), unnest(?)", [list(found), list(map(str, found.values()))])


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """How the rows in columns are read so that they are as they are stored."""

    path: Path
    read: Mapping[str, str]
    """The SQL of day, bucket, then the kept columns, by id."""
    values: Mapping[str, Any]
    """The variables in it."""
    rows_before: int
    """Lines of the file before the first row."""


def folder_of(connection: duckdb.DuckDBPyConnection) -> Path:
    """The private folder of the staged file."""
    (file,) = connection.execute(
        "SELECT path FROM duckdb_databases() WHERE NOT internal AND path IS NOT NULL"
    ).fetchall()[0]
    return Path(file).parent


def lie_so(connection: duckdb.DuckDBPyConnection) -> dict[str, Any] | None:
    """What `as_stored` has to know of them, as plain JSON: kinds by cell, rows_before; None where no rows lie in columns."""
    if not has_table(connection, "in_columns"):
        return None
    first = connection.execute("SELECT first_row FROM in_place").fetchall()[0][0]
    return {"kinds": dict(connection.execute("FROM in_columns").fetchall()), "rows_before": first - 1}


def as_stored(lying: Mapping[str, Any] | None, mapping: Decided, salt: str, folder: Path) -> Lying | None:
    """How those in `folder` are read under a mapping; None where they do not tell it. Every cell must be one that is written as usual."""
    kept = stored(mapping)
    if lying is None or not all(_is_told(column, lying["kinds"]) for _, column in kept):
        return None
    bind = Variables()
    read = {id: _read(column, lying["kinds"], mapping.decimal, bind) for id, column in kept}
    keys = [read[id] for role in (Role.CUSTOMER, Role.RESPONSE_ID) for id, column in kept if column.role is role]
    row = f"{bind(salt)} || (file_row_number + {1 + int(lying['rows_before'])})"
    whose = {"day": "NULL::DATE", "bucket": bucket(f"coalesce({', '.join([*keys, row])})")}
    return Lying(path=folder / CELLS, read=whose | read, values=bind.values, rows_before=int(lying["rows_before"]))


def stored(mapping: Decided) -> list[tuple[str, ColumnMapping]]:
    """The kept columns, questions first, then segments, numbers and texts."""
    return sorted(columns_of(mapping), key=lambda pair: ("qsnt".find(pair[0][0]), len(pair[0]), pair[0]))


def _is_told(column: ColumnMapping, kinds: Mapping[str, str]) -> bool:
    """Whether what lies there of a cell tells what is stored of it."""
    match kinds[cell_at(column.position)], column.role.storage:
        case Kind.DIGIT, storage:
            return storage != "day"
        case Kind.NUMBER, storage:
            return storage == "number"
        case Kind.DAY, storage:
            return storage == "day" and column.date_order == "ymd"
    return True


def _read(column: ColumnMapping, kinds: Mapping[str, str], decimal: str, bind: Bindings) -> str:
    """A cell as it is stored; texts lie there as they are, and blank ones as NULL."""
    cell, storage = cell_at(column.position), column.role.storage
    kind, is_text = kinds[cell], storage in ("segment", "text")
    if kind == Kind.DIGIT:
        return of_digit(column, bind) if storage == "question" else f"{cell}::{'VARCHAR' if is_text else 'DOUBLE'}"
    return plainly(column, decimal, bind) if kind == Kind.TEXT and not is_text else cell


def view(connection: duckdb.DuckDBPyConnection, name: str, lying: Lying) -> None:
    """Nothing; view `name` holds the rows as they are stored: row, response_no, day, bucket, the kept columns."""
    for variable, value in lying.values.items():
        connection.execute(f"SET VARIABLE {variable} = $value", {"value": value})
    read = ", ".join(f"{expression} AS {id}" for id, expression in lying.read.items())
    numbers = f"file_row_number + {1 + lying.rows_before} AS row, file_row_number + 1 AS response_no"
    connection.execute(f"CREATE TEMP VIEW {name} AS SELECT {numbers}, {read} FROM {lying_at(lying.path)}")
