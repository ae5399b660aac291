"""A file on its way in, and what was decided about it so far."""

import tempfile
from dataclasses import dataclass, field

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest import mapping as mappings
from csat_core.ingest.checks import Checked, check
from csat_core.ingest.detection import Staged
from csat_core.ingest.plan import Mapping


@dataclass(slots=True)
class Draft:
    """A file on its way in: where it lies, what was found, what was decided. Gone with the session."""

    file_id: str
    folder: tempfile.TemporaryDirectory[str]
    staged: Staged
    proposed: Mapping
    roles: dict[str, str] = field(default_factory=dict)
    """Decided roles by `#position`."""
    scales: dict[str, str] = field(default_factory=dict)
    """Decided scales by `#position`, as they were typed."""
    refused: tuple[dict[str, str], dict[str, str], str] | None = None
    """Roles and scales that could not be used, and why."""
    round: int = 0
    """How often decisions were taken over: the table of columns begins anew each time."""
    checked: tuple[Mapping, Checked] | None = None

    def decided(self) -> Mapping:
        """The proposal under what was decided; raises what `decide` raises."""
        return mappings.decide(self.proposed, self.staged.columns, roles=self.roles, scales=self.scales)

    def check(self, mapping: Mapping) -> Checked:
        """What the file gives under `mapping`, worked out once; raises what `check` raises."""
        if self.checked is None or self.checked[0] != mapping:
            with st.spinner("Checking every row"):
                self.checked = (mapping, check(self.staged, mapping))
        return self.checked[1]

    def take_over(self, roles: dict[str, str], scales: dict[str, str]) -> None:
        """Nothing; these decisions stand, or the earlier ones do and `refused` says why."""
        before = self.roles, self.scales
        self.roles, self.scales = roles, scales
        try:
            mapping = self.decided()
            if not mapping.open_questions:
                self.check(mapping)
        except CsatError as error:
            self.roles, self.scales = before
            self.refused = (roles, scales, words.of_error(error))
        else:
            self.round += 1
