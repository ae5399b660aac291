"""Keys of employees that are taken for those of who served, and may be of who answered: few answers each, and no other customer."""

from collections.abc import Mapping, Sequence

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import says
from csat_core.model.dataset import Role

MOST_EACH = 3
"""Answers of one person in a survey that comes again; who serves customers gets more."""


def perhaps_who_answered(columns: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]) -> list[Problem]:
    """A problem for the agents of a file where they may have answered themselves; none where it has customers."""
    if any(each.role is Role.CUSTOMER for each in columns):
        return []
    agents = [each for each in columns if each.role is Role.AGENT and says(each.wording, Meaning.OTHER_ID)]
    return [_problem(each, profiles[each.position]) for each in agents if _are_few(profiles[each.position])]


def _are_few(profile: ColumnProfile) -> bool:
    return profile.filled <= MOST_EACH * profile.distinct


def _problem(column: ColumnMapping, profile: ColumnProfile) -> Problem:
    found = (
        f"'{column.name}' is taken for who served the customer, though its {profile.distinct:,} keys have at most {MOST_EACH} "
        "answers each on average. If it is who answered"
    )
    return Problem(
        code="perhaps_customer", column=column.name, count=profile.filled,
        message=f'{found}, say --map "{column.name}={Role.CUSTOMER}".', on_page=f"{found}, use it as {Role.CUSTOMER} under Columns.",
    )  # fmt: skip
