"""Words about money: what is at risk, what a better score saves, and what one point is worth."""

import math

import pandas as pd

from csat_core import words
from csat_core.analyses.roi import Return, returns
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.amount import Amount, Unit
from csat_core.model.dataset import Dataset
from csat_core.model.formats import count, days, money, percent
from csat_core.model.scenario import Scenario
from csat_core.model.view import View
from csat_core.words.headings import Heading, Money, Share, Text, Whole
from csat_core.words.overview import Number

TOO_FEW = "There are too few answers here to work out what is at risk. Widen the period or remove a filter."

ANSWERS, CUSTOMERS = "answers", "customers"
"""What is counted: answers stand for customers, who may have given several; the customers of the guide are themselves."""

COLUMNS: dict[str, Heading] = {
    "state": Text(""),
    "dissatisfied": Whole("Dissatisfied"),
    "neutral": Whole("Neutral"),
    "satisfied": Whole("Satisfied"),
    "csat": Share("CSAT"),
    "lost": Whole("Customers lost"),
    "at_risk": Money("Revenue at risk"),
}


def sentence(result: Return, scenario: Scenario, of: str = ANSWERS) -> str:
    """The answer: what is at risk, and what the change saves; `of` says what is counted, ANSWERS or CUSTOMERS."""
    before, after = result.before, result.after
    lost = f"{count(before.lost)} of {count(before.customers.total)} {of}"
    has_money = scenario.spend is not None
    if of == ANSWERS:
        worth = f", worth {money(before.at_risk)} a year" if has_money else " within a year"
        at_risk = f" stand for customers at risk of leaving{worth}"
    else:
        worth = f" and {money(before.at_risk)} a year"
        at_risk = f"{worth} are at risk" if has_money else " are at risk of leaving within a year"
    if after is None or before.customers == after.customers:
        return f"{lost}{at_risk}. Move a slider to see what a better score is worth."
    rise = f"{'Raising' if after.csat >= before.csat else 'Lowering'} CSAT from {percent(before.csat)} to {percent(after.csat)}"
    if scenario.spend is None:
        kept = difference(before.lost, after.lost, decimals(before.lost))
        return f"{lost}{at_risk}. {rise} keeps {kept:,.{decimals(kept)}f} of them."
    saved = difference(before.at_risk, after.at_risk)
    verb = "saves" if saved >= 0 else "costs another"
    return f"{lost}{at_risk}. {rise} {verb} {money(abs(saved))}."


def difference(before: float, after: float, decimals: int = 0) -> float:
    """What two amounts differ by as they stand there, as a reader works it out; downloads are unrounded."""
    return round(round(before, decimals) - round(after, decimals), decimals)


def decimals(customers: float) -> int:
    """How many decimals customers are shown with: one where they are so few that it matters."""
    return int(abs(customers) < 100 and not customers.is_integer())


def counted(card: Scorecard, dataset: Dataset, view: View, *, is_last: bool) -> str:
    """Which answers stand for the customers, in one sentence."""
    dates = words.period_words(dataset, view)
    if is_last and card.last_round is not None:
        when = card.last_round.window
        dates = f"{days(when.start, when.end)}, the last of {card.last_round.of} rounds"
    filters = words.filter_words(dataset, view)
    return f"Counted as customers: the answers to '{card.question.title}', {dates}{filters}. {card.scheme.name}."


def key_numbers(result: Return, scenario: Scenario) -> tuple[Number, ...]:
    """What is at risk now and after, and what the change saves: money, or customers where no spend is known."""
    has_money, after = scenario.spend is not None, result.after or result.before
    digits = 0 if has_money else decimals(result.before.lost)
    before, later = ((risk.at_risk if has_money else risk.lost) for risk in (result.before, after))
    shown = (
        ("At risk now", before),
        ("At risk after", later),
        ("Saved a year" if has_money else "Customers kept", difference(before, later, digits)),
    )
    return tuple(
        Number(label=label, amount=large(value) if has_money else Amount(value=value, decimals=digits), small="")
        for label, value in shown
    )


def large(amount: float) -> Amount:
    """Money to be read from afar: in millions as people say it."""
    return Amount(value=amount, unit=Unit.MONEY if abs(amount) < 1e6 else Unit.MONEY_SAID)


def title(result: Return, scenario: Scenario) -> str:
    """The finding of the chart."""
    return f"{_what(scenario)}{_moved(result)}"


def alt(result: Return, scenario: Scenario) -> str:
    """What the chart shows, for those who cannot see it."""
    after = result.after.lost if result.after else 0
    return f"{_what(scenario)}: before {count(result.before.lost)} customers, after {count(after)}"


def _what(scenario: Scenario) -> str:
    return "Revenue at risk in a year" if scenario.spend is not None else "Customers at risk in a year"


def _moved(result: Return) -> str:
    """The end of the chart's title: by how much what is at risk changes, the same share of customers and of money."""
    before, after = result.before.lost, result.after.lost if result.after else math.nan
    if not before or math.isnan(after) or before == after:
        return ""
    return f" {'falls' if after < before else 'rises'} by {percent(abs(1 - after / before))}"


def worth(result: Return) -> str:
    """What a point of CSAT is worth along the change; empty where that is not known."""
    if result.after is None or math.isnan(result.value_of_a_point):
        return ""
    return f"A point of CSAT is worth {money(result.value_of_a_point)} a year along this change."


def paths(result: Return) -> str:
    """What one point is worth by who moves; empty where nobody can."""
    parts = [
        f"{money(path.value)} when won from {path.moving} customers"
        if path.value == path.value
        else f"{_few(path.kept)} customers kept when won from {path.moving} ones"
        for path in result.paths
    ]
    return f"One point is {_few(result.before.customers.total / 100)} customers: {', '.join(parts)}." if parts else ""


def _few(customers: float) -> str:
    """A number of customers, with a decimal where it is small."""
    return f"{customers:.1f}" if customers < 10 else count(customers)


def rows(scenario: Scenario) -> pd.DataFrame:
    """Customers, score and money before and after."""
    result = returns(scenario)
    rows = [("Before", result.before)] + ([("After", result.after)] if result.after else [])
    return pd.DataFrame(
        {
            "state": [name for name, _ in rows],
            "dissatisfied": [risk.customers.dissatisfied for _, risk in rows],
            "neutral": [risk.customers.neutral for _, risk in rows],
            "satisfied": [risk.customers.satisfied for _, risk in rows],
            "csat": [risk.csat for _, risk in rows],
            "lost": [risk.lost for _, risk in rows],
            "at_risk": [risk.at_risk for _, risk in rows],
        }
    )
