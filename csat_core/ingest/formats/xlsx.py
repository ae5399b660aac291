"""Excel workbooks: the archive is looked over before anything in it is parsed."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from csat_core.ingest.detection import Detection
from csat_core.ingest.formats import archive
from csat_core.ingest.formats.table import Parsed, Record, Source, cleaned_names, store_records
from csat_core.ingest.layouts import recognised
from csat_core.ingest.refusals import (
    BombError,
    DamagedFileError,
    EmptyFileError,
    NoSuchSheetError,
    PasswordProtectedError,
    UnknownFormatError,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_PARTS, MOST_MB, MOST_RATIO = 2_000, 1_500, 200
MOST_CELLS = 200_000_000
HEAD = 50


def recognises(path: Path) -> bool:
    """Whether the file is a workbook, or the container that older and encrypted ones come in."""
    with path.open("rb") as file:
        magic = file.read(8)
    return magic == OLE or (magic[:4] == archive.ZIP and archive.is_workbook(path))


def parse(source: Source) -> Parsed:
    """The table of one sheet: the one named, else the first that holds one."""
    _look_over(source.path)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(str(source.path))
        sheets = tuple(workbook.sheet_names)
        sheet, head = _chosen(workbook, sheets, source.sheet)
    except CalamineError as error:
        raise DamagedFileError(found="the workbook cannot be opened") from error
    layout = recognised(head)
    names = cleaned_names(layout.names)
    store_records(source.engine, len(names), _records(workbook.get_sheet_by_name(sheet), layout.first_record))
    several = f" The workbook has {len(sheets)} sheets." if len(sheets) > 1 else ""
    detection = Detection(
        format="xlsx", layout=layout.layout, encoding=None, delimiter=None, decimal=".", sheet=sheet, sheets=sheets,
        first_row=layout.first_record + 1, evidence=(f"An Excel workbook; sheet '{sheet}' is read.{several}", *layout.evidence),
    )  # fmt: skip
    return Parsed(names=names, detection=detection, has_row_numbers=True)


def _look_over(path: Path) -> None:
    """Nothing; raises where the archive is encrypted, too large once unpacked, or holds what no workbook needs."""
    with path.open("rb") as file:
        start = file.read(1 << 20)
    if start[:8] == OLE:
        if "EncryptedPackage".encode("utf-16-le") in start + path.read_bytes()[-(1 << 20) :]:
            raise PasswordProtectedError
        raise UnknownFormatError(found="an old Excel workbook (.xls) or another Office document")
    with zipfile.ZipFile(path) as packed:
        parts = packed.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise PasswordProtectedError
        size, packed_size = sum(part.file_size for part in parts), max(1, sum(part.compress_size for part in parts))
        if len(parts) > MOST_PARTS:
            raise BombError(found=f"the workbook has {len(parts):,} parts")
        if size > MOST_MB << 20 or (size > 50 << 20 and size > MOST_RATIO * packed_size):
            raise BombError(found=f"the workbook grows from {packed_size:,} to {size:,} bytes when opened")
        if not any(part.filename.startswith("xl/") for part in parts):
            raise UnknownFormatError(found="an Office document that is not a workbook")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with packed.open(part) as xml:
                    if b"<!DOCTYPE" in xml.read(4096) or b"<!ENTITY" in xml.read(4096):
                        raise BombError(found="the workbook defines its own entities, which no spreadsheet writes")


def _chosen(workbook: Any, sheets: tuple[str, ...], named: str | None) -> tuple[str, list[list[str]]]:
    """The sheet to read and its first rows as text."""
    if named is not None:
        found = [sheet for sheet in sheets if sheet == named] or [s for s in sheets if s.casefold() == named.casefold()]
        if not found:
            raise NoSuchSheetError(sheet=named, sheets=", ".join(sheets))
        sheets = (found[0],)
    for name in sheets:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.height * sheet.width > MOST_CELLS:
            raise BombError(found=f"sheet '{name}' spans {sheet.height:,} rows by {sheet.width:,} columns")
        if sheet.height and sheet.width:
            rows = (row for row, _ in zip(_rows(sheet), range(HEAD), strict=False))
            return name, [[cell or "" for cell in row] for row in rows]
    raise EmptyFileError


def _rows(sheet: Any) -> Iterator[list[str | None]]:
    top = sheet.start[0] if sheet.start else 0
    for _ in range(top):
        yield []
    for row in sheet.iter_rows():
        yield [_text(cell) for cell in row]


def _records(sheet: Any, first: int) -> Iterator[Record]:
    for at, row in enumerate(_rows(sheet)):
        if at >= first and any(cell and cell.strip() for cell in row):
            yield at + 1, row


def _text(cell: object) -> str | None:
    """A cell as text: whole numbers without a fraction, dates in ISO form."""
    match cell:
        case None | "":
            return None
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="seconds")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return str(cell.total_seconds())
        case _:
            return str(cell)
