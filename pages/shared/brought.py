"""What became of files that were dropped together: said on the page until somebody has read it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import streamlit as st

from csat_core import words
from csat_core.ingest.load import Imported
from pages.shared import file_words, render

BROUGHT = "_brought"
"""In the state of the session: what became of the last drop."""


@dataclass(slots=True)
class Brought:
    """What became of several files that were dropped together, in words."""

    noun: str = "file"
    """What they are called."""
    lines: list[str] = field(default_factory=list)
    """Of each file one, in the order in which they were dropped."""
    details: list[str] = field(default_factory=list)
    """How the files differ from the earlier ones of their datasets."""
    imported: int = 0
    is_stopped: bool = False
    """Whether it ended before the last file."""

    def take(self, done: Imported) -> None:
        """Nothing; a file is in."""
        self.imported += 1
        self.lines.append(file_words.in_short(done))
        self.details += details([done])


def details(files: Sequence[Imported]) -> list[str]:
    """How files differ from the earlier ones of their datasets, each with its name."""
    return [
        f"{words.shortened(done.staged.called, 60)}: {words.straight(said)}"
        for done in files
        for said in file_words.changes(done)
    ]


def last_time() -> None:
    """Nothing; says what became of each file of the last drop, until somebody has read it."""
    brought: Brought | None = st.session_state.get(BROUGHT)
    if brought is None:
        return
    with st.container(border=True, key="brought"):
        files, come = len(brought.lines), brought.imported
        title = f"{come} of {files} {brought.noun}s are in" if come < files else f"All {files} {brought.noun}s are in"
        if brought.is_stopped:
            title = "Stopped: the file that was under way and those after it are not in"
        render.strong(title, "brought")
        render.quiet("\n\n".join(brought.lines))
        if brought.details:
            render.folded(
                "What is new, missing or changed in them",
                "brought-details",
                partial(render.quiet, "\n\n".join(brought.details)),
                icon=":material/info:",
            )
        st.button("Close", key="brought-read", on_click=forget, type="tertiary", icon=":material/close:")


def forget() -> None:
    """Nothing; what became of the last drop is not said any more."""
    st.session_state.pop(BROUGHT, None)
