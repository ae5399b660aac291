"""Answers by their initials: `SD`, `D`, `N`, `A`, `SA` for `Strongly disagree` to `Strongly agree`."""

from collections.abc import Iterator
from functools import cache

from csat_core.ingest.scales.answers import Answers, FoundScale
from csat_core.ingest.texts.families import Family, all_families
from csat_core.model.scale import worded_scale

FEWEST, MOST, LONGEST = 4, 7, 3
"""So many answers, each of so many letters at most; of fewer or plainer ones other things have the same initials."""


def initials_scale_of(answers: Answers) -> FoundScale | None:
    """The scale whose words begin with these letters, one answer at most left out; None for others, or where two scales differ."""
    texts = {text for text, _ in answers.texts}
    are_short = all(text.isalpha() and len(text) <= LONGEST for text in texts)
    if answers.unseen or not FEWEST <= len(texts) <= MOST or not are_short or max(map(len, texts)) < 2:
        return None
    fitting = [(family, places) for family, places in _by_initials() if texts <= places.keys()]
    fitting = [
        each for each in fitting if len(each[0].levels) - 1 <= len({each[1][text] for text in texts}) == len(texts)
    ]
    orders = {tuple(sorted(texts, key=places.__getitem__)) for _, places in fitting}
    if len(orders) != 1:
        return None
    family, places = min(fitting, key=lambda each: len(each[0].levels) - len(texts))
    written = {places[text]: answers.written[text] for text in texts}
    short = {place: text.upper() for text, place in reversed(places.items())}
    labels = tuple(written.get(place, short[place]) for place in range(1, len(family.levels) + 1))
    meant = " < ".join(f"{label} ({levels[0]})" for label, levels in zip(labels, family.levels, strict=True))
    return FoundScale(
        scale=worded_scale(labels),
        reason=f"The answers are initials of words of {family.name}: {meant}.",
        positions=tuple(places.items()),
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        assumed=len(texts) < len(labels),
        family=family.name,
        needs_name=family.needs_name,
    )


@cache
def _by_initials() -> tuple[tuple[Family, dict[str, int]], ...]:
    """The families of as many levels with the level of each initials, where no two levels have the same ones."""
    return tuple(_told_apart())


def _told_apart() -> Iterator[tuple[Family, dict[str, int]]]:
    for family in all_families():
        points = len(family.levels)
        if not FEWEST <= points <= MOST:
            continue
        pairs = [(_initials(labels[0]), place) for place, labels in enumerate(family.levels, 1)]
        places = dict(pairs)
        if len(places) == points:
            # the middle has many names, the others are called by the usual one
            middle = family.levels[points // 2] if points % 2 else ()
            yield family, {_initials(label): points // 2 + 1 for label in middle} | places


def _initials(label: str) -> str:
    return "".join(word[0] for word in label.replace("/", " ").split())
