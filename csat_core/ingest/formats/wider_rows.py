"""Rows that all have one cell more than there are names: they begin with a name of the row, or a text was divided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.refusals import WiderRowsError
from csat_core.ingest.texts.moments import is_moment
from csat_core.ingest.texts.names import says, sounds_rated
from csat_core.ingest.texts.reading import number_of
from csat_core.ingest.texts.vocabulary import Meaning

MOSTLY = 0.8
"""The share of cells that are what the name of their column says."""
SHOWN = 60
_TIMES = (Meaning.RESPONSE_TIME, Meaning.TIME, Meaning.OTHER_TIME, Meaning.START, Meaning.END)
_NUMBERS = (Meaning.REVENUE, Meaning.AGE, Meaning.METRIC, Meaning.COUNTED, Meaning.WEIGHT)
_KEYS = (Meaning.RESPONSE_ID, Meaning.OTHER_ID, Meaning.CUSTOMER, Meaning.NUMBERED)
_SPELLED_KEYS = ("#", "nr", "nr.", "no", "no.", "id")
Row = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wider:
    """How rows with one cell more than the header are read."""

    layout: Recognised
    divided: int | None
    """The number (from 1) of the column whose texts were divided in two; None where none was."""


def settled(head: Sequence[Row], layout: Recognised, delimiter: str) -> Wider:
    """The layout; where its rows are wider than the names, by one in each, that is what their content says.

    Raises WiderRowsError where it says nothing: columns would be read under the names of their neighbours.
    """
    names, rows = _wider(head, layout)
    if not rows:
        return Wider(layout=layout, divided=None)
    divided = _divided(rows)
    if divided is None and _are_named(names, rows):
        return Wider(layout=layout, divided=None)
    if divided is None:
        raise WiderRowsError(found=len(rows[0]), names=len(names), row=delimiter.join(rows[0])[:SHOWN], sign=delimiter)
    name = names[divided - 1].strip()
    said = f"Every row has one cell more than there are names: texts of '{name}' hold the sign that divides the columns, and are put together."
    made = replace(
        layout, names=tuple(names), evidence=(f"Row {layout.first_record} holds {len(names):,} column names.", said)
    )
    return Wider(layout=made, divided=divided)


def _wider(head: Sequence[Row], layout: Recognised) -> tuple[Row, list[Row]]:
    """The names as the file has them and the rows below, where a name was added in front; no rows elsewhere."""
    names = head[layout.first_record - 1] if 0 < layout.first_record <= len(head) else []
    if layout.layout != "generic" or layout.header_rows != 1 or len(layout.names) != len(names) + 1 or layout.names[0]:
        return names, []
    return names, [row for row in head[layout.first_record :] if any(map(str.strip, row))]


def _divided(rows: Sequence[Row]) -> int | None:
    """The column that was divided: in every row the only cell that begins with a blank is the one behind it."""
    spaced = {at for row in rows for at, cell in enumerate(row) if cell.startswith(" ") and cell.strip()}
    if len(spaced) != 1 or 0 in spaced:
        return None
    (at,) = spaced
    return at if all(row[at].startswith(" ") for row in rows) else None


def _are_named(names: Row, rows: Sequence[Row]) -> bool:
    """Whether the first cell of a row is its name or number: what the other names say fits their cells then, and only then."""
    votes = [vote for at, name in enumerate(names) if (vote := _vote(name, rows, at))]
    if sum(votes):
        return sum(votes) > 0
    first = [row[0].strip().strip('"') for row in rows]
    is_key = says(names[0], *_KEYS) or names[0].strip().lower() in _SPELLED_KEYS
    return not is_key and not votes and len(set(first)) == len(first)


def _vote(name: str, rows: Sequence[Row], at: int) -> int:
    """1 where the cells one further right are what the name says, -1 where those in its own place are; else 0."""
    fits: Callable[[str], object]
    if says(name, *_TIMES):
        fits = is_moment
    elif sounds_rated(name) or says(name, *_NUMBERS):
        fits = _is_number
    else:
        return 0
    right, own = (sum(bool(fits(row[at + by].strip())) for row in rows) >= MOSTLY * len(rows) for by in (1, 0))
    return right - own


def _is_number(cell: str) -> bool:
    return not cell or number_of(cell, ".") is not None or number_of(cell, ",") is not None
