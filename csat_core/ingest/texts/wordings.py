"""What a column says by its name and by the text of its question, taken together."""

import re
from functools import cache, lru_cache

from csat_core.ingest.texts import names
from csat_core.ingest.texts.phrases import WITHOUT_SPACES, pattern_of_any
from csat_core.ingest.texts.vocabulary import Meaning

Wording = tuple[str, ...]
"""The name of a column, and the text of its question where the file has one."""
LONGEST_NAME = 5
"""Words; longer ones are whole questions, which may speak of anything."""

SHORTEST_STATEMENT = 3
ASKING = ("?", "\uff1f", "\u037e", ";", "\u5417", "\u304b")
"""What a question ends with, in Greek, Chinese and Japanese too."""

_NOT_RATED = (Meaning.GROUP, Meaning.KINDS, Meaning.METRIC, Meaning.AGE, Meaning.TOUCHPOINT, Meaning.PLACE_CODE)


def says(wording: Wording, *meanings: Meaning) -> bool:
    """Whether the name or the text says any of `meanings`."""
    return not _said(wording).isdisjoint(meanings)


@lru_cache(maxsize=10_000)
def _said(wording: Wording) -> frozenset[Meaning]:
    return frozenset().union(*map(names.meanings_of, wording))


def sounds_rated(wording: Wording) -> bool:
    """Whether the name or the text sounds like a rating, and neither like something counted."""
    # questions of any kind are numbered: `Q7`, and its text asks for the region
    numbered = says(wording, Meaning.NUMBERED) and not says(wording, Meaning.COUNTED, *_NOT_RATED)
    return numbered or asks_rating(wording)


def asks_rating(wording: Wording) -> bool:
    """Whether words of the name or the text, and not just a number such as `Q7`, sound like a rating."""
    return any(names.sounds_rated(text) for text in wording) and not says(wording, Meaning.COUNTED)


def says_groups(wording: Wording) -> bool:
    """Whether the name says that it sorts people or answers into groups, whatever else it says: `NPS group`."""
    name = wording[0]
    return names.says(name, Meaning.SORTED) and len(names.bare_words(name).split()) <= LONGEST_NAME


@lru_cache(maxsize=10_000)
def states(wording: Wording) -> bool:
    """Whether people speak of themselves in the name or the text, and ask nothing: `My ideas count` is to be agreed with."""
    told = (names.bare_words(text) for text in wording if not text.rstrip().endswith(ASKING))
    long = (words for words in told if len(words.split()) >= SHORTEST_STATEMENT or WITHOUT_SPACES.search(words))
    speaking, asking = _speaking_and_asking()
    return any(speaking.search(words) and not asking.search(words) for words in long)


@cache
def _speaking_and_asking() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return pattern_of_any(lambda language: language.speaking), pattern_of_any(lambda language: language.asks_how)


def outcome_strength(wording: Wording) -> int:
    """How strongly the name or the text says that this question is the outcome; 0 where neither does."""
    return max(map(names.outcome_strength, wording), default=0)
