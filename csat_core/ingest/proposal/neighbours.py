"""Columns beside each other: what the scales of a file say of one another, and the scale of each after that."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.proposal.grids import ends_of, scales_of_grids
from csat_core.ingest.proposal.longer_beside import FROM_ONE, FROM_ZERO, LONG, SHORT, perhaps_from_zero, perhaps_longer
from csat_core.ingest.proposal.questions_alike import GRID, asks_effort, open_between, says_nothing_of_others
from csat_core.ingest.proposal.twins import scales_of_twins
from csat_core.ingest.proposal.words_beside import scales_in_words
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.coded_arrays import with_arrays
from csat_core.ingest.scales.directions_beside import with_directions_beside
from csat_core.ingest.scales.grades import grades_in
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.open_directions import recoded_in
from csat_core.ingest.scales.open_ranges import FEW_ANSWERS
from csat_core.ingest.scales.recognition import recognise
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.sorted_beside import with_directions_sorted
from csat_core.ingest.scales.stated_ends import StatedEnd, silent_numbers, stated_end, stated_ends, unknown_ends
from csat_core.ingest.scales.stated_range import StatedRange, stated_range, without_range
from csat_core.ingest.scales.usability import with_usability
from csat_core.ingest.scales.yes_no_codes import asks_whether
from csat_core.ingest.texts.tongues import language_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import Wording, says, sounds_rated
from csat_core.model.dataset import Role

ENOUGH_WITHOUT = 50
"""So many answers without a 0 say that the scale has none."""
LONGEST_RATED = 10
"""What goes further may be anything in percent."""
FEW_CODES = 12
"""So many different cells at most has a question of yes and no, what means no answer among them."""

_BEHIND_NUMBER = re.compile(r"(?<=\d)(?=[^\W\d_])")
_NOT_RATED = (
    Meaning.COUNTED,
    Meaning.METRIC,
    Meaning.AGE,
    Meaning.INCOME,
    Meaning.GROUP,
    Meaning.SORTED,
    Meaning.RANK,
    Meaning.OTHER_ID,
)
_QUESTIONS = (Role.OUTCOME, Role.DRIVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What the other columns of a file say of one."""

    bounds: Counter[Bounds]
    """How many of them show each run of whole numbers from end to end."""
    without_zero: frozenset[Bounds] = frozenset()
    """The runs that one of them shows without a single 0 among many answers."""
    language: str | None = None
    """The code of the language of their names, where one stands out."""


def hints_for(
    column: ColumnProfile,
    beside: Neighbours,
    rated: bool | None = None,
    *,
    alone: bool = False,
    between: tuple[Bounds, ...] = (),
    grid: tuple[Bounds, ...] = (),
) -> Hints:
    """What name and text of a column and its neighbours say; `rated` overrules the words.

    `alone` says that the scale of the neighbours is not that of the column: it is compared with them all the same.
    `between` has the two scales where theirs may be that of the column as well as its own, `grid` those of the questions in
    its words.
    """
    hint = column.described.hint
    known = hint is not None and hint.role in _QUESTIONS
    sounds = (known or sounds_rated(column.wording)) if rated is None else rated
    said = _said(column.wording, beside.language)
    return replace(
        said,
        rated=sounds,
        between=between,
        grid=grid,
        siblings=Counter() if alone else _of_others(column.wording, beside.bounds),
        companions=beside.bounds + Counter(grid[:1]),
        span=said.span
        if sounds or said.grades or (said.span and _rates_by_its_span(said.span, column.wording))
        else None,
        whether=column.distinct <= FEW_CODES and asks_whether(column.wording),
        without_zero=beside.without_zero,
    )


