"""The opening of a link: what its first page says first is kept, for whoever opens it next to read before the page is drawn."""

from typing import Any

import streamlit as st

from csat_core.service import first_words
from csat_core.service.first_words import MEMORY, FirstWords
from pages.shared import loaders, options
from pages.shared.visitors import Visitor

OPENING = "_opening"
"""What was said so far in the run that opens a link; None once it was kept, for what is said later may follow from a choice."""


def begin(visitor: Visitor) -> None:
    """Nothing; until it is kept, what this run says is noted where it is a link that is opened."""
    state = st.session_state
    if visitor.is_guest and not visitor.is_preview and state.get(OPENING, {}) is not None:
        state[OPENING] = {"generation": loaders.store().generation, "asked": _chosen()}


def note(**said: Any) -> None:
    """Nothing; this was said, if nothing was in its place before."""
    noted = st.session_state.get(OPENING)
    if noted is not None:
        for part, text in said.items():
            noted.setdefault(part, text)


def keep(visitor: Visitor) -> None:
    """Nothing; what was noted of a page that was drawn to its end is kept, for those who come by the same address.

    Not where the page took something of the address otherwise than it stands: what such an address draws, others would
    read at one that draws something else.
    """
    noted = st.session_state.get(OPENING)
    if noted is None or visitor.share is None or not {"heading", "title", "answer"} <= noted.keys():
        return
    st.session_state[OPENING] = None
    generation, asked = noted.pop("generation"), noted.pop("asked")
    if asked and asked != _chosen():
        return
    words = FirstWords(share=visitor.share, has_sidebar=len(visitor.pages) > 1, **noted)
    MEMORY.keep(asked, generation, words)


def _chosen() -> first_words.Choices:
    return first_words.choices(options.address())
