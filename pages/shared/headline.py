"""The headline of a dataset: what was asked, the sentence to take along, and the four numbers."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from csat_core.analyses.benchmarks import Gap
from csat_core.analyses.periods import MOST_PERIODS, drawn
from csat_core.analyses.roi import Return
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.caveat import Caveat
from csat_core.model.dataset import Column
from csat_core.model.formats import count, interval, money_said, percent, period, signed_points
from csat_core.model.scheme import Scheme
from csat_core.store import benchmarks
from pages.shared import gaps, render, words
from pages.shared.shell import Context


def scope_and_copy(context: Context, card: Scorecard) -> None:
    """Nothing; what the score speaks of, and the headline as one sentence to copy."""
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        scope(context, card.question, card.scheme)
        render.popped("Copy", "copy", lambda: _sentence(context, card), icon=":material/content_copy:")


def _sentence(context: Context, card: Scorecard) -> None:
    st.caption("One sentence that stands alone:")
    st.code(words.copied(card, context.dataset, context.view), language=None, wrap_lines=True)


def scope(context: Context, question: Column, scheme: Scheme, *, by_period: bool = True) -> None:
    """Nothing; what a score speaks of: question, dates, filters, scheme, and periods that are not those chosen."""
    dates = words.period_words(context.dataset, context.view)
    filters = words.filter_words(context.dataset, context.view)
    render.quiet(f"'{question.name}', {dates}{filters}. {scheme.name}.{_coarser(context) if by_period else ''}")


def _coarser(context: Context) -> str:
    """What is drawn in place of the periods that were chosen, of which there would be too many; empty where it is those."""
    chosen, shown = context.view.grain, drawn(context.view, context.dataset).grain
    if shown is chosen:
        return ""
    return f" Compared by {shown.value}, not by {chosen.value}: there would be more than {count(MOST_PERIODS)} {chosen.value}s. A narrower period brings them back."


def key_figures(card: Scorecard, risk: Return | None, gap: Gap, *, with_line: bool = True) -> None:
    """Nothing; the numbers: score, change, how many answered, what is at risk, how far from the industry.

    `with_line` draws the periods below the score, for pages that do not show them elsewhere.
    """
    row = render.numbers("overview")
    has_line = with_line and len(card.periods)
    line = [value for value in card.periods["share"] if value == value][-24:] if has_line else None
    row.metric(
        words.measure_of(card),
        percent(card.share.value),
        delta=interval(card.share.low, card.share.high),
        delta_arrow="off",
        delta_color="off",
        chart_data=[100 * value for value in line] if line and len(line) > 1 else None,
        help="Satisfied answers among all answers, with the 95 % interval.",
    )
    if card.change:
        verdict = words.VERDICTS[card.change.verdict]
        row.metric(
            f"{period(card.change.current.label)} on {period(card.change.previous.label)}",
            signed_points(card.change.difference.value),
            delta=verdict,
            delta_arrow="off",
            delta_color="off",
            help=f"95 % interval of the difference: {signed_points(card.change.difference.low)} to "
            f"{signed_points(card.change.difference.high)}.",
        )
    else:
        row.metric("Change", "–", delta=_why_no_change(card), delta_arrow="off", delta_color="off")
    _coverage(row, card)
    if risk is not None:
        _at_risk(row, risk)
    if gap.gap.is_defined:
        _against(row, gap)


def _against(place: DeltaGenerator, gap: Gap) -> None:
    """The gap to the industry, in index points: never the satisfied share against an index."""
    its = gap.benchmark
    place.metric(
        "Index against industry" if its != benchmarks.national() else "Index against national",
        its.metric.signed(gap.gap.value),
        delta=gaps.verdict(gap),
        delta_arrow="off",
        delta_color="off",
        help=f"Our mean index of {its.metric.written(gap.ours.value)} minus {its.metric.written(its.value)} "
        f"({its.name}, ACSI {its.year}); 95 % interval {gaps.interval(gap)}. {gaps.reasons(gap)}",
    )


def _why_no_change(card: Scorecard) -> str:
    """Why nothing is compared, in a few words."""
    if card.since is None:
        return "no dates"
    if Caveat.BROKEN_TREND in card.caveats:
        return "the wording changed"
    complete = (~card.periods["partial"].astype(bool)).sum()
    return "too few answers a period" if complete >= 2 else "needs two full periods"


def _coverage(place: DeltaGenerator, card: Scorecard) -> None:
    found = card.coverage
    if found is None:
        answers = card.headline["base"]
        skipped = card.non_answers
        silent = skipped.blank + skipped.not_applicable + skipped.dont_know + skipped.not_asked
        place.metric(
            "Answers", count(answers), delta=f"{count(silent)} without an answer", delta_arrow="off", delta_color="off"
        )
        return
    place.metric(
        "Response rate" if found.is_invited else "Customers who answered",
        percent(found.rate.value),
        delta=f"{count(found.answered)} of {count(found.population)}",
        delta_arrow="off",
        delta_color="off",
        help=f"If all {count(found.population - found.answered)} silent ones were dissatisfied the score would be "
        f"{percent(found.worst)}, if all were satisfied {percent(found.best)}.",
    )


def _at_risk(place: DeltaGenerator, risk: Return) -> None:
    has_money = risk.before.at_risk == risk.before.at_risk
    worth = "x average revenue. The rates are an assumption." if has_money else "; no revenue is known, so no money."
    place.metric(
        "Revenue at risk a year" if has_money else "Customers at risk",
        money_said(risk.before.at_risk) if has_money else count(risk.before.lost),
        delta=f"{count(risk.before.lost)} lost · assumption" if has_money else "in a year · assumption",
        delta_arrow="off",
        delta_color="off",
        help=f"Respondents{' of the last round' * (Caveat.LAST_ROUND in risk.caveats)} in each band x the guide's leaving "
        f"rates (92 %, 80 %, 0 %) {worth}",
    )
