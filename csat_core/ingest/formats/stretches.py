"""A text whose rows do not all have one shape: the engine reads the stretches in which they do, and only others go row by row.

A mark that stays open in one of ten million rows costs that row, and the time of the rows around it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from csat_core.ingest.formats.dialect import Dialect
from csat_core.ingest.formats.encodings import Text
from csat_core.ingest.formats.in_place import BUFFER, IRREGULAR, MOST_COLUMNS, USUAL_LINE, strictly
from csat_core.ingest.formats.records import LONGEST_LINE, Lines, Record, split
from csat_core.ingest.formats.table import Source, cell_names

if TYPE_CHECKING:
    import pyarrow as pa

SMALLEST, LARGEST, TIMES = 256 << 10, 16 << 20, 4
"""Bytes of a stretch, and by how many times it becomes shorter where it is not plain, and longer again where it is."""
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """Rows of one shape, the first of which has this number."""

    first: int
    cells: "pa.Table"


class Stretches:
    """A text, stretch by stretch; each is taken wholly before the next one."""

    def __init__(self, source: Source, text: Text, dialect: Dialect, width: int | None) -> None:
        """Rows of one shape have this `width`; None where there are none."""
        self._engine = source.engine.cursor()  # what fails here leaves the transaction of the other alone
        self._path, self._target, self._dialect = text.path, source.folder / "stretch", dialect
        lines_end_alike = text.line_feeds > 0 and text.carriage_returns in (0, text.line_feeds)
        self._width = width if lines_end_alike and not dialect.spaced and 1 < (width or 0) <= MOST_COLUMNS else None
        self._lines, self._size = Lines(StringIO(), dialect.delimiter), SMALLEST
        self._number, self._line = 0, int(dialect.declared)  # of the last record that lies behind
        self._total = text.path.stat().st_size
        with text.path.open("rb") as file:
            self._at = len(BOM) if file.read(len(BOM)) == BOM else 0
            file.seek(self._at)
            self._at += len(file.readline()) if dialect.declared else 0

    @property
    def share(self) -> float:
        """How much of the text lies behind, 0-1."""
        return self._at / max(1, self._total)

    def pass_over(self, records: int) -> None:
        """Nothing; so many records, such as the names, lie behind."""
        while self._number < records and self._at < self._total:
            for _ in self._one_by_one(self._at + 1):
                pass

    def __iter__(self) -> Iterator[Plain | Iterator[Record]]:
        """Rows of one shape, or records of any that are no blank lines."""
        while self._at < self._total:
            if self._width is None:
                yield self._one_by_one(self._total)
            elif (plain := self._plain(self._width)) is not None:
                self._size = min(LARGEST, self._size * TIMES)
                yield plain
            elif self._size > SMALLEST:
                self._size //= TIMES
            else:
                yield self._one_by_one(self._at + self._size)
        self._target.unlink(missing_ok=True)

    def _plain(self, width: int) -> Plain | None:
        """The rows of the next stretch, where each has the shape of the table and none is a blank line; they lie behind then."""
        with self._path.open("rb") as file:
            file.seek(self._at)
            stretch = file.read(self._size)
            stretch += file.readline(LONGEST_LINE)
        self._target.write_bytes(stretch)
        lines = stretch.count(b"\n") + (not stretch.endswith(b"\n"))
        read = strictly(self._target, cell_names(width), self._dialect.delimiter, 0, line=USUAL_LINE, buffer=BUFFER)
        try:
            cells: pa.Table = self._engine.sql(f"SELECT * FROM {read}").to_arrow_table()
        except IRREGULAR:
            return None
        if cells.num_rows != lines and cells.num_rows + _breaks_within(cells) != lines:
            return None
        first = self._number + 1
        self._at, self._line, self._number = self._at + len(stretch), self._line + lines, self._number + cells.num_rows
        return Plain(first=first, cells=cells)

    def _one_by_one(self, end: int) -> Iterator[Record]:
        """The records from here on, until one ends at byte `end` or behind it."""
        with self._path.open(encoding="utf-8", newline="") as text:
            text.seek(self._at)
            self._lines.go_on(text, self._line)
            for cells, flaw, lines in split(self._lines, self._dialect.delimiter, self._dialect.spaced):
                self._at += sum(len(line.encode()) for line in self._lines.taken)
                self._line, self._number = self._line + lines, self._number + 1
                if any(map(str.strip, cells)):
                    yield self._number, cells, flaw
                if self._at >= end:
                    return


def _breaks_within(cells: "pa.Table") -> int:
    """How many lines end within a cell."""
    from pyarrow import compute

    return sum(compute.sum(compute.count_substring(column, "\n")).as_py() or 0 for column in cells.columns)
