"""Rises: which period gained the most on the one before it, beyond chance?"""

from dataclasses import dataclass

import pandas as pd
from statsmodels.stats.proportion import proportions_ztest

from csat_core.analyses.periods import usable, window_of
from csat_core.analyses.scorecard import Change, Scorecard
from csat_core.model.policy import BasePolicy
from csat_core.stats.contingency import ALPHA, holm
from csat_core.stats.proportions import Verdict, newcombe, verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """The biggest rise among all neighbouring periods."""

    change: Change
    among: int
    """How many pairs of neighbouring periods were tested together."""


def biggest_rise(card: Scorecard, policy: BasePolicy, smallest: float) -> Rise | None:
    """The largest rise from one complete period to the very next; None where none is beyond chance.

    With many pairs one is high by luck: all are tested together by Holm, and the interval of the one chosen must leave
    out zero as well.
    """
    pairs = _neighbours(card.periods, policy)
    if not pairs:
        return None
    told = holm([_p_value(before, now) for before, now in pairs]) <= ALPHA
    found = []
    for (before, now), is_told in zip(pairs, told, strict=True):
        difference = newcombe(int(now["satisfied"]), int(now["base"]), int(before["satisfied"]), int(before["base"]))
        judged = verdict(difference, smallest)
        if is_told and judged is Verdict.UP:
            current, previous = window_of(now), window_of(before)
            found.append(Change(current=current, previous=previous, difference=difference, verdict=judged))
    best = max(found, key=lambda each: each.difference.value, default=None)
    return Rise(change=best, among=len(pairs)) if best else None


def _neighbours(periods: pd.DataFrame, policy: BasePolicy) -> list[tuple[pd.Series, pd.Series]]:
    """Each two usable periods of one wording that follow one another."""
    kept = usable(periods, policy)
    at = kept.index.to_numpy()
    rows = [row for _, row in kept.iterrows()]
    return [
        (rows[i], rows[i + 1])
        for i in range(len(rows) - 1)
        if at[i + 1] == at[i] + 1 and rows[i]["stretch"] == rows[i + 1]["stretch"]
    ]


def _p_value(before: pd.Series, now: pd.Series) -> float:
    """Pooled two-proportion z; 1 where everybody, or nobody, is satisfied in both."""
    satisfied = [int(now["satisfied"]), int(before["satisfied"])]
    base = [int(now["base"]), int(before["base"])]
    if sum(satisfied) in (0, sum(base)):
        return 1.0
    return float(proportions_ztest(satisfied, base)[1])
