"""Listings: a small CSV of things a person keeps, read row by row; what cannot be used is said with its reason."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from csat_core.errors import CsatError

MOST_BYTES, MOST_ROWS = 1_000_000, 5_000
LONGEST_CELL = 100_000
"""Below the limit of the csv module, which the reader of responses raises for the whole process."""
MOST_LETTERS = 200
"""Of a refused row; the whole of it is in the file."""

Thing = TypeVar("Thing")
Cells = Mapping[str, str]
"""The cells of a row, by the name of the column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that could not be used."""

    row: int
    """As a spreadsheet counts it: the names are row 1."""
    name: str
    reason: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The rows of a file that are not blank, and the names in its first row."""

    heads: tuple[str, ...]
    """Without letter case and outer spaces; empty where the file is."""
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Number and cells of each."""


def read_listing(content: bytes, of: str, error: type[CsatError]) -> Listing:
    """The listing of things called `of`: comma, semicolon or tab; UTF-8 or Windows. Raises `error`."""
    if len(content) > MOST_BYTES:
        raise error(f"The file is larger than {MOST_BYTES // 1_000_000} MB; a list of {of} is small.")
    text = _text(content)
    if "\0" in text:
        raise error(f"This is not a text file; save the {of} as CSV and try again.")
    delimiter = max(",;\t", key=text.split("\n", 1)[0].count)
    lines = _lines(text, delimiter)
    if lines is None:
        raise error(
            f"The file cannot be read as CSV (a cell of over {LONGEST_CELL:,} letters); is a quotation mark open?"
        )
    filled = [(row, tuple(cells)) for row, cells in lines if any(map(str.strip, cells))]
    heads, rows = (filled[0][1], filled[1:]) if filled else ((), [])
    if len(rows) > MOST_ROWS:
        raise error(f"The file holds more than {MOST_ROWS:,} rows; divide it.")
    return Listing(heads=tuple(head.strip().casefold() for head in heads), rows=tuple(rows))


def _lines(text: str, delimiter: str) -> list[tuple[int, list[str]]] | None:
    """The cells of every line; None where one of them is too long to be meant."""
    try:
        lines = list(enumerate(csv.reader(io.StringIO(text, newline=None), delimiter=delimiter), 1))
    except csv.Error:
        return None
    return None if any(len(cell) > LONGEST_CELL for _, cells in lines for cell in cells) else lines


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def things(
    found: Listing, places: Mapping[str, int], made: Callable[[Cells], Thing]
) -> tuple[tuple[Thing, ...], tuple[RefusedRow, ...]]:
    """What `made` makes of each row of a listing, and every row of which it raises a CsatError.

    `places` says where each column stands; cells are without outer spaces.
    """
    good, refused = [], []
    for row, cells in found.rows:
        named = {name: cells[at].strip() for name, at in places.items() if at < len(cells)}
        try:
            good.append(made(named))
        except CsatError as reason:
            refused.append(_refused(row, named.get("name", ""), reason, cells))
    return tuple(good), tuple(refused)


def _refused(row: int, name: str, reason: CsatError, cells: Sequence[str]) -> RefusedRow:
    return RefusedRow(row=row, name=name, reason=str(reason), raw=", ".join(cells)[:MOST_LETTERS])
