"""What the dataset is called that a file begins: its own name, or what was typed, which stays with the draft."""

from functools import partial

import streamlit as st

from csat_core.ingest.file_names import name_from
from pages.shared.draft import Draft


def asked(draft: Draft) -> str:
    """The name as it stands."""
    key = f"name-{draft.file_id}"
    return st.text_input(
        "Name of the dataset",
        draft.name or name_from(draft.staged.file),
        max_chars=120,
        key=key,
        help="Later files with the same columns, such as the next month's, are offered to come into it. It can be renamed.",
        on_change=partial(_typed, draft, key),
    ).strip()


def _typed(draft: Draft, key: str) -> None:
    draft.name = str(st.session_state.get(key) or "").strip() or None
