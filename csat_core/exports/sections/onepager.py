"""The one-pager as a section: where do we stand, and what comes first?"""

from csat_core import words
from csat_core.exports.report import Part, Picture, Section, Table
from csat_core.exports.sections import charts
from csat_core.exports.source import Source
from csat_core.figures.spark import spark
from csat_core.model.report_page import ReportPage
from csat_core.words import onepager, overview

QUESTION = "Where do we stand, and what comes first?"


def section(source: Source) -> Section:
    """What the one-pager says."""
    found = source.onepager
    said = onepager.said(found, source.dataset, source.view)
    if found.card.headline["hidden"]:
        caveats = tuple(caveat.words for caveat in dict.fromkeys(found.card.caveats))
        return Section(
            page=ReportPage.ONEPAGER, question=QUESTION, answer=said.answer, more=(said.about,), caveats=caveats
        )
    return Section(
        page=ReportPage.ONEPAGER,
        question=QUESTION,
        answer=said.answer,
        more=(said.about,),
        numbers=overview.key_numbers(found.card, found.risk, found.gap),
        parts=tuple(_part(source, part) for part in said.parts),
        caveats=(said.caveats,) if said.caveats else (),
    )


def answer(source: Source) -> str:
    """The sentence at its top."""
    return onepager.said(source.onepager, source.dataset, source.view).answer


def _part(source: Source, part: onepager.Part) -> Part:
    """A part of the page; the one that says whether it is moving has the small trend."""
    card, aim = source.card, source.onepager.aim
    if part.heading != "Is it moving?" or not overview.has_trend(card):
        return Part(title=part.heading, lines=part.sentences)
    measure = words.measure_of(card)
    picture = Picture(
        figure=spark(card.periods, measure, aim.target if aim else None),
        alt=f"{measure} by period with its 95 % interval",
        chart=charts.along(card.periods, measure),
    )
    table = Table(name="Periods", frame=overview.periods(card), columns=overview.PERIODS)
    return Part(title=part.heading, lines=part.sentences, picture=picture, table=table)
