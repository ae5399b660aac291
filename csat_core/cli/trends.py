"""Trends as documents: the periods of one question, what they are compared with, and what happened."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from csat_core.analyses.comparison import Comparison
from csat_core.analyses.happenings import Effect
from csat_core.analyses.levels import LevelTrend
from csat_core.analyses.periods import drawn
from csat_core.analyses.roi import Return
from csat_core.analyses.trend import Baseline, Looked, Trend, trend
from csat_core.cli.asked import asked
from csat_core.cli.calls import Document
from csat_core.cli.choices import Typed
from csat_core.cli.numbers import codes, number, scored
from csat_core.errors import CsatError
from csat_core.model.dataset import Dataset
from csat_core.model.estimate import Estimate
from csat_core.model.measure import Measure
from csat_core.model.period import Grain
from csat_core.stats.proportions import Verdict
from csat_core.store import Store
from csat_core.store.catalogue import find_dataset

ROLLING = "rolling 30 days"
LIMITS = ("center", "limit_low", "limit_high")


class NoTrendError(CsatError):
    """A trend was asked of responses without dates."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__(f"'{dataset.name}' has no dates, so it has no trend; score shows it as a whole.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How the trend is wanted."""

    period: Grain | None
    rolling: bool
    by: str | None
    measure: Measure


def trend_of(store: Store, named: str, typed: Typed, wish: Wish) -> Document:
    """The trend of a dataset: a row for each period, its comparisons, its limits and its events."""
    dataset = find_dataset(store, named)
    if not dataset.has_days:
        raise NoTrendError(dataset)
    its = asked(store, dataset, typed, wish.period)
    segment = dataset.find(wish.by, dataset.segments) if wish.by else None
    looked = Looked(measure=wish.measure, rolling=wish.rolling, by=segment.id if segment else None)
    found = trend(its.engine, dataset, its.view, its.policy, looked)
    document: Document = its.head | {
        "period": ROLLING if wish.rolling else drawn(its.view, dataset).grain.value,
        "measure": wish.measure.value,
        "rows": rows(found.periods),
        "limits": _limits(found),
        "latest": None if found.latest is None else found.latest["label"],
        "previous": comparison(found.previous),
        "last_year": comparison(found.last_year),
        "baseline": _baseline(found.baseline),
        "target": dataset.plan.target if wish.measure is Measure.SHARE else None,
        "events": [_event(effect, worked) for effect, worked in zip(found.events, found.money, strict=True)],
    }
    if segment:
        document |= {"by": segment.name, "levels": _levels(found), "levels_left": found.levels_left}
    return document | {"caveats": codes(found.caveats)}


def _limits(found: Trend) -> Document | None:
    """The usual range of the latest period; null where there is none. Each row has its own."""
    if found.latest is None or not found.has_limits:
        return None
    return {key: number(found.latest[name]) for key, name in zip(("center", "low", "high"), LIMITS, strict=True)}


def rows(table: pd.DataFrame) -> list[Document]:
    """A document for each period."""
    return [_row(row) for row in table.to_dict("records")]


def _row(row: Mapping[Hashable, Any]) -> Document:
    found: Document = {
        "period": row["label"],
        "start": row["start"].isoformat(),
        "end": row["end"].isoformat(),
        "partial": bool(row["partial"]),
    }
    found |= scored(row) | {"hidden": bool(row["hidden"])}
    if "signal" in row:
        limits = {key: number(row[f"limit_{key}"]) for key in ("low", "high")}
        found["limits"] = None if limits["low"] is None else {"center": number(row["center"]), **limits}
        found["signal"] = None if row["signal"] is None else row["signal"].value
    return found | {"caveats": codes(row["caveats"])}


def comparison(found: Comparison | None) -> Document | None:
    """One period against an earlier one; null where nothing is compared."""
    if found is None:
        return None
    return {
        "period": found.current.label,
        "against": found.previous.label,
        **_difference(found.difference),
        "verdict": found.verdict.value,
    }


def _difference(found: Estimate) -> Document:
    return {"difference": number(found.value), "low": number(found.low), "high": number(found.high)}


def _baseline(found: Baseline | None) -> Document | None:
    if found is None:
        return None
    against = comparison(found.comparison) or {**dict.fromkeys(("difference", "low", "high")), "verdict": None}
    head = {"start": found.window.start.isoformat(), "end": found.window.end.isoformat(), "value": number(found.value)}
    return head | {key: against[key] for key in ("difference", "low", "high", "verdict")}


def _event(effect: Effect, worked: Return | None) -> Document:
    event, compared = effect.event, effect.comparison
    document: Document = {
        "id": event.id,
        "name": event.name,
        "day": event.day.isoformat(),
        "until": event.until.isoformat() if event.until else None,
        "kind": event.kind.value,
        "before": _side(effect, "before"),
        "after": _side(effect, "after"),
    }
    document |= _difference(compared.difference) if compared else dict.fromkeys(("difference", "low", "high"))
    document["verdict"] = (compared.verdict if compared else Verdict.CANNOT_TELL).value
    if event.is_break:
        document["verdict"] = None
    document["saved"] = number(worked.saved) if worked else None
    return document


def _side(effect: Effect, side: str) -> Document | None:
    row, window = getattr(effect, side), getattr(effect, f"{side}_window")
    if row is None:
        return None
    dates = {"start": window.start.isoformat(), "end": window.end.isoformat()}
    return dates | scored(row) | {"hidden": bool(row["hidden"])}


def _levels(found: Trend) -> list[Document]:
    return [_level(level) for level in found.levels]


def _level(level: LevelTrend) -> Document:
    return {
        "level": level.level,
        "base": level.base,
        "rows": rows(level.rows),
        "events": [_event(effect, None) for effect in level.told],
    }
