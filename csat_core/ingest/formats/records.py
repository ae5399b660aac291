"""Rows one by one: the slow way into the staged table, which survives rows of any shape."""

import csv
import itertools
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

import duckdb

from csat_core.ingest.formats.table import MOST_COLUMNS, cell_names, or_null
from csat_core.ingest.refusals import BombError, NotATableError, TooManyColumnsError, UnclosedMarksError

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
BATCH_ROWS, BATCH_CELLS, BATCH_CHARACTERS = 20_000, 500_000, 32 << 20
LONGEST_RAW = 20_000
SHORT_ROW, LONG_ROW = "short_row_filled", "empty_cells_cut"
"""How rows were made to fit."""
MOST_FITTED = 100_000
"""Of the rows that were made to fit, those whose numbers are kept; all are counted."""
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


def store_records(
    engine: duckdb.DuckDBPyConnection,
    width: int,
    records: Iterable[Record],
    *,
    pads_short: bool = True,
    says_fitted: bool = False,
) -> None:
    """Nothing; `staged` holds the records of the right width with their row numbers, `misfits` the others.

    With `pads_short` a row that lacks less than half of its cells ends in blanks that the file left out. With
    `says_fitted` table `fitted` counts the rows that were made to fit; sheets have one width whatever their rows hold.
    """
    made_to_fit = {SHORT_ROW: [0, 0], LONG_ROW: [0, 0]}
    which: list[tuple[str, int]] = []
    cells = cell_names(width)
    engine.execute(f'CREATE TABLE staged ("row" BIGINT, {", ".join(f"{cell} VARCHAR" for cell in cells)})')
    engine.execute('CREATE TABLE misfits ("row" BIGINT, reason VARCHAR, raw VARCHAR)')
    # one transaction: each of its own would be written twice, to the log and to the file
    engine.begin()
    for batch in _batches(records, width):
        rows: list[tuple[int, Sequence[str | None]]] = []
        misfits: list[tuple[int, str, str]] = []
        for number, found, flaw in batch:
            fitted = None if flaw else _fitted(found, width, pads_short)
            if fitted is not None:
                rows.append((number, fitted))
                if len(found) != width:
                    code = SHORT_ROW if len(found) < width else LONG_ROW
                    seen = made_to_fit[code]
                    seen[:] = [seen[0] + 1, seen[1] or number]
                    if len(which) < MOST_FITTED:
                        which.append((code, number))
            else:
                misfits.append((number, flaw or _shape(len(found), width), raw_of(found)))
        if len(misfits) == BATCH_ROWS and all(reason == UNCLOSED for _, reason, _ in misfits):
            raise UnclosedMarksError(found=BATCH_ROWS)
        insert_rows(engine, "staged", rows, cells)
        insert_rows(engine, "misfits", [(number, (reason, raw)) for number, reason, raw in misfits], ["reason", "raw"])
    if says_fitted:
        engine.execute('CREATE TABLE fitted (code VARCHAR, n BIGINT, "row" BIGINT)')
        engine.executemany(
            "INSERT INTO fitted SELECT ?, ?, ? WHERE ? > 0", [[k, *v, v[0]] for k, v in made_to_fit.items()]
        )
        codes, numbers = [code for code, _ in which], [number for _, number in which]
        engine.execute('CREATE TABLE fitted_rows AS SELECT unnest(?) AS code, unnest(?) AS "row"', [codes, numbers])
    engine.commit()


def _batches(records: Iterable[Record], width: int) -> Iterator[list[Record]]:
    """The records in lists that fit into memory, however wide and long the cells are."""
    most, remaining = max(50, min(BATCH_ROWS, BATCH_CELLS // width)), iter(records)
    while first := next(remaining, None):
        batch, size = [first], letters_in(first[1])
        for record in itertools.islice(remaining, most - 1):
            batch.append(record)
            size += letters_in(record[1])
            if size > BATCH_CHARACTERS:
                break
        yield batch


def _fitted(cells: Sequence[str | None], width: int, pads_short: bool) -> Sequence[str | None] | None:
    """The cells at the width of the table; None where they do not fit."""
    missing = width - len(cells)
    if missing == 0:
        return cells
    if missing < 0:
        return None if any(cell and cell.strip() for cell in cells[width:]) else cells[:width]
    return [*cells, *[None] * missing] if pads_short and missing <= width / 2 else None


def _shape(found: int, width: int) -> str:
    return f"the row has {found} {'cell' if found == 1 else 'cells'}, the header has {width}"


def raw_of(cells: Sequence[str | None]) -> str:
    """The cells as a list in JSON, as far as they are worth keeping."""
    kept, room = [], LONGEST_RAW
    for cell in cells:
        kept.append((cell or "")[:room])
        room -= len(kept[-1]) + 1
        if room <= 0:
            break
    return json.dumps(kept, ensure_ascii=False)


def insert_rows(
    engine: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[int, Sequence[str | None]]], names: list[str]
) -> None:
    """Nothing; the rows are at the end of `table`, their cells NULL where blank."""
    # a fifth of a second that most files never need
    import pyarrow as pa

    if not rows:
        return
    columns = zip(*(cells for _, cells in rows), strict=True)
    arrays = [pa.array([number for number, _ in rows], pa.int64()), *(pa.array(each, pa.string()) for each in columns)]
    engine.register("incoming", pa.table(arrays, names=["row", *names]))
    engine.execute(f'INSERT INTO {table} SELECT "row", {", ".join(map(or_null, names))} FROM incoming')
    engine.unregister("incoming")
