"""One column of a file seen whole: where a table has no room, and where its cells are too narrow for what they say."""

import streamlit as st

from csat_core import words
from csat_core.model.dataset import Role
from pages.shared import render
from pages.shared.column_facts import Facts, use_of
from pages.shared.draft import Draft

SCALES = (
    "1-5, 0-10, 5-1 where 1 is the best, or answers from worst to best with | between them. What is no answer stands behind: "
    "1-5, 0 = not applicable, 9 = don't know."
)

MARKS = {"point": "12.5: a point", "comma": "12,5: a comma"}

CUTS = (
    "A number as groups to compare: up to the first, over it up to the next, and so on. Empty: pages divide it evenly."
)


def is_begun(draft: Draft) -> bool:
    """Whether something was chosen for a column that is not taken over yet."""
    return st.session_state.get(_key(draft, "which")) is not None


def chosen(draft: Draft, facts: tuple[Facts, ...], roles: dict[str, str], scales: dict[str, str]) -> None:
    """Nothing; a column to choose, all that is known of it, and its use and scale to change into `roles` and `scales`."""
    by_name = {fact.named: fact for fact in facts}
    named = st.selectbox(
        "One column: what it holds, and why it is read so",
        list(by_name),
        index=None,
        format_func=lambda named: f"{words.shortened(by_name[named].name, 60)} · {use_of(by_name[named].role)}",
        placeholder="Choose a column",
        key=_key(draft, "which"),
    )
    if named is None:
        return
    fact = by_name[named]
    asks = [f"Asks: {fact.asks}"] if fact.asks else []
    examples = [f"Frequent values: {fact.examples}"] if fact.examples else []
    render.quiet("\n\n".join([*asks, f"Why: {fact.reason}", *examples, f"Cells: {fact.cells}."]))
    with render.choices("one-column"):
        role = st.selectbox(
            "Used as",
            [role.value for role in Role],
            index=[role.value for role in Role].index(roles.get(named, fact.role).partition(":")[0]),
            format_func=use_of,
            key=_key(draft, f"use-{named}"),
        )
        scale, cuts = scales.get(named, fact.scale), fact.cuts
        if Role(role).storage == "question":
            scale = st.text_input(
                "Scale", scale, placeholder="such as 1-5", help=SCALES, key=_key(draft, f"scale-{named}")
            )
        if role == Role.METRIC:
            cuts = st.text_input(
                "Bands end at", fact.cuts, placeholder="such as 18, 25, 35", help=CUTS, key=_key(draft, f"cuts-{named}")
            )
        mark = _mark(draft, named) if Role(role).storage == "number" else None
    decide(fact, role, scale.strip(), cuts.strip(), roles, scales)
    if mark:
        roles[named] = f"{role}:{mark},{cuts.strip()}" if role == Role.METRIC and cuts.strip() else f"{role}:{mark}"


def _mark(draft: Draft, named: str) -> str | None:
    """The decimal mark that was chosen for a column of numbers; None where it stays as it was found."""
    return st.selectbox(
        "Decimal mark",
        list(MARKS),
        index=None,
        format_func=MARKS.__getitem__,
        placeholder="as it was found",
        key=_key(draft, f"mark-{named}"),
    )


def decide(fact: Facts, role: str, scale: str, cuts: str, roles: dict[str, str], scales: dict[str, str]) -> None:
    """Nothing; `roles` and `scales` hold what was changed about a column, and nothing where it was left alone."""
    if role != fact.role:
        roles[fact.named] = role
    if role == Role.METRIC and cuts != fact.cuts:
        roles[fact.named] = f"{role}:{cuts}"
    if role != fact.role and Role(role).storage != "question":
        scales.pop(fact.named, None)
    if scale != fact.scale:
        scales.pop(fact.named, None)
        if scale:
            scales[fact.named] = scale


def _key(draft: Draft, what: str) -> str:
    return f"column-{what}-{draft.file_id}-{draft.round}"
