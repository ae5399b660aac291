"""A short list at the right of the table, as people put a legend beside their answers: behind a blank column, or from the first row on."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from csat_core.ingest.formats.table import Parsed, cell_names
from csat_core.ingest.scales.code_books import Row
from csat_core.ingest.scales.listed_codes import code_of

MOST_LISTED = 60
"""Rows of a list that no blank column divides from the table."""
MOST_ROWS, MOST_GAPS, MOST_WIDE = 500, 3, 40
SHORT = 0.5
"""Of the rows of the table; a list that goes on further is of answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The list, and where it is."""

    first: int
    """The position of its first column, or of the blank one before it; it goes to the last one."""
    rows: tuple[Row, ...]
    """With the names of its columns as the first."""


def right_of_table(engine: duckdb.DuckDBPyConnection, parsed: Parsed) -> Beside | None:
    """The rows of the last columns, where they stand side by side at the top and end soon."""
    if parsed.lines is not None:
        return None
    names, cells = parsed.layout.names, cell_names(len(parsed.names))
    behind_gap = _behind_gap(engine, names, cells)
    at = _without_gap(engine, cells) if behind_gap is None else behind_gap
    if at is None:
        return None
    right = cells[at:]
    some = " OR ".join(f"{cell} IS NOT NULL" for cell in right)
    found = engine.execute(f"SELECT {', '.join(right)} FROM staged WHERE {some} ORDER BY rowid").fetchall()
    first = at if behind_gap is None else at - 1
    return Beside(first=first + 1, rows=(tuple(names[at : len(cells)]), *map(tuple, found)))


def _behind_gap(engine: duckdb.DuckDBPyConnection, names: Sequence[str], cells: Sequence[str]) -> int | None:
    """How many columns stand before the list, the blank one without a name among them."""
    gaps = [at for at, name in enumerate(names[: len(cells)]) if at and not name.strip()]
    for at in gaps[:MOST_GAPS]:
        right = cells[at + 1 :]
        if 0 < len(right) <= MOST_WIDE and not _top(engine, cells[at : at + 1]).filled and _top(engine, right).is_list:
            return at + 1
    return None


def _without_gap(engine: duckdb.DuckDBPyConnection, cells: Sequence[str]) -> int | None:
    """The same where no blank column stands before it: each of its own is filled from the first row on, then blank."""
    at = len(cells)
    while at > 1 and len(cells) - at < MOST_WIDE and _lists(engine, cells[at - 1]):
        at -= 1
    return at if at < len(cells) else None


def _lists(engine: duckdb.DuckDBPyConnection, cell: str) -> bool:
    """Whether a column says each thing once, and its numbers in their order: answers that only the first rows have do not."""
    top = _top(engine, [cell])
    if not (top.is_list and top.is_dense and top.filled <= MOST_LISTED):
        return False
    texts = [text for (text,) in engine.execute(f"SELECT {cell} FROM staged LIMIT {top.filled}").fetchall()]
    codes = [code for text in texts if (code := code_of(text)) is not None]
    return len({*texts}) == len(texts) and codes in (sorted(codes), sorted(codes, reverse=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Top:
    """How far columns are filled."""

    filled: int
    last: int
    rows: int

    @property
    def is_list(self) -> bool:
        """Whether they end long before the table does."""
        return 0 < self.filled <= min(MOST_ROWS, SHORT * self.rows) and self.last <= SHORT * self.rows

    @property
    def is_dense(self) -> bool:
        """Whether no row before the last one is blank."""
        return self.filled == self.last + 1


def _top(engine: duckdb.DuckDBPyConnection, cells: Sequence[str]) -> _Top:
    some = " OR ".join(f"{cell} IS NOT NULL" for cell in cells)
    filled, last, rows = engine.execute(
        f"SELECT count(*) FILTER ({some}), coalesce(max(rowid) FILTER ({some}), 0), count(*) FROM staged"
    ).fetchall()[0]
    return _Top(filled=filled, last=last, rows=rows)
