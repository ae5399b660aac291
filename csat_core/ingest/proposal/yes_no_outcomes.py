"""Files whose only outcome is a yes or a no: was it resolved, would you buy again, were there any problems.

Beside a rating such a question sorts the answers into groups, which is what people compare them by. Without one it is the
outcome itself: whether the issue was resolved before whether somebody would come again, and both before a question to
which yes is bad, which says nothing of those who had no problem at all.
"""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import replace

from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.clues import as_question
from csat_core.ingest.scales.answers import FoundScale
from csat_core.ingest.scales.yes_no_codes import WAYS
from csat_core.ingest.texts.polarity import polarity_of
from csat_core.ingest.texts.vocabulary import Meaning
from csat_core.ingest.texts.wordings import Wording, outcome_strength, says
from csat_core.model.dataset import Role

_FAMILIES = ("yes or no", "true or false", "0 or 1")
_OTHERS = (Meaning.GROUP, Meaning.CHURNED, Meaning.INVITED, Meaning.PERSONAL, Meaning.CUSTOMER)
WHY = "No question of the file is rated on a longer scale, so this yes or no is the outcome."


def with_yes_no_outcome(
    drafts: Sequence[ColumnMapping], columns: Named[int, ColumnProfile], scales: Named[int, FoundScale]
) -> list[ColumnMapping]:
    """The columns with the best question of yes and no as the outcome where no other question can be one."""
    rated = [draft for draft in drafts if draft.scale is not None]
    if any(not _is_of_trouble(draft) for draft in rated):
        return list(drafts)
    ranked = [
        (rank, -draft.position, draft)
        for draft in drafts
        if draft.role in (Role.SEGMENT, Role.DRIVER)
        and (found := scales.get(draft.position))
        and _is_yes_no(found)
        and (rank := _rank(draft.wording))
    ]
    if not ranked:
        return list(drafts)
    best = max(ranked, key=lambda each: each[:2])[2]
    asked = as_question(columns[best.position], scales[best.position], Role.OUTCOME)
    asked = replace(asked, reason=f"{asked.reason} {WHY}")
    return [asked if draft is best else draft for draft in drafts]


def _is_yes_no(found: FoundScale) -> bool:
    return found.family in _FAMILIES or found.ways == WAYS


def _rank(wording: Wording) -> int:
    """How well a yes says that somebody is content: 0 where it says something else."""
    if says(wording, *_OTHERS):
        return 0
    if _trouble(wording):
        return 1
    return 3 if says(wording, Meaning.RESOLVED) else 2 if says(wording, Meaning.AGAIN) else 0


def _trouble(wording: Wording) -> bool:
    polarity = polarity_of(wording, numbers=False, denials=True)
    return polarity is not None and polarity.is_clear


def _is_of_trouble(draft: ColumnMapping) -> bool:
    """Whether a rated question is a yes or no to something bad that no name calls the outcome."""
    is_short = draft.scale is not None and draft.scale.points == 2
    return is_short and not outcome_strength(draft.wording) and _trouble(draft.wording)
