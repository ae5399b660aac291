"""The embedded store: one DuckDB file, one writer, many readers."""

from csat_core.store.connection import (
    Store,
    StoreDamagedError,
    StoreLockedError,
    StoreNewerError,
    StoreUnreachableError,
    default_path,
    open_store,
)

__all__ = [
    "Store",
    "StoreDamagedError",
    "StoreLockedError",
    "StoreNewerError",
    "StoreUnreachableError",
    "default_path",
    "open_store",
]
