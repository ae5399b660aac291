"""Files that were dropped beside the first: each goes where its columns belong, and what became of it is said once."""

from dataclasses import dataclass, field

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.load import import_file
from csat_core.ingest.private import private_folder
from pages.shared import proposal, render, visitors
from pages.shared.draft import CANCELLED, Draft, Incoming, let_go
from pages.shared.waiting import under_way


@dataclass(slots=True)
class Brought:
    """What became of several files that were dropped together, in words."""

    lines: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def _in_between() -> None:
    let_go()
    st.session_state[CANCELLED] = "Cancelled. The files before are stored, this one and those after it are not."


def imported(draft: Draft, others: list[Incoming]) -> Brought:
    """What became of the files that were dropped beside the first; each is known by its header, or begins a dataset."""
    brought = Brought()
    for at, other in enumerate(others):
        with under_way("Reading the next file", f"other-{at}", _in_between) as told, private_folder() as folder:
            path = other.placed(folder)
            try:
                done = import_file(
                    visitors.writable(),
                    path,
                    name=other.name,
                    sensitive=draft.sensitive,
                    mask=draft.mask,
                    progress=told,
                )
            except CsatError as error:
                brought.refused.append(f"{words.shortened(other.name)}: {words.of_error(error)}")
            else:
                brought.lines.append(proposal.stored(done))
    return brought


def last_time() -> None:
    """Nothing; says once which files of the last drop could not be imported, and which were."""
    brought: Brought | None = st.session_state.pop("_brought", None)
    if brought is None:
        return
    with st.container(border=True, key="brought"):
        count = len(brought.refused)
        were = "was" if count == 1 else "were"
        render.strong(f"{count} of the files {were} not imported" if count else "All files are in", "brought")
        if brought.refused:
            st.text("\n\n".join(brought.refused))
        if brought.lines:
            render.quiet("Imported beside the first:\n\n" + "\n\n".join(brought.lines))
