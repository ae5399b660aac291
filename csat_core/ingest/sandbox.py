"""The sandbox: whatever touches the content of a file runs in a child process with limits."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from csat_core.ingest.refusals import TooMuchMemoryError, by_name

Progress = Callable[[float | None, str], None]
"""Told how far a job is (0-1, None where unknown) and what it does; raising stops the job."""

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a child may take."""

    memory_mb: int = 4096
    """Address space, which is more than what it really holds."""
    engine_mb: int = 1200
    """The memory of the engine inside it; the rest spills to the private folder."""
    cpu_seconds: int = 1800
    seconds: int = 3600
    file_mb: int = 40_000
    """The largest file it may write."""


def run(task: str, request: dict[str, Any], *, progress: Progress | None = None, limits: Limits | None = None) -> dict[str, Any]:
    """What `task` answers; raises the ImportFileError that the child names, or one for a child that died."""
    limits = limits or Limits()
    with tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(
            [sys.executable, "-m", "csat_core.ingest.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints,
            cwd=ROOT, env=_environment(), start_new_session=True, text=True, encoding="utf-8",
        )  # fmt: skip
        alarm = threading.Timer(limits.seconds, _kill, [child])
        alarm.start()
        try:
            return _conversation(child, {"task": task, "request": request, "limits": asdict(limits)}, progress)
        finally:
            alarm.cancel()
            _kill(child)
            child.wait()


def _environment() -> dict[str, str]:
    """Only what Python needs: no secret of the server is inherited."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "MALLOC_ARENA_MAX": "2", "PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1"}


def _conversation(child: subprocess.Popen[str], call: dict[str, Any], progress: Progress | None) -> dict[str, Any]:
    assert child.stdin and child.stdout
    try:
        json.dump(call, child.stdin)
        child.stdin.close()
    except BrokenPipeError:
        raise TooMuchMemoryError from None
    for line in child.stdout:
        message = json.loads(line)
        if "result" in message:
            result: dict[str, Any] = message["result"]
            return result
        if "error" in message:
            raise by_name(message["error"]["kind"])(**message["error"]["values"])
        if progress is not None:
            progress(message["progress"], message["text"])
    raise TooMuchMemoryError


def _kill(child: subprocess.Popen[str]) -> None:
    """Ends the child with everything it started."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
