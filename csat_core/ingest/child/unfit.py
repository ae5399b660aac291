"""The rows that are set aside: those with a cell that cannot be read, and those whose response is there already."""

from collections.abc import Iterable
from typing import Any

import duckdb

from csat_core.ingest.child.wide_rows import UNREADABLE
from csat_core.ingest.plan import ColumnMapping, Mapping, columns_of
from csat_core.model.dataset import Role

DUPLICATE, STORED = 0, -1
"""In `bad`, beside the positions of the columns (from 1) that set a row aside."""

Doubtful = Iterable[tuple[str, ColumnMapping]]


def find_unfit(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping, doubtful: Doubtful, known: str | None = None
) -> None:
    """Nothing; temporary table `unfit` holds the number of every row of `written` that is set aside, and why (`bad`).

    View `unfit_cells` holds a row for each cell that does so. Of the rows that could be kept and share a response id these are all but the first, and those
    whose id is in column `id` of the Parquet file `known`: the dataset has them already. `doubtful` are the columns with
    cells that may be unreadable; without any, `written` has no column `bad`.
    """
    connection.execute("CREATE TEMP TABLE unfit (row BIGINT, bad INTEGER)")
    doubtful = list(doubtful)
    if doubtful:
        list_bad_cells(connection, doubtful, "written")
        connection.execute("INSERT INTO unfit SELECT row, bad FROM unread")
    cells = f"UNION ALL {UNREAD_CELLS}" if doubtful else ""
    connection.execute(f"CREATE TEMP VIEW unfit_cells AS SELECT row, bad FROM unfit WHERE bad <= {DUPLICATE} {cells}")
    id = next((id for id, column in columns_of(mapping) if column.role is Role.RESPONSE_ID), None)
    if id is None:
        return
    fit = f"(SELECT row, {id} AS id FROM written WHERE {id} IS NOT NULL) ANTI JOIN unfit USING (row)"
    if known is not None:
        is_there = "id IN (SELECT id FROM read_parquet($known))"
        connection.execute(f"INSERT INTO unfit SELECT row, {STORED} FROM {fit} WHERE {is_there}", {"known": known})
    connection.execute("CREATE TEMP TABLE repeated (code UBIGINT)")
    if _rise(connection, id):
        return
    # numbers are brought together in half the time and memory of texts; what they find is looked at as text
    codes = f"(SELECT hash({id}) AS code FROM written WHERE {id} IS NOT NULL)"
    if connection.execute(f"SELECT count(*) > count(DISTINCT code) FROM {codes}").fetchall()[0][0]:
        connection.execute(f"INSERT INTO repeated SELECT code FROM {codes} GROUP BY code HAVING count(*) > 1")
        among = f"SELECT row, min(row) OVER (PARTITION BY id) AS first FROM {fit} WHERE hash(id) IN (FROM repeated)"
        connection.execute(f"INSERT INTO unfit SELECT row, {DUPLICATE} FROM ({among}) WHERE row > first")


def _rise(connection: duckdb.DuckDBPyConnection, id: str) -> bool:
    """Whether each response id comes after the one before, as text of its length: then all are different.

    To see it takes half the time of counting them, and to see that they do not none at all.
    """
    following = f"SELECT {id} AS id, lag({id}) OVER () AS before FROM written WHERE {id} IS NOT NULL"
    falls = "strlen(id) < strlen(before) OR (strlen(id) = strlen(before) AND id <= before)"
    return not connection.execute(f"SELECT 1 FROM ({following}) WHERE {falls} LIMIT 1").fetchall()


def find_known_rows(connection: duckdb.DuckDBPyConnection, known: dict[str, Any] | None) -> None:
    """Nothing; `unfit` holds also the rows that a dataset without response ids has, each as often as it is there.

    `known` names a Parquet file of how often it has each `code`, and the SQL of the `parts` that a code is made of.
    """
    if known is None:
        return
    coded = f"SELECT row, hash({', '.join(known['parts'])}) AS code FROM written ANTI JOIN unfit USING (row)"
    connection.execute(
        f"INSERT INTO unfit SELECT row, {STORED} FROM "
        f"(SELECT row, code, row_number() OVER (PARTITION BY code ORDER BY row) AS nth FROM ({coded})) "
        "JOIN read_parquet($path) USING (code) WHERE nth <= n",
        {"path": known["path"]},
    )


UNREAD_CELLS = "SELECT row, unnest(cells) AS bad FROM unread"
"""A row for each cell that cannot be read, once `list_bad_cells` found them, as SQL: row, and the position of the column."""


def list_bad_cells(connection: duckdb.DuckDBPyConnection, doubtful: Doubtful, rows: str) -> None:
    """Nothing; temporary table `unread` holds the rows of `rows` with a cell that cannot be read: row, bad, and all such `cells`."""
    connection.execute(
        f"CREATE TEMP TABLE unread AS SELECT row, bad, {_bad_cells(doubtful)} AS cells FROM {rows} WHERE bad IS NOT NULL"
    )


def _bad_cells(doubtful: Doubtful) -> str:
    """The positions of all columns of a row that cannot be read, as SQL; one expression for all of a kind."""
    lots: dict[str, list[tuple[str, int]]] = {}
    for id, column in doubtful:
        lots.setdefault(id[0], []).append((id, column.position))
    lists = []
    for letter, columns in lots.items():
        values, positions = (", ".join(str(pair[at]) for pair in columns) for at in (0, 1))
        is_bad = UNREADABLE[letter].format("v")
        found = f"list_transform([{values}], lambda v, i: CASE WHEN {is_bad} THEN ([{positions}])[i] END)"
        lists.append(f"list_filter({found}, lambda p: p IS NOT NULL)")
    return f"flatten([{', '.join(lists)}])" if lists else "[]::INTEGER[]"
