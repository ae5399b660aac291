"""Shares on the page: what is ordered, looked at as its recipients will see it, and made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import partial

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.exports.html import to_html
from csat_core.exports.report import Origin
from csat_core.model.dataset import Column, Role
from csat_core.model.formats import count, day
from csat_core.model.predicate import OneOf
from csat_core.model.report_page import ReportPage
from csat_core.model.share import (
    LONGEST_NAME,
    LONGEST_PASSCODE,
    LONGEST_TIME,
    SHORTEST_PASSCODE,
    USUAL_TIME,
    Share,
    ShareOrder,
    SharePage,
)
from csat_core.service import frozen
from csat_core.store import shares as kept_shares
from pages.shared import guests, loaders, options, render, ways
from pages.shared.nothing_to_show import NothingToShowError
from pages.shared.shell import Context

MOST_FREE = 3
"""Columns to choose from: each more makes the groups smaller that a choice leaves, until there is nothing to show."""
MOST_LEVELS = 50
FIRST_PAGE = SharePage.ONEPAGER
LIVE, FROZEN = "live", "frozen"
TIMES = {LIVE: "Follow them", FROZEN: "Stay as it is today"}
LOOK = "Look at it as they will"
DRAFT = "_draft"
"""What the form held when it was looked at as a guest: it is filled in again on the way back."""


def sentence(made: Sequence[Share], now: datetime) -> str:
    """The answer of the page: what is shared, and whether anybody looked."""
    live = [share for share in made if share.is_open(now)]
    if not live:
        return "Nothing is shared now. Choose what others may see, look at it as they will, then make the link."
    opened = [share.last_opened_at for share in live if share.last_opened_at]
    looked = f"the last was opened on {day(max(opened).date())}" if opened else "nobody has opened one yet"
    many = "1 link is open" if len(live) == 1 else f"{count(len(live))} links are open"
    return f"{many}; {looked if len(live) > 1 or opened else 'nobody has opened it yet'}."


def form(context: Context) -> None:
    """Nothing; what a new link is to show. It is made once it was looked at."""
    st.subheader("A new link", anchor=False)
    render.quiet(f"It shows {_shown(context)}. The sidebar changes what that is; recipients cannot.")
    draft: ShareOrder | None = st.session_state.pop(DRAFT, None)
    if draft is not None:
        _fill_in(draft)
    left, right = st.columns(2, gap="large")
    with left:
        st.session_state.setdefault("share-name", words.shortened(context.dataset.name, LONGEST_NAME))
        st.text_input(
            "What recipients read above it", max_chars=LONGEST_NAME, key="share-name", persist_state="session"
        )
        st.session_state.setdefault("share-pages", [FIRST_PAGE.value])
        st.multiselect(
            "Pages, the first being where it opens",
            [page.value for page in SharePage if ways.is_shown(page.value)],
            key="share-pages",
            format_func=lambda page: SharePage(page).words,
            persist_state="session",
        )
    with right:
        there = {column.id: column for column in free_columns(context)}
        st.multiselect(
            "What recipients may narrow it by",
            list(there),
            key="share-free",
            format_func=words.told_apart(tuple(there.values()), 40).__getitem__,
            max_selections=MOST_FREE,
            placeholder="nothing: they see it as it is",
            help="They choose one group at a time. Groups that would get too small are put together.",
            persist_state="session",
        )
        st.session_state.setdefault("share-time", LIVE)
        st.segmented_control(
            "When new answers come in",
            list(TIMES),
            key="share-time",
            required=True,
            format_func=TIMES.__getitem__,
            help="A frozen link is a document: it keeps its numbers and its date, and nothing in it can be chosen.",
        )
    if st.session_state["share-time"] == FROZEN:
        _frozen(context)
    else:
        st.button(LOOK, type="primary", icon=":material/visibility:", on_click=_look, args=(context,))


def _frozen(context: Context) -> None:
    """Nothing; the document that a frozen link is to show: made, looked at, and shared as it is."""
    if not st.button(LOOK, type="primary", icon=":material/visibility:", key="share-look-frozen"):
        drawn: _Drawn | None = st.session_state.get("_drawn")
    else:
        with st.spinner("Writing the document"):
            drawn = st.session_state["_drawn"] = _draw(context)
    if drawn is None:
        return
    with st.container(border=True, key="no-print-preview"):
        render.strong("The document is ready. Look at it before anybody gets a link: it stays as it is.", "preview")
        st.link_button("Open the document", drawn.path, icon=":material/open_in_new:")
        made_at = drawn.origin.made_at
        _ending(Share(id=0, order=drawn.order, created_at=made_at, expires_at=made_at + USUAL_TIME))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """A document that nobody has a link to yet."""

    order: ShareOrder
    path: str
    document: bytes
    origin: Origin


def _draw(context: Context) -> _Drawn | None:
    """The document of the form as it is filled in; None, with a sentence, where it cannot be made."""
    try:
        order = replace(_ordered(context, free=False), is_frozen=True)
        reach = guests.reach(order, loaders.datasets())
        pages = [ReportPage(page.value) for page in order.pages]
        found = loaders.report(reach.scope, order.view, reach.policy, pages)
    except NothingToShowError as error:
        st.error(f"{error.title}. {error.way_out}", icon=":material/error:")
        return None
    except CsatError as error:
        st.error(words.literal(str(error), 300), icon=":material/error:")
        return None
    document = frozen.packed(to_html(replace(found, title=order.name)))
    return _Drawn(order=order, path=frozen.PREVIEWS.keep(document), document=document, origin=found.facts.origin)


def free_columns(context: Context) -> tuple[Column, ...]:
    """The columns that recipients could narrow by."""
    return tuple(
        column
        for column in context.dataset.segments
        if 1 < len(column.levels) <= MOST_LEVELS and column.role is not Role.AGENT
    )


def _shown(context: Context) -> str:
    """The view in words."""
    dataset, view = context.dataset, context.view
    question = dataset.column(view.question).title
    return f"'{question}', {words.period_words(dataset, view)}{words.filter_words(dataset, view)}"


def _look(context: Context) -> None:
    """Nothing; the next run shows what a link would show."""
    state = st.session_state
    try:
        order = _ordered(context)
    except CsatError as error:
        st.toast(words.literal(str(error), 300), icon=":material/error:")
        return
    now, before = datetime.now(UTC), (context.view, options.set_aside())
    state.clear()  # as in a visit that begins: recipients do not have what was played with here
    state["_preview"] = Share(id=0, order=order, created_at=now, expires_at=now + USUAL_TIME)
    state["_before"], state["_go"] = before, order.pages[0].value


def _ordered(context: Context, *, free: bool = True) -> ShareOrder:
    """The form as it is filled in; raises InvalidShareError."""
    state = st.session_state
    return ShareOrder(
        name=state["share-name"].strip(),
        view=context.view,
        pages=tuple(SharePage(page) for page in state["share-pages"]),
        free=tuple(_levels(context, column) for column in state["share-free"]) if free else (),
        start=tuple((name, tuple(values)) for name, values in options.chosen_now(context.dataset).items()),
    )


def _levels(context: Context, column_id: str) -> OneOf:
    """Every level of a column that the view leaves."""
    within = {each.column: each.values for each in context.view.filters}
    levels = within.get(column_id) or context.dataset.column(column_id).levels
    return OneOf(column=column_id, values=tuple(level for level in levels if level is not None))


def _fill_in(draft: ShareOrder) -> None:
    state = st.session_state
    state["share-name"] = draft.name
    state["share-pages"] = [page.value for page in draft.pages]
    state["share-free"] = [each.column for each in draft.free]
    state["share-time"] = FROZEN if draft.is_frozen else LIVE


def preview_bar(share: Share) -> None:
    """Nothing; above what is going to be shared: how long, under which passcode, and the way back."""
    with st.container(border=True, key="no-print-preview"):
        render.strong("This is what recipients will see. Nobody has a link yet.", "preview")
        _ending(share)


def _ending(share: Share) -> None:
    """Nothing; until when a link shall open and under which passcode, the button that makes it, and the way back."""
    row = render.choices("preview")
    with row:
        today = datetime.now(UTC).date()
        row.date_input(
            "Open until",
            today + USUAL_TIME,
            min_value=today + timedelta(days=1),
            max_value=today + LONGEST_TIME,
            format="YYYY-MM-DD",
            key=guests.ENDS,
        )
        # seen as it is typed: the button in a hidden field keeps Streamlit from taking what was typed once Tab is pressed
        row.text_input(
            "Passcode (optional)", autocomplete="off", max_chars=LONGEST_PASSCODE, key="share-passcode",
            help=f"At least {SHORTEST_PASSCODE} characters. Tell it to them on another way than the link.",
        )  # fmt: skip
        row.button("Make the link", type="primary", icon=":material/link:", on_click=_make, args=(share,))
        row.button("Change something", on_click=_back, args=(share,))


def _make(share: Share) -> None:
    # read here: what a callback is given was true before the last thing that was typed
    state = st.session_state
    ends_at, passcode = datetime.combine(state[guests.ENDS], time(23, 59, 59), UTC), state["share-passcode"]
    drawn: _Drawn | None = state.get("_drawn") if share.order.is_frozen else None
    make = partial(kept_shares.make_share, loaders.store(), share.order, ends_at, passcode=passcode)
    try:
        made = make(document=drawn.document, data_hash=drawn.origin.data_hash) if drawn else make()
    except CsatError as error:
        st.toast(words.literal(str(error), 300), icon=":material/error:")
        return
    _back(share)
    state.pop(DRAFT)
    state["_made"] = (made.share, made.token)


def _back(share: Share) -> None:
    """Nothing; somebody of the house looks again, at the form as it was."""
    state = st.session_state
    if "_before" in state:
        view, aside = state["_before"]
        state.clear()
        state.update(aside)
        state["_returned"] = view
    state.pop("_drawn", None)
    state["_go"] = "share"
    state[DRAFT] = share.order


def how() -> None:
    """Nothing; what a link shows and what it keeps to itself."""
    st.markdown(
        "- **What is locked**: question, period, filters, scheme and length of periods. Recipients choose among the groups you "
        "list, one at a time, and among the options of a page.\n"
        "- **What stays here**: single answers, comments, customers, downloads, other datasets and other questions.\n"
        "- **New answers**: a live link shows them as they come, so whoever reads it before and after knows what came in between; a frozen one "
        "stays as it is.\n"
        "- **Small groups**: groups with fewer answers than the base policy shows are put together with others before anything "
        "leaves the database, so that no choice, and no difference of two choices, gives one away.\n"
        "- **How often it was opened**: once for each visit, which lasts up to twelve hours in a browser; a reload is none. What somebody has on the screen when a link is "
        "revoked stays there until they touch it.\n"
        "- **The link**: 192 random bits, of which only a hash is kept. Wrong, cut, ended and revoked links look the same."
    )
