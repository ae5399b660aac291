"""What lines beside the table, or stray cells under a name, say of the numbers of a scale: a legend, a title, a sheet of notes."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from csat_core.ingest.detection import PLAIN, Described
from csat_core.ingest.scales.answers import Answers, FoundScale, as_numbers
from csat_core.ingest.scales.grades import names_grades
from csat_core.ingest.scales.open_directions import in_both_directions, lower_is_better
from csat_core.ingest.scales.open_ranges import GRADES
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.stated_ends import StatedEnds, stated_end, stated_ends
from csat_core.ingest.scales.tied_numbers import FIRM, is_silent, is_unit, tied_numbers
from csat_core.ingest.texts.wordings import LONGEST_NAME
from csat_core.model.scale import number_text

MOST_STRAYS = 3
LONGEST_LINE = 300


def explains(line: str) -> bool:
    """Whether a line ties a number to words, or speaks of grades of a school."""
    return len(line) <= LONGEST_LINE and (
        any(each.tie == FIRM or each.closes for said in tied_numbers(line) for each in said)
        or names_grades(line) is not None
        or _is_of_all(line)
    )


def _is_of_all(line: str) -> bool:
    """Whether a line says that low numbers are the best, and hardly anything else: then of no single thing."""
    return lower_is_better(line) is not None and len(line.split()) <= LONGEST_NAME


def stray_lines(answers: Answers) -> tuple[str, ...]:
    """The cells of a column of numbers that are no answers and explain some, as a second row below the names may."""
    numbers = as_numbers(answers)
    strays = [answers.written[text] for text, _ in answers.texts if text not in numbers]
    return tuple(filter(explains, strays)) if len(strays) <= MOST_STRAYS else ()


def said_beside(described: Described, answers: Answers, bounds: tuple[int, int]) -> dict[str, bool]:
    """Whether lines about the column itself, by its name or in its cells, call the lowest number of a scale with these ends the
    best, by the words that do."""
    return _directions(lines_about(described if described.by_name else PLAIN, answers), bounds)


def lines_about(described: Described, answers: Answers) -> tuple[str, ...]:
    """The lines that go for a column, and the cells in it that do, which together are one."""
    strays = "; ".join(stray_lines(answers))
    return (*described.beside, strays) if strays else described.beside


def with_lines_beside(found: FoundScale, described: Described, answers: Answers) -> FoundScale:
    """`found`, a scale of numbers whose name says nothing of its ends, turned or doubted by the lines that do.

    Lines that call the lowest number the best turn it, which is said; where they disagree, or are not understood, or
    something else is open already, they are quoted in a doubt.
    """
    lines = lines_about(described, answers)
    if not (lines or described.unread) or not found.numeric or found.contradicts:
        return found
    bounds = found.bounds
    said = _directions(lines, bounds)
    if not said:
        return _unread(_unknown(found, lines, bounds), described)
    if set(said.values()) == {False}:
        return found
    words = next(words for words, is_reversed in said.items() if is_reversed)
    if len(set(said.values())) > 1 or found.scale.is_reversed or found.doubt or found.rival:
        doubt = f"the file says '{words}' beside the table, and whether that goes for this question is not clear"
        return in_both_directions(found, f"{doubt}: {number_text(found.scale.values[-1])} is taken as the best", doubt)
    reason = f"{found.reason.removesuffix('.')}, and the file says '{words}' beside the table, so {bounds[0]} is taken as the best."
    return replace(found, scale=found.scale.backwards, reason=reason, assumed=True, rival=found.scale.name)


@lru_cache(maxsize=200)
def _directions(texts: tuple[str, ...], bounds: tuple[int, int]) -> dict[str, bool]:
    """Whether the lowest number is the best, by the words that say so."""
    found: dict[str, bool] = {}
    for text in texts:
        if (ends := stated_ends(text)) is not None:
            if ends.ends == bounds:
                found[ends.words] = ends.is_reversed
        elif (end := stated_end(text)) is not None and (end.number is not None or _is_of_all(text)):
            reverses = end.reverses(bounds)
            if reverses is not None:
                found[end.words] = reverses
        elif bounds in GRADES and (grades := names_grades(text)):
            found[grades] = True
    return found


def _unread(found: FoundScale, described: Described) -> FoundScale:
    """`found` with a doubt where something is about the numbers of its column that does not fit them, or is not understood."""
    if found.doubt or found.rival or found.scale.is_reversed:
        return found
    ends = next(
        (
            ends
            for line in described.beside
            if (ends := stated_ends(line)) and (described.by_name or _turns_longer(ends, found.bounds))
        ),
        None,
    )
    if ends is None and described.unread is None:
        return found
    said = (
        f"the file says '{ends.words}' {'of it' if described.by_name else 'beside the table'}, which does not fit"
        if ends
        else f"{described.unread} is not understood"
    )
    doubt = f"{said}, and whether its highest number is the best is not clear"
    return in_both_directions(found, f"{doubt}: {number_text(found.scale.values[-1])} is taken as the best", doubt)


def _turns_longer(ends: StatedEnds, bounds: Bounds) -> bool:
    """Whether these are the ends of a longer scale that begins alike, of which the lowest number is the best."""
    return ends.is_reversed and ends.low == bounds[0] and ends.high > bounds[1]


def _unknown(found: FoundScale, lines: Sequence[str], bounds: tuple[int, int]) -> FoundScale:
    """`found` with a doubt where the lines name both of its ends in words that nobody knows."""
    if found.scale.is_reversed:
        return found
    for line in lines:
        tied = {
            each.number: each.words
            for said in tied_numbers(line)
            for each in said
            if each.tie == FIRM and not is_silent(each.words) and not is_unit(each.words)
        }
        if set(bounds) <= set(tied):
            quoted = ", ".join(f"{number} = {tied[number]}" for number in bounds)
            doubt = f"the file says '{quoted}' beside the table, and whether that is good or bad is not known"
            said = f"{doubt}: {number_text(found.scale.values[-1])} is taken as the best"
            return in_both_directions(found, said, doubt)
    return found
