"""Benchmarks: how do we compare with others, with our own past, and with the best of ourselves?"""

from csat_core.analyses.best_level import comparable_groups
from csat_core.analyses.responses import answered_only
from csat_core.exports.source import Compared, Wishes
from csat_core.model.report_page import ReportPage
from pages.shared import (
    against_best_group,
    against_industry,
    against_others,
    against_past,
    loaders,
    options,
    render,
    shell,
    take,
)
from pages.shared.shell import Context

WAYS = {
    "industry": ("Industry", against_industry.compare),
    "own": ("Own benchmarks", against_others.compare),
    "past": ("Our past", against_past.compare),
    "inside": ("Our best group", against_best_group.compare),
}

TOO_FEW = "There are too few answers here to compare with anything. Widen the period or remove a filter."


def main() -> None:
    context = shell.begin("How do we compare?")
    card = loaders.scorecard(context.scope, context.view, context.policy)
    answer = render.answer()
    way = options.choose(
        context.dataset,
        "against",
        "Compared with",
        [way for way in WAYS if way != "own" or not context.is_guest],  # those belong to the house, not to a dataset
        default="industry",
        words=lambda way: WAYS[way][0],
        kind="segmented",
    )
    if card.headline["hidden"]:
        render.said(TOO_FEW, answer)
        render.caveats(card.caveats)
        return
    behind = WAYS[way][1](context, card, answer)
    take.control(context, ReportPage.BENCHMARKS, Wishes(compared=_compared(context)))
    title, also = behind or ("All answers in view", ())
    also = (*also, answered_only(card.question))
    render.behind(
        context,
        "benchmarks",
        lambda: render.responses(context, "benchmarks", title, also),
        expanded=behind is not None,
    )


def _compared(context: Context) -> Compared:
    """What was chosen to compare with, on whichever tab."""
    dataset = context.dataset
    within = options.known(dataset, "within")
    segment = next((column for column in comparable_groups(dataset) if column.id == within), None)
    return Compared(within=segment, benchmark=options.known(dataset, "benchmark"))


shell.show(main)
