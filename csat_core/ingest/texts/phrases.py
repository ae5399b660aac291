"""Phrases over the words of a name, and which of thousands may stand in it at all: those whose first word does."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, TypeVar

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import Language, bare, phrases_of

WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Letters of Chinese and Japanese, which put no space between words."""
_INSIDE = "\u3040"
"""Stands for the beginning of phrases of these letters, which may stand anywhere."""
LETTERS = 5
"""Of the first word, by which a phrase is looked up."""

Key = TypeVar("Key")
Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as a regular expression over the words of a name, and what its first word begins with."""

    expression: str
    beginnings: frozenset[str]


class PhraseBook(Generic[Key]):
    """Phrases by what they mean."""

    def __init__(self, phrases: Mapping[Key, set[Phrase]]) -> None:
        """Without phrases a meaning has no expression."""
        self.patterns = {
            key: _whole_words({phrase.expression for phrase in some}) for key, some in phrases.items() if some
        }
        self._places = {key: at for at, key in enumerate(self.patterns)}
        self._begun: dict[str, dict[Key, set[str]]] = {}
        for key, some in phrases.items():
            for phrase in some:
                for beginning in phrase.beginnings:
                    self._begun.setdefault(beginning, {}).setdefault(key, set()).add(phrase.expression)

    def meant(self, words: str) -> dict[Key, re.Pattern[str]]:
        """All that `words` mean, each with the expression of all its phrases. Only those that begin as one of the words does are looked for."""
        found = {
            key
            for beginning in self._beginnings(words)
            for key, pattern in self._begun_with(beginning).items()
            if pattern.search(words)
        }
        return {key: self.patterns[key] for key in sorted(found, key=self._places.__getitem__)}

    def _beginnings(self, words: str) -> set[str]:
        """The beginnings of phrases that `words` have."""
        anywhere = {"", _INSIDE} if WITHOUT_SPACES.search(words) else {""}
        return (anywhere & self._begun.keys()).union(*map(self._beginnings_of, words.split()))

    @lru_cache(maxsize=4_096)  # noqa: B019 - a book is kept for good
    def _beginnings_of(self, word: str) -> set[str]:
        """The same of one word, which many names have."""
        return {f"{word} "[:length] for length in range(1, LETTERS + 1)} & self._begun.keys()

    @cache  # noqa: B019
    def _begun_with(self, beginning: str) -> dict[Key, re.Pattern[str]]:
        return {key: _whole_words(some) for key, some in self._begun[beginning].items()}


def pattern_of_any(said: Callable[[Language], str]) -> re.Pattern[str]:
    """All phrases that `said` takes of the languages, as one expression over the words of a name."""
    return _whole_words({phrase.expression for language in LANGUAGES for phrase in phrases(language, said(language))})


def pattern_of(language: Language, text: str) -> re.Pattern[str]:
    """The phrases of `text`, as one expression over the words of a name."""
    return _whole_words({phrase.expression for phrase in phrases(language, text)})


def phrases(language: Language, text: str) -> Iterator[Phrase]:
    """The phrases of `text`."""
    parts = language.table(language.parts)
    for phrase in language.words(text):
        words = bare(phrase).removeprefix("^").removesuffix("$").split()
        inner = " ".join(_word(word, parts) for word in words)
        expression = ("^" if phrase.startswith("^") else "") + inner + ("$" if phrase.endswith("$") else "")
        inside = WITHOUT_SPACES.search(expression)
        yield Phrase(expression, frozenset([_INSIDE]) if inside else frozenset(_beginnings(words[0], parts)))


def _whole_words(expressions: set[str]) -> re.Pattern[str]:
    """Any of `expressions`; those of letters without spaces count inside a word as well."""
    inside = sorted((each for each in expressions if WITHOUT_SPACES.search(each)), key=lambda each: (-len(each), each))
    spaced = sorted(expressions.difference(inside))
    # one test for the beginning of a word, then the phrases by their first letter: fast on many columns
    whole = [rf"(?:^|(?<=\s))(?:{'|'.join(spaced)})(?!\S)"] if spaced else []
    return re.compile("|".join([*whole, *inside]))


def _word(word: str, parts: Parts) -> str:
    if word in parts:
        return "(?:" + "|".join(_word(bare(part), parts) for part in phrases_of(parts[word]) if part) + ")"
    return re.escape(word).replace(r"\*", r"\w*")


def _beginnings(word: str, parts: Parts) -> Iterator[str]:
    """What a word of a name begins with that may be this word of a phrase; a space where it ends sooner."""
    if word in parts:
        for part in filter(None, phrases_of(parts[word])):
            yield from _beginnings(bare(part), parts)
    else:
        literal, *open_ends = word.split("*", 1)
        first, *more = literal.split(" ", 1)
        yield (first if open_ends and not more else f"{first} ")[:LETTERS]
