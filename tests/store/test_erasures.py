"""Erasures: nothing of one customer remains, everything of the others does, and the log does not say whom."""

import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from csat_core.model.dataset import Role
from csat_core.model.predicate import OneOf
from csat_core.store import Store, catalogue, copies, erasures, imports, open_store
from csat_core.store.backups import back_up
from csat_core.store.catalogue import DatasetNotFoundError
from csat_core.store.erasures import NoCustomersError, erase
from tests.conftest import asked, days, make_dataset, numbers, question, segment, texts
from tests.store.test_concurrency import in_the_meantime

WHOSE = ["C1", "C2", "C1", None, "c1", "C10"]
GIVEN = {
    "Overall": question([5, 4, -2, 1, None, 3]),
    "Region": segment(["West", "North", "North", "South", "North", "South"]),
    "Spend": numbers([10.0, None, 5.0, 1.0, 2.0, 3.0], Role.REVENUE),
    "Customer": texts(WHOSE, Role.CUSTOMER),
    "Comment": texts(["one", None, "three", "four", "five", "six"]),
    "Day": days(["2026-01-01", "2026-02-01", "2026-06-01", "2026-03-01", "2026-04-01", "2026-05-01"]),
}


def aside(row: int, raw: object, value: str = "9") -> dict[str, Any]:
    text = raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False)
    return {"row": row, "column": "Overall", "value": value, "code": "off_scale", "reason": "no", "raw": text}


SET_ASIDE = [
    aside(7, {"Customer": " C1 ", "Overall": "9"}),
    aside(8, {"Customer": "C10", "Overall": "9"}),
    aside(9, ["5", "C1"]),
    aside(10, ["C11", "C1, or so"]),
    aside(11, {"Customer": "C2", "Comment": "like C1 said"}),
    aside(12, {"Overall": "x"}, value="C1"),
    aside(13, {"Customer": None, "Overall": 9}),
]


def version(store: Store) -> int:
    return catalogue.dataset(store, 1).version


def log(store: Store) -> list[tuple[Any, ...]]:
    with store.cursor() as cursor:
        return cursor.execute(
            "SELECT erasure_id, dataset_id, responses, set_aside FROM erasures ORDER BY ALL"
        ).fetchall()


def test_every_row_of_the_customer_goes_and_all_others_stay(store: Store) -> None:
    before = make_dataset(store, GIVEN, rejected=SET_ASIDE)
    other = make_dataset(store, GIVEN, "Other")
    done = erase(store, before.id, "C1")
    assert (done.responses, done.set_aside, done.left, done.is_overwritten) == (2, 3, 4, True)
    rows = asked(store).rows(before.id, ["t01", "t02", "q01"]).to_pylist()
    assert [(row["t01"], row["t02"], row["q01"]) for row in sorted(rows, key=lambda row: row["t02"] or "")] == [
        ("C2", None, 4), ("c1", "five", -1), (None, "four", 1), ("C10", "six", 3),
    ]  # fmt: skip
    assert asked(store).counts(before.id, ["t01"], [OneOf(column="t01", values=("C1",))]).num_rows == 0
    assert imports.rejects(store, before.id)["row"].to_pylist() == [8, 10, 11, 13]
    assert catalogue.dataset(store, other.id) == other
    assert asked(store).counts(other.id, ["t01"], [OneOf(column="t01", values=("C1",))]).to_pylist() == [
        {"t01": "C1", "n": 2}
    ]


def test_the_catalogue_counts_what_is_left(store: Store) -> None:
    before = make_dataset(store, GIVEN)
    erase(store, before.id, "C1")
    after = catalogue.dataset(store, before.id)
    assert (after.version, after.responses) == (before.version + 1, 4)
    assert (after.since, after.until) == (date(2026, 2, 1), date(2026, 5, 1))
    counts = {each.name: (each.answered, each.blank, each.not_applicable, each.dont_know) for each in after.columns}
    assert counts == {
        "Overall": (3, 1, 0, 0), "Region": (4, 0, 0, 0), "Spend": (3, 1, 0, 0),
        "Customer": (3, 1, 0, 0), "Comment": (3, 1, 0, 0), "Day": (4, 0, 0, 0),
    }  # fmt: skip
    # West was said by nobody else
    assert {each.name: each.levels for each in after.columns if each.levels} == {"Region": ("North", "South")}
    (record,) = imports.imports(store)
    assert record.accepted == 6


