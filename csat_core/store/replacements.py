"""Replacements: what a later file says otherwise takes the place of what is stored, which comes back when that import is undone.

Earlier versions lie in a table beside the responses, under the number that the response has. A response keeps its number
through all of them, and the columns that joins put beside it are not among them.
"""

import json
from collections.abc import Sequence
from enum import Enum

import duckdb

from csat_core.model.dataset import Dataset, Role
from csat_core.model.scale import BLANK, NOT_ASKED
from csat_core.store import money_once
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store
from csat_core.store.incoming import Incoming, loaded, names_in
from csat_core.store.joined_money import keys_of
from csat_core.store.stoppable import Watch

NEWER = "newer"
"""The temporary table of what takes the place of something: row in the file, response_no, import_id that brought it."""


class Newer(Enum):
    """Which of the responses that stand otherwise in a later file."""

    ALL = "true"
    LATE = "late"
    """Those that had no answer to an outcome and have one by now: it contradicts nothing."""
    OTHERS = "NOT late"


def versions_of(dataset_id: int) -> str:
    """The name of the table that holds what was replaced in a dataset; it is there once something was."""
    return f"replaced_{int(dataset_id)}"


def told(id: str) -> str:
    """The SQL of what a column says: of a question that was not asked the same as of one left blank."""
    return f"CASE {id} WHEN {NOT_ASKED} THEN {BLANK} ELSE {id} END" if id[0] == "q" else id


def shared_columns(dataset: Dataset, again: Incoming) -> list[str]:
    """The ids of the columns that both the dataset and the rows in `again` have, `day` first and without the response id."""
    names = names_in(again)
    keys = {"day", *(column.id for column in dataset.with_role(Role.RESPONSE_ID))}
    return ["day", *(column.id for column in dataset.columns if column.id in names and column.id not in keys)]


def differing(dataset: Dataset, again: Incoming, which: Newer = Newer.ALL) -> str:
    """The SQL of the rows of table `incoming` that stand otherwise in the dataset: row, response_no, import_id and the key."""
    (key,) = dataset.with_role(Role.RESPONSE_ID)
    shared = shared_columns(dataset, again)
    outcomes = [column.id for column in dataset.with_role(Role.OUTCOME) if column.id in shared]
    best = f"greatest({', '.join(outcomes)})" if outcomes else "NULL"
    one = f"SELECT {key.id}, {{}}, hash({', '.join(map(told, shared))}) AS h, {best} AS best FROM {{}}"
    return (
        f"SELECT {key.id}, row, response_no, import_id FROM (SELECT *, coalesce(a.best > 0 AND b.best < 0, false) AS late "
        f"FROM ({one.format('row', 'incoming')}) AS a "
        f"JOIN ({one.format('response_no, import_id', table_of(dataset.id))}) AS b USING ({key.id}) WHERE a.h <> b.h) "
        f"WHERE {which.value}"
    )


def replace_known(
    cursor: duckdb.DuckDBPyConnection,
    dataset: Dataset,
    import_id: int,
    again: Incoming,
    which: Newer,
    watch: Watch | None = None,
) -> int:
    """How many responses say now what `again` says: rows with `row`, one for each response id. `newer` tells which.

    Columns that the file does not have stay, joined ones as long as their key is the same.
    """
    table, versions = table_of(dataset.id), versions_of(dataset.id)
    joined, own = _joined(cursor, dataset.id), _own(cursor, dataset)
    loaded(cursor, f"CREATE OR REPLACE TEMP TABLE {NEWER} AS {differing(dataset, again, which)}", again, watch)
    count = int(cursor.execute(f"SELECT count(*) FROM {NEWER}").fetchall()[0][0])
    if not count:
        return 0
    kept = f"SELECT {', '.join(own)}, {import_id} AS replaced_by FROM {table}"
    cursor.execute(f"CREATE TABLE IF NOT EXISTS {versions} AS {kept} LIMIT 0")
    cursor.execute(f"INSERT INTO {versions} BY NAME {kept} SEMI JOIN {NEWER} USING (response_no)")
    taken = [*shared_columns(dataset, again), "bucket"]
    values = [f"{id} = came.{id}" for id in taken] + _still_joined(joined, taken, table, "came")
    loaded(
        cursor,
        f"UPDATE {table} SET import_id = {import_id}, {', '.join(values)} FROM (SELECT n.response_no, i.* EXCLUDE (response_no) "
        f"FROM incoming i JOIN {NEWER} n USING (row)) AS came WHERE {table}.response_no = came.response_no",
        again,
        watch,
    )
    return count


