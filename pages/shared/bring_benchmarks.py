"""Bringing benchmarks: a small file of figures comes in, and what of it could not be used is said."""

import pandas as pd
import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.ingest.lists.benchmark_file import COLUMNS, EXAMPLE, read_benchmarks
from csat_core.ingest.lists.listing import RefusedRow
from csat_core.model.formats import count
from csat_core.store import benchmarks
from pages.shared import loaders, render, visitors
from pages.shared.shell import Context


def a_file(context: Context) -> None:
    """A file of benchmarks comes in; every row that could not be used is said."""
    if context.is_guest:
        return
    report = st.session_state.pop("_benchmarks-brought", None)
    if report is not None:
        _say(report)
    none_yet = not loaders.own_benchmarks()
    render.folded("Bring benchmarks", "bring-benchmarks", _form, icon=":material/upload_file:", expanded=none_yet)


def _form() -> None:
    st.caption(
        f"A CSV with the columns {', '.join(COLUMNS)}. Metric is csat (in percent), index (0 to 100), "
        "nps (-100 to 100) or mean. A row with a known name takes the place of the old one."
    )
    st.download_button(
        "An example to fill in (CSV)", EXAMPLE, "benchmarks-example.csv", "text/csv", type="tertiary",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip
    file = st.file_uploader("File of benchmarks", type=["csv", "txt", "tsv"], key="benchmark-file")
    if file is not None and st.button("Keep these benchmarks", type="primary"):
        _keep(file.getvalue())
    names = [each.name for each in loaders.own_benchmarks()]
    if names:
        gone = st.multiselect("Forget", names, key="benchmarks-forgotten", placeholder="none")
        st.button("Forget them", on_click=benchmarks.forget, args=(visitors.writable(), gone), disabled=not gone)


Report = tuple[str, tuple[RefusedRow, ...]]


def _keep(content: bytes) -> None:
    try:
        read = read_benchmarks(content)
    except CsatError as error:
        st.text(str(error))
        return
    replaced = benchmarks.keep(visitors.writable(), read.benchmarks) if read.benchmarks else 0
    kept = f"{count(len(read.benchmarks))} kept, {count(replaced)} of them in place of an older one"
    st.session_state["_benchmarks-brought"] = (f"{kept}; {count(len(read.refused))} could not be used.", read.refused)
    st.rerun()


def _say(report: Report) -> None:
    sentence, bad = report
    render.strong(sentence, "brought")
    for each in bad[:50]:
        render.quiet(
            f"Row {each.row}{f' ({words.shortened(each.name, 40)})' if each.name else ''}: {each.reason}",
        )
    if len(bad) > 50:
        frame = pd.DataFrame(
            {"row": [b.row for b in bad], "name": [b.name for b in bad], "reason": [b.reason for b in bad]}
        )
        render.download(frame, "bad-benchmarks", "rows-not-used", "All rows that could not be used (CSV)")
