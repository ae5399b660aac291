"""LimeSurvey: responses with codes, codes and texts, or texts as names; an empty submitdate is unfinished."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from csat_core.ingest.detection import PLAIN, Described, Hint
from csat_core.ingest.layouts.headers import (
    MOST_ABOVE,
    Header,
    distinct,
    header_with,
    hinted,
    in_words,
    recognised_by,
    rows_of_grids,
    trimmed,
)
from csat_core.ingest.layouts.layout import Recognised
from csat_core.ingest.layouts.shape import Aside, Choices, Code, Option, Wishes
from csat_core.ingest.texts.markup import without_markup

ID, TITLE = "limesurvey", "LimeSurvey"

NUMBERED = ("response id", "antwort id", "id de la réponse", "id de respuesta")
SUBMITTED = ("submitdate", "date submitted", "submit date", "datum abgeschickt", "date de soumission", "fecha de envío")
PAGES = ("lastpage", "last page", "letzte seite", "dernière page", "última página")
LANGUAGES = ("startlanguage", "start language", "start sprache", "langue de départ", "lenguaje inicial")
SEEDS = ("seed", "zufallsgeneratorstartwert", "zufallsstartwert", "tête de série", "semilla")
OTHERS = ("other", "sonstiges", "autre", "otro")
"""What LimeSurvey calls an answer in the person's own words."""
NO_DATE = "1980-01-01"
"""Stands in `submitdate` where a survey keeps no dates."""
NOT_SHOWN = (("N/A", "not_asked"),)
"""What LimeSurvey writes for a question that a condition kept from the person."""
_CODE_AND_TEXT = re.compile(r"^\s*(?P<code>[A-Za-z]\w*(?:\[[^\]]+\])*)[.:](?:\s+(?P<text>.+))?\s*$", re.DOTALL)
_ITEM = re.compile(r"^(?P<stem>.*\S)\s*\[(?P<item>[^\[\]]+)\]$", re.DOTALL)
_FIELD = re.compile(r"^(?P<stem>\d+X\d+X\d+)(?P<item>\w+)$")
_CODE = re.compile(r"^\w+(?:\[[^\]]+\])+$")
_NOT_ANSWERS = Hint(role="ignore", reason="LimeSurvey keeps how the survey was filled in here, not an answer.")
_UNDATED = Described(hint=Hint(role="ignore", reason="LimeSurvey writes 1980-01-01 where a survey keeps no dates."))
_HINTS = {
    "|".join(("id", *NUMBERED)): Hint(role="response_id", reason="LimeSurvey numbers the responses here."),
    "|".join(SUBMITTED): Hint(role="time", reason="When the survey was sent in."),
    "|".join(LANGUAGES): Hint(role="segment", reason="The language of the survey."),
    "token|access code|zugangscode|zugangsschlüssel|code d accès": Hint(role="customer", reason="The key a person was invited with."),
    "|".join(PAGES): _NOT_ANSWERS, "|".join(SEEDS): _NOT_ANSWERS,
    "refurl|referrer url|weiterleitungs url|url de référence": _NOT_ANSWERS,
    "startdate|date started|datum gestartet|date de lancement|fecha de inicio": Hint(role="ignore", reason="When the survey was opened, not when it was sent in."),
    "datestamp|date last action|datum letzte aktivität|date de la dernière action|fecha de la última acción": Hint(role="ignore", reason="When the response was last touched."),
    "ipaddr|ip address|ip adresse|adresse ip|dirección ip": Hint(role="ignore", reason="Holds network addresses: personal data is not kept."),
}  # fmt: skip


_REQUIRED = ("|".join(("id", *NUMBERED)), "|".join(SUBMITTED), "|".join((*PAGES, *LANGUAGES, *SEEDS)))


