"""Load: a file that was staged, mapped and checked becomes a dataset, in one transaction."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import pyarrow.dataset as pads

from csat_core.errors import CsatError
from csat_core.ingest import mapping as mappings
from csat_core.ingest.checks import Checked, check
from csat_core.ingest.detection import ColumnProfile, Staged
from csat_core.ingest.plan import Mapping, Problem
from csat_core.ingest.reader import ROOM, stage
from csat_core.ingest.sandbox import Progress
from csat_core.store import Store, imports
from csat_core.store.catalogue import DatasetNameError, Details, require_free_name
from csat_core.store.copies import require_room

Overrides = Callable[[tuple[ColumnProfile, ...]], tuple[dict[str, str], dict[str, str]]]
"""Roles and scales by column, decided once the columns of the file are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, or with `import_id` None would have done."""

    dataset: str
    dataset_id: int | None
    import_id: int | None
    staged: Staged
    mapping: Mapping
    checked: Checked


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder only this user can read, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="csat-import-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def name_from(file: str) -> str:
    """The name proposed for a dataset: the file's, without folders and endings."""
    stem = Path(file.replace("\\", "/")).name
    for ending in (".gz", ".zip", ".csv", ".tsv", ".txt", ".xlsx", ".parquet"):
        stem = stem[: -len(ending)] if stem.casefold().endswith(ending) else stem
    return stem.replace("_", " ").strip()[:120] or "Responses"


def store_checked(
    store: Store, staged: Staged, mapping: Mapping, checked: Checked, details: Details
) -> tuple[int, int]:
    """The ids (dataset, import) of the new dataset.

    Raises AlreadyImportedError, DatasetNameError and StoreFullError, storing nothing.
    """
    converted = (checked.accepted_path, checked.rejected_path)
    require_room(store.path.parent, ROOM * sum(path.stat().st_size for path in converted))
    new = imports.NewImport(
        details=details,
        columns=checked.columns,
        file=staged.file,
        hash=staged.hash,
        rows_read=checked.rows_read,
        accepted=checked.accepted,
        rejected=checked.rejected,
        duplicates=checked.duplicates,
        since=checked.since,
        until=checked.until,
        detection=asdict(staged.detection),
        mapping=mappings.to_json(mapping),
        problems=[asdict(problem) for problem in checked.problems],
    )
    accepted, rejected = (pads.dataset(str(path), format="parquet") for path in converted)
    return imports.store_import(store, new, accepted, rejected)


def import_file(
    store: Store,
    path: Path,
    *,
    details: Details | None = None,
    overrides: Overrides | None = None,
    sheet: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """What was imported, unattended: detected, mapped with `overrides` on top, checked and stored.

    Raises a CsatError that says what to do where the file cannot be read, its meaning is open, or it is there already;
    then the store is as it was. With `dry_run` nothing is stored, and what would stand against it is a problem.
    """
    details = details or Details(name=name_from(path.name))
    if not dry_run:  # a disk that fills up in the middle loses nothing, but nothing more can be stored then
        require_room(store.path.parent, ROOM * path.stat().st_size)
    with private_folder() as folder:
        staged = stage(path, folder, sheet=sheet, progress=progress)
        roles, scales = overrides(staged.columns) if overrides else ({}, {})
        proposed = mappings.propose(staged.columns, staged.detection.decimal)
        mapping = mappings.decide(proposed, staged.columns, roles=roles, scales=scales)
        hurdles = _hurdles(store, staged, details.name)
        if hurdles and not dry_run:
            raise hurdles[0]
        checked = check(staged, mapping, progress)
        ids = None if dry_run else store_checked(store, staged, mapping, checked, details)
    checked = replace(checked, problems=checked.problems + tuple(map(_as_problem, hurdles)))
    dataset_id, import_id = ids or (None, None)
    return Imported(
        dataset=details.name,
        dataset_id=dataset_id,
        import_id=import_id,
        staged=staged,
        mapping=mapping,
        checked=checked,
    )


def _hurdles(store: Store, staged: Staged, name: str) -> list[CsatError]:
    """What stands in the store against storing this file under this name."""
    found: list[CsatError] = []
    try:
        with store.cursor() as cursor:
            require_free_name(cursor, name)
    except DatasetNameError as error:
        found.append(error)
    try:
        imports.require_new_file(store, staged.file, staged.hash)
    except imports.AlreadyImportedError as error:
        found.append(error)
    return found


def _as_problem(hurdle: CsatError) -> Problem:
    """A hurdle as a dry run says it: nothing is to be stored, so that it stops nothing."""
    code = "already_imported" if isinstance(hurdle, imports.AlreadyImportedError) else "name_taken"
    return Problem(code=code, column=None, count=1, example_row=None, message=str(hurdle))
