"""Money of customers that a file has beside each of their answers: in a column of its own these share it, so that sums count it once.

What the file says stays beside it as a number, and what each answer shares is worked out anew from that after every change.
"""

import json
from dataclasses import replace

import duckdb

from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.rounds import shared_money
from csat_core.store.catalogue import add_columns, free_ids, table_of
from csat_core.store.connection import Store
from csat_core.store.incoming import Incoming, loaded, names_in

KEPT = "money_once"
"""The place in the log of the import that began the dataset."""


def begin(cursor: duckdb.DuckDBPyConnection, dataset_id: int, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a dataset that had `columns`: from now on its money is in one for `share` to fill."""
    if column_of(cursor, dataset_id) is not None:
        return columns
    money = next(column for column in columns if column.role is Role.REVENUE)
    key = next(column for column in columns if column.role is Role.CUSTOMER)
    (id,) = free_ids(columns, ["n"])
    last = max(each.position for each in columns)
    shared = replace(money, id=id, name=f"{money.name} (once a customer)", position=last + 1)
    # money that a second file brought goes on counting before that of the responses
    for at, newer in enumerate((each for each in columns if each.role is Role.REVENUE and each is not money), last + 2):
        moved = "UPDATE columns SET position = ? WHERE dataset_id = ? AND column_id = ?"
        cursor.execute(moved, [at, dataset_id, newer.id])
    cursor.execute(f"ALTER TABLE {table_of(dataset_id)} ADD COLUMN {id} DOUBLE")
    add_columns(cursor, dataset_id, [shared])
    cursor.execute(
        "UPDATE columns SET role = ? WHERE dataset_id = ? AND column_id = ?",
        [Role.METRIC.value, dataset_id, money.id],
    )
    first, detection = _first(cursor, dataset_id)
    told = json.dumps({**detection, KEPT: {"money": money.id, "key": key.id, "column": id}})
    cursor.execute("UPDATE imports SET detection = ? WHERE import_id = ?", [told, first])
    beside = replace(money, role=Role.METRIC)
    return (*(beside if each is money else each for each in columns), shared)


def column_of(cursor: duckdb.DuckDBPyConnection, dataset_id: int) -> str | None:
    """The id of the column of shared money; None where a dataset has none."""
    found: dict[str, str] = _first(cursor, dataset_id)[1].get(KEPT, {})
    return found.get("column")


def share(cursor: duckdb.DuckDBPyConnection, dataset_id: int) -> None:
    """Nothing; the answers that a dataset has now share the money of their customers, where it has such a column."""
    found = _first(cursor, dataset_id)[1].get(KEPT)
    if not found:
        return
    table, column = table_of(dataset_id), found["column"]
    questions = "SELECT column_id FROM columns WHERE dataset_id = ? AND starts_with(column_id, 'q')"
    asked = [id for (id,) in cursor.execute(questions, [dataset_id]).fetchall()]
    shares = shared_money(table, found["money"], found["key"], asked)
    cursor.execute(
        f"UPDATE {table} SET {column} = shares.share FROM ({shares}) AS shares "
        f"WHERE {table}.response_no = shares.response_no AND {column} IS DISTINCT FROM shares.share"
    )


def same_as_before(store: Store, dataset: Dataset, accepted: Incoming) -> tuple[int, int]:
    """How many customers with money in `accepted` have some in the dataset, and how many of them the same in all their answers."""
    columns = [dataset.money, next(iter(dataset.with_role(Role.CUSTOMER)), None)]
    ids = [column.id for column in columns if column and column.id in names_in(accepted)]
    if len(ids) < 2:
        return 0, 0
    money, key = ids
    one = f"SELECT {key}, min({money}) AS low, max({money}) AS high FROM {{}} WHERE {money} IS NOT NULL AND {key} IS NOT NULL GROUP BY 1"
    statement = (
        f"WITH came AS ({one.format('incoming')}), before AS ({one.format(table_of(dataset.id))}) "
        "SELECT count(*), count(*) FILTER (came.low = came.high AND before.low = before.high AND came.low = before.low) "
        f"FROM came JOIN before USING ({key})"
    )
    with store.cursor() as cursor:
        several, alike = loaded(cursor, statement, accepted)[0]
    return int(several), int(alike)


def _first(cursor: duckdb.DuckDBPyConnection, dataset_id: int) -> tuple[int, dict[str, dict[str, str]]]:
    """The import that began a dataset, and what its log says."""
    import_id, detection = cursor.execute(
        "SELECT import_id, detection FROM imports WHERE dataset_id = ? ORDER BY import_id LIMIT 1", [dataset_id]
    ).fetchall()[0]
    return int(import_id), json.loads(detection)
