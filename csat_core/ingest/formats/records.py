"""Records: delimited text row by row, the slow way, which survives rows of any shape."""

import csv
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from csat_core.ingest.formats.table import Record
from csat_core.ingest.refusals import BombError, DamagedFileError

LONGEST_CELL = 16 << 20
HEAD = 100
MOST_UNCLOSED = 20
UNCLOSED = "a quotation mark is opened and never closed"

csv.field_size_limit(LONGEST_CELL)


def head_rows(text: TextIO, delimiter: str) -> list[list[str]]:
    """The first rows, blank ones included."""
    try:
        return list(itertools.islice(csv.reader(text, delimiter=delimiter, skipinitialspace=True), HEAD))
    except csv.Error as error:
        raise BombError(found=f"one cell is longer than {LONGEST_CELL >> 20} MB") from error


def records(path: Path, delimiter: str, first: int, skipped: int) -> Iterator[Record]:
    """Every filled row from number `first` on (counted from 0), below `skipped` lines that are none.

    A quotation mark that is never closed costs its own line, not the rest of the file.
    """
    at, line = 0, skipped
    for _ in range(MOST_UNCLOSED):
        lines = _Lines(path, line)
        for cells in _cells(lines, delimiter, at):
            if lines.ended_within:
                break
            if at >= first and any(cell.strip() for cell in cells):
                yield Record(at + 1, cells)
            at += 1
            line += lines.taken
            lines.taken = 0
        else:
            return
        if at >= first:
            yield Record(at + 1, lines.begun.rstrip("\r\n").split(delimiter), UNCLOSED)
        at, line = at + 1, line + 1
    raise DamagedFileError(found=f"more than {MOST_UNCLOSED} quotation marks are never closed, the last in row {at:,}")


def _cells(lines: "_Lines", delimiter: str, at: int) -> Iterator[list[str]]:
    rows = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    try:
        for at, cells in enumerate(rows, at):  # noqa: B020 - the error below needs the row it came to
            yield cells
    except csv.Error as error:
        found = f"a cell below row {at + 1:,} is longer than {LONGEST_CELL >> 20} MB; a quotation mark may be missing"
        raise BombError(found=found) from error


class _Lines:
    """The lines of a file, and whether it ended within a row."""

    def __init__(self, path: Path, skip: int) -> None:
        self.taken = 0
        """Lines of the row that is being read."""
        self.begun = ""
        """The first of them."""
        self.ended_within = False
        self._lines = self._opened(path, skip)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            self.ended_within = self.taken > 0
            raise StopIteration
        if not self.taken:
            self.begun = line
        self.taken += 1
        return line

    @staticmethod
    def _opened(path: Path, skip: int) -> Iterator[str]:
        with path.open(encoding="utf-8", newline="") as text:
            yield from itertools.islice(text, skip, None)
