"""Frequencies, levels, halves of stars and codes without texts: what makes them ratings, and which end is the best."""

from dataclasses import replace

import pytest

from csat_core.ingest.detection import Described
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.model.scale import parse_scale
from csat_core.model.scheme import fitting
from tests.ingest.handmade import profiles

OFTEN = ["Always", "Often", "Sometimes", "Rarely", "Never"]
LEVELS = ["Very low", "Low", "Medium", "High", "Very high"]
HALVES = ["0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"]


def beside(name: str, cells: list[str]) -> ColumnMapping:
    """How a column is read beside a plain outcome."""
    rows = (cells * (200 // len(cells) + 1))[:200]
    columns = propose(profiles({name: rows, "Overall satisfaction": [*"12345"] * 40}), ".").columns
    return next(each for each in columns if each.name == name)


@pytest.mark.parametrize(
    ("name", "cells", "role"),
    [
        ("Nurses listened to me", ["Always", "Usually", "Sometimes", "Never"], "driver"),
        ("Doctors explained everything", OFTEN, "driver"),
        ("How often do you visit us?", OFTEN, "segment"),
        ("Wie oft nutzen Sie die App?", ["Nie", "Selten", "Manchmal", "Oft", "Immer"], "segment"),
        ("Smoking", ["Never", "Sometimes", "Always"], "segment"),
        ("Priority", ["Low", "Medium", "High"], "segment"),
        ("Experience level", ["Low", "Medium", "High"], "segment"),
        ("Trust in us", LEVELS, "driver"),
        ("Was the answer complete?", ["Yes, completely", "Yes, to some extent", "No"], "driver"),
        ("Insured", ["Yes", "Partly", "No"], "segment"),
        ("Please rank the following - Price", [*"12345"], "metric"),
        ("Rang", [*"12345"], "metric"),
        ("Service rank (1 = best)", [*"12345"], "driver"),
        ("Ticket priority", [*"12345"], "segment"),
    ],
)
def test_frequencies_and_levels_are_ratings_where_the_question_rates(name, cells, role):
    assert beside(name, cells).role.value == role


@pytest.mark.parametrize(
    ("name", "cells", "worst", "best"),
    [
        ("Effort", LEVELS, "Very high", "Very low"),
        ("Wie hoch war Ihr Aufwand?", ["Sehr niedrig", "Niedrig", "Mittel", "Hoch", "Sehr hoch"], "Sehr hoch", "Sehr niedrig"),
        ("Satisfaction with the effort", LEVELS, "Very low", "Very high"),
        ("Service quality", LEVELS, "Very low", "Very high"),
        ("I had to wait too long", OFTEN, "Always", "Never"),
    ],
)  # fmt: skip
def test_what_is_good_where_it_is_low_is_read_backwards_and_that_is_said(name, cells, worst, best):
    found = beside(name, cells)
    assert (found.scale.labels[0], found.scale.labels[-1]) == (worst, best), found.reason
    assert found.assumed == (worst in ("Very high", "Sehr hoch", "Always"))


@pytest.mark.parametrize("cells", [HALVES, ["4.5", "5", "4", "3.5", "2"], ["4,5", "5,0", "3,5", "1,0"], ["4.5 stars", "5 stars", "3 stars"], ["4.5/5", "5/5", "3/5"]])  # fmt: skip
def test_halves_of_stars_are_a_scale_of_their_own(cells):
    found = beside("Rating", cells)
    is_open = min(cells) in ("1", "1,0")
    assert (found.role.value, found.scale.name, found.assumed) == ("driver", "0.5-5", is_open)
    assert found.rival == ("1-5:0.5" if is_open else None)
    assert found.scale.values[:3] == (0.5, 1.0, 1.5)
    # four stars and more satisfy, as on 1-5
    assert found.scale.values[fitting(found.scale)[0].satisfied_from - 1] == 4


@pytest.mark.parametrize(("name", "cells"), [("Distance", HALVES), ("Rating", ["4.25", "3.8", "4.5"])])
def test_other_numbers_are_no_halves_of_stars(name, cells):
    assert beside(name, cells).role.value == "metric"


def test_halves_that_end_below_the_stars_are_doubted():
    found = beside("Rating", ["1.5", "2", "3"])
    assert (found.role.value, found.ways) == ("driver", ("1-5:0.5", "0-5:0.5", "0-10:0.5"))


def test_halves_are_written_by_their_ends():
    for text in ("0.5-5", "5-0.5", "0.5-10"):
        assert parse_scale(text).name == text
        assert parse_scale(text).backwards.backwards == parse_scale(text)
    assert (parse_scale("0,5 - 5").values, parse_scale("0.5-5").points) == (parse_scale("0.5-5").values, 10)


def test_codes_without_texts_are_asked_about_and_settled_together():
    codes = ["A1", "A2", "A3", "A5"] * 50
    columns = profiles({"Satisfaction": codes, "Quality of the food": codes, "Seat": codes})
    mapping = propose(columns, ".")
    by_name = {each.name: each for each in mapping.columns}
    assert by_name["Satisfaction"].ways == ("A1|A2|A3|A4|A5", "A5|A4|A3|A2|A1")
    assert "its answers are the codes A1 to A5" in by_name["Satisfaction"].question
    assert by_name["Seat"].role.value == "segment"
    decided = decide(mapping, columns, roles={}, scales={"Satisfaction": "A5|A4|A3|A2|A1"})
    scales = {each.name: each.scale and each.scale.name for each in decided.columns}
    assert scales == {"Satisfaction": "A5|A4|A3|A2|A1", "Quality of the food": "A5|A4|A3|A2|A1", "Seat": None}
    assert decided.open_questions == ()


@pytest.mark.parametrize("cells", [["A1", "B2", "C3"], ["A1", "A01", "A2"], ["A10", "A11", "A12"], ["A1", "A2"], ["Q1", "Q2", "Q40"]])  # fmt: skip
def test_codes_that_are_no_answers_in_a_row_are_groups(cells):
    assert beside("Service quality", cells).role.value == "segment"


@pytest.mark.parametrize(
    "name",
    ["How many stars would you give us?", "¿Cuántas estrellas nos da?", "Wie viele Sterne geben Sie uns?", "Combien d'étoiles ?", "Quante stelle?",
     "Quantas estrelas?", "Hoeveel sterren?", "Hur många stjärnor?", "Ile gwiazdek?", "Πόσα αστέρια;", "您给几颗星？", "星はいくつですか"],
)  # fmt: skip
def test_stars_are_given_and_not_counted(name):
    assert beside(name, [*"12345"]).role.value == "driver"


def test_codes_that_nothing_calls_a_rating_say_how_they_become_one():
    assert beside("G1Q1", ["A1", "A2", "A3"]).reason == (
        "Holds codes without their texts: groups, unless they are given a scale, worst answer first: A1|A2|A3."
    )


@pytest.mark.parametrize(
    "name",
    [
        "How difficult or easy was it?",
        "Effort",
        "CES",
        "Kundenaufwand",
        "顧客努力指標",
        "Workload",
        "Pain score",
        "Lärm",
    ],
)
def test_what_may_be_bad_in_high_numbers_is_asked_about_as_the_outcome_and_said_of_a_driver(name):
    found = beside(name, [*"12345"])
    assert (found.scale.name, found.assumed, found.rival) == ("1-5", True, "5-1")
    (asked, _) = propose(profiles({name: [*"12345"] * 40, "Region": ["N", "S"] * 100}), ".").columns
    assert asked.question.endswith(f'say --scale "{name}=1-5" or --scale "{name}=5-1", worst answer first.')


@pytest.mark.parametrize(
    ("name", "cells", "rival"),
    [
        ("Overall satisfaction", [*"12345"], "5-1"),
        ("Overall satisfaction (5 = very satisfied)", [*"12345"], None),
        ("Overall satisfaction from 1 to 5", [*"12345"], None),
        ("How likely are you to recommend us?", [*map(str, range(11))], None),
        ("Overall satisfaction", ["Satisfied", "Dissatisfied"], None),
    ],
)
def test_an_outcome_in_numbers_of_a_survey_program_says_that_they_may_run_the_other_way(name, cells, rival):
    plain = profiles({name: (cells * 40)[:200], "Staff": [*"12345"] * 40})
    coded = tuple(replace(each, described=Described(coded_by="Qualtrics")) for each in plain)
    found = {each.name: each for each in propose(coded, ".").columns}
    assert (found[name].rival, found[name].assumed) == (rival, rival is not None)
    assert ("Qualtrics numbers the answers of a form from its first" in found[name].reason) == (rival is not None)
    assert not found["Staff"].assumed
    assert propose(plain, ".").columns[0].rival is None


@pytest.mark.parametrize(
    "name",
    [
        "How much effort did it take?", "Wie hoch war der Aufwand?", "Combien d'effort avez-vous fourni ?",
        "¿Cuánto esfuerzo le costó?", "Quanto esforço foi necessário?", "Quanto sforzo ha richiesto?",
        "Hoeveel moeite kostte het u?", "Hur mycket ansträngning krävdes?", "Ile wysiłku to wymagało?",
        "Πόση προσπάθεια χρειάστηκε;", "您花了多少精力？", "どのくらいの労力が必要でしたか",
    ],
)  # fmt: skip
def test_how_much_effort_it_took_is_best_where_it_is_little_and_that_is_said(name):
    found = beside(name, [*"12345"])
    assert (found.scale.name, found.rival, found.doubt) == ("5-1", "1-5", None)
    assert "how much effort it took" in found.reason


@pytest.mark.parametrize(
    "name",
    [
        "CES: the company made it easy to get help", "CES 2.0", "How easy was it to get help?", "Wie leicht war es?",
        "Das Unternehmen hat es mir leicht gemacht", "Was it easy to reach us? Effort", "容易度",
    ],
)  # fmt: skip
def test_how_easy_it_was_is_best_where_it_is_high_and_that_is_said(name):
    found = beside(name, [*"1234567"])
    assert (found.scale.name, found.assumed, found.doubt) == ("1-7", False, None)
    assert "how easy it was" in found.reason


@pytest.mark.parametrize(
    "name", ["How would you rate the waiting time?", "Waiting room", "Satisfaction with the effort"]
)
def test_a_burden_that_is_rated_or_only_named_leaves_no_doubt(name):
    assert beside(name, [*"12345"]).doubt is None


def test_the_rows_of_an_array_in_codes_rate_and_one_answer_settles_them_all():
    table = {
        "G01Q01": ["A1", "A2", "A3"] * 40,
        "G01Q02[SQ001]": ["A1", "A2", "A3", "A4", "A5", "A2"] * 20,
        "G01Q02[SQ002]": ["A2", "A3", "A4", "A4", "A1", "A2"] * 20,
        "G01Q03[1]": ["A1", "A2", "A3"] * 40,
        "G01Q03[2]": ["B1", "B2", "B3"] * 40,
        "1X2X3SQ001": ["AO01", "AO02", "AO03", "AO04"] * 30,
        "1X2X3SQ002": ["AO01", "AO02", "AO03", "AO04"] * 30,
    }
    columns = profiles(table)
    proposed = propose(columns, ".")
    roles = {each.name: each.role.value for each in proposed.columns}
    assert roles == {
        "G01Q01": "segment", "G01Q02[SQ001]": "outcome", "G01Q02[SQ002]": "driver", "G01Q03[1]": "segment", "G01Q03[2]": "segment",
        "1X2X3SQ001": "driver", "1X2X3SQ002": "driver",
    }  # fmt: skip
    (question,) = proposed.open_questions
    assert '--scale "G01Q02[SQ001]=A5|A4|A3|A2|A1"' in question
    decided = decide(proposed, columns, roles={}, scales={"#2": "A5|A4|A3|A2|A1"}).columns
    turned = {each.name: each.scale.labels[0] for each in decided if each.scale}
    assert turned == {"G01Q02[SQ001]": "A5", "G01Q02[SQ002]": "A5", "1X2X3SQ001": "AO01", "1X2X3SQ002": "AO01"}
    beside = propose(profiles({**table, "G02Q01": [*"12345"] * 24}), ".").columns
    assert [each.name for each in beside if each.role.value == "outcome"] == ["G02Q01"]


@pytest.mark.parametrize(
    ("name", "cells", "role"),
    [
        ("Expectations", "Well below|Below|Met|Exceeded|Far exceeded", "outcome"),
        ("How did we do against your expectations?", "Below|Met|Above", "outcome"),
        ("What happened", "Well below|Below|Met my expectations|Exceeded", "outcome"),
        ("Budget", "Below|Met|Above", "segment"),
    ],
)
def test_short_forms_of_expectations_rate_where_the_name_asks_or_one_answer_is_whole(name, cells, role):
    answers = cells.split("|")
    found = propose(profiles({name: answers * 40, "Region": (["North", "South"] * 200)[: len(answers) * 40]}), ".")
    column = next(each for each in found.columns if each.name == name)
    assert (column.role.value, column.question) == (role, None), column.reason
    if role == "outcome":
        assert column.scale.labels == tuple(answers)


def test_halves_under_a_name_that_says_where_they_begin_do_so():
    found = beside("Service rating (1-5)", ["1.0", "1.5", "2.0", "3.5", "4.5", "5.0"])
    assert (found.scale.name, found.assumed) == ("1-5:0.5", False)


@pytest.mark.parametrize(
    ("cells", "scale"),
    [(["(2)", "(1)", "0", "1", "2"], "-2..2"), (["(1)", "(2)", "(3)", "(4)", "(5)"], "1-5"), (["1", "2", "3", "4", "5", "(5)"], "1-5")],
)  # fmt: skip
def test_numbers_in_brackets_are_below_zero_only_beside_the_same_ones_without_and_a_0(cells, scale):
    assert beside("Service rating", cells).scale.name == scale
