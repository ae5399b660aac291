"""From a staged second file to one row a key, in the child process: each column taken as a sum, a mean or the latest."""

from pathlib import Path
from typing import Any

from csat_core.ingest.convert import REJECTED, opened
from csat_core.ingest.findings import set_aside_problems
from csat_core.ingest.formats.table import Report
from csat_core.ingest.heartbeat import alive
from csat_core.ingest.mapping import columns_of, from_json
from csat_core.ingest.set_aside import write_set_aside
from csat_core.ingest.typed_rows import typed_rows

GATHERED = "gathered.parquet"
_TAKEN = {
    "sum": "sum({0})",
    "mean": "avg({0})",
    "latest": "last({0} ORDER BY day NULLS FIRST, row) FILTER ({0} IS NOT NULL)",
}


def gather(request: dict[str, Any], report: Report) -> dict[str, Any]:
    """What the file staged in `request["folder"]` holds for each key, as plain JSON: counts and problems.

    The only text column of `request["mapping"]` is the key; `request["takes"]` says by column id how its values become
    one. The folder then holds `gathered.parquet` (key, rows, then the columns by id) and `rejected.parquet`.
    """
    folder, mapping = Path(request["folder"]), from_json(request["mapping"])
    pepper = str(request.get("pepper", ""))
    takes: dict[str, str] = request["takes"]
    with opened(folder, request) as connection:
        with alive(connection, report, "Reading the second file", (0.05, 0.6)):
            typed = typed_rows(connection, mapping, "", pepper)
            connection.execute(f"CREATE TEMP TABLE checked AS {typed.select}", typed.values)
            connection.execute("CREATE TEMP VIEW unfit AS SELECT row, bad FROM checked WHERE bad IS NOT NULL")
        write_set_aside(connection, mapping, list(request["header"]), folder / REJECTED, pepper)
        (key,) = (id for id, _ in columns_of(mapping) if id.startswith("t"))
        values = [f"{_TAKEN[takes[id]].format(id)} AS {id}" for id, _ in columns_of(mapping) if id in takes]
        with alive(connection, report, "Bringing each key together", (0.6, 0.95)):
            connection.execute(
                f"CREATE TEMP TABLE gathered AS SELECT {', '.join([f'{key} AS key', 'count(*) AS rows', *values])} "
                f"FROM checked WHERE bad IS NULL AND {key} IS NOT NULL GROUP BY ALL"
            )
            connection.execute("COPY gathered TO $path (FORMAT parquet)", {"path": str(folder / GATHERED)})
        names = ("keys", "rows", "repeated", "most", "rejected", "without_key")
        counts = connection.execute(
            "SELECT count(*), coalesce(sum(rows), 0), count(*) FILTER (rows > 1), coalesce(max(rows), 0), "
            "(SELECT count(*) FROM set_aside), "
            f"(SELECT count(*) FROM checked WHERE bad IS NULL AND {key} IS NULL) FROM gathered"
        ).fetchall()[0]
        problems = set_aside_problems(connection, mapping)
    return {"counts": {name: int(n) for name, n in zip(names, counts, strict=True)}, "problems": problems}
