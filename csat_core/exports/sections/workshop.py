"""The workshop as a section: what if we won customers over?"""

from csat_core.analyses.roi import returns
from csat_core.exports.report import Part, Section, Table
from csat_core.exports.sections.roi import risk
from csat_core.exports.source import Shaped, Source
from csat_core.model.report_page import ReportPage
from csat_core.words import roi, workshop

QUESTION = "What if we won customers over?"


def section(source: Source) -> Section:
    """What the page says of the scenario that was played, else of the proposed one."""
    shaped = source.wishes.shaped or _proposed(source)
    if shaped is None:
        return Section(page=ReportPage.WORKSHOP, question=QUESTION, answer=roi.TOO_FEW)
    scenario, result = shaped.scenario, returns(shaped.scenario, shaped.caveats)
    said = (
        workshop.assumed(scenario.leaving, scenario.spend),
        workshop.about(result, shaped.whose, is_typed=shaped.is_typed),
        workshop.beside(result, shaped.industry),
    )
    parts: tuple[Part, ...] = ()
    if result.before.customers.total:
        table = Table(name="Before and after", frame=roi.rows(scenario), columns=roi.COLUMNS)
        parts = (Part(title=roi.title(result, scenario), picture=risk(result, scenario), table=table),)
    return Section(
        page=ReportPage.WORKSHOP,
        question=QUESTION,
        answer=workshop.sentence(result),
        more=tuple(filter(None, said)),
        numbers=workshop.key_numbers(result),
        parts=parts,
    )


def answer(source: Source) -> str:
    """The sentence at its top."""
    shaped = source.wishes.shaped or _proposed(source)
    return roi.TOO_FEW if shaped is None else workshop.sentence(returns(shaped.scenario, shaped.caveats))


def _proposed(source: Source) -> Shaped | None:
    found = source.starting
    if found is None:
        return None
    return Shaped(
        scenario=found.scenario,
        caveats=found.caveats,
        whose=found.counted,
        is_typed=False,
        industry=source.dataset.industry or "",
    )
