"""Tally: ids and the moment of each submission, then the questions; a column of true and false for each choice."""

from collections.abc import Sequence

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.headers import Header, header_with, hinted, recognised_by
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Joined, Wishes

ID, TITLE = "tally", "Tally"

_JOINED = Hint(role="ignore", reason="All choices in one cell; each has a column of its own.")
_HINTS = {
    "submission id": Hint(role="response_id", reason="Tally names each submission here."),
    "respondent id": Hint(role="customer", reason="Tally knows a person who comes again by this."),
    "submitted at": Hint(role="time", reason="When the form was sent in."),
}


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header with the two ids and the moment of each submission."""
    header = header_with(head, "submission id", "respondent id", "submitted at")
    if header is None:
        return None
    split = _split(header)
    described = {at: Described(hint=_JOINED) for at in split} | hinted(header, _HINTS)
    joined = [
        Joined(column=at, separators=(", ",)) for at in range(4, len(header.names) + 1)
        if at not in described and any(", " in text for text in header.texts(head, at))
    ]  # fmt: skip
    said = f"Row {header.at + 1} has Tally's 'Submission ID', 'Respondent ID' and 'Submitted at'."
    return recognised_by(ID, header, said, described=described, wishes=Wishes(joined=tuple(joined)))


def _split(header: Header) -> list[int]:
    """The columns with all choices of a question: `Question` before `Question (Phone)`, which has them one by one."""
    return [
        at for at, (name, after) in enumerate(zip(header.names, header.names[1:], strict=False), 1)
        if name and after.startswith(f"{name} (") and after.endswith(")")
    ]  # fmt: skip
