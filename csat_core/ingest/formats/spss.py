"""SPSS: `.sav` and `.zsav`, with the texts of questions, labels of values and codes of no answer."""

import struct
from pathlib import Path
from typing import Any, BinaryIO

from csat_core.ingest.formats.code_texts import Range
from csat_core.ingest.formats.parquet import HARMLESS_BYTES, HARMLESS_ROWS, MOST_RATIO, MOST_ROWS_A_BYTE
from csat_core.ingest.formats.statistics_dates import spss_dates
from csat_core.ingest.formats.statistics_files import Kind, read_statistics
from csat_core.ingest.formats.table import MOST_COLUMNS, Parsed, Source
from csat_core.ingest.refusals import BombError, TooManyColumnsError

MAGIC = (b"$FL2", b"$FL3")
HEADER, LAYOUT, ROWS_AT = 176, 64, 80
"""Bytes of the header, and where in it the order of bytes and the rows are told."""
LABELS, EXTENSION = 3, 7
SIZES = {4: 4, 6: 80}
"""Kinds of records behind the variables: labels of values, whose they are, lines of documents, and all else."""
MOST_LABELS = 300_000
FARTHEST = 1 << 40
"""Bytes from one place of a file to another."""
SEGMENTS, MOST_RECORDS = 5, 100 * MOST_COLUMNS
"""Variables of the file for one that is read, on average: a long text is kept as many."""


def recognises(start: bytes, path: Path) -> bool:
    """Whether the file begins as SPSS writes it."""
    return start.startswith(MAGIC)


def parse(source: Source) -> Parsed:
    """How the variables were read."""
    from pyreadstat import read_sav

    _require_few_variables(source.path)
    kind = Kind(format="sav", layout="spss", called="SPSS data", read=read_sav, dates=spss_dates, ranges=_ranges)
    return read_statistics(source, kind)


def _ranges(said: Any, name: str) -> list[Range]:
    """Single codes and ranges that were declared missing."""
    return [(part["lo"], part["hi"]) for part in said.missing_ranges.get(name, ())]


def _require_few_variables(path: Path) -> None:
    """Nothing; raises TooManyColumnsError or BombError before a library holds a million variables, which takes gigabytes."""
    with path.open("rb") as file:
        header = file.read(HEADER)
        order = "<" if header[LAYOUT : LAYOUT + 4] in (b"\2\0\0\0", b"\3\0\0\0") else ">"
        found, records, at = 0, 0, file.tell()
        while (is_whole := _variable(file, order)) is not None:
            found, records, at = found + is_whole, records + 1, file.tell()
            if found > SEGMENTS * MOST_COLUMNS:
                raise TooManyColumnsError(found=found, most=MOST_COLUMNS)
            if records > MOST_RECORDS:
                raise BombError(found=f"its texts are up to {8 * records:,} letters long together, in each row")
        _require_few_rows(header, order, path.stat().st_size, records)
        file.seek(at)
        _require_few_labels(file, order)


def _require_few_rows(header: bytes, order: str, size: int, records: int) -> None:
    """Nothing; raises BombError where a packed file says that it has more rows than its bytes hold.

    A record of a variable is eight bytes of each row, and of blanks one byte before they are packed.
    """
    rows = struct.unpack(f"{order}i", header[ROWS_AT : ROWS_AT + 4].ljust(4, b"\0"))[0]
    if not header.startswith(MAGIC[1]):
        return
    if rows > HARMLESS_ROWS and rows > MOST_ROWS_A_BYTE * size:
        raise BombError(found=f"{size:,} bytes claim to hold {rows:,} rows")
    if records * rows > max(HARMLESS_BYTES, MOST_RATIO * size):
        raise BombError(found=f"it grows from {size:,} to {8 * records * rows:,} bytes when read")


def _require_few_labels(file: BinaryIO, order: str) -> None:
    """Nothing; raises BombError where the records behind the variables label more than a survey of 2,000 questions asks."""
    sets = labels = 0
    while len(start := file.read(8)) == 8:
        kind, count = struct.unpack(f"{order}2i", start)
        if kind == LABELS:
            sets, labels = sets + 1, labels + max(0, count)
            if sets > SEGMENTS * MOST_COLUMNS:
                raise BombError(found=f"it labels its values in more than {SEGMENTS * MOST_COLUMNS:,} lists")
            if labels > MOST_LABELS:
                raise BombError(found=f"it has {labels:,} labels of values, more than {MOST_LABELS:,}")
            for _ in range(count):
                length = file.read(9)[8:]
                file.seek((length[0] + 8) // 8 * 8 - 1 if length else 0, 1)
        elif kind in SIZES:
            file.seek(max(0, count) * SIZES[kind], 1)
        elif kind == EXTENSION:
            size, times = struct.unpack(f"{order}2i", (file.read(8) + bytes(8))[:8])
            file.seek(min(max(0, size) * max(0, times), FARTHEST), 1)
        else:
            return


def _variable(file: BinaryIO, order: str) -> bool | None:
    """Whether the record that begins here is a variable and not the rest of a text before it; None where it is neither."""
    record = file.read(32)
    if len(record) < 32:
        return None
    kind, width, has_label, missing = struct.unpack(f"{order}4i", record[:16])
    if kind != 2:
        return None
    if has_label:
        length = struct.unpack(f"{order}i", (file.read(4) + bytes(4))[:4])[0]
        file.seek(max(0, length + 3) // 4 * 4, 1)
    file.seek(8 * min(abs(missing), 3), 1)
    return bool(width >= 0)
