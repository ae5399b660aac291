"""The dialect of a delimited text: what divides the columns, judged by the first rows."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from csat_core.ingest.formats.records import LONGEST_LINE, Lines, split
from csat_core.ingest.formats.table import MOST_COLUMNS
from csat_core.ingest.layouts import recognised
from csat_core.ingest.refusals import BadOptionError, BombError, NotATableError, TooManyColumnsError

USUAL = {",": "Commas", ";": "Semicolons", "\t": "Tabs", "|": "Bars"}
UNUSUAL = {"^": "Carets", "~": "Tildes", "\x1f": "Unit separators", ":": "Colons"}
"""Tried only where none of the usual ones makes a table: colons, for one, divide every time of day."""
HEAD = 100
FEWEST, ENOUGH = 10, 4 << 20
"""So many rows are looked at however long they are, and more as long as they have no more letters than these."""
MOSTLY = 0.8
"""The share of rows of one width that makes a table."""
_SPACED = re.compile(' +"')
_DECLARED = re.compile(r'"?sep=(.|\\t)"?[\r\n]+', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What divides the columns, and the first rows divided by it."""

    delimiter: str
    head: list[list[str]]
    """Up to 100 records, blank lines among them, without the line that declares the delimiter."""
    head_lines: tuple[int, ...]
    """How many lines of the file each of them takes."""
    declared: bool
    """Whether the first line says `sep=;`: spreadsheets do not show that line."""
    spaced: bool
    """Whether blanks stand between a delimiter and a quotation mark."""
    evidence: str


def dialect_of(path: Path, named: str | None = None) -> Dialect:
    """The dialect of the UTF-8 text at `path`; raises NotATableError where nothing makes rows and columns of it."""
    declared = _declared(path)
    if named is not None and (len(named) != 1 or named in '"\r\n'):
        raise BadOptionError(given=named, expected="one sign that can divide columns")
    if named or declared:
        delimiter = named or declared or ","
        said = "as was asked" if named else "as the first line says"
        found = _tried(path, delimiter, bool(declared), f"'{delimiter}' divides the columns, {said}.")
        return found if named else _contradicted(path, found) or found
    for delimiters in (USUAL, UNUSUAL):
        best = max(_trials(path, delimiters), key=_Trial.score)
        if best.is_table:
            best = best if best.divides_first else _dividing_all(path, best)
            best.require_few_columns()
            return best.said()
    return _Trial(_tried(path, ",", False, ""), "Commas").as_one_column()


def _trials(path: Path, delimiters: Mapping[str, str]) -> list["_Trial"]:
    """One for each delimiter under which no line has millions of cells, or one without end; raises where none makes a table then."""
    with path.open(encoding="utf-8-sig", newline="") as text:
        if len(text.readline(LONGEST_LINE)) >= LONGEST_LINE:  # under each delimiter it would be read again
            raise BombError(found=f"one line is longer than {LONGEST_LINE >> 20} MB")
    trials: list[_Trial] = []
    refusals: list[TooManyColumnsError | BombError] = []
    for delimiter, name in delimiters.items():
        try:
            trials.append(_Trial(_tried(path, delimiter, False, ""), name))
        except (TooManyColumnsError, BombError) as error:
            refusals.append(error)
    if refusals and not any(trial.is_table for trial in trials):
        raise max(refusals, key=lambda refusal: isinstance(refusal, TooManyColumnsError))
    return trials


def _dividing_all(path: Path, usual: "_Trial") -> "_Trial":
    """What divides every row from the first one on into more columns than `usual`, which stands in comments alone, else `usual`."""
    whole = [trial for trial in _trials(path, UNUSUAL) if trial.fitting == trial.rows and trial.width > usual.width]
    return max(whole, key=_Trial.score, default=usual)


def _contradicted(path: Path, declared: Dialect) -> Dialect | None:
    """What divides the columns where the sign that the first line names stands in hardly a row below it; else None."""
    body = [row for row in declared.head if any(map(str.strip, row))]
    if sum(len(row) > 1 for row in body) * 2 > len(body):
        return None
    others = [_Trial(_tried(path, sign, True, ""), name) for sign, name in USUAL.items() if sign != declared.delimiter]
    best = max(others, key=_Trial.score) if body else None
    if best is None or not (best.is_table and best.divides_first):
        return None
    said = f"{best.said().evidence} The first line says '{declared.delimiter}', which divides hardly a row."
    return replace(best.dialect, evidence=said)


def _declared(path: Path) -> str | None:
    """The delimiter of a leading `sep=;` line."""
    with path.open(encoding="utf-8-sig", newline="") as text:
        found = _DECLARED.fullmatch(text.readline(12))
    return found[1].replace("\\t", "\t") if found else None


