"""Words about a trend: the sentence of the page, of each event, and of the levels of a segment."""

import math
from datetime import date

import pandas as pd

from csat_core import words
from csat_core.analyses.comparison import Comparison
from csat_core.analyses.happenings import Effect, Missing
from csat_core.analyses.mentions import Mentions
from csat_core.analyses.roi import Return
from csat_core.analyses.trend import Trend
from csat_core.figures.trend import SIGNAL_WORDS
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset
from csat_core.model.formats import count, day, days, is_day, money, period
from csat_core.model.measure import Measure
from csat_core.stats.proportions import Verdict

OTHER_REASONS = "A difference in time has other reasons too: other things changed meanwhile."
_MISSING = {
    Missing.NO_DAYS: "there are no days in view",
    Missing.BEFORE_VIEW: "it lies before the days in view",
    Missing.AFTER_VIEW: "it lies after the days in view",
    Missing.NOTHING_BEFORE: "there are no days before it in view",
}


def name_of(found: Trend) -> str:
    """What the measure is called."""
    return words.measure_of(found) if found.looked.measure is Measure.SHARE else found.looked.measure.words


def undated(dataset: Dataset) -> str:
    """Why there is nothing to say of a dataset that tells no days."""
    if dataset.withholds_days:
        return Caveat.DATES_WITHHELD.words
    return Caveat.NO_DATES.words


def sentence(found: Trend) -> str:
    """The answer of the page: the latest complete period against the one before, what is unusual, the strongest event."""
    if Caveat.NO_DATES in found.caveats:
        return "The file has no dates, so nothing can be said about change."
    if Caveat.DATES_WITHHELD in found.caveats:
        return Caveat.DATES_WITHHELD.words
    if found.latest is None:
        return "No complete period has enough answers yet to say whether satisfaction is moving."
    measure = found.looked.measure
    said = f"{name_of(found)} was {measure.written(found.latest[measure.value])} {within(found.latest['label'])}"
    nearest = found.previous or found.last_year
    said += f": {_against(nearest, measure)}" if nearest else ""
    longer = _longer(found)
    said += f"; {longer}" if longer else ""
    said += f"{'; ' if nearest else ', '}{SIGNAL_WORDS[found.signal]}" if found.signal is not None else ""
    strongest = found.strongest
    return f"{said}. {event_sentence(strongest, found)}" if strongest else f"{said}."


def more(found: Trend) -> str:
    """What else is known of the latest period: the year before, and that it is as usual; empty where nothing is."""
    if found.latest is None:
        return ""
    parts = [_against(found.last_year, found.looked.measure)] if found.previous and found.last_year else []
    parts = [part for part in parts if part != _longer(found)]
    parts += ["within its usual range"] if found.has_limits and found.signal is None else []
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}." if said else ""


def _longer(found: Trend) -> str:
    """That a year or the time since the baseline brought a change, where the periods side by side do not show one; else empty."""
    moved, measure = (Verdict.UP, Verdict.DOWN), found.looked.measure
    nearest = found.previous or found.last_year
    if nearest is None or nearest.verdict in moved:
        return ""
    if found.last_year and found.last_year.verdict in moved:
        return _against(found.last_year, measure)
    comparison = found.baseline.comparison if found.baseline else None
    return _against(comparison, measure, "the baseline") if comparison and comparison.verdict in moved else ""


def named(label: str) -> str:
    """A period within a sentence; a rolling window by its last day."""
    if "/" not in label:
        return period(label)
    start, end = (date.fromisoformat(part) for part in label.split("/"))
    return f"the {(end - start).days + 1} days to {day(end)}"


def within(label: str) -> str:
    """When, within a sentence: `in Mar 2026`, `on 9 Mar 2026`, `in the 30 days to 9 Mar 2026`."""
    return f"{'on' if is_day(label) else 'in'} {named(label)}"


def _against(comparison: Comparison, measure: Measure, name: str = "") -> str:
    before, size = name or named(comparison.previous.label), measure.size(comparison.difference.value)
    direction = "up" if comparison.difference.value >= 0 else "down"
    match comparison.verdict:
        case Verdict.UP | Verdict.DOWN:
            return f"{direction} {size} on {before}, more than chance"
        case Verdict.TOO_SMALL:
            return f"{direction} {size} on {before}, real but too small to matter"
        case Verdict.NO_CHANGE:
            return f"no change that matters on {before}"
        case _:
            return f"{direction} {size} on {before}, which may be chance"


def event_sentence(effect: Effect, found: Trend, of: str = "") -> str:
    """What can be said of an event: `Since 'Live chat mended' (1 Jun 2026) CSAT rose 10.0 points (5.9 to 14.0).`

    `of` names the level it is said of.
    """
    event, measure = effect.event, found.looked.measure
    name, head = f"{name_of(found)}{of}", _since(effect, found)
    if event.is_break:
        return f"{head} the wording or the scale is another one: scores before and after are not compared."
    comparison = effect.comparison
    if effect.missing:
        return f"{head} nothing is compared: {_MISSING[effect.missing]}."
    if comparison is None:
        return f"{head} too few answers lie on one side to compare {name}."
    low, high = comparison.difference.low, comparison.difference.high
    size = measure.size(comparison.difference.value)
    match comparison.verdict:
        case Verdict.UP:
            return f"{head} {name} rose {size} ({measure.plain(low)} to {measure.plain(high)})."
        case Verdict.DOWN:
            return f"{head} {name} fell {size} ({measure.plain(-high)} to {measure.plain(-low)})."
        case Verdict.TOO_SMALL:
            return f"{head} {name} differs by {size}: real, but too small to matter."
        case Verdict.NO_CHANGE:
            return f"{head} {name} did not change in a way that matters."
        case _ if math.isnan(low):
            return f"{head} one cannot tell whether {name} moved: the answers on either side are all equal."
        case _:
            limits = measure.limits(low, high)
            return f"{head} one cannot tell whether {name} moved (95 % interval of the difference: {limits})."


