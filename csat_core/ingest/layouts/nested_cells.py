"""Cells that hold JSON objects, as the properties of a customer in a CSV: one column for each of their parts."""

import json
from collections.abc import Sequence

import duckdb

from csat_core.ingest.texts.expressions import Bindings, cell_at

MOST_PARTS = 30
"""An object of more parts is kept as it is written."""
_PLAIN = "\"'\\"
"""Signs that a path to a part cannot hold."""


def nested_in(rows: Sequence[Sequence[str]], width: int) -> tuple[int, ...]:
    """The numbers (from 1) of the columns, so many, whose every filled cell in these rows is a JSON object."""
    found = []
    for at in range(width):
        cells = [row[at] for row in rows if len(row) > at and row[at].strip()]
        if cells and all(map(_is_object, cells)):
            found.append(at + 1)
    return tuple(found)


def _is_object(cell: str) -> bool:
    if not cell.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(cell), dict)
    except (ValueError, RecursionError):
        return False


def parts_of(engine: duckdb.DuckDBPyConnection, column: int, rows: str) -> tuple[str, ...]:
    """The parts of the objects in a column, the most frequent first; none where a cell holds anything else, or too many."""
    cell = cell_at(column)
    told = engine.execute(
        f"SELECT count(*), count(*) FILTER (CASE WHEN json_valid({cell}) THEN json_type({cell}) = 'OBJECT' END) "
        f"FROM {rows} AND trim({cell}) <> ''"
    ).fetchall()[0]
    if not told[0] or told[0] != told[1]:
        return ()
    found = engine.execute(
        f"SELECT part, count(*) FROM (SELECT unnest(json_keys({cell})) AS part FROM {rows} AND trim({cell}) <> '') "
        f"GROUP BY part ORDER BY count(*) DESC, part LIMIT {MOST_PARTS + 1}"
    ).fetchall()
    parts = tuple(str(part) for part, _ in found)
    is_plain = all(part and not set(part) & set(_PLAIN) for part in parts)
    return parts if is_plain and len(parts) <= MOST_PARTS else ()


def part(column: int, name: str, bind: Bindings) -> str:
    """The text of one part of the objects in a column; NULL where a cell has none, or it is empty."""
    path = '$."' + name + '"'
    return f"nullif(trim(json_extract_string({cell_at(column)}, {bind(path)})), '')"
