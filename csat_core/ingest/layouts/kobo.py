"""KoboToolbox: names with an underscore for what is known of a submission, and a column of 0 and 1 for each choice."""

from collections.abc import Sequence

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.headers import Header, header_with, hinted, recognised_by
from csat_core.ingest.layouts.layout import Recognised

ID, TITLE = "kobo", "KoboToolbox"

TICKED = frozenset(("0", "1"))
_KEPT_BY_KOBO = Hint(role="ignore", reason="KoboToolbox keeps what it knows of the submission here, not an answer.")
_JOINED = Hint(role="ignore", reason="All choices in one cell; each has a column of its own.")
_HINTS = {
    "id": Hint(role="response_id", reason="KoboToolbox numbers the submissions here."),
    "submission time": Hint(role="time", reason="When the submission reached KoboToolbox."),
    "start": Hint(role="ignore", reason="When the form was opened, not when it was sent in."),
    "end": Hint(role="ignore", reason="When the form was finished on the device; it is sent in later."),
    "today": Hint(role="ignore", reason="The day on the device; when the form was sent in is known."),
    "submitted by|username|deviceid|phonenumber": Hint(role="ignore", reason="Names a person or a device, which is not kept."),
    **dict.fromkeys(("uuid", "validation status", "notes", "status", "tags", "index", "version", "meta instance id", "root uuid"), _KEPT_BY_KOBO),
}  # fmt: skip


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header with the id, the uuid and the time of each submission; a row of HXL tags may stand below it."""
    header = header_with(head, "id", "uuid", "submission time")
    if header is None or "_uuid" not in map(str.casefold, header.names):
        return None
    below = head[header.at + 1] if header.at + 1 < len(head) else ()
    tags = [cell.strip() for cell in below if cell.strip()]
    rows = 2 if tags and all(tag.startswith("#") for tag in tags) else 1
    described = {at: Described(hint=_JOINED) for at in _joined(header, head, rows)}
    described |= hinted(header, _HINTS)
    said = f"Row {header.at + 1} has KoboToolbox's '_id', '_uuid' and '_submission_time'."
    said += f" Row {header.at + 2} holds HXL tags." if rows > 1 else ""
    return recognised_by(ID, header, said, described=described, header_rows=rows)


def _joined(header: Header, head: Sequence[Sequence[str]], rows: int) -> list[int]:
    """The columns with all choices of a question in one cell: `Question` before `Question/Phone` of 0 and 1."""
    ticked = {
        name for at, name in enumerate(header.names, 1)
        if "/" in name and (texts := set(header.texts(head, at, rows))) and texts <= TICKED
    }  # fmt: skip
    return [
        at for at, name in enumerate(header.names, 1)
        if name and any(other.startswith(f"{name}/") for other in ticked)
    ]  # fmt: skip
