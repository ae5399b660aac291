"""Commands over the local socket."""

import itertools
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextvars import copy_context
from pathlib import Path
from typing import Any

import httpx
import pytest

from csat_core.errors import CsatError
from csat_core.model import formats
from csat_core.model.formats import NumberFormat
from csat_core.service import (
    AppStoppedError,
    CommandAbandonedError,
    CommandSocket,
    Progress,
    call,
    owner_file,
    owner_pid,
)

Running = Callable[..., CommandSocket]


def silent(_share: float | None, _text: str) -> None:
    """Progress that nobody looks at."""


def echo(argv: Sequence[str], *, folder: Path, progress: Progress) -> tuple[int, dict[str, Any]]:
    """Answers with what it was asked."""
    progress(0.5, "half")
    return 0, {"argv": list(argv), "folder": str(folder)}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "csat.duckdb"


@pytest.fixture
def running(database: Path) -> Iterator[Running]:
    started: list[CommandSocket] = []

    def start(run: Any) -> CommandSocket:
        commands = CommandSocket(database, run)
        commands.start()
        started.append(commands)
        return commands

    yield start
    for commands in started:
        commands.stop()


def test_a_command_comes_back_with_its_exit_code_document_and_progress(running: Running, database: Path) -> None:
    running(echo)
    heard: list[tuple[float | None, str]] = []
    answer = call(database, ["score", "Demo", "--where", "Región=Ñ ✓"], Path("/tmp"), lambda *said: heard.append(said))
    assert answer == (0, {"argv": ["score", "Demo", "--where", "Región=Ñ ✓"], "folder": "/tmp"})
    assert heard == [(0.5, "half")]


def test_numbers_are_written_as_they_were_while_the_app_ran_the_command(running: Running, database: Path) -> None:
    def planned(argv: Sequence[str], *, folder: Path, progress: Progress) -> tuple[int, dict[str, Any]]:
        if argv:
            formats.use(NumberFormat(digits=3, currency="€"))
        return 0, {}

    def written(argv: list[str]) -> str:
        call(database, argv, Path("/tmp"), silent)
        return f"{formats.percent(0.5)} {formats.money(5)}"

    running(planned)
    assert copy_context().run(written, ["score"]) == "50.000 % €5"
    assert copy_context().run(written, []) == "50.0 % $5"


