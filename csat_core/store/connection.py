"""The connection: the file opened once, one cursor for every use, one transaction at a time for writers."""

import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import duckdb

from csat_core.store import copies, migrations
from csat_core.store.opening import connect, unreachable
from csat_core.store.refusals import (
    NotMigratedError,
    StoreDamagedError,
    StoreFullError,
    StoreNewerError,
    StoreUnreachableError,
)

SECONDS_FOR_READERS = 10.0
"""How long a checkpoint waits for readers who still look at what was deleted; most need a tenth of a second."""
FILLER = "filler"


class Store:
    """An open store. Reads go through `cursor()`, writes through `write()`; the connection itself is never shared."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = unreachable(str(error.strerror)) or "its folder cannot be made"
            raise StoreUnreachableError(path, reason) from error
        self._temporary = tempfile.TemporaryDirectory(prefix="csat-", ignore_cleanup_errors=True)
        self._writer = threading.RLock()
        self._copying = threading.Lock()
        self._handing_out = threading.Lock()  # closing refuses while a cursor is being made, instead of waiting
        self.generation = 0
        """Rises with every write, so that what was read before can be told to be old."""
        try:
            self._connection = connect(path, self._temporary.name, writes=[self._draft])
            copies.discard(self._draft)  # of a process that was killed in the middle of a copy
            self._prepare()
        except BaseException:
            self._temporary.cleanup()
            raise

    @property
    def _draft(self) -> Path:
        """The one other database that the engine may write: a copy on its way to somewhere else."""
        return self.path.with_name(f"{self.path.name}.copy")

    def _prepare(self) -> None:
        kept: Path | None = None
        try:
            with self.cursor() as cursor:
                current = migrations.current(cursor)
            if 0 < current < len(migrations.MIGRATIONS):
                kept = self._kept_before_migration()
            with self.write() as cursor:
                migrations.apply(cursor)
                cursor.execute(f"DROP TABLE IF EXISTS {FILLER}")
        except migrations.NewerSchemaError as newer:
            self._connection.close()
            raise StoreNewerError(self.path, f"schema {newer.found}", f"schema {newer.known}") from None
        except NotMigratedError:
            self._connection.close()
            raise
        except duckdb.Error as error:
            self._connection.close()
            if kept is not None:  # nothing was changed, and whoever starts us again and again must not fill the disk
                kept.unlink(missing_ok=True)
            raise StoreDamagedError(self.path) from error
        if 0 < current < migrations.OVERWRITTEN:
            self.overwrite_freed()

    def _kept_before_migration(self) -> Path:
        """The copy of the store as it is, made before this release changes its schema."""
        kept = self.path.with_name(f"{self.path.name}.before-schema-{len(migrations.MIGRATIONS)}-{copies.stamp()}")
        try:
            copies.require_room(self.path.parent, copies.size_of(self.path))
            _, contents = self.copy_to(kept)
            is_whole = copies.inspected(kept) == contents
        except (OSError, duckdb.Error, StoreFullError, StoreDamagedError) as error:
            kept.unlink(missing_ok=True)
            raise NotMigratedError(self.path, unreachable(str(error)) or "the disk is full or failing") from error
        if not is_whole:
            kept.unlink()
            raise NotMigratedError(self.path, "the copy does not hold what the store holds")
        return kept

    def copy_to(self, target: Path) -> tuple[datetime, copies.Contents]:
        """When the copy that is now at `target` was made, in UTC, and what it holds; copies take turns."""
        with self._copying, self.cursor() as cursor:
            created_at = datetime.now(UTC)
            contents = copies.copy(cursor, self._draft)
            copies.moved(self._draft, target)
        return created_at, contents

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor of its own for one reader; fetch everything before leaving."""
        cursor = self.lent_cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    def lent_cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor that lives as long as what was made from it; for lazy frames, which outlive a `with`."""
        with self._handing_out:
            return self._connection.cursor()

    @contextmanager
    def write(self, *, is_news: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor inside one transaction: kept as a whole, or not at all. Writers take turns.

        What is no news to any page (`is_news=False`), such as who opened what, leaves what was read before as it is.
        """
        with self._writer, self.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
                cursor.commit()
            except BaseException as error:
                _rolled_back(cursor)
                if isinstance(error, duckdb.Error) and "No space left" in str(error):
                    raise StoreFullError(self.path.parent) from error
                raise
            self.generation += is_news

    def overwrite_freed(self) -> bool:
        """Whether what was deleted is gone from the file as well: the room it had is written over with noise.

        False where readers kept the deleted rows in use all the time; the next call can do it.
        """
        with self._writer, self.cursor() as cursor:
            if not _checkpointed(cursor):
                return False
            free = "SELECT free_blocks * block_size // 8 FROM pragma_database_size()"
            numbers = int(cursor.execute(free).fetchall()[0][0])
            cursor.execute(f"CREATE TABLE {FILLER} AS SELECT (random() * 9e18)::BIGINT AS noise FROM range({numbers})")
            was_written = _checkpointed(cursor)
            cursor.execute(f"DROP TABLE {FILLER}")
            _checkpointed(cursor)
        return was_written

    def close(self) -> None:
        """Nothing; the file is free for another process afterwards."""
        with _registry_lock, self._writer, self._handing_out:
            self._connection.close()
            self._temporary.cleanup()
            _registry.pop(self.path, None)


def _rolled_back(cursor: duckdb.DuckDBPyConnection) -> None:
    """Nothing; no transaction is open any more, a failed commit's included."""
    try:
        cursor.rollback()
    except duckdb.TransactionException:
        return


def _checkpointed(cursor: duckdb.DuckDBPyConnection) -> bool:
    """Whether the file holds everything and nothing that was deleted; waits for readers who still look at that."""
    until = time.monotonic() + SECONDS_FOR_READERS
    while True:
        try:
            cursor.execute("CHECKPOINT")
            return True
        except duckdb.TransactionException:
            if time.monotonic() > until:
                return False
            time.sleep(0.05)


_registry: dict[Path, Store] = {}
_registry_lock = threading.RLock()


_DEFAULT = Path(__file__).resolve().parents[2] / "data" / "csat.duckdb"


def default_path() -> Path:
    """The file named by CSAT_DATABASE, else `data/csat.duckdb` in the project."""
    named = os.environ.get("CSAT_DATABASE")
    return _resolved(named) if named else _DEFAULT


@lru_cache(maxsize=8)
def _resolved(named: str) -> Path:
    """The path of a name; pages ask dozens of times in a run, and to resolve it asks the disk."""
    return Path(named).resolve()


def is_open(path: Path) -> bool:
    """Whether this process holds the store at `path`, a resolved path."""
    with _registry_lock:
        return path in _registry


def open_store(path: Path | None = None) -> Store:
    """The store at `path` (default: default_path()), opened once in this process.

    Raises StoreLockedError, StoreNewerError, StoreUnreachableError, StoreDamagedError or NotMigratedError.
    """
    path = path or default_path()
    with _registry_lock:
        if path in _registry:  # it was resolved when it was opened, and pages ask again and again
            return _registry[path]
        path = path.resolve()
        if path not in _registry:
            _registry[path] = Store(path)
        return _registry[path]
