"""Time beside the day: answers that end before they start, and the time zone that the name of a column states."""

import re
from collections.abc import Iterable

import duckdb

from csat_core.ingest.days import moment
from csat_core.ingest.expressions import cell_at
from csat_core.ingest.names import says
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem
from csat_core.ingest.vocabulary import Meaning
from csat_core.model.dataset import Role

MOSTLY = 0.6
"""So many of the filled pairs must be moments before two columns are start and end."""
_ZONE = re.compile(r"[(\[]((?:UTC|GMT|[A-Z]{3,4})?(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z][A-Za-z]+/[A-Za-z_/-]+)[)\]]")


def time_zone(name: str) -> str | None:
    """The time zone that the name of a column states in brackets, such as `UTC` or `America/New_York`; None without."""
    return next((zone for zone in _ZONE.findall(name) if zone), None)


def ends_before_starts(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
    """A problem where rows of the file end before they start, by the one column of each; the rows stay where they are."""
    start = _only(column for column in mapping.columns if _starts(column))
    end = _only(column for column in mapping.columns if _ends(column))
    if start is None or end is None:
        return []
    order = next((column.date_order for column in mapping.columns if column.role is Role.TIME), None) or "ymd"
    cells = [cell_at(column.position) for column in (start, end)]
    began, ended = (moment(cell, column.date_order or order) for cell, column in zip(cells, (start, end), strict=True))
    filled, read, count, row = connection.execute(
        "SELECT count(*), count(began) FILTER (ended IS NOT NULL), count(*) FILTER (ended < began), "
        f'min("row") FILTER (ended < began) FROM (SELECT "row", {began} AS began, {ended} AS ended FROM lines '
        f"WHERE {cells[0]} IS NOT NULL AND {cells[1]} IS NOT NULL)"
    ).fetchall()[0]
    if not count or read < MOSTLY * filled:
        return []
    rows = "row ends" if count == 1 else "rows end"
    message = (
        f"{count:,} {rows} before {'it starts' if count == 1 else 'they start'}: '{end.name}' is earlier than "
        f"'{start.name}'. Such rows are kept; look at the clock of the survey."
    )
    return [Problem(code="ends_before_start", column=end.name, count=count, example_row=row, message=message)]


def _starts(column: ColumnMapping) -> bool:
    return _may_be_time(column) and says(column.name, Meaning.START) and not says(column.name, Meaning.END)


def _ends(column: ColumnMapping) -> bool:
    return _may_be_time(column) and says(column.name, Meaning.END) and not says(column.name, Meaning.START)


def _may_be_time(column: ColumnMapping) -> bool:
    return column.role in (Role.TIME, Role.IGNORE)


def _only(columns: Iterable[ColumnMapping]) -> ColumnMapping | None:
    """The one of `columns`; None where there is none or more than one."""
    found = list(columns)
    return found[0] if len(found) == 1 else None
