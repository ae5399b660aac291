"""A file that a person brought: read once in a visit, with whatever comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from csat_core.errors import CsatError
from csat_core.ingest.detection import Staged
from csat_core.ingest.further.continued import alike, read_as_before
from csat_core.ingest.proposal import mapping as mappings
from csat_core.ingest.reader import AS_FOUND, Reading, stage
from csat_core.store import Store, imports
from csat_core.store.imports import AlreadyImportedError
from pages.shared import folders
from pages.shared.draft import DRAFTS, Draft, Kept, given_up, sure_of
from pages.shared.waiting import under_way

FORMATS = [
    "csv", "tsv", "txt", "xlsx", "xls", "ods", "json", "jsonl", "ndjson", "sav", "zsav", "dta", "parquet", "zip", "gz",
]  # fmt: skip
UPLOAD = "upload"
"""What an uploaded file is called in its private folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A file that a person brought: uploaded, or chosen in the inbox folder."""

    id: str
    name: str
    """As the person calls it."""
    placed: Callable[[Path], Path]
    """Where the file lies; it is put into the private folder that is given where it lies in memory."""
    hashed: Callable[[str], None] = lambda _hash: None
    """Told the hash of the file once that is known."""
    sheet: str | None = None
    """The sheet of a workbook that is meant, where it is not left to the file."""


def uploaded(upload: UploadedFile) -> Incoming:
    """A file that was dropped in a zone of a page."""

    def placed(folder: Path) -> Path:
        path = folder / UPLOAD
        path.write_bytes(upload.getbuffer())
        return path

    return Incoming(id=upload.file_id, name=upload.name, placed=placed)


def draft_of(store: Store, incoming: Incoming, which: str = "") -> Draft:
    """The draft of a file, read once; raises what `begun` raises, and of what cannot be read that is known without reading it again."""
    kept: Kept = st.session_state.setdefault(DRAFTS, {})
    found = kept.get(incoming.id)
    if isinstance(found, tuple) and found[0] not in (None, store.generation):
        found = None
    if found is None:
        try:
            found = begun(store, incoming, which)
        except CsatError as error:
            found = store.generation, error
        kept[incoming.id] = found
    if isinstance(found, tuple):
        raise found[1]
    found.read_as_wished(store)
    return found


def begun(store: Store, incoming: Incoming, which: str = "") -> Draft:
    """The draft of a file: parsed once, in a process of its own. `which` says of several which it is.

    Raises an ImportFileError where it cannot be read, and AlreadyImportedError where it is in the store. However it ends
    but for a draft, nothing of it is left.
    """
    folder = folders.of_this_visit()
    try:
        path = incoming.placed(Path(folder.name))
        on_stop = partial(given_up, incoming.id)
        with under_way("Reading the file", f"read-{incoming.id}", on_stop, which=which) as told:
            reading = Reading(sheet=incoming.sheet)
            staged = stage(path, Path(folder.name), name=incoming.name, reading=reading, progress=told)
            incoming.hashed(staged.hash)
            sheets = staged.detection.sheets_with_rows
            counted = (
                (staged.detection.sheet or "", staged.rows),
                *((name, rows) for name, rows, _ in staged.detection.other_sheets),
            )
            try:
                imports.require_new_file(store, staged.file, staged.hash, staged.detection.sheet)
            except AlreadyImportedError:
                reading = _not_there(store, staged, sheets)
                if reading == AS_FOUND:
                    raise
                staged = stage(path, Path(folder.name), name=incoming.name, reading=reading, progress=told)
        candidates = alike(store, staged)
        target = sure_of(candidates)
        return Draft(
            file_id=incoming.id,
            folder=folder,
            path=path,
            staged=staged,
            proposed=mappings.proposed_for(staged),
            candidates=candidates,
            beside=store.generation,
            target=target,
            reading=reading,
            wish=read_as_before(store, target, staged, reading) if target else reading,
            sheets=sheets,
            sheet_rows=counted,
        )
    except BaseException:
        folder.cleanup()
        raise


def _not_there(store: Store, staged: Staged, sheets: tuple[str, ...]) -> Reading:
    """How the first sheet with the same columns that is not in the store is read; as found where all of them are."""
    alike = {name for name, rows, same in staged.detection.other_sheets if same and rows}
    for sheet in sheets:
        try:
            imports.require_new_file(store, staged.file, staged.hash, sheet)
        except AlreadyImportedError:
            continue
        if sheet in alike:
            return replace(AS_FOUND, sheet=sheet)
    return AS_FOUND
