"""Recounts: what the catalogue says of a dataset, after rows came or went."""

import duckdb

from csat_core.model.dataset import Column, Dataset
from csat_core.model.scale import BLANK, DONT_KNOW, NOT_APPLICABLE
from csat_core.store.catalogue import table_of

COLUMNS_AT_ONCE = 100
"""Counted in one statement: the time to plan one grows faster than its columns."""
MOST_LEVELS = 1_000


def count_anew(cursor: duckdb.DuckDBPyConnection, dataset: Dataset) -> None:
    """Nothing; the catalogue counts what the table of the dataset holds now.

    A level that is gone is named no more; new ones stand behind those that are known, the most frequent first.
    """
    table = table_of(dataset.id)
    for begin in range(0, len(dataset.columns), COLUMNS_AT_ONCE):
        batch = dataset.columns[begin : begin + COLUMNS_AT_ONCE]
        parts = ", ".join(part for column in batch for part in _counts(column))
        counts = cursor.execute(f"SELECT {parts} FROM {table}").fetchall()[0]
        for at, column in enumerate(batch):
            cursor.execute(
                "UPDATE columns SET levels = ?, answered = ?, blank = ?, not_applicable = ?, dont_know = ? "
                "WHERE dataset_id = ? AND column_id = ?",
                [_levels(cursor, table, column), *counts[4 * at : 4 * at + 4], dataset.id, column.id],
            )
    whole = cursor.execute(f"SELECT count(*), min(day), max(day) FROM {table}").fetchall()[0]
    cursor.execute("UPDATE datasets SET responses = ?, since = ?, until = ? WHERE dataset_id = ?", [*whole, dataset.id])


def _counts(column: Column) -> list[str]:
    """What counts the answers, blanks, not applicable and don't know of a column."""
    if column.role.storage != "question":
        return [f"count({column.id})", f"count(*) - count({column.id})", "0", "0"]
    tests = ("> 0", f"= {BLANK}", f"= {NOT_APPLICABLE}", f"= {DONT_KNOW}")
    return [f"count(*) FILTER ({column.id} {test})" for test in tests]


def _levels(cursor: duckdb.DuckDBPyConnection, table: str, column: Column) -> list[str]:
    """The levels of a column in their order: those that are known and still there, then those that are new."""
    if column.role.storage != "segment":
        return list(column.levels)
    rows = cursor.execute(
        f"SELECT {column.id} FROM {table} WHERE {column.id} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 "
        f"LIMIT {MOST_LEVELS}"
    ).fetchall()
    there = [level for (level,) in rows]
    kept = [level for level in column.levels if level in set(there)]
    return kept + [level for level in there if level not in set(kept)]
