"""The workshop in words: what would happen if customers were won over, in one sentence and three numbers."""

import math

from csat_core.analyses.benchmarks import Gap, unlike_share
from csat_core.analyses.roi import Return
from csat_core.model.amount import Amount, Unit
from csat_core.model.benchmark import Metric
from csat_core.model.caveat import Caveat
from csat_core.model.formats import count, money, percent
from csat_core.model.scenario import Customers, LeavingRates
from csat_core.stats.proportions import wilson
from csat_core.store import benchmarks
from csat_core.words.overview import Number
from csat_core.words.roi import decimals, difference, large

NOW = "Now"
NOBODY = "There are no customers yet. Type how many are dissatisfied, neutral and satisfied."


def sentence(result: Return) -> str:
    """What would happen if the customers who are moved were won over."""
    before, after = result.before, result.after
    if not before.customers.total:
        return NOBODY
    moved = _moved(before.customers, after.customers) if after else ""
    if after is None or not moved:
        leave = f"{_customers(before.lost)} of {count(before.customers.total)} customers leave within a year"
        money_too = f", and {money(before.at_risk)} a year with them" if _is_known(before.at_risk) else ""
        return f"If nothing changes, {leave}{money_too}. Move a slider to win some over."
    csat = f"CSAT would go from {percent(before.csat)} to {percent(after.csat)}"
    return f"If {moved} were won over, {_saved(result)}: {csat}."


def _moved(before: Customers, after: Customers) -> str:
    """`100 of 200 dissatisfied customers`; empty where nobody moves."""
    bands = (("dissatisfied", before.dissatisfied, after.dissatisfied), ("neutral", before.neutral, after.neutral))
    parts = [f"{count(was - now)} of {count(was)} {band}" for band, was, now in bands if was > now]
    return f"{' and '.join(parts)} customers" if parts else ""


def _saved(result: Return) -> str:
    """What becomes of customers and money."""
    after = result.after
    assert after is not None
    kept = difference(result.before.lost, after.lost, decimals(result.before.lost))
    fewer = f"{_customers(abs(kept))} {'fewer' if kept >= 0 else 'more'} would leave in a year"
    if not _is_known(result.saved):
        return fewer
    saved = difference(result.before.at_risk, after.at_risk)
    return f"{fewer} and {money(abs(saved))} {'would be saved' if saved >= 0 else 'more would be at risk'}"


def key_numbers(result: Return) -> tuple[Number, ...]:
    """Customers lost, revenue at risk and what the change saves; customers kept and CSAT where no spend is known."""
    before, after = result.before, result.after or result.before
    digits = decimals(before.lost)
    lost = Number(
        label="Customers lost",
        amount=Amount(value=after.lost, decimals=digits),
        small=f"now {_written(before.lost, digits)}",
        beside=((NOW, Amount(value=before.lost, decimals=digits)),),
    )
    if not _is_known(before.at_risk):
        kept = difference(before.lost, after.lost, digits)
        return (
            lost,
            Number(label="Customers kept", amount=Amount(value=kept, decimals=digits), small="by the change"),
            Number(
                label="CSAT",
                amount=Amount(value=after.csat, unit=Unit.SHARE),
                small=f"now {percent(before.csat)}",
                beside=((NOW, Amount(value=before.csat, unit=Unit.SHARE)),),
            ),
        )
    now, point = large(before.at_risk), large(result.value_of_a_point)
    return (
        lost,
        Number(label="Revenue at risk", amount=large(after.at_risk), small=f"now {now.written}", beside=((NOW, now),)),
        Number(
            label="The change saves",
            amount=large(difference(before.at_risk, after.at_risk)),
            small=f"{point.written} a point" if _is_known(point.value) else "no point won",
            beside=(("A point of CSAT", point),) if _is_known(point.value) else (),
        ),
    )


def beside(result: Return, industry: str) -> str:
    """CSAT beside the index of `industry`, empty for the national score, with what is wrong about it."""
    customers = (result.after or result.before).customers
    theirs = benchmarks.industry_of(industry or None)
    share = wilson(round(customers.satisfied), round(customers.total))
    name = "the national score" if theirs == benchmarks.national() else theirs.name
    return against(result, unlike_share(share, theirs), name)


def against(result: Return, gap: Gap, theirs: str) -> str:
    """CSAT beside the index of an industry, which is no fair comparison, and what would make it one."""
    its, after = gap.benchmark, result.after or result.before
    if math.isnan(after.csat):
        return ""
    return (
        f"{theirs[:1].upper()}{theirs[1:]} has an index of {Metric.INDEX.written(its.value)} (ACSI {its.year}), this would be a CSAT of "
        f"{percent(after.csat)}. {Caveat.BENCHMARK_SHARE_AGAINST_INDEX.words} Fair would be the mean of all answers on 0 to 100."
    )


def assumed(leaving: LeavingRates, spend: float | None) -> str:
    """What is assumed, on one line."""
    rates = ", ".join(
        f"{percent(rate, 0)} of the {band}"
        for band, rate in zip(("dissatisfied", "neutral", "satisfied"), leaving.rates, strict=True)
    )
    guide = " (the guide's rates)" if leaving == LeavingRates() else ""
    worth = "no spend is known, so no money" if spend is None else f"{money(spend)} a customer and year"
    return f"Assumed: {rates} leave within a year{guide}; {worth}."


def about(result: Return, whose: str, *, is_typed: bool) -> str:
    """Whose customers these are and what to keep in mind of them; of typed ones only that they are."""
    if is_typed:
        return f"Typed in: {count(result.before.customers.total)} customers."
    said = [caveat.words for caveat in dict.fromkeys(result.caveats) if caveat not in SAID]
    return " ".join((whose, *said))


SAID = (Caveat.GUIDE_RATES, Caveat.NO_SPEND, Caveat.LAST_ROUND)
"""What `assumed` and the words on whose customers they are say already."""


def _is_known(value: float) -> bool:
    return not math.isnan(value)


def _customers(number: float) -> str:
    return _written(number, decimals(number))


def _written(number: float, digits: int) -> str:
    return f"{number:,.{digits}f}"
