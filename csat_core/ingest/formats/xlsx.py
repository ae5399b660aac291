"""XLSX: an Excel workbook, read once the archive it comes in was looked over."""

from pathlib import Path

from csat_core.ingest.formats import archive
from csat_core.ingest.formats.table import Parsed, Source
from csat_core.ingest.formats.workbook import read_workbook
from csat_core.ingest.formats.workbook_parts import look_over


def recognises(start: bytes, path: Path) -> bool:
    """Whether the file is a document of Office: a zip with a list of its parts."""
    return start.startswith(archive.ZIP) and archive.is_office(path)


def parse(source: Source) -> Parsed:
    """How one sheet was read: the one named, else the one with ratings and the most rows."""
    return read_workbook(source, "xlsx", "An Excel workbook", asides=look_over(source.path))
