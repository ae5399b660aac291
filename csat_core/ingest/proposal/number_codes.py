"""Numbers that are codes by how they are written or come again: `0101` of a branch, four numbers of bus lines in all rows."""

import re
from collections.abc import Mapping, Sequence

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem, called
from csat_core.ingest.proposal.cell_facts import is_unique
from csat_core.ingest.proposal.clues import MEASURED, MOST_GROUPS, TOO_MANY, Clues, many
from csat_core.ingest.texts.reading import number_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.model.dataset import Role

MOST_CODES, OFTEN, APART = 12, 5, 5
"""So few different numbers at most, each so often on average, and so far apart on average, count or measure nothing."""
STEP = 5
"""What is measured in steps is a multiple of it: minutes, discounts, prices."""
COME_AGAIN = "different numbers, far apart, come again and again as codes do: groups to compare."
_ZEROS = re.compile(r"0+[1-9][0-9]*")


def number_codes(clues: Clues) -> ColumnMapping | None:
    """The column as groups where its numbers are codes, or left out where these are too many; None of any other numbers."""
    profile = clues.profile
    if clues.says(*MEASURED, Meaning.AGE, Meaning.RANK) or clues.is_tallied or profile.measure:
        return None
    if _are_padded(profile):
        if is_unique(profile) or profile.distinct > MOST_GROUPS:
            return clues.as_role(Role.IGNORE, f"Numbers that begin with 0 are codes, {TOO_MANY}.")
        return clues.as_role(Role.SEGMENT, f"Numbers that begin with 0 are codes: {many(profile.distinct)} groups.")
    if _come_again(profile):
        return clues.as_role(Role.SEGMENT, f"Its {profile.distinct} {COME_AGAIN}")
    return None


def perhaps_measured(columns: Sequence[ColumnMapping], profiles: Mapping[int, ColumnProfile]) -> list[Problem]:
    """A problem for each column of groups whose few numbers may be counts or measures all the same."""
    return [
        _problem(each, profiles[each.position])
        for each in columns
        if each.role is Role.SEGMENT and each.reason.endswith(COME_AGAIN)
    ]


def _are_padded(profile: ColumnProfile) -> bool:
    """Whether whole numbers are filled up to one length with zeros before them, as codes are."""
    texts = [text for text, _ in profile.top]
    padded = [text for text in texts if _ZEROS.fullmatch(text)]
    return (
        bool(padded) and profile.distinct > 1 and all(len(text) == len(padded[0]) and text.isdigit() for text in texts)
    )


def _come_again(profile: ColumnProfile) -> bool:
    low, high = profile.lowest, profile.highest
    is_whole = profile.whole == profile.numeric == profile.filled
    if low is None or high is None or low <= 0 or not is_whole or not 1 < profile.distinct <= MOST_CODES:
        return False
    numbers = (number_of(text, ".") for text, _ in profile.top)
    is_stepped = all(number is not None and number % STEP == 0 for number in numbers)
    return profile.filled >= OFTEN * profile.distinct and high - low >= APART * profile.distinct and not is_stepped


def _problem(column: ColumnMapping, profile: ColumnProfile) -> Problem:
    found = (
        f"'{column.name}' is used as groups: its {profile.distinct} different numbers, such as {profile.top[0][0]}, come again and "
        "again, as codes do. If they count or measure"
    )
    return Problem(
        code="perhaps_counted", column=column.name, count=profile.filled,
        message=f'{found}, say --map "{column.name}={Role.METRIC}".',
        on_page=f"{found}, use it as {called(Role.METRIC)} under Columns.",
    )  # fmt: skip
