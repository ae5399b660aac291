"""What the answers alone show of the span of whole numbers they lie on, and the spans that are usual."""

from collections import Counter

from csat_core.ingest.scales.rival_scales import Bounds

USUAL: tuple[Bounds, ...] = ((1, 5), (0, 10), (1, 10), (1, 7))
"""Ratings under almost any name, the likelier ones first."""
LESS_USUAL: tuple[Bounds, ...] = ((1, 4), (1, 3), (0, 2), (-2, 2), (1, 6), (0, 3), (0, 4), (0, 6), (-3, 3))
"""Ratings where the name or the neighbours say so: groups are coded with small numbers too."""
PLAIN: tuple[Bounds, ...] = ((1, 5), (0, 10))
"""Scales that nobody doubts who sees every answer of them."""
OF_EFFORT: tuple[Bounds, ...] = ((1, 5), (1, 7))
"""Customer effort is asked on these."""
EXPECTED = 10
"""So many answers must be expected beyond an end before that nobody gave one says that there is nothing beyond."""
TAIL = 1 / 3
"""An end with less than such a share of the commonest answer may be the tail of a longer scale."""
ENOUGH_LOWEST = 3
"""So many answers of 1 without a 0 say that the scale has none: who is angry chooses the lowest."""
AS_MANY = 0.5
"""Zeros that are fewer than such a share of the ones may be no answers."""
WITH_NONE: Bounds = (0, 5)
"""1-5 with a 0 for no answer, which looks like the lower half of 0-10."""
TO_TEN = 10
SIX: tuple[Bounds, ...] = ((1, 6), (0, 6))
"""Scales of their own, or 1-5 with a 6 for no answer, and with a 0."""
DIP = 0.75
"""The answers fall where there are less than such a share of those before."""


def are_odd_zeros(bounds: Bounds, observed: Counter[float]) -> bool:
    """Whether 0 was answered far more seldom than the answers beside it let expect, as no answer of a scale from 1 is."""
    falling = min(1, observed[1] / max(observed[2], 1))
    enough = bounds not in USUAL or observed[1] >= EXPECTED
    return enough and observed[0] < AS_MANY * falling * observed[1]


def is_settled(bounds: Bounds, observed: Counter[float]) -> bool:
    """Whether the answers themselves say the ends of the scale."""
    low, high = bounds
    run = run_of(observed, bounds)
    tail = is_tail(run[1], observed)
    if run == bounds:
        if bounds in PLAIN or bounds[0] < 0:
            return True
        if bounds not in USUAL:
            runs_on = bounds not in SIX or _is_no_code(observed)
            return runs_on and is_thick(bounds, 1, observed) and is_whole(bounds, observed)
        return not tail if high < TO_TEN else observed[1] >= ENOUGH_LOWEST
    # nobody who saw 5 or 7 as the commonest answers would think of a longer scale; of 10 none is
    return run[1] == high and low == 1 and high < TO_TEN and bounds in USUAL and not tail


def _is_no_code(observed: Counter[float]) -> bool:
    """Whether the 6s go on as the answers below them do, as those of no code for `don't know` beside 1-5 would."""
    five, six = observed[5], observed[6]
    return six >= AS_MANY * five and not (six > five and five < DIP * observed[4])


def other_readings(bounds: Bounds, observed: Counter[float]) -> tuple[Bounds, ...]:
    """The other scales that can hold the answers, the likelier ones first."""
    low, high = run = run_of(observed, bounds)
    found = [each for each in USUAL if each[0] <= low and high <= each[1] and each != bounds]
    if low == 1 and observed[1] >= ENOUGH_LOWEST and bounds[0] == 1:
        found = [each for each in found if each[0] == 1]
    # nobody who gave 4 at most of answers from 1 is likely to have had ten of them
    near = [each for each in found if low == 0 or each[1] <= next_end(high)]
    own = (run[0] if run[0] <= 1 else 1, high)
    if own != bounds and own[1] - own[0] > 1 and not is_tail(high, observed):
        near.append(own)
    return tuple(near)


def next_end(high: int) -> int:
    """The end of the next longer usual scale."""
    return next((end for end in (5, 7) if end > high), TO_TEN)


def run_of(observed: Counter[float], bounds: Bounds) -> Bounds:
    """The lowest and the highest answer on the scale."""
    on = [int(number) for number in observed if observed[number] and bounds[0] <= number <= bounds[1]]
    return (min(on), max(on)) if on else bounds


def is_whole(bounds: Bounds, observed: Counter[float]) -> bool:
    """Whether every answer of the scale was given."""
    return all(observed[point] for point in range(bounds[0], bounds[1] + 1))


def is_thick(bounds: Bounds, end: int, observed: Counter[float]) -> bool:
    """Whether so many answers stand at an end that some would stand beyond it, if there were anything."""
    at = bounds[end]
    inner = observed[at + (1 if end == 0 else -1)]
    return observed[at] * min(1, observed[at] / max(inner, 1)) >= EXPECTED


def is_tail(high: int, observed: Counter[float]) -> bool:
    """Whether the answers thin out towards the highest one, few of which there are."""
    thin = observed[high] * min(1, observed[high] / max(observed[high - 1], 1)) < EXPECTED
    return thin and observed[high] < TAIL * max(observed.values())
