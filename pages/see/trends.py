"""Trends: is satisfaction moving, is the latest period unusual, and what happened when it moved?"""

from csat_core.analyses.periods import drawn
from csat_core.exports.source import Moving, Wishes
from csat_core.model.caveat import Caveat
from csat_core.model.report_page import ReportPage
from csat_core.words import trends as trend_words
from pages.shared import happened, headline, loaders, render, shell, take, trends
from pages.shared.kept import beside


def main() -> None:
    context = shell.begin("Is satisfaction moving?")
    if not context.dataset.has_days:
        render.said(trend_words.undated(context.dataset))
        return
    place = render.answer()
    asked = trends.ask(context)
    found = loaders.moving(context.scope, context.view, context.policy, asked.looked)
    with place:
        sentence, more = beside(found.periods, "said", lambda: (trend_words.sentence(found), trend_words.more(found)))
        render.said(sentence, place)
        headline.scope(context, found.question, found.scheme, also=more, by_period=not asked.looked.rolling)
        trends.key_figures(found, asked)
        # what is drawn in place of too many periods is said by the scope, and why there are none by the answer
        render.caveats(c for c in found.caveats if c not in (Caveat.LONGER_PERIODS, Caveat.DATES_WITHHELD))
    if found.periods.empty:
        if Caveat.DATES_WITHHELD not in found.caveats:
            render.quiet("There is no period to draw: widen the period or remove a filter.")
        happened.told(context, found)
        return
    clicked = trends.picture(context, found, asked)
    behind = happened.opened(context, clicked) or trends.behind(found, clicked)
    happened.told(context, found)
    trends.small_pictures(context, found)
    grain = drawn(context.view, context.dataset).grain
    render.numbers_behind("trends", lambda: trends.table(context, found), lambda: trends.method(found, grain))
    moving = Moving(looked=asked.looked, target=asked.target, limits=asked.limits)
    take.control(context, ReportPage.TRENDS, Wishes(moving=moving))
    render.behind(context, "trends", lambda: trends.responses(context, found, behind), expanded=behind is not None)


shell.show(main)
