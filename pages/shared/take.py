"""Take it away: the page, or all of them, as a file of every kind, made once it is asked for."""

import re
from collections.abc import Callable
from functools import partial

import streamlit as st

from csat_core.exports.printer import printer
from csat_core.exports.source import AS_IT_BEGINS, Wishes
from csat_core.model.report_page import ReportFormat, ReportPage
from pages.shared import left, loaders, render
from pages.shared.shell import Context


def control(
    context: Context, page: ReportPage, wishes: Wishes = AS_IT_BEGINS, first: Callable[[], None] | None = None
) -> None:
    """Nothing; a button with the kinds of file behind it, where the reader may take anything away.

    `first` draws what anybody may take along above them. What is chosen on this page is remembered for the report of all.
    """
    if render.may_take(context):
        left.remember(context, page, wishes)

    def body() -> None:
        if first is not None:
            first()
        if render.may_take(context):
            _kinds(context, page, left.everywhere(context))

    if first is not None or render.may_take(context):
        render.popped("Take it away", f"take-{page}", body, icon=":material/ios_share:")


def _kinds(context: Context, page: ReportPage, wishes: Wishes) -> None:
    kinds = [kind for kind in ReportFormat if kind is not ReportFormat.PDF or printer() is not None]
    pages = [each for each in ReportPage if context.scope.pages is None or each in context.scope.pages]
    for label, chosen in (("This page", (page,)), ("All pages", tuple(pages))):
        st.caption(label)
        row = st.container(horizontal=True, gap="small")
        for kind in kinds:
            row.download_button(
                kind.words,
                partial(file, context, chosen, kind, wishes),
                file_name=_file_name(context, chosen, kind),
                mime=kind.media_type,
                key=f"take-{page}-{len(chosen) > 1}-{kind}",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
            )
    if ReportFormat.PDF not in kinds:
        st.caption("For a PDF take the HTML and print it from a browser: there is no Chromium here that prints.")
    st.caption("Filters, bases, date and hash of the data go with it.")


def file(context: Context, pages: tuple[ReportPage, ...], kind: ReportFormat, wishes: Wishes) -> bytes:
    """The file; worked out within the reader's scope, in whatever thread asks for it."""
    from csat_core.exports.written import written  # what writes slides and workbooks: no page waits for it to load

    return written(loaders.report(context.scope, context.view, context.policy, pages, wishes), kind)


def _file_name(context: Context, pages: tuple[ReportPage, ...], kind: ReportFormat) -> str:
    """Named after the dataset, in letters that every system takes."""
    dataset = re.sub(r"[^a-z0-9]+", "-", context.dataset.name.casefold()).strip("-")[:40] or "dataset"
    return f"{dataset}-{pages[0] if len(pages) == 1 else 'report'}.{kind}"
