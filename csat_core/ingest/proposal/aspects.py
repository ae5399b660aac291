"""Questions that rate the whole beside others that each rate a thing of its own: `Satisfaction with staff`, `... with price`."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from csat_core.ingest.languages.language import OfWhole
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.refusals import shown
from csat_core.ingest.texts import names
from csat_core.ingest.texts.occasions import timeless
from csat_core.ingest.texts.phrases import WITHOUT_SPACES
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import ASKING, LONGEST_NAME, asks_rating, outcome_strength, says

AS_WHOLE = 81
"""How strongly the name of the whole says at least that it is the outcome: more than satisfaction with any one thing does."""
PLAIN = 88
"""A name that says so more strongly is of no single thing."""
RATED = 70
"""How strongly `Rating` or `Stars` says it at least."""
LONGEST = 12
"""Words of a name that are looked at from either end."""
_NUMBER = re.compile(r"\b[a-z]{1,2}\d+[a-z]?\b")
"""What questions are numbered by: `q9`."""
_ROW = re.compile(r".[\[:?\uff1f\uff1a]\s*\S|\S\s[-\u2013\u2014]\s\S")
"""What stands between a question and a row of its grid."""

FEWEST_PEERS = 3
FEWEST_ANSWERS = 3
"""Of what is asked of the whole; yes and no answer something else."""
_OF_THEIR_OWN = (Meaning.RECOMMEND, Meaning.EFFORT, Meaning.AGAIN, Meaning.OTHERS)
"""What is an outcome beside any other."""

Frame = tuple[str, str]


def likelihood(column: ColumnMapping, wholes: Container[int]) -> int:
    """How strongly the name says that a question is the outcome, one of `wholes` more than satisfaction with a thing."""
    strength = outcome_strength(column.wording)
    return max(strength, AS_WHOLE) if column.position in wholes else strength


def wholes_in(columns: Sequence[ColumnMapping]) -> frozenset[int]:
    """The positions of the columns that rate the whole; none where no others rate several things."""
    aspects = aspects_in(columns)
    if not aspects:
        return frozenset()
    named = frozenset(column.position for column in columns if column.position not in aspects and _is_of_whole(column))
    return named or _asked_first(columns, aspects)


def whole_by_place(column: ColumnMapping, columns: Sequence[ColumnMapping]) -> str:
    """Why a column is taken to rate the whole where its name does not say so; empty for all others."""
    aspects = aspects_in(columns)
    if (
        not aspects
        or _is_of_whole(column)
        or outcome_strength(column.wording) >= PLAIN
        or column.position not in _asked_first(columns, aspects)
    ):
        return ""
    part = next(each.name for each in columns if each.position in aspects)
    return f"It is asked before the parts, such as '{shown(part, 40)}', so it is taken as the outcome."


def _asked_first(columns: Sequence[ColumnMapping], aspects: Container[int]) -> frozenset[int]:
    """The position of the first question where it rates something and all that name one thing of several come behind it.

    `How happy are you with Acme?` asks for the whole; `Cleanliness` is a part itself, and `Credit rating` something else.
    """
    asked = [column for column in columns if not says(column.wording, *_OF_THEIR_OWN)]
    first = min(asked, key=lambda column: column.position, default=None)
    if first is None or first.position in aspects or first.scale is None or first.scale.points < FEWEST_ANSWERS:
        return frozenset()
    is_question = any(text.strip().endswith(ASKING) for text in first.wording)
    asks = is_question and outcome_strength(first.wording) > 0 and asks_rating(first.wording)
    return frozenset((first.position,)) if asks and not first.doubt else frozenset()


def _is_of_whole(column: ColumnMapping) -> bool:
    """Whether a name is of a whole: it says so and nothing else, or asks how satisfied people are, or is `Rating` alone."""
    strength, overall = outcome_strength(column.wording), says(column.wording, Meaning.OVERALL)
    only = any(names.only_says(_NUMBER.sub(" ", names.bare_words(text)), Meaning.OVERALL) for text in column.wording)
    rated = strength >= RATED and len(names.bare_words(column.name).split()) == 1
    return isinstance(strength, OfWhole) or only or rated or (overall and says(column.wording, Meaning.SATISFACTION))


def aspects_in(columns: Sequence[ColumnMapping]) -> frozenset[int]:
    """The positions of the columns that rate one thing of several, in words that several columns have."""
    things: dict[Frame, dict[int, str]] = defaultdict(dict)
    for column in columns:
        if 0 < outcome_strength(column.wording) < PLAIN and not says(column.wording, Meaning.OVERALL):
            for text in column.wording:
                for frame, thing in framed(text):
                    things[frame][column.position] = thing
    return frozenset(position for some in things.values() if len(set(some.values())) > 1 for position in some)


def peers_in(columns: Sequence[ColumnMapping]) -> frozenset[int]:
    """The positions of several columns that each rate one thing of several, beside a recommendation: none of them is the outcome.

    They are rows of a grid or short names: of whole questions, and of two, the first may ask for the whole.
    """
    aspects = aspects_in(columns)
    others = (column for column in columns if column.position not in aspects)
    asks = any(says(each.wording, Meaning.RECOMMEND) and outcome_strength(each.wording) for each in others)
    are_parts = all(is_row(each) or _is_short(each) for each in columns if each.position in aspects)
    return aspects if asks and are_parts and len(aspects) >= FEWEST_PEERS else frozenset()


def is_row(column: ColumnMapping) -> bool:
    """Whether the name or the text is that of a row of a grid: a question, and behind it what it asks about."""
    return any(_ROW.search(text) and not text.rstrip().endswith(ASKING) for text in column.wording)


def _is_short(column: ColumnMapping) -> bool:
    return all(len(text.split()) <= LONGEST_NAME for text in column.wording)


@lru_cache(maxsize=4_096)
def framed(text: str) -> tuple[tuple[Frame, str], ...]:
    """The words that make a name one of an outcome, at its beginning and at its end, each with what else it says."""
    return tuple(_framed(text))


def _framed(text: str) -> Iterator[tuple[Frame, str]]:
    plain = timeless(text)
    words, patterns = _parts(plain), names.outcomes_within(plain)
    sizes = range(1, min(len(words), LONGEST)) if patterns else ()
    for size in sizes:
        if _is_any(patterns, begin := "".join(words[:size])):
            yield (begin, ""), "".join(words[size:])
            break
    for size in sizes:
        if _is_any(patterns, end := "".join(words[-size:])):
            yield ("", end), "".join(words[:-size])
            break


def _parts(text: str) -> list[str]:
    return list(text) if WITHOUT_SPACES.search(text) else [f"{word} " for word in text.split()]


def _is_any(patterns: Sequence[re.Pattern[str]], part: str) -> bool:
    words = names.bare_words(part)
    return any(pattern.search(words) for pattern in patterns)
