"""Merged cells: a spreadsheet keeps their text in the first of them, and leaves the others blank."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Place = tuple[int, int]
"""A cell by row and column, from 0."""
Merge = tuple[Place, Place]
"""The first and the last cell."""
Row = list[str | None]

MOST_FILLED = 1_000_000
"""Cells that are filled from the one above them; a sheet that merges more is not a table of responses."""
MOST_HEADER_ROWS = 100


def filled_down(rows: Iterable[Row], merges: Iterable[Merge], first: int) -> Iterator[Row]:
    """The rows; from row `first` on, a cell merged with the one above it holds what that one holds."""
    above = _above(merges, first)
    if not above:
        yield from rows
        return
    sources = set(above.values())
    kept: dict[Place, str | None] = {}
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if (at, column) in sources:
                kept[(at, column)] = cell
            elif cell is None and (at, column) in above:
                row[column] = kept.get(above[(at, column)])
        yield row


def _above(merges: Iterable[Merge], first: int) -> dict[Place, Place]:
    """For each covered cell in the first column of a merge, the cell that holds its text."""
    found: dict[Place, Place] = {}
    for (top, left), (bottom, _) in merges:
        if len(found) + bottom - top > MOST_FILLED:
            break
        if top >= first:
            found.update(((row, left), (top, left)) for row in range(top + 1, bottom + 1))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """The first rows of a sheet whose names stand in two rows: the second of them has both."""

    head: list[list[str]]
    evidence: str


def grouped(head: Sequence[Sequence[str]], merges: Iterable[Merge]) -> Grouped | None:
    """The head with `Staff [Friendliness]` where `Staff` is merged above `Friendliness`; None without such groups.

    A merge that takes the whole width is a title and no group.
    """
    width = max(map(len, head), default=0)
    across = [merge for merge in merges if merge[0][1] < merge[1][1] and merge[0][0] < MOST_HEADER_ROWS]
    for at in sorted({merge[0][0] for merge in across}):
        groups = [merge for merge in across if merge[0][0] == at]
        if at + 1 >= len(head) or any(right - left + 1 >= width for (_, left), (_, right) in groups):
            continue
        above, below = _padded(head[at], width), _padded(head[at + 1], width)
        if not _are_names(below) or not all(_names_parts(below, merge) for merge in groups):
            return None
        for (_, left), (_, right) in groups:
            above[left : right + 1] = [above[left]] * (right + 1 - left)
        names = [_name(group.strip(), part.strip()) for group, part in zip(above, below, strict=True)]
        said = (
            f"Merged cells in row {at + 1} group the columns: names are put together from rows {at + 1} and {at + 2}."
        )
        return Grouped(head=[*map(list, head[:at]), [], names, *map(list, head[at + 2 :])], evidence=said)
    return None


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]


def _are_names(row: Sequence[str]) -> bool:
    """Whether no cell is a number; answers below a merged title are."""
    return not any(cell.strip().replace(".", "", 1).replace(",", "", 1).lstrip("-").isdigit() for cell in row)


def _names_parts(row: Sequence[str], merge: Merge) -> bool:
    """Whether the row tells the columns of the group apart."""
    (_, left), (_, right) = merge
    parts = [cell.strip() for cell in row[left : right + 1] if cell.strip()]
    return len(parts) > 1 and len(set(parts)) == len(parts)


def _name(group: str, part: str) -> str:
    if not group or not part or group == part:
        return group or part
    return f"{group} [{part}]"
