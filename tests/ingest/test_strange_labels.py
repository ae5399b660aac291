"""Labels of no known scale beside codes whose labels are all of one: no answers, or asked where they may be one more."""

from dataclasses import replace

import pytest

from csat_core.ingest.detection import Described
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.scales.given_scales import parse_given, with_none
from tests.ingest.handmade import profiles

FIVE = ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied")
UP, DOWN = dict(enumerate(FIVE, 1)), dict(enumerate(reversed(FIVE), 1))
NAME = "Overall satisfaction"


def read(cells: list[str], labels: dict[int, str] | None = None, wish: str = "") -> ColumnMapping:
    """How an outcome of these cells is read, with value labels where there are any."""
    described = Described(value_labels=tuple((str(code), label) for code, label in (labels or {}).items()))
    table = tuple(replace(each, described=described) for each in profiles({NAME: cells}))
    found = propose(table, ".")
    return (decide(found, table, roles={}, scales={NAME: wish}) if wish else found).columns[0]


@pytest.mark.parametrize("codes", [UP, DOWN])
@pytest.mark.parametrize("code", [9, 8, 98, -9, -1])
@pytest.mark.parametrize("shape", ["", "{n} - {w}", "{w} ({n})", "{n} {w}"])
def test_a_label_far_from_a_whole_scale_is_no_answer_whatever_it_says(codes, code, shape):
    if shape and code < 0:
        return
    texts = {n: shape.format(n=n, w=word) if shape else word for n, word in {**codes, code: "Never flew"}.items()}
    cells = [*[texts[n] for n in codes] * 20, *[texts[code]] * 6]
    column = read(cells, None if shape else texts)
    assert column.scale
    assert column.scale.labels == tuple(texts[n] for n in sorted(codes, key=lambda n: FIVE.index(codes[n])))
    assert (column.not_applicable, column.assumed, column.question) == ((texts[code].lower(),), True, None)
    assert (
        f"'{texts[code]}', coded {code} beside 1 to 5 and of no such scale, is taken as no answer in 6 cells"
        in column.reason
    )


@pytest.mark.parametrize(
    ("codes", "code", "at_best"), [(UP, 6, True), (UP, 0, False), (DOWN, 6, False), (DOWN, 0, True)]
)
def test_one_next_to_the_scale_is_asked_with_both_readings(codes, code, at_best):
    labels = {**codes, code: "Walked past"}
    cells = [*FIVE * 20, *["Walked past"] * 6]
    column = read(cells, labels)
    wider = (*FIVE, "Walked past") if at_best else ("Walked past", *FIVE)
    assert column.ways == (f"{'|'.join(FIVE)},Walked past=na", "|".join(wider))
    assert column.question == column.doubt
    assert f"'Walked past' (6), coded {code} beside 1 to 5, may be one more answer, or none" in str(column.doubt)
    settled = read(cells, labels, column.ways[0])
    assert (settled.question, settled.not_applicable) == (None, ("walked past",))


@pytest.mark.parametrize("code", [0, 9])
def test_one_that_nobody_gave_is_left_out_and_said(code):
    column = read([*FIVE * 20], {**UP, code: "Walked past"})
    assert column.scale
    assert (column.scale.labels, column.assumed, column.question) == (FIVE, False, None)
    assert f"'Walked past', coded {code} beside 1 to 5" in column.reason


@pytest.mark.parametrize(
    ("labels", "cells"),
    [
        ({1: FIVE[0], 5: FIVE[4], 9: "Never flew"}, [FIVE[0], "2", "3", "4", FIVE[4]]),
        ({0: "Not at all likely", 10: "Extremely likely", 99: "Never flew"}, ["Not at all likely", *map(str, range(1, 10)), "Extremely likely"]),
        ({99: "Never flew"}, [*map(str, range(11))]),
        ({0: "No", 1: "Yes", 9: "Never flew"}, ["No", "Yes"]),
    ],
)  # fmt: skip
def test_words_at_the_ends_plain_numbers_and_two_answers_are_scales_beside_it(labels, cells):
    column = read([*cells * 20, *["Never flew"] * 6], labels)
    assert column.scale
    assert (column.scale.points, column.not_applicable) == (len(cells), ("never flew",))


