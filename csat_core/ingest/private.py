"""Private folders: what lies in them of a person's file goes with the work, the session, or the process that made them."""

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "csat-file"
_NAME = re.compile(rf"{PREFIX}-([1-9][0-9]*)-\w+")


def folder() -> tempfile.TemporaryDirectory[str]:
    """A folder only this user can read; gone with the object, and its name says whose it is."""
    return tempfile.TemporaryDirectory(prefix=f"{PREFIX}-{os.getpid()}-", ignore_cleanup_errors=True)


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder only this user can read, gone afterwards."""
    with folder() as name:
        yield Path(name)


def sweep(*, own: bool = False) -> int:
    """How many folders were removed whose process is gone without having done so; with `own` those of this one, too.

    A server that is told to end takes no leave of its sessions, and one that is killed of nothing.
    """
    removed = 0
    for found in Path(tempfile.gettempdir()).glob(f"{PREFIX}-*"):
        name = _NAME.fullmatch(found.name)
        if name is None or not found.is_dir() or found.is_symlink() or found.stat().st_uid != os.getuid():
            continue
        pid = int(name[1])
        if own if pid == os.getpid() else not _is_alive(pid):
            shutil.rmtree(found, ignore_errors=True)
            removed += 1
    return removed


def _is_alive(pid: int) -> bool:
    with contextlib.suppress(PermissionError):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
    return True
