"""The drivers as a section: what goes together with satisfaction, and what to do first?"""

from csat_core.analyses.drivers import Drivers, candidates
from csat_core.analyses.priorities import mean_lines, weighed
from csat_core.exports.points import Point, PointGroup, Points, Reach
from csat_core.exports.report import Part, Picture, Section, Table
from csat_core.exports.sections import charts
from csat_core.exports.source import Source
from csat_core.figures.drivers import MOST_LETTERS
from csat_core.model.dataset import Dataset
from csat_core.model.report_page import ReportPage
from csat_core.words import driver_charts, driver_tables
from csat_core.words import drivers as words
from csat_core.words.drivers import QUADRANTS, Row, Said, name, said
from csat_core.words.headings import Share

QUESTION = "What goes together with satisfaction, and what to do first?"
NOTHING = "There is nothing here to hold against satisfaction: no other question and no group."


def section(source: Source) -> Section:
    """What the drivers page says."""
    if not candidates(source.dataset, source.view):
        return Section(page=ReportPage.DRIVERS, question=QUESTION, answer=NOTHING)
    found, dataset = source.drivers, source.dataset
    told = said(found, dataset)
    tables = () if found.table.empty else _tables(found, dataset)
    return Section(
        page=ReportPage.DRIVERS,
        question=QUESTION,
        answer=told.answer,
        more=(told.explained,) if told.explained else (),
        parts=(*_pictures(found, dataset, told), *tables),
        caveats=tuple(caveat.words for caveat in dict.fromkeys(found.caveats)),
    )


def answer(source: Source) -> str:
    """The sentence at its top before the intervals are known, as the page begins."""
    if not candidates(source.dataset, source.view):
        return NOTHING
    return words.answer(source.early_drivers, source.dataset)


def _pictures(found: Drivers, dataset: Dataset, told: Said) -> tuple[Part, ...]:
    stands_out = (Part(title="What stands out", lines=told.stands_out),) if told.stands_out else ()
    if not told.weighed:
        return stands_out
    parts = [Part(title=told.importance, picture=_importance(found, dataset, told)), _first(told), *stands_out]
    if told.weighed > 1:
        picture = Picture(
            figure=driver_charts.quadrant_figure(found, dataset),
            alt="Importance against satisfaction with each driver",
            chart=_quadrants(found, dataset),
            note="Crossed bars: the 95 % intervals of both. Dotted: the average of the drivers. The axes are zoomed.",
        )
        lines = tuple(f"{title}: {inside}" for title, inside in told.quadrants)
        parts.append(Part(title=told.quadrant, lines=lines, picture=picture))
    return tuple(parts)


def _importance(found: Drivers, dataset: Dataset, told: Said) -> Picture:
    known = weighed(found.table)
    frame = known.assign(
        share=known["share_of_r_squared"], low=known["share_of_r_squared_low"], high=known["share_of_r_squared_high"]
    )
    labels = [name(dataset, driver) for driver in known["driver"]]
    tones = ["below" if sign < 0 else "ours" for sign in known["sign"]]
    return Picture(
        figure=driver_charts.importance_figure(found, dataset),
        alt="Importance of each driver with its 95 % interval",
        chart=charts.ranked(labels, frame, "Explains", Share("Of what the drivers explain"), tones),
        note="Opposite: the higher the rating, the less satisfied." if told.has_opposite else "",
    )


def _quadrants(found: Drivers, dataset: Dataset) -> Points:
    """Importance (up) against satisfaction (across), a group of points for each quadrant that has any."""
    known = weighed(found.table).head(driver_charts.MOST_SHOWN)
    rows = known.to_dict("records")
    groups = tuple(
        PointGroup(
            name=title,
            tone=quadrant,
            points=tuple(
                Point(
                    label=name(dataset, row["driver"], MOST_LETTERS),
                    across=_reach(row, "performance"),
                    up=_reach(row, "share_of_r_squared"),
                )
                for row in rows
                if row["quadrant"] == quadrant
            ),
        )
        for quadrant, title in QUADRANTS.items()
    )
    up, across = mean_lines(found.table)
    return Points(
        groups=tuple(group for group in groups if group.points),
        across=Share("Satisfied with it"),
        up=Share("Importance: share explained"),
        meeting=(across, up),
    )


def _reach(row: Row, of: str) -> Reach:
    return Reach(value=row[of], low=row[f"{of}_low"], high=row[f"{of}_high"])


def _first(told: Said) -> Part:
    if not told.first:
        nothing = "No driver promises a gain beyond chance if those who rate it low became neutral."
        return Part(title="What to do first", lines=(nothing,))
    ranked = tuple(f"{rank}. {title}. {why}" for rank, (title, why) in enumerate(told.first, 1))
    then = (f"Then {told.then}.",) if told.then else ()
    promise = (
        "Expected, not promised. Customers and money: those who answered, at the guide's leaving rates (an assumption)."
    )
    return Part(title="What to do first", lines=(*ranked, *then, promise))


def _tables(found: Drivers, dataset: Dataset) -> tuple[Part, ...]:
    return tuple(
        Part(
            title=one,
            table=Table(
                name=one, frame=driver_tables.rows(one, found, dataset), columns=driver_tables.columns(one, found)
            ),
        )
        for one in driver_tables.offered(found)
    )
