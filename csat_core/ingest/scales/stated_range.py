"""What the name of a column says of the span of its scale: `rate from 1 to 10`, `out of 5`, `10-point scale`."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import OUT_OF, THROUGH, UNITS

_THROUGH = "|".join(map(re.escape, THROUGH))
_SPAN = re.compile(
    rf"(?<![0-9a-z.,/-])(-?[0-9]{{1,2}})\s*(?:\([^()]*\)\s*)?(?:-|\u2013|\u2014|\.{{2,3}}|\u2026|~|\u301c|\uff5e|{_THROUGH})\s*([0-9]{{1,3}})(?![0-9%]|[-/.,][0-9])"
)
_AT_END = re.compile(r"_(-?[01])_([0-9]{1,3})$")
"""`score_0_10`, in which the sign between the ends is that between words."""
_OUT_OF = re.compile(
    rf"(?:^|[^0-9\s])\s*(?:/|(?<!\w)(?:{'|'.join(map(re.escape, OUT_OF))})\s)\s*([0-9]{{1,3}})(?=\s*(?:$|[)\].,;:?!]))"
)
_POINTS = re.compile(
    rf"(?<![0-9.,-])([0-9]{{1,3}})\s?-?\s?(?:\u6bb5\u968e|\u70b9\u6e80\u70b9|\u5206\u5236|point|stufig|pts?(?![a-z])|{'|'.join(map(re.escape, UNITS))})"
)
TWENTY = 20
"""The marks of French schools, `sur 20`, which begin at 0."""
_HIGHEST = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 11, TWENTY, 100))
_USUAL_TOPS = frozenset((5, 7, 9, 10, 11, TWENTY, 100))


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRange:
    """The lowest and the highest answer as the name says them."""

    low: int | None
    """None where the name says the highest alone, as `out of 10` does: 0 or 1."""
    high: int

    def without(self, silent: Collection[int]) -> "StatedRange":
        """The span of the answers, where an end of it is one of the numbers that are none: `1-6, 6 = not used`."""
        low = self.low + 1 if self.low is not None and self.low in silent else self.low
        return StatedRange(low=low, high=self.high - 1 if self.high in silent else self.high)


def without_range(name: str) -> str:
    """`name` without the numbers from which to which it goes, as `Floor (1-5)` is `floor ()`."""
    return _SPAN.sub("", fold(name))


def stated_range(name: str) -> StatedRange | None:
    """The span that `name` says its scale has, as the marks of Dutch schools do; None where it says none."""
    folded = fold(name)
    for first, last in (*_SPAN.findall(folded), *_AT_END.findall(folded)):
        low, high = int(first), int(last)
        if (low in (0, 1) and high in _HIGHEST) or 0 < high == -low:
            return StatedRange(low=low, high=high)
    for top in (int(number) for pattern in (_OUT_OF, _POINTS) for number in pattern.findall(folded)):
        if top in _USUAL_TOPS:
            return StatedRange(low=0, high=10) if top == 11 else StatedRange(low=None, high=top)
    return StatedRange(low=1, high=10) if "rapportcijfer" in folded else None
