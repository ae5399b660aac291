"""Five million rows of twelve columns, imported whole through the child process, against the engine's bare load."""

import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from benchmarks.timing import Row, best_of
from csat_core.ingest.load import import_file
from csat_core.store import open_store

ROWS = int(os.environ.get("CSAT_BENCH_ROWS", 5_000_000))
ROOM = 6 << 30
"""Bytes of disk: the file, its staged copy, the typed rows, the store, and the bare table beside them."""
RUNS = 2
LIMIT, MOST_GB = 2.5, 2.0
EVERY = 0.05
"""Seconds between two looks at the memory."""
_CELLS = {
    "Response ID": "'resp-' || lpad(i::VARCHAR, 12, '0')",
    "Submitted at": "strftime(TIMESTAMP '2024-01-01 00:00:00' + to_seconds(i * 17), '%Y-%m-%d %H:%M:%S')",
    "Customer ID": "'CUST-' || lpad((h % 900000)::VARCHAR, 9, '0')",
    "Channel": "['Phone', 'Email', 'Chat', 'Store'][1 + h // 7 % 4]",
    "Region": "['North', 'South', 'East', 'West', 'Overseas'][1 + h // 31 % 5]",
    "Product": "'Product line ' || (h // 101 % 40)",
    "How satisfied are you overall?": "CASE WHEN h % 100 = 0 THEN NULL ELSE 1 + h // 11 % 5 END",
    "Ease of ordering": "CASE WHEN h % 12 = 0 THEN NULL ELSE 1 + h // 13 % 5 END",
    "Speed of delivery": "CASE WHEN h % 13 = 0 THEN NULL ELSE 1 + h // 17 % 5 END",
    "Quality of advice": "CASE WHEN h % 14 = 0 THEN NULL ELSE 1 + h // 19 % 5 END",
    "Friendliness of staff": "CASE WHEN h % 15 = 0 THEN NULL ELSE 1 + h // 23 % 5 END",
    "Minutes to resolve": "printf('%.2f', h % 20000 / 100)",
}


def rows(folder: Path) -> Iterator[Row]:
    """Time, against CREATE TABLE AS into a file of its own, and the memory that child and parent held together."""
    free = shutil.disk_usage(folder).free
    if free < ROOM:
        print(
            f"Not measured: the import of a large file needs {ROOM >> 30} GB of disk, and {free / 2**30:.1f} GB are free."
        )
        return
    with tempfile.TemporaryDirectory(dir=folder) as name:
        yield from _measured(Path(name))


def _measured(folder: Path) -> Iterator[Row]:
    file = folder / "large.csv"
    _write(file)
    most = [0]

    def ours() -> None:
        (folder / "imports.duckdb").unlink(missing_ok=True)
        store = open_store(folder / "imports.duckdb")
        with _watched(most):
            imported = import_file(store, file)
        store.close()
        assert imported.checked.accepted == ROWS

    def bare() -> None:
        (folder / "bare.duckdb").unlink(missing_ok=True)
        with duckdb.connect(str(folder / "bare.duckdb"), config={"threads": 2}) as connection:
            connection.execute("CREATE TABLE t AS SELECT * FROM read_csv(?)", [str(file)])

    mine, theirs = best_of(RUNS, ours, bare)
    size = f"{ROWS:,} x {len(_CELLS)}, {file.stat().st_size >> 20} MB"
    yield Row(
        what=f"import of a CSV ({size}), vs bare read_csv", ours=mine, against=theirs, limit=f"{LIMIT}x", unit="s"
    )
    yield Row(
        what="the most memory of child and parent together meanwhile", ours=most[0] / 2**30, against=None,
        limit=f"{MOST_GB:g} GB", unit="GB",
    )  # fmt: skip


def _write(file: Path) -> None:
    """The file, always the same."""
    cells = ", ".join(f'{cell} AS "{name}"' for name, cell in _CELLS.items())
    with duckdb.connect() as connection:
        connection.execute(
            f"COPY (SELECT {cells} FROM (SELECT i, (i * 2654435761 % 4294967291) AS h FROM range(1, $n + 1) AS t(i))) "
            "TO $path (FORMAT csv, HEADER)",
            {"n": ROWS, "path": str(file)},
        )


@contextmanager
def _watched(most: list[int]) -> Iterator[None]:
    """Nothing; `most` then holds the most bytes that this process and those it started held together."""
    over = threading.Event()

    def look() -> None:
        while not over.wait(EVERY):
            most[0] = max(most[0], sum(map(_held, _family())))

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield
    finally:
        over.set()
        looking.join()


def _family() -> list[int]:
    own = os.getpid()
    return [own, *(child for task in Path(f"/proc/{own}/task").iterdir() for child in _children(task))]


def _children(task: Path) -> list[int]:
    """Processes that a thread started; none of a thread that has just ended."""
    try:
        return [int(number) for number in (task / "children").read_text().split()]
    except OSError:
        return []


def _held(process: int) -> int:
    """Resident bytes; none of a process that has just ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
