"""Ratings by halves and other parts: `4.5 stars` lie on 0.5-5, `8.5` of ten on 0.5-10, `7.3` on 0-10 in tenths."""

from collections.abc import Mapping
from dataclasses import replace

from csat_core.ingest.scales.answers import Answers, FoundScale, as_numbers, is_tolerable, share_off
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.stated_range import TWENTY
from csat_core.ingest.texts.reading import rating_of
from csat_core.model.scale import MOST_POINTS, half_scale, stepped_scale

STARS, TEN, HUNDRED = 5, 10, 100
STEPS = {STARS: (0.5, 0.25, 0.1), TEN: (0.5, 0.25, 0.1), TWENTY: (0.5, 0.25), HUNDRED: (2.5,)}
"""For each end of a scale the steps that its answers may lie on, the widest first; 20 only where the name says it."""
FEWEST = 3
ENOUGH_LOWEST = 3
"""So many answers of 1 without a half say that 1 may be the lowest: who is angry chooses the lowest."""
NEARLY = 1e-6


def half_scale_of(answers: Answers, hints: Hints) -> FoundScale | None:
    """0.5-5 or 0.5-10 where the name or the cells say ratings and the answers are halves of it; None otherwise.

    On ten a 0 may well be an answer: then it is neither.
    """
    numbers = {text: number for text, number in as_numbers(answers).items() if number == 0 or _is_half(number)}
    on = set(numbers.values()) - {0}
    highest = STARS if max(on, default=0) <= STARS else TEN
    rated = hints.rated or any(rating_of(text)[1] == highest for text in numbers)
    if not rated or len(on) < 2 or all(number.is_integer() for number in on) or max(on) < highest - 1:
        return None
    if highest == TEN and 0 in numbers.values():
        return None
    if not is_tolerable(share_off(answers, numbers), answers.count):
        return None
    is_stars = hints.stars or any(rating_of(text)[1] is not None for text in numbers)
    zeros = tuple(text for text, number in numbers.items() if number == 0)
    scale, from_one = half_scale(highest), stepped_scale(1, highest, 0.5)
    said = (1, highest) in hints.stated_bounds and hints.says_lowest(from_one) and min(on) >= 1
    scale = from_one if said else scale
    ones = sum(count for text, count in answers.texts if numbers.get(text) == 1)
    is_open = not said and min(on) == 1 and ones >= ENOUGH_LOWEST and not is_stars
    reason = f"The answers are halves up to {max(on):g}, on {scale.name}"
    if is_open:
        reason += f"; nobody gave {scale.values[0]:g}, so it may be {from_one.name} as well"
    return FoundScale(
        scale=scale,
        reason=f"{reason}{'; 0 taken as not applicable' if zeros else ''}.",
        not_applicable=(*answers.not_applicable, *zeros),
        dont_know=answers.dont_know,
        assumed=bool(zeros) or is_open,
        rival=from_one.name if is_open else None,
        needs_name=True,
        numeric=True,
    )


def stepped_scale_of(answers: Answers, hints: Hints) -> FoundScale | None:
    """0-100 in steps of 2.5, 0-10 or 1-5 in tenths and the like, under the name of a rating; None otherwise.

    Where neither the name nor answers at both ends say it, whether the scale begins at 0 or at 1 is left open.
    """
    numbers = as_numbers(answers)
    on = set(numbers.values())
    if not hints.rated or len(on) < FEWEST or all(number.is_integer() for number in on) or min(on) < 0:
        return None
    tops = [hints.span.high] if hints.span and hints.span.high in STEPS else [top for top in STEPS if top != TWENTY]
    highest = next((top for top in tops if max(on) <= top), None)
    step = highest and next((each for each in STEPS[highest] if _lie_on(answers, numbers, each)), None)
    if not highest or not step:
        return None
    on = {number for number in on if _divides(step, number)}
    lows = (0,) if highest == HUNDRED or min(on) < 1 else (1, 0) if highest == STARS else (0, 1)
    said = [bounds for bounds in hints.stated_bounds if bounds[0] in (0, 1) and max(on) <= bounds[1] <= HUNDRED]
    bounds = said or [(low, highest) for low in lows]
    if not said and highest == STARS:
        bounds.append((0, TEN))
    scales = [stepped_scale(low, high, step) for low, high in bounds if (high - low) / step < MOST_POINTS]
    settled = bool(said) or highest == HUNDRED or on >= {scales[0].values[0], scales[0].values[-1]}
    reason = f"The answers are numbers from {min(on):g} to {max(on):g} in steps of {step:g}, taken as {scales[0].name}"
    found = answers.asked_about(scales[0], f"{reason}.", doubt="", rival=None)
    if settled or len(scales) == 1:
        return replace(found, doubt=None, assumed=not said and not on >= {scales[0].values[0], scales[0].values[-1]})
    doubt = "nothing says where their scale begins and ends"
    ways = tuple(scale.name for scale in scales)
    return replace(found, reason=f"{reason}; {doubt}.", doubt=doubt, ways=ways, rival=ways[1])


def _lie_on(answers: Answers, numbers: Mapping[str, float], step: float) -> bool:
    """Whether nearly all answers are multiples of `step`."""
    multiples = [text for text, number in numbers.items() if _divides(step, number)]
    return is_tolerable(share_off(answers, multiples), answers.count)


def _divides(step: float, number: float) -> bool:
    return abs(number / step - round(number / step)) < NEARLY


def _is_half(number: float) -> bool:
    return 0 < number <= TEN and (2 * number).is_integer()
