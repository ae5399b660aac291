"""Which end of an effort in numbers is the easiest, where its answers surely go with the satisfaction of the same people, or against it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.going_together import goes_along, rises
from csat_core.ingest.scales.effort import effort_in
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says

_CONTENT = (Meaning.SATISFACTION, Meaning.RECOMMEND)


def with_efforts_settled(
    columns: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]
) -> tuple[ColumnMapping, ...]:
    """The columns, efforts of which the best end alone was open in the direction in which they go with a satisfaction or a recommendation."""
    open_ones = [each for each in columns if _is_open(each, profiles[each.position])]
    beside = [each for each in columns if each not in open_ones and _is_content(each, profiles[each.position])]
    if not beside or len({rises(each, profiles[each.position]) for each in beside}) > 1:
        return tuple(columns)
    return tuple(_settled(each, beside[0], profiles) if each in open_ones else each for each in columns)


def _is_open(column: ColumnMapping, profile: ColumnProfile) -> bool:
    is_open = column.scale is not None and column.doubt is not None and not column.ways
    return is_open and effort_in(column.wording) is not None and goes_along(profile)


def _is_content(column: ColumnMapping, profile: ColumnProfile) -> bool:
    is_settled = column.scale is not None and not column.doubt and not column.question
    return is_settled and says(column.wording, *_CONTENT) and goes_along(profile)


def _settled(column: ColumnMapping, beside: ColumnMapping, profiles: Mapping[int, ColumnProfile]) -> ColumnMapping:
    assert column.scale is not None
    is_alike = rises(column, profiles[column.position]) is rises(beside, profiles[beside.position])
    scale = column.scale if is_alike else column.scale.backwards
    how = "with" if is_alike is (not column.scale.is_reversed) else "against"
    reason = f"{column.reason.partition(';')[0]}; its answers go {how} those of '{beside.name}', so {scale.labels[-1]} is taken as the easiest."
    return replace(
        column, scale=scale, reason=reason, doubt=None, question=None, assumed=True, rival=scale.backwards.name
    )
