"""Columns whose name says that they are the outcome and whose words nobody taught the import: they are asked about."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.scales.answers import answers_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import outcome_strength, says
from csat_core.model.dataset import Role

PLAINLY = 75
"""From here on a name can hardly mean anything but the outcome."""
PLAINLY_WITHOUT = 88
"""And from here on one that does not speak of satisfaction: `overall` and `in general` begin many questions."""
KNOWN = 200
"""Stronger than any name."""
MOST_ANSWERS, LONGEST_QUESTION = 11, 120


def with_open_outcomes(
    drafts: Sequence[ColumnMapping], columns: Named[int, ColumnProfile]
) -> tuple[ColumnMapping, ...]:
    """The columns with a question in place of the role where a better named outcome than any known one has strange words."""
    rated = [column for column in drafts if column.scale is not None]
    strongest = max((outcome_strength(column.wording) for column in rated), default=0)
    questions = {column.position for column in rated}
    open_ones = [
        column
        for column in drafts
        if column.role is Role.SEGMENT
        and _is_open(columns[column.position])
        and columns[column.position].described.made_from not in questions
    ]
    best = max(open_ones, key=lambda column: (_strength(column, columns), -column.position), default=None)
    if best is None or _strength(best, columns) <= strongest:
        return tuple(drafts)
    asked = replace(best, role=Role.OUTCOME, question=_question(columns[best.position]))
    return tuple(asked if column is best else column for column in drafts)


def _strength(column: ColumnMapping, columns: Named[int, ColumnProfile]) -> int:
    """How strongly a column is said to be the outcome: by its layout more than by any name."""
    return KNOWN if _is_known(columns[column.position]) else outcome_strength(column.wording)


def _is_known(column: ColumnProfile) -> bool:
    hint = column.described.hint
    return hint is not None and hint.role == Role.OUTCOME


def _is_open(column: ColumnProfile) -> bool:
    """Whether layout or name say the outcome and the cells are a few different texts."""
    answers = answers_of(column)
    is_few = 2 <= len(answers.texts) <= MOST_ANSWERS and not answers.unseen
    if _is_known(column):
        return is_few
    # a long text, as of a consent, speaks of many things
    wording = tuple(text for text in column.wording if len(text) <= LONGEST_QUESTION)
    strength = outcome_strength(wording)
    if strength < (PLAINLY if says(wording, Meaning.SATISFACTION) else PLAINLY_WITHOUT) or says(
        column.wording, Meaning.GROUP, Meaning.COMMENT, Meaning.AGENT
    ):
        return False
    return is_few


def _question(column: ColumnProfile) -> str:
    answers = answers_of(column)
    listed = ", ".join(f"'{answers.written[text]}' ({count:,})" for text, count in answers.texts)
    worst_first = "|".join(["WORST", *("..." for _ in answers.texts[2:3]), "BEST"])
    return (
        f"'{column.name}' sounds like the outcome, but its answers are on no scale that is known: {listed}; "
        f'say --scale "{column.name}={worst_first}" with these answers from worst to best, or '
        f'--map "{column.name}={Role.SEGMENT}" where they are groups.'
    )
