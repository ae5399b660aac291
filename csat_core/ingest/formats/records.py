"""The records of a delimited text one by one, whatever their shape."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from csat_core.ingest.formats.table import MOST_COLUMNS
from csat_core.ingest.refusals import BombError, NotATableError, TooManyColumnsError

Record = tuple[int, Sequence[str | None], str]
"""A row's number as a spreadsheet shows it, its cells, and why it cannot be read (empty where it can)."""

LONGEST_CELL = 512 << 10
"""Sixteen times what a cell of a spreadsheet holds: a long conversation fits, a file within a cell does not."""
LONGEST_LINE = 64 << 20
LONG_LINE, MOST_CELLS, CELL = 1 << 20, 16_384, 10
"""A line longer than the first, that has more cells than the widest spreadsheet and of less than ten letters each, is no row."""
MOST_LINES = 10_000
"""Of one record: a comment may have a thousand."""
MOST_RETURNED = 1_000_000
"""Lines that may be read a second time, beside some for every line: stray quotation marks by design are costly."""
MOST_BLANK, BLANK_A_LINE = 500_000, 20
"""Blank lines of a text: so many, and so many for each other line."""
UNCLOSED = "a quotation mark is opened and not closed"

_QUOTED = re.compile('"[^"]*"')

csv.field_size_limit(LONGEST_CELL)


class Lines:
    """The lines of a text one by one; those of a record that went wrong can be given back."""

    def __init__(self, text: TextIO, delimiter: str, read: int = 0) -> None:
        """`read` lines of the text were read already."""
        self._text, self._delimiter, self._read = text, delimiter, read
        self._returned: deque[str] = deque()
        self._patience, self._blanks = MOST_RETURNED, MOST_BLANK
        self.taken: list[str] = []
        """Since it was last emptied."""
        self.is_over = False

    def go_on(self, text: TextIO, read: int) -> None:
        """Nothing; the next lines are those of `text`, before which `read` were read; no more than before may be read again."""
        self._text, self._read, self.is_over = text, read, False
        self._returned.clear()

    @property
    def number(self) -> int:
        """That of the last line taken, from 1."""
        return self._read - len(self._returned)

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        if self._returned:
            line = self._returned.popleft()
        else:
            line = self._text.readline(LONGEST_LINE)
            self._read += 1
            self._patience += 4
            self._blanks += -1 if line.isspace() else BLANK_A_LINE
            if self._blanks < 0:
                raise too_blank()
        if not line:
            self.is_over = True
            raise StopIteration
        if len(line) >= LONGEST_LINE:
            raise BombError(found=f"one line is longer than {LONGEST_LINE >> 20} MB")
        if len(line) > LONG_LINE:
            self._require_few_cells(line)
        if len(self.taken) >= MOST_LINES:
            self._returned.appendleft(line)
            raise csv.Error(f"more than {MOST_LINES} lines")
        self.taken.append(line)
        return line

    def _require_few_cells(self, line: str) -> None:
        """Nothing; raises TooManyColumnsError before a line of millions of cells is divided, which takes half a minute."""
        most = max(MOST_CELLS, len(line) // CELL)
        if line.count(self._delimiter) <= most:
            return
        plain = line.rstrip(f"\r\n{self._delimiter}") or line
        # what stands within quotation marks divides nothing
        found = (_QUOTED.sub("", plain) if '"' in plain else plain).count(self._delimiter) + 1
        if found > most:
            raise TooManyColumnsError(found=found, most=MOST_COLUMNS)

    def give_back_all_but_first(self) -> None:
        """Nothing; the lines taken after the first one will come again. Raises NotATableError for the millionth time."""
        self._patience -= len(self.taken)
        if self._patience < 0:
            raise NotATableError(found="its quotation marks do not match")
        self._returned.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


def too_long(line: int | None = None) -> BombError:
    """What is said of a cell beyond LONGEST_CELL, in this line of the file where that is known."""
    where = "one cell" if line is None else f"a cell in line {line:,}"
    return BombError(found=f"{where} is longer than {LONGEST_CELL >> 10} KB")


def too_blank() -> BombError:
    """What is said of a text that is blank lines for the most part."""
    return BombError(found=f"it has more than {MOST_BLANK:,} blank lines")


def letters_in(cells: Iterable[str | None]) -> int:
    """How many letters a record has; raises BombError where a single cell is too long."""
    letters = sum(map(len, filter(None, cells)))
    if letters > LONGEST_CELL and any(len(cell) > LONGEST_CELL for cell in cells if cell):
        raise too_long()
    return letters


def split(lines: Lines, delimiter: str, spaced: bool = False) -> Iterator[tuple[list[str], str, int]]:
    """The records of a delimited text: cells, why it cannot be read (empty where it can), lines it took.

    A blank line is a record without cells. A quotation mark that is never closed costs one line, not all that follow.
    With `spaced` blanks may stand between a delimiter and a quotation mark.
    """
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=spaced)
    while True:
        lines.taken.clear()
        flaw = ""
        try:
            cells = next(reader, None)
        except csv.Error as error:
            if len(lines.taken) == 1:
                raise too_long(lines.number) from error
            cells, flaw = [], UNCLOSED
        if cells is None:
            return
        if len(lines.taken) > 1 and (flaw or not _is_whole(lines.taken, delimiter, spaced)):
            lines.give_back_all_but_first()
            cells, flaw = lines.taken[0].rstrip("\r\n").split(delimiter), UNCLOSED
        elif lines.is_over and len(lines.taken) == 1 and _swallows_its_end(cells, lines.taken[0]):
            cells, flaw = lines.taken[0].rstrip("\r\n").split(delimiter), UNCLOSED
        yield cells, flaw, len(lines.taken)


def _is_whole(taken: list[str], delimiter: str, spaced: bool) -> bool:
    """Whether lines that were read as one record are one by the letter: a stray mark seldom meets its like rightly."""
    try:
        return len(list(csv.reader(taken, delimiter=delimiter, skipinitialspace=spaced, strict=True))) == 1
    except csv.Error:
        return False


def _swallows_its_end(cells: list[str], line: str) -> bool:
    """Whether the record ran into the end of the text within quotation marks: only then is the line end in a cell."""
    return bool(cells) and line.endswith(("\n", "\r")) and cells[-1].endswith(("\n", "\r"))
