"""The sandbox: what a child may take, what it inherits, and what becomes of it when it does not answer."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from csat_core.ingest import refusals, sandbox
from csat_core.ingest.sandbox import ROOT, Limits, run


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sandbox starts the worker that misbehaves."""
    monkeypatch.setattr(sandbox, "WORKER", "tests.ingest.misbehaving_worker")


def is_gone(pid: int, within: float = 5) -> bool:
    """Whether the process ends soon; one that nobody waits for yet has ended as well."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.usefixtures("misbehaving")
def test_no_secret_of_the_server_is_inherited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_COOKIE_SECRET", "s3cret")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "s3cret")
    answer = run("environment", {})
    expected = {*sandbox.INHERITED, "MALLOC_ARENA_MAX", "ARROW_DEFAULT_MEMORY_POOL", "OMP_NUM_THREADS"}
    assert set(answer["names"]) <= expected | {"PYTHONPATH", "LC_CTYPE"}
    assert answer["session"] is True


@pytest.mark.usefixtures("misbehaving")
def test_a_child_that_takes_too_long_is_ended_with_all_it_started() -> None:
    pids: list[int] = []
    with pytest.raises(refusals.TimedOutError, match="takes longer than is allowed"):
        run("sleep", {}, limits=Limits(seconds=3), progress=lambda _, text: pids.extend(map(int, text.split())))
    assert len(pids) == 2
    assert all(map(is_gone, pids))


@pytest.mark.usefixtures("misbehaving")
def test_a_stop_of_the_person_ends_the_child_and_passes_through() -> None:
    class StopError(Exception):
        pass

    pids: list[int] = []

    def stop(_: float | None, text: str) -> None:
        pids.extend(map(int, text.split()))
        raise StopError

    with pytest.raises(StopError):
        run("sleep", {}, progress=stop)
    assert len(pids) == 2
    assert all(map(is_gone, pids))


def children_for(task: str) -> list[int]:
    found = []
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.Error):  # it has just ended
            found += [child.pid] if task in child.cmdline() else []
    return found


@pytest.mark.usefixtures("misbehaving")
def test_a_child_that_is_started_ahead_does_the_task_it_was_started_for_and_no_other() -> None:
    pids: list[int] = []

    def stop(_: float | None, text: str) -> None:
        pids.extend(map(int, text.split()))
        raise InterruptedError

    with sandbox.ahead("sleep"):
        assert children_for("sleep") == []
        run("environment", {})
        (spare,) = children_for("sleep")
        run("environment", {})
        assert children_for("sleep") == [spare]
        for _ in range(2):
            with pytest.raises(InterruptedError):
                run("sleep", {}, progress=stop)
        assert pids[0] == spare != pids[2]
        assert children_for("sleep") == []
    assert all(map(is_gone, pids))


@pytest.mark.usefixtures("misbehaving")
def test_of_several_alike_each_is_started_while_the_one_before_it_works() -> None:
    waiting = []
    with sandbox.ahead("environment", 2):
        for _ in range(3):
            run("environment", {})
            waiting.append(len(children_for("environment")))
    assert waiting == [1, 1, 0]
    assert children_for("environment") == []


def test_a_child_that_was_started_ahead_in_vain_is_gone_whatever_happened(tmp_path: Path) -> None:
    def notice(*_: object) -> None:
        spares.update(children_for("convert"))

    spares: set[int] = set()
    with pytest.raises(refusals.ImportFileError), sandbox.ahead("convert"):
        run("stage", {"path": str(tmp_path / "none.csv"), "folder": str(tmp_path)}, progress=notice)
    assert len(spares) == 1
    assert all(map(is_gone, spares))


def test_one_child_does_all_tasks_of_a_file_and_is_gone_after_them(tmp_path: Path) -> None:
    def notice(*_: object) -> None:
        seen.update(children_for(sandbox.WORKER))

    seen: set[int] = set()
    file, folder = tmp_path / "answers.csv", tmp_path / "folder"
    file.write_text("Satisfaction\n" + "4\n5\n" * 20)
    folder.mkdir()
    with sandbox.one_child():
        for _ in range(2):
            run("stage", {"path": str(file), "folder": str(folder)}, progress=notice)
        assert len(seen) == 1
        assert not is_gone(*seen, within=0.1)
        with pytest.raises(refusals.ImportFileError):
            run("stage", {"path": str(tmp_path / "none.csv"), "folder": str(folder)}, progress=notice)
        assert is_gone(*seen)
        run("stage", {"path": str(file), "folder": str(folder)}, progress=notice)
        assert len(seen) == 2
        sandbox.let_go()
        assert all(map(is_gone, seen))
        run("stage", {"path": str(file), "folder": str(folder)}, progress=notice)
    assert len(seen) == 3
    assert all(map(is_gone, seen))


def test_a_child_that_waits_for_a_call_ends_when_none_can_come() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", sandbox.WORKER, "gather"], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")


@pytest.mark.usefixtures("misbehaving")
def test_a_child_that_computes_without_end_is_told_from_one_without_memory() -> None:
    with pytest.raises(refusals.TimedOutError):
        run("compute", {}, limits=Limits(cpu_seconds=1, seconds=60))


@pytest.mark.usefixtures("misbehaving")
def test_memory_up_to_the_limit_is_given_and_beyond_it_refused_in_a_sentence() -> None:
    assert run("allocate", {"mb": 100}, limits=Limits(memory_mb=400)) == {"size": 100 << 20}
    with pytest.raises(refusals.TooMuchMemoryError, match="needs more memory than is allowed"):
        run("allocate", {"mb": 500}, limits=Limits(memory_mb=400))


@pytest.mark.usefixtures("misbehaving")
@pytest.mark.parametrize("number", [signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS])
def test_a_file_on_which_a_parser_crashes_is_damaged(number: signal.Signals) -> None:
    with pytest.raises(refusals.DamagedFileError, match="its parser gave up on it"):
        run("die", {"signal": int(number)})


@pytest.mark.usefixtures("misbehaving")
def test_what_the_system_kills_took_too_much_memory() -> None:
    with pytest.raises(refusals.TooMuchMemoryError, match="may be damaged"):
        run("die", {"signal": int(signal.SIGKILL)})


def test_memory_asked_at_once_is_a_false_claim_beyond_a_thousand_times_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(1_000))
    said = "memory allocation of 1000000 bytes failed"
    assert "a part of it claims to take 0 MB" in str(sandbox._false_claim(said, {"path": str(path)}))
    path.write_bytes(bytes(1_001))
    assert [sandbox._false_claim(said, request) for request in ({"path": str(path)}, {})] == [None, None]


@pytest.mark.usefixtures("misbehaving")
def test_a_child_cannot_write_a_file_beyond_its_limit(tmp_path: Path) -> None:
    target = tmp_path / "large"
    with pytest.raises(refusals.ImportFileError):
        run("write", {"path": str(target), "mb": 20}, limits=Limits(file_mb=10))
    assert target.stat().st_size <= 10 << 20


@pytest.mark.usefixtures("misbehaving")
def test_complaints_of_the_child_are_kept_up_to_a_bound_and_never_shown() -> None:
    with pytest.raises(refusals.UnreadableFileError) as caught:
        run("complain", {})
    assert "last words" not in str(caught.value)
    assert "code 3" in str(caught.value)
    (note,) = caught.value.__notes__
    assert note.endswith("the last words")
    assert len(note) == sandbox.COMPLAINTS_KEPT


@pytest.mark.usefixtures("misbehaving")
def test_a_child_that_babbles_is_ended_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(refusals.ImportFileError):
        run("babble", {}, limits=Limits(seconds=50))
    assert time.monotonic() - began < 30


def test_a_task_that_does_not_exist_is_a_sentence_with_the_traceback_in_a_note() -> None:
    with pytest.raises(refusals.UnreadableFileError) as caught:
        run("dance", {})
    assert "Traceback" not in str(caught.value)
    assert "There is no task 'dance'." in caught.value.__notes__[0]


def test_a_child_ends_when_the_process_that_waits_for_it_is_killed(tmp_path: Path) -> None:
    said = tmp_path / "said"
    code = (
        "from csat_core.ingest import sandbox; sandbox.WORKER = 'tests.ingest.misbehaving_worker'; "
        f"sandbox.run('wait for the parent', {{'path': {str(said)!r}}}, progress=lambda *_: print('ready', flush=True))"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    assert parent.stdout.readline() == "ready\n"
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + 10
    while not (said.exists() and said.stat().st_size) and time.monotonic() < until:
        time.sleep(0.02)
    assert said.read_text() == "the parent let go"


def test_the_real_worker_ends_with_its_parent() -> None:
    call = (
        '{"task": "stage", "request": {}, "limits": {"memory_mb": 500, "engine_mb": 1, "cpu_seconds": 9, "file_mb": 1}}'
    )
    child = subprocess.Popen(
        [sys.executable, "-c", f"from csat_core.ingest.child import worker; import time; worker._work = {SLEEPER}; worker.main()"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdin
    assert child.stdout
    child.stdin.write(call + "\n")
    child.stdin.flush()
    assert "asleep" in child.stdout.readline()
    child.stdin.close()
    assert child.wait(timeout=20) == 1
    child.stdout.close()


SLEEPER = "lambda task: lambda request, report: (report(None, 'asleep'), time.sleep(60))"


def test_every_refusal_comes_back_from_its_name_with_its_sentence() -> None:
    values: dict[str, Any] = {
        "found": "x", "most": 5, "sheet": "S", "sheets": "A, B", "given": "x", "expected": "one sign", "layout": "x",
        "way": "do so", "names": 4, "row": "1,2", "sign": ";",
    }  # fmt: skip
    kinds = refusals.ImportFileError.__subclasses__()
    assert len(kinds) >= 16
    for kind in kinds:
        wanted = {name: value for name, value in values.items() if f"{{{name}" in kind.text}
        refusal = kind(**{**wanted, "found": 3_000} if "{found:,}" in kind.text else wanted)
        assert refusals.by_name(kind.__name__) is kind
        assert str(kind(**refusal.values)) == str(refusal)
        assert str(refusal).endswith(".")
        assert "{" not in str(refusal)


def test_texts_from_outside_are_made_harmless_before_they_are_shown() -> None:
    assert refusals.shown("a\x1b[31mb\u202ec\u0000\n d") == "a[31mbc d"
    assert refusals.shown("x" * 500) == "x" * 79 + "…"
    assert os.linesep not in str(refusals.NoSuchSheetError(sheet="a\nb", sheets="c"))
