"""Guests: the page around what a link shows. The view is the one that was shared; only listed levels may be chosen."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import count

import streamlit as st

from csat_core import words
from csat_core.analyses import sharing
from csat_core.model.dataset import Dataset
from csat_core.model.formats import day
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import OneOf
from csat_core.model.scope import OutOfScopeError, Scope
from csat_core.model.share import Share, ShareOrder, SharePage
from csat_core.model.view import View, from_params, to_params
from pages.shared import loaders, options
from pages.shared.nothing_to_show import ColumnGoneError, TooFewAnswersError

ENDS = "share-ends"
"""Until when a link that is looked at before it is made shall open."""
ALL = ""
"""No level is chosen."""


WITH_DRIVERS = {SharePage.ONEPAGER, SharePage.OVERVIEW, SharePage.DRIVERS}
"""The pages that hold other questions against the one that was shared."""


def scope_of(order: ShareOrder, dataset: Dataset, policy: BasePolicy) -> Scope:
    """What a link lets its readers ask of the whole dataset."""
    question = order.view.question
    others = dataset.questions if WITH_DRIVERS & set(order.pages) else ()
    return Scope(
        datasets=frozenset({order.view.dataset_id}),
        locked=order.view.where,
        rows=False,
        pages=frozenset(page.value for page in order.pages),
        questions=frozenset({question}),
        drivers=frozenset(column.id for column in others if column.id != question),
        groups=sharing.groups_of(dataset),
        free=order.free,
        shown_from=policy.shown_from,
        grain=order.view.grain,
    )


def dataset_of(order: ShareOrder, datasets: tuple[Dataset, ...]) -> Dataset:
    """The dataset that was shared, whole; raises ColumnGoneError where what the link names was lost."""
    found = next((each for each in datasets if each.id == order.view.dataset_id), None)
    if found is None:  # it was removed in the middle of this run: its links go with it
        raise ColumnGoneError
    there = {column.id for column in found.segments}
    named = {each.column for each in (*order.view.filters, *order.free)}
    if order.view.question not in {column.id for column in found.questions} or not named <= there:
        raise ColumnGoneError
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a link reaches before its reader chooses anything."""

    dataset: Dataset
    """As its readers may know it."""
    view: View
    """The one that was shared, of the data as they are now."""
    scope: Scope
    policy: BasePolicy
    offered: tuple[OneOf, ...]
    """By what its readers may narrow the view."""


def reach(order: ShareOrder, datasets: tuple[Dataset, ...]) -> Reach:
    """What a link reaches now; raises NothingToShowError, of which kind says why."""
    whole = dataset_of(order, datasets)
    policy = whole.plan.policy or loaders.policy()
    scope = scope_of(order, whole, policy)
    try:
        dataset, offered = loaders.narrowed(scope, whole), loaders.offered(scope, whole)
    except OutOfScopeError as error:  # the question is there, so all of it is too small
        raise TooFewAnswersError(policy.shown_from) from error
    # a workshop is played with numbers that are typed in
    if not dataset.column(order.view.question).answered and SharePage.WORKSHOP not in order.pages:
        raise TooFewAnswersError(policy.shown_from)
    view = replace(order.view, version=dataset.version)
    return Reach(dataset=dataset, view=view, scope=scope, policy=policy, offered=offered)


def asked(reach: Reach) -> tuple[str, ...]:
    """The names of what its readers may choose."""
    return tuple(words.shortened(reach.dataset.column(each.column).title, 40) for each in reach.offered)


def narrowed(reach: Reach, chosen: dict[str, list[str]]) -> View | None:
    """The view at the address that chooses `chosen`; None where it names anything but one level each of what is offered."""
    there = {each.column: each.values for each in reach.offered}
    if not chosen.keys() <= there.keys():
        return None
    named = from_params(chosen, reach.dataset)[0].filters
    if len(named) != len(chosen) or any(
        len(each.values) != 1 or each.values[0] not in there[each.column] for each in named
    ):
        return None
    return replace(reach.view, filters=(*reach.view.filters, *named))


