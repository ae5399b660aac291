"""What every format gives: a staged table of text and how it was read."""

import itertools
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from csat_core.ingest.detection import Detection
from csat_core.ingest.refusals import NotATableError, TooManyColumnsError

MOST_COLUMNS = 2_000
BATCH = 20_000

Record = tuple[int, Sequence[str | None]]
"""A row's number as a spreadsheet shows it, and its cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a format has to work with."""

    path: Path
    folder: Path
    sheet: str | None
    engine: duckdb.DuckDBPyConnection


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What a format leaves: table `staged` in the engine."""

    names: tuple[str, ...]
    detection: Detection
    has_row_numbers: bool
    """Whether `staged` has a column `row`; otherwise rows follow each other without a gap."""


def cleaned_names(header: Sequence[str | None]) -> tuple[str, ...]:
    """The names as shown: NFC, one kind of space, `Column 7` where empty. Equal names stay equal: columns go by position."""
    if len(header) > MOST_COLUMNS:
        raise TooManyColumnsError(found=len(header), most=MOST_COLUMNS)
    names = (re.sub(r"\s+", " ", unicodedata.normalize("NFC", name or "")).strip() for name in header)
    return tuple(name[:500] or f"Column {position}" for position, name in enumerate(names, 1))


def store_records(engine: duckdb.DuckDBPyConnection, width: int, records: Iterable[Record]) -> None:
    """Nothing; `staged` holds the records of the right width with their row numbers, `misfits` the others."""
    names = ["row", *(f"c{position}" for position in range(1, width + 1))]
    schema = pa.schema([("row", pa.int64()), *((name, pa.string()) for name in names[1:])])
    engine.execute(f'CREATE TABLE staged ("row" BIGINT, {", ".join(f"{name} VARCHAR" for name in names[1:])})')
    engine.execute('CREATE TABLE misfits ("row" BIGINT, reason VARCHAR, raw VARCHAR)')
    for batch in _batches(records):
        fitting = [(number, cells) for number, cells in ((n, _fitted(c, width)) for n, c in batch) if cells is not None]
        columns = [pa.array([number for number, _ in fitting], pa.int64())]
        columns += [pa.array(list(column), pa.string()) for column in zip(*(cells for _, cells in fitting), strict=True)]
        if fitting:
            incoming = pa.table(columns, schema=schema)
            engine.register("incoming", incoming)
            engine.execute("INSERT INTO staged SELECT * FROM incoming")
            engine.unregister("incoming")
        for number, cells in batch:
            if _fitted(cells, width) is None:
                reason = f"the row has {len(cells)} cells, the header has {width}"
                raw = json.dumps([cell or "" for cell in cells], ensure_ascii=False)
                engine.execute("INSERT INTO misfits VALUES (?, ?, ?)", [number, reason, raw])


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(records)
    while batch := list(itertools.islice(remaining, BATCH)):
        yield batch


def _fitted(cells: Sequence[str | None], width: int) -> list[str | None] | None:
    """The cells at the width of the table, blank ones None; None where they do not fit.

    Only trailing empty cells may be missing or too many: some exports leave them out.
    """
    trimmed = [(cell.strip() or None) if cell is not None else None for cell in cells]
    extra = trimmed[width:]
    if any(extra):
        return None
    missing = width - len(trimmed)
    # a row cut off in the middle is not a row with blanks at its end
    if missing > 0 and len(trimmed) < max(1, width // 2):
        return None
    return trimmed[:width] + [None] * max(0, missing)


def require_table(width: int, found: str) -> None:
    """Nothing; raises NotATableError for text without columns and rows."""
    if width < 1:
        raise NotATableError(found=found)
