"""Which end of an effort, or of what the name leaves open, is the best, where its answers surely go with the satisfaction of the same people, or against it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.going_together import goes_along, rises
from csat_core.ingest.scales.effort import effort_in
from csat_core.ingest.scales.turning import UNCLEAR
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says

_CONTENT = (Meaning.SATISFACTION, Meaning.RECOMMEND)


def with_efforts_settled(
    columns: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]
) -> tuple[ColumnMapping, ...]:
    """The columns, numbers of which the best end alone was open in the direction in which they go with a satisfaction or a recommendation.

    They are efforts, and questions with a word of which nobody knows whether much of it is good: `Noise`.
    """
    open_ones = [each for each in columns if _is_open(each, profiles[each.position])]
    beside = [each for each in columns if each not in open_ones and _is_content(each, profiles[each.position])]
    if not beside or len({rises(each, profiles[each.position]) for each in beside}) > 1:
        return tuple(columns)
    return tuple(_settled(each, beside[0], profiles) if each in open_ones else each for each in columns)


def _is_open(column: ColumnMapping, profile: ColumnProfile) -> bool:
    is_open = column.scale is not None and column.doubt is not None and not column.ways
    is_unclear = column.doubt is not None and f"{UNCLEAR};" in column.doubt and not column.positions
    return is_open and (effort_in(column.wording) is not None or is_unclear) and goes_along(profile)


def _is_content(column: ColumnMapping, profile: ColumnProfile) -> bool:
    is_settled = column.scale is not None and not column.doubt and not column.question
    return is_settled and says(column.wording, *_CONTENT) and goes_along(profile)


def _settled(column: ColumnMapping, beside: ColumnMapping, profiles: Mapping[int, ColumnProfile]) -> ColumnMapping:
    assert column.scale is not None
    is_alike = rises(column, profiles[column.position]) is rises(beside, profiles[beside.position])
    scale = column.scale if is_alike else column.scale.backwards
    how = "with" if is_alike is (not column.scale.is_reversed) else "against"
    best = "the easiest" if effort_in(column.wording) else "the best"
    reason = f"{column.reason.partition(';')[0]}; its answers go {how} those of '{beside.name}', so {scale.labels[-1]} is taken as {best}."
    return replace(
        column, scale=scale, reason=reason, doubt=None, question=None, assumed=True, rival=scale.backwards.name
    )
