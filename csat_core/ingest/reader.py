"""The reader: a file of any origin becomes a staged table of text, parsed in a child process."""

import hashlib
import shutil
from pathlib import Path

from csat_core.ingest.detection import ColumnProfile, Detection, Staged
from csat_core.ingest.refusals import DamagedFileError, DiskFullError, shown
from csat_core.ingest.sandbox import Limits, Progress, run


def stage(
    path: Path,
    folder: Path,
    *,
    name: str | None = None,
    sheet: str | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Staged:
    """The file, parsed once into `folder`; raises an ImportFileError that says what was found and what to do."""
    if not path.is_file():
        raise DamagedFileError(found=f"there is no file {shown(str(path), 200)}")
    _require_room(path, folder)
    answer = run("stage", {"path": str(path), "folder": str(folder), "sheet": sheet}, progress=progress, limits=limits)
    detection = answer["detection"]
    for field in ("sheets", "evidence"):
        detection[field] = tuple(detection[field])
    return Staged(
        folder=folder,
        file=shown(name or path.name, 120),
        hash=_hash(path),
        rows=answer["rows"],
        misfits=answer["misfits"],
        detection=Detection(**detection),
        columns=tuple(map(_profile, answer["columns"])),
    )


def _profile(column: dict[str, object]) -> ColumnProfile:
    pairs = {field: tuple(map(tuple, column[field])) for field in ("top", "dates")}  # type: ignore[call-overload]
    return ColumnProfile(**{**column, **pairs})  # type: ignore[arg-type]


def _require_room(path: Path, folder: Path) -> None:
    """Nothing; raises DiskFullError where unpacking might fill the disk."""
    needed, free = 3 * path.stat().st_size, shutil.disk_usage(folder).free
    if free < needed:
        raise DiskFullError(free=free >> 20, needed=needed >> 20)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
