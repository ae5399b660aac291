"""Nested values as columns: the text of each part under a dotted name."""

import itertools
import json
from collections.abc import Iterable, Sized

from csat_core.ingest.formats.cell_text import decimal, text_of
from csat_core.ingest.formats.json_values import TOO_DEEP, Value
from csat_core.ingest.formats.records import LONGEST_CELL, too_long
from csat_core.ingest.formats.table import MOST_COLUMNS
from csat_core.ingest.refusals import BombError, TooManyColumnsError

DEEPEST = 12
LONGEST_KEY = 10_000
"""Of the name of a value; a question asked in full has a few hundred letters."""
MOST_LEVELS = 200
"""Of values within a cell."""
BETWEEN = "; "
NAMES = ("name", "key", "label", "question", "title", "field", "code", "id")
VALUES = ("value", "answer", "response", "text", "score", "rating")
WORDS = ("text", "label", "name", "title", "value")
_AS_JSON = json.JSONEncoder(ensure_ascii=False)


def flattened(record: dict[str, Value]) -> dict[str, str | None]:
    """The cells of a record by their names: `person.country` for a part of a part.

    A list of plain values is one cell; a list of names with values is a column for each name.
    """
    cells: dict[str, str | None] = {}
    _add(cells, "", record.items(), 0)
    return cells


def text_cells(values: Iterable[Value]) -> list[str | None]:
    """The text of each value of a record that is an array."""
    return [_text(value) for value in values]


def plain_name(key: str) -> str:
    """The name of a value as a table can hold it; raises BombError for one of more letters than any name has."""
    name = key if key.isascii() and "\0" not in key else _clean(key)
    if len(name) > LONGEST_KEY:
        raise BombError(found=f"one of its names is longer than {LONGEST_KEY:,} letters")
    return name


def _add(cells: dict[str, str | None], above: str, parts: Iterable[tuple[str, Value]], depth: int) -> None:
    """Nothing; each part has its cell under its name, with the dotted name `above` before it."""
    for key, value in parts:
        name = plain_name(above + key)
        kind = type(value)
        if kind is int:
            text: str | None = str(value)
        elif kind is float:
            text = None if value != value else decimal(value)
        elif kind is dict or kind is list:
            inner = _named(value, depth)
            if inner:
                _add(cells, f"{name}.", inner, depth + 1)
                continue
            text = _joined(value)
        else:
            text = None if value is None else _text(value)
        if name in cells and cells[name] is not None:
            # the same name by another way: nothing is lost
            text = f"{cells[name]}{BETWEEN}{text}" if text is not None else cells[name]
        cells[name] = text
        if len(cells) > MOST_COLUMNS:
            found = len(parts) if isinstance(parts, Sized) else 0
            raise TooManyColumnsError(found=max(len(cells), found), most=MOST_COLUMNS)


def _named(value: Value, depth: int) -> Iterable[tuple[str, Value]] | None:
    """The parts of a value with their names; none where it is one cell."""
    if depth == DEEPEST:
        return None
    if isinstance(value, dict):
        return value.items()
    pairs: dict[str, Value] = {}
    for entry in value:
        name, key = (_name_of(entry), _value_key(entry)) if isinstance(entry, dict) else ("", None)
        if key is None or not name or name in pairs:
            return None
        pairs[name] = _unwrapped(entry[key])
    return pairs.items()


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


def _text(value: Value) -> str | None:
    """The text of a value: of a list of plain ones joined, of everything else that is nested its JSON."""
    if isinstance(value, str):
        return _modest(value if value.isascii() and "\0" not in value else _clean(value)) or None
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
    return text.encode("utf-8", "replace").decode().replace("\0", "")
