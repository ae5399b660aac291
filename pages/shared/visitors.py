"""Visitors: who looks - somebody of the house, or somebody with a link - asked anew in every run, whole or in part.

What a link shows is worked out here from its secret, on the server: nothing a browser says beside it can widen it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st

from csat_core.errors import CsatError
from csat_core.model.scope import OutOfScopeError
from csat_core.model.share import Share
from csat_core.service import doors
from csat_core.service.first_words import SECRET
from csat_core.store import Store, shares
from pages.shared import loaders


class LinkClosedError(CsatError):
    """A link that opens nothing: wrong, cut, ended or revoked all look the same."""

    def __init__(self) -> None:
        super().__init__(
            "This link does not open anything. It may have ended, or a part of it is missing: "
            "ask the person who sent it for a new one."
        )


class NotSignedInError(CsatError):
    """Somebody without a link who has not signed in, or did so too long ago."""

    def __init__(self) -> None:
        super().__init__("You signed out, or signed in too long ago. After signing in you come back to this view.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who looks."""

    share: Share | None = None
    """What somebody with a link is shown; None for somebody of the house."""
    is_preview: bool = False
    """Whether somebody of the house looks at what a link is going to show."""

    @property
    def is_guest(self) -> bool:
        """Whether only what was shared may be seen, and nothing taken, written or read answer by answer."""
        return self.share is not None

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses of the pages that were shared, the first one first; none for somebody of the house, who sees all."""
        return tuple(page.value for page in self.share.order.pages) if self.share else ()


HOUSE = Visitor()


def admitted() -> Visitor:
    """Who looks now; raises LinkClosedError for a link that opens nothing, NotSignedInError for nobody we know."""
    secret = _secret()
    if secret is None:
        if doors.who(st.context.cookies) is None:
            raise NotSignedInError
        preview = st.session_state.get("_preview")
        return HOUSE if preview is None else Visitor(share=preview, is_preview=True)
    share = loaders.share_of(shares.hash_of(secret))
    if (
        share is None
        or not share.is_open(datetime.now(UTC))
        or share.order.is_frozen
        or not doors.has_proof(st.context.cookies, share)
    ):
        raise LinkClosedError
    return Visitor(share=share)


def _secret() -> str | None:
    """The secret of this visit: that of the URL, else the one that the visit began with; another one is another visit."""
    state = st.session_state
    named, known = st.query_params.get(SECRET), state.get("_secret")
    if named is None:
        return known
    if named != known:
        state.clear()
        state["_secret"] = named
    return named


def now() -> Visitor:
    """Who was admitted when this run, or the one that drew the page around this part, began."""
    return st.session_state.get("_visitor", HOUSE)  # type: ignore[no-any-return]


def welcome(visitor: Visitor) -> None:
    """Nothing; who looks is known to the pages, and a link that is opened is counted once a visit."""
    st.session_state["_visitor"] = visitor
    share = visitor.share
    if share is not None and not visitor.is_preview and st.session_state.get("_opened") != share.id:
        if doors.is_first(dict(st.context.cookies), share):
            shares.note(loaders.store(), "opened", share)
        st.session_state["_opened"] = share.id


def writable() -> Store:
    """The store, for somebody who may change what is in it; raises OutOfScopeError for everybody else."""
    if admitted().is_guest or now().is_guest:
        raise OutOfScopeError
    return loaders.store()


def check() -> None:
    """Nothing; draws everything anew where somebody else looks than the one it was drawn for, or nobody may any more."""
    try:
        is_same = admitted() == now()
    except CsatError:
        is_same = False
    if not is_same:
        st.rerun()
