"""Numbers such as 1 to 5 that may be counts, or are: under the name of several things, or by how they thin out and go with no rating."""

import re
from collections.abc import Mapping, Sequence

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem, called
from csat_core.ingest.proposal.clues import as_number
from csat_core.ingest.proposal.going_together import alone_in, goes_along, is_with
from csat_core.ingest.proposal.rated_runs import AMONG_RATINGS, NO_MONEY
from csat_core.ingest.proposal.roles import NO_RATINGS
from csat_core.ingest.scales.shown_spans import TAIL
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import LONGEST_NAME, says, sounds_rated
from csat_core.model.dataset import Role

THIN_OUT = "Holds numbers that thin out as counts do, under a name that rates nothing."
"""Why a column without a telling name that looks like a rating is a number."""
_SEVERAL = re.compile(r"[^\W\d]{2,}[^\W\dsiu]s")
"""A word for several things, as English, French, Spanish and Portuguese write it: `messages`, no `access` and no `status`."""


def with_counts_as_numbers(
    columns: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]
) -> list[ColumnMapping]:
    """The columns, those no name or text rates as numbers that thin out from the lowest on and whose answers go with no others'."""
    alone = alone_in(profiles)
    return [
        as_number(profiles[each.position], Role.METRIC, THIN_OUT)
        if _is_unsaid(each)
        and (each.position in alone or _names_several(each, profiles))
        and _thins_out(profiles[each.position])
        else each
        for each in columns
    ]


def _names_several(column: ColumnMapping, profiles: Mapping[int, ColumnProfile]) -> bool:
    """Whether it is the name of several things, and too few rows were answered to tell whether they go with the ratings."""
    return profiles[column.position].described.company is None and bool(_SEVERAL.fullmatch(_last_word(column)))


def _thins_out(profile: ColumnProfile) -> bool:
    """Whether one of the two lowest numbers is the commonest, and few have the highest."""
    counts = {float(text): count for text, count in profile.top if text.isdecimal()}
    common = max(counts, key=counts.__getitem__, default=0)
    begins = min(counts, default=2) <= 1 and common in sorted(counts)[:2]
    return begins and counts[max(counts)] < TAIL * counts[common]


def perhaps_counted(columns: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]) -> list[Problem]:
    """A problem for each driver in numbers that is named for several things, or for the same things as a number beside it.

    None of those that surely go with the outcome; what may be money is named all the same.
    """
    counted = {_last_word(each) for each in columns if each.role is Role.METRIC and each.reason == NO_RATINGS}
    return [
        _problem(each, profiles[each.position].filled)
        for each in columns
        if each.reason.endswith((AMONG_RATINGS, NO_MONEY))
        or (_is_unsaid(each) and (_last_word(each) in counted or _SEVERAL.fullmatch(_last_word(each))))
        if not _rises_with(each, columns, profiles) or each.reason.endswith(NO_MONEY)
    ]


def _rises_with(column: ColumnMapping, columns: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]) -> bool:
    """Whether the answers of a column surely rise with those of the outcome, as counts hardly do."""
    outcome = next((profiles[each.position] for each in columns if each.role is Role.OUTCOME), None)
    profile = profiles[column.position]
    return outcome is not None and goes_along(profile) and goes_along(outcome) and is_with(profile, outcome)


def _is_unsaid(column: ColumnMapping) -> bool:
    """Whether a column is a driver in numbers that neither its name nor its text rates."""
    if column.role is not Role.DRIVER or column.scale is None or column.positions or sounds_rated(column.wording):
        return False
    return all(len(text.split()) <= LONGEST_NAME for text in column.wording)


def _last_word(column: ColumnMapping) -> str:
    words = bare_words(column.wording[-1]).split()
    return words[-1] if words else ""


def _problem(column: ColumnMapping, filled: int) -> Problem:
    assert column.scale is not None
    role, named, so = _named_for(column)
    found = (
        f"'{column.name}' is read as a rating from {column.scale.labels[0]} to {column.scale.labels[-1]}, though its name may "
        f"be that of {named}. If it {so}"
    )
    return Problem(
        code="perhaps_counted", column=column.name, count=filled,
        message=f'{found}, say --map "{column.name}={role}".',
        on_page=f"{found}, use it as {called(role)} under Columns.",
    )  # fmt: skip


def _named_for(column: ColumnMapping) -> tuple[Role, str, str]:
    """What a column is besides a rating by its name: the role, what is named, and what it does then."""
    if not column.reason.endswith(NO_MONEY):
        return Role.METRIC, "things people count", "counts"
    if says(column.wording, Meaning.WEIGHT):
        return Role.WEIGHT, "a weight", "weights the answers"
    return Role.REVENUE, "money", "is money"
