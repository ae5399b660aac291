"""What the name of a column says of the ends of its scale: `(1 = very satisfied, 5 = very dissatisfied)`."""

from dataclasses import dataclass
from functools import lru_cache

from csat_core.ingest.scales.letter_grades import grades_fall, is_grade
from csat_core.ingest.scales.open_directions import lower_is_better
from csat_core.ingest.scales.silences import words_in
from csat_core.ingest.scales.tied_numbers import BARE, FIRM, Tied, is_silent, is_unit, shorter, tied_numbers
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.polarity import asks_for_good, burden_in, polarity_of, without_ends
from csat_core.ingest.texts.vocabulary import BEST_END, DEGREES, LEAST, LITTLE, MUCH, WORST_END

_BEST, _WORST = words_in(BEST_END), words_in(WORST_END)
_ENDS, _DEGREES = _BEST | _WORST, frozenset(words_in(DEGREES))
_LITTLE, _MUCH = words_in(LITTLE) | words_in(LEAST), words_in(MUCH)
_LONGEST = 6
"""Words that name an end; more of them are a sentence of something else."""


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
    is_amount: bool = False
    """Whether they say how much there is of what the name calls, as `1 = short` of a wait, and so nothing of other questions."""
    source: str = "the name"
    """What says so."""

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
    is_amount: bool = False
    """Whether it is bad of what the name calls, as `5 = expensive` of a price, and so says nothing of other questions."""

    def reverses(self, bounds: tuple[int, int]) -> bool | None:
        """Whether the lowest number of a scale with these ends is its best; None where the number is neither end."""
        if self.number is None:
            return self.is_best
        if self.number not in bounds:
            return None
        return self.is_best == (self.number == bounds[0])


def stated_end(name: str) -> StatedEnd | None:
    """The best or the worst answer as `name` explains it; None where it explains none, or answers that contradict."""
    behind, before = tied_numbers(name)
    known = {(tied.number, verdict): tied for tied in (*behind, *before) if (verdict := _said_alone(tied)) is not None}
    if known:
        found = [
            StatedEnd(
                number=number,
                is_best=verdict,
                words=f"{number} = {tied.words}",
                said=(_known(tied.words),),
                is_amount=is_best(_known(tied.words)) is None,
            )
            for (number, verdict), tied in known.items()
        ]
        return found[0] if len(found) == 1 else None
    words = lower_is_better(name)
    if words:
        return StatedEnd(number=None, is_best=True, words=words, said=(words,))
    bad = [(number, each) for number, each in unknown_ends(name) if _is_bad_of(each, without_ends(name))]
    return (
        StatedEnd(
            number=bad[0][0], is_best=False, words=f"{bad[0][0]} = {bad[0][1]}", said=(bad[0][1],), is_amount=True
        )
        if len(bad) == 1
        else None
    )


def _is_bad_of(words: str, thing: str) -> bool:
    """Whether `words` before the name of a thing are bad, as `long` is of a queue."""
    said = polarity_of((f"{words} {thing}",), numbers=False, denials=False)
    return said is not None and words.split()[-1] in said.words.split()


def _said_alone(tied: Tied) -> bool | None:
    """Whether the words of a single number name a good answer, or a bad one; None where they hardly are about an end."""
    if tied.tie == BARE:
        # `1 best` at an end of the text or of a part of it; `the 5 best offers` is no such thing
        return is_best(_known(tied.words)) if tied.closes else None
    verdict = is_best(_known(tied.words))
    return goodness(tied.words) if verdict is None and tied.tie == FIRM else verdict


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


@lru_cache(maxsize=10_000)
def stated_ends(name: str) -> StatedEnds | None:
    """The lowest and the highest answer as `name` explains them; None where it does not explain two."""
    behind, before = ({tied.number: tied.words for tied in said} for said in tied_numbers(name))
    # `very satisfied 1 2 3 4 5 very dissatisfied` has one end on each side
    for words in (behind, before, {**before, **behind}):
        ends = {number: goodness(each) for number, each in words.items() if _is_end(each)}
        known = [number for number in ends if ends[number] is not None] if len(ends) > 1 else []
        if len(known) < 2:
            known = list(ends)
        if len(known) < 2:
            continue
        low, high = min(known), max(known)
        first, last = _known(words[low]), _known(words[high])
        lower_is_better = is_better(first, last)
        if lower_is_better is None and None not in (ends[low], ends[high]) and ends[low] != ends[high]:
            lower_is_better = ends[low]
        if lower_is_better is not None:
            quoted = f"{low} = {first}, {high} = {last}"
            return StatedEnds(low=low, high=high, is_reversed=lower_is_better, said=(first, last), words=quoted)
    return _ends_of_burden(name)


