"""HubSpot feedback submissions: answers to several kinds of survey in one column, under the names of its properties."""

from collections.abc import Sequence

from csat_core.ingest.detection import Hint
from csat_core.ingest.layouts.headers import header_with, hinted, recognised_by
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Parted, Wishes

ID, TITLE = "hubspot", "HubSpot feedback submissions"

SCALES = (("nps", "0-10"), ("ces", "1-7"))
_WITHIN = "properties "
"""What stands before the name of a property where a submission came from the API with its parts."""


def _either(*names: str) -> str:
    return "|".join(f"{before}{name}" for name in names for before in ("", _WITHIN))


_ANSWERED, _NOTED = "hs submission timestamp", ("hs createdate", "createdate")
_HINTS = {
    _either("hs value"): Hint(role="outcome", reason="HubSpot keeps the answer in 'hs_value'."),
    _either("hs content"): Hint(role="comment", reason="What the customer wrote beside the answer."),
    _either(_ANSWERED): Hint(role="time", reason="When the survey was answered."),
    _either("hs survey type"): Hint(role="segment", reason="The kind of survey that was answered."),
    _either("hs survey name"): Hint(role="segment", reason="The survey that was answered."),
    _either("hs survey channel"): Hint(role="segment", reason="The way by which the survey went out."),
    _either("hs contact id"): Hint(role="customer", reason="HubSpot's number of the contact who answered."),
    _either("hs response group", "hs sentiment"): Hint(role="ignore", reason="Sorts the answer into groups once more."),
    _either(*_NOTED): Hint(role="ignore", reason="When HubSpot noted the answer."),
    _either("hs lastmodifieddate", "lastmodifieddate"): Hint(role="ignore", reason="When HubSpot touched it last."),
    "id|hs object id|properties hs object id": Hint(role="response_id", reason="HubSpot numbers the submissions here."),
    "created at|updated at|archived": Hint(role="ignore", reason="What HubSpot did with the record, not an answer."),
}


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header with the kind of survey, its value and the moment of the answer, as HubSpot calls these properties."""
    value, kind = _either("hs value"), _either("hs survey type")
    header = header_with(head, value, kind, _either(_ANSWERED, "hs content"))
    if header is None:
        return None
    parted = Parted(
        column=header.column(*value.split("|")) or 0, by=header.column(*kind.split("|")) or 0, scales=SCALES
    )
    said = f"Row {header.at + 1} has HubSpot's 'hs_survey_type' and 'hs_value'."
    is_timed = header.column(*_either(_ANSWERED).split("|")) is not None
    hints = (
        _HINTS if is_timed else _HINTS | {_either(*_NOTED): Hint(role="time", reason="When HubSpot noted the answer.")}
    )
    return recognised_by(ID, header, said, described=hinted(header, hints), wishes=Wishes(parted=(parted,)))
