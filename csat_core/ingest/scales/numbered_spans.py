"""Where the numbers that stand beside words begin and end: known words say which answers there are that nobody gave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.texts.degrees import families_of
from csat_core.ingest.texts.families import Family

FEWEST_KNOWN = 2
"""One word says nothing of the distance between two numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A scale of known words, each of which stands beside the number of its place."""

    bounds: Bounds
    labels: Mapping[int, tuple[str, ...]]
    """By number the folded labels of its answer, the usual one first."""


def spans_of(words: Mapping[int, str]) -> tuple[Span, ...]:
    """The scales that can hold folded `words` at their numbers, one of each length; those from 1 before those from 0.

    `4: satisfied` and `5: very satisfied` are the best two of five, whether anybody gave the others or not.
    """
    found: dict[Bounds, Span] = {}
    for span in _spans(words):
        found.setdefault(span.bounds, span)
    from_one = tuple(span for bounds, span in found.items() if bounds[0] == 1)
    return from_one or tuple(found.values())


def _spans(words: Mapping[int, str]) -> Iterator[Span]:
    families = families_of(words.values())
    levels = [{number: level for number, text in words.items() if (level := each.level_of(text))} for each in families]
    # a family that does not know `neutral` says nothing of a scale that has it
    most = max([FEWEST_KNOWN, len(words) / 2, *map(len, levels)])
    for family, known in zip(families, levels, strict=True):
        if len(known) < most:
            continue
        span = placed(family, known)
        if span and begins(span.bounds) and span.bounds[0] <= min(words) and max(words) <= span.bounds[1]:
            yield span


def placed(family: Family, known: Mapping[int, int]) -> Span | None:
    """The levels of a family at the numbers that `known` gives some of them; None where these are not in step."""
    for levels in (family.levels, family.levels[::-1]):
        falls = levels is not family.levels
        places = {number: len(levels) + 1 - level if falls else level for number, level in known.items()}
        if len(before := {number - place for number, place in places.items()}) == 1:
            low = before.pop() + 1
            return Span(bounds=(low, low + len(levels) - 1), labels=dict(enumerate(levels, low)))
    return None


def begins(bounds: Bounds) -> bool:
    """Whether a scale is numbered so: from 1, from 0, or alike on both sides of 0."""
    low, high = bounds
    return low in (0, 1) or low == -high
