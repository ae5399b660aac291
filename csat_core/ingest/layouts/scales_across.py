"""A question with a column for each answer of its scale and no heading: `Very bad`, `Bad`, `OK`, `Good`, `Very good`, one tick a row."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from csat_core.ingest.layouts.shape import TICKS, Choices, Option
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import YES_NO

FEWEST_LEVELS, MOST_LEVELS = 3, 11
FEWEST_TICKS = 2
NAME = "Rating"
"""What the question is called, which has no name of its own in the file."""
UNTICKED = tuple(sorted({fold(word) for zeros, _ in YES_NO.values() for word in zeros}))
"""What stands where nobody ticked, if nothing does not."""


def scales_across(names: Sequence[str], body: Sequence[Sequence[str]]) -> list[Choices]:
    """The questions whose answers are named, in their order, by columns beside each other of which each row ticks one at most."""
    if sum(all(map(_is_tick_or_none, column)) for column in zip_longest(*body, fillvalue="")) < FEWEST_LEVELS:
        return []  # without asking for the words of all languages, whose making takes as long as a small file
    found = [(begin, end) for begin, end in _runs(names) if _are_ticked(body, begin, end)]
    taken = {fold(name) for name in names}
    called = [f"{NAME} {at}" if len(found) > 1 or fold(NAME) in taken else NAME for at in range(1, len(found) + 1)]
    return [
        Choices(
            name=name,
            options=tuple(Option(column=at + 1, text=names[at].strip(), name=names[at]) for at in range(begin, end)),
            blank_is_no=True,
            unticked=UNTICKED,
        )
        for name, (begin, end) in zip(called, found, strict=True)
    ]


def _runs(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First column and the one behind the last, from 0, of each run of names that are the answers of one scale."""
    answers = [fold(name) for name in names]
    known = {answer for answer in set(answers) if answer and families_with([answer])}
    begin = 0
    while begin < len(answers):
        most = min(len(answers), begin + MOST_LEVELS)
        last = next((at for at in range(begin, most) if answers[at] not in known), most)
        longest = (end for end in range(last, begin + FEWEST_LEVELS - 1, -1) if _is_scale(answers[begin:end]))
        end = next(longest, None)
        if end is not None:
            yield begin, end
        begin = end or begin + 1


def _is_scale(answers: Sequence[str]) -> bool:
    """Whether the answers are levels of one family, each higher than the one before or each lower."""
    for family in families_with(answers):
        levels = [family.level_of(answer) for answer in answers]
        known = [level for level in levels if level]
        if len(known) == len(levels) == len(set(known)) and known in (sorted(known), sorted(known, reverse=True)):
            return True
    return False


def _is_tick_or_none(cell: str) -> bool:
    text = fold(cell)
    return not text or text in UNTICKED or text in TICKS


def _are_ticked(body: Sequence[Sequence[str]], begin: int, end: int) -> bool:
    """Whether the rows that are looked at hold ticks there and nothing else, and none of them two."""
    ticks = 0
    for row in body:
        cells = [fold(cell) for cell in row[begin:end] if cell.strip()]
        ticked = [cell for cell in cells if cell not in UNTICKED]
        if len(ticked) > 1 or not TICKS.issuperset(ticked):
            return False
        ticks += len(ticked)
    return ticks >= FEWEST_TICKS
