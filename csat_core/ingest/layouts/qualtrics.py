"""Qualtrics: names, texts of the questions, and a row of ImportIds; older exports lack one row or two."""

import re
from collections.abc import Iterator, Sequence

from csat_core.ingest.detection import PLAIN, Described, Hint
from csat_core.ingest.layouts.headers import MOST_ABOVE, Header, hinted, in_words, recognised_by, trimmed
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Aside, Choices, Code, Joined, Option, Wishes
from csat_core.ingest.texts.markup import without_markup
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.unasked import SEEN

ID, TITLE = "qualtrics", "Qualtrics"

CORE = frozenset(
    ("start date", "end date", "status", "progress", "finished", "recorded date", "response id", "distribution channel",
     "user language", "duration in seconds", "ip address", "recipient email", "external reference", "response set",
     "external data reference", "location latitude")
)  # fmt: skip
ENOUGH = 4
"""So many of these names make an export; a response id and a sign that it was finished are always among them."""
SEEN_MARK = (("-99", SEEN),)
"""What Qualtrics writes, if it is told to, for a question that was shown and left out."""
_IMPORT_ID = re.compile(r"""^\W*ImportId[\\"'\s]*:[\\"'\s]*(?P<id>[^\\"',}]+)""")
_TIMING = re.compile(r"(?:First Click|Last Click|Page Submit|Click Count)$", re.IGNORECASE)
_SCORING = re.compile(r"SC\d+")
_NUMBERED = re.compile(r"^(?P<stem>.+?)_(?P<number>\d+)$")
_OLD_NAME = re.compile(r"^V\d+$")
_PERSON = Hint(role="ignore", reason="Qualtrics keeps personal data here, which is not kept.")
_PAGE = Hint(role="ignore", reason="Times the page, and answers nothing.")
_POINTS = Hint(role="metric", reason="Qualtrics adds up points here, by the scoring of the survey.")
_HINTS = {
    "response id": Hint(role="response_id", reason="Qualtrics names each response in 'ResponseId'."),
    "recorded date": Hint(role="time", reason="Qualtrics keeps the time of the answer in 'RecordedDate'."),
    "status": Hint(role="ignore", reason="How the response was collected."),
    "progress": Hint(role="ignore", reason="How far the person came."),
    "duration in seconds": Hint(role="metric", reason="How long answering took."),
    "external reference|external data reference": Hint(role="customer", reason="The key a person was invited with."),
    "distribution channel": Hint(role="segment", reason="How the survey reached the person."),
    "user language": Hint(role="segment", reason="The language of the survey."),
    "ip address": _PERSON, "recipient last name": _PERSON, "recipient first name": _PERSON, "recipient email": _PERSON,
    "email address": _PERSON, "location latitude": _PERSON, "location longitude": _PERSON,
}  # fmt: skip


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A row of ImportIds, or enough of the names that every export begins with."""
    ids = next((at for at, row in enumerate(head[:MOST_ABOVE]) if _holds_ids(row)), None)
    at = max(ids - 2, 0) if ids is not None else _named(head)
    if at is None or ids == 0:
        return None
    rows = (ids - at + 1) if ids is not None else 2 if at + 1 < len(head) and _is_text_of(head[at], head[at + 1]) else 1
    texts = head[at + 1] if rows > 1 and at + 1 != ids else ()
    names = _names(head[at], texts)
    header = Header(at=at, names=names)
    labels = [_label(text, name) for text, name in zip(_padded(texts, len(names)), names, strict=True)]
    described = _described(header, labels)
    texts = labels if rows > 1 else _ticked(header, head)
    blocks = list(_blocks(names, texts))
    single = set(range(1, len(names) + 1)) - {column for block in blocks for column in block}
    joined = [Joined(column=column, separators=(",",)) for column in single if _may_join(header, head, column, rows)]
    wishes = Wishes(
        aside=tuple(_aside(header)), choices=tuple(_choices(block, names, texts) for block in blocks),
        joined=tuple(each for each in joined if described.get(each.column, PLAIN).hint is None),
    )  # fmt: skip
    return recognised_by(
        ID, header, _said(at, rows, ids), described=described, header_rows=rows, wishes=wishes,
    )  # fmt: skip


def _said(at: int, rows: int, ids: int | None) -> str:
    if ids is not None:
        texts = f", row {ids} the texts of the questions" if ids - at > 1 else ""
        return f"Row {ids + 1} holds Qualtrics ImportIds; row {at + 1} holds the names{texts}."
    texts = f", row {at + 2} the texts of the questions" if rows > 1 else ""
    return f"Row {at + 1} has the names that Qualtrics exports begin with{texts}."


def _holds_ids(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    return len(filled) > 1 and sum(_IMPORT_ID.match(cell) is not None for cell in filled) * 2 > len(filled)


def _named(head: Sequence[Sequence[str]]) -> int | None:
    """The index of the row with the names of every export; of the oldest exports it is the second."""
    for at, row in enumerate(head[:3]):
        words = {in_words(cell) for cell in row}
        if len(words & CORE) >= ENOUGH and "response id" in words and words & {"finished", "recorded date"}:
            return at - 1 if at and sum(bool(_OLD_NAME.match(cell.strip())) for cell in head[at - 1]) >= ENOUGH else at
    return None


def _is_text_of(names: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the row below the names says the names of every export again, in other letters."""
    known = CORE | {"response type", "external data reference", "recipient last name", "recipient first name"}
    beside = [text for name, text in zip(names, texts, strict=False) if in_words(name) in CORE or _OLD_NAME.match(name)]
    return len(beside) >= ENOUGH and sum(in_words(text) in known for text in beside) * 2 > len(beside)


