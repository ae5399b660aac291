"""Files of which nothing says that somebody was asked: a `status` of machines, the `score` of an exam."""

from collections.abc import Sequence

from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.going_together import OF_QUALITY
from csat_core.ingest.proposal.questions_alike import GRID
from csat_core.ingest.texts.families import families_with
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import LONGEST_NAME, says
from csat_core.model.dataset import Role

CODE = "perhaps_no_survey"
_OF_SURVEYS = (
    Meaning.SATISFACTION, Meaning.RECOMMEND, Meaning.EFFORT, Meaning.EASED, Meaning.AGAIN, Meaning.RESOLVED, Meaning.STARS,
    Meaning.OVERALL, Meaning.NUMBERED, Meaning.OCCURRED, Meaning.RESPONSE_TIME, Meaning.COMMENT, Meaning.VERBATIM, Meaning.AGENT,
    Meaning.TOUCHPOINT,
)  # fmt: skip
"""What names say where people were asked, or served: of `condition` and `class` none is said."""
_OF_PEOPLE_ASKED = (Role.COMMENT, Role.AGENT, Role.TOUCHPOINT)


def perhaps_no_survey(columns: Sequence[ColumnMapping]) -> list[Problem]:
    """A problem where one or two columns are rated, and no name of the file speaks of a question, an answer or a service."""
    rated = [column for column in columns if column.scale is not None]
    outcome = next((column for column in rated if column.role is Role.OUTCOME), None)
    if outcome is None or len(rated) >= GRID or any(map(_speaks_of_one, columns)) or not _may_grade_things(outcome):
        return []
    found = (
        f"Nothing but '{outcome.name}' says that people were asked something, and it may grade what they did not rate, such as "
        "machines or exams: then this is no survey, and its scores are not those of satisfaction."
    )
    return [Problem(code=CODE, column=outcome.name, count=1, message=found)]


def _speaks_of_one(column: ColumnMapping) -> bool:
    is_asked = any(len(text.split()) > LONGEST_NAME for text in column.wording)
    return column.role in _OF_PEOPLE_ASKED or is_asked or says(column.wording, *_OF_SURVEYS)


def _may_grade_things(column: ColumnMapping) -> bool:
    """Whether the answers of a question may be said of things: numbers, grades and `Poor` to `Good`, and not `Satisfied`."""
    labels = column.scale.labels if column.scale and column.positions else ()
    kinds = {family.name for label in labels for family in families_with([fold(label)])}
    return not kinds or bool(kinds & OF_QUALITY)
