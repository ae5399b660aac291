"""Data: what data is here, is it sound, and how does a new file come in?"""

import streamlit as st

from csat_core.ingest import demo
from csat_core.model.dataset import Dataset
from csat_core.model.formats import count, day
from csat_core.store.imports import ImportRecord
from pages.shared import bring, holdings, loaders, render, shell, undo, visitors


def main() -> None:
    st.title("What data is here, and is it sound?", anchor=False)
    datasets = loaders.datasets()
    log = loaders.import_log()
    render.said(_sentence(datasets, log))
    undo.said()
    bring.files()
    context = shell.context_or_none()
    if context is None:
        if not bring.is_begun():
            st.button("Load the demo data", on_click=_load_demo, icon=":material/science:")
        return
    st.subheader("Datasets", anchor=False)
    for dataset in datasets:
        holdings.card(context, dataset, [record for record in log if record.dataset_id == dataset.id])


def _load_demo() -> None:
    demo.load(visitors.writable())


def _sentence(datasets: tuple[Dataset, ...], log: tuple[ImportRecord, ...]) -> str:
    if not datasets and bring.is_begun():
        return "There is no data yet."
    if not datasets:
        return "There is no data yet. Drop a file of survey responses below, or load the demo data."
    answers = sum(dataset.answers for dataset in datasets)
    gone = sum(map(loaders.no_longer_out, datasets))
    aside = sum(record.set_aside for record in log) - gone
    latest = max((dataset.until for dataset in datasets if dataset.until), default=None)
    datasets_said = "1 dataset holds" if len(datasets) == 1 else f"{len(datasets)} datasets hold"
    answers_said = "1 answer" if answers == 1 else f"{count(answers)} answers"
    until = f", the latest from {day(latest)}" if latest else ""
    rows = "no row was" if aside == 0 else "1 row was" if aside == 1 else f"{count(aside)} rows were"
    if gone:
        rows = "no row is still" if aside == 0 else "1 row is still" if aside == 1 else f"{count(aside)} rows are still"
    return f"{datasets_said} {answers_said}{until}; {rows} set aside."


shell.show(main)
