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

BROUGHT, PASSED = "_brought", "_passed_over"
"""In the state of the session."""


@dataclass(slots=True)
class Brought:
    """What became of several files that were dropped together, in words."""

    lines: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    is_stopped: bool = False
    """Whether somebody stopped it before the last file."""


def _in_between() -> None:
    let_go()
    st.session_state[CANCELLED] = "Cancelled. The files before are stored, this one and those after it are not."


def imported(draft: Draft, others: list[Incoming]) -> Brought:
    """What became of the files that were dropped beside the first; each is known by its header, or begins a dataset."""
    brought = Brought()
    try:
        for at, other in enumerate(others):
            _bring(brought, draft, at, other)
    except BaseException:  # the run ends here, and the next one says what was done before
        brought.is_stopped = True
        st.session_state[BROUGHT] = brought
        raise
    return brought


def _bring(brought: Brought, draft: Draft, at: int, other: Incoming) -> None:
    """Nothing; `brought` says what became of the file."""
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
            brought.refused.append(_refused(other, error))
        else:
            brought.lines.append(proposal.stored(done))


def _refused(incoming: Incoming, error: CsatError) -> str:
    """Why one of several files is not in; where no other file stands in the way it can be asked about."""
    said = words.of_error(error)
    found, columns, _ = said.partition(" Under Columns")
    return f"{words.shortened(incoming.name)}: {f'{found} Drop it by itself.' if columns else said}"


def left(incoming: list[Incoming]) -> list[Incoming]:
    """The files that were dropped, without those that were passed over; the last one where all of them were."""
    passed = st.session_state.get(PASSED, {})
    return [each for each in incoming if each.id not in passed] or incoming[-1:]


def pass_over(incoming: Incoming, error: CsatError) -> None:
    """Nothing; the first of several files cannot be imported, and the next one takes its place."""
    st.session_state.setdefault(PASSED, {})[incoming.id] = _refused(incoming, error)


def passed_over(incoming: list[Incoming], first: Incoming) -> None:
    """Nothing; says which of the files that lie in the drop zone were passed over before the `first`, and why."""
    passed: dict[str, str] = st.session_state.get(PASSED, {})
    said = [passed[each.id] for each in incoming if each.id in passed and each != first]
    if said:
        render.quiet("\n\n".join(said))


def last_time() -> None:
    """Nothing; says which files of the last drop could not be imported, and which were, until somebody has read it."""
    brought: Brought | None = st.session_state.get(BROUGHT)
    if brought is None:
        return
    with st.container(border=True, key="brought"):
        count = len(brought.refused)
        were = "was" if count == 1 else "were"
        title = f"{count} of the files {were} not imported" if count else "All files are in"
        if brought.is_stopped:
            title = "Stopped: the first file is in; the one that was under way and those after it are not"
        render.strong(title, "brought")
        if brought.refused:
            render.quiet("\n\n".join(brought.refused))
        if brought.lines:
            render.quiet("Imported beside the first:\n\n" + "\n\n".join(brought.lines))
        st.button("Close", key="brought-read", on_click=forget, type="tertiary", icon=":material/close:")


def forget() -> None:
    """Nothing; what became of the last drop is not said any more."""
    st.session_state.pop(BROUGHT, None)
