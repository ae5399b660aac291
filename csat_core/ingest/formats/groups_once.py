"""Groups that a report writes once: in the first row of each, with a total below its last row."""

from collections.abc import Collection

import duckdb

from csat_core.ingest.formats.table import cell_names


def fill_groups(
    engine: duckdb.DuckDBPyConnection, names: tuple[str, ...], labels: int, aside: Collection[int]
) -> tuple[str, ...]:
    """The evidence of columns among the first `labels` that name each group in its first row alone; filled down in `staged` now.

    `aside` are the rowids of the totals between the groups. A column is one of groups where it is filled in the first row of
    the table and in each row below totals, and nowhere else.
    """
    evidence = []
    kept = "rowid NOT IN (SELECT unnest($aside))"
    rows = {id for (id,) in engine.execute(f"SELECT rowid FROM staged WHERE {kept}", {"aside": list(aside)}).fetchall()}
    starts = {id for id in rows if id - 1 in aside} | {min(rows, default=0)}
    for name, cell in list(zip(names, cell_names(len(names)), strict=True))[:labels]:
        query = f"SELECT rowid FROM staged WHERE {kept} AND {cell} IS NOT NULL LIMIT {len(starts) + 1}"
        filled = {id for (id,) in engine.execute(query, {"aside": list(aside)}).fetchall()}
        if filled != starts or len(starts) < 2 or len(starts) == len(rows):
            continue
        engine.execute(
            f"UPDATE staged SET {cell} = above.named FROM (SELECT rowid AS id, last_value({cell} IGNORE NULLS) OVER (ORDER BY rowid) "
            f"AS named FROM staged WHERE {kept}) AS above WHERE staged.rowid = above.id AND staged.{cell} IS NULL",
            {"aside": list(aside)},
        )
        evidence.append(f"'{name}' is written in the first row of each group alone: the rows below it are of the same.")
    return tuple(evidence)
