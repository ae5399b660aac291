"""What the answers say of each other: ratings go together, codes of groups go with none, what is bad goes against the others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem, called
from csat_core.ingest.proposal.clues import direction_asked
from csat_core.ingest.proposal.outcome_by_place import is_rating
from csat_core.ingest.scales.stated_ends import stated_end, stated_ends
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import LONGEST_NAME, asks_rating, says
from csat_core.model.dataset import Role

ALONE, CLEARLY = 0.1, 0.2
"""Below such a correlation with the others a column goes with none of them, from there on it clearly goes with or against them."""
CHANCE = 1.96
"""How many standard errors of a correlation 19 of 20 columns that go with no other lie within."""
SURELY = 3.0
"""So many standard errors nothing goes together by chance, of many pairs of columns either."""
ALONG = 0.3
"""So closely at least numbers go with the ratings of the file where they are neither codes of groups nor something measured."""
CODE = "perhaps_groups"
AS_RATINGS_DO = "its answers go with those of the ratings on this scale as these do."
"""What ends the reason of a rating that is named like groups, or like numbers."""
OF_QUALITY = frozenset(("quality", "good or bad"))
"""Families of answers that say how good something is, of people too; by others they judge what they were given."""
Profiles = Mapping[int, ColumnProfile]


def alone_in(profiles: Profiles) -> frozenset[int]:
    """The positions of the columns whose numbers go with those of no other, in a file whose ratings go together."""
    return frozenset(at for at, profile in profiles.items() if _is_alone(profile))


def goes_along(profile: ColumnProfile) -> bool:
    """Whether the numbers of a column surely go with those of the others, or against them, as the answers of one person do."""
    company = profile.described.company
    return company is not None and abs(company) >= max(ALONG, SURELY / sqrt(profile.filled))


def is_with(profile: ColumnProfile, other: ColumnProfile) -> bool:
    """Whether the numbers of two columns rise with those of the others, or fall, alike."""
    return (profile.described.company or 0) * (other.described.company or 0) > 0


def with_turned_doubted(columns: Sequence[ColumnMapping], profiles: Profiles) -> tuple[ColumnMapping, ...]:
    """The columns, the direction of those assumed whose answers clearly go against those of most others, where nothing states it.

    Against one whose direction is beyond doubt, as that of words or of a recommendation, it is doubted, and asked of an outcome.
    """
    clear = {
        column.position: rises(column, profiles[column.position])
        for column in columns
        if column.scale is not None and abs(profiles[column.position].described.company or 0) >= CLEARLY
    }
    known = {column.position: column for column in columns if column.position in clear and _is_known(column)}
    most = sum(1 if upwards else -1 for position, upwards in clear.items() if position in known or not known)
    first = next(iter(known.values()), None)
    return tuple(
        (_against(column, first) if first else _doubted(column))
        if clear.get(column.position) is (most < 0) and most and _is_open(column, profiles[column.position])
        else column
        for column in columns
    )


def perhaps_groups(columns: Sequence[ColumnMapping], profiles: Profiles) -> list[Problem]:
    """A problem for each driver that no name calls a rating and whose numbers go with those of no other column, or that is named like groups or numbers."""
    return [
        _problem(column, profiles[column.position].filled)
        for column in columns
        if column.role is Role.DRIVER
        and column.scale is not None
        and (column.reason.endswith(AS_RATINGS_DO) or _may_be_groups(column, profiles[column.position]))
    ]


def _may_be_groups(column: ColumnMapping, profile: ColumnProfile) -> bool:
    """Whether the answers of a driver go with no others', and neither its name nor its words say that they rate."""
    return _is_alone(profile) and (_rates_people(column) if column.positions else not is_rating(column))


