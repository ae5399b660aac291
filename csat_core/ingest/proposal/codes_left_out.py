"""Columns of codes that another column says in words, row by row: one question is not two."""

from collections.abc import Mapping as Named
from collections.abc import Sequence

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.refusals import shown
from csat_core.ingest.texts.alike_names import are_alike
from csat_core.model.dataset import Role

ANSWERS = (Role.OUTCOME, Role.DRIVER, Role.SEGMENT)
"""What words of answers are kept as."""
CODES = (*ANSWERS, Role.METRIC)
"""What their codes would be."""


def without_codes_of_words(drafts: Sequence[ColumnMapping], profiles: Named[int, ColumnProfile]) -> list[ColumnMapping]:
    """The columns, those with the codes of one in words left out where that is kept as a question, or called alike."""
    kept = {draft.position: draft for draft in drafts if draft.role in ANSWERS}
    result = []
    for draft in drafts:
        words = kept.get(profiles[draft.position].described.words_at or 0)
        if words and draft.role in CODES and (words.scale or are_alike(draft.name, words.name)):
            reason = f"Its numbers are the codes of the words in '{shown(words.name, 40)}', which is read."
            draft = ColumnMapping(
                position=draft.position, name=draft.name, label=draft.label, role=Role.IGNORE, reason=reason
            )
        result.append(draft)
    return result