def test_the_log_counts_and_does_not_say_whom(store: Store) -> None:
    make_dataset(store, GIVEN, rejected=SET_ASIDE)
    erase(store, 1, "C1")
    erase(store, 1, "C10")
    assert log(store) == [(1, 1, 2, 3), (2, 1, 1, 1)]
    with store.cursor() as cursor:
        names = [name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        everything = [str(cursor.execute(f"SELECT * FROM {name}").fetchall()) for name in names]
    assert "C10" not in "".join(everything)


def test_a_dry_run_counts_and_removes_nothing(store: Store) -> None:
    before = make_dataset(store, GIVEN, rejected=SET_ASIDE)
    generation = store.generation
    done = erase(store, 1, "C1", dry_run=True)
    assert (done.responses, done.set_aside, done.left, done.is_overwritten) == (2, 3, 4, False)
    assert catalogue.dataset(store, 1) == before
    assert asked(store).rows(1, ["t01"]).num_rows == 6
    assert log(store) == []
    assert store.generation == generation + 1


@pytest.mark.parametrize("customer", ["C", "C1 ", "c1 ", "", "%", "C_", "' OR 1=1 --", "x" * 10_000])
def test_somebody_who_is_not_there_changes_nothing(store: Store, customer: str) -> None:
    before = make_dataset(store, GIVEN, rejected=[aside(8, {"Customer": "C10"})])
    done = erase(store, 1, customer)
    assert (done.responses, done.set_aside, done.left) == (0, 0, 6)
    assert catalogue.dataset(store, 1) == before
    assert log(store) == []


def test_an_id_with_signs_that_json_writes_otherwise_is_found(store: Store) -> None:
    odd = 'C"1\\ü\t'
    given = GIVEN | {"Customer": texts([odd, "a", "b", "c", "d", "e"], Role.CUSTOMER)}
    make_dataset(store, given, rejected=[aside(7, {"Customer": odd}), aside(8, {"Customer": "a"})])
    assert (done := erase(store, 1, odd)).responses == 1
    assert done.set_aside == 1


def test_an_example_in_the_problems_of_the_import_goes_too(store: Store) -> None:
    told = [{"code": "x", "message": "repeating 'C1', such as 'C10'.", "on_page": None}]
    make_dataset(store, GIVEN, problems=told)
    erase(store, 1, "C1")
    (record,) = imports.imports(store)
    assert record.problems == [{"code": "x", "message": "repeating '(erased)', such as 'C10'.", "on_page": None}]


def test_a_dataset_without_customers_is_a_sentence(store: Store) -> None:
    make_dataset(store, {"Overall": question([5])})
    with pytest.raises(NoCustomersError) as refused:
        erase(store, 1, "C1")
    assert str(refused.value).startswith("'Survey' has no column that says the customer, so nobody can be found in it;")
    with pytest.raises(DatasetNotFoundError):
        erase(store, 2, "C1")


def test_the_last_customer_can_go(store: Store) -> None:
    make_dataset(store, {"Overall": question([5, 4]), "Customer": texts(["C1", "C1"], Role.CUSTOMER)})
    assert erase(store, 1, "C1").left == 0
    after = catalogue.dataset(store, 1)
    assert (after.responses, after.answers, after.since) == (0, 0, None)


def test_backups_made_before_are_named_and_still_hold_the_customer(store: Store, tmp_path: Path) -> None:
    make_dataset(store, GIVEN)
    kept = back_up(store, tmp_path / "kept.duckdb").path
    assert erase(store, 1, "C1").backups == (kept,)
    with duckdb.connect(str(kept), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM responses_1 WHERE t01 = 'C1'").fetchall() == [(2,)]
    later = back_up(store, tmp_path / "later.duckdb").path
    with duckdb.connect(str(later), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM responses_1 WHERE t01 = 'C1'").fetchall() == [(0,)]


SIZE = 30_000


@pytest.fixture
def uncompressed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store that keeps every text as it is, so that a search of its file proves something."""
    connect = duckdb.connect

    def plainly(database: str, **options: Any) -> duckdb.DuckDBPyConnection:
        options["config"] = options.get("config", {}) | {"force_compression": "uncompressed"}
        return connect(database, **options)

    monkeypatch.setattr(duckdb, "connect", plainly)
    monkeypatch.setattr(imports, "KEY", "VARCHAR")
    store = open_store(tmp_path / "plain.duckdb")
    yield store
    store.close()


def in_file(path: Path, text: str) -> int:
    """How often a text stands in the file and in its log."""
    files = (path, path.with_name(f"{path.name}.wal"))
    return sum(file.read_bytes().count(text.encode()) for file in files if file.exists())


def test_the_bytes_of_the_customer_are_gone_from_the_file(uncompressed: Store, tmp_path: Path) -> None:
    chance = random.Random(3)
    whose = [f"M-canary-{chance.randrange(10**9):09}" if row % 97 else "M-canary-of-erasure" for row in range(SIZE)]
    comments = [f"said {chance.random()}" if row % 97 else "a comment of the canary" for row in range(SIZE)]
    given = {
        "Overall": question([1 + row % 5 for row in range(SIZE)]),
        "Customer": texts(whose, Role.CUSTOMER),
        "Comment": texts(comments),
    }
    rejected = [aside(row, {"Customer": whose[row], "Comment": comments[row]}) for row in range(300)]
    make_dataset(uncompressed, given, rejected=rejected)
    with uncompressed.cursor() as cursor:
        cursor.execute("CHECKPOINT")
    canaries = ("M-canary-of-erasure", "a comment of the canary")
    path = uncompressed.path
    kept = back_up(uncompressed, tmp_path / "before.duckdb").path
    done = erase(uncompressed, 1, "M-canary-of-erasure")
    assert (done.responses, done.set_aside, done.is_overwritten) == (310, 4, True)
    assert [erasures.known_backups(uncompressed)] == [(kept,)]
    later = back_up(uncompressed, tmp_path / "later.duckdb").path
    with uncompressed.cursor() as cursor:
        assert "filler" not in [name for name, *_ in copies.contents(cursor).tables]
    uncompressed.close()
    assert all(in_file(kept, text) for text in canaries)
    assert [in_file(path, text) for text in canaries] == [0, 0]
    assert [in_file(later, text) for text in canaries] == [0, 0]


def test_an_id_that_was_the_lowest_of_all_is_in_no_copy_made_afterwards(uncompressed: Store, tmp_path: Path) -> None:
    whose = ["A-canary" if row % 97 == 0 else f"M{row}" for row in range(SIZE)]
    given = {"Overall": question([1 + row % 5 for row in range(SIZE)]), "Customer": texts(whose, Role.CUSTOMER)}
    make_dataset(uncompressed, given)
    erase(uncompressed, 1, "A-canary")
    later = back_up(uncompressed, tmp_path / "later.duckdb").path
    assert in_file(later, "M4242") > 0
    assert in_file(later, "A-canary") == 0


def test_readers_meanwhile_see_all_or_nothing_and_do_not_stop_it(store: Store) -> None:
    size = 20_000
    whose = [f"C{row % 1_000}" for row in range(size)]
    make_dataset(
        store, {"Overall": question([1 + row % 5 for row in range(size)]), "Customer": texts(whose, Role.CUSTOMER)}
    )
    engine = asked(store)
    seen = set()

    def read(_: int) -> None:
        seen.add(sum(row["n"] for row in engine.counts(1, ["q01"]).to_pylist()))

    with in_the_meantime(read):
        done = [erase(store, 1, f"C{turn}") for turn in range(3)]
    assert [(each.responses, each.is_overwritten) for each in done] == [(20, True)] * 3
    assert seen <= {size, size - 20, size - 40, size - 60}
    assert asked(store).rows(1, ["t01"]).num_rows > 0


def test_a_reader_that_does_not_let_go_delays_the_overwriting_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from csat_core.store import connection

    make_dataset(store, GIVEN)
    monkeypatch.setattr(connection, "SECONDS_FOR_READERS", 0.2)
    with store.cursor() as reader:
        reader.begin()
        assert reader.execute("SELECT count(*) FROM responses_1").fetchall() == [(6,)]
        done = erase(store, 1, "C1")
        assert (done.responses, done.is_overwritten) == (2, False)
        reader.rollback()
    assert asked(store).rows(1, ["t01"]).num_rows == 4
    assert store.overwrite_freed()
