"""The event desk: where events are added one by one or by file, downloaded and removed."""

from datetime import date

import pandas as pd
import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.lists.event_file import EventFile, read_events
from csat_core.model.dataset import Dataset
from csat_core.model.event import MOST_LETTERS, MOST_NOTE, Event, EventKind
from csat_core.model.formats import count, day
from csat_core.store.events import add_event, add_events, remove_event
from pages.shared import render, visitors


def desk(dataset: Dataset) -> None:
    """Nothing; the form for a new event, the drop for many, the list to remove from."""
    if said := st.session_state.pop("_events_said", None):
        st.success(said, icon=":material/event_available:")
    left, right = st.columns(2, gap="large")
    with left:
        _form(dataset)
    with right:
        _drop(dataset)
        if dataset.events:
            _remove(dataset)
            kept = pd.DataFrame([_as_row(event) for event in dataset.events])
            render.download(kept, "events-csv", "events", "Download the events (CSV)")


def _as_row(event: Event) -> dict[str, object]:
    """An event as a file of events has it, so that the download can be imported again."""
    return {
        "day": event.day.isoformat(), "until": event.until.isoformat() if event.until else "", "name": event.name,
        "kind": event.kind.words, "note": event.note, "word": event.word,
    }  # fmt: skip


def _form(dataset: Dataset) -> None:
    turn = st.session_state.get("_event_turn", 0)
    with st.form(f"event-form-{turn}", border=False):
        st.caption("Something happened")
        name = st.text_input(
            "What happened", max_chars=MOST_LETTERS, key=f"event-name-{turn}", placeholder="App release 4.0"
        )
        first, last = st.columns(2)
        begin = first.date_input(
            "Day", value=dataset.until or date.today(), min_value=date.min, key=f"event-day-{turn}"
        )
        end = last.date_input("Until (if it ended)", value=None, min_value=date.min, key=f"event-until-{turn}")
        kind: EventKind = st.selectbox(  # type: ignore[assignment]  # the first where none is chosen
            "Kind", list(EventKind), format_func=lambda each: each.words.capitalize(), key=f"event-kind-{turn}"
        )
        note = st.text_input("Note (optional)", max_chars=MOST_NOTE, key=f"event-note-{turn}")
        word = st.text_input(
            "A word comments on it use (optional)", max_chars=MOST_LETTERS, key=f"event-word-{turn}", placeholder="wait"
        )
        if not st.form_submit_button("Add the event", type="primary"):
            return
    try:
        event = Event(day=begin, until=end, name=name.strip(), kind=kind, note=note.strip(), word=word.strip())
        add_event(visitors.writable(), dataset.id, event)
    except CsatError as error:
        st.text(str(error))
        return
    st.session_state["_event_turn"] = turn + 1
    _done("The event is on every trend of this dataset now.")


def _drop(dataset: Dataset) -> None:
    turn = st.session_state.get("_event_turn", 0)
    upload = st.file_uploader(
        "Many at once: a CSV with the columns day and name", type=["csv", "txt"], key=f"event-file-{turn}"
    )
    render.quiet("Beside them may stand until, kind, note and word; days as 2026-03-31.")
    if upload is None:
        return
    try:
        read = read_events(upload.getvalue())
    except CsatError as error:
        st.text(str(error))
        return
    _proposed(dataset, read, turn)


def _proposed(dataset: Dataset, read: EventFile, turn: int) -> None:
    """What a file holds, what is wrong with the rest of it, and the button that keeps the good ones."""
    good, bad = len(read.events), len(read.refused)
    st.text(f"{count(good)} of {count(good + bad)} rows are events." + (" The others, with the reason:" if bad else ""))
    if bad:
        refused = pd.DataFrame([{"row": each.row, "reason": each.reason, "raw": each.raw} for each in read.refused])
        render.table(
            refused,
            "events-refused",
            "refused-events",
            columns={"row": "Row", "reason": "Reason", "raw": "As it stands"},
        )
    if good and st.button(f"Add {'it' if good == 1 else f'these {good}'}", key=f"event-add-{turn}", type="primary"):
        try:
            kept = add_events(visitors.writable(), dataset.id, read.events)
        except CsatError as error:
            st.text(str(error))
            return
        st.session_state["_event_turn"] = turn + 1
        there = good - len(kept)
        said = f"{len(kept)} added" + (f", {there} were there already" if there else "")
        _done(f"{said}, {bad} left out." if bad else f"{said}.")


def _remove(dataset: Dataset) -> None:
    by_id = {event.id: event for event in dataset.events}
    chosen = st.selectbox(
        "Remove an event", list(by_id), index=None, key="event-remove", placeholder="choose one",
        format_func=lambda i: f"{day(by_id[i].day)}: {words.shortened(by_id[i].name, 50)} (number {i})",
    )  # fmt: skip
    if chosen is not None and st.button("Remove it", key="event-remove-it"):
        try:
            remove_event(visitors.writable(), dataset.id, chosen)
        except CsatError as error:
            st.text(str(error))
            return
        _done("The event is gone.")


def _done(said: str) -> None:
    st.session_state["_events_said"] = said
    st.rerun()
