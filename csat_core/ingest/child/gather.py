"""From a staged second file to one row a key, in the child process: each column taken as a sum, a mean or the latest."""

from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.child.convert import REJECTED, opened
from csat_core.ingest.child.heartbeat import alive
from csat_core.ingest.child.set_aside import write_set_aside
from csat_core.ingest.child.set_aside_findings import set_aside_problems
from csat_core.ingest.child.typed_rows import typed_rows
from csat_core.ingest.child.unfit import UNREAD_CELLS, list_bad_cells
from csat_core.ingest.formats.table import Report
from csat_core.ingest.plan import Mapping, columns_of, from_json
from csat_core.ingest.texts.expressions import cell_at
from csat_core.model.alike import key_of
from csat_core.model.dataset import Role

GATHERED = "gathered.parquet"
_TAKEN = {
    "sum": "sum({0})",
    "mean": "avg({0})",
    "latest": "last({0} ORDER BY moment NULLS FIRST, row) FILTER ({0} IS NOT NULL)",
}
_CLOCK = "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?"


def gather(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """What the file staged in `request["folder"]` holds for each key, as plain JSON: counts, problems, `open_latest` and `days`.

    The third says by column id under how many keys several values stand at the latest time, or the file has none; the last
    is the first and the last day where a date is read.

    `request["keys"]` are the columns that are the key together, `request["takes"]` says by column id how its values become
    one, and with `request["alike"]` keys that are alike but for how they are written are one. The folder then holds
    `gathered.parquet` (key, what it is alike, rows, then the columns by id) and `rejected.parquet`.
    """
    folder, mapping = Path(request["folder"]), from_json(request["mapping"])
    pepper = str(request.get("pepper", ""))
    takes: dict[str, str] = request["takes"]
    with opened(folder, request) as connection:
        with alive(connection, report, "Reading the second file", (0.05, 0.6)):
            typed = typed_rows(connection, mapping, "", pepper)
            clock, beside = _clock(connection, mapping)
            connection.execute(
                f"CREATE TEMP TABLE checked AS SELECT typed.*, {clock} AS moment FROM ({typed.select}) typed{beside}",
                typed.values,
            )
            list_bad_cells(connection, typed.doubtful, "checked")
            connection.execute(f"CREATE TEMP VIEW unfit_cells AS {UNREAD_CELLS}")
        write_set_aside(connection, mapping, list(request["header"]), folder / REJECTED, pepper)
        spelled, near = key_of(request["keys"]), key_of(request["keys"], by_alike=True)
        key = near if request.get("alike") else spelled
        values = [f"{_TAKEN[takes[id]].format(id)} AS {id}" for id, _ in columns_of(mapping) if id in takes]
        with alive(connection, report, "Bringing each key together", (0.6, 0.95)):
            connection.execute(
                f"CREATE TEMP TABLE gathered AS SELECT {', '.join([f'{key} AS key', f'{near} AS alike', 'count(*) AS rows', *values])} "
                f"FROM checked WHERE bad IS NULL AND {key} IS NOT NULL GROUP BY ALL"
            )
            connection.execute("COPY gathered TO $path (FORMAT parquet)", {"path": str(folder / GATHERED)})
            latest = [id for id, _ in columns_of(mapping) if takes.get(id) == "latest"]
            open_latest = {id: n for id in latest if (n := _open(connection, key, id))}
        names = ("keys", "rows", "repeated", "most", "rejected", "without_key", "spellings")
        counts = connection.execute(
            "SELECT count(*), coalesce(sum(rows), 0), count(*) FILTER (rows > 1), coalesce(max(rows), 0), "
            "(SELECT count(DISTINCT row) FROM set_aside), "
            f"(SELECT count(*) FROM checked WHERE bad IS NULL AND {key} IS NULL), "
            f"(SELECT count(DISTINCT {spelled}) FROM checked WHERE bad IS NULL) FROM gathered"
        ).fetchall()[0]
        days = connection.execute(
            "SELECT min(day)::VARCHAR, max(day)::VARCHAR FROM checked WHERE bad IS NULL"
        ).fetchall()
        problems = set_aside_problems(connection, mapping)
    told = {name: int(n) for name, n in zip(names, counts, strict=True)}
    return {"counts": told, "problems": problems, "open_latest": open_latest, "days": days[0] if days[0][0] else None}


def _clock(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> tuple[str, str]:
    """The SQL of when a row was, and what must be joined for it: the clock counts too where the dates have one."""
    time = next((column for column in mapping.used if column.role is Role.TIME), None)
    cell = cell_at(time.position) if time else "NULL"
    has_clock = f"SELECT bool_or(regexp_matches({cell}, '{_CLOCK}')) FROM lines"
    if time is None or not connection.execute(has_clock).fetchall()[0][0]:
        return "day", ""
    hour, minute, second = (f"coalesce(TRY_CAST(clock[{part}] AS INTEGER), 0)" for part in (1, 2, 3))
    half = f"CASE WHEN is_late THEN {hour} % 12 + 12 WHEN is_early THEN {hour} % 12 ELSE {hour} END"
    parts = f"regexp_extract_all({cell}, '{_CLOCK}')"
    clocks = (
        f"SELECT row, regexp_matches({cell}, '(?i)p\\.? ?m') AS is_late, regexp_matches({cell}, '(?i)a\\.? ?m') AS is_early, "
        f"string_split({parts}[1], ':') AS clock FROM lines"
    )
    return f"day + to_seconds(3600 * ({half}) + 60 * {minute} + {second})", f" JOIN ({clocks}) USING (row)"


def _open(connection: duckdb.DuckDBPyConnection, key: str, id: str) -> int:
    """Under how many keys several values of a column stand at the latest time, so that none of them is the latest."""
    fit = f"(SELECT {key} AS key, {id} AS value, moment FROM checked WHERE bad IS NULL AND {key} IS NOT NULL AND {id} IS NOT NULL)"
    several = f"SELECT key, max(moment) AS moment FROM {fit} GROUP BY key HAVING min(value) <> max(value)"
    found: int = connection.execute(
        f"SELECT count(*) FROM (SELECT key FROM {fit} f JOIN ({several}) s USING (key) "
        "WHERE f.moment IS NOT DISTINCT FROM s.moment GROUP BY key HAVING min(value) <> max(value))"
    ).fetchall()[0][0]
    return found
