"""ROI: what is dissatisfaction costing, and what is a better score worth?"""

import math
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from csat_core.analyses.roi import Return, customers_of, returns
from csat_core.figures.risk import risk_bars
from csat_core.model.caveat import Caveat
from csat_core.model.formats import count, money, money_said, percent, points
from csat_core.model.scenario import BARKTALK, BARKTALK_SURVEYED, Customers, LeavingRates, Provenance, Scenario
from pages.shared import loaders, render, shell, words
from pages.shared.shell import Context

EXAMPLE = "BarkTalk example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the sliders begin with."""

    key: str
    customers: Customers
    moved: float
    """Dissatisfied customers who become satisfied in the proposed scenario."""
    spend: float | None
    spend_from: Provenance
    population: int | None
    """To how many customers the switch scales; None where nobody knows."""
    population_words: str
    caveats: tuple[Caveat, ...] = ()


def main() -> None:
    st.title("What does dissatisfaction cost, and what is a better score worth?", anchor=False)
    context = shell.context_or_none()
    start = _start(context)
    if start is None:
        render.said("There are too few answers here to work out what is at risk. Widen the period or remove a filter.")
        return
    answer = st.container()
    numbers = st.container()
    left, right = st.columns([2, 3], gap="large")
    with left:
        scenario = _controls(start)
    result = returns(scenario, start.caveats)
    with answer:
        render.said(_sentence(result, scenario))
    with numbers:
        _numbers(result, scenario)
    with right:
        _picture(result, scenario)
    _paths(result)
    _table(start, scenario, result)


def _start(context: Context | None) -> Start | None:
    """The example, or the respondents in view; None where they are too few."""
    if context is None:
        return _example()
    choices = [words.literal(context.dataset.name), EXAMPLE]
    with st.container(key="roi-choice"):
        chosen = st.segmented_control(
            "Customers",
            choices,
            default=choices[0],
            required=True,
            key="roi-customers",
            label_visibility="collapsed",
            persist_state="session",
        )
    if chosen == EXAMPLE and choices[0] != EXAMPLE:
        return _example()
    card = loaders.scorecard(context.scope, context.view, context.policy)
    found = customers_of(card)
    if found is None:
        return None
    customers, caveats = found
    coverage = card.coverage
    population = coverage.population if coverage else None
    source = ("asked" if coverage.is_invited else "customers") if coverage else ""
    return Start(
        key=f"{context.dataset.id}:{hash(context.view)}",
        customers=customers,
        moved=float(round(customers.dissatisfied / 10)),
        spend=round(float(card.spend.value), 2) if card.spend.value >= 0 else None,
        spend_from=Provenance.DATA if card.spend.value >= 0 else Provenance.TYPED,
        population=population,
        population_words=f"all {count(population or 0)} {source}",
        caveats=caveats,
    )


def _example() -> Start:
    assert BARKTALK.after is not None
    return Start(
        key="example",
        customers=BARKTALK.before,
        moved=BARKTALK.before.dissatisfied - BARKTALK.after.dissatisfied,
        spend=BARKTALK.spend,
        spend_from=Provenance.GUIDE,
        population=BARKTALK_SURVEYED,
        population_words="the 10,000 surveyed",
    )


def _controls(start: Start) -> Scenario:
    """The scenario that the sliders say."""
    st.subheader("What changes", anchor=False)
    customers = start.customers
    to_satisfied = _slider(start, "Dissatisfied who become satisfied", customers.dissatisfied, start.moved, "ds")
    to_neutral = neutral = 0.0
    if customers.neutral:
        room = customers.dissatisfied - to_satisfied
        to_neutral = min(_slider(start, "Dissatisfied who become neutral", customers.dissatisfied, 0.0, "dn"), room)
        neutral = _slider(start, "Neutral who become satisfied", customers.neutral, 0.0, "ns")
    st.subheader("What a customer is worth", anchor=False)
    spend = st.number_input(
        "Average yearly spend, $",
        min_value=0.0,
        value=start.spend,
        step=10.0,
        format="%.2f",
        key=f"roi:{start.key}:spend",
        placeholder="type an amount to see money",
        persist_state="session",
    )
    leaving = _leaving(start)
    scenario = Scenario(
        before=customers,
        leaving=leaving,
        spend=spend,
        after=customers.moved(
            dissatisfied_to_satisfied=to_satisfied, dissatisfied_to_neutral=to_neutral, neutral_to_satisfied=neutral
        ),
    )
    if start.population and start.population > customers.total:
        scaled = st.toggle(
            f"Scale to {start.population_words}",
            key=f"roi:{start.key}:scale",
            persist_state="session",
            help="Assumes that those who did not answer feel like those who did.",
        )
        if scaled:
            render.quiet("Assumption: those who did not answer feel like those who did.", "scaled")
            scenario = scenario.scaled(start.population / customers.total)
    st.button("Reset", on_click=_reset, args=(start.key,), icon=":material/restart_alt:", type="tertiary")
    return scenario


