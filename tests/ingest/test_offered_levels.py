"""Levels that nobody gave: the labels a file declares are the scale whole, others are slipped in only where the words ask for them."""

from dataclasses import replace

import pytest

from csat_core.ingest.detection import Described
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

SIX = ("Very poor", "Poor", "Fair", "Good", "Very good", "Excellent")
FIVE = ("Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied")


def read(cells: list[str], declared: dict[int, str] | None = None) -> ColumnMapping:
    """How a question with these answers is read, the only one of its file."""
    column = profiles({"How would you rate the service?": cells})[0]
    labels = tuple((str(code), label) for code, label in sorted((declared or {}).items()))
    return propose((replace(column, described=Described(value_labels=labels)),), ".").columns[0]


def name(column: ColumnMapping) -> str:
    assert column.scale
    return column.scale.name


@pytest.mark.parametrize(
    ("labels", "codes"),
    [
        (SIX, range(1, 7)),
        (SIX, range(6, 0, -1)),
        (("Muy malo", "Malo", "Regular", "Bueno", "Muy bueno", "Excelente"), range(1, 7)),
        (("Très mauvais", "Mauvais", "Passable", "Bon", "Très bon", "Excellent"), range(1, 7)),
        (FIVE, (1, 2, 6, 4, 5)),
        (("F", "D", "C", "B", "A"), range(5, 0, -1)),
    ],
)
def test_the_labels_that_a_file_declares_are_its_scale_whoever_gave_which(labels, codes):
    column = read([*labels[1:4]] * 15, dict(zip(codes, labels, strict=True)))
    assert name(column) == "|".join(labels)
    assert not column.assumed


@pytest.mark.parametrize(
    "labels",
    [
        "Not Good|Okay|Great", "Hated it|It was OK|Loved it", "Poor|Okay|Awesome", "schlecht|okay|super", "差|中|良|优",
        "Mauvais|Bon|Très bon|Excellent", "Malo|Bueno|Muy bueno|Excelente", "Κακή|Καλή|Πολύ καλή|Άριστη",
        "Definitely not|Maybe|Definitely", "Nicht zufrieden|Eher zufrieden|Zufrieden|Sehr zufrieden",
        "Dissatisfied|Somewhat satisfied|Satisfied|Very satisfied", "Not satisfied|Satisfied|Very satisfied",
    ],
)  # fmt: skip
def test_a_level_that_nothing_asks_for_is_not_slipped_in_and_that_is_said(labels):
    column = read(labels.split("|") * 15)
    assert name(column) == labels
    assert column.assumed
    assert column.rival
    assert "not offered" in column.reason


@pytest.mark.parametrize("given", [(1, 3, 4, 5), (1, 2, 3, 5), (1, 2, 3, 4), (3, 4, 5)])
@pytest.mark.parametrize(
    "labels",
    [
        "|".join(FIVE), "Très mauvais|Mauvais|Moyen|Bon|Très bon", "非常差|差|一般|好|非常好",
        "Strongly disagree|Disagree|Neutral|Agree|Strongly agree",
        "Trifft gar nicht zu|Trifft eher nicht zu|teils/teils|Trifft eher zu|Trifft voll zu",
    ],
)  # fmt: skip
def test_a_level_whose_words_the_others_hold_was_offered_to_all(labels, given):
    levels = labels.split("|")
    assert len(name(read([levels[at - 1] for at in given] * 12)).split("|")) == 5


def test_few_answers_and_an_end_that_may_be_missing_name_both_readings():
    few, ended = read(["Great", "Okay", "Not Good"] * 4), read(["Not good", "Fine", "Good", "Great"] * 12)
    assert (len(name(few).split("|")), few.rival) == (5, "Not Good|Okay|Great")
    assert (len(name(ended).split("|")), ended.rival) == (5, "Not good|Fine|Good|Great")
    assert few.assumed
    assert ended.assumed


@pytest.mark.parametrize("often", [1, 2])
def test_a_known_word_outside_a_short_scale_makes_it_the_longer_one(often):
    assert name(read([*FIVE[1:4]] * 14 + [FIVE[4]] * often)) == "|".join(FIVE)


@pytest.mark.parametrize("given", [("Good", "Outstanding"), ("Good", "Excellent"), ("Satisfied", "Very satisfied")])
def test_two_answers_of_a_longer_scale_leave_a_doubt_that_is_said(given):
    column = read([*given] * 30)
    assert column.assumed
    assert "so few different answers do not tell which others were offered" in column.reason


