"""The reader: a file of any origin becomes a staged table of text, parsed in a child process."""

import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from csat_core.errors import CsatError
from csat_core.ingest.detection import Detection, Staged, profile_of, with_tuples
from csat_core.ingest.layouts import TITLES
from csat_core.ingest.plan import from_json
from csat_core.ingest.refusals import DamagedFileError, DiskFullError, NotAllowedError, shown
from csat_core.ingest.sandbox import Limits, Progress, run
from csat_core.ingest.texts import warming

UNFINISHED = ("keep", "drop")
ROOM = 3
"""Times its size: the text unpacked or decoded, the staged table, and what spills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a person wishes of the way a file is read; None leaves it to what the file says."""

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    layout: str | None = None
    """The id of a layout."""
    unfinished: str | None = None
    """`keep` or `drop`: what becomes of responses that people did not finish, where the layout tells them."""
    ticked: tuple[str, ...] = ()
    """Columns that are known to be ticked or left blank, though the first rows may show no tick."""
    keys: tuple[str, ...] = ()
    """What the key is called that a second file is to be joined by; of a workbook a sheet with one of them is read."""

    def __post_init__(self) -> None:
        if self.layout is not None and self.layout not in TITLES:
            raise UnknownLayoutError(self.layout)
        if self.unfinished not in (None, *UNFINISHED):
            raise UnfinishedError(self.unfinished)


class UnknownLayoutError(CsatError):
    """A layout was named that does not exist."""

    def __init__(self, named: str) -> None:
        super().__init__(f"There is no layout '{shown(named)}'; choose one of: {', '.join(TITLES)}.")


class UnfinishedError(CsatError):
    """Something else than keep or drop was said of unfinished responses."""

    def __init__(self, given: str | None) -> None:
        super().__init__(f"'{shown(given or '')}' does not say what becomes of unfinished responses; say keep or drop.")


AS_FOUND = Reading()


def stage(
    path: Path,
    folder: Path,
    *,
    name: str | None = None,
    reading: Reading = AS_FOUND,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Staged:
    """The file at `path`, parsed once into the private `folder`.

    `name` is what the person calls it, `reading` overrules what is found. Raises an ImportFileError that says what was
    found and what to do.
    """
    if not path.is_file():
        raise DamagedFileError(found=f"there is no file {shown(str(path), 200)}")
    if not os.access(path, os.R_OK):
        raise NotAllowedError
    require_room(path, folder)
    request = {
        "path": str(path.resolve()), "folder": str(folder.resolve()),
        **asdict(reading),
    }  # fmt: skip
    words = warming.begun()
    answer = run("stage", request, progress=progress, limits=limits)
    words.join()
    return Staged(
        folder=folder,
        file=shown(name or path.name, 120) or "file",
        hash=answer["hash"],
        rows=answer["rows"],
        misfits=answer["misfits"],
        detection=Detection(**with_tuples(answer["detection"])),
        columns=tuple(map(profile_of, answer["columns"])),
        proposed=from_json(answer["proposed"]) if answer["proposed"] else None,
    )


def require_room(path: Path, folder: Path) -> None:
    """Nothing; raises DiskFullError where reading the file might fill the disk of `folder`."""
    needed, free = ROOM * path.stat().st_size, shutil.disk_usage(folder).free
    if free < needed:
        raise DiskFullError(found=f"{free >> 20:,} MB free, about {(needed >> 20) + 1:,} MB needed")