@lru_cache(maxsize=10_000)
def _said(texts: Wording, language: str | None) -> Hints:
    """What name and text say by themselves; `language` is that of all names."""
    apart = tuple(map(_apart, texts))
    stated = next((ends for text in apart if (ends := stated_ends(text)) is not None), None)
    end = None if stated else next((end for text in apart if (end := stated_end(text)) is not None), None)
    silent = tuple(each for text in texts for each in silent_numbers(text))
    span = next((span for text in texts if (span := stated_range(text)) is not None), None)
    span = span and span.without({number for number, _ in silent})
    grades = grades_in(texts, language)
    if grades and grades.is_certain and not stated:
        end = end or StatedEnd(number=1, is_best=True, words=grades.word, said=(grades.word,))
    return Hints(
        recommend=says(texts, Meaning.RECOMMEND),
        stars=says(texts, Meaning.STARS),
        effort=asks_effort(texts),
        siblings={},
        stated=stated,
        end=end,
        unknown=() if stated or end else tuple(each for text in texts for each in unknown_ends(text)),
        recoded=None if stated or end else recoded_in(texts),
        silent=silent,
        span=span,
        grades=grades,
        language=language,
    )


def _apart(text: str) -> str:
    """A name without spaces with one for each underscore, and between a number and what follows: `sat_1best_5worst`."""
    return text if " " in text else _BEHIND_NUMBER.sub(" ", text.replace("_", " "))


def _of_others(wording: Wording, bounds: Counter[Bounds]) -> Counter[Bounds]:
    """How many others show each scale, without those that say nothing of a question with this wording, nor it of them."""
    return Counter({each: count for each, count in bounds.items() if not says_nothing_of_others(wording, each)})


def _rates_by_its_span(span: StatedRange, wording: Wording) -> bool:
    """Whether a span such as `Wellbeing (1-10)` makes a name that of a rating: it speaks of nothing counted, and of no groups."""
    return span.high <= LONGEST_RATED and not says(tuple(map(without_range, wording)), *_NOT_RATED)


def scales_of(columns: tuple[ColumnProfile, ...]) -> dict[int, FoundScale]:
    """The scale of each column that has one, by position; columns with plain evidence speak for their neighbours."""
    language = language_of(text for column in columns for text in column.wording)
    alone = Neighbours(bounds=Counter(), language=language)
    hints = {column.position: hints_for(column, alone) for column in columns}
    first = {column.position: recognise(column, hints[column.position]) for column in columns}
    first |= scales_in_words(
        columns,
        first,
        lambda column, offered: recognise(column, replace(hints[column.position], offered=offered)),
    )
    first |= scales_of_twins(columns, first)
    known = {position: found for position, found in first.items() if found is not None and found.numeric}
    loose = [
        column
        for column in columns
        if (found := known.get(column.position)) and not hints[column.position].stated_bounds
        if not says_nothing_of_others(column.wording, _bounds(found))
    ]
    grids = scales_of_grids(loose, known)
    votes = {
        column.position: _bounds(found)
        for column in columns
        if (found := grids.get(column.position) or first[column.position]) and _votes(column.wording, found)
    }
    voters: dict[Bounds, list[ColumnProfile]] = {}
    for column in columns:
        if column.position in votes:
            voters.setdefault(votes[column.position], []).append(column)
    ballot = Counter(votes.values())
    without_zero = frozenset(votes[each.position] for each in columns if each.position in votes and _has_no_zero(each))
    beside = Neighbours(bounds=ballot, without_zero=without_zero, language=language)

    def among(column: ColumnProfile, others: Neighbours) -> FoundScale | None:
        at = column.position
        grid = ends_of(grids[at]) if at in grids else ()
        return _beside(column, first[at], others, votes.get(at), voters, grid)

    result = {column.position: among(column, beside) for column in columns}
    for column in _led_astray(columns, result, votes):
        result[column.position] = among(column, replace(beside, bounds=_undisputed(ballot, _doubted(result, votes))))
    for perhaps, longer, shorter in ((perhaps_longer, LONG, SHORT), (perhaps_from_zero, FROM_ZERO, FROM_ONE)):
        for column in list(perhaps(columns, result)):
            shown = replace(beside, bounds=Counter((longer,)))
            result[column.position] = recognise(column, hints_for(column, shown, between=(longer, shorter)))
    scales = {position: scale for position, scale in result.items() if scale is not None}
    scales = with_directions_sorted(columns, with_arrays(columns, scales))
    return with_usability(columns, with_directions_beside(columns, scales, language))


