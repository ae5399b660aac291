"""The sidebar's controls: dataset, question, period, filters, scheme. Their state survives page changes and sits in the URL."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

import streamlit as st

from csat_core import words
from csat_core.model.dataset import Column, Dataset
from csat_core.model.period import Grain
from csat_core.model.predicate import OneOf
from csat_core.model.scheme import InvalidSchemeError, find_scheme, fitting, own_scheme
from csat_core.model.view import View, first_view, proposed_scheme
from csat_core.store import settings
from pages.shared import loaders, options, visitors

ALL, OWN = "All dates", "Own dates"
RECENT = {"Last 30 days": 30, "Last 90 days": 90, "Last 12 months": 365}
MOST_LEVELS = 1_000


def chosen_dataset(datasets: tuple[Dataset, ...]) -> Dataset:
    """The dataset of the sidebar; the largest before anything was chosen."""
    chosen = st.session_state.get("dataset")
    found = [dataset for dataset in datasets if dataset.id == chosen]
    return found[0] if found else max(datasets, key=lambda dataset: (dataset.answers, -dataset.id))


def remember(dataset: Dataset, view: View) -> None:
    """Nothing; the sidebar shows `view` from now on."""
    state = st.session_state
    state["dataset"] = dataset.id
    state[_key(dataset, "question")] = view.question
    state[_key(dataset, f"scheme:{view.question}")] = view.scheme
    state[_key(dataset, "grain")] = view.grain
    if view.since or view.until:
        assert dataset.since is not None
        assert dataset.until is not None
        state[_key(dataset, "period")] = OWN
        # a link may name days from before or after the data: the open side then is no day of it either
        since = view.since or min(dataset.since, view.until or dataset.since)
        state[_key(dataset, "dates")] = (since, view.until or max(dataset.until, since))
    else:
        state[_key(dataset, "period")] = ALL
    chosen = {predicate.column: list(predicate.values) for predicate in view.filters}
    for segment in dataset.segments:
        state[_key(dataset, segment.id)] = chosen.get(segment.id, [])


def _key(dataset: Dataset, name: str) -> str:
    return f"{dataset.id}:{name}"


def sidebar(datasets: tuple[Dataset, ...]) -> tuple[Dataset, View]:
    """The dataset and the view that the sidebar says."""
    by_id = {dataset.id: dataset for dataset in datasets}
    before, now = st.session_state.get("dataset"), chosen_dataset(datasets).id
    if before not in (None, now):
        st.toast("The dataset in view is not here any more; another one is shown.", icon=":material/undo:")
    st.session_state["dataset"] = now
    with st.sidebar:
        names = words.readable([dataset.name for dataset in datasets])
        chosen = st.selectbox("Dataset", list(by_id), format_func=lambda i: names[by_id[i].name], key="dataset")
        dataset = by_id[chosen]
        start = first_view(dataset)
        question = _question(dataset)
        since, until = _period(dataset)
        filters = _filters(dataset)
        grain, scheme = _rules(dataset, question, start)
    view = View(
        dataset_id=dataset.id,
        version=dataset.version,
        question=question.id,
        scheme=scheme,
        grain=grain,
        since=since,
        until=until,
        filters=filters,
    )
    return dataset, view


def _question(dataset: Dataset) -> Column:
    questions = {column.id: column for column in dataset.questions}
    if len(questions) == 1:
        return dataset.outcome
    key = _key(dataset, "question")
    options.begin_as_usual(key, dataset.first_question.id)
    names = words.told_apart(dataset.columns)
    return questions[st.selectbox("Question", list(questions), format_func=names.__getitem__, key=key)]


def _period(dataset: Dataset) -> tuple[date | None, date | None]:
    if dataset.since is None or dataset.until is None:
        return None, None
    key = _key(dataset, "period")
    st.session_state.setdefault(key, ALL)
    chosen = st.selectbox("Period", [ALL, *RECENT, OWN], key=key)
    if chosen in RECENT:
        return max(dataset.since, dataset.until - timedelta(days=RECENT[chosen] - 1)), dataset.until
    if chosen != OWN:
        return None, None
    dates_key = _key(dataset, "dates")
    st.session_state.setdefault(dates_key, (dataset.since, dataset.until))
    dates: tuple[date, ...] = st.date_input(  # type: ignore[assignment]  # of a range, which the state alone says
        "From and to", min_value=None, max_value=None, format="YYYY-MM-DD", key=dates_key
    )
    # between the two clicks there is one date only
    return (dates[0], dates[1]) if len(dates) == 2 else (dates[0] if dates else None, None)


def _rules(dataset: Dataset, question: Column, start: View) -> tuple[Grain, str]:
    """How answers are counted: the periods that are compared, and the scheme; folded, for every page says them."""
    grains, schemes = _key(dataset, "grain"), _key(dataset, f"scheme:{question.id}")
    grain = st.session_state.setdefault(grains, start.grain)
    scheme = st.session_state.setdefault(schemes, proposed_scheme(question).id)
    label = "Periods and scheme" if dataset.has_days else "Scheme"
    fold = st.expander(label, icon=":material/rule:", key="rules", on_change="rerun")
    if fold.open:
        names = _schemes(question)
        names.setdefault(scheme, find_scheme(scheme).name)
        with fold:
            if dataset.has_days:
                grain = st.selectbox(
                    "Compare by",
                    list(Grain),
                    help="Where there would be too many periods, longer ones are drawn; the page says so.",
                    format_func=lambda grain: grain.value.capitalize(),
                    key=grains,
                    persist_state="session",
                )
            scheme = st.selectbox(
                "Scoring scheme",
                list(names),
                format_func=lambda i: f"{names[i]} ({i})",
                key=schemes,
                persist_state="session",
            )
            assert question.scale is not None
            if question.scale.points > 2:
                _own_bounds(question, schemes)
    return grain, scheme


def _schemes(question: Column) -> dict[str, str]:
    """The schemes that fit a question by id, those of one's own under their names."""
    assert question.scale is not None
    names = {scheme.id: scheme.name for scheme in fitting(question.scale)}
    for scheme_id, name in loaders.own_schemes().items():
        if find_scheme(scheme_id).fits(question.scale):
            names[scheme_id] = name
    return names


