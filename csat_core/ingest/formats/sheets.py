"""The sheets of a workbook: which of them is read where none is named, and what is said of the others."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from csat_core.ingest.refusals import (
    BombError,
    DamagedFileError,
    EmptyFileError,
    HeaderOnlyError,
    ImportFileError,
    LayoutError,
    NoSuchSheetError,
    NotATableError,
    shown,
)
from csat_core.ingest.texts.reading import fold

SHEETS_SHOWN = 12
MOST_KEPT = 25_000_000
"""A sheet with more cells is let go while others are looked at, and read again if it is the one: two have no room."""


class Table(Protocol):
    """A sheet with names and rows below them."""

    @property
    def names(self) -> Sequence[str]:
        """What its columns are called."""

    @property
    def cells(self) -> int:
        """How many it takes in memory."""

    def is_sought(self) -> bool:
        """Whether it holds what is looked for, such as ratings."""

    def explains(self) -> bool:
        """Whether it rather says what another one means, as a code book does."""

    def filled_rows(self) -> int:
        """How many rows below the names are not blank."""


T = TypeVar("T", bound=Table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[T]):
    """The sheet that is read, and the others that hold rows."""

    table: T
    others: tuple[tuple[str, int | None, bool], ...] = ()
    """Name, rows (None where it cannot be read), whether its columns are those of the one that is read."""


def best_of(names: Iterable[str], hidden: AbstractSet[str], table: Callable[[str], T]) -> Choice[T]:
    """The table with what is looked for and then the most rows, the first among equals; a hidden sheet comes last.

    One of a single column, or that explains others, comes behind all others that hold it, or do not hold it, too.

    Raises why the first sheet holds no table where none does.
    """
    order = sorted(names, key=hidden.__contains__)
    refusal: ImportFileError = EmptyFileError()
    best: T | None = None
    best_name, best_rank = "", (False, False, False, -1)
    seen: list[tuple[str, int | None, tuple[str, ...]]] = []
    for name in order:
        if best is not None and best.cells > MOST_KEPT:
            best = None
        try:
            found = table(name)
        except (HeaderOnlyError, NotATableError, EmptyFileError, LayoutError, BombError, DamagedFileError) as error:
            refusal = error if isinstance(refusal, EmptyFileError) else refusal
            seen += [(name, None, ())] if isinstance(error, BombError | DamagedFileError) else []
            continue
        rows = found.filled_rows() if len(order) > 1 else 0
        seen.append((name, rows, tuple(map(fold, found.names))))
        is_sought = found.is_sought() if len(order) > 1 else False
        is_aside = len(order) > 1 and (len(found.names) == 1 or found.explains())
        rank = (name not in hidden, is_sought, not is_aside, rows)
        if rank > best_rank:
            best, best_name, best_rank = found, name, rank
        del found
    if not best_name:
        raise refusal
    columns = next(header for name, _, header in seen if name == best_name)
    others = tuple((name, rows, header == columns) for name, rows, header in seen if name != best_name)
    return Choice(table=best or table(best_name), others=others)


def named_sheet(sheets: Sequence[str], named: str) -> str:
    """The sheet of this name; raises NoSuchSheetError that lists those there are."""
    exact = [sheet for sheet in sheets if sheet == named]
    found = exact or [sheet for sheet in sheets if sheet.strip().casefold() == named.strip().casefold()]
    if not found:
        listed = ", ".join(shown(sheet, 31) for sheet in sheets[:SHEETS_SHOWN])
        more = f" and {len(sheets) - SHEETS_SHOWN} more" if len(sheets) > SHEETS_SHOWN else ""
        raise NoSuchSheetError(sheet=named, sheets=listed + more)
    return found[0]
