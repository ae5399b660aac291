"""Scales longer than the answers, which a legend beside the table names from end to end: nobody may have given the rest."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from csat_core.ingest.detection import Described
from csat_core.ingest.scales.answers import Answers, FoundScale, as_numbers, is_tolerable, share_off
from csat_core.ingest.scales.explained_beside import lines_about
from csat_core.ingest.scales.grades import names_grades
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.shown_spans import is_tail, is_thick
from csat_core.ingest.scales.stated_ends import StatedEnds, stated_ends
from csat_core.ingest.scales.stated_range import stated_range
from csat_core.ingest.texts.families import families_with

LIKELY = "likelihood"
BESIDE = "a line beside the table"
LONGEST_TOGETHER = 600
"""Characters of a legend of one line for each number."""


def longer_legend(found: FoundScale, described: Described, answers: Answers, hints: Hints) -> StatedEnds | None:
    """The ends that a line beside the table names, where the answers `found` lie within and may well have been given on them.

    A line that is about the column by its name is believed whatever they are. None where the name says other ends, and where a
    line names those of `found` and nothing about it is open.
    """
    lines = lines_about(described, answers)
    if not lines or not found.numeric or hints.stated or hints.recommend:
        return None
    own = found.bounds
    named = _ends_named_in(lines)
    alike = {ends.is_reversed: ends for ends in named if ends.ends == own}
    if alike:
        return replace(next(iter(alike.values())), source=BESIDE) if found.doubt and len(alike) == 1 else None
    others = [ends for ends in named if not hints.stated_bounds or ends.ends in hints.stated_bounds]
    numbers = as_numbers(answers)
    silent = {*found.not_applicable, *found.dont_know}
    observed: Counter[float] = Counter()
    for text, count in answers.texts:
        if text in numbers and text not in silent:
            observed[numbers[text]] += count
    for ends in sorted(others, key=lambda each: each.high - each.low):
        within = [text for text, number in numbers.items() if ends.low <= number <= ends.high or text in silent]
        agrees = hints.end is None or hints.end.reverses(ends.ends) == ends.is_reversed
        fits = agrees and is_tolerable(share_off(answers, within), answers.count)
        if fits and (described.by_name or _reach(ends, own, observed)):
            return replace(ends, source=BESIDE)
    return None


@lru_cache(maxsize=200)
def _ends_named_in(lines: tuple[str, ...]) -> tuple[StatedEnds, ...]:
    """What each of the lines names, and all together where each may be about one number."""
    together = "; ".join(lines)
    texts = (*lines, together) if len(together) <= LONGEST_TOGETHER else lines
    return tuple(ends for text in texts if (ends := _ends_named(text)))


def _ends_named(line: str) -> StatedEnds | None:
    """Both ends as words of a line name them, or as it gives the grades of a school; none of how likely somebody is to act."""
    if ends := stated_ends(line):
        likely = any(family.name == LIKELY for family in families_with(ends.said))
        return None if likely or ends.is_amount else ends
    grades, span = names_grades(line), stated_range(line)
    if not grades or span is None or span.low is None:
        return None
    return StatedEnds(low=span.low, high=span.high, is_reversed=True, said=(grades, grades), words=grades)


def _reach(ends: StatedEnds, own: Bounds, observed: Counter[float]) -> bool:
    """Whether the answers may end before the scale does: one level or a thin tail before its highest, or above its lowest."""
    on = [int(number) for number in observed if ends.low <= number <= ends.high]
    if not on:
        return False
    low, high = run = min(on), max(on)
    begins_alike = own[0] == ends.low or (low <= ends.low + 1 and not is_thick(run, 0, observed))
    if own[1] == ends.high:
        return begins_alike or low > own[0]
    is_near = high >= ends.high - 1 and not is_thick(run, 1, observed)
    return begins_alike and (is_near or (own[0] == ends.low and is_tail(high, observed)))
