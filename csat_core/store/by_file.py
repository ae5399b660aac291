"""By file: a segment that says with which file each response came, where nothing in the files does."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import duckdb

from csat_core.errors import CsatError
from csat_core.model.dataset import Column, Role
from csat_core.store import catalogue
from csat_core.store.catalogue import Details, add_columns, free_ids, table_of
from csat_core.store.connection import Store
from csat_core.store.imports import BY_FILE, NewImport, imports, recorded
from csat_core.store.recounts import count_anew

CALLED = "Names of the files"
"""What stands in the log in place of a file."""


class ColumnNameError(CsatError):
    """A name that a column of the dataset has already, or none."""

    def __init__(self, name: str, dataset: str) -> None:
        super().__init__(f"'{dataset}' has a column '{name}' already; give the segment of its files another name.")


def column_by_file(store: Store, dataset_id: int) -> str | None:
    """The id of this segment of a dataset; None where it has none."""
    return next((each.joined[0] for each in imports(store, dataset_id) if each.is_by_file), None)


def add_by_file(store: Store, dataset_id: int, name: str, levels: Mapping[int, str]) -> int:
    """The id of the import that added a segment called `name`; `levels` by import say whose the responses of each are.

    Files that come in later say theirs by themselves (`appends`). It is taken back like any import. Raises ColumnNameError.
    """
    with store.write() as cursor:
        dataset, table = catalogue.dataset(store, dataset_id), table_of(dataset_id)
        if not name.strip() or any(each.name.casefold() == name.casefold() for each in dataset.columns):
            raise ColumnNameError(name, dataset.name)
        (id,) = free_ids(dataset.columns, ["s"])
        last = max(each.position for each in dataset.columns)
        column = Column(id=id, name=name.strip(), role=Role.SEGMENT, position=last + 1)
        import_id = recorded(cursor, dataset_id, _new(dataset.name, dataset_id, id))
        cursor.execute(f"ALTER TABLE {table} ADD COLUMN {id} VARCHAR")
        for of, level in levels.items():
            say(cursor, dataset_id, id, of, level)
        add_columns(cursor, dataset_id, [column])
        count_anew(cursor, replace(dataset, columns=(*dataset.columns, column)))
        cursor.execute("UPDATE datasets SET version = version + 1 WHERE dataset_id = ?", [dataset_id])
    return import_id


def say(cursor: duckdb.DuckDBPyConnection, dataset_id: int, column_id: str, import_id: int, level: str) -> None:
    """Nothing; the responses of an import are those of `level` in this segment."""
    cursor.execute(f"UPDATE {table_of(dataset_id)} SET {column_id} = ? WHERE import_id = ?", [level or None, import_id])


def _new(dataset: str, dataset_id: int, column_id: str) -> NewImport:
    return NewImport(
        details=Details(name=dataset),
        columns=(),
        file=CALLED,
        hash=hashlib.sha256(f"{CALLED} {dataset_id}".encode()).hexdigest(),
        rows_read=0,
        accepted=0,
        rejected=0,
        duplicates=0,
        since=None,
        until=None,
        detection={"join": {"columns": [column_id], BY_FILE: True}},
        mapping={},
        problems=[],
    )
