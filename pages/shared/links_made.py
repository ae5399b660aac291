"""Links that were made: the newest with its secret, which is shown once, and all of them to look over and take back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

import streamlit as st

from csat_core import words
from csat_core.errors import CsatError
from csat_core.model.dataset import Dataset
from csat_core.model.formats import day
from csat_core.model.share import Share
from csat_core.service import settings
from csat_core.store import shares as kept_shares
from csat_core.words import shares as share_words
from pages.shared import guests, loaders, render, visitors
from pages.shared.nothing_to_show import NothingToShowError

MOST_TRIED = 20
"""Links of which the list says whether they show anything: it takes a look at the data for each."""
HERE_ALONE = (
    "In local mode it opens on this machine alone: for others, run the app in server mode (docs/operations.md), "
    "or send a file of the page."
)


def just_made() -> None:
    """Nothing; the link that was made just now, which is shown this once."""
    made: tuple[Share, str] | None = st.session_state.get("_made")
    if made is None:
        return
    share, token = made
    with st.container(border=True, key="no-print-made"):
        render.strong(f"The link to '{share.order.name}' is ready. It is shown this once: copy it now.", "made")
        st.code(address_of(token), language=None, wrap_lines=True)
        render.quiet(
            f"Open until {day(share.expires_at.date())}{', with the passcode you chose' if share.has_passcode else ''}. "
            "Whoever holds it sees what you looked at, and nothing else."
        )
        if not settings.chosen().is_server:
            render.quiet(HERE_ALONE)
        st.button("Done", on_click=lambda: st.session_state.pop("_made", None))


def address_of(token: str) -> str:
    """The link that opens a share, at the address where this page was opened."""
    here = urlsplit(st.context.url or "http://localhost")
    return f"{here.scheme}://{here.netloc}/s/{token}"


def listed(made: Sequence[Share]) -> None:
    """Nothing; every link that was made, open ones first, each with what it shows and whether anybody looked."""
    if not made:
        return
    now = datetime.now(UTC)
    of = {dataset.id: dataset for dataset in loaders.datasets()}
    live = [share for share in made if share.is_open(now)]
    if live:
        st.subheader("Open links", anchor=False)
    for place, share in enumerate(live):
        with st.container(border=True, key=f"share-{share.id}"):
            left, right = st.columns([5, 1], vertical_alignment="center")
            with left:
                render.strong(share.order.name, f"share-{share.id}")
                render.quiet(
                    f"{share_words.contents(share, of.get(share.dataset_id))} {share_words.opened(share)}{_shows(share) if place < MOST_TRIED else ''}"
                )
            right.button("Revoke", key=f"revoke-{share.id}", on_click=_revoke, args=(share.id,), width="stretch")
    ended = [share for share in made if not share.is_open(now)]
    if ended:
        render.folded(f"Links that ended ({len(ended)})", "shares-ended", lambda: _ended(ended, of))


def _shows(share: Share) -> str:
    """That a link shows nothing now, and why; empty where it shows something."""
    if share.order.is_frozen:
        return ""
    try:
        guests.reach(share.order, loaders.datasets())
    except NothingToShowError as error:
        return f" It {error.brief}."
    return ""


def _ended(ended: Sequence[Share], of: dict[int, Dataset]) -> None:
    for share in ended[:50]:
        how = f"Revoked on {day(share.revoked_at.date())}" if share.revoked_at else "Ended"
        render.quiet(
            f"{words.shortened(share.order.name)} · {share_words.contents(share, of.get(share.dataset_id))} {how}. {share_words.opened(share)}"
        )


def _revoke(share_id: int) -> None:
    try:
        kept_shares.revoke(visitors.writable(), share_id)
        st.toast("The link does not open any more.", icon=":material/link_off:")
    except CsatError as error:
        st.toast(words.literal(str(error), 300), icon=":material/error:")
