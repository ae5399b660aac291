"""The file: opened once, migrated in whole steps, refused in words where it cannot be opened."""

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from csat_core.store import (
    Store,
    StoreDamagedError,
    StoreLockedError,
    StoreNewerError,
    StoreUnreachableError,
    default_path,
    migrations,
    open_store,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store that was opened once and closed again."""
    path = tmp_path / "kept.duckdb"
    open_store(path).close()
    return path


def applied(store: Store) -> list[tuple[int, datetime, str]]:
    with store.cursor() as cursor:
        return cursor.execute("SELECT version, applied_at, engine FROM migrations ORDER BY version").fetchall()


def tables(store: Store) -> list[str]:
    with store.cursor() as cursor:
        found = cursor.execute("SELECT table_name FROM information_schema.tables ORDER BY table_name").fetchall()
    return [name for (name,) in found]


def test_a_new_store_records_every_migration_with_its_engine(store: Store) -> None:
    assert [version for version, _, _ in applied(store)] == list(range(1, len(migrations.MIGRATIONS) + 1))
    assert {engine for _, _, engine in applied(store)} == {duckdb.__version__}
    assert {"columns", "datasets", "imports", "migrations", "rejected_rows", "settings"} <= set(tables(store))


def test_opening_again_migrates_nothing(file: Path) -> None:
    store = open_store(file)
    before = applied(store)
    store.close()
    store = open_store(file)
    assert applied(store) == before
    store.close()


def test_a_later_migration_is_applied_once_on_top(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(file)
    before = applied(store)
    store.close()
    later = (*migrations.MIGRATIONS, ("CREATE TABLE later (id INTEGER)", "INSERT INTO later VALUES (1)"))
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    for _ in range(2):
        store = open_store(file)
        assert applied(store)[: len(before)] == before
        assert [version for version, _, _ in applied(store)] == list(range(1, len(later) + 1))
        with store.cursor() as cursor:
            assert cursor.execute("SELECT id FROM later").fetchall() == [(1,)]
        store.close()


def test_a_migration_that_fails_in_the_middle_leaves_the_store_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (*migrations.MIGRATIONS, ("CREATE TABLE later (id INTEGER)", "INSERT INTO missing VALUES (1)"))
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", broken)
        with pytest.raises(StoreDamagedError):
            open_store(file)
    store = open_store(file)
    assert "later" not in tables(store)
    assert len(applied(store)) == len(migrations.MIGRATIONS)
    store.close()


def test_a_store_of_a_later_release_is_refused_and_left_alone(file: Path) -> None:
    newest = len(migrations.MIGRATIONS)
    store = open_store(file)
    with store.write() as cursor:
        cursor.execute("INSERT INTO migrations VALUES (?, now()::TIMESTAMP, '9.9.9')", [newest + 1])
    store.close()
    with pytest.raises(StoreNewerError) as refused:
        open_store(file)
    assert str(refused.value) == (
        f"The store {file} was written by a newer release (its format is schema {newest + 1}, this release knows up to "
        f"schema {newest}); install the newer release, or set CSAT_DATABASE to another file. Nothing was changed."
    )
    with duckdb.connect(str(file), read_only=True) as connection:
        assert connection.execute("SELECT max(version) FROM migrations").fetchall() == [(newest + 1,)]


def with_file_version(content: bytes, version: int) -> bytes:
    """A database file that says another storage version, its header checksum made right (duckdb, checksum.cpp)."""
    header = content[8:12] + struct.pack("<Q", version) + content[20:4096]
    checksum = 5381
    for (word,) in struct.iter_unpack("<Q", header):
        checksum ^= word * 0xBF58476D1CE4E5B9 & (1 << 64) - 1
    return struct.pack("<Q", checksum) + header + content[4096:]


def test_a_file_of_a_later_engine_is_refused_with_both_versions(file: Path) -> None:
    file.write_bytes(with_file_version(file.read_bytes(), 1_000))
    with pytest.raises(StoreNewerError) as refused:
        open_store(file)
    assert "its format is file version 1000, this release knows up to file version 6" in str(refused.value)
    assert str(refused.value).endswith("Nothing was changed.")


@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"date,score\n2026-01-01,5\n" * 1_000, b"\x00" * 20_000, b"SQLite format 3\x00" + b"\x00" * 9_000],
)
@pytest.mark.parametrize("name", ["csat.duckdb", "answers.csv"])
def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(StoreDamagedError) as refused:
        open_store(path)
    assert str(refused.value) == (
        f"The store {path} cannot be read: it is damaged, or it is not a store. "
        f"Keep a copy of it and of {name}.wal, then restore a backup, "
        "or set CSAT_DATABASE to another file. Nothing was changed."
    )
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("folder", "a folder stands in its place"),
        ("file/csat.duckdb", "a file stands where its folder should be"),
        ("x" * 300, "its name is too long"),
    ],
)
def test_a_place_that_cannot_hold_a_store_is_said_and_not_called_damage(
    tmp_path: Path, place: str, reason: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("notes")
    with pytest.raises(StoreUnreachableError) as refused:
        open_store(tmp_path / place)
    assert str(refused.value) == (
        f"The store {tmp_path / place} cannot be opened: {reason}. "
        "Let this user read and write the file and its folder, or set CSAT_DATABASE to another file."
    )
    assert (tmp_path / "file").read_text() == "notes"


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("Permission denied", "permission is denied"),
        ("Read-only file system", "it lies on a disk that can only be read"),
    ],
)
def test_a_file_that_may_not_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str, reason: str
) -> None:
    # what DuckDB 2.0 says to a user who may not; the tests may run as one who may everything
    def refuse(*_: object, **__: object) -> None:
        raise duckdb.IOException(f'IO Error: Cannot open file "/data/csat.duckdb": {told}')

    monkeypatch.setattr(duckdb, "connect", refuse)
    with pytest.raises(StoreUnreachableError, match=f"cannot be opened: {reason}. Let this user"):
        open_store(tmp_path / "csat.duckdb")


def test_a_database_that_is_somebody_elses_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE columns (a INTEGER)")
    with pytest.raises(StoreDamagedError, match="it is not a store"):
        open_store(path)
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute("SELECT table_name FROM information_schema.tables").fetchall() == [("columns",)]


HOLD = """
import sys, time
from pathlib import Path
from csat_core.store import open_store
open_store(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(file: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the file."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_file_held_by_another_process_is_refused_with_its_number(file: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(StoreLockedError) as refused:
        open_store(file)
    assert str(refused.value) == (
        f"The store {file} is held by process {holder.pid}, and only one may hold it; "
        "stop that process, or set CSAT_DATABASE to another file."
    )
    holder.kill()
    holder.wait()
    store = open_store(file)
    assert len(applied(store)) == len(migrations.MIGRATIONS)
    store.close()


def test_a_closed_store_is_free_for_another_process_though_a_lazy_frame_is_still_held(file: Path) -> None:
    store = open_store(file)
    frame = store.lent_cursor().table("datasets")
    store.close()
    opened = subprocess.run(
        [sys.executable, "-c", HOLD.replace("time.sleep(60)", ""), str(file)],
        cwd=ROOT, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert opened.stdout == "held\n"
    del frame


def test_a_file_is_opened_once_in_a_process_however_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    store = open_store(tmp_path / "one.duckdb")
    assert open_store(tmp_path / "folder" / ".." / "one.duckdb") is store
    store.close()
    again = open_store(tmp_path / "one.duckdb")
    assert again is not store
    again.close()


def test_the_folder_of_a_new_store_is_made(tmp_path: Path) -> None:
    store = open_store(tmp_path / "a" / "b" / "new.duckdb")
    assert store.path.is_file()
    store.close()


def test_the_file_is_named_by_the_environment_or_lies_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSAT_DATABASE", str(tmp_path / "mine.duckdb"))
    assert default_path() == (tmp_path / "mine.duckdb").resolve()
    monkeypatch.delenv("CSAT_DATABASE")
    assert default_path() == ROOT / "data" / "csat.duckdb"
