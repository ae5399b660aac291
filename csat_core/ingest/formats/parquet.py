"""Parquet: its metadata is read first, so that a small file cannot pretend to be a large one."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

import duckdb

from csat_core.ingest.formats.own_names import own_names
from csat_core.ingest.formats.records import LONGEST_CELL, too_long
from csat_core.ingest.formats.table import MOST_COLUMNS, Parsed, Source, cell_names, cleaned_names, or_null
from csat_core.ingest.refusals import (
    BombError,
    DamagedFileError,
    EmptyFileError,
    HeaderOnlyError,
    TooManyColumnsError,
    shown,
)
from csat_core.ingest.texts.expressions import quoted

MAGIC = b"PAR1"
HEAD = 100
MOST_ROWS, MOST_CELLS = 500_000_000, 5_000_000_000
MOST_ROWS_A_BYTE = 20
"""Even one bit an answer gives eight rows a byte; a run of a billion equal rows in 40 KB is an attack."""
HARMLESS_BYTES, MOST_RATIO = 256 << 20, 400
"""Pages pack to a hundredth where nearly all is blank, and a text that comes again stands in the file once."""
NO_FAULT_OF_THE_FILE = ("No space left", "max_temp_directory_size", "File too large", "interrupted")
MEASURE = {"varchar": "strlen", "blob": "octet_length", "list": "len"}
"""What tells the bytes of a text, or the values of a list, without another look at them."""
MOST_GROUPS, LEAST_A_GROUP = 2_000, 50
"""Each group is described on its own; writers put thousands of rows into one."""
HARMLESS_ROWS = 1_000_000
DEEPEST = 8
"""Levels of structures whose parts are columns."""
MOMENT = "TIMESTAMP WITH TIME ZONE"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as text: of a structure each part is one."""

    name: str
    value: str
    """The expression of its value; columns of the file are c1, c2 ..."""
    type: str


def recognises(start: bytes, path: Path) -> bool:
    """Whether the file begins as Parquet does."""
    return start.startswith(MAGIC)


def parse(source: Source) -> Parsed:
    """How the table was read: its own names, its values as text."""
    try:
        rows, size = _claimed(source)
        tops = _own_names(source)
        if len(tops) > MOST_COLUMNS:  # to describe so many takes seconds
            raise TooManyColumnsError(found=len(tops), most=MOST_COLUMNS)
        found = source.engine.from_parquet(str(source.path))
    except duckdb.Error as error:
        raise DamagedFileError(found="its metadata cannot be read") from error
    if len(tops) != len(found.types):
        tops = found.columns
    tables = zip(tops, cell_names(len(tops)), found.types, strict=True)
    columns = [part for name, cell, type in tables for part in _parts(name, cell, type, DEEPEST)]
    names = cleaned_names([column.name for column in columns])
    if not columns:
        raise EmptyFileError
    if not rows:
        raise HeaderOnlyError
    suspicious = rows > HARMLESS_ROWS and rows > MOST_ROWS_A_BYTE * size
    if suspicious or rows > MOST_ROWS or rows * len(names) > MOST_CELLS:
        raise BombError(found=f"{size:,} bytes claim to hold {rows:,} rows")
    _require_modest(source, found.types)
    zones = _zones(source.path) if any(column.type == MOMENT for column in columns) else {}
    _load(source, len(tops), columns, zones)
    first = source.engine.execute(f"SELECT * FROM staged LIMIT {HEAD}").fetchall()
    head = [[cell or "" for cell in row] for row in first]
    layout = own_names(names, head, f"The file itself names its {len(names):,} columns.", source.layout)
    return Parsed(
        format="parquet", layout=layout, names=names, first_row=2, has_row_numbers=False,
        evidence=(
            f"Parquet, with {rows:,} rows.",
            *(f"Times in '{shown(name)}' are those of {zone}, as the file says." for name, zone in zones.items()),
        ),
    )  # fmt: skip


def _require_modest(source: Source, types: Sequence[Any]) -> None:
    """Nothing; raises BombError where pages, the texts in them, or the values in lists, are far more than the file.

    A text is measured where the engine holds it once, however often it comes.
    """
    size = source.path.stat().st_size
    columns = (
        "SELECT sum(total_uncompressed_size) AS size, sum(num_values) AS n FROM parquet_metadata(?) GROUP BY column_id"
    )
    pages = f"SELECT coalesce(sum(size), 0), coalesce(max(n), 0) FROM ({columns})"
    cells = cell_names(len(types))
    lengths = [f"{MEASURE[type.id]}({cell})" for cell, type in zip(cells, types, strict=True) if type.id in MEASURE]
    letters = f"list_sum([{', '.join(['0', *(f'sum({length})' for length in lengths)])}])"
    longest = ", ".join(["0", *(f"max({length})" for length in lengths)])
    rows = f"SELECT {letters}, greatest({longest}) FROM read_parquet(?) AS t({', '.join(cells)})"
    with _damaged_pages():
        grown, values = map(int, source.engine.execute(pages, [str(source.path)]).fetchall()[0])
        if values > HARMLESS_ROWS and values > MOST_ROWS_A_BYTE * size:
            raise BombError(found=f"{size:,} bytes claim to hold {values:,} values")
        if grown <= max(HARMLESS_BYTES, MOST_RATIO * size):
            measured, cell = source.engine.execute(rows, [str(source.path)]).fetchall()[0]
            grown = max(grown, int(measured))
            if cell > LONGEST_CELL:
                raise too_long()
    if grown > max(HARMLESS_BYTES, MOST_RATIO * size):
        raise BombError(found=f"it grows from {size:,} to {grown:,} bytes when read")


