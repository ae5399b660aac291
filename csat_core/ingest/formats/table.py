"""What a format is given and what it leaves: a staged table of text, and how it was read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

import duckdb

from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.refusals import TooManyColumnsError
from csat_core.ingest.texts.markup import as_shown
from csat_core.ingest.texts.reading import LONGEST_NAME

MOST_COLUMNS = 2_000
SPACES = " \t\n\v\f\r\x1a\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
"""Whatever takes room, or none, and shows nothing, and what ended a file of MS-DOS: a cell of these alone is blank."""
FIRST_SIGN, AFTER_ASCII = "!", "\u0085"
"""No cell that begins between these is blank: no character between them takes room alone."""

Report = Callable[[float | None, str], None]
Numbered = TypeVar("Numbered", bound=tuple[int, object, object])


@dataclass(slots=True)
class Far:
    """How far a format is that reads its rows itself; with a statement of its own the engine knows it."""

    share: Callable[[], float | None] | None = None
    """0-1, None where it is not known; asked for several times a second."""

    def of(self, path: Path, taken: Callable[[], int]) -> None:
        """Nothing; the share is what is taken of the letters of a text, in which few are of more than a byte."""
        size = max(1, path.stat().st_size)
        self.share = lambda: min(1.0, taken() / size)

    def along(self, records: Iterable[Numbered], last: int) -> Iterator[Numbered]:
        """The records, of which the last has that number; the share is what was taken of them."""
        at = 0
        self.share = lambda: min(1.0, at / max(1, last))
        for record in records:
            at = record[0]
            yield record


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a format has to work with."""

    path: Path
    folder: Path
    engine: duckdb.DuckDBPyConnection
    sheet: str | None = None
    encoding: str | None = None
    """Named by the person; what the file itself says is taken otherwise."""
    delimiter: str | None = None
    layout: str | None = None
    """The id of a layout, where a person chose it."""
    keys: Sequence[str] = ()
    """What the column is called that a second file must have; without any it is ratings that are looked for."""
    in_place: bool = True
    """Whether large text may be read where it lies."""
    far: Far = field(default_factory=Far)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A sheet beside the one that is read, which may explain its codes."""

    sheet: str
    rows: tuple[Sequence[str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """How a file was read; table `staged` is in the engine, and table `misfits` where rows did not fit."""

    format: str
    layout: Recognised
    names: tuple[str, ...]
    first_row: int
    """The number of the first data row as a spreadsheet shows it."""
    has_row_numbers: bool
    """Whether `staged` has a column `row`; otherwise rows follow each other without a gap."""
    evidence: tuple[str, ...]
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    other_sheets: tuple[tuple[str, int | None, bool], ...] = ()
    """Sheets with rows that are not read, where none was named: name, rows (None where it cannot be read), whether its
    columns are those of the sheet that is read."""
    notes: tuple[Note, ...] = ()
    """What sheets beside it that are not too large say."""
    formulas: int = 0
    """Cells of a workbook whose formulas have no results."""
    errors: int = 0
    """Cells of a workbook with the error of a formula, such as `#N/A`."""
    hidden_rows: int = 0
    hidden_columns: int = 0
    """Rows, and runs of columns, that a workbook does not show; they are read."""
    lines: int | None = None
    """How many rows there must be where `staged` is a view of text that lies where it came; else None."""
    is_plain: bool = False
    """Whether all of that text is ASCII, and only spaces and the ends of its lines take room in it."""


class Format(Protocol):
    """One kind of file, in a module of its own."""

    def recognises(self, start: bytes, path: Path) -> bool:
        """Whether a file that starts with these bytes is of this kind."""

    def parse(self, source: Source) -> Parsed:
        """How the file was read; `staged` holds its cells, c1, c2 ..., NULL where blank.

        Raises an ImportFileError where it cannot be read.
        """


def cleaned_names(header: Sequence[str]) -> tuple[str, ...]:
    """The names as shown: NFC, one kind of space, no HTML, `Column 7` where empty.

    Equal names stay equal: columns go by position. Raises TooManyColumnsError.
    """
    if len(header) > MOST_COLUMNS:
        raise TooManyColumnsError(found=len(header), most=MOST_COLUMNS)
    return tuple(as_shown(name)[:LONGEST_NAME] or f"Column {position}" for position, name in enumerate(header, 1))


def link(path: Path, folder: Path, ending: str = "") -> Path:
    """The same file under a plain name: some libraries take the ending of a name for an order."""
    target = folder / f"source{ending}"
    target.unlink(missing_ok=True)
    target.symlink_to(path.resolve())
    return target


def cell_names(width: int) -> list[str]:
    """The names of the cells in the staged table: c1, c2 ..."""
    return [f"c{position}" for position in range(1, width + 1)]


def has_table(engine: duckdb.DuckDBPyConnection, name: str) -> bool:
    """Whether the staged file holds a table of this name."""
    there = "SELECT count(*) FROM duckdb_tables() WHERE table_name = $name"
    return bool(engine.execute(there, {"name": name}).fetchall()[0][0])


def or_null(cell: str) -> str:
    """An expression for the text of `cell` as it stands, NULL where it shows nothing.

    Nearly every cell is settled by its first byte, at next to no cost: of two tests in one both would be made of every cell.
    """
    spaces = "'" + SPACES + "'"
    odd = f"{cell} < '{FIRST_SIGN}' OR {cell} >= '{AFTER_ASCII}'"
    return f"CASE WHEN {odd} THEN CASE WHEN trim({cell}, {spaces}) = '' THEN NULL ELSE {cell} END ELSE {cell} END"
