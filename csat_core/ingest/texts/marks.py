"""The decimal marks of a file and of its columns: point or comma, by the numbers that can only be read in one way."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from csat_core.ingest.texts.reading import MINUS, UNIT, plain_spaces

MOST_VALUES = 300
"""Of one column; more of the same add nothing."""
NEARLY_ALL = 0.9
SETTLED = "Numbers are written with a decimal"
"""So the evidence begins, where there is any."""
FEWEST_WHOLE, FEWEST_OPEN = 2, 3
"""Whole numbers below a thousand beside so many different ones of three digits behind the mark: thousandths that never end
with a nought, and are whole that often, there are none."""
OTHER = {".": ",", ",": "."}

_MONEY = re.compile(rf"^[-+]? *{UNIT} *| *{UNIT}[-{MINUS}]?$|^\(|\)$")
_TAIL = re.compile(rf"(?<=\d)[.,][-\u2013\u2014]+$|(?<=[.,]\d\d) *[-{MINUS}]$")
_WHOLE = re.compile(r"[-+]?\d{1,15}")
_SPACED = r"\d{1,3}(?:[ '\u2019]\d{3})+"
_READ = {
    ",": re.compile(
        rf"[-+]?(?:(?:\d{{1,3}}(?:\.\d{{3}})+|{_SPACED}|\d{{1,15}}),\d{{1,15}}|\d{{1,3}}(?:\.\d{{3}}){{2,}})"
    ),
    ".": re.compile(
        rf"[-+]?(?:(?:\d{{1,3}}(?:,\d{{3}})+|{_SPACED}|\d{{1,15}})\.\d{{1,15}}|\d{{1,3}}(?:,\d{{3}}){{2,}})"
    ),
}
_GROUPED = re.compile(rf"[-+]?{_SPACED}")
_OPEN = re.compile(r"[-+]?[1-9]\d{0,2}([.,])\d{3}")
"""1,234 may be a thousand or one and a bit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How the numbers of a file are written."""

    decimal: str
    """`.` or `,`: of most numbers."""
    evidence: tuple[str, ...]
    own: tuple[str | None, ...]
    """For each column the mark that its own numbers settle; None where they settle none."""
    unsettled: tuple[bool, ...]
    """For each column whether its numbers mean another thousandfold under the other mark, and nothing in the file says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbers:
    """The numbers of one column, by what they say of the mark."""

    settling: Mapping[str, tuple[tuple[str, int], ...]]
    """By decimal mark the values that can only be read so."""
    open: Mapping[str, int]
    """By the mark that stands in them, the different values that can be read in both ways."""
    example: Mapping[str, str]


def decimal_marks(columns: Sequence[Mapping[str, int]], delimiter: str | None) -> Marks:
    """The mark of the file and of each column; `columns` are the values with their counts.

    Only columns of numbers are asked: `1,3` in a column of choices is two choices. `1,234` settles nothing: where it is
    all there is, a file that divides its columns by something else than commas writes decimals with them.
    """
    numbers = [_numbers(counts) for counts in columns]
    votes: Counter[str] = Counter()
    examples: dict[str, str] = {}
    own: list[str | None] = []
    for each in numbers:
        weight = {mark: sum(count for _, count in each.settling[mark]) for mark in OTHER} if each else {}
        best = max(weight, key=lambda mark: weight[mark], default=None)
        own.append(best if best and weight[best] else None)
        votes.update(weight)
        for mark in OTHER if each else ():
            if each and each.settling[mark]:
                examples.setdefault(mark, min((text for text, _ in each.settling[mark]), key=len))
    is_open = [bool(each and each.open and mark is None) for each, mark in zip(numbers, own, strict=True)]
    proven = votes.total() > 0
    if not proven and any(is_open) and delimiter not in (",", None):
        votes[","] = 1
        examples[","] = next(text for each in numbers if each for text in each.example.values())
    decimal = "," if votes[","] > votes["."] else "."
    kind = "comma" if decimal == "," else "point"
    evidence = (f"{SETTLED} {kind}, such as {examples[decimal]}.",) if proven and votes[decimal] else ()
    doubted = not proven and delimiter not in (",", None)
    return Marks(
        decimal=decimal, evidence=evidence, own=tuple(own), unsettled=tuple(each and doubted for each in is_open)
    )


def _numbers(counts: Mapping[str, int]) -> _Numbers | None:
    """The numbers of a column, where nearly all of its cells are some."""
    values = [(_bare(text), count) for text, count in sorted(counts.items(), key=_frequency)[:MOST_VALUES]]
    whole = [(text, count) for text, count in values if _WHOLE.fullmatch(text)]
    open_ones = [(text, count, found[1]) for text, count in values if (found := _OPEN.fullmatch(text))]
    read = {
        mark: tuple((text, count) for text, count in values if pattern.fullmatch(text) and not _OPEN.fullmatch(text))
        for mark, pattern in _READ.items()
    }
    known = sum(count for _, count in (*whole, *read["."], *read[","])) + sum(count for _, count, _ in open_ones)
    known += sum(count for text, count in values if _GROUPED.fullmatch(text))
    if not known or known < NEARLY_ALL * sum(count for _, count in values):
        return None
    marks = {mark for _, _, mark in open_ones}
    if len(marks) == 1 and not read["."] and not read[","] and _are_thousands(whole, len(open_ones)):
        (mark,) = marks
        read[OTHER[mark]] = tuple((text, count) for text, count, _ in open_ones)
    open_by_mark = Counter(mark for _, _, mark in open_ones)
    return _Numbers(settling=read, open=open_by_mark, example={mark: text for text, _, mark in reversed(open_ones)})


def _are_thousands(whole: Sequence[tuple[str, int]], different: int) -> bool:
    """Whether whole numbers stand beside those of three digits behind a mark, and all of them below a thousand."""
    below = sum(count for text, count in whole if text.lstrip("+-0"))
    return below >= FEWEST_WHOLE and different >= FEWEST_OPEN and all(len(text.lstrip("+-")) <= 3 for text, _ in whole)


def _bare(text: str) -> str:
    """The number of a cell without its currency, the brackets of a debt and the dash in place of cents."""
    plain = plain_spaces(text[:40]).strip()
    return _TAIL.sub("", _MONEY.sub("", _MONEY.sub("", plain)).strip())


def _frequency(pair: tuple[str, int]) -> int:
    return -pair[1]
