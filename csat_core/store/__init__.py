"""The embedded store: one DuckDB file, one writer, many readers."""

from csat_core.store.connection import Store, default_path, open_store
from csat_core.store.refusals import (
    LogDamagedError,
    LogForeignError,
    NotMigratedError,
    StoreDamagedError,
    StoreFullError,
    StoreLockedError,
    StoreNewerError,
    StoreUnreachableError,
)

__all__ = [
    "LogDamagedError",
    "LogForeignError",
    "NotMigratedError",
    "Store",
    "StoreDamagedError",
    "StoreFullError",
    "StoreLockedError",
    "StoreNewerError",
    "StoreUnreachableError",
    "default_path",
    "open_store",
]
