"""Statements that can be stopped: at once, with nothing of them left, and the cursor fit for the next one."""

import time
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from csat_core.store import Store
from csat_core.store.outgoing import write_out
from csat_core.store.stoppable import stoppable, watched

ENDLESS = "CREATE TABLE long AS SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b"


class GivenUpError(Exception):
    """Somebody gave up."""


def test_a_long_statement_ends_soon_after_somebody_gives_up_and_leaves_nothing(store: Store) -> None:
    looks = 0

    def watch() -> None:
        nonlocal looks
        looks += 1
        if looks == 2:
            raise GivenUpError

    def give_up() -> None:
        with store.write() as cursor:
            cursor.execute("CREATE TABLE before_it (a INTEGER)")
            stoppable(cursor, lambda: cursor.execute(ENDLESS), watch)

    began = time.monotonic()
    with pytest.raises(GivenUpError):
        give_up()
    assert time.monotonic() - began < 10
    with store.cursor() as cursor:
        names = {name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert not names & {"long", "before_it"}
    with store.write() as cursor:
        assert stoppable(cursor, lambda: cursor.execute("SELECT 42").fetchall(), lambda: None) == [(42,)]


def test_statements_without_a_watch_of_their_own_are_stopped_by_that_of_the_block(store: Store, tmp_path: Path) -> None:
    def give_up() -> None:
        raise GivenUpError

    began = time.monotonic()
    with pytest.raises(GivenUpError), watched(give_up):
        write_out(store, ENDLESS.partition(" AS ")[2], tmp_path / "out", pa.schema([("sum", pa.float64())]))
    assert time.monotonic() - began < 10
    with watched(give_up), watched(None):
        write_out(store, "SELECT 42 AS a", tmp_path / "out", pa.schema([("a", pa.int64())]))
    assert pq.read_table(tmp_path / "out").to_pylist() == [{"a": 42}]


def test_what_goes_wrong_in_a_statement_passes_through(store: Store) -> None:
    with pytest.raises(duckdb.CatalogException), store.write() as cursor:
        stoppable(cursor, lambda: cursor.execute("FROM nowhere"), lambda: None)
