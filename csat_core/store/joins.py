"""Joins: columns of a second file stand beside the responses of a dataset, found by a key; no response is multiplied."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import duckdb

from csat_core.errors import CsatError
from csat_core.model.alike import key_of
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.rounds import answered, rounds_of, share_of
from csat_core.store import catalogue, filled
from csat_core.store.catalogue import add_columns, table_of
from csat_core.store.connection import Store
from csat_core.store.imports import NewImport, recorded, store_rejected
from csat_core.store.incoming import Incoming, loaded
from csat_core.store.plans import in_currency_of_money
from csat_core.store.recounts import count_anew
from csat_core.store.stoppable import Watch

TYPES = {"number": "DOUBLE", "segment": "VARCHAR"}


class RowsMultipliedError(CsatError):
    """A join gave another number of responses than there were."""

    def __init__(self, before: int, after: int) -> None:
        super().__init__(f"The join would make {after:,} responses of {before:,}, so nothing was joined.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How the keys of a file and those of a dataset meet, before anything is stored."""

    matched: int
    """Responses whose key is in the file."""
    unmatched: int
    """Responses whose key is not, or that have none."""
    unused: int
    """Keys of the file that no response has."""
    fan_out: float | None
    """Rows that joining row by row would make of one matched response, on average; None without a match."""
    answered_again: int
    """Keys that several responses share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A column to add."""

    source: str
    """Its name among the gathered columns."""
    column: Column
    """As it will stand in the dataset; counts and levels are worked out there."""
    continues: bool = False
    """Whether the dataset has it from an earlier file, and it is filled in where there is nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """How the keys of a dataset are found in a file as they are written, and with less looked at."""

    keys: int
    """Different keys of the responses."""
    exact: int
    """Those of them that are in the file letter for letter."""
    alike: int
    """Those that are there however they are written."""


def spellings(store: Store, dataset: Dataset, keys: Sequence[str], gathered: Incoming) -> Spellings:
    """How the keys of the responses in their columns `keys` are found in `gathered` (key, alike, ...), one row a key."""
    statement = (
        f"WITH ours AS (SELECT DISTINCT {key_of(keys)} AS key, {key_of(keys, by_alike=True)} AS near "
        f"FROM {table_of(dataset.id)} WHERE {key_of(keys)} IS NOT NULL) "
        "SELECT count(*), count(*) FILTER (key IN (SELECT key FROM incoming)), "
        "count(*) FILTER (near IN (SELECT alike FROM incoming)) FROM ours"
    )
    with store.cursor() as cursor:
        different, exact, found = loaded(cursor, statement, gathered)[0]
    return Spellings(keys=different, exact=exact, alike=found)


def match(store: Store, dataset: Dataset, keys: Sequence[str], gathered: Incoming, *, by_alike: bool = False) -> Match:
    """How `gathered` (key, rows, ...), one row a key, meets the responses by their columns `keys` together."""
    statement = (
        f"WITH ours AS (SELECT {key_of(keys, by_alike=by_alike)} AS key, count(*) AS responses FROM {table_of(dataset.id)} "
        "GROUP BY 1 HAVING key IS NOT NULL), "
        "met AS (SELECT responses, rows FROM ours JOIN incoming USING (key)) "
        "SELECT coalesce(sum(responses), 0), coalesce(sum(responses * rows), 0), "
        "count(*) FILTER (responses > 1), count(*), (SELECT count(*) FROM incoming) FROM met"
    )
    with store.cursor() as cursor:
        matched, multiplied, again, met, theirs = loaded(cursor, statement, gathered)[0]
    return Match(
        matched=int(matched),
        unmatched=dataset.responses - int(matched),
        unused=int(theirs - met),
        fan_out=float(multiplied / matched) if matched else None,
        answered_again=int(again),
    )


def without_value(
    store: Store, dataset: Dataset, keys: Sequence[str], column: Joined, gathered: Incoming, *, by_alike: bool = False
) -> int:
    """How many responses have nothing in a column of theirs and would find something in `gathered`."""
    ours = key_of([f"r.{key}" for key in keys], by_alike=by_alike)
    statement = (
        f"SELECT count(*) FROM {table_of(dataset.id)} r JOIN incoming g ON {ours} = g.key "
        f"WHERE r.{column.column.id} IS NULL AND g.{column.source} IS NOT NULL"
    )
    with store.cursor() as cursor:
        return int(loaded(cursor, statement, gathered)[0][0])


def store_join(
    store: Store,
    dataset_id: int,
    keys: Sequence[str],
    columns: Sequence[Joined],
    new: NewImport,
    gathered: Incoming,
    rejected: Incoming,
    watch: Watch | None = None,
    *,
    by_alike: bool = False,
) -> int:
    """The id of the import that added `columns` of `gathered` to a dataset; all of it in one transaction.

    The responses of a key share its money, so that every sum counts it once; everything else stands beside all. A column
    that continues one of an earlier file gives values to responses that have none there.
    Raises AlreadyImportedError, DatasetNotFoundError, RowsMultipliedError and what `watch` raises; then the store is as it was.
    """
    with store.write() as cursor:
        dataset, table = catalogue.dataset(store, dataset_id), table_of(dataset_id)
        further, begun = ([each for each in columns if each.continues is so] for so in (True, False))
        detection = {
            **new.detection,
            "join": {
                "key": list(keys),
                "columns": [each.column.id for each in columns],
                "alike": by_alike,
                "continues": [each.column.id for each in further],
            },
        }
        import_id = recorded(cursor, dataset_id, replace(new, detection=detection))
        ours = key_of([f"r.{key}" for key in keys], by_alike=by_alike)
        is_answer = answered([each.id for each in dataset.columns if each.id[0] == "q"], of="r.")
        values = [
            f"{share_of(value, ours, is_answer) if each.column.role is Role.REVENUE else value} AS {each.column.id}"
            for each in begun
            for value in [f"g.{each.source}"]
        ]
        met = f"{table} r JOIN incoming g ON {ours} = g.key"
        if further:
            pairs = [(each.column.id, each.source) for each in further]
            filled.remember(cursor, dataset_id, import_id, pairs, met, gathered)
        anew = ", ".join(f"coalesce(r.{each.column.id}, g.{each.source}) AS {each.column.id}" for each in further)
        rows = ", ".join([f"r.* REPLACE ({anew})" if further else "r.*", *values])
        loaded(
            cursor,
            f"CREATE TABLE {table}_joined AS WITH rounds AS ({rounds_of(table)}) "
            f"SELECT {rows} FROM {table} r LEFT JOIN incoming g ON {ours} = g.key "
            "LEFT JOIN rounds ON r.day = rounds.day ORDER BY r.response_no",
            gathered,
            watch,
        )
        before, after = (_count(cursor, name) for name in (table, f"{table}_joined"))
        if before != after:
            raise RowsMultipliedError(before, after)
        cursor.execute(f"DROP TABLE {table}")
        cursor.execute(f"ALTER TABLE {table}_joined RENAME TO {table}")
        add_columns(cursor, dataset_id, [each.column for each in begun])
        store_rejected(cursor, import_id, rejected, watch)
        joined = replace(dataset, columns=(*dataset.columns, *(each.column for each in begun)))
        count_anew(cursor, joined)
        if any(each.column.role is Role.REVENUE for each in begun):
            in_currency_of_money(cursor, joined)
        cursor.execute("UPDATE datasets SET version = version + 1 WHERE dataset_id = ?", [dataset_id])
    return import_id


def _count(cursor: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(cursor.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])
