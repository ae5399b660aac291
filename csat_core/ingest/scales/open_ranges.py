"""Scales of whole numbers whose ends the file leaves open: whether a 0 is an answer, where a scale from 0 ends, grades."""

from collections import Counter
from dataclasses import replace

from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.grades import Grades
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.model.scale import number_text, numeric_scale

FEW_ANSWERS = 30
"""Below these a short scale may well be a longer one whose other answers nobody gave."""
AS_MANY = 0.5
"""From such a share of the answers of the lowest level on zeros are as many as the answers of a level are."""
HARDLY_ANY = 0.01
"""And from such a share of all answers on they change the score."""
SHORT_FROM_ZERO = (3, 4, 5, 6)
"""Where a scale from 0 may end, beside 10."""
TO_TEN: Bounds = (0, 10)
GRADES: tuple[Bounds, ...] = ((1, 5), (1, 6))
"""The grades of a school: 1 to 5 in Austria, 1 to 6 in Germany."""
GRADED_BY_SIX = ("de",)
"""The languages of schools with six grades."""
SIX_OPEN = "where grades are meant 1 is the best, and where a rating is meant 6"
"""What leaves 1-6 open in these."""


def with_open_range(found: FoundScale, observed: Counter[float], base: int, hints: Hints) -> FoundScale:
    """`found` with the other readings and what leaves them open, where neither the name nor other columns settle it."""
    if hints.grades and found.bounds in GRADES:
        return _of_grades(found, observed, base, hints, hints.grades)
    if hints.language in GRADED_BY_SIX and found.bounds == GRADES[1] and not (hints.says_direction or found.rival):
        return _of_six(found)
    if any(text in found.not_applicable for text in ("0", "0.0", "0,0")) and observed[0]:
        return _beside_zero(found, observed, base, hints)
    highest = max(observed)
    if not hints.settle(TO_TEN) and not hints.recommend and observed[0] and min(observed) == 0:
        strays = found.bounds[0] > 0 and observed[0] >= HARDLY_ANY * base
        if (found.bounds == TO_TEN or strays) and highest <= SHORT_FROM_ZERO[-1]:
            return _from_zero(found, int(highest), base)
    return found


def _of_six(found: FoundScale) -> FoundScale:
    """1-6 where schools grade so, 1 being the best, with the other direction as open."""
    usual, graded = found.scale.name, found.scale.backwards.name
    reason = f"{found.reason.removesuffix('.')}; {SIX_OPEN}: 6 is taken as the best."
    return replace(found, reason=reason, assumed=True, rival=graded, ways=(graded, usual), doubt=SIX_OPEN)


def _beside_zero(found: FoundScale, observed: Counter[float], base: int, hints: Hints) -> FoundScale:
    """`found`, on which a 0 is no answer, with the reading on which it is the lowest one."""
    low, high = found.bounds
    if hints.says_lowest(found.scale) or (low, high) in hints.without_zero:
        return found
    ways = (numeric_scale(0, high).name, f"{found.scale.name},0=na")
    zeros = int(observed[0])
    if zeros < AS_MANY * observed[low] or zeros < HARDLY_ANY * base:
        return replace(found, ways=ways)
    beside = f"{zeros:,} of 0 stand beside {int(observed[low]):,} of {low} and {int(observed[low + 1]):,} of {low + 1}"
    return replace(found, ways=ways, doubt=f"{beside}, and nothing says whether 0 is the worst answer or none")


def _from_zero(found: FoundScale, highest: int, base: int) -> FoundScale:
    """The scale from 0 that ends where the answers do, with 0-10 as the other one: nobody gave any of its better answers."""
    high = next(end for end in SHORT_FROM_ZERO if end >= highest)
    near, far = numeric_scale(0, high), numeric_scale(*TO_TEN)
    reason = f"The answers are whole numbers from 0 to {highest}, taken as {near.name}; on {far.name} nobody would have given more"
    ways = (near.name, far.name, *([f"1-{high},0=na"] if high >= 4 else []))
    return replace(
        found,
        scale=near,
        reason=f"{reason}.",
        assumed=True,
        rival=far.name,
        ways=ways,
        doubt=f"none of its {base:,} answers is above {highest}, and not every one below occurs",
        needs_name=True,
        complete=False,
    )


def _of_grades(found: FoundScale, observed: Counter[float], base: int, hints: Hints, grades: Grades) -> FoundScale:
    """`found` as grades: which end is the best where the word leaves that open, and whether there is a 6 if nobody gave it."""
    bounds = found.bounds
    out_of = hints.span is not None and hints.span.low is None  # `4 out of 5` counts upwards
    if hints.says_direction or (out_of and not grades.is_certain) or (hints.span is not None and grades.is_certain):
        return found
    austrian, german = (numeric_scale(high, 1).name for _, high in GRADES)
    word = f"'{grades.word}'"
    if not grades.is_certain:
        usual = numeric_scale(*bounds).name
        ways = (
            (austrian, german, usual)
            if bounds == GRADES[0] and not hints.span
            else (numeric_scale(*bounds[::-1]).name, usual)
        )
        doubt = f"{word} may mean grades or places of which 1 is the best, or a rating of which {bounds[1]} is the best"
        reason = (
            f"{found.reason.removesuffix('.')}; {doubt}: {number_text(found.scale.values[-1])} is taken as the best."
        )
        return replace(
            found,
            reason=reason,
            assumed=True,
            rival=ways[0] if found.scale.name == usual else usual,
            ways=ways,
            doubt=doubt,
        )
    if observed[6]:
        return found
    all_but_six = base >= FEW_ANSWERS and all(observed[grade] for grade in range(1, 6))
    scale = numeric_scale(5, 1) if all_but_six else numeric_scale(6, 1)
    highest = int(max(observed))
    doubt = (
        f"grades end at 5 or at 6, and {'nobody gave a 6' if highest == 5 else f'no grade beyond {highest} was given'}"
    )
    return replace(
        found,
        scale=scale,
        reason=f"The answers are grades from 1 to {highest}, by {word} in the name: 1 is taken as the best, and {doubt}.",
        assumed=True,
        rival=german if all_but_six else austrian,
        ways=(austrian, german),
        doubt=doubt,
        complete=False,
    )
