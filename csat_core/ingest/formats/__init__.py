"""Formats: one small file for each kind of file that is read, in the child process."""

from pathlib import Path

from csat_core.ingest.formats import delimited, json_records, ods, parquet, spss, stata, xls, xlsx
from csat_core.ingest.formats.foreign import refuse_foreign
from csat_core.ingest.formats.table import Format
from csat_core.ingest.refusals import EmptyFileError

FORMATS: tuple[Format, ...] = (parquet, ods, xlsx, xls, spss, stata, json_records, delimited)
"""The most particular first; the last one takes any text."""
LOOKED_AT = 1 << 16


def format_of(path: Path) -> Format:
    """The format of a file by its content, never by its name; raises where it is none of those that are read."""
    with path.open("rb") as file:
        start = file.read(LOOKED_AT)
    if not start:
        raise EmptyFileError
    refuse_foreign(path, start)
    return next(kind for kind in FORMATS if kind.recognises(start, path))
