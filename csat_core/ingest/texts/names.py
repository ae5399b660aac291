"""What the name of a column says, by the phrases that every language has for it."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import Language, Meaning, bare, phrases_of
from csat_core.ingest.texts.reading import remembered, words_of

_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Letters of Chinese and Japanese, which put no space between words."""


_STARS = re.compile(
    r"\b(?:stars?|sternen?|stern|etoiles?|estrellas?|estrelas?|stell[ae]|sterren|stjarn(?:a|or)|gwiazd(?:ka|ki|ek)|αστερια|αστερι)\b|[星颗顆]星?"
)
"""Stars are given, not counted, however many somebody is asked for; over words without accents."""

_BRACKETS = re.compile(r"[(\[\uff08][^()\[\]\uff08\uff09]*[)\]\uff09]")
_ZONES = frozenset(("utc", "gmt", "cet", "cest", "est", "edt", "cst", "pst", "pdt", "bst", "dmy", "mdy", "ymd"))


def says(name: str, *meanings: Meaning) -> bool:
    """Whether `name` says any of `meanings` in any language."""
    said = _said(name)
    return any(meaning in said for meaning in meanings)


def names_stars(name: str) -> bool:
    """Whether `name` speaks of stars, of which many are good."""
    return _STARS.search(bare_words(name)) is not None


def sounds_rated(name: str) -> bool:
    """Whether `name` sounds like a rating, and not like something counted or measured."""
    rated = says(
        name, Meaning.RATING, Meaning.SATISFACTION, Meaning.SCORE, Meaning.RECOMMEND, Meaning.EFFORT, Meaning.OVERALL,
        Meaning.DIFFICULTY, Meaning.TOIL,
    )  # fmt: skip
    return rated and not says(name, Meaning.COUNTED)


@remembered
def bare_words(name: str) -> str:
    """The words of `name` in lower case and without accents, one space between."""
    return bare(words_of(name))


@lru_cache(maxsize=10_000)
def _said(name: str) -> frozenset[Meaning]:
    """All that `name` says."""
    words = bare_words(name)
    said = frozenset(meaning for meaning, pattern in _patterns().items() if pattern.search(words))
    # what was paid is money, of one order or of a year
    said |= {Meaning.REVENUE} if Meaning.PAID in said else set()
    # opening hours and hidden costs are judged, though hours are counted and costs measured
    if Meaning.UNCOUNTED in said:
        said = said - {Meaning.COUNTED, Meaning.METRIC} | {Meaning.RATING}
    # how much effort somebody had is asked with the words for how many
    return said - {Meaning.COUNTED} if _STARS.search(words) or Meaning.TOIL in said else said


@cache
def _patterns() -> dict[Meaning, re.Pattern[str]]:
    """For each meaning the phrases of all languages as one expression."""
    expressions: dict[Meaning, set[str]] = {meaning: set() for meaning in Meaning}
    for language in LANGUAGES:
        parts = language.table(language.parts)
        for meaning, text in language.table(language.names).items():
            expressions[Meaning(meaning)].update(_expressions(language, text, parts))
    return {meaning: _whole_words(found) for meaning, found in expressions.items()}


def phrases_as_pattern(language: Language, text: str) -> re.Pattern[str] | None:
    """Any of the phrases of `text` as one expression over the words of a name; None where there are none."""
    found = set(_expressions(language, text, language.table(language.parts)))
    return _whole_words(found) if found else None


def _whole_words(expressions: set[str]) -> re.Pattern[str]:
    """Any of `expressions`; those of letters without spaces count inside a word as well."""
    inside = sorted((each for each in expressions if _WITHOUT_SPACES.search(each)), key=lambda each: (-len(each), each))
    spaced = sorted(expressions.difference(inside))
    # one test for the beginning of a word, then the phrases by their first letter: fast on many columns
    whole = [rf"(?:^|(?<=\s))(?:{'|'.join(spaced)})(?!\S)"] if spaced else []
    return re.compile("|".join([*whole, *inside]))


def _expressions(language: Language, text: str, parts: dict[str, str]) -> Iterator[str]:
    """The phrases of `text` as regular expressions over the words of a name."""
    for phrase in language.words(text):
        words = bare(phrase).removeprefix("^").removesuffix("$").split()
        inner = " ".join(_word(word, parts) for word in words)
        yield ("^" if phrase.startswith("^") else "") + inner + ("$" if phrase.endswith("$") else "")


def _word(word: str, parts: dict[str, str]) -> str:
    if word in parts:
        return "(?:" + "|".join(_word(bare(part), parts) for part in phrases_of(parts[word]) if part) + ")"
    return re.escape(word).replace(r"\*", r"\w*")


@lru_cache(maxsize=10_000)
def outcome_strength(name: str) -> int:
    """How strongly `name` says that this question is the outcome; 0 where it does not."""
    words = bare_words(name)
    found = (
        next((strength for pattern, strength in language.outcomes if re.search(pattern, words)), 0)
        for language in LANGUAGES
    )
    return max(found, default=0)


@lru_cache(maxsize=10_000)
def only_says(name: str, meaning: Meaning) -> bool:
    """Whether all the words of `name` outside brackets, numbers and single letters aside, say `meaning`."""
    words = bare_words(_BRACKETS.sub(" ", name)) or bare_words(name)
    if _patterns()[meaning].fullmatch(words):
        return True
    rest = _patterns()[meaning].sub(" ", words).split()
    return rest != words.split() and all(len(word) == 1 or word.isdigit() or word in _ZONES for word in rest)