def _ends_of_burden(name: str) -> StatedEnds | None:
    """The ends as words for little and much explain them: of what is good where it is low little is the best, as of a wait."""
    behind, before = ({tied.number: tied.words for tied in said if _amount(tied.words)} for said in tied_numbers(name))
    ends = max(behind, before, key=len)
    if len(ends) < 2 or burden_in((without_ends(name),)) is None:
        return None
    low, high = min(ends), max(ends)
    if _amount(ends[low]) == _amount(ends[high]):
        return None
    quoted = f"{low} = {ends[low]}, {high} = {ends[high]}"
    is_reversed = _amount(ends[low]) == "little"
    said = (ends[low], ends[high])
    return StatedEnds(low=low, high=high, is_reversed=is_reversed, said=said, words=quoted, is_amount=True)


def _amount(words: str) -> str | None:
    """Whether `words` say `little` or `much` of something; None for others."""
    return "little" if words in _LITTLE else "much" if words in _MUCH else None


def _is_end(words: str) -> bool:
    known = _known(words)
    return is_grade(words) or known in _ENDS or bool(families_with([known])) or goodness(words) is not None


def unknown_ends(name: str) -> tuple[tuple[int, str], ...]:
    """The numbers that `name` ties to words of which nobody knows whether they are good, with these words as it writes them.

    Words behind a single colon, bracket or dash count where another number has such as well: `Visit 1: speed` ties none.
    """
    found: dict[int, str] = {}
    for said in tied_numbers(name):
        open_ones = [
            tied for tied in said if not is_silent(tied.words) and not is_unit(tied.words) and tied.tie != BARE
        ]
        several = len({tied.number for tied in open_ones}) > 1
        for tied in open_ones:
            if tied.tie == FIRM or several:
                found.setdefault(tied.number, tied.words)
    return tuple(sorted(found.items()))


def silent_numbers(name: str) -> tuple[tuple[int, str], ...]:
    """The numbers that `name` says to be no answers, as `6 = not applicable` does, with the words."""
    return tuple(
        dict.fromkeys(
            (tied.number, tied.words)
            for said in tied_numbers(name)
            for tied in said
            if tied.tie == FIRM and is_silent(tied.words) and tied.words not in _ENDS
        )
    )


def _known(words: str) -> str:
    """What is left of `words` that names an end; all of it where nothing known is, or where it is a grade."""
    if is_grade(words):
        return words  # `a` joins other words in some languages
    trimmed = list(shorter(words))
    known = (each for each in trimmed if each in _ENDS or families_with([each]))
    return next(known, min((each for each in trimmed if each), key=len, default=words))


@lru_cache(maxsize=10_000)
def goodness(words: str) -> bool | None:
    """Whether `words` are good or bad, as a whole label or by what they say; None where that is not known."""
    known = _known(words)
    verdict = is_best(known)
    if is_silent(words):
        return None
    if verdict is not None or known in _ENDS or families_with([known]) or len(known.split()) > _LONGEST:
        return verdict
    if polarity_of((known,), numbers=False, denials=True) is not None:
        return False
    return True if asks_for_good((known,), "wanted") else None


def is_much_good(thing: str) -> bool | None:
    """Whether much of a thing is good, as of `helpful`, or bad; None where that is not known."""
    return True if asks_for_good((thing,), "wanted") else goodness(thing)


def is_better(words: str, others: str) -> bool | None:
    """Whether the folded `words` are the better answer of the two; None where nothing says it."""
    for family in families_with([words]):
        level, other = family.level_of(words), family.level_of(others)
        if level and other and level != other:
            return level > other
    if words in _BEST and others in _WORST:
        return True
    if words in _WORST and others in _BEST:
        return False
    falls = grades_fall((words, others))
    return _apart(words, others) if falls is None else falls


def _apart(words: str, others: str) -> bool | None:
    """The same of two answers about one thing, `the worst hotel possible` and `the best hotel possible`, by where they differ.

    None where they are degrees of it, which may be good or bad: `not at all noisy` and `extremely noisy`.
    """
    one, other = words.split(), others.split()
    ends = [" ".join(word for word in own if word not in its) for own, its in ((one, other), (other, one))]
    is_told = all(ends) and ends != [words, others] and not _DEGREES.issuperset(ends)
    verdicts = [is_best(end) for end in ends] if is_told else [None]
    return verdicts[0] if None not in verdicts and len(set(verdicts)) > 1 else None
