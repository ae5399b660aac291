"""Records whose columns show as they come: the staged table grows to the right."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from csat_core.ingest.formats.records import letters_in
from csat_core.ingest.formats.staged_rows import (
    BATCH_CELLS,
    BATCH_CHARACTERS,
    BATCH_ROWS,
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
MOST_SPARSE, FILLED = 10_000_000, 0.005
"""Of so many cells fewer than this share filled are no table; every row of a survey has some of its answers."""
Cells = dict[str, str | None]
Loose = tuple[int, Cells | None, str, str]
"""A record's number, its cells by name, why it cannot be read where it has none, and then what stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """The names of a table that grew, in the order of their first appearance, and its first rows."""

    names: list[str]
    head: list[list[str]]


def store_growing(engine: duckdb.DuckDBPyConnection, records: Iterator[Loose]) -> Grown:
    """The names found; `staged` holds the records with their numbers, `misfits` those that are none.

    Raises EmptyFileError without any name, TooManyColumnsError, and what else is said of records without end that hold nothing.
    """
    engine.execute('CREATE TABLE staged ("row" BIGINT)')
    engine.execute('CREATE TABLE misfits ("row" BIGINT, reason VARCHAR, raw VARCHAR)')
    names: list[str] = []
    head: list[list[str]] = []
    broken = read = empty = filled = 0
    engine.begin()
    for batch in _batches(records, names):
        found = [(number, cells) for number, cells, _, _ in batch if cells is not None]
        new = _new_names(names, [cells for _, cells in found])
        filled += sum([len(cells) for _, cells in found])
        _require_filled(filled, (read + len(found)) * (len(names) + len(new)))
        _grow(engine, names, new)
        # a record before the first name is blank
        found = found if names else []
        begun = _stored(engine, names, found)
        misfits = [(number, (flaw, raw_of([raw]))) for number, cells, flaw, raw in batch if cells is None]
        insert_rows(engine, "misfits", misfits, ["reason", "raw"])
        broken, read = broken + len(misfits), read + len(found)
        if broken > MOST_BROKEN + read:
            raise DamagedFileError(found=f"most of its first {broken + read:,} records cannot be read")
        empty += sum(cells is not None and not cells for _, cells, _, _ in batch)
        if empty > MOST_EMPTY + read / 2:
            raise BombError(found=f"it has more than {MOST_EMPTY:,} records without any value")
        head = head or begun
    engine.commit()
    if not names:
        raise EmptyFileError
    return Grown(names=names, head=head)


def _require_filled(filled: int, cells: int) -> None:
    """Nothing; raises BombError for a table of next to nothing, before memory is taken for its blanks."""
    if cells > MOST_SPARSE and filled < FILLED * cells:
        raise BombError(found=f"fewer than {1000 * FILLED:g} in 1,000 of its {cells:,} cells hold anything")


def _stored(engine: duckdb.DuckDBPyConnection, names: list[str], found: list[tuple[int, Cells]]) -> list[list[str]]:
    """The first rows; all are staged, a part at a time: the table may have grown far wider than it was."""
    head: list[list[str]] = []
    most = max(HEAD, BATCH_CELLS // max(len(names), 1))
    for begin in range(0, len(found), most):
        part = found[begin : begin + most]
        columns = ([cells.get(name) for _, cells in part] for name in names)
        insert_columns(engine, "staged", [number for number, _ in part], columns, cell_names(len(names)))
        head = head or [[cells.get(name) or "" for name in names] for _, cells in part[:HEAD]]
    return head


def _new_names(names: list[str], rows: list[Cells]) -> list[str]:
    """The names of these rows that are not known.

    A name that is blank in all of them has no column where its parts have: `person` beside `person.country`.
    """
    found = dict.fromkeys(itertools.chain.from_iterable(rows))
    known = set(names)
    if found.keys() <= known:
        return []
    filled = {name for cells in rows for name, cell in cells.items() if cell is not None}
    parents = {name[:at] for name in found for at, sign in enumerate(name) if sign == "."}
    new = [name for name in found if name not in known and (name in filled or name not in parents)]
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


def _batches(records: Iterator[Loose], names: list[str]) -> Iterator[list[Loose]]:
    """The records in lists that fit into memory, however wide they become."""
    while first := next(records, None):
        batch, size, seen = [first], letters_in((first[1] or {}).values()), set(first[1] or ())
        most = max(50, min(BATCH_ROWS, BATCH_CELLS // max(len(names), 1)))
        for record in itertools.islice(records, most - 1):
            batch.append(record)
            cells = record[1] or {}
            size += letters_in(cells.values()) + 50 * len(cells)
            seen.update(cells)
            # more names than a table has columns: these records tell as much as all
            if size > BATCH_CHARACTERS or len(seen) > MOST_COLUMNS:
                break
        yield batch
