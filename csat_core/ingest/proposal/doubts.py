"""Doubts: what the columns of a file make a person wonder about, whatever became of its rows."""

from collections.abc import Mapping as Mapping_

from csat_core.ingest.detection import ColumnProfile, Detection
from csat_core.ingest.plan import ColumnMapping, Mapping, Problem, called
from csat_core.ingest.proposal.cell_facts import is_unique, is_wordy
from csat_core.ingest.proposal.clues import TOO_MANY, many
from csat_core.ingest.proposal.date_names import date_name_doubts
from csat_core.ingest.proposal.date_orders import DATES_NAMED, DATES_UNNAMED, date_share, likely_order
from csat_core.ingest.proposal.expected_beside import perhaps_expected
from csat_core.ingest.proposal.further_outcomes import several_outcomes
from csat_core.ingest.proposal.going_together import perhaps_groups
from csat_core.ingest.proposal.made_left_out import made_columns
from csat_core.ingest.proposal.money_of_orders import money_of_months, money_of_orders
from csat_core.ingest.proposal.number_codes import perhaps_measured
from csat_core.ingest.proposal.number_doubts import number_doubts_of
from csat_core.ingest.proposal.perhaps_counted import perhaps_counted
from csat_core.ingest.proposal.perhaps_no_survey import perhaps_no_survey
from csat_core.ingest.proposal.privacy import KEYS, TELLS_NOTHING, names_people_in_text
from csat_core.ingest.proposal.response_keys import doubtful_key, may_name_people, names_responses
from csat_core.ingest.proposal.roles import NO_RATINGS
from csat_core.ingest.proposal.side_tables import second_table
from csat_core.ingest.proposal.unread_ratings import unread_ratings
from csat_core.ingest.proposal.who_answered import perhaps_who_answered
from csat_core.ingest.scales.answers import forget_answers
from csat_core.ingest.texts.names import says
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import outcome_strength
from csat_core.model.dataset import Role

RATED = 50
"""From here on a name speaks of a rating or a score."""
MANY_DATES = 0.2
"""A column with such a share of dates in it is named where no column is used as the date."""
SHORTEST_DAY = 5
"""Characters of a number that somebody may have meant as a day: `Time` in minutes has fewer."""
KEPT = "they are kept"
_NO_DAYS = (Meaning.BIRTH, Meaning.COUNTED, Meaning.METRIC, Meaning.SATISFACTION)


def doubts_of(columns: tuple[ColumnProfile, ...], mapping: Mapping) -> tuple[Problem, ...]:
    """The problems of columns that were left out though their name or their cells say what they are for."""
    by_position = {column.position: column for column in columns}
    unused = [by_position[each.position] for each in mapping.columns if each.role is not Role.TIME]
    ignored = [by_position[each.position] for each in mapping.columns if each.role is Role.IGNORE and not each.personal]
    found = []
    if not any(column.role is Role.TIME for column in mapping.columns):
        found += [_dates(column) for column in unused if _holds_dates(column)]
        found += [_unread(by_position[each.position]) for each in mapping.columns if _sounds_dated(each, by_position)]
    if not any(column.role is Role.RESPONSE_ID for column in mapping.columns):
        found += [_repeats(column) for column in ignored if names_responses(column.name) and not is_unique(column)]
        people = [each for each in mapping.columns if each.role is Role.CUSTOMER and may_name_people(each.name)]
        found += [
            _of_people(by_position[each.position]) for each in people if not is_unique(by_position[each.position])
        ]
    found += perhaps_who_answered(mapping.columns, by_position)
    found += second_table(mapping, columns)
    found += filter(None, (doubtful_key(each, by_position[each.position]) for each in mapping.columns))
    found += [_unrated(each, by_position[each.position]) for each in _sounding_better(mapping)]
    found += number_doubts_of(by_position, mapping)
    found += money_of_months(mapping.columns) or money_of_orders(mapping.columns, "of one order, as its name says")
    found += made_columns(mapping.columns, by_position)
    found += (counted := perhaps_counted(mapping.columns, by_position))
    found += perhaps_measured(mapping.columns, by_position)
    found += perhaps_expected(mapping.columns)
    named = {problem.column for problem in counted}
    found += [each for each in perhaps_groups(mapping.columns, by_position) if each.column not in named]
    found += perhaps_no_survey(mapping.columns)
    found += date_name_doubts(mapping.columns, by_position)
    found += [_personal(each) for each in mapping.columns if each.personal and each.role is Role.IGNORE]
    found += [_covered(each) for each in mapping.columns if each.role.storage == "segment" and each.protect == "mask"]
    comments = [each for each in mapping.columns if _is_plain_comment(each)]
    found += [_named(each) for each in comments if names_people_in_text(by_position[each.position])]
    found += [_too_many(by_position[each.position]) for each in mapping.columns if _is_left_for_its_levels(each)]
    found += unread_ratings(mapping.columns, by_position)
    forget_answers()
    return (*found, *several_outcomes(mapping.columns))


