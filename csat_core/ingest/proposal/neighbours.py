"""Columns beside each other: what the scales of a file say of one another, and the scale of each after that."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.proposal.grids import ends_of, is_plain, scales_of_grids
from csat_core.ingest.proposal.hints import Neighbours, hints_for
from csat_core.ingest.proposal.longer_beside import FROM_ONE, FROM_ZERO, LONG, SHORT, perhaps_from_zero, perhaps_longer
from csat_core.ingest.proposal.questions_alike import GRID, open_between, says_nothing_of_others
from csat_core.ingest.proposal.runs_of_questions import scales_of_runs
from csat_core.ingest.proposal.twins import scales_of_twins
from csat_core.ingest.proposal.words_beside import scales_in_words
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.coded_arrays import with_arrays
from csat_core.ingest.scales.directions_beside import with_directions_beside
from csat_core.ingest.scales.open_ranges import FEW_ANSWERS
from csat_core.ingest.scales.recognition import recognise
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.ingest.scales.sorted_beside import with_directions_sorted
from csat_core.ingest.scales.usability import with_usability
from csat_core.ingest.texts.tongues import language_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import Wording, says, sounds_rated

ENOUGH_WITHOUT = 50
"""So many answers without a 0 say that the scale has none."""


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
    plain = {
        column.position for column in columns if column.position in known and is_plain(column, known[column.position])
    }
    grids |= scales_of_runs(columns, {*plain, *grids})
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
        for column in [each for each in perhaps(columns, result) if each.position not in grids]:
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
    if read is None or not read.numeric or grid:
        return read
    longer = _bounds(read)
    showing = (each for each in voters.get(longer, ()) if each is not column)
    own = _bounds(found) if found else (1, int(column.highest or 0))
    between = open_between(column, own, longer, showing)
    if not between:
        return read
    return recognise(
        column, hints_for(column, known, alone=found is not None and between[0] != longer, between=between)
    )


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
