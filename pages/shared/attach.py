"""Attach a second file to a dataset: by which key, what of it, and how many rows a plain join would have made."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.checks import UnsettledMappingError
from csat_core.ingest.detection import Staged
from csat_core.ingest.joins.attachment import Attachment
from csat_core.ingest.joins.join_keys import keys_of
from csat_core.ingest.joins.join_plan import Wish
from csat_core.ingest.joins.joining import NothingMatchedError, attached, join
from csat_core.ingest.proposal.mapping import with_proposal
from csat_core.ingest.reader import Reading, stage
from csat_core.model.alike import IGNORED
from csat_core.model.dataset import Dataset
from csat_core.store import imports
from pages.shared import folders, found_by, loaders, match_words, render, taken, visitors
from pages.shared.draft import CANCELLED, let_go
from pages.shared.incoming import FORMATS, Incoming, uploaded
from pages.shared.waiting import under_way


@dataclass(slots=True)
class _Second:
    """A second file that was dropped, parsed once; gone with the session."""

    file_id: str
    dataset_id: int
    folder: tempfile.TemporaryDirectory[str]
    path: Path
    staged: Staged
    sheets: tuple[str, ...] = ()
    """Of a workbook the sheets with rows, where there are several."""
    sheet: str | None = None
    """The one that a person chose."""
    made: tuple[Wish, Attachment] | None = None
    """What it would give under the last wish: nothing is worked out twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a second file was dropped."""

    slot: str
    """Where it is kept in the state of the session."""
    emptied: Callable[[], None]
    """Empties the zone."""


def a_file(dataset: Dataset) -> None:
    """Nothing; what it takes to attach a second file to `dataset`."""
    # a new key empties the zone once its file was attached
    turn = st.session_state.get(f"_seconds-{dataset.id}", 0)
    upload = st.file_uploader(
        "Orders, revenue, churn, agents, minutes, employee scores …", type=FORMATS, key=f"second-{dataset.id}-{turn}"
    )
    place = _Place(slot=f"_second-{dataset.id}", emptied=partial(_next_turn, dataset))
    if upload is None:
        st.session_state.pop(place.slot, None)
        return
    _from(dataset, uploaded(upload), place)


def dropped(file: Incoming) -> bool:
    """Whether a file that was dropped among those of responses is to be attached to a dataset; it shows what that takes."""
    datasets = {dataset.id: dataset for dataset in loaders.datasets()}
    chosen = st.selectbox(
        "Attach it to",
        list(datasets),
        index=None,
        format_func=lambda id: words.shortened(datasets[id].name, 60),
        placeholder="Choose a dataset",
        key=f"attach-to-{file.id}",
    )
    if chosen is not None:
        _from(datasets[chosen], file, _Place(slot="_second-dropped", emptied=let_go))
    return chosen is not None


def _from(dataset: Dataset, file: Incoming, place: _Place) -> None:
    """Nothing; what is taken of the file, by which key, and the button that attaches it."""
    alike = f"alike-{file.id}"
    try:
        second = _second(dataset, file, place)
        _choose_sheet(second)
        _read_chosen(second, file.name, place)
        staged = second.staged
        store = visitors.writable()
        imports.require_new_file(store, staged.file, staged.hash, staged.detection.sheet, beside=dataset.id)
        named = f"{file.id}-{second.sheet}" if second.sheets else file.id
        keys = found_by.chosen(dataset, second.staged, named)
        wish = taken.wished(dataset, second.staged, keys, f"{named}-{'-'.join(keys)}") if keys else None
        attachment = (
            None if wish is None else _attachment(dataset, second, replace(wish, alike=_is_chosen(alike)), place)
        )
    except CsatError as error:
        render.quiet(words.of_error(error))
        if _is_chosen(alike) or (isinstance(error, NothingMatchedError) and error.would_alike):
            _ask_alike(alike)
        return
    if attachment is None:
        return
    render.quiet(match_words.told(attachment))
    if _is_chosen(alike) or any(problem["code"] == "keys_nearly" for problem in attachment.problems):
        _ask_alike(alike)
    if st.button("Attach", type="primary", key=f"attach{place.slot}"):
        _attach(attachment, place)


def _next_turn(dataset: Dataset) -> None:
    st.session_state[f"_seconds-{dataset.id}"] = st.session_state.get(f"_seconds-{dataset.id}", 0) + 1


def _let_go(place: _Place) -> None:
    """Nothing; the second file is forgotten with all that was made of it, and the zone is empty."""
    second: _Second | None = st.session_state.pop(place.slot, None)
    if second is not None:
        second.folder.cleanup()
    place.emptied()


def _stopped(place: _Place) -> None:
    _let_go(place)
    st.session_state[CANCELLED] = "Cancelled. Nothing was attached."


def _second(dataset: Dataset, file: Incoming, place: _Place) -> _Second:
    """The file, parsed. However it ends but for that, nothing of it is left."""
    second: _Second | None = st.session_state.get(place.slot)
    if second is None or (second.file_id, second.dataset_id) != (file.id, dataset.id):
        folder = folders.of_this_visit()
        try:
            path = file.placed(Path(folder.name))
            with under_way("Reading the file", f"second-{dataset.id}", partial(_stopped, place)) as told:
                keys = tuple(column.name for column in keys_of(dataset))
                reading = Reading(keys=keys)
                read = stage(path, Path(folder.name), name=file.name, reading=reading, progress=told)
                staged = with_proposal(read)
        except BaseException:
            folder.cleanup()
            raise
        sheets = staged.detection.sheets_with_rows
        second = _Second(file_id=file.id, dataset_id=dataset.id, folder=folder, path=path, staged=staged, sheets=sheets)
        st.session_state[place.slot] = second
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


def _read_chosen(second: _Second, name: str, place: _Place) -> None:
    """Nothing; the sheet that was chosen is the one that is read."""
    if second.sheet in (None, second.staged.detection.sheet):
        return
    folder = Path(second.folder.name)
    with under_way("Reading the sheet", f"second-{second.dataset_id}", partial(_stopped, place)) as told:
        read = stage(second.path, folder, name=name, reading=Reading(sheet=second.sheet), progress=told)
        second.staged = with_proposal(read)
    second.made = None


def _is_chosen(alike: str) -> bool:
    return bool(st.session_state.get(alike))


def _ask_alike(key: str) -> None:
    """Nothing; whether keys meet however they are written: it is asked where more of them would."""
    st.checkbox(f"Ignore {IGNORED} in the keys", key=key)


def _attachment(dataset: Dataset, second: _Second, wish: Wish, place: _Place) -> Attachment | None:
    """The file as it would be joined under the wish; None where the order of its dates must be settled first."""
    order = taken.order_of(second.file_id)
    if order is not None:
        wish = replace(wish, roles=(*wish.roles, *taken.time_as(second.staged, wish.keys, order)))
    if second.made is None or second.made[0] != wish:
        try:
            with under_way("Bringing the rows together", f"gather-{dataset.id}", partial(_stopped, place)) as told:
                second.made = (wish, attached(visitors.writable(), dataset, second.staged, wish, told))
        except UnsettledMappingError:
            taken.ask_order(second.file_id, second.staged, wish.keys)
            return None
    return second.made[1]


def _attach(attachment: Attachment, place: _Place) -> None:
    """Nothing; the columns stand beside the responses, or it is said why not."""
    dataset = attachment.dataset
    try:
        with under_way("Attaching the columns", f"attach-{dataset.id}", partial(_stopped, place)) as told:
            join(visitors.writable(), attachment, told)
    except CsatError as error:
        render.quiet(words.of_error(error))
        return
    _let_go(place)
    names = ", ".join(words.literal(each.column.name, 40) for each in attachment.columns)
    st.toast(f"Attached: {names}.", icon=":material/check_circle:")
    st.rerun()
