"""Several choices in one cell: which choices there are, told from how their texts occur together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_CHOICES = 30
LISTED = 0.8
"""The share of all mentions that recurring choices must hold; the rest was typed by people."""
DISORDER = 0.02
"""So many pairs may stand against the order of the form: whoever writes a list of his own keeps no order."""
SEVERAL = 0.02
"""The share of cells that must hold two choices or more."""
FREE = 0.5
"""The share of choices that must come in cells of different kinds; the half behind a comma has one sentence of its own."""
FEW_CELLS = 8
"""Below these a part that comes once may be a choice as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedChoices:
    """The choices that cells of a column are put together from."""

    separator: str
    choices: tuple[str, ...]
    """In the order of the form, as far as the cells tell it."""
    all_listed: bool
    """Whether no cell holds anything else."""


def choices_in(cells: Mapping[str, int], separators: Sequence[str]) -> JoinedChoices | None:
    """The choices in these cells with their counts; None where the cells are no lists of choices.

    Forms write the ticked choices in the order of the form, and a choice comes alone as well as beside others: that
    tells them from places, names and sentences with commas. Parts that never come without each other are one choice.
    """
    for separator in separators:
        if any(separator in text for text in cells):
            found = _read(cells, separator)
            if found is not None:
                return found
    return None


def _read(cells: Mapping[str, int], separator: str) -> JoinedChoices | None:
    lists = [(tuple(_parts(text, separator)), count) for text, count in cells.items()]
    lists = _merged([(parts, count) for parts, count in lists if parts], separator)
    total = sum(count for _, count in lists)
    mentions: Counter[str] = Counter()
    for parts, count in lists:
        for part in parts:
            mentions[part] += count
    least = 1 if total < FEW_CELLS else 2
    listed = {part for part, count in mentions.items() if count >= least}
    if not 2 <= len(listed) <= MOST_CHOICES or sum(mentions[part] for part in listed) < LISTED * mentions.total():
        return None
    if separator.strip() == "," and total >= FEW_CELLS and not _recombine(lists, listed):
        return None
    several = sum(count for parts, count in lists if len(listed.intersection(parts)) > 1)
    alone = {parts[0] for parts, _ in lists if len(parts) == 1}
    beside = {part for parts, _ in lists if len(parts) > 1 for part in parts}
    if several < max(1, SEVERAL * total) or not alone & beside & listed:
        return None
    order = _ordered(lists, listed)
    if order is None:
        return None
    order = tuple(_as_written(choice, cells, separator) for choice in order)
    return JoinedChoices(separator=separator, choices=order, all_listed=len(listed) == len(mentions))


def _recombine(lists: list[tuple[tuple[str, ...], int]], listed: set[str]) -> bool:
    """Whether the choices come together freely: in more ways than there are choices, most of them in several ways.

    `Yes`, `Yes, but slowly` and `No` are three answers of which one is chosen, though a comma stands in one.
    """
    ways = {frozenset(listed.intersection(parts)) for parts, _ in lists} - {frozenset()}
    in_ways = Counter(part for way in ways for part in way)
    free = sum(count > 1 for count in in_ways.values())
    return len(ways) > len(listed) and free >= FREE * len(listed)


def _as_written(choice: str, cells: Mapping[str, int], separator: str) -> str:
    """The text of a choice that holds the separator, with the blank behind it where the cells have one."""
    spaced = choice.replace(separator, f"{separator} ")
    return choice if any(choice in text for text in cells) or not any(spaced in text for text in cells) else spaced


def _parts(text: str, separator: str) -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]


def _merged(lists: list[tuple[tuple[str, ...], int]], separator: str) -> list[tuple[tuple[str, ...], int]]:
    """The lists with parts that always follow each other put together: the text of such a choice holds the separator."""
    while True:
        after: dict[str, set[str | None]] = {}
        before: dict[str, set[str | None]] = {}
        for parts, _ in lists:
            for first, second in zip((None, *parts), (*parts, None), strict=True):
                if first is not None:
                    after.setdefault(first, set()).add(second)
                if second is not None:
                    before.setdefault(second, set()).add(first)
        pairs = {
            first: second for first, followers in after.items()
            if len(followers) == 1 and (second := next(iter(followers))) is not None and before[second] == {first}
        }  # fmt: skip
        if not pairs:
            return lists
        lists = [(_joined(parts, pairs, separator), count) for parts, count in lists]


def _joined(parts: tuple[str, ...], pairs: Mapping[str, str | None], separator: str) -> tuple[str, ...]:
    result: list[str] = []
    follows = None
    for part in parts:
        if result and follows == part:
            result[-1] = f"{result[-1]}{separator}{part}"
        else:
            result.append(part)
        follows = pairs.get(part)
    return tuple(result)


def _ordered(lists: list[tuple[tuple[str, ...], int]], listed: set[str]) -> tuple[str, ...] | None:
    """The choices in the order in which cells have them; None where cells disagree or repeat a choice."""
    pairs: Counter[tuple[str, str]] = Counter()
    for parts, count in lists:
        if len(set(parts)) < len(parts):
            return None
        known = [part for part in parts if part in listed]
        for at, first in enumerate(known):
            for second in known[at + 1 :]:
                pairs[first, second] += count
    against = sum(min(count, pairs[second, first]) for (first, second), count in list(pairs.items())) / 2
    if against > DISORDER * pairs.total():
        return None
    ahead = {part: sum(pairs[part, other] > pairs[other, part] for other in listed) for part in listed}
    return tuple(sorted(listed, key=lambda part: (-ahead[part], part)))
