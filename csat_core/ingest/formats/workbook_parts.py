"""The parts of a workbook, looked over before anything in them is parsed."""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from csat_core.ingest.formats import archive
from csat_core.ingest.formats.shared_texts import require_modest_texts
from csat_core.ingest.refusals import BombError, DamagedFileError, PasswordProtectedError, UnknownFormatError

MOST_PARTS, MOST_MB, MOST_RATIO = 2_000, 1_500, 200
RATIO_FROM = 50 << 20
CHUNK = 1 << 20
PROLOG = 1 << 16
MOST_SPREAD, SPREAD_A_CELL = 20_000_000, 50
"""A sheet is laid out in full from its first to its last filled cell: a few cells far apart take all memory."""
COUNTED_CELLS = 500_000
"""A sheet with more filled cells than these cannot be that sparse."""

FILLED_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,7})([0-9]{1,10})["'][^>]{0,200}(?<!/)>""")


FORMULA = rb"""<c\b([^>]{0,300})><f\b(?:[^>]{0,300}/>|[^>]{0,300}>[^<]{0,8192}</f>)(?:<v */>|<v>(0?)</v>)?</c>"""
WITHOUT_RESULT = re.compile(FORMULA)
"""A cell with a formula and no result, or the result 0."""
ALL_RESULTS = re.compile(rb"</f><v>[^<]")
ERROR = re.compile(rb"""<c\b[^>]{0,300}\st=["']e["']""")
HIDDEN_ROW = re.compile(rb"""<row\b[^>]{0,500}\shidden=["'](?:1|true)["']""")
HIDDEN_COLUMNS = re.compile(rb"""<col\b[^>]{0,500}\shidden=["'](?:1|true)["']""")
MOST_SHEETS, MOST_LISTED = 1_000, 32 << 20
SHEET = re.compile(rb"""<(?:\w+:)?sheet\s[^>]{0,2000}?\s\w+:id\s*=\s*(["'])([^"']{0,200})\1""")
RELATED = re.compile(rb"<(?:\w+:)?Relationship\s[^>]{0,2000}>")
ID = re.compile(rb"""\bId\s*=\s*(["'])([^"']{0,200})\1""")
TARGET = re.compile(rb"""\bTarget\s*=\s*(["'])([^"']{0,500})\1""")
LEFT_TO_OTHERS = re.compile(rb"""fullCalcOnLoad=["'](?:1|true)["']""")
"""What a program says that worked out nothing itself: all results are to be worked out by who opens the workbook."""


