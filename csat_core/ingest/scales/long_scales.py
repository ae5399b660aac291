"""Whole numbers beyond the short scales: percent, or the codes that a program gave to answers in words."""

from math import gcd

from csat_core.ingest.scales.answers import Answers, FoundScale, is_tolerable, share_off
from csat_core.ingest.scales.stated_range import StatedRange
from csat_core.model.scale import number_text, numeric_scale

LEAST_HIGHEST, LEAST_OF_MANY, MANY = 25, 60, 30
"""What never goes further is no rating in percent, nor what does not in so many answers: years of experience."""
MOST_CODES = 11
"""So many consecutive numbers from 2 or higher on may be the codes that a program gave to answers in words."""


def long_scale_of(answers: Answers, numbers: dict[str, float], span: StatedRange | None) -> FoundScale | None:
    """0-100 or 1-100 where the answers are whole numbers in it, more than a short scale would hold; `span` is what the name says."""
    highest = span.high if span else None
    whole = {text: n for text, n in numbers.items() if n == int(n) and 0 <= n <= 100}
    if len(set(whole.values())) < 3 or max(whole.values()) <= 10:
        return None
    if not is_tolerable(share_off(answers, whole), answers.count):
        return None
    least = LEAST_OF_MANY if answers.count >= MANY else LEAST_HIGHEST
    if highest is None and max(whole.values()) < least and not _are_codes(set(whole.values())):
        return None
    if _are_codes(set(whole.values())) and max(whole.values()) != highest:
        return _coded(answers, whole)
    # a scale of percent, or in steps of 5 or 10, begins with 0
    in_steps = gcd(*map(int, whole.values())) > 1 or any("%" in text for text in whole)
    low = 0 if in_steps or min(whole.values()) == 0 or max(whole.values()) < 100 else 1
    said = span.low if span and span.high == 100 else None
    is_said = said is not None and said <= min(whole.values())
    low = said if is_said and said is not None else low
    scale = numeric_scale(low, 100)
    return FoundScale(
        scale=scale,
        reason=f"The answers are whole numbers from {number_text(min(whole.values()))} to "
        f"{number_text(max(whole.values()))}, taken as {scale.name}.",
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        assumed=not is_said and not {float(low), 100.0} <= set(whole.values()),
        needs_name=not is_said,
        numeric=True,
    )


def _are_codes(numbers: set[float]) -> bool:
    """Whether a few consecutive numbers begin so high that they are codes of a program rather than answers."""
    low, high = min(numbers), max(numbers)
    return low > 1 and len(numbers) <= MOST_CODES and high - low + 1 == len(numbers)


def _coded(answers: Answers, whole: dict[str, float]) -> FoundScale:
    low, high = int(min(whole.values())), int(max(whole.values()))
    doubt = f"its answers are the consecutive codes {low} to {high}, and nothing says what they mean"
    reason = f"The answers are consecutive codes from {low} to {high}, and nothing says what they mean; {high} is taken as the best."
    return answers.asked_about(numeric_scale(low, high), reason, doubt=doubt, rival=numeric_scale(high, low).name)
