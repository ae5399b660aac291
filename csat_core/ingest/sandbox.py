"""The sandbox: whatever touches the content of a file runs in a child process with limits."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from csat_core.ingest.refusals import (
    OUT_OF_MEMORY,
    DamagedFileError,
    ImportFileError,
    TimedOutError,
    TooMuchMemoryError,
    UnreadableFileError,
    by_name,
)

Progress = Callable[[float | None, str], None]
"""Told how far a job is (0-1, None where unknown) and what it does; raising stops the job."""

ROOT = Path(__file__).resolve().parents[2]
WORKER = "csat_core.ingest.child.worker"
LONGEST_ANSWER = 256 << 20
"""Bytes of one line from the child; what it says of 2,000 columns takes a tenth."""
COMPLAINTS_KEPT = 4_000
MOST_TIMES = 1_000
"""What a parser takes at once for a file, however well it is packed, in times of its size."""
_ASKED_AT_ONCE = re.compile(r"memory allocation of (\d+) bytes failed")
INHERITED = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "SYSTEMROOT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a child may take."""

    memory_mb: int = 3072
    """Address space, which is more than what it really holds."""
    engine_mb: int = 1200
    """The memory of the engine inside it; the rest spills to the private folder."""
    cpu_seconds: int = 1800
    seconds: float = 3600
    file_mb: int = 40_000
    """The largest file it may write."""


def run(
    task: str, request: dict[str, Any], *, progress: Progress | None = None, limits: Limits | None = None
) -> dict[str, Any]:
    """What `task` answers to `request`, both plain JSON.

    Raises the ImportFileError that the child names, or one for a child that died; whatever `progress` raises ends the
    child and passes through.
    """
    limits = limits or Limits()
    ahead, kept = _AHEAD.get(), _KEPT.get()
    child = kept.taken() or ahead.taken(task) or _Child.started()
    answer = None
    with child.limited_to(limits.seconds) as timed_out:
        try:
            child.take({"task": task, "request": request, "limits": asdict(limits)})
            ahead.prepare()
            answer = _conversation(child.process, progress)
            if answer is None:
                child.process.wait()
        finally:
            if answer is None or not kept.keeps(child):
                child.end()
    if answer is not None:
        return answer
    said = child.complaints.decode("utf-8", "replace")
    raise _false_claim(said, request) or _cause_of_death(child.process.returncode, timed_out.is_set(), said)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Child:
    """A process that waits for a call, and the end of what it complains of, complete once it has ended."""

    process: subprocess.Popen[bytes]
    complaints: bytearray
    listener: threading.Thread

    @classmethod
    def started(cls, task: str | None = None) -> "_Child":
        """A new one, with all that `task` needs where it is known."""
        process = subprocess.Popen(
            [sys.executable, "-m", WORKER, *filter(None, [task])],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=ROOT, env=_environment(), start_new_session=True,
        )  # fmt: skip
        complaints = bytearray()
        listener = threading.Thread(target=_listen, args=(process, complaints), daemon=True)
        listener.start()
        return cls(process=process, complaints=complaints, listener=listener)

    def take(self, call: dict[str, Any]) -> None:
        """Nothing; the child has its call, unless it is dead."""
        assert self.process.stdin
        with contextlib.suppress(BrokenPipeError):
            # stdin stays open: its end tells the child that nobody waits any more
            self.process.stdin.write(json.dumps(call).encode() + b"\n")
            self.process.stdin.flush()

    @contextlib.contextmanager
    def limited_to(self, seconds: float) -> Iterator[threading.Event]:
        """The event says that time was up; the child is killed then."""
        timed_out = threading.Event()

        def late() -> None:
            timed_out.set()
            _kill(self.process)

        alarm = threading.Timer(seconds, late)
        alarm.daemon = True
        alarm.start()
        try:
            yield timed_out
        finally:
            alarm.cancel()

    def end(self) -> None:
        """Nothing; the child is gone."""
        _kill(self.process)
        self.process.wait()
        self.listener.join(timeout=5)
        for stream in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):
                stream.close()  # type: ignore[union-attr]


def _listen(process: subprocess.Popen[bytes], complaints: bytearray) -> None:
    assert process.stderr
    with process.stderr as stream:
        while chunk := os.read(stream.fileno(), 65_536):
            complaints.extend(chunk)
            del complaints[:-COMPLAINTS_KEPT]


@dataclass(slots=True)
class _Kept:
    """The child that did the last task, where it is kept for the next."""

    is_wished: bool = False
    child: _Child | None = None

    def keeps(self, child: _Child) -> bool:
        """Whether the child, which has answered, is kept."""
        if self.is_wished:
            self.child = child
        return self.is_wished

    def taken(self) -> _Child | None:
        """The child, if it is there and lives."""
        child, self.child = self.child, None
        if child is not None and child.process.poll() is not None:
            child.end()
            return None
        return child


