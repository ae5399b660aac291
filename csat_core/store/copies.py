"""Copies: a whole store written into another file, at one moment, and put in its place at once."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from csat_core.store import migrations
from csat_core.store.opening import BESIDE, connect
from csat_core.store.refusals import StoreDamagedError, StoreFullError, StoreNewerError

ATTACHED = "copied"
OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a store holds, to tell whether another one holds the same."""

    schema_version: int
    datasets: int
    answers: int
    """Answers to the primary outcomes of all datasets."""
    erasures: int
    tables: tuple[tuple[str, int, int], ...]
    """Each table with its rows and the sum of their hashes."""


def stamp() -> str:
    """This second in UTC, as names of files carry it."""
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")


def contents(cursor: duckdb.DuckDBPyConnection) -> Contents:
    """What the store of `cursor` holds; every cell is read, so that damage anywhere raises duckdb.Error."""
    names = cursor.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() AND NOT temporary ORDER BY ALL"
    ).fetchall()
    tables = []
    for (name,) in names:
        quoted = '"' + name.replace('"', '""') + '"'
        rows, hashes = cursor.execute(
            f"SELECT count(*), coalesce(sum(hash(whole_row)::HUGEINT), 0) FROM {quoted} AS whole_row"
        ).fetchall()[0]
        tables.append((name, rows, int(hashes)))
    counted = (
        "SELECT (SELECT count(*) FROM datasets), (SELECT coalesce(sum(answered), 0) FROM columns WHERE is_primary)"
    )
    datasets, answers = cursor.execute(counted).fetchall()[0]
    has_erasures = any(name == "erasures" for name, _, _ in tables)
    erasures = cursor.execute("SELECT count(*) FROM erasures").fetchall()[0][0] if has_erasures else 0
    return Contents(
        schema_version=migrations.current(cursor),
        datasets=int(datasets),
        answers=int(answers),
        erasures=int(erasures),
        tables=tuple(tables),
    )


def copy(cursor: duckdb.DuckDBPyConnection, draft: Path) -> Contents:
    """What the new file `draft` holds: everything that is kept at this moment, whatever is written meanwhile."""
    discard(draft)
    path = str(draft).replace("'", "''")
    cursor.execute(f"ATTACH '{path}' AS {ATTACHED}")
    try:
        draft.chmod(OWNER_ONLY)
        cursor.begin()
        try:
            name = cursor.execute("SELECT current_database()").fetchall()[0][0].replace('"', '""')
            found = contents(cursor)
            cursor.execute(f'COPY FROM DATABASE "{name}" TO {ATTACHED}')
        except BaseException:
            cursor.rollback()
            raise
        cursor.commit()
        cursor.execute(f"DETACH {ATTACHED}")
    except BaseException:
        with contextlib.suppress(duckdb.Error):
            cursor.execute(f"DETACH {ATTACHED}")
        discard(draft)
        raise
    return found


def inspected(path: Path) -> Contents:
    """What the store at `path` holds, nothing of it changed.

    Raises StoreDamagedError where it does not hold together, StoreNewerError where a later release wrote it, and what
    `connect` raises.
    """
    with opened(path, read_only=True) as connection:
        try:
            if (found := migrations.current(connection)) > len(migrations.MIGRATIONS):
                raise StoreNewerError(path, f"schema {found}", f"schema {len(migrations.MIGRATIONS)}")
            if found == 0:
                raise StoreDamagedError(path)
            return contents(connection)
        except duckdb.Error as error:
            raise StoreDamagedError(path) from error


def fold_log(path: Path) -> None:
    """Nothing; what stood in the log beside `path` is in the file itself. Raises as `connect`."""
    with opened(path, read_only=False) as connection:
        connection.execute("CHECKPOINT")


@contextlib.contextmanager
def opened(path: Path, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the store at `path`, which no process holds. Raises as `connect`."""
    with (
        tempfile.TemporaryDirectory(prefix="csat-", ignore_cleanup_errors=True) as temporary,
        contextlib.closing(connect(path, temporary, read_only=read_only)) as connection,
    ):
        yield connection


def discard(draft: Path) -> None:
    """Nothing; the database `draft` is gone with everything beside it."""
    for ending in BESIDE:
        draft.with_name(draft.name + ending).unlink(missing_ok=True)


def moved(draft: Path, part: Path) -> None:
    """Nothing; `draft` is called `part` now, maybe on another disk, is for its owner alone and is really written."""
    try:
        draft.rename(part)
    except OSError:  # another disk
        shutil.copyfile(draft, part)
        draft.unlink()
    part.chmod(OWNER_ONLY)
    settled(part)


def settled(path: Path) -> None:
    """Nothing; `path`, a file or a folder, is on the disk and would survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def size_of(path: Path) -> int:
    """Bytes of the database at `path`, its log included."""
    files = (path.with_name(path.name + ending) for ending in BESIDE)
    return sum(file.stat().st_size for file in files if file.exists())


def require_room(folder: Path, needed: int) -> None:
    """Nothing; raises StoreFullError where the disk of `folder` has less than `needed` bytes."""
    if (free := shutil.disk_usage(folder).free) < needed:
        raise StoreFullError(folder, free, needed)
