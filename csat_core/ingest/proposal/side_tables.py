"""Small tables beside the answers, such as a legend of the answers or a calculation: a blank column divides them."""

from collections.abc import Sequence

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.model.dataset import Role

FEW = 0.1
"""So many of the rows, and a legend or a calculation is too short to be one of answers."""
FEWEST_ROWS = 20


def beside(columns: Sequence[ColumnProfile]) -> frozenset[int]:
    """The positions of the columns right of a blank one without a name, where all of them are nearly blank."""
    rows = max((column.filled + column.blank for column in columns), default=0)
    gap = next((at for at, each in enumerate(columns) if at and not each.filled and _is_unnamed(each)), None)
    if gap is None or rows < FEWEST_ROWS:
        return frozenset()
    right = columns[gap:]
    short = all(column.filled <= FEW * rows for column in right)
    return frozenset(column.position for column in right) if short else frozenset()


def as_beside(column: ColumnProfile) -> ColumnMapping:
    """A column of such a table, which is left out."""
    reason = "A small table beside the answers, behind a blank column."
    return ColumnMapping(
        position=column.position, name=column.name, label=column.described.label, role=Role.IGNORE, reason=reason
    )


def _is_unnamed(column: ColumnProfile) -> bool:
    return column.name == f"Column {column.position}"
