"""Workbooks of any kind: which sheet is read, where its table is, and its cells as text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from csat_core.ingest.formats.cell_text import text_of
from csat_core.ingest.formats.merged import Merge, filled_down, grouped
from csat_core.ingest.formats.records import Record, store_records
from csat_core.ingest.formats.table import Parsed, Source, cleaned_names, link
from csat_core.ingest.layouts import recognised
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.refusals import (
    BombError,
    DamagedFileError,
    EmptyFileError,
    HeaderOnlyError,
    ImportFileError,
    LayoutError,
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


def read_workbook(source: Source, kind: str, called: str, merges: Sequence[Sequence[Merge]] = ()) -> Parsed:
    """How one sheet was read: the one named, else the first that holds a table.

    `merges` are the merged cells of each sheet, where calamine does not know them.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        workbook = CalamineWorkbook.from_path(str(link(source.path, source.folder, f".{kind}")))
        table = _chosen(workbook, source.sheet, merges, source.layout)
    except PasswordError as error:
        raise PasswordProtectedError from error
    except (CalamineError, OSError) as error:
        raise DamagedFileError(found="the workbook cannot be opened") from error
    layout = table.layout
    names = cleaned_names(layout.names)
    store_records(source.engine, len(names), table.records())
    several = f" It has {len(workbook.sheet_names)} sheets." if len(workbook.sheet_names) > 1 else ""
    return Parsed(
        format=kind, layout=layout, names=names, first_row=layout.first_record + 1, has_row_numbers=True,
        evidence=(f"{called}; sheet '{shown(table.sheet.name)}' is read.{several}",), sheet=table.sheet.name,
        sheets=tuple(workbook.sheet_names),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A sheet and what stands where in it."""

    sheet: "CalamineSheet"
    layout: Recognised
    merges: tuple[Merge, ...]

    def records(self) -> Iterator[Record]:
        """The rows below the names that are not blank."""
        first = self.layout.first_record
        for at, row in enumerate(filled_down(_rows(self.sheet), self.merges, first), 1):
            if at > first and any(cell and cell.strip() for cell in row):
                yield at, row, ""


def _chosen(
    workbook: "CalamineWorkbook", named: str | None, merges: Sequence[Sequence[Merge]], wished: str | None
) -> _Table:
    """The sheet to read: the one named, else the first visible one with names and rows below them."""

    def table(name: str) -> _Table:
        at = workbook.sheet_names.index(name)
        return _table_in(workbook.get_sheet_by_name(name), merges[at] if at < len(merges) else None, wished)

    if named is not None:
        return table(_found(workbook.sheet_names, named))
    refusal: ImportFileError = EmptyFileError()
    narrow: _Table | None = None
    hidden = {sheet.name for sheet in workbook.sheets_metadata if not str(sheet.visible).endswith(".Visible")}
    for name in sorted(workbook.sheet_names, key=hidden.__contains__):
        try:
            found = table(name)
        except (HeaderOnlyError, NotATableError, EmptyFileError, LayoutError) as error:
            refusal = error if isinstance(refusal, EmptyFileError) else refusal
            continue
        if len(found.layout.names) > 1:
            return found
        narrow = narrow or found
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


def _table_in(sheet: "CalamineSheet", merges: Sequence[Merge] | None, wished: str | None) -> _Table:
    """Where names and data are in a sheet; raises where it is empty, too large or holds no table."""
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        spans = f"{sheet.total_height:,} rows by {sheet.total_width:,} columns"
        raise BombError(found=f"sheet '{shown(sheet.name)}' spans {spans}")
    head = [[cell or "" for cell in row] for row in islice(_rows(sheet), HEAD + _first_filled(sheet))]
    if not any(cell.strip() for row in head for cell in row):
        raise EmptyFileError
    left = sheet.start[1] if sheet.start else 0
    spanned = sheet.merged_cell_ranges or () if merges is None else merges
    shifted = tuple(((top, at - left), (bottom, to - left)) for (top, at), (bottom, to) in spanned)
    layout = _layout(head, shifted, wished)
    if not any(cell.strip() for row in head[layout.first_record :] for cell in row):
        raise HeaderOnlyError
    return _Table(sheet=sheet, layout=layout, merges=shifted)


def _layout(head: list[list[str]], merges: Sequence[Merge], wished: str | None) -> Recognised:
    """Where names and data are; merged names are put together where no particular layout says what they are."""
    found = recognised(head, named=wished)
    both = grouped(head, merges) if found.layout == "generic" else None
    if both is None:
        return found
    return replace(found := recognised(both.head, named=wished), evidence=(*found.evidence, both.evidence))


def _first_filled(sheet: "CalamineSheet") -> int:
    return sheet.start[0] if sheet.start else 0


def _rows(sheet: "CalamineSheet") -> Iterator[list[str | None]]:
    """The rows from row 1 of the sheet on; columns to the left of the first filled one are left out."""
    for row in sheet.iter_rows():
        yield [text_of(cell) for cell in row]
