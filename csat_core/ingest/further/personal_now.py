"""Columns of a survey that held no personal data and hold some in a further file: treated as in a first file."""

from csat_core.ingest.detection import ColumnProfile, Staged
from csat_core.ingest.further.append_refusals import PersonalKeyError
from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.people import Like, like_of, names_people, seem_people
from csat_core.ingest.proposal.privacy import NAMES, kind_of_cells, with_write_ins_covered
from csat_core.model.dataset import Dataset, Role

ARE_PEOPLE = 0.5
"""Where so many of the known groups are people, others in a further file are no news."""


def as_personal_now(column: ColumnMapping, profile: ColumnProfile, dataset: Dataset) -> ColumnMapping:
    """The column; left out of this file where it holds personal data that it did not hold before, covered where some cells do.

    What a person kept, keys, and who served stay as they were.
    """
    is_text = column.role in (Role.SEGMENT, Role.TOUCHPOINT, Role.COMMENT, Role.DETAIL)
    if not is_text or column.personal or column.protect:
        return column
    kind = kind_of_cells(profile)
    if kind is None and column.role is not Role.COMMENT and seem_people(profile) and not _are_people(column, dataset):
        kind = NAMES
    if kind is None:
        return with_write_ins_covered(column, profile)
    reason = f"Holds {kind} in this file, which it did not before: personal data is not kept."
    return ColumnMapping(
        position=column.position, name=column.name, label=column.label, role=Role.IGNORE, reason=reason, personal=kind
    )


def require_plain_keys(staged: Staged, mapping: Mapping, dataset: str) -> None:
    """Nothing; raises PersonalKeyError where a key that named nobody leads to a person in this file."""
    profiles = {profile.position: profile for profile in staged.columns}
    for column in mapping.used:
        if column.role in (Role.RESPONSE_ID, Role.CUSTOMER) and not column.personal and not column.protect:
            profile = profiles[column.position]
            kind = kind_of_cells(profile) or (NAMES if names_people(profile) else None)
            if kind is not None:
                raise PersonalKeyError(staged.file, dataset, column.name, kind)


def _are_people(column: ColumnMapping, dataset: Dataset) -> bool:
    levels = next((each.levels for each in dataset.columns if each.id == column.id), ())
    return sum(like_of(level) is Like.KNOWN for level in levels) >= ARE_PEOPLE * max(len(levels), 1)
