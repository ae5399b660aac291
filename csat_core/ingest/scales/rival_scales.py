"""Rival scales: where a few stray answers decide between two readings of the same column, such as 1-5 and 1-6."""

from collections import Counter
from collections.abc import Iterable

from csat_core.ingest.scales.answers import is_tolerable

Bounds = tuple[int, int]

STRAY_SHARE = 0.25
"""Beyond a gap (1-5 and then 7) so many answers may lie before the longer scale is taken without a word."""
STRAY_BESIDE_END = 0.1
"""Answers as rare as this beside the end of a shorter scale are hardly the end of a longer one."""
STRAY_OF_ALL = 0.01
"""And as rare as this among all where the shorter scale is an unusual one: few people are pleased by some things."""


def inner(
    wide: Bounds, usual: Iterable[Bounds], less_usual: Iterable[Bounds], observed: Counter[float], base: int
) -> Bounds | None:
    """The longest scale inside `wide` that is as likely, because only stray answers lie beyond it; None without."""
    fitting = [bounds for bounds in usual if _is_as_likely(bounds, wide, observed, base)]
    fitting += [
        bounds
        for bounds in less_usual
        if _is_as_likely(bounds, wide, observed, base) and _beyond(bounds, wide, observed) <= STRAY_OF_ALL * base
    ]
    return max(fitting, key=lambda bounds: bounds[1] - bounds[0], default=None)


def outer(narrow: Bounds, tried: Iterable[Bounds], observed: Counter[float]) -> Bounds | None:
    """The first of `tried` around `narrow` whose ends were both answered: there no answer would be off; None without."""
    return next(
        (
            bounds
            for bounds in tried
            if _is_inside(narrow, bounds)
            and all(observed[end] for end in bounds)
            and bounds[0] <= min(observed)
            and max(observed) <= bounds[1]
        ),
        None,
    )


def are_few(narrow: Bounds, wide: Bounds, observed: Counter[float], base: int) -> bool:
    """Whether what lies in `wide` beyond `narrow` may be set aside."""
    return is_tolerable(_beyond(narrow, wide, observed) / base, base)


def _is_inside(narrow: Bounds, wide: Bounds) -> bool:
    return wide[0] <= narrow[0] and narrow[1] <= wide[1] and narrow != wide


def _is_as_likely(narrow: Bounds, wide: Bounds, observed: Counter[float], base: int) -> bool:
    """Whether every answer of `narrow` occurs and what lies beyond it is rare, or begins behind a gap."""
    low, high = narrow
    if not _is_inside(narrow, wide) or not all(observed[point] for point in range(low, high + 1)):
        return False
    beyond = _beyond(narrow, wide, observed)
    ends = [observed[end] for end, outermost in zip(narrow, wide, strict=True) if end != outermost]
    points = (wide[1] - wide[0]) - (high - low)
    is_rare = are_few(narrow, wide, observed, base) and beyond / points <= STRAY_BESIDE_END * min(ends)
    has_gap = all(not observed[beside] for beside in (low - 1, high + 1) if wide[0] <= beside <= wide[1])
    return beyond > 0 and (is_rare or (has_gap and beyond <= STRAY_SHARE * base))


def _beyond(narrow: Bounds, wide: Bounds, observed: Counter[float]) -> int:
    """How many answers lie in `wide` and not in `narrow`."""
    return sum(observed[point] for point in range(wide[0], wide[1] + 1) if not narrow[0] <= point <= narrow[1])
