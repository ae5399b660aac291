"""The embedded engine: DuckDB in this process."""

import threading
from collections.abc import Hashable
from itertools import count
from weakref import WeakKeyDictionary

import narwhals.stable.v2 as nw
import pyarrow as pa

from csat_core.engine.measures import Frame
from csat_core.engine.scoped import ScopedEngine
from csat_core.model.scope import EVERYTHING, Scope
from csat_core.store.catalogue import table_of
from csat_core.store.connection import Store


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

    def stamp(self, dataset_id: int) -> Hashable:
        """The store, the dataset and its version; a dataset that is not there has none."""
        with self._store.cursor() as cursor:
            found = cursor.execute("SELECT version FROM datasets WHERE dataset_id = ?", [dataset_id]).fetchone()
        with _lock:
            number = _numbers.setdefault(self._store, next(_next))
        return number, dataset_id, found


_numbers: "WeakKeyDictionary[Store, int]" = WeakKeyDictionary()
"""A store is another one each time it is opened."""
_next = count()
_lock = threading.Lock()
