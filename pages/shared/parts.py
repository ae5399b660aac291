"""Parts of a proposal that are folded away: drawn once a person opens them, and open until the person closes them."""

from collections.abc import Callable

import streamlit as st


def part(label: str, key: str, icon: str, body: Callable[[], None], *, is_kept: bool = False) -> None:
    """Nothing; the part under its heading. It stays open while the file is read anew, and for the next file.

    With `is_kept` it is drawn when it is closed, too: what was typed in it would be forgotten otherwise.
    """
    fold = st.expander(label, key=f"proposal-{key}", icon=icon, on_change="rerun")
    if fold.open or is_kept:
        with fold:
            body()
