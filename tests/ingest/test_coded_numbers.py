"""Numbers that are codes: 0-10 counted from 1, yes and no as 1 and 2, and spans in the name that the cells contradict."""

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.scales.yes_no_codes import GROUPED, TWO_CODES, asks_whether
from csat_core.model.dataset import Role
from tests.ingest.handmade import profiles


def column(name: str, cells: list[str], beside: dict[str, list[str]] | None = None) -> ColumnMapping:
    columns = {name: cells, "Region": ["North", "South"], **(beside or {})}
    rows = {each: (values * 200)[:200] for each, values in columns.items()}
    return next(each for each in propose(profiles(rows), ".").columns if each.name == name)


def numbers(low: int, high: int) -> list[str]:
    return [str(number) for number in range(low, high + 1)]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("NPS", numbers(1, 11)),
        ("NPS", numbers(5, 11)),
        ("Likelihood to recommend 0-10", [*numbers(1, 10) * 8, "11"]),
        ("Likelihood to recommend 0-10", numbers(1, 11)),
        ("Rating (11-point scale)", numbers(3, 11)),
        ("Satisfaction", numbers(1, 11)),
    ],
)
def test_0_to_10_in_the_numbers_1_to_11_is_asked_about(name, cells):
    found = column(name, cells)
    assert (found.role, found.ways, found.assumed) == (Role.OUTCOME, ("1-11", "0-10"), True)
    assert found.question is not None
    assert "where each 1 means 0" in found.question
    assert f'--scale "{name}=1-11" or --scale "{name}=0-10"' in found.question


def test_a_recommendation_counted_from_1_is_scored_like_one_from_0():
    assert column("NPS", numbers(1, 11)).scheme == "nps"


def test_a_shorter_scale_from_0_is_counted_from_1_as_well():
    assert column("Satisfaction (0-5)", numbers(1, 6)).ways == ("1-6", "0-5")


@pytest.mark.parametrize(
    ("name", "cells", "scale"),
    [
        ("NPS", numbers(0, 10), "0-10"), ("NPS", numbers(1, 10), "0-10"), ("NPS", [*numbers(0, 10) * 9, "11"], "0-10"),
        ("Recommend (1-11)", numbers(1, 11), "1-11"), ("Recommend (1-10)", [*numbers(1, 10) * 9, "11"], "1-10"),
    ],
)  # fmt: skip
def test_a_scale_that_the_name_or_a_0_settles_is_not_asked_about(name, cells, scale):
    found = column(name, cells)
    assert (found.scale.name, found.question) == (scale, None), found.reason


def test_a_driver_counted_from_1_loads_with_the_doubt_said():
    found = column("Rating of the staff (0-10)", numbers(1, 11), {"Overall satisfaction": numbers(1, 5)})
    assert (found.role, found.scale.name, found.rival, found.question) == (Role.DRIVER, "1-11", "0-10", None)
    assert "where each 1 means 0" in found.reason


@pytest.mark.parametrize(
    ("name", "cells", "ways"),
    [
        ("Satisfaction (1-5)", numbers(0, 4), ("0-4", "1-5")),
        ("Satisfaction (1-5)", numbers(1, 10), ("1-10", "1-5")),
        ("Satisfaction from 1 to 10", ["20", "55", "80", "100"], ("0-100", "1-10")),
        ("Satisfaction (1 = very satisfied, 5 = very dissatisfied)", numbers(1, 7), ("1-7", "7-1", "5-1")),
    ],
)
def test_a_span_in_the_name_that_the_cells_contradict_is_asked_about(name, cells, ways):
    found = column(name, cells)
    assert found.ways[-1] == ways[-1]
    assert set(found.ways) == set(ways)
    assert found.question is not None
    assert "the name says" in found.question


