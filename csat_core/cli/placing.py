"""Files that a command writes: where they may go, and there as a whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from csat_core.errors import CsatError
from csat_core.store import Store
from csat_core.store.backups import belongs_to


class FileExistsAlreadyError(CsatError):
    """There is a file already where one was to go."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is already a file {path}; choose another name, or replace it with --force.")


class PlaceError(CsatError):
    """A place that cannot take a file."""

    def __init__(self, what: str, path: Path, reason: str) -> None:
        super().__init__(f"{what} cannot be written to {path}: {reason}; choose another file with --out.")


def placed(store: Store, target: Path, what: str, *, is_replaced: bool) -> Path:
    """Where `what` goes, links followed; raises where it cannot go there."""
    target = target.resolve()
    if belongs_to(store, target):
        raise PlaceError(what, target, "that is the store itself, or belongs to it")
    if target.is_dir():
        raise PlaceError(what, target, "it is a folder")
    if not target.parent.is_dir():
        raise PlaceError(what, target, "its folder is not there")
    if target.exists() and not (is_replaced and target.is_file()):
        raise FileExistsAlreadyError(target)
    return target


def put(target: Path, parts: Iterable[bytes], what: str, *, is_replaced: bool) -> int:
    """How many bytes the whole file at `target` has; on a failure nothing is there that was not there before."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            written = sum(map(file.write, parts))
        if not is_replaced:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL))  # refuses where somebody was faster
        part.replace(target)
    except FileExistsError:
        raise FileExistsAlreadyError(target) from None
    except OSError as error:
        raise PlaceError(what, target, error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return written
