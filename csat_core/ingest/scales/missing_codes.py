"""Codes that mean no answer though nothing declares them: 99 beside 1-5, -1 beside 0-10, 9 beside 1-7."""

from collections import Counter

FAR = frozenset((77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 9999, -1, -7, -8, -9, -77, -88, -97, -98, -99, -999))
"""Numbers that surveys give to `don't know`, `refused` and `not asked`, far from the answers of any short scale."""
NEAR = frozenset((8, 9))
"""The same on scales of up to five or six answers."""
SEVERAL = 3
"""A near code that occurs less often may be a slip of the keyboard."""
HIGHEST = 11
MOST_SHARE = 0.5


def missing_codes(observed: Counter[float], base: int) -> tuple[float, ...]:
    """The numbers among `observed` that hardly are answers, lowest first; empty where all may be."""
    rest = {number for number in observed if number not in FAR}
    if len(rest) < 2 or not _is_short(rest):
        return ()
    found = {number for number in observed if number in FAR and (number > HIGHEST or min(rest) >= 0)}
    near = {number for number in rest if number in NEAR}
    if near and _is_apart(rest - near, near, observed):
        found |= near
    return tuple(sorted(found)) if sum(observed[number] for number in found) <= MOST_SHARE * base else ()


def _is_short(numbers: set[float]) -> bool:
    """Whether these are the answers of a short scale, near codes among them or not."""
    return all(number.is_integer() for number in numbers) and min(numbers) >= -2 and max(numbers) <= HIGHEST


def _is_apart(answers: set[float], near: set[float], observed: Counter[float]) -> bool:
    """Whether 8 and 9 stand apart from answers up to 5, or a 9 alone from all of 1-7."""
    if len(answers) < SEVERAL or min(answers) < 0 or any(observed[number] < SEVERAL for number in near):
        return False
    return max(answers) <= 5 or (near == {9} and answers == set(map(float, range(1, 8))))
