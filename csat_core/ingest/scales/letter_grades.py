"""Answers that are letters or Roman numerals in an order: grades such as `A`, `B-` and `F`, levels `I` to `V`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from csat_core.ingest.scales.answers import Answers, FoundScale, is_tolerable, share_off
from csat_core.model.scale import worded_scale

_GRADE = re.compile(r"([a-f])([+-]?)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_SIGNS = {"+": 0, "": 1, "-": 2}
FEWEST = 3


def is_grade(folded: str) -> bool:
    """Whether a folded text is a letter as schools give them, such as `b-`."""
    return _GRADE.fullmatch(folded) is not None


def grades_fall(folded: Sequence[str]) -> bool | None:
    """Whether letters from A on get worse from the first to the last of them, or better; None where they are no grades, or mixed."""
    if not all(map(is_grade, folded)) or "a" not in (folded[0][0], folded[-1][0]):
        return None
    places = list(map(_place, folded))
    falls, rises = ([pair[0] < pair[1] for pair in pairwise(each)] for each in (places, places[::-1]))
    return all(falls) if all(falls) or all(rises) else None


def _place(grade: str) -> tuple[str, int]:
    return grade[0], _SIGNS[grade[1:]]


def lettered_scale_of(answers: Answers) -> FoundScale | None:
    """The letters with A as the best, or the numerals with the highest as the best, which is doubted; None for other answers."""
    texts = [text for text, _ in answers.texts]
    numerals = [text for text in texts if text in _ROMAN]
    grades = [text for text in texts if _GRADE.fullmatch(text)]
    for fitting, levels, kind in (
        (numerals, _numerals(numerals), "Roman numerals"),
        (grades, _grades(grades), "letters, as grades are"),
    ):
        if len(fitting) >= FEWEST and is_tolerable(share_off(answers, fitting), answers.count):
            return _found(answers, levels, kind)
    return None


def _numerals(seen: list[str]) -> list[str]:
    """All numerals from the first to the highest that occurs."""
    highest = max((_ROMAN.index(text) for text in seen), default=-1)
    return list(_ROMAN[: highest + 1])


def _grades(seen: list[str]) -> list[str]:
    """The grades from the worst: with plus and minus those that occur, else every letter but an E that nobody was given."""
    if any(len(text) > 1 for text in seen):
        return sorted(seen, key=_place, reverse=True)
    lowest = max(seen, default="a")
    return [letter for letter in "fedcba" if letter <= lowest and (letter != "e" or "e" in seen)]


def _found(answers: Answers, levels: list[str], kind: str) -> FoundScale:
    labels = tuple(answers.written.get(text, text.upper()) for text in levels)
    scale = worded_scale(labels)
    # signs, or an F without an E, are those of a school, and nobody would think of anything else
    is_plain = any(is_grade(text) and text[1:] for text in levels) or ("f" in levels and "e" not in levels)
    doubt = f"its answers are {kind}, and nothing says whether {labels[-1]} or {labels[0]} is the best"
    return FoundScale(
        scale=scale,
        reason=f"The answers are {kind}: {' < '.join(labels)}; {labels[-1]} is taken as the best.",
        positions=tuple((text, place) for place, text in enumerate(levels, 1)),
        not_applicable=answers.not_applicable,
        dont_know=answers.dont_know,
        assumed=True,
        doubt=None if is_plain else doubt,
        rival=scale.backwards.name,
        needs_name=True,
    )
