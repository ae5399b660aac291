"""What the score of a file hangs on and the file does not settle: said in a line, with a button for the other way."""

from collections.abc import Sequence

import streamlit as st

from csat_core import words
from csat_core.ingest.checks import Checked
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.going_together import AS_RATINGS_DO
from csat_core.ingest.proposal.going_together import CODE as GROUPS
from csat_core.ingest.scales.given_scales import near, parse_given
from csat_core.ingest.texts.reading import fold
from csat_core.model.dataset import Column, Role
from csat_core.model.formats import count
from csat_core.model.scale import Scale, number_text
from pages.shared import render, visitors
from pages.shared.draft import Draft

ASSUMED, NEAR = "assumed_scale", "near_label"
MOST_DRIVERS = 6
DOUBTS = (ASSUMED, "missing_codes", NEAR)
"""Problems of the outcome that change its score, by code; rows off its scale are in the sentence."""


def of(checked: Checked, outcome: Column) -> Problem | None:
    """The first of what the score hangs on; None where nothing is in doubt."""
    found = {problem.code: problem for problem in checked.problems if problem.column == outcome.name}
    return next((found[code] for code in DOUBTS if code in found), None)


def told(draft: Draft, problem: Problem) -> None:
    """Nothing; the doubt in a line, and what can be done about it at one press."""
    column = next((each for each in draft.decided().columns if each.name == problem.column), None)
    if column is None:
        return
    if problem.code == NEAR:
        render.quiet((problem.on_page or problem.message).partition("; 'Read")[0] + ".")
        misspelt(draft, {column.name: problem.count}, "doubt")
        return
    render.quiet(f"Assumed: {column.reason}")
    for at, (label, scale) in enumerate(_ways(column)):
        if st.button(label, key=f"other-way-{at}-{draft.file_id}"):
            draft.take_over(visitors.writable(), draft.roles, {**draft.scales, f"#{column.position}": scale})
            st.rerun()


def drivers(draft: Draft) -> None:
    """Nothing; of drivers of which the file does not say which end is the best a button each that turns them around."""
    open_ = [
        column for column in draft.decided().columns if column.role is Role.DRIVER and _is_turned_by_its_rival(column)
    ]
    if not open_ or draft.target is not None:
        return
    which, more = _counted(open_)
    render.quiet(f"Assumed of {which}: which end is the best{more}. Turn it around where it is the other way:")
    with st.container(horizontal=True, gap="small"):
        for column, named in zip(open_, _named(open_), strict=False):
            assert column.scale is not None
            worst, *_, best = (words.literal(label, 30) for label in column.scale.labels)
            if st.button(
                f"{named} · take '{worst}' as the best, not '{best}'", key=f"turned-{column.position}-{draft.file_id}"
            ):
                scales = {**draft.scales, f"#{column.position}": column.scale.backwards.name}
                draft.take_over(visitors.writable(), draft.roles, scales)
                st.rerun()


def groups(draft: Draft, checked: Checked) -> None:
    """Nothing; of drivers whose numbers may be codes of groups a button each that makes them a segment."""
    doubted = {problem.column for problem in checked.problems if problem.code == GROUPS}
    rated = (column for column in draft.decided().columns if column.name in doubted and column.role is Role.DRIVER)
    open_ = [column for column in rated if not column.reason.endswith(AS_RATINGS_DO)]
    if not open_ or draft.target is not None:
        return
    which, more = _counted(open_)
    render.quiet(f"The answers of {which} go with no others, as codes of groups do{more}. Where they are that:")
    with st.container(horizontal=True, gap="small"):
        for column, named in zip(open_, _named(open_), strict=False):
            if st.button(f"{named}: groups", key=f"groups-{column.position}-{draft.file_id}"):
                roles = {**draft.roles, f"#{column.position}": Role.SEGMENT.value}
                draft.take_over(visitors.writable(), roles, draft.scales)
                st.rerun()


def _counted(open_: Sequence[ColumnMapping]) -> tuple[str, str]:
    """How many drivers there are, in words, and where those are told of that have no button here."""
    which = "a driver" if len(open_) == 1 else f"{count(len(open_))} drivers"
    more = f"; of {count(len(open_) - MOST_DRIVERS)} of them see Columns" if len(open_) > MOST_DRIVERS else ""
    return which, more


def _named(open_: Sequence[ColumnMapping]) -> list[str]:
    """What is asked in each driver that has a button here: a name may be a code that says nothing."""
    names = [f"{column.name}: {column.label}" if column.label else column.name for column in open_]
    return [words.literal(name) for name in words.apart(names, 60)[:MOST_DRIVERS]]


def _is_turned_by_its_rival(column: ColumnMapping) -> bool:
    return column.assumed and column.scale is not None and column.rival == column.scale.backwards.name


def _ways(column: ColumnMapping) -> list[tuple[str, str]]:
    """What a button says, and the scale it gives the column: each other way in which its cells may be read."""
    ways = []
    if column.rival:
        ways.append((_read_as(column.rival, column.scale), column.rival))
    if column.scale is None:
        return ways
    if "0" in column.not_applicable:
        ways.append(("0 is an answer, the worst", f"0-{number_text(max(column.scale.values))}"))
    codes = [code for code in column.dont_know if code.lstrip("-").isdigit()]
    if codes:
        said = words.literal(" or ".join(codes))
        ways.append((f"{said} is a mistake: set such rows aside", column.scale.name))
    return ways


def _read_as(rival: str, scale: Scale | None) -> str:
    """What is done by a press that reads the answers as `rival` says: what it tells otherwise than `scale`."""
    if "|" not in rival:
        return f"Read it as {words.literal(rival)}"
    given = parse_given(rival)
    labels = given.scale.labels
    now, then = ({fold(label): label for label in each} for each in (scale.labels if scale else (), labels))
    more, less = ([each[key] for key in each if key not in other] for each, other in ((then, now), (now, then)))
    if less and (given.dont_know or given.not_applicable):
        return f"{_shown(less)} is no answer"
    if bool(more) != bool(less) and now:
        change = f"with {_shown(more)} as well" if more else f"without {_shown(less)}"
        return f"Read it on {count(len(labels))} answers, {change}"
    return f"Read {_shown(labels[:1])} as the worst and {_shown(labels[-1:])} as the best"


def _shown(labels: Sequence[str]) -> str:
    return " and ".join(f"'{words.literal(words.shortened(label, 40))}'" for label in labels)


def misspelt(draft: Draft, found: dict[str, int], key: str) -> None:
    """Nothing; a button that reads answers which look misspelt as the labels they are nearest to, where there are any.

    `found` has how many there are in each column.
    """
    if not found or draft.target is not None:
        return
    if st.button(
        f"Read misspelt answers as the nearest answer ({count(sum(found.values()))})", key=f"near-{key}-{draft.file_id}"
    ):
        named = [column for column in draft.decided().columns if column.name in found]
        wished = {f"#{each.position}": near(draft.scales.get(f"#{each.position}", "")) for each in named}
        draft.take_over(visitors.writable(), draft.roles, draft.scales | wished)
        st.rerun()
