"""Statements that can be stopped: at once, with nothing of them left, and the cursor fit for the next one."""

import time

import duckdb
import pytest

from csat_core.store import Store
from csat_core.store.stoppable import stoppable

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


def test_what_goes_wrong_in_a_statement_passes_through(store: Store) -> None:
    with pytest.raises(duckdb.CatalogException), store.write() as cursor:
        stoppable(cursor, lambda: cursor.execute("FROM nowhere"), lambda: None)
