"""Ends of a scale that the file leaves open: a 0 that may be an answer, a scale from 0, grades of a school."""

import pytest

from csat_core.ingest.plan import ColumnMapping, Mapping, from_json, to_json
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.scales.given_scales import in_words
from csat_core.ingest.scales.grades import grades_in
from csat_core.ingest.texts.tongues import language_of
from tests.ingest.handmade import profiles


def counted(*counts: int, lowest: int = 0) -> list[str]:
    """The numbers from `lowest` on, each so often."""
    return [str(number) for number, count in enumerate(counts, lowest) for _ in range(count)]


def file(**columns: list[str]) -> Mapping:
    most = max(map(len, columns.values()))
    cells = {name: (values * (most // len(values) + 1))[:most] for name, values in columns.items()}
    return propose(profiles(cells), ".")


def outcome(name: str, cells: list[str]) -> ColumnMapping:
    return next(each for each in file(**{name: cells, "Region": ["North", "South"]}).columns if each.name == name)


@pytest.mark.parametrize(
    ("name", "cells", "ways"),
    [
        # as many zeros as ones, or nobody gave a 1
        ("Satisfaction", counted(40, 30, 50, 60, 100, 120), ("0-5", "1-5,0=na")),
        ("Satisfaction", counted(15, 30, 50, 60, 100, 120), ("0-5", "1-5,0=na")),
        ("Satisfaction (out of 5)", counted(40, 30, 50, 60, 100, 120), ("0-5", "1-5,0=na")),
        ("Satisfaction", counted(40, 30, 50, 60, 100, 120, 90, 90), ("0-7", "1-7,0=na")),
        # nobody gave more than 4, and not everything below
        ("Satisfaction", counted(2, 0, 0, 4, 6), ("0-4", "0-10", "1-4,0=na")),
        ("Satisfaction", counted(20, 20, 0, 20, 20), ("0-4", "0-10", "1-4,0=na")),
        ("Satisfaction", counted(1, 0, 1, 3, 3), ("0-4", "0-10", "1-4,0=na")),
        ("Satisfaction", counted(3, 3, 3, 3, 3), ("0-4", "0-10")),  # every level, but of a small file
        # grades, or a rating
        ("Gesamtnote", counted(90, 80, 40, 20, 10, lowest=1), ("5-1", "6-1", "1-5")),
        ("Note", counted(90, 80, 40, 20, 10, lowest=1), ("5-1", "6-1", "1-5")),
        ("Bewertung (Note)", counted(90, 80, 40, 20, 30, 20, lowest=1), ("6-1", "1-6")),
        ("Schulnote", counted(90, 80, 40, 20, 10, lowest=1), ("5-1", "6-1")),
        ("Schulnote", counted(90, 80, 40, lowest=1), ("5-1", "6-1")),
    ],
)  # fmt: skip
def test_an_outcome_whose_ends_are_open_is_asked_about_with_every_reading(name, cells, ways):
    found = outcome(name, cells)
    assert found.ways == ways
    assert found.question is not None
    assert found.question.startswith(f"On which scale the answers of '{name}' lie is not settled: ")
    assert all(f'--scale "{name}={way}"' in found.question for way in ways)


@pytest.mark.parametrize(
    ("name", "cells", "scale", "assumed"),
    [
        ("Satisfaction", counted(4, 30, 50, 60, 100, 120), "1-5", True),  # few zeros change little, and are said
        ("Satisfaction", counted(30, 30, 30, 30, 30), "0-4", False),
        ("Satisfaction (1-5)", counted(40, 30, 50, 60, 100, 120), "1-5", True),
        ("Satisfaction from 0 to 5", counted(40, 30, 50, 60, 100, 120), "0-5", False),
        ("Likelihood to recommend us", counted(5, 5, 0, 5), "0-10", False),
        ("Schulnote", counted(90, 80, 40, 20, 30, 20, lowest=1), "6-1", True),
        ("Schulnote 1 bis 5", counted(90, 80, 40, 20, 10, lowest=1), "5-1", True),
        ("Gesamtnote (1 = sehr gut)", counted(90, 80, 40, 20, 10, lowest=1), "5-1", True),
        ("Keynote", counted(10, 20, 40, 80, 90, lowest=1), "1-5", False),
        ("Note sur 5", counted(10, 20, 40, 80, 90, lowest=1), "1-5", False),
    ],
)  # fmt: skip
def test_what_the_name_or_the_answers_settle_is_not_asked(name, cells, scale, assumed):
    found = outcome(name, cells)
    assert (found.question, found.scale.name, found.assumed) == (None, scale, assumed), found.reason


def test_a_question_without_zeros_beside_it_settles_that_0_is_no_answer():
    zeros, plain = counted(40, 30, 50, 60, 100, 120), counted(30, 50, 60, 100, 120, lowest=1)
    assert file(Satisfaction=zeros, Food=zeros).open_questions
    assert not file(Satisfaction=zeros, Food=plain * 2).open_questions


def test_what_settles_the_outcome_settles_the_drivers_that_are_open_for_the_same_reason():
    cells = {"Satisfaction": counted(40, 30, 50, 60, 100, 120), "Food": counted(4, 30, 86, 60, 100, 120)}
    columns = profiles({**cells, "Price": counted(36, 50, 60, 100, 154, lowest=1)[::-1]})
    columns = tuple(each for each in columns if each.name != "Price")
    mapping = propose(columns, ".")
    assert from_json(to_json(mapping)) == mapping
    decided = {each.name: each for each in decide(mapping, columns, roles={}, scales={"Satisfaction": "0-5"}).columns}
    assert {name: each.scale.name for name, each in decided.items()} == {"Satisfaction": "0-5", "Food": "0-5"}
    assert decided["Food"].reason == "Read as 'Satisfaction', for which 0-5 was given."
    assert [each.question for each in decided.values()] == [None, None]


def test_six_answers_in_a_german_file_may_be_grades():
    grades = counted(60, 50, 30, 20, 20, 20, lowest=1)
    german = {
        each.name: each
        for each in file(Gesamtzufriedenheit=grades, Freundlichkeit=grades, Filiale=["Graz", "Linz"]).columns
    }
    assert german["Gesamtzufriedenheit"].ways == german["Freundlichkeit"].ways == ("6-1", "1-6")
    assert german["Gesamtzufriedenheit"].question is not None
    assert (german["Freundlichkeit"].question, german["Freundlichkeit"].assumed) == (None, True)
    assert outcome("Overall satisfaction", grades).question is None
    assert outcome("Zufriedenheit (6 = sehr zufrieden)", grades).question is None


@pytest.mark.parametrize(
    ("way", "said"),
    [("5-1", "5-1 (1 is the best)"), ("1-5,0=na", "1-5 (5 is the best), 0 is no answer"), ("-2..2", "-2..2 (2 is the best)"),
     ("0.5-5", "0.5-5 (5 is the best)"), ("Bad|Good", "Bad, Good"), ("A1|A2,0=na", "A1, A2, 0 is no answer")],
)  # fmt: skip
def test_a_scale_to_choose_says_which_answer_is_the_best(way, said):
    assert in_words(way) == said


def test_german_words_may_name_grades_and_french_ones_name_ratings():
    french = language_of(["Note globale", "Propreté", "Commentaires", "Date de réponse"])
    german = language_of(["Note", "Sauberkeit", "Filiale"])
    assert (french, german, language_of(["Note"])) == ("fr", "de", None)
    assert grades_in(("Note globale",), "fr") is None
    assert grades_in(("Note",), "de").word == "note"
    assert [grades_in((name,)) for name in ("Notes", "Keynote", "Footnotes", "Score")] == [None] * 4