def test_not_sure_in_the_middle_of_the_codes_stays_the_middle():
    words = ("Strongly disagree", "Disagree", "Not sure", "Agree", "Strongly agree")
    column = read([*words * 20, *["Never flew"] * 6], {**dict(enumerate(words, 1)), 9: "Never flew"})
    assert column.scale
    assert column.scale.labels == words


@pytest.mark.parametrize(
    "labels",
    [
        {1: "Very poor", 2: "Poor", 3: "Middling", 4: "Good", 5: "Very good"},
        {1: "Poor", 2: "Fair", 3: "Good", 4: "Very good", 5: "Excellent", 6: "Outstanding"},
        {1: "Unhelpful", 2: "Ordinary", 3: "Helpful", 9: "Whatever"},
    ],
)
def test_a_label_within_the_codes_or_that_a_scale_knows_is_no_stranger(labels):
    column = read([*labels.values()] * 20, labels)
    assert column.scale
    assert (column.scale.points, column.not_applicable) == (len(labels), ())


def test_two_known_words_among_the_names_of_many_groups_are_no_scale():
    labels = {1: "Bad", 2: "Good", **{code: f"Shop {chr(code)}" for code in range(70, 80)}}
    assert read([*labels.values()] * 20, labels).role.value == "segment"


def test_what_is_no_answer_can_be_typed_behind_a_scale_with_signs_of_its_own():
    written = with_none("Bad|Good", "9 = Not stated", "Other")
    assert parse_given(written).not_applicable == ("9 = not stated", "other")
    assert with_none("Bad|Good", "Well, no") == "Bad|Good"


@pytest.mark.parametrize("word", ["Inapplicable", "Skipped", "Valid skip", "Not stated", "Refusal", "Übersprungen", "Non-réponse", "Recusa", "Rifiuto",
    "Weigert", "Uppgift saknas", "Άρνηση", "缺失", "拒否"])  # fmt: skip
def test_the_usual_words_for_no_answer_are_none_without_a_doubt(word):
    column = read([*FIVE * 20, *[word] * 6], {**UP, 6: word})
    assert column.scale
    assert (column.scale.labels, column.assumed) == (FIVE, False)


@pytest.mark.parametrize("least", [1, 3])
def test_labels_on_both_sides_of_plain_numbers_are_the_ends_of_their_scale(least):
    labels = {0: "Blurb", 10: "Blorb"}
    column = read([*map(str, range(least, 10)), "Blorb"] * 10, labels)
    assert column.scale
    assert (column.scale.values, column.not_applicable) == (tuple(range(11)), ())
    assert column.question
    assert "whether 10 or 0 is the best is not clear" in column.question


@pytest.mark.parametrize("declared", [True, False])
def test_labels_below_zero_are_no_answers_unless_they_are_the_other_half_of_the_scale(declared):
    scale = {0: "[0] 0 ganz und gar unzufrieden", **{n: f"[{n}] {n}" for n in range(1, 10)}}
    texts = {-5: "[-5] nicht enthalten", -2: "[-2] trifft nicht zu", **scale, 10: "[10] 10 ganz und gar zufrieden"}
    column = read([*texts.values()] * 8, texts if declared else None)
    assert column.scale
    assert (column.scale.points, column.not_applicable[-2:]) == (11, ("[-5] nicht enthalten", "[-2] trifft nicht zu"))
    halves = {n: f"({n}) {word}" for n, word in zip(range(-2, 3), FIVE, strict=True)}
    whole = read([*halves.values()] * 20, halves if declared else None)
    assert whole.scale
    assert (whole.scale.points, whole.not_applicable) == (5, ())
