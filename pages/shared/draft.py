"""A file on its way in, and what was decided about it so far."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest import mapping as mappings
from csat_core.ingest.appending import Continued, alike, unfinished_as_before
from csat_core.ingest.checks import Checked
from csat_core.ingest.detection import Staged
from csat_core.ingest.load import checked_for
from csat_core.ingest.plan import Mapping
from csat_core.ingest.privacy import protected
from csat_core.ingest.reader import AS_FOUND, Reading, stage
from csat_core.model.sensitive import Sensitive
from csat_core.store import Store, imports

UPLOAD = "upload"
"""What the file is called in its private folder."""


@dataclass(slots=True)
class Draft:
    """A file on its way in: where it lies, what was found, what was decided. Gone with the session."""

    file_id: str
    folder: tempfile.TemporaryDirectory[str]
    staged: Staged
    proposed: Mapping
    candidates: tuple[Continued, ...] = ()
    """The datasets of which it may be a new export."""
    target: Continued | None = None
    """The dataset to which it adds; None where it begins one."""
    roles: dict[str, str] = field(default_factory=dict)
    """Decided roles by `#position`."""
    scales: dict[str, str] = field(default_factory=dict)
    """Decided scales by `#position`, as they were typed."""
    sensitive: Sensitive = Sensitive.DROP
    mask: bool = False
    """Whether addresses and numbers in comments are covered."""
    refused: tuple[dict[str, str], dict[str, str], str] | None = None
    """Roles and scales that could not be used, and why."""
    round: int = 0
    """How often decisions were taken over: the table of columns begins anew each time."""
    checked: tuple[Mapping, Continued | None, Checked] | None = None
    reading: Reading = AS_FOUND
    """What was wished of the way it is read."""
    wish: Reading = AS_FOUND
    """What is wished now; the file is read again where that is something else."""
    unread: str = ""
    """Why the last wish could not be fulfilled."""

    def read_as_wished(self, store: Store) -> None:
        """Nothing; the file was read as is wished, or stands as it was and `unread` says why."""
        if self.wish == self.reading:
            return
        folder = Path(tempfile.mkdtemp(dir=self.folder.name))
        try:
            with st.spinner("Reading the file again"):
                staged = stage(Path(self.folder.name) / UPLOAD, folder, name=self.staged.file, reading=self.wish)
        except CsatError as error:
            self.wish, self.unread = self.reading, words.of_error(error)
            self.round += 1  # or the choice would go on showing what was refused
            return
        self.reading, self.unread, self.staged = self.wish, "", staged
        self.proposed = mappings.propose(staged.columns, staged.detection.decimal)
        self.candidates = alike(store, staged)
        self.target = self.candidates[0] if len(self.candidates) == 1 else None
        self.roles, self.scales, self.refused, self.checked = {}, {}, None, None
        self.round += 1

    def decided(self) -> Mapping:
        """How the file is read; raises what `decide` raises."""
        if self.target is not None:
            return self.target.mapping
        decided = mappings.decide(self.proposed, self.staged.columns, roles=self.roles, scales=self.scales)
        return protected(decided, self.sensitive, mask=self.mask)

    def check(self, store: Store, mapping: Mapping) -> Checked:
        """What the file gives under `mapping`, worked out once; raises what `checked_for` raises."""
        if self.checked is None or self.checked[:2] != (mapping, self.target):
            with st.spinner("Checking every row"):
                self.checked = (mapping, self.target, checked_for(store, self.staged, self.target, mapping))
        return self.checked[2]

    def take_over(self, store: Store, roles: dict[str, str], scales: dict[str, str]) -> None:
        """Nothing; these decisions stand, or the earlier ones do and `refused` says why."""
        before = self.roles, self.scales
        self.roles, self.scales = roles, scales
        try:
            mapping = self.decided()
            if not mapping.open_questions:
                self.check(store, mapping)
        except CsatError as error:
            self.roles, self.scales = before
            self.refused = (roles, scales, words.of_error(error))
        else:
            self.round += 1


def begun(store: Store, file_id: str, name: str, write: Callable[[Path], object]) -> Draft:
    """The draft of a file that `write` puts where it is told: parsed once, in a process of its own.

    Raises an ImportFileError where it cannot be read, and AlreadyImportedError where it is in the store.
    """
    folder = tempfile.TemporaryDirectory(prefix="csat-upload-", ignore_cleanup_errors=True)
    path = Path(folder.name) / UPLOAD
    write(path)
    place = st.empty()
    with place.status("Reading the file", expanded=False) as status:
        staged = stage(path, Path(folder.name), name=name, progress=lambda _share, text: status.update(label=text))
        imports.require_new_file(store, staged.file, staged.hash)
    place.empty()
    candidates = alike(store, staged)
    target = candidates[0] if len(candidates) == 1 else None
    unfinished = unfinished_as_before(store, target, staged) if target else None
    return Draft(
        file_id=file_id,
        folder=folder,
        staged=staged,
        proposed=mappings.propose(staged.columns, staged.detection.decimal),
        candidates=candidates,
        target=target,
        wish=replace(AS_FOUND, unfinished=unfinished),
    )
