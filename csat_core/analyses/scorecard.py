"""Scorecard: how satisfied are customers, is it moving, and how sure can one be?"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from csat_core.analyses import answers
from csat_core.analyses.answers import NonAnswers
from csat_core.analyses.comparison import Comparison
from csat_core.analyses.coverage import Coverage, coverage
from csat_core.analyses.daily import daily, in_view, withholds
from csat_core.analyses.periods import drawn, last_change, rows_of, rules_of, usable, windows_in
from csat_core.analyses.rounds import Round, last_round
from csat_core.analyses.scoring import governed, measured
from csat_core.analyses.spending import average_revenue
from csat_core.engine import ScopedEngine
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.estimate import UNDEFINED, Estimate
from csat_core.model.period import Grain
from csat_core.model.policy import BasePolicy
from csat_core.model.scheme import Scheme, find_scheme, fitting
from csat_core.model.view import View
from csat_core.stats.proportions import wilson_limits

Change = Comparison
"""The last complete period against the one before it that has answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """Everything about one question that comes from its counts by day."""

    question: Column
    scheme: Scheme
    headline: pd.Series
    """One governed row: NUMBERS, hidden, standing, caveats."""
    distribution: pd.DataFrame
    """One row for each answer, worst first: position, value, label, band, count, share, low, high."""
    periods: pd.DataFrame
    """One governed row for each period: start, end, label, partial, mixed, stretch and the numbers; empty without dates."""
    change: Change | None
    schemes: pd.DataFrame
    """The same answers under every scheme that fits: scheme, name and the numbers."""
    non_answers: NonAnswers
    coverage: Coverage | None
    spend: Estimate
    """Average of the revenue column over the respondents with one; undefined without, and where they are too few."""
    last_round: Round | None
    """The customers as they are now, where the survey was asked in rounds; None where it was not."""
    since: date | None
    until: date | None
    caveats: tuple[Caveat, ...]

    @property
    def share(self) -> Estimate:
        """The headline share with its interval; undefined where hidden."""
        row = self.headline
        if row["hidden"]:
            return UNDEFINED
        return Estimate(value=row["share"], low=row["low"], high=row["high"], base=int(row["base"]))


def scorecard(engine: ScopedEngine, dataset: Dataset, view: View, policy: BasePolicy) -> Scorecard:
    """The scorecard of the view: one request to the engine."""
    question, scheme = answers.question_of(dataset, view), find_scheme(view.scheme)
    assert question.scale is not None
    sums = [column.id for column in dataset.with_role(Role.REVENUE, Role.INVITED)]
    table = answers.counted(engine, view, ("day",), sums)
    counts = answers.distribution(table, question)
    headline = governed(measured(counts, question.scale, scheme), policy).iloc[0]
    is_hidden = bool(headline["hidden"])
    answered = table[table[question.id] > 0]
    since, until = in_view(answered["day"].dropna(), engine.scope, dataset)
    is_whole = not view.where and not engine.scope.locked
    by_day = daily(table, question)
    rules = rules_of(dataset, view, policy)
    shown = drawn(view, dataset)
    periods = rows_of(by_day, windows_in(by_day, shown, dataset), rules)
    periods.attrs["grain"] = shown.grain
    change = last_change(by_day, periods, rules)
    return Scorecard(
        question=question,
        scheme=scheme,
        headline=headline,
        distribution=_distribution(counts, question, scheme, is_hidden),
        periods=periods,
        change=change,
        schemes=_schemes(counts, question, policy),
        non_answers=answers.non_answers(table, question),
        coverage=None if is_hidden else coverage(table, dataset, headline, is_whole=is_whole),
        spend=average_revenue(answered, dataset, policy.shown_from),
        last_round=last_round(by_day, answered, dataset, rules, engine.scope.grain or Grain.DAY),
        since=since,
        until=until,
        caveats=_caveats(
            headline, dataset, scheme, change, usable(periods, policy), withheld=withholds(engine.scope, since)
        )
        + ((Caveat.LONGER_PERIODS,) if shown.grain is not view.grain else ()),
    )


def _caveats(
    headline: pd.Series,
    dataset: Dataset,
    scheme: Scheme,
    change: Change | None,
    periods: pd.DataFrame,
    *,
    withheld: bool,
) -> tuple[Caveat, ...]:
    found = list(headline["caveats"])
    if headline["base"] > 1 and np.isnan(headline["mean_low"]):
        found.append(Caveat.NO_SPREAD)
    if dataset.with_role(Role.WEIGHT):
        found.append(Caveat.UNWEIGHTED)
    if scheme.id == "top1":
        found.append(Caveat.NO_DISSATISFIED_BAND)
    if not dataset.is_dated:
        found.append(Caveat.NO_DATES)
    elif withheld:
        found.append(Caveat.DATES_WITHHELD)
    elif change is None:
        # two periods that may each be judged, and still no comparison: the wording changed between them
        found.append(Caveat.BROKEN_TREND if len(periods) > 1 else Caveat.NO_COMPLETE_PREVIOUS_PERIOD)
    return tuple(found)


def _distribution(counts: np.ndarray, question: Column, scheme: Scheme, is_hidden: bool) -> pd.DataFrame:
    scale = question.scale
    assert scale is not None
    bands, base = scheme.bands(scale), counts.sum()
    low, high = wilson_limits(counts, np.full(len(counts), base))
    share = counts / base if base else np.full(len(counts), np.nan)
    positions = range(1, scale.points + 1)
    lowest = bands.dissatisfied_to or 0
    frame = pd.DataFrame(
        {
            "position": positions,
            "value": scale.values,
            "label": scale.labels,
            "band": [
                "satisfied" if at >= bands.satisfied_from else "dissatisfied" if at <= lowest else "neutral"
                for at in positions
            ],
            "count": counts.astype(float),
            "share": share,
            "low": low,
            "high": high,
        }
    )
    if is_hidden:
        frame[["count", "share", "low", "high"]] = np.nan
    return frame


def _schemes(counts: np.ndarray, question: Column, policy: BasePolicy) -> pd.DataFrame:
    assert question.scale is not None
    rows = []
    for scheme in fitting(question.scale):
        row = governed(measured(counts, question.scale, scheme), policy)
        row.insert(0, "scheme", scheme.id)
        row.insert(1, "name", scheme.name)
        rows.append(row)
    return pd.concat(rows, ignore_index=True)
