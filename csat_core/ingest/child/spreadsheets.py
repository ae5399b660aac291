"""What spreadsheets do to texts of digits: 00042 becomes 42, and of long numbers the last digits are lost.

Where rows to mend come back so, what waits tells how they were written.
"""

from collections.abc import Sequence
from typing import Any

import duckdb

from csat_core.ingest.plan import Mapping
from csat_core.ingest.texts.expressions import cell_at, quoted
from csat_core.model.dataset import Role

RESTORED = "restored_cells"
LOST = quoted("0[0-9]+|[0-9]{16,}|[0-9]+[eE][0-9]+")
"""Texts that a spreadsheet makes other numbers of, or the same number with fewer signs."""
_NUMBER = quoted("[0-9]+([.][0-9]+)?([eE][+]?[0-9]+)?")


def restore(connection: duckdb.DuckDBPyConnection, waiting: str, mapping: Mapping) -> list[dict[str, Any]]:
    """In the child: `lines` holds texts of digits as they were set aside, and a problem says so where any had changed."""
    id = next(cell_at(column.position) for column in mapping.used if column.role is Role.RESPONSE_ID)
    there = [
        name
        for (name,) in connection.execute("SELECT name FROM parquet_schema($p) OFFSET 1", {"p": waiting}).fetchall()
    ]
    width = connection.execute("SELECT * FROM lines LIMIT 0").description
    cells = [f"{_as_before(name)} AS {name}" if name in there else f"came.{name}" for name, *_ in width or ()]
    kept = ", ".join(f"any_value({name}) AS {name}" for name in there)
    known = f"SELECT {_form(id)} AS form, {kept} FROM read_parquet($p) GROUP BY form HAVING count(DISTINCT {id}) = 1"
    connection.execute(
        f"CREATE TEMP TABLE restored AS SELECT {', '.join(cells)}, {_changes(there)} AS changes FROM lines AS came "
        f"LEFT JOIN ({known}) AS was ON {_form(f'came.{id}')} = was.form",
        {"p": waiting},
    )
    connection.execute("CREATE TEMP VIEW lines AS SELECT * EXCLUDE (changes) FROM restored")
    count, row = connection.execute('SELECT sum(changes), min("row") FILTER (changes > 0) FROM restored').fetchall()[0]
    if not count:
        return []
    noun = "cell" if count == 1 else "cells"
    message = (
        f"{count:,} {noun} came back from a spreadsheet as plain numbers, such as ids without their leading zeros; "
        "they are read as they were set aside."
    )
    return [
        {
            "code": RESTORED,
            "column": None,
            "count": int(count),
            "example_row": int(row),
            "message": message,
            "on_page": None,
        }
    ]


def _changes(names: Sequence[str]) -> str:
    return f"list_sum([{', '.join(f'({_is_spoiled(name)})::INTEGER' for name in names)}])"


def _as_before(name: str) -> str:
    return f"CASE WHEN {_is_spoiled(name)} THEN was.{name} ELSE came.{name} END"


def _is_spoiled(name: str) -> str:
    """Whether a cell is the number that a spreadsheet makes of what was set aside."""
    return f"coalesce(came.{name} <> was.{name} AND {_form(f'came.{name}')} = {_form(f'was.{name}')}, false)"


def _form(cell: str) -> str:
    """The number of a cell with the digits that a spreadsheet keeps, as text; NULL for what is no number."""
    return f"CASE WHEN regexp_full_match({cell}, {_NUMBER}) THEN printf('%.14e', TRY_CAST({cell} AS DOUBLE)) END"
