"""Answers as shares of the best one: `0.2` to `1` and `20 %` to `100 %` are five levels, `2.5` to `10` four, `0 %` and `100 %` two answers."""

from collections import Counter
from dataclasses import replace

from csat_core.ingest.scales.answers import Answers, FoundScale, as_numbers, is_tolerable, share_off
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.texts.reading import rating_of
from csat_core.model.scale import number_text, numeric_scale, worded_scale

PARTS = (2, 4, 5, 10)
"""Into so many equal parts a scale may be divided."""
SHORT = 5
"""Levels of percent, which more often lie anywhere between 0 and 100."""
ENOUGH = 30
HUNDREDTHS, TEN, FACES = 100, 10, 4
"""Four faces are counted as 2.5, 5, 7.5 and 10, under any name."""
NEARLY = 1e-6


def share_scale_of(answers: Answers, hints: Hints, satisfied: bool) -> FoundScale | None:
    """The levels on which the answers are shares of 1 or of 100; None where they are something else.

    `satisfied` says whether the name speaks of satisfaction: other numbers between 0 and 1 measure many things.
    """
    numbers = as_numbers(answers)
    if not numbers or not is_tolerable(share_off(answers, numbers), answers.count):
        return None
    lowest, highest = min(numbers.values()), max(numbers.values())
    if set(numbers.values()) == {TEN * part / FACES for part in range(1, FACES + 1)}:
        return _levels(answers, numbers, TEN, (FACES,))
    if not hints.rated or lowest < 0 or hints.span or hints.stated:
        return None
    if highest == HUNDREDTHS:
        return _of_percent(answers, numbers, satisfied)
    if highest > 1 or all(number.is_integer() for number in numbers.values()):
        return None
    found = _levels(answers, numbers, 1, PARTS) if highest == 1 else None
    return found or (_hundredths(answers, numbers) if satisfied else None)


def _of_percent(answers: Answers, numbers: dict[str, float], satisfied: bool) -> FoundScale | None:
    signed = all("%" in text for text in numbers if numbers[text])
    if set(numbers.values()) == {0, HUNDREDTHS} and (signed or satisfied):
        labels = tuple(_written(answers, numbers, end) for end in (0.0, float(HUNDREDTHS)))
        return _found(answers, numbers, (0.0, float(HUNDREDTHS)), f"{labels[0]} is taken as no, {labels[1]} as yes")
    if answers.count < ENOUGH or len(set(numbers.values())) > SHORT:
        return None
    return _levels(answers, numbers, HUNDREDTHS, PARTS[:3])


def _levels(answers: Answers, numbers: dict[str, float], whole: int, tried: tuple[int, ...]) -> FoundScale | None:
    """The scale of so many equal parts of `whole` as every answer is a multiple of; None where there is none."""
    held = set(numbers.values())
    parts = next((n for n in tried if all(_is_whole(number * n / whole) for number in held)), None)
    if parts is None or (parts == 2 and 0 not in held):
        return None
    levels = tuple(whole * part / parts for part in range(0 if 0 in held else 1, parts + 1))
    every = all(any(abs(number - level) < NEARLY * whole for number in held) for level in levels)
    if not every and (whole == HUNDREDTHS or len(held) < (parts + 1) / 2):
        return None
    said = f"{len(levels)} levels in equal steps up to {number_text(whole)}"
    found = _found(
        answers, numbers, levels, said if every else f"{said}, of which not every one occurs", assumed=not every
    )
    if whole == HUNDREDTHS:
        return _beside(found, numeric_scale(0, HUNDREDTHS).name)
    if parts == SHORT and 0 in held:
        return _with_open_zero(found)
    return found


def _beside(found: FoundScale, rival: str) -> FoundScale:
    return replace(found, rival=rival, assumed=True)


def _with_open_zero(found: FoundScale) -> FoundScale:
    """`found` with the reading on which a 0 is no answer: stars over five have no 0, six levels are unusual."""
    lowest, *others = found.scale.labels
    ways = (found.scale.name, f"{'|'.join(others)},{lowest}=na")
    doubt = f"{lowest} may be the worst answer or none"
    reason = f"{found.reason.removesuffix('.')}; {doubt}: it is taken as the worst."
    return replace(found, reason=reason, assumed=True, doubt=doubt, ways=ways)


def _hundredths(answers: Answers, numbers: dict[str, float]) -> FoundScale | None:
    """0-100 where the answers are shares of 1 to two places."""
    if len(set(numbers.values())) < SHORT or not all(_is_whole(number * HUNDREDTHS) for number in numbers.values()):
        return None
    scale = numeric_scale(0, HUNDREDTHS)
    spelled = {
        spelling: place
        for place, percent in enumerate(scale.values, 1)
        for spelling in _spellings(percent / HUNDREDTHS)
    }
    return FoundScale(
        scale=scale,
        reason=f"The answers are shares from {number_text(min(numbers.values()))} to {number_text(max(numbers.values()))}, taken as percent on {scale.name}.",
        positions=tuple(spelled.items()),
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        assumed=True,
        needs_name=True,
        numeric=True,
    )


def _found(
    answers: Answers, numbers: dict[str, float], levels: tuple[float, ...], said: str, *, assumed: bool = False
) -> FoundScale:
    labels = tuple(_written(answers, numbers, level) for level in levels)
    scale = worded_scale(labels)
    spelled = {text: place for place, level in enumerate(levels, 1) for text in _spellings(level)}
    seen = {
        text: place
        for text, number in numbers.items()
        for place, level in enumerate(levels, 1)
        if abs(number - level) < NEARLY * levels[-1]
    }
    return FoundScale(
        scale=scale,
        reason=f"The answers are {scale.name.replace('|', ' < ')}: {said}.",
        positions=tuple((spelled | seen).items()),
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        assumed=assumed,
        needs_name=True,
        complete=not assumed,
    )


def _written(answers: Answers, numbers: dict[str, float], level: float) -> str:
    """How the file writes a level most often, else how it would."""
    counts: Counter[str] = Counter()
    for text, count in answers.texts:
        if text in numbers and abs(numbers[text] - level) < NEARLY * max(level, 1):
            counts[answers.written.get(text, text)] += count
    if counts:
        return counts.most_common(1)[0][0]
    comma = any("," in text for text in numbers)
    percent = " %" if all("%" in text for text in numbers) else ""
    return f"{number_text(level).replace('.', ',') if comma else number_text(level)}{percent}"


def _spellings(number: float) -> list[str]:
    """How a file may write a level, always in the same order."""
    texts = (number_text(number), f"{number:.1f}" if _is_whole(number * 10) else number_text(number), f"{number:.2f}")
    return list(dict.fromkeys(spelling for text in texts for spelling in (text, text.replace(".", ","))))


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) < NEARLY * HUNDREDTHS


def same_numbers(texts: tuple[str, ...], labels: tuple[str, ...]) -> dict[str, int]:
    """The position of each folded text that is the number of one of `labels`; empty unless all of these are numbers."""
    numbers = [rating_of(label.lower())[0] for label in labels]
    if None in numbers:
        return {}
    places = {number: place for place, number in enumerate(numbers, 1)}
    return {text: places[number] for text in texts if (number := rating_of(text)[0]) in places}
