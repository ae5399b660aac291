"""Overview: how satisfied are our customers, is it moving, and what is at risk?"""

from csat_core import words
from csat_core.analyses.benchmarks import gap_to_industry
from csat_core.analyses.responses import answered_only
from csat_core.analyses.roi import risk_of
from csat_core.analyses.scorecard import Scorecard
from csat_core.words import overview as overview_words
from pages.shared import (
    findings,
    headline,
    loaders,
    looks,
    numbers,
    pictures,
    render,
    shell,
    side_by_side,
)
from pages.shared.kept import beside
from pages.shared.shell import Context


def main() -> None:
    context = shell.begin("How satisfied are our customers?")
    card = loaders.scorecard(context.scope, context.view, context.policy)
    render.said(beside(card.periods, "headline", lambda: words.headline(card, context.view)))
    headline.scope_and_copy(context, card)
    if card.headline["hidden"]:
        render.caveats(card.caveats)
        return
    looks.since_last(context, card)
    headline.key_figures(card, beside(card.periods, "numbers", lambda: _numbers(context, card)))
    render.caveats(c for c in card.caveats if c not in overview_words.SAID)
    behind = pictures.charts(context, card)
    findings.part(context)
    side_by_side.datasets(context)
    numbers.tables(context, card)
    title, also = behind or ("All answers in view", ())
    also = (*also, answered_only(card.question))
    render.behind(
        context,
        "overview",
        lambda: render.responses(context, "overview", title, also),
        expanded=behind is not None,
    )


def _numbers(context: Context, card: Scorecard) -> tuple[overview_words.Number, ...]:
    return overview_words.key_numbers(card, risk_of(card), gap_to_industry(card, context.dataset, context.policy))


shell.show(main)
