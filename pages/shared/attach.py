"""Attach a second file to a dataset: by which key, what of it, and how many rows a plain join would have made."""

import tempfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.checks import UnsettledMappingError
from csat_core.ingest.detection import Staged
from csat_core.ingest.joins.attachment import Attachment
from csat_core.ingest.joins.join_findings import SAID
from csat_core.ingest.joins.join_keys import keys_of
from csat_core.ingest.joins.join_plan import Wish
from csat_core.ingest.joins.joining import NothingMatchedError, attached, join
from csat_core.ingest.reader import Reading, stage
from csat_core.model.alike import IGNORED
from csat_core.model.dataset import Dataset, Role
from csat_core.model.formats import count, number
from csat_core.store import imports
from pages.shared import folders, found_by, render, taken, visitors
from pages.shared.bring import FORMATS
from pages.shared.draft import CANCELLED
from pages.shared.waiting import under_way


@dataclass(slots=True)
class _Second:
    """A second file that was dropped, parsed once; gone with the session."""

    file_id: str
    folder: tempfile.TemporaryDirectory[str]
    staged: Staged
    sheets: tuple[str, ...] = ()
    """Of a workbook the sheets with rows, where there are several."""
    sheet: str | None = None
    """The one that a person chose."""
    made: tuple[Wish, Attachment] | None = None
    """What it would give under the last wish: nothing is worked out twice."""


def a_file(dataset: Dataset) -> None:
    """Nothing; what it takes to attach a second file to `dataset`."""
    # a new key empties the zone once its file was attached
    turn = st.session_state.get(f"_seconds-{dataset.id}", 0)
    upload = st.file_uploader(
        "Orders, revenue, churn, agents, minutes, employee scores …", type=FORMATS, key=f"second-{dataset.id}-{turn}"
    )
    if upload is None:
        st.session_state.pop(_kept(dataset), None)
        return
    alike = f"alike-{upload.file_id}"
    try:
        second = _second(dataset, upload)
        _choose_sheet(second)
        _read_chosen(dataset, second, upload.name)
        staged = second.staged
        store = visitors.writable()
        imports.require_new_file(store, staged.file, staged.hash, staged.detection.sheet, beside=dataset.id)
        named = f"{upload.file_id}-{second.sheet}" if second.sheets else upload.file_id
        keys = found_by.chosen(dataset, second.staged, named)
        wish = taken.wished(dataset, second.staged, keys, f"{named}-{'-'.join(keys)}") if keys else None
        attachment = None if wish is None else _attachment(dataset, second, replace(wish, alike=_is_chosen(alike)))
    except CsatError as error:
        render.quiet(words.of_error(error))
        if _is_chosen(alike) or (isinstance(error, NothingMatchedError) and error.would_alike):
            _ask_alike(alike)
        return
    if attachment is None:
        return
    render.quiet(_told(attachment))
    if _is_chosen(alike) or any(problem["code"] == "keys_nearly" for problem in attachment.problems):
        _ask_alike(alike)
    if st.button("Attach", type="primary", key=f"attach-{dataset.id}"):
        _attach(attachment)


def _kept(dataset: Dataset) -> str:
    return f"_second-{dataset.id}"


def _let_go(dataset: Dataset) -> None:
    """Nothing; the second file is forgotten with all that was made of it, and the zone is empty."""
    second: _Second | None = st.session_state.pop(_kept(dataset), None)
    if second is not None:
        second.folder.cleanup()
    st.session_state[f"_seconds-{dataset.id}"] = st.session_state.get(f"_seconds-{dataset.id}", 0) + 1


def _stopped(dataset: Dataset) -> None:
    _let_go(dataset)
    st.session_state[CANCELLED] = "Cancelled. Nothing was attached."


def _second(dataset: Dataset, upload: UploadedFile) -> _Second:
    """The file, parsed. However it ends but for that, nothing of it is left."""
    second: _Second | None = st.session_state.get(_kept(dataset))
    if second is None or second.file_id != upload.file_id:
        folder = folders.of_this_visit()
        try:
            path = Path(folder.name) / "upload"
            path.write_bytes(upload.getbuffer())
            with under_way("Reading the file", f"second-{dataset.id}", partial(_stopped, dataset)) as told:
                keys = tuple(column.name for column in keys_of(dataset))
                reading = Reading(keys=keys)
                staged = stage(path, Path(folder.name), name=upload.name, reading=reading, progress=told)
        except BaseException:
            folder.cleanup()
            raise
        sheets = staged.detection.sheets_with_rows
        second = _Second(file_id=upload.file_id, folder=folder, staged=staged, sheets=sheets)
        st.session_state[_kept(dataset)] = second
    return second


