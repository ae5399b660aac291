"""Opening: a connection to one file, locked down, or one sentence that says why not."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import duckdb

from csat_core.errors import CsatError
from csat_core.store.refusals import (
    LogDamagedError,
    LogForeignError,
    StoreDamagedError,
    StoreLockedError,
    StoreNewerError,
    StoreUnreachableError,
)

MEMORY_LIMIT = os.environ.get("CSAT_MEMORY_LIMIT", "2GB")
TEMPORARY_LIMIT = os.environ.get("CSAT_TEMPORARY_LIMIT", "20GB")
BESIDE = ("", ".wal", ".wal.checkpoint", ".wal.recovery")
"""What the engine writes for one database: the file and its logs."""


def connect(
    path: Path, temporary: str, *, writes: Sequence[Path] = (), read_only: bool = False
) -> duckdb.DuckDBPyConnection:
    """A connection to `path` that reaches no file but that one, `temporary` for what spills, and databases in `writes`.

    Raises a CsatError that says why the file cannot be opened.
    """
    settings: dict[str, str | bool | int | float | list[str]] = {
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
        connection = duckdb.connect(str(path), read_only=read_only, config=settings)
    except duckdb.Error as error:
        raise opening_error(path, str(error)) from error
    # a file named .csv or .parquet is opened as a view in memory, where everything that is written would be lost
    if connection.execute("SELECT path FROM duckdb_databases() WHERE path IS NOT NULL").fetchall() == []:
        connection.close()
        raise StoreDamagedError(path)
    # allowed paths can be given once the database is open, and before the doors are closed
    connection.execute("SET allowed_paths = ?", [[f"{each}{ending}" for each in writes for ending in BESIDE]])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def opening_error(path: Path, message: str) -> CsatError:
    """What DuckDB says on opening, as a sentence with the way out."""
    if "could not set lock" in message.casefold():
        pid = re.search(r"PID (\d+)", message)
        return StoreLockedError(path, pid[1] if pid else None)
    versions = re.search(r"version number (\d+), but we can only read storage versions between \d+ and (\d+)", message)
    if versions and int(versions[1]) > int(versions[2]):
        return StoreNewerError(path, f"file version {versions[1]}", f"file version {versions[2]}")
    if "newer version of DuckDB" in message:
        return StoreNewerError(path, "unknown", duckdb.__version__)
    if reason := unreachable(message):
        return StoreUnreachableError(path, reason)
    if "WAL does not match" in message:
        return LogForeignError(path)
    return LogDamagedError(path) if "while replaying WAL" in message else StoreDamagedError(path)


def unreachable(message: str) -> str | None:
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
