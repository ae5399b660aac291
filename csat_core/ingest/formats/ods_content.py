"""The content of an OpenDocument workbook, read through before it is parsed: how far it spreads, what is merged or hidden."""

import re
from dataclasses import dataclass, field
from typing import IO

from csat_core.ingest.formats.merged import Merge
from csat_core.ingest.formats.shared_texts import MOST_LETTERS
from csat_core.ingest.formats.workbook_parts import CHUNK, MOST_SPREAD, SPREAD_A_CELL, Aside
from csat_core.ingest.refusals import BombError

MOST_REPEATED = 100_000
"""Times that one filled row may be said to come again: a few bytes would be a million responses."""
MOST_MERGES = 100_000
TALLEST = 1_048_576
MOST_BLANKS = 10_000_000
"""Several blanks in a cell stand as one sign with their number."""
BLANKS = re.compile(rb"<text:s\s[^>]*?text:c\s*=\s*[\"'](\d{1,30})")
LONGEST_ROW = 32 << 20
MARKUP = len("<text:p></text:p></table:table-cell>")
FILLED = (b"office:value", b"office:string-value", b"office:date-value", b"office:boolean-value", b"<text:")
ROW = re.compile(rb"<table:table-row\b([^>]*)>")
CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
ROWS_REPEATED = re.compile(rb"number-rows-repeated\s*=\s*[\"'](\d{1,30})")
COLUMNS_REPEATED = re.compile(rb"number-columns-repeated\s*=\s*[\"'](\d{1,30})")
COLUMNS_SPANNED = re.compile(rb"number-columns-spanned\s*=\s*[\"'](\d{1,7})")
ERROR = b'calcext:value-type="error"'
HIDDEN = re.compile(rb"""\btable:visibility=["'](?:collapse|filter)["']""")
HIDDEN_COLUMNS = re.compile(rb"""<table:table-column\b[^>]{0,500}\stable:visibility=["'](?:collapse|filter)["']""")
ROWS_SPANNED = re.compile(rb"number-rows-spanned\s*=\s*[\"'](\d{1,7})")


@dataclass(slots=True)
class Laid:
    """How a sheet is laid out."""

    merges: list[Merge] = field(default_factory=list)
    aside: Aside = field(default_factory=Aside)


def read_through(content: IO[bytes]) -> list[Laid]:
    """How each sheet is laid out; raises BombError where a few cells spread far or come again without end."""
    sheets: list[_Sheet] = []
    tail, blanks = b"", 0
    while chunk := content.read(CHUNK):
        *rows, tail = (tail + chunk).split(b"</table:table-row>")
        if len(tail) > LONGEST_ROW:
            raise BombError(found=f"one row is longer than {LONGEST_ROW >> 20} MB")
        for row in rows:
            blanks += sum(map(int, BLANKS.findall(row))) if b"text:c" in row else 0
            if blanks > MOST_BLANKS:
                raise BombError(found=f"its cells are said to hold more than {MOST_BLANKS:,} blanks in a row")
            if b"<table:table " in row or not sheets:
                sheets.extend(_Sheet() for _ in range(max(1, row.count(b"<table:table "))))
            sheets[-1].add(row[row.rfind(b"<table:table ") + 1 :])
    return [sheet.laid for sheet in sheets]


class _Sheet:
    """What the rows of one sheet that were read so far say."""

    def __init__(self) -> None:
        self.laid = Laid()
        self._height = self._width = self._cells = self._rows = self._letters = 0

    def add(self, row: bytes) -> None:
        """Nothing; one more row, with the empty ones before it, was taken in."""
        said = ROW.findall(row)
        tags = [_number(ROWS_REPEATED, tag) for tag in said] or [1]
        if b"visibility" in row:
            self.laid.aside.hidden_columns += len(HIDDEN_COLUMNS.findall(row))
        at, self._rows = self._rows + sum(tags[:-1]), self._rows + sum(tags)
        end = max(map(row.rfind, FILLED))
        if end < 0:
            return
        if tags[-1] > MOST_REPEATED:
            raise BombError(found=f"one of its rows is said to come again {tags[-1]:,} times")
        if self._rows > TALLEST:
            raise BombError(found=f"a sheet has {self._rows:,} rows, more than the {TALLEST:,} of a spreadsheet")
        columns = row.count(b"<table:table-cell", 0, end)
        is_plain = b"-repeated" not in row and b"-spanned" not in row
        width = columns if is_plain else self._spanned(row, at, end, times=tags[-1])
        if self._letters > MOST_LETTERS:
            raise BombError(found=f"the cells of a sheet hold more than {MOST_LETTERS:,} letters")
        self.laid.aside.errors += row.count(ERROR) * tags[-1]
        self.laid.aside.hidden_rows += tags[-1] * bool(said and HIDDEN.search(said[-1]))
        self._cells += max(1, min(columns, row.count(b"<text:"))) * tags[-1]
        self._height, self._width = self._rows, max(self._width, width)
        spread = self._height * self._width
        if spread > MOST_SPREAD and spread > SPREAD_A_CELL * self._cells:
            spans = f"{self._height:,} rows and {self._width:,} columns"
            raise BombError(found=f"a sheet spreads {self._cells:,} cells over {spans}")

    def _spanned(self, row: bytes, at: int, end: int, times: int) -> int:
        """The columns up to the last filled cell, which begins before `end`; merges among them are kept, letters counted `times`."""
        column, after = 0, row.find(b"<table:", end)
        _, *tags = CELL.split(row if after < 0 else row[:after])
        for tag, content in zip(tags[::2], tags[1::2], strict=True):
            if b"-spanned" in tag and len(self.laid.merges) < MOST_MERGES:
                to = (at + _number(ROWS_SPANNED, tag) - 1, column + _number(COLUMNS_SPANNED, tag) - 1)
                self.laid.merges.append(((at, column), to))
            repeated = _number(COLUMNS_REPEATED, tag) if b"columns-repeated" in tag else 1
            column += repeated
            self._letters += max(0, len(content) - MARKUP) * repeated * times
        return column


def _number(pattern: re.Pattern[bytes], tag: bytes) -> int:
    """The number an attribute gives; 1 where it is not there."""
    found = pattern.search(tag)
    return int(found[1]) if found else 1
