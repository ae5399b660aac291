"""What happened: each event of a dataset with what moved around it, and the ways on to responses and money."""

import streamlit as st

from csat_core import words
from csat_core.analyses.happenings import Effect
from csat_core.analyses.roi import Return
from csat_core.analyses.trend import Trend
from csat_core.figures.trend import numbers_of
from csat_core.model.dataset import Role
from csat_core.model.event import MOST_NOTE
from csat_core.model.formats import all_of, count, day
from csat_core.model.period import Window
from csat_core.model.predicate import Between, Predicate
from csat_core.words import trend_tables
from csat_core.words import trends as trend_words
from pages.shared import event_desk, loaders, render, trends, ways
from pages.shared.kept import beside
from pages.shared.shell import Context

MOST_TOLD = 6
MOST_SAID = 260
"""Letters of the sentence of an event, its name among them."""
BEHIND = "_event_behind"
"""Where the session keeps the responses that a button of an event has opened."""
Behind = tuple[str, tuple[Predicate, ...]]


def told(context: Context, found: Trend) -> None:
    """Nothing; the strongest event and what is behind it, the latest others in a sentence each, all of them as a table.

    Guests have them on the chart alone.
    """
    if context.is_guest:
        return
    st.subheader("What happened, and what moved with it", anchor=False)
    if not found.events:
        render.quiet(
            "No event is known yet. Add a release, a campaign or an outage below, and see what moved with it.",
        )
    known = context.dataset.events
    numbers = beside(found.periods, ("numbers", known), lambda: numbers_of(found.periods, known))
    pairs = list(zip(found.events, found.money, strict=True))[::-1]
    inside = [pair for pair in pairs if pair[0].is_in_view]
    said = []
    for effect, worked in sorted(inside, key=lambda pair: pair[0] is not found.strongest)[:MOST_TOLD]:
        number = numbers.get(effect.event)
        sentence = f"{f'{number} · ' if number else ''}{words.shortened(_sentence(found, effect), MOST_SAID)}"
        if effect is found.strongest:
            _behind(context, found, effect, worked, sentence)
        else:
            said.append(sentence)
    if found.events:
        # the strongest has the caution with it, where it is shown
        caution = "" if any(effect is found.strongest for effect, _ in inside) else trend_words.OTHER_REASONS
        beyond = "\n\n".join(part for part in (*said, _elsewhere(len(inside), len(pairs)), caution) if part)
        if beyond:
            render.quiet(beyond)
    opened = st.session_state.get(BEHIND)

    def body() -> None:
        if st.session_state.get(BEHIND) is not opened:
            st.rerun()  # a button in here has opened the responses further down
        if found.events:
            _table(found)
            _closer(context, found, pairs)
        event_desk.desk(context.dataset)

    render.folded("All events: see, add, import or remove", "events-edit", body, icon=":material/edit_calendar:")


def _elsewhere(inside: int, all_of_them: int) -> str:
    """What is in the table alone: those too many to be told one by one, and those outside of the days in view."""
    said = []
    if inside > MOST_TOLD:
        said.append(f"{count(inside - MOST_TOLD)} earlier ones are in the table.")
    if inside < all_of_them:
        outside = all_of_them - inside
        lie = "One more event lies" if outside == 1 else f"{count(outside)} more events lie"
        if not inside:
            lie = "The one event lies" if outside == 1 else f"{all_of(outside)} events lie"
        said.append(f"{lie} outside of the days in view: see the table.")
    return " ".join(said)


def _sentence(found: Trend, effect: Effect) -> str:
    return beside(found.periods, effect.event, lambda: trend_words.event_sentence(effect, found))


