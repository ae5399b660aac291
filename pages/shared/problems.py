"""Problems of a file as people read them: many of one kind are told together."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from csat_core import words
from csat_core.model.formats import count

MANY = 3
"""From so many problems of one kind on they are told in one sentence."""
NAMED = 6
ADVICE = ("under Columns", "in the list of sheets", "in the Columns table")
"""In sentences that say what may be chosen before a file is stored; the last stands in older stores."""
_SENTENCES = re.compile(r"(?<=\.) (?=[A-Z])")

KINDS = {
    "assumed_scale": "columns have a scale that is merely likely; it can be changed under Columns",
    "many_blank": "columns are mostly blank",
    "not_asked": "questions were not asked of everybody, as the file says itself",
    "constant": "columns hold one value only, so there is nothing to compare",
    "off_scale": "columns have answers off their scale; those rows are set aside",
    "not_a_number": "columns have cells that are no numbers; those rows are set aside",
    "personal_data": "columns seem to hold personal data and are not kept",
    "column_new": "columns are new and not used, because earlier answers lack them",
    "column_missing": "columns are gone: their answers are missing",
    "new_levels": "segments have levels that they did not have before",
}


def told(problems: Sequence[Mapping[str, Any]]) -> list[str]:
    """One sentence for each problem, or for all of a kind that comes often, in the order of their first."""
    kinds: dict[str, list[Mapping[str, Any]]] = {}
    for problem in problems:
        kinds.setdefault(problem["code"], []).append(problem)
    sentences = []
    for code, of_kind in kinds.items():
        if len(of_kind) < MANY or code not in KINDS:
            sentences += [str(problem.get("on_page") or problem["message"]) for problem in of_kind]
            continue
        counted = sorted(of_kind, key=lambda problem: -problem["count"])
        named = ", ".join(f"'{words.shortened(str(each['column']), 40)}'{_many(each)}" for each in counted[:NAMED])
        more = f" and {count(len(counted) - NAMED)} more" if len(counted) > NAMED else ""
        first = str(counted[0].get("on_page") or counted[0]["message"])
        sentences.append(f"{count(len(of_kind))} {KINDS[code]}: {named}{more}. The first: {first}")
    return sentences


def of_stored(record: Sequence[Mapping[str, Any]]) -> list[str]:
    """The same of a file that is stored, without what could have been chosen before: how each column is read is settled."""
    return [_settled(said) for said in told(record)]


def _settled(said: str) -> str:
    left = [sentence for sentence in _SENTENCES.split(said) if not any(advice in sentence for advice in ADVICE)]
    return " ".join(left) or said


def _many(problem: Mapping[str, Any]) -> str:
    return f" ({count(problem['count'])})" if problem["count"] > 1 else ""
