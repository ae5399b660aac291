"""Names of columns that differ in a word alone: `SAT` and `SAT_label`, `Q1` and `Q1_1`, `code_visit` and `text_visit`."""

from itertools import takewhile

from csat_core.ingest.texts.reading import words_of

FEWEST = 2
"""Letters that both begin or end with."""
LONGEST = 500


def are_alike(one: str, other: str) -> bool:
    """Whether two names share at least half of the shorter one, at the beginning or at the end."""
    words = [words_of(name[:LONGEST]) for name in (one, other)]
    shared = max(_shared(*words), _shared(*(each[::-1] for each in words)))
    return shared >= FEWEST and 2 * shared >= min(map(len, words))


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
