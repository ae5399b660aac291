"""What the name of a column says of the ends of its scale: `(1 = very satisfied, 5 = very dissatisfied)`."""

import re
from dataclasses import dataclass
from functools import cache

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.scales.answers import words_in
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.names import bare_words, phrases_as_pattern
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import BEST_END, JOINING, WORST_END

_SIGNS = r"\u3040-\u30ff\u3400-\u9fff"
"""Letters of Chinese and Japanese, which stand beside a number without a space."""
_IS = r"[\u5206\u70b9](?:\u3067|\u304c|\u306f|\u4e3a|\u662f|=|:|\uff1d|\uff1a)?|\u304c|\u306f|\u4e3a|\u662f|\u8868\u793a|\u4ee3\u8868"
"""`1\u5206`, and what stands there between a number and its words."""
_NUMBER = rf"(?<![\w.,-])(-?[0-9]{{1,3}})(?![^\W{_SIGNS}]|%)"
_WORDS = r"([^\W\d_][^\d,;:=()/\[\]\uff0c\u3001\uff1b\uff1a\uff1d\uff08\uff09\u3002]*)"
_NUMBER_FIRST = re.compile(
    rf"{_NUMBER}\s*(?:=|:|\uff1d|\uff1a|-|\u2013|\u2014|\(|\bis\b|\bmeans\b|\bbeing\b|{_IS})?\s*{_WORDS}"
)
_ONE_NUMBER_FIRST = re.compile(
    rf"{_NUMBER}\s*(?:=|:|\uff1d|\uff1a|\u2013|\u2014|\(|\bis\b|\bmeans\b|\bbeing\b|\best\b|\bist\b|\bes\b|\b\u00e8\b|\bé\b|{_IS})\s*{_WORDS}"
)
_WORDS_FIRST = re.compile(rf"{_WORDS}\s*(?:=\s*|[(\[]\s*){_NUMBER}")
_BARE_NUMBER_FIRST = re.compile(rf"(?:[(\[,;\uff0c\uff08]\s*|\s){_NUMBER}\s+{_WORDS}(?=\s*(?:[)\],;\uff0c\uff09]|$))")
_BARE_WORDS_FIRST = re.compile(rf"[(\[,;\uff0c\uff08]\s*{_WORDS}:?\s*{_NUMBER}(?=\s*(?:[)\],;\uff0c\uff09]|$))")
"""`(5 worst)` and `(worst 5)`, in brackets or behind all else: only where the words name an end and nothing else."""
_BEST, _WORST, _JOINING = words_in(BEST_END), words_in(WORST_END), words_in(JOINING)
_ENDS = _BEST | _WORST


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedEnds:
    """The two numbers that the name of a column explains, and whether the lower one is the better."""

    low: int
    high: int
    is_reversed: bool
    said: tuple[str, str]
    """The words of the lower and of the higher number."""
    words: str
    """As the name writes it: `1 = very satisfied, 5 = very dissatisfied`."""

    @property
    def ends(self) -> tuple[int, int]:
        """The lowest and the highest number."""
        return self.low, self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedEnd:
    """The one end that the name of a column explains: `(1 = best)`, `(lower is better)`."""

    number: int | None
    """None for the lowest, whichever number that is."""
    is_best: bool
    words: str
    """As the name writes it."""
    said: tuple[str]
    """What stands for the number."""

    def reverses(self, bounds: tuple[int, int]) -> bool | None:
        """Whether the lowest number of a scale with these ends is its best; None where the number is neither end."""
        if self.number is None:
            return self.is_best
        if self.number not in bounds:
            return None
        return self.is_best == (self.number == bounds[0])


def stated_end(name: str) -> StatedEnd | None:
    """The best or the worst answer as `name` explains it; None where it explains none, or answers that contradict."""
    folded = fold(name)
    said = {(int(number), _bare(words)) for number, words in _ONE_NUMBER_FIRST.findall(folded)}
    said |= {(int(number), _bare(words)) for words, number in _WORDS_FIRST.findall(folded)}
    said |= {
        (int(number), _bare(words)) for number, words in _BARE_NUMBER_FIRST.findall(folded) if _bare(words) in _ENDS
    }
    said |= {
        (int(number), _bare(words)) for words, number in _BARE_WORDS_FIRST.findall(folded) if _bare(words) in _ENDS
    }
    known = [
        StatedEnd(number=number, is_best=best, words=f"{number} = {words}", said=(words,))
        for number, words in said
        if (best := is_best(words)) is not None
    ]
    if known:
        return known[0] if len(known) == 1 else None
    return next((_lowest(found[0]) for each in _lower_is_better() if (found := each.search(bare_words(name)))), None)


def _lowest(words: str) -> StatedEnd:
    return StatedEnd(number=None, is_best=True, words=words, said=(words,))


@cache
def _lower_is_better() -> tuple[re.Pattern[str], ...]:
    found = (phrases_as_pattern(language, language.lower_is_better) for language in LANGUAGES)
    return tuple(pattern for pattern in found if pattern is not None)


def is_best(words: str) -> bool | None:
    """Whether `words` name a good answer, or a bad one; None for anything between or unknown."""
    if words in _ENDS:
        return None if words in _BEST and words in _WORST else words in _BEST
    # `sehr zufrieden` is the best of some scales and the second best of others: on the good side of all of them
    ends = {
        True if 2 * level > len(family.levels) + 1 else False if 2 * level < len(family.levels) + 1 else None
        for family in families_with([words])
        if (level := family.level_of(words))
    }
    return ends.pop() if len(ends) == 1 else None


def stated_ends(name: str) -> StatedEnds | None:
    """The lowest and the highest answer as `name` explains them; None where it does not explain two."""
    folded = fold(name)
    first = {int(number): _bare(words) for number, words in _NUMBER_FIRST.findall(folded)}
    last = {int(number): _bare(words) for words, number in _WORDS_FIRST.findall(folded)}
    for said in (first, last):
        ends = [number for number, words in said.items() if words in _ENDS or families_with([words])]
        if len(ends) < 2:
            continue
        low, high = min(ends), max(ends)
        lower_is_better = is_better(said[low], said[high])
        if lower_is_better is not None:
            words = f"{low} = {said[low]}, {high} = {said[high]}"
            return StatedEnds(
                low=low, high=high, is_reversed=lower_is_better, said=(said[low], said[high]), words=words
            )
    return None


def _bare(words: str) -> str:
    """The words of one end without those that lead to the other: `very satisfied to` is `very satisfied`."""
    parts = words.replace("\u2013", " ").replace("\u2014", " ").replace(" - ", " ").strip(" .-'\"").split()
    while parts and parts[-1] in _JOINING:
        parts.pop()
    while parts and parts[0] in _JOINING:
        parts.pop(0)
    return " ".join(parts)


def is_better(words: str, others: str) -> bool | None:
    """Whether the folded `words` are the better answer of the two; None where nothing says it."""
    for family in families_with([words]):
        level, other = family.level_of(words), family.level_of(others)
        if level and other and level != other:
            return level > other
    if words in _BEST and others in _WORST:
        return True
    return False if words in _WORST and others in _BEST else None
