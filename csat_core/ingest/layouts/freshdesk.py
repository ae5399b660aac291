"""Freshdesk: tickets with the answer to their survey beside them, or satisfaction ratings as its API gives them."""

from collections.abc import Sequence

from csat_core.ingest.detection import Hint
from csat_core.ingest.layouts.headers import Header, header_with, hinted, recognised_by
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Alike, Wishes

ID, TITLE = "freshdesk", "Freshdesk"

WORDS = ("Extremely Unhappy", "Very Unhappy", "Unhappy", "Neutral", "Happy", "Very Happy", "Extremely Happy")
CODES = ("-103", "-102", "-101", "100", "101", "102", "103")
"""What the API writes for the words of the same place."""
_RATED = Hint(role="outcome", reason="Freshdesk keeps the answer of the customer here.")
_TICKETS = {
    "ticket id": Hint(role="response_id", reason="Freshdesk asks once for each ticket."),
    "survey results|survey result": _RATED,
    "agent": Hint(role="agent", reason="Who had the ticket."),
    "group": Hint(role="segment", reason="The group of agents that had the ticket."),
    "contact id": Hint(role="customer", reason="Freshdesk's number of the customer."),
    "resolved time": Hint(role="time", reason="When the ticket was resolved and the customer was asked."),
    "full name|requester name|email|requester email|work phone|mobile phone|twitter id": Hint(role="ignore", reason="Names the customer: personal data is not kept."),
    "subject|summary": Hint(role="ignore", reason="What the ticket is about, not what was answered."),
    **dict.fromkeys(("created time", "due by time", "closed time", "last update time", "initial response time"), Hint(role="ignore", reason="A step of the ticket, not when the customer answered.")),
}  # fmt: skip
_STEPS = ("closed time", "last update time", "created time")
"""From the nearest to the answer to the farthest."""
_RATINGS = {
    "id": Hint(role="response_id", reason="Freshdesk numbers the ratings in 'id'."),
    "ratings default question|default question": _RATED,
    "feedback": Hint(role="comment", reason="What the customer wrote beside the rating."),
    "created at": Hint(role="time", reason="When the customer answered."),
    "updated at": Hint(role="ignore", reason="When Freshdesk touched the rating last."),
    "agent id": Hint(role="agent", reason="Freshdesk's number of who had the ticket."),
    "group id": Hint(role="segment", reason="The group of agents that had the ticket."),
    "user id": Hint(role="customer", reason="Freshdesk's number of the customer."),
    "ticket id": Hint(role="ignore", reason="Names the ticket, not the customer or the answer."),
    "survey id": Hint(role="segment", reason="The survey that was answered."),
}


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header of tickets with their survey, or of ratings with the question that Freshdesk asks by default."""
    tickets = header_with(head, "ticket id", "survey results|survey result", "status|agent|group")
    if tickets is not None:
        said = f"Row {tickets.at + 1} has Freshdesk's 'Ticket ID' and 'Survey results'."
        return _found(tickets, said, _with_time(tickets), "survey results|survey result")
    ratings = header_with(head, "ratings default question|default question", "feedback", "ticket id")
    if ratings is None:
        return None
    said = f"Row {ratings.at + 1} has Freshdesk's 'ratings.default_question' and 'feedback'."
    return _found(ratings, said, _RATINGS, "ratings default question|default question")


def _with_time(tickets: Header) -> dict[str, Hint]:
    """What is known of an export of tickets: where it does not say when one was resolved, the nearest step is the time."""
    step = next((step for step in _STEPS if tickets.column(step)), None)
    if tickets.column("resolved time") or step is None:
        return _TICKETS
    reason = "Freshdesk's export of tickets does not say when the customer answered: this step of the ticket is nearest to it."
    return {**_TICKETS, step: Hint(role="time", reason=reason)}


def _found(header: Header, said: str, hints: dict[str, Hint], rated: str) -> Recognised:
    alike = Alike(column=header.column(*rated.split("|")) or 0, texts=tuple(zip(CODES, WORDS, strict=True)))
    return recognised_by(ID, header, said, described=hinted(header, hints), wishes=Wishes(alike=(alike,)))
