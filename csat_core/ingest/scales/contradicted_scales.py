"""Scales of numbers that the cells contradict: 0-10 in the numbers 1 to 11, or a span in the name that the answers leave."""

from collections import Counter
from dataclasses import replace

from csat_core.ingest.scales.answers import Answers, FoundScale, is_tolerable
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.model.scale import numeric_scale

ELEVEN: Bounds = (0, 10)


def shifted_scale_of(answers: Answers, observed: Counter[float], hints: Hints) -> FoundScale | None:
    """The answers of a scale from 0 as a program numbers them from 1, which is asked; None where nothing points to it.

    Nobody gave a 0, and there is a number one above the highest answer that the name says, or a recommendation has.
    """
    bounds = _from_zero(observed, hints)
    if bounds is None:
        return None
    high = bounds[1]
    beyond = sum(count for number, count in observed.items() if number not in range(1, high + 2))
    off = beyond + answers.count - observed.total()
    if observed[0] or not observed[high + 1] or not is_tolerable(off / answers.count, answers.count):
        return None
    shifted, plain = numeric_scale(1, high + 1), numeric_scale(*bounds)
    if hints.best_is_lowest(bounds):
        shifted, plain = shifted.backwards, plain.backwards
    top = int(observed[high + 1])
    doubt = (
        f"{top:,} of its {answers.count:,} answers {'is' if top == 1 else 'are'} {high + 1} and none is 0, so they may be "
        f"the answers {numeric_scale(*bounds).name} numbered from 1, where each 1 means 0"
    )
    reason = f"The answers are whole numbers from {int(min(observed))} to {int(max(observed))}, taken as {shifted.name}; {doubt}."
    ways = shifted.name, plain.name
    return answers.asked_about(shifted, reason, doubt=doubt, rival=plain.name, ways=ways)


def _from_zero(observed: Counter[float], hints: Hints) -> Bounds | None:
    """The scale from 0 that the name says or that the answers 1 to 11 stand for; None without."""
    if hints.stated_bounds:
        return next((bounds for bounds in hints.stated_bounds if bounds[0] == 0), None)
    return ELEVEN if hints.recommend or set(observed) == set(range(1, ELEVEN[1] + 2)) else None


def with_contradiction(found: FoundScale, hints: Hints) -> FoundScale:
    """`found` with a doubt where the name says other ends than the answers have."""
    if found.doubt or not (hints.stated or hints.span):
        return found
    if found.bounds in hints.stated_bounds:
        return found
    said = [numeric_scale(*bounds) for bounds in hints.stated_bounds]
    names = [
        (scale.backwards if hints.best_is_lowest(bounds) else scale).name
        for scale, bounds in zip(said, hints.stated_bounds, strict=True)
    ]
    own = (found.scale, found.scale.backwards) if hints.stated else (found.scale,)
    doubt = f"{hints.source} says {' or '.join(scale.name for scale in said)}, and the answers fit {numeric_scale(*found.bounds).name}"
    return replace(
        found,
        reason=f"{found.reason.removesuffix('.')}; {doubt}.",
        assumed=True,
        doubt=doubt,
        ways=tuple(dict.fromkeys((*(scale.name for scale in own), *names))),
        rival=found.rival or names[0],
        complete=False,
    )
