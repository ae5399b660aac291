"""Merged cells: a spreadsheet keeps their text in the first of them, and leaves the others blank."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from csat_core.ingest.layouts import recognised
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.scales_across import heads_ticks
from csat_core.ingest.texts.calendar_orders import orders_of

Place = tuple[int, int]
"""A cell by row and column, from 0."""
Merge = tuple[Place, Place]
"""The first and the last cell."""
Row = list[str | None]

MOST_FILLED = 1_000_000
"""Cells that are filled from the one above them; a sheet that merges more is not a table of responses."""
MOST_HEADER_ROWS = 100
MOST_TITLES = 10
"""Rows from the first on among which names without merges are looked for."""


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


def laid_out(head: Sequence[Sequence[str]], merges: Sequence[Merge], wished: str | None) -> Recognised:
    """Where names and data are; names in two rows are put together where no particular layout says what they are.

    Raises what `recognised` raises.
    """
    found = recognised(head, named=wished)
    both = grouped(head, merges or merges_by_blanks(head)) if found.layout == "generic" else None
    if both is None:
        return found
    return replace(found := recognised(both.head, named=wished), evidence=(*found.evidence, both.evidence))


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
        if not (_are_names(below) or heads_ticks(below, head[at + 2 :])) or not all(
            _names_parts(below, merge) for merge in groups
        ):
            return None
        for (_, left), (_, right) in groups:
            above[left : right + 1] = [above[left]] * (right + 1 - left)
        names = [_name(group.strip(), part.strip()) for group, part in zip(above, below, strict=True)]
        said = f"Names in row {at + 1} group the columns below them: names are put together from rows {at + 1} and {at + 2}."
        return Grouped(head=[*map(list, head[:at]), [], names, *map(list, head[at + 2 :])], evidence=said)
    return None


def merges_by_blanks(head: Sequence[Sequence[str]]) -> tuple[Merge, ...]:
    """The merged cells of names that a file keeps as blanks: `Staff,,Store,` above `Friendliness,Speed,Tidiness,Range`.

    A name and the blanks right of it are one where all of them have a name of their own below. Of the other columns each has
    its name in one of the two rows, or the same in both; fewer than those named above alone may have something else below,
    such as their scale. None where that is not so, or where the second row is data.
    """
    for at, (row, other) in enumerate(itertools.pairwise(head[:MOST_TITLES])):
        width = max(len(row), len(other))
        above, below = ([cell.strip() for cell in _padded(cells, width)] for cells in (row, other))
        runs = _runs(above, below)
        inside = {column for left, right in runs for column in range(left, right + 1)}
        outside = [column for column in range(width) if column not in inside]
        if not runs or not (len(runs) > 1 or outside):
            continue
        of_ticks = heads_ticks(below, head[at + 2 :])
        if sum(map(bool, above)) < 2 and not of_ticks:
            continue
        twice = sum(bool(above[column] and below[column]) and above[column] != below[column] for column in outside)
        once = sum(bool(above[column]) and not below[column] for column in outside)
        is_told = all(above[column] or below[column] for column in outside) and (not twice or twice < once)
        are_names = of_ticks or (_are_names(below) and not _come_again(below, head[at + 2 :]))
        if is_told and _are_names(above) and are_names:
            return tuple(((at, left), (at, right)) for left, right in runs)
    return ()


def _runs(above: Sequence[str], below: Sequence[str]) -> list[tuple[int, int]]:
    """First and last column of each name with blanks at its right below which all is filled."""
    found = []
    for left, name in enumerate(above):
        right = left
        while name and below[left] and right + 1 < len(above) and not above[right + 1] and below[right + 1]:
            right += 1
        if right > left:
            found.append((left, right))
    return found


def _come_again(row: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether a cell of the row stands again below it in its column: it is an answer then."""
    return any(cell and len(other) > at and other[at].strip() == cell for other in body for at, cell in enumerate(row))


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]


def _are_names(row: Sequence[str]) -> bool:
    """Whether no cell is a number or a date; answers below a merged title are."""
    return not any(
        orders_of(cell) or cell.strip().replace(".", "", 1).replace(",", "", 1).lstrip("-").isdigit() for cell in row
    )


def _names_parts(row: Sequence[str], merge: Merge) -> bool:
    """Whether the row tells the columns of the group apart."""
    (_, left), (_, right) = merge
    parts = [cell.strip() for cell in row[left : right + 1] if cell.strip()]
    return len(parts) > 1 and len(set(parts)) == len(parts)


def _name(group: str, part: str) -> str:
    if not group or not part or group == part:
        return group or part
    return f"{group} [{part}]"
