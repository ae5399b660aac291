"""The mapping of a file: what is proposed, what a person may decide, and what they are told when it does not fit."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice

import pytest

from csat_core.errors import CsatError
from csat_core.ingest.detection import Described
from csat_core.ingest.plan import ColumnMapping, Mapping, columns_of, from_json, to_json
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.proposal.undecidable import (
    NoUsableRatingError,
    RepeatedRoleError,
    RoleDoesNotFitError,
    UnknownColumnError,
    UnknownRoleError,
)
from csat_core.ingest.texts.families import all_families
from csat_core.ingest.texts.reading import fold
from csat_core.model.scale import InvalidScaleError
from tests.ingest.handmade import Cell, example, profiles

ROWS = 400


def repeated(*values: Cell, rows: int = ROWS) -> list[Cell]:
    return list(islice(cycle(values), rows))


def days(*texts: str, rows: int = ROWS) -> list[Cell]:
    return repeated(*texts, rows=rows)


def numbered(text: str, rows: int = ROWS) -> list[Cell]:
    return [text.format(i) for i in range(rows)]


ONE_TO_FIVE = repeated("5", "4", "4", "3", "2", "1", "5")
ZERO_TO_FIVE = repeated("5", "4", "4", "3", "2", "1", "0")
ZERO_TO_TEN = repeated(*map(str, range(11)))
ONE_TO_TEN = repeated(*map(str, range(1, 11)))
SENTENCES = numbered("The driver came {} minutes late and did not say sorry at all")


def proposed(table: dict[str, Sequence[Cell]], decimal: str = ".") -> dict[str, ColumnMapping]:
    return {column.name: column for column in propose(profiles(table, decimal), decimal).columns}


def alone(name: str, cells: Sequence[Cell]) -> ColumnMapping:
    """How a column is read beside a plain outcome that says nothing of its scale."""
    return proposed({name: cells, "Satisfaction overall": repeated("Yes", "No")})[name]


LOOK_ALIKES: list[tuple[str, Sequence[Cell], str, str | None]] = [
    # ratings in numbers
    ("Speed", ONE_TO_FIVE, "driver", "1-5"),
    ("Wait in live chat", ONE_TO_FIVE, "driver", "1-5"),
    ("Waiting time", ONE_TO_FIVE, "driver", "1-5"),
    ("Price", ONE_TO_TEN, "driver", "1-10"),
    ("How likely are you to recommend us?", ZERO_TO_TEN, "outcome", "0-10"),
    ("NPS", repeated("10", "9", "8", "7"), "outcome", "0-10"),
    ("Friendliness", repeated(*map(str, range(1, 8))), "driver", "1-7"),
    ("Service rating", repeated("1", "2", "3", "4"), "driver", "1-4"),
    ("Smiley rating", repeated("1", "2", "3"), "driver", "1-3"),
    ("Note sur 20", repeated(*(f"{half / 2:g}" for half in range(10, 41))), "driver", "0-20:0.5"),
    ("App Version (iOS)", repeated("2.10", "2.9", "2.11", "3.0"), "segment", None),
    ("Version de l'application", ["2.10", "2.9", "2.8"], "segment", None),
    ("Quality score", repeated("0", "1", "2"), "driver", "0-2"),
    ("Quality score", repeated("-2", "-1", "0", "1", "2"), "driver", "-2..2"),
    ("Helpfulness rating", [str(n % 101) for n in range(ROWS)], "driver", "0-100"),
    ("Courtesy", repeated("4/5", "5/5", "1/5", "2/5", "3/5"), "driver", "1-5"),
    ("Courtesy", repeated("4.0", "5.0", "1.0", "2.0", "3.0"), "driver", "1-5"),
    ("Courtesy", repeated("4,0", "5,0", "1,0", "2,0", "3,0"), "driver", "1-5"),
    ("Stars", repeated("5 stars", "4 stars", "1 star", "2 stars", "3 stars"), "driver", "1-5"),
    # ratings in words
    ("Delivery", repeated("Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"), "driver",
     "Very dissatisfied|Dissatisfied|Neutral|Satisfied|Very satisfied"),
    ("Staff was kind", repeated("Strongly agree", "Agree", "Disagree", "Strongly disagree"), "driver",
     "Strongly disagree|Disagree|Agree|Strongly agree"),
    ("Meal", repeated("Good", "Fair", "Poor", "Excellent"), "driver", "Poor|Fair|Good|Excellent"),
    ("Meal", repeated("GOOD", "BAD"), "driver", "BAD|GOOD"),
    ("Ticket score", repeated("offered", "unoffered", "good", "bad"), "driver", "bad|good"),
    ("Chat", repeated("👍", "👎"), "driver", "👎|👍"),
    ("Checkout", repeated("5 - Excellent", "4", "3", "2", "1 - Terrible"), "driver",
    "1 - Terrible|2|3|4|5 - Excellent"),
    ("Checkout", repeated("1 = Very satisfied", "2 = Satisfied", "3 = Dissatisfied", "4 = Very dissatisfied"), "driver",
     "4 = Very dissatisfied|3 = Dissatisfied|2 = Satisfied|1 = Very satisfied"),
    ("Was it resolved to your satisfaction?", repeated("Yes", "No"), "driver", "No|Yes"),
    # numbers that are no ratings
    ("Age", repeated("18", "25", "33", "60"), "metric", None),
    ("Tenure months", repeated("1", "2", "3", "4", "5"), "metric", None),
    ("Flight distance", numbered("{}7"), "metric", None),
    ("Departure delay", repeated("0", "1", "2", "3", "4", "5"), "metric", None),
    ("Minutes to reply", repeated("1", "2", "3", "4", "5"), "metric", None),
    ("Number of contacts", repeated("1", "2", "3", "4", "5"), "metric", None),
    ("Stops", repeated("0", "1", "2", "3", "4", "5"), "metric", None),
    ("Complaints", repeated("0", "0", "0", "1", "2", "3", "4", "5"), "metric", None),
    ("Basket", repeated("12.5", "99.9", "3.75"), "metric", None),
    ("Yearly revenue", numbered("{}.50"), "revenue", None),
    ("Yearly revenue", [f"$1,{n:03}" for n in range(ROWS)], "revenue", None),
    ("Weight", repeated("0.8", "1.1", "1.3"), "weight", None),
    # groups
    ("Region", repeated("North", "South"), "segment", None),
    ("Region", repeated("1", "2", "3", "4", "5"), "segment", None),
    ("Customer Type", repeated("Returning", "First-time"), "segment", None),
    ("Type of Travel", repeated("Business", "Personal"), "segment", None),
    ("Class", repeated("1", "2", "3"), "segment", None),
    ("Newsletter", repeated("yes", "no"), "segment", None),
    ("Newsletter", repeated("0", "1"), "segment", None),
    ("Contract", repeated("None", "N/A", "Monthly", "Yearly"), "segment", None),
    ("Tenure", repeated("1 to 3 years", "3 to 12 months", "Over 3 years"), "segment", None),
    ("Age", repeated("1", "2", "3", "4", "5", "6"), "segment", None),
    ("Age", repeated("4", "5", "6", "7", "8", "11"), "metric", None),
    ("Age", repeated("1", "2", "3", "5", "8", "10"), "metric", None),
    ("Stage", repeated("1. Browsing", "2. Buying", "3. Delivery"), "touchpoint", None),
    ("Agent", repeated("Ana", "Bo", "Cy"), "agent", None),
    ("Case Owner", repeated("Ana", "Bo", "Cy"), "agent", None),
    ("team_member", repeated("Ana", "Bo", "Cy"), "agent", None),
    ("Churned", repeated("Yes", "No", "No"), "churned", None),
    ("Has cancelled", repeated("1", "0"), "churned", None),
    ("Invited", repeated("Yes"), "invited", None),
    # groups that sound like something else, written as numbers
    ("NPS group", repeated("1", "2", "3"), "segment", None),
    ("Q12_NPS_GROUP", repeated("1", "2", "3"), "segment", None),
    ("Grupo NPS", repeated("1", "2", "3"), "segment", None),
    ("Zufriedenheitsgruppe", repeated("1", "2", "3", "4", "5"), "segment", None),
    ("CSAT segment", repeated("1", "2", "3", "4", "5"), "segment", None),
    ("Education level", repeated("1", "2", "3", "4", "5"), "segment", None),
    ("Which region do you live in?", repeated("1", "2", "3", "4", "5"), "segment", None),
    ("Q3_region", repeated("1", "2", "3", "4", "5"), "segment", None),
    ("Age", repeated("1", "2", "3", "4", "5"), "segment", None),
    ("Q7", repeated("1", "2", "3", "4"), "driver", "1-4"),
    ("How satisfied are you with the way we treat customers of your group?", ONE_TO_FIVE, "driver", "1-5"),
    ("¿En qué año naciste?", [str(1945 + n % 60) for n in range(ROWS)], "metric", None),
    ("Birth year", [str(1945 + n % 60) for n in range(ROWS)], "metric", None),
    ("Year of birth", repeated("1980-1989", "1990-1999", "before 1980"), "segment", None),
    ("Country of birth", repeated("Chile", "Peru"), "segment", None),
    ("Phone model", repeated("iPhone", "Pixel"), "segment", None),
    ("Phone", repeated("Yes", "No"), "segment", None),
    ("Did we address your concern", repeated("Fully", "In part"), "segment", None),
    ("Nombre de tu cargo laboral", repeated("Gerente", "Analista", "Cajero"), "segment", None),
    ("Opleidingsniveau", repeated("1", "2", "3", "4"), "segment", None),
    ("Year of study", repeated("1", "2", "3", "4"), "segment", None),
    ("vendor", repeated("1", "2", "3"), "segment", None),
    ("quality_flag", repeated("0", "1"), "segment", None),
    ("Programa de lealtad", repeated("Sí", "No"), "segment", None),
    ("Hours per week spent", repeated(*map(str, range(1, 21))), "metric", None),
    ("Amount spent", repeated(*map(str, range(10, 400, 7))), "revenue", None),
    # those who served, and what is said or measured of them
    ("Mitarbeiter", repeated("1", "2", "3", "4", "5"), "driver", "1-5"),
    ("Mitarbeiter", repeated(*map(str, range(11, 40))), "agent", None),
    ("Serviceberater", repeated("Ana", "Bo"), "agent", None),
    ("Agent ID", repeated("1", "2", "3", "4", "5"), "agent", None),
    ("Mitarbeiter [Tempo]", ONE_TO_FIVE, "driver", "1-5"),
    ("Agente: rapidez en la respuesta", ONE_TO_FIVE, "driver", "1-5"),
    ("Medewerker - uitleg", repeated("Goed", "Slecht", "Voldoende", "Uitstekend"), "driver",
     "Slecht|Voldoende|Goed|Uitstekend"),
    ("agent_minutes", repeated("12", "30", "7", "5"), "metric", None),
    ("agent_minutes", repeated("1", "2", "3", "4", "5"), "metric", None),
    ("Agente (minutos)", repeated("1", "2", "3", "4", "5"), "metric", None),
    # keys, texts, personal data
    ("Response ID", numbered("R{}"), "response_id", None),
    ("id", numbered("{}"), "response_id", None),
    ("Klantnummer", repeated(*(str(1000 + n) for n in range(50))), "customer", None),
    ("Personalnummer", numbered("{}9"), "customer", None),
    ("N° de réservation", numbered("{}9"), "response_id", None),
    ("ID do pedido", numbered("{}9"), "response_id", None),
    ("Nr zamówienia", numbered("{}9"), "response_id", None),
    ("来自IP", numbered("10.0.7.{}(广东-深圳)"), "ignore", None),
    ("Customer ID", repeated(*(f"C{n}" for n in range(250))), "customer", None),
    ("Order ID", repeated(*(f"O{n}" for n in range(300))), "ignore", None),
    ("In what ZIP code is your home? (5 digits)", repeated(*(f"{10_000 + 7 * n}" for n in range(300))), "ignore", None),
    ("Code postal", repeated("75001", "69002", "13003"), "segment", None),
    ("Comment", SENTENCES, "comment", None),
    ("Comment", repeated("Great", "Too slow", "ok"), "comment", None),
    ("Comment", repeated("Great", None, None), "comment", None),
    ("Comment type", repeated("Praise", "Complaint"), "segment", None),
    ("Left a comment", repeated("yes", "no"), "segment", None),
    ("Reason", repeated("Price", "Delivery"), "segment", None),
    ("Why this rating?", SENTENCES, "comment", None),
    ("Contact e-mail", numbered("p{}@example.org"), "ignore", None),
    ("Reach me at", numbered("+49 170 1234{:03}"), "ignore", None),
    ("First name", numbered("Name{}"), "ignore", None),
    ("Date of birth", numbered("1980-01-01"), "ignore", None),
    ("Link", numbered("https://example.org/{}"), "ignore", None),
    ("Row", numbered("{}"), "ignore", None),
    ("Empty", repeated(None), "ignore", None),
    ("Shop", repeated("Madrid"), "segment", None),
    ("Place", repeated("Berlin", "Berlin", "Berlin", None), "segment", None),
    ("Wave", repeated("3"), "segment", None),
    ("Postcode", repeated("10115"), "segment", None),
    ("Consent", repeated("Yes"), "ignore", None),
    ("Remark", repeated("none"), "comment", None),
    ("Mostly blank", repeated("same", None, None), "ignore", None),
    ("Minutes", repeated("3"), "metric", None),
    ("Thing", repeated("https://example.org/7"), "ignore", None),
    ("Thing", repeated('{"name":"Pro"}'), "ignore", None),
    ("Voucher", numbered("V-{}"), "response_id", None),
    # time
    ("Survey date", numbered("2026-01-{:02}", 28), "time", None),
    ("created_at", [f"{1_750_000_000 + 3600 * n}" for n in range(ROWS)], "time", None),
    ("Date", [f"{n % 28 + 1}-Aug-26" for n in range(ROWS)], "time", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "cells", "role", "scale"), LOOK_ALIKES)
def test_a_column_is_proposed_as_what_it_looks_like(name, cells, role, scale):
    column = proposed({name: cells, "Overall satisfaction": repeated("Yes", "No", rows=len(cells))})[name]
    assert (column.role.value, column.scale and column.scale.name) == (role, scale), column.reason
    assert column.reason


@pytest.mark.parametrize("negative", ["Not satisfied", "Neutral or Dissatisfied", "Dissatisfied", "unsatisfied"])
def test_a_negative_that_contains_the_positive_word_is_never_satisfied(negative):
    column = alone("Outcome", repeated(negative, "Satisfied"))
    assert column.scale is not None
    assert dict(column.positions)[fold(negative)] == 1
    assert dict(column.positions)["satisfied"] == 2


def test_every_label_of_a_family_stands_at_one_position_only():
    for family in all_families():
        labels = [label for level in family.levels for label in level]
        assert len(labels) == len(set(labels)), family.name
        assert labels == [fold(label) for label in labels]


@pytest.mark.parametrize(
    ("name", "text", "cells", "role"),
    [
        ("Q5", "Your region", repeated("1", "2", "3", "4", "5"), "segment"),
        ("Q5", "What is your age?", repeated("1", "2", "3", "4"), "segment"),
        ("Q5", "Speed of the delivery", repeated("1", "2", "3", "4"), "driver"),
        ("Q5", "How do you rate the store?", ONE_TO_FIVE, "driver"),
        ("Q9", "As you can not see it, please make sure that your e-mail or phone", repeated("sure"), "ignore"),
        ("Q9", "Can you give us your phone number, so that we may call you back?", repeated("Yes", "No"), "segment"),
    ],
)
def test_the_text_of_a_question_says_what_its_number_cannot(name, text, cells, role):
    known = [replace(column, described=Described(label=text)) for column in profiles({name: cells})]
    beside = replace(profiles({"Satisfaction overall": repeated("Yes", "No")})[0], position=2)
    (column,) = [each for each in propose((*known, beside), ".").columns if each.name == name]
    assert (column.role.value, column.personal) == (role, None)


def test_zero_beside_one_to_five_is_assumed_to_mean_not_applicable():
    columns = proposed({"Seat comfort": ZERO_TO_FIVE, "Food": ONE_TO_FIVE, "Wifi service": ZERO_TO_FIVE})
    for name in ("Seat comfort", "Wifi service"):
        assert columns[name].scale.name == "1-5"
        assert columns[name].not_applicable == ("0",)
        assert columns[name].assumed
    assert not columns["Food"].assumed


def test_a_lone_outcome_from_zero_to_five_is_assumed_as_well():
    column = proposed({"Rating": ZERO_TO_FIVE})["Rating"]
    assert (column.role, column.scale.name, column.not_applicable, column.assumed) == ("outcome", "1-5", ("0",), True)


def test_a_few_answers_off_the_scale_do_not_hide_it():
    column = alone("Courtesy", [*ONE_TO_FIVE, "55", "9", "banana"])
    assert column.scale.name == "1-5"
    assert "set aside" in column.reason


STRAY: list[tuple[list[Cell], str, str | None]] = [
    ([*ONE_TO_FIVE, "6"], "1-5", "1-6"),
    ([*ONE_TO_FIVE, "7", "7", "7"], "1-5", "1-7"),
    ([*ONE_TO_FIVE, "6", "7"], "1-5", "1-7"),
    ([*ONE_TO_FIVE, *repeated("7", rows=50)], "1-7", "1-5"),
    ([*repeated("1", "2", "3", "4"), "5"], "1-5", "1-4"),
    ([*ONE_TO_TEN, "0"], "0-10", "1-10"),
    # nothing stray: every end has its share of answers
    ([*ONE_TO_FIVE, *repeated("6", rows=60)], "1-6", None),
    ([*repeated(*map(str, range(1, 8)), rows=60)], "1-7", None),
    ([*repeated("0", "1", "2", "3", "4", "5", "6", rows=14), *repeated("7", "8", "9", "10")], "0-10", None),
    ([*repeated("1", "2", "3", rows=300), *repeated("4", rows=40), *repeated("5", rows=6)], "1-5", None),
]


@pytest.mark.parametrize(("cells", "scale", "rival"), STRAY)
def test_a_few_stray_answers_never_change_the_scale_without_a_word(cells, scale, rival):
    column = alone("Courtesy", cells)
    assert (column.scale.name, column.rival, column.assumed) == (scale, rival, rival is not None)
    assert rival is None or rival in column.reason


def test_one_stray_answer_is_set_aside_and_leaves_the_score_alone():
    column = proposed({"Rating": [*repeated("1", "2", "3", "4", "5", rows=200), "6"]})["Rating"]
    assert column.scheme == "top2-of-5"
    assert column.reason == (
        "The answers are whole numbers from 1-5; 1 number lies off it and will be set aside; on 1-6 they would be answers."
    )


def test_three_scores_on_three_scales_beside_each_other_keep_their_own():
    found = proposed({"csat_score": ONE_TO_FIVE, "ces": repeated(*map(str, range(1, 8))), "nps": ZERO_TO_TEN})
    assert {name: str(column.scale.name) for name, column in found.items()} == {
        "csat_score": "1-5", "ces": "1-7", "nps": "0-10",
    }  # fmt: skip


def test_neighbours_settle_what_a_stray_answer_leaves_open():
    columns = proposed({"Speed": ONE_TO_FIVE, "Price": ONE_TO_FIVE, "Rating": [*ONE_TO_FIVE[:-1], "6"]})
    assert (columns["Rating"].scale.name, columns["Rating"].assumed) == ("1-5", False)


REVERSED = [
    "Satisfaction (1 = very satisfied, 5 = very dissatisfied)",
    "Satisfaction: 1=Best ... 5=Worst",
    "Rate your satisfaction from 1 (excellent) to 5 (terrible)",
    "Q 12 - satisfaction: very satisfied (1) to very dissatisfied (5)",
    "2. Overall satisfaction 1 - very good, 5 - very bad",
]


@pytest.mark.parametrize("name", REVERSED)
def test_a_name_that_says_the_lowest_number_is_the_best_turns_the_scale_around(name):
    column = proposed({name: ONE_TO_FIVE, "Region": repeated("N", "S")})[name]
    assert (column.role, column.scale.name, column.scale.values) == ("outcome", "5-1", (5, 4, 3, 2, 1))
    assert (column.assumed, column.rival) == (True, "1-5")
    assert "1 is taken as the best" in column.reason


@pytest.mark.parametrize(
    "name",
    ["Satisfaction (1 = very dissatisfied, 5 = very satisfied)", "Satisfaction 1-5", "Rating (1 of 5 questions)"],
)
def test_a_name_that_says_the_highest_number_is_the_best_changes_nothing(name):
    column = proposed({name: ONE_TO_FIVE, "Region": repeated("N", "S")})[name]
    assert (column.scale.name, column.assumed) == ("1-5", False)


def test_ends_that_the_name_explains_need_not_be_answered():
    column = alone("Courtesy (1 = worst, 10 = best)", repeated("4", "5", "6"))
    assert (column.scale.name, column.assumed) == ("1-10", False)


def test_non_answers_in_words_are_told_from_answers():
    column = alone("Courtesy", [*ONE_TO_FIVE, "N/A", "Not applicable", "Don’t know", "prefer not to say"])
    assert column.scale.name == "1-5"
    assert set(column.not_applicable) == {"n/a", "not applicable"}
    assert set(column.dont_know) == {"don't know", "prefer not to say"}


def test_neighbours_say_which_scale_a_column_without_its_ends_has():
    columns = proposed({"Speed": ONE_TO_FIVE, "Price": ONE_TO_FIVE, "Tone": repeated("2", "3", "4")})
    assert columns["Tone"].scale.name == "1-5"
    assert not columns["Tone"].assumed


@pytest.mark.parametrize("cells", [("3", "4", "5"), ("1", "2", "3"), ("1", "2", "3", "4")])
def test_a_few_answers_are_taken_as_part_of_the_usual_scale_and_that_is_marked(cells):
    column = alone("Service rating", repeated(*cells, rows=12))
    assert (column.scale.name, column.assumed) == ("1-5", True)


def test_one_bad_cell_of_eight_does_not_hide_what_the_name_says():
    columns = proposed({"Date": [*days("03/04/2026", "15/04/2026", rows=7), "31/02/2026"], "Revenue": [*numbered("{}", 7), "ten"],
                        "response_id": [*numbered("{}", 7), "6"], "Code": [*numbered("{}", 7), "7b"], "Rating": [*repeated("5", "4", "2", "1", rows=7), "9"]})  # fmt: skip
    assert [column.role.value for column in columns.values()] == [
        "time",
        "revenue",
        "response_id",
        "segment",
        "outcome",
    ]
    assert columns["Rating"].scale.name == "1-5"


def test_words_at_both_ends_of_a_scale_are_enough_however_few_answers_there_are():
    cells: list[Cell] = ["10 - Extremely likely", "9", "8", "0 - Not at all likely", "6"]
    scale = alone("How likely are you to recommend us?", cells).scale
    assert (scale.points, scale.values[0], scale.values[-1]) == (11, 0, 10)


@pytest.mark.parametrize("name", ["Party size", "Rooms", "ID number"])
def test_small_numbers_without_the_name_of_a_rating_are_no_rating_in_a_small_file(name):
    assert alone(name, ["2", "1", "4", "3", "2"]).scale is None


def test_a_file_of_three_rows_still_has_its_groups_and_keys():
    columns = proposed({"id": ["1", "2", "3"], "channel": ["chat", "mail", "phone"], "agent": ["Ana", "Bo", "Cy"],
                        "score": ["5", "3", "1"], "comment": ["Good", "So so", "Too slow"]})  # fmt: skip
    assert [column.role.value for column in columns.values()] == [
        "response_id", "segment", "agent", "outcome", "comment"
    ]  # fmt: skip


def test_an_airline_survey_is_mapped_as_a_person_would():
    ratings = ["Ease of Online Booking", "Check-in Service", "Gate Location", "Seat Comfort", "Food and Drink",
               "Departure and Arrival Time Convenience", "In-flight Entertainment", "Baggage Handling"]  # fmt: skip
    table: dict[str, Sequence[Cell]] = {
        "ID": numbered("{}"),
        "Gender": repeated("Male", "Female"),
        "Age": repeated("48", "35", "41", "7"),
        "Customer Type": repeated("First-time", "Returning"),
        "Type of Travel": repeated("Business", "Personal"),
        "Class": repeated("Business", "Economy", "Economy Plus"),
        "Flight Distance": numbered("{}1"),
        "Departure Delay": repeated("0", "26", "2"),
        "Arrival Delay": repeated("0", None, "39"),
        **dict.fromkeys(ratings, ZERO_TO_FIVE),
        "Satisfaction": repeated("Neutral or Dissatisfied", "Satisfied"),
    }
    columns = proposed(table)
    assert {name: column.role.value for name, column in columns.items()} == {
        "ID": "response_id", "Gender": "segment", "Age": "metric", "Customer Type": "segment",
        "Type of Travel": "segment", "Class": "segment", "Flight Distance": "metric", "Departure Delay": "metric",
        "Arrival Delay": "metric", **dict.fromkeys(ratings, "driver"), "Satisfaction": "outcome",
    }  # fmt: skip
    assert columns["Satisfaction"].scheme == "binary"
    assert {columns[name].scale.name for name in ratings} == {"1-5"}


def test_a_support_desk_export_is_mapped_as_a_person_would():
    columns = proposed(
        {
            "Ticket ID": numbered("{}"),
            "created_at": numbered("2026-02-{:02} 10:00:00", 28) * 14 + numbered("2026-03-{:02} 10:00:00", 8),
            "Assignee": repeated("Ana", "Bo", None),
            "Requester email": numbered("p{}@example.org"),
            "Requester ID": repeated(*map(str, range(5000, 5250))),
            "Channel": repeated("chat", "mail"),
            "First reply (minutes)": numbered("{}"),
            "Score": repeated("good", "bad", "good"),
            "Comment": SENTENCES,
            "How easy was it to get help?": repeated(*map(str, range(1, 8))),
        }
    )
    assert {name: column.role.value for name, column in columns.items()} == {
        "Ticket ID": "response_id", "created_at": "time", "Assignee": "agent", "Requester email": "ignore",
        "Requester ID": "customer", "Channel": "segment", "First reply (minutes)": "metric", "Score": "outcome",
        "Comment": "comment", "How easy was it to get help?": "outcome",
    }  # fmt: skip
    assert columns["Score"].scale.labels == ("bad", "good")
    assert columns["How easy was it to get help?"].scheme == "ces-7"


@pytest.mark.parametrize(
    ("file", "roles"),
    [
        ("barktalk.csv", {
            "Response ID": "response_id", "Date": "time", "Round": "segment", "Satisfaction": "outcome",
            "Wait in live chat": "driver", "Helpfulness": "driver", "Product range": "driver",
            "Contact channel": "segment", "Customer ID": "customer", "Yearly spend": "revenue", "Comment": "comment",
        }),
        ("demo.csv.gz", {
            "Response ID": "response_id", "Survey date": "time", "Invited": "invited",
            "Overall satisfaction": "outcome", "Speed of reply": "driver", "Helpfulness of staff": "driver", "Knowledge of staff": "driver",
            "Order accuracy": "driver", "Personal touches": "driver", "Value for money": "driver", "Comment": "comment",
            "Channel": "segment", "Region": "segment", "Product": "segment", "Touchpoint": "touchpoint",
            "Agent": "agent", "Tenure": "segment", "Minutes to reply": "metric", "Customer ID": "customer", "Yearly revenue": "revenue",
            "Churned": "churned",
        }),
    ],
)  # fmt: skip
def test_the_example_files_are_mapped_without_a_question(file, roles):
    mapping = propose(profiles(example(file, rows=3_000)), ".")
    assert {column.name: column.role.value for column in mapping.columns} == roles
    assert {column.scale.name for column in mapping.columns if column.scale} == {"1-5"}
    assert mapping.open_questions == ()


def test_the_primary_outcome_stands_before_the_other_outcomes_wherever_it_is_in_the_file():
    mapping = propose(profiles({"Region": repeated("N", "S"), "NPS": ZERO_TO_TEN, "Speed": ONE_TO_FIVE,
                                "Overall satisfaction": ONE_TO_FIVE}), ".")  # fmt: skip
    assert [column.name for column in mapping.columns] == ["Region", "Overall satisfaction", "NPS", "Speed"]
    assert [column.role.value for column in mapping.columns] == ["segment", "outcome", "outcome", "driver"]
    assert [column.scheme for column in mapping.columns] == [None, "top2-of-5", "nps", "top2-of-5"]
    assert [id for id, _ in columns_of(mapping)] == ["s01", "q03", "q01", "q02"]


def test_promoters_in_words_are_groups_where_the_recommendation_itself_is_there():
    columns = proposed({"NPS score": ZERO_TO_TEN, "NPS group": repeated("Promoter", "Passive", "Detractor")})
    assert [column.role.value for column in columns.values()] == ["outcome", "segment"]


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (days("2026-01-02", "2026-03-04"), "ymd"),
        (days("01/02/2026", "25/02/2026"), "dmy"),
        (days("01/02/2026", "02/25/2026"), "mdy"),
    ],
)
def test_one_value_above_twelve_settles_the_order_of_dates(cells, order):
    column = proposed({"Date": cells, "Rating": ONE_TO_FIVE})["Date"]
    assert (column.role.value, column.date_order, column.question) == ("time", order, None)


@pytest.mark.parametrize(
    ("name", "good", "role"),
    [("Date", 240, "time"), ("Date", 239, "segment"), ("Checked", 320, "time"), ("Checked", 319, "segment")],
)
def test_a_column_of_dates_with_bad_cells_is_the_time_all_the_same(name, good, role):
    cells = [*days("2026-02-11", "2026-02-12", rows=good), *days("yesterday", "2026-02-30", rows=ROWS - good)]
    column = alone(name, cells)
    assert column.role == role
    assert role != "time" or column.reason == (
        f"{100 * good / ROWS:.0f} % of the cells are dates, year first; the others are set aside."
    )


def test_years_that_stand_first_count_for_any_order():
    cells = [*days("2026-02-11", rows=300), *days("13/02/2026", rows=100)]
    column = alone("Date", cells)
    assert column.date_order == "dmy"
    assert column.reason == "Nearly all cells are dates, day first: 100 of them such as 13/02/2026 can only be read so."


def test_dates_without_bad_cells_go_before_those_with_some():
    bad = [*days("2026-02-11", rows=300), *days("never", rows=100)]
    columns = proposed({"Date": bad, "Start time": days("2026-01-01"), "Rating": ONE_TO_FIVE})
    assert (columns["Date"].role, columns["Start time"].role) == ("ignore", "time")


@pytest.mark.parametrize(
    ("name", "cells", "role"),
    [
        ("Response ID", [str(n // 2) for n in range(ROWS)], "ignore"),
        ("id", [f"A{n // 40}" for n in range(ROWS)], "ignore"),
        ("Store no", [str(n % 20 + 11) for n in range(ROWS)], "segment"),
        ("Number of visits", [str(n % 20 + 11) for n in range(ROWS)], "metric"),
    ],
)
def test_a_column_named_like_a_key_is_never_a_metric(name, cells, role):
    assert alone(name, cells).role == role


def test_dates_that_nothing_settles_are_asked_about_with_the_exact_options():
    mapping = propose(profiles({"Date": days("01/02/2026", "03/04/2026"), "Rating": ONE_TO_FIVE}), ".")
    (question,) = mapping.open_questions
    assert '--map "Date=time:dmy"' in question
    assert '--map "Date=time:mdy"' in question


def test_one_time_column_is_used_and_it_is_the_one_of_the_answer():
    dates = days("2026-01-02", "2026-01-03")
    columns = proposed({"Order date": dates, "Last updated": dates, "Survey date": dates, "Rating": ONE_TO_FIVE})
    assert [column.role.value for column in columns.values()] == ["ignore", "ignore", "time", "outcome"]
    assert "Survey date" in columns["Order date"].reason


def test_an_order_of_dates_that_is_not_used_is_not_asked_about():
    mapping = propose(profiles({"Survey date": days("2026-01-02"), "Order date": days("01/02/2026"),
                                "Rating": ONE_TO_FIVE}), ".")  # fmt: skip
    assert mapping.open_questions == ()


def test_ids_are_numbered_in_the_order_of_the_file_with_three_digits_from_one_hundred_on():
    table = {f"Question {n}": ONE_TO_FIVE for n in range(1, 102)} | {"Survey date": days("2026-01-02")}
    ids = [id for id, _ in columns_of(propose(profiles(table), "."))]
    assert ids[:2] + ids[98:] == ["q01", "q02", "q99", "q100", "q101", "day"]


def test_a_mapping_survives_the_way_through_json():
    mapping = propose(profiles({"Date": days("01/02/2026"), "Seat comfort": ZERO_TO_FIVE, "Churned": repeated("Yes",
    "No"),
                                "Rating": repeated("Good", "Bad"), "Note": SENTENCES}), ",")  # fmt: skip
    assert from_json(json.loads(json.dumps(to_json(mapping)))) == mapping


# --- decisions


TABLE: dict[str, Sequence[Cell]] = {
    "Response ID": numbered("R{}"),
    "Date": days("01/02/2026", "03/04/2026"),
    "Other date": days("2026-01-02", "2026-01-03"),
    "Overall satisfaction": ZERO_TO_FIVE,
    "speed": ONE_TO_FIVE,
    "Speed": repeated("Bad", "Fair", "Good"),
    "Region": repeated("North", "South"),
    "Mood": repeated("blue", "grey", "red"),
    "Age": repeated("18", "25", "33", "60"),
    "Minutes": repeated("1.5", "2", "3"),
    "7": repeated("x", "y"),
}
COLUMNS = profiles(TABLE)


def decided(roles: dict[str, str] | None = None, scales: dict[str, str] | None = None) -> Mapping:
    return decide(propose(COLUMNS, "."), COLUMNS, roles=roles or {}, scales=scales or {})


def by_name(mapping: Mapping, name: str) -> ColumnMapping:
    return next(column for column in mapping.columns if column.name == name)


def test_nothing_decided_leaves_the_proposal():
    assert decided() == propose(COLUMNS, ".")


@pytest.mark.parametrize("named", ["Region", "region", " REGION ", "#7"])
def test_a_column_is_found_by_name_by_name_ignoring_case_and_by_number(named):
    assert by_name(decided({named: "ignore"}), "Region").role == "ignore"


def test_a_number_alone_is_a_name_first_and_a_position_otherwise():
    assert by_name(decided({"7": "ignore"}), "7").role == "ignore"
    assert by_name(decided({"8": "ignore"}), "Mood").role == "ignore"


def test_an_exact_name_goes_before_names_that_differ_in_case():
    assert by_name(decided({"speed": "ignore"}), "Speed").role == "driver"


@pytest.mark.parametrize(("named", "expected"), [("Regoin", "'Region'"), ("SPEED", "names 2 columns"), ("#99", "#1")])
def test_an_unknown_column_is_answered_with_the_columns_there_are(named, expected):
    with pytest.raises(UnknownColumnError, match=expected):
        decided({named: "segment"})


@pytest.mark.parametrize("role", ["response id", "response_id", "Response ID", " RESPONSE-ID "])
def test_a_role_is_read_with_spaces_and_any_case(role):
    assert by_name(decided({"Region": role}), "Region").role == "response_id"


@pytest.mark.parametrize("role", ["boss", "", "time:dym", "segment:dmy"])
def test_an_unknown_role_is_answered_with_the_roles_there_are(role):
    with pytest.raises(UnknownRoleError, match="choose one of: outcome, driver, segment"):
        decided({"Region": role})


def test_an_order_that_was_given_settles_the_question():
    mapping = decided({"Date": "time:mdy"})
    assert by_name(mapping, "Date").date_order == "mdy"
    assert mapping.open_questions == ()
    assert by_name(mapping, "Other date").role == "ignore"


def test_time_without_an_order_takes_the_one_the_cells_settle():
    assert by_name(decided({"Other date": "time"}), "Other date").date_order == "ymd"
    assert decided({"Date": "time"}).open_questions != ()


def test_a_role_of_one_column_moves_to_the_column_that_was_given_it():
    mapping = decided({"Region": "response id"})
    assert by_name(mapping, "Response ID").role == "ignore"
    with pytest.raises(RepeatedRoleError, match="'Region' and 'Mood'"):
        decided({"Region": "customer", "Mood": "customer"})


def test_a_named_outcome_replaces_the_proposed_one():
    mapping = decided({"speed": "outcome"})
    assert [column.name for column in mapping.columns if column.role == "outcome"] == ["speed"]
    assert by_name(mapping, "Overall satisfaction").role == "driver"


def test_outcomes_stand_in_the_order_they_were_named():
    mapping = decided({"Speed": "outcome", "Overall satisfaction": "outcome"})
    assert [column.name for column in mapping.columns if column.role == "outcome"] == ["Speed", "Overall satisfaction"]


def test_when_the_proposed_outcome_is_taken_away_the_next_best_question_is():
    mapping = decided({"Overall satisfaction": "ignore"})
    assert [column.name for column in mapping.columns if column.role == "outcome"] == ["Speed"]
    assert "No name says which question is the outcome" in by_name(mapping, "Speed").reason


def test_an_outcome_without_a_usable_scale_is_refused_with_the_way_out():
    with pytest.raises(NoUsableRatingError, match='--map "Mood=outcome" --scale "Mood=1-5"'):
        decided({"Mood": "outcome"})


def test_a_file_without_any_rating_is_refused_with_the_way_out():
    columns = profiles({"Region": repeated("North", "South"), "Age": repeated("18", "25")})
    with pytest.raises(NoUsableRatingError, match='--map "COLUMN=outcome" --scale "COLUMN=1-5"'):
        decide(propose(columns, "."), columns, roles={}, scales={})


def test_a_file_without_any_rating_names_the_columns_that_come_nearest():
    columns = profiles(
        {
            "Region": repeated("North", "South"), "Order ID": numbered("O{}"), "Note of the clerk": SENTENCES,
            "Points": repeated("12", "15", "19"), "Tyytyväisyys": repeated("huono", "hyvä"), "Service rating": repeated("kurja", "mukava", "ihana"),
        }
    )  # fmt: skip
    with pytest.raises(NoUsableRatingError) as refused:
        decide(propose(columns, "."), columns, roles={}, scales={})
    assert str(refused.value).endswith(
        "Nearest to it are 'Service rating' with 'kurja', 'mukava', 'ihana'; 'Tyytyväisyys' with 'huono', 'hyvä'; 'Points' with '12', '15', "
        "'19'; if the outcome is among them, say its answers from worst to best: "
        '--map "Service rating=outcome" --scale "Service rating=WORST|...|BEST" or --map "Tyytyväisyys=outcome" --scale '
        '"Tyytyväisyys=WORST|BEST" or --map "Points=outcome" --scale "Points=12-19".'
    )
    assert "Nearest to it are 'Service rating'" in refused.value.on_page
    assert "--map" not in refused.value.on_page


def test_a_role_that_needs_numbers_refuses_words_and_takes_yes_and_no():
    with pytest.raises(RoleDoesNotFitError, match="'blue'"):
        decided({"Mood": "revenue"})
    columns = profiles({"Rating": ONE_TO_FIVE, "Gone": repeated("yes", "no")})
    mapping = decide(propose(columns, "."), columns, roles={"Gone": "churned"}, scales={})
    assert dict(by_name(mapping, "Gone").positions)["yes"] == 1
    assert proposed({"Rating": ONE_TO_FIVE, "Churned": repeated("1", "0")})["Churned"].positions == ()


def test_a_role_that_needs_dates_refuses_words():
    with pytest.raises(RoleDoesNotFitError, match="it needs dates"):
        decided({"Mood": "time"})


@pytest.mark.parametrize(
    ("text", "name", "not_applicable", "dont_know"),
    [
        ("1-5", "1-5", (), ()),
        ("-2..2", "-2..2", (), ()),
        ("1-5,0=na", "1-5", ("0",), ()),
        ("1-5, 0 = NA , 99=dk", "1-5", ("0",), ("99",)),
        ("1-5, 0 = not applicable, 9 = don't know", "1-5", ("0",), ("9",)),
        ("1-5, 0 = No answer, 9 = don\u2019t know", "1-5", ("0",), ("9",)),
        ("red|grey|blue", "red|grey|blue", (), ()),
        ("red|blue,grey=dk", "red|blue", (), ("grey",)),
    ],
)
def test_a_scale_that_was_given_is_taken_as_it_stands(text, name, not_applicable, dont_know):
    column = by_name(decided({"Mood": "driver"}, {"Mood": text}), "Mood")
    assert (column.scale.name, column.not_applicable, column.dont_know) == (name, not_applicable, dont_know)
    assert (column.role.value, column.assumed) == ("driver", False)


def test_a_scale_that_was_given_drops_the_assumption_about_zero():
    column = by_name(decided(scales={"Overall satisfaction": "0-5"}), "Overall satisfaction")
    assert (column.scale.name, column.not_applicable, column.assumed) == ("0-5", (), False)
    assert column.role == "outcome"


def test_a_scale_can_be_given_from_its_highest_number_as_the_worst():
    column = by_name(decided(scales={"Overall satisfaction": "5-1"}), "Overall satisfaction")
    assert (column.scale.name, column.positions, column.assumed) == ("5-1", (), False)


def test_a_scale_makes_a_question_of_a_column_that_was_none():
    column = by_name(decided(scales={"Age": "1-100"}), "Age")
    assert (column.role.value, column.scale.name, column.scheme) == ("driver", "1-100", "percent")


@pytest.mark.parametrize("text", ["", "5", "5-5", "a", ",0=na", "1-5,0=maybe"])
def test_a_scale_that_makes_no_sense_is_refused(text):
    with pytest.raises(InvalidScaleError):
        decided(scales={"Mood": text})


def test_every_refusal_is_one_of_ours_and_says_what_to_do():
    for roles, scales in (
        ({"x": "outcome"}, {}),
        ({"Region": "x"}, {}),
        ({"Mood": "outcome"}, {}),
        ({}, {"Mood": "x"}),
    ):
        with pytest.raises(CsatError) as refusal:
            decided(roles, scales)
        assert len(str(refusal.value)) > 40


@pytest.mark.parametrize(("shops", "times", "role"), [(300, 10, "segment"), (300, 3, "ignore"), (1_200, 5, "ignore")])
def test_hundreds_of_shops_are_groups_where_each_comes_often(shops, times, role):
    cells = [f"Shop {at % shops}" for at in range(shops * times)]
    assert alone("Branch x", cells).role == role


def test_averages_under_the_name_of_an_outcome_are_named_as_that_and_nothing_farther_is():
    table = {
        "csat": [f"{at % 160 / 100 + 3.39:.2f}" for at in range(200)],
        "complaints": [str(at % 4) for at in range(200)],
    }
    with pytest.raises(NoUsableRatingError) as refused:
        decide(propose(profiles(table), "."), profiles(table), roles={}, scales={})
    assert "'csat' numbers from 3.39 to 4.98, as averages are, and not one answer in each row" in str(refused.value)
    assert "complaints" not in str(refused.value)