def _rates_people(column: ColumnMapping) -> bool:
    """Whether short answers such as `Poor` and `Good` may say of somebody what the name does not say is rated: `Computer skills`."""
    is_told = any(len(text.split()) > LONGEST_NAME for text in column.wording) or asks_rating(column.wording)
    labels = column.scale.labels if column.scale else ()
    kinds = [{family.name for family in families_with([fold(label)])} for label in labels]
    return not is_told and bool(kinds) and bool(set.intersection(*kinds) & OF_QUALITY)


def _is_alone(profile: ColumnProfile) -> bool:
    company = profile.described.company
    return company is not None and abs(company) < max(ALONE, min(CHANCE / sqrt(profile.filled), CLEARLY))


def rises(column: ColumnMapping, profile: ColumnProfile) -> bool:
    """Whether the answers of a column, from worst to best, rise with the numbers of the other columns."""
    assert column.scale is not None
    is_turned = column.scale.is_reversed or (bool(column.positions) and _falls(column.scale.labels))
    return ((profile.described.company or 0) > 0) is not is_turned


def _falls(labels: Sequence[str]) -> bool:
    """Whether answers in words run from the best of their family to the worst, as those to a question put the other way do."""
    ends = fold(labels[0]), fold(labels[-1])
    levels = [(family.level_of(ends[0]), family.level_of(ends[1])) for family in families_with(ends)]
    return any(first and last and first > last for first, last in levels)


def _is_known(column: ColumnMapping) -> bool:
    """Whether the words of a scale, or what is asked, say beyond doubt which end of it is the best."""
    if column.doubt or column.question or column.scale is None or column.rival == column.scale.backwards.name:
        return False
    return bool(column.positions) or says(column.wording, Meaning.RECOMMEND)


def _is_open(column: ColumnMapping, profile: ColumnProfile) -> bool:
    """Whether nothing says which end of a scale in numbers is the best."""
    said = profile.described
    is_told = said.beside or said.value_labels or said.hint or column.positions
    is_stated = any(stated_ends(text) or stated_end(text) for text in column.wording)
    is_known = is_told or is_stated or says(column.wording, Meaning.RECOMMEND)
    assert column.scale is not None
    is_said = column.assumed and column.rival == column.scale.backwards.name
    return not (is_known or is_said or column.doubt or column.question)


def _against(column: ColumnMapping, known: ColumnMapping) -> ColumnMapping:
    """`column` with a doubt, as its answers go against those of `known`."""
    assert column.scale is not None
    why = f"its answers go against those of '{known.name}'"
    reason = f"{column.reason.removesuffix('.')}; {why}, and {column.scale.labels[0]} may be the best."
    asked = direction_asked(column.name, column.scale, why)
    return replace(column, reason=reason, assumed=True, rival=column.scale.backwards.name, doubt=asked)


def _doubted(column: ColumnMapping) -> ColumnMapping:
    assert column.scale is not None
    reason = (
        f"{column.reason.removesuffix('.')}; its answers go against those of the other questions, and "
        f"{column.scale.labels[0]} may be the best."
    )
    return replace(column, reason=reason, assumed=True, rival=column.scale.backwards.name)


def _problem(column: ColumnMapping, filled: int) -> Problem:
    assert column.scale is not None
    are_numbers = says(column.wording, Meaning.COUNTED, Meaning.METRIC)
    role, others = (Role.METRIC, "numbers") if are_numbers else (Role.SEGMENT, "codes of groups")
    why = "its answers go with those of no other question, as codes of groups do"
    if column.reason.endswith(AS_RATINGS_DO):
        why = f"its name is that of {'numbers' if are_numbers else 'groups'}: {AS_RATINGS_DO.removesuffix('.')}"
    found = (
        f"'{column.name}' is read as a rating from {column.scale.labels[0]} to {column.scale.labels[-1]}, though {why}. "
        f"If they are {others}"
    )
    return Problem(
        code=CODE, column=column.name, count=filled,
        message=f'{found}, say --map "{column.name}={role}".', on_page=f"{found}, use it as {called(role)} under Columns.",
    )  # fmt: skip
