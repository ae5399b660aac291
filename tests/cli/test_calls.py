"""Calls: every wrong call is exit code 2 and one plain sentence; nothing is printed and nothing is raised."""

import logging
from pathlib import Path

import pytest
from typer.main import get_command

from csat_core import __version__
from csat_core.cli import run
from csat_core.cli.commands import app
from csat_core.errors import CsatError
from csat_core.store import Store, catalogue, imports
from csat_core.store.catalogue import Details
from tests.conftest import days, make_dataset, question, segment

pytestmark = pytest.mark.usefixtures("in_this_process")

COMMANDS = ", ".join(get_command(app).commands)


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        ([], f"No command was given; choose one of: {COMMANDS}. --help says more."),
        (["--json"], f"No command was given; choose one of: {COMMANDS}. --help says more."),
        (["scor", "Demo"], f"There is no command 'scor'; choose one of: {COMMANDS}."),
        (["segments", "Demo"], "Missing argument 'SEGMENT'. --help says what can be given."),
        (["score"], "Missing argument 'DATASET'. --help says what can be given."),
        (["score", "Demo", "More"], "Got unexpected extra argument(s) (More). --help says what can be given."),
        (["datasets", "--database"], "--database needs the path of a file behind it."),
        (["undo", "1", "--database="], "--database needs the path of a file behind it."),
    ],
)
def test_a_wrong_call_is_one_sentence(store: Store, argv: list[str], sentence: str) -> None:
    assert run(argv, store) == (2, {"error": sentence})


@pytest.mark.parametrize(
    ("argv", "beginning"),
    [
        (["score", "Demo", "--perod", "week"], "No such option: --perod"),
        (["--verbose"], "No such option: --verbose"),
        (["score", "Demo", "--question"], "Option '--question' requires an argument."),
        (["score", "Demo", "--period", "fortnight"], "Invalid value for '--period': "),
        (["undo", "first"], "Invalid value for 'IMPORT_ID': "),
        (["roi", "--counts", "1,2,3", "--spend", "much"], "Invalid value for '--spend': "),
        (["import"], "Missing argument 'FILE...'."),
    ],
)
def test_what_the_parser_finds_wrong_is_one_sentence_too(store: Store, argv: list[str], beginning: str) -> None:
    code, document = run(argv, store)
    assert code == 2
    assert document["error"].startswith(beginning)
    assert document["error"].endswith("--help says what can be given.")
    assert "\n" not in document["error"]


def test_nothing_is_printed(store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    for argv in (["datasets"], ["--help"], ["score", "--help"], ["--version"], ["scor"], ["score", "--what"], []):
        run(argv, store)
    assert capfd.readouterr() == ("", "")


def test_json_and_the_database_may_stand_anywhere(store: Store) -> None:
    database = str(store.path)
    for argv in (
        ["--json", "datasets"],
        ["datasets", "--json"],
        ["--database", database, "datasets"],
        ["datasets", f"--database={database}", "--json"],
    ):
        assert run(argv, store) == (0, {"datasets": []})


def test_a_call_for_another_database_than_the_open_one_is_refused(store: Store, tmp_path: Path) -> None:
    assert run(["--database", "other.duckdb", "datasets"], store, folder=tmp_path) == (
        2,
        {"error": f"The call names the database {tmp_path / 'other.duckdb'}, but {store.path} is open here; "
                  "leave --database out."},
    )  # fmt: skip


def test_behind_two_dashes_nothing_is_an_option(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 12)}, "--json")
    code, document = run(["score", "--", "--json"], store)
    assert (code, document["dataset"]) == (0, "--json")


def test_help_and_version_are_documents(store: Store) -> None:
    assert run(["--version"], store) == (0, {"version": __version__})
    code, document = run(["--help"], store)
    assert code == 0
    assert all(f"\n  {name} " in document["help"] for name in COMMANDS.split(", "))
    code, document = run(["score", "Demo", "--help"], store)
    assert code == 0
    assert document["help"].startswith("Usage: python -m csat_core score ")
    assert "--where COLUMN=VALUE" in document["help"]


def test_a_failure_of_ours_is_exit_1_without_a_traceback_and_is_logged(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr(imports, "imports", broken)
    with caplog.at_level(logging.ERROR):
        answer = run(["datasets"], store)
    sentence = "This failed inside the product (KeyError); nothing half-done was kept, and the log says why."
    assert answer == (1, {"error": sentence})
    assert "KeyError: 'secret'" in caplog.text


def test_a_command_that_is_given_up_ends_with_the_sentence_of_its_giver(store: Store, tmp_path: Path) -> None:
    class GivenUpError(CsatError):
        pass

    def progress(_share: float | None, _text: str) -> None:
        raise GivenUpError("The caller left.")

    (tmp_path / "shop.csv").write_text("Overall\n" + "5\n" * 20)
    assert run(["import", "shop.csv"], store, folder=tmp_path, progress=progress) == (2, {"error": "The caller left."})
    assert catalogue.datasets(store) == ()


def test_the_datasets_are_listed_by_name_with_their_days_and_imports(store: Store) -> None:
    given = {"Overall": question([5] * 3 + [None]), "Region": segment(["North"] * 4), "Date": days(["2026-01-05"] * 4)}
    make_dataset(store, given, "Zoo", details=Details(name="Zoo", industry="Airlines"))
    make_dataset(store, {"Overall": question([5])}, "arc")
    assert run(["datasets"], store) == (
        0,
        {
            "datasets": [
                {
                    "dataset": "arc", "dataset_id": 2, "answers": 1, "questions": 1, "since": None, "until": None,
                    "responses": 1, "kind": "relationship", "industry": None, "import_ids": [2],
                },
                {
                    "dataset": "Zoo", "dataset_id": 1, "answers": 3, "questions": 1, "since": "2026-01-05",
                    "until": "2026-01-05", "responses": 4, "kind": "relationship", "industry": "Airlines",
                    "import_ids": [1],
                },
            ]
        },
    )  # fmt: skip


def test_undo_removes_the_responses_and_says_how_many(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 7)})
    found = {"import_id": 1, "import_ids": [1], "removed": 7, "restored": 0, "columns_removed": 0, "also_in": []}
    assert run(["undo", "1", "--dry-run"], store) == (0, found | {"dry_run": True})
    assert run(["undo", "1"], store) == (0, found | {"dry_run": False})
    assert run(["datasets"], store) == (0, {"datasets": []})
    assert run(["undo", "1"], store) == (2, {"error": "There is no import 1 to undo; there is nothing to undo."})


def test_rejects_lists_the_rows_set_aside_in_the_order_of_the_file(store: Store) -> None:
    aside = [
        {"row": 9, "column": "Overall", "value": "7", "code": "off_scale", "reason": "7 is not on 1-5", "raw": "7"},
        {"row": 3, "column": None, "value": None, "code": "shape", "reason": "too short", "raw": "5"},
    ]
    make_dataset(store, {"Overall": question([5] * 7)}, rejected=aside)
    code, document = run(["rejects", "Survey"], store)
    beside = {"state": "out", "import_id": 1, "file": document["rows"][0]["file"]}
    assert (code, document) == (0, {"rows": [aside[1] | beside, aside[0] | beside]})
    assert run(["rejects", "Other"], store)[0] == 2
