"""The journey as a section: where satisfaction is lost, and whether waiting goes with it."""

from csat_core import words
from csat_core.analyses.journey import Journey, journey, proposed_stages
from csat_core.analyses.metric_bands import MetricBands, metric_bands, proposed_metric
from csat_core.exports.report import Part, Picture, Section, Table
from csat_core.exports.sections import charts
from csat_core.exports.source import Banded, Source
from csat_core.figures import journey as figures
from csat_core.model.report_page import ReportPage
from csat_core.model.scope import OutOfScopeError
from csat_core.words import journey as said
from csat_core.words import waits
from csat_core.words.headings import Share

QUESTION = "Where in the journey do customers lose satisfaction?"
NO_STAGES = "Nothing in this data names the stage of the journey that an answer is about."


def section(source: Source) -> Section:
    """What the journey page says."""
    found = _found(source)
    if found is None:
        return Section(page=ReportPage.JOURNEY, question=QUESTION, answer=NO_STAGES, parts=_waiting(source))
    moved = said.change(found)
    return Section(
        page=ReportPage.JOURNEY,
        question=QUESTION,
        answer=said.answer(found),
        more=(*((moved,) if moved else ()), said.asked(found, source.dataset, source.view)),
        parts=(*_stages(found), *_waiting(source)),
        caveats=tuple(caveat.words for caveat in dict.fromkeys(found.caveats)),
    )


def answer(source: Source) -> str:
    """The sentence at its top."""
    found = _found(source)
    return NO_STAGES if found is None else said.answer(found)


def _found(source: Source) -> Journey | None:
    column = source.wishes.stages or proposed_stages(source.dataset)
    if column is None or not source.may_divide(column):
        return None
    return journey(source.engine, source.dataset, source.view, source.policy, column)


def _stages(found: Journey) -> tuple[Part, ...]:
    if not len(found.table):
        return ()
    measure, rows = words.measure_of(found), said.rows(found)
    picture = Picture(
        figure=figures.stages(found, measure),
        alt=f"{measure} of each stage with its 95 % interval",
        chart=charts.ranked(
            rows["stage"], found.table, measure, Share(f"{measure}, % satisfied"), charts.tones(found.table["verdict"])
        ),
        note=said.legend(found),
    )
    table = Table(name="Stages", frame=rows, columns=said.columns(found))
    return (Part(title=said.title(found), picture=picture, table=table),)


def _waiting(source: Source) -> tuple[Part, ...]:
    wish = source.wishes.banded or Banded(metric=proposed_metric(source.dataset))
    if wish.metric is None:
        return ()
    metric = wish.metric
    try:
        found = metric_bands(source.engine, source.dataset, source.view, source.policy, metric, wish.cuts)
    except OutOfScopeError:  # a guarded scope holds other bands, or none
        return ()
    measure = words.measure_of(found)
    lines = [waits.answer(found, measure)]
    if found.met and found.met[0].within.is_defined:
        lines.append(waits.expected(found.met[0], measure))
    if not found.table["band"].notna().any():
        return (Part(title=waits.question(metric), lines=tuple(lines)),)
    table = Table(name="Bands", frame=waits.rows(found), columns=waits.columns(found))
    part = Part(title=waits.question(metric), lines=tuple(lines), picture=_bands(found, measure), table=table)
    return (part,)


def _bands(found: MetricBands, measure: str) -> Picture:
    known = found.table[found.table["band"].notna()]
    return Picture(
        figure=figures.bands(found, measure),
        alt=f"{measure} by band, from low to high, with its 95 % interval",
        chart=charts.ranked(
            known["band"], known, measure, Share(f"{measure}, % satisfied"), charts.tones(known["verdict"])
        ),
        note="From low to high. Orange, pointing down: below the others beyond chance; blue, pointing up: above them.",
    )