@dataclass(slots=True)
class Aside:
    """How many cells, rows and columns of a sheet are not what they seem."""

    formulas: int = 0
    """Cells with formulas without results."""
    errors: int = 0
    """Cells with the error of a formula, such as `#N/A`."""
    hidden_rows: int = 0
    hidden_columns: int = 0
    """Runs of columns beside each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asides:
    """The same of a whole workbook."""

    formulas: int = 0
    by_sheet: tuple[Aside, ...] = ()
    """Of each sheet, in their order; empty where it is not known which is which."""

    def of(self, at: int) -> Aside:
        """What of the sheet at this place is not what it seems."""
        return self.by_sheet[at] if at < len(self.by_sheet) else Aside()


NOTHING_ASIDE = Asides()


def look_over(path: Path) -> Asides:
    """What of the workbook is not what it seems.

    Raises where the archive is encrypted, too large once unpacked, or holds what no workbook needs.
    """
    with archive.opened(path) as packed:
        parts = packed.infolist()
        _require_workbook({part.filename.casefold() for part in parts})
        require_modest(parts, path.stat().st_size)
        try:
            sheets = _sheets(packed)
            require_modest_texts(packed, parts)
            leaves_results = _leaves_results(packed)
            found = {part.filename: _look_into(packed, part, leaves_results) for part in parts}
            return Asides(
                formulas=sum(each.formulas for each in found.values()),
                by_sheet=tuple(found.get(sheet, Aside()) for sheet in sheets),
            )
        except (*archive.BROKEN, OSError) as error:
            raise DamagedFileError(found="a part of the workbook cannot be unpacked") from error


def _require_workbook(names: set[str]) -> None:
    """Nothing; raises UnknownFormatError for other documents that come as such an archive."""
    if "xl/workbook.bin" in names:
        raise UnknownFormatError(found="a binary workbook (.xlsb)")
    if not any(name.startswith("xl/") for name in names):
        raise UnknownFormatError(found="an Office document that is not a workbook")


def require_modest(parts: list[zipfile.ZipInfo], file_size: int) -> None:
    """Nothing; raises by what the archive says of itself."""
    if any(part.flag_bits & 1 for part in parts):
        raise PasswordProtectedError
    if len(parts) > MOST_PARTS:
        raise BombError(found=f"the workbook has {len(parts):,} parts")
    size, packed_size = sum(part.file_size for part in parts), max(1, sum(part.compress_size for part in parts))
    if size > MOST_MB << 20 or (size > RATIO_FROM and size > MOST_RATIO * packed_size):
        raise BombError(found=f"the workbook grows from {packed_size:,} to {size:,} bytes when opened")
    if packed_size > file_size:
        raise BombError(found="the parts of the workbook lie upon each other")


def _sheets(packed: zipfile.ZipFile) -> list[str]:
    """The part that each sheet is, in their order; raises BombError where several are one, which would be read again for each."""
    try:
        with packed.open("xl/workbook.xml") as listed, packed.open("xl/_rels/workbook.xml.rels") as related:
            ids = SHEET.findall(listed.read(MOST_LISTED))
            tags = RELATED.findall(related.read(MOST_LISTED))
    except KeyError:
        return []
    targets = {id[2]: target[2] for tag in tags if (id := ID.search(tag)) and (target := TARGET.search(tag))}
    if len(ids) > MOST_SHEETS:
        raise BombError(found=f"the workbook lists {len(ids):,} sheets")
    if len(ids) > min(len({id for _, id in ids}), len(set(targets.values()))):
        raise BombError(found=f"several of the {len(ids):,} sheets of the workbook are one and the same")
    parts = (targets.get(id, b"").decode(errors="replace") for _, id in ids)
    return [part.removeprefix("/") if part.startswith("/") else f"xl/{part}" for part in parts]


def _leaves_results(packed: zipfile.ZipFile) -> bool:
    """Whether the workbook says that the results of its formulas are still to be worked out."""
    try:
        with packed.open("xl/workbook.xml") as content:
            return LEFT_TO_OTHERS.search(content.read(CHUNK)) is not None
    except KeyError:
        return False


def _look_into(packed: zipfile.ZipFile, part: zipfile.ZipInfo, leaves_results: bool) -> Aside:
    """What of a part is not what it seems; zeros are no results where the workbook leaves them to others and holds no more.

    Raises for entities, for cells far apart, and where a part is not what the archive says of it. All parts are looked
    into: a workbook may call its sheets anything.
    """
    aside = Aside()
    cells = last_row = last_column = without = zeros = results = 0
    tail = b""
    with packed.open(part) as content:
        for at, chunk in enumerate(iter(lambda: content.read(CHUNK), b"")):
            if at == 0:
                require_no_entities(chunk)
            # a cell that one chunk cuts in two is completed by the next
            begun = tail + chunk
            cut = max(0, begun.rfind(b"<"))
            tail = begun[cut:][:CHUNK]
            if b"hidden=" in begun:
                aside.hidden_rows += len(HIDDEN_ROW.findall(begun, 0, cut))
                aside.hidden_columns += len(HIDDEN_COLUMNS.findall(begun, 0, cut))
            if b't="e"' in begun:
                aside.errors += len(ERROR.findall(begun, 0, cut))
            if b"<f" in begun:
                found_here = [(zero, b't="str"' in cell) for cell, zero in WITHOUT_RESULT.findall(begun, 0, cut)]
                without += sum(not zero and not is_text for zero, is_text in found_here)
                zeros += sum(bool(zero) for zero, _ in found_here)
                results += len(ALL_RESULTS.findall(begun, 0, cut))
            for column, row in FILLED_CELL.findall(begun, 0, cut) if cells <= COUNTED_CELLS else ():
                cells += 1
                last_row, last_column = max(last_row, int(row)), max(last_column, _number(column))
    spread = last_row * last_column
    if cells <= COUNTED_CELLS and spread > MOST_SPREAD and spread > SPREAD_A_CELL * cells:
        found = f"a sheet spreads {cells:,} cells over {last_row:,} rows and {last_column:,} columns"
        raise BombError(found=found)
    aside.formulas = without + (zeros if leaves_results and zeros == results else 0)
    return aside


def require_no_entities(start: bytes) -> None:
    """Nothing; raises BombError where XML says what its entities are, in one byte a letter or in two."""
    head = start[:PROLOG].replace(b"\0", b"")
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<") and re.search(rb"(?i)<!(DOCTYPE|ENTITY)", head):
        raise BombError(found="the workbook defines its own entities, which no spreadsheet writes")


def _number(letters: bytes) -> int:
    """The number of a column by its letters: A is 1, XFD is 16,384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
