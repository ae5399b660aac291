"""Journey: where do customers lose satisfaction, and does waiting for an answer go with it?"""

from csat_core.analyses.metric_bands import metrics
from csat_core.exports.source import Wishes
from csat_core.model.report_page import ReportPage
from csat_core.words import journey as journey_words
from pages.shared import journey, loaders, render, shell, take, waits
from pages.shared.kept import beside


def main() -> None:
    context = shell.begin("Where in the journey do customers lose satisfaction?")
    answer = render.answer()
    column = journey.chosen_column(context)
    found = None
    if column is None:
        render.said(journey.missing(context), answer)
    else:
        found = loaders.journey(context.scope, context.view, context.policy, column.id)
        with answer:
            answered, moved = beside(
                found.table, "said", lambda: (journey_words.answer(found), journey_words.change(found))
            )
            render.said(answered, answer)
            journey.scope(context, found, moved)
        journey.stages(context, found)
        if not context.is_guest:
            journey.order(context, column)
    banded = waits.part(context) if metrics(context.dataset) else None
    take.control(context, ReportPage.JOURNEY, Wishes(stages=column, banded=banded))
    if found is None or found.table.empty:
        render.computed("journey", journey.how)


shell.show(main)
