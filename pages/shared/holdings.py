"""A dataset on the Data page: its score, what it holds, which files it came from, and what can be done with it."""

import math
from functools import partial

import pandas as pd
import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.further.still_out import set_aside
from csat_core.model.dataset import Dataset
from csat_core.model.formats import answers, count, day, listed, percent
from csat_core.store import catalogue
from csat_core.store.benchmarks import industry_names
from csat_core.store.catalogue import KINDS, Details
from csat_core.store.imports import ImportRecord
from pages.shared import altered, attach, loaders, mend, problems, render, undo, visitors, ways
from pages.shared.shell import Context

NEWEST = 3
"""Of the files a dataset came from, those that are shown at once."""


def card(context: Context, dataset: Dataset, log: list[ImportRecord]) -> None:
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
                delta=answers(card.headline["base"]),
                delta_arrow="off",
                delta_color="off",
                chart_data=line if len(line) > 1 else None,
            )
            ways.to_dataset(dataset.id, "Overview")
        with middle:
            render.quiet(_holds(dataset))
            for record in log[:NEWEST]:
                render.quiet(_came_from(dataset, record))
                _problems(record)
            if len(log) > NEWEST:
                older = log[NEWEST:]
                render.folded(
                    f"{count(len(older))} earlier {'file' if len(older) == 1 else 'files'}",
                    f"earlier-{dataset.id}",
                    lambda: render.quiet("\n\n".join(_came_from(dataset, record) for record in older)),
                )
        with right:
            render.popped(
                "Details",
                f"details-of-{dataset.id}",
                lambda: _details(dataset),
                icon=":material/edit:",
                width="stretch",
            )
            if any(record.rejected or record.duplicates for record in log):
                render.download(
                    lambda: pd.DataFrame(set_aside(visitors.writable(), dataset)),
                    f"rejects-{dataset.id}",
                    "rows-set-aside",
                    f"Rows {'set aside' if any(record.set_aside for record in log) else 'not added'} (CSV)",
                )
                mend.of_dataset(dataset)
        # not behind buttons: what opens there is cut to the room below it
        render.folded(
            "Attach a second file",
            f"attach-to-{dataset.id}",
            partial(attach.a_file, dataset),
            icon=":material/join_left:",
        )
        render.folded(
            "Undo import" if len(log) == 1 else "Undo an import",
            f"undo-of-{dataset.id}",
            partial(undo.asked, log),
            icon=":material/undo:",
        )


def _holds(dataset: Dataset) -> str:
    drivers, segments = len(dataset.questions) - 1, len(dataset.segments_of_interest)
    parts = [
        f"'{dataset.outcome.title}'",
        drivers and f"{drivers} more {'question' if drivers == 1 else 'questions'}",
        segments and f"{segments} {'segment' if segments == 1 else 'segments'}",
        words.span(dataset.since, dataset.until),
    ]
    # what every survey begins as says nothing
    known = [
        dataset.kind != KINDS[0] and f"{dataset.kind} survey",
        dataset.industry,
        dataset.owner and f"owner {dataset.owner}",
    ]
    totals = [
        dataset.customers and f"{count(dataset.customers)} customers",
        dataset.invited and f"{count(dataset.invited)} invited",
    ]
    return (
        " · ".join(str(part) for part in parts if part)
        + "\n"
        + " · ".join(str(part) for part in (*known, *totals) if part)
    )


def _came_from(dataset: Dataset, record: ImportRecord) -> str:
    named, on = words.shortened(record.called), day(record.imported_at.date())
    if record.joined:
        names = [words.shortened(column.name, 30) for column in dataset.columns if column.id in record.joined]
        return f"Import {record.import_id}: {named}, {on}, attached {listed(names)}".rstrip()
    there = f", {count(record.already_there)} were here before" if record.already_there else ""
    newer = f", {count(record.replaced)} in place of earlier answers" if record.replaced else ""
    aside = f", {count(record.set_aside)} set aside" if record.set_aside else ""
    many = len(undo.dropped_with([record], record.together)) if record.together else 1
    drop = f"; one of {count(many)} imported together" if many > 1 else ""
    rows = "1 row" if record.accepted == 1 else f"{count(record.accepted)} rows"
    return f"Import {record.import_id}: {named}, {on}, {rows} came in{newer}{aside}{there}{drop}"


def _problems(record: ImportRecord) -> None:
    """What should be known of an import, in one part: its problems, and what is stored otherwise than it stood."""
    said = problems.of_stored(record.problems)
    changed = altered.of_import(record) if record.altered else []
    if not said and not changed:
        return
    render.folded(
        problems.label(record.problems) if said else altered.label(each["column"] for each in record.altered),
        f"problems-{record.import_id}",
        lambda: render.quiet("\n\n".join([*said, *changed])),
        icon=":material/info:",
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
                problem.text(words.of_error(error))
            else:
                st.rerun()
