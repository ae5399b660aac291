"""Stata: `.dta` of every release that pyreadstat reads, with labels and the codes `.a` to `.z` of no answer."""

import re
from pathlib import Path
from typing import Any

from csat_core.ingest.formats.code_texts import Range
from csat_core.ingest.formats.stata_texts import letters_beside
from csat_core.ingest.formats.statistics_dates import stata_dates
from csat_core.ingest.formats.statistics_files import Kind, read_statistics
from csat_core.ingest.formats.table import Parsed, Source

MAGIC = b"<stata_dta>"
_OLD = re.compile(rb"[\x68-\x77][\x01\x02]\x01\x00")
"""Release, byte order, file type and padding before release 117."""


def recognises(start: bytes, path: Path) -> bool:
    """Whether the file begins as Stata writes it."""
    return start.startswith(MAGIC) or _OLD.match(start) is not None


def parse(source: Source) -> Parsed:
    """How the variables were read."""
    from pyreadstat import read_dta

    kind = Kind(
        format="dta",
        layout="stata",
        called="Stata data",
        read=read_dta,
        dates=stata_dates,
        ranges=_ranges,
        letters=True,
        letters_beside=letters_beside,
    )
    return read_statistics(source, kind)


def _ranges(said: Any, name: str) -> list[Range]:
    """The letters that stand for no answer in a variable of numbers."""
    return [] if said.readstat_variable_types.get(name) == "string" else [("a", "z")]
