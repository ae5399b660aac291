"""ROI: what is dissatisfaction costing, and what is a better score worth?"""

import math

import pandas as pd
import streamlit as st

from csat_core.analyses.roi import Return, returns
from csat_core.figures.risk import risk_bars
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.formats import count, money, money_said, percent, points
from csat_core.model.scenario import LeavingRates, Provenance, Scenario
from pages.shared import loaders, render, shell
from pages.shared import scenario as scenarios


def main() -> None:
    st.title("What does dissatisfaction cost, and what is a better score worth?", anchor=False)
    context = shell.context_or_none()
    answer = st.container()
    start = scenarios.begin(context)
    if start is None:
        with answer:
            render.said(
                "There are too few answers here to work out what is at risk. Widen the period or remove a filter."
            )
        return
    numbers = render.huge("roi")
    with st.container(key="roi-parts"):
        left, right = st.columns([2, 3], gap="large")
    with left:
        scenario = scenarios.controls(context, start)
    result = returns(scenario, start.caveats)
    with answer:
        render.said(_sentence(result, scenario))
        render.quiet(start.counted)
    with numbers:
        _numbers(result, scenario)
    with right:
        _picture(result, scenario)
    _paths(result)
    _table(start, scenario, result)


def _sentence(result: Return, scenario: Scenario) -> str:
    """The answer: what is at risk, and what the change saves."""
    before, after = result.before, result.after
    lost = f"{count(before.lost)} of {count(before.customers.total)} customers"
    at_risk = (
        f" and {money(before.at_risk)} a year are at risk"
        if scenario.spend is not None
        else " are at risk of leaving within a year"
    )
    if after is None or before.customers == after.customers:
        return f"{lost}{at_risk}. Move a slider to see what a better score is worth."
    rise = f"{'Raising' if after.csat >= before.csat else 'Lowering'} CSAT from {percent(before.csat)} to {percent(after.csat)}"
    if scenario.spend is None:
        kept = _difference(before.lost, after.lost, _decimals(before.lost))
        return f"{lost}{at_risk}. {rise} keeps {kept:,.{_decimals(kept)}f} of them."
    saved = _difference(before.at_risk, after.at_risk)
    verb = "saves" if saved >= 0 else "costs another"
    return f"{lost}{at_risk}. {rise} {verb} {money(abs(saved))}."


def _difference(before: float, after: float, decimals: int = 0) -> float:
    """What two amounts differ by as they stand there, as a reader works it out; downloads are unrounded."""
    return round(round(before, decimals) - round(after, decimals), decimals)


def _decimals(customers: float) -> int:
    """How many decimals customers are shown with: one where they are so few that it matters."""
    return int(abs(customers) < 100 and not customers.is_integer())


def _numbers(result: Return, scenario: Scenario) -> None:
    has_money = scenario.spend is not None
    after = result.after
    assert after is not None
    decimals = 0 if has_money else _decimals(result.before.lost)
    before, later = ((risk.at_risk if has_money else risk.lost) for risk in (result.before, after))
    shown = (
        ("At risk now", before),
        ("At risk after", later),
        ("Saved a year" if has_money else "Customers kept", _difference(before, later, decimals)),
    )
    for label, value in shown:
        customers = f"{value:,.{decimals}f}"
        st.metric(label, (money(value) if abs(value) < 1e6 else money_said(value)) if has_money else customers)


def _picture(result: Return, scenario: Scenario) -> None:
    what = "Revenue at risk in a year" if scenario.spend is not None else "Customers at risk in a year"
    st.subheader(render.together(f"{what}{_moved(result)}"), anchor=False)
    alt = (
        f"{what}: before {count(result.before.lost)} customers, after {count(result.after.lost if result.after else 0)}"
    )
    render.picture(loaders.made(_drawn, scenario, render.theme()), "risk", alt)
    render.caveats(result.caveats)


def _moved(result: Return) -> str:
    """The end of the chart's title: by how much what is at risk changes, the same share of customers and of money."""
    before, after = result.before.lost, result.after.lost if result.after else math.nan
    if not before or math.isnan(after) or before == after:
        return ""
    return f" {'falls' if after < before else 'rises'} by {percent(abs(1 - after / before))}"


def _drawn(scenario: Scenario, theme: str | None) -> Figure:
    return sealed(inked(risk_bars(returns(scenario), scenario.leaving, scenario.spend), theme))


def _paths(result: Return) -> None:
    """What one point of CSAT is worth depends on who moves."""
    if result.after and not math.isnan(result.value_of_a_point):
        render.strong(f"A point of CSAT is worth {money(result.value_of_a_point)} a year along this change.", "point")
    parts = [
        f"{money(path.value)} when won from {path.moving} customers"
        if path.value == path.value
        else f"{_few(path.kept)} customers kept when won from {path.moving} ones"
        for path in result.paths
    ]
    if parts:
        render.quiet(f"One point is {_few(result.before.customers.total / 100)} customers: {', '.join(parts)}.")


def _few(customers: float) -> str:
    """A number of customers, with a decimal where it is small."""
    return f"{customers:.1f}" if customers < 10 else count(customers)


def _table(start: scenarios.Start, scenario: Scenario, result: Return) -> None:
    if start.key == "example":
        st.info(
            "The guide prints 170,000 and 44,000 dollars: it rounds 172,000 down. Here everything is computed exactly: "
            "172,000 before, 126,000 after, 46,000 saved.",
            icon=":material/menu_book:",
        )
    render.table(
        loaders.made(_frame, scenario),
        "roi",
        "revenue-at-risk",
        columns={
            "state": "",
            "dissatisfied": render.Whole("Dissatisfied"),
            "neutral": render.Whole("Neutral"),
            "satisfied": render.Whole("Satisfied"),
            "csat": render.Share("CSAT"),
            "lost": render.Whole("Customers lost"),
            "at_risk": render.Money("Revenue at risk"),
        },
    )
    render.computed("roi", lambda: _method(start, scenario, result))


def _frame(scenario: Scenario) -> pd.DataFrame:
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


def _method(start: scenarios.Start, scenario: Scenario, result: Return) -> None:
    rates = ", ".join(percent(rate, 0) for rate in scenario.leaving.rates)
    spend_from = start.spend_from if scenario.spend == start.spend else Provenance.TYPED
    spend = (
        "no spend is known" if scenario.spend is None else f"a yearly spend of {money(scenario.spend)} ({spend_from})"
    )
    is_guide = scenario.leaving == LeavingRates()
    render.quiet(
        f"Customers lost = customers in each band x its leaving rate ({rates}: {'guide default' if is_guide else 'typed in'}). "
        f"Revenue at risk = customers lost x {spend}. Saved = before minus after. "
        f"Change in CSAT: {points(result.after.csat - result.before.csat) if result.after else 'none'}. "
        "Revenue is not profit, and the respondents stand for themselves only unless scaled.",
    )


shell.show(main)
