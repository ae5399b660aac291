"""Words about a score at a glance: its numbers, the titles of its charts, and its periods and groups as tables."""

from dataclasses import dataclass

import pandas as pd

from csat_core import words
from csat_core.analyses.benchmarks import Gap
from csat_core.analyses.extremes import Extremes
from csat_core.analyses.roi import Return
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.amount import NOTHING, Amount, Unit
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Dataset
from csat_core.model.formats import count, interval, percent, period
from csat_core.store import benchmarks
from csat_core.words import gaps
from csat_core.words.headings import SCORES, Heading, Share, Text, Whole
from csat_core.words.trends import within

SAID = (Caveat.NO_COMPLETE_PREVIOUS_PERIOD, Caveat.NO_DATES, Caveat.DATES_WITHHELD, Caveat.LONGER_PERIODS)
"""What the number for the change and the line under the answer say already."""

PERIODS: dict[str, Heading] = {"label": Text("Period"), **SCORES, "note": Text("Note")}
GROUPS: dict[str, Heading] = {"segment": Text("Segment"), "level": Text("Group"), **SCORES, "note": Text("Note")}
ANSWERS: dict[str, Heading] = {
    "label": Text("Answer"),
    "band": Text("Counted as"),
    "count": Whole("Answers"),
    "share": Share("Share"),
    "low": Share("95 % from"),
    "high": Share("95 % to"),
}
SCHEMES: dict[str, Heading] = {"name": Text("Scheme"), "scheme": Text("Id"), **SCORES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number to be read from afar, with its small print."""

    label: str
    amount: Amount
    small: str
    help: str = ""
    """What a person reads who asks."""
    low: Amount = NOTHING
    """The lower limit of its 95 % interval, where it has one."""
    high: Amount = NOTHING
    beside: tuple[tuple[str, Amount], ...] = ()
    """The numbers of its small print, each with what it is."""

    @property
    def value(self) -> str:
        """As people read it."""
        return self.amount.written


def key_numbers(card: Scorecard, risk: Return | None, gap: Gap) -> tuple[Number, ...]:
    """Score, change, how many answered, what is at risk, how far from the industry."""
    found = [_score(card), _change(card), _coverage(card)]
    if risk is not None:
        found.append(_at_risk(risk))
    if gap.gap.is_defined:
        found.append(_against(gap))
    return tuple(found)


def _score(card: Scorecard) -> Number:
    return Number(
        label=words.measure_of(card),
        amount=_share(card.share.value),
        low=_share(card.share.low),
        high=_share(card.share.high),
        small=interval(card.share.low, card.share.high),
        help="Satisfied answers among all answers, with the 95 % interval.",
    )


def _share(value: float) -> Amount:
    return Amount(value=value, unit=Unit.SHARE)


def _change(card: Scorecard) -> Number:
    if card.change is None:
        more = Caveat.DATES_WITHHELD.words if Caveat.DATES_WITHHELD in card.caveats else ""
        return Number(label="Change", amount=NOTHING, small=_why_no_change(card), help=more)
    difference = card.change.difference
    value, low, high = (
        Amount(value=each, unit=Unit.POINTS) for each in (difference.value, difference.low, difference.high)
    )
    return Number(
        label=f"{period(card.change.current.label)} on {period(card.change.previous.label)}",
        amount=value,
        low=low,
        high=high,
        small=words.VERDICTS[card.change.verdict],
        help=f"95 % interval of the difference: {low.written} to {high.written}.",
    )


def _why_no_change(card: Scorecard) -> str:
    """Why nothing is compared, in a few words."""
    if Caveat.NO_DATES in card.caveats:
        return "no dates"
    if Caveat.DATES_WITHHELD in card.caveats:
        return "periods are not shown"
    if Caveat.BROKEN_TREND in card.caveats:
        return "the wording changed"
    complete = (~card.periods["partial"].astype(bool)).sum()
    return "too few answers a period" if complete >= 2 else "needs two full periods"


def _coverage(card: Scorecard) -> Number:
    found = card.coverage
    if found is None:
        skipped = card.non_answers
        silent = skipped.blank + skipped.not_applicable + skipped.dont_know + skipped.not_asked
        small = f"{count(silent)} without an answer"
        return Number(
            label="Answers",
            amount=Amount(value=float(card.headline["base"])),
            small=small,
            beside=(("Without an answer", Amount(value=float(silent))),),
        )
    return Number(
        label="Response rate" if found.is_invited else "Customers who answered",
        amount=_share(found.rate.value),
        small=f"{count(found.answered)} of {count(found.population)}",
        beside=(
            ("Answered", Amount(value=float(found.answered))),
            ("Invited" if found.is_invited else "Customers", Amount(value=float(found.population))),
        ),
        help=f"If all {count(found.population - found.answered)} silent ones were dissatisfied the score would be "
        f"{percent(found.worst)}, if all were satisfied {percent(found.best)}.",
    )


def _at_risk(risk: Return) -> Number:
    has_money, lost = risk.before.at_risk == risk.before.at_risk, Amount(value=risk.before.lost)
    worth = (
        "x average revenue. The rates are an assumption; each answer stands for a customer."
        if has_money
        else "; no revenue is known, so no money. Each answer stands for a customer."
    )
    return Number(
        label="Revenue at risk a year" if has_money else "Answers at risk",
        amount=Amount(value=risk.before.at_risk, unit=Unit.MONEY_SAID) if has_money else lost,
        small=f"{count(risk.before.lost)} answers, assumed" if has_money else "in a year, assumed",
        beside=(("Answers at risk", lost),) if has_money else (),
        help=f"Answers{' of the last round' * (Caveat.LAST_ROUND in risk.caveats)} in each band x the guide's leaving "
        f"rates (92 %, 80 %, 0 %) {worth}",
    )


def _against(gap: Gap) -> Number:
    """The gap to the industry, in index points: never the satisfied share against an index."""
    its = gap.benchmark
    value, low, high = (
        Amount(value=each, unit=Unit.INDEX_POINTS) for each in (gap.gap.value, gap.gap.low, gap.gap.high)
    )
    return Number(
        label="Index against industry" if its != benchmarks.national() else "Index against national",
        amount=value,
        low=low,
        high=high,
        small=gaps.verdict(gap),
        help=f"The index is the average of all answers on 0 to 100. Ours of {its.metric.written(gap.ours.value)} minus {its.metric.written(its.value)} "
        f"({its.name}, ACSI {its.year}); 95 % interval {gaps.interval(gap)}. {gaps.reasons(gap)}",
    )


def trend_title(card: Scorecard) -> str:
    """The finding of the chart of periods."""
    shown = card.periods[~card.periods["hidden"] & ~card.periods["partial"]]
    if len(shown) < 2:
        return "Score by period"
    shares, labels = [float(share) for share in shown["share"]], [str(label) for label in shown["label"]]
    lowest, highest = shares.index(min(shares)), shares.index(max(shares))
    if shares[lowest] == shares[highest]:
        return f"The same score in every period ({percent(shares[lowest])})"
    ends = (f"{within(labels[at])} ({percent(shares[at])})" for at in (lowest, highest))
    return "Lowest {}, highest {}".format(*ends)


def answers_title(card: Scorecard) -> str:
    """The finding of the distribution; of two answers the sentence has said the better one."""
    if len(card.distribution) == 2:
        return f"{percent(1 - card.share.value)} are not satisfied"
    return f"{percent(card.headline['top_box'])} gave the best answer"


def has_trend(card: Scorecard) -> bool:
    """Whether there are two periods to draw."""
    return len(card.periods) > 0 and int((~card.periods["hidden"].astype(bool)).sum()) > 1


def periods(card: Scorecard) -> pd.DataFrame:
    """The periods anybody was asked in, the last first, with what to know of each."""
    rows = card.periods
    notes = [
        "Not complete yet. " * partial + _plain(c) for partial, c in zip(rows["partial"], rows["caveats"], strict=True)
    ]
    frame = rows.assign(note=notes, label=[period(label) for label in rows["label"]])
    asked = [Caveat.EMPTY_BASE not in caveats for caveats in rows["caveats"]]
    return frame[asked].iloc[::-1]


def groups(extremes: Extremes, dataset: Dataset) -> pd.DataFrame:
    """Every level of every segment, the lowest score first."""
    found = extremes.table
    return found.assign(
        segment=[dataset.column(s).title for s in found["segment"]],
        level=[words.level(v) for v in found["level"]],
        note=[_plain(c) for c in found["caveats"]] if len(found) else [],
    ).sort_values("share", na_position="last")


def _plain(caveats: tuple[Caveat, ...]) -> str:
    return " ".join(caveat.words for caveat in caveats)
