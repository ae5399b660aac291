"""SurveyMonkey: two header rows, the questions and below them what each column of a question holds."""

import re
from collections.abc import Sequence

from csat_core.ingest.detection import PLAIN, Described, Hint
from csat_core.ingest.layouts.headers import Header, distinct, hinted, in_words, recognised_by
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Choices, Joined, Option, Wishes
from csat_core.ingest.texts.markup import without_markup
from csat_core.ingest.texts.reading import fold

ID, TITLE = "surveymonkey", "SurveyMonkey"

ABOVE = 3
"""Rows that may stand above the header."""
RESPONSES = frozenset(("response", "open-ended response", "open ended response", ""))
"""What stands below the text of a question that has one column."""
_OTHER = re.compile(
    r"^(?:other|something else|none of the above \(please)\b.*(?:specify|describe|explain|\()", re.IGNORECASE
)
_PERSON = Hint(role="ignore", reason="SurveyMonkey keeps personal data here, which is not kept.")
_HINTS = {
    "respondent id": Hint(role="response_id", reason="SurveyMonkey names each response here."),
    "collector id": Hint(role="segment", reason="The link or list through which the answer came."),
    "end date": Hint(role="time", reason="When the person sent the answers."),
    "start date": Hint(role="ignore", reason="When the person began, not when the answers were sent."),
    "date created": Hint(role="ignore", reason="When the person began, not when the answers were sent."),
    "date modified": Hint(role="time", reason="When the person last changed the answers."),
    "ip address": _PERSON, "email address": _PERSON, "first name": _PERSON, "last name": _PERSON,
}  # fmt: skip


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A first name 'Respondent ID', and below it either a blank or the first response."""
    at = next(
        (at for at, row in enumerate(head[:ABOVE]) if row and in_words(row[0]) in ("respondent id", "respondentid")),
        None,
    )
    if at is None or at + 1 >= len(head):
        return None
    first, second = head[at], head[at + 1]
    two_rows = not (second[0].strip() if second else "")
    known = {in_words(cell) for cell in first}
    if not (two_rows and any(cell.strip() for cell in second)) and "collector id" not in known:
        return None
    width = max(len(first), len(second))
    below = [cell.strip() for cell in second] + [""] * (width - len(second)) if two_rows else [""] * width
    above = [cell.strip() for cell in first] + [""] * (width - len(first))
    questions = _filled(above, below)
    rows = 2 if two_rows else 1
    columns = Header(at=at, names=tuple(questions))
    blocks = _blocks(above, below)
    names, labels = _names(questions, [without_markup(text) for text in below], blocks)
    described = {column: Described(label=label, coded_by=TITLE) for column, label in enumerate(labels, 1)}
    described |= hinted(columns, _HINTS)
    wishes = Wishes(
        choices=tuple(_choices(columns, head, block, questions, below, names) for block in blocks),
        joined=tuple(_joined(columns, head, blocks, rows, described)),
    )
    said = f"Row {at + 1} begins with SurveyMonkey's '{first[0].strip()}'"
    said += f", and row {at + 2} says what each column of a question holds." if two_rows else "."
    return recognised_by(ID, columns, said, names=names, described=described, header_rows=rows, wishes=wishes)


def _filled(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """The question of each column: a blank cell belongs to the question at its left."""
    result: list[str] = []
    for text, part in zip(above, below, strict=True):
        result.append(without_markup(text) if text or not part or not result else result[-1])
    return result


def _blocks(above: Sequence[str], below: Sequence[str]) -> list[list[int]]:
    """The columns of each question that has several."""
    blocks: list[list[int]] = []
    for column, (text, part) in enumerate(zip(above, below, strict=True), 1):
        if text:
            blocks.append([column])
        elif part and blocks:
            blocks[-1].append(column)
    return [block for block in blocks if len(block) > 1]


def _names(
    questions: Sequence[str], below: Sequence[str], blocks: Sequence[Sequence[int]]
) -> tuple[tuple[str, ...], list[str]]:
    """What each column is called, and what its question is in full where the name says less."""
    inside = {column for block in blocks for column in block}
    short, full, labels = [], [], []
    for column, (question, part) in enumerate(zip(questions, below, strict=True), 1):
        whole = f"{question} - {part}" if part and fold(part) not in RESPONSES else question
        short.append(part if column in inside and part else question)
        full.append(whole)
        labels.append(whole if fold(whole) != fold(short[-1]) else "")
    names = distinct(short, full)
    return names, [label if fold(label) != fold(name) else "" for label, name in zip(labels, names, strict=True)]


def _choices(
    header: Header, head: Sequence[Sequence[str]], block: Sequence[int], questions: Sequence[str], below: Sequence[str],
    names: Sequence[str],
) -> Choices:  # fmt: skip
    """The columns of one question as choices; a column for an answer of one's own stands at the end."""
    last = block[-1]
    texts = {fold(text) for text in header.texts(head, last, 2)}
    own = bool(_OTHER.match(below[last - 1])) and not texts <= {fold(below[last - 1])}
    options = tuple(
        Option(
            column=column, text=without_markup(below[column - 1]), name=without_markup(below[column - 1]),
            described=Described(label=f"{questions[column - 1]} - {without_markup(below[column - 1])}"),
        )
        for column in (block[:-1] if own else block)
    )  # fmt: skip
    return Choices(
        name=questions[block[0] - 1], options=options, other=last if own else None,
        other_text=without_markup(below[last - 1]) if own else "",
    )  # fmt: skip


def _joined(
    header: Header, head: Sequence[Sequence[str]], blocks: Sequence[Sequence[int]], rows: int, described: dict[int, Described]
) -> list[Joined]:  # fmt: skip
    """The columns of the condensed export in which several choices may stand."""
    inside = {column for block in blocks for column in block}
    plain = [column for column in range(1, len(header.names) + 1) if column not in inside]
    return [
        Joined(column=column, separators=(", ",)) for column in plain
        if described.get(column, PLAIN).hint is None
        and any(", " in text for text in header.texts(head, column, rows))
    ]  # fmt: skip
