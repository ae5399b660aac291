"""Trials: a store that nobody sees and that knows what a real one knows, to find out what imports into it would do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from csat_core.store import settings
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store
from csat_core.store.replacements import versions_of
from csat_core.store.stoppable import Watch, stoppable

KNOWN = ("datasets", "columns", "imports", "plans", "events", "settings")
"""The tables that an import asks, whatever it brings."""


class Trial:
    """A store with the datasets of a real one; their responses are in it once they are asked for."""

    def __init__(self, real: Store, store: Store) -> None:
        self.store = store
        self._real = real
        self._filled: set[int] = set()
        with real.cursor() as source, store.write() as cursor:
            source.begin()
            for table in KNOWN:
                _copy(source, cursor, table)
            source.commit()

    def fill(self, dataset_id: int, watch: Watch | None = None) -> None:
        """Nothing; the responses of a dataset are there, as far as the real store has it; or none, where `watch` raises."""
        if dataset_id in self._filled:
            return
        with self._real.cursor() as source, self.store.write() as cursor:
            source.begin()
            made = "SELECT table_name, sql FROM duckdb_tables() WHERE table_name IN (?, ?)"
            for table, sql in source.execute(made, [table_of(dataset_id), versions_of(dataset_id)]).fetchall():
                cursor.execute(sql)
                _copy(source, cursor, table, watch=watch)
            of_it = f"import_id IN (SELECT import_id FROM imports WHERE dataset_id = {int(dataset_id)})"
            _copy(source, cursor, "rejected_rows", f" WHERE {of_it}", watch)
            source.commit()
        self._filled.add(dataset_id)


@contextmanager
def trial(real: Store, folder: Path) -> Iterator[Trial]:
    """A trial beside `real` in a private `folder`; what is stored in it goes with it."""
    settings.pepper(
        real
    )  # made by the trial it would be another one, and so would the codes of what is not kept by name
    store = Store(folder / "trial.duckdb")
    try:
        yield Trial(real, store)
    finally:
        store.close()


def _copy(
    source: duckdb.DuckDBPyConnection,
    cursor: duckdb.DuckDBPyConnection,
    table: str,
    where: str = "",
    watch: Watch | None = None,
) -> None:
    cursor.register("copied", source.sql(f"SELECT * FROM {table}{where}").to_arrow_reader())
    stoppable(cursor, lambda: cursor.execute(f"INSERT INTO {table} SELECT * FROM copied"), watch)
    cursor.unregister("copied")
