"""Time beside the day: answers that end before they start, and the time zone that the name of a column states."""

import re

import duckdb

from csat_core.ingest.child.durations import list_spans
from csat_core.ingest.plan import Mapping, Problem
from csat_core.ingest.texts.stated_orders import order_stated

MOSTLY = 0.6
"""So many of the filled pairs must be moments before two columns are start and end."""
_ZONE = re.compile(r"[(\[]((?:UTC|GMT|[A-Z]{3,4})?(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z][A-Za-z]+/[A-Za-z_/-]+)[)\]]")


def time_zone(name: str) -> str | None:
    """The time zone that the name of a column states in brackets, such as `UTC` or `America/New_York`; None without."""
    return next((zone for zone in _ZONE.findall(name) if zone and order_stated(zone) is None), None)


def ends_before_starts(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> list[Problem]:
    """A problem where rows of the file end before they start, by the one column of each; the rows stay where they are."""
    pair = list_spans(connection, mapping)
    if pair is None:
        return []
    start, end = pair
    filled, read, count, row = connection.execute(
        'SELECT count(*), count(took), count(*) FILTER (took < 0), min("row") FILTER (took < 0) FROM spans'
    ).fetchall()[0]
    if not count or read < MOSTLY * filled:
        return []
    rows = "row ends" if count == 1 else "rows end"
    message = (
        f"{count:,} {rows} before {'it starts' if count == 1 else 'they start'}: '{end.name}' is earlier than "
        f"'{start.name}'. Such rows are kept; look at the clock of the survey."
    )
    return [Problem(code="ends_before_start", column=end.name, count=count, example_row=row, message=message)]
