"""Segments: which groups of customers are less satisfied?"""

from csat_core.analyses.crossing import Crossing
from csat_core.analyses.segments import dimensions, ranked
from csat_core.exports.source import Grouped, Wishes
from csat_core.model.dataset import Role
from csat_core.model.report_page import ReportPage
from csat_core.words import segments as segment_words
from pages.shared import render, segment_numbers, segment_pictures, segments, shell, take, ways
from pages.shared.kept import beside


def main() -> None:
    context = shell.begin("Which groups of customers are less satisfied?")
    there = dimensions(context.dataset)
    if not there and not context.dataset.with_role(Role.METRIC):
        render.said("This dataset has no groups to compare: no column divides the customers.")
        ways.link("data", "What is in the data", ":material/database:")
        return
    top = render.answer()
    asked = segments.choose(context)
    found = segments.found_for(asked)
    with top:
        table = found.comparison.table
        answer, small = beside(
            table,
            ("said", context.policy),
            lambda: (segment_words.answer(found, context.policy), segment_words.small_groups(found, context.policy)),
        )
        render.said(answer, top)
        if small and found.total.is_defined:
            render.quiet(small)
    if not found.total.is_defined:
        return
    clicked = (
        segment_pictures.grid(asked, found) if isinstance(found, Crossing) else segment_pictures.levels(asked, found)
    )
    segment_pictures.behind(context, asked, clicked)
    render.strong("The numbers", "numbers")
    segment_numbers.groups(context, asked)
    render.caveats(found.caveats)
    if len(ranked(tuple(there.values()))) > 1:
        render.folded(
            "Which dimension tells most apart",
            "dimensions-fold",
            lambda: segment_numbers.dimensions(context),
            icon=":material/groups:",
        )
    grouped = Grouped(first=asked.first, second=asked.second, roll_up=asked.roll_up)
    take.control(context, ReportPage.SEGMENTS, Wishes(grouped=grouped))
    render.computed("segments", lambda: segment_numbers.method(asked))


shell.show(main)