def restore(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, import_id: int) -> int:
    """How many responses say again what they said before the import `import_id` replaced it.

    What that import brought itself and a later one replaced is forgotten: the later one stands, above what was before.
    """
    table, versions = table_of(dataset.id), versions_of(dataset.id)
    if not _is_there(cursor, versions):
        return 0
    cursor.execute(
        f"UPDATE {versions} SET replaced_by = later.replaced_by FROM "
        f"(SELECT response_no, replaced_by FROM {versions} WHERE import_id = {int(import_id)}) AS later "
        f"WHERE {versions}.replaced_by = {int(import_id)} AND {versions}.response_no = later.response_no"
    )
    cursor.execute(f"DELETE FROM {versions} WHERE import_id = {int(import_id)}")
    own = [id for id in _own(cursor, dataset) if id != "response_no"]
    values = [f"{id} = was.{id}" for id in own] + _still_joined(_joined(cursor, dataset.id), own, table, "was")
    was = f"(SELECT * FROM {versions} WHERE replaced_by = {int(import_id)}) AS was"
    restored = cursor.execute(
        f"UPDATE {table} SET {', '.join(values)} FROM {was} WHERE {table}.response_no = was.response_no"
    ).fetchall()[0][0]
    cursor.execute(f"DELETE FROM {versions} WHERE replaced_by = {int(import_id)}")
    if not cursor.execute(f"SELECT 1 FROM {versions} LIMIT 1").fetchall():
        forget(cursor, dataset.id)
    return int(restored)


def forget(cursor: duckdb.DuckDBPyConnection, dataset_id: int) -> None:
    """Nothing; the dataset has no earlier versions."""
    cursor.execute(f"DROP TABLE IF EXISTS {versions_of(dataset_id)}")


def restorable(store: Store, dataset_id: int, import_id: int) -> int:
    """How many responses undoing the import would bring back to what they said before."""
    with store.cursor() as cursor:
        found = cursor.execute(f"SELECT count(*) FROM ({brought_back(cursor, dataset_id, import_id)})").fetchall()
    return int(found[0][0])


def brought_back(cursor: duckdb.DuckDBPyConnection, dataset_id: int, import_id: int) -> str:
    """The SQL of the numbers of these responses."""
    versions, id = versions_of(dataset_id), int(import_id)
    if not _is_there(cursor, versions):
        return "SELECT NULL::BIGINT AS response_no WHERE false"
    its = f"SELECT response_no FROM {versions} WHERE import_id = {id}"
    return f"SELECT response_no FROM {versions} WHERE replaced_by = {id} AND response_no NOT IN ({its})"


def erase(cursor: duckdb.DuckDBPyConnection, dataset_id: int, is_meant: str, whose: dict[str, str]) -> None:
    """Nothing; earlier versions are gone: those of a customer, and those of responses that the table has no more.

    `is_meant` is the SQL that is true of a customer's rows, `whose` what is bound in it.
    """
    versions = versions_of(dataset_id)
    if not _is_there(cursor, versions):
        return
    left = f"({is_meant}) IS NOT TRUE AND response_no IN (SELECT response_no FROM {table_of(dataset_id)})"
    # written anew, because a deleted row stays among its neighbours in the file
    cursor.execute(f"CREATE TABLE {versions}_left AS SELECT * FROM {versions} WHERE {left}", whose)
    cursor.execute(f"DROP TABLE {versions}")
    cursor.execute(f"ALTER TABLE {versions}_left RENAME TO {versions}")


def of_customer(cursor: duckdb.DuckDBPyConnection, dataset_id: int, is_meant: str, whose: dict[str, str]) -> int:
    """How many earlier versions are those of a customer."""
    versions = versions_of(dataset_id)
    if not _is_there(cursor, versions):
        return 0
    return int(cursor.execute(f"SELECT count(*) FROM {versions} WHERE {is_meant}", whose).fetchall()[0][0])


def _own(cursor: duckdb.DuckDBPyConnection, dataset: Dataset) -> list[str]:
    """The columns of a response that came with files of responses."""
    joined = {money_once.column_of(cursor, dataset.id), *(id for _, ids in _joined(cursor, dataset.id) for id in ids)}
    ids = [column.id for column in dataset.columns if column.id not in joined and column.id != "day"]
    return ["import_id", "response_no", "day", "bucket", *ids]


def _joined(cursor: duckdb.DuckDBPyConnection, dataset_id: int) -> list[tuple[list[str], list[str]]]:
    """The columns of the key of each second file that stands beside the responses, and the columns it brought."""
    rows = cursor.execute(
        "SELECT detection FROM imports WHERE dataset_id = ? AND undone_at IS NULL", [dataset_id]
    ).fetchall()
    joins = [found for (text,) in rows if (found := json.loads(text).get("join"))]
    return [(keys_of(each), list(each["columns"])) for each in joins]


def _still_joined(
    joined: Sequence[tuple[list[str], list[str]]], taken: Sequence[str], table: str, other: str
) -> list[str]:
    """What becomes of joined columns where the key by which they were found is another one now: nobody knows their values."""
    values = []
    for keys, ids in joined:
        same = " AND ".join(f"{table}.{key} IS NOT DISTINCT FROM {other}.{key}" for key in keys if key in taken)
        values += [f"{id} = CASE WHEN {same} THEN {table}.{id} END" for id in ids if same]
    return values


def _is_there(cursor: duckdb.DuckDBPyConnection, table: str) -> bool:
    found = "SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database() AND table_name = ?"
    return bool(cursor.execute(found, [table]).fetchall()[0][0])
