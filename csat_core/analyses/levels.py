"""Levels in time: the trend of each level of one segment, and the events that moved one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from csat_core.analyses.comparison import counted
from csat_core.analyses.daily import Daily, daily
from csat_core.analyses.happenings import Effect, effects
from csat_core.analyses.periods import Rules, rows_of
from csat_core.analyses.scoring import governed
from csat_core.model.dataset import Column
from csat_core.model.event import Event
from csat_core.model.period import Window
from csat_core.stats.contingency import holm
from csat_core.stats.proportions import Z, p_of_normal, p_of_two_shares

MOST_SHOWN = 9
"""Small pictures that an eye still compares."""
ALPHA = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelTrend:
    """One level of a segment in time."""

    level: str | None
    """None is the blank level."""
    base: int
    rows: pd.DataFrame
    """As the periods of a trend, hidden along both levels and periods."""
    effects: tuple[Effect, ...]
    """Every event, for this level alone."""
    told: tuple[Effect, ...]
    """Those that stand out among all events and levels looked at, by Holm's rule."""

    @property
    def strongest(self) -> Effect | None:
        """The event that moved it most; None without."""
        return max(self.told, key=lambda effect: effect.strength, default=None)


def level_trends(
    table: pd.DataFrame,
    segment: Column,
    windows: Sequence[Window],
    events: Sequence[Event],
    known: tuple[date, date] | None,
    rules: Rules,
) -> tuple[tuple[LevelTrend, ...], int]:
    """The levels with the most answers, at most MOST_SHOWN, and how many others there are.

    `table` has the joint counts of day, `segment` and the question. Levels with too few answers to show are not among
    them.
    """
    codes, values = pd.factorize(table[segment.id], sort=True)
    names: list[str | None] = [*(str(value) for value in values), *([None] if (codes < 0).any() else [])]
    codes = np.where(codes < 0, len(values), codes)
    answered = table[rules.question.id].to_numpy() > 0
    totals = np.bincount(codes[answered], table["n"].to_numpy()[answered], minlength=len(names)).astype(int)
    order = [at for at in np.argsort(-totals, kind="stable") if totals[at] >= rules.policy.shown_from]
    chosen = order[:MOST_SHOWN]
    parts = [daily(table[codes == at], rules.question) for at in chosen]
    others = daily(table[~np.isin(codes, chosen)], rules.question)
    grid = _governed_together([*parts, others], windows, rules)
    found = [effects(part, events, known, rules) for part in parts]
    told = _standing_out(parts, found, rules)
    trends = tuple(
        LevelTrend(
            level=names[at], base=int(totals[at]), rows=rows, effects=happened,
            told=tuple(effect for effect, stands in zip(happened, out, strict=True) if stands),
        )
        for at, rows, happened, out in zip(chosen, grid, found, told, strict=False)
    )  # fmt: skip
    return trends, int((totals > 0).sum()) - len(chosen)


def _governed_together(parts: Sequence[Daily], windows: Sequence[Window], rules: Rules) -> list[pd.DataFrame]:
    """The rows of every part, hidden so that no cell follows from the others by subtraction."""
    if not windows:
        return [rows_of(part, windows, rules) for part in parts]
    plain = [rows_of(part, windows, rules, is_governed=False) for part in parts]
    together = governed(pd.concat(plain, ignore_index=True), rules.policy, (len(parts), len(windows)))
    size = len(windows)
    return [together.iloc[at * size : (at + 1) * size].reset_index(drop=True) for at in range(len(parts))]


def _standing_out(parts: Sequence[Daily], found: Sequence[Sequence[Effect]], rules: Rules) -> list[list[bool]]:
    """For each effect of each part whether it is told even among so many tests."""
    tested = [
        (at, place, _p_value(parts[at], effect, rules))
        for at, each in enumerate(found)
        for place, effect in enumerate(each)
        if effect.comparison is not None and effect.comparison.difference.is_defined
    ]
    adjusted = holm([p for _, _, p in tested])
    stands = [[False] * len(each) for each in found]
    for (at, place, _), p in zip(tested, adjusted, strict=True):
        stands[at][place] = bool(p < ALPHA) and found[at][place].is_told
    return stands


def _p_value(part: Daily, effect: Effect, rules: Rules) -> float:
    """Two shares by the pooled z test; means and net scores from their interval, taken as normal."""
    assert effect.comparison is not None
    assert rules.question.scale is not None
    if rules.measure.is_share:
        after, before = part.within((effect.comparison.current, effect.comparison.previous))
        first, other = (counted(each, rules.measure, rules.question.scale, rules.scheme) for each in (after, before))
        assert first is not None
        assert other is not None
        return p_of_two_shares(first, int(after.sum()), other, int(before.sum()))
    difference = effect.comparison.difference
    return p_of_normal(difference.value, (difference.high - difference.low) / (2 * Z))
