"""Appends: a new export of a survey adds its responses to the dataset that an earlier one began."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from csat_core.errors import CsatError
from csat_core.model.dataset import Dataset, Role
from csat_core.model.scale import NOT_ASKED
from csat_core.store import catalogue
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store
from csat_core.store.imports import NewImport, recorded, store_rejected
from csat_core.store.incoming import Incoming, loaded, names_in
from csat_core.store.recounts import count_anew
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
) -> int:
    """The id of the import that added `accepted` to a dataset; all of it in one transaction.

    The columns of `accepted` have the ids they have in the dataset; a question that the file does not have counts as
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
        loaded(cursor, f"INSERT INTO {table} BY NAME SELECT {rows} FROM incoming", accepted, watch)
        store_rejected(cursor, import_id, rejected, watch)
        count_anew(cursor, dataset)
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


def write_known_ids(store: Store, dataset: Dataset, path: Path) -> None:
    """Nothing; `path` is a Parquet file of one column, `id`, with the response ids of a dataset that has them."""
    (key,) = dataset.with_role(Role.RESPONSE_ID)
    with store.cursor() as cursor:
        ids = cursor.sql(f"SELECT {key.id} AS id FROM {table_of(dataset.id)} WHERE {key.id} IS NOT NULL")
        with pq.ParquetWriter(path, pa.schema([("id", pa.string())])) as writer:
            for batch in ids.to_arrow_reader():
                writer.write_batch(batch)


def rows_of_same_days(store: Store, dataset: Dataset, accepted: Incoming) -> int:
    """How many of the rows in `accepted` are of days whose rows are all in the dataset already, and no others.

    People may well give the same answers; a whole day of the same answers is the same export again.
    """
    names = names_in(accepted)
    shared = [column.id for column in dataset.columns if column.id in names]
    day = f"SELECT day, count(*) AS n, sum(hash({', '.join(shared)})::HUGEINT) AS rows FROM {{}} GROUP BY day"
    statement = (
        f"SELECT coalesce(sum(n), 0) FROM ({day.format('incoming')}) "
        f"SEMI JOIN ({day.format(table_of(dataset.id))}) USING (day, n, rows)"
    )
    with store.cursor() as cursor:
        return int(loaded(cursor, statement, accepted)[0][0])
