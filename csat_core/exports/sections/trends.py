"""The trends as a section: is satisfaction moving, and what happened when it moved?"""

from csat_core.analyses.happenings import Effect
from csat_core.analyses.roi import Return
from csat_core.analyses.trend import Trend
from csat_core.exports.report import Part, Picture, Section, Table
from csat_core.exports.sections import charts
from csat_core.exports.source import Source
from csat_core.figures.trend import Beside, trend
from csat_core.model.caveat import Caveat
from csat_core.model.measure import Measure
from csat_core.model.report_page import ReportPage
from csat_core.words import trend_tables, trends
from csat_core.words.headings import Decimal, Heading, Share, Tenth

QUESTION = "Is satisfaction moving?"
MOST_EVENTS = 6


def section(source: Source) -> Section:
    """What the trends page says."""
    if not source.dataset.has_days:
        return Section(page=ReportPage.TRENDS, question=QUESTION, answer=trends.undated(source.dataset))
    found = source.trend
    more = trends.more(found)
    caveats = [caveat for caveat in found.caveats if caveat not in (Caveat.LONGER_PERIODS, Caveat.DATES_WITHHELD)]
    return Section(
        page=ReportPage.TRENDS,
        question=QUESTION,
        answer=answer(source),
        more=(more,) if more else (),
        numbers=trend_tables.key_numbers(found, source.moving.target if _is_share(found) else None),
        parts=(*_periods(source, found), *_events(found)),
        caveats=tuple(caveat.words for caveat in dict.fromkeys(caveats)),
    )


def answer(source: Source) -> str:
    """The sentence at its top."""
    return trends.sentence(source.trend) if source.dataset.has_days else trends.undated(source.dataset)


def _is_share(found: Trend) -> bool:
    return found.looked.measure is Measure.SHARE


def _periods(source: Source, found: Trend) -> tuple[Part, ...]:
    if found.periods.empty:
        return ()
    measure, name = found.looked.measure, trends.name_of(found)
    beside = Beside(
        events=source.dataset.events,
        target=source.moving.target if _is_share(found) else None,
        baseline=found.baseline.value if found.baseline else None,
        limits=source.moving.limits,
    )
    picture = Picture(
        figure=trend(found.periods, name, 380, drawn=measure, beside=beside),
        alt=f"{name} in time with its 95 % interval",
        chart=charts.along(
            found.periods, name, value=measure.value, low=measure.low, high=measure.high, kind=_kind(measure, name)
        ),
        note="Band: 95 % interval; bars: answers; hollow: not complete. Grey steps: where periods usually lie; "
        "triangles: the unusual, full where beyond it, open in a run or a drift. The axis is zoomed.",
    )
    table = Table(name="Trend", frame=trend_tables.rows(found), columns=trend_tables.columns(found))
    return (Part(title=trends.chart_title(found), picture=picture, table=table),)


def _kind(measure: Measure, name: str) -> Heading:
    if measure.is_percent:
        return Share(f"{name}, %")
    return Decimal(name) if measure is Measure.MEAN else Tenth(name)


def _events(found: Trend) -> tuple[Part, ...]:
    if not found.events:
        return ()
    pairs = [pair for pair in zip(found.events, found.money, strict=True) if pair[0].is_in_view][::-1]
    lines = tuple(_event(found, effect, worked) for effect, worked in pairs[:MOST_EVENTS])
    table = Table(name="Events", frame=trend_tables.events(found), columns=trend_tables.event_columns(found))
    return (Part(title="What happened, and what moved with it", lines=(*lines, trends.OTHER_REASONS), table=table),)


def _event(found: Trend, effect: Effect, worked: Return | None) -> str:
    said = (
        trends.event_sentence(effect, found),
        trends.windows(effect, found),
        trends.money_sentence(worked, effect),
    )
    return " ".join(each for each in said if each)
