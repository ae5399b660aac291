"""What the name of a column says, by the phrases that every language has for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import Language, Meaning, bare
from csat_core.ingest.texts.phrases import WITHOUT_SPACES, Phrase, PhraseBook, pattern_of, pattern_of_any, phrases
from csat_core.ingest.texts.reading import remembered, words_of

_BRACKETS = re.compile(r"[(\[\uff08][^()\[\]\uff08\uff09]*[)\]\uff09]")
_SPAN = re.compile(r"[(\[\uff08]\s*[0-9]{1,3}\s*(?:\W{1,3}|\w{1,3})\s*[0-9]{1,3}\s*[)\]\uff09]")
_ENDS = re.compile(r"[(\[\uff08][^()\[\]\uff08\uff09]*[0-9][^()\[\]\uff08\uff09]*[)\]\uff09]\s*$")
_ZONES = frozenset(("utc", "gmt", "cet", "cest", "est", "edt", "cst", "pst", "pdt", "bst", "dmy", "mdy", "ymd"))


def says(name: str, *meanings: Meaning) -> bool:
    """Whether `name` says any of `meanings` in any language."""
    return not meanings_of(name).isdisjoint(meanings)


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


_RATED = frozenset(
    (Meaning.RATING, Meaning.SATISFACTION, Meaning.SCORE, Meaning.RECOMMEND, Meaning.EFFORT, Meaning.OVERALL)
)
_CODE = re.compile(r"^[a-z]{0,2} ?\d+[a-z]? (?=\w+ \w+ \w)")
"""What questions are numbered by before their text: `q6 what is your role`."""
_WHOSE = re.compile(
    r"^(?:your|my|ihre?|deine?|votre|mon|ma|su|tu|mi|sua|seu|tua|(?:il )?(?:suo|tuo)|(?:la )?(?:sua|tua)|uw|je|jouw|din|ditt|twoja|panska|η|το) (?=\w)"
)
"""Whose view it is: `your general opinion` is `general opinion`."""
_OVER_TIME = re.compile(r"(?: \w+){0,2} [0-9]{1,3} (?:\w+ )?\w+$")
"""A span of time at the end of a name: `in the last 3 months`, `ces 6 derniers mois`."""


@lru_cache(maxsize=10_000)
def meanings_of(name: str) -> frozenset[Meaning]:
    """All that `name` says."""
    words = _of_people(name)
    # the span of a scale behind a name takes nothing from what stands at its end
    spoken = dict.fromkeys((words, _of_people(_SPAN.sub(" ", name)), _CODE.sub("", words)))
    said = frozenset(meaning for each in spoken for meaning in _book().meant(each))
    # what was paid is money, of one order or of a year; hours that somebody spends are none
    said = said | {Meaning.REVENUE} if Meaning.PAID in said else said
    said = said - {Meaning.REVENUE} | {Meaning.METRIC} if Meaning.HOURS in said else said
    # what was rated over the last 12 months counts no months
    if Meaning.COUNTED in said and said & _RATED and _OVER_TIME.search(words):
        said -= {Meaning.COUNTED} - meanings_of(_OVER_TIME.sub("", words))
    # visits of this year, or of last week, are no groups
    if Meaning.GROUP in said and (rest := " ".join(_occasions().sub(" ", words).split())) not in ("", words):
        said -= {Meaning.GROUP} - meanings_of(rest)
    # `Qual` is short for a quality, not Portuguese for which
    said = said - {Meaning.KINDS} if " " not in words and not WITHOUT_SPACES.search(words) else said
    # opening hours and hidden costs are judged, though hours are counted and costs measured; to what extent asks for no kind
    if Meaning.UNCOUNTED in said:
        said = said - {Meaning.COUNTED, Meaning.METRIC, Meaning.KINDS} | {Meaning.RATING}
    # stars are given, however many somebody is asked for; how much effort there was is asked with the words for how many
    return said - {Meaning.COUNTED} if said & {Meaning.STARS, Meaning.TOIL} else said


def _of_people(name: str) -> str:
    """The words of `name`, without those for what was recommended to people where it says more than that: they recommend nothing by it."""
    words = bare_words(name)
    return " ".join(_recommended().sub(" ", words).split()) or words


@cache
def _recommended() -> re.Pattern[str]:
    return pattern_of_any(lambda language: language.recommended)


@cache
def _book() -> PhraseBook[Meaning]:
    """For each meaning the phrases of all languages."""
    found: dict[Meaning, set[Phrase]] = {meaning: set() for meaning in Meaning}
    for language in LANGUAGES:
        for meaning, text in language.table(language.names).items():
            found[Meaning(meaning)].update(phrases(language, text))
    return PhraseBook(found)


@cache
def _occasions() -> re.Pattern[str]:
    return pattern_of_any(lambda language: language.occasions)


@lru_cache(maxsize=10_000)
def outcome_strength(name: str) -> int:
    """How strongly `name` says that this question is the outcome; 0 where it does not."""
    # the ends of a scale behind a name take nothing from it
    told = {_of_people(name), _of_people(_ENDS.sub(" ", name)) or _of_people(name)}
    return max(map(_strength, told | {_WHOSE.sub("", words) for words in told}))


def _strength(words: str) -> int:
    said: dict[str, int] = {}  # of each language the first pattern that fits counts
    for each in _outcomes_near(words):
        if each.language not in said and each.pattern.search(words):
            said[each.language] = each.strength
    return max(said.values(), default=0)


def outcomes_within(name: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of the name of an outcome that a part of `name` may fit; all others are in vain."""
    return tuple(each.pattern for each in _outcomes_near(_of_people(name)))


@lru_cache(maxsize=10_000)
def _outcomes_near(words: str) -> tuple["_Outcome", ...]:
    return tuple(each for each in _outcomes() if each.anywhere.search(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What a language calls an outcome."""

    language: str
    pattern: re.Pattern[str]
    anywhere: re.Pattern[str]
    """What fits wherever the pattern fits a part: it is held to no place, and nothing is ruled out."""
    strength: int


@cache
def _outcomes() -> tuple[_Outcome, ...]:
    return tuple(
        _Outcome(
            language=language.code,
            pattern=re.compile(pattern),
            anywhere=re.compile(re.sub(r"\\b|[$^]", "", pattern).replace("(?!", "(?=|")),
            strength=strength,
        )
        for language in LANGUAGES
        for pattern, strength in _outcomes_of(language)
    )


def _outcomes_of(language: Language) -> Iterator[tuple[str, int]]:
    """What a language calls an outcome, each with how strongly it says so; in place of a meaning its phrases."""
    named = language.table(language.names)
    for pattern, strength in language.outcomes:
        meant = isinstance(pattern, Meaning)
        yield pattern_of(language, named[pattern]).pattern if meant else pattern, strength


@lru_cache(maxsize=10_000)
def only_says(name: str, meaning: Meaning) -> bool:
    """Whether all the words of `name` outside brackets, numbers and single letters aside, say `meaning`."""
    words = bare_words(_BRACKETS.sub(" ", name)) or bare_words(name)
    pattern = _book().patterns[meaning]
    if pattern.fullmatch(words):
        return True
    rest = pattern.sub(" ", words).split()
    return rest != words.split() and all(len(word) == 1 or word.isdigit() or word in _ZONES for word in rest)
