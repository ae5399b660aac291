"""Appends: a new export of a survey adds its responses to the dataset that an earlier one began."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from csat_core.errors import CsatError
from csat_core.model.dataset import Dataset, Role
from csat_core.model.scale import NOT_ASKED
from csat_core.store import catalogue, money_once
from csat_core.store.by_file import column_by_file, say
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store
from csat_core.store.imports import NewImport, recorded, store_rejected
from csat_core.store.incoming import Incoming, loaded, names_in
from csat_core.store.outgoing import write_out
from csat_core.store.recounts import count_anew
from csat_core.store.replacements import NEWER, Newer, differing, replace_known, shared_columns, told
from csat_core.store.stoppable import Watch


class ChangedMeanwhileError(CsatError):
    """Responses came into a dataset while others for it were being checked."""

    def __init__(self, dataset: str) -> None:
        super().__init__(
            f"'{dataset}' was added to while this file was checked, and some of its rows are there now; import it again."
        )


def append_import(
    store: Store,
    dataset_id: int,
    new: NewImport,
    accepted: Incoming,
    rejected: Incoming,
    watch: Watch | None = None,
    *,
    newer: Incoming | None = None,
    which: Newer = Newer.ALL,
) -> int:
    """The id of the import that added `accepted` to a dataset; all of it in one transaction.

    Rows of `newer`, which has `row` and one row for each response id, take the place of those with the same id that stand
    otherwise, as far as `which` says. The columns of `accepted` have the ids they have in the dataset; a question that the file does not have counts as
    not asked. Raises AlreadyImportedError, DatasetNotFoundError, ChangedMeanwhileError and what `watch` raises; then, and
    on any other failure, the store is as it was.
    """
    with store.write() as cursor:
        dataset, table, names = catalogue.dataset(store, dataset_id), table_of(dataset_id), names_in(accepted)
        import_id = recorded(cursor, dataset_id, new)
        key = next((column.id for column in dataset.with_role(Role.RESPONSE_ID)), None)
        if key is not None and key in names:
            again = f"SELECT count(*) FROM incoming WHERE {key} IN (SELECT {key} FROM {table})"
            if loaded(cursor, again, accepted, watch)[0][0]:
                raise ChangedMeanwhileError(dataset.name)
        highest = f"(SELECT coalesce(max(response_no), 0) FROM {table})"
        absent = [
            f"{NOT_ASKED}::SMALLINT AS {column.id}"
            for column in dataset.columns
            if column.role.storage == "question" and column.id not in names
        ]
        rows = ", ".join([f"{import_id} AS import_id", f"* REPLACE (response_no + {highest} AS response_no)", *absent])
        replaced = replace_known(cursor, dataset, import_id, newer, which, watch) if newer is not None else 0
        if replaced != new.detection.get("replaced", 0):
            raise ChangedMeanwhileError(dataset.name)
        loaded(cursor, f"INSERT INTO {table} BY NAME SELECT {rows} FROM incoming", accepted, watch)
        columns = dataset.columns
        if new.money_once:
            columns = money_once.begin(cursor, dataset_id, columns)
        money_once.share(cursor, dataset_id)
        if (of_files := column_by_file(store, dataset_id)) is not None:
            say(cursor, dataset_id, of_files, import_id, new.whose)
        store_rejected(cursor, import_id, rejected, watch, without=NEWER if replaced else None)
        count_anew(cursor, replace(dataset, columns=columns))
        cursor.execute("UPDATE datasets SET version = version + 1 WHERE dataset_id = ?", [dataset_id])
    return import_id


def first_mapping(store: Store, dataset_id: int) -> dict[str, Any]:
    """The mapping under which a dataset was begun, as plain JSON; later imports add to these columns."""
    with store.cursor() as cursor:
        found = cursor.execute(
            "SELECT mapping FROM imports WHERE dataset_id = ? ORDER BY import_id LIMIT 1", [dataset_id]
        ).fetchall()
    mapping: dict[str, Any] = json.loads(found[0][0])
    return mapping


def first_detection(store: Store, dataset_id: int) -> dict[str, Any]:
    """How the file was read with which a dataset was begun, as plain JSON."""
    with store.cursor() as cursor:
        found = cursor.execute(
            "SELECT detection FROM imports WHERE dataset_id = ? ORDER BY import_id LIMIT 1", [dataset_id]
        ).fetchall()
    detection: dict[str, Any] = json.loads(found[0][0])
    return detection


def write_known_ids(store: Store, dataset: Dataset, path: Path, also: Sequence[str] = ()) -> None:
    """Nothing; `path` is a Parquet file of one column, `id`, with the response ids of a dataset that has them.

    Those in `also` stand there, too: the same ids as a further file writes them.
    """
    (key,) = dataset.with_role(Role.RESPONSE_ID)
    ids = f"SELECT {key.id} AS id FROM {table_of(dataset.id)} WHERE {key.id} IS NOT NULL"
    more = [pa.record_batch({"id": pa.array(also, pa.string())})] if also else []
    write_out(store, ids, path, pa.schema([("id", pa.string())]), more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Responses of a dataset that stand otherwise in a further file."""

    count: int
    first_row: int
    """In the file, as a spreadsheet shows it."""
    columns: tuple[tuple[str, int], ...]
    """The ids of the columns that differ, `day` among them, with how many responses; the most first."""


