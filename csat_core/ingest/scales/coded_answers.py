"""Answers that are codes of a survey program without their texts, `A1` to `A5`: in order, but which end is the best is open."""

import re

from csat_core.ingest.scales.answers import Answers, FoundScale, is_tolerable, share_off
from csat_core.model.scale import worded_scale

_CODE = re.compile(r"(?P<letters>[a-z]{1,3}|[a-z]{1,10}[_-])(?P<number>[0-9]{1,3})")
FEWEST, MOST = 3, 11


def is_code(folded: str) -> bool:
    """Whether a folded text is a code of one answer, as `a1` is."""
    return _CODE.fullmatch(folded) is not None


def coded_scale_of(answers: Answers) -> FoundScale | None:
    """The codes from the first to the last that occurs, the highest number as the best, which is asked; None without.

    Codes of one letter or a few and one number each, at least three of them.
    """
    found = {text: match for text, _ in answers.texts if (match := _CODE.fullmatch(text))}
    letters = {match["letters"] for match in found.values()}
    numbers = {int(match["number"]): text for text, match in found.items()}
    if len(letters) != 1 or len(numbers) != len(found) or not is_tolerable(share_off(answers, found), answers.count):
        return None
    low, high = min(numbers), max(numbers)
    low = 1 if low == 2 else low
    if len(numbers) < FEWEST or not FEWEST <= high - low + 1 <= MOST or low > 1:
        return None
    model = answers.written[numbers[high]]
    stem = model.rstrip("0123456789")
    width = len(model) - len(stem)
    labels = tuple(
        answers.written[numbers[number]] if number in numbers else f"{stem}{number:0{width}}"
        for number in range(low, high + 1)
    )
    return FoundScale(
        scale=worded_scale(labels),
        reason=f"The answers are the codes {labels[0]} to {labels[-1]} without their texts; {labels[-1]} is taken as the best.",
        positions=tuple((label.lower(), place) for place, label in enumerate(labels, 1)),
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        assumed=True,
        doubt=f"its answers are the codes {labels[0]} to {labels[-1]}, and nothing says which of them is the best",
        ways=("|".join(labels), "|".join(labels[::-1])),
        rival="|".join(labels[::-1]),
        needs_name=True,
    )
