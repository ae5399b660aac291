"""Gladly: answers to several kinds of survey in one column, told apart by 'Survey Format'."""

from collections.abc import Sequence

from csat_core.ingest.detection import Hint
from csat_core.ingest.layouts.headers import header_with, hinted, recognised_by
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Parted, Wishes

ID, TITLE = "gladly", "Gladly satisfaction report"

_HINTS = {
    "raw score": Hint(role="outcome", reason="Gladly keeps the answer as it came in 'Raw Score'."),
    "survey score": Hint(role="ignore", reason="The answer of 'Raw Score' once more, as Gladly shows it."),
    "survey format": Hint(role="segment", reason="The kind of survey that was answered."),
    "survey source": Hint(role="segment", reason="The service that asked."),
    "survey date": Hint(role="time", reason="Gladly keeps the day of the answer in 'Survey Date'."),
    "conversation id": Hint(role="ignore", reason="Names the conversation; one may be answered more than once."),
    "customer id": Hint(role="customer", reason="Gladly names the customer here."),
    "conversation link": Hint(role="ignore", reason="A web address."),
}


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header with the format of the survey and its raw score."""
    header = header_with(head, "survey format", "raw score", "survey date|conversation id")
    if header is None:
        return None
    parted = Parted(column=header.column("raw score") or 0, by=header.column("survey format") or 0)
    said = f"Row {header.at + 1} has Gladly's 'Survey Format' and 'Raw Score'."
    return recognised_by(ID, header, said, described=hinted(header, _HINTS), wishes=Wishes(parted=(parted,)))
