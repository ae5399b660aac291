"""What became of files that were dropped together: said on the page until somebody has read it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import partial

import streamlit as st

from csat_core import words
from csat_core.ingest.load import Imported
from csat_core.model.formats import all_of
from pages.shared import file_words, render, ways

BROUGHT = "_brought"
"""In the state of the session: what became of the last drop."""
MOST_LINES = 8
"""So many files are told one by one; with all of fifty the button that imports them would stand three screens below."""
MOST_LINKS = 3
"""So many datasets are led to; the others stand below with all there are."""


@dataclass(slots=True)
class Brought:
    """What became of several files that were dropped together, in words."""

    noun: str = "file"
    """What they are called."""
    lines: list[str] = field(default_factory=list)
    """Of each file one, in the order in which they were dropped."""
    came: set[int] = field(default_factory=set)
    """The places among them of the files that are in."""
    datasets: dict[int, str] = field(default_factory=dict)
    """The datasets that they went to, by their names."""
    details: list[str] = field(default_factory=list)
    """How the files differ from the earlier ones of their datasets."""
    is_stopped: bool = False
    """Whether it ended before the last file."""

    @property
    def imported(self) -> int:
        """How many files are in."""
        return len(self.came)

    def take(self, done: Imported) -> None:
        """Nothing; a file is in."""
        self.came.add(len(self.lines))
        self.lines.append(file_words.in_short(done))
        if done.dataset_id is not None:
            self.datasets[done.dataset_id] = done.dataset
        self.details += details([done])


def one_by_one(lines: Sequence[str], come: Collection[int], noun: str, key: str) -> None:
    """Nothing; the line of each file; of many those that do not `come` in and the first of the others, the rest folded away."""
    order = sorted(range(len(lines)), key=lambda at: at in come)
    shown = len(lines) if len(lines) <= MOST_LINES + 1 else MOST_LINES
    first, rest = ("\n\n".join(lines[at] for at in sorted(part)) for part in (order[:shown], order[shown:]))
    render.quiet(first)
    if rest:
        render.folded(f"The other {len(lines) - shown} {noun}s", key, partial(render.quiet, rest))


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
        title = (
            f"{come} of {files} {brought.noun}s are in" if come < files else f"{all_of(files)} {brought.noun}s are in"
        )
        if brought.is_stopped:
            title = "Stopped: the file that was under way and those after it are not in"
        render.strong(title, "brought")
        one_by_one(brought.lines, brought.came, brought.noun, "brought-lines")
        if brought.details:
            render.folded(
                "What is new, missing or changed in them",
                "brought-details",
                partial(render.quiet, "\n\n".join(brought.details)),
                icon=":material/info:",
            )
        with st.container(horizontal=True, vertical_alignment="center"):
            for id, name in list(brought.datasets.items())[:MOST_LINKS]:
                ways.to_dataset(id, f"Look at {words.literal(name, 40)}")
            st.button("Close", key="brought-read", on_click=forget, type="tertiary", icon=":material/close:")


def forget() -> None:
    """Nothing; what became of the last drop is not said any more."""
    st.session_state.pop(BROUGHT, None)
