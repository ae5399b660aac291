"""News: what changed in a dataset since it was last looked at."""

from dataclasses import dataclass
from datetime import datetime

from csat_core.analyses.scorecard import Scorecard
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.look import Seen
from csat_core.model.policy import BasePolicy
from csat_core.stats.proportions import Verdict, newcombe, verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new."""

    since: datetime
    new: int
    """Answers more than then; negative where some were taken back."""
    then: float
    now: float
    """The satisfied share then and now."""
    difference: Estimate
    """The new answers minus those before, Newcombe's interval; undefined where either is too few to test."""
    verdict: Verdict | None
    """None where there is no difference to judge."""


def seen(card: Scorecard, at: datetime) -> Seen | None:
    """What is seen of a whole dataset; None where its score is hidden."""
    row = card.headline
    if row["hidden"]:
        return None
    return Seen(
        question=card.question.id,
        scheme=card.scheme.id,
        base=int(row["base"]),
        satisfied=int(row["satisfied"]),
        at=at,
    )


def news(before: Seen | None, now: Seen, policy: BasePolicy, smallest: float) -> News | None:
    """What changed between two looks; None where nothing did, or another question or scheme was looked at."""
    if before is None or (before.question, before.scheme) != (now.question, now.scheme):
        return None
    new, satisfied = now.base - before.base, now.satisfied - before.satisfied
    if (new, satisfied) == (0, 0):
        return None
    difference = UNDEFINED
    # the new answers are known only where none was taken back
    if 0 <= satisfied <= new and min(new, before.base) >= policy.tested_from:
        difference = newcombe(satisfied, new, before.satisfied, before.base)
    return News(
        since=before.at,
        new=new,
        then=before.satisfied / before.base,
        now=now.satisfied / now.base,
        difference=difference,
        verdict=verdict(difference, smallest) if difference.is_defined else None,
    )
