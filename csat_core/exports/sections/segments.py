"""The segments as a section: which groups of customers are less satisfied?"""

from collections.abc import Mapping

import pandas as pd

from csat_core import words
from csat_core.analyses.crossing import Crossing, crossed, laid_out
from csat_core.analyses.segments import Segments, dimensions, ends, proposed_dimension, segments, separations
from csat_core.exports.report import Part, Picture, Section, Table
from csat_core.exports.sections import charts
from csat_core.exports.source import Grouped, Source
from csat_core.figures import segments as figures
from csat_core.model.dataset import Column
from csat_core.model.report_page import ReportPage
from csat_core.words import segment_tables as tables
from csat_core.words import segments as said
from csat_core.words.headings import Share

QUESTION = "Which groups of customers are less satisfied?"
NO_GROUPS = "This dataset has no groups to compare: no column divides the customers."


def section(source: Source) -> Section:
    """What the segments page says."""
    there, ranking, found = _found(source)
    if found is None:
        return Section(page=ReportPage.SEGMENTS, question=QUESTION, answer=NO_GROUPS)
    answered = said.answer(found, source.policy)
    if not found.total.is_defined:
        return Section(page=ReportPage.SEGMENTS, question=QUESTION, answer=answered)
    small = said.small_groups(found, source.policy)
    frame = tables.groups(found)
    shown = {name: heading for name, heading in tables.COLUMNS.items() if name != "note" or any(frame["note"])}
    parts = [_groups(found, Table(name="Groups", frame=frame, columns=shown))]
    if len(ranking) > 1:
        told = tables.dimensions(ranking, there.values())
        dimension_table = Table(name="Dimensions", frame=told, columns=tables.DIMENSION_COLUMNS)
        parts.append(Part(title="Which dimension tells most apart", table=dimension_table))
    return Section(
        page=ReportPage.SEGMENTS,
        question=QUESTION,
        answer=answered,
        more=(small,) if small else (),
        parts=tuple(parts),
        caveats=tuple(caveat.words for caveat in dict.fromkeys(found.caveats)),
    )


def answer(source: Source) -> str:
    """The sentence at its top."""
    _, _, found = _found(source)
    return NO_GROUPS if found is None else said.answer(found, source.policy)


def _found(source: Source) -> tuple[Mapping[str, Column], pd.DataFrame, Segments | Crossing | None]:
    """The dimensions, how well each tells apart, and the groups that are looked at; None where there are none."""
    there = {key: column for key, column in dimensions(source.dataset).items() if source.may_divide(column)}
    key = (source.engine, source.dataset, source.view, source.policy)
    ranking = separations(*key, tuple(there.values()))
    wish = source.wishes.grouped or _proposed(there, proposed_dimension(source.dataset, ranking))
    if wish is None:
        return there, ranking, None
    if wish.second is not None:
        return there, ranking, crossed(*key, wish.first, wish.second)
    return there, ranking, segments(*key, wish.first, roll_up=wish.roll_up)


def _proposed(there: Mapping[str, Column], named: str | None) -> Grouped | None:
    return None if named is None or named not in there else Grouped(first=there[named], second=None, roll_up=False)


def _groups(found: Segments | Crossing, table: Table) -> Part:
    measure = words.measure(found.scheme)
    rows = found.comparison.table
    chart = charts.ranked(
        [said.group_name(found, at) for at in rows.index], rows, measure, Share(f"{measure}, % satisfied"),
        charts.tones(rows["mark"]),
    )  # fmt: skip
    if isinstance(found, Crossing):
        picture = Picture(
            figure=figures.grid(laid_out(found), measure),
            alt=f"{measure} in percent in every combination of two dimensions",
            chart=chart,
            note="In the cells: percent satisfied. Blue above all answers, orange below; ▲ and ▼ beyond chance; "
            "hatched: too few answers to show.",
        )
        return Part(title=said.grid_title(found), picture=picture, table=table)
    picture = Picture(
        figure=figures.levels(ends(found), found.total, measure),
        alt=f"{measure} of each group with its 95 % interval, lowest first",
        chart=chart,
        note="Mark: share satisfied; bar: 95 % interval; dashed: all answers. ▲ above and ▼ below the rest beyond chance. "
        "The axis is zoomed.",
    )
    return Part(title=said.title(found), picture=picture, table=table)
