"""Columns that are made from a question of the file: they say nothing of their own, and would explain it wholly."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.refusals import shown
from csat_core.model.dataset import Role

QUESTIONS = (Role.OUTCOME, Role.DRIVER)
OTHERS = (*QUESTIONS, Role.SEGMENT, Role.METRIC)
"""What a column that is made from a question would be taken for."""


def without_made_columns(drafts: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]) -> list[ColumnMapping]:
    """The columns, those left out that a question settles row by row; where such a one was the outcome the question is."""
    asked = {draft.position: draft for draft in drafts if draft.role in QUESTIONS and draft.scale is not None}
    made = {
        draft.position: asked[source]
        for draft in drafts
        if draft.role in OTHERS and (source := profiles[draft.position].described.made_from) in asked
    }
    outcomes = {
        made[draft.position].position for draft in drafts if draft.position in made and draft.role is Role.OUTCOME
    }
    return [
        _left_out(draft, made[draft.position])
        if draft.position in made
        else replace(draft, role=Role.OUTCOME)
        if draft.position in outcomes
        else draft
        for draft in drafts
    ]


def _left_out(draft: ColumnMapping, question: ColumnMapping) -> ColumnMapping:
    reason = f"Made from '{shown(question.name, 40)}': each answer there settles what stands here."
    return ColumnMapping(position=draft.position, name=draft.name, label=draft.label, role=Role.IGNORE, reason=reason)
