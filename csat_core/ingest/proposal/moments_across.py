"""Tables with a column for each month: one of their rows holds what was answered at many times. They are asked about."""

from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.refusals import shown
from csat_core.ingest.texts.moments import is_moment
from csat_core.model.dataset import Role

FEWEST = 2


def moments_across(columns: Sequence[ColumnMapping]) -> str:
    """What a file is whose ratings or numbers stand in a column for each time; empty for every other file.

    A column with the time of each row says that those are something else.
    """
    rated = [column for column in columns if column.role.storage == "question" or column.role is Role.METRIC]
    named = [column for column in rated if is_moment(column.name)]
    if len(named) < FEWEST or 2 * len(named) < len(rated) or any(column.role is Role.TIME for column in columns):
        return ""
    some = " and ".join(f"'{shown(column.name, 40)}'" for column in named[:2])
    more = f" and {len(named) - 2} more {'columns' if len(named) > 3 else 'column'}" if len(named) > 2 else ""
    some = some.replace(" and ", ", ") if more else some
    return (
        f"{some}{more} are named like times: each row then holds the answers or the averages of many times, and would pass for one "
        "response. Bring the file with a row for each answer, its date in one column and the answer in another"
    )


def with_moments_asked(columns: Sequence[ColumnMapping]) -> tuple[ColumnMapping, ...]:
    """The columns with a question at the outcome where they are ratings of many times."""
    found = moments_across(columns)
    first = next((column for column in columns if column.role is Role.OUTCOME and is_moment(column.name)), None)
    if not found or first is None:
        return tuple(columns)
    question = f'{found}; say --scale "{first.name}={first.scale.name if first.scale else "1-5"}" where each row is one response all the same.'
    return tuple(replace(column, question=question) if column is first else column for column in columns)