def test_only_the_same_user_can_reach_the_socket(running: Running, database: Path) -> None:
    running(echo)
    path = Path(json.loads(owner_file(database).read_text())["socket"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(owner_file(database).stat().st_mode) == 0o600
    assert owner_file(database).name == "csat.duckdb.owner"


def test_the_owner_is_named_while_it_lives(running: Running, database: Path) -> None:
    assert owner_pid(database) is None
    commands = running(echo)
    assert owner_pid(database) == os.getpid()
    commands.stop()
    assert owner_pid(database) is None


def test_stopping_leaves_nothing_behind(running: Running, database: Path) -> None:
    commands = running(echo)
    path = Path(json.loads(owner_file(database).read_text())["socket"])
    commands.stop()
    assert not owner_file(database).exists()
    assert not path.parent.exists()
    assert call(database, ["datasets"], Path("/tmp"), silent) is None


def test_stopping_does_not_remove_the_owner_file_of_another(running: Running, database: Path) -> None:
    commands = running(echo)
    owner_file(database).write_text(json.dumps({"pid": 1, "socket": "/elsewhere"}))
    commands.stop()
    assert json.loads(owner_file(database).read_text())["pid"] == 1


@pytest.mark.parametrize("written", ["", "{", "[]", '{"pid": 1}', '{"pid": "x", "socket": "/s"}'])
def test_a_broken_owner_file_counts_as_none(database: Path, written: str) -> None:
    owner_file(database).write_text(written)
    assert owner_pid(database) is None
    assert call(database, ["datasets"], Path("/tmp"), silent) is None


def test_a_dead_owner_does_not_answer(database: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    owner_file(database).write_text(json.dumps({"pid": dead.pid, "socket": "/tmp/csat-absent/app.sock"}))
    assert owner_pid(database) is None
    assert call(database, ["datasets"], Path("/tmp"), silent) is None


def test_a_long_temporary_folder_does_not_make_the_socket_too_long(
    running: Running, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("d" * 120)
    deep.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    running(echo)
    assert call(database, ["datasets"], Path("/x"), silent) == (0, {"argv": ["datasets"], "folder": "/x"})


class NoSuchDatasetError(CsatError):
    """A bad call, as the product has them."""


def test_a_bad_call_is_one_sentence_and_exit_2(running: Running, database: Path) -> None:
    def refuse(argv: Sequence[str], *, folder: Path, progress: Progress) -> tuple[int, dict[str, Any]]:
        raise NoSuchDatasetError("No dataset is called 'Dmo'.")

    running(refuse)
    assert call(database, ["score", "Dmo"], Path("/"), silent) == (2, {"error": "No dataset is called 'Dmo'."})


@pytest.mark.parametrize("failure", [ZeroDivisionError("secret"), SystemExit(7)])
def test_a_failure_of_the_app_is_told_without_its_details(
    running: Running, database: Path, failure: BaseException
) -> None:
    def fail(argv: Sequence[str], *, folder: Path, progress: Progress) -> tuple[int, dict[str, Any]]:
        raise failure

    running(fail)
    answer = call(database, ["score"], Path("/"), silent)
    assert answer == (1, {"error": "The app failed while it ran this command; its log says why."})


def test_commands_run_one_at_a_time(running: Running, database: Path) -> None:
    spans: list[tuple[float, float]] = []

    def slow(argv: Sequence[str], *, folder: Path, progress: Progress) -> tuple[int, dict[str, Any]]:
        began = time.monotonic()
        time.sleep(0.2)
        spans.append((began, time.monotonic()))
        return 0, {}

    running(slow)
    callers = [threading.Thread(target=call, args=(database, ["x"], Path("/"), silent)) for _ in range(3)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    ordered = sorted(spans)
    assert len(ordered) == 3
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(ordered))


class Endless:
    """A command that goes on until its progress tells it to give up."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.given_up = threading.Event()

    def __call__(self, argv: Sequence[str], *, folder: Path, progress: Progress) -> tuple[int, dict[str, Any]]:
        try:
            while True:
                progress(None, "working")
                self.begun.set()
                time.sleep(0.01)
        except CommandAbandonedError:
            self.given_up.set()
            raise


def test_a_command_gives_up_when_the_app_stops_and_says_so(running: Running, database: Path) -> None:
    endless = Endless()
    commands = running(endless)
    answers: list[Any] = []
    caller = threading.Thread(target=lambda: answers.append(call(database, ["import"], Path("/"), silent)))
    caller.start()
    assert endless.begun.wait(5)
    commands.stop()
    caller.join(5)
    assert endless.given_up.is_set()
    assert answers == [(2, {"error": str(CommandAbandonedError())})]


def test_a_command_gives_up_when_its_caller_leaves(running: Running, database: Path) -> None:
    endless = Endless()
    running(endless)

    def leave(_share: float | None, _text: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        call(database, ["import"], Path("/"), leave)
    assert endless.given_up.wait(5)


APP_THAT_HANGS = """
    import sys, time
    from pathlib import Path
    from csat_core.service import CommandSocket

    def run(argv, *, folder, progress):
        progress(0.1, "begun")
        time.sleep(60)

    CommandSocket(Path(sys.argv[1]), run).start()
    print("ready", flush=True)
    time.sleep(60)
"""


def test_an_app_that_dies_in_the_middle_is_reported_with_its_process(database: Path) -> None:
    app = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(APP_THAT_HANGS), str(database)], stdout=subprocess.PIPE, text=True
    )
    assert app.stdout is not None
    assert app.stdout.readline() == "ready\n"
    with pytest.raises(AppStoppedError, match=rf"process {app.pid}\) stopped before it finished"):
        call(database, ["import"], Path("/"), lambda _share, _text: app.send_signal(signal.SIGKILL))
    app.wait()
    app.stdout.close()
    shutil.rmtree(Path(json.loads(owner_file(database).read_text())["socket"]).parent)
    assert owner_pid(database) is None
    assert call(database, ["import"], Path("/"), silent) is None


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"argv": "score", "folder": "/"}', '{"argv": [1], "folder": "/"}'])
def test_what_is_not_a_call_is_refused(running: Running, database: Path, body: str) -> None:
    running(echo)
    path = json.loads(owner_file(database).read_text())["socket"]
    with httpx.Client(transport=httpx.HTTPTransport(uds=path), base_url="http://app") as client:
        assert client.post("/run", content=body).status_code == 400
