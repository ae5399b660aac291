"""Delighted: survey responses as its API and its exports name them."""

from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.headers import header_with, hinted, recognised_by
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Parted, Wishes
from csat_core.ingest.texts.reading import fold

ID, TITLE = "delighted", "Delighted survey responses"

SCALES = {
    **dict.fromkeys(("nps", "enps"), "0-10"),
    **dict.fromkeys(("csat", "ces", "smiley", "smileys", "stars", "star", "five_star", "5_star"), "1-5"),
}
_SCORE = Hint(role="outcome", reason="Delighted keeps the answer in 'score'.")
_HINTS = {
    "score": _SCORE,
    "id|response id|survey response id": Hint(role="response_id", reason="Delighted numbers the responses here."),
    "person|person id": Hint(role="customer", reason="Delighted calls the customer a person."),
    "comment": Hint(role="comment", reason="What the customer wrote beside the score."),
    "created at|response created at|responded at": Hint(role="time", reason="When Delighted took the answer."),
    "updated at|response updated at": Hint(role="ignore", reason="When Delighted touched the response last."),
    "survey type|response type": Hint(role="segment", reason="The kind of survey that was answered."),
    "permalink": Hint(role="ignore", reason="A web address."),
    "notes": Hint(role="ignore", reason="Notes of the team, not of the customer."),
    "additional answers": Hint(role="ignore", reason="Lists of further answers, which no column can hold."),
    "email|person email": Hint(role="ignore", reason="Holds e-mail addresses: personal data is not kept."),
    "name|person name": Hint(role="ignore", reason="Holds names: personal data is not kept."),
}


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header with score, survey type and permalink, or the names of the API."""
    header = header_with(head, "score", "survey type|response type", "comment", "permalink|person|person id|created at")
    if header is None:
        return None
    described = hinted(header, _HINTS)
    score, kind = header.column("score") or 0, header.column("survey type", "response type") or 0
    kinds = {fold(text) for text in header.texts(head, kind)}
    if len(kinds) == 1:
        only = kinds.pop()
        # the name says no more than 'score': the kind of survey tells the scheme
        label = f"{header.names[score - 1]} ({only})" if only in ("nps", "enps") else ""
        described[score] = Described(label=label, hint=replace(_SCORE, scale=SCALES.get(only)))
    parted = Parted(column=score, by=kind, scales=tuple(SCALES.items()))
    said = f"Row {header.at + 1} has Delighted's '{header.names[kind - 1]}', 'score' and 'comment'."
    return recognised_by(ID, header, said, described=described, wishes=Wishes(parted=(parted,)))
