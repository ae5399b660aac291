"""Workbooks of any kind: which sheet is read, where its table is, and its cells as text."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from csat_core.ingest.formats.cell_text import text_of
from csat_core.ingest.formats.merged import Merge, filled_down, laid_out
from csat_core.ingest.formats.records import Record
from csat_core.ingest.formats.sheet_content import LOOKED_AT, holds_rating, is_code_book
from csat_core.ingest.formats.sheets import Choice, best_of, named_sheet
from csat_core.ingest.formats.staged_rows import store_records
from csat_core.ingest.formats.table import MOST_COLUMNS, Note, Parsed, Source, cleaned_names, link
from csat_core.ingest.formats.workbook_parts import MOST_SHEETS, NOTHING_ASIDE, Asides
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.refusals import (
    BombError,
    DamagedFileError,
    EmptyFileError,
    FormulasError,
    HeaderOnlyError,
    NotATableError,
    PasswordProtectedError,
    TooManyColumnsError,
    shown,
)
from csat_core.ingest.texts.reading import fold

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_CELLS = 50_000_000
WIDEST = 16_384
"""Columns that a spreadsheet can have; a sheet with more was made to hurt."""
"""A sheet is held as a whole rectangle, 32 bytes a cell, however few of them are filled."""
MOST_MERGED = 100_000
"""Places; of a table that a person laid out there are dozens."""
HEAD = 100
MOST_OF_NOTES, MOST_NOTED = 20_000, 6
"""Cells of a sheet that may explain the answers of another, and how many sheets are looked at for it."""
MOST_COUNTED = 2_000_000
"""Cells; of a larger sheet the blank rows in between are not told apart, only to choose among sheets."""


def read_workbook(
    source: Source, kind: str, called: str, merges: Sequence[Sequence[Merge]] = (), asides: Asides = NOTHING_ASIDE
) -> Parsed:
    """How one sheet was read: the one named, else of those with ratings the one with the most rows below its names.

    `merges` are the merged cells of each sheet, where calamine does not know them; `asides` is what is not what it seems.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        workbook = CalamineWorkbook.from_path(str(link(source.path, source.folder, f".{kind}")))
        sizes: dict[str, int] = {}
        choice = _chosen(workbook, source, merges, sizes)
        notes = _notes(workbook, choice.table.sheet.name, sizes, source)
    except (EmptyFileError, HeaderOnlyError, NotATableError) as error:
        if not asides.formulas:
            raise
        raise FormulasError(found=asides.formulas) from error
    except PasswordError as error:
        raise PasswordProtectedError from error
    except (CalamineError, OSError) as error:
        raise DamagedFileError(found="the workbook cannot be opened") from error
    table, layout = choice.table, choice.table.layout
    names, aside = cleaned_names(layout.names), asides.of(workbook.sheet_names.index(table.sheet.name))
    records = source.far.along(table.records(), table.sheet.total_height)
    store_records(source.engine, len(names), records)
    several = f" It has {len(workbook.sheet_names)} sheets." if len(workbook.sheet_names) > 1 else ""
    return Parsed(
        format=kind, layout=layout, names=names, first_row=layout.first_record + 1, has_row_numbers=True,
        evidence=(f"{called}; sheet '{shown(table.sheet.name)}' is read.{several}",), sheet=table.sheet.name,
        sheets=tuple(workbook.sheet_names), other_sheets=choice.others, notes=notes,
        formulas=asides.formulas, errors=aside.errors, hidden_rows=aside.hidden_rows, hidden_columns=aside.hidden_columns,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A sheet and what stands where in it."""

    sheet: "CalamineSheet"
    layout: Recognised
    merges: tuple[Merge, ...]
    keys: tuple[str, ...]

    @property
    def names(self) -> Sequence[str]:
        """What its columns are called."""
        return self.layout.names

    @property
    def cells(self) -> int:
        """How many it takes in memory."""
        return self.sheet.total_height * self.sheet.total_width

    def filled_rows(self) -> int:
        """How many rows below the names are not blank; of a large sheet how many there are."""
        first = self.layout.first_record
        if self.cells > MOST_COUNTED:
            return self.sheet.total_height - first
        rows = islice(self.sheet.iter_rows(), first, None)
        return sum(any(str(cell).strip() for cell in row) for row in rows)

    def is_sought(self) -> bool:
        """Whether it holds what is looked for: one of the keys where there are any, else ratings."""
        if self.keys:
            return not {fold(key) for key in self.keys}.isdisjoint(map(fold, self.names))
        first = self.layout.first_record
        rows = [[text_of(cell) for cell in row] for row in islice(self.sheet.iter_rows(), first, first + LOOKED_AT)]
        return holds_rating(self.sheet.name, self.layout, rows)

    def explains(self) -> bool:
        """Whether it is a code book."""
        return not self.keys and is_code_book(self.sheet.name, self.layout)

    def records(self) -> Iterator[Record]:
        """The rows below the names that are not blank."""
        first = self.layout.first_record
        for at, row in enumerate(filled_down(_rows(self.sheet), self.merges, first), 1):
            if at > first and any(cell and cell.strip() for cell in row):
                yield at, row, ""


def _notes(workbook: "CalamineWorkbook", read: str, looked_at: dict[str, int], source: Source) -> tuple[Note, ...]:
    """The small sheets beside the one that is `read`; `looked_at` has the cells of those that were looked at.

    Where a sheet was named the others were not: they are now, until one of them is large.
    """
    from python_calamine import CalamineError

    found: list[Note] = []
    seen = 0
    for about in workbook.sheets_metadata[:MOST_SHEETS]:
        unknown = 0 if source.sheet is not None and str(about.typ).endswith(".WorkSheet") else MOST_OF_NOTES + 1
        if about.name == read or looked_at.get(about.name, unknown) > MOST_OF_NOTES:
            continue
        if len(found) == MOST_NOTED or seen > MOST_COUNTED:
            break
        with suppress(CalamineError):
            sheet = workbook.get_sheet_by_name(about.name)
            seen += (size := sheet.total_height * sheet.total_width)
            if size <= MOST_OF_NOTES:
                found.append(Note(sheet=about.name, rows=tuple(map(tuple, _rows(sheet)))))
    return tuple(found)


def _chosen(
    workbook: "CalamineWorkbook", source: Source, merges: Sequence[Sequence[Merge]], looked_at: dict[str, int]
) -> Choice[_Table]:
    """The sheet to read: the one named, else the one with ratings and the most rows; each is looked at once.

    How many cells each of those that were looked at spans is in `looked_at` then.
    """
    from python_calamine import CalamineError

    def table(name: str) -> _Table:
        if name not in looked_at and sum(looked_at.values()) > MOST_CELLS:
            raise BombError(found=f"the sheets before '{shown(name)}' span more than {MOST_CELLS:,} cells")
        at = workbook.sheet_names.index(name)
        try:
            sheet = workbook.get_sheet_by_name(name)
        except CalamineError as error:
            raise DamagedFileError(found=f"sheet '{shown(name)}' cannot be read") from error
        looked_at[name] = sheet.total_height * sheet.total_width
        return _table_in(sheet, merges[at] if at < len(merges) else None, source)

    if source.sheet is not None:
        return Choice(table=table(named_sheet(workbook.sheet_names, source.sheet)))
    about = workbook.sheets_metadata
    if len(about) > MOST_SHEETS:
        raise BombError(found=f"the workbook lists {len(about):,} sheets")
    hidden = {sheet.name for sheet in about if not str(sheet.visible).endswith(".Visible")}
    # charts and macros have sheets of their own, without cells
    cells = [sheet.name for sheet in about if str(sheet.typ).endswith(".WorkSheet")]
    return best_of(cells or workbook.sheet_names, hidden, table)


def _table_in(sheet: "CalamineSheet", merges: Sequence[Merge] | None, source: Source) -> _Table:
    """Where names and data are in a sheet; raises where it is empty, too large or holds no table."""
    if sheet.total_width > WIDEST:
        raise TooManyColumnsError(found=sheet.total_width, most=MOST_COLUMNS)
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        spans = f"{sheet.total_height:,} rows by {sheet.total_width:,} columns"
        raise BombError(found=f"sheet '{shown(sheet.name)}' spans {spans}")
    head = [[cell or "" for cell in row] for row in islice(_rows(sheet), HEAD + _first_filled(sheet))]
    if not any(cell.strip() for row in head for cell in row):
        raise EmptyFileError
    left = sheet.start[1] if sheet.start else 0
    spanned = sheet.merged_cell_ranges or () if merges is None else merges
    if len(spanned) > MOST_MERGED:
        raise BombError(found=f"sheet '{shown(sheet.name)}' merges cells in {len(spanned):,} places")
    shifted = tuple(((top, at - left), (bottom, to - left)) for (top, at), (bottom, to) in spanned)
    layout = laid_out(head, shifted, source.layout)
    if not any(cell.strip() for row in head[layout.first_record :] for cell in row):
        raise HeaderOnlyError
    return _Table(sheet=sheet, layout=layout, merges=shifted, keys=tuple(source.keys))


def _first_filled(sheet: "CalamineSheet") -> int:
    return sheet.start[0] if sheet.start else 0


def _rows(sheet: "CalamineSheet") -> Iterator[list[str | None]]:
    """The rows from row 1 of the sheet on; columns to the left of the first filled one are left out."""
    for row in sheet.iter_rows():
        yield [text_of(cell) for cell in row]