def _sounding_better(mapping: Mapping) -> list[ColumnMapping]:
    """Columns of numbers that are named like the outcome more plainly than the outcome itself."""
    strongest = max(
        (outcome_strength(each.wording) for each in mapping.columns if each.role is Role.OUTCOME), default=0
    )
    numbers = [each for each in mapping.columns if each.role is Role.METRIC and each.reason == NO_RATINGS]
    return [each for each in numbers if outcome_strength(each.wording) >= max(strongest + 1, RATED)]


def _unrated(column: ColumnMapping, profile: ColumnProfile) -> Problem:
    example = profile.top[0][0] if profile.top else ""
    found = (
        f"'{column.name}' sounds like the outcome, but its numbers, such as {example}, are no answers of a scale: it is kept "
        "as a number, and another question is the outcome."
    )
    return Problem(code="unused_outcome", column=column.name, count=profile.filled, message=found)


def _is_left_for_its_levels(column: ColumnMapping) -> bool:
    return column.role is Role.IGNORE and column.personal is None and TOO_MANY in column.reason


def _too_many(column: ColumnProfile) -> Problem:
    found = f"'{column.name}' is left out: its {many(column.distinct)} different texts are too many to compare."
    return Problem(code="too_many_texts", column=column.name, count=column.filled, message=found)


def _personal(column: ColumnMapping) -> Problem:
    found = f"'{column.name}' seems to hold {column.personal} and is not kept."
    way = " --sensitive keep keeps it as it stands."
    if column.personal in KEYS and not column.reason.endswith(TELLS_NOTHING):
        way = " --sensitive hash keeps it as a code where nothing else tells customers apart, --sensitive keep as it stands."
    return Problem(
        code="personal_data", column=column.name, count=1,
        message=found + way, on_page=found,
    )  # fmt: skip


def _covered(column: ColumnMapping) -> Problem:
    found = f"Some cells of '{column.name}' hold e-mail addresses or telephone numbers, which are covered"
    return Problem(
        code="personal_covered", column=column.name, count=1,
        message=f"{found}; --sensitive keep leaves them as they stand.", on_page=f"{found}.",
    )  # fmt: skip


def _is_plain_comment(column: ColumnMapping) -> bool:
    """Whether a column is comments as people wrote them, and no personal column that is kept."""
    return column.role is Role.COMMENT and column.protect is None and not column.personal


def _named(column: ColumnMapping) -> Problem:
    found = f"Texts in '{column.name}' hold e-mail addresses or telephone numbers"
    return Problem(
        code="personal_in_comments", column=column.name, count=1,
        message=f"{found}; --mask covers them.", on_page=f"{found}; they can be covered.",
    )  # fmt: skip


