"""Where the rows of a file of mended rows stood when they were set aside: told by its last column, which is no answer."""

import json
import re
from dataclasses import dataclass, replace

import duckdb

from csat_core.ingest.child.reshaping import row_number
from csat_core.ingest.formats.table import Parsed, cell_names
from csat_core.ingest.texts.reading import fold

PLACE = "Set aside as"
"""The name of the column in files of rows to mend whose responses have no ids."""
MOST_PLACES = 20_000
_PLACE = re.compile(r"import (\d{1,9}), row (\d{1,9})")
Places = tuple[tuple[int, int, int], ...]
"""The number of the row in the file, then the import and the row that it was set aside with."""


def place(import_id: int, row: int) -> str:
    """What stands in that column; no spreadsheet takes it for a number or a day."""
    return f"import {import_id}, row {row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A file without the column, and what it said."""

    parsed: Parsed
    places: Places = ()


def without_places(engine: duckdb.DuckDBPyConnection, parsed: Parsed) -> Placed:
    """The file as it was before the column was put to it, and what it says; unchanged where it has none."""
    if parsed.lines is not None or len(parsed.names) < 2 or fold(parsed.names[-1]) != fold(PLACE):
        return Placed(parsed=parsed)
    cell = cell_names(len(parsed.names))[-1]
    rows = engine.execute(
        f"SELECT {row_number(parsed)}, {cell} FROM staged WHERE {cell} IS NOT NULL ORDER BY 1 LIMIT {MOST_PLACES}"
    ).fetchall()
    engine.execute(f"ALTER TABLE staged DROP COLUMN {cell}")
    places = [(row, found) for row, text in rows if (found := _PLACE.fullmatch(text.strip()))]
    names, header = parsed.names[:-1], tuple(row[: len(parsed.names) - 1] for row in parsed.layout.header)
    layout = replace(parsed.layout, names=parsed.layout.names[:-1], header=header)
    told = [(row, int(found[1]), int(found[2])) for row, found in places]
    bare = replace(parsed, names=names, layout=layout)
    return Placed(parsed=bare, places=(*told, *_of_misfits(engine)))


def _of_misfits(engine: duckdb.DuckDBPyConnection) -> Places:
    """The same of rows that do not have the shape of the table, whose last cell it is."""
    told = []
    for row, raw in engine.execute(f'SELECT "row", raw FROM misfits ORDER BY 1 LIMIT {MOST_PLACES}').fetchall():
        cells = json.loads(raw) if raw.startswith("[") else []
        found = _PLACE.fullmatch(str(cells[-1]).strip()) if cells else None
        if found:
            told.append((row, int(found[1]), int(found[2])))
            engine.execute(
                'UPDATE misfits SET raw = ? WHERE "row" = ?', [json.dumps(cells[:-1], ensure_ascii=False), row]
            )
    return tuple(told)
