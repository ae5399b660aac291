"""Questions that are asked in the same words: a grid is on one scale, which the answers to all of them tell together."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.proposal.questions_alike import is_of_grid, stem_of, thins_out
from csat_core.ingest.scales.answers import FoundScale, answers_of
from csat_core.ingest.scales.numeric_hints import Hints
from csat_core.ingest.scales.numeric_scales import numeric_scale_of
from csat_core.ingest.scales.open_ranges import FEW_ANSWERS
from csat_core.ingest.scales.rival_scales import Bounds
from csat_core.model.scale import parse_scale

NEAR = 20
"""The questions of a grid stand beside each other: of longer ones so many on either side tell enough."""


def scales_of_grids(columns: Sequence[ColumnProfile], scales: Mapping[int, FoundScale]) -> dict[int, FoundScale]:
    """By position the scale of its grid, for each of `columns` that is asked in the words of others and open by itself.

    `scales` are those that each has by itself. Where some of the grid are plain, theirs is taken if it holds the answers;
    where none is, the answers of all are read as those of one question.
    """
    plain = {column.position for column in columns if is_plain(column, scales[column.position])}
    found = {}
    for at, column in enumerate(columns):
        if column.position in plain:
            continue
        grid = [*_alike(column, columns[max(at - NEAR, 0) : at]), *_alike(column, columns[at + 1 : at + 1 + NEAR])]
        if not is_of_grid(column.wording, [each.wording for each in grid]):
            continue
        shown = [scales[each.position] for each in grid if each.position in plain]
        together = _most_shown(column, shown) if shown else _together((column, *grid))
        if together is not None:
            found[column.position] = together
    return found


def is_plain(column: ColumnProfile, found: FoundScale) -> bool:
    """Whether many answers fill a usual scale from end to end and none of them is rare."""
    usual = found.complete and not found.needs_name and column.filled >= FEW_ANSWERS
    return usual and not thins_out(column, int(max(found.scale.values)))


def ends_of(found: FoundScale) -> tuple[Bounds, ...]:
    """The lowest and the highest number of a scale, and those of the other scales that it may be."""
    scales = (found.scale, *(parse_scale(way) for way in found.ways if "," not in way))
    ends = (sorted((each.values[0], each.values[-1])) for each in scales)
    return tuple(dict.fromkeys((int(low), int(high)) for low, high in ends))


def _alike(column: ColumnProfile, others: Sequence[ColumnProfile]) -> Iterator[ColumnProfile]:
    return (each for each in others if stem_of(column.wording, each.wording))


def _most_shown(column: ColumnProfile, scales: Sequence[FoundScale]) -> FoundScale | None:
    """The scale that most of the others show, if it holds the answers of `column`."""
    ends = Counter(ends_of(each) for each in scales).most_common(1)[0][0]
    fits = ends[0][0] <= (column.lowest or 0) and (column.highest or 0) <= ends[0][1]
    return next(each for each in scales if ends_of(each) == ends) if fits else None


def _together(grid: Sequence[ColumnProfile]) -> FoundScale | None:
    """The scale on which the answers of all lie, whatever the names say."""
    counted: Counter[str] = Counter()
    for column in grid:
        counted.update(dict(answers_of(column).texts))
    answers = replace(answers_of(grid[0]), texts=tuple(counted.most_common()), unseen=0)
    found = numeric_scale_of(answers, Hints(rated=True, siblings={}))
    return found if found and found.numeric else None
