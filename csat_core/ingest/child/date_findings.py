"""What is said of the column of days: how it is read, which days can hardly be right."""

from datetime import date
from typing import Any

import duckdb

from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.texts.packed_dates import OTHERWISE, TURNED
from csat_core.ingest.texts.stated_orders import order_stated
from csat_core.ingest.texts.zones import time_zone
from csat_core.model.dataset import Role

EARLIEST = date(1990, 1, 1)
"""Days before are hardly those of an answer; placeholders such as 1900-01-01 are."""
FAR_YEARS = 10
"""So far from nearly all other days a day is hardly right either."""


def date_order_problems(column: ColumnMapping, told: dict[str, Any]) -> list[Problem]:
    """How the days are read, the time zone that the name states, and how many rows have none; nothing of any other column."""
    if column.role is not Role.TIME:
        return []
    problems = []
    order = column.date_order or ""
    words = {"dmy": "the day first", "mdy": "the month first"}.get(order)
    if order == "ymd" and OTHERWISE in column.reason:
        words = "the year first"
    if words:
        message = f"The dates in '{column.name}' are read with {words}. {column.reason}".strip()
        problems.append(Problem(code="date_order", column=column.name, count=told["answered"], message=message))
    if column.date_order == TURNED:
        stated = order_stated(column.name) == TURNED
        why = "as its name says" if stated else "because a spreadsheet had taken days for months"
        message = (
            f"In '{column.name}' day and month behind a year change places: 2026-03-02 is read as 3 February, {why}."
        )
        problems.append(Problem(code="date_order", column=column.name, count=told["answered"], message=message))
    zone = time_zone(column.name)
    if zone:
        message = f"'{column.name}' says that its times are those of {zone}: every day is kept as it is written there."
        problems.append(Problem(code="time_zone", column=column.name, count=told["answered"], message=message))
    if told["blank"]:
        message = f"{told['blank']:,} of the rows kept have no date in '{column.name}': trends leave them out."
        problems.append(Problem(code="no_day", column=column.name, count=told["blank"], message=message))
    return problems


def far_days(connection: duckdb.DuckDBPyConnection, column: ColumnMapping) -> list[Problem]:
    """A problem where days lie before 1990, after tomorrow, or years from nearly all others; the rows are kept."""
    if column.role is not Role.TIME:
        return []
    count, row, day = connection.execute(
        "WITH bulk AS (SELECT quantile_disc(day, 0.05) AS low, quantile_disc(day, 0.95) AS high FROM kept), "
        f"far AS (SELECT row, day FROM kept, bulk WHERE day < greatest($earliest, low - INTERVAL {FAR_YEARS} YEAR) "
        f"OR day > least(current_date + 1, high + INTERVAL {FAR_YEARS} YEAR)) "
        "SELECT count(*), min(row), arg_min(day, row) FROM far",
        {"earliest": EARLIEST},
    ).fetchall()[0]
    if not count:
        return []
    is_are = "row has a day" if count == 1 else "rows have days"
    message = (
        f"{count:,} {is_are} in '{column.name}' that can hardly be right, such as {day.isoformat()}: before 1990, after "
        f"tomorrow, or more than {FAR_YEARS} years from nearly all others. Such rows are kept; a period leaves them out."
    )
    return [Problem(code="far_day", column=column.name, count=count, example_row=row, message=message)]
