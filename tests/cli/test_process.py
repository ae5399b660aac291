"""The process: JSON alone on stdout, one sentence on stderr, and a database that somebody else may hold."""

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from csat_core.cli import run
from csat_core.cli.output import literal, to_json
from csat_core.model.formats import NumberFormat
from csat_core.model.plan import Plan
from csat_core.service import CommandSocket, owner_file
from csat_core.store import Store, catalogue, open_store
from csat_core.store.plans import keep_plan
from tests.conftest import make_dataset, question, segment

ROOT = Path(__file__).resolve().parents[2]

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "here" / "csat.duckdb"


@pytest.fixture
def csat(database: Path, tmp_path: Path) -> Command:
    """The command line as a process of its own, on the test's database."""

    def start(*argv: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        inherited = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
        added = {"CSAT_DATABASE": str(database), "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, "-m", "csat_core", *argv],
            cwd=tmp_path, env=inherited | added | environment, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    return start


@pytest.fixture
def held(database: Path) -> Iterator[Store]:
    """The store, open in this process."""
    store = open_store(database)
    regions = segment(["Süd\x9b[31m"] * 12 + ["Ost"] * 3)
    make_dataset(store, {"Überall": question([5] * 12 + [1] * 3), "Region": regions})
    yield store
    store.close()


@pytest.fixture
def filled(held: Store) -> Path:
    """The path of a database with one dataset, which nobody holds."""
    held.close()
    return held.path


def strict(text: str) -> Any:
    """The document of `text`; NaN and Infinity are no JSON."""

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    return json.loads(text, parse_constant=refuse)


def test_with_json_stdout_is_one_document_and_stderr_is_empty(csat: Command, filled: Path) -> None:
    done = csat("score", "Survey", "--by", "Region", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    document = strict(done.stdout)
    assert [(row["Region"], row["base"], row["hidden"]) for row in document["rows"]] == [
        ("Ost", None, True), ("Süd\x9b[31m", None, True),
    ]  # fmt: skip
    assert "Überall" in done.stdout
    assert "\x9b" not in done.stdout


def test_undefined_numbers_are_null_in_the_printed_json(csat: Command, database: Path) -> None:
    done = csat("--json", "roi", "--counts", "10,0,0")
    assert (done.returncode, done.stderr) == (0, "")
    assert strict(done.stdout)["saved"] is None
    assert not database.parent.exists()


def test_the_output_is_utf8_json_whatever_the_terminal_speaks(csat: Command, filled: Path) -> None:
    done = csat("datasets", "--json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert strict(done.stdout)["datasets"][0]["dataset"] == "Survey"
    done = csat("score", "Survey", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")


def test_an_error_is_one_sentence_on_stderr_and_nothing_on_stdout(csat: Command, filled: Path) -> None:
    done = csat("score", "Survey", "--question", "Speed", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "'Survey' has no column 'Speed' that fits here; there are: q01 'Überall' (#1).\n"


def test_a_name_from_a_file_cannot_steer_the_terminal(csat: Command, filled: Path) -> None:
    done = csat("score", "Survey", "--where", "Region=\x1b[2Jx")
    assert done.stderr == "No response has '[2Jx' in 'Region'; there are: 'Süd[31m', 'Ost'.\n"


def test_reading_does_not_make_a_database(csat: Command, database: Path) -> None:
    for argv in (["datasets"], ["score", "Demo"]):
        done = csat(*argv)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            f"There is no database {database} yet; bring responses in with the command import, "
            "or name another file with --database or CSAT_DATABASE.\n"
        )
    assert not database.parent.exists()


def test_what_needs_no_store_makes_none(csat: Command, database: Path, tmp_path: Path) -> None:
    (tmp_path / "shop.csv").write_text("Overall satisfaction,Region\n" + "5,North\n1,South\n" * 20)
    trial = ["import", "shop.csv", "--dry-run"]
    for argv in (["roi", "--counts", "200,200,600"], ["--help"], trial):
        assert csat(*argv).returncode == 0
    assert csat("import", "missing.csv").returncode == 2
    assert not database.parent.exists()


def test_the_database_is_named_from_where_the_caller_stands(csat: Command, filled: Path) -> None:
    done = csat("--database", "here/csat.duckdb", "datasets", "--json", CSAT_DATABASE="/nowhere/csat.duckdb")
    assert [each["dataset"] for each in strict(done.stdout)["datasets"]] == ["Survey"]


def test_a_database_that_cannot_be_made_is_one_sentence(csat: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "shop.csv").write_text("Overall\n5\n")
    done = csat("--database", "file/csat.duckdb", "import", "shop.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(
        f"The store {tmp_path}/file/csat.duckdb cannot be opened: a file stands where its folder should be."
    )


def test_a_file_that_is_no_database_is_left_alone(csat: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database, " * 400)
    done = csat("--database", "notes.txt", "datasets")
    assert done.returncode == 2
    assert done.stderr.startswith(f"The store {tmp_path}/notes.txt cannot be read")
    assert (tmp_path / "notes.txt").read_text() == "not a database, " * 400


def test_a_database_held_by_a_process_that_does_not_answer_names_it_and_the_way_out(csat: Command, held: Store) -> None:
    done = csat("datasets", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"The store {held.path} is held by process {os.getpid()}, and only one may hold it; "
        "stop that process, or set CSAT_DATABASE to another file.\n"
    )


@pytest.fixture
def app(held: Store) -> Iterator[Store]:
    """The store, held and served as the app does it."""
    commands = CommandSocket(held.path, lambda argv, **call: run(argv, held, **call))
    commands.start()
    yield held
    commands.stop()


def test_while_the_app_holds_the_database_its_answer_is_the_same(csat: Command, app: Store) -> None:
    assert owner_file(app.path).exists()
    done = csat("score", "Survey", "--json", "--database", str(app.path))
    assert (done.returncode, done.stderr) == (0, "")
    code, document = run(["score", "Survey"], app)
    assert (code, strict(done.stdout)) == (0, document)
    assert document["rows"][0]["share"] == 12 / 15


def test_the_planned_decimals_hold_with_and_without_the_app(csat: Command, database: Path) -> None:
    with contextlib.closing(open_store(database)) as store:
        dataset = make_dataset(store, {"Overall": question([5] * 12 + [1] * 3)}, "Survey")
        keep_plan(store, dataset.id, Plan(numbers=NumberFormat(digits=3)))
        commands = CommandSocket(database, lambda argv, **call: run(argv, store, **call))
        commands.start()
        through_the_app = csat("score", "Survey")
        commands.stop()
    alone = csat("score", "Survey")
    assert "80.000 %" in alone.stdout
    assert (through_the_app.stdout, through_the_app.returncode) == (alone.stdout, 0)


def test_the_app_refuses_with_the_same_sentence_and_exit_code(csat: Command, app: Store) -> None:
    done = csat("score", "Demo")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "There is no dataset 'Demo'; there are: 'Survey'.\n"


def test_the_app_imports_a_file_named_from_where_the_caller_stands(csat: Command, app: Store, tmp_path: Path) -> None:
    (tmp_path / "shop.csv").write_text("Overall satisfaction,Region\n" + "5,North\n1,South\n" * 20)
    done = csat("import", "shop.csv", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert strict(done.stdout)["accepted"] == 40
    assert [each.name for each in catalogue.datasets(app)] == ["shop", "Survey"]


def test_pure_commands_do_not_ask_the_app(csat: Command, held: Store) -> None:
    assert csat("roi", "--counts", "1,2,3").returncode == 0


def test_a_stopped_import_leaves_nothing_behind(csat: Command, database: Path, tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    (tmp_path / "big.csv").write_text("Overall satisfaction,Region\n" + "5,North\n1,South\n" * 500_000)
    environment = os.environ | {
        "CSAT_DATABASE": str(database),
        "PYTHONPATH": str(ROOT),
        "TMPDIR": str(tmp_path / "tmp"),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "csat_core", "import", "big.csv"],
        cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    while not list((tmp_path / "tmp").glob("csat-file-*/*")):
        assert process.poll() is None
        time.sleep(0.01)
    process.terminate()
    _, stderr = process.communicate(timeout=60)
    assert (process.returncode, stderr) == (130, "Stopped; what was not finished is undone.\n")
    assert list((tmp_path / "tmp").iterdir()) == []
    assert csat("datasets", "--json").stdout == '{\n  "datasets": []\n}\n'


def test_output_may_be_cut_off_by_its_reader(filled: Path) -> None:
    command = f"{sys.executable} -m csat_core rejects Survey --database {filled} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_literal_text_stays_on_its_line_and_keeps_every_script() -> None:
    assert literal("a\x1b[31mb\nc\td\u202ee\x9bf\u2066g") == "a[31mb c defg"
    assert literal("Größe 満足 رضا ★ [bold]") == "Größe 満足 رضا ★ [bold]"


def test_json_escapes_what_steers_and_refuses_nan() -> None:
    text = to_json({"a": "\u202e\x9b\x1b★"})
    assert text == '{\n  "a": "\\u202e\\u009b\\u001b★"\n}'
    assert json.loads(text) == {"a": "\u202e\x9b\x1b★"}
    with pytest.raises(ValueError):
        to_json({"a": float("nan")})