_KEPT: ContextVar[_Kept] = ContextVar("kept", default=_Kept())  # noqa: B039 - where none is wished nothing of it changes


@contextlib.contextmanager
def one_child() -> Iterator[None]:
    """Nothing; one child does the tasks of the block, which are those of one file: it starts once, and knows the words."""
    kept = _Kept(is_wished=True)
    token = _KEPT.set(kept)
    try:
        yield
    finally:
        let_go()
        _KEPT.reset(token)


def let_go() -> None:
    """Nothing; the child that is kept for further tasks is gone, for there are none, and holds no memory any more."""
    child = _KEPT.get().taken()
    if child is not None:
        child.end()


@dataclass(slots=True)
class _Ahead:
    """Children that are started for `task` before they are needed, one at a time, so many `times`."""

    task: str = ""
    times: int = 0
    child: _Child | None = None

    def prepare(self) -> None:
        """Nothing; the next child is being started, unless no more are wished for or it has been."""
        if self.times > 0 and self.child is None:
            self.child = _Child.started(self.task)

    def taken(self, task: str) -> _Child | None:
        """The child, where it was started for this task."""
        if self.child is None or self.task != task:
            return None
        child, self.child, self.times = self.child, None, self.times - 1
        return child


_AHEAD: ContextVar[_Ahead] = ContextVar("ahead", default=_Ahead())  # noqa: B039 - without a task nothing of it changes


@contextlib.contextmanager
def ahead(task: str, times: int = 1) -> Iterator[None]:
    """Nothing; while a child of the block works, the next one for `task` is started, which takes as long as a small task."""
    prepared = _Ahead(task, times)
    token = _AHEAD.set(prepared)
    try:
        yield
    finally:
        _AHEAD.reset(token)
        if prepared.child is not None:
            prepared.child.end()


def _environment() -> dict[str, str]:
    """Only what Python needs: no secret of the server is inherited."""
    kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
    # glibc and Arrow would each reserve far more address space than they use, and the limit counts it; with fewer arenas
    # than threads that work at once these wait for each other, a third of the time of reading a large file
    frugal = {"MALLOC_ARENA_MAX": "4", "ARROW_DEFAULT_MEMORY_POOL": "system", "OMP_NUM_THREADS": "1"}
    return kept | frugal | {"PYTHONPATH": str(ROOT)}


def _conversation(child: subprocess.Popen[bytes], progress: Progress | None) -> dict[str, Any] | None:
    """What the child answers in the end; None where it died first."""
    assert child.stdout
    while line := child.stdout.readline(LONGEST_ANSWER):
        try:
            message = json.loads(line)
        except ValueError:
            # cut off by its death, or by its length
            _kill(child)
            return None
        if "result" in message:
            result: dict[str, Any] = message["result"]
            return result
        if "error" in message:
            raise _refusal(message["error"])
        if progress is not None:
            progress(message["progress"], message["text"])
    return None


def _refusal(error: dict[str, Any]) -> ImportFileError:
    refusal = by_name(error["kind"])(**error["values"])
    if error.get("note"):
        refusal.add_note(error["note"])
    return refusal


def _cause_of_death(returned: int, timed_out: bool, complaints: str) -> ImportFileError:
    """Why a child that did not answer is dead, with the end of what it complained of as a note."""
    cause: ImportFileError
    if timed_out or returned == -signal.SIGXCPU:
        cause = TimedOutError()
    elif returned == -signal.SIGKILL or any(sign in complaints for sign in OUT_OF_MEMORY):
        # the system kills, and parsers abort with a word, when there is no memory left
        cause = TooMuchMemoryError()
    elif returned < 0:
        cause = DamagedFileError(found="its parser gave up on it")
    else:
        cause = UnreadableFileError(found=f"the reader ended with code {returned}")
    if complaints:
        cause.add_note(complaints)
    return cause


def _false_claim(complaints: str, request: dict[str, Any]) -> ImportFileError | None:
    """What is said of a file whose parser asked for far more memory at once than the file can fill; None where it did not."""
    asked = max(map(int, _ASKED_AT_ONCE.findall(complaints)), default=0)
    path = request.get("path")  # only a task that reads the file itself has one
    if not asked or path is None or asked < MOST_TIMES * Path(path).stat().st_size:
        return None
    cause = DamagedFileError(found=f"a part of it claims to take {asked >> 20:,} MB")
    cause.add_note(complaints)
    return cause


def _kill(child: subprocess.Popen[bytes]) -> None:
    """Ends the child with everything it started; a child that was waited for may have lent its number to another."""
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