def _closer(context: Context, found: Trend, pairs: list[tuple[Effect, Return | None]]) -> None:
    """Nothing; what is behind one of the events that are not told at length above, once it is chosen."""
    others = {effect.event.id: (effect, worked) for effect, worked in pairs if effect is not found.strongest}
    if not others:
        return
    chosen = st.selectbox(
        "Look closer at",
        list(others),
        index=None,
        key="event-closer",
        format_func=lambda i: words.shortened(f"{others[i][0].event.name}, {day(others[i][0].event.day)}", MOST_SAID),
        placeholder="an event, for its days, its comments and its money",
    )
    if chosen is not None:
        effect, worked = others[chosen]
        _behind(context, found, effect, worked, words.shortened(_sentence(found, effect), MOST_SAID))


def _behind(context: Context, found: Trend, effect: Effect, worked: Return | None, said: str) -> None:
    """Nothing; what moved with an event, `said`, which days are compared, and the ways on."""
    money = beside(found.periods, (effect.event, "money"), lambda: trend_words.money_sentence(worked, effect))
    about = beside(found.periods, (effect.event, "about"), lambda: _about(context, found, effect))
    render.quiet("\n\n".join(part for part in (said, about, money, trend_words.OTHER_REASONS) if part))
    _ways_on(context, found, effect, has_money=bool(money))


def _about(context: Context, found: Trend, effect: Effect) -> str:
    """What kind of event it was, which days are compared, and how many spoke of it."""
    note = words.shortened(effect.event.note, MOST_NOTE)
    about = ": ".join(part for part in (effect.event.kind.words.capitalize(), note) if part)
    parts = [f"{about}.", trend_words.windows(effect, found), _mentions(context, found, effect)]
    return " ".join(part for part in parts if part)


def _mentions(context: Context, found: Trend, effect: Effect) -> str:
    """How many spoke of the strongest event; of that alone, for each takes a question to the engine."""
    if effect is not found.strongest:
        return ""
    spoken = loaders.mentions(context.scope, context.view, context.policy, found.looked, effect.event.id)
    return trend_words.mention_sentence(spoken) if spoken else ""


def _ways_on(context: Context, found: Trend, effect: Effect, *, has_money: bool) -> None:
    """Buttons to the dissatisfied responses on either side, and to the money."""
    predicate = trends.dissatisfied(found)
    sides = [(effect.before_window, effect.before, "before"), (effect.after_window, effect.after, "after")]
    row = st.container(horizontal=True, vertical_alignment="center", gap="medium")
    word = effect.event.word.strip() if context.dataset.with_role(Role.COMMENT) else ""
    for window, answers, side in sides:
        if window is None or answers is None or answers["hidden"] or predicate is None:
            continue
        about = f" on '{words.literal(word, 20)}'" if word else ""
        title = f"Dissatisfied {side} '{words.shortened(effect.event.name, 40)}'"
        row.button(
            f"Read the comments{about} {side}" if word else f"Dissatisfied responses {side}",
            key=f"read-{effect.event.id}-{side}",
            icon=":material/forum:",
            type="tertiary",
            on_click=_open,
            args=(context, title, (_during(window), predicate), word),
        )
    if has_money:
        with row:
            ways.link("roi", "Play it through in ROI", ":material/payments:")


def _during(window: Window) -> Between:
    return Between(column="day", low=window.start, high=window.end)


def _open(context: Context, title: str, also: tuple[Predicate, ...], word: str) -> None:
    """Nothing; the responses at the end of the page are these from now on, unfolded, their comments searched."""
    st.session_state[BEHIND] = (context.view, title, also)
    st.session_state["search-trends"] = word
    st.session_state["trends-responses"] = True


def opened(context: Context, clicked: str | None) -> Behind | None:
    """What a button of an event has opened; None before, in another view, and once a mark was clicked instead."""
    kept = st.session_state.get(BEHIND)
    if kept is None or kept[0] != context.view:
        return None
    if clicked is not None and clicked != st.session_state.get("_event_mark"):
        st.session_state.pop(BEHIND)
        st.session_state["_event_mark"] = clicked
        return None
    return kept[1], kept[2]


def _table(found: Trend) -> None:
    render.table(
        trend_tables.events(found), "events", "events-before-and-after", columns=trend_tables.event_columns(found)
    )
