"""Money that a second file brought: the answers of a key share it, so that every sum counts it once."""

from typing import Any

import duckdb

from csat_core.model.alike import key_of
from csat_core.model.dataset import Dataset, Role
from csat_core.model.rounds import answered, rounds_of, sharing
from csat_core.store.catalogue import table_of


def keys_of(join: dict[str, Any]) -> list[str]:
    """The columns of the responses that are the key of a `join` together; stores from before there could be several have a text.

    A segment of the names of files has none.
    """
    key = join.get("key", ())
    return [key] if isinstance(key, str) else list(key)


def hand_on(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, import_id: int, join: dict[str, Any]) -> None:
    """Nothing; money of a `join` beside responses of an import that is undone goes to those with which they share it.

    Where there are no others it goes with them.
    """
    joined = join.get("columns")
    there = {column.id: column.role for column in dataset.columns}
    money = [id for id in joined if there.get(id) is Role.REVENUE] if isinstance(joined, list) else []
    keys = keys_of(join)
    if not money or not set(keys) <= there.keys():
        return
    table, told = table_of(dataset.id), key_of(keys, by_alike=bool(join.get("alike")))
    (id,) = money
    among, stays = f"OVER ({sharing(told)})", "import_id <> $undone"
    is_answer = f"({answered([id for id in there if id[0] == 'q'])} AND {stays})"
    takes = f"({stays} AND ({is_answer} OR NOT bool_or({is_answer}) {among}))"
    cursor.execute(
        f"WITH rounds AS ({rounds_of(table)}), takers AS (SELECT *, {takes} AS takes FROM {table} LEFT JOIN rounds USING (day)), "
        f"shares AS (SELECT response_no, CASE WHEN takes THEN sum({id}) FILTER (NOT ({stays})) {among} / count(*) FILTER (takes) {among} END "
        "AS more FROM takers) "
        f"UPDATE {table} SET {id} = coalesce({id}, 0) + more FROM shares "
        f"WHERE {table}.response_no = shares.response_no AND {table}.import_id <> $undone AND more IS NOT NULL",
        {"undone": import_id},
    )
