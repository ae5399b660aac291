"""Scales: codes with labels, codes that mean no answer, hints of layouts, and what is asked instead of guessed."""

from dataclasses import replace

import pytest

from csat_core.ingest.detection import Described, Hint
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import decide, propose
from tests.ingest.handmade import profile, profiles
from tests.ingest.test_convert import converted

AGREE = (("1", "Fully disagree"), ("7", "Fully agree"))
FIVE = ("Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied")


def labelled(name: str, cells: list[str], labels: tuple[tuple[str, str], ...], **more) -> ColumnMapping:
    """How a column is read whose codes the file explains."""
    described = Described(value_labels=labels, **more)
    columns = (
        replace(profile(1, name, cells * 20), described=described),
        profile(2, "Overall satisfaction", ["Yes", "No"] * 50),
    )
    return next(column for column in propose(columns, ".").columns if column.position == 1)


def table(name: str, cells: list[str]) -> ColumnMapping:
    return propose(profiles({name: cells, "Region": ["North", "South"] * (len(cells) // 2)}), ".").columns[0]


@pytest.mark.parametrize(
    ("cells", "labels", "values", "best"),
    [
        # the ends alone have words
        (["Fully disagree", "2", "3", "4", "5", "6", "Fully agree"], AGREE, [1, 2, 3, 4, 5, 6, 7], "fully agree"),
        (["Fully agree", "2", "3", "4", "Fully disagree"], (("1", "Fully agree"), ("5", "Fully disagree")), [5, 4, 3, 2, 1], "fully agree"),
        # every code has words: in order, reversed, from 0, with gaps
        (list(FIVE), tuple(zip("54321", FIVE, strict=True)), [1, 2, 3, 4, 5], "very satisfied"),
        (list(FIVE), tuple(zip("12345", FIVE, strict=True)), [5, 4, 3, 2, 1], "very satisfied"),
        (list(FIVE), tuple(zip("01234", FIVE, strict=True)), [4, 3, 2, 1, 0], "very satisfied"),
        (["Sehr zufrieden", "Zufrieden", "Unzufrieden"], (("1", "Sehr zufrieden"), ("2", "Zufrieden"), ("4", "Unzufrieden")), [4, 2, 1], "sehr zufrieden"),
        # codes shifted by one against the answers they stand for
        (["very unlikely", *map(str, range(1, 10)), "very likely"],
         (("1", "very unlikely"), *((str(n + 1), str(n)) for n in range(1, 10)), ("11", "very likely")), list(range(11)), "very likely"),
        # a label for no answer among them
        ([*FIVE, "Don't know"], (*zip("54321", FIVE, strict=True), ("9", "Don't know")), [1, 2, 3, 4, 5], "very satisfied"),
    ],
)  # fmt: skip
def test_codes_are_read_by_what_their_labels_mean(cells, labels, values, best):
    column = labelled("q7", cells, labels)
    assert column.role.value == "driver", column.reason
    assert list(column.scale.values) == values
    assert dict(column.positions)[best] == len(values)
    assert not column.assumed
    assert column.question is None


def test_a_long_scale_with_words_at_its_ends_is_named_by_its_numbers():
    column = labelled(
        "s1",
        ["Very unsatisfied", "Very satisfied", *map(str, range(2, 100))],
        (("1", "Very unsatisfied"), ("100", "Very satisfied")),
    )
    assert column.scale.name == "1-100"
    assert (dict(column.positions)["very unsatisfied"], dict(column.positions)["very satisfied"]) == (1, 100)


def test_labelled_answers_and_the_numbers_between_them_are_stored_at_their_positions():
    ends = (("1", "Very unsatisfied"), ("100", "Very satisfied"))
    columns = (
        labelled("q1", ["Fully disagree", "2", "3", "4", "5", "6", "Fully agree"], AGREE),
        replace(labelled("s1", ["Very unsatisfied", "50", "Very satisfied"], ends), position=2),
    )
    cells = (["Fully agree", "2", "Fully disagree", None, "8"], ["Very satisfied", "50", "Very unsatisfied", "2", "3"])
    result = converted(list(zip(columns, cells, strict=True)))
    assert result.accepted["q01"] == (7, 2, 1, -1)
    assert result.accepted["q02"] == (100, 50, 1, 2)
    assert [row["value"] for row in result.rejected] == ["8"]


def test_a_code_that_seems_to_mean_no_answer_is_counted_and_the_way_to_change_it_is_said():
    cells = [*list("12345") * 20, *["99"] * 7]
    result = converted([(table("Service rating", cells), cells)])
    assert result.answer["columns"][0]["dont_know"] == 7
    problem = result.problems["assumed_scale"]
    assert (problem["count"], problem["example_row"]) == (7, 102)
    assert (
        '--scale "Service rating=1-5,99=dk", or --scale "Service rating=1-5" to set such rows aside'
        in problem["message"]
    )


def test_codes_whose_words_rise_and_fall_are_read_by_the_words_alone():
    column = labelled("q1", list(FIVE), tuple(zip("13254", FIVE, strict=True)))
    assert column.scale.labels == FIVE[::-1]
    assert column.scale.values == (1, 2, 3, 4, 5)


@pytest.mark.parametrize("name", ["country", "flight_purpose", "status"])
def test_labels_of_groups_are_groups(name):
    column = labelled(name, ["Blue", "Silver", "Gold"], (("1", "Blue"), ("2", "Silver"), ("3", "Gold")))
    assert column.role.value == "segment"


def test_words_of_no_known_scale_keep_the_order_of_their_codes_and_that_is_assumed():
    column = labelled("Rating of the meal", ["Yuck", "Meh", "Yummy"], (("1", "Yuck"), ("2", "Meh"), ("3", "Yummy")))
    assert column.scale.labels == ("Yuck", "Meh", "Yummy")
    assert (column.assumed, column.rival) == (True, "Yummy|Meh|Yuck")


def test_codes_the_file_declares_to_be_no_answer_are_none():
    column = labelled("q7", ["Fully disagree", "2", "3", "4", "5", "6", "Fully agree", "99", "Refused to say"], AGREE,
                      missing=(("99", "na"), ("Refused to say", "dk")))  # fmt: skip
    assert (column.not_applicable, column.dont_know) == (("99",), ("refused to say",))
    assert column.scale.points == 7


def test_a_name_and_labels_that_disagree_about_the_direction_are_asked_about():
    column = labelled(
        "Service (1 = very dissatisfied, 5 = very satisfied)", list(FIVE), tuple(zip("12345", FIVE, strict=True))
    )
    assert "Which answer of 'Service (1" in column.question
    assert "1 = 'Very satisfied', 5 = 'Very dissatisfied'" in column.question
    assert '; say --scale "Service (1' in column.question


@pytest.mark.parametrize(
    ("scale", "cells", "name", "extra"),
    [("1-5", list("12345"), "1-5", ()), ("bad|good", ["good", "bad"], "bad|good", ()), ("1-5,0=na", list("012345"), "1-5", ("0",)),
     ("5-1", list("12345"), "5-1", ())],
)  # fmt: skip
def test_the_scale_a_layout_knows_wins_where_the_cells_fit_it(scale, cells, name, extra):
    hint = Hint(role="outcome", reason="The tool calls it score.", scale=scale)
    column = labelled("score", cells, (), hint=hint)
    assert (column.scale.name, column.reason, column.not_applicable) == (name, "The tool calls it score.", extra)


def test_the_scale_a_layout_knows_gives_way_to_cells_that_do_not_fit_it():
    column = labelled("score", [*map(str, range(11))], (), hint=Hint(role="outcome", reason="", scale="1-5"))
    assert column.scale.name == "0-10"


@pytest.mark.parametrize(
    ("numbers", "codes", "scale"),
    [
        ("12345", ["99"], "1-5"), ("12345", ["9"] * 4, "1-5"), ("12345", ["8", "9"] * 3, "1-5"), ("1234567", ["9"] * 4, "1-7"), ("1234567", ["99", "98"], "1-7"),
        ("1 2 3 4 5 6 7 8 9 10", ["88", "99"], "1-10"), ("0 1 2 3 4 5 6 7 8 9 10", ["999"], "0-10"), ("0 1 2 3 4 5 6 7 8 9 10", ["-1"], "0-10"),
        ("12345", ["-9", "998"], "1-5"),
    ],
)  # fmt: skip
def test_codes_far_from_the_answers_are_proposed_as_missing_and_that_is_said(numbers, codes, scale):
    answers = numbers.split() if " " in numbers else list(numbers)
    column = table("Service rating", [*answers * 40, *codes])
    assert (column.scale.name, set(column.dont_know), column.assumed) == (scale, set(codes), True), column.reason
    assert f"{codes[0]} in {codes.count(codes[0])} cell" in column.reason
    assert "taken as 'don't know'" in column.reason


@pytest.mark.parametrize(
    "numbers", ["1 2 3 4 5 6 7 8 9 10", "0 1 2 3 4 5 6 7 8 9 10", "-2 -1 0 1 2", "1 2 3 4 5 6 7 8 9"]
)
def test_answers_of_a_scale_are_no_missing_codes(numbers):
    assert table("Service rating", numbers.split() * 40).dont_know == ()


def test_a_question_of_difficulty_may_run_the_other_way_and_that_is_said():
    for name in ("How difficult was it to return the item?", "¿Cuán difícil fue?", "Wie schwierig war es?"):
        column = table(name, list("12345") * 40)
        assert (column.scale.name, column.assumed, column.rival) == ("5-1", True, "1-5"), name
    for name in ("Effort", "Wie einfach oder schwierig war es?", "¿Fue fácil o difícil?"):
        column = table(name, list("12345") * 40)
        assert (column.scale.name, column.assumed, column.rival) == ("1-5", True, "5-1"), name
    assert not table("How easy was it?", list("12345") * 40).assumed


@pytest.mark.parametrize(
    ("name", "cells", "scale"),
    [
        ("Stars", ["4 Sterne", "5 Sterne", "1 Stern", "2 Sterne", "3 Sterne"], "1-5"), ("Note", ["4 sur 5", "5 sur 5", "1 sur 5", "2 sur 5", "3 sur 5"], "1-5"),
        ("Rating", ["1 0", "x"], None), ("Score", [" 7 ", "8 ", "1", "2", "3", "4", "5", "6", "9", "10"], "1-10"),
        ("Smiley", [":-)", ":-(", ":-|"], ":-(|:-||:-)"), ("评分", ["4星", "5星", "1星", "2星", "3星"], "1-5"),
    ],
)  # fmt: skip
def test_ratings_are_read_however_they_are_written(name, cells, scale):
    column = table(name, cells * 40)
    assert (column.scale and column.scale.name) == scale


UNKNOWN = ["täysin tyytyväinen", "melko tyytyväinen", "tyytymätön"]


def test_words_of_an_unknown_language_under_the_name_of_the_outcome_are_asked_about():
    columns = profiles({"Overall satisfaction": UNKNOWN * 30, "Price rating": ["1", "2", "3", "4", "5", "5"] * 15})
    mapping = propose(columns, ".")
    (question,) = mapping.open_questions
    assert "'Overall satisfaction' sounds like the outcome" in question
    assert "'täysin tyytyväinen' (30), 'melko tyytyväinen' (30), 'tyytymätön' (30)" in question
    assert '--scale "Overall satisfaction=WORST|...|BEST"' in question
    settled = decide(mapping, columns, roles={}, scales={"Overall satisfaction": "|".join(UNKNOWN[::-1])})
    assert settled.open_questions == ()
    first = next(column for column in settled.columns if column.role.value == "outcome")
    assert (first.name, first.scale.points) == ("Overall satisfaction", 3)
    assert decide(mapping, columns, roles={"Overall satisfaction": "segment"}, scales={}).open_questions == ()


@pytest.mark.parametrize(
    ("name", "cells"),
    [("Satisfaction group", UNKNOWN), ("Satisfaction", ["Satisfied", "Dissatisfied", "Neutral"]), ("Region", UNKNOWN)],
)  # fmt: skip
def test_nothing_is_asked_where_words_are_known_or_the_name_says_groups(name, cells):
    assert propose(profiles({name: cells * 30, "CSAT": ["1", "2", "3", "4", "5", "5"] * 15}), ".").open_questions == ()


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        # worst first: each answer has a level of its own, called as the file calls it
        ("Nada satisfecho|Poco satisfecho|Algo satisfecho|Bastante satisfecho|Muy satisfecho", "all"),
        ("Terrible|Bad|Good|Great|Excellent", "all"), ("Terrible|Poor|Average|Great|Excellent", "all"), ("😠|🙁|😐|😃|🤩", "all"),
        ("Very high effort|High effort|Neutral|Low effort|Very low effort", "all"),
        # no family tells these apart: which is the better is asked
        ("Pas du tout satisfait|Peu satisfait|Assez satisfait|Plutôt satisfait|Très satisfait", None),
        ("Not satisfied|Somewhat satisfied|Fairly satisfied|Quite satisfied|Very satisfied", None),
    ],
)  # fmt: skip
def test_answers_that_people_chose_between_never_share_a_level(labels, expected):
    cells = labels.split("|")
    column = propose(profiles({"Overall satisfaction": cells * 20}), ".").columns[0]
    if expected is None:
        assert column.scale is None
        assert all(f"'{cell}' (20)" in column.question for cell in cells)
    else:
        assert column.scale.labels == tuple(cells)


def test_spellings_and_forms_of_one_answer_share_its_level_without_a_word():
    cells = [
        "Muy satisfecho",
        "muy satisfecha",
        "MUY SATISFECHO/A",
        "Insatisfecho",
        "insatisfecha",
        "Satisfecho",
        "Muy insatisfecho",
        "Yes",
    ]
    column = propose(profiles({"Satisfacción": cells[:-1] * 20}), ".").columns[0]
    assert column.scale.points == 4
    assert ("share" in column.reason, "nobody of 140 gave" in column.reason) == (False, True), column.reason


def test_a_rare_answer_on_the_level_of_another_is_said():
    cells = [*FIVE * 20, "Extremely satisfied"]
    column = propose(profiles({"Satisfaction": cells}), ".").columns[0]
    assert column.assumed
    assert "'Extremely satisfied' (1) is counted as 'Very satisfied'" in column.reason
