"""Footers: the totals and notes that people and exports write below the responses, which are no responses."""

import itertools
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from csat_core.ingest.formats.staged_rows import put_aside
from csat_core.ingest.formats.table import cell_names
from csat_core.ingest.refusals import shown
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import AVERAGES, MEASURES, TOTALS

LOOKED_AT = 30
MOST = 5
"""Rows that can be a footer; more of the same are data."""
NOTE_WORDS = 3
WORDS = TOTALS | AVERAGES | MEASURES
"""Averages and measures are answers too: they count only in a column of numbers, dates and keys."""
_NUMBERED = re.compile(r"[\d\s.,:;/|%#()+-]+(?:t[\d:.]+z?)?")

Cells = Sequence[str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    id: int
    number: int
    cells: Cells

    @property
    def filled(self) -> list[int]:
        return [at for at, cell in enumerate(self.cells) if cell]


def set_footers_aside(engine: duckdb.DuckDBPyConnection, width: int, number: str) -> tuple[str, ...]:
    """The evidence of totals and notes at the end of table `staged`, which are in `misfits` now.

    `number` is the expression for the number of a row.
    """
    last = _last_rows(engine, width, number)
    notes = _notes_of_another_shape(engine, last)
    found: list[tuple[_Row, str]] = []
    for at, row in enumerate(last):
        if not row.filled:
            continue
        above = [other for other in last[at + 1 :] if other.filled]
        reason = _reason(row, above) if above else ""
        if not reason or len(found) == MOST or _comes_again(engine, row):
            break
        found.append((row, reason))
    put_aside(
        engine, ((row.number, f"{reason} below the responses, not one of them", row.cells) for row, reason in found)
    )
    if found:
        engine.execute("DELETE FROM staged WHERE rowid >= ?", [found[-1][0].id])
    said = [(row.number, reason, row.cells[row.filled[0]] or "") for row, reason in reversed(found)]
    return (
        *(f"Row {number:,} is {reason} below the responses ('{shown(text, 40)}')." for number, reason, text in said),
        *notes,
    )


def _notes_of_another_shape(engine: duckdb.DuckDBPyConnection, last: Sequence[_Row]) -> tuple[str, ...]:
    """The evidence of lines below the last row that are one cell each and begin with a sentence: notes among the misfits now.

    Without a sentence, and where the first column holds some, a line of one cell may be a response that lost the others.
    """
    if not last or len(last[0].cells) <= 2 or any(_is_prose(row.cells[0] or "") for row in last):
        return ()
    below = engine.execute(
        'SELECT "row", raw FROM misfits WHERE "row" > ? ORDER BY "row" LIMIT ?', [last[0].number, MOST + 1]
    ).fetchall()
    lines = [(row, [cell for cell in json.loads(raw) if cell.strip()]) for row, raw in below if raw.startswith("[")]
    are_notes = len(below) == len(lines) <= MOST and all(len(cells) == 1 for _, cells in lines)
    if not lines or not are_notes or not _is_prose(lines[0][1][0]):
        return ()
    reason = "a note below the responses, not one of them"
    engine.execute("UPDATE misfits SET code = 'footer', reason = ? WHERE \"row\" > ?", [reason, last[0].number])
    (first, (text,)), many = lines[0], len(lines)
    # whoever made a report may be named in the others
    are = "Row {} is a note" if many == 1 else f"{many} rows from row {{}} on are notes"
    return (f"{are.format(f'{first:,}')} below the responses ('{shown(text, 40)}').",)


def is_footer(last: Sequence[Cells]) -> bool:
    """Whether the last row of a table that is not blank seems to be none of it; `last` are its last rows, the last first."""
    rows = [_Row(id=0, number=0, cells=cells) for cells in last]
    filled = [row for row in rows if row.filled]
    return len(filled) > 1 and bool(_reason(filled[0], filled[1:]))


def _last_rows(engine: duckdb.DuckDBPyConnection, width: int, number: str) -> list[_Row]:
    """The last rows of the staged table, the last one first."""
    rows = int(engine.execute("SELECT count(*) FROM staged").fetchall()[0][0])
    found = engine.execute(
        f"SELECT rowid, {number}, {', '.join(cell_names(width))} FROM staged WHERE rowid >= ? ORDER BY rowid DESC",
        [rows - LOOKED_AT],
    ).fetchall()
    return [_Row(id=id, number=at, cells=cells) for id, at, *cells in found]


def _reason(row: _Row, above: Sequence[_Row]) -> str:
    """What a row is if it is no response; empty where it is one."""
    first, left = row.filled[0], min(other.filled[0] for other in above)
    word = bare_word(row.cells[first])
    column = [cell for other in above if not _measure(bare_word(cell := other.cells[first] or ""))]
    if word in TOTALS and len(row.cells) > 1:
        return "a total"
    if (measure := _measure(word)) and len(row.filled) > 1 and column and all(map(_is_coded, column)):
        return "an average" if measure in AVERAGES else "a measure"
    if not _is_alone(row, left) or len(word.split()) < NOTE_WORDS:
        return ""
    # notes stand below each other
    rows = list(itertools.dropwhile(lambda other: _is_alone(other, left), above))
    column = [other.cells[first] or "" for other in rows]
    is_note = len(above) - len(rows) < MOST and rows and all(len(other.filled) > 1 for other in rows)
    return "a note" if is_note and not any(map(_is_prose, column)) else ""


def _measure(text: str) -> str:
    """The word for a measure that `text` is, or ends with behind the name of a group: `Shop avg`; empty without one."""
    last = text.rpartition(" ")[2]
    return text if text in WORDS else last if last in AVERAGES else ""


def _is_alone(row: _Row, left: int) -> bool:
    """Whether a row has nothing but a cell as far left as the others begin."""
    return len(row.filled) == 1 and row.filled[0] <= left and len(row.cells) > 2


def bare_word(cell: str | None) -> str:
    """What a cell says before a number that may stand behind it: `Total (28)`, `Gesamt: 28`."""
    return re.sub(r"\s*(?:\(.*\))?\s*(?:[:=]\s*[\d.,]*)?$", "", fold(cell or ""))


def _is_prose(cell: str) -> bool:
    return len(cell.split()) >= NOTE_WORDS and not _is_numbered(cell)


def _is_numbered(cell: str) -> bool:
    """Whether a cell is blank, a number, a date or a time."""
    return not cell or _NUMBERED.fullmatch(fold(cell)) is not None


def _is_coded(cell: str) -> bool:
    """Whether a cell is blank or has a digit in it, as numbers, days in words and keys have."""
    return not cell or any(map(str.isdigit, cell))


def _comes_again(engine: duckdb.DuckDBPyConnection, row: _Row) -> bool:
    """Whether an earlier row holds the same word in the same column: it is a value then."""
    first = row.filled[0]
    cell = cell_names(first + 1)[first]
    word = fold(row.cells[first] or "")
    counted = engine.execute(
        f"SELECT count(*) FROM staged WHERE rowid < ? AND lower(trim({cell})) = ?", [row.id, word]
    ).fetchall()
    return int(counted[0][0]) > 0
