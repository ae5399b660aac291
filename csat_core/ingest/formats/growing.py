"""Records whose columns show as they come: the staged table grows to the right."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from csat_core.ingest.formats.flattened import flattened, require_filled
from csat_core.ingest.formats.json_values import Value
from csat_core.ingest.formats.staged_rows import (
    BATCH_CELLS,
    BATCH_ROWS,
    LONGEST_RAW,
    insert_columns,
    insert_rows,
    raw_of,
)
from csat_core.ingest.formats.table import MOST_COLUMNS, cell_names
from csat_core.ingest.refusals import BombError, DamagedFileError, EmptyFileError, TooManyColumnsError

HEAD = 100
MOST_BROKEN = 20_000
"""Records that are none, beyond as many that are."""
MOST_EMPTY = 100_000
"""Records without any value, beyond as many that have some."""
NO_OBJECT = "the record is no JSON object"
Read = tuple[int, Value, str]
"""A record's number, its value, and why it cannot be read (then the value is the line as it stands)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """The names of a table that grew, in the order of their first appearance, and its first rows."""

    names: list[str]
    head: list[list[str]]


def store_growing(engine: duckdb.DuckDBPyConnection, runs: Iterable[list[Read]]) -> Grown:
    """The names found; `staged` holds the records with their numbers, `misfits` those that are none.

    They come in lists that fit into memory. Raises EmptyFileError without any name, TooManyColumnsError, and what else is
    said of records without end that hold nothing.
    """
    engine.execute('CREATE TABLE staged ("row" BIGINT)')
    engine.execute('CREATE TABLE misfits ("row" BIGINT, reason VARCHAR, raw VARCHAR)')
    names: list[str] = []
    head: list[list[str]] = []
    broken = read = empty = filled = 0
    engine.begin()
    for batch in _batches(runs, names):
        found = [(number, value) for number, value, flaw in batch if isinstance(value, dict) and not flaw]
        flat = flattened([record for _, record in found])
        new = _new_names(names, flat.columns)
        filled += flat.filled
        require_filled(filled, (read + len(found)) * (len(names) + len(new)))
        _grow(engine, names, new)
        empty += sum(not record for _, record in found)
        # a record before the first name is blank
        found = found if names else []
        begun = _stored(engine, names, [number for number, _ in found], flat.columns)
        misfits = [
            (number, (flaw or NO_OBJECT, raw_of([shown_raw(value)])))
            for number, value, flaw in batch
            if flaw or not isinstance(value, dict)
        ]
        insert_rows(engine, "misfits", misfits, ["reason", "raw"])
        broken, read = broken + len(misfits), read + len(found)
        if broken > MOST_BROKEN + read:
            raise DamagedFileError(found=f"most of its first {broken + read:,} records cannot be read")
        if empty > MOST_EMPTY + read / 2:
            raise BombError(found=f"it has more than {MOST_EMPTY:,} records without any value")
        head = head or begun
    engine.commit()
    if not names:
        raise EmptyFileError
    return Grown(names=names, head=head)


def shown_raw(value: Value) -> str:
    """A record that is none as it stands in the file, as far as it is worth keeping."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)[:LONGEST_RAW]


def _batches(runs: Iterable[list[Read]], names: list[str]) -> Iterator[list[Read]]:
    """The records of the runs in lists that fit into memory, however wide they become."""
    for run in runs:
        begin = 0
        while begin < len(run):
            end = begin + max(50, min(BATCH_ROWS, BATCH_CELLS // max(len(names), 1)))
            yield run[begin:end]
            begin = end


def _stored(
    engine: duckdb.DuckDBPyConnection,
    names: Sequence[str],
    numbers: Sequence[int],
    columns: Mapping[str, Sequence[str | None]],
) -> list[list[str]]:
    """The first rows; all are staged, a part at a time: the table may have grown far wider than it was."""
    head: list[list[str]] = []
    most, blank = max(HEAD, BATCH_CELLS // max(len(names), 1)), [None] * len(numbers)
    for begin in range(0, len(numbers), most):
        part = slice(begin, begin + most)
        cells = [columns.get(name, blank)[part] for name in names]
        insert_columns(engine, "staged", numbers[part], cells, cell_names(len(names)))
        head = head or [[cell or "" for cell in row] for row in zip(*(column[:HEAD] for column in cells), strict=True)]
    return head


def _new_names(names: Sequence[str], columns: Mapping[str, Sequence[str | None]]) -> list[str]:
    """The names of these columns that are not known.

    A name that is blank in all of them has no column where its parts have: `person` beside `person.country`.
    """
    known = set(names)
    if columns.keys() <= known:
        return []
    parents = {name[:at] for name in (*names, *columns) for at, sign in enumerate(name) if sign == "."}
    new = [name for name in columns if name not in known and (name not in parents or any(columns[name]))]
    if len(names) + len(new) > MOST_COLUMNS:
        raise TooManyColumnsError(found=len(names) + len(new), most=MOST_COLUMNS)
    return new


def _grow(engine: duckdb.DuckDBPyConnection, names: list[str], new: list[str]) -> None:
    """Nothing; `names` and the staged table have the new names at their end."""
    cells = [f"{cell} VARCHAR" for cell in cell_names(len(names) + len(new))[len(names) :]]
    if not names and new:
        # a table is made anew in the time of adding a few columns to it
        engine.execute("CREATE OR REPLACE TABLE staged (" + ", ".join(['"row" BIGINT', *cells]) + ")")
    else:
        for cell in cells:
            engine.execute(f"ALTER TABLE staged ADD COLUMN {cell}")
    names.extend(new)
