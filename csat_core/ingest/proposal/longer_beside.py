"""Answers that get few towards an end beside questions that go on, from 5 to 7 or from 1 to 0: how far their scale goes few rows do not tell."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.proposal.questions_alike import GRID, asks_effort, says_nothing_of_others
from csat_core.ingest.scales.answers import FoundScale, answers_of, as_numbers
from csat_core.ingest.scales.shown_spans import is_thick
from csat_core.ingest.scales.stated_range import stated_range

SHORT, LONG = (1, 5), (1, 7)
FROM_ONE, FROM_ZERO = (1, 10), (0, 10)
FEW = 10
"""So few answers of 1 say nothing of whether there was a 0."""
FEWEST = 2
"""So many answers beyond the short scale in all questions together are no slip of a single hand."""


def perhaps_longer(
    columns: Sequence[ColumnProfile], scales: Mapping[int, FoundScale | None]
) -> Iterator[ColumnProfile]:
    """The columns read from 1 to 5 without a doubt that may go on to 7, as others do: few answered 5, and fewer may have more."""
    profiles = {column.position: column for column in columns}
    observed = {
        column.position: counts
        for column in columns
        if (found := scales.get(column.position)) and (counts := _of_ratings(column, found))
    }
    beyond = {position: sum(counts[number] for number in _beyond()) for position, counts in observed.items()}
    if sum(beyond.values()) < FEWEST:
        return
    most_end = _most_end(observed, beyond)
    for at, position in enumerate(observed):
        column, found = profiles[position], scales[position]
        if not found or not _is_short(found) or stated_range(column.name):
            continue
        beside = [beyond[each] for each in list(observed)[max(at - 1, 0) : at + 2]]
        if (
            sum(beyond.values()) > beyond[position]
            and _may_go_on(observed[position])
            and not (most_end and not any(beside))
        ):
            yield column


def perhaps_from_zero(
    columns: Sequence[ColumnProfile], scales: Mapping[int, FoundScale | None]
) -> Iterator[ColumnProfile]:
    """The columns read from 1 to 10 without a doubt of which few answers are a 1, where several others show a 0: nobody may have given one."""
    known = {
        column.position: ends
        for column in columns
        if (found := scales.get(column.position)) and found.numeric and not (found.doubt or found.ways)
        if not says_nothing_of_others(column.wording, ends := found.bounds)
    }
    if sum(ends == FROM_ZERO for ends in known.values()) < FEWEST:
        return
    for column in columns:
        is_open = known.get(column.position) == FROM_ONE and stated_range(column.name) is None
        if is_open and _counts(column)[FROM_ONE[0]] < FEW:
            yield column


def _most_end(observed: Mapping[int, Counter[float]], beyond: Mapping[int, int]) -> bool:
    """Whether several questions end at 5 for sure, and more do than go on."""
    longer = sum(count > 0 for count in beyond.values())
    ended = sum(not beyond[at] and is_thick(SHORT, 1, counts) for at, counts in observed.items())
    return ended >= GRID and ended > longer


def _may_go_on(counts: Counter[float]) -> bool:
    """Whether answers beyond the end of the short scale may be missing by chance: few stand at it, and more elsewhere."""
    end = SHORT[1]
    return counts[end] < max(counts.values()) and not is_thick(SHORT, 1, counts)


def _beyond() -> range:
    return range(SHORT[1] + 1, LONG[1] + 1)


def _is_short(found: FoundScale) -> bool:
    ends = min(found.scale.values), max(found.scale.values)
    return ends == SHORT and not (found.doubt or found.ways or found.contradicts)


def _of_ratings(column: ColumnProfile, found: FoundScale) -> Counter[float]:
    """How often each number was answered; empty unless these are ratings from 1 to 7 at most that say something of others."""
    bounds = found.bounds
    is_other = asks_effort(column.wording) or says_nothing_of_others(column.wording, bounds)
    if not found.numeric or found.needs_name or is_other or bounds[0] != 1 or bounds[1] > LONG[1]:
        return Counter()
    return _counts(column, (*found.not_applicable, *found.dont_know))


def _counts(column: ColumnProfile, silent: Collection[str] = ()) -> Counter[float]:
    """How often each number was answered, without the folded texts that are no answer."""
    answers = answers_of(column)
    numbers, counts = as_numbers(answers), Counter[float]()
    for text, count in answers.texts:
        if text in numbers and text not in silent:
            counts[numbers[text]] += count
    return counts
