"""Refusals: why a store cannot be used as it lies there, each with the way out."""

from pathlib import Path

from csat_core.errors import CsatError

RESTORE = "python -m csat_core restore FILE"


class StoreLockedError(CsatError):
    """Another process holds the file."""

    def __init__(self, path: Path, pid: str | None) -> None:
        holder = f"process {pid}" if pid else "another process"
        super().__init__(
            f"The store {path} is held by {holder}, and only one may hold it; "
            "stop that process, or set CSAT_DATABASE to another file."
        )


class StoreNewerError(CsatError):
    """The file was written by a later release."""

    def __init__(self, path: Path, found: str, known: str) -> None:
        super().__init__(
            f"The store {path} was written by a newer release (its format is {found}, "
            f"this release knows up to {known}); "
            "install the newer release, or set CSAT_DATABASE to another file. Nothing was changed."
        )


class StoreUnreachableError(CsatError):
    """The file cannot be opened or made where it is meant to be."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The store {path} cannot be opened: {reason}. "
            "Let this user read and write the file and its folder, or set CSAT_DATABASE to another file."
        )


class StoreDamagedError(CsatError):
    """The file is not a store, or its contents do not check out."""

    def __init__(self, path: Path, sentence: str | None = None) -> None:
        super().__init__(
            sentence
            or f"The store {path} cannot be read: it is damaged, or it is not a store. "
            f"Keep a copy of it and of {path.name}.wal, then restore a backup, "
            "or set CSAT_DATABASE to another file. Nothing was changed."
        )


class LogDamagedError(StoreDamagedError):
    """The file is sound, but the log beside it, with the latest changes, is not."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"The store {path} cannot be opened: the log of its latest changes, {path.name}.wal, is damaged. Keep a copy "
            f"of both files. Then restore a backup ({RESTORE}), or move {path.name}.wal aside: the store opens without "
            "it, and every change that stands in that log alone is lost. Nothing was changed.",
        )


class LogForeignError(StoreDamagedError):
    """The log beside the file belongs to another one, as after copying one of the two alone."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"The store {path} cannot be opened: the log beside it, {path.name}.wal, belongs to another file. "
            f"Move {path.name}.wal aside, or bring back the file it belongs to. Nothing was changed.",
        )


class StoreFullError(CsatError):
    """There is too little room on the disk of the store."""

    def __init__(self, folder: Path, free: int | None = None, needed: int | None = None) -> None:
        room = "" if free is None or needed is None else f" ({free >> 20:,} MB free, {(needed >> 20) + 1:,} MB needed)"
        super().__init__(
            f"There is too little free disk space in {folder}{room}; free some and try again. Nothing was changed."
        )


class NotMigratedError(CsatError):
    """A store of an earlier release, of which no copy could be kept before it is changed."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The store {path} is of an earlier release, and a copy is kept before it is changed; that copy could not be "
            f"made ({reason}). Free disk space or let this user write the folder, then start again. Nothing was changed."
        )