def _tried(path: Path, delimiter: str, declared: bool, evidence: str) -> Dialect:
    records = _first_records(path, delimiter, declared, spaced=False)
    spaced = any(_SPACED.match(cell) for cells, _, _ in records for cell in cells[1:])
    if spaced:
        records = _first_records(path, delimiter, declared, spaced=True)
    return Dialect(
        delimiter=delimiter, head=[cells for cells, _, _ in records], head_lines=tuple(n for _, _, n in records),
        declared=declared, spaced=spaced, evidence=evidence,
    )  # fmt: skip


def _first_records(path: Path, delimiter: str, declared: bool, spaced: bool) -> list[tuple[list[str], str, int]]:
    with path.open(encoding="utf-8-sig", newline="") as text:
        if declared:
            text.readline()
        found, letters = [], 0
        for record in itertools.islice(split(Lines(text, delimiter, declared), delimiter, spaced), HEAD):
            found.append(record)
            letters += sum(map(len, record[0]))
            if letters > ENOUGH and len(found) >= FEWEST:
                break
        return found


class _Trial:
    """How well one delimiter makes a table of the first rows."""

    def __init__(self, dialect: Dialect, name: str) -> None:
        self.dialect, self.name = dialect, name
        rows = [row for row in dialect.head if any(map(str.strip, row))]
        widths = Counter(map(len, rows))
        if not widths:
            raise NotATableError(found="it holds blank lines only")
        self.width = max(widths, key=lambda width: (widths[width] * (width > 1), width))
        self.fitting = widths[self.width] if self.width > 1 else 0
        self.rows = len(rows)
        self.divides_first = len(rows[0]) > 1
        """Whether the delimiter stands in the first row; in a line of title it does not."""
        # lines of title above the table say nothing about it
        self.below = len(rows) - next(at for at, row in enumerate(rows) if len(row) == self.width)

    @property
    def is_table(self) -> bool:
        """Whether half of the rows have the same number of columns, more than one, and they are not sentences."""
        return self.fitting * 2 >= self.below and not self._is_prose()

    def _is_prose(self) -> bool:
        """Whether the delimiter stands as in sentences: between words, a blank behind it, as often as it comes."""
        if self._is_regular:
            return False
        cells = [cell for row in self.dialect.head for cell in row if cell.strip()]
        later = [cell for row in self.dialect.head for cell in row[1:] if cell.strip()]
        words = sum(len(cell.split()) for cell in cells) / len(cells)
        return words >= 3 and sum(cell[0].isspace() for cell in later) >= 0.95 * len(later)

    @property
    def _is_regular(self) -> bool:
        return self.fitting >= MOSTLY * self.below

    def score(self) -> tuple[bool, bool, float, int]:
        """Nearly all rows alike; names on top; more alike, which a header tells from decimal commas; more columns."""
        regular = self._is_regular
        return (
            regular,
            regular and (self._names > MOST_COLUMNS or self._has_names()),
            self.fitting / self.rows,
            self.width,
        )

    @property
    def _names(self) -> int:
        """How many cells of the first full row are filled."""
        first = next((row for row in self.dialect.head if len(row) == self.width), [])
        return sum(map(bool, map(str.strip, first)))

    def require_few_columns(self) -> None:
        """Nothing; raises TooManyColumnsError before anything is looked for in so many columns, which takes seconds."""
        if self._is_regular and self._names > MOST_COLUMNS:
            raise TooManyColumnsError(found=self._names, most=MOST_COLUMNS)

    def _has_names(self) -> bool:
        try:
            return recognised(self.dialect.head).header_rows > 0
        except NotATableError:
            return False

    def said(self) -> Dialect:
        """The dialect with its evidence."""
        alike = "all" if self.fitting == self.rows else f"{self.fitting:,}"
        said = f"{self.name} divide the columns: {self.width:,} of them in {alike} of the first {self.rows:,} rows."
        return replace(self.dialect, evidence=said)

    def as_one_column(self) -> Dialect:
        """The dialect of a single column; raises NotATableError where the lines are sentences."""
        cells = [row[0] for row in self.dialect.head[1:] if row and row[0].strip()]
        wide = sum(len(row) > 1 for row in self.dialect.head)
        long = sum(len(cell) > 40 for cell in cells)
        several = sum(" " in cell.strip() for cell in cells)
        are_answers = 3 * len(set(cells)) <= len(cells)  # which come again and again
        if wide or long > len(cells) / 2 or (several > len(cells) / 2 and not are_answers):
            raise NotATableError(found="its lines have no number of columns in common")
        return replace(self.dialect, evidence="One column only; nothing divides it.")
