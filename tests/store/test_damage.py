"""Damage: a log cut short loses only what was not whole; a log with a flipped byte is refused with the ways out."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from csat_core.store import (
    LogDamagedError,
    LogForeignError,
    Store,
    StoreDamagedError,
    StoreFullError,
    catalogue,
    open_store,
)
from tests.conftest import make_dataset, question
from tests.store.test_concurrency import ROOT, SIZE, whole_datasets

SURVEYS = 4
LEAVES_A_LOG = f"""
import os, signal, sys
from pathlib import Path
from csat_core.store import open_store
from tests.conftest import make_dataset
from tests.store.test_concurrency import GIVEN
store = open_store(Path(sys.argv[1]))
with store.cursor() as cursor:
    cursor.execute("CHECKPOINT")
for turn in range({SURVEYS}):
    make_dataset(store, GIVEN, f"Survey {{turn}}")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The file and the log that a killed process left, with four imports in the log alone."""
    path = tmp_path_factory.mktemp("killed") / "csat.duckdb"
    done = subprocess.run(
        [sys.executable, "-c", LEAVES_A_LOG, str(path)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    return path.read_bytes(), log_of(path).read_bytes()


def log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")


def laid_out(folder: Path, file: bytes, log: bytes) -> Path:
    path = folder / "csat.duckdb"
    path.write_bytes(file)
    log_of(path).write_bytes(log)
    return path


def test_a_log_that_is_whole_brings_everything_back(tmp_path: Path, killed: tuple[bytes, bytes]) -> None:
    assert whole_datasets(laid_out(tmp_path, *killed)) == list(range(1, SURVEYS + 1))


def test_a_log_cut_short_anywhere_brings_back_whole_imports_only(tmp_path: Path, killed: tuple[bytes, bytes]) -> None:
    file, log = killed
    chance, found = random.Random(26), []
    for end in sorted(chance.randrange(len(log)) for _ in range(20)):
        kept = whole_datasets(laid_out(tmp_path, file, log[:end]))
        assert kept == list(range(1, len(kept) + 1))
        found.append(len(kept))
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, SURVEYS - 1)


def test_a_flipped_byte_in_the_log_is_refused_with_the_ways_out(tmp_path: Path, killed: tuple[bytes, bytes]) -> None:
    file, log = killed
    chance = random.Random(27)
    for at in (chance.randrange(200, len(log)) for _ in range(8)):
        flipped = bytearray(log)
        flipped[at] ^= 1 << chance.randrange(8)
        path = laid_out(tmp_path, file, bytes(flipped))
        with pytest.raises(LogDamagedError) as refused:
            open_store(path)
        assert str(refused.value) == (
            f"The store {path} cannot be opened: the log of its latest changes, csat.duckdb.wal, is damaged. Keep a copy "
            "of both files. Then restore a backup (python -m csat_core restore FILE), or move csat.duckdb.wal aside: the "
            "store opens without it, and every change that stands in that log alone is lost. Nothing was changed."
        )
        assert (path.read_bytes(), log_of(path).read_bytes()) == (file, bytes(flipped))


def test_with_the_damaged_log_moved_aside_the_store_opens_without_its_changes(
    tmp_path: Path, killed: tuple[bytes, bytes]
) -> None:
    file, log = killed
    path = laid_out(tmp_path, file, log[:300] + b"\x00" * 50 + log[350:])
    with pytest.raises(LogDamagedError):
        open_store(path)
    log_of(path).rename(tmp_path / "aside.wal")
    assert whole_datasets(path) == []


def test_a_log_of_another_file_is_refused_with_the_way_out(tmp_path: Path, killed: tuple[bytes, bytes]) -> None:
    path = tmp_path / "csat.duckdb"
    store = open_store(path)
    make_dataset(store, {"Overall": question([5, 1])}, "Kept")
    store.close()
    log_of(path).write_bytes(killed[1])
    with pytest.raises(
        LogForeignError, match=r"csat\.duckdb\.wal, belongs to another file\. Move csat\.duckdb\.wal aside"
    ):
        open_store(path)
    log_of(path).unlink()
    store = open_store(path)
    assert [each.name for each in catalogue.datasets(store)] == ["Kept"]
    store.close()


def test_flipped_bytes_in_the_file_never_change_an_answer_in_silence(
    tmp_path: Path, killed: tuple[bytes, bytes]
) -> None:
    path = laid_out(tmp_path, *killed)
    whole_datasets(path)  # folds the log in
    content, chance, refused = path.read_bytes(), random.Random(28), 0
    for _ in range(12):
        flipped = bytearray(content)
        flipped[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        log_of(path).unlink(missing_ok=True)
        try:
            assert whole_datasets(path) == list(range(1, SURVEYS + 1))
        except (StoreDamagedError, duckdb.Error):
            refused += 1
            for store in _still_open(path):
                store.close()
    assert 0 < refused < 12
    assert SIZE == 4_000


def _still_open(path: Path) -> list[Store]:
    from csat_core.store import connection

    return [store for each, store in list(connection._registry.items()) if each == path]


def test_a_disk_that_fills_up_in_the_middle_is_a_sentence_and_changes_nothing(store: Store) -> None:
    made = make_dataset(store, {"Overall": question([5, 1])})

    def fill_up() -> None:
        with store.write() as cursor:
            cursor.execute("DELETE FROM datasets")
            raise duckdb.IOException('IO Error: Could not write file "csat.duckdb": No space left on device')

    with pytest.raises(StoreFullError) as refused:
        fill_up()
    assert str(refused.value) == (
        f"There is too little free disk space in {store.path.parent}; free some and try again. Nothing was changed."
    )
    assert catalogue.datasets(store) == (made,)
