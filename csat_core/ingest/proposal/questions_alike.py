"""Which questions of a file say something of the scale of another: those of a grid do, a recommendation does not."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import answers_of, as_numbers
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.shown_spans import OF_EFFORT, is_tail
from csat_core.ingest.texts.reading import words_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import Wording, says

TO_TEN = 10
"""Where a scale of a recommendation ends."""
STEM = 3
"""So many words that two questions begin or end with are the stem of a grid; of fewer, several questions must have them."""
GRID = 3
"""So many questions are a grid, and the others of a file that has so many on one scale are likely to be on it too."""
ASKS_EFFORT = (Meaning.EFFORT, Meaning.EASED, Meaning.DIFFICULTY, Meaning.TOIL)


def says_nothing_of_others(wording: Wording, bounds: Bounds) -> bool:
    """Whether a question has its scale by definition: a recommendation is asked from 0 to 10 beside any other scale."""
    return says(wording, Meaning.RECOMMEND) and bounds[1] == TO_TEN


def asks_effort(wording: Wording) -> bool:
    """Whether a question asks for an effort, and not for satisfaction with it."""
    return says(wording, *ASKS_EFFORT) and not says(wording, Meaning.SATISFACTION)


def open_between(
    column: ColumnProfile, own: Bounds, longer: Bounds, others: Iterable[ColumnProfile]
) -> tuple[Bounds, ...]:
    """The scale that answers end on and the `longer` one that `others` show, the likelier one first; empty where settled.

    It is where they do not end on a usual scale, or the questions are asked in equal words.
    """
    if own not in OF_EFFORT or own[1] >= longer[1]:
        return ()
    beside = list(others)
    if is_of_grid(column.wording, [each.wording for each in beside]):
        return ()
    return (longer, own) if len(beside) >= GRID or thins_out(column, own[1]) else (own, longer)


def thins_out(column: ColumnProfile, end: int) -> bool:
    """Whether the answers of a column get few towards the last number of its scale, so that more may follow."""
    answers = answers_of(column)
    numbers = as_numbers(answers)
    observed: Counter[float] = Counter()
    for text, count in answers.texts:
        if text in numbers:
            observed[numbers[text]] += count
    return bool(observed) and is_tail(end, observed)  # they may be spelled otherwise than in digits


def is_of_grid(wording: Wording, others: list[Wording]) -> bool:
    """Whether a question is asked in the words of others, but for the thing that each asks about."""
    alike = 0
    for other in others:
        stem = stem_of(wording, other)
        alike += stem > 0
        if stem >= STEM or alike >= GRID:
            return True
    return False


def stem_of(wording: Wording, other: Wording) -> int:
    """How many words two questions begin and end with alike; 0 where they are less than half of either."""
    return max(_stem(one, its) for one in wording for its in other)


def _stem(one: str, other: str) -> int:
    first, second = _words(one), _words(other)
    most = min(len(first), len(second))
    if not most or (first[0] != second[0] and first[-1] != second[-1]):
        return 0
    begin = next((i for i in range(most) if first[i] != second[i]), most)
    end = next((i for i in range(most - begin) if first[-1 - i] != second[-1 - i]), most - begin)
    # `Q7_1` and `Q15_1` have a number in common, and no word
    end = 0 if all(word.isdigit() for word in first[len(first) - end :]) else end
    return begin + end if 2 * (begin + end) >= max(len(first), len(second)) else 0


@lru_cache(maxsize=4_096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(words_of(text).split())
