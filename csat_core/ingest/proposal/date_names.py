"""What the name of a column of dates says they are days of: the answer, what it is about, or something else."""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.date_orders import kinds_of_period
from csat_core.ingest.texts import names
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import Wording
from csat_core.model.dataset import Role

INSTEAD = "is taken as time instead."
"""So ends the reason of a column of dates that gave way to another one."""


class Kind(IntEnum):
    """Days of what; the higher, the likelier the time of a response."""

    ELSEWHEN = 0
    """The end of a contract, the next appointment."""
    UNKNOWN = 1
    OCCURRED = 2
    """A visit, an order, a ticket: what the answer may be about."""
    STARTED = 3
    ENDED = 4
    PLAIN = 5
    """`Date` and nothing else."""
    RECORDED = 6
    """A survey that was sent, completed or recorded: of the answer, unless another column says so itself."""
    ANSWERED = 7
    RATED = 8
    """The day of the satisfaction or the score: when it was given, whatever was created or recorded when."""


def kind_of(wording: Wording) -> Kind:
    """What the name, or the text of the question, says the dates of a column are days of."""
    return max(map(_kind, wording))


def _kind(name: str) -> Kind:
    if names.says(name, Meaning.SATISFACTION, Meaning.SCORE) and not names.says(name, Meaning.ELSEWHEN):
        return Kind.RATED
    if names.says(name, Meaning.ANSWERED) and not names.says(name, Meaning.ELSEWHEN):
        return Kind.ANSWERED
    if names.says(name, Meaning.RESPONSE_TIME):
        return Kind.RECORDED
    if names.says(name, Meaning.ELSEWHEN):
        return Kind.ELSEWHEN
    if names.only_says(name, Meaning.MOMENT):
        ends, starts = names.says(name, Meaning.END), names.says(name, Meaning.START)
        return Kind.ENDED if ends else Kind.STARTED if starts else Kind.PLAIN
    return Kind.OCCURRED if names.says(name, Meaning.OCCURRED) else Kind.UNKNOWN


def date_name_doubts(columns: Iterable[ColumnMapping], profiles: Mapping[int, ColumnProfile]) -> tuple[Problem, ...]:
    """What the name of the date leaves open: whether it is the day of the answer, another column as well, a year of its own."""
    columns = tuple(columns)
    time = next((column for column in columns if column.role is Role.TIME), None)
    if time is None:
        return ()
    kind, found = kind_of(time.wording), []
    proposed = not time.reason.startswith("Chosen as") and profiles[time.position].described.hint is None
    fiscal = names.says(time.name, Meaning.FISCAL) and kinds_of_period(profiles[time.position])
    if proposed and kind <= Kind.UNKNOWN and not fiscal:
        found.append(_of_what(time, profiles[time.position]))
    others = [column for column in columns if column.reason.endswith(INSTEAD) and column.role is Role.IGNORE]
    beside = [column for column in others if _would_do(kind, kind_of(column.wording))]
    if proposed and beside:
        found.append(_beside(time, beside))
    if fiscal:
        found.append(_fiscal(time, profiles[time.position]))
    return tuple(found)


def _would_do(taken: Kind, other: Kind) -> bool:
    """Whether dates would do as well as those that are taken: of two visits, plain dates or answers nobody knows."""
    return (taken <= Kind.OCCURRED and other >= taken) or (taken is other and taken in (Kind.PLAIN, Kind.ANSWERED))


def _of_what(time: ColumnMapping, profile: ColumnProfile) -> Problem:
    found = (
        f"'{time.name}' is used as the date, though its name does not say that it is when people answered or what they "
        "answered about. If these are days of something else, such as the end of a contract, trends mean nothing: leave it out"
    )
    return Problem(
        code="doubtful_date", column=time.name, count=profile.filled,
        message=f'{found} with --map "{time.name}={Role.IGNORE}".', on_page=f"{found} under Columns.",
    )  # fmt: skip


def _beside(time: ColumnMapping, others: list[ColumnMapping]) -> Problem:
    named = ", ".join(f"'{column.name}'" for column in others)
    found = f"'{time.name}' is used as the date; {named} {'holds' if len(others) == 1 else 'hold'} dates too and would do as well. To take another one"
    return Problem(
        code="other_dates", column=time.name, count=len(others),
        message=f'{found}: --map "{others[0].name}={Role.TIME}".', on_page=f"{found}, use it as {Role.TIME} under Columns.",
    )  # fmt: skip


def _fiscal(time: ColumnMapping, profile: ColumnProfile) -> Problem:
    found = (
        f"'{time.name}' names periods of a fiscal year, and the file does not say in which month it begins: "
        f"{profile.top[0][0]} is read as a period of the calendar. Where the year begins in another month than January, write "
        "days or calendar months in its place."
    )
    return Problem(code="fiscal_periods", column=time.name, count=profile.filled, message=found)
