"""Numbers whose best end another column says that sorts them: `Satisfied flag` is yes where `Satisfaction` is 1 or 2."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.effort import effort_in
from csat_core.ingest.scales.given_scales import turned
from csat_core.ingest.scales.stated_ends import goodness, stated_end, stated_ends
from csat_core.ingest.texts.polarity import polarity_of
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import YES_NO, Meaning
from csat_core.ingest.texts.wordings import says
from csat_core.model.scale import number_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """What such a column says of the numbers."""

    words: str
    """`Satisfied flag = yes`."""
    number: str
    """The end that this stands beside, which is the best."""
    is_reversed: bool
    """Whether the lowest of them is the best."""


def with_directions_sorted(columns: Iterable[ColumnProfile], scales: Mapping[int, FoundScale]) -> dict[int, FoundScale]:
    """`scales` by position, those of numbers that a column sorts into good and bad with the best end it says."""
    result = dict(scales)
    for column in columns:
        found = scales.get(column.position)
        said = found and found.numeric and sorted_in(column, found)
        if found and said and not found.contradicts and said.is_reversed is not found.scale.is_reversed:
            reason = (
                f"{found.reason.removesuffix('.')}; '{said.words}' stands beside {said.number}, which is the best then."
            )
            turned_back = replace(
                found, scale=found.scale.backwards, reason=reason, rival=found.rival and turned(found.rival)
            )
            result[column.position] = replace(turned_back, ways=tuple(map(turned, found.ways)))
    return result


def sorted_in(column: ColumnProfile, found: FoundScale) -> Sorted | None:
    """What a column that sorts the numbers of `column` says of them; None without one, or where name or text say it themselves."""
    sorting = column.described.sorted_by
    is_told = any(stated_ends(text) or stated_end(text) for text in column.wording) or effort_in(column.wording)
    if sorting is None or is_told:
        return None
    name, lowest, highest = sorting
    good = _good_value(name, fold(lowest), fold(highest))
    if good is None:
        return None
    number = number_text(min(found.scale.values) if good == fold(lowest) else max(found.scale.values))
    return Sorted(words=f"{name} = {good}", number=number, is_reversed=good == fold(lowest))


def _good_value(name: str, lowest: str, highest: str) -> str | None:
    """Which of two values of a column of this name is that of the content; None where neither name nor values say it."""
    if lowest in _no() and highest in _yes():
        yes, no = highest, lowest
    elif lowest in _yes() and highest in _no():
        yes, no = lowest, highest
    else:
        is_lowest, is_highest = goodness(lowest), goodness(highest)
        known = None not in (is_lowest, is_highest) and is_lowest is not is_highest
        return (lowest if is_lowest else highest) if known else None
    if not says((name,), Meaning.SATISFACTION):
        return None
    against = polarity_of((name,), numbers=False, denials=True)
    return yes if against is None else no if against.is_clear else None


@cache
def _no() -> frozenset[str]:
    return frozenset(fold(word) for no, _ in YES_NO.values() for word in no)


@cache
def _yes() -> frozenset[str]:
    return frozenset(fold(word) for _, yes in YES_NO.values() for word in yes)
