"""Typeform: one row for each visit, finished or not; questions may hold HTML."""

from collections.abc import Sequence

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.headers import Header, distinct, header_with, hinted, recognised_by
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Aside, Choices, Code, Option, Wishes
from csat_core.ingest.texts.markup import without_markup
from csat_core.ingest.texts.reading import fold

ID, TITLE = "typeform", "Typeform"

_HINTS = {
    "#": Hint(role="response_id", reason="Typeform names each response in '#'."),
    "submit date utc": Hint(role="time", reason="When the form was sent in, in UTC."),
    "start date utc": Hint(role="ignore", reason="When the form was opened, not when it was sent in."),
    "stage date utc": Hint(role="ignore", reason="When a part of the form was reached."),
    "response type": Hint(role="ignore", reason="Whether the form was completed."),
    "network id": Hint(role="ignore", reason="Marks the device: personal data is not kept."),
}


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header that begins with '#' and ends with the dates in UTC and the network."""
    header = header_with(head, "#", "submit date utc", "network id")
    if header is None:
        return None
    clean = Header(at=header.at, names=tuple(without_markup(name) for name in header.names))
    kind = header.column("response type")
    aside = []
    if kind is not None:
        reason = "'Response Type' does not say completed"
        aside = [Aside(code=Code.UNFINISHED, reason=reason, column=kind, texts=("completed", ""), unless=True)]
    marked = sum(name != other for name, other in zip(header.names, clean.names, strict=True))
    said = f"Row {header.at + 1} has Typeform's '#', 'Submit Date (UTC)' and 'Network ID'."
    said += f" HTML was taken out of {marked} of its names." if marked and any("<" in n for n in header.names) else ""
    names = distinct(clean.names, [f"{name} ({at})" for at, name in enumerate(clean.names, 1)])
    return recognised_by(
        ID, clean, said, names=names, described=hinted(header, _HINTS),
        wishes=Wishes(aside=tuple(aside), choices=tuple(_choices(clean, head))),
    )  # fmt: skip


def _choices(header: Header, head: Sequence[Sequence[str]]) -> list[Choices]:
    """Runs of columns in which people ticked nothing but the name of the column."""
    found: list[Choices] = []
    run: list[Option] = []
    for column, name in enumerate((*header.names, ""), 1):
        texts = {fold(without_markup(text)) for text in header.texts(head, column)}
        if name and texts == {fold(name)}:
            run.append(Option(column=column, text=name, name=name, described=Described(label="")))
            continue
        if len(run) > 1:
            found.append(Choices(name=" / ".join(option.text for option in run)[:80], options=tuple(run), single=False))
        run = []
    return found