def _choose_sheet(second: _Second) -> None:
    """Nothing; of a workbook with several sheets another one can be chosen."""
    if second.sheets:
        read = second.staged.detection.sheet
        second.sheet = st.selectbox(
            "Sheet of the workbook",
            second.sheets,
            index=second.sheets.index(read) if read in second.sheets else 0,
            format_func=words.straight,
            key=f"second-sheet-{second.file_id}",
        )


def _read_chosen(dataset: Dataset, second: _Second, name: str) -> None:
    """Nothing; the sheet that was chosen is the one that is read."""
    if second.sheet in (None, second.staged.detection.sheet):
        return
    folder = Path(second.folder.name)
    with under_way("Reading the sheet", f"second-{dataset.id}", partial(_stopped, dataset)) as told:
        second.staged = stage(folder / "upload", folder, name=name, reading=Reading(sheet=second.sheet), progress=told)
    second.made = None


def _is_chosen(alike: str) -> bool:
    return bool(st.session_state.get(alike))


def _ask_alike(key: str) -> None:
    """Nothing; whether keys meet however they are written: it is asked where more of them would."""
    st.checkbox(f"Ignore {IGNORED} in the keys", key=key)


def _attachment(dataset: Dataset, second: _Second, wish: Wish) -> Attachment | None:
    """The file as it would be joined under the wish; None where the order of its dates must be settled first."""
    order = taken.order_of(second.file_id)
    if order is not None:
        wish = replace(wish, roles=(*wish.roles, *taken.time_as(second.staged, wish.keys, order)))
    if second.made is None or second.made[0] != wish:
        try:
            with under_way("Bringing the rows together", f"gather-{dataset.id}", partial(_stopped, dataset)) as told:
                second.made = (wish, attached(visitors.writable(), dataset, second.staged, wish, told))
        except UnsettledMappingError:
            taken.ask_order(second.file_id, second.staged, wish.keys)
            return None
    return second.made[1]


def _told(attachment: Attachment) -> str:
    match, counts = attachment.match, attachment.counts
    key = words.shortened(attachment.key, 80)
    said = [
        f"{count(match.matched)} of {count(match.matched + match.unmatched)} responses have a row in the file, found by the key '{key}'."
    ]
    if match.unused:
        belong = "belongs" if match.unused == 1 else "belong"
        said[0] += f" {count(match.unused)} of the {count(counts['keys'])} keys in the file {belong} to no response."
    if counts["repeated"]:
        have = "1 key has" if counts["repeated"] == 1 else f"{count(counts['repeated'])} keys have"
        said.append(
            f"{have} several rows, up to {count(counts['most'])}. Each response counts once all the same; put together row by row "
            f"it would count {number(match.fan_out or 1)} times."
        )
    if match.answered_again and any(each.column.role is Role.REVENUE for each in attachment.columns):
        have, its = (
            ("1 key has", "its") if match.answered_again == 1 else (f"{count(match.answered_again)} keys have", "their")
        )
        said.append(f"{have} several answers, which share {its} money, so that it counts once.")
    if counts["rejected"]:
        said.append(f"{count(counts['rejected'])} rows of the file cannot be read and are set aside.")
    said += [
        str(problem["on_page"] or problem["message"]) for problem in attachment.problems if problem["code"] in SAID
    ]
    return "\n\n".join(said)


def _attach(attachment: Attachment) -> None:
    """Nothing; the columns stand beside the responses, or it is said why not."""
    dataset = attachment.dataset
    try:
        with under_way("Attaching the columns", f"attach-{dataset.id}", partial(_stopped, dataset)) as told:
            join(visitors.writable(), attachment, told)
    except CsatError as error:
        render.quiet(words.of_error(error))
        return
    _let_go(dataset)
    names = ", ".join(words.literal(each.column.name, 40) for each in attachment.columns)
    st.toast(f"Attached: {names}.", icon=":material/check_circle:")
    st.rerun()
