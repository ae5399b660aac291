"""The inbox folder on the Data page: its files to choose from, for what is too large for a browser."""

import hashlib
from functools import partial
from pathlib import Path

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest import inbox
from csat_core.ingest.inbox import Waiting
from csat_core.model.formats import day
from csat_core.service import settings
from csat_core.store import imports
from csat_core.store import settings as kept
from pages.shared import loaders, render, visitors
from pages.shared.draft import FROM_INBOX, let_go
from pages.shared.incoming import Incoming


def folder() -> Path | None:
    """The folder that was configured, for people of the house; None for everybody else and where there is none."""
    return None if visitors.now().is_guest else settings.chosen().inbox


def taken() -> Incoming | None:
    """The file that was chosen, on its way in; raises what `inbox.chosen` raises. None where none was."""
    place, name = folder(), st.session_state.get(FROM_INBOX)
    if place is None or name is None:
        return None
    file = inbox.chosen(place, name)
    left, right = st.columns([4, 1], vertical_alignment="center")
    with left:
        render.quiet(f"From the inbox folder: {words.shortened(name)}")
    right.button("Choose another", on_click=let_go, type="tertiary")
    short = hashlib.sha256(file.stamp.encode()).hexdigest()[:16]
    return Incoming(
        id=f"inbox-{short}",
        name=file.name,
        placed=lambda _: file.path,
        hashed=lambda hash: kept.keep_file_hash(visitors.writable(), file.stamp, hash),
    )


def offered() -> None:
    """Nothing; the files of the inbox folder, folded away; nothing at all where none is configured."""
    place = folder()
    if place is None:
        return
    try:
        files = inbox.waiting(place)
    except CsatError as error:
        render.quiet(words.of_error(error))
        return
    many = f"{len(files)} {'file' if len(files) == 1 else 'files'}"
    render.folded(f"From the inbox folder ({many})", "inbox", partial(_choice, files), icon=":material/inbox:")


def _choice(files: tuple[Waiting, ...]) -> None:
    if not files:
        render.quiet("Nothing waits there. A file is offered a few seconds after it was written to the end.")
        return
    hashes, stored = kept.file_hashes(loaders.store()), imports.imported_hashes(loaders.store())
    is_in = {file.name: hashes.get(file.stamp) in stored for file in files}
    by_name = {file.name: file for file in sorted(files, key=lambda file: is_in[file.name])}
    chosen = st.selectbox(
        "File",
        list(by_name),
        format_func=lambda name: _said(by_name[name], is_in[name]),
        key="inbox-file",
    )
    if st.button("Read this file", key="inbox-read", icon=":material/file_open:") and chosen is not None:
        let_go()
        st.session_state[FROM_INBOX] = chosen
        st.rerun()


def _said(file: Waiting, is_imported: bool) -> str:
    said = f"{words.literal(file.name, 80)} · {size(file.size)} · {day(file.changed_at.date())}, {file.changed_at:%H:%M} UTC"
    return f"{said} · imported" if is_imported else said


def size(count: int) -> str:
    """Bytes as people say them: `450 MB`."""
    for unit, least in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= least:
            return f"{count / least:,.1f} {unit}" if count < 10 * least else f"{count / least:,.0f} {unit}"
    return f"{count} bytes"
