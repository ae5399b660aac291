"""Spans of numbers that the file settles are read, all others are asked about as the outcome and doubted as a driver."""

from math import log

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.scales.given_scales import in_words, spelled_out, turned
from tests.ingest.handmade import profiles

Cells = list[str]


def counted(*counts: int, lowest: int = 1) -> Cells:
    """The numbers from `lowest` on, each so often."""
    return [str(number) for number, count in enumerate(counts, lowest) for _ in range(count)]


def spread(low: int, high: int, each: int = 40) -> Cells:
    """Every number from `low` to `high`, each equally often."""
    return [str(number) for number in range(low, high + 1) for _ in range(each)]


def found_in(**columns: Cells) -> dict[str, ColumnMapping]:
    most = max(map(len, columns.values()))
    cells = {name.replace("_", " "): (values * (most // len(values) + 1))[:most] for name, values in columns.items()}
    return {column.name: column for column in propose(profiles(cells), ".").columns}


def test_beyond_a_hundred_there_is_no_longer_scale_to_offer():
    delays = [str(int(-14 * log((at + 0.5) / 2_500))) for at in range(2_500)] + ["101"]
    columns = found_in(satisfaction=spread(1, 5), Departure_Delay_in_Minutes=delays, Arrival_Delay_in_Minutes=delays)
    assert {name: each.role for name, each in columns.items() if "Delay" in name} == {
        "Departure Delay in Minutes": "metric", "Arrival Delay in Minutes": "metric",
    }  # fmt: skip


def outcome(cells: Cells, name: str = "Overall satisfaction") -> ColumnMapping:
    return found_in(**{name: cells, "Region": ["North", "South"]})[name.replace("_", " ")]


@pytest.mark.parametrize(
    ("cells", "scale"),
    [
        (spread(1, 5), "1-5"), (spread(0, 10), "0-10"), (spread(1, 10), "1-10"), (spread(1, 7), "1-7"),
        (spread(1, 5, 2), "1-5"), (spread(0, 10, 1), "0-10"), (spread(1, 7, 2), "1-7"), (spread(1, 10, 3), "1-10"),
        (spread(1, 4), "1-4"), (spread(1, 3), "1-3"), (spread(0, 2), "0-2"), (spread(-2, 2), "-2..2"), (spread(-2, 2, 2), "-2..2"),
        (spread(1, 6), "1-6"), (spread(0, 3), "0-3"), (spread(0, 4), "0-4"), (spread(0, 6), "0-6"),
        (counted(2, 4, 9, 90, 95), "1-5"), (counted(90, 40, 20, 4, 1), "1-5"), (spread(0, 100, 2), "0-100"),
        (counted(1, 3, 9, 20, 60, 80, 60), "1-7"), (counted(4, 12, 30, 40, 50, 60, 70, 80, 90, 90, 90, lowest=0), "0-10"), (counted(30, 50, 60, 100, 120, 1), "1-5"),
    ],
)  # fmt: skip
def test_where_no_person_would_hesitate_nothing_is_asked(cells, scale):
    found = outcome(cells)
    assert (found.question, found.scale.name) == (None, scale), found.reason


@pytest.mark.parametrize(
    ("cells", "ways"),
    [
        # the end nobody gave
        (spread(6, 10), ("1-10", "0-10")), (spread(2, 10), ("1-10", "0-10")), (spread(1, 9), ("1-10", "1-9")),
        (spread(1, 8, 3), ("1-10", "1-8")), (spread(0, 8), ("0-10", "0-8")),
        (counted(80, 60, 30, 5), ("1-4", "1-5")), (spread(2, 4), ("1-5", "1-4")), (spread(1, 3, 4), ("1-5", "1-3")),
        (counted(80, 60, 40, 30, 20, 5), ("1-6", "1-7", "1-5,6=na")), (counted(20, 30, 40, 28, 14, 16), ("1-6", "1-7", "1-5,6=na")), (counted(30, 40, 50, 30, 10, 5, 1), ("1-5", "1-7")), (counted(40, 40, 40, 40, 30, 20, 5), ("1-7", "1-10")),
        (counted(1, 2, 3, 9, 20, 30, 40, 50, 60, 70), ("1-10", "0-10")), (spread(0, 4, 3), ("0-4", "0-10")),
        # zeros that are few
        (counted(5, 50, 60, 70, 80, lowest=0), ("0-4", "1-4,0=na")),
        ([*spread(1, 10), *["0"] * 8], ("0-10", "1-10,0=na")),
        # a 6 that does not go on from the 5s, and a 0
        (counted(9, 7, 34, 70, 95, 66, 18, lowest=0), ("0-6", "0-10", "1-5,0=na,6=na")),
        # more strays than slips, next to the scale or on another one
        (counted(30, 50, 60, 100, 120, 6), ("1-5", "1-6", "1-5,6=na")),
        (counted(30, 50, 60, 100, 120, 0, 6), ("1-5", "1-7", "1-5,7=na")),
        (counted(30, 50, 60, 100, 120, 90, 99, 4), ("1-7", "1-8", "1-7,8=na")),
    ],
)  # fmt: skip
def test_an_outcome_whose_span_nothing_settles_is_asked_about_with_every_reading(cells, ways):
    found = outcome(cells)
    assert found.ways == ways, found.reason
    assert found.question is not None
    assert all(f'--scale "Overall satisfaction={way}"' in found.question for way in ways)


@pytest.mark.parametrize(
    ("name", "cells", "scale"),
    [
        ("Overall satisfaction (1-10)", spread(6, 10), "1-10"), ("Satisfaction from 1 to 4", spread(1, 4, 3), "1-4"),
        ("Satisfaction out of 5", spread(1, 3, 4), "1-5"), ("Likelihood to recommend us", spread(6, 10), "0-10"),
        ("Overall satisfaction (1 = very poor, 6 = very good)", counted(80, 60, 40, 30, 20, 5), "1-6"),
        ("Overall_satisfaction", [f"{cell}/10" for cell in spread(6, 10)], "1-10"),
    ],
)  # fmt: skip
def test_what_the_name_or_the_cells_say_settles_a_span(name, cells, scale):
    found = outcome(cells, name)
    assert (found.question, found.scale.name) == (None, scale), found.reason


def test_other_questions_that_show_the_whole_scale_settle_it():
    found = found_in(Overall_satisfaction=spread(6, 10), Food_rating=spread(0, 10), Staff_rating=spread(2, 9))
    assert [found[name].scale.name for name in ("Overall satisfaction", "Staff rating")] == ["0-10", "0-10"]
    assert not any(column.question or column.doubt for column in found.values())


@pytest.mark.parametrize(
    ("overall", "driver", "asked", "ways"),
    [
        (spread(1, 5), spread(1, 6), None, ("1-6", "1-5,6=na")),
        (spread(0, 3), spread(1, 3), ("0-3", "1-3,0=na"), ("0-3", "1-3")),
        (spread(1, 5), spread(1, 4), None, ("1-5", "1-4")),
        (spread(0, 10), spread(1, 10), None, ("1-10", "0-10")),
        (spread(0, 10), counted(4, 0, 3, 3, 3, 6, 6, 12, 10, 11), None, ("1-10", "0-10")),
        (spread(1, 7), spread(1, 6), None, ("1-7", "1-6")),
        (counted(60, 60, 60, 50, 10), spread(1, 6), ("1-5", "1-6"), ("1-6", "1-5,6=na")),
    ],
)
def test_a_scale_one_answer_longer_or_shorter_than_the_other_is_no_coincidence(overall, driver, asked, ways):
    found = found_in(Overall_satisfaction=overall, Staff_satisfaction=driver)
    staff, whole = found["Staff satisfaction"], found["Overall satisfaction"]
    assert (staff.ways, staff.question, staff.assumed) == (ways, None, True), staff.reason
    assert (whole.question is not None, whole.ways) == (asked is not None, asked or ())


def test_a_0_and_a_6_beside_questions_from_1_to_5_may_both_be_no_answers():
    found = found_in(Overall_satisfaction=spread(1, 5), Parking=counted(6, 20, 40, 60, 90, 60, 44, lowest=0))["Parking"]
    assert (found.role.value, found.ways) == ("driver", ("0-6", "1-5,0=na,6=na"))


def test_answers_from_0_to_10_stay_whole_beside_one_from_1():
    found = found_in(Overall_satisfaction=counted(12, *[20] * 10, lowest=0), Speed=spread(1, 10), Staff=spread(2, 10))
    scales = {name: (column.scale and column.scale.name, column.ways) for name, column in found.items()}
    open_between = ("1-10", ("1-10", "0-10"))
    assert scales == {"Overall satisfaction": ("0-10", ()), "Speed": open_between, "Staff": open_between}


def test_a_few_zeros_below_three_questions_from_1_to_10_are_doubted_and_not_set_aside():
    found = found_in(
        Speed=spread(1, 10), Price=spread(1, 10), Place=spread(1, 10), Staff=counted(4, *[40] * 10, lowest=0)
    )
    assert found["Staff"].ways == ("0-10", "1-10", "1-10,0=na")


def test_many_questions_from_0_make_one_without_a_0_begin_there_too():
    found = found_in(Speed=spread(0, 10), Price=spread(0, 10), Place=spread(0, 10), Staff=spread(1, 10))["Staff"]
    assert (found.scale and found.scale.name) == "0-10"


@pytest.mark.parametrize(
    ("cells", "ways"),
    [(counted(20, 28, 40, 29, 14, 15), ("5-1,6=dk", "1-5,6=dk", "1-6")), (spread(1, 5), ("5-1", "1-5"))],
)
def test_the_codes_of_the_friends_and_family_test_are_asked_about(cells, ways):
    found = outcome(cells, "FFT score")
    assert found.question
    assert found.ways == ways


def test_a_span_in_its_name_says_that_a_column_rates_whatever_part_of_it_was_given():
    found = found_in(
        Recommend_us=spread(1, 10, 3), **{"Wellbeing (1-10)": spread(3, 9, 4), "Children (0-3)": list("012")}
    )
    scales = {name: column.scale.name for name, column in found.items() if column.scale}
    assert scales == {"Recommend us": "0-10", "Wellbeing (1-10)": "1-10"}


def test_a_span_that_a_name_says_goes_for_its_neighbours_though_an_end_was_not_given():
    found = found_in(**{"Zufriedenheit (1-5)": counted(0, 2, 5, 9, 12), "Klima": counted(0, 3, 4, 12, 9)})["Klima"]
    assert (found.scale and found.scale.name, found.question) == ("1-5", None)


def test_a_column_without_a_telling_name_rates_beside_a_scale_that_is_nearly_its_own():
    staff = found_in(Overall_satisfaction=spread(1, 5), Staff=spread(1, 6))["Staff"]
    assert (staff.role.value, staff.ways) == ("driver", ("1-6", "1-5,6=na"))


@pytest.mark.parametrize("other", [spread(1, 7), spread(0, 10), spread(1, 10), spread(1, 5)])
def test_scales_of_another_kind_beside_each_other_raise_no_doubt(other):
    found = found_in(Overall_satisfaction=spread(1, 5), Staff_satisfaction=other)
    assert not any(column.doubt or column.question for column in found.values())


def in_a_grid(own: Cells, *others: Cells) -> ColumnMapping:
    """How the question on prices is read beside others in the same words."""
    names = ("How satisfied are you with our staff", "How satisfied are you with our food")
    cells = {"How satisfied are you with our prices": own, **dict(zip(names, others, strict=True))}
    return propose(profiles({"Overall satisfaction": ["Good", "Bad"] * 60, **cells}), ".").columns[1]


@pytest.mark.parametrize(
    ("own", "others", "scale", "ways"),
    [
        # plain ones say it, whatever part of it was given; an end that many gave is doubted
        (counted(80, 60, 30, 20, 5), (spread(1, 7), spread(1, 7)), "1-7", ()),
        (counted(60, 20, 4), (spread(1, 7), spread(1, 7)), "1-7", ()),
        (counted(9, 6, 3, 1), (spread(1, 10), spread(1, 10)), "1-10", ()),
        (spread(1, 3), (spread(1, 7), spread(1, 7)), "1-7", ("1-7", "1-3")),
        # else all say it together
        (spread(3, 5, 4), (counted(2, 4, 9, 20, 9, 6, 5), counted(1, 2, 4, 9, 12, 9, 9)), "1-7", ()),
        (counted(2, 5, 4, 2, 1), (counted(1, 3, 6, 5, 4, 3, 1), spread(3, 6, 4)), "1-7", ("1-7", "1-10")),
        (spread(1, 3, 4), (spread(2, 5, 9), spread(2, 4, 9)), "1-5", ()),
        # one that goes further than theirs is on a scale of its own, as is one that fills a plain one
        (spread(1, 6), (spread(1, 5), spread(1, 5)), "1-6", ("1-6", "1-5,6=na")),
        (spread(1, 5), (spread(1, 7), spread(1, 7)), "1-5", ()),
        ([*"①②③④⑤"] * 20, (spread(1, 7), spread(1, 7)), "1-5", ()),
    ],
)  # fmt: skip
def test_questions_in_the_same_words_are_on_one_scale_that_their_answers_tell_together(own, others, scale, ways):
    found = in_a_grid(own, *others)
    assert (found.scale.name, found.ways) == (scale, ways), found.reason


def test_an_answer_beyond_an_end_towards_which_they_thin_out_is_hardly_a_slip():
    assert outcome(counted(10, 25, 20, 9, 3, 1)).ways == ("1-5", "1-6", "1-7", "1-5,6=na")


def test_what_is_given_for_a_span_settles_it_with_its_code():
    columns = profiles({"Overall": counted(30, 50, 60, 100, 120, 6)})
    asked = propose(columns, ".").columns[0]
    assert asked.ways == ("1-5", "1-6", "1-5,6=na")
    settled = decide(propose(columns, "."), columns, roles={}, scales={"Overall": "1-5,6=na"}).columns[0]
    assert (settled.question, settled.scale.name, settled.not_applicable) == (None, "1-5", ("6",))


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("Q3 The wait was too long", ("10-1", "10-0")),
        ("Q4 I had problems with the delivery", ("1-10", "0-10", "10-1", "10-0")),
    ],
)
def test_the_ways_of_a_question_that_is_turned_are_turned_as_well(name, ways):
    found = outcome(spread(6, 10), name)
    assert found.ways == ways, found.reason
    assert "go from 6 to 10" in found.doubt


@pytest.mark.parametrize(
    ("text", "back", "words", "cell"),
    [
        ("1-5,6=na", "5-1,6=na", "1-5 (5 is the best), 6 is no answer", "1-5, 6 = not applicable"),
        (
            "1-5,0=na,9=dk",
            "5-1,0=na,9=dk",
            "1-5 (5 is the best), 0 and 9 are no answer",
            "1-5, 0 = not applicable, 9 = don't know",
        ),
        ("Bad|Good", "Good|Bad", "Bad, Good", "Bad|Good"),
    ],
)
def test_a_way_is_turned_and_said_with_its_codes(text, back, words, cell):
    assert (turned(text), in_words(text), spelled_out(text), spelled_out(cell)) == (back, words, cell, cell)


def test_few_answers_of_5_beside_questions_that_go_on_to_7_leave_open_how_far_a_scale_goes():
    found = found_in(
        Overall_satisfaction=counted(8, 10, 6, 2, 3, 0, 1),
        Food=counted(3, 10, 5, 6, 4, 1, 1),
        Rooms=counted(8, 7, 9, 1, 5),
    )
    assert (found["Rooms"].scale.name, found["Rooms"].ways) == ("1-7", ("1-7", "1-5"))
    assert found["Overall satisfaction"].question is not None


@pytest.mark.parametrize(
    ("cells", "others"),
    [
        (counted(2, 4, 7, 9, 8), counted(8, 10, 6, 2, 4)), (counted(2, 4, 7, 8, 9), counted(8, 10, 6, 2, 3, 0, 1)),
        (counted(20, 40, 30, 20, 20), counted(20, 40, 30, 20, 14, 4, 2)),
    ],
)  # fmt: skip
def test_beside_none_that_goes_on_or_with_many_answers_of_5_they_end_there(cells, others):
    assert (
        found_in(CSAT_score=others, Rooms=cells)["Rooms"].scale.name,
        found_in(CSAT_score=others, Rooms=cells)["Rooms"].doubt,
    ) == ("1-5", None)


def test_few_answers_of_5_are_the_end_where_most_questions_end_there_and_none_beside_goes_on():
    few, five, seven = counted(40, 35, 45, 15, 5), spread(1, 5, 28), spread(1, 7, 20)
    found = found_in(Overall_satisfaction=seven, Food=five, Rooms=few, Bar=five, Pool=five, Desk=few)
    assert [(found[name].scale.name, found[name].ways) for name in ("Rooms", "Desk")] == [("1-5", ())] * 2
    beside = found_in(Food=five, Bar=five, Pool=five, Overall_satisfaction=seven, Rooms=few)["Rooms"]
    assert "1-7" in beside.ways


def test_columns_beside_each_other_that_end_at_5_tell_together_where_their_scale_ends():
    high = {"Overall satisfaction (1-10)": counted(0, 0, 0, 0, 1, 2, 5, 8, 6, 3)}
    few = {
        "Staff friendliness": counted(0, 0, 5, 14, 6),
        "Price": counted(0, 1, 6, 12, 6),
        "Choice": counted(0, 2, 7, 12, 4),
    }
    found = found_in(**high, **few)
    assert [(found[name].role.value, found[name].scale.name, found[name].doubt) for name in few] == [
        ("driver", "1-5", None)
    ] * 3
    last = found_in(**{"Staff friendliness": few["Staff friendliness"]}, **high, Price=few["Price"])["Price"]
    assert last.doubt is not None
    assert "1-10" in last.ways


def test_answers_beyond_a_short_scale_stay_where_another_question_shows_the_longer_one():
    few = counted(10, 20, 60, 60, 44, 4, 2)
    found = found_in(**{"Overall satisfaction (1-7)": counted(10, 15, 20, 35, 50, 40, 30), "Food": few})["Food"]
    assert (found.scale.name, found.ways) == ("1-7", ("1-7", "1-5"))


def test_answers_beyond_the_scale_of_one_question_stay_where_that_of_another_holds_them():
    low = counted(97, 59, 17, 11, 6, 2, 1)
    found = found_in(
        **{"Overall (1 = very satisfied, 7 = very dissatisfied)": low, "Room": low, "Staff": counted(109, 59, 17, 6, 5)}
    )
    assert (found["Room"].scale.name, found["Room"].ways[:2]) == ("7-1", ("7-1", "5-1"))
    assert (found["Staff"].scale.name, found["Staff"].doubt is not None) == ("7-1", True)


def test_numbers_of_questions_are_no_words_that_they_have_in_common():
    five, ten = spread(1, 5), spread(1, 10)
    found = found_in(
        Q7_1=ten, Q8_1=ten, Q9_1=ten, Q15_1=counted(0, 0, 3, 10, 40), Q17_1=counted(0, 0, 5, 10, 40), Q18_1=five
    )
    assert [found[name].scale.name for name in ("Q15 1", "Q17 1", "Q18 1")] == ["1-5"] * 3


def test_a_recommendation_with_many_1s_and_no_0_began_at_1_as_its_neighbours_do():
    found = found_in(Speed=spread(1, 10), Staff=spread(1, 10), Recommendation=spread(1, 10))["Recommendation"]
    assert (found.scale.name, found.rival, found.assumed) == ("1-10", "0-10", True)
    assert outcome(counted(*range(1, 11)), "Likelihood to recommend").scale.name == "0-10"


def test_few_1s_and_no_0_beside_questions_that_show_a_0_leave_open_where_a_scale_begins():
    zero, few = spread(0, 10), counted(3, 4, 6, 12, 20, 40, 60, 80, 90, 85)
    found = found_in(Overall_satisfaction=few, Staff=zero, Room=zero, Food=few)
    assert found["Overall satisfaction"].question is not None
    assert found["Overall satisfaction"].ways == ("0-10", "1-10")
    assert (found["Food"].scale.name, found["Food"].assumed) == ("0-10", True)
    alone = found_in(Overall_satisfaction=few, Recommend=zero, Food=spread(1, 10))
    assert (alone["Overall satisfaction"].scale.name, alone["Overall satisfaction"].question) == ("1-10", None)


def test_few_answers_that_end_on_five_beside_one_to_ten_are_doubted_whether_or_not_the_lowest_were_given():
    shown = [*"3456789", "10", *"89", "10", "10", "10"]
    columns = propose(
        profiles({"Rate us from 1 to 10": shown, "Food quality": [*"4455445544554"], "Price": [*"3454545345445"]}), "."
    ).columns
    assert [column.ways for column in columns[1:]] == [("1-5", "1-10"), ("1-10", "1-5")]
