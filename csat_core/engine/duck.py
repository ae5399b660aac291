"""The embedded engine: DuckDB in this process."""

import narwhals.stable.v2 as nw
import pyarrow as pa

from csat_core.engine.measures import Frame
from csat_core.engine.scoped import ScopedEngine
from csat_core.model.scope import EVERYTHING, Scope
from csat_core.store.connection import Store
from csat_core.store.imports import table_of


class DuckEngine:
    """Reads the responses of one store, each question on a cursor of its own."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def within(self, scope: Scope = EVERYTHING) -> ScopedEngine:
        """The questions, asked within `scope`."""
        return ScopedEngine(self, scope)

    def facts(self, dataset_id: int) -> Frame:
        """The responses of a dataset, unread; the frame keeps its cursor alive."""
        return nw.from_native(self._store.lent_cursor().table(table_of(dataset_id)))

    def fetch(self, frame: Frame) -> pa.Table:
        """The result as an Arrow table."""
        table: pa.Table = frame.collect("pyarrow").to_native()
        return table
