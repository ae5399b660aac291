"""Many readers, one writer, and a process that dies: what is read is whole, what was kept stays."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from csat_core.model.predicate import OneOf
from csat_core.store import Store, catalogue, imports, open_store
from csat_core.store.catalogue import Details
from tests.conftest import asked, make_dataset, question, segment

ROOT = Path(__file__).resolve().parents[2]
THREADS, QUERIES = 8, 40
SIZE = 4_000
GIVEN = {
    "Overall": question([1 + row % 5 for row in range(SIZE)]),
    "Region": segment([("North", "South", "East", "West")[row % 4] for row in range(SIZE)]),
}


@contextmanager
def in_the_meantime(work: Callable[[int], object]) -> Iterator[None]:
    """Repeats `work` in a thread of its own meanwhile; what goes wrong in it goes wrong here."""
    stop = threading.Event()

    def repeat() -> None:
        turn = 0
        while not stop.is_set():
            work(turn := turn + 1)

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(repeat)
        try:
            yield
        finally:
            stop.set()
    running.result()


def test_eight_readers_are_right_forty_times_each_while_a_writer_writes(store: Store) -> None:
    steady = make_dataset(store, GIVEN, "Steady")
    engine, turns = asked(store), []

    def write(turn: int) -> None:
        added = make_dataset(store, GIVEN, f"Passing {turn}")
        catalogue.change_details(store, added.id, Details(name=f"Renamed {turn}"))
        imports.undo(store, imports.imports(store, added.id)[0].import_id)
        turns.append(turn)

    def read(reader: int) -> int:
        region = ("North", "South", "East", "West")[reader % 4]
        right = 0
        for _ in range(QUERIES):
            found = engine.counts(steady.id, ["q01"], [OneOf(column="s01", values=(region,))]).to_pylist()
            right += {row["q01"]: row["n"] for row in found} == dict.fromkeys(range(1, 6), SIZE // 20)
            for dataset in catalogue.datasets(store):
                assert [column.id for column in dataset.columns] == ["q01", "s01"]
        return right

    with in_the_meantime(write), ThreadPoolExecutor(THREADS) as pool:
        right = list(pool.map(read, range(THREADS)))
    assert right == [QUERIES] * THREADS
    assert len(turns) > 0
    assert catalogue.datasets(store) == (steady,)


def test_a_store_closes_while_readers_ask_for_cursors(tmp_path: Path) -> None:
    for turn in range(20):
        store = open_store(tmp_path / f"{turn}.duckdb")
        asked_for = threading.Barrier(THREADS + 1)

        def ask(_: int, store: Store = store, asked_for: threading.Barrier = asked_for) -> str:
            asked_for.wait()
            try:
                while True:
                    with store.cursor() as cursor:
                        assert cursor.execute("SELECT 1").fetchall() == [(1,)]
            except duckdb.ConnectionException as closed:
                return str(closed)

        with ThreadPoolExecutor(THREADS) as pool:
            ended = pool.map(ask, range(THREADS))
            asked_for.wait()
            store.close()
            assert all("closed" in message for message in ended)
        assert open_store(tmp_path / f"{turn}.duckdb") is not store
        open_store(tmp_path / f"{turn}.duckdb").close()


def test_two_that_undo_the_same_import_remove_it_once(store: Store) -> None:
    for turn in range(1, 6):
        make_dataset(store, GIVEN, f"Passing {turn}")
        barrier = threading.Barrier(2)

        def undo(import_id: int, barrier: threading.Barrier = barrier) -> int | str:
            barrier.wait()
            try:
                return imports.undo(store, import_id)
            except imports.ImportNotFoundError as refused:
                return str(refused)

        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(undo, [turn, turn]))
        assert sorted(map(str, found)) == sorted(
            [str(SIZE), f"There is no import {turn} to undo; there is nothing to undo."]
        )


def test_writers_take_turns_and_no_id_is_given_twice(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda name: make_dataset(store, GIVEN, f"Survey {name}"), range(8)))
    assert sorted(dataset.id for dataset in made) == list(range(1, 9))
    assert len(imports.imports(store)) == 8
    assert store.generation == 1 + 8


FORKS = f"""
import os, sys, threading
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from csat_core.store import open_store
from tests.store.test_concurrency import GIVEN
from tests.conftest import make_dataset
for turn in sys.stdin:
    if child := os.fork():
        print(f"child {{child}}", flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)
        continue
    store = open_store(Path(sys.argv[1]))
    number = 0
    while True:
        number += 1
        print(f"kept {{make_dataset(store, GIVEN, f'Survey {{int(turn)}} {{number}}').id}}", flush=True)
