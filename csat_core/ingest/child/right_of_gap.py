"""A short list at the right of the table, behind a blank column, as people put a legend beside their answers."""

from dataclasses import dataclass

import duckdb

from csat_core.ingest.formats.table import Parsed, cell_names
from csat_core.ingest.scales.code_books import Row

MOST_ROWS, MOST_GAPS, MOST_WIDE = 500, 3, 40
SHORT = 0.5
"""Of the rows of the table; a list that goes on further is of answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The list, and where it is."""

    gap: int
    """The position of the blank column; the list goes from there to the last one."""
    rows: tuple[Row, ...]
    """With the names of its columns as the first."""


def right_of_gap(engine: duckdb.DuckDBPyConnection, parsed: Parsed) -> Beside | None:
    """The rows behind the first blank column without a name, where they stand side by side at the top and end soon."""
    names, cells = parsed.layout.names, cell_names(len(parsed.names))
    gaps = [at for at, name in enumerate(names[: len(cells)]) if at and not name.strip()]
    if parsed.lines is not None:
        return None
    for at in gaps[:MOST_GAPS]:
        right = cells[at + 1 :]
        if not right or len(right) > MOST_WIDE:
            continue
        some = " OR ".join(f"{cell} IS NOT NULL" for cell in right)
        filled, listed, last, rows = engine.execute(
            f"SELECT count({cells[at]}), count(*) FILTER ({some}), max(rowid) FILTER ({some}), count(*) FROM staged"
        ).fetchall()[0]
        if filled or not 0 < listed <= min(MOST_ROWS, SHORT * rows) or last > SHORT * rows:
            continue
        found = engine.execute(f"SELECT {', '.join(right)} FROM staged WHERE {some} ORDER BY rowid").fetchall()
        return Beside(gap=at + 1, rows=(tuple(names[at + 1 : len(cells)]), *map(tuple, found)))
    return None