WHETHER = [
    "Satisfied?", "Would you buy again?", "Resolved?", "Issue resolved", "Zufrieden?", "Wurde Ihr Anliegen gelöst?", "Würden Sie wieder kaufen",
    "Êtes-vous satisfait ?", "Problème résolu", "¿Volvería a comprar?", "Problema resuelto", "Siete soddisfatti?", "Problema risolto", "Heeft u uw doel bereikt?",
    "Tevreden?", "Czy problem został rozwiązany?", "Problema resolvido", "Ficou satisfeito?", "Är du nöjd?", "您满意吗？", "问题是否解决", "満足しましたか",
    "Είστε ικανοποιημένοι;",
]  # fmt: skip
HOW = [
    "How satisfied are you?", "Overall, how satisfied were you?", "Wie zufrieden sind Sie?", "Quel est votre niveau ?", "¿Cómo valora el servicio?", "Quanto è soddisfatto?",
    "Hoe tevreden bent u?", "Jak ocenia Pan usługę?", "Como avalia?", "Hur nöjd är du?", "您有多满意？", "どのくらい満足しましたか", "Πόσο ικανοποιημένοι είστε;", "Satisfaction",
]  # fmt: skip


@pytest.mark.parametrize("name", WHETHER)
def test_a_question_that_yes_or_no_answers_is_told(name):
    assert asks_whether((name,))


@pytest.mark.parametrize("name", HOW)
def test_a_question_for_a_degree_is_no_question_of_yes_and_no(name):
    assert not asks_whether((name,))


@pytest.mark.parametrize("name", ["Satisfied?", "Zufrieden?", "Would you recommend us?", "满意吗？"])
def test_an_outcome_of_yes_and_no_in_codes_is_asked_about(name):
    found = column(name, ["1", "1", "2"])
    assert (found.role, found.ways, found.scale.name) == (Role.OUTCOME, ("2-1", "1-2", "1-5"), "2-1")
    assert found.question is not None
    assert "codes of yes and no" in found.question


@pytest.mark.parametrize(
    "name", ["Satisfied with the staff?", "Resolved?", "Would you buy again?", "Were you satisfied with the price?"]
)
def test_a_question_of_yes_and_no_in_codes_beside_the_outcome_is_a_group_with_the_reason(name):
    found = column(name, ["1", "1", "2"], {"Overall satisfaction": numbers(1, 5)})
    assert (found.role, found.scale, found.reason, found.question) == (Role.SEGMENT, None, GROUPED, None)


def test_two_answers_alone_to_a_rating_are_asked_about_of_the_outcome_and_doubted_beside_it():
    alone = column("Satisfaction", ["1", "2"])
    assert (alone.scale.name, alone.ways, alone.question is not None) == ("1-5", ("1-5", "2-1", "1-2"), True)
    beside = column("How satisfied with the price?", ["1", "2"], {"Overall satisfaction": numbers(1, 5)})
    assert (beside.role, beside.scale.name, beside.question) == (Role.DRIVER, "1-5", None)
    assert "which may be the codes of two answers" in beside.doubt


@pytest.mark.parametrize("name", ["Own or rent", "Has app", "Resolved on first call", "Staff greeted you"])
def test_two_codes_alone_beside_a_rating_are_two_groups_whatever_scale_that_shows(name):
    found = column(name, ["1", "1", "2"], {"Overall satisfaction": numbers(1, 5)})
    assert (found.role, found.reason) == (Role.SEGMENT, TWO_CODES)


def test_two_codes_for_a_recommendation_are_asked_about_and_in_the_words_of_others_they_are_ratings():
    recommended = column("Recommend to others", ["1", "1", "2"], {"Overall satisfaction": numbers(1, 5)})
    assert (recommended.role, recommended.question is not None) == (Role.OUTCOME, True)
    grid = {"Overall satisfaction": numbers(1, 5)} | {
        f"How was our {thing} service?": numbers(1, 5) for thing in ("room", "table", "phone")
    }
    asked = column("How was our bar service?", ["1", "2"], grid)
    assert (asked.role, asked.scale.name, asked.doubt) == (Role.DRIVER, "1-5", None)


def test_codes_that_the_name_explains_are_not_asked_about():
    found = column("Satisfied? (1 = yes, 2 = no)", ["1", "1", "2"])
    assert (found.scale.name, found.question) == ("2-1", None)
