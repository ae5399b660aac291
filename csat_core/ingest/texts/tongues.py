"""Which language a few texts are written in, told from the words that it has for itself."""

import re
from collections.abc import Iterable
from functools import cache

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.texts.names import bare_words

_WORD = re.compile(r"[^\W\d_]+")


def language_of(texts: Iterable[str]) -> str | None:
    """The code of the language that most words of the texts belong to and to no other; None where none stands out."""
    words = {word for text in texts for word in _WORD.findall(bare_words(text))}
    known = sorted(((len(words & own), code) for code, own in _own_words().items()), reverse=True)
    return known[0][1] if known[0][0] > known[1][0] else None


@cache
def _own_words() -> dict[str, frozenset[str]]:
    """For each language the words of its column names, questions and answers that no other has."""
    words = {
        language.code: frozenset(_WORD.findall(bare_words(f"{language.names} {language.polarity} {language.families}")))
        for language in LANGUAGES
    }
    return {
        code: own - frozenset().union(*(other for name, other in words.items() if name != code))
        for code, own in words.items()
    }