def recognise(head: Sequence[Sequence[str]]) -> Recognised | None:
    """A header with id, submitdate and lastpage, start language or seed, as codes, as texts, or as both in one name."""
    header = header_with(head, *_REQUIRED) or _with_codes(head)
    if header is None:
        return None
    names, labels = _parted([without_markup(name) for name in header.names])
    known = Header(at=header.at, names=tuple(names))
    at = known.column(*SUBMITTED) or 0
    described = {column: Described(label=label) for column, label in enumerate(labels, 1) if label}
    described |= {column: Described(hint=_NOT_ANSWERS) for column, name in enumerate(names, 1) if _is_timing(name)}
    described |= hinted(known, _HINTS)
    if times := known.texts(head, at):
        described[at] = _UNDATED if all(text.startswith(NO_DATE) for text in times) else described[at]
    submitted, shown = known.names[at - 1], _shown(names, labels, described)
    for column in range(1, len(names) + 1):
        said_of = described.get(column, PLAIN)
        described[column] = said_of if said_of.hint else replace(said_of, missing=NOT_SHOWN)
    wishes = Wishes(
        aside=(
            Aside(
                code=Code.UNFINISHED,
                reason=f"'{submitted}' is empty: the survey was not sent in",
                column=at,
                kept=True,
            ),
        ),
        choices=tuple(_choices(names, labels, shown)),
    )
    said = f"Row {header.at + 1} has LimeSurvey's '{submitted}' beside the number of the response."
    return recognised_by(ID, known, said, names=shown, described=described, wishes=wishes)


def _with_codes(head: Sequence[Sequence[str]]) -> Header | None:
    """The header where each name is a code and its text: `submitdate. Date submitted`."""
    rows = head[:MOST_ABOVE]
    found = header_with([_parted(row)[0] for row in rows], *_REQUIRED)
    return found and Header(at=found.at, names=trimmed(head[found.at]))


def _parted(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Code and text of the question, where a name holds both; texts alone stay whole."""
    if any(in_words(name) in NUMBERED for name in names):
        return list(names), [""] * len(names)
    found = [_CODE_AND_TEXT.match(name.lstrip("\ufeff")) for name in names]
    codes = [match["code"] if match else name for match, name in zip(found, names, strict=True)]
    return codes, [(match["text"] or "").strip() if match else "" for match in found]


def _shown(names: Sequence[str], labels: list[str], described: dict[int, Described]) -> tuple[str, ...]:
    """The names; where they are texts, the rows of an array under their own, with the whole text beside."""
    rows = {} if any(labels) else rows_of_grids(names)
    rows = {column: row for column, row in rows.items() if not _CODE.match(names[column - 1])}
    for column in rows:
        described.setdefault(column, Described(label=names[column - 1]))
    return distinct([rows.get(column, name) for column, name in enumerate(names, 1)], names)


def _is_timing(name: str) -> bool:
    return name.casefold().startswith(
        ("grouptime", "questiontime", "interviewtime", "group time", "question time", "total time")
    )


def _choices(names: Sequence[str], labels: Sequence[str], shown: Sequence[str]) -> Iterator[Choices]:
    """Runs of columns that are parts of one question: a tick in each, or rows of an array."""
    run: list[Option] = []
    stem, other = "", None
    for column, name in enumerate((*names, ""), 1):
        found = _ITEM.match(name) or _FIELD.match(name)
        if found and found["stem"] == stem and found["item"].casefold() in OTHERS:
            other = column
            continue
        if found and found["stem"] == stem and found["item"].casefold().endswith("comment"):
            continue  # what was written beside a tick
        if found is None or found["stem"] != stem:
            if len(run) > 1:
                yield Choices(name=stem, options=tuple(run), other=other, single=False)
            run, other = [], None
        if found:
            stem = found["stem"]
            label = labels[column - 1]
            item = _ITEM.match(label)
            run.append(
                Option(
                    column=column, text=item["item"] if item else found["item"], name=shown[column - 1],
                    described=Described(label=label or ("" if shown[column - 1] == name else name)),
                )
            )  # fmt: skip
        else:
            stem = ""