def _beside(
    column: ColumnProfile,
    found: FoundScale | None,
    beside: Neighbours,
    vote: Bounds | None,
    voters: Mapping[Bounds, Sequence[ColumnProfile]],
    grid: tuple[Bounds, ...],
) -> FoundScale | None:
    """The scale of a column, alone taken as `found`, beside the others; its own `vote` does not count for it."""
    others = beside.bounds - Counter((vote,) if vote else ())
    if not (others or grid) or (found is not None and not found.numeric):
        return found
    known = replace(beside, bounds=others)
    read = recognise(column, hints_for(column, known, grid=grid))
    if _stands_alone(column, found, read, known.bounds) and not grid:
        return recognise(column, hints_for(column, known, alone=True))
    if found is None or read is None or not read.numeric or grid:
        return read
    longer = _bounds(read)
    showing = (each for each in voters.get(longer, ()) if each is not column)
    between = open_between(column, _bounds(found), longer, showing)
    if not between:
        return read
    return recognise(column, hints_for(column, known, alone=between[0] != longer, between=between))


def _led_astray(
    columns: Iterable[ColumnProfile], result: Mapping[int, FoundScale | None], votes: Mapping[int, Bounds]
) -> list[ColumnProfile]:
    """The columns without a voice that follow others which turned out to be doubted."""
    doubted = _doubted(result, votes)
    return [
        column
        for column in (columns if doubted else ())
        if (found := result.get(column.position))
        and found.numeric
        and not found.doubt
        and column.position not in votes
        and _bounds(found) in doubted
    ]


def _doubted(result: Mapping[int, FoundScale | None], votes: Mapping[int, Bounds]) -> Counter[Bounds]:
    """The scales that columns spoke for whose own span is open."""
    return Counter(
        bounds
        for position, bounds in votes.items()
        if (found := result.get(position)) and found.doubt and not found.complete
    )


def _undisputed(ballot: Counter[Bounds], doubted: Counter[Bounds]) -> Counter[Bounds]:
    """How many columns show each scale beyond doubt, without those that begin elsewhere than one in doubt and end like it."""
    others = {bounds for bounds in ballot for low, high in doubted if bounds[1] == high and bounds[0] != low}
    return Counter({bounds: count for bounds, count in (ballot - doubted).items() if bounds not in others})


def _has_no_zero(column: ColumnProfile) -> bool:
    """Whether nobody of many gave a 0 there."""
    return column.filled >= ENOUGH_WITHOUT and (column.lowest or 0) > 0


def _stands_alone(
    column: ColumnProfile, found: FoundScale | None, beside: FoundScale | None, shown: Counter[Bounds]
) -> bool:
    """Whether the answers fill a usual scale from end to end, and only neighbours would make it end elsewhere.

    Where it begins elsewhere the answers may only leave that out, as it is likely if many are `shown` to begin there.
    """
    if found is None or beside is None or not found.numeric or not beside.numeric:
        return False
    plain = found.complete and not found.needs_name and column.filled >= FEW_ANSWERS
    low, high = own = _bounds(found)
    near = 0 if shown[own] else max((shown[each] for each in shown if each[1] == high and each[0] != low), default=0)
    return plain and (high != _bounds(beside)[1] or 0 < near < GRID)


def neighbours_in(columns: tuple[ColumnProfile, ...], scales: dict[int, FoundScale]) -> Neighbours:
    """What the columns of a file whose `scales` are known say of each other."""
    complete = {
        column.position: _bounds(found)
        for column in columns
        if (found := scales.get(column.position)) and found.numeric and found.complete
        if not says_nothing_of_others(column.wording, _bounds(found))
    }
    return Neighbours(
        bounds=Counter(complete.values()),
        without_zero=frozenset(
            complete[each.position] for each in columns if each.position in complete and _has_no_zero(each)
        ),
        language=language_of(text for column in columns for text in column.wording),
    )


def _bounds(found: FoundScale) -> Bounds:
    ends = int(found.scale.values[0]), int(found.scale.values[-1])
    return min(ends), max(ends)


def _votes(wording: Wording, found: FoundScale) -> bool:
    other = says(wording, Meaning.COUNTED, Meaning.METRIC, Meaning.GROUP, Meaning.CUSTOMER, Meaning.OTHER_ID)
    if not found.numeric or not found.complete or says_nothing_of_others(wording, _bounds(found)):
        return False
    return sounds_rated(wording) or not (found.needs_name or other)