@contextlib.contextmanager
def _damaged_pages() -> Iterator[None]:
    """Nothing; raises DamagedFileError for what the engine says of damaged pages in the block."""
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:
        # what it says of a damaged page has a class of its own in some places, and none in others
        if any(sign in str(error) for sign in NO_FAULT_OF_THE_FILE):
            raise
        raise DamagedFileError(found="its pages cannot be read") from error


def _parts(name: str, value: str, type: Any, levels: int) -> Iterator[_Column]:
    """The columns that one of the file gives; the parts of a structure are told by their places, never by their names."""
    if type.id != "struct" or not levels:
        yield _Column(name, value, str(type))
        return
    for place, (part, inner) in enumerate(type.children, 1):
        yield from _parts(f"{name}.{part}", f"struct_extract_at({value}, {place})", inner, levels - 1)


def _zones(path: Path) -> dict[str, str]:
    """The time zones in which the writer of the file thought, by the names of its columns: moments are kept without."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        fields = pq.read_schema(path)
    except (pa.ArrowException, OSError):
        return {}
    zones = {str(field.name): getattr(field.type, "tz", None) for field in fields}
    return {name: zone for name, zone in zones.items() if zone in available_timezones() and zone != "UTC"}


def _claimed(source: Source) -> tuple[int, int]:
    """How many rows the file says it has, and its bytes; raises BombError for groups of next to no rows."""
    about = "SELECT num_rows, num_row_groups FROM parquet_file_metadata(?)"
    rows, groups = source.engine.execute(about, [str(source.path)]).fetchall()[0]
    if groups > MOST_GROUPS and rows < LEAST_A_GROUP * groups:
        raise BombError(found=f"its {rows:,} rows lie in {groups:,} groups")
    return int(rows), source.path.stat().st_size


def _own_names(source: Source) -> list[str]:
    """The names as the file has them; the engine would tell equal ones apart."""
    schema = source.engine.execute("SELECT name, num_children FROM parquet_schema(?)", [str(source.path)]).fetchall()
    columns, inside = [], 0
    for name, children in schema[1:]:
        if not inside:
            columns.append(str(name))
        inside = max(0, inside - 1) + (children or 0)
    return columns


def _load(source: Source, width: int, columns: Sequence[_Column], zones: dict[str, str]) -> None:
    cells = cell_names(len(columns))
    texts = ", ".join(
        f"{_text(_local(column, zones), column.type)} AS {cell}" for cell, column in zip(cells, columns, strict=True)
    )
    blanks = ", ".join(f"{or_null(cell)} AS {cell}" for cell in cells)
    with _damaged_pages():
        source.engine.execute("SET TimeZone = 'UTC'")
        source.engine.execute(
            f"CREATE TABLE staged AS SELECT {blanks} FROM "
            f"(SELECT {texts} FROM read_parquet(?) AS t({', '.join(cell_names(width))}))",
            [str(source.path)],
        )


def _local(column: _Column, zones: dict[str, str]) -> str:
    """The value of a column, a moment as the clocks of its zone showed it."""
    zone = zones.get(column.name) if column.type == MOMENT else None
    return f"timezone({quoted(zone)}, {column.value})" if zone else column.value


def _text(cell: str, type: str) -> str:
    """An expression for the value of `cell` as text: dates in ISO form, whole numbers without a fraction."""
    text = f"CAST({cell} AS VARCHAR)"
    if type == "BOOLEAN":
        return f"upper({text})"
    if type == "BLOB":
        # some writers forget to say that bytes are text
        return f"coalesce(TRY(decode({cell})), {text})"
    if type in ("DOUBLE", "FLOAT"):
        # 4.0 in a column with gaps was the whole number 4
        whole = f"isfinite({cell}) AND {cell} = floor({cell}) AND abs({cell}) < 1e18"
        return f"CASE WHEN {whole} THEN CAST(CAST({cell} AS BIGINT) AS VARCHAR) WHEN NOT isnan({cell}) THEN {text} END"
    if type.startswith("DECIMAL"):
        return f"CASE WHEN contains({text}, '.') THEN rtrim(rtrim({text}, '0'), '.') ELSE {text} END"
    if type.endswith("[]") or type.startswith(("STRUCT", "MAP", "UNION")) or "[" in type:
        return f"CAST(to_json({cell}) AS VARCHAR)"
    return text
