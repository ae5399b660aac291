"""Codes such as 99 that mean no answer and stand, undeclared, beside answers in words or beside labelled codes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from csat_core.ingest.detection import Described
from csat_core.ingest.scales.answers import Answers, FoundScale
from csat_core.ingest.scales.missing_codes import FAR, HIGHEST, MOST_SHARE, missing_codes
from csat_core.ingest.scales.numbered_labels import numbered
from csat_core.ingest.texts.reading import fold

FEWEST = 2
"""So many different words are answers beside which a number is none."""


def codes_beside(answers: Answers, described: Described) -> tuple[str, ...]:
    """The texts of `answers` that are such codes; empty where none is, or where most answers are plain numbers."""
    numbers = {text: number for text, _ in answers.texts if (number := _number(text)) is not None}
    words = [text for text, _ in answers.texts if text not in numbers]
    if not numbers or len(words) < FEWEST:
        return ()
    labels = {fold(label): number for code, label in described.value_labels if (number := _number(code)) is not None}
    labelled = {*labels.values()}
    stands_for = {text: known for text in words if (known := labels.get(text, _own_number(text))) is not None}
    observed: Counter[float] = Counter()
    for text, count in answers.texts:
        if (number := numbers.get(text, stands_for.get(text))) is not None:
            observed[number] += count
    found = set(missing_codes(observed, answers.count)) or _far_from_words(observed, numbers, answers)
    return tuple(text for text, number in numbers.items() if number in found - labelled)


def _far_from_words(observed: Mapping[float, int], numbers: Mapping[str, float], answers: Answers) -> set[float]:
    """The numbers beside words that are all such codes, too few to be the answers."""
    codes = set(numbers.values())
    is_far = all(number in FAR and (number > HIGHEST or number < 0) for number in codes)
    return codes if is_far and sum(observed[code] for code in codes) <= MOST_SHARE * answers.count else set()


def without(answers: Answers, codes: tuple[str, ...]) -> Answers:
    """`answers` without the texts `codes`."""
    return replace(answers, texts=tuple(pair for pair in answers.texts if pair[0] not in codes))


def with_codes_silent(found: FoundScale, answers: Answers, codes: tuple[str, ...]) -> FoundScale:
    """`found` for the other answers, with `codes` taken as `don't know`; said in its reason."""
    counts = dict(answers.texts)
    taken = ", ".join(f"{code} in {counts[code]:,} {'cell' if counts[code] == 1 else 'cells'}" for code in codes)
    return replace(
        found,
        reason=f"{found.reason.removesuffix('.')}; {taken} taken as 'don't know'.",
        dont_know=(*found.dont_know, *codes),
        assumed=True,
    )


def _own_number(text: str) -> float | None:
    label = numbered(text)
    return float(label.number) if label and not label.is_bare else None


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if number.is_integer() and abs(number) < 10_000 else None