def unfinished_in(detection: Detection) -> tuple[Problem, ...]:
    """The problem of responses that were not finished and are kept all the same; none where there are none."""
    count = detection.unfinished
    if not count or not detection.unfinished_kept:
        return ()
    are = "response was" if count == 1 else "responses were"
    found = f"{count:,} {are} not finished by the person, such as row {detection.unfinished_row or 0:,}; {KEPT}. To leave them out"
    return (
        Problem(
            code="unfinished",
            count=count,
            example_row=detection.unfinished_row,
            message=f"{found}, say --unfinished drop.",
            on_page=f"{found}, open What was detected.",
        ),
    )


def are_kept(problem: Problem) -> bool:
    """Whether a problem is of responses that were not finished and are not set aside for it."""
    return problem.code == "unfinished" and KEPT in problem.message


def _holds_dates(column: ColumnProfile) -> bool:
    return date_share(column) >= MANY_DATES and not says(column.name, Meaning.BIRTH)


def _dates(column: ColumnProfile) -> Problem:
    share = date_share(column)
    count, option = round(share * column.filled), f'--map "{column.name}={Role.TIME}:{likely_order(column)}"'
    if share >= DATES_UNNAMED:
        found = (
            f"'{column.name}' is not used as the date: {count:,} of its {column.filled:,} cells, such as {column.top[0][0]}, name "
            "days or periods, but its name does not say when people answered. If they are that"
        )
        message, on_page = f"{found}, say {option}.", f"{found}, use it as {Role.TIME} under Columns."
    else:
        found = (
            f"'{column.name}' is not used as the date: {count:,} of its {column.filled:,} cells ({100 * share:.0f} %) are dates in "
            f"one order, and {100 * DATES_NAMED:.0f} % are needed even where the name says so. Mend the cells"
        )
        message = f"{found}, or say {option} to set the others aside."
        on_page = f"{found}, or use it as {Role.TIME} under Columns to set the others aside."
    return Problem(
        code="unused_dates", column=column.name, count=column.filled - count, message=message,
        on_page=on_page,
    )  # fmt: skip


def _sounds_dated(column: ColumnMapping, by_position: Mapping_[int, ColumnProfile]) -> bool:
    """Whether a column is named like the time of the answer, and its cells are no days that can be read."""
    profile = by_position[column.position]
    if not says(column.name, Meaning.TIME, Meaning.RESPONSE_TIME) or says(column.name, *_NO_DAYS):
        return False
    is_long = profile.mean_length >= SHORTEST_DAY
    is_left = column.role in (Role.SEGMENT, Role.IGNORE, Role.COMMENT) or (column.role is Role.METRIC and is_long)
    is_known = profile.described.hint is not None or _holds_dates(profile) or is_wordy(profile)
    return is_left and profile.filled > 0 and not is_known


def _unread(column: ColumnProfile) -> Problem:
    example = column.top[0][0] if column.top else ""
    found = (
        f"'{column.name}' is named like a date and is not used as one: its cells, such as '{example}', name no day, week, month "
        "or quarter with its year. To see changes over time write them with the year, such as 2026-02-14."
    )
    return Problem(code="unread_dates", column=column.name, count=column.filled, message=found)


def _repeats(column: ColumnProfile) -> Problem:
    return _repeated(
        column,
        f"'{column.name}' is named like a response id, but {column.filled:,} rows share {column.distinct:,} values: it is not "
        "used, and every row is kept.",
    )


def _of_people(column: ColumnProfile) -> Problem:
    return _repeated(
        column,
        f"'{column.name}' may name responses or people. {column.filled:,} rows share {column.distinct:,} values, so it is taken "
        "for people who may answer again, and every row is kept.",
    )


def _repeated(column: ColumnProfile, found: str) -> Problem:
    same = f"{found} If a value that repeats means the same response"
    return Problem(
        code="repeated_response_id",
        column=column.name,
        count=column.filled - column.distinct,
        message=f'{same}, say --map "{column.name}={Role.RESPONSE_ID}".',
        on_page=f"{same}, use it as {called(Role.RESPONSE_ID)} under Columns.",
    )
