"""Scoring schemes: every answer of every scheme falls into the band its source says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csat_core.model.scale import Scale, numeric_scale, parse_scale, worded_scale
from csat_core.model.scheme import SCHEMES, Bands, InvalidSchemeError, find_scheme, fitting, own_scheme

FIVE_WORDS = "Very bad|Bad|Fair|Good|Very good"
HALVES = Scale(values=tuple(n / 2 for n in range(2, 11)), labels=tuple(f"{n / 2:g}" for n in range(2, 11)))


def band_of_each(scheme_id: str, scale: Scale) -> str:
    """One letter for each answer from worst to best: d dissatisfied, n neutral, s satisfied."""
    bands = find_scheme(scheme_id).bands(scale)
    lowest = bands.dissatisfied_to or 0
    return "".join(
        "s" if at >= bands.satisfied_from else "d" if at <= lowest else "n" for at in range(1, scale.points + 1)
    )


@pytest.mark.parametrize(
    ("scheme", "scale", "bands"),
    [
        ("binary", "No|Yes", "ds"),
        ("binary", "0-1", "ds"),
        ("smiley-3", "1-3", "dns"),
        ("smiley-3", "0-2", "dns"),
        ("top2-of-4", "1-4", "ddss"),
        ("top2-of-5", "1-5", "ddnss"),
        ("top2-of-5", "-2..2", "ddnss"),
        ("top2-of-5", FIVE_WORDS, "ddnss"),
        ("strict-5", "1-5", "dddss"),
        ("strict-5", "-2..2", "dddss"),
        ("top2-of-7", "1-7", "dddnnss"),
        ("top2-of-7", "-3..3", "dddnnss"),
        ("top3-of-10", "1-10", "ddddnnnsss"),
        ("top3-of-0-10", "0-10", "dddddnnnsss"),
        ("nps", "0-10", "dddddddnnss"),
        ("ces-5", "1-5", "ddnss"),
        ("ces-7", "1-7", "dddnsss"),
        ("percent", "0-100", "d" * 40 + "n" * 40 + "s" * 21),
        ("percent", "1-100", "d" * 40 + "n" * 40 + "s" * 20),
        ("percent", "1-6", "ddnnss"),
        ("percent", "0-5", "ddnnss"),
        ("percent", "1-8", "dddnnnss"),
        ("percent", "1-9", "ddddnnnss"),
        ("percent", "1-12", "dddddnnnnsss"),
        ("top1", "0-1", "ns"),
        ("top1", "1-5", "nnnns"),
        ("top1", "0-10", "n" * 10 + "s"),
        ("top1", "0-100", "n" * 100 + "s"),
        ("own-5-5-3", "1-5", "dddns"),
        ("own-5-3-1", "-2..2", "dnsss"),
        ("own-11-8-7", "0-10", "dddddddssss"),
    ],
)
def test_every_answer_falls_into_its_band(scheme: str, scale: str, bands: str) -> None:
    assert band_of_each(scheme, parse_scale(scale)) == bands


def test_percent_works_on_the_index_of_the_values_and_not_on_positions() -> None:
    assert band_of_each("percent", HALVES) == "ddddnnnss"
    unevenly = Scale(values=(0, 10, 39, 40, 79, 80, 90, 100), labels=tuple("abcdefgh"))
    assert band_of_each("percent", unevenly) == "dddnnsss"
    best_is_one = Scale(values=(6, 5, 4, 3, 2, 1), labels=("6", "5", "4", "3", "2", "1"))
    assert band_of_each("percent", best_is_one) == "ddnnss"


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ("0-1", ["binary", "top1"]),
        ("1-3", ["smiley-3", "top1"]),
        ("0-2", ["smiley-3", "top1"]),
        ("1-4", ["top2-of-4", "top1"]),
        ("1-5", ["top2-of-5", "strict-5", "ces-5", "top1"]),
        ("-2..2", ["top2-of-5", "strict-5", "ces-5", "top1"]),
        ("1-6", ["percent", "top1"]),
        ("1-7", ["top2-of-7", "ces-7", "top1"]),
        ("1-8", ["percent", "top1"]),
        ("1-9", ["percent", "top1"]),
        ("1-10", ["top3-of-10", "top1"]),
        ("0-10", ["top3-of-0-10", "nps", "top1"]),
        ("1-12", ["percent", "top1"]),
        ("0-100", ["percent", "top1"]),
    ],
)
def test_a_scale_is_offered_the_schemes_that_fit_the_default_first(scale: str, expected: list[str]) -> None:
    assert [scheme.id for scheme in fitting(parse_scale(scale))] == expected


@given(st.integers(2, 101))
def test_every_scale_has_a_scheme_and_every_fitting_scheme_divides_it(points: int) -> None:
    scale = numeric_scale(1, points)
    assert fitting(scale)[-1].id == "top1"
    for scheme in fitting(scale):
        bands = scheme.bands(scale)
        assert (bands.dissatisfied_to or 0) < bands.satisfied_from <= points


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.id)
def test_a_scheme_that_does_not_fit_says_which_ones_do(scheme: object) -> None:
    scale = parse_scale("1-7")
    for each in SCHEMES:
        if not each.fits(scale):
            with pytest.raises(InvalidSchemeError) as refused:
                each.bands(scale)
            assert str(refused.value) == (
                f"The scheme '{each.id}' does not fit a scale of 7 points; choose one of: top2-of-7, ces-7, top1."
            )


def test_an_unknown_scheme_is_refused_with_what_there_is() -> None:
    with pytest.raises(InvalidSchemeError) as refused:
        find_scheme("top-9")
    assert str(refused.value) == (
        "There is no scheme 'top-9'; choose one of: binary, smiley-3, top2-of-4, top2-of-5, strict-5, top2-of-7, "
        "top3-of-10, top3-of-0-10, nps, ces-5, ces-7, percent, top1."
    )


@given(st.integers(2, 101).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n - 1), st.integers(1, n))))
def test_an_own_scheme_carries_its_rule_in_its_id(bounds: tuple[int, int, int]) -> None:
    points, dissatisfied, satisfied = bounds
    if dissatisfied < satisfied:
        scheme = own_scheme(points, satisfied, dissatisfied)
        assert find_scheme(scheme.id) == scheme
        assert scheme.bands(numeric_scale(1, points)) == Bands(satisfied_from=satisfied, dissatisfied_to=dissatisfied)
    else:
        with pytest.raises(InvalidSchemeError):
            own_scheme(points, satisfied, dissatisfied)


@pytest.mark.parametrize(("points", "satisfied", "dissatisfied"), [(5, 3, 3), (5, 6, 2), (5, 4, 0), (5, 2, 3)])
def test_own_bounds_that_do_not_divide_the_scale_are_refused(points: int, satisfied: int, dissatisfied: int) -> None:
    with pytest.raises(InvalidSchemeError) as refused:
        own_scheme(points, satisfied, dissatisfied)
    assert str(refused.value) == (
        f"Satisfied from answer {satisfied} and dissatisfied up to answer {dissatisfied} do not divide "
        f"a scale of {points} answers; dissatisfied must end below where satisfied begins."
    )


def test_an_own_scheme_does_not_fit_a_scale_of_another_length() -> None:
    with pytest.raises(InvalidSchemeError) as refused:
        own_scheme(5, 4, 2, name="Ours").bands(parse_scale("0-10"))
    assert str(refused.value) == (
        "The scheme 'own-5-4-2' does not fit a scale of 11 points; choose one of: top3-of-0-10, nps, top1."
    )
    assert own_scheme(5, 4, 2, name="Ours").name == "Ours"


def test_words_are_scored_by_position() -> None:
    assert band_of_each("top2-of-5", worded_scale(("a", "b", "c", "d", "e"))) == "ddnss"
