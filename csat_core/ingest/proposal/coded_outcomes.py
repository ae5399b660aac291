"""Outcomes in numbers that a survey program gave to its answers: in the order of the form, whichever answer stands first."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.scales.stated_ends import stated_end, stated_ends
from csat_core.ingest.scales.stated_range import stated_range
from csat_core.model.dataset import Role
from csat_core.model.scale import Scale, number_text

MOST_POINTS = 7
"""Longer scales are shown as numbers to people, who know which end is the best."""


def with_codes_said(columns: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]) -> tuple[ColumnMapping, ...]:
    """The columns, the direction of an outcome in such numbers marked as assumed where its name does not say it."""
    return tuple(
        _said(column, column.scale, program)
        if column.role is Role.OUTCOME
        and column.scale is not None
        and (program := profiles[column.position].described.coded_by)
        and _is_open(column, column.scale)
        else column
        for column in columns
    )


def _is_open(column: ColumnMapping, scale: Scale) -> bool:
    upwards = tuple(range(1, scale.points + 1))
    is_coded = (
        scale.values == upwards and scale.labels == tuple(map(number_text, upwards)) and 2 < scale.points <= MOST_POINTS
    )
    told = any(stated_ends(text) or stated_end(text) or stated_range(text) for text in column.wording)
    return is_coded and not told and not column.assumed


def _said(column: ColumnMapping, scale: Scale, program: str) -> ColumnMapping:
    reason = (
        f"{column.reason.removesuffix('.')}; {program} numbers the answers of a form from its first, "
        f"and {scale.labels[-1]} is taken as the best."
    )
    return replace(column, reason=reason, assumed=True, rival=scale.backwards.name)
