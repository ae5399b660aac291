"""Alchemer, once SurveyGizmo: choices and rows of grids as `Option:Question`, and a status beside each response."""

from collections.abc import Iterator, Sequence

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.headers import Header, distinct, header_with, hinted, in_words, recognised_by
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Aside, Choices, Code, Option, Wishes
from csat_core.ingest.texts.markup import without_markup
from csat_core.ingest.texts.reading import clean, fold

ID, TITLE = "alchemer", "Alchemer (SurveyGizmo)"

OTHERS = ("other", "other - write in")
"""How the name of a column begins that holds an answer in the person's own words."""
_PERSON = Hint(role="ignore", reason="Alchemer keeps personal data here, which is not kept.")
_DEVICE = Hint(role="ignore", reason="Says from where the survey was opened, not what was answered.")
_HINTS = {
    "response id": Hint(role="response_id", reason="Alchemer numbers the responses here."),
    "date submitted": Hint(role="time", reason="When the survey was sent in."),
    "time started": Hint(role="ignore", reason="When the survey was opened, not when it was sent in."),
    "status": Hint(role="ignore", reason="Whether the survey was completed."),
    "contact id": Hint(role="customer", reason="Alchemer's number of the person who was invited."),
    "legacy comments": Hint(role="ignore", reason="Notes of the team, not of the customer."),
    "comments": Hint(role="ignore", reason="Notes of the team, not of the customer."),
    "language": Hint(role="segment", reason="The language of the survey."),
    "country": Hint(role="segment", reason="The country from which the survey was opened."),
    **dict.fromkeys(("referer", "extended referer", "session id", "user agent", "extended user agent"), _DEVICE),
    **dict.fromkeys(("ip address", "longitude", "latitude", "postal"), _PERSON),
}
_PAGE = Hint(role="ignore", reason="Times the page, and answers nothing.")


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header with the number, the two times and the status of each response."""
    header = header_with(head, "response id", "time started", "date submitted", "status")
    if header is None:
        return None
    full = [clean(without_markup(name)) for name in header.names]
    parts = _parted(full)
    shown = distinct([parts[at][0] if at in parts else name for at, name in enumerate(full, 1)], full)
    described = {at: Described(label=f"{question} - {option}") for at, (option, question) in parts.items()}
    described |= {
        at: Described(hint=_PAGE) for at, name in enumerate(full, 1) if in_words(name).startswith("time page")
    }
    own = hinted(header, _HINTS)
    if own and in_words(full[max(own) - 1]) == "comments":
        del own[max(own)]  # behind all that Alchemer keeps itself it is a question
    described |= own
    status = Aside(
        code=Code.UNFINISHED, reason="'Status' does not say complete", column=header.column("status") or 0,
        texts=("complete", "completed", ""), unless=True, kept=True,
    )  # fmt: skip
    said = f"Row {header.at + 1} has Alchemer's 'Response ID', 'Time Started' and 'Date Submitted'."
    if parts:
        said += f" {len(parts)} columns are choices or rows of grids, written 'Option:Question'."
    names = Header(at=header.at, names=tuple(full))
    wishes = Wishes(aside=(status,), choices=tuple(_choices(parts, shown)))
    return recognised_by(ID, names, said, names=shown, described=described, wishes=wishes)


def _parted(names: Sequence[str]) -> dict[int, tuple[str, str]]:
    """By column option and question, where the question stands in a neighbour too, or alone in a column of its own."""
    known = {fold(name) for name in names}
    found = {}
    for at, name in enumerate(names, 1):
        beside = [names[near - 1] for near in (at - 1, at + 1) if 1 <= near <= len(names)]
        for option, question in _splits(name):
            shared = any(fold(question) == fold(other) for near in beside for _, other in _splits(near))
            if shared or fold(question) in known:
                found[at] = (option, question)
                break
    return found


def _splits(name: str) -> list[tuple[str, str]]:
    """The ways to part a name at a colon, the longest question first."""
    places = [at for at, sign in enumerate(name) if sign == ":"]
    ways = ((name[:at].strip(" :"), name[at + 1 :].strip(" :")) for at in places)
    return [(option, question) for option, question in ways if option and question and not option.isdecimal()]


def _choices(parts: dict[int, tuple[str, str]], shown: Sequence[str]) -> Iterator[Choices]:
    """The runs of columns of one question; which of them hold ticks, and not the rows of a grid, their cells tell."""
    run: list[Option] = []
    other, asked = None, ""
    for at in range(1, len(shown) + 2):
        option, question = parts.get(at, ("", ""))
        if question != asked:
            if len(run) > 1:
                yield Choices(name=asked, options=tuple(run), other=other, single=False)
            run, other, asked = [], None, question
        if question and fold(option).startswith(OTHERS):
            other = at
        elif question:
            said = Described(label=f"{question} - {option}")
            run.append(Option(column=at, text=option, name=shown[at - 1], described=said))
