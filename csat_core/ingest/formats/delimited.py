"""Delimited text: CSV, TSV and their relations, with whatever divides the columns."""

import io
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from csat_core.ingest.formats import in_place
from csat_core.ingest.formats.dialect import Dialect, dialect_of
from csat_core.ingest.formats.encodings import Text, as_utf8
from csat_core.ingest.formats.escapes import without_escapes
from csat_core.ingest.formats.in_place import BUFFER, IRREGULAR, USUAL_LINE, strictly
from csat_core.ingest.formats.merged import laid_out
from csat_core.ingest.formats.records import (
    LONGEST_CELL,
    LONGEST_LINE,
    MOST_BLANK,
    Lines,
    Record,
    split,
    too_blank,
    too_long,
)
from csat_core.ingest.formats.staged_rows import StagedRows
from csat_core.ingest.formats.stretches import Plain, Stretches
from csat_core.ingest.formats.table import Parsed, Source, cell_names, cleaned_names, or_null
from csat_core.ingest.formats.wider_rows import settled
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.refusals import HeaderOnlyError

LONGEST_RECORD, LARGER_BUFFER = 16 << 20, 32 << 20
"""Of one record, which has many cells then, and of what the engine reads at once where it may be as long."""
END = 1 << 16


def recognises(start: bytes, path: Path) -> bool:
    """Always: whatever no other format wanted is tried as text."""
    return True


def parse(source: Source) -> Parsed:
    """How the text was read; the engine reads it whole where every row has one shape, else row by row."""
    text = as_utf8(source.path, source.folder, source.encoding)
    _require_filled_lines(text)
    text = without_escapes(text, source.folder)
    dialect = dialect_of(text.path, source.delimiter)
    wider = settled(dialect.head, laid_out(dialect.head, (), source.layout), dialect.delimiter)
    layout, divided = wider.layout, wider.divided
    names = cleaned_names(layout.names)
    body = dialect.head[layout.first_record :]
    if not any(cell.strip() for row in body for cell in row):
        raise HeaderOnlyError
    lines = _lines(text, dialect, layout) if source.in_place and divided is None else None
    if lines is not None and not in_place.is_viewed(source, text, dialect, layout, lines):
        lines = None
    whole = lines is not None or (divided is None and _load_whole(source.engine, text, dialect, layout, len(names)))
    if not whole:
        source.engine.execute("DROP TABLE IF EXISTS staged")
        rows = StagedRows(source.engine, len(names), pads_short=not _writes_blanks(body, len(names)))
        _store(source, text, dialect, layout, rows, divided)
    return Parsed(
        format="csv", layout=layout, names=names, first_row=layout.first_record + 1, has_row_numbers=not whole,
        evidence=(*text.evidence, dialect.evidence), encoding=text.encoding, delimiter=dialect.delimiter, lines=lines,
        is_plain=text.is_plain,
    )  # fmt: skip


def _require_filled_lines(text: Text) -> None:
    """Nothing; raises BombError where most of a million lines are blank: each would be looked at for its own sake."""
    breaks = max(text.line_feeds, text.carriage_returns)
    ends = text.line_feeds + text.carriage_returns
    if breaks > 2 * MOST_BLANK and 2 * (text.path.stat().st_size - ends) < breaks:
        raise too_blank()


def _load_whole(
    engine: duckdb.DuckDBPyConnection, text: Text, dialect: Dialect, layout: Recognised, width: int
) -> bool:
    """Whether the engine could read the whole text strictly, and dropped nothing on the way."""
    cells = cell_names(width)
    try:
        _read(engine, text, dialect, layout, cells)
    except IRREGULAR:
        return False
    return _is_complete(engine, text, dialect, layout, cells)


def _read(
    engine: duckdb.DuckDBPyConnection, text: Text, dialect: Dialect, layout: Recognised, cells: Sequence[str]
) -> None:
    """Nothing; table `staged` holds the cells; those that show nothing are NULL."""
    skipped = layout.first_record + dialect.declared
    selected = ", ".join(f"{or_null(cell)} AS {cell}" for cell in cells)
    for line, buffer in ((USUAL_LINE, BUFFER), (LONGEST_RECORD, LARGER_BUFFER)):
        read = strictly(text.path, cells, dialect.delimiter, skipped, line=line, buffer=buffer)
        try:
            engine.execute(f"CREATE TABLE staged AS SELECT {selected} FROM {read}")
        except duckdb.InvalidInputException as error:
            if line == LONGEST_RECORD or "Maximum line size" not in str(error):
                raise
            _require_modest_cells(text.path, dialect)
        else:
            break
    if line == LONGEST_RECORD:  # a cell of many lines
        longest = ", ".join(f"max(strlen({cell}))" for cell in cells)
        found = engine.execute(f"SELECT greatest(0, {longest}) FROM staged").fetchall()[0][0]
        if found > LONGEST_CELL:
            raise too_long()


