"""The decimal mark under which each column of numbers is read: what its own numbers settle, else that of the file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.units_of_numbers import with_units
from csat_core.ingest.texts.reading import number_of
from csat_core.model.scale import number_text

MARK_NAMES = {"comma": ",", "point": "."}
NAMES = {mark: name for name, mark in MARK_NAMES.items()}


def mark_in(order: str | None) -> tuple[str | None, str | None]:
    """The mark that stands behind a role, and what stands behind it: `comma,18,35` is a decimal comma and two cuts."""
    first, _, rest = (order or "").partition(",")
    return (MARK_NAMES[first.strip()], rest.strip() or None) if first.strip() in MARK_NAMES else (None, order)


def as_written(
    columns: Iterable[ColumnMapping], profiles: Sequence[ColumnProfile], decimal: str
) -> tuple[ColumnMapping, ...]:
    """The columns, those of numbers with their unit and with their own mark where it is not `decimal`, that of the file.

    A mark that was given stays.
    """
    marks = {profile.position: profile.mark for profile in profiles}
    columns = with_units(columns, profiles)
    return tuple(
        replace(column, decimal=own)
        if column.role.storage == "number"
        and not column.decimal
        and (own := marks.get(column.position)) not in (None, decimal)
        else column
        for column in columns
    )


def with_marks_as_before(
    columns: Iterable[ColumnMapping], profiles: Iterable[ColumnProfile], before: str, decimal: str
) -> tuple[ColumnMapping, ...]:
    """The columns of a dataset as a further file has them: where its numbers settle no mark, that of the first file holds.

    `before` is the mark of the first file, `decimal` that of this one.
    """
    marks = {profile.position: profile.mark for profile in profiles}
    read = [marks.get(column.position) or column.decimal or before for column in columns]
    return tuple(
        replace(column, decimal=mark if mark != decimal and column.role.storage == "number" else None)
        for column, mark in zip(columns, read, strict=True)
    )


def open_mark(column: ColumnMapping, profile: ColumnProfile, decimal: str) -> Problem | None:
    """The problem of numbers that would mean a thousand times as much under the other mark; None where that is settled, or was given."""
    if column.decimal or not profile.is_open or column.role.storage != "number" or not profile.top:
        return None
    mark = decimal
    text, read = next(
        (
            (text, number)
            for text, _ in profile.top
            if any(sign in text for sign in ",.") and (number := number_of(text, mark))
        ),
        (profile.top[0][0], None),
    )
    if read is None:
        return None
    other = NAMES["." if mark == "," else ","]
    found = (
        f"Nothing in the file says whether the sign in numbers of '{column.name}' such as {text} divides thousands or decimals: "
        f"{text} is read as {number_text(read)}."
    )
    return Problem(
        code="open_mark", column=column.name, count=profile.filled,
        message=f'{found} If that is wrong, say --map "{column.name}={column.role}:{other}".',
        on_page=f"{found} If that is wrong, choose the other decimal mark of the column under Columns.",
    )  # fmt: skip
