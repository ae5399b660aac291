"""What the name of a column says, by the patterns of the vocabulary."""

import re
from functools import cache

from csat_core.ingest.reading import words_of
from csat_core.ingest.vocabulary import NAMES, OUTCOMES, PARTS, Meaning


def says(name: str, *meanings: Meaning) -> bool:
    """Whether `name` says any of `meanings` in any language of the vocabulary."""
    words = words_of(name)
    return any(_pattern(meaning).search(words) for meaning in meanings)


def sounds_rated(name: str) -> bool:
    """Whether `name` sounds like a rating, and not like something counted or measured."""
    rated = says(
        name, Meaning.RATING, Meaning.SATISFACTION, Meaning.SCORE, Meaning.RECOMMEND, Meaning.EFFORT, Meaning.OVERALL
    )
    return rated and not says(name, Meaning.COUNTED)


@cache
def _pattern(meaning: Meaning) -> re.Pattern[str]:
    """The phrases of `meaning` in all languages as one expression."""
    phrases = [
        _expression(phrase, PARTS[language])
        for language, table in NAMES.items()
        for phrase in phrases_in(table.get(meaning, ""))
    ]
    return re.compile("|".join(phrases))


def phrases_in(text: str) -> list[str]:
    """The phrases of `text`, which bars or line ends divide."""
    return [phrase.strip() for phrase in re.split(r"[|\n]", text) if phrase.strip()]


def _expression(phrase: str, parts: dict[str, str]) -> str:
    """`phrase` as a regular expression over the words of a name."""
    words = phrase.removeprefix("^").removesuffix("$").split()
    inner = " ".join(_word(word, parts) for word in words)
    return ("^" if phrase.startswith("^") else r"(?<!\S)") + inner + ("$" if phrase.endswith("$") else r"(?!\S)")


def _word(word: str, parts: dict[str, str]) -> str:
    if word in parts:
        return "(?:" + "|".join(_word(part, parts) for part in phrases_in(parts[word])) + ")"
    return re.escape(word).replace(r"\*", r"\w*")


def outcome_strength(name: str) -> int:
    """How strongly `name` says that this question is the outcome; 0 where it does not."""
    words = words_of(name)
    found = (
        next((strength for pattern, strength in table if re.search(pattern, words)), 0) for table in OUTCOMES.values()
    )
    return max(found, default=0)
