"""ROI: what is dissatisfaction costing, and what is a better score worth?"""

import streamlit as st

from csat_core.analyses.roi import Return, returns
from csat_core.exports.source import Played, Wishes
from csat_core.figures.risk import risk_bars
from csat_core.figures.style import Figure, inked, sealed
from csat_core.model.formats import money, percent, points
from csat_core.model.report_page import ReportPage
from csat_core.model.scenario import LeavingRates, Provenance, Scenario
from csat_core.words import roi as roi_words
from pages.shared import loaders, render, shell, take
from pages.shared import scenario as scenarios


def main() -> None:
    shell.title("What does dissatisfaction cost, and what is a better score worth?")
    context = shell.context_or_none()
    answer = render.answer()
    start = scenarios.begin(context)
    if start is None:
        render.said(roi_words.TOO_FEW, answer)
        return
    numbers = render.huge("roi")
    with st.container(key="roi-parts"):
        left, right = st.columns([2, 3], gap="large")
    with left:
        scenario = scenarios.controls(context, start)
    result = returns(scenario, start.caveats)
    with answer:
        render.said(roi_words.sentence(result, scenario, start.of(scenario)), answer)
        render.quiet(start.counted)
    with numbers:
        _numbers(result, scenario)
    with right:
        _picture(result, scenario)
    _paths(result)
    _table(start, scenario, result)
    if context is not None:
        played = Played(scenario=scenario, caveats=start.caveats, counted=start.counted, of=start.of(scenario))
        take.control(context, ReportPage.ROI, Wishes(played=played))


def _numbers(result: Return, scenario: Scenario) -> None:
    for number in roi_words.key_numbers(result, scenario):
        st.metric(number.label, number.value)


def _picture(result: Return, scenario: Scenario) -> None:
    st.subheader(render.together(roi_words.title(result, scenario)), anchor=False)
    alt = roi_words.alt(result, scenario)
    render.picture(loaders.made(_drawn, scenario, render.theme()), "risk", alt)


def _drawn(scenario: Scenario, theme: str | None) -> Figure:
    return sealed(inked(risk_bars(returns(scenario), scenario.leaving, scenario.spend), theme))


def _paths(result: Return) -> None:
    """What one point of CSAT is worth depends on who moves; and what to keep in mind."""
    cautions = "  ".join(caveat.words for caveat in dict.fromkeys(result.caveats))
    said = [part for part in (roi_words.worth(result), roi_words.paths(result), cautions) if part]
    if said:
        render.quiet("\n\n".join(said))


def _table(start: scenarios.Start, scenario: Scenario, result: Return) -> None:
    if start.key == "example":
        st.info(
            "The guide prints 170,000 and 44,000 dollars: it rounds 172,000 down. Here everything is computed exactly: "
            "172,000 before, 126,000 after, 46,000 saved.",
            icon=":material/menu_book:",
        )
    rows = loaders.made(roi_words.rows, scenario)
    render.numbers_behind(
        "roi",
        lambda: render.table(rows, "roi", "revenue-at-risk", columns=roi_words.COLUMNS),
        lambda: _method(start, scenario, result),
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
