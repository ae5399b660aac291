"""Ratings by halves: `4.5 stars` lie on 0.5-5, `8.5` of ten on 0.5-10."""

from csat_core.ingest.numeric_hints import Hints
from csat_core.ingest.reading import rating_of
from csat_core.ingest.scales import Answers, FoundScale, as_numbers, is_tolerable, share_off
from csat_core.model.scale import half_scale

STARS, TEN = 5, 10


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
    zeros = tuple(text for text, number in numbers.items() if number == 0)
    scale = half_scale(highest)
    reason = f"The answers are halves up to {max(on):g}, on {scale.name}"
    return FoundScale(
        scale=scale,
        reason=f"{reason}{'; 0 taken as not applicable' if zeros else ''}.",
        not_applicable=(*answers.not_applicable, *zeros),
        dont_know=answers.dont_know,
        assumed=bool(zeros),
        needs_name=True,
        numeric=True,
    )


def _is_half(number: float) -> bool:
    return 0 < number <= TEN and (2 * number).is_integer()
