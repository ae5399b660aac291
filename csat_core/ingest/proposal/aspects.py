"""Questions that name the outcome as others do, each for a thing of its own: `Satisfaction with staff`, `... with price`."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts import names
from csat_core.ingest.texts.occasions import timeless
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import outcome_strength, says

AS_ASPECT = 62
"""How strongly such a name says at most that its question is the outcome: more than a recommendation or an effort does."""
PLAIN = 88
"""A name that says so more strongly is of no single thing."""
LONGEST = 12
"""Words of a name that are looked at from either end."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")

Frame = tuple[str, str]


def likelihood(column: ColumnMapping, aspects: Container[int]) -> int:
    """How strongly the name says that a question is the outcome, one of `aspects` less than a rating of the whole."""
    strength = outcome_strength(column.wording)
    return min(strength, AS_ASPECT) if column.position in aspects else strength


def aspects_in(columns: Sequence[ColumnMapping]) -> frozenset[int]:
    """The positions of the columns that rate one thing of several, in words that several columns have."""
    things: dict[Frame, dict[int, str]] = defaultdict(dict)
    for column in columns:
        if 0 < outcome_strength(column.wording) < PLAIN and not says(column.wording, Meaning.OVERALL):
            for text in column.wording:
                for frame, thing in framed(text):
                    things[frame][column.position] = thing
    return frozenset(position for some in things.values() if len(set(some.values())) > 1 for position in some)


def framed(text: str) -> Iterator[tuple[Frame, str]]:
    """The words that make a name one of an outcome, at its beginning and at its end, each with what else it says."""
    words = _parts(timeless(text))
    for size in range(1, min(len(words), LONGEST)):
        if _is_outcome(begin := "".join(words[:size])):
            yield (begin, ""), "".join(words[size:])
            break
    for size in range(1, min(len(words), LONGEST)):
        if _is_outcome(end := "".join(words[-size:])):
            yield ("", end), "".join(words[:-size])
            break


def _parts(text: str) -> list[str]:
    return list(text) if _UNSPACED.search(text) else [f"{word} " for word in text.split()]


@lru_cache(maxsize=10_000)
def _is_outcome(words: str) -> bool:
    return names.outcome_strength(words) > 0
