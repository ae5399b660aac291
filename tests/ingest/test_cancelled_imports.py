"""An import that is given up: the store is as it was, no file of it is left, and no process goes on."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import pytest

from csat_core.ingest.joins.join_plan import Wish
from csat_core.ingest.joins.joining import JOINING, join_file
from csat_core.ingest.load import import_file
from csat_core.ingest.sandbox import ROOT
from csat_core.ingest.storing import STORING
from csat_core.store import Store, catalogue, open_store, stoppable

READING, CHECKING, GATHERING = "Reading the rows", "Writing the accepted rows", "Bringing each key together"
STOPPED = "Stopped; what was not finished is undone.\n"


class GivenUpError(Exception):
    """Somebody gave up."""


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CSV that takes every step long enough to be stopped in it."""
    path = tmp_path_factory.mktemp("survey") / "survey.csv"
    rows = "".join(f"R{at:06d},2026-01-{1 + at % 28:02d},{(5, 4, 2)[at % 3]},{'NS'[at % 2]}\n" for at in range(60_000))
    path.write_text(f"Response ID,Date,Satisfaction,Region\n{rows}")
    return path


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder of the test, which nobody else uses."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(stoppable, "BEAT", 0.001)
    return folder


def contents(store: Store) -> dict[str, int]:
    """How many rows each table of the store has."""
    with store.cursor() as cursor:
        names = [name for (name,) in cursor.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()]
        return {name: cursor.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in names}


def left(folder: Path) -> list[str]:
    """What lies in the temporary folder but for the folder of the open store, which is empty."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() or path.name.startswith("csat-file"))


def children() -> list[psutil.Process]:
    """The processes of ours that still run."""
    ours = psutil.Process().children(recursive=True)
    return [each for each in ours if each.is_running() and each.status() != psutil.STATUS_ZOMBIE]


@pytest.mark.parametrize(("step", "adds"), [(READING, False), (CHECKING, False), (STORING, False), (STORING, True)])
def test_whatever_step_is_given_up_nothing_is_left(
    tmp_path: Path, temporary: Path, survey: Path, step: str, adds: bool
) -> None:
    store = open_store(tmp_path / "csat.duckdb")
    if adds:
        lines = survey.read_text().splitlines(keepends=True)
        earlier = tmp_path / "earlier.csv"
        earlier.write_text("".join(lines[:200]))
        import_file(store, earlier)
    before, running = contents(store), children()
    steps: list[str] = []

    def progress(_share: float | None, text: str) -> None:
        steps.append(text)
        if text == step:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        import_file(store, survey, progress=progress)
    assert steps[-1] == step
    assert contents(store) == before
    assert left(temporary) == []
    assert children() == running
    store.close()


def test_a_second_file_that_is_given_up_leaves_nothing_at_whatever_step(
    tmp_path: Path, temporary: Path, survey: Path
) -> None:
    store = open_store(tmp_path / "csat.duckdb")
    earlier, orders = tmp_path / "earlier.csv", tmp_path / "orders.csv"
    lines = survey.read_text().splitlines(keepends=True)
    earlier.write_text("".join(lines[:2_000]))
    orders.write_text("Response ID,Revenue,Shop\n" + "".join(f"R{at:06d},{at},{at % 9}\n" for at in range(30_000)))
    import_file(store, earlier)
    before, running = contents(store), children()
    dataset, wish = catalogue.dataset(store, 1), Wish(keys=("Response ID",), takes=(("Revenue", "sum"),))
    for step in (READING, GATHERING, JOINING):
        steps: list[str] = []

        def progress(_share: float | None, text: str, *, step: str = step, steps: list[str] = steps) -> None:
            steps.append(text)
            if text == step:
                raise GivenUpError

        with pytest.raises(GivenUpError):
            join_file(store, dataset, orders, wish, dry_run=False, progress=progress)
        assert steps[-1] == step
        assert (contents(store), left(temporary), children()) == (before, [], running)
    assert catalogue.dataset(store, 1) == dataset
    attachment, _ = join_file(store, dataset, orders, wish, dry_run=False)
    assert attachment.match.matched == 1_999
    store.close()


HOLDING = """
import sys, time
from csat_core.cli import process
from csat_core.store import stoppable
stoppable.BEAT = 0.001

class Holding(process.Meter):
    def __call__(self, share, text):
        if text == sys.argv[1]:
            print(text, flush=True)
            time.sleep(60)

process.Meter = Holding
sys.exit(process.main(sys.argv[2:]))
"""


@pytest.mark.parametrize(
    ("step", "number"), [(READING, signal.SIGINT), (CHECKING, signal.SIGTERM), (STORING, signal.SIGINT)]
)
def test_a_command_that_is_stopped_leaves_nothing(
    tmp_path: Path, temporary: Path, survey: Path, step: str, number: signal.Signals
) -> None:
    database = tmp_path / "csat.duckdb"
    command = subprocess.Popen(
        [sys.executable, "-c", HOLDING, step, "--database", str(database), "import", str(survey)],
        cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert command.stdout
    assert command.stdout.readline() == f"{step}\n"
    workers = psutil.Process(command.pid).children(recursive=True)
    command.send_signal(number)
    said = command.communicate(timeout=30)
    assert (command.returncode, *said) == (130, "", STOPPED)
    assert bool(workers) == (step != STORING)
    assert not any(worker.is_running() and worker.status() != psutil.STATUS_ZOMBIE for worker in workers)
    assert list(temporary.iterdir()) == []
    store = open_store(database)
    assert not any(name.startswith("responses_") for name in contents(store))
    assert contents(store)["imports"] == contents(store)["datasets"] == contents(store)["rejected_rows"] == 0
    store.close()
