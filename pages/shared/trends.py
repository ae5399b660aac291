"""The parts of the trends page: its options, its numbers, its pictures, and what is behind a mark."""

from dataclasses import dataclass

import streamlit as st

from csat_core import words
from csat_core.analyses.periods import drawn
from csat_core.analyses.responses import answered_only
from csat_core.analyses.trend import Looked, Trend, proposed_segment
from csat_core.figures.trend import Beside
from csat_core.model.formats import count, period
from csat_core.model.measure import Measure
from csat_core.model.period import Grain
from csat_core.model.policy import BasePolicy
from csat_core.model.predicate import Between, OneOf, Predicate
from csat_core.model.scope import Scope
from csat_core.model.view import View
from csat_core.words import trend_tables
from csat_core.words import trends as trend_words
from pages.shared import loaders, options, render
from pages.shared.kept import beside
from pages.shared.shell import Context

NOBODY = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person has chosen on the page."""

    looked: Looked
    target: float | None
    """0-1; None without."""
    limits: bool


def ask(context: Context) -> Asked:
    """Nothing but choices: the measure, the windows, the small pictures, the target and the usual range."""
    dataset = context.dataset
    grain = drawn(context.view, dataset).grain.value
    with render.choices("trends"):
        measure = Measure(options.choose(
            dataset, "measure", "Measure", [each.value for each in Measure], default=Measure.SHARE.value,
            words=lambda value: Measure(value).words,
        ))  # fmt: skip
        more = st.popover(
            "More",
            icon=":material/tune:",
            help="Windows, small charts, target, usual range",
            key="trends-more",
            on_change="rerun",
        )
        with more:
            rolling = "no" if context.scope.is_guarded else options.choose(
                dataset, "rolling", "Windows", ["no", "yes"], default="no", kind="segmented",
                words=lambda value: "Rolling 30 days" if value == "yes" else f"By {grain}", shown=more.open,
            )  # fmt: skip
            by = _segment(context, shown=more.open)
            planned = None if dataset.plan.target is None else 100 * dataset.plan.target
            target = options.number(
                dataset,
                "target",
                "Target, %",
                default=planned,
                low=0.0,
                high=100.0,
                placeholder="none",
                shown=more.open,
            )
            limits = options.choose(
                dataset, "show", "Usual range", ["range", "plain"], default="range", kind="segmented",
                words=lambda value: "Shown" if value == "range" else "Not shown", shown=more.open,
            )  # fmt: skip
    looked = Looked(measure=measure, rolling=rolling == "yes", by=by)
    share = target / 100 if target is not None and measure is Measure.SHARE else None
    return Asked(looked=looked, target=share, limits=limits == "range")


def _segment(context: Context, *, shown: bool | None) -> str | None:
    """The segment whose levels get a small picture each."""
    segments = {column.id: column for column in context.dataset.segments_of_interest if column.levels}
    if not segments:
        return None
    names = words.told_apart(context.dataset.columns) if shown else {}
    proposed = loaders.made(_proposed, context.scope, context.view, context.policy)
    chosen = options.choose(
        context.dataset, "small", "Small charts by", [NOBODY, *segments], default=proposed,
        words=lambda i: "nothing" if i == NOBODY else names[i], shown=shown,
    )  # fmt: skip
    return None if chosen == NOBODY else chosen


def _proposed(scope: Scope, view: View, policy: BasePolicy) -> str:
    """The segment to begin with: working it out again and again would cost more than the page may."""
    return (
        proposed_segment(loaders.dataset(scope, view), lambda looked: loaders.moving(scope, view, policy, looked))
        or NOBODY
    )


def _moves(found: Trend) -> bool:
    return beside(found.periods, "moves", lambda: found.has_moving_levels)


def key_figures(found: Trend, asked: Asked) -> None:
    """Nothing; the latest period, its two comparisons, and the target or the baseline."""
    numbers = beside(found.periods, ("numbers", asked.target), lambda: trend_tables.key_numbers(found, asked.target))
    if numbers:
        row = render.numbers("trends")
        for number in numbers:
            render.metric(row, number)


def picture(context: Context, found: Trend, asked: Asked) -> str | None:
    """The label of the period that a person has clicked on; the main chart is drawn."""
    title = beside(found.periods, "title", lambda: trend_words.chart_title(found))
    st.subheader(render.together(title), anchor=False)
    lines = Beside(
        events=context.dataset.events,
        target=asked.target,
        baseline=found.baseline.value if found.baseline else None,
        limits=asked.limits,
    )
    name = trend_words.name_of(found)
    key = (context.scope, context.view, context.policy, asked.looked, name, lines)
    alt = f"{name} in time with its 95 % interval"
    chosen = render.mark(render.chart(loaders.moving_figure(*key, render.theme()), "trends", alt))
    render.legend(_legend(found, asked), "Click a point for its responses.")
    return chosen


def _legend(found: Trend, asked: Asked) -> str:
    said = "Band: 95 % interval; bars: answers; hollow: not complete."
    if asked.limits and beside(found.periods, "has limits", lambda: bool(found.periods["limit_low"].notna().any())):
        said += " Grey steps: where periods usually lie; triangles: the unusual, full where beyond it, open in a run or a drift."
    return f"{said} The axis is zoomed."


def small_pictures(context: Context, found: Trend) -> None:
    """Nothing; what moved in the levels of the segment looked at, and folded, a small trend of each on the same axes."""
    if found.looked.by is None:
        return
    if not _moves(found):
        render.quiet("No group has two periods with enough answers to show group by group; choose another one above.")
        return

    def body() -> None:
        name = trend_words.name_of(found)
        figure = loaders.levels_figure(context.scope, context.view, context.policy, found.looked, name, render.theme())
        render.picture(figure, "levels", f"{name} in time, group by group")
        if found.levels_left:
            more = "group" if found.levels_left == 1 else "groups"
            render.quiet(
                f"{count(found.levels_left)} more {more} with fewer answers, or too few to show, are not drawn.",
            )

    render.quiet(beside(found.periods, "levels", lambda: trend_words.levels_title(found)))
    # under a heading that stays the same: a new one would fold it away as another segment is chosen
    render.folded("Group by group, in small charts", "levels-fold", body, icon=":material/grid_view:")


def table(context: Context, found: Trend) -> None:
    """Nothing; the numbers of every period, newest first."""
    rows = beside(found.periods, "rows", lambda: trend_tables.rows(found))
    columns: dict[str, object] = {
        **trend_tables.columns(found),
        "note": st.column_config.TextColumn("Note", width="medium"),
    }
    render.table(rows, "trends", "trend", columns=columns)


def behind(found: Trend, label: str | None) -> tuple[str, tuple[Predicate, ...]] | None:
    """The title and the predicates of the period that was clicked; None where there is none."""
    if label is None:
        return None
    rows = found.periods[found.periods["label"] == label]
    if not len(rows):
        return None
    days = Between(column="day", low=rows["start"].iloc[0], high=rows["end"].iloc[0])
    return f"Answers: {period(label)}", (days,)


def responses(context: Context, found: Trend, chosen: tuple[str, tuple[Predicate, ...]] | None) -> None:
    """Nothing; the responses of what was clicked; before anything was, of a period to be chosen without a mouse."""
    if chosen is None:
        labels = found.periods.loc[found.periods["base"] > 0, "label"].tolist()[::-1]
        label = st.selectbox(
            "Period", labels, index=None, key="trends-period", format_func=period, placeholder="all, or choose one"
        )
        chosen = behind(found, label)
    title, also = chosen or ("All answers in view", ())
    render.responses(context, "trends", title, (*also, answered_only(found.question)))


def dissatisfied(found: Trend) -> OneOf | None:
    """The predicate of the dissatisfied answers; None where the scheme names none."""
    assert found.question.scale is not None
    lowest = found.scheme.bands(found.question.scale).dissatisfied_to
    return None if lowest is None else OneOf(column=found.question.id, values=tuple(range(1, lowest + 1)))


def method(found: Trend, grain: Grain) -> None:
    """Nothing; how the numbers of the page come about."""
    render.quiet(
        f"Each {'window of 30 days' if found.looked.rolling else grain.value} is scored on its own; shares carry Wilson's "
        "interval. The latest complete period is compared with the one before it that has enough answers and with the "
        "same one a year before, shares by Newcombe's interval, means by Welch's. The usual range is Laney's p' chart: "
        "the average of all complete periods plus and minus three standard errors, widened where periods scatter more "
        "than chance makes them. Unusual is a period beyond it, the eighth in a row on one side of the average, or a "
        "slow drift (a weighted moving average). An event is judged by as many days before as after it, seven weeks at "
        "most, up to the neighbouring events; where they hold too few answers by all days up to those. A difference in "
        "time has other reasons too: it does not show what led to it. Among many groups and events Holm's rule keeps "
        "chance findings out.",
    )
