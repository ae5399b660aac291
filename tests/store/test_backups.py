"""Backups: one moment of the store, whole and checked, whatever is written meanwhile; never over another file."""

import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from csat_core.store import Store, StoreFullError, backups, copies, imports, migrations, open_store
from csat_core.store.backups import BackupExistsError, BackupFailedError, BackupPlaceError, back_up, known_backups
from tests.conftest import make_dataset, question, segment, texts
from tests.store.test_concurrency import ROOT, in_the_meantime

GIVEN = {
    "Overall": question([5, 4, None, 1, 2]),
    "Region": segment(["North", "South", None, "North", "East"]),
    "Comment": texts(["fine", "'; DROP TABLE datasets; --", None, "", "so so"]),
}


def beside(store: Store) -> list[str]:
    """The files in the folder of the store, its own aside."""
    return sorted(
        each.name for each in store.path.parent.iterdir() if each.name not in ("csat.duckdb", "csat.duckdb.wal")
    )


def test_a_backup_holds_what_the_store_holds_and_is_for_its_owner_alone(store: Store, tmp_path: Path) -> None:
    make_dataset(store, GIVEN, "First")
    make_dataset(store, GIVEN, "Second")
    with store.cursor() as cursor:
        held = copies.contents(cursor)
    made = back_up(store, tmp_path / "kept.duckdb")
    assert (made.path, made.contents) == (tmp_path / "kept.duckdb", held)
    assert (held.schema_version, held.datasets, held.answers) == (len(migrations.MIGRATIONS), 2, 8)
    assert made.bytes == made.path.stat().st_size
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert timedelta() <= datetime.now(UTC) - made.created_at < timedelta(minutes=1)
    assert beside(store) == ["kept.duckdb"]
    assert copies.inspected(made.path) == held


def test_a_backup_opens_as_a_store_with_every_constraint(store: Store, tmp_path: Path) -> None:
    make_dataset(store, GIVEN)
    path = back_up(store, tmp_path / "kept.duckdb").path
    opened = open_store(path)
    again = make_dataset(opened, GIVEN, "Another")
    assert (again.id, again.answers) == (2, 4)
    with pytest.raises(duckdb.ConstraintException), opened.write() as cursor:
        cursor.execute("INSERT INTO settings VALUES ('twice', '{}'), ('twice', '{}')")
    opened.close()


@pytest.mark.parametrize(
    "name", ["it's.duckdb", 'with "quotes".duckdb', "ends in.csv", "größer 満足.duckdb", "dash-a.b"]
)
def test_stores_and_backups_may_have_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "here").mkdir()
    store = open_store(tmp_path / "here" / name) if not name.endswith(".csv") else open_store(tmp_path / "csat.duckdb")
    make_dataset(store, GIVEN)
    made = back_up(store, tmp_path / name)
    assert copies.inspected(made.path).answers == 4
    store.close()


def test_backups_made_while_imports_come_and_go_are_each_of_one_moment(store: Store, tmp_path: Path) -> None:
    make_dataset(store, GIVEN, "Steady")

    def write(turn: int) -> None:
        added = make_dataset(store, GIVEN, f"Passing {turn}")
        if turn % 2:
            imports.undo(store, imports.imports(store, added.id)[0].import_id)

    with in_the_meantime(write):
        made = [back_up(store, tmp_path / f"{turn}.duckdb") for turn in range(8)]
    found = []
    for each in made:
        opened = open_store(each.path)
        with opened.cursor() as cursor:
            tables = cursor.execute(
                "SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'responses%'"
            ).fetchall()
            ids = cursor.execute("SELECT dataset_id FROM datasets").fetchall()
            rows = [cursor.execute(f"SELECT count(*) FROM {name}").fetchall() for (name,) in tables]
        assert sorted(name for (name,) in tables) == sorted(f"responses_{id}" for (id,) in ids)
        assert rows == [[(5,)]] * len(ids)
        assert each.contents.answers == 4 * each.contents.datasets
        found.append(each.contents.datasets)
        opened.close()
    assert found[0] < found[-1]


def test_two_backups_at_once_take_turns(store: Store, tmp_path: Path) -> None:
    make_dataset(store, GIVEN)
    made: list[backups.Backup] = []
    threads = [
        threading.Thread(target=lambda n=n: made.append(back_up(store, tmp_path / f"{n}.duckdb"))) for n in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each.contents.answers for each in made] == [4, 4, 4]
    assert beside(store) == ["0.duckdb", "1.duckdb", "2.duckdb"]


