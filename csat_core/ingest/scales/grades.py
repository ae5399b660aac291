"""Grades of a school in the name of a column: 1 is the best of them, and the lowest is 5 in one country and 6 in another."""

import re
from dataclasses import dataclass

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import GRADES
from csat_core.ingest.texts.wordings import Wording

_GRADES = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, GRADES))})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grades:
    """The word by which a name says grades."""

    word: str
    is_certain: bool
    """Whether it can mean nothing else; a word such as the German `Note` may also name a rating whose highest number is best."""


def names_grades(name: str) -> str | None:
    """The word of `name` that can only mean grades of a school; None without."""
    found = _GRADES.search(fold(name))
    return found[0] if found else None


def grades_in(wording: Wording, language: str | None = None) -> Grades | None:
    """The grades that the name or the text of a question speaks of; None where neither does.

    `language` is the code of the language that the other columns are written in, where they tell.
    """
    certain = next((word for text in wording if (word := names_grades(text))), None)
    if certain:
        return Grades(word=certain, is_certain=True)
    for text in wording:
        for each in LANGUAGES:
            if not each.perhaps_grades or (language is not None and language != each.code):
                continue
            found = re.search(rf"\b(?:{each.perhaps_grades})\b", bare_words(text))
            if found:
                return Grades(word=found[0], is_certain=False)
    return None
