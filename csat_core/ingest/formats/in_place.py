"""Large text read where it lies: a view of the file in the place of a table, and rows from all over it as samples.

To store its text takes several times as long as to read it. One look tells what its columns hold and writes the rows as they
are read; where cells are otherwise than those of the samples the text is read twice.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import duckdb

from csat_core.ingest.formats.dialect import Dialect
from csat_core.ingest.formats.encodings import Text
from csat_core.ingest.formats.footers import LOOKED_AT, is_footer
from csat_core.ingest.formats.lists_below import ends_with_list
from csat_core.ingest.formats.records import LONGEST_CELL
from csat_core.ingest.formats.table import AFTER_ASCII, FIRST_SIGN, Source, cell_names, has_table, or_null
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import NO_WISHES
from csat_core.ingest.refusals import ChangedFileError

LARGE = 32 << 20
"""Bytes of text below which storing it takes no time that anyone notices."""
MOST_COLUMNS = 100
"""Of wider files one look does not see all."""
USUAL_LINE, BUFFER = LONGEST_CELL, 8 << 20
"""Where longer lines may come, the engine takes larger bites, and writes most of what it stored once more."""
HEAD_ROWS = 20_000
STRETCHES, ROWS_EACH, BYTES_EACH = 20, 500, 4 << 20
SAMPLED, HEAD = "sampled", "head_rows"

IRREGULAR = (duckdb.InvalidInputException, duckdb.ConversionException, duckdb.NotImplementedException)
"""What the strict reading raises for a text that is not so plain; the last one for rows of many megabytes."""


def strictly(path: Path, cells: Sequence[str], delimiter: str, skip: int, *, line: int, buffer: int) -> str:
    """The rows of a text as SQL, every cell as text, NULL where empty; fails where one has another shape."""
    types = ", ".join(f"'{cell}': 'VARCHAR'" for cell in cells)
    return (
        f"read_csv({_literal(str(path))}, columns={{{types}}}, auto_detect=false, header=false, skip={int(skip)}, "
        f"delim={_literal(delimiter)}, quote='\"', escape='\"', null_padding=false, strict_mode=true, "
        "ignore_errors=false, parallel=true, compression='none', nullstr='', allow_quoted_nulls=true, "
        f"max_line_size={int(line)}, buffer_size={int(buffer)})"
    )


def is_viewed(source: Source, text: Text, dialect: Dialect, layout: Recognised, lines: int) -> bool:
    """Whether `staged` is now a view of a text that seems to be large and plain: one line a row, rows and nothing else.

    Temporary tables hold rows from all over it and its first ones then; whether all of it is as plain shows when it is
    read.
    """
    width = len(layout.names)
    is_plain = text.line_feeds and text.carriage_returns in (0, text.line_feeds) and not dialect.spaced
    if text.path.stat().st_size < LARGE or not 1 < width <= MOST_COLUMNS or not is_plain or layout.wishes != NO_WISHES:
        return False
    before = sum(dialect.head_lines[: layout.first_record]) + dialect.declared
    expected = [cell.strip() for cell in dialect.head[layout.first_record][:width]]
    try:
        viewed = (
            _sampled(source, text, dialect, layout.names, before) and _first(source.engine, len(expected)) == expected
        )
    except IRREGULAR:
        viewed = False
    if not viewed:
        for table in (SAMPLED, HEAD):
            source.engine.execute(f"DROP TABLE IF EXISTS {table}")
        return False
    _view(source, text, dialect, width, before, layout.first_record + 1, lines)
    return True


def _sampled(source: Source, text: Text, dialect: Dialect, names: Sequence[str], before: int) -> bool:
    """Whether the samples are rows of one line each, and none at the end is a total, a note or a line of a list."""
    engine, cells = source.engine, cell_names(len(names))
    sample = source.folder / "sample"
    stretches = list(_stretches(text.path, before))
    sample.write_bytes(b"".join(line for stretch in stretches for line in stretch))
    read = strictly(sample, cells, dialect.delimiter, 0, line=USUAL_LINE, buffer=BUFFER)
    engine.execute(f"CREATE TEMP TABLE {SAMPLED} AS FROM {read}")
    sample.unlink()
    rows = f"SELECT {', '.join(cells)} FROM {SAMPLED}"
    (count,) = engine.execute(f"SELECT count(*) FROM {SAMPLED}").fetchall()[0]
    if count != sum(map(len, stretches)) or len(stretches[-1]) < LOOKED_AT:
        return False
    head = strictly(text.path, cells, dialect.delimiter, before, line=USUAL_LINE, buffer=BUFFER)
    engine.execute(f"CREATE TEMP TABLE {HEAD} AS SELECT * FROM {head} LIMIT {HEAD_ROWS}")
    breaks = " OR ".join(f"contains({cell}, chr(10))" for cell in cells)
    if engine.execute(f"SELECT 1 FROM {HEAD} WHERE {breaks} LIMIT 1").fetchall():
        return False
    last = engine.execute(f"{rows} WHERE rowid >= {count - LOOKED_AT} ORDER BY rowid DESC").fetchall()
    return not (is_footer(last) or ends_with_list(last, names))


def _first(engine: duckdb.DuckDBPyConnection, width: int) -> list[str]:
    return [(cell or "").strip() for cell in engine.execute(f"SELECT * FROM {HEAD} LIMIT 1").fetchall()[0][:width]]


def _view(source: Source, text: Text, dialect: Dialect, width: int, before: int, first_row: int, lines: int) -> None:
    """Nothing; `staged` is a view, and table `in_place` says of what. Cells of spaces alone are NULL where any are seen."""
    engine, cells = source.engine, cell_names(width)
    blank = {cell for cell in cells if _has_blanks(engine, cell)}
    selected = ", ".join(f"{or_null(cell)} AS {cell}" if cell in blank else cell for cell in cells)
    for table in (SAMPLED, HEAD) if blank else ():
        engine.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT {selected} FROM {table}")
    rows = strictly(text.path, cells, dialect.delimiter, before, line=USUAL_LINE, buffer=BUFFER)
    engine.execute(f"CREATE VIEW staged AS SELECT {selected} FROM {rows}")
    engine.execute("CREATE TABLE in_place (path VARCHAR, size BIGINT, changed BIGINT, first_row BIGINT, lines BIGINT)")
    status = text.path.stat()
    engine.execute(
        "INSERT INTO in_place VALUES (?, ?, ?, ?, ?)",
        [str(text.path), status.st_size, status.st_mtime_ns, first_row, lines],
    )


def _has_blanks(engine: duckdb.DuckDBPyConnection, cell: str) -> bool:
    """Whether a cell of spaces alone is among the samples."""
    return any(
        engine.execute(f"SELECT 1 FROM {table} WHERE {beyond} AND {or_null(cell)} IS NULL LIMIT 1").fetchall()
        for table in (SAMPLED, HEAD)
        for beyond in (f"{cell} < '{FIRST_SIGN}'", f"{cell} >= '{AFTER_ASCII}'")
    )


def forget(engine: duckdb.DuckDBPyConnection) -> None:
    """Nothing; the view and all that was made for it are gone."""
    engine.execute("DROP VIEW staged")
    for table in (SAMPLED, HEAD, "in_place"):
        engine.execute(f"DROP TABLE {table}")


def is_blank(cell: str) -> str:
    """Whether a cell is of spaces alone, as SQL; its first sign settles nearly all of them."""
    odd = f"{cell} < '{FIRST_SIGN}' OR {cell} >= '{AFTER_ASCII}'"
    return f"CASE WHEN {odd} THEN ({or_null(cell)}) IS NULL ELSE false END"


def read_in_place(engine: duckdb.DuckDBPyConnection) -> tuple[Path, int] | None:
    """Where the text lies and the number of its first row, where it is read there; None where it is stored.

    Raises ChangedFileError where it is not what it was.
    """
    if not has_table(engine, "in_place"):
        return None
    path, size, changed, first_row = engine.execute("SELECT path, size, changed, first_row FROM in_place").fetchall()[0]
    try:
        status = Path(path).stat()
    except OSError:
        raise ChangedFileError from None
    if (status.st_size, status.st_mtime_ns) != (size, changed):
        raise ChangedFileError
    return Path(path), int(first_row)


def _stretches(path: Path, before: int) -> Iterator[list[bytes]]:
    """Lines from all over the text, `before` lines at its begin left out; the last ones are the last of all."""
    size = path.stat().st_size
    with path.open("rb") as file:
        for _ in range(before):
            file.readline()
        begin = file.tell()
        part, longest = (size - begin) // STRETCHES, 1
        for at in range(STRETCHES - 1):
            file.seek(begin + at * part)
            if at:
                file.readline()
            lines = list(_lines(file, begin + (at + 1) * part))
            longest = max(longest, sum(map(len, lines)))
            yield lines
        file.seek(max(begin + (STRETCHES - 1) * part, size - 2 * longest))
        file.readline()
        yield file.readlines()[-ROWS_EACH:]


def _lines(file: BinaryIO, end: int) -> Iterator[bytes]:
    taken = 0
    for _ in range(ROWS_EACH):
        if file.tell() >= end or taken > BYTES_EACH:
            return
        line = file.readline()
        taken += len(line)
        yield line


def _literal(text: str) -> str:
    """`text` as a literal; nothing can be bound in a view."""
    return "'" + text.replace("'", "''") + "'"
