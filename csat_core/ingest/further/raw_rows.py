"""Rows as they came, kept as JSON: what their cells are called, where a column stands, and the cells themselves."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import duckdb

from csat_core.ingest.formats.staged_rows import LONGEST_RAW
from csat_core.ingest.texts.reading import fold

Row = tuple[str, ...]


def pointer(keys: Sequence[str], name: str) -> str | None:
    """Where the column of this name stands in a raw row, to be bound; None where it has no such column."""
    at = place_in(keys, name)
    return None if at is None else pointer_to(keys[at])


def pointer_to(key: str) -> str:
    return "/" + key.replace("~", "~0").replace("/", "~1")


def place_in(names: Sequence[str], name: str) -> int | None:
    """The index of the column of this name, as the files of a dataset are told to have it."""
    plain = list(map(_plain, bare_names(names)))
    return plain.index(_plain(name)) if _plain(name) in plain else None


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, fold(name))) or fold(name)


def cells_of(raw: str) -> Row | None:
    """The cells of a row as it came; None where it was cut, or is no row."""
    try:
        kept = json.loads(raw, object_pairs_hook=_values)
    except ValueError:
        return None
    if not isinstance(kept, list):
        return None
    cells = tuple("" if cell is None else str(cell) for cell in kept)
    was_cut = not raw.startswith("{") and sum(map(len, cells)) + len(cells) >= LONGEST_RAW
    return None if was_cut else cells


def _values(pairs: list[tuple[str, Any]]) -> list[Any]:
    return [value for _, value in pairs]


def keys_of(cursor: duckdb.DuckDBPyConnection, rows: str, chosen: str) -> Row:
    """What the cells of a row that has the shape of the table are called; empty where no row has."""
    found = cursor.execute(f"SELECT raw FROM {rows} WHERE {chosen} AND starts_with(raw, '{{') LIMIT 1").fetchall()
    return tuple(json.loads(found[0][0], object_pairs_hook=_firsts)) if found else ()


def _firsts(pairs: list[tuple[str, Any]]) -> list[str]:
    return [key for key, _ in pairs]


def bare_names(keys: Sequence[str]) -> Row:
    """The names as the file has them: those that repeat went under their number, `Rating (#5)`."""
    bare = [key.removesuffix(f" (#{at})") for at, key in enumerate(keys, 1)]
    times = Counter(map(str.casefold, bare))
    return tuple(name if times[name.casefold()] > 1 else key for name, key in zip(bare, keys, strict=True))
