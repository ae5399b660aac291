"""The connection: opens the file locked down, one cursor for every use, one transaction at a time for writers."""

import os
import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import duckdb

from csat_core.errors import CsatError
from csat_core.store import migrations

MEMORY_LIMIT = os.environ.get("CSAT_MEMORY_LIMIT", "2GB")
TEMPORARY_LIMIT = os.environ.get("CSAT_TEMPORARY_LIMIT", "20GB")


class StoreLockedError(CsatError):
    """Another process holds the file."""

    def __init__(self, path: Path, pid: str | None) -> None:
        holder = f"process {pid}" if pid else "another process"
        super().__init__(
            f"The store {path} is held by {holder}, and only one may hold it; "
            "stop that process, or set CSAT_DATABASE to another file."
        )


class StoreNewerError(CsatError):
    """The file was written by a later release."""

    def __init__(self, path: Path, found: str, known: str) -> None:
        super().__init__(
            f"The store {path} was written by a newer release (its format is {found}, "
            f"this release knows up to {known}); "
            "install the newer release, or set CSAT_DATABASE to another file. Nothing was changed."
        )


class StoreUnreachableError(CsatError):
    """The file cannot be opened or made where it is meant to be."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The store {path} cannot be opened: {reason}. "
            "Let this user read and write the file and its folder, or set CSAT_DATABASE to another file."
        )


class StoreDamagedError(CsatError):
    """The file is not a store, or its contents do not check out."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The store {path} cannot be read: it is damaged, or it is not a store. "
            f"Keep a copy of it and of {path.name}.wal, then restore a backup, "
            "or set CSAT_DATABASE to another file. Nothing was changed."
        )


class Store:
    """An open store. Reads go through `cursor()`, writes through `write()`; the connection itself is never shared."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = _unreachable(str(error.strerror)) or "its folder cannot be made"
            raise StoreUnreachableError(path, reason) from error
        self._temporary = tempfile.TemporaryDirectory(prefix="csat-", ignore_cleanup_errors=True)
        self._writer = threading.RLock()
        self._handing_out = threading.Lock()  # closing refuses while a cursor is being made, instead of waiting
        self.generation = 0
        """Rises with every write, so that what was read before can be told to be old."""
        try:
            self._connection = _connect(path, self._temporary.name)
            self._prepare()
        except BaseException:
            self._temporary.cleanup()
            raise

    def _prepare(self) -> None:
        try:
            with self.write() as cursor:
                migrations.apply(cursor)
        except migrations.NewerSchemaError as newer:
            self._connection.close()
            raise StoreNewerError(self.path, f"schema {newer.found}", f"schema {newer.known}") from None
        except duckdb.Error as error:
            self._connection.close()
            raise StoreDamagedError(self.path) from error

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
    def write(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor inside one transaction: kept as a whole, or not at all. Writers take turns."""
        with self._writer, self.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
            except BaseException:
                cursor.rollback()
                raise
            cursor.commit()
            self.generation += 1

    def close(self) -> None:
        """Nothing; the file is free for another process afterwards."""
        with _registry_lock, self._writer, self._handing_out:
            self._connection.close()
            self._temporary.cleanup()
            _registry.pop(self.path, None)


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


def open_store(path: Path | None = None) -> Store:
    """The store at `path` (default: default_path()), opened once in this process.

    Raises StoreLockedError, StoreNewerError, StoreUnreachableError or StoreDamagedError.
    """
    path = path or default_path()
    with _registry_lock:
        if path in _registry:  # it was resolved when it was opened, and pages ask again and again
            return _registry[path]
        path = path.resolve()
        if path not in _registry:
            _registry[path] = Store(path)
        return _registry[path]


def _connect(path: Path, temporary: str) -> duckdb.DuckDBPyConnection:
    settings: dict[str, str | bool | int | float | list[str]] = {
        "enable_external_access": False,
        "python_enable_replacements": False,
        "allow_community_extensions": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "memory_limit": MEMORY_LIMIT,
        "temp_directory": temporary,
        "max_temp_directory_size": TEMPORARY_LIMIT,
        "threads": max(1, os.cpu_count() or 1),
    }
    try:
        connection = duckdb.connect(str(path), config=settings)
    except duckdb.Error as error:
        raise _opening_error(path, str(error)) from error
    # a file named .csv or .parquet is opened as a view in memory, where everything that is written would be lost
    if connection.execute("SELECT path FROM duckdb_databases() WHERE path IS NOT NULL").fetchall() == []:
        connection.close()
        raise StoreDamagedError(path)
    connection.execute("SET lock_configuration = true")
    return connection


def _opening_error(path: Path, message: str) -> CsatError:
    """What DuckDB says on opening, as a sentence with the way out."""
    if "could not set lock" in message.casefold():
        pid = re.search(r"PID (\d+)", message)
        return StoreLockedError(path, pid[1] if pid else None)
    versions = re.search(r"version number (\d+), but we can only read storage versions between \d+ and (\d+)", message)
    if versions and int(versions[1]) > int(versions[2]):
        return StoreNewerError(path, f"file version {versions[1]}", f"file version {versions[2]}")
    if "newer version of DuckDB" in message:
        return StoreNewerError(path, "unknown", duckdb.__version__)
    reason = _unreachable(message)
    return StoreUnreachableError(path, reason) if reason else StoreDamagedError(path)


def _unreachable(message: str) -> str | None:
    """What the operating system has against the file, in plain words; None where it is something else."""
    return next((words for sign, words in _UNREACHABLE.items() if sign in message), None)


_UNREACHABLE = {
    "Permission denied": "permission is denied",
    "Operation not permitted": "permission is denied",
    "Read-only file system": "it lies on a disk that can only be read",
    "Is a directory": "a folder stands in its place",
    "Not a directory": "a file stands where its folder should be",
    "File exists": "a file stands where its folder should be",
    "No such file or directory": "its folder is not there and cannot be made",
    "File name too long": "its name is too long",
    "No space left on device": "the disk is full",
}
