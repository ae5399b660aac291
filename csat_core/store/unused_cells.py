"""Unused cells: releases before schema 7 kept rows that were set aside with the cells of columns that are not used.

Some of these hold personal data that nobody wished to keep, and no store can tell which; so none of them stays. As every
migration this one is never changed: what it needs of other modules is written here as it was.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa

ROWS_AT_ONCE = 50_000
NOT_KEPT = "[not kept]"
KEYS = ("e-mail addresses", "telephone numbers")
"""Personal data that is found by its pattern wherever it stands."""
LONGEST_RAW = 20_000
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(
    r"(?:\+|\b00)[0-9][0-9 ()./-]{6,}[0-9]|\(?\b[0-9]{3}\)?[ .-][0-9]{3}[ .-][0-9]{4}\b"
    r"|\b0[0-9]{2,4}[ /-][0-9]{2,4}(?:[ -]?[0-9]{2,4}){1,3}\b|\b0[0-9]{9,10}\b"
)

Column = dict[str, Any]


def without_unused_cells(cursor: duckdb.DuckDBPyConnection) -> None:
    """Nothing; the rows that were set aside have no cells of columns that are not used. Runs inside the caller's transaction."""
    mappings = dict(cursor.execute("SELECT import_id, mapping FROM imports").fetchall())
    columns = {id: json.loads(text).get("columns", []) for id, text in mappings.items()}
    concerned = sorted(
        id for id, held in columns.items() if any(_is_unused(each) or each.get("protect") for each in held)
    )
    if not concerned:
        return
    # the whole table is written anew: a row that was changed stays among its neighbours in the file
    cursor.execute("CREATE TABLE rejected_rows_left AS SELECT * FROM rejected_rows LIMIT 0")
    last = int(cursor.execute("SELECT coalesce(max(rowid), -1) FROM rejected_rows").fetchall()[0][0])
    for begin in range(0, last + 1, ROWS_AT_ONCE):
        some = cursor.sql(
            "SELECT * FROM rejected_rows WHERE rowid BETWEEN ? AND ? ORDER BY rowid",
            params=[begin, begin + ROWS_AT_ONCE - 1],
        ).to_arrow_table()
        raw = [
            kept(text, columns.get(id, [])) if id in concerned else text
            for id, text in zip(some["import_id"].to_pylist(), some["raw"].to_pylist(), strict=True)
        ]
        at = some.schema.get_field_index("raw")
        cursor.register("rewritten", some.set_column(at, "raw", pa.array(raw, pa.string())))
        cursor.execute("INSERT INTO rejected_rows_left SELECT * FROM rewritten")
        cursor.unregister("rewritten")
    cursor.execute("DROP TABLE rejected_rows")
    cursor.execute("ALTER TABLE rejected_rows_left RENAME TO rejected_rows")


def kept(raw: str, columns: Sequence[Column]) -> str:
    """A raw row, read under these `columns`, as far as it may be kept."""
    try:
        row = json.loads(raw, object_pairs_hook=lambda pairs: pairs) if raw.startswith("{") else json.loads(raw)
    except ValueError:
        return _masked(raw)
    if not isinstance(row, list):
        return _masked(raw)
    if raw.startswith("{"):
        return _object(_named(row, columns))
    return json.dumps(_loose(row, columns, len(raw) >= LONGEST_RAW), ensure_ascii=False)


def _object(pairs: Sequence[tuple[str, Any]]) -> str:
    """As the engine writes one; names may repeat."""
    return "{" + ",".join(f"{_text(key)}:{_text(cell)}" for key, cell in pairs) + "}"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _named(row: Sequence[tuple[str, Any]], columns: Sequence[Column]) -> list[tuple[str, Any]]:
    """The cells under their names: those that are not used are empty; of those that the table does not have, addresses and numbers are covered."""
    by_name = dict(zip(_unique([each["name"] for each in columns]), columns, strict=True))
    said = []
    for key, cell in row:
        column = by_name.get(key)
        parts = [each for each in columns if each["name"].startswith(f"{key}.")]
        if (column is not None and _is_unused(column)) or (column is None and any(map(_is_unused, parts))):
            said.append((key, None if cell is None else ""))
        else:
            said.append((key, _covered(cell) if column is None else cell))
    return said


def _loose(row: Sequence[Any], columns: Sequence[Column], is_cut: bool) -> list[Any]:
    """Cells that may have moved aside: addresses and numbers are covered, and whatever may be an unused cell is not kept."""
    more, cells = len(row) - len(columns), []
    unused = [
        at
        for at, each in enumerate(columns)
        if (_is_unused(each) and each.get("personal") not in KEYS) or each.get("protect") == "hash"
    ]
    ids = [at for at, each in enumerate(columns) if each["role"] == "response_id"]
    for at, cell in enumerate(row):
        may_be = any(min(one, one + more) <= at <= (len(row) if is_cut else max(one, one + more)) for one in unused)
        cells.append(NOT_KEPT if may_be else cell if at in ids else _covered(cell))
    return cells


def _is_unused(column: Column) -> bool:
    return bool(column["role"] == "ignore")


def _unique(names: Sequence[str]) -> list[str]:
    """The names as keys of a row: those that repeat are told apart by their number."""
    times = Counter(name.casefold() for name in names)
    return [name if times[name.casefold()] == 1 else f"{name} (#{at})" for at, name in enumerate(names, 1)]


def _masked(text: str) -> str:
    """A text with a mark in the place of every e-mail address and telephone number."""
    return _PHONE.sub("[phone]", _EMAIL.sub("[e-mail]", text))


def _covered(cell: Any) -> Any:
    return _masked(cell) if isinstance(cell, str) else cell
