"""Revenue at risk as a section: what does dissatisfaction cost, and what is a better score worth?"""

from csat_core.analyses.roi import Return, returns
from csat_core.exports.report import Part, Picture, Section, Series, Table
from csat_core.exports.sections import charts
from csat_core.exports.source import Source
from csat_core.figures.risk import BANDS, risk_bars
from csat_core.model.report_page import ReportPage
from csat_core.model.scenario import Scenario
from csat_core.words import roi
from csat_core.words.headings import Money, Whole

QUESTION = "What does dissatisfaction cost, and what is a better score worth?"


def section(source: Source) -> Section:
    """What the page says of the scenario that was played, else of the proposed one."""
    played = source.wishes.played or source.starting
    if played is None:
        return Section(page=ReportPage.ROI, question=QUESTION, answer=roi.TOO_FEW)
    scenario, result = played.scenario, returns(played.scenario, played.caveats)
    table = Table(name="Revenue at risk", frame=roi.rows(scenario), columns=roi.COLUMNS)
    worth, paths = roi.worth(result), roi.paths(result)
    return Section(
        page=ReportPage.ROI,
        question=QUESTION,
        answer=roi.sentence(result, scenario, played.of),
        more=(played.counted,),
        numbers=roi.key_numbers(result, scenario),
        parts=(
            Part(
                title=roi.title(result, scenario),
                picture=risk(result, scenario),
                lines=tuple(said for said in (worth, paths) if said),
                table=table,
            ),
        ),
        caveats=tuple(caveat.words for caveat in dict.fromkeys(result.caveats)),
    )


def answer(source: Source) -> str:
    """The sentence at its top."""
    played = source.wishes.played or source.starting
    return (
        roi.TOO_FEW
        if played is None
        else roi.sentence(returns(played.scenario, played.caveats), played.scenario, played.of)
    )


def risk(result: Return, scenario: Scenario) -> Picture:
    """What each band puts at risk, before and after."""
    return Picture(
        figure=risk_bars(result, scenario.leaving, scenario.spend),
        alt=roi.alt(result, scenario),
        chart=charts.parts(_states(result), _bands(result, scenario), _kind(scenario)),
        note="Customers in each band times the rate at which they leave (an assumption), times what each spends in a year.",
    )


def _states(result: Return) -> tuple[str, ...]:
    return ("Before", "After") if result.after else ("Before",)


def _kind(scenario: Scenario) -> Money | Whole:
    return Whole("Customers at risk in a year") if scenario.spend is None else Money("Revenue at risk in a year")


def _bands(result: Return, scenario: Scenario) -> tuple[Series, ...]:
    """What each band puts at risk before and after; bands that put nothing at risk are left out."""
    worth = 1.0 if scenario.spend is None else scenario.spend
    states = [result.before] + ([result.after] if result.after else [])
    found = []
    for at, (band, _) in enumerate(BANDS):
        values = tuple(state.customers.counts[at] * scenario.leaving.rates[at] * worth for state in states)
        if any(values):
            found.append(Series(name=band, values=values, tones=(band,) * len(values)))
    return tuple(found)
