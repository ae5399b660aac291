"""Shares: what a link shows, to whom, and until when. The link itself is a secret and is nowhere kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from csat_core.errors import CsatError
from csat_core.model.page_address import PageAddress
from csat_core.model.predicate import OneOf
from csat_core.model.view import View

USUAL_TIME = timedelta(days=30)
LONGEST_TIME = timedelta(days=366)
SHORTEST_PASSCODE = 6
LONGEST_PASSCODE = 128
LONGEST_NAME = 80


class SharePage(PageAddress):
    """A page that may be shared, by its address."""

    ONEPAGER = "onepager"
    OVERVIEW = "overview"
    TRENDS = "trends"
    JOURNEY = "journey"
    SEGMENTS = "segments"
    DRIVERS = "drivers"
    BENCHMARKS = "benchmarks"
    ROI = "roi"
    WORKSHOP = "workshop"


class InvalidShareError(CsatError):
    """Something that cannot be shared in this way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareOrder:
    """What is to be shared, before there is a link to it; raises InvalidShareError."""

    name: str
    """What the recipients read above it."""
    view: View
    """Question, period, filters, scheme and periods: all of them locked. Its version is of the day it was shared."""
    pages: tuple[SharePage, ...]
    """The first is where the link opens."""
    free: tuple[OneOf, ...] = ()
    """By which levels of which columns recipients may narrow, one level of a column at a time."""
    start: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The options that the pages begin with, as they stand in a URL."""
    is_frozen: bool = False
    """Whether it keeps showing what it showed when it was shared, whatever becomes of the data."""

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > LONGEST_NAME:
            raise InvalidShareError(
                f"The name has {len(self.name.strip())} characters; recipients read it above the page, "
                f"so give it 1 to {LONGEST_NAME}."
            )
        if not self.pages or len(set(self.pages)) < len(self.pages):
            raise InvalidShareError("A link shows one page or several, each once; choose at least one.")
        if self.is_frozen and SharePage.WORKSHOP in self.pages:
            raise InvalidShareError("The workshop is to be played with, so it cannot be frozen; share it live.")
        if self.is_frozen and self.free:
            raise InvalidShareError(
                "A frozen link keeps what it shows, so recipients cannot narrow it; share it live, or without filters to choose."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share that was made."""

    id: int
    order: ShareOrder
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None
    has_passcode: bool = False
    token_hash: str = ""
    """SHA-256 of the secret in the link: enough to know the link again, not enough to make it."""
    data_hash: str = ""
    """What the data was when it was frozen; empty for a live one."""
    opened: int = 0
    last_opened_at: datetime | None = None

    @property
    def dataset_id(self) -> int:
        """The one dataset it shows."""
        return self.order.view.dataset_id

    def is_open(self, now: datetime) -> bool:
        """Whether the link still opens."""
        return self.revoked_at is None and now < self.expires_at
