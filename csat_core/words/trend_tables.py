"""A trend in numbers: the latest period with what it is compared with, every period, and every event."""

import pandas as pd

from csat_core import words
from csat_core.analyses.comparison import Comparison
from csat_core.analyses.trend import Trend
from csat_core.figures.trend import SIGNAL_WORDS
from csat_core.model.amount import NOTHING
from csat_core.model.caveat import Caveat
from csat_core.model.formats import count, period
from csat_core.model.measure import Measure
from csat_core.model.period import Window
from csat_core.words.headings import SCORES, Day, Decimal, Heading, Money, Points, Share, Text, Whole
from csat_core.words.overview import Number
from csat_core.words.trends import name_of, named


def key_numbers(found: Trend, target: float | None) -> tuple[Number, ...]:
    """The latest period, its two comparisons, and the target (0-1) or the baseline; empty without such a period."""
    if found.latest is None:
        return ()
    measure, latest = found.looked.measure, found.latest
    value, low, high = (float(latest[name]) for name in (measure.value, measure.low, measure.high))
    return (
        Number(
            label=f"{name_of(found)}, {named(latest['label']).removeprefix('the 30 days ')}",
            amount=measure.amount(value),
            low=measure.amount(low),
            high=measure.amount(high),
            small=f"{measure.plain(low)} to {measure.plain(high)}{' %' if measure.is_percent else ''}",
            help=f"With the 95 % interval; base {count(latest['base'])}.",
        ),
        _compared(found.previous, measure, "Previous period", "nothing to compare"),
        _compared(found.last_year, measure, "A year before", "no such period"),
        _against(found, value, low, high, target),
    )


def _against(found: Trend, value: float, low: float, high: float, target: float | None) -> Number:
    measure = found.looked.measure
    if target is not None:
        return Number(
            label=f"Target {measure.written(target)}",
            amount=measure.change(value - target),
            small=_reached(low, high, target),
            help="The target against the interval of the latest period.",
        )
    if found.baseline is not None and found.baseline.comparison is not None:
        return _compared(found.baseline.comparison, measure, "Baseline", "")
    return Number(label="Baseline", amount=NOTHING, small="needs 30 days from the first of a month")


def _compared(found: Comparison | None, measure: Measure, name: str, missing: str) -> Number:
    if found is None:
        return Number(label=name, amount=NOTHING, small=missing)
    low, high = found.difference.low, found.difference.high
    return Number(
        label=_on(found.previous, name),
        amount=measure.change(found.difference.value),
        low=measure.change(low),
        high=measure.change(high),
        small=words.VERDICTS[found.verdict],
        help=f"Against {named(found.previous.label)}. 95 % interval of the difference: "
        f"{measure.plain(low)} to {measure.plain(high)}.",
    )


def _on(before: Window, name: str) -> str:
    """Which one it is, short enough for half a phone; windows say it in the help."""
    return name if "/" in before.label else f"On {period(before.label)}"


def _reached(low: float, high: float, target: float) -> str:
    if low > target:
        return "above it, more than chance"
    return "below it, more than chance" if high < target else "may be chance"


def rows(found: Trend) -> pd.DataFrame:
    """The periods anybody was asked in, the last first, with what to know of each."""
    periods = found.periods
    notes = [
        " ".join(
            [
                *(["Not complete yet."] if row["partial"] else []),
                *(["The wording changed within it."] if row["mixed"] else []),
                *([f"{SIGNAL_WORDS[row['signal']].capitalize()}."] if row["signal"] is not None else []),
                *(caveat.words for caveat in row["caveats"]),
            ]
        )
        for row in periods.to_dict("records")
    ]
    frame = periods.assign(note=notes, label=[period(label) for label in periods["label"]])
    asked = [Caveat.EMPTY_BASE not in caveats for caveats in periods["caveats"]]
    return frame[asked].iloc[::-1]


def columns(found: Trend) -> dict[str, Heading]:
    """The columns of the table of periods that say anything."""
    first = {name: SCORES[name] for name in ("share", "low", "high", "base")}
    has_limits = bool(found.periods["limit_low"].notna().any())
    limits = {"limit_low": Share("Usual from"), "limit_high": Share("Usual to")} if has_limits else {}
    rest = {name: heading for name, heading in SCORES.items() if name not in first}
    return {"label": Text("Period"), **first, **limits, "note": Text("Note"), **rest}


def events(found: Trend) -> pd.DataFrame:
    """Every event with the measure before and after it."""
    measure = found.looked.measure
    rows = []
    for effect, worked in zip(found.events, found.money, strict=True):
        difference = effect.comparison.difference if effect.comparison else None
        rows.append(
            {
                "day": effect.event.day,
                "name": effect.event.name,
                "kind": effect.event.kind.words,
                "before": _number(effect.before, measure.value),
                "before_base": _number(effect.before, "base"),
                "after": _number(effect.after, measure.value),
                "after_base": _number(effect.after, "base"),
                "difference": difference.value if difference else float("nan"),
                "low": difference.low if difference else float("nan"),
                "high": difference.high if difference else float("nan"),
                "verdict": words.VERDICTS[effect.comparison.verdict] if effect.comparison else "not compared",
                "saved": worked.saved if worked else float("nan"),
            }
        )
    return pd.DataFrame(rows)


def _number(row: pd.Series | None, name: str) -> float:
    return float("nan") if row is None else float(row[name])


def event_columns(found: Trend) -> dict[str, Heading]:
    """The columns of the table of events."""
    is_percent = found.looked.measure.is_percent
    kind, apart = (Share, Points) if is_percent else (Decimal, Decimal)
    return {
        "day": Day("Day"), "name": Text("Event"), "kind": Text("Kind"), "before": kind("Before"), "before_base": Whole("Base before"),
        "after": kind("After"), "after_base": Whole("Base after"), "difference": apart("Difference"),
        "low": apart("95 % from"), "high": apart("95 % to"), "verdict": Text("Verdict"), "saved": Money("Saved a year"),
    }  # fmt: skip