def _names(names: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """The names; the numbers that the oldest exports have instead give way to what stands below them."""
    below = _padded(texts, len(names))
    return trimmed([text if _OLD_NAME.match(name) and text else name for name, text in zip(names, below, strict=True)])


def _padded(row: Sequence[str], width: int) -> tuple[str, ...]:
    return (*row[:width], *[""] * (width - len(row)))


def _label(text: str, name: str) -> str:
    label = without_markup(text).removesuffix(" - Selected Choice")
    return "" if fold(label) == fold(name) or in_words(label) == in_words(name) else label


def _worked_out(name: str) -> Hint | None:
    """What a column is for that answers nothing: times of a page, and sums of points."""
    return _PAGE if _TIMING.search(name) else _POINTS if _SCORING.fullmatch(name) else None


def _described(header: Header, labels: Sequence[str]) -> dict[int, Described]:
    """The texts of the questions, and what the names of every export are for."""
    known = hinted(header, _HINTS)
    described = {}
    for column, (name, label) in enumerate(zip(header.names, labels, strict=True), 1):
        hint = known[column].hint if column in known else _worked_out(name)
        described[column] = Described(
            label="" if column in known else label,
            hint=hint,
            missing=() if hint else SEEN_MARK,
            coded_by=None if hint else TITLE,
        )
    return described


def _ticked(header: Header, head: Sequence[Sequence[str]]) -> list[str]:
    """In place of the texts of the questions, where a file has none: `Q5 - Phone` for a column that holds only 'Phone'.

    Where it holds a sign, the number of the choice stands for it.
    """
    result = []
    for column, name in enumerate(header.names, 1):
        found, texts = _NUMBERED.match(name), {*header.texts(head, column)}
        text = next((text for text in texts if not text.isdigit()), found["number"] if found else "")
        result.append(f"{found['stem']} - {text}" if found and len(texts) < 2 else "")
    return result


def _blocks(names: Sequence[str], labels: Sequence[str]) -> Iterator[list[int]]:
    """Runs of columns such as Q5_1 and Q5_2, whose texts begin alike."""
    run: list[int] = []
    stem = ""
    for column, name in enumerate((*names, ""), 1):
        found = _NUMBERED.match(name)
        if found and found["stem"] == stem:
            run.append(column)
            continue
        if len(run) > 1 and _question(run, labels):
            yield run
        run, stem = ([column], found["stem"]) if found else ([], "")


def _question(columns: Sequence[int], labels: Sequence[str]) -> str:
    """What the texts of these columns have in common before a dash: the question; empty where there is none."""
    texts = [labels[column - 1] for column in columns]
    first = texts[0]
    ends = [at for at in range(len(first)) if first.startswith(" - ", at)]
    shared = [first[:end] for end in ends if all(text.startswith(first[: end + 3]) for text in texts)]
    return max(shared, key=len, default="")


def _choices(block: Sequence[int], names: Sequence[str], labels: Sequence[str]) -> Choices:
    question = _question(block, labels)
    options = tuple(
        Option(
            column=column, text=labels[column - 1][len(question) + 3 :], name=names[column - 1],
            described=Described(label=labels[column - 1]),
        )
        for column in block
    )  # fmt: skip
    return Choices(name=question.removesuffix(" - Selected Choice"), options=options, single=False)


def _may_join(header: Header, head: Sequence[Sequence[str]], column: int, rows: int) -> bool:
    return any("," in text for text in header.texts(head, column, rows))


def _aside(header: Header) -> Iterator[Aside]:
    status, finished = header.column("status"), header.column("finished")
    if status is not None:
        texts = ("survey preview", "survey test", "1", "2")
        yield Aside(code=Code.PREVIEW, reason="'Status' says so", column=status, texts=texts)
    if finished is not None:
        reason = "'Finished' says that the person did not come to the end"
        yield Aside(code=Code.UNFINISHED, reason=reason, column=finished, texts=("false", "0"), kept=True)
