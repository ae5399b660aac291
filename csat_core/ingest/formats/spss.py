"""SPSS: `.sav` and `.zsav`, with the texts of questions, labels of values and codes of no answer."""

import struct
from pathlib import Path
from typing import Any, BinaryIO

from csat_core.ingest.formats.code_texts import Range
from csat_core.ingest.formats.statistics_dates import spss_dates
from csat_core.ingest.formats.statistics_files import Kind, read_statistics
from csat_core.ingest.formats.table import MOST_COLUMNS, Parsed, Source
from csat_core.ingest.refusals import TooManyColumnsError

MAGIC = (b"$FL2", b"$FL3")
HEADER, LAYOUT = 176, 64
"""Bytes of the header, and where in it the order of bytes is told."""
SEGMENTS = 10
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
    """Nothing; raises TooManyColumnsError before a library holds a million variables, which takes gigabytes."""
    with path.open("rb") as file:
        header = file.read(HEADER)
        order = "<" if header[LAYOUT : LAYOUT + 4] in (b"\2\0\0\0", b"\3\0\0\0") else ">"
        found = 0
        while found <= SEGMENTS * MOST_COLUMNS and (is_whole := _variable(file, order)) is not None:
            found += is_whole
    if found > SEGMENTS * MOST_COLUMNS:
        raise TooManyColumnsError(found=found, most=MOST_COLUMNS)


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
