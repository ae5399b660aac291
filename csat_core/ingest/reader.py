"""The reader: a file of any origin becomes a staged table of text, parsed in a child process."""

import shutil
from pathlib import Path
from typing import Any

from csat_core.ingest.detection import ColumnProfile, Described, Detection, Hint, Staged
from csat_core.ingest.refusals import DamagedFileError, DiskFullError, shown
from csat_core.ingest.sandbox import Limits, Progress, run

ROOM = 3
"""Times its size: the text unpacked or decoded, the staged table, and what spills."""


def stage(
    path: Path,
    folder: Path,
    *,
    name: str | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Staged:
    """The file at `path`, parsed once into the private `folder`.

    `name` is what the person calls it; `encoding` and `delimiter` overrule what is found in a text, `sheet` the choice
    of a sheet. Raises an ImportFileError that says what was found and what to do.
    """
    if not path.is_file():
        raise DamagedFileError(found=f"there is no file {shown(str(path), 200)}")
    require_room(path, folder)
    request = {
        "path": str(path.resolve()), "folder": str(folder.resolve()),
        "sheet": sheet, "encoding": encoding, "delimiter": delimiter,
    }  # fmt: skip
    answer = run("stage", request, progress=progress, limits=limits)
    return Staged(
        folder=folder,
        file=shown(name or path.name, 120) or "file",
        hash=answer["hash"],
        rows=answer["rows"],
        misfits=answer["misfits"],
        detection=Detection(**_with_tuples(answer["detection"])),
        columns=tuple(map(_profile, answer["columns"])),
    )


def require_room(path: Path, folder: Path) -> None:
    """Nothing; raises DiskFullError where reading the file might fill the disk of `folder`."""
    needed, free = ROOM * path.stat().st_size, shutil.disk_usage(folder).free
    if free < needed:
        raise DiskFullError(found=f"{free >> 20:,} MB free, about {(needed >> 20) + 1:,} MB needed")


def _profile(plain: dict[str, Any]) -> ColumnProfile:
    said = _with_tuples(plain["described"])
    described = Described(**{**said, "hint": said["hint"] and Hint(**said["hint"])})
    return ColumnProfile(**{**_with_tuples(plain), "described": described})


def _with_tuples(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with tuples where JSON has only lists."""
    return {name: _tuple(value) if isinstance(value, list) else value for name, value in fields.items()}


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
