"""The overview as a section: how satisfied, is it moving, what is at risk, what stands out."""

from csat_core import words
from csat_core.analyses.rises import biggest_rise
from csat_core.analyses.roi import risk_of
from csat_core.exports.report import Part, Picture, Section, Series, Table
from csat_core.exports.sections import charts
from csat_core.exports.source import Source
from csat_core.figures.distribution import distribution
from csat_core.figures.trend import Beside, trend
from csat_core.model.report_page import ReportPage
from csat_core.words import overview
from csat_core.words.findings import NOTHING_TO_MEND, NOTHING_WELL, Finding, findings
from csat_core.words.headings import Share

QUESTION = "How satisfied are our customers?"


def section(source: Source) -> Section:
    """What the overview says."""
    card = source.card
    is_hidden = bool(card.headline["hidden"])
    said = card.caveats if is_hidden else [caveat for caveat in card.caveats if caveat not in overview.SAID]
    return Section(
        page=ReportPage.OVERVIEW,
        question=QUESTION,
        answer=answer(source),
        numbers=() if is_hidden else overview.key_numbers(card, risk_of(card), source.industry),
        parts=() if is_hidden else (*_periods(source), _answers(source), *_findings(source), _groups(source)),
        caveats=tuple(caveat.words for caveat in dict.fromkeys(said)),
    )


def answer(source: Source) -> str:
    """The sentence at its top."""
    return words.headline(source.card, source.view)


def _periods(source: Source) -> tuple[Part, ...]:
    card, measure = source.card, words.measure_of(source.card)
    if not overview.has_trend(card):
        return ()
    picture = Picture(
        figure=trend(card.periods, measure, beside=Beside(events=source.dataset.events)),
        alt=f"{measure} by period with its 95 % interval",
        chart=charts.along(card.periods, measure),
        note="Line: share satisfied; band: 95 % interval; bars: answers; hollow: period not complete. The axis is zoomed.",
    )
    table = Table(name="Periods", frame=overview.periods(card), columns=overview.PERIODS)
    return (Part(title=overview.trend_title(card), picture=picture, table=table),)


def _answers(source: Source) -> Part:
    card = source.card
    rows = card.distribution
    kind = Share("Share of answers")
    series = Series(
        name="Share of answers",
        values=tuple(float(share) for share in rows["share"]),
        low=tuple(float(share) for share in rows["low"]),
        high=tuple(float(share) for share in rows["high"]),
        tones=tuple(rows["band"]),
    )
    picture = Picture(
        figure=distribution(rows), alt="Share of each answer", chart=charts.parts(rows["label"], [series], kind)
    )
    table = Table(name="Answers", frame=rows, columns=overview.ANSWERS)
    return Part(title=overview.answers_title(card), picture=picture, table=table)


def _findings(source: Source) -> tuple[Part, ...]:
    card, smallest = source.card, source.dataset.plan.smallest_difference
    rise = biggest_rise(card, source.policy, smallest)
    found = findings(card, source.extremes, rise, source.usual_drivers, source.dataset)
    return (
        Part(title="What went well", lines=_lines(found.well, NOTHING_WELL)),
        Part(title="What to mend", lines=_lines(found.mend, NOTHING_TO_MEND)),
    )


def _lines(found: tuple[Finding | None, ...], none: str) -> tuple[str, ...]:
    said = tuple(f"{each.title}. {each.text}" for each in found if each is not None)
    return said if found[0] is not None else (none, *said)


def _groups(source: Source) -> Part:
    frame = overview.groups(source.extremes, source.dataset)
    return Part(title="The groups", table=Table(name="Groups", frame=frame, columns=overview.GROUPS))