def _require_modest_cells(path: Path, dialect: Dialect) -> None:
    """Nothing; raises BombError for a cell of one line without end, before the engine holds many of them."""
    with path.open(encoding="utf-8-sig", newline="") as text:
        for read, line in enumerate(iter(lambda: text.readline(LONGEST_LINE), "")):
            if len(line) > LONGEST_CELL:
                alone = Lines(io.StringIO(line), dialect.delimiter, read)
                next(split(alone, dialect.delimiter, dialect.spaced))


def _is_complete(
    engine: duckdb.DuckDBPyConnection, text: Text, dialect: Dialect, layout: Recognised, cells: Sequence[str]
) -> bool:
    """Whether every line of the text is a row or a line break within a cell.

    The engine passes over blank lines without a word, and rows after them would have wrong numbers.
    """
    sign = "\n" if text.line_feeds else "\r"
    lines = _lines(text, dialect, layout)
    rows = int(engine.execute("SELECT count(*) FROM staged").fetchall()[0][0])
    if lines != rows and len(cells) > 1:
        lines -= _blank_lines_at_end(text.path, sign)
    if lines != rows:
        within = ", ".join(f"sum(length({cell}) - length(replace({cell}, $sign, '')))" for cell in cells)
        found = engine.execute(f"SELECT coalesce(list_sum([{within}]), 0) FROM staged", {"sign": sign}).fetchall()
        lines -= int(found[0][0])
    first = engine.execute("SELECT * FROM staged WHERE rowid = 0").fetchall()[:1]
    expected = [cell.strip() for cell in dialect.head[layout.first_record][: len(cells)]]
    return lines == rows and [[(cell or "").strip() for cell in row][: len(expected)] for row in first] == [expected]


def _lines(text: Text, dialect: Dialect, layout: Recognised) -> int:
    """The lines of the text below its header."""
    breaks = text.line_feeds or text.carriage_returns
    return breaks + (not text.ends_with_line) - sum(dialect.head_lines[: layout.first_record]) - dialect.declared


def _blank_lines_at_end(path: Path, sign: str) -> int:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - END))
        end = file.read()
    blank = end[len(end.rstrip(b"\r\n")) :]
    return max(0, blank.count(sign.encode()) - 1)


def _store(
    source: Source, text: Text, dialect: Dialect, layout: Recognised, rows: StagedRows, divided: int | None
) -> None:
    """Nothing; every row below the names that is not blank is among `rows`, as far as can be read by the engine."""
    stretches = Stretches(source, text, dialect, rows.width if divided is None else None)
    stretches.pass_over(layout.first_record)
    source.far.share = lambda: stretches.share
    for stretch in stretches:
        if isinstance(stretch, Plain):
            rows.take_plain(stretch.first, stretch.cells)
        else:
            rows.take(_together(stretch, rows.width, divided, dialect.delimiter))
    rows.finish()
    rows.say_fitted()


def _together(records: Iterator[Record], width: int, divided: int | None, delimiter: str) -> Iterator[Record]:
    """The records; in those one cell too wide the two halves of column `divided` are one cell again."""
    for number, cells, flaw in records:
        if divided is not None and len(cells) == width + 1:
            whole = delimiter.join(cell or "" for cell in cells[divided - 1 : divided + 1])
            yield number, [*cells[: divided - 1], whole, *cells[divided + 1 :]], flaw
        else:
            yield number, cells, flaw


def _writes_blanks(body: Sequence[Sequence[str]], width: int) -> bool:
    """Whether the file writes the blank cells at the end of a row, so that a shorter row has lost something."""
    full = (row for row in body if len(row) == width)
    return any(not row[-1].strip() and any(map(str.strip, row)) for row in itertools.islice(full, 100))
