"""Answers that all repeat what was asked about a known one: `Definitely would buy`, `Probably would not buy it again`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from csat_core.ingest.texts.degrees import UNSPACED
from csat_core.ingest.texts.families import Family, families_with, family_of

FEWEST, MOST = 3, 11
"""So many answers have to repeat it, and at most one of them, the middle, may not; no scale in words has more."""


def families_around(labels: Sequence[str]) -> Iterator[Family]:
    """The families that know every folded label without the words around it, with their labels as they are repeated."""
    for repeated in _some(labels):
        before, after = _shared([each.split() for each in repeated])
        if not (before or after):
            continue
        inner = [_within(each, before, after) for each in repeated]
        plain = [*inner, *(each for each in labels if each not in repeated)]
        if not all(plain):
            continue
        for family in families_with(plain):
            if all(map(family.level_of, plain)) and family.language not in UNSPACED:
                around = (
                    tuple(" ".join((*before, label, *after)) for label in level) + level for level in family.levels
                )
                yield family_of(family.language, family.name, tuple(around))


def _some(labels: Sequence[str]) -> Iterator[list[str]]:
    """All of the labels, or all but one of them."""
    if FEWEST <= len(labels) <= MOST:
        yield list(labels)
    for left in labels if FEWEST < len(labels) <= MOST else ():
        yield [each for each in labels if each != left]


def _shared(words: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that all begin with, and those that all end with."""
    before = _begun(words)
    return before, _begun([each[len(before) :][::-1] for each in words])[::-1]


def _begun(words: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The words that all begin with."""
    alike = takewhile(lambda at_one_place: len(set(at_one_place)) == 1, zip(*words, strict=False))
    return tuple(first for first, *_ in alike)


def _within(label: str, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    words = label.split()
    return " ".join(words[len(before) : len(words) - len(after)])
