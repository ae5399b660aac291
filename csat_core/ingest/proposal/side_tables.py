"""Tables beside the answers: a legend or a calculation behind a blank column, or a second table of answers."""

import re
from collections.abc import Sequence

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem
from csat_core.ingest.proposal.cell_facts import is_unique
from csat_core.ingest.proposal.date_orders import date_orders
from csat_core.ingest.proposal.response_keys import holds_codes
from csat_core.ingest.texts.reading import fold
from csat_core.model.dataset import Role

FEW = 0.1
"""So many of the rows, and a legend or a calculation is too short to be one of answers."""
FEWEST_ROWS = 20
FEWEST_NAMES = 3
"""Columns that stand twice under the same names are two tables from so many on, where no blank column divides them."""
SMALL = "A small table beside the answers, behind a blank column."
SECOND = "Of another table of responses beside this one, which is not read."
_OF_GROUP = re.compile(r".*\[(.+)\]", re.DOTALL)
"""The name of a column under a title that stands above several."""


def beside(columns: Sequence[ColumnProfile]) -> dict[int, str]:
    """By position why columns are left out that belong to another table than the answers; empty where all are of one."""
    rows = max((column.filled + column.blank for column in columns), default=0)
    gap = next((at for at, each in enumerate(columns) if at and not each.filled and _is_unnamed(each)), None)
    if rows < FEWEST_ROWS:
        return {}
    if gap is not None and all(column.filled <= FEW * rows for column in columns[gap:]):
        return {column.position: SMALL for column in columns[gap:]}
    half = len(columns) // 2 if gap is None else gap
    left, right = columns[:half], columns[half:] if gap is None else columns[half + 1 :]
    if not _are_two(left, right, is_divided=gap is not None):
        return {}
    # the rows beyond the shorter one are no responses of it
    second = left if _length(right) > _length(left) else right
    return {column.position: SECOND for column in second}


def as_beside(column: ColumnProfile, reason: str) -> ColumnMapping:
    """A column of such a table, which is left out."""
    return ColumnMapping(
        position=column.position, name=column.name, label=column.described.label, role=Role.IGNORE, reason=reason
    )


def second_table(mapping: Mapping, columns: Sequence[ColumnProfile]) -> list[Problem]:
    """The problem of a second table of responses that is not read; none where there is none."""
    profiles = {profile.position: profile for profile in columns}
    second = [profiles[each.position] for each in mapping.columns if each.role is Role.IGNORE and each.reason == SECOND]
    if not second:
        return []
    second.sort(key=lambda profile: profile.position)
    first = [profile for profile in columns if profile.filled and profile not in second]
    of = " to ".join(f"'{profile.name}'" for profile in (first[0], first[-1]))
    out = " to ".join(f"'{profile.name}'" for profile in (second[0], second[-1]))
    message = (
        f"Two tables of responses stand side by side: that from {of} is read, the {_length(second):,} rows from {out} are not. "
        "Put them on a sheet of their own, or in a file."
    )
    return [Problem(code="second_table", count=_length(second), message=message)]


def _are_two(left: Sequence[ColumnProfile], right: Sequence[ColumnProfile], *, is_divided: bool) -> bool:
    """Whether both are tables of responses: they have the same names, or a day and a key each, and are not as long."""
    ours, theirs = [_bare(each) for each in left], [_bare(each) for each in right]
    if not is_divided:
        return ours == theirs and len(ours) >= FEWEST_NAMES and len(set(ours)) == len(ours)
    shared = len(set(ours) & set(theirs))
    if shared >= 2 and 2 * shared >= min(len(ours), len(theirs)):
        return True
    return _length(left) != _length(right) and all(_has_day_and_key(each) for each in (left, right))


def _has_day_and_key(columns: Sequence[ColumnProfile]) -> bool:
    days = any(date_orders(each) for each in columns)
    return days and any(each.filled == _length(columns) and is_unique(each) and holds_codes(each) for each in columns)


def _length(columns: Sequence[ColumnProfile]) -> int:
    return max((column.filled for column in columns), default=0)


def _bare(column: ColumnProfile) -> str:
    grouped = _OF_GROUP.fullmatch(column.name)
    return fold(grouped[1] if grouped else column.name)


def _is_unnamed(column: ColumnProfile) -> bool:
    return column.name == f"Column {column.position}"
