"""Level order: whether the levels of a segment are steps, such as `Under 1 year` to `Over 3 years`, and which comes first."""

import math
import re
from collections.abc import Sequence
from itertools import pairwise

MOST_STEPS = 15
"""More numbers than these are names (shops, rooms), not steps."""

_BELOW = frozenset({"under", "below", "less", "fewer", "younger", "up", "most", "<", "≤"})
_ABOVE = frozenset({"over", "above", "more", "older", "least", "+", ">", "≥"})
_QUIET = frozenset(
    {"a", "age", "aged", "and", "at", "new", "of", "or", "than", "the", "then", "to", "=", "-", "–", "—"}
)
_UNITS = {
    "second": 1 / 60, "sec": 1 / 60, "s": 1 / 60, "minute": 1, "min": 1, "hour": 60, "hr": 60, "h": 60, "day": 1_440,
    "week": 10_080, "month": 43_830, "year": 525_960, "yr": 525_960,
}  # fmt: skip
_PLAIN_UNITS = frozenset({"%", "$", "€", "£", "point", "star", "order", "item", "visit", "contact", "time", "employee"})
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[<>≤≥+=%$€£–—-]|[^\s()]")


def in_order(levels: Sequence[str]) -> tuple[str, ...] | None:
    """The levels from low to high where every one is a number or a band of numbers; None where one is not, or they overlap."""
    if not 2 <= len(levels) <= MOST_STEPS:
        return None
    steps = {level: _step(level) for level in levels}
    known = {level: step for level, step in steps.items() if step is not None}
    if len(known) < len(levels):
        return None
    ordered = sorted(levels, key=lambda level: known[level])
    for first, second in pairwise(ordered):
        (low, high), (next_low, next_high) = known[first], known[second]
        if (low, high) == (next_low, next_high) or high > next_high or low > next_low:
            return None
    return tuple(ordered)


def _step(level: str) -> tuple[float, float] | None:
    """The ends of a level; None where it is anything but numbers, units and words between them."""
    numbers: list[float] = []
    units: list[float | None] = []
    is_below = is_above = False
    for token in _TOKEN.findall(level.lower()):
        unit = token.removesuffix("s") if len(token) > 2 else token
        if token[0].isdigit():
            numbers.append(_number(token))
            units.append(None)
        elif token in _BELOW or token in _ABOVE:
            is_below |= token in _BELOW
            is_above |= token in _ABOVE
        elif unit in _UNITS:
            units = [_UNITS[unit] if each is None else each for each in units]
        elif token not in _QUIET and unit not in _PLAIN_UNITS:
            return None
    if any(map(math.isnan, numbers)):
        return None
    ends = [number * (1.0 if unit is None else unit) for number, unit in zip(numbers, units, strict=True)]
    if len(ends) == 1 and not (is_below and is_above):
        return -math.inf if is_below else ends[0], math.inf if is_above else ends[0]
    # `over 3 to 10` names both of its ends
    return (ends[0], ends[1]) if len(ends) == 2 and ends[0] < ends[1] and not is_below else None


def _number(token: str) -> float:
    """`1,000` is a thousand, `2,5` two and a half."""
    plain = re.sub(r",(?=\d{3}\b)", "", token).replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else math.nan
