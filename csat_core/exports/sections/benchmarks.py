"""The benchmarks as a section: how do we compare with others, with our own past, and with the best of ourselves?"""

import pandas as pd

from csat_core import words
from csat_core.analyses import benchmarks as analysis
from csat_core.analyses.best_level import comparable_groups, proposed_group
from csat_core.analyses.past import past
from csat_core.exports.report import Part, Picture, Section, Table
from csat_core.exports.sections import charts
from csat_core.exports.source import Source
from csat_core.figures.benchmarks import industry_rows
from csat_core.model.benchmark import Metric
from csat_core.model.report_page import ReportPage
from csat_core.store import benchmarks
from csat_core.words import best_group, gaps, industry, own_benchmarks
from csat_core.words import past as past_words
from csat_core.words.headings import Decimal, Heading, Points, Share, Tenth

QUESTION = "How do we compare?"
TOO_FEW = "There are too few answers here to compare with anything. Widen the period or remove a filter."


def section(source: Source) -> Section:
    """What the benchmarks page says of our industry, of the benchmarks of the house, of our past and of our best group."""
    card = source.card
    if card.headline["hidden"]:
        caveats = tuple(caveat.words for caveat in dict.fromkeys(card.caveats))
        return Section(page=ReportPage.BENCHMARKS, question=QUESTION, answer=TOO_FEW, caveats=caveats)
    gap = source.industry
    return Section(
        page=ReportPage.BENCHMARKS,
        question=QUESTION,
        answer=answer(source),
        more=(industry.why(card, gap),),
        parts=(_industries(source), *_own(source), _past(source), *_best_group(source)),
        caveats=tuple(caveat.words for caveat in dict.fromkeys(gap.caveats)) if gap.comparable else (),
    )


def answer(source: Source) -> str:
    """The sentence at its top."""
    gap = source.industry
    return TOO_FEW if source.card.headline["hidden"] else gaps.sentence(gap, industry.theirs(gap))


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
    picture = Picture(
        figure=past_words.figure(found),
        alt=f"{measure} now and {len(found.found)} times in the past",
        chart=charts.ranked(rows["label"], rows, measure, Share(f"{measure}, % satisfied"), _tones(rows)),
        note="Diamond and line: now. Triangles point up or down where the past was better or worse beyond chance. "
        "Bars: 95 % intervals. The axis is zoomed.",
    )
    table = Table(name="Past", frame=past_words.rows(found), columns=past_words.COLUMNS)
    return Part(
        title=past_words.title(found), lines=(past_words.sentence(found, measure),), picture=picture, table=table
    )


def _own(source: Source) -> tuple[Part, ...]:
    """The own benchmark that was chosen, else the first that we can be compared with, among those like it; and all of them."""
    found = source.own
    if not found:
        return ()
    named = [gap for gap in found if gap.benchmark.name == source.wishes.compared.benchmark]
    gap = named[0] if named else own_benchmarks.first(found)
    metric, name = gap.benchmark.metric, words.shortened(gap.benchmark.name)
    which = f"{gaps.which(source.card, metric)} {own_benchmarks.source(gap)}"
    lines: tuple[str, ...] = (gaps.sentence(gap, name), which)
    table = Table(name="Your benchmarks", frame=own_benchmarks.rows(found), columns=own_benchmarks.COLUMNS)
    near = own_benchmarks.alike(found, metric)
    if not gap.gap.is_defined:
        return (Part(title="Your benchmarks", lines=lines, table=table),)
    rows = own_benchmarks.marks(near)
    picture = Picture(
        figure=own_benchmarks.figure(near),
        alt=f"Our {metric.words} and {len(rows) - 1} benchmarks, best first",
        chart=charts.ranked(rows["label"], rows, metric.words.capitalize(), _kind(metric), _tones(rows)),
        note=own_benchmarks.note(near),
    )
    reasons = gaps.reasons(gap)
    lines = (*lines, reasons) if reasons else lines
    return (Part(title=own_benchmarks.title(near), lines=lines, picture=picture, table=table),)


def _kind(metric: Metric) -> Heading:
    words = metric.words.capitalize()
    if metric is Metric.CSAT:
        return Share(words)
    if metric is Metric.NPS:
        return Points(words)
    return Tenth(words) if metric is Metric.INDEX else Decimal(words)


def _tones(rows: pd.DataFrame) -> list[str]:
    return [tone if tone in ("below", "above", "ours") else "plain" for tone in rows["tone"]]


def _best_group(source: Source) -> tuple[Part, ...]:
    there = tuple(column for column in comparable_groups(source.dataset) if source.may_divide(column))
    if not there:
        return ()
    segment = source.wishes.compared.within or proposed_group(there)
    found, measure = source.best_level(segment), words.measure_of(source.card)
    sentence = best_group.sentence(found, words.told_apart(source.dataset.columns)[segment.id], measure)
    if found is None:
        return (Part(title="Our best group", lines=(sentence,)),)
    rows = best_group.marks(found)
    picture = Picture(
        figure=best_group.figure(found),
        alt=f"{measure} by group, the best first",
        chart=charts.ranked(rows["label"], rows, measure, Share(f"{measure}, % satisfied"), _tones(rows)),
        note=best_group.note(found),
    )
    table = Table(name="Best group", frame=best_group.rows(found), columns=best_group.COLUMNS)
    lines = (sentence, gaps.reasons(found.gap))
    return (Part(title=best_group.title(found), lines=lines, picture=picture, table=table),)
