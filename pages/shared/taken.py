"""What is taken of a second file: which columns, what for, and how several values of a key become one."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from csat_core import words
from csat_core.ingest.detection import Staged
from csat_core.ingest.joins.join_plan import TAKES, Wish, offered, roles_for
from csat_core.ingest.proposal import mapping as mappings
from csat_core.ingest.texts.calendar_orders import days_of
from csat_core.model.dataset import Dataset, Role
from csat_core.model.formats import day
from pages.shared import loaders, render
from pages.shared.column_facts import use_of

LEFT = "What is left out stays in the file."
SEVERAL = "Of several rows for one response numbers are added up, averaged or taken as the latest; groups are always the latest."
ORDERS = {"dmy": "day first: 31/12/2025", "mdy": "month first: 12/31/2025", "ymd": "year first: 2025-12-31"}
EXPLAINED = 5
"""Columns of which it is said why they are left out, where all are."""
TURNED, AS_THEY_STAND = {"ydm": "real dates turned back: 2 March is 3 February"}, "as they stand"
"""Offered where a spreadsheet seems to have taken days for months."""


def wished(dataset: Dataset, staged: Staged, keys: Sequence[str], name: str) -> Wish | None:
    """What a person wants of the file, joined by `keys`; None where every column is left out."""
    found = offered(dataset, staged, keys, loaders.import_log())
    frame = pd.DataFrame(
        {
            "column": [words.straight(column.name) for column, _ in found],
            "role": [column.role.value for column, _ in found],
            "take": [take for _, take in found],
        }
    )
    is_once = _is_once(staged, keys)
    st.caption(LEFT if is_once else f"{SEVERAL} {LEFT}")
    edited = st.data_editor(
        frame,
        hide_index=True,
        key=f"takes-{name}",
        column_order=["column", "role", *([] if is_once else ["take"])],
        column_config={
            "column": st.column_config.TextColumn("Column", disabled=True),
            "role": st.column_config.SelectboxColumn(
                "Used as", options=[role.value for role in roles_for(dataset)], format_func=use_of, required=True
            ),
            "take": st.column_config.SelectboxColumn("Several values", options=list(TAKES), required=True),
        },
    )
    takes, roles = [], []
    for (column, proposed), row in zip(found, edited.itertuples(), strict=False):
        # a forged message of a browser may hold any text, and rows that are not there
        role = Role(str(row.role)) if row.role in roles_for(dataset) else column.role
        if role is Role.IGNORE:
            continue
        take = str(row.take) if row.take in TAKES else proposed
        takes.append((f"#{column.position}", take if role.storage == "number" else "latest"))
        if role is not column.role:
            roles.append((f"#{column.position}", role.value))
    if not takes:
        why = [f"'{words.shortened(column.name, 60)}': {words.straight(column.reason)}" for column, _ in found]
        render.quiet("\n\n".join(["Every column is left out. Choose in the table what to take.", *why[:EXPLAINED]]))
        return None
    return Wish(keys=tuple(keys), takes=tuple(takes), roles=tuple(roles))


def _is_once(staged: Staged, keys: Sequence[str]) -> bool:
    """Whether a key stands in one row of the file only, as far as one column tells."""
    places = {key.rpartition("=")[2] for key in keys}
    return any(f"#{each.position}" in places and each.distinct == each.filled for each in staged.columns)


def ask_order(file_id: str, staged: Staged, keys: Sequence[str]) -> None:
    """Nothing; the order of day and month is asked, on which hangs which rows are meant."""
    hangs = "Which responses a row belongs to" if any(map(_day_in, keys)) else "What is the latest"
    render.quiet(f"{hangs} hangs on the dates of the file, and their order is not clear.")
    times = {place for place, _ in time_as(staged, keys, "")}
    texts = next((each.top for each in staged.columns if f"#{each.position}" in times), ())
    # where dates of the file say what the orders make of them, the others read none of it
    ways = {order: read for order in ORDERS if (read := read_as(texts, order))} or ORDERS
    st.segmented_control("Which is right?", list(ways), format_func=ways.__getitem__, key=f"second-order-{file_id}")


def read_as(texts: Iterable[tuple[str, int]], order: str) -> str | None:
    """A date of the file as it is read in this order; None where it changes none of them."""
    for text, _ in texts:
        found = days_of(text)
        if len(set(found.values())) > 1 and order in found:
            return f"{words.literal(text, 24)} is {day(found[order])}"
    return None


def order_of(file_id: str) -> str | None:
    """The order that was chosen; the choice itself is drawn where it must be asked."""
    key = f"_order-{file_id}"
    chosen = st.session_state.get(f"second-order-{file_id}")
    if chosen is not None:
        st.session_state[key] = chosen
    order: str | None = st.session_state.get(key)
    return order


def time_as(staged: Staged, keys: Sequence[str], order: str) -> tuple[tuple[str, str], ...]:
    """The day of the key, else the column of time, in this order, as a role that was given."""
    if days := [place for key in keys if (place := _day_in(key))]:
        return ((days[0], f"time:{order}"),)
    proposed = mappings.proposed_for(staged).columns
    return tuple((f"#{column.position}", f"time:{order}") for column in proposed if column.role is Role.TIME)


def _day_in(key: str) -> str:
    """The place in the file of a key that is the day of the answers; empty for any other."""
    ours, _, place = key.partition("=")
    return place if ours == "day" else ""
