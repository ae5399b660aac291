"""Restores: a backup in the place of the store at once, the old one kept; refused where it would do harm."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from csat_core.model.dataset import Role
from csat_core.model.period import Grain
from csat_core.model.share import USUAL_TIME, ShareOrder, SharePage
from csat_core.model.view import View
from csat_core.store import Store, catalogue, copies, erasures, migrations, open_store, restores, shares
from csat_core.store.backups import back_up
from csat_core.store.restores import (
    BackupMissingError,
    BackupNewerError,
    NotABackupError,
    RestoreItselfError,
    StoreInUseError,
    restore,
)
from csat_core.store.withdrawn import Carried
from tests.conftest import make_dataset, question, texts
from tests.store.test_connection import HOLD, ROOT
from tests.store.test_migrations import released

GIVEN = {"Overall": question([5, 4, 1]), "Customer": texts(["C1", "C2", "C3"], Role.CUSTOMER)}


@pytest.fixture
def backup(store: Store, tmp_path: Path) -> Path:
    """A backup with one dataset, of a closed store that has two by now."""
    make_dataset(store, GIVEN, "First")
    path = back_up(store, tmp_path / "kept.duckdb").path
    make_dataset(store, GIVEN, "Second")
    store.close()
    return path


@pytest.fixture
def path(store: Store) -> Path:
    return store.path


def names(path: Path) -> list[str]:
    store = open_store(path)
    found = [each.name for each in catalogue.datasets(store)]
    store.close()
    return found


def test_a_backup_takes_the_place_of_the_store_which_is_kept(path: Path, backup: Path) -> None:
    path.chmod(0o640)
    done = restore(path, backup)
    assert (done.contents.datasets, done.contents.answers, done.erasures_lost) == (1, 3, 0)
    assert done.kept is not None
    assert done.kept.name.startswith("csat.duckdb.before-restore-")
    assert names(path) == ["First"]
    assert names(done.kept) == ["First", "Second"]
    assert path.stat().st_mode & 0o777 == 0o640
    assert copies.inspected(backup).datasets == 1


def test_the_drill_backup_lose_restore(store: Store, tmp_path: Path) -> None:
    made = make_dataset(store, GIVEN, "First")
    held = back_up(store, tmp_path / "kept.duckdb").contents
    store.close()
    store.path.unlink()
    done = restore(store.path, tmp_path / "kept.duckdb")
    assert (done.contents, done.kept) == (held, None)
    again = open_store(store.path)
    assert catalogue.dataset(again, made.id) == made
    again.close()


def test_a_damaged_store_is_replaced_and_kept_with_its_log(path: Path, backup: Path) -> None:
    path.write_bytes(b"damaged" * 5_000)
    log = path.with_name("csat.duckdb.wal")
    log.write_bytes(b"damaged too")
    done = restore(path, backup)
    assert names(path) == ["First"]
    assert not log.exists()
    assert done.kept is not None
    assert done.kept.read_bytes() == b"damaged" * 5_000
    assert done.kept.with_name(f"{done.kept.name}.wal").read_bytes() == b"damaged too"


def test_the_changes_in_the_log_of_the_old_store_are_kept_in_it(path: Path, backup: Path) -> None:
    # a process that is killed leaves its changes in the log
    code = (
        "import os, sys; from pathlib import Path; from csat_core.store import open_store; "
        "from tests.conftest import make_dataset; from tests.store.test_restores import GIVEN; "
        "make_dataset(open_store(Path(sys.argv[1])), GIVEN, 'Third'); os.kill(os.getpid(), 9)"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )
    assert path.with_name("csat.duckdb.wal").exists()
    done = restore(path, backup)
    assert done.kept is not None
    assert (names(path), names(done.kept)) == (["First"], ["First", "Second", "Third"])


def test_files_copied_by_hand_come_with_their_log(path: Path, backup: Path, tmp_path: Path) -> None:
    test_the_changes_in_the_log_of_the_old_store_are_kept_in_it(path, backup)
    (tmp_path / "hand").mkdir()
    code = (
        "import os, sys; from pathlib import Path; from csat_core.store import open_store; "
        "from tests.conftest import make_dataset; from tests.store.test_restores import GIVEN; "
        "make_dataset(open_store(Path(sys.argv[1])), GIVEN, 'By hand'); os.kill(os.getpid(), 9)"
    )
    hand = tmp_path / "hand" / "copy.duckdb"
    subprocess.run(
        [sys.executable, "-c", code, str(hand)], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False
    )
    before = {each.name: each.read_bytes() for each in hand.parent.iterdir()}
    assert sorted(before) == ["copy.duckdb", "copy.duckdb.wal"]
    restore(path, hand)
    assert names(path) == ["By hand"]
    assert {each.name: each.read_bytes() for each in hand.parent.iterdir()} == before


def test_a_backup_of_an_earlier_schema_is_restored_and_then_migrated(path: Path, backup: Path, tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    done = restore(path, released(1, tmp_path / "old"))
    assert (done.contents.schema_version, done.contents.answers) == (1, 28)
    assert names(path) == ["Survey"]


@pytest.mark.parametrize("content", [b"", b"x", b"date,score\n2026-01-01,5\n" * 1_000, b"\x00" * 20_000])
def test_a_file_that_is_no_backup_is_refused_and_the_store_left_alone(
    path: Path, backup: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "notes").write_bytes(content)
    with pytest.raises(NotABackupError) as refused:
        restore(path, tmp_path / "notes")
    assert str(refused.value) == (
        f"The file {tmp_path / 'notes'} is no backup, or it is damaged; give a file that the command backup made. "
        "Nothing was changed."
    )
    assert names(path) == ["First", "Second"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["csat.duckdb", "kept.duckdb", "notes"]


def test_a_database_without_our_tables_is_no_backup(path: Path, backup: Path, tmp_path: Path) -> None:
    import duckdb

    with duckdb.connect(str(tmp_path / "other.duckdb")) as connection:
        connection.execute("CREATE TABLE datasets (a INTEGER)")
    with pytest.raises(NotABackupError):
        restore(path, tmp_path / "other.duckdb")


def test_a_backup_cut_short_is_refused(path: Path, backup: Path) -> None:
    content = backup.read_bytes()
    backup.write_bytes(content[: len(content) * 2 // 3])
    with pytest.raises(NotABackupError):
        restore(path, backup)
    assert names(path) == ["First", "Second"]


def test_a_backup_with_flipped_bytes_in_its_answers_is_refused(path: Path, backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    at = content.index(b"C1")
    content[at : at + 2] = b"C9"
    backup.write_bytes(content)
    with pytest.raises(NotABackupError):
        restore(path, backup)


def test_a_backup_of_a_later_release_is_refused(path: Path, backup: Path) -> None:
    later = open_store(backup)
    with later.write() as cursor:
        cursor.execute("INSERT INTO migrations VALUES (?, now()::TIMESTAMP, '9.9.9')", [len(migrations.MIGRATIONS) + 1])
    later.close()
    with pytest.raises(BackupNewerError, match="was made by a newer release; install the newer release to restore it"):
        restore(path, backup)
    assert names(path) == ["First", "Second"]


def test_a_file_that_is_not_there_and_the_store_itself_are_refused(path: Path, backup: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupMissingError, match="is not there"):
        restore(path, tmp_path / "absent")
    with pytest.raises(BackupMissingError, match="is a folder"):
        restore(path, tmp_path)
    with pytest.raises(RestoreItselfError):
        restore(path, path)


def test_a_store_that_this_process_holds_is_not_replaced(path: Path, backup: Path) -> None:
    store = open_store(path)
    with pytest.raises(StoreInUseError) as refused:
        restore(path, backup)
    assert str(refused.value) == (
        f"The store {path} is held by process {os.getpid()} (the app, perhaps), and cannot be replaced under it; "
        "stop that process, restore, and start it again. Nothing was changed."
    )
    # and it is held as before: the check has not dropped the lock
    other = subprocess.run(
        [sys.executable, "-c", HOLD, str(path)], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "StoreLockedError" in other.stderr
    store.close()


def test_a_store_that_another_process_holds_is_not_replaced(path: Path, backup: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    with pytest.raises(StoreInUseError, match=f"is held by process {process.pid} "):
        restore(path, backup)
    process.kill()
    process.wait()
    process.stdout.close()
    assert names(path) == ["First", "Second"]
    assert restore(path, backup).contents.datasets == 1


def test_a_failure_in_the_last_step_leaves_the_old_store(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def failing(self: Path, _: object) -> Path:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing)
        with pytest.raises(OSError, match="Input/output"):
            restore(path, backup)
    assert names(path) == ["First", "Second"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["csat.duckdb", "kept.duckdb"]


def test_two_restores_in_one_second_keep_both_old_stores(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(copies, "stamp", lambda: "20260101T000000Z")
    kept = [restore(path, backup).kept for _ in range(2)]
    assert [each and each.name for each in kept] == [
        "csat.duckdb.before-restore-20260101T000000Z", "csat.duckdb.before-restore-20260101T000000Z-2",
    ]  # fmt: skip


def test_a_disk_without_second_names_keeps_the_old_store_too(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(restores.os, "link", refusing)
    done = restore(path, backup)
    assert done.kept is not None
    assert (names(path), names(done.kept)) == (["First"], ["First", "Second"])


def test_erasures_that_a_backup_does_not_know_are_counted(path: Path, backup: Path) -> None:
    store = open_store(path)
    for customer in ("C1", "C2"):
        erasures.erase(store, 1, customer)
    store.close()
    assert restore(path, backup).erasures_lost == 2
    shutil.rmtree(path.parent, ignore_errors=True)


def open_link(store: Store, name: str) -> shares.Made:
    view = View(dataset_id=1, version=1, question="q01", scheme="top2-of-5", grain=Grain.MONTH)
    order = ShareOrder(name=name, view=view, pages=(SharePage.ONEPAGER,))
    return shares.make_share(store, order, datetime.now(UTC) + USUAL_TIME)


def opening(path: Path, *made: shares.Made) -> list[bool]:
    """Which of the links open at the store at `path`."""
    store = open_store(path)
    found = [shares.find(store, each.token) is not None for each in made]
    store.close()
    return found


def test_what_was_revoked_since_a_backup_stays_revoked_by_whatever_way_it_comes_back(
    store: Store, path: Path, tmp_path: Path
) -> None:
    make_dataset(store, GIVEN, "First")
    early = back_up(store, tmp_path / "early.duckdb").path
    kept, revoked, removed = (open_link(store, name) for name in ("Kept", "Revoked", "Removed"))
    late = back_up(store, tmp_path / "late.duckdb").path
    shares.revoke(store, revoked.share.id)
    with store.write() as cursor:  # as it goes with its dataset
        cursor.execute("DELETE FROM shares WHERE share_id = ?", [removed.share.id])
    since = open_link(store, "Since")
    store.close()

    done = restore(path, late)
    assert done.links == Carried(revoked=2, lost=1, unchecked=0)
    assert opening(path, kept, revoked, removed, since) == [True, False, False, False]
    assert opening(late, kept, revoked, removed) == [True, True, True]  # a backup is left as it is

    # by way of a backup that knows none of them: what was done is remembered, and no number is used again
    assert restore(path, early).links == Carried(revoked=0, lost=1, unchecked=0)
    store = open_store(path)
    assert open_link(store, "New").share.id > since.share.id
    store.close()
    assert restore(path, late).links == Carried(revoked=3, lost=1, unchecked=0)
    assert opening(path, kept, revoked, removed) == [False, False, False]


def test_links_of_which_nothing_tells_whether_they_were_revoked_are_counted(
    store: Store, path: Path, tmp_path: Path
) -> None:
    make_dataset(store, GIVEN, "First")
    made = open_link(store, "Open")
    shares.revoke(store, open_link(store, "Revoked").share.id)
    backup = back_up(store, tmp_path / "kept.duckdb").path
    shares.revoke(store, made.share.id)
    store.close()
    path.write_bytes(b"damaged" * 5_000)
    assert restore(path, backup).links == Carried(unchecked=1)
    # another store, with a link of the same number, tells nothing of it either
    path.unlink()
    other = open_store(path)
    make_dataset(other, GIVEN, "Other")
    shares.revoke(other, open_link(other, "Its own").share.id)
    other.close()
    assert restore(path, backup).links == Carried(unchecked=1)
    path.unlink()
    assert restore(path, backup).links == Carried(unchecked=1)
    assert opening(path, made) == [True]


def test_a_backup_from_before_there_were_links_loses_those_there_are(store: Store, path: Path, tmp_path: Path) -> None:
    make_dataset(store, GIVEN, "First")
    open_link(store, "Open")
    store.close()
    (tmp_path / "old").mkdir()
    assert restore(path, released(1, tmp_path / "old")).links == Carried(lost=1)