"""
"""Waits for a line, and lets a child of its own import until it is killed: a new process, without a new start."""


class Importers:
    """Processes that import into one store, one after the other, each until it is killed."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", FORKS, str(path)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def until_killed(self, turn: int, patience: float) -> int:
        """The highest id that a process said it had kept before it was killed in the middle of its imports."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(turn, file=self._process.stdin, flush=True)
        word, child = self._process.stdout.readline().split()
        assert word == "child"
        said = [self._process.stdout.readline()]
        time.sleep(patience)
        os.kill(int(child), signal.SIGKILL)
        while (line := self._process.stdout.readline()) != "gone\n":
            said.append(line.removesuffix("gone\n"))
            if line.endswith("gone\n"):  # behind the half of a line
                break
        return max(int(line.split()[1]) for line in said if line.endswith("\n"))

    def close(self) -> None:
        """Nothing; no process is left."""
        for stream in (self._process.stdin, self._process.stdout):
            stream.close()  # type: ignore[union-attr]
        self._process.wait()


def whole_datasets(path: Path) -> list[int]:
    """The ids of the datasets, each as large as the catalogue says; nothing else lies in the store."""
    store = open_store(path)
    known = catalogue.datasets(store)
    with store.cursor() as cursor:
        tables = cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'responses%'")
        assert sorted(name for (name,) in tables.fetchall()) == sorted(
            catalogue.table_of(dataset.id) for dataset in known
        )
        for dataset in known:
            sizes = cursor.execute(f"SELECT count(*), min(import_id) FROM {catalogue.table_of(dataset.id)}").fetchall()
            assert sizes == [(SIZE, imports.imports(store, dataset.id)[0].import_id)]
            assert (dataset.responses, len(dataset.columns)) == (SIZE, 2)
    assert sorted(record.dataset_id for record in imports.imports(store)) == sorted(dataset.id for dataset in known)
    store.close()
    return sorted(dataset.id for dataset in known)


KILLS = 20


def test_a_process_killed_in_the_middle_of_imports_leaves_whole_ones_only(tmp_path: Path) -> None:
    path, chance = tmp_path / "killed.duckdb", random.Random(9)
    importers = Importers(path)
    for turn in range(KILLS):
        acknowledged = importers.until_killed(turn, patience=chance.uniform(0, 0.15))
        found = whole_datasets(path)
        assert found == list(range(1, len(found) + 1))
        assert acknowledged <= found[-1] <= acknowledged + 1
    importers.close()


HANGS = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
import pyarrow as pa
import pyarrow.dataset as pads
from csat_core.store import imports, open_store
from tests.conftest import REJECTED, new_import
from tests.store.test_concurrency import GIVEN
store = open_store(Path(sys.argv[1]))
new, table = new_import(GIVEN, "Half")
def batches():
    for batch in table.to_batches(max_chunksize=1_000):
        yield batch
        print("batch", flush=True)
    time.sleep(60)
stream = pa.RecordBatchReader.from_batches(table.schema, batches())
imports.store_import(store, new, stream, pads.dataset(REJECTED.empty_table()))
"""


@pytest.mark.parametrize("batches", [1, 4])
def test_a_process_killed_while_it_reads_the_responses_leaves_the_old_store(tmp_path: Path, batches: int) -> None:
    path = tmp_path / "killed.duckdb"
    store = open_store(path)
    make_dataset(store, GIVEN, "Old")
    store.close()
    process = subprocess.Popen([sys.executable, "-c", HANGS, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert [process.stdout.readline() for _ in range(batches)] == ["batch\n"] * batches
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert whole_datasets(path) == [1]
