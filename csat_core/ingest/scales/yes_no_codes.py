"""Yes and no in the codes 1 and 2, which are no ends of a longer scale."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.scales.answers import Answers, FoundScale
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.phrases import pattern_of_any
from csat_core.ingest.texts.wordings import Wording
from csat_core.model.dataset import Role
from csat_core.model.scale import number_text, numeric_scale

WAYS = ("2-1", "1-2", "1-5")
"""How the answers can be read, as a person types them; that 1 means yes is the usual one."""
GROUPED = (
    "The question asks for yes or no, and holds the codes 1 and 2: two groups, unless it is given a scale, worst answer "
    "first: 2-1 where 1 is the yes."
)
"""Why such a column beside the outcome is kept as groups."""
TWO_CODES = (
    "Holds the codes 1 and 2 alone: two groups, unless it is given a scale, worst answer first: 2-1 where 1 is the yes."
)
"""Why one is whose name asks for nothing."""
MANY = 30
"""From so many answers on a rating of which only two answers occur is hardly a longer one."""
_MARK = re.compile(r"[?\uff1f]\s*$|[\u0370-\u03ff]\s*[;\u037e]\s*$")
"""How a question ends; in Greek with what is a semicolon elsewhere."""


@lru_cache(maxsize=10_000)
def asks_whether(wording: Wording) -> bool:
    """Whether the name or the text of a question asks for a yes or a no, as far as its words tell."""
    words = [bare_words(text) for text in wording]
    hows, yeses = _patterns()
    if any(map(hows.search, words)):
        return False
    return any(map(_MARK.search, wording)) or any(map(yeses.search, words))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return pattern_of_any(lambda language: language.asks_how), pattern_of_any(lambda language: language.asks_whether)


def are_two_codes(observed: Counter[float], hints: Hints) -> bool:
    """Whether nothing but 1 and 2 was answered, and the name says no scale."""
    return set(observed) == {1, 2} and not hints.stated_bounds


def yes_no_scale_of(answers: Answers, observed: Counter[float]) -> FoundScale:
    """1 as yes and 2 as no, which is asked."""
    doubt = (
        f"its answers are {int(observed[1]):,} of 1 and {int(observed[2]):,} of 2, which hardly are answers of a longer scale: "
        "the codes of yes and no, of which 1 mostly is the yes"
    )
    reason = f"The question asks for yes or no, and {doubt}; 1 is taken as the best."
    return answers.asked_about(numeric_scale(2, 1), reason, doubt=doubt, rival=WAYS[1], ways=WAYS)


def with_two_answers_doubted(found: FoundScale, observed: Counter[float], base: int, hints: Hints) -> FoundScale:
    """`found` with a doubt where many gave two answers only, neither to a question in the words of others nor with its scale said.

    Where others show its scale only a name that rates makes it a rating.
    """
    if base < MANY or found.doubt or found.bounds in hints.grid[:1] or not are_two_codes(observed, hints):
        return found
    doubt = f"none of its {base:,} answers is anything but 1 and 2, which may be the codes of two answers such as yes and no"
    reason = f"{found.reason.removesuffix('.')}; {doubt}."
    return replace(
        found,
        reason=reason,
        assumed=True,
        doubt=doubt,
        ways=(found.scale.name, *WAYS[:2]),
        rival=WAYS[0],
        complete=False,
        needs_name=found.needs_name or found.bounds in hints.siblings,
    )


def are_codes(ways: Sequence[str]) -> bool:
    """Whether answers that can be read in these ways may be 1 for yes and 2 for no."""
    return set(WAYS[:2]) <= set(ways)


def with_codes_as_groups(columns: Sequence[ColumnMapping]) -> tuple[ColumnMapping, ...]:
    """The columns, questions beside the outcome whose yes and no are in such codes as groups."""
    return tuple(
        _as_group(column) if column.role is Role.DRIVER and _is_coded(column) else column for column in columns
    )


def _is_coded(column: ColumnMapping) -> bool:
    scale = column.scale
    return column.ways == WAYS and scale is not None and scale.labels == tuple(map(number_text, (2, 1)))


def _as_group(column: ColumnMapping) -> ColumnMapping:
    return ColumnMapping(
        position=column.position, name=column.name, label=column.label, role=Role.SEGMENT, reason=GROUPED
    )
