"""Data: what data is here, is it sound, and how does a new file come in?"""

import math
from functools import partial

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest import demo
from csat_core.model.dataset import Dataset
from csat_core.model.formats import count, day, percent
from csat_core.store import catalogue, imports
from csat_core.store.benchmarks import industry_names
from csat_core.store.catalogue import KINDS, Details
from csat_core.store.imports import ImportRecord
from pages.shared import bring, loaders, problems, render, shell, visitors
from pages.shared.shell import Context


def main() -> None:
    st.title("What data is here, and is it sound?", anchor=False)
    datasets = loaders.datasets()
    log = loaders.import_log()
    render.said(_sentence(datasets, log))
    bring.files()
    context = shell.context_or_none()
    if context is None:
        st.button("Load the demo data", on_click=_load_demo, icon=":material/science:")
        return
    st.subheader("Datasets", anchor=False)
    for dataset in datasets:
        _dataset(context, dataset, [record for record in log if record.dataset_id == dataset.id])


def _load_demo() -> None:
    demo.load(visitors.writable())


def _sentence(datasets: tuple[Dataset, ...], log: tuple[ImportRecord, ...]) -> str:
    if not datasets:
        return "There is no data yet. Drop a file of survey responses below, or load the demo data."
    answers = sum(dataset.answers for dataset in datasets)
    aside = sum(record.rejected + record.duplicates for record in log)
    latest = max((dataset.until for dataset in datasets if dataset.until), default=None)
    datasets_said = "1 dataset holds" if len(datasets) == 1 else f"{len(datasets)} datasets hold"
    answers_said = "1 answer" if answers == 1 else f"{count(answers)} answers"
    until = f", the latest from {day(latest)}" if latest else ""
    rows = "no row was" if aside == 0 else "1 row was" if aside == 1 else f"{count(aside)} rows were"
    return f"{datasets_said} {answers_said}{until}; {rows} set aside."


def _dataset(context: Context, dataset: Dataset, log: list[ImportRecord]) -> None:
    """One dataset: its score and sparkline, what it holds, what is wrong with it, and what can be done."""
    card = loaders.overall(context.scope, dataset, context.policy)
    with st.container(border=True, key=f"dataset-{dataset.id}"):
        left, middle, right = st.columns([2, 3, 2], gap="large")
        with left:
            line = (
                [100 * share for share in card.periods["share"] if not math.isnan(share)] if len(card.periods) else []
            )
            render.strong(dataset.name, f"dataset-{dataset.id}")
            st.metric(
                words.measure_of(card),
                percent(card.share.value),
                delta=f"base {count(card.headline['base'])}",
                delta_arrow="off",
                delta_color="off",
                chart_data=line if len(line) > 1 else None,
            )
        with middle:
            render.quiet(_holds(dataset))
            for record in log:
                render.quiet(_came_from(record))
                _problems(record)
        with right:
            render.popped(
                "Details",
                f"details-of-{dataset.id}",
                lambda: _details(dataset),
                icon=":material/edit:",
                width="stretch",
            )
            for record in log:
                if record.rejected or record.duplicates:
                    render.download(
                        imports.rejects(visitors.writable(), dataset.id).to_pandas(),
                        f"rejects-{dataset.id}",
                        "rows-set-aside",
                        "Rows set aside (CSV)",
                    )
                render.popped(
                    "Undo import",
                    f"undo-of-{record.import_id}",
                    partial(_ask_undo, record),
                    icon=":material/undo:",
                    width="stretch",
                )


def _ask_undo(record: ImportRecord) -> None:
    st.text(f"Removes {count(record.accepted)} responses. The file stays yours; it can be imported again.")
    st.button("Remove it", key=f"undo-{record.import_id}", on_click=_undo, args=(record,), type="primary")


def _holds(dataset: Dataset) -> str:
    drivers, segments = len(dataset.questions) - 1, len(dataset.segments)
    parts = [
        f"'{dataset.outcome.name}'",
        f"{drivers} more {'question' if drivers == 1 else 'questions'}",
        f"{segments} {'segment' if segments == 1 else 'segments'}",
        words.span(dataset.since, dataset.until),
    ]
    known = [dataset.kind, dataset.industry, dataset.owner and f"owner {dataset.owner}"]
    totals = [
        dataset.customers and f"{count(dataset.customers)} customers",
        dataset.invited and f"{count(dataset.invited)} invited",
    ]
    return " · ".join(parts) + "\n" + " · ".join(str(part) for part in (*known, *totals) if part)


def _came_from(record: ImportRecord) -> str:
    aside = record.rejected + record.duplicates
    kept = f"{count(record.accepted)} rows kept, {count(aside)} set aside"
    return f"Import {record.import_id}: {record.file}, {day(record.imported_at.date())}, {kept}"


def _problems(record: ImportRecord) -> None:
    if not record.problems:
        return
    noun = "thing" if len(record.problems) == 1 else "things"
    said = problems.told(record.problems)
    label = f"{len(record.problems)} {noun} to know"
    render.folded(
        label, f"problems-{record.import_id}", lambda: render.quiet("\n\n".join(said)), icon=":material/info:"
    )


def _details(dataset: Dataset) -> None:
    """The typed-in facts of a dataset."""
    problem = st.container()
    with st.form(f"details-{dataset.id}", border=False, enter_to_submit=False):
        name = st.text_input("Name", dataset.name, max_chars=120)
        kind = st.selectbox("Kind", KINDS, index=KINDS.index(dataset.kind), format_func=str.capitalize)
        options = industry_names()
        industry = st.selectbox(
            "Industry",
            options,
            index=options.index(dataset.industry) if dataset.industry in options else None,
            placeholder="not chosen",
        )
        owner = st.text_input("Owner", dataset.owner or "", max_chars=120)
        customers = st.number_input(
            "All customers", min_value=1, value=dataset.customers, step=1, placeholder="not known"
        )
        invited = st.number_input("All invited", min_value=1, value=dataset.invited, step=1, placeholder="not known")
        if st.form_submit_button("Save", type="primary"):
            try:
                details = Details(
                    name=name.strip(),
                    kind=kind,
                    industry=industry,
                    owner=owner.strip() or None,
                    customers=customers,
                    invited=invited,
                )
                catalogue.change_details(visitors.writable(), dataset.id, details)
            except CsatError as error:
                problem.text(str(error))
            else:
                st.rerun()


def _undo(record: ImportRecord) -> None:
    try:
        removed = imports.undo(visitors.writable(), record.import_id)
        st.toast(f"{count(removed)} responses were removed.", icon=":material/undo:")
    except CsatError as error:
        st.toast(words.literal(str(error), 300), icon=":material/error:")


shell.show(main)
