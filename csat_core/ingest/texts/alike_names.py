"""Names of columns that differ in a word alone: `SAT` and `SAT_label`, `Q1` and `Q1_1`, `code_visit` and `text_visit`."""

from collections.abc import Sequence
from itertools import takewhile

from csat_core.ingest.texts.reading import words_of

FEWEST = 2
"""Letters that both begin or end with."""
LONGEST = 500


def are_alike(one: str, other: str) -> bool:
    """Whether two names share words that are at least half of the shorter one, at the beginning or at the end; or one holds the other there."""
    first, second = (words_of(name[:LONGEST]) for name in (one, other))
    short, long = sorted((first, second), key=len)
    if len(short) >= FEWEST and (long.startswith(short) or long.endswith(short)):
        return True
    words = [name.split() for name in (first, second)]
    shared = max(_shared(*words), _shared(*(each[::-1] for each in words)))
    return shared >= FEWEST and 2 * shared >= len(short)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters the words have with which both begin."""
    return sum(len(word) for word, its in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