def _slider(start: Start, label: str, most: float, value: float, name: str) -> float:
    if most <= 0:
        return 0.0
    return float(
        st.slider(label, 0, int(most), int(min(value, most)), key=f"roi:{start.key}:{name}", persist_state="session")
    )


def _leaving(start: Start) -> LeavingRates:
    guide = LeavingRates()
    with st.expander("Who leaves within a year (assumption)", icon=":material/logout:", expanded=False):
        rates = [
            st.slider(
                f"{band.capitalize()}, %",
                0,
                100,
                round(100 * rate),
                key=f"roi:{start.key}:leave:{band}",
                persist_state="session",
            )
            / 100
            for band, rate in zip(("dissatisfied", "neutral", "satisfied"), guide.rates, strict=True)
        ]
        st.caption("The guide's rates: 92 %, 80 % and 0 %. They are not measured from this data.")
    return LeavingRates(dissatisfied=rates[0], neutral=rates[1], satisfied=rates[2])


def _reset(key: str) -> None:
    for name in list(st.session_state):
        if str(name).startswith(f"roi:{key}:"):
            del st.session_state[name]


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
        return f"{lost}{at_risk}. {rise} keeps {count(result.saved_customers)} of them."
    verb = "saves" if result.saved >= 0 else "costs another"
    return f"{lost}{at_risk}. {rise} {verb} {money(abs(result.saved))}."


def _numbers(result: Return, scenario: Scenario) -> None:
    has_money = scenario.spend is not None
    after = result.after
    assert after is not None
    shown = (
        ("At risk now", result.before.at_risk if has_money else result.before.lost, "before"),
        ("At risk after", after.at_risk if has_money else after.lost, "after"),
        (
            "Saved a year" if has_money else "Customers kept",
            result.saved if has_money else result.saved_customers,
            "saved",
        ),
    )
    for place, (label, value, key) in zip(st.columns(3), shown, strict=True):
        with place:
            st.caption(label)
            render.huge((money(value) if abs(value) < 1e6 else money_said(value)) if has_money else count(value), key)


def _picture(result: Return, scenario: Scenario) -> None:
    what = "Revenue at risk in a year" if scenario.spend is not None else "Customers at risk in a year"
    st.subheader(f"{what}, before and after", anchor=False)
    alt = (
        f"{what}: before {count(result.before.lost)} customers, after {count(result.after.lost if result.after else 0)}"
    )
    render.picture(risk_bars(result, scenario.leaving, scenario.spend), "risk", alt)
    render.caveats(result.caveats, "roi")


def _paths(result: Return) -> None:
    """What one point of CSAT is worth depends on who moves."""
    if result.after and not math.isnan(result.value_of_a_point):
        render.strong(f"A point of CSAT is worth {money(result.value_of_a_point)} a year along this change.", "point")
    parts = [
        f"{money(path.value)} when won from {path.moving} customers"
        if path.value == path.value
        else f"{count(path.kept)} customers kept when won from {path.moving} ones"
        for path in result.paths
    ]
    if parts:
        render.quiet(
            f"One point is {count(result.before.customers.total / 100)} customers: {', '.join(parts)}.", "paths"
        )


def _table(start: Start, scenario: Scenario, result: Return) -> None:
    if start.key == "example":
        st.info(
            "The guide prints 170,000 and 44,000 dollars: it rounds 172,000 down. Here everything is computed exactly: "
            "172,000 before, 126,000 after, 46,000 saved.",
            icon=":material/menu_book:",
        )
    rows = [("Before", result.before)] + ([("After", result.after)] if result.after else [])
    frame = pd.DataFrame(
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
    render.table(
        frame,
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


def _method(start: Start, scenario: Scenario, result: Return) -> None:
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
        "roi-method",
    )


main()
