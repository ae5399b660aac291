"""First words ahead of everybody: what the first page of a link is going to say, worked out before anybody draws it.

The results are those that the page itself asks for next, and are kept for it: nothing is worked out twice.
"""

from datetime import UTC, datetime
from functools import cached_property
from threading import BoundedSemaphore

from csat_core.analyses.answers import Tables
from csat_core.analyses.drivers import DriverChoice, Drivers
from csat_core.analyses.extremes import Extremes
from csat_core.analyses.onepager import OnePager
from csat_core.analyses.scorecard import Scorecard
from csat_core.analyses.trend import Looked, Trend
from csat_core.errors import CsatError
from csat_core.exports import reports
from csat_core.exports.source import Source
from csat_core.model import formats
from csat_core.model.report_page import ReportPage
from csat_core.model.share import Share, SharePage
from csat_core.model.view import View
from csat_core.service.first_words import MEMORY, NOTHING_CHOSEN, Choices, FirstWords
from pages.shared import guests, loaders, render
from pages.shared.guests import Reach

WITHOUT_OPTIONS = {SharePage.ONEPAGER, SharePage.OVERVIEW}
"""Their answers do not depend on the options that a link may begin with."""


LONGEST_WAIT = 0.3
"""Seconds for a turn: whoever holds a link could ask for the words of many addresses at once."""
_TURNS = BoundedSemaphore(2)

MOST_LINKS = 20
"""Prepared before anybody comes: people at work need the engine too."""


def to_prepare() -> list[Share]:
    """The links whose first words are not known, those that were opened last before the others."""
    generation, now = loaders.store().generation, datetime.now(UTC)
    live = [share for share in loaders.shares() if share.is_open(now) and not share.order.is_frozen]
    live.sort(key=lambda share: share.last_opened_at or share.created_at, reverse=True)
    return [share for share in live[:MOST_LINKS] if MEMORY.find(share.token_hash, NOTHING_CHOSEN, generation) is None]


def first_words(share: Share, chosen: Choices = NOTHING_CHOSEN) -> FirstWords | None:
    """What the link's first page says at the address that chooses `chosen`, kept for all who come there.

    None where that is not known before it is drawn: the options that the link begins with decide, the address names what
    is not offered, nothing can be shown, or others are waiting for theirs.
    """
    first = share.order.pages[0]
    if share.order.is_frozen or (share.order.start and first not in WITHOUT_OPTIONS):
        return None
    if not _TURNS.acquire(timeout=LONGEST_WAIT):
        return None
    try:
        return _worked_out(share, ReportPage(first.value), chosen)
    except CsatError:
        return None
    finally:
        _TURNS.release()


def _worked_out(share: Share, page: ReportPage, chosen: Choices) -> FirstWords | None:
    generation = loaders.store().generation
    reach = guests.reach(share.order, loaders.datasets())
    view = guests.narrowed(reach, {name: list(values) for name, values in chosen})
    if view is None:
        return None
    formats.use(reach.dataset.plan.numbers)
    title, answer = reports.said(_Kept(reach, view), page)
    found = FirstWords(
        share=share,
        heading=guests.heading_of(share, share.expires_at.date()),
        title=title,
        answer=render.together(answer),
        choices=guests.asked(reach),
        has_sidebar=len(share.order.pages) > 1,
    )
    MEMORY.keep(chosen, generation, found)
    return found


class _Kept(Source):
    """What a link shows, its results those that are kept for all pages."""

    def __init__(self, reach: Reach, view: View) -> None:
        self._key = (reach.scope, view, reach.policy)
        super().__init__(loaders.engine(reach.scope), reach.dataset, view, reach.policy)

    @cached_property
    def card(self) -> Scorecard:
        """The scorecard of the view."""
        return loaders.scorecard(*self._key)

    @cached_property
    def with_question(self) -> Tables:
        """The joint counts of the question with every driver and segment."""
        return loaders.with_question(*self._key[:2])

    @cached_property
    def extremes(self) -> Extremes:
        """The best and the worst level of any segment."""
        return loaders.extremes(*self._key)

    @cached_property
    def onepager(self) -> OnePager:
        """Everything on one page."""
        return loaders.onepager(*self._key)

    def _drivers(self, choice: DriverChoice) -> Drivers:
        return loaders.drivers(*self._key, choice)

    def _moving(self, looked: Looked) -> Trend:
        return loaders.moving(*self._key, looked)
