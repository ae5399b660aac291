"""A question with a column for each answer of its scale: `Very bad`, `Bad`, `OK`, `Good`, `Very good`, or `1` to `5`, one tick a row."""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from csat_core.ingest.detection import PLAIN, Described
from csat_core.ingest.layouts.headers import rows_of_grids
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
    """The questions whose answers are named, in their order, by columns beside each other of which each row ticks one at most.

    A heading that the names share, `How was it? [Good]`, is what the question is called.
    """
    if sum(all(map(_is_tick_or_none, column)) for column in zip_longest(*body, fillvalue="")) < FEWEST_LEVELS:
        return []  # without asking for the words of all languages, whose making takes as long as a small file
    rows = rows_of_grids(names)
    answers = [rows.get(at, name).strip() for at, name in enumerate(names, 1)]
    asked = [
        name.strip().removesuffix(f"[{rows[at]}]").strip() if at in rows else "" for at, name in enumerate(names, 1)
    ]
    runs = _runs([fold(answer) for answer in answers], asked, _is_scale)
    found = [(begin, end) for begin, end in runs if _are_ticked(body, begin, end)]
    taken = {fold(name) for name in names}
    unnamed = [begin for begin, _ in found if not asked[begin]]
    numbered = {begin: f"{NAME} {at}" for at, begin in enumerate(unnamed, 1)}
    called = numbered if len(unnamed) > 1 or fold(NAME) in taken else dict.fromkeys(unnamed, NAME)
    return [
        Choices(
            name=asked[begin] or called[begin],
            options=tuple(Option(column=at + 1, text=answers[at], name=names[at]) for at in range(begin, end)),
            described=_with_span(asked[begin] or called[begin], answers[begin:end]),
            blank_is_no=True,
            unticked=UNTICKED,
        )
        for begin, end in found
    ]


def heads_ticks(row: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether the numbers in a row count the answers of a scale, `1`, `2`, `3` ..., above columns of ticks, one a row at most."""
    numbers = {at: cell.strip() for at, cell in enumerate(row) if _is_level(cell.strip())}
    answers = [numbers.get(at, "") for at in range(len(row))]
    runs = list(_runs(answers, [""] * len(row), _are_counted)) if len(numbers) >= FEWEST_LEVELS else []
    counted = sum(end - begin for begin, end in runs)
    return counted == len(numbers) > 0 and all(_are_ticked(body, begin, end) for begin, end in runs)


def _runs(
    answers: Sequence[str], asked: Sequence[str], are_scale: Callable[[Sequence[str]], bool]
) -> Iterator[tuple[int, int]]:
    """First column and the one behind the last, from 0, of each run of names under one heading that are the answers of one scale."""
    known = {answer for answer in set(answers) if answer and (_is_level(answer) or families_with([answer]))}
    begin = 0
    while begin < len(answers):
        most = min(len(answers), begin + MOST_LEVELS)
        last = next((at for at in range(begin, most) if answers[at] not in known or asked[at] != asked[begin]), most)
        longest = (end for end in range(last, begin + FEWEST_LEVELS - 1, -1) if are_scale(answers[begin:end]))
        end = next(longest, None)
        if end is not None:
            yield begin, end
        begin = end or begin + 1


def _with_span(question: str, answers: Sequence[str]) -> Described:
    """What the columns say of their question: `How was it? (1-5)`, where its answers are numbers."""
    if not _are_counted(answers):
        return PLAIN
    first, *_, last = sorted(map(int, answers))
    return Described(label=f"{question} ({first}-{last})")


def _is_level(answer: str) -> bool:
    return answer.isascii() and answer.isdecimal() and int(answer) < MOST_LEVELS


def _are_counted(answers: Sequence[str]) -> bool:
    """Whether the answers are 1, 2, 3 ... or begin with 0, or run backwards."""
    if not all(map(_is_level, answers)):
        return False
    numbers = sorted(map(int, answers))
    counted = list(range(numbers[0], numbers[0] + len(numbers)))
    return numbers[0] < 2 and numbers == counted and list(map(int, answers)) in (counted, counted[::-1])


def _is_scale(answers: Sequence[str]) -> bool:
    """Whether the answers are levels of one family, each higher than the one before or each lower."""
    if _are_counted(answers):
        return True
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
