"""Backups: a checked copy of the store in one file, made while people go on working."""

import glob
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from csat_core.errors import CsatError
from csat_core.store import copies
from csat_core.store.connection import Store
from csat_core.store.opening import BESIDE, unreachable
from csat_core.store.refusals import StoreFullError


class BackupExistsError(CsatError):
    """There is a file already where the backup was to go."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is already a file {path}; choose another name, or replace it with --force.")


class BackupPlaceError(CsatError):
    """A place that cannot take a backup."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The backup cannot be written to {path}: {reason}; choose another file with --out.")


class BackupFailedError(CsatError):
    """The copy is not what the store holds."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The backup of {path} does not hold what the store holds and was thrown away. The disk may be failing: "
            "keep the last good backup, look at the disk, and try again."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup that was made and found to be whole."""

    path: Path
    contents: copies.Contents
    bytes: int
    created_at: datetime
    """UTC."""


def back_up(store: Store, target: Path, *, replace: bool = False) -> Backup:
    """The backup of `store` that is now at `target`, whole and checked; people may read and write meanwhile.

    Raises BackupExistsError unless `replace`, BackupPlaceError, StoreFullError and BackupFailedError; then nothing is at
    `target` that was not there before.
    """
    target = _place(store, target, replace)
    size = copies.size_of(store.path)
    for folder in dict.fromkeys((store.path.parent, target.parent)):
        copies.require_room(folder, size)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        created_at, contents = store.copy_to(part)
        if copies.inspected(part) != contents:
            raise BackupFailedError(store.path)
        size = part.stat().st_size
        _name(part, target, replace)
    except (OSError, duckdb.Error) as error:
        if (reason := unreachable(str(error))) == "the disk is full":
            raise StoreFullError(target.parent) from error
        raise BackupPlaceError(target, reason or str(error)) from error
    finally:
        copies.discard(part)
    _record(store, target, created_at, size)
    return Backup(path=target, contents=contents, bytes=size, created_at=created_at)


def _place(store: Store, target: Path, replace: bool) -> Path:
    """Where the backup goes, links followed; raises where it cannot go there."""
    target = target.resolve()
    if belongs_to(store, target):
        raise BackupPlaceError(target, "that is the store itself, or belongs to it")
    if target.is_dir():
        raise BackupPlaceError(target, "it is a folder")
    if not target.parent.is_dir():
        raise BackupPlaceError(target, "its folder is not there")
    if target.exists() and not (replace and target.is_file()):
        raise BackupExistsError(target)
    return target


def belongs_to(store: Store, target: Path) -> bool:
    """Whether a file is the store itself or one of those that belong to it: nothing else is ever written there."""
    own = [store.path.name + ending for ending in (*BESIDE, ".owner", *(f".copy{ending}" for ending in BESIDE))]
    return target.parent == store.path.parent and target.name in own


def _name(part: Path, target: Path, replace: bool) -> None:
    """Nothing; `part` is `target` now, and nothing was overwritten unless `replace`."""
    if not replace:
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL, copies.OWNER_ONLY))
        except FileExistsError:
            raise BackupExistsError(target) from None
    part.replace(target)
    copies.settled(target.parent)


def _record(store: Store, target: Path, created_at: datetime, size: int) -> None:
    with store.write() as cursor:
        cursor.execute("DELETE FROM backups WHERE file = ?", [str(target)])
        cursor.execute("INSERT INTO backups VALUES (?, ?, ?)", [str(target), created_at.replace(tzinfo=None), size])


def known_backups(store: Store) -> tuple[Path, ...]:
    """The copies of this store that are still there: those that were made, and what is kept beside it."""
    with store.cursor() as cursor:
        made = [
            Path(file) for (file,) in cursor.execute("SELECT file FROM backups ORDER BY created_at, file").fetchall()
        ]
    beside = sorted(store.path.parent.glob(f"{glob.escape(store.path.name)}.before-*"))
    kept = [path for path in beside if not path.name.endswith(BESIDE[1:])]
    return tuple(dict.fromkeys(path for path in (*made, *kept) if path.exists()))
