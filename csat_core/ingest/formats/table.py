"""What every format gives: a staged table of text and how it was read."""

import itertools
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa

from csat_core.ingest.detection import Detection
from csat_core.ingest.refusals import TooManyColumnsError

MOST_COLUMNS = 2_000
BATCH_CELLS = 400_000
LONGEST_RAW = 20_000

Cells = Sequence[str | None]


class Record(NamedTuple):
    """One row of a file."""

    row: int
    """Its number as a spreadsheet shows it."""
    cells: Cells
    fault: str | None = None
    """Why it is no row of the table, where its cells alone do not say so."""


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


def cleaned_names(header: Cells) -> tuple[str, ...]:
    """The names as shown: NFC, one kind of space, `Column 7` where empty.

    Equal names stay equal: columns go by position.
    """
    if len(header) > MOST_COLUMNS:
        raise TooManyColumnsError(found=len(header), most=MOST_COLUMNS)
    names = (re.sub(r"\s+", " ", unicodedata.normalize("NFC", name or "")).strip() for name in header)
    return tuple(name[:500] or f"Column {position}" for position, name in enumerate(names, 1))


def link(path: Path, folder: Path, ending: str = "") -> Path:
    """The same file under a plain name: libraries read signs and endings of a name as orders."""
    target = folder / f"source{ending}"
    target.unlink(missing_ok=True)
    target.symlink_to(path.resolve())
    return target


def store_records(engine: duckdb.DuckDBPyConnection, width: int, records: Iterable[Record]) -> None:
    """Nothing; `staged` holds the records of the right width with their row numbers, `misfits` the others."""
    names = ["row", *(f"c{position}" for position in range(1, width + 1))]
    schema = pa.schema([("row", pa.int64()), *((name, pa.string()) for name in names[1:])])
    aside = pa.schema([("row", pa.int64()), ("reason", pa.string()), ("raw", pa.string())])
    engine.execute(f'CREATE TABLE staged ("row" BIGINT, {", ".join(f"{name} VARCHAR" for name in names[1:])})')
    engine.execute('CREATE TABLE misfits ("row" BIGINT, reason VARCHAR, raw VARCHAR)')
    for batch in _batches(records, max(1, BATCH_CELLS // width)):
        fitting: list[list[int | str | None]] = []
        misfits: list[list[int | str]] = []
        for record in batch:
            cells = None if record.fault else _fitted(record.cells, width)
            if cells is None:
                misfits.append(_misfit(record, width))
            else:
                fitting.append([record.row, *cells])
        _insert(engine, "staged", fitting, schema)
        _insert(engine, "misfits", misfits, aside)


def _insert(
    engine: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[int | str | None]], schema: "pa.Schema"
) -> None:
    if not rows:
        return
    columns = [pa.array(column, field.type) for column, field in zip(zip(*rows, strict=True), schema, strict=True)]
    engine.register("incoming", pa.table(columns, schema=schema))
    engine.execute(f"INSERT INTO {table} SELECT * FROM incoming")
    engine.unregister("incoming")


def _batches(records: Iterable[Record], size: int) -> Iterator[list[Record]]:
    remaining = iter(records)
    while batch := list(itertools.islice(remaining, size)):
        yield batch


def _misfit(record: Record, width: int) -> list[int | str]:
    """Row, reason and raw cells, these as far as they are worth showing."""
    reason = record.fault or f"the row has {len(record.cells)} cells, the header has {width}"
    raw: list[str] = []
    room = LONGEST_RAW
    for cell in record.cells:
        raw.append((cell or "")[:room])
        room -= len(raw[-1]) + 1
        if room <= 0:
            break
    return [record.row, reason, json.dumps(raw, ensure_ascii=False)]


def _fitted(cells: Cells, width: int) -> list[str | None] | None:
    """The cells at the width of the table, blank ones None; None where they do not fit.

    Only trailing empty cells may be missing or too many: some exports leave them out.
    """
    trimmed = [(cell.strip() or None) if cell is not None else None for cell in cells]
    if any(trimmed[width:]):
        return None
    missing = width - len(trimmed)
    # a row cut off in the middle is not a row with blanks at its end
    if missing > 0 and len(trimmed) < max(1, width // 2):
        return None
    return trimmed[:width] + [None] * max(0, missing)
