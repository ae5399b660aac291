"""Overview: how satisfied are our customers, is it moving, and what is at risk?"""

import streamlit as st

from csat_core.analyses.extremes import Extreme
from csat_core.analyses.responses import answered_only
from csat_core.analyses.roi import Return, risk_of
from csat_core.analyses.scorecard import Scorecard
from csat_core.model.caveat import Caveat
from csat_core.model.formats import count, interval, money_said, number, percent, period, points, signed_points
from csat_core.model.predicate import Between, OneOf, Predicate
from pages.shared import loaders, render, shell, words
from pages.shared.shell import Context

BANDS = {"satisfied": "Satisfied", "neutral": "Neutral", "dissatisfied": "Dissatisfied"}


def main() -> None:
    context = shell.begin("How satisfied are our customers?")
    card = loaders.scorecard(context.scope, context.view, context.policy)
    render.said(words.headline(card, context.view))
    _copy(context, card)
    if card.headline["hidden"]:
        render.caveats(card.caveats, "headline")
        return
    found = loaders.extremes(context.scope, context.view, context.policy)
    _figures(card, risk_of(card))
    render.caveats((c for c in card.caveats if c is not Caveat.NO_COMPLETE_PREVIOUS_PERIOD), "headline")
    behind = _charts(context, card)
    _extremes(found.best, found.worst, words.measure_of(card))
    _tables(context, card)
    title, also = behind or ("All answers in view", ())
    also = (*also, answered_only(card.question))
    with st.expander("The responses behind it", expanded=behind is not None, icon=":material/forum:"):
        render.responses(context, "overview", title, also)


def _copy(context: Context, card: Scorecard) -> None:
    left, right = st.columns([5, 1], vertical_alignment="center")
    with left:
        dates = words.period_words(context.dataset, context.view)
        scheme = f"{card.scheme.name} ({card.scheme.id})"
        asked = f"'{card.question.name}', {dates}{words.filter_words(context.dataset, context.view)}. {scheme}."
        render.quiet(asked, "scope")
    with right.popover("Copy", icon=":material/content_copy:", width="stretch"):
        st.caption("One sentence that stands alone:")
        st.code(words.copied(card, context.dataset, context.view), language=None, wrap_lines=True)


def _figures(card: Scorecard, risk: Return | None) -> None:
    """The four numbers: score, change, how many answered, what is at risk."""
    score, change, coverage, at_risk = st.columns(4)
    line = [value for value in card.periods["share"] if value == value][-24:] if len(card.periods) else None
    score.metric(
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
        change.metric(
            f"{period(card.change.current.label)} on {period(card.change.previous.label)}",
            signed_points(card.change.difference.value),
            delta=verdict,
            delta_arrow="off",
            delta_color="off",
            help=f"95 % interval of the difference: {signed_points(card.change.difference.low)} to "
            f"{signed_points(card.change.difference.high)}.",
        )
    else:
        change.metric("Change", "–", delta="two complete periods are needed", delta_arrow="off", delta_color="off")
    _coverage(coverage, card)
    _at_risk(at_risk, risk)


def _coverage(place: st.delta_generator.DeltaGenerator, card: Scorecard) -> None:
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
        "Response rate" if found.is_invited else "Answers per customer",
        percent(found.rate.value),
        delta=f"{count(found.answered)} of {count(found.population)}",
        delta_arrow="off",
        delta_color="off",
        help=f"If all {count(found.population - found.answered)} silent ones were dissatisfied the score would be "
        f"{percent(found.worst)}, if all were satisfied {percent(found.best)}.",
    )


def _at_risk(place: st.delta_generator.DeltaGenerator, risk: Return | None) -> None:
    with place:
        if risk is None:
            return
        lost = f"{count(risk.before.lost)} customers · assumption"
        if risk.before.at_risk == risk.before.at_risk:
            st.metric(
                "Revenue at risk a year",
                money_said(risk.before.at_risk),
                delta=lost,
                delta_arrow="off",
                delta_color="off",
                help="Respondents in each band x the guide's leaving rates (92 %, 80 %, 0 %) x average revenue. "
                "The rates are an assumption.",
            )
        else:
            st.metric(
                "Customers at risk a year",
                count(risk.before.lost),
                delta="assumption",
                delta_arrow="off",
                delta_color="off",
                help="Respondents in each band x the guide's leaving rates (92 %, 80 %, 0 %). No revenue is known, so no money.",
            )
        st.page_link("act/roi.py", label="Play it through", icon=":material/payments:")


def _charts(context: Context, card: Scorecard) -> tuple[str, tuple[Predicate, ...]] | None:
    """What a person has clicked on: its title and its predicates; None before anything was."""
    measure, key = words.measure_of(card), (context.scope, context.view, context.policy)
    has_trend = len(card.periods) > 1
    left, right = st.columns([5, 3], gap="large") if has_trend else (None, st.container())
    month, answer = [], []
    if left is not None:
        with left:
            st.subheader(_trend_title(card), anchor=False)
            month = render.chart(
                loaders.trend_figure(*key, measure, render.theme()),
                "trend",
                f"{measure} by period with its 95 % interval",
            )
            render.quiet(
                "Line: share satisfied; band: 95 % interval; bars: answers; hollow: period not complete. The axis is zoomed.",
                "trend",
            )
    with right:
        st.subheader(f"{percent(card.headline['top_box'])} gave the best answer", anchor=False)
        answer = render.chart(loaders.distribution_figure(*key, render.theme()), "distribution", "Share of each answer")
        render.quiet(
            "Blue satisfied, grey neutral, orange dissatisfied. Click a bar or a point for the responses.", "bars"
        )
    return _clicked(card, month, answer)