def changed(store: Store, dataset: Dataset, again: Incoming, which: Newer = Newer.ALL) -> Changed | None:
    """How the rows in `again`, which has `row` and one row for each response id, differ from the dataset; None where none does.

    Blank and not asked are the same here: a file without the question stored the one for the other.
    """
    (key,) = dataset.with_role(Role.RESPONSE_ID)
    shared = shared_columns(dataset, again)
    values = ", ".join(f"{told(id)} AS {id}" for id in shared)
    tests = ", ".join(f"count(*) FILTER (now.{id} IS DISTINCT FROM before.{id})" for id in shared)
    compared = (
        f"SELECT count(*), min(row), {tests} FROM other "
        f"JOIN (SELECT {key.id}, {values} FROM incoming WHERE {key.id} IN (SELECT {key.id} FROM other)) AS now USING ({key.id}) "
        f"JOIN (SELECT {key.id}, {values} FROM {table_of(dataset.id)} WHERE {key.id} IN (SELECT {key.id} FROM other)) AS before "
        f"USING ({key.id})"
    )
    with store.cursor() as cursor:
        count, first, *counts = loaded(
            cursor, f"WITH other AS MATERIALIZED ({differing(dataset, again, which)}) {compared}", again
        )[0]
    if not count:
        return None
    columns = sorted(zip(shared, counts, strict=True), key=lambda pair: -pair[1])
    return Changed(count=count, first_row=first, columns=tuple(pair for pair in columns if pair[1]))


def answered(store: Store, dataset: Dataset, rows: Incoming) -> dict[str, tuple[dict[int, int], dict[int, int]]]:
    """How often each answer was given before, and in `rows`, by its position on the scale, for each question of both."""
    held = set(names_in(rows))
    questions = [column.id for column in dataset.questions if column.id in held]
    found: dict[str, tuple[dict[int, int], dict[int, int]]] = {id: ({}, {}) for id in questions}
    if not questions:
        return found
    tables = (table_of(dataset.id), "incoming")
    # a statement for each of a thousand questions would take seconds to plan
    answers = ", ".join(f"{id}::INTEGER AS {id}" for id in questions)
    counted = " UNION ALL ".join(
        f"SELECT id, {at}, position, count(*) FROM (UNPIVOT (SELECT {answers} FROM {table}) ON COLUMNS(*) INTO NAME id VALUE position) "
        "WHERE position > 0 GROUP BY ALL"
        for at, table in enumerate(tables)
    )
    with store.cursor() as cursor:
        for id, at, position, many in loaded(cursor, counted, rows):
            found[id][at][position] = many
    return found
