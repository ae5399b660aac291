"""The responses that stand out by how they were given, one by one: worked out when somebody asks, from the staged file."""

from pathlib import Path
from typing import Any

import duckdb

from csat_core.ingest.child.answered_again import REPEATED
from csat_core.ingest.child.conduct import SPEEDERS, flagged
from csat_core.ingest.child.convert import opened, write_accepted, write_typed
from csat_core.ingest.child.durations import list_spans
from csat_core.ingest.child.heartbeat import alive
from csat_core.ingest.child.set_aside import raw_rows
from csat_core.ingest.child.straight_lines import STRAIGHT_LINE
from csat_core.ingest.child.typed_rows import typed_rows
from csat_core.ingest.child.unfit import find_unfit
from csat_core.ingest.formats.table import Report
from csat_core.ingest.plan import Mapping, columns_of, from_json
from csat_core.ingest.texts.expressions import Bindings
from csat_core.model.dataset import Role

LISTED_FLAGGED = "flagged.parquet"
HASTY = [STRAIGHT_LINE, SPEEDERS]
"""Flags of single responses, without which the score can be seen; who answered several times may have meant each."""
FLAGGED_COLUMNS = ("row", "column", "value", "code", "reason", "raw")


def list_flagged(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """How many flags the responses of the file staged in `request["folder"]` have (`count`), and how many are `listed`.

    `answers` are those to the primary outcome by position, of all responses and of those without each of the flags.
    The folder then holds `flagged.parquet` (row, column, value, code, reason, raw), the first `request["most"]` in the order
    of the file; of more those of people who answered several times, who may be many, are cut before others. A response with two flags is two rows; responses that are set aside, or there already, have none.
    """
    folder, mapping = Path(request["folder"]), from_json(request["mapping"])
    apart = folder / "flagged"  # beside what was made of the file to be stored
    apart.mkdir(exist_ok=True)
    pepper, known = str(request.get("pepper", "")), folder / "known.parquet"
    with opened(folder, request) as connection, alive(connection, report, "Listing the responses that stand out"):
        typed = typed_rows(connection, mapping, "", pepper, request.get("periods") or ())
        write_typed(connection, typed, mapping, apart)
        find_unfit(connection, mapping, typed.doubtful, str(known) if known.exists() else None)
        write_accepted(connection, typed, mapping, apart)
        list_spans(connection, mapping)
        bind = Bindings()
        statements = flagged(connection, mapping, bind)
        none = "SELECT 0::BIGINT AS row, '' AS code, '' AS \"column\", '' AS \"value\", '' AS reason LIMIT 0"
        every = " UNION ALL ".join([f"({none})", *statements])
        connection.execute(f"CREATE TEMP TABLE flags AS {every}", bind.values)
        bind = Bindings()
        rows, raw = raw_rows(connection, mapping, list(request["header"]), pepper, bind)
        firsts = f"(FROM flags ORDER BY code = '{REPEATED}', row, code LIMIT {int(request['most'])})"
        listed = f'SELECT f.row, "column", "value", code, reason, {raw} AS raw FROM {firsts} f JOIN {rows} ON {rows}."row" = f.row'
        connection.execute(f"CREATE TEMP TABLE listed AS {listed}", bind.values)
        path = str(folder / LISTED_FLAGGED)
        connection.execute("COPY (FROM listed ORDER BY row, code) TO $path (FORMAT parquet)", {"path": path})
        count, shown = connection.execute(
            "SELECT (SELECT count(*) FROM flags), (SELECT count(*) FROM listed)"
        ).fetchall()[0]
        return {"count": int(count), "listed": int(shown), "answers": _answers(connection, mapping)}


def _answers(connection: duckdb.DuckDBPyConnection, mapping: Mapping) -> dict[str, list[int]]:
    """How often each answer to the primary outcome was given, by position: under `all`, and under each flag without its responses."""
    outcome = next(((id, column) for id, column in columns_of(mapping) if column.role is Role.OUTCOME), None)
    if outcome is None or outcome[1].scale is None:
        return {}
    id, points = outcome[0], range(1, outcome[1].scale.points + 1)
    counts = ", ".join(f"count(*) FILTER ({id} = {point})" for point in points)
    codes = connection.execute("SELECT DISTINCT code FROM flags WHERE code IN (?, ?) ORDER BY 1", HASTY).fetchall()
    found = {"all": f"SELECT {counts} FROM kept"}
    found |= {
        code: f"SELECT {counts} FROM kept ANTI JOIN (FROM flags WHERE code = '{code}') USING (row)" for (code,) in codes
    }
    return {of: list(map(int, connection.execute(statement).fetchall()[0])) for of, statement in found.items()}
