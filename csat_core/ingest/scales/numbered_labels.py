"""Labels that carry their number: `1 - very satisfied`, `(1) Very satisfied`, `1 = ...`, `very satisfied (1)`, `(2)`."""

import re
from dataclasses import dataclass

from csat_core.ingest.texts.vocabulary import UNITS

LONGEST = 120
"""Characters of a label; longer texts are no labels."""
_OF = r"(?:/[0-9]{1,2})?"
"""The best answer behind a number: `5/5 very satisfied`."""
_ONE_NUMBER = re.compile(rf"[^0-9<>\u2264\u2265]*[0-9]{{1,3}}{_OF}[^0-9<>\u2264\u2265]*")
"""Without signs that compare: `2. >=Good` is a level of a table, and no label."""
_AT_AN_END = re.compile(r"^[(\[]?\s*-?[0-9]|[0-9]\s*[-\u2013\u2014:=.)\]]?$")
"""What every such label is: these two are asked first, for nearly all cells are none."""
_NUMBER_ALONE = re.compile(rf"[-0-9.,/: ]*[0-9](?:-(?:{'|'.join(UNITS)}))?")
"""Numbers, days and moments, which are most of the cells that hold a digit, and `3-star`."""
_WORDS = r"(?P<words>[^\W\d_][^0-9]*?)"
_NUMBER = rf"(?P<number>-?[0-9]{{1,3}}){_OF}"
_DIVIDER = r"[\W_]+"
"""Whatever is neither letter nor digit divides: `5|very satisfied`, `very satisfied; 5`, `5 ~ very satisfied`."""
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"^{_NUMBER}\s*[-\u2013\u2014:=.)(]\s*{_WORDS}\)?$",
        rf"^[(\[]\s*{_NUMBER}\s*[)\]]\s*[-\u2013\u2014:=.]?\s*{_WORDS}$",
        rf"^{_WORDS}\s*[(\[]\s*{_NUMBER}\s*[)\]]$",
    )
)
_BARE_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"^{_NUMBER}{_DIVIDER}{_WORDS}$",
        rf"^{_WORDS}{_DIVIDER}{_NUMBER}$",
    )
)
_TWICE = re.compile(r"^[(\[]\s*(-?[0-9]{1,3})\s*[)\]]\s*\1(?![0-9])")
"""A code before an answer that is its number again: `[0] 0 very unsatisfied`, `[1] 1`."""
_ALONE = re.compile(rf"^[(\[]\s*{_NUMBER}\s*[)\]]$|^(?P<other>-?[0-9]{{1,3}})\s*[-\u2013\u2014:=.)]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedLabel:
    """A label taken apart."""

    number: int
    words: str
    """Empty where the label is nothing but its number."""
    is_bare: bool = False
    """Whether no sign tells the number apart, so that it may be part of a name: `Store 5` is written so too."""


def numbered(folded: str) -> NumberedLabel | None:
    """The number and the words of a folded label; None where it does not carry one, or is a plain number."""
    if folded.startswith(("[", "(")):
        folded = _TWICE.sub(r"[\1]", folded)
    if len(folded) > LONGEST or _NUMBER_ALONE.fullmatch(folded):
        return None
    if not _ONE_NUMBER.fullmatch(folded) or not _AT_AN_END.search(folded):
        return None
    for shapes, is_bare in ((_SHAPES, False), (_BARE_SHAPES, True)):
        for shape in shapes:
            if found := shape.match(folded):
                return NumberedLabel(number=int(found["number"]), words=found["words"].strip(), is_bare=is_bare)
    if alone := _ALONE.match(folded):
        return NumberedLabel(number=int(alone["number"] or alone["other"]), words="")
    return None


def words_alone(folded: str) -> str:
    """A folded label without the number that a sign tells apart from its words; as it is where it has none."""
    found = numbered(folded)
    return found.words if found and found.words and not found.is_bare else folded
