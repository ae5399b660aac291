"""ODS: an OpenDocument workbook, read once the archive it comes in was looked over."""

from pathlib import Path

from csat_core.ingest.formats import archive
from csat_core.ingest.formats.ods_content import Laid, read_through
from csat_core.ingest.formats.table import Parsed, Source
from csat_core.ingest.formats.workbook import read_workbook
from csat_core.ingest.formats.workbook_parts import Asides, require_modest, require_no_entities
from csat_core.ingest.refusals import DamagedFileError, PasswordProtectedError, UnknownFormatError

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
PROLOG = 1 << 16


def recognises(start: bytes, path: Path) -> bool:
    """Whether the file is an OpenDocument, by the first part of its archive."""
    return start.startswith(archive.ZIP) and bool(archive.open_document(path))


def parse(source: Source) -> Parsed:
    """How one sheet was read: the one named, else the one with ratings and the most rows."""
    sheets = _looked_over(source.path)
    asides = Asides(by_sheet=tuple(sheet.aside for sheet in sheets))
    return read_workbook(source, "ods", "An OpenDocument workbook", [sheet.merges for sheet in sheets], asides)


def _looked_over(path: Path) -> list[Laid]:
    """How each sheet is laid out.

    Raises where the document is no workbook, is encrypted, too large once unpacked, or holds what no workbook needs.
    """
    if not archive.open_document(path).startswith(b"spreadsheet"):
        raise UnknownFormatError(found="an OpenDocument file that is not a workbook")
    with archive.opened(path) as packed:
        parts = packed.infolist()
        require_modest(parts, path.stat().st_size)
        try:
            for part in parts:
                with packed.open(part) as content:
                    start = content.read(PROLOG)
                    require_no_entities(start)
                    if part.filename == MANIFEST and b"encryption-data" in start:
                        raise PasswordProtectedError
            with packed.open(CONTENT) as content:
                return read_through(content)
        except KeyError as error:
            raise DamagedFileError(found="the workbook has no content") from error
        except (*archive.BROKEN, OSError) as error:
            raise DamagedFileError(found="a part of the workbook cannot be unpacked") from error