def _filters(dataset: Dataset) -> tuple[OneOf, ...]:
    segments = [segment for segment in dataset.segments if segment.levels and segment.divides]
    if not segments:
        return ()
    active = sum(bool(st.session_state.get(_key(dataset, segment.id))) for segment in segments)
    chosen = []
    if active:  # under a heading that stays the same: a new one would close the list in the middle of a choice
        st.session_state.setdefault("filters", True)
    fold = st.expander("Filters", icon=":material/filter_alt:", key="filters", on_change="rerun")
    if not (fold.open or active):
        return ()
    with fold:
        for segment in segments:
            key = _key(dataset, segment.id)
            st.session_state.setdefault(key, [])
            options: list[str | None] = [*segment.levels[:MOST_LEVELS], *([None] if segment.blank else [])]
            options += [level for level in st.session_state[key] if level not in options]  # a link may name a rare one
            blank = words.BLANK if words.BLANK not in segment.levels else "(no value)"
            shown = words.readable([level for level in options if level is not None])
            values = st.multiselect(
                words.literal(segment.title),
                options,
                key=key,
                placeholder="all",
                format_func=partial(_level, blank=blank, shown=shown),
            )
            if values:
                chosen.append(OneOf(column=segment.id, values=tuple(sorted(values, key=str))))
    return tuple(sorted(chosen, key=lambda predicate: predicate.column))


def _level(level: str | None, *, blank: str, shown: Mapping[str, str]) -> str:
    return blank if level is None else shown.get(level, level)


def _own_bounds(question: Column, key: str) -> None:
    """Own bounds on the scale, used at once and kept under a name when one is given."""
    scale = question.scale
    assert scale is not None
    popover = st.popover("Own bounds", type="tertiary", icon=":material/tune:", key="own-bounds", on_change="rerun")
    if not popover.open:
        return
    with popover:
        labels = dict(enumerate(scale.labels, 1))
        positions = list(labels)
        bands = find_scheme(st.session_state[key]).bands(scale)
        low, high = (bands.dissatisfied_to or 1) - 1, bands.satisfied_from - 2
        at = f"{key}:{st.session_state[key]}"
        st.selectbox("Dissatisfied up to", positions[:-1], index=low, format_func=labels.__getitem__, key=f"{at}:low")
        st.selectbox("Satisfied from", positions[1:], index=high, format_func=labels.__getitem__, key=f"{at}:high")
        st.text_input("Keep it under a name (optional)", max_chars=60, key=f"{at}:name")
        st.button("Use these bounds", on_click=_use_bounds, args=(key, at, scale.points), type="primary")


def _use_bounds(key: str, at: str, points: int) -> None:
    # read here: what a callback is given was true before the last thing that was typed
    dissatisfied_to, satisfied_from, name = (st.session_state[f"{at}:{part}"] for part in ("low", "high", "name"))
    try:
        scheme = own_scheme(points, satisfied_from, dissatisfied_to)
    except InvalidSchemeError as error:
        st.toast(str(error), icon=":material/error:")
        return
    if name.strip():
        settings.keep_scheme(visitors.writable(), scheme.id, name.strip())
    st.session_state[key] = scheme.id
