"""What the words of a question say of the direction, by language and sense: good, bad, mended, negations."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.texts.phrases import Phrase, PhraseBook, phrases
from csat_core.ingest.texts.vocabulary import Meaning

SENSES = ("bad", "trouble", "doubtful", "mended", "good", "wanted", "negation", "lessening", "passing")
UNSPACED = frozenset(("zh", "ja"))
"""The codes of languages without spaces between words."""
NEAR, NEAR_SIGNS, NEAR_MENDED = 4, 4, 3
"""So many words (or signs of Chinese and Japanese) may stand between a negation and what it turns around."""
_AGAINST = {"good": ("bad", "trouble", "doubtful"), **dict.fromkeys(("bad", "trouble", "doubtful"), ("good",))}
"""Over these a negation does not reach: `no problems, it was easy`."""
GAP = "\u00b7"
"""Stands in the place of words that say nothing of the direction, so that no phrase reaches over them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the words of one language say in a question, by where it stands."""

    spans: Mapping[str, list[tuple[int, int]]]
    text: str
    unspaced: bool
    after: bool
    """Whether negations stand behind what they turn around, as in Japanese."""
    states: bool
    """Whether it is a statement without numbers, and no question."""

    @property
    def known(self) -> int:
        """How many signs of the question the language has a phrase for."""
        return len({place for spans in self.spans.values() for span in spans for place in range(*span)})

    def split(self, sense: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """The places of a sense that stand as they are, and those a negation turns around."""
        near = NEAR_MENDED if sense == "mended" else NEAR
        others = [each for other in _AGAINST.get(sense, ()) for each in self.spans[other]]
        negated = [
            span
            for span in self.spans[sense]
            if any(self._turns(no, span, near) and not _between(no, span, others) for no in self.spans["negation"])
        ]
        return [span for span in self.spans[sense] if span not in negated], negated

    def offers(self, spans: list[tuple[int, int]]) -> bool:
        """Whether two of the places are offered to choose from: too high or too low."""
        phrases = {self.text[start:end] for start, end in spans}
        if self.unspaced:
            edge = -1 if self.after else 0
            return len({phrase[edge] for phrase in phrases}) < len(phrases)
        starts = [phrase.split()[0] for phrase in phrases if " " in phrase]
        return len(set(starts)) < len(starts)

    def with_negation(self, span: tuple[int, int]) -> tuple[int, int]:
        """The place of what is negated together with that of the negation."""
        no = next(no for no in self.spans["negation"] if self._turns(no, span, NEAR))
        return min(no[0], span[0]), max(no[1], span[1])

    def is_denied_at_once(self, span: tuple[int, int]) -> bool:
        """Whether one negation turns it around and nothing stands between."""
        near = [no for no in self.spans["negation"] if self._turns(no, span, NEAR)]
        return len(near) == 1 and self._turns(near[0], span, 0)

    def _turns(self, negation: tuple[int, int], span: tuple[int, int], near: int) -> bool:
        first, last = (span, negation) if self.after else (negation, span)
        if first[1] > last[0]:
            return False
        between = self.text[first[1] : last[0]]
        if GAP in between:
            return False
        return len(between.strip()) <= (near and NEAR_SIGNS) if self.unspaced else len(between.split()) <= near


def _between(one: tuple[int, int], other: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    """Whether one of `spans` lies between two places."""
    first, last = sorted((one, other))
    return any(first[1] <= start and end <= last[0] for start, end in spans)


def without_sense(sense: str, plain: str) -> str:
    """`plain` with a gap for what any language has under `sense`, which says nothing of the direction."""
    for pattern in any_of(plain, sense):
        plain = pattern.sub(lambda match: GAP * len(match[0]), plain)
    return plain


def found_in(code: str, plain: str, patterns: Mapping[str, re.Pattern[str]], *, states: bool = True) -> Found | None:
    """What the words say in the language `code`, of which `patterns` are the senses; None where that is nothing."""
    if "passing" in patterns:
        plain = patterns["passing"].sub(lambda match: GAP * len(match[0]), plain)
    spans = {
        sense: [match.span() for match in patterns[sense].finditer(plain)] if sense in patterns else []
        for sense in SENSES
    }
    own = [*spans["bad"], *spans["trouble"]]
    for sense in ("negation", "lessening", "good", "mended"):  # within a phrase that is bad as a whole they say nothing
        spans[sense] = [each for each in spans[sense] if not any(a < each[1] and each[0] < b for a, b in own)]
    if not any(spans[sense] for sense in SENSES[:-1]):
        return None
    spans["denial"] = spans["negation"]
    spans["negation"] = sorted([*spans["negation"], *spans["lessening"]])
    return Found(spans=spans, text=plain, unspaced=code in UNSPACED, after=code == "ja", states=states)


def any_of(plain: str, *senses: str) -> list[re.Pattern[str]]:
    """What any language has under the senses, as far as it stands in `plain`."""
    return [patterns[sense] for _, patterns in senses_in(plain) for sense in senses if sense in patterns]


@lru_cache(maxsize=1_000)
def senses_in(plain: str) -> tuple[tuple[str, dict[str, re.Pattern[str]]], ...]:
    """For each language of which a phrase stands in these words the senses of these, each as one expression."""
    found: dict[str, dict[str, re.Pattern[str]]] = {}
    for (code, sense), pattern in _book().meant(plain).items():
        found.setdefault(code, {})[sense] = pattern
    return tuple(found.items())


@cache
def _book() -> PhraseBook[tuple[str, str]]:
    """The phrases by language and sense."""
    found: dict[tuple[str, str], set[Phrase]] = {}
    for language in LANGUAGES:
        again = language.table(language.names).get(Meaning.AGAIN, "")  # to come again is good, whoever says so
        for sense, text in language.table(language.polarity).items():
            some = f"{text}\n{again}" if sense == "good" else text
            found[language.code, sense] = set(phrases(language, some))
    return PhraseBook(found)
