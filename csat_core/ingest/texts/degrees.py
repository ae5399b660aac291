"""Answers that say how much of one thing there is: `Not at all helpful` to `Extremely helpful`, whatever the thing.

A language that knows how satisfied somebody may be knows all degrees: those of satisfaction go for every other word.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from csat_core.ingest.texts.families import Family, Levels, all_families, families_with, family_of

DEGREE = "degree"
"""The name of these families."""
MODEL = "satisfaction"
FEWEST = 3
"""So many different degrees of one thing are a scale."""
STEM, SIGNS = 4, 2
"""So many letters tell the word for being satisfied, in all its forms; in Chinese and Japanese it has so many signs."""
UNSPACED = frozenset(("zh", "ja"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Degrees:
    """By level, worst first, what stands before the thing; empty for the thing alone."""

    language: str
    before: Levels
    middle: tuple[str, ...]
    """Whole labels of the level in the middle, such as `neutral`."""

    def of(self, thing: str) -> Family:
        """The family of all degrees of `thing`."""
        gap = gap_of(self.language)
        levels = [tuple(f"{degree}{gap}{thing}" if degree else thing for degree in level) for level in self.before]
        half = len(levels) // 2
        if self.middle:
            levels[half] = (*levels[half], *self.middle)
        return family_of(self.language, DEGREE, tuple(levels))


def families_of(labels: Iterable[str]) -> list[Family]:
    """The families that know any of these folded labels; where none knows all of them, those of the degrees of one thing too."""
    texts = list(labels)
    known = families_with(texts)
    if len(texts) < FEWEST or any(all(map(family.level_of, texts)) for family in known):
        return known
    return [*known, *_of_one_thing(texts)]


def thing_of(labels: Iterable[str]) -> str | None:
    """What all of the folded labels say a degree of, as `difficult` in `not at all difficult`; None where they do not."""
    texts = set(labels)
    return next((thing for (_, thing), shown in _things(texts).items() if len(shown) == len(texts) > 1), None)


def is_more(label: str, other: str) -> bool | None:
    """Whether `label` says more of one thing than `other` does, as `extremely helpful` than `not very helpful`; None where they say no degrees of one."""
    for language, thing in (of for of, shown in _things({label, other}).items() if len(shown) > 1):
        one, two = (text.removesuffix(thing).strip() for text in (label, other))
        tables = [table for table in levels_of_degrees()[language] if {one, two} <= set(table)]
        if found := {table[one] > table[two] for table in tables if table[one] != table[two]}:
            return found.pop() if len(found) == 1 else None
    return None


def _of_one_thing(labels: Iterable[str]) -> Iterator[Family]:
    """The families of the degrees of what recurs in the labels."""
    for (language, thing), shown in _things(labels).items():
        if len(shown) >= FEWEST:
            yield from (each.of(thing) for each in _all_degrees() if each.language == language)


def _things(labels: Iterable[str]) -> Mapping[tuple[str, str], set[str]]:
    """By language and thing the degrees of it that the labels say."""
    degrees: dict[tuple[str, str], set[str]] = defaultdict(set)
    for label in labels:
        for language, known in _known().items():
            gap = gap_of(language)
            words = label.split(gap) if gap else list(label)
            for end in range(len(words)):
                if (degree := gap.join(words[:end])) in known:
                    degrees[language, gap.join(words[end:])].add(degree)
    return degrees


@cache
def _known() -> dict[str, frozenset[str]]:
    """All degrees of each language."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in _all_degrees():
        found[each.language].update(degree for level in each.before for degree in level)
    return {language: frozenset(degrees) for language, degrees in found.items()}


@cache
def levels_of_degrees() -> Mapping[str, tuple[Mapping[str, int], ...]]:
    """By language the level of each degree in every family that knows several."""
    found: dict[str, list[Mapping[str, int]]] = defaultdict(list)
    for each in _all_degrees():
        found[each.language].append({degree: at for at, level in enumerate(each.before) for degree in level})
    return {language: tuple(tables) for language, tables in found.items()}


@cache
def _all_degrees() -> tuple[_Degrees, ...]:
    made = (_degrees(family) for family in all_families() if family.name == MODEL)
    return tuple(each for each in made if each)


def _degrees(family: Family) -> _Degrees | None:
    """The degrees that a family of satisfaction knows; None where one of its ends has a word of its own, as `dissatisfied` is."""
    thing, gap = _satisfied(family), gap_of(family.language)
    before = [
        tuple(label.removesuffix(thing).strip() for label in level if label == thing or label.endswith(gap + thing))
        for level in family.levels
    ]
    half = len(before) // 2 if len(before) % 2 else -1
    middle: tuple[str, ...] = ()
    if half >= 0:
        stem = thing[:STEM]
        before[half] = tuple(degree for degree in before[half] if stem not in degree)
        middle = tuple(label for label in family.levels[half] if stem not in label)
    if any(not level and (at != half or not middle) for at, level in enumerate(before)):
        return None
    return _Degrees(language=family.language, before=tuple(before), middle=middle)


def _satisfied(family: Family) -> str:
    """The word for being satisfied that the best label of the family ends with."""
    best = family.levels[-1][0]
    return best.split(" ")[-1] if gap_of(family.language) else best[-SIGNS:]


def gap_of(language: str) -> str:
    """What stands between the words of a language."""
    return "" if language in UNSPACED else " "
