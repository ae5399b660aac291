"""Where a scale of whole numbers ends: settled only where something says so, and left open with every reading otherwise.

The name says it, or other questions show the same scale from end to end, or many answers use a known scale from end to
end and no longer one can hold them as well. What is left open is asked of an outcome and doubted of a driver.
"""

from collections import Counter
from dataclasses import dataclass, replace

from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.shown_spans import (
    LESS_USUAL,
    OF_EFFORT,
    PLAIN,
    SIX,
    TAIL,
    USUAL,
    WITH_NONE,
    are_odd_zeros,
    is_settled,
    is_tail,
    is_thick,
    is_whole,
    next_end,
    other_readings,
    run_of,
)
from csat_core.model.scale import MOST_POINTS, numeric_scale

SEVERAL, CHANGING = 3, 0.01
"""Strays are more than slips of the keyboard from so many on, or where two of them are such a share of all answers."""
MOST_WAYS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The answers of a column, and what is known of its span beside them."""

    observed: Counter[float]
    base: int
    hints: Hints
    is_said: bool
    """Whether the name, or the cells themselves as `4/5` does, say the span."""
    rival: Bounds | None
    """The other scale where stray answers decide between two."""


def with_settled_span(found: FoundScale, evidence: Evidence) -> FoundScale:
    """`found` with a doubt and every reading where nothing settles its span."""
    if found.doubt or found.ways or evidence.is_said:
        return found
    bounds = found.bounds
    for rule in (_strays, _of_grid, _between, _beside_companions, _by_itself):
        open_span = rule(bounds, evidence)
        if open_span is not None:
            return _doubted(found, open_span)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """What leaves a span open, and how else the answers can be read."""

    doubt: str
    others: tuple[Bounds, ...]
    silent: tuple[int, ...] = ()
    """The numbers that may be no answers."""
    own: Bounds | None = None
    """The scale beside which it is none, where that is not the proposed one."""
    rates: bool = False
    """Whether the other question is so near that this one rates as well, whatever it is called."""


def _doubted(found: FoundScale, said: _Open) -> FoundScale:
    def name(bounds: Bounds) -> str:
        scale = numeric_scale(*bounds)
        return (scale.backwards if found.scale.is_reversed else scale).name

    codes = "".join(f",{number}=na" for number in said.silent)
    without = (f"{name(said.own) if said.own else found.scale.name}{codes}",) if codes else ()
    ways = tuple(dict.fromkeys((found.scale.name, *map(name, said.others), *without)))[:MOST_WAYS]
    return replace(
        found,
        reason=f"{found.reason.removesuffix('.')}; {said.doubt}.",
        assumed=True,
        doubt=said.doubt,
        ways=ways,
        rival=found.rival or ways[1].partition(",")[0],
        complete=False,
        needs_name=found.needs_name and not said.rates,
    )


def _strays(bounds: Bounds, evidence: Evidence) -> _Open | None:
    """Answers off the scale, where they are next to it or a known longer scale holds them."""
    low, high = bounds
    observed, rival = evidence.observed, evidence.rival
    beyond = sorted(number for number in observed if observed[number] and not low <= number <= high and number != 0)
    if rival and rival[0] <= low and high <= rival[1]:
        beyond = sorted({*beyond, *(n for n in observed if observed[n] and n == 0 and rival[0] == 0 < low)})
    is_longest = high - low + 1 >= MOST_POINTS
    beside = next((int(number) for number in beyond if number in (low - 1, high + 1) and not is_longest), None)
    if not beyond or (rival is None and beside is None):
        return _few_on_rival(bounds, evidence) if rival else None
    count = sum(observed[number] for number in beyond)
    # where the answers thin out towards the end one beyond it is hardly a slip, and there may be more
    runs_on = beside == high + 1 and is_tail(high, observed)
    if not runs_on and not _are_more_than_slips(count, evidence.base):
        return None
    longer = rival or (min(low, beside or low), max(high, beside or high))
    reach = min(low, *map(int, beyond)), max(high, *map(int, beyond))
    is_held = longer[0] <= reach[0] and reach[1] <= longer[1]
    holding = (each for each in USUAL if each[0] <= reach[0] and max(reach[1], next_end(high)) <= each[1])
    others = (longer, *(() if is_held and not runs_on else list(holding)[-1:]))
    shown = ", ".join(f"{observed[number]:,} of {number:g}" for number in beyond[:3])
    doubt = f"{shown} may be answers of a longer scale, or stand for no answer"
    single = (int(beyond[0]),) if len(beyond) == 1 else ()
    return _Open(doubt=doubt, others=others, silent=single)


def _are_more_than_slips(count: int, base: int) -> bool:
    return count >= SEVERAL or (count > 1 and count >= CHANGING * base)


def _few_on_rival(bounds: Bounds, evidence: Evidence) -> _Open | None:
    """Answers that lie on the longer scale that is proposed and off the shorter one that is as likely."""
    assert evidence.rival is not None
    low, high = evidence.rival
    if (low, high) == bounds or not (bounds[0] <= low and high <= bounds[1]):
        return None
    observed = evidence.observed
    beyond = sorted(
        number for number in observed if observed[number] and bounds[0] <= number <= bounds[1] and not low <= number <= high
    )  # fmt: skip
    count = sum(observed[number] for number in beyond)
    is_shown = evidence.rival in evidence.hints.siblings
    if not is_shown and (bounds == (0, 10) or not _are_more_than_slips(count, evidence.base)):
        return None
    shown = ", ".join(f"{observed[number]:,} of {number:g}" for number in beyond[:3])
    doubt = f"but for {shown} all answers lie on {numeric_scale(low, high).name}"
    single = (int(beyond[0]),) if len(beyond) == 1 else ()
    return _Open(doubt=doubt, others=(evidence.rival,), silent=single, own=evidence.rival)


def _of_grid(bounds: Bounds, evidence: Evidence) -> _Open | None:
    """A grid whose span all of its answers together leave open."""
    grid = evidence.hints.grid
    if len(grid) < 2 or bounds != grid[0]:
        return None
    doubt = f"it is asked in the words of others, and all of these may be on {' or '.join(map(_name, grid))}"
    return _Open(doubt=doubt, others=grid[1:])


def _beside_companions(bounds: Bounds, evidence: Evidence) -> _Open | None:
    """Another question that ends one answer further or earlier, or at either end earlier, where the answers do not follow it."""
    observed, companions = evidence.observed, evidence.hints.companions
    run = run_of(observed, bounds)
    known = run in (*USUAL, *LESS_USUAL, WITH_NONE)
    if run != bounds and known and is_whole(run, observed) and bounds in companions:
        gaps = [end for end, own, other in _ends(run, bounds) if own != other]
        if all(is_thick(run, end, observed) for end in gaps):
            doubt = f"another question shows {_name(bounds)}, and its own answers go from {run[0]} to {run[1]}"
            return _Open(doubt=doubt, others=(run,))
        return None
    if run != bounds or companions.get(bounds):
        return None
    for other in companions:
        if other == (bounds[0] + 1, bounds[1] - 1) and bounds not in USUAL:
            doubt = f"another question shows {_name(other)}, and its own answers go from {bounds[0]} to {bounds[1]}"
            # what people count begins with many 0s
            are_few = observed[bounds[0]] < TAIL * max(observed.values())
            return _Open(doubt=doubt, others=(), silent=bounds, own=other, rates=are_few)
        end = _differing_end(bounds, other)
        if end is None:
            continue
        is_longer = other[0] <= bounds[0] and bounds[1] <= other[1]
        doubt = f"another question shows {_name(other)}, and its own answers go from {bounds[0]} to {bounds[1]}"
        if is_longer and not (bounds in PLAIN and is_thick(bounds, end, observed)):
            return _Open(doubt=doubt, others=(other,), rates=True)
        if not is_longer and bounds not in USUAL:
            return _Open(doubt=doubt, others=(), silent=(bounds[end],), own=other, rates=True)
    return None


def _between(bounds: Bounds, evidence: Evidence) -> _Open | None:
    """Answers that end where one scale does, beside questions on a longer one that are asked in other words."""
    between = evidence.hints.between
    if bounds not in between:
        return None
    low, high = run_of(evidence.observed, bounds)
    longer = max(between, key=lambda each: each[1])
    doubt = f"another question shows {_name(longer)}, and its own answers go from {low} to {high}"
    return _Open(doubt=doubt, others=tuple(each for each in between if each != bounds))


def _by_itself(bounds: Bounds, evidence: Evidence) -> _Open | None:
    """Answers that no other question and no name settles: they do it themselves, or do not."""
    if evidence.hints.settle(bounds):
        return None
    if not (is_settled(bounds, evidence.observed) or _is_usual_effort(bounds, evidence)):
        others = other_readings(bounds, evidence.observed)
        low, high = run_of(evidence.observed, bounds)
        if others:
            doubt = f"its {evidence.base:,} answers go from {low} to {high}, and nothing says where the scale begins and ends"
            if bounds in SIX:
                return _Open(doubt=doubt, others=others, silent=tuple(n for n in bounds if n != 1), own=USUAL[0])
            return _Open(doubt=doubt, others=others)
    if bounds[0] == 0 and are_odd_zeros(bounds, evidence.observed):
        doubt = f"{int(evidence.observed[0]):,} of 0 may be the worst answer, or none"
        return _Open(doubt=doubt, others=(), silent=(0,), own=(1, bounds[1])) if bounds[1] > 2 else None
    return None


def _is_usual_effort(bounds: Bounds, evidence: Evidence) -> bool:
    """Whether an effort is asked for, and all answers of one of its usual scales were given."""
    return evidence.hints.effort and bounds in OF_EFFORT and is_whole(bounds, evidence.observed)


def _ends(one: Bounds, other: Bounds) -> list[tuple[int, int, int]]:
    return [(end, one[end], other[end]) for end in (0, 1)]


def _differing_end(one: Bounds, other: Bounds) -> int | None:
    """Which end (0 the lowest) of two scales differs by one answer, the other end being the same; None otherwise."""
    apart = [abs(own - its) for _, own, its in _ends(one, other)]
    return apart.index(1) if sorted(apart) == [0, 1] else None


def _name(bounds: Bounds) -> str:
    return numeric_scale(*bounds).name
