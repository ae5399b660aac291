"""Zendesk satisfaction ratings: good or bad, and the tickets on which nobody answered."""

from collections.abc import Sequence

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.headers import header_with, hinted, recognised_by
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Alike, Flag, Silent, Wishes

ID, TITLE = "zendesk", "Zendesk satisfaction ratings"
ASKED, NOT_ASKED = "offered", "unoffered"
UNSAID = tuple(
    f"received{tail.replace(' ', blank)}"
    for tail in ("", " with comment", " without comment")
    for blank in ("_", " ", "")
)
"""Somebody answered, and whether good or bad is not said."""
WITH_COMMENT = tuple(
    (f"{answer}{blank}{tail.replace(' ', blank)}", answer)
    for answer in ("good", "bad")
    for tail in ("with comment", "without comment")
    for blank in ("_", " ", "")
)
"""Texts of the rating that say beside it whether the customer wrote something, and the rating alone."""

_HINTS = {
    "id": Hint(role="response_id", reason="Zendesk numbers the ratings in 'id'."),
    "score": Hint(role="outcome", reason="Zendesk keeps the rating, good or bad, in 'score'."),
    "comment": Hint(role="comment", reason="Zendesk keeps what the customer wrote in 'comment'."),
    "created at": Hint(role="time", reason="Zendesk keeps the time of the rating in 'created_at'."),
    "assignee id|assignee": Hint(role="agent", reason="Zendesk calls the agent of the ticket the assignee."),
    "group id|group": Hint(role="segment", reason="The group of agents that had the ticket."),
    "requester id|requester": Hint(role="customer", reason="Zendesk calls the customer the requester."),
    "ticket id": Hint(role="ignore", reason="Names the ticket, not the customer or the answer."),
    "reason": Hint(role="segment", reason="Why the customer was not content."),
    "reason code|reason id": Hint(role="ignore", reason="The number of the reason, which stands beside it."),
    "updated at": Hint(role="ignore", reason="When Zendesk touched the rating last."),
    "url": Hint(role="ignore", reason="A web address."),
}
_INVITED = Hint(role="invited", reason="A score of 'offered' means that the customer was asked and did not answer.")


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header with id, ticket_id and score, and who asked or answered."""
    header = header_with(head, "id", "ticket id", "score", "requester id|assignee id|requester|assignee")
    if header is None:
        return None
    score = header.column("score") or 0
    wishes = Wishes(
        silent=(Silent(column=score, texts=(ASKED, NOT_ASKED, *dict.fromkeys(UNSAID))),),
        alike=(Alike(column=score, texts=WITH_COMMENT),),
        flags=(
            Flag(
                name="Invited",
                column=score,
                no=(NOT_ASKED,),
                needs=(ASKED,),
                described=Described(hint=_INVITED),
            ),
        ),
    )
    described = hinted(header, _HINTS)
    said = f"Row {header.at + 1} has the names of Zendesk satisfaction ratings: 'id', 'ticket_id' and 'score'."
    return recognised_by(ID, header, said, described=described, wishes=wishes)