def view_of(order: ShareOrder, reach: Reach) -> View:
    """The view that was shared, narrowed by what its reader chose of what is offered."""
    view, dataset = reach.view, reach.dataset
    if not reach.offered:
        return view
    chosen = []
    row = st.container(key="choices-guest", horizontal=True, vertical_alignment="bottom", gap="small")
    for each in reach.offered:
        level = row.selectbox(
            words.literal(dataset.column(each.column).title, 40),
            [ALL, *each.values],
            key=_key(order, each.column),
            format_func=_written(each).__getitem__,
            persist_state="session",
        )
        if level != ALL:
            chosen.append(OneOf(column=each.column, values=(level,)))
    return replace(view, filters=(*view.filters, *chosen))


def _written(each: OneOf) -> dict[object, str]:
    """What is offered as it is written, no two alike: a browser says what was chosen by its text."""
    found: dict[object, str] = {}
    for level in each.values:
        text, taken = words.straight(str(level)), set(found.values())
        found[level] = (
            text if text not in taken else next(new for n in count(2) if (new := f"{text} ({n})") not in taken)
        )
    whole = next(
        name
        for name in ("All", "No filter", *(f"No filter ({n})" for n in range(2, 100)))
        if name not in found.values()
    )
    return {ALL: whole} | found


def adopt(order: ShareOrder, dataset: Dataset, offered: tuple[OneOf, ...], raw: dict[str, list[str]]) -> None:
    """Nothing; what the URL chooses of what is offered is what the page begins with. What else it says is left."""
    state = st.session_state
    if "_begun" not in state:
        state["_begun"] = True
        options.adopt(dataset, {name: list(values) for name, values in order.start})
    options.adopt(dataset, options.split(raw))
    named, _ = from_params({each.column: raw[each.column] for each in offered if each.column in raw}, dataset)
    picked = {each.column: each.values for each in named.filters}
    for each in offered:
        levels = [level for level in picked.get(each.column, ()) if level in each.values]
        state[_key(order, each.column)] = levels[0] if len(levels) == 1 else ALL


def params_of(view: View, dataset: Dataset, offered: tuple[OneOf, ...], order: ShareOrder) -> dict[str, list[str]]:
    """What the reader chose, as URL parameters."""
    free = {each.column for each in offered}
    own = tuple(each for each in view.filters if each.column in free and each not in order.view.filters)
    written = to_params(replace(view, filters=own), dataset)
    return {name: values for name, values in written.items() if name in free}


def _key(order: ShareOrder, column: str) -> str:
    return f"guest:{order.view.dataset_id}:{column}"


def say_what_is_not_offered(order: ShareOrder, dataset: Dataset, offered: tuple[OneOf, ...]) -> None:
    """Nothing; which levels recipients cannot choose, and what brings the larger of them back."""
    there = {each.column: each.values for each in offered}
    for each in order.free:
        lost = [str(level) for level in each.values if level not in there.get(each.column, ())]
        if lost:
            name = words.shortened(next(c.title for c in dataset.columns if c.id == each.column), 40)
            listed = ", ".join(words.shortened(level, 40) for level in lost[:8])
            st.text(
                f"{name}: {listed} cannot be chosen. Too few answers would be left somewhere, or the small groups could be worked "
                "out from the others. A filter that leaves out the small ones, or fewer columns to choose from, brings the rest back."
            )


def heading(share: Share) -> None:
    """Nothing; what the one who shared it wrote above it, and until when it opens."""
    ends = share.expires_at.date()
    text = heading_of(share, ends if share.id else st.session_state.get(ENDS, ends))
    st.text(text)


def heading_of(share: Share, ends: date) -> str:
    """What stands above all that a link shows."""
    return f"{words.shortened(share.order.name)} · open until {day(ends)}"
