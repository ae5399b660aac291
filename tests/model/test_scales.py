"""Scales: how they are written, read, valued and refused."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csat_core.model.scale import InvalidScaleError, Scale, numeric_scale, parse_scale, worded_scale


@pytest.mark.parametrize(
    ("text", "values", "name"),
    [
        ("1-5", (1, 2, 3, 4, 5), "1-5"),
        (" 1 - 5 ", (1, 2, 3, 4, 5), "1-5"),
        ("1..5", (1, 2, 3, 4, 5), "1-5"),
        ("1 to 5", (1, 2, 3, 4, 5), "1-5"),
        ("0-2", (0, 1, 2), "0-2"),
        ("-2..2", (-2, -1, 0, 1, 2), "-2..2"),
        ("-2-2", (-2, -1, 0, 1, 2), "-2..2"),
        ("5-1", (5, 4, 3, 2, 1), "5-1"),
        ("2..-2", (2, 1, 0, -1, -2), "2..-2"),
        ("No|Yes", (0, 1), "No|Yes"),
        ("Bad | Fair | Good", (1, 2, 3), "Bad|Fair|Good"),
        ("1|2|3", (1, 2, 3), "1-3"),
    ],
)
def test_a_scale_is_read_as_people_write_it(text: str, values: tuple[float, ...], name: str) -> None:
    scale = parse_scale(text)
    assert scale.values == values
    assert scale.name == name
    assert scale.points == len(values)


@pytest.mark.parametrize("text", ["", "5", "3-3", "0-101", "101-0", "Good", "a||b", "|", "a|a", "1-", "x-y", "1-5-9"])
def test_a_scale_that_cannot_be_read_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(InvalidScaleError) as refused:
        parse_scale(text)
    assert "write it as lowest-highest (1-5, 0-10, -2..2)" in str(refused.value)


@given(st.integers(-999, 999), st.integers(-999, 999))
def test_whole_numbers_make_a_scale_of_2_to_101_points(worst: int, best: int) -> None:
    if 1 <= abs(best - worst) <= 100:
        scale = numeric_scale(worst, best)
        assert (scale.points, scale.values[0], scale.values[-1]) == (abs(best - worst) + 1, worst, best)
        assert scale.is_reversed == (best < worst)
        assert parse_scale(scale.name) == scale
    else:
        with pytest.raises(InvalidScaleError):
            numeric_scale(worst, best)


@given(st.lists(st.text("abcdefÉß 😀é-", min_size=1).map(str.strip).filter(bool), min_size=2, max_size=12, unique=True))
def test_a_scale_of_words_is_read_back_from_its_name(labels: list[str]) -> None:
    scale = worded_scale(tuple(labels))
    assert scale.labels == tuple(labels)
    assert parse_scale(scale.name) == scale


def test_a_scale_in_half_steps_is_not_named_as_if_it_had_whole_ones() -> None:
    scale = Scale(values=(1, 1.5, 2), labels=("1", "1.5", "2"))
    assert scale.name == "1-2:0.5"


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ((1,), ("a",)),
        ((1, 2), ("a",)),
        ((1, 1), ("a", "b")),
        ((1, 2), ("a", "a")),
        ((1, math.nan), ("a", "b")),
        ((1, math.inf), ("a", "b")),
        (tuple(range(102)), tuple(map(str, range(102)))),
    ],
)
def test_answers_that_cannot_be_told_apart_are_no_scale(values: tuple[float, ...], labels: tuple[str, ...]) -> None:
    with pytest.raises(InvalidScaleError):
        Scale(values=values, labels=labels)
