"""Answers from a thing to its opposite in degrees that no family lists together: `Extremely`, `Very`, `Somewhat dissatisfied`.

Which of two degrees is the stronger one is known from the families that have both.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cmp_to_key

from csat_core.ingest.texts.degrees import gap_of, levels_of_degrees
from csat_core.ingest.texts.families import Family, families_with, family_of

FEWEST = 2
"""Degrees of a thing and of its opposite."""

Sides = Mapping[str, Mapping[str, str]]
"""By thing the label of each degree of it."""


def families_of_opposites(labels: Sequence[str]) -> Iterator[Family]:
    """The families in which all folded `labels` are degrees of a bad thing, the same degrees of a good one, or in the middle.

    A degree that was said of one of the two is a level of the other as well.
    """
    for language, tables in levels_of_degrees().items():
        sides = _sides(labels, language, tables)
        for good, shown in sides.items():
            if len(shown) >= FEWEST:
                pairs = (
                    _between(each, good, sides, labels, tables)
                    for each in families_with([good])
                    if each.language == language
                )
                yield from [found for found in pairs if found][:1]


def _sides(labels: Sequence[str], language: str, tables: Sequence[Mapping[str, int]]) -> Sides:
    known, gap = {degree for table in tables for degree in table}, gap_of(language)
    sides: dict[str, dict[str, str]] = defaultdict(dict)
    for label in labels:
        words = label.split(gap) if gap else list(label)
        for end in range(len(words)):
            if (degree := gap.join(words[:end])) in known:
                sides[gap.join(words[end:])][degree] = label
    return sides


def _between(
    family: Family, good: str, sides: Sides, labels: Sequence[str], tables: Sequence[Mapping[str, int]]
) -> Family | None:
    """The family of the degrees of `good`, a good answer of `family`, and of its opposite there; None where these are not all labels."""
    mirror = len(family.levels) + 1 - (family.level_of(good) or 0)
    bad = next((each for each in sides if each != good and family.level_of(each) == mirror), None)
    gap = gap_of(family.language)
    if bad is None or 2 * mirror >= len(family.levels) + 1 or (gap and bad.endswith(f"{gap}{good}")):
        return None  # `not satisfied` has no degrees
    worse = set(sides[bad].values())
    shown = sorted((set(sides[bad]), {each for each, label in sides[good].items() if label not in worse}), key=len)
    said = {*worse, *sides[good].values()}
    middle = tuple(label for label in labels if label not in said)
    degrees = _ordered(shown[1], tables)
    if not (
        len(shown[0]) >= FEWEST
        and shown[0] <= shown[1]
        and degrees
        and all(_is_middle(label, family.language) for label in middle)
    ):
        return None
    below, above = ([(f"{degree}{gap}{thing}" if degree else thing,) for degree in degrees] for thing in (bad, good))
    return family_of(family.language, family.name, (*reversed(below), *([middle] if middle else []), *above))


def _ordered(degrees: set[str], tables: Sequence[Mapping[str, int]]) -> list[str]:
    """The degrees, the weakest first; empty where the families do not say which of two is the stronger, or disagree."""

    def compared(one: str, other: str) -> int:
        said = {
            (table[one] > table[other]) - (table[one] < table[other]) for table in tables if {one, other} <= set(table)
        }
        said.discard(0)
        return said.pop() if len(said) == 1 else 0

    ordered = sorted(degrees, key=cmp_to_key(compared))
    pairs = [(one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 :]]
    return ordered if all(compared(one, other) < 0 for one, other in pairs) else []


def _is_middle(label: str, language: str) -> bool:
    """Whether a label is the middle of some scale of the language."""
    return any(
        2 * (family.level_of(label) or 0) == len(family.levels) + 1
        for family in families_with([label])
        if family.language == language
    )
