"""The benchmarks as a section: how do we compare with our industry, and with our own past?"""

from csat_core import words
from csat_core.analyses import benchmarks as analysis
from csat_core.analyses.past import past
from csat_core.exports.report import Part, Picture, Section, Table
from csat_core.exports.sections import charts
from csat_core.exports.source import Source
from csat_core.figures.benchmarks import industry_rows
from csat_core.model.report_page import ReportPage
from csat_core.store import benchmarks
from csat_core.words import gaps, industry
from csat_core.words import past as past_words
from csat_core.words.headings import Share, Tenth

QUESTION = "How do we compare?"
TOO_FEW = "There are too few answers here to compare with anything. Widen the period or remove a filter."


def section(source: Source) -> Section:
    """What the benchmarks page says of our industry, and of our past."""
    card = source.card
    if card.headline["hidden"]:
        caveats = tuple(caveat.words for caveat in dict.fromkeys(card.caveats))
        return Section(page=ReportPage.BENCHMARKS, question=QUESTION, answer=TOO_FEW, caveats=caveats)
    gap = source.industry
    return Section(
        page=ReportPage.BENCHMARKS,
        question=QUESTION,
        answer=gaps.sentence(gap, industry.theirs(gap)),
        more=(industry.why(card, gap),),
        parts=(_industries(source), _past(source)),
        caveats=tuple(caveat.words for caveat in dict.fromkeys(gap.caveats)) if gap.comparable else (),
    )


def _industries(source: Source) -> Part:
    gap = source.industry
    found = analysis.ranking(source.card, benchmarks.industries(), words.shortened(source.dataset.name, 60))
    table = Table(
        name="Industries", frame=industry.rows(found), columns=industry.columns(is_compared=bool(gap.comparable))
    )
    if not gap.comparable:
        return Part(title="All industries", table=table)
    near = analysis.neighbours(found.table, (gap.benchmark.name,))
    tones = ["ours" if is_ours else "plain" for is_ours in near["is_ours"]]
    picture = Picture(
        figure=industry_rows(near, gap.benchmark.name, gap.benchmark.value),
        alt=f"Mean index of {len(near) - 1} industries and ours, best first",
        chart=charts.ranked(near["name"], near, "Index", Tenth("Mean index"), tones),
        note=industry.standing(found, gap),
    )
    return Part(title=industry.title(found), picture=picture, table=table)


def _past(source: Source) -> Part:
    card, measure = source.card, words.measure_of(source.card)
    found = past(source.engine, source.dataset, source.view, card, source.policy)
    if found.current is None or not found.found:
        return Part(title="Our past", lines=(past_words.nothing(card, found),))
    rows = past_words.marks(found)
    tones = [{"below": "below", "above": "above", "ours": "ours"}.get(tone, "plain") for tone in rows["tone"]]
    picture = Picture(
        figure=past_words.figure(found),
        alt=f"{measure} now and {len(found.found)} times in the past",
        chart=charts.ranked(rows["label"], rows, measure, Share(f"{measure}, % satisfied"), tones),
        note="Diamond and line: now. Triangles point up or down where the past was better or worse beyond noise. "
        "Bars: 95 % intervals. The axis is zoomed.",
    )
    table = Table(name="Past", frame=past_words.rows(found), columns=past_words.COLUMNS)
    return Part(
        title=past_words.title(found), lines=(past_words.sentence(found, measure),), picture=picture, table=table
    )
