"""Questions on a scale that rate nothing: how important something is to people, and how they are themselves."""

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

FIVE = [*"12345"] * 20
IMPORTANT = [
    "Not at all important",
    "Slightly important",
    "Moderately important",
    "Very important",
    "Extremely important",
] * 20
AGREE = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"] * 20


def read(name: str, cells: list[str]) -> ColumnMapping:
    columns = propose(profiles({"Overall satisfaction": FIVE, name: cells}), ".").columns
    return next(each for each in columns if each.name == name)


@pytest.mark.parametrize(
    "name",
    ["How important is price to you?", "Importance of price", "Price - Importance", "price_imp", "Wichtigkeit Preis", "Importance - Prix",
     "¿Qué tan importante es el precio?", "Grau de importância: preço", "Importanza: prezzo", "Hoe belangrijk is de prijs?",
     "Hur viktigt är priset?", "Jak ważna jest cena?", "Πόσο σημαντική είναι η τιμή;", "价格的重要性", "価格の重要度"],
)  # fmt: skip
def test_how_important_something_is_does_not_rate_it(name: str):
    column = read(name, FIVE)
    assert (column.role.value, column.reason) == (
        "metric",
        "Says how important something is to people, which does not rate it.",
    )


def test_answers_in_words_say_that_a_question_is_of_importance():
    assert read("Parking", IMPORTANT).role.value == "segment"


def test_levels_of_importance_sort_things_and_rate_none():
    assert read("Product_importance", ["low", "medium", "high"] * 30).role.value == "segment"


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("I understand the importance of my role", FIVE),
        ("Importance of teamwork is understood", AGREE),
        ("Satisfaction with what is important to you", FIVE),
    ],
)
def test_statements_that_speak_of_importance_are_rated(name: str, cells: list[str]):
    assert read(name, cells).role.value == "driver"


@pytest.mark.parametrize(
    "name",
    [
        "Overall health (1-5)",
        "Self-rated health",
        "Gesundheitszustand",
        "État de santé",
        "健康状態",
        "Your own knowledge",
        "How confident were you before the training?",
    ],
)
def test_how_people_are_themselves_does_not_rate_what_they_were_given(name: str):
    assert read(name, FIVE).role.value == "metric"
    assert read("Satisfaction with health", FIVE).role.value == "driver"


@pytest.mark.parametrize(
    "name",
    ["Usage frequency (1-5)", "Nutzungshäufigkeit (1-5)", "Fréquence d'utilisation (1-5)", "Frecuencia de uso (1-5)", "Frequência de uso (1-5)",
     "Frequenza di utilizzo (1-5)", "Gebruiksfrequentie (1-5)", "Användningsfrekvens (1-5)", "Częstotliwość użytkowania (1-5)", "Συχνότητα χρήσης (1-5)",
     "使用频率(1-5)", "利用頻度(1-5)"],
)  # fmt: skip
def test_how_often_people_use_something_does_not_rate_it(name: str):
    column = read(name, FIVE)
    assert (column.role.value, column.reason) == (
        "segment",
        "Says how often people come or use something, which does not rate it.",
    )


@pytest.mark.parametrize("name", ["Sweetness JAR", "Salt (just about right)"])
def test_a_scale_whose_middle_is_the_best_is_a_number(name: str):
    assert read(name, FIVE).role.value == "metric"


@pytest.mark.parametrize(
    "name",
    ["My work is important to me", "The company supports my mental health", "How would you rate our mental health services?",
     "Cleanliness during your stay with us", "When I call, my problem is solved", "Return policy", "How was your stay with us?"],
)  # fmt: skip
def test_statements_and_things_with_these_words_are_rated(name: str):
    assert read(name, FIVE).role.value == "driver"


def test_health_between_ratings_may_be_what_was_treated_and_that_is_said():
    columns = profiles(dict.fromkeys(("Overall satisfaction", "Dental care", "Mental health", "Eye care"), FIVE))
    (doubt,) = doubts_of(columns, propose(columns, "."))
    assert (doubt.code, doubt.column) == ("perhaps_rated", "Mental health")
