"""LimeSurvey: responses with codes, codes and texts, or texts as names; an empty submitdate is unfinished."""

import re
from collections.abc import Iterator, Sequence

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.layouts.headers import header_with, hinted, recognised_by
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Aside, Choices, Code, Option, Wishes
from csat_core.ingest.markup import without_markup

ID, TITLE = "limesurvey", "LimeSurvey"

SUBMITTED = ("submitdate", "date submitted", "submit date")
_CODE_AND_TEXT = re.compile(r"^(?P<code>[A-Za-z]\w*(?:\[[^\]]+\])?)[.:]\s+(?P<text>.+)$", re.DOTALL)
_ITEM = re.compile(r"^(?P<stem>.*\S)\s*\[(?P<item>[^\[\]]+)\]$", re.DOTALL)
_FIELD = re.compile(r"^(?P<stem>\d+X\d+X\d+)(?P<item>\w+)$")
_NOT_ANSWERS = Hint(role="ignore", reason="LimeSurvey keeps how the survey was filled in here, not an answer.")
_HINTS = {
    "id|response id": Hint(role="response_id", reason="LimeSurvey numbers the responses here."),
    "|".join(SUBMITTED): Hint(role="time", reason="When the survey was sent in."),
    "startlanguage|start language": Hint(role="segment", reason="The language of the survey."),
    "token|access code": Hint(role="customer", reason="The key a person was invited with."),
    "lastpage|last page": _NOT_ANSWERS, "seed": _NOT_ANSWERS, "refurl|referrer url": _NOT_ANSWERS,
    "startdate|date started": Hint(role="ignore", reason="When the survey was opened, not when it was sent in."),
    "datestamp|date last action": Hint(role="ignore", reason="When the response was last touched."),
    "ipaddr|ip address": Hint(role="ignore", reason="Holds network addresses: personal data is not kept."),
}  # fmt: skip


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header with id, submitdate and lastpage, start language or seed."""
    header = header_with(
        head, "id|response id", "|".join(SUBMITTED), "lastpage|last page|startlanguage|start language|seed"
    )
    if header is None:
        return None
    names, labels = _parted([without_markup(name) for name in header.names])
    submitted = header.column(*SUBMITTED) or 0
    described = {at: Described(label=label) for at, label in enumerate(labels, 1) if label}
    described |= {at: Described(hint=_NOT_ANSWERS) for at, name in enumerate(names, 1) if _is_timing(name)}
    described |= hinted(header, _HINTS)
    reason = f"'{header.names[submitted - 1]}' is empty: the survey was not sent in"
    wishes = Wishes(
        aside=(Aside(code=Code.UNFINISHED, reason=reason, column=submitted, kept=True),),
        choices=tuple(_choices(names, labels)),
    )
    said = f"Row {header.at + 1} has LimeSurvey's '{header.names[submitted - 1]}' beside the number of the response."
    return recognised_by(ID, header, said, names=names, described=described, wishes=wishes)


def _parted(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Code and text of the question, where a name holds both."""
    found = [_CODE_AND_TEXT.match(name) for name in names]
    codes = [match["code"] if match else name for match, name in zip(found, names, strict=True)]
    return codes, [match["text"] if match else "" for match in found]


def _is_timing(name: str) -> bool:
    return name.casefold().startswith(("grouptime", "questiontime", "interviewtime"))


def _choices(names: Sequence[str], labels: Sequence[str]) -> Iterator[Choices]:
    """Runs of columns that are parts of one question: a tick in each, or rows of an array."""
    run: list[Option] = []
    stem, other = "", None
    for column, name in enumerate((*names, ""), 1):
        found = _ITEM.match(name) or _FIELD.match(name)
        if found and found["stem"] == stem and found["item"].casefold() == "other":
            other = column
            continue
        if found is None or found["stem"] != stem:
            if len(run) > 1:
                yield Choices(name=stem, options=tuple(run), other=other, single=False)
            run, other = [], None
        if found:
            stem = found["stem"]
            label = labels[column - 1]
            item = _ITEM.match(label)
            run.append(
                Option(column=column, text=item["item"] if item else found["item"], name=name, described=Described(label=label))
            )  # fmt: skip
        else:
            stem = ""
