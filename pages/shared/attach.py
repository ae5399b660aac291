"""Attach a second file to a dataset: by which key, what of it, and how many rows a plain join would have made."""

import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.detection import Staged
from csat_core.ingest.join_plan import TAKES, Wish, keys_of, offered
from csat_core.ingest.joining import Attachment, attached, join
from csat_core.ingest.reader import stage
from csat_core.model.dataset import Dataset
from csat_core.model.formats import count, number
from csat_core.store import imports
from pages.shared import visitors
from pages.shared.bring import FORMATS

LEFT_OUT = "leave out"


@dataclass(slots=True)
class _Second:
    """A second file that was dropped, parsed once; gone with the session."""

    file_id: str
    folder: tempfile.TemporaryDirectory[str]
    staged: Staged


def a_file(dataset: Dataset) -> None:
    """Nothing; what it takes to attach a second file to `dataset`."""
    # a new key empties the zone once its file was attached
    turn = st.session_state.get(f"_seconds-{dataset.id}", 0)
    upload = st.file_uploader(
        "Orders, revenue, churn, agents, minutes, employee scores …", type=FORMATS, key=f"second-{dataset.id}-{turn}"
    )
    if upload is None:
        st.session_state.pop(f"_second-{dataset.id}", None)
        return
    try:
        staged = _staged(dataset, upload)
        attachment = _attachment(dataset, staged, upload.file_id)
    except CsatError as error:
        st.text(words.of_error(error))
        return
    if attachment is None:
        return
    st.text(_told(attachment))
    st.button("Attach", type="primary", key=f"attach-{dataset.id}", on_click=partial(_attach, attachment))


def _staged(dataset: Dataset, upload: UploadedFile) -> Staged:
    second: _Second | None = st.session_state.get(f"_second-{dataset.id}")
    if second is None or second.file_id != upload.file_id:
        folder = tempfile.TemporaryDirectory(prefix="csat-second-", ignore_cleanup_errors=True)
        path = Path(folder.name) / "upload"
        path.write_bytes(upload.getbuffer())
        with st.spinner("Reading the file"):
            staged = stage(path, Path(folder.name), name=upload.name)
        second = _Second(file_id=upload.file_id, folder=folder, staged=staged)
        st.session_state[f"_second-{dataset.id}"] = second
    imports.require_new_file(visitors.writable(), second.staged.file, second.staged.hash)
    return second.staged


def _attachment(dataset: Dataset, staged: Staged, file_id: str) -> Attachment | None:
    """The file as it would be joined under what is chosen; None where nothing is to be taken."""
    keys = {column.id: column for column in keys_of(dataset)}
    theirs = {profile.position: profile.name for profile in staged.columns}
    names = {name.casefold() for name in theirs.values()}
    both = next((at for at, column in enumerate(keys.values()) if column.name.casefold() in names), 0)
    left, right = st.columns(2)
    ours = left.selectbox(
        "Responses are found by",
        list(keys),
        index=both,
        format_func=lambda id: words.literal(keys[id].name),
        key=f"ours-{file_id}",
    )
    if ours is None:
        st.text("This dataset keeps no customer, response id, agent or segment by which responses could be found.")
        return None
    alike = next((at for at, name in enumerate(theirs.values()) if name.casefold() == keys[ours].name.casefold()), 0)
    position = right.selectbox(
        "in the file called",
        list(theirs),
        index=alike,
        format_func=lambda at: words.literal(theirs[at]),
        key=f"theirs-{file_id}",
    )
    key = f"{ours}=#{position}"
    takes = _takes(dataset, staged, key, f"{file_id}-{ours}-{position}")
    return attached(visitors.writable(), dataset, staged, Wish(key=key, takes=takes)) if takes else None


def _takes(dataset: Dataset, staged: Staged, key: str, name: str) -> tuple[tuple[str, str], ...]:
    """How each column is taken where a key has several rows."""
    found = offered(dataset, staged, key)
    frame = pd.DataFrame(
        {
            "column": [column.name for column, _ in found],
            "take": [take for _, take in found],
        }
    )
    edited = st.data_editor(
        frame,
        hide_index=True,
        key=f"takes-{name}",
        column_config={
            "column": st.column_config.TextColumn("Column", disabled=True),
            "take": st.column_config.SelectboxColumn(
                "Several values of a key", options=[*TAKES, LEFT_OUT], required=True
            ),
        },
    )
    pairs = zip(found, edited["take"], strict=True)
    return tuple((f"#{column.position}", str(take)) for (column, _), take in pairs if take != LEFT_OUT)


def _told(attachment: Attachment) -> str:
    match, counts = attachment.match, attachment.counts
    said = [
        f"{count(match.matched)} of {count(match.matched + match.unmatched)} responses find their row; "
        f"{count(match.unused)} of {count(counts['keys'])} keys in the file belong to no response."
    ]
    if counts["repeated"]:
        said.append(
            f"{count(counts['repeated'])} keys have several rows, up to {count(counts['most'])}. Row by row each response "
            f"would count {number(match.fan_out or 1)} times; it counts once."
        )
    if match.answered_again:
        said.append(
            f"{count(match.answered_again)} keys answered more than once; money stands beside their latest answer alone."
        )
    if counts["rejected"]:
        said.append(f"{count(counts['rejected'])} rows of the file cannot be read and are set aside.")
    return "\n\n".join(said)


def _attach(attachment: Attachment) -> None:
    try:
        join(visitors.writable(), attachment)
    except CsatError as error:
        st.toast(words.literal(str(error), 300), icon=":material/error:")
        return
    id = attachment.dataset.id
    st.session_state.pop(f"_second-{id}", None)
    st.session_state[f"_seconds-{id}"] = st.session_state.get(f"_seconds-{id}", 0) + 1
    names = ", ".join(words.literal(each.column.name, 40) for each in attachment.columns)
    st.toast(f"Attached: {names}.", icon=":material/check_circle:")
