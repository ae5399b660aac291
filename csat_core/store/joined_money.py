"""Money that a second file brought: it stands beside one response of a key, and must not go with that one alone."""

import duckdb

from csat_core.model.alike import alike
from csat_core.model.dataset import Dataset, Role
from csat_core.store.catalogue import table_of

LATEST_FIRST = "day DESC NULLS LAST, response_no DESC"
"""The response of a key beside which money stands is the first in this order."""


def hand_on(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, import_id: int, join: dict[str, object]) -> None:
    """Nothing; money of a `join` beside responses of an import that is undone goes to the latest other response of its key.

    Where a key has no other response its money goes with it.
    """
    joined = join.get("columns")
    there = {column.id: column.role for column in dataset.columns}
    money = [id for id in joined if there.get(id) is Role.REVENUE] if isinstance(joined, list) else []
    key = str(join.get("key"))
    if not money or key not in there:
        return
    table, told = table_of(dataset.id), alike(key) if join.get("alike") else key
    (id,) = money
    cursor.execute(
        f"WITH gone AS (SELECT {told} AS key, any_value({id}) AS money FROM {table} WHERE import_id = $undone AND {id} IS NOT NULL GROUP BY 1), "
        f"stays AS (SELECT response_no, {told} AS key FROM {table} WHERE import_id <> $undone "
        f"QUALIFY row_number() OVER (PARTITION BY {told} ORDER BY {LATEST_FIRST}) = 1) "
        f"UPDATE {table} SET {id} = moved.money FROM (SELECT response_no, money FROM stays JOIN gone USING (key)) AS moved "
        f"WHERE {table}.response_no = moved.response_no",
        {"undone": import_id},
    )
