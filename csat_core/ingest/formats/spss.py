"""SPSS: `.sav` and `.zsav`, with the texts of questions, labels of values and codes of no answer."""

from pathlib import Path
from typing import Any

from csat_core.ingest.formats.code_texts import Range
from csat_core.ingest.formats.statistics_dates import spss_dates
from csat_core.ingest.formats.statistics_files import Kind, read_statistics
from csat_core.ingest.formats.table import Parsed, Source

MAGIC = (b"$FL2", b"$FL3")


def recognises(start: bytes, path: Path) -> bool:
    """Whether the file begins as SPSS writes it."""
    return start.startswith(MAGIC)


def parse(source: Source) -> Parsed:
    """How the variables were read."""
    from pyreadstat import read_sav

    kind = Kind(format="sav", layout="spss", called="SPSS data", read=read_sav, dates=spss_dates, ranges=_ranges)
    return read_statistics(source, kind)


def _ranges(said: Any, name: str) -> list[Range]:
    """Single codes and ranges that were declared missing."""
    return [(part["lo"], part["hi"]) for part in said.missing_ranges.get(name, ())]
