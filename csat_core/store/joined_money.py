"""Money that a second file brought: the answers of a key share it, so that every sum counts it once."""

import duckdb

from csat_core.model.alike import alike
from csat_core.model.dataset import Dataset, Role
from csat_core.model.period import ROUNDS_APART
from csat_core.store.catalogue import table_of


def rounds_of(table: str) -> str:
    """The SQL of the rounds in which a survey was asked: `day` and `round`, from 0.

    A customer who answers in each is as often one customer, so that the answers of one round share what the customer is worth.
    """
    return (
        f"SELECT day, count(*) FILTER (gap > {ROUNDS_APART}) OVER (ORDER BY day) AS round "
        f"FROM (SELECT day, day - lag(day) OVER (ORDER BY day) AS gap FROM (SELECT DISTINCT day FROM {table} WHERE day IS NOT NULL))"
    )


def sharing(key: str) -> str:
    """The SQL of those among whose answers the money of one is divided, as a window; `rounds` stands beside each."""
    return f"PARTITION BY {key}, coalesce(round, 0)"


def hand_on(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, import_id: int, join: dict[str, object]) -> None:
    """Nothing; money of a `join` beside responses of an import that is undone goes to those with which they share it.

    Where there are no others it goes with them.
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
        f"WITH rounds AS ({rounds_of(table)}), shares AS (SELECT response_no, import_id, "
        f"sum({id}) FILTER (import_id = $undone) OVER ({sharing(told)}) / count(*) FILTER (import_id <> $undone) OVER ({sharing(told)}) "
        f"AS more FROM {table} LEFT JOIN rounds USING (day)) "
        f"UPDATE {table} SET {id} = coalesce({id}, 0) + more FROM shares "
        f"WHERE {table}.response_no = shares.response_no AND {table}.import_id <> $undone AND more IS NOT NULL",
        {"undone": import_id},
    )
