"""Views and the one codec of the URL: what is said comes back, and what does not fit is dropped in words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csat_core.model.dataset import Column, Dataset, Role
from csat_core.model.period import Grain
from csat_core.model.predicate import Between, OneOf
from csat_core.model.scale import parse_scale
from csat_core.model.scheme import find_scheme, fitting
from csat_core.model.view import InvalidViewError, View, first_view, from_params, to_params

HOSTILE = (
    "~", "~~", "~~~", "", " ", "a=b&c", "&s02=x", "100 %", "a+b", "?", "#", "/../", "None", "null", "\x00", "\n", "😀",
    "👩‍👩‍👧", "مرحبا", "\u202eabc", "ﬁ", "é", "e\u0301", "'; DROP TABLE responses_1; --", '"', "<b>", "North", "~North",
)  # fmt: skip
"""Levels that a URL, an encoder or a careless codec could mistake for something else."""


def column(id: str, role: Role, scale: str = "", levels: tuple[str, ...] = (), scheme: str | None = None) -> Column:
    on = parse_scale(scale) if scale else None
    return Column(id=id, name=f"name of {id}", role=role, position=1, scale=on, levels=levels, scheme=scheme)


DATASET = Dataset(
    id=3,
    name="Survey",
    version=7,
    columns=(
        column("q01", Role.OUTCOME, "1-5"),
        column("q02", Role.OUTCOME, "0-10", scheme="nps"),
        column("q03", Role.DRIVER, "-2..2"),
        replace(column("s01", Role.SEGMENT, levels=HOSTILE), blank=4),
        column("s02", Role.TOUCHPOINT, levels=("Browse", "Buy")),
        column("t01", Role.COMMENT),
    ),
    responses=100,
    since=date(2025, 1, 1),
    until=date(2026, 3, 9),
)
UNDATED = replace(DATASET, since=None, until=None)


@st.composite
def views(draw: st.DrawFn) -> View:
    """Any view that the dataset allows."""
    question = draw(st.sampled_from(DATASET.questions))
    assert question.scale is not None
    points = question.scale.points
    own = st.integers(1, points - 1).map(lambda at: f"own-{points}-{at + 1}-{at}")
    days = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2)))
    filters = {
        each.id: draw(
            st.lists(st.sampled_from([*([None] if each.blank else []), *each.levels]), min_size=1, max_size=6)
        )
        for each in draw(st.lists(st.sampled_from(DATASET.segments), unique=True))
    }
    return View(
        dataset_id=DATASET.id,
        version=DATASET.version,
        question=question.id,
        scheme=draw(st.sampled_from([scheme.id for scheme in fitting(question.scale)]) | own),
        grain=draw(st.sampled_from(Grain)),
        since=days[0] if draw(st.booleans()) else None,
        until=days[1] if draw(st.booleans()) else None,
        filters=tuple(OneOf(column=id, values=tuple(values)) for id, values in filters.items()),
    )


@given(views())
def test_a_view_comes_back_from_its_url(view: View) -> None:
    address = urlencode(to_params(view, DATASET), doseq=True)
    back, dropped = from_params(parse_qs(address, keep_blank_values=True), DATASET)
    assert back == view
    assert hash(back) == hash(view)
    assert dropped == ()


@given(views())
def test_a_url_says_column_ids_and_stored_values_and_leaves_out_what_is_proposed(view: View) -> None:
    params = to_params(view, DATASET)
    assert set(params) <= {"dataset", "question", "scheme", "grain", "since", "until", "s01", "s02"}
    assert ("question" in params) == (view.question != "q01")
    assert ("grain" in params) == (view.grain is not Grain.MONTH)
    assert params["dataset"] == ["3"]


def test_the_first_view_needs_nothing_in_the_url_but_the_dataset() -> None:
    view = first_view(DATASET)
    assert (view.question, view.scheme, view.grain) == ("q01", "top2-of-5", Grain.MONTH)
    assert to_params(view, DATASET) == {"dataset": ["3"]}
    assert from_params({}, DATASET) == (view, ())


def test_a_blank_level_where_nobody_left_a_blank_is_dropped_and_said() -> None:
    view, dropped = from_params({"s02": ["~", "Buy"]}, DATASET)
    assert view.filters == (OneOf(column="s02", values=("Buy",)),)
    assert dropped == ("The link filters by a group that is not in the data any more; it was dropped.",)
    assert from_params({"s02": ["~"]}, DATASET)[0].filters == ()


def test_every_hostile_level_is_itself_again() -> None:
    view = replace(first_view(DATASET), filters=(OneOf(column="s01", values=(None, *HOSTILE)),))
    params = to_params(view, DATASET)
    assert len(set(params["s01"])) == len(HOSTILE) + 1
    assert from_params(params, DATASET) == (view, ())


def test_a_blank_level_and_a_level_written_like_it_are_different_filters() -> None:
    blank, tilde = (
        replace(first_view(DATASET), filters=(OneOf(column="s01", values=(value,)),)) for value in (None, "~")
    )
    assert to_params(blank, DATASET)["s01"] == ["~"]
    assert to_params(tilde, DATASET)["s01"] == ["~~"]


def test_the_order_of_choosing_does_not_make_another_view() -> None:
    region, stage = (
        OneOf(column="s01", values=("North", None, "None", "😀")),
        OneOf(column="s02", values=("Buy", "Browse")),
    )
    turned = [OneOf(column=each.column, values=(*reversed(each.values), each.values[0])) for each in (stage, region)]
    one, other = (replace(first_view(DATASET), filters=tuple(filters)) for filters in ((region, stage), turned))
    assert one == other
    assert hash(one) == hash(other)


def test_a_filter_with_nothing_chosen_is_no_filter() -> None:
    assert replace(first_view(DATASET), filters=(OneOf(column="s01", values=()),)) == first_view(DATASET)


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        (
            {"question": ["q09"]},
            "The link names a question that this dataset does not have; its main question is shown.",
        ),
        (
            {"question": ["s01"]},
            "The link names a question that this dataset does not have; its main question is shown.",
        ),
        ({"scheme": ["nps"]}, "The link names a scoring scheme that does not fit; the proposed one is used."),
        ({"scheme": ["own-5-9-1"]}, "The link names a scoring scheme that does not fit; the proposed one is used."),
        ({"scheme": [""]}, "The link names a scoring scheme that does not fit; the proposed one is used."),
        ({"grain": ["fortnight"]}, "The link names a length of period that is not known; the proposed one is used."),
        ({"grain": ["MONTH"]}, "The link names a length of period that is not known; the proposed one is used."),
        ({"since": ["yesterday"]}, "The link holds a date that cannot be read; that side of the period is open."),
        ({"until": ["2026-02-30"]}, "The link holds a date that cannot be read; that side of the period is open."),
        (
            {"since": ["2026-02-01"], "until": ["2026-01-01"]},
            "The link's period ends before it begins; all dates are shown.",
        ),
        ({"s01": ["Gone"]}, "The link filters by a group that is not in the data any more; it was dropped."),
        ({"t01": ["x"]}, "The link holds a part that is not known here; it was dropped."),
        ({"q01": ["4"]}, "The link holds a part that is not known here; it was dropped."),
        ({"utm_source": ["mail"]}, "The link holds a part that is not known here; it was dropped."),
    ],
)
def test_what_does_not_fit_is_dropped_with_a_sentence(params: dict[str, list[str]], sentence: str) -> None:
    assert from_params(params, DATASET) == (first_view(DATASET), (sentence,))


def test_the_levels_that_are_still_there_stay_in_the_filter() -> None:
    view, dropped = from_params({"s02": ["Buy", "Gone"]}, DATASET)
    assert view.filters == (OneOf(column="s02", values=("Buy",)),)
    assert dropped == ("The link filters by a group that is not in the data any more; it was dropped.",)


def test_a_period_on_a_dataset_without_dates_is_dropped() -> None:
    view, dropped = from_params({"since": ["2026-01-01"]}, UNDATED)
    assert (view.since, view.grain) == (None, Grain.MONTH)
    assert dropped == ("The link holds a period, but this dataset has no dates.",)


names = (
    st.sampled_from(["dataset", "question", "scheme", "grain", "since", "until", "s01", "s02", "q01", "day"])
    | st.text()
)
values = st.text() | st.sampled_from(
    ["q02", "nps", "own-5-4-2", "own-005-04-02", "week", "2026-01-05", "~", "Buy", *HOSTILE]
)


@given(st.dictionaries(names, st.lists(values, max_size=4), max_size=8))
def test_no_parameters_whatever_raise_and_what_is_read_is_a_view_of_the_dataset(
    params: Mapping[str, Sequence[str]],
) -> None:
    for dataset in (DATASET, UNDATED):
        view, dropped = from_params(params, dataset)
        question = dataset.column(view.question)
        assert question.scale is not None
        assert find_scheme(view.scheme).id == view.scheme
        assert find_scheme(view.scheme).bands(question.scale).satisfied_from <= question.scale.points
        assert {each.column for each in view.filters} <= {"s01", "s02"}
        assert all(sentence.endswith(".") for sentence in dropped)
        assert from_params(to_params(view, dataset), dataset) == (view, ())


def test_a_period_that_ends_before_it_begins_is_no_view() -> None:
    with pytest.raises(InvalidViewError) as refused:
        replace(first_view(DATASET), since=date(2026, 2, 1), until=date(2026, 1, 1))
    assert str(refused.value) == (
        "The period ends on 2026-01-01 before it begins on 2026-02-01; choose an end on or after the beginning."
    )
    one_day = replace(first_view(DATASET), since=date(2026, 2, 1), until=date(2026, 2, 1))
    assert one_day.where == (Between(column="day", low=date(2026, 2, 1), high=date(2026, 2, 1)),)