def test_levels_that_the_words_ask_for_are_named_where_nobody_gave_them():
    column = read(["Dissatisfied", "Satisfied", "Very satisfied"] * 15)
    assert name(column).startswith("Very dissatisfied|")
    assert "nobody of 45 gave 'Very dissatisfied'" in column.reason


@pytest.mark.parametrize(
    ("cells", "shorter"),
    [
        (["Not at all satisfied"] * 2 + ["A little satisfied", "Quite satisfied", "Very satisfied"] * 19, 4),
        (["Bad", "Fairly good", "Excellent", "Average"] * 19, 4),
        (["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied"] * 20, 4),
        (["Dissatisfied", "Neutral", "Satisfied", "Very satisfied"] * 20, 4),
    ],
)
def test_levels_that_words_ask_for_and_nobody_of_many_gave_are_said_with_the_scale_without_them(cells, shorter):
    column = read(cells)
    assert column.rival
    assert len(column.rival.split("|")) == shorter
    assert column.assumed
    assert "nobody of" in column.reason


@pytest.mark.parametrize(("often", "points"), [(20, 4), (12, 5)])
def test_a_level_between_two_that_many_gave_was_not_offered_whatever_the_words_ask_for(often, points):
    column = read(["Very dissatisfied", "Neutral"] * often + ["Satisfied", "Very satisfied"] * 40)
    assert column.scale
    assert (column.scale.points, column.assumed) == (points, True)


@pytest.mark.parametrize(
    "labels", ["Malo|Regular|Bueno|Excelente", "Ruim|Regular|Bom|Ótimo", "Mauvais|Moyen|Bon|Excellent", "Slecht|Matig|Goed|Uitstekend"]
)  # fmt: skip
def test_a_worst_answer_that_nobody_gave_below_one_that_many_gave_was_not_offered_and_that_is_said(labels):
    worst, *others = labels.split("|")
    column = read([worst] * 20 + others * 40)
    assert (name(column), column.assumed) == (labels, True)
    assert column.rival
    assert column.rival.endswith(f"|{labels}")


def test_five_french_marks_are_a_scale_of_five():
    column = read(["Mauvais", "Passable", "Moyen", "Bon", "Excellent"] * 9)
    assert (name(column), column.assumed) == ("Mauvais|Passable|Moyen|Bon|Excellent", False)


@pytest.mark.parametrize(
    "labels",
    ["Slecht|Onvoldoende|Voldoende|Goed|Uitstekend", "Médiocre|Passable|Assez bien|Bien|Très bien",
     "Per niente soddisfatto|Poco soddisfatto|Abbastanza soddisfatto|Soddisfatto|Molto soddisfatto"],
)  # fmt: skip
def test_five_answers_each_of_which_was_given_often_are_the_scale(labels):
    column = read(labels.split("|") * 12)
    assert name(column) == labels
    assert "not offered" in column.reason


def test_the_other_end_still_asks_for_a_level_that_nobody_gave_beside_five_others():
    degrees = ["Very", "", "Somewhat"]
    given = [*(f"{each} satisfied".strip() for each in degrees), "Neutral", "Somewhat dissatisfied", "Dissatisfied"]
    assert len(name(read(given * 12)).split("|")) == 7


@pytest.mark.parametrize(
    ("labels", "given"),
    [
        ("Instämmer inte alls|Instämmer till liten del|Instämmer till viss del|Instämmer till stor del|Instämmer helt", (1, 3, 4, 5)),
        ("Unsatisfactory|Needs improvement|Satisfactory|Good|Excellent", (2, 3, 4, 5)),
    ],
)  # fmt: skip
def test_a_level_that_nobody_of_many_gave_beside_frequent_ones_is_said(labels, given):
    levels = labels.split("|")
    column = read([levels[at - 1] for at in given] * 12)
    missing = next(level for at, level in enumerate(levels, 1) if at not in given)
    assert (name(column), column.assumed) == (labels, True)
    assert f"nobody of 48 gave '{missing}'" in column.reason


def test_what_one_question_shows_not_to_have_been_offered_was_not_offered_to_the_others_in_its_words():
    words = ["不满意", "基本满意", "满意", "非常满意"]
    rare = [words[0], *[word for word in words[1:] for _ in range(30)]]
    found = propose(profiles({"总体满意度": rare * 2, "服务态度": words * 45}), ".").columns
    assert [(name(each), each.assumed) for each in found] == [("|".join(words), True)] * 2
    assert "'服务态度' shows that no others were offered" in found[0].reason
