"""Files that were dropped and not imported when another page was opened: they are there when the person comes back."""

from collections.abc import Collection, Sequence

import streamlit as st

from csat_core import words
from csat_core.model.formats import listed
from pages.shared import render
from pages.shared.draft import DRAFTS, Draft, forget_all_but
from pages.shared.incoming import Incoming

NAMED = 6
"""Of the files, those that are named."""


IN_ZONE = "_in_zone"
"""In the state of the session: the files that were in the drop zone when the page was drawn last."""


def is_waiting() -> bool:
    """Whether there are such files."""
    return bool(_whole(_drafts()))


def files(uploaded: Collection[str]) -> list[Incoming]:
    """The files as they were left, which is said, with a way to be rid of them; the drop zone forgets them on other pages.

    What is dropped now, the files of the ids `uploaded`, comes in beside them; what was in the zone until now and is not any more
    was taken out by its person.
    """
    taken_out = st.session_state.get(IN_ZONE, frozenset()) if uploaded else frozenset()
    st.session_state[IN_ZONE] = frozenset(uploaded)
    waiting = _whole([draft for draft in _drafts() if not draft.file_id.startswith((*taken_out, *uploaded))])
    if waiting:
        left, right = st.columns([4, 1], vertical_alignment="center")
        with left:
            names = [words.shortened(draft.staged.file, 60) for draft in waiting]
            render.quiet(f"As you left it: {listed(names, NAMED)}, not imported yet.")
        right.button("Put away", on_click=forget_all_but, args=(uploaded,), type="tertiary")
    return [_again(draft) for draft in waiting]


def taken_out() -> None:
    """Nothing; what was in the drop zone is forgotten, and what waited beside it is not."""
    gone = tuple(st.session_state.get(IN_ZONE, frozenset()))
    forget_all_but([draft.file_id for draft in _drafts() if not draft.file_id.startswith(gone)])


def _again(draft: Draft) -> Incoming:
    return Incoming(id=draft.file_id, name=draft.staged.file, placed=lambda _folder: draft.path)


def _drafts() -> list[Draft]:
    drafts = [draft for draft in st.session_state.get(DRAFTS, {}).values() if isinstance(draft, Draft)]
    return [draft for draft in drafts if draft.path.exists()]


def _whole(drafts: Sequence[Draft]) -> list[Draft]:
    """Of sheets that come in together, which are named after their workbook, the workbook."""
    return [each for each in drafts if not any(each.file_id.startswith(f"{other.file_id}-") for other in drafts)]
