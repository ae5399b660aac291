"""Stores of every released schema: opened, changed in one step, a copy kept before, the same answers afterwards.

`released/schema_N.duckdb.gz` is the store of the last release with schema N, made by its own command line (gzip -9n afterwards):

    python -m csat_core --database schema_N.duckdb import tests/store/released/responses.csv --dataset Survey \
        --scale "Overall satisfaction=1-5" --scale "Speed of reply=1-5" --map "Date=time:ymd"

Of the 40 rows 28 are accepted, 8 set aside, 4 repeated. A new schema brings the store of the one before it.
"""

import gzip
from pathlib import Path

import duckdb
import pytest

from csat_core.store import NotMigratedError, StoreDamagedError, catalogue, copies, imports, migrations, open_store
from csat_core.store.backups import known_backups
from tests.conftest import asked

RELEASED = Path(__file__).parent / "released"
NEWEST = len(migrations.MIGRATIONS)
EARLIER = range(1, NEWEST)


def released(version: int, folder: Path) -> Path:
    """A store as the release with this schema left it."""
    path = folder / "csat.duckdb"
    path.write_bytes(gzip.decompress((RELEASED / f"schema_{version}.duckdb.gz").read_bytes()))
    return path


def kept_beside(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.name}.before-schema-*"))


def test_there_is_a_store_of_every_earlier_schema() -> None:
    assert {path.name for path in RELEASED.glob("*.gz")} >= {f"schema_{each}.duckdb.gz" for each in EARLIER}


@pytest.mark.parametrize("version", EARLIER)
def test_a_released_store_opens_with_its_answers_and_a_copy_of_it_is_kept(tmp_path: Path, version: int) -> None:
    path = released(version, tmp_path)
    before = copies.inspected(path)
    assert (before.schema_version, before.datasets, before.answers) == (version, 1, 28)
    store = open_store(path)
    with store.cursor() as cursor:
        after = copies.contents(cursor)
    assert (after.schema_version, after.datasets, after.answers) == (NEWEST, 1, 28)
    unchanged = {"responses_1", "rejected_rows", "imports", "datasets"}
    assert {each[:2] for each in after.tables if each[0] == "columns"} == {
        each[:2] for each in before.tables if each[0] == "columns"
    }
    assert {each for each in after.tables if each[0] in unchanged} == {
        each for each in before.tables if each[0] in unchanged
    }
    dataset = catalogue.find_dataset(store, "Survey")
    assert [(column.name, column.label, column.title) for column in dataset.columns][:1] == [
        ("Overall satisfaction", "", "Overall satisfaction")
    ]
    counts = asked(store).counts(dataset.id, ["q01"]).to_pylist()
    assert sum(row["n"] for row in counts) == 28
    assert imports.rejects(store, dataset.id).num_rows == 12
    (kept,) = kept_beside(path)
    assert copies.inspected(kept) == before
    assert kept.stat().st_mode & 0o777 == 0o600
    assert known_backups(store) == (kept,)
    store.close()


def test_a_store_is_migrated_once_and_kept_once(tmp_path: Path) -> None:
    path = released(1, tmp_path)
    for _ in range(3):
        open_store(path).close()
    assert len(kept_beside(path)) == 1


def test_a_new_store_keeps_no_copy_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "csat.duckdb"
    for _ in range(2):
        open_store(path).close()
    assert [each.name for each in tmp_path.iterdir()] == ["csat.duckdb"]


def test_a_migration_that_fails_leaves_the_old_store_and_no_pile_of_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = released(NEWEST - 1, tmp_path)
    before = copies.inspected(path)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS[:-1], ("INSERT INTO missing VALUES (1)",)))
        for _ in range(2):
            with pytest.raises(StoreDamagedError):
                open_store(path)
    assert copies.inspected(path) == before
    assert kept_beside(path) == []


def test_without_room_for_the_copy_the_store_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = released(NEWEST - 1, tmp_path)
    content = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(copies.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1 << 20}))
        with pytest.raises(NotMigratedError) as refused:
            open_store(path)
    assert str(refused.value).startswith(
        f"The store {path} is of an earlier release, and a copy is kept before it is changed; that copy could not be made"
    )
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["csat.duckdb"]


def test_a_copy_that_does_not_hold_what_the_store_holds_stops_the_migration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = released(NEWEST - 1, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(copies, "inspected", lambda _: None)
        with pytest.raises(NotMigratedError, match="does not hold what the store holds"):
            open_store(path)
    assert kept_beside(path) == []
    with duckdb.connect(str(path), read_only=True) as connection:
        assert migrations.current(connection) == NEWEST - 1
