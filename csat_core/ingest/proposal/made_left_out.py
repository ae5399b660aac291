"""Columns that are made from a question of the file: they say nothing of their own, and would explain it wholly."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping, Problem
from csat_core.ingest.proposal.cell_facts import only_holds
from csat_core.ingest.proposal.clues import flag_words
from csat_core.ingest.proposal.open_outcomes import PLAINLY
from csat_core.ingest.proposal.recommendations import sorts_promoters
from csat_core.ingest.refusals import shown
from csat_core.ingest.texts.vocabulary import YES_NO
from csat_core.ingest.texts.wordings import outcome_strength
from csat_core.model.dataset import Role

QUESTIONS = (Role.OUTCOME, Role.DRIVER)
OTHERS = (*QUESTIONS, Role.SEGMENT, Role.METRIC)
"""What a column that is made from a question would be taken for."""
FLAG = 2
"""Different values of a yes or no; more are groups."""
MADE = "Made from"
"""Begins the reason of a column that is left out so."""


def without_made_columns(drafts: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]) -> list[ColumnMapping]:
    """The columns, those left out that a question settles row by row; where such a one is called the outcome the question is it."""
    asked = {draft.position: draft for draft in drafts if draft.role in QUESTIONS and draft.scale is not None}
    made = {
        draft.position: asked[source]
        for draft in drafts
        if (source := profiles[draft.position].described.made_from) in asked
        and _is_made(draft, profiles[draft.position])
    }
    called = {
        made[draft.position].position: draft for draft in drafts if draft.position in made and _is_called_outcome(draft)
    }
    known = any(draft.role is Role.OUTCOME and draft.position not in made for draft in drafts)
    outcomes = {place for place, draft in called.items() if draft.role is Role.OUTCOME or not known}
    return [
        _left_out(draft, made[draft.position])
        if draft.position in made
        else replace(draft, role=Role.OUTCOME)
        if draft.position in outcomes
        else draft
        for draft in drafts
    ]


def _is_called_outcome(draft: ColumnMapping) -> bool:
    return draft.role is Role.OUTCOME or outcome_strength(draft.wording) >= PLAINLY


def _is_made(draft: ColumnMapping, profile: ColumnProfile) -> bool:
    """Whether a column that another one settles would stand for something else: groups in words sort its answers, and stay."""
    if sorts_promoters(dict(draft.positions)) or (draft.role is Role.SEGMENT and profile.distinct > FLAG):
        return False
    in_words = not profile.numeric and not only_holds(profile, frozenset(flag_words(YES_NO)))
    return draft.role in (QUESTIONS if in_words else OTHERS)


def _left_out(draft: ColumnMapping, question: ColumnMapping) -> ColumnMapping:
    reason = f"{MADE} '{shown(question.name, 40)}': each answer there settles what stands here."
    return ColumnMapping(position=draft.position, name=draft.name, label=draft.label, role=Role.IGNORE, reason=reason)


def made_columns(columns: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]) -> list[Problem]:
    """A problem for each column that was left out because a question settles it."""
    made = [each for each in columns if each.role is Role.IGNORE and each.reason.startswith(MADE)]
    return [_problem(each, profiles[each.position].filled) for each in made]


def _problem(column: ColumnMapping, filled: int) -> Problem:
    found = f"'{column.name}' is left out: {column.reason[0].lower()}{column.reason[1:].removesuffix('.')}, so it would explain it wholly. To use it"
    return Problem(
        code="made_from", column=column.name, count=filled,
        message=f'{found}: --map "{column.name}={Role.DRIVER}".', on_page=f"{found}, choose what for under Columns.",
    )  # fmt: skip
