"""Headings that people write among the rows of a sheet, `January 2025` above those of the month: they are no responses."""

import re
from itertools import pairwise

import duckdb

from csat_core.ingest.formats.staged_rows import put_aside
from csat_core.ingest.formats.subtotals import MOST_ROWS, MOST_SHARE, usually_filled
from csat_core.ingest.formats.table import cell_names
from csat_core.ingest.refusals import shown

FEWEST = 2
"""One row with one cell may be of somebody who gave up."""
FEWEST_FILLED = 3
"""Columns that nearly every other row fills, so that a row with one cell stands out."""
WHY = "a heading of the rows below it, not a response"


def set_headings_aside(engine: duckdb.DuckDBPyConnection, width: int, number: str) -> tuple[str, ...]:
    """The evidence of headings in table `staged`, which are in `misfits` now; `number` is the expression for the number of a row.

    They stand above their rows, so that the first row of all is one, in the first column alone, and are written otherwise
    than what stands there: `Leeds` among `Cust 3`, `January 2025` among days.
    """
    first, *others = cell_names(width)
    if len(others) + 1 < FEWEST_FILLED:
        return ()
    alone = f"{first} IS NOT NULL AND coalesce({', '.join(others)}) IS NULL"
    rows, is_above = engine.execute(f"SELECT count(*), bool_or(rowid = 0 AND {alone}) FROM staged").fetchall()[0]
    if not is_above or rows > MOST_ROWS:
        return ()
    found = engine.execute(f"SELECT rowid, {number}, {first} FROM staged WHERE {alone} ORDER BY rowid").fetchall()
    is_apart = all(below[0] - above[0] > 1 for above, below in pairwise(found))
    if not (is_apart and FEWEST <= len(found) <= rows * MOST_SHARE):
        return ()
    answered = engine.execute(
        f"SELECT DISTINCT {first} FROM staged WHERE {first} IS NOT NULL AND NOT ({alone})"
    ).fetchall()
    is_like_others = {_shape(text) for (text,) in answered} & {_shape(text) for *_, text in found}
    if is_like_others or sum(usually_filled(engine, width, rows - len(found))) < FEWEST_FILLED:
        return ()
    put_aside(engine, ((at, WHY, [text, *(None for _ in others)]) for _, at, text in found))
    engine.executemany("DELETE FROM staged WHERE rowid = ?", [[id] for id, *_ in found])
    examples = ", ".join(f"'{shown(text, 40)}'" for *_, text in found[:3])
    return (f"{len(found):,} rows are headings of the rows below them, not responses ({examples}).",)


def _shape(text: str) -> str:
    """How a cell is written: its words and numbers each one sign."""
    return re.sub(r"[0-9]+", "0", re.sub(r"[^\W\d_]+", "a", text))
