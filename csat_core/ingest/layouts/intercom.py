"""Intercom conversation ratings: 1 to 5, with the time zone in the header."""

import re
from collections.abc import Sequence

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.headers import Header, header_with, hinted, in_words, recognised_by
from csat_core.ingest.layouts.layout import Recognised

ID, TITLE = "intercom", "Intercom conversation ratings"

_HINTS = {
    "conversation rating": Hint(
        role="outcome", reason="Intercom keeps the rating, 1 to 5, in 'Conversation rating'.", scale="1-5"
    ),
    "conversation rating remark": Hint(role="comment", reason="What the customer wrote beside the rating."),
    "conversation id": Hint(role="response_id", reason="Intercom rates each conversation once."),
    "agent rated type": Hint(role="segment", reason="Whether a person or a bot was rated."),
    "last survey sent": Hint(role="ignore", reason="When a survey went out, not when it was answered."),
    "user name": Hint(role="ignore", reason="Holds names: personal data is not kept."),
    "user email": Hint(role="ignore", reason="Holds e-mail addresses: personal data is not kept."),
    "teammate rated|last teammate rated|teammate currently assigned|last teammate to reply": Hint(
        role="agent", reason="Intercom calls who served the customer a teammate."
    ),
}
_ZONE = re.compile(r"^(.*?)\s*\(([A-Za-z_]+(?:/[A-Za-z_+\-0-9]+)+|UTC|GMT)\)$")
_TIMES = ("updated at", "rated at", "conversation rated at", "created at", "conversation started at", "started at")


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header with the conversation and its rating."""
    header = header_with(head, "conversation id", "conversation rating")
    if header is None:
        return None
    described = hinted(header, _HINTS)
    said = f"Row {header.at + 1} has Intercom's 'Conversation ID' and 'Conversation rating'"
    column = _time(header)
    if column is not None:
        name = header.names[column - 1]
        zone = _ZONE.match(name.strip())
        where = f" Its days are those of {zone[2]}." if zone else ""
        described[column] = Described(
            hint=Hint(role="time", reason=f"Intercom keeps the time of the rating here.{where}")
        )
        said += f"; the header says that times are those of {zone[2]}" if zone else ""
    return recognised_by(ID, header, f"{said}.", described=described)


def _time(header: Header) -> int | None:
    """The column with the time of the rating, whatever zone its name carries."""
    bare = [in_words(zone[1] if (zone := _ZONE.match(name.strip())) else name) for name in header.names]
    return next((bare.index(name) + 1 for name in _TIMES if name in bare), None)