def test_a_file_that_is_there_is_replaced_only_when_told(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "kept.duckdb"
    target.write_text("precious")
    with pytest.raises(BackupExistsError) as refused:
        back_up(store, target)
    assert str(refused.value) == f"There is already a file {target}; choose another name, or replace it with --force."
    assert target.read_text() == "precious"
    make_dataset(store, GIVEN)
    assert back_up(store, target, replace=True).contents.answers == 4
    assert copies.inspected(target).answers == 4


def test_a_file_that_turns_up_during_the_copy_is_not_overwritten(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, whole = tmp_path / "kept.duckdb", copies.inspected

    def inspected(path: Path) -> copies.Contents:
        target.write_text("precious")
        return whole(path)

    monkeypatch.setattr(copies, "inspected", inspected)
    with pytest.raises(BackupExistsError):
        back_up(store, target)
    assert target.read_text() == "precious"
    assert beside(store) == ["kept.duckdb"]


@pytest.mark.parametrize("name", ["csat.duckdb", "csat.duckdb.wal", "csat.duckdb.owner", "csat.duckdb.copy"])
def test_the_store_itself_is_never_overwritten(store: Store, name: str) -> None:
    with pytest.raises(BackupPlaceError, match="that is the store itself, or belongs to it"):
        back_up(store, store.path.parent / "." / name, replace=True)
    link = store.path.parent / "link"
    link.symlink_to(store.path)
    with pytest.raises(BackupPlaceError):
        back_up(store, link, replace=True)


def test_a_place_that_cannot_take_a_backup_is_said(store: Store, tmp_path: Path) -> None:
    for target, reason in ((tmp_path, "it is a folder"), (tmp_path / "no" / "x.duckdb", "its folder is not there")):
        with pytest.raises(BackupPlaceError) as refused:
            back_up(store, target, replace=True)
        assert (
            str(refused.value) == f"The backup cannot be written to {target}: {reason}; choose another file with --out."
        )


def test_a_disk_without_room_is_said_before_anything_is_written(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_dataset(store, GIVEN)
    with store.cursor() as cursor:
        cursor.execute("CHECKPOINT")
    monkeypatch.setattr(copies.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1 << 20}))
    with pytest.raises(StoreFullError) as refused:
        back_up(store, tmp_path / "kept.duckdb")
    assert str(refused.value).startswith(f"There is too little free disk space in {tmp_path} (1 MB free, ")
    assert beside(store) == []


def test_a_copy_that_does_not_check_out_is_thrown_away(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_dataset(store, GIVEN)
    moved = copies.moved

    def losing(draft: Path, part: Path) -> None:
        moved(draft, part)
        with duckdb.connect(str(part)) as connection:
            connection.execute("UPDATE responses_1 SET q01 = 1 WHERE q01 = 2")

    monkeypatch.setattr(copies, "moved", losing)
    with pytest.raises(BackupFailedError, match="was thrown away"):
        back_up(store, tmp_path / "kept.duckdb")
    assert beside(store) == []
    assert known_backups(store) == ()


def test_a_backup_can_go_to_another_disk(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_dataset(store, GIVEN)

    def another_disk(self: Path, _: object) -> Path:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(Path, "rename", another_disk)
    made = back_up(store, tmp_path / "kept.duckdb")
    assert copies.inspected(made.path) == made.contents
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert beside(store) == ["kept.duckdb"]


def test_the_store_knows_its_backups_as_long_as_they_are_there(store: Store, tmp_path: Path) -> None:
    first, second = (back_up(store, tmp_path / name).path for name in ("b.duckdb", "a.duckdb"))
    back_up(store, first, replace=True)
    beside_it = tmp_path / "csat.duckdb.before-restore-20260101T000000Z"
    beside_it.write_text("")
    assert known_backups(store) == (second, first, beside_it)
    second.unlink()
    assert known_backups(store) == (first, beside_it)


def test_what_a_killed_backup_left_is_cleared_away_when_the_store_is_opened(tmp_path: Path) -> None:
    for ending in ("", ".wal"):
        (tmp_path / f"csat.duckdb.copy{ending}").write_text("half")
    store = open_store(tmp_path / "csat.duckdb")
    assert beside(store) == []
    store.close()


def test_the_engine_reaches_its_draft_and_nothing_beside_it(store: Store, tmp_path: Path) -> None:
    with store.cursor() as cursor:
        for name in ("csat.duckdb.copy2", "csat.duckdb.before", "x/../../etc/passwd"):
            with pytest.raises(duckdb.PermissionException):
                cursor.execute(f"ATTACH '{tmp_path / name}' AS other")
    assert os.listdir(tmp_path).count("csat.duckdb.copy2") == 0


BACKS_UP = """
import sys
from pathlib import Path
from csat_core.store import open_store
from csat_core.store.backups import back_up
store, folder, turn = open_store(Path(sys.argv[1])), Path(sys.argv[2]), 0
print("open", flush=True)
while True:
    turn += 1
    back_up(store, folder / f"{turn}.duckdb")
"""


def test_a_process_killed_in_the_middle_of_backups_leaves_whole_ones_only(store: Store, tmp_path: Path) -> None:
    make_dataset(store, {"Overall": question([1 + row % 5 for row in range(200_000)])})
    store.close()
    for patience in (0.02, 0.25, 0.4):
        folder = tmp_path / str(patience)
        folder.mkdir()
        process = subprocess.Popen(
            [sys.executable, "-c", BACKS_UP, str(store.path), str(folder)],
            cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        time.sleep(patience)
        process.kill()
        process.wait()
        process.stdout.close()
        whole = list(folder.glob("[0-9]*.duckdb"))
        assert [copies.inspected(path).answers for path in whole] == [200_000] * len(whole)
    opened = open_store(store.path)
    assert {path.name for path in known_backups(opened)} <= {f"{turn}.duckdb" for turn in range(1, 100)}
    with opened.cursor() as cursor:
        assert copies.contents(cursor).answers == 200_000
    assert not list(tmp_path.glob("csat.duckdb.copy*"))
    opened.close()
