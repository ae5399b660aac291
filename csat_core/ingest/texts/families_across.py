"""Families of answers over several languages: one survey asked in each of them has the same scale in other words."""

import re
from collections import defaultdict
from collections.abc import Sequence

from csat_core.ingest.texts.families import Family, families_with

_EAST, _WEST = "\u3040-\u30ff\u3400-\u9fff", "A-Za-z\u00c0-\u024f"
_TWO = (
    re.compile(r"([^/]+)/([^/]+)"),
    re.compile(r"([^(\[\uff08]+)[(\[\uff08]([^()\[\]\uff08\uff09]+)[)\]\uff09]"),
    re.compile(rf"([{_EAST}][^{_WEST}]*)([{_WEST}][^{_EAST}]*)"),
    re.compile(rf"([{_WEST}][^{_EAST}]*)([{_EAST}][^{_WEST}]*)"),
)
LEAST_SHOWN = 0.75
"""So much of its levels each language has to show: else it may as well be a scale of fewer."""


def families_across(labels: Sequence[str]) -> list[Family]:
    """For each family and number of levels that hold folded `labels` of several languages, one family of all of them.

    A language is one of them where it knows labels that the others do not. None where two of them mean another level by one label.
    """
    alike: dict[tuple[str, int], dict[str, list[Family]]] = defaultdict(lambda: defaultdict(list))
    for family in families_with(labels):
        alike[family.name, len(family.levels)][family.language].append(family)
    together = (_parts(labels, list(families.values())) for families in alike.values() if len(families) > 1)
    return [_joined(parts) for parts in together if len(parts) > 1 and _agree(labels, parts)]


def first_of_two(label: str) -> str:
    """The first half of a folded label that says one answer in two languages, `satisfied / satisfait`; the label as it is otherwise."""
    halves = halves_of(label)
    meant = [
        {(family.name, len(family.levels), family.level_of(half)) for family in families_with([half])}
        for half in halves
    ]
    return halves[0] if halves and meant[0] & meant[1] and any(map(str.isalpha, halves[0])) else label


def halves_of(label: str) -> tuple[str, ...]:
    """What stands on both sides of a stroke, before and in brackets, or in Chinese and behind it in Latin letters; empty elsewhere."""
    match = next((found for pattern in _TWO if (found := pattern.fullmatch(label))), None)
    return (match[1].strip(), match[2].strip()) if match and match[1].strip() and match[2].strip() else ()


def _parts(labels: Sequence[str], languages: Sequence[list[Family]]) -> list[Family]:
    """Of each language the family that knows most of the labels, those that know most first, until all are known."""
    known = {id(family): {label for label in labels if family.level_of(label)} for each in languages for family in each}
    best = [max(families, key=lambda family: len(known[id(family)])) for families in languages]
    parts: list[Family] = []
    left = set(labels)
    while best:
        family = max(best, key=lambda each: len(left & known[id(each)]))
        shown = {family.level_of(label) for label in known[id(family)]}
        if len(left & known[id(family)]) < 2 or len(shown) < LEAST_SHOWN * len(family.levels):
            break
        parts.append(family)
        best.remove(family)
        left -= known[id(family)]
    return parts


def _agree(labels: Sequence[str], parts: Sequence[Family]) -> bool:
    """Whether no label means one level in one language and another one in the next."""
    return all(len({family.level_of(label) for family in parts} - {None}) <= 1 for label in labels)


def _joined(parts: Sequence[Family]) -> Family:
    first = parts[0]
    levels = tuple(
        tuple(dict.fromkeys(label for labels in level for label in labels))
        for level in zip(*(each.levels for each in parts), strict=True)
    )
    return Family(
        name=first.name,
        levels=levels,
        needs_name=any(each.needs_name for each in parts),
        parts=tuple(parts),
    )
