"""Events: what happened on a day - a release, a campaign, an outage - and may have moved satisfaction."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from csat_core.errors import CsatError

MOST_LETTERS = 80
MOST_NOTE = 500


class InvalidEventError(CsatError):
    """An event that cannot have been."""


class EventKind(StrEnum):
    """What kind of thing happened."""

    RELEASE = "release"
    CAMPAIGN = "campaign"
    OUTAGE = "outage"
    WORDING = "wording_change"
    """The wording or the scale of a question changed: a break in the trend, never a change of satisfaction."""
    OTHER = "other"

    @property
    def words(self) -> str:
        """As people say it."""
        return self.value.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, on one day or from `day` to `until`."""

    day: date
    """The first day on which it could be felt."""
    name: str
    """As a person typed it. Never trusted."""
    kind: EventKind = EventKind.OTHER
    until: date | None = None
    """The last day of what ended again; None where it lasts."""
    note: str = ""
    word: str = ""
    """A word that comments about it use, such as `wait`; empty where none is followed."""
    id: int | None = None
    """None before it was kept."""
    dataset_id: int | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidEventError("An event needs a name; say in a few words what happened.")
        if len(self.name) > MOST_LETTERS:
            raise InvalidEventError(f"The name has {len(self.name)} letters; give at most {MOST_LETTERS}.")
        if len(self.note) > MOST_NOTE:
            raise InvalidEventError(f"The note has {len(self.note)} letters; give at most {MOST_NOTE}.")
        if len(self.word) > MOST_LETTERS:
            raise InvalidEventError(f"The word has {len(self.word)} letters; give at most {MOST_LETTERS}.")
        if self.until is not None and self.until < self.day:
            raise InvalidEventError(
                f"It ends on {self.until} before it begins on {self.day}; mend one of the two days."
            )

    @property
    def is_break(self) -> bool:
        """Whether answers before and after it cannot be compared."""
        return self.kind is EventKind.WORDING


def event_kind(text: str) -> EventKind:
    """The kind a person means, letter case and signs ignored, `other` for nothing; raises InvalidEventError."""
    folded = "_".join(text.replace("_", " ").replace("-", " ").casefold().split())
    alike = {"": "other", "scale_change": "wording_change", "wording": "wording_change"}
    try:
        return EventKind(alike.get(folded, folded))
    except ValueError:
        known = ", ".join(kind.words for kind in EventKind)
        raise InvalidEventError(f"'{text}' is not a kind of event; choose one of: {known}.") from None
