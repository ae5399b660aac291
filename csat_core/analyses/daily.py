"""Daily counts: the answers of each day, so that any window of days is two look-ups and a subtraction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from csat_core.analyses import answers
from csat_core.model.dataset import Column, Dataset
from csat_core.model.period import Window
from csat_core.model.predicate import Between
from csat_core.model.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """The dated answers to one question, by day and position."""

    days: NDArray[np.datetime64]
    """The days with a response, in order."""
    cumulative: NDArray[np.int64]
    """Days + 1 rows x positions: what was answered before each day; the last row is everything."""

    @property
    def first(self) -> date | None:
        """The first day with a response."""
        return self.days[0].item() if len(self.days) else None

    @property
    def last(self) -> date | None:
        """The last day with a response."""
        return self.days[-1].item() if len(self.days) else None

    def within(self, windows: Sequence[Window]) -> NDArray[np.int64]:
        """The answers of each window, as windows x positions."""
        starts = np.array([each.start for each in windows], dtype="datetime64[D]")
        ends = np.array([each.end for each in windows], dtype="datetime64[D]")
        before = np.searchsorted(self.days, starts, side="left")
        through = np.searchsorted(self.days, ends, side="right")
        found: NDArray[np.int64] = self.cumulative[through] - self.cumulative[before]
        return found

    def during(self, window: Window) -> NDArray[np.int64]:
        """The answers of one window, by position."""
        counts: NDArray[np.int64] = self.within((window,))[0]
        return counts


def withholds(scope: Scope, first: date | None) -> bool:
    """Whether the days of answers of which `first` is the first are kept back, no period being large enough to be told."""
    return first is None and scope.is_guarded


def in_view(days: Iterable[date], scope: Scope, dataset: Dataset) -> tuple[date, date] | tuple[None, None]:
    """The first and the last of `days`; a guarded scope tells the first of each period, so there the last period ends."""
    found = sorted(days)
    if not found:
        return None, None
    if scope.grain is None or dataset.since is None or dataset.until is None:
        return found[0], found[-1]
    locked = [each for each in scope.locked if isinstance(each, Between) and each.column == "day"]
    since = [each.low for each in locked if isinstance(each.low, date)]
    until = [each.high for each in locked if isinstance(each.high, date)]
    return max(found[0], dataset.since, *since), min(scope.grain.end(found[-1]), dataset.until, *until)


def of_whole_periods(window: Window, scope: Scope) -> bool:
    """Whether the days of a window can be told in this scope: a guarded one knows whole periods only."""
    grain = scope.grain
    return grain is None or (window.start, window.end) == (grain.start(window.start), grain.end(window.end))


def daily(table: pd.DataFrame, question: Column) -> Daily:
    """The daily counts of a table of joint counts by `day` and the question; responses without a day are left out."""
    dated = table[table["day"].notna()]
    codes, days = pd.factorize(dated["day"], sort=True)
    counts = answers.matrix(dated, codes.astype(np.int64), len(days), question)
    cumulative = np.vstack([np.zeros((1, counts.shape[1]), dtype=np.int64), counts.cumsum(axis=0)])
    return Daily(days=np.array(list(days), dtype="datetime64[D]"), cumulative=cumulative)
