"""backup, restore, erase: the documents, the sentences, and a process that holds the store or does not."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from csat_core.cli import run, tables
from csat_core.model.dataset import Role
from csat_core.service import CommandSocket
from csat_core.store import Store, catalogue, copies, migrations, open_store
from tests.conftest import make_dataset, question, texts

pytestmark = pytest.mark.usefixtures("in_this_process")

ROOT = Path(__file__).resolve().parents[2]
GIVEN = {"Overall": question([5, 4, 1, None]), "Customer": texts(["C1", "C2", "C1", "C3"], Role.CUSTOMER)}
SCHEMA = len(migrations.MIGRATIONS)


@pytest.fixture
def app(store: Store) -> Iterator[Store]:
    """The store with a dataset, held and served as the app does it."""
    make_dataset(store, GIVEN)
    commands = CommandSocket(store.path, lambda argv, **call: run(argv, store, **call))
    commands.start()
    yield store
    commands.stop()


def csat(store: Store, *argv: str) -> "subprocess.CompletedProcess[str]":
    """The command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "csat_core", "--database", str(store.path), *argv],
        cwd=store.path.parent, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def read(command: str, document: dict[str, Any]) -> str:
    """What a person reads of it."""
    stream = StringIO()
    tables.write(command, document, stream)
    return stream.getvalue()


def test_backup_says_where_it_is_and_what_it_holds(store: Store, tmp_path: Path) -> None:
    make_dataset(store, GIVEN)
    code, document = run(["backup", "--out", "kept.duckdb"], store, folder=tmp_path)
    size = (tmp_path / "kept.duckdb").stat().st_size
    created = document.pop("created")
    assert (code, document) == (0, {
        "file": str(tmp_path / "kept.duckdb"), "datasets": 1, "answers": 3, "bytes": size, "schema_version": SCHEMA,
    })  # fmt: skip
    assert read("backup", document | {"created": created}) == (
        f"Backed up to {tmp_path}/kept.duckdb: 1 dataset, 3 answers, {size:,} bytes, schema {SCHEMA}, as of {created}.\n"
        "It was opened and compared with the store: they hold the same.\n"
    )


def test_backup_needs_a_file_and_force_to_replace_one(store: Store, tmp_path: Path) -> None:
    assert run(["backup"], store)[0] == 2
    (tmp_path / "kept.duckdb").write_text("precious")
    code, document = run(["backup", "--out", "kept.duckdb"], store, folder=tmp_path)
    assert (code, document["error"]) == (
        2, f"There is already a file {tmp_path}/kept.duckdb; choose another name, or replace it with --force."
    )  # fmt: skip
    assert run(["backup", "--out", "kept.duckdb", "--force"], store, folder=tmp_path)[0] == 0
    assert copies.inspected(tmp_path / "kept.duckdb").datasets == 0


