"""Problems of a file as people read them: the most decisive first, many of one kind under one heading, each told."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from csat_core import words
from csat_core.model.formats import count

MANY = 3
"""From so many problems of one kind on they stand under one heading."""
MOST_LINES, NAMED = 12, 30
"""Of one kind: so many are told in a line of their own, and so many more are named."""
LONGEST_LINE = 300
ADVICE = ("under Columns", "in the list of sheets", "in the Columns table")
"""In sentences that say what may be chosen before a file is stored; the last stands in older stores."""
_SENTENCES = re.compile(r"(?<=\.) (?=[A-Z])")
_SETTLING = re.compile(
    r" To settle it\b.*| (?:A code that means no answer can be declared|If that means no answer,).*", re.DOTALL
)

FIRST = (
    "second_table", "perhaps_no_survey", "unused_outcome", "other_outcomes", "assumed_scale", "unread_dates", "unused_dates", "no_dates", "doubtful_date", "other_dates", "fiscal_periods", "date_order", "perhaps_weight", "off_scale", "near_label",
    "bad_date", "not_a_number", "wrong_shape", "duplicate_response_id", "repeated_response_id", "perhaps_response_id", "personal_data",
    "personal_in_comments", "personal_covered",
)  # fmt: skip
"""What decides most about the numbers, by code; everything else comes after it in the order it was found."""
KINDS = {
    "assumed_scale": "scales are merely likely; each can be changed under Columns:",
    "perhaps_rated": "columns may hold ratings; each can be given a scale under Columns:",
    "perhaps_counted": "columns are read as ratings or groups and may be counts; each can be made a number under Columns:",
    "perhaps_groups": "columns are read as ratings and may be codes of groups; each can be made a segment under Columns:",
    "unread_rating": "columns seem to be rated in words that are on no known scale; their answers can be given under Columns:",
    "many_blank": "columns are mostly blank:",
    "not_asked": "questions were not asked of everybody, as the file says itself:",
    "constant": "columns hold one value only, so there is nothing to compare:",
    "off_scale": "columns have answers off their scale; those rows are set aside, and a scale can be changed under Columns:",
    "not_a_number": "columns have cells that are no numbers; those rows are set aside:",
    "personal_data": "columns seem to hold personal data and are not kept; Personal data says what else can be done:",
    "too_many_texts": "columns are left out, because so many different texts cannot be compared:",
    "column_new": "columns are new and not used, because earlier answers lack them:",
    "column_missing": "columns are gone: their answers are missing:",
    "new_levels": "segments have levels that they did not have before:",
}


def label(problems: Sequence[Mapping[str, Any]]) -> str:
    """How many things there are to know."""
    return f"{count(len(problems))} {'thing' if len(problems) == 1 else 'things'} to know"


def told(problems: Sequence[Mapping[str, Any]], outcome: str | None = None) -> list[str]:
    """A paragraph for each problem, or for all of a kind that comes often; what decides most first, of a kind the outcome."""
    kinds: dict[str, list[Mapping[str, Any]]] = {}
    for problem in sorted(problems, key=lambda problem: _place(str(problem["code"]))):
        kinds.setdefault(problem["code"], []).append(problem)
    paragraphs = []
    for code, of_kind in kinds.items():
        ordered = sorted(of_kind, key=lambda problem: (problem["column"] != outcome, -problem["count"]))
        if len(of_kind) < MANY or code not in KINDS:
            paragraphs += [_said(problem) for problem in ordered]
            continue
        lines = [f"· {_brief(problem)}" for problem in ordered[:MOST_LINES]]
        further = [f"'{words.shortened(str(each['column']), 40)}'" for each in ordered[MOST_LINES:]]
        more = f" and {count(len(further) - NAMED)} more" if len(further) > NAMED else ""
        named = [f"· Also {', '.join(further[:NAMED])}{more}."] if further else []
        paragraphs.append("\n".join([f"{count(len(of_kind))} {KINDS[code]}", *lines, *named]))
    return paragraphs


def of_stored(record: Sequence[Mapping[str, Any]]) -> list[str]:
    """The same of a file that is stored, without what could have been chosen before: how each column is read is settled."""
    return [_settled(said) for said in told(record)]


def _place(code: str) -> int:
    return FIRST.index(code) if code in FIRST else len(FIRST)


def _said(problem: Mapping[str, Any]) -> str:
    return str(problem.get("on_page") or problem["message"])


def _brief(problem: Mapping[str, Any]) -> str:
    """What it is, without the way to settle it, which the heading says."""
    return words.shortened(_without_advice(_SETTLING.sub("", _said(problem))), LONGEST_LINE)


def _settled(said: str) -> str:
    heading, *lines = said.split("\n")
    if lines:
        return "\n".join([re.split(r"[;,] (?:and a scale|each|Personal)", heading)[0].rstrip(":") + ":", *lines])
    return _without_advice(said)


def _without_advice(said: str) -> str:
    """What is said without the sentences about what may be chosen; as it is where there are no others."""
    left = [sentence for sentence in _SENTENCES.split(said) if not any(advice in sentence for advice in ADVICE)]
    return " ".join(left) or said
