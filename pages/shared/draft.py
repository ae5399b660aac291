"""A file on its way in, and what was decided about it so far."""

import tempfile
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.checked_beside import checked_for
from csat_core.ingest.checks import Checked
from csat_core.ingest.detection import Staged
from csat_core.ingest.further.continued import Continued, alike
from csat_core.ingest.further.there_already import with_newer
from csat_core.ingest.plan import Mapping
from csat_core.ingest.proposal import mapping as mappings
from csat_core.ingest.proposal.privacy import protected
from csat_core.ingest.reader import AS_FOUND, Reading, stage
from csat_core.model.dataset import Role
from csat_core.model.overlap import Overlap
from csat_core.model.sensitive import Sensitive
from csat_core.store import Store, imports
from pages.shared import file_words
from pages.shared.waiting import under_way

DRAFTS = "_drafts"
"""In the state of the session: of each file on its way in the draft, or why there is none."""
NEW, OWN = "a dataset of its own", ""
"""What is said of answers that go to no dataset that is there, and how it stands where they go."""
FROM_INBOX = "_from_inbox"
"""The name of the file that was chosen in the inbox folder, in the state of the session."""
TOGETHER = "_together"
"""The ids of the files that are on their way in together, in the state of the session."""
CANCELLED = "_cancelled"
"""What to say once, in the state of the session: where a part is drawn by itself, a callback may draw nothing."""


class GivenUpError(CsatError):
    """A person ended the reading of a file."""

    def __init__(self) -> None:
        super().__init__("Its reading was cancelled. Drop it again to have it read.")


@dataclass(slots=True)
class Draft:
    """A file on its way in: where it lies, what was found, what was decided. Gone with the session."""

    file_id: str
    folder: tempfile.TemporaryDirectory[str]
    path: Path
    """The file as it came: in the private folder, or in the inbox."""
    staged: Staged
    proposed: Mapping
    candidates: tuple[Continued, ...] = ()
    """The datasets of which it may be a new export."""
    beside: int | None = None
    """The generation of the store in which these were found; None where some of them are begun by files that come in with it."""
    target: Continued | None = None
    """The dataset to which it adds; None where it begins one."""
    roles: dict[str, str] = field(default_factory=dict)
    """Decided roles by `#position`."""
    scales: dict[str, str] = field(default_factory=dict)
    """Decided scales by `#position`, as they were typed."""
    sensitive: Sensitive = Sensitive.DROP
    mask: bool = False
    """Whether addresses and numbers in comments are covered."""
    takes_newer: bool = False
    """Whether answers that are known already and stand otherwise in the file take the place of those stored."""
    overlap: Overlap | None = None
    """What becomes of rows that seem to be there already."""
    refused: tuple[dict[str, str], dict[str, str], str] | None = None
    """Roles and scales that could not be used, and why."""
    round: int = 0
    """How often decisions were taken over: the table of columns begins anew each time."""
    mapped: tuple[object, Mapping] | None = None
    """What was decided, and the mapping it gave: of a wide file that takes seconds."""
    checked: tuple[tuple[Mapping, Continued | None, Overlap | None], Checked] | None = None
    """What the file gives, beside what that was worked out for."""
    reading: Reading = AS_FOUND
    """What was wished of the way it is read."""
    wish: Reading = AS_FOUND
    """What is wished now; the file is read again where that is something else."""
    unread: str = ""
    """Why the last wish could not be fulfilled."""
    sheets: tuple[str, ...] = ()
    """Of a workbook the sheets that hold rows, where there are several."""
    sheet_rows: tuple[tuple[str, int | None], ...] = ()
    """How many rows each has, as far as that was counted when the file was first read."""
    name: str | None = None
    """What the dataset is to be called that it begins, if it was typed."""
    is_whole: bool = False
    """Whether the sheets of its workbook that have the same columns come in with it."""
    is_followed: bool = False
    """Whether files with the same columns come after it: where its answers go counts for those, too."""
    into: str | None = None
    """Where its answers go, if that was chosen: the name of a dataset, or OWN."""

    def read_as_wished(self, store: Store) -> None:
        """Nothing; the file was read as is wished, or stands as it was and `unread` says why."""
        if self.wish == self.reading:
            return
        folder = Path(tempfile.mkdtemp(dir=self.folder.name))
        try:
            with under_way("Reading the file again", "again", self._as_it_was_read) as told:
                staged = stage(self.path, folder, name=self.staged.file, reading=self.wish, progress=told)
            sheet = staged.detection.sheet
            called = f"{staged.file}, sheet {sheet}" if self.sheets else staged.file
            imports.require_new_file(store, called, staged.hash, sheet)
        except CsatError as error:
            self.wish, self.unread = self.reading, words.of_error(error)
            self.round += 1  # or the choice would go on showing what was refused
            return
        self.reading, self.unread, self.staged = self.wish, "", staged
        self.proposed = mappings.proposed_for(staged)
        self.candidates, self.beside = alike(store, staged), store.generation
        self.target = sure_of(self.candidates)
        self.roles, self.scales, self.refused, self.checked = {}, {}, None, None
        self.round += 1

    def _as_it_was_read(self) -> None:
        self.wish = self.reading
        self.round += 1
        st.session_state[CANCELLED] = "Cancelled. The file is as it was read."

    def decided(self) -> Mapping:
        """How the file is read; raises what `decide` raises."""
        if self.target is not None:
            orders, known = orders_of(self.roles), self.target.mapping
            return mappings.decide(known, self.staged.columns, roles=orders, scales={}) if orders else known
        asked = (self.proposed, tuple(self.roles.items()), tuple(self.scales.items()), self.sensitive, self.mask)
        if self.mapped is None or self.mapped[0] != asked:
            decided = mappings.decide(self.proposed, self.staged.columns, roles=self.roles, scales=self.scales)
            self.mapped = asked, protected(decided, self.sensitive, mask=self.mask)
        return self.mapped[1]

    def check(self, store: Store, mapping: Mapping) -> Checked:
        """What the file gives under `mapping`, worked out once; raises what `checked_for` raises."""
        wished = mapping, self.target, self.overlap
        if self.checked is None or self.checked[0] != wished:
            key, on_stop = f"check-{self.round}-{self.overlap}", partial(given_up, self.file_id)
            known = "" if self.checked or self.target else file_words.expected(mapping, self.staged.rows)
            with under_way("Checking every row", key, on_stop, known=known) as told:
                found = checked_for(store, self.staged, self.target, mapping, told, self.overlap)
                self.checked = wished, found
        checked = self.checked[1]
        return with_newer(checked) if self.takes_newer else checked

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


