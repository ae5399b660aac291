"""Answers to different questions in one column, told apart by another one: no one scale fits them. They are asked about."""

import re
from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.texts.names import bare_words
from csat_core.ingest.texts.reading import fold
from csat_core.ingest.texts.vocabulary import QUESTION_NAMES
from csat_core.model.dataset import Role

MOST_QUESTIONS = 60
SHOWN = 3
_METRICS = re.compile(r"\b(?:nps|csat|ces|net promoter|customer satisfaction|customer effort)\b")


def with_mixtures_asked(
    columns: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]
) -> tuple[ColumnMapping, ...]:
    """The columns with a question at the one that says which question each answer belongs to."""
    rated = [column for column in columns if column.role is Role.OUTCOME and column.scale is not None]
    which = next((column for column in columns if rated and _tells_questions(column, profiles[column.position])), None)
    if which is None:
        return tuple(columns)
    names = [text for text, _ in profiles[which.position].top]
    if any(fold(column.name).endswith(f"({fold(name)})") for column in rated for name in names):
        return tuple(columns)  # the layout of the file made a column for each question
    listed = ", ".join(f"'{name[:40]}'" for name in names[:SHOWN]) + (" and others" if len(names) > SHOWN else "")
    question = (
        f"'{which.name}' says that '{rated[0].name}' holds answers to different questions, {listed}, for which no one scale "
        f'fits. Bring a file for each question; say --map "{which.name}={Role.SEGMENT}" where all were asked the same.'
    )
    asked = replace(which, role=Role.SEGMENT, question=question)
    return tuple(asked if column is which else column for column in columns)


def _tells_questions(column: ColumnMapping, profile: ColumnProfile) -> bool:
    if (
        column.role not in (Role.SEGMENT, Role.IGNORE, Role.TOUCHPOINT, Role.METRIC)
        or not 2 <= profile.distinct <= MOST_QUESTIONS
    ):
        return False
    metrics = {found[0] for text, _ in profile.top if (found := _METRICS.search(bare_words(text)))}
    return len(metrics) > 1 or bare_words(column.name).removesuffix(" id") in QUESTION_NAMES
