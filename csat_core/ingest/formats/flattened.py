"""Nested values as columns: the text of each part under a dotted name."""

import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass

from csat_core.ingest.formats.cell_text import text_of
from csat_core.ingest.formats.json_values import NESTED, TOO_DEEP, Value, are_plain
from csat_core.ingest.formats.records import LONGEST_CELL, too_long
from csat_core.ingest.formats.table import MOST_COLUMNS
from csat_core.ingest.refusals import BombError, TooManyColumnsError

DEEPEST = 12
LONGEST_KEY = 10_000
"""Of the name of a value; a question asked in full has a few hundred letters."""
MOST_LEVELS = 200
"""Of values within a cell."""
MOST_SPARSE, FILLED = 10_000_000, 0.005
"""Of so many cells fewer than this share filled are no table; every row of a survey has some of its answers."""
BETWEEN = "; "
NAMES = ("name", "key", "label", "question", "title", "field", "code", "id")
VALUES = ("value", "answer", "response", "text", "score", "rating")
WORDS = ("text", "label", "name", "title", "value")
_AS_JSON = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """Records as columns."""

    columns: dict[str, list[str | None]]
    """The cells of each column by its name, one of each record; in the order of their first appearance."""
    filled: int
    """How many values the records have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """What some records have under a name."""

    name: str
    first: int
    """The first record that has it."""
    rows: Sequence[int]
    cells: list[Value]


def flattened(records: Sequence[dict[str, Value]]) -> Flat:
    """The columns of records: `person.country` for a part of a part.

    A list of plain values is one cell; a list of names with values is a column for each name. Raises TooManyColumnsError, and
    BombError where nearly all cells would be blank.
    """
    found: list[_Column] = []
    filled = _add(found, "", range(len(records)), records, 0)
    require_filled(filled, len(found) * len(records))
    columns: dict[str, list[str | None]] = {}
    for column in sorted(found, key=lambda column: column.first):
        texts = text_cells(column.cells)
        if len(texts) < len(records):
            there = dict(zip(column.rows, texts, strict=True))
            texts = list(map(there.get, range(len(records))))
        if column.name in columns:
            # the same name by another way: nothing is lost
            pairs = zip(columns[column.name], texts, strict=True)
            texts = [BETWEEN.join(filter(None, pair)) or None for pair in pairs]
        columns[column.name] = texts
    return Flat(columns=columns, filled=filled)


def require_filled(filled: int, cells: int) -> None:
    """Nothing; raises BombError for a table of next to nothing, before memory is taken for its blanks."""
    if cells > MOST_SPARSE and filled < FILLED * cells:
        raise BombError(found=f"fewer than {1000 * FILLED:g} in 1,000 of its {cells:,} cells hold anything")


def text_cells(cells: Sequence[Value]) -> list[str | None]:
    """The text of each cell, worked out once for equal ones of one kind; 1, 1.0 and true are equal too."""
    kinds = set(map(type, cells)) - {type(None)}
    if len(kinds) > 1 or kinds & NESTED:
        return list(map(_text, cells))
    if str in kinds and _are_clean(cells):
        return [cell or None for cell in cells]
    values = list(set(cells))
    return list(map(dict(zip(values, map(_text, values), strict=True)).__getitem__, cells))


def plain_name(key: str) -> str:
    """The name of a value as a table can hold it; raises BombError for one of more letters than any name has."""
    name = _clean(key)
    if len(name) > LONGEST_KEY:
        raise BombError(found=f"one of its names is longer than {LONGEST_KEY:,} letters")
    return name


def _add(found: list[_Column], above: str, rows: Sequence[int], records: Sequence[dict[str, Value]], depth: int) -> int:
    """How many values the records have, which stand in these rows.

    What they have under a name is a column among those found, with the dotted name `above` before it.
    """
    keys, filled = dict.fromkeys(itertools.chain.from_iterable(records)), sum(map(len, records))
    if len(found) + len(keys) > MOST_COLUMNS:
        raise TooManyColumnsError(found=len(found) + len(keys), most=MOST_COLUMNS)
    require_filled(filled, len(keys) * len(records))
    for key in keys:
        name = plain_name(above + key)
        cells = [record.get(key) for record in records]
        parts: dict[int, dict[str, Value]] = {}
        if depth < DEEPEST and not are_plain(cells):
            parts = {at: inner for at, cell in enumerate(cells) if type(cell) in NESTED and (inner := _named(cell))}
            filled += _add(found, f"{name}.", [rows[at] for at in parts], list(parts.values()), depth + 1)
            cells = [None if at in parts else cell for at, cell in enumerate(cells)]
        first = next((row for at, row in enumerate(rows) if key in records[at] and at not in parts), None)
        if first is not None:
            found.append(_Column(name=name, first=first, rows=rows, cells=cells))
    return filled


def _named(value: Value) -> dict[str, Value] | None:
    """The parts of a value with their names; none where it is one cell."""
    if isinstance(value, dict):
        return value
    pairs: dict[str, Value] = {}
    for entry in value:
        name, key = (_name_of(entry), _value_key(entry)) if isinstance(entry, dict) else ("", None)
        if key is None or not name or name in pairs:
            return None
        pairs[name] = _unwrapped(entry[key])
    return pairs


def _name_of(entry: dict[str, Value]) -> str:
    """What an entry of a list is called, such as the text of its question; empty where nothing says it."""
    for key in NAMES:
        said = entry.get(key)
        if said is None:
            continue
        if isinstance(said, dict):
            said = next((said[word] for word in ("text", "name", "title", "label", "id") if said.get(word)), None)
        if isinstance(said, str | int) and not isinstance(said, bool) and str(said).strip():
            return str(said)
    return ""


def _value_key(entry: dict[str, Value]) -> str | None:
    """The key under which an entry has its value; some name it by the type: `{"type": "choice", "choice": ...}`."""
    kind = entry.get("type")
    if isinstance(kind, str) and kind in entry and kind != "type":
        return kind
    for key in VALUES:
        if key in entry:
            return key
    return None


def _unwrapped(value: Value) -> Value:
    """The words of an answer that is an object, such as `{"id": "a1", "text": "Good"}`; of several the list."""
    if isinstance(value, dict):
        words = next((value[word] for word in WORDS if isinstance(value.get(word), str | int | float)), None)
        if words is not None:
            return words
        return _unwrapped(next(iter(value.values()))) if len(value) == 1 else value
    if isinstance(value, list):
        return [_unwrapped(each) for each in value]
    return value


def _are_clean(texts: Sequence[str | None]) -> bool:
    """Whether texts may stand as they are: none is too long, and all of their signs can be in a table."""
    together = "".join(filter(None, texts))
    if len(together) > LONGEST_CELL and max(map(len, filter(None, texts))) > LONGEST_CELL:
        raise too_long()
    return _clean(together) == together


def _text(value: Value) -> str | None:
    """The text of a value: of a list of plain ones joined, of everything else that is nested its JSON."""
    if isinstance(value, str):
        return _modest(_clean(value)) or None
    if isinstance(value, dict | list):
        return _joined(value)
    return None if value != value else text_of(value)


def _joined(value: Value) -> str | None:
    if not value:
        return None
    if len(value) > LONGEST_CELL // 2:  # with what divides them
        raise too_long()
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return _modest(BETWEEN.join(filter(None, map(_text, value)))) or None
    try:
        text = _AS_JSON.encode(value)
    except RecursionError as error:
        raise BombError(found=TOO_DEEP) from error
    if text.count("[") + text.count("{") > MOST_LEVELS:
        _require_shallow(value)
    return _modest(_clean(text))


def _require_shallow(value: Value) -> None:
    """Nothing; raises BombError for a value deeper than any that says something."""
    level = [value]
    for _ in range(MOST_LEVELS):
        inner = itertools.chain.from_iterable(each.values() if isinstance(each, dict) else each for each in level)
        level = [each for each in inner if isinstance(each, dict | list)]
        if not level:
            return
    raise BombError(found=TOO_DEEP)


def _modest(text: str) -> str:
    if len(text) > LONGEST_CELL:
        raise too_long()
    return text


def _clean(text: str) -> str:
    """The text without what no table can hold: zero bytes, and halves of letters, which JSON can write as escapes."""
    plain = text if text.isascii() else text.encode("utf-8", "replace").decode()
    return plain.replace("\0", "")
