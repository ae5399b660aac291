"""Time beside the day: answers that end before they start."""

import duckdb

from csat_core.ingest.child.durations import list_spans
from csat_core.ingest.plan import Mapping, Problem

MOSTLY = 0.6
"""So many of the filled pairs must be moments before two columns are start and end."""


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
