"""Chatwoot CSAT report: eight columns under names in the reader's language, a line about the period above or below."""

import re
from collections.abc import Sequence

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.headers import MOST_ABOVE, Header, header_with, recognised_by, trimmed
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Footer, Wishes

ID, TITLE = "chatwoot", "Chatwoot CSAT report"

_AGENT = re.compile(r"^.+ \([^()\s]+@[^()\s]+\)$")
_RATING = re.compile(r"^[1-5]$")
_LINK = re.compile(r"^https?://\S+/app/accounts/\d+/conversations/\d+")
_HINTS = (
    Hint(role="agent", reason="Chatwoot writes the agent here, as name and e-mail address."),
    Hint(role="outcome", reason="Chatwoot keeps the rating, 1 to 5, in the second column.", scale="1-5"),
    Hint(role="comment", reason="What the customer wrote beside the rating."),
    Hint(role="ignore", reason="Holds names: personal data is not kept."),
    Hint(role="ignore", reason="Holds e-mail addresses: personal data is not kept."),
    Hint(role="ignore", reason="Holds telephone numbers: personal data is not kept."),
    Hint(role="ignore", reason="A web address."),
    Hint(role="time", reason="When Chatwoot took the answer."),
)


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """The English names, or in any language rows of an agent, a rating and the link to a conversation."""
    header = header_with(head, "agent name", "rating", "link to the conversation", "recorded date")
    by_names = header is not None
    header = header or _above_its_rows(head)
    if header is None:
        return None
    evidence = (
        f"Row {header.at + 1} has Chatwoot's 'Agent Name', 'Rating' and 'Link to the conversation'."
        if by_names
        else f"The rows below row {header.at + 1} hold Chatwoot's agents, ratings and links to conversations."
    )
    if header.at:
        evidence += f" Above it stands '{_title(head[: header.at])}'."
    described = {at: Described(hint=hint) for at, hint in enumerate(_HINTS, 1)}
    footer = Footer(reason="it says which period the report covers")
    return recognised_by(ID, header, evidence, described=described, wishes=Wishes(footer=footer))


def _above_its_rows(head: Sequence[Sequence[str]]) -> Header | None:
    """The row of names above the first row with an agent, a rating and a link, each in its place."""
    names = None
    for at, row in enumerate(head[: 2 * MOST_ABOVE]):
        cells = [cell.strip() for cell in row]
        if len(cells) >= len(_HINTS) and _RATING.match(cells[1]) and _LINK.match(cells[6]):
            agent = not cells[0] or _AGENT.match(cells[0])
            return names if agent else None
        if sum(map(bool, cells)) >= len(_HINTS) - 1:
            names = Header(at=at, names=trimmed(row))
    return None


def _title(rows: Sequence[Sequence[str]]) -> str:
    return next((cell.strip()[:120] for row in rows for cell in row if cell.strip()), "")
