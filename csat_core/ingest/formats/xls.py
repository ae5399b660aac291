"""XLS: an Excel workbook of the old kind, in the container that Office used before it used zip."""

from pathlib import Path

from csat_core.ingest.formats.foreign import OLE
from csat_core.ingest.formats.old_texts import require_modest_texts
from csat_core.ingest.formats.table import Parsed, Source
from csat_core.ingest.formats.workbook import read_workbook


def recognises(start: bytes, path: Path) -> bool:
    """Whether the file is an old Office document; those without a workbook in them were refused as foreign."""
    return start.startswith(OLE)


def parse(source: Source) -> Parsed:
    """How one sheet was read: the one named, else the one with ratings and the most rows."""
    require_modest_texts(source.path)
    return read_workbook(source, "xls", "An Excel workbook of the old kind")