Kept = dict[str, Draft | tuple[int | None, CsatError]]
"""Of each file its draft, or why there is none and in which generation of the store; None where that hangs on no store."""


def sure_of(candidates: tuple[Continued, ...]) -> Continued | None:
    """The dataset to which a file adds where nothing else is chosen; None where that is not sure."""
    return candidates[0] if len(candidates) == 1 and candidates[0].is_sure else None


def orders_of(roles: dict[str, str]) -> dict[str, str]:
    """Of roles that were decided those that say the order of dates: all that is open of a file that adds to a dataset."""
    return {place: role for place, role in roles.items() if role.startswith(f"{Role.TIME}:")}


def forget_all_but(ids: Collection[str]) -> None:
    """Nothing; files that are not on their way in any more are forgotten with all that was made of them."""
    kept: Kept = st.session_state.get(DRAFTS, {})
    for gone in [id for id in kept if not id.startswith(tuple(ids))]:  # sheets are named after their workbook
        found = kept.pop(gone)
        if isinstance(found, Draft):
            found.folder.cleanup()


def let_go(but: Collection[str] = ()) -> None:
    """Nothing; what is on its way in is forgotten with all that was made of it, and the drop zone is empty. `but` these files wait."""
    forget_all_but(but)
    st.session_state.pop(FROM_INBOX, None)
    st.session_state["_uploads"] = st.session_state.get("_uploads", 0) + 1


def given_up(file_id: str) -> None:
    """Nothing; what was under way with this file is over, and nothing is left of it: those that are on their way with it wait."""
    if st.session_state.get(TOGETHER, [file_id]) == [file_id]:
        let_go()
        st.session_state[CANCELLED] = "Cancelled. Nothing was stored."
        return
    kept: Kept = st.session_state.setdefault(DRAFTS, {})
    found, kept[file_id] = kept.get(file_id), (None, GivenUpError())
    if isinstance(found, Draft):
        found.folder.cleanup()
    st.session_state[CANCELLED] = "Cancelled. The others are as they were."
