"""JSON documents that are one object: where in it the records are, and how they are kept there.

As arrays; as members under their ids (`{"r1": {...}, "r2": {...}}`); or by columns (`{"score": [...], "day": [...]}`), as
tools of data science write them.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from csat_core.ingest.formats.json_columns import KEY, Columns, columns_of
from csat_core.ingest.formats.json_values import (
    AT_ONCE,
    DEEPEST,
    FEWEST,
    LONGEST_DOCUMENT,
    MOST_ARRAYS,
    Keys,
    Value,
    Values,
    arrays_in,
    is_held_whole,
    lists_in,
    members_with,
    records_at,
    too_many_lists,
    whole,
    without_list,
)
from csat_core.ingest.formats.table import Far
from csat_core.ingest.refusals import shown
from csat_core.ingest.texts.reading import fold

ALIKE = 0.8
OF_ANSWERS = frozenset((
    "responses", "response", "answers", "data", "results", "result", "items", "records", "rows", "entries", "submissions", "feedback",
    "feedbacks", "surveys", "survey_responses", "ratings", "satisfaction_ratings", "reviews", "tickets", "values",
))  # fmt: skip
NAMES_OF_NAMES = frozenset(("columns", "header", "headers", "fields", "column_names", "schema", "names"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The records of a document, in lists or by columns, and how they were found, in words."""

    records: Iterator[list[Value]] | Columns
    said: str


def document_at(path: Path, far: Far) -> Document | None:
    """The records of the object that the file is; None where it holds none, or more than an object."""
    if is_held_whole(path):
        document = whole(path)
        if document is None or not lists_in(document):
            return None if document is None else _keyed(document, ())
        del document  # it is read again, list by list
    found = arrays_in(path)
    if found is None:
        return None
    if found and (table := _table_with_lists(path, found) or _members_with_lists(path, found)) is not None:
        return table
    if found:
        keys, _ = max(found, key=lambda array: (fold(array[0][-1]) in OF_ANSWERS, array[1]))
        left = [f"'{shown('.'.join(other))}' ({many:,})" for other, many in found if other != keys]
        more = f" Not read: {', '.join(left[:3])}." if left else ""
        named = _names_beside(path, keys)
        records = records_at(path, keys, far)
        return Document(
            records=records if named is None else itertools.chain([[named]], records),
            said=f"JSON; its records are in '{shown('.'.join(keys))}'.{more}",
        )
    if path.stat().st_size > LONGEST_DOCUMENT:
        raise without_list()
    document = whole(path)
    return None if document is None else _keyed(document, ())


def _object_at(path: Path, keys: Keys) -> dict[str, Value]:
    """The object that these keys lead to; an empty one where two values have a name and the last is none."""
    value: Value = whole(path)
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def _table_with_lists(path: Path, found: list[tuple[Keys, int]]) -> Document | None:
    """The records of a table that is kept by columns, where the cells of some are lists, which looks like arrays of records."""
    within, length = found[0][0][:-1], found[0][1]
    if path.stat().st_size > LONGEST_DOCUMENT or any((keys[:-1], many) != (within, length) for keys, many in found):
        return None
    others = list(_lists_beside(path, within))
    if len(others) <= len(found) or set(others) != {length} or _names_beside(path, found[0][0]) is not None:
        return None
    return _table(_object_at(path, within), within)


def _members_with_lists(path: Path, found: list[tuple[Keys, int]]) -> Document | None:
    """The records that are members of an object and hold lists of records, as of their answers."""
    above = members_with(found)
    if above is None or path.stat().st_size > LONGEST_DOCUMENT:
        return None
    records = _keyed(_object_at(path, above), above)
    if records is None and len(found) > MOST_ARRAYS:
        raise too_many_lists()
    return records


def _lists_beside(path: Path, keys: Keys) -> Iterator[int]:
    """How long each list of plain values is in the object which these keys lead to."""
    with path.open(encoding="utf-8-sig") as text:
        values = Values(text)
        values.enter(keys)
        for _ in values.members():
            if values.peek() == "[" and not values.holds_records():
                yield len(values.value())
            else:
                values.pass_over()


def _keyed(document: Mapping[str, Value], keys: Keys) -> Document | None:
    """The records of an object that is no array: those of the outermost object which holds some."""
    table = _table(document, keys)
    if table is not None:
        return table
    members = [(name, value) for name, value in document.items() if isinstance(value, dict)]
    if len(members) >= FEWEST and len(members) >= ALIKE * len(document) and _are_alike(members):
        rows = (value if KEY in value else {KEY: key, **value} for key, value in members)
        lists = iter(lambda: list(itertools.islice(rows, AT_ONCE)), [])
        return Document(records=lists, said=f"JSON; each member{_where(keys)} is a record, known by its name.")
    within = (_keyed(value, (*keys, name)) for name, value in members) if len(keys) < DEEPEST else ()
    return next((found for found in within if found), None)


def _table(document: Mapping[str, Value], keys: Keys) -> Document | None:
    """The records of an object whose members are columns."""
    columns = columns_of(document)
    return None if columns is None else Document(records=columns, said=f"JSON; each member{_where(keys)} is a column.")


def _where(keys: Keys) -> str:
    return f" in '{shown('.'.join(keys))}'" if keys else ""


def _are_alike(members: Sequence[tuple[str, dict[str, Value]]]) -> bool:
    """Whether the members have most of their names in common, as records have; the parts of one record have other names each."""
    names = Counter(itertools.chain.from_iterable(record for _, record in members))
    shared = sum(many for many in names.values() if many >= ALIKE * len(members))
    return 2 * shared >= names.total() > 0


def _names_beside(path: Path, keys: Keys) -> list[str] | None:
    """The names of columns that stand beside an array of arrays; None where it has none, or holds objects."""
    first = next(itertools.chain.from_iterable(records_at(path, keys, Far())), None)
    if not isinstance(first, list):
        return None
    with path.open(encoding="utf-8-sig") as text:
        values = Values(text)
        values.enter(keys[:-1])
        for key in values.members():
            if values.peek() != "[" or fold(key) not in NAMES_OF_NAMES:
                values.pass_over()
                continue
            names = [_name(each) for each in values.elements()]
            if len(names) == len(first) and all(names):
                return [str(name) for name in names]
    return None


def _name(column: Value) -> str | None:
    if isinstance(column, dict):
        column = next((column[name] for name in ("name", "title", "label", "id") if column.get(name)), None)
    return column if isinstance(column, str) else None
