"""Labels with their number in front or behind are their words, and codes that nobody declared are no answers beside them."""

from dataclasses import replace

import pytest

from csat_core.ingest.detection import Described
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.scales.numbered_labels import NumberedLabel, numbered
from tests.ingest.handmade import profiles

pytestmark = pytest.mark.usefixtures("in_this_process")

WORDS = ("Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied")
SHAPES = (
    "{n} - {w}",
    "({n}) {w}",
    "{n}: {w}",
    "{n} = {w}",
    "{w} ({n})",
    "[{n}] {w}",
    "{n}. {w}",
    "{w} - {n}",
    "{n}/5 {w}",
    "{w}, {n}",
    "{n}_{w}",
    "{w};{n}",
    "{n} ~ {w}",
)


def read(
    cells: list[str], labels: dict[int, str] | None = None, name: str = "Satisfaction with price"
) -> ColumnMapping:
    """How a column of these cells is read beside a plain outcome, with value labels where there are any."""
    columns = profiles({name: cells, "Overall satisfaction": [*"12345"] * (len(cells) // 5)})
    described = Described(value_labels=tuple((str(code), label) for code, label in (labels or {}).items()))
    asked = tuple(replace(each, described=described) if each.name == name else each for each in columns)
    return next(each for each in propose(asked, ".").columns if each.name == name)


@pytest.mark.parametrize("shape", ["{n}|{w}", "{w} | {n}"])
def test_a_bar_between_number_and_words_is_none_between_the_answers_of_the_scale(shape):
    cells = [shape.format(n=n, w=word) for n, word in enumerate(reversed(WORDS), 1)]
    column = read([cells[0], *cells[2:]] * 20)
    assert column.scale
    assert column.scale.labels[-1] == shape.replace("|", " - ").replace("  ", " ").replace("  ", " ").format(
        n=5, w=WORDS[0]
    )
    assert column.scale.points == 5
    assert [dict(column.positions)[cell.lower()] for cell in cells] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("numbers", [(1, 2, 3, 4, 5), (5, 4, 3, 2, 1)])
def test_a_number_beside_the_words_leaves_the_direction_to_the_words(shape, numbers):
    labels = {n: shape.format(n=n, w=word) for n, word in zip(numbers, WORDS, strict=True)}
    for described in (None, labels):
        column = read([*labels.values()] * 20, described)
        place = dict(column.positions)
        assert column.role.value == "driver"
        assert place[labels[numbers[0]].lower()] == 5
        assert place[labels[numbers[-1]].lower()] == 1


@pytest.mark.parametrize(
    ("low", "high", "between"),
    [
        ("1 - sehr zufrieden", "5 - sehr unzufrieden", ["2", "3", "4"]),
        ("1: Very satisfied", "5: Very dissatisfied", ["2", "3", "4"]),
        ("1 Extremely satisfied", "5 Extremely dissatisfied", ["2", "3", "4"]),
        ("1 Best", "5 Worst", ["2", "3", "4"]),
        ("sehr zufrieden (1)", "sehr unzufrieden (5)", ["(2)", "(3)", "(4)"]),
        ("1 = tout à fait d'accord", "5 = pas du tout d'accord", ["2", "3", "4"]),
    ],
)
def test_numbered_words_at_the_ends_alone_say_which_end_is_the_best(low, high, between):
    labels = dict(enumerate([low, *between, high], 1))
    column = read([low, *between, high] * 20, labels if "(2)" in between else {1: low, 5: high})
    place = dict(column.positions)
    assert (place[low.lower()], place[between[0]], place[high.lower()]) == (5, 4, 1)
    assert not column.assumed


def test_codes_above_the_numbers_in_their_labels_stand_for_these():
    labels = {10 + n: f"{n} - {word}" for n, word in enumerate(reversed(WORDS), 1)}
    column = read([*labels.values()] * 20, labels)
    assert column.scale
    assert column.scale.values == (1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("1 - sehr zufrieden", NumberedLabel(number=1, words="sehr zufrieden")),
        ("(2)", NumberedLabel(number=2, words="")),
        ("store 5", NumberedLabel(number=5, words="store", is_bare=True)),
        ("5 - 10 minutes", None),
        ("18-24", None),
        ("satisfied", None),
        ("4", None),
    ],
)
def test_numbers_are_told_from_names_and_ranges(label, found):
    assert numbered(label) == found


@pytest.mark.parametrize("code", ["99", "98", "88", "-1"])
@pytest.mark.parametrize("times", [2, 12])
@pytest.mark.parametrize("name", ["Satisfaction with price", "Customer satisfaction"])
def test_undeclared_codes_beside_labels_are_proposed_as_no_answer(code, times, name):
    labels = dict(enumerate(WORDS[::-1], 1))
    for described in (labels, None):
        column = read([*WORDS] * 20 + [code] * times, described, name)
        assert (column.role.storage, column.dont_know, column.assumed) == ("question", (code,), True)
        assert f"{code} in {times} cell{'s' if times > 1 else ''} taken as 'don't know'" in column.reason
        assert code not in dict(column.positions)
        assert column.scale
        assert column.scale.points == 5


def test_a_code_that_has_a_label_or_an_answer_of_the_scale_is_an_answer():
    labels = {-1: "Bad", 0: "Average", 1: "Good"}
    assert read(["Bad", "Average", "Good"] * 30, labels).dont_know == ()
    ends = {1: "Very bad", 10: "Very good"}
    cells = ["Very bad", *map(str, range(2, 10)), "Very good"] * 10
    assert read(cells, ends).dont_know == ()


def test_a_numbered_dont_know_is_none_of_the_answers():
    labels = dict(enumerate([f"{n} - {word}" for n, word in enumerate(WORDS, 1)], 1)) | {9: "9 - Don't know"}
    column = read([*labels.values()] * 20, labels)
    assert column.dont_know == ("9 - don't know",)
    assert column.scale
    assert column.scale.points == 5


def outcome(cells: list[str]) -> ColumnMapping:
    (column,) = propose(profiles({"Overall satisfaction": cells}), ".").columns
    return column


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("given", [(3, 4, 5), (4, 5), (2, 4)])
def test_known_words_say_where_their_numbers_begin_and_end(shape, given):
    labels = {n: shape.format(n=n, w=word) for n, word in enumerate(reversed(WORDS), 1)}
    column = outcome([labels[n] for n in given] * 20)
    assert column.scale
    assert column.scale.labels == tuple(labels.values())
    assert dict(column.positions)[labels[given[-1]].lower()] == given[-1]
    assert column.question is None
    assert not column.assumed


@pytest.mark.parametrize("middle", ["Neutral", "Neither satisfied nor dissatisfied"])
def test_a_scale_without_one_of_their_words_is_none_that_they_may_end_on(middle):
    column = outcome(["1 - Very satisfied", "2 - Satisfied", f"3 - {middle}"] * 20)
    assert column.scale
    assert (column.scale.values, column.question) == ((5, 4, 3, 2, 1), None)


def test_a_further_file_may_hold_the_answers_that_nobody_gave():
    column = outcome(["(4) Satisfied", "(5) Very satisfied"] * 20)
    assert {text: dict(column.positions)[text] for text in ("(1) very unsatisfied", "(2) dissatisfied", "3")} == {
        "(1) very unsatisfied": 1,
        "(2) dissatisfied": 2,
        "3": 3,
    }


def test_words_that_fit_several_lengths_are_asked_with_all_of_them():
    column = outcome(["1 - Very satisfied", "2 - Satisfied"] * 20)
    assert "its answers go from 1 to 2, and nothing says where the scale begins and ends" in (column.question or "")
    lengths = [way.count("|") + 1 for way in column.ways]
    assert lengths[:2] == [5, 4]


def test_numbers_of_which_the_words_tell_the_direction_alone_are_asked_where_they_begin_late():
    column = outcome(["3 - Poor enough for me", "4 - Splendid", "5 - Excellent"] * 20)
    assert column.question


def test_few_answers_may_leave_out_the_end_of_a_longer_scale_of_the_same_words():
    few, many = (outcome(["1 - Poor", "2 - Fair", "3 - Good"] * times) for times in (4, 40))
    assert (few.assumed, many.assumed) == (True, False)
    assert few.scale == many.scale
    assert (few.rival or "").startswith("1 - Poor|2 - Fair|3 - Good|4 - ")


def test_an_answer_typed_with_its_words_and_without_has_the_words_for_its_label():
    column = outcome(["3", "3 - Neutral", "4 - Satisfied", "4", "5", "2"] * 10)
    assert column.scale
    assert column.scale.labels == ("1 - Very dissatisfied", "2", "3 - Neutral", "4 - Satisfied", "5")
    assert {text: dict(column.positions)[text] for text in ("3", "3 - neutral", "2 - dissatisfied")} == {
        "3": 3,
        "3 - neutral": 3,
        "2 - dissatisfied": 2,
    }


@pytest.mark.parametrize("cells", [("1. Yes", "2. No"), ("1. <=Good", "2. >=Very good")])
def test_numbered_levels_that_answer_no_question_are_groups(cells: tuple[str, str]):
    columns = propose(profiles({"health": [*cells] * 30, "Satisfaction": [*"12345"] * 12}), ".").columns
    assert [column.role.value for column in columns] == ["segment", "outcome"]


def test_letters_under_the_name_of_a_grade_are_one_though_it_names_who_served():
    grades = [*"ABCDF"] * 12
    columns = propose(profiles({"Overall grade": grades, "Driver grade": grades, "Driver": grades}), ".").columns
    assert [column.role.value for column in columns[:2]] == ["outcome", "driver"]