def test_backup_restore_and_erase_beside_the_app(app: Store, tmp_path: Path) -> None:
    done = csat(app, "backup", "--out", "kept.duckdb", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["answers"] == 3

    done = csat(app, "erase", "Survey", "--customer", "C1", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["removed"] == 2
    assert catalogue.dataset(app, 1).responses == 2

    done = csat(app, "restore", "kept.duckdb", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"is held by process {os.getpid()} (the app, perhaps), and cannot be replaced" in done.stderr
    assert catalogue.dataset(app, 1).responses == 2


def test_backup_and_restore_without_the_app(store: Store, tmp_path: Path) -> None:
    make_dataset(store, GIVEN)
    store.close()
    assert csat(store, "backup", "--out", "kept.duckdb").returncode == 0
    assert json.loads(csat(store, "erase", "Survey", "--customer", "C1", "--json").stdout)["removed"] == 2
    done = csat(store, "restore", "kept.duckdb", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    kept = document.pop("kept")
    assert document == {
        "restored": str(store.path), "datasets": 1, "answers": 3, "erasures_lost": 1,
        "links_revoked": 0, "links_lost": 0, "links_unchecked": 0,
    }  # fmt: skip
    assert read("restore", document | {"kept": kept}) == (
        f"Restored to {store.path}: 1 dataset, 3 answers.\nThe store that was there is kept as {kept}.\n"
        "Customers were erased once after this backup was made and are back: erase them again.\n"
    )
    assert [copies.inspected(Path(each)).answers for each in (str(store.path), kept)] == [3, 1]


def test_restore_says_what_became_of_the_links() -> None:
    document = {"restored": "s", "datasets": 2, "answers": 9, "kept": None, "erasures_lost": 0}
    of_links = {"links_revoked": 1, "links_lost": 2, "links_unchecked": 3}
    assert read("restore", document | of_links) == (
        "Restored to s: 2 datasets, 9 answers.\n"
        "1 link was revoked after this backup was made, or went with a dataset, and will not open again.\n"
        "2 links were made after this backup and will not open; make anew what is needed.\n"
        "3 links are open as when this backup was made, and nothing here tells what was revoked since: "
        "look at the page Share, and revoke what should not open.\n"
    )


def test_restore_makes_a_store_where_there_was_none(store: Store, tmp_path: Path) -> None:
    run(["backup", "--out", "kept.duckdb"], store, folder=tmp_path)
    fresh = tmp_path / "new" / "csat.duckdb"
    done = subprocess.run(
        [sys.executable, "-m", "csat_core", "--database", str(fresh), "restore", str(tmp_path / "kept.duckdb"), "--json"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert json.loads(done.stdout)["kept"] is None
    opened = open_store(fresh)
    assert catalogue.datasets(opened) == ()
    opened.close()


def test_restore_within_the_app_is_refused(app: Store, tmp_path: Path) -> None:
    run(["backup", "--out", "kept.duckdb"], app, folder=tmp_path)
    code, document = run(["restore", "kept.duckdb"], app, folder=tmp_path)
    assert code == 2
    assert document["error"].startswith(f"The store {app.path} is held by process ")


def test_erase_counts_first_and_removes_when_told(store: Store, tmp_path: Path) -> None:
    make_dataset(store, GIVEN)
    run(["backup", "--out", "kept.duckdb"], store, folder=tmp_path)
    counted = {
        "dataset": "Survey", "dataset_id": 1, "dry_run": True, "removed": 2, "removed_set_aside": 0,
        "responses_left": 2, "overwritten": False, "backups": [f"{tmp_path}/kept.duckdb"],
    }  # fmt: skip
    assert run(["erase", "survey", "--customer", "C1", "--dry-run"], store) == (0, counted)
    assert read("erase", counted) == (
        "Of 'Survey' would be removed (dry run): responses 2, rows set aside 0; responses left 2.\n"
        f"Copies made before may hold this customer still; delete those that are not needed:\n- {tmp_path}/kept.duckdb\n"
    )
    assert catalogue.dataset(store, 1).responses == 4
    removed = counted | {"dry_run": False, "overwritten": True}
    assert run(["erase", "survey", "--customer", "C1"], store) == (0, removed)
    assert read("erase", removed).startswith(
        "Of 'Survey' were removed: responses 2, rows set aside 0; responses left 2.\n"
    )
    code, document = run(["erase", "Survey", "--customer", "C1"], store)
    assert (code, document["removed"]) == (0, 0)
    assert read("erase", document | {"backups": []}) == (
        "'Survey' holds nothing of this customer; ids are compared letter for letter. Nothing was changed.\n"
    )


def test_erase_says_that_the_room_is_not_written_over(store: Store) -> None:
    document = {
        "dataset": "Survey", "dataset_id": 1, "dry_run": False, "removed": 2, "removed_set_aside": 0,
        "responses_left": 2, "overwritten": False, "backups": [],
    }  # fmt: skip
    assert "Their room in the file is not written over yet" in read("erase", document)


def test_erase_without_customers_is_a_sentence_and_exit_2(store: Store) -> None:
    make_dataset(store, {"Overall": question([5])})
    assert run(["erase", "Survey", "--customer", "C1"], store) == (2, {
        "error": "'Survey' has no column that says the customer, so nobody can be found in it; undo its import, and "
        'bring it in again with the customer\'s column mapped (--map "COLUMN=customer").'
    })  # fmt: skip
    assert run(["erase", "Survey"], store)[0] == 2
    assert run(["erase", "Nothing", "--customer", "C1"], store)[0] == 2
