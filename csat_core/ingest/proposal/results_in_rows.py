"""Tables of results: a row for each month, agent or region, and what came out of many answers there. They are asked about."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.cell_facts import is_unique
from csat_core.ingest.proposal.counted_tables import SINGLE_RESPONSES
from csat_core.ingest.proposal.date_orders import kinds_of_period
from csat_core.ingest.proposal.outcome_by_place import LONGEST_ASKED
from csat_core.ingest.proposal.questions_alike import GRID, TO_TEN
from csat_core.ingest.scales.stated_range import stated_range
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import LONGEST_NAME, says
from csat_core.model.dataset import Role

FEWEST_ROWS = 3
_SORTING = (Meaning.GROUP, Meaning.AGENT, Meaning.TOUCHPOINT, Meaning.PLACE_CODE)
"""What names say under which answers are counted together."""


def with_results_asked(
    columns: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]
) -> tuple[ColumnMapping, ...]:
    """The columns with a question at an outcome up to 100 of which each row seems to be what came out of many answers.

    It is that where each row is of another month, agent or region, and where a Net Promoter Score lies beyond 10.
    """
    rated = [column for column in columns if column.scale is not None and not column.positions]
    long = [each for each in rated if each.role is Role.OUTCOME and _is_long(each) and not stated_range(each.name)]
    is_asked = any(column.question for column in columns if column.role is Role.METRIC)
    if not long or is_asked or len(rated) >= GRID or any(column.role in SINGLE_RESPONSES for column in columns):
        return tuple(columns)
    each_once = next((column for column in columns if _stands_once(column, profiles[column.position])), None)
    score = next((column for column in long if _is_promoter_score(column)), None)
    if each_once is None and score is None:
        return tuple(columns)
    asked = long[0] if score is None else score
    why = f"Each row is of another '{each_once.name}'" if each_once else "No recommendation is above 10"
    return tuple(_asked(column, why, profiles[column.position]) if column is asked else column for column in columns)


def _is_long(column: ColumnMapping) -> bool:
    """Whether its numbers are more than single answers usually are, as shares up to 100 and averages with tenths."""
    return column.scale is not None and column.scale.points > LONGEST_ASKED


def _stands_once(column: ColumnMapping, profile: ColumnProfile) -> bool:
    """Whether a column sorts answers by its name or holds periods, and each of its values stands in one row."""
    if column.personal or profile.filled < FEWEST_ROWS or not is_unique(profile):
        return False
    return bool(kinds_of_period(profile)) if column.role is Role.TIME else says(column.wording, *_SORTING)


def _is_promoter_score(column: ColumnMapping) -> bool:
    """Whether numbers beyond 10 stand under the name of a recommendation and no question for one, which may have a slider."""
    assert column.scale is not None
    is_name = all(len(text.split()) <= LONGEST_NAME for text in column.wording)
    return is_name and says(column.wording, Meaning.RECOMMEND) and max(column.scale.values) > TO_TEN


def _asked(column: ColumnMapping, why: str, profile: ColumnProfile) -> ColumnMapping:
    assert column.scale is not None
    question = (
        f"{why}, and '{column.name}' goes from {profile.lowest:g} to {profile.highest:g}: these seem to be the results of "
        f"many answers, and each of the {profile.filled + profile.blank:,} rows would pass for one response. Bring the file with a "
        f'row for each response; say --scale "{column.name}={column.scale.name}" where each row is one all the same.'
    )
    return replace(column, question=question)
