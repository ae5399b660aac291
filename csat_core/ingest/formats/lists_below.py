"""Lists below the responses that speak of their columns, such as a code book: no responses, and they say what codes mean."""

from collections.abc import Sequence
from itertools import takewhile

import duckdb

from csat_core.ingest.formats.staged_rows import put_aside
from csat_core.ingest.formats.table import cell_names
from csat_core.ingest.scales.code_books import book_of
from csat_core.ingest.scales.explained_names import Names
from csat_core.ingest.texts.reading import fold

LOOKED_AT = 300
FEWEST = 2
"""Lines of a list, the first of which begins with the name of another column."""
REASON = "a line of a list below the responses, not one of them"

Row = tuple[int, int, Sequence[str | None]]
"""Its place in the table, its number and its cells."""


def set_list_aside(engine: duckdb.DuckDBPyConnection, names: Sequence[str], number: str) -> tuple[str, ...]:
    """The evidence of such a list at the end of table `staged`, whose lines are in `misfits` now; empty without one.

    `number` is the expression for the number of a row.
    """
    rows = int(engine.execute("SELECT count(*) FROM staged").fetchall()[0][0])
    found = engine.execute(
        f"SELECT rowid, {number}, {', '.join(cell_names(len(names)))} FROM staged WHERE rowid >= ? ORDER BY rowid DESC",
        [rows - LOOKED_AT],
    ).fetchall()
    lines = _lines([(place, at, row) for place, at, *row in found], names)
    if not lines:
        return ()
    filled = [(at, REASON, row) for _, at, row in lines if any(row)]
    put_aside(engine, filled)
    engine.execute("DELETE FROM staged WHERE rowid >= ?", [lines[-1][0]])
    return (f"From row {filled[-1][0]:,} on stands a list of {len(filled):,} lines below the responses.",)


def ends_with_list(last: Sequence[Sequence[str | None]], names: Sequence[str]) -> bool:
    """Whether the last row that begins with anything begins with the name of another column; `last` are the last rows, the last first."""
    first = next((row[0] for row in last if row[0]), None)
    return first is not None and fold(first) in _others(names)


def _others(names: Sequence[str]) -> set[str]:
    return {fold(name) for name in names[1:] if name}


def _lines(last: Sequence[Row], names: Sequence[str]) -> list[Row]:
    """The lines of the list among the `last` rows, the last first, up to the one that heads it; empty without one."""
    others = _others(names)
    found = list(takewhile(lambda line: not line[2][0] or fold(line[2][0]) in others, last))
    while found and not found[-1][2][0]:
        found.pop()
    above = last[len(found) :]
    if not found or not above or any(fold(line[2][0] or "") in others for line in above):
        return []
    listed = [row for _, _, row in reversed(found) if any(row)]
    if len(listed) < FEWEST or not book_of(listed, Names([(name,) for name in names])).columns:
        return []
    # a line of words heads it
    heads = [line for line in above[:1] if any(line[2]) and not any(map(_has_digit, line[2]))]
    return [*found, *(heads if above[1:] else [])]


def _has_digit(cell: str | None) -> bool:
    return bool(cell) and any(map(str.isdigit, cell or ""))
