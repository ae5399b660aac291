"""Work that takes a while: what is being done, how far it is, and a button that stops it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from csat_core.errors import CsatError
from csat_core.ingest.sandbox import Progress
from pages.shared import inside, render

PATIENCE = 1.0
"""Seconds until the button is there: what is done sooner needs none, and nothing jumps."""


@contextmanager
def under_way(
    text: str, key: str, on_stop: Callable[[], None], *, known: str = "", which: str = ""
) -> Iterator[Progress]:
    """What tells the page how far the work of the block is, below what is `known` so far; gone with the block.

    `which` says of several files the one that is meant.

    A run ends at what it draws, where something else is wanted. So each telling is the moment at which the work stops, if somebody pressed the
    button, left the page or chose something else; `on_stop` is called after that, for the button alone and for Streamlit's own
    Stop, after which the page is drawn anew.
    """
    place = st.empty()
    with place.container():
        if known:
            render.said(known, key=f"known-{key}")
        begin = f"{which} · " if which else ""
        status = st.status(f"{begin}{text}")
        room = st.empty()
    began, is_offered = time.monotonic(), False

    def told(share: float | None, text: str) -> None:
        nonlocal is_offered
        inside.make_way()
        if inside.take_back_stop():
            on_stop()
            st.rerun()
        status.update(label=f"{begin}{text}" if share is None else f"{begin}{text}: {share:.0%}")
        if not is_offered and time.monotonic() - began > PATIENCE:
            is_offered = True
            room.button("Cancel", key=f"cancel-{key}", on_click=on_stop, icon=":material/close:")

    try:
        yield told
    except CsatError:
        place.empty()
        raise
    place.empty()
