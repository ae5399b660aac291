"""Excel workbooks: read once the archive they come in was looked over."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from csat_core.ingest.formats import archive
from csat_core.ingest.formats.records import Record, store_records
from csat_core.ingest.formats.table import Parsed, Source, cleaned_names, link
from csat_core.ingest.formats.workbook_parts import look_over
from csat_core.ingest.layouts import recognised
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.refusals import (
    BombError,
    DamagedFileError,
    EmptyFileError,
    HeaderOnlyError,
    NoSuchSheetError,
    NotATableError,
    PasswordProtectedError,
    shown,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_CELLS = 50_000_000
"""A sheet is held as a whole rectangle, 32 bytes a cell, however few of them are filled."""
HEAD = 100
SHEETS_SHOWN = 12


def recognises(start: bytes, path: Path) -> bool:
    """Whether the file is a document of Office: a zip with a list of its parts."""
    return start.startswith(archive.ZIP) and archive.is_office(path)


def parse(source: Source) -> Parsed:
    """How one sheet was read: the one named, else the first that holds a table."""
    look_over(source.path)
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        workbook = CalamineWorkbook.from_path(str(link(source.path, source.folder, ".xlsx")))
        sheet, layout = _chosen(workbook, source.sheet)
    except PasswordError as error:
        raise PasswordProtectedError from error
    except (CalamineError, OSError) as error:
        raise DamagedFileError(found="the workbook cannot be opened") from error
    names = cleaned_names(layout.names)
    store_records(source.engine, len(names), _records(sheet, layout.first_record))
    several = f" It has {len(workbook.sheet_names)} sheets." if len(workbook.sheet_names) > 1 else ""
    return Parsed(
        format="xlsx", layout=layout, names=names, first_row=layout.first_record + 1, has_row_numbers=True,
        evidence=(f"An Excel workbook; sheet '{shown(sheet.name)}' is read.{several}",), sheet=sheet.name,
        sheets=tuple(workbook.sheet_names),
    )  # fmt: skip


def _chosen(workbook: "CalamineWorkbook", named: str | None) -> tuple["CalamineSheet", Recognised]:
    """The sheet to read and its layout: the one named, else the first visible one with names and rows below them."""
    if named is not None:
        sheet = workbook.get_sheet_by_name(_found(workbook.sheet_names, named))
        return sheet, _table_in(sheet)
    refusal: HeaderOnlyError | NotATableError | EmptyFileError = EmptyFileError()
    narrow: tuple[CalamineSheet, Recognised] | None = None
    hidden = {sheet.name for sheet in workbook.sheets_metadata if not str(sheet.visible).endswith(".Visible")}
    for name in sorted(workbook.sheet_names, key=hidden.__contains__):
        sheet = workbook.get_sheet_by_name(name)
        try:
            layout = _table_in(sheet)
        except (HeaderOnlyError, NotATableError, EmptyFileError) as error:
            refusal = error if isinstance(refusal, EmptyFileError) else refusal
            continue
        if len(layout.names) > 1:
            return sheet, layout
        narrow = narrow or (sheet, layout)
    if narrow is None:
        raise refusal
    return narrow


def _found(sheets: list[str], named: str) -> str:
    """The sheet of this name; raises NoSuchSheetError that lists those there are."""
    exact = [sheet for sheet in sheets if sheet == named]
    found = exact or [sheet for sheet in sheets if sheet.strip().casefold() == named.strip().casefold()]
    if not found:
        listed = ", ".join(shown(sheet, 31) for sheet in sheets[:SHEETS_SHOWN])
        more = f" and {len(sheets) - SHEETS_SHOWN} more" if len(sheets) > SHEETS_SHOWN else ""
        raise NoSuchSheetError(sheet=named, sheets=listed + more)
    return found[0]


def _table_in(sheet: "CalamineSheet") -> Recognised:
    """Where names and data are in a sheet; raises where it is empty, too large or holds no table."""
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        spans = f"{sheet.total_height:,} rows by {sheet.total_width:,} columns"
        raise BombError(found=f"sheet '{shown(sheet.name)}' spans {spans}")
    head = [[cell or "" for cell in row] for row in islice(_rows(sheet), HEAD + _first_filled(sheet))]
    if not any(cell.strip() for row in head for cell in row):
        raise EmptyFileError
    layout = recognised(head)
    if not any(cell.strip() for row in head[layout.first_record :] for cell in row):
        raise HeaderOnlyError
    return layout


def _first_filled(sheet: "CalamineSheet") -> int:
    return sheet.start[0] if sheet.start else 0


def _rows(sheet: "CalamineSheet") -> Iterator[list[str | None]]:
    """The rows from row 1 of the sheet on; columns to the left of the first filled one are left out."""
    for row in sheet.iter_rows():
        yield [_text(cell) for cell in row]


def _records(sheet: "CalamineSheet", first: int) -> Iterator[Record]:
    for at, row in enumerate(_rows(sheet), 1):
        if at > first and any(cell and cell.strip() for cell in row):
            yield at, row, ""


def _text(cell: object) -> str | None:
    """A cell as text: whole numbers without a fraction, dates in ISO form, lengths of time in seconds."""
    match cell:
        case None | "":
            return None
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return _decimal(cell)
        case datetime():
            # a spreadsheet counts fractions of days: the nearest second is what was meant
            near = (cell + timedelta(milliseconds=500)).replace(microsecond=0)
            return near.date().isoformat() if near.time() == time() else near.isoformat(sep=" ")
        case date() | time():
            return cell.isoformat()
        case timedelta():
            return _decimal(cell.total_seconds())
        case _:
            return str(cell)


def _decimal(number: float) -> str:
    """A number with the 15 digits that a spreadsheet keeps, and without a fraction where it is whole."""
    if number.is_integer() and abs(number) < 1e18:
        return str(int(number))
    exact = repr(number)
    return exact if len(exact) <= 16 else f"{number:.15g}"
