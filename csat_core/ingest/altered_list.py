"""The list of altered values of a file, made while the file is at hand: before it is stored, or brought once more."""

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from csat_core.errors import CsatError
from csat_core.ingest import sandbox
from csat_core.ingest.child.altered_cells import COLUMNS, LISTED
from csat_core.ingest.child.flagged_rows import FLAGGED_COLUMNS, LISTED_FLAGGED
from csat_core.ingest.detection import Detection, Staged
from csat_core.ingest.layouts import TITLES
from csat_core.ingest.plan import Mapping, from_json, to_json
from csat_core.ingest.proposal.date_orders import kinds_of_period
from csat_core.ingest.proposal.privacy import covered
from csat_core.ingest.reader import AS_FOUND, Reading, stage
from csat_core.ingest.refusals import shown
from csat_core.model.dataset import Dataset
from csat_core.store import Store, imports, settings
from csat_core.store.imports import ImportRecord

MOST = 100_000
"""Values in one list; a column of moments would fill it with every row of the file."""
ROWS_AT_ONCE = 2_000
FILES_NAMED = 5


class OtherFileError(CsatError):
    """A file that did not come into the dataset."""

    def __init__(self, file: str, dataset: str, known: tuple[str, ...]) -> None:
        names = ", ".join(f"'{name}'" for name in known[:FILES_NAMED])
        more = f" and {len(known) - FILES_NAMED} more" if len(known) > FILES_NAMED else ""
        super().__init__(
            f"'{file}' is none of the files that came into '{dataset}', byte for byte; give one of them as it was: {names}{more}."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AlteredList:
    """The values of a file that are stored otherwise than they stand, or its responses that stand out, in the order of the file."""

    path: Path
    """Parquet: row, column, value, became, code, reason, raw. A whole row that was made to fit has no column."""
    count: int
    """All of them; the list may hold only the first."""
    listed: int
    columns: tuple[str, ...] = COLUMNS
    what: str = "altered values"
    answers: Mapping_[str, Sequence[int]] = field(default_factory=dict)
    """Of responses that stand out the answers to the primary outcome by position: of `all`, and without those of each flag."""

    @property
    def note(self) -> str | None:
        """That the list is cut; None where it is whole."""
        return None if self.listed == self.count else f"The first {self.listed:,} of {self.count:,} {self.what}."

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each value, with its row number, column, what became of it, why, and the row as it came."""
        with pq.ParquetFile(self.path) as file:
            for batch in file.iter_batches(ROWS_AT_ONCE, columns=list(self.columns)):
                yield from batch.to_pylist()


class Listing(StrEnum):
    """What is listed of a file."""

    ALTERED = "list_altered"
    FLAGGED = "list_flagged"
    """Responses that say the same to everything, took far too short, or are of people who answered several times."""


def listed(
    store: Store,
    staged: Staged,
    mapping: Mapping,
    progress: sandbox.Progress | None = None,
    what: Listing = Listing.ALTERED,
) -> AlteredList:
    """The altered values, or what else is asked for, of a file that was staged, read under `mapping`; raises what the sandbox raises."""
    request = {
        "folder": str(staged.folder),
        "mapping": to_json(covered(mapping, staged.columns)),
        "header": [column.name for column in staged.columns],
        "pepper": settings.pepper(store) if any(column.protect == "hash" for column in mapping.columns) else "",
        "periods": [column.position for column in staged.columns if kinds_of_period(column)],
        "most": MOST,
    }
    answer = sandbox.run(what.value, request, progress=progress)
    counts = {"count": answer["count"], "listed": answer["listed"]}
    if what is Listing.FLAGGED:
        path = staged.folder / LISTED_FLAGGED
        return AlteredList(path=path, **counts, columns=FLAGGED_COLUMNS, what="flags", answers=answer["answers"])
    return AlteredList(path=staged.folder / LISTED, **counts)


def listed_again(
    store: Store,
    dataset: Dataset,
    path: Path,
    folder: Path,
    progress: sandbox.Progress | None = None,
    what: Listing = Listing.ALTERED,
) -> AlteredList:
    """The altered values, or what else is asked for, of a file that came into `dataset`, brought once more and read as it was read then.

    `folder` is private and holds the list. Raises an ImportFileError where it cannot be read, OtherFileError where it is
    another file.
    """
    staged = stage(path, folder, progress=progress)
    log = [record for record in imports.imports(store, dataset.id) if not record.joined]
    record = next((each for each in log if each.hash == staged.hash), None)
    if record is None:
        raise OtherFileError(shown(path.name), dataset.name, tuple(each.file for each in log))
    wish = _as_then(record, staged.detection)
    if wish != AS_FOUND:
        staged = stage(path, folder, reading=wish, progress=progress)
    return listed(store, staged, from_json(imports.mapping_of(store, record.import_id)), progress, what)


def _as_then(record: ImportRecord, now: Detection) -> Reading:
    """What must be wished of the file so that it is read as it was."""
    then = record.detection
    wishes = {name: then[name] for name in ("sheet", "encoding", "delimiter") if then.get(name) != getattr(now, name)}
    if then.get("layout") != now.layout and then.get("layout") in TITLES:
        wishes["layout"] = then["layout"]
    if now.unfinished and then.get("unfinished_kept", True) != now.unfinished_kept:
        wishes["unfinished"] = "keep" if then.get("unfinished_kept", True) else "drop"
    ticked = tuple(name for name in then.get("ticked", ()) if name not in now.ticked)
    return Reading(**wishes, ticked=ticked)