def _since(effect: Effect, found: Trend) -> str:
    """When: since the event where the days after it reach to the latest ones, else in so many weeks after it."""
    event, window = effect.event, effect.after_window
    name = words.shortened(event.name)
    if event.until is not None:
        return f"During '{name}' ({days(event.day, event.until)})"
    named = f"'{name}' ({day(event.day)})"
    if window is None or found.periods.empty or window.end >= found.periods["end"].iloc[-1]:
        return f"Since {named}"
    size = f"{window.days // 7} weeks" if window.days >= 14 and window.days % 7 == 0 else f"{window.days} days"
    return f"In the {size} after {named}" if window.days > 1 else f"On the day of {named}"


def windows(effect: Effect, found: Trend) -> str:
    """Which days are compared, and how many answers each side has; empty where nothing is."""
    if effect.before is None or effect.after is None or effect.before_window is None or effect.after_window is None:
        return ""
    sides = [
        f"{days(window.start, window.end)}: {_side(row, found.looked.measure)}"
        for window, row in ((effect.before_window, effect.before), (effect.after_window, effect.after))
    ]
    return f"Before, {sides[0]}. After, {sides[1]}."


def _side(row: pd.Series, measure: Measure) -> str:
    if Caveat.EMPTY_BASE in row["caveats"]:
        return "no answers"
    if row["hidden"]:
        return "hidden, too few answers"
    return f"{measure.written(row[measure.value])} of {count(row['base'])}"


def money_sentence(worked: Return | None, effect: Effect) -> str:
    """What the change is worth, said as the assumption it is; empty where there is no money or nothing moved."""
    if worked is None or worked.after is None or not effect.is_told or math.isnan(worked.saved):
        return ""
    change = "saved" if worked.saved >= 0 else "more at risk"
    return (
        f"Revenue at risk {money(worked.before.at_risk)} → {money(worked.after.at_risk)}: "
        f"{money(abs(worked.saved))} a year {change}, on the {count(worked.before.customers.total)} answers "
        "before, each counted as a customer. Assumption: the guide's leaving rates and the average revenue of those who answered in the two windows."
    )


def mention_sentence(found: Mentions) -> str:
    """How many spoke of it: `'chat' is in the comments of 147 of 200 dissatisfied before and of 17 of 100 after.`"""
    return (
        f"'{words.shortened(found.word)}' is in the comments of {count(found.before)} of {count(found.before_of)} "
        f"dissatisfied customers before and of {count(found.after)} of {count(found.after_of)} after."
    )


def levels_title(found: Trend) -> str:
    """What the small pictures show: the level that an event moved most, or that none stands out."""
    moved = found.strongest_level
    if moved is not None and moved.strongest is not None:
        return event_sentence(moved.strongest, found, f" of {words.shortened(words.level(moved.level), 40)}")
    if any(effect.comparison is not None for level in found.levels for effect in level.effects):
        return "No group moved with an event beyond chance, so many being looked at."
    return "Each group on its own"


def chart_title(found: Trend) -> str:
    """The finding of the main chart, in words of our own: how many periods it marks, and where the line stands."""
    measure, periods = found.looked.measure, found.periods
    if periods.empty:
        return "By period"
    kept = periods[~(periods["hidden"] | periods["partial"] | periods["mixed"]).astype(bool)]
    kept = kept[kept[measure.value].notna()]
    if len(kept) < 2:
        return "By period"
    values, labels = [float(value) for value in kept[measure.value]], [str(label) for label in kept["label"]]
    lowest, highest = values.index(min(values)), values.index(max(values))
    if values[lowest] == values[highest]:
        return f"The same in every period ({measure.written(values[lowest])})"
    unusual = _unusual(found)
    spread = f"Lowest {within(labels[lowest])} ({measure.written(values[lowest])}), "
    if labels[-1] not in (labels[lowest], labels[highest]):
        spread += f"now {measure.written(values[-1])}"
    elif not unusual:
        spread += f"highest {within(labels[highest])} ({measure.written(values[highest])})"
    else:
        spread = f"Now at the {'lowest' if labels[-1] == labels[lowest] else 'highest'}, {measure.written(values[-1])}"
    return f"{spread}; {unusual}" if unusual else spread


def _unusual(found: Trend) -> str:
    """How many periods carry a mark, and how many of them lie beyond their range; empty without any."""
    signals = [signal for signal in found.periods["signal"] if signal is not None]
    beyond, many = sum(signal.is_beyond for signal in signals), len(signals)
    if not many or found.looked.rolling:
        return ""
    if beyond == many:
        return f"{_many(many)} beyond the usual range"
    if not beyond:
        return f"{_many(many)} in a run or a drift"
    return f"{many} unusual periods, {'one' if beyond == 1 else beyond} beyond the usual range"


def _many(periods: int) -> str:
    return "one period" if periods == 1 else f"{periods} periods"
