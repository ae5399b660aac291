"""Tables of answers that were counted already: each of their rows would pass for one response. They are asked about."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import TALLIES
from csat_core.model.dataset import Role

SINGLE_RESPONSES = (Role.RESPONSE_ID, Role.CUSTOMER, Role.COMMENT)
"""Columns with these say that a row is what one customer answered."""
FEWEST_ANSWERS = 3
"""So many different answers, each in a row of its own, are those of a scale."""
LABELS = 3
"""So many columns named like the answers of one scale hold how often each was given."""


def with_counts_asked(
    columns: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]
) -> tuple[ColumnMapping, ...]:
    """The columns with a question at the one by which the file looks like answers that were counted already."""
    single = [column for column in columns if column.role in SINGLE_RESPONSES]
    if [column.role for column in single] == [Role.COMMENT]:
        # the statements that were answered, if nothing but the answers stands beside them
        asked = (
            _labels(columns, profiles) if _are_all_labels([each for each in columns if each not in single]) else None
        )
    elif single:
        return tuple(columns)
    else:
        asked = _tally(columns, profiles) or _labels(columns, profiles) or _each_once(columns, profiles)
    return tuple(asked if asked is not None and column.position == asked.position else column for column in columns)


def _tally(columns: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]) -> ColumnMapping | None:
    plain = [column for column in columns if column.role in (Role.METRIC, Role.IGNORE)]
    numbers = [
        each for each in plain if _is_count(profiles[each.position]) and not _numbers_rows(profiles[each.position])
    ]
    found = next((column for column in numbers if bare_words(column.name) in TALLIES), None)
    if found is None:
        return None
    return _asked(found, f"'{found.name}' seems to say how many gave each answer", profiles)


def _each_once(columns: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]) -> ColumnMapping | None:
    """The numbers beside a scale of which each answer stands in one row, in a table of nothing else."""
    rated = [column for column in columns if column.scale is not None]
    beside = [column for column in columns if column not in rated]
    if len(rated) != 1 or len(beside) != 1 or not _is_count(profiles[beside[0].position]):
        return None
    answers = profiles[rated[0].position]
    if not FEWEST_ANSWERS <= answers.distinct == answers.filled or _numbers_rows(profiles[beside[0].position]):
        return None
    what = f"each answer of '{rated[0].name}' stands in one row, and '{beside[0].name}' may say how many gave it"
    return _asked(beside[0], what, profiles)


def _labels(columns: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]) -> ColumnMapping | None:
    named = [
        column for column in columns if _is_count(profiles[column.position]) and families_with([fold(column.name)])
    ]
    if len(named) < LABELS or not families_with([fold(column.name) for column in named[:LABELS]]):
        return None
    first, second, *_ = named
    what = f"'{first.name}', '{second.name}' and {len(named) - 2} more columns are named like answers and hold numbers"
    return _asked(first, what, profiles)


def _are_all_labels(columns: Sequence[ColumnMapping]) -> bool:
    """Whether each column is named like an answer."""
    return all(families_with([fold(column.name)]) for column in columns)


def _asked(column: ColumnMapping, what: str, profiles: Named[int, ColumnProfile]) -> ColumnMapping:
    profile = profiles[column.position]
    question = (
        f"{what}: then the answers were counted already, and each of the {profile.filled + profile.blank:,} rows would pass for "
        f'one response. Bring the file with a row for each response; say --map "{column.name}={Role.METRIC}" where each row '
        "is one all the same."
    )
    return replace(
        column, role=Role.METRIC, scale=None, scheme=None, positions=(), assumed=False, rival=None, doubt=None, question=question
    )  # fmt: skip


def _is_count(profile: ColumnProfile) -> bool:
    is_whole = profile.filled and profile.whole == profile.filled
    return bool(is_whole and (profile.lowest or 0) >= 0 and (profile.highest or 0) > 1)


def _numbers_rows(profile: ColumnProfile) -> bool:
    rows = profile.filled + profile.blank
    return profile.distinct == profile.filled and (profile.lowest or 0) <= 1 and abs((profile.highest or 0) - rows) <= 1
