"""Files that were dropped and not imported when another page was opened: they are there when the person comes back."""

import streamlit as st

from csat_core import words
from csat_core.model.formats import listed
from pages.shared import render
from pages.shared.draft import DRAFTS, Draft, Incoming, let_go

NAMED = 6
"""Of the files, those that are named."""


def is_waiting() -> bool:
    """Whether there are such files."""
    return bool(_waiting())


def files() -> list[Incoming]:
    """The files as they were left, which is said, with a way to be rid of them; the drop zone forgets them on other pages."""
    waiting = _waiting()
    if waiting:
        left, right = st.columns([4, 1], vertical_alignment="center")
        with left:
            names = [words.shortened(draft.staged.file, 60) for draft in waiting]
            render.quiet(f"As you left it: {listed(names, NAMED)}, not imported yet.")
        right.button("Put away", on_click=let_go, type="tertiary")
    return [_again(draft) for draft in waiting]


def _again(draft: Draft) -> Incoming:
    return Incoming(id=draft.file_id, name=draft.staged.file, placed=lambda _folder: draft.path)


def _waiting() -> list[Draft]:
    drafts = [draft for draft in st.session_state.get(DRAFTS, {}).values() if isinstance(draft, Draft)]
    # sheets that come in together are named after their workbook
    whole = [each for each in drafts if not any(each.file_id.startswith(f"{other.file_id}-") for other in drafts)]
    return [draft for draft in whole if draft.path.exists()]
