"""Restores: a backup takes the place of the store, at once, and the replaced store is kept beside it."""

import contextlib
import fcntl
import os
import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from csat_core.errors import CsatError
from csat_core.store import connection, copies, withdrawn
from csat_core.store.refusals import StoreDamagedError, StoreLockedError, StoreNewerError, StoreUnreachableError

_LOCK = "hhqqi"
"""`struct flock` of fcntl(2) on 64 bits: type, whence, start, length, pid."""


class StoreInUseError(CsatError):
    """A process holds the store that is to be replaced."""

    def __init__(self, path: Path, pid: int | None) -> None:
        holder = f"process {pid}" if pid else "another process"
        super().__init__(
            f"The store {path} is held by {holder} (the app, perhaps), and cannot be replaced under it; "
            "stop that process, restore, and start it again. Nothing was changed."
        )


class BackupMissingError(CsatError):
    """A backup was named that is not there."""

    def __init__(self, path: Path) -> None:
        found = "is a folder" if path.is_dir() else "is not there"
        super().__init__(f"The backup {path} {found}; give the path of a file that the command backup made.")


class NotABackupError(CsatError):
    """A file that is no backup, or no whole one."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The file {path} is no backup, or it is damaged; give a file that the command backup made. "
            "Nothing was changed."
        )


class BackupNewerError(CsatError):
    """A backup that a later release made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The backup {path} was made by a newer release; install the newer release to restore it. "
            "Nothing was changed."
        )


class RestoreItselfError(CsatError):
    """The store was named as its own backup."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"The file {path} is the store itself; give the path of a backup.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a restore put in place."""

    contents: copies.Contents
    kept: Path | None
    """Where the replaced store is now; None where there was none."""
    erasures_lost: int
    """Erasures that the replaced store knows of and the backup does not: those customers are back."""
    links: withdrawn.Carried
    """What became of the links."""


def restore(path: Path, source: Path) -> Restored:
    """What is at `path` from now on: the store that the backup `source` holds.

    Raises StoreInUseError, BackupMissingError, NotABackupError, BackupNewerError, RestoreItselfError or StoreFullError;
    then the store is as it was. Whatever happens, a whole store is at `path` at any moment.
    """
    path, source = path.resolve(), source.resolve()
    if not source.is_file():
        raise BackupMissingError(source)
    if source == path:
        raise RestoreItselfError(path)
    with _held(path):
        _make_folder(path)
        copies.require_room(path.parent, copies.size_of(source))
    draft = path.with_name(f"{path.name}.restoring-{os.getpid()}")
    try:
        contents = _copied(source, draft)
        _resemble(draft, path)
        known = _erasures(path)
        links = withdrawn.carry(draft, _past(path))
        copies.settled(draft)
        with _held(path):
            kept = _exchanged(draft, path)
    finally:
        copies.discard(draft)
    return Restored(contents=contents, kept=kept, erasures_lost=max(0, known - contents.erasures), links=links)


@contextlib.contextmanager
def _held(path: Path) -> Iterator[None]:
    """Nothing; meanwhile no other process can open the store, with the lock that DuckDB itself takes."""
    if connection.is_open(path):  # to open and close the file here would drop the lock of this very process
        raise StoreInUseError(path, os.getpid())
    try:
        descriptor = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        yield
        return
    except OSError as error:
        raise StoreUnreachableError(path, error.strerror or "permission is denied") from error
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        pid = _holder(descriptor)
        os.close(descriptor)
        raise StoreInUseError(path, pid) from None
    try:
        yield
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> int | None:
    """The process that holds a lock on the file; None where the system does not tell."""
    asked = struct.pack(_LOCK, fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
    with contextlib.suppress(OSError, struct.error):
        return int(struct.unpack(_LOCK, fcntl.fcntl(descriptor, fcntl.F_GETLK, asked))[4]) or None
    return None


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachableError(path, "its folder cannot be made") from error


def _copied(source: Path, draft: Path) -> copies.Contents:
    """What `draft`, a copy of `source` with its log folded in, holds; every cell of it was read."""
    try:
        shutil.copyfile(source, draft)
        log = source.with_name(f"{source.name}.wal")
        if log.is_file():  # files copied by hand come in two
            shutil.copyfile(log, draft.with_name(f"{draft.name}.wal"))
            copies.fold_log(draft)
        contents = copies.inspected(draft)
    except StoreNewerError:
        raise BackupNewerError(source) from None
    except (StoreDamagedError, StoreUnreachableError, StoreLockedError, OSError) as error:
        raise NotABackupError(source) from error
    copies.settled(draft)
    return contents


def _resemble(draft: Path, path: Path) -> None:
    """Nothing; `draft` belongs to whom the store at `path` belongs to, else to this user alone."""
    draft.chmod(copies.OWNER_ONLY)
    if path.exists():
        old = path.stat()
        draft.chmod(old.st_mode & 0o777)
        with contextlib.suppress(PermissionError):
            os.chown(draft, old.st_uid, old.st_gid)


def _erasures(path: Path) -> int:
    """The erasures that the store at `path` knows of, its log folded in on the way; 0 where it cannot be read."""
    if not path.exists():
        return 0
    try:
        copies.fold_log(path)
        return copies.inspected(path).erasures
    except StoreLockedError as held:
        raise StoreInUseError(path, None) from held
    except CsatError:  # it may well be damaged: that is why a backup is restored
        return 0


def _past(path: Path) -> withdrawn.Past | None:
    """What the store at `path` knows of its links; None where it cannot be read."""
    try:
        return withdrawn.past(path)
    except StoreLockedError as held:
        raise StoreInUseError(path, None) from held


def _exchanged(draft: Path, path: Path) -> Path | None:
    """Where the old store is now; `draft` is at `path`, and there was a store there all the time."""
    kept = _free_name(path) if path.exists() else None
    log = path.with_name(f"{path.name}.wal")
    try:
        if kept is not None:
            _keep(path, kept)
            if log.exists():
                _keep(log, kept.with_name(f"{kept.name}.wal"))
        draft.replace(path)
    except OSError:
        if kept is not None:
            _take_back(kept, path)
            _take_back(kept.with_name(f"{kept.name}.wal"), log)
        raise
    log.unlink(missing_ok=True)
    copies.settled(path.parent)
    return kept


def _keep(file: Path, kept: Path) -> None:
    """Nothing; the file has the name `kept` as well, or where a disk knows no second names, instead."""
    try:
        os.link(file, kept)
    except OSError:
        file.rename(kept)


def _take_back(kept: Path, file: Path) -> None:
    """Nothing; the file has its old name alone."""
    if kept.exists() and not file.exists():
        kept.rename(file)
    kept.unlink(missing_ok=True)


def _free_name(path: Path) -> Path:
    """Where the old store goes; two restores in one second get two names."""
    first = path.with_name(f"{path.name}.before-restore-{copies.stamp()}")
    names = (first, *(first.with_name(f"{first.name}-{again}") for again in range(2, 100)))
    return next(name for name in names if not name.exists())