def _trend_title(card: Scorecard) -> str:
    shown = card.periods[~card.periods["hidden"] & ~card.periods["partial"]]
    if len(shown) < 2:
        return "Score by period"
    lowest, highest = (shown.loc[shown["share"].agg(which)] for which in ("idxmin", "idxmax"))
    if lowest["share"] == highest["share"]:
        return f"The same score in every period ({percent(lowest['share'], 0)})"
    return f"Lowest in {period(lowest['label'])} ({percent(lowest['share'], 0)}), highest in {period(highest['label'])} ({percent(highest['share'], 0)})"


def _clicked(card: Scorecard, month: list[dict], answer: list[dict]) -> tuple[str, tuple[Predicate, ...]] | None:
    found: list[Predicate] = []
    said = []
    if month and month[0].get("customdata"):
        label = month[0]["customdata"]
        label = label[0] if isinstance(label, list) else label
        start = card.periods.set_index("label")["start"].get(label)
        if start is not None:
            found.append(Between(column="day", low=start, high=card.periods.attrs["grain"].end(start)))
            said.append(period(label))
    if answer and answer[0].get("customdata"):
        position = answer[0]["customdata"]
        position = int(position[0] if isinstance(position, list) else position)
        row = card.distribution.set_index("position").loc[position]
        found.append(OneOf(column=card.question.id, values=(position,)))
        said.append(f"answer {row['label']}")
    return (f"Answers: {', '.join(said)}", tuple(found)) if found else None


def _extremes(best: Extreme | None, worst: Extreme | None, measure: str) -> None:
    left, right = st.columns(2, gap="large")
    for place, extreme, words_for, none in (
        (left, best, "Best", "No group stands above the rest beyond noise."),
        (right, worst, "Worst", "No group falls below the rest beyond noise."),
    ):
        with place.container(border=True):
            if extreme is None:
                render.quiet(none, f"extreme-{words_for}")
                continue
            render.strong(f"{words_for}: {words.level(extreme.level)} ({extreme.segment.name})", f"extreme-{words_for}")
            difference = extreme.against_rest
            side = "above" if difference.value > 0 else "below"
            render.quiet(
                f"{measure} {percent(extreme.share.value)} (95 % interval {interval(extreme.share.low, extreme.share.high)}, "
                f"base {count(extreme.share.base)}), {points(difference.value)} {side} the rest.",
                f"extreme-text-{words_for}",
            )


def _tables(context: Context, card: Scorecard) -> None:
    """The numbers behind the picture: periods, answers, groups, schemes."""
    names = ["Periods", "Answers", "Groups", "Schemes"]
    kept = [name for name in names if name != "Periods" or len(card.periods)]
    chosen = st.segmented_control("The numbers", kept, default=kept[0], key="overview-numbers", required=True)
    if chosen == "Periods":
        rows = card.periods
        notes = [
            "Not complete yet. " * partial + _plain(c)
            for partial, c in zip(rows["partial"], rows["caveats"], strict=True)
        ]
        frame = rows.assign(note=notes, label=[period(label) for label in rows["label"]])
        columns = {"label": "Period", **render.SCORE_COLUMNS, "note": "Note"}
        render.table(frame[frame["base"] != 0].iloc[::-1], "periods", "periods", columns=columns)
    elif chosen == "Answers":
        render.table(card.distribution, "answers", "answers", columns=render.ANSWER_COLUMNS)
    elif chosen == "Groups":
        found = loaders.extremes(context.scope, context.view, context.policy).table
        dataset = context.dataset
        frame = found.assign(
            segment=[dataset.column(s).name for s in found["segment"]],
            level=[words.level(v) for v in found["level"]],
            caveats=[_plain(c) for c in found["caveats"]] if len(found) else [],
        ).sort_values("share", na_position="last")
        render.table(
            frame,
            "groups",
            "groups",
            columns={"segment": "Segment", "level": "Group", **render.SCORE_COLUMNS, "caveats": "Note"},
        )
    else:
        frame = card.schemes.assign(caveats=[_plain(c) for c in card.schemes["caveats"]])
        st.caption("The same answers under every rule that fits the scale: the score is a choice, so it is shown.")
        render.table(frame, "schemes", "schemes", columns={"name": "Scheme", "scheme": "Id", **render.SCORE_COLUMNS})
    render.computed("overview", lambda: _method(card))


def _plain(caveats: tuple[Caveat, ...]) -> str:
    return " ".join(caveat.words for caveat in caveats)


def _method(card: Scorecard) -> None:
    bands, labels = card.scheme.bands(card.question.scale), card.question.scale.labels
    skipped = card.non_answers
    render.quiet(
        f"Satisfied are the answers from '{labels[bands.satisfied_from - 1]}' up; rule: {card.scheme.source}. "
        f"The score is {count(card.headline['satisfied'])} satisfied of {count(card.headline['base'])} answers. "
        f"Not in the base: {count(skipped.blank)} blank, {count(skipped.not_applicable)} not applicable, "
        f"{count(skipped.dont_know)} don't know. The mean answer is {number(card.headline['mean'])}. "
        "Intervals are Wilson's at 95 %; the change is judged by Newcombe's interval against 1 point.",
        "method",
    )


main()
