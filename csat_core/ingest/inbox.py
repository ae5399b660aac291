"""The inbox: a folder of the server whose files are offered for import, as they lie there."""

import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from csat_core.errors import CsatError
from csat_core.ingest.refusals import shown

STILL = 5.0
"""Seconds since anything of it changed after which a file counts as written to the end.

By the clock of the disk, which no program sets: what copies files gives them the time of the original, even before they are whole.
"""
LATEST = datetime(9999, 12, 31, tzinfo=UTC).timestamp()
PARTIAL = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart", ".download", "~")
"""How names end while a browser, a transfer or an editor still writes."""
MOST = 200
"""Of the files, the newest that are offered."""


class InboxMissingError(CsatError):
    """The folder that was configured is not there, or cannot be read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The inbox folder {shown(str(folder), 200)} is not there or cannot be read; make it, or set CSAT_INBOX to another."
        )


class NotInInboxError(CsatError):
    """A file was chosen that is not offered any more."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"'{shown(name, 120)}' is not in the inbox folder any more, or is still being written; choose again in a moment."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A file in the inbox, as the folder tells it; nothing of it was read."""

    name: str
    """As people read it; the name on the disk may be of bytes that are no text."""
    path: Path
    size: int
    """Bytes."""
    changed_ns: int
    """When it was last changed, in nanoseconds since 1970."""

    @property
    def changed_at(self) -> datetime:
        """When it was last changed, in UTC."""
        return datetime.fromtimestamp(min(self.changed_ns / 1e9, LATEST), UTC)

    @property
    def stamp(self) -> str:
        """Another one once the file was changed; by it what is known of a file is found again."""
        return f"{self.size}-{self.changed_ns}-{self.name}"


def waiting(folder: Path, now: float | None = None) -> tuple[Waiting, ...]:
    """The files that are offered, the newest first: plain ones directly in the folder that are not hidden, empty or unfinished.

    Links are not followed, so that nothing outside the folder can be read. Raises InboxMissingError.
    """
    try:
        found = list(_plain_files(folder, time.time() if now is None else now))
    except OSError as error:
        raise InboxMissingError(folder) from error
    return tuple(sorted(found, key=lambda file: (-file.changed_ns, file.name))[:MOST])


def chosen(folder: Path, name: str, now: float | None = None) -> Waiting:
    """The file of this name, looked up among those that are offered; raises InboxMissingError and NotInInboxError."""
    found = next((file for file in waiting(folder, now) if file.name == name), None)
    if found is None:
        raise NotInInboxError(name)
    return found


def _plain_files(folder: Path, now: float) -> Iterator[Waiting]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "~")) or entry.name.lower().endswith(PARTIAL):
                continue
            try:
                facts = entry.stat(follow_symlinks=False)
            except FileNotFoundError:  # taken away meanwhile
                continue
            if stat.S_ISREG(facts.st_mode) and facts.st_size and abs(now - facts.st_ctime) >= STILL:
                name, path = _as_text(entry.name), folder / entry.name
                yield Waiting(name=name, path=path, size=facts.st_size, changed_ns=facts.st_mtime_ns)


def _as_text(name: str) -> str:
    """The name, its bytes read as those of Windows where they are none of this system: nothing else can be shown."""
    written = os.fsencode(name)
    try:
        return written.decode()
    except UnicodeDecodeError:
        return written.decode("cp1252", "replace")
