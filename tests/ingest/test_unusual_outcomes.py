"""Outcomes of yes and no without a rating beside them, letters and numerals as grades, numbers beside strange words."""

import pytest

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import Meaning
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.texts.names import says
from tests.ingest.handmade import profiles

CODES, WORDS = ["1", "2", "1"] * 40, ["Yes", "No", "Yes"] * 40
NUMBERS = [str(number) for number in (1, 2, 3, 4, 5)] * 24
GRADES = list("ABCDF") * 24
REGION = ["North", "South"] * 60


def found_in(**columns: list[str]) -> dict[str, ColumnMapping]:
    return {column.name: column for column in propose(profiles({**columns, "Region": REGION}), ".").columns}


@pytest.mark.parametrize(
    "name", ["Resolved?", "Would you buy again?", "Was your issue solved?", "Würden Sie wieder bei uns kaufen?"]
)
def test_codes_of_yes_and_no_are_offered_as_the_outcome_of_a_file_without_a_rating(name):
    found = found_in(**{name: CODES})[name]
    assert (found.role.value, found.scale.name, found.ways) == ("outcome", "2-1", ("2-1", "1-2", "1-5"))
    assert found.question.startswith(f"On which scale the answers of '{name}' lie is not settled")


def test_whether_it_was_resolved_is_the_outcome_before_whether_there_were_problems():
    found = found_in(**{"Any problems?": WORDS, "Was your issue resolved?": WORDS, "Would you buy again?": WORDS})
    assert {name: column.role.value for name, column in found.items()} == {
        "Any problems?": "segment", "Was your issue resolved?": "outcome", "Would you buy again?": "segment", "Region": "segment",
    }  # fmt: skip
    assert found["Was your issue resolved?"].scale.labels == ("No", "Yes")


def test_problems_alone_are_an_outcome_of_which_no_is_the_best():
    found = found_in(**{"Any problems?": WORDS})["Any problems?"]
    assert (found.role.value, found.scale.labels, found.assumed) == ("outcome", ("Yes", "No"), True)


def test_beside_a_rating_a_yes_or_no_sorts_the_answers_into_groups():
    found = found_in(**{"Overall satisfaction": NUMBERS, "Was your issue resolved?": WORDS})
    assert [found[name].role.value for name in ("Overall satisfaction", "Was your issue resolved?")] == [
        "outcome",
        "segment",
    ]


def test_yes_and_no_of_something_else_is_no_outcome():
    assert not any(column.scale for column in found_in(**{"Newsletter": WORDS, "Member?": CODES}).values())


ASKED = {
    "en": ("Was your problem solved?", "Would you shop again with us?"), "de": ("Wurde Ihr Problem gelöst?", "Würden Sie wieder kaufen?"),
    "fr": ("Votre problème a-t-il été résolu ?", "Achèteriez-vous à nouveau chez nous ?"), "es": ("¿Se resolvió su problema?", "¿Volvería a comprar?"),
    "pt": ("Seu problema foi resolvido?", "Compraria novamente?"), "it": ("Il problema è stato risolto?", "Acquisterebbe di nuovo?"),
    "nl": ("Is uw probleem opgelost?", "Zou u opnieuw bestellen?"), "sv": ("Blev ditt ärende löst?", "Skulle du handla hos oss igen?"),
    "pl": ("Czy problem został rozwiązany?", "Czy kupiłby Pan ponownie?"), "el": ("Επιλύθηκε το πρόβλημά σας;", "Θα αγοράζατε ξανά;"),
    "zh": ("您的问题解决了吗？", "您会再次购买吗？"), "ja": ("問題は解決しましたか？", "また利用したいですか？"),
}  # fmt: skip


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES if language.names])
def test_questions_of_resolution_and_of_coming_again_are_known_in_every_language(language):
    resolved, again = ASKED[language]
    assert says(resolved, Meaning.RESOLVED)
    assert says(again, Meaning.AGAIN)
    for question in (resolved, again):
        found = found_in(**{question: CODES})[question]
        assert (found.role.value, found.question is not None) == ("outcome", True), found.reason


@pytest.mark.parametrize(
    ("name", "cells", "labels"),
    [
        ("Service rating", ["A", "B", "E", "C"] * 30, ("E", "D", "C", "B", "A")),
        ("Service rating", ["I", "II", "V", "IV"] * 30, ("I", "II", "III", "IV", "V")),
        ("Staff quality", ["1 - lousy", "2", "3", "4", "5 - splendid"] * 24, ("1 - lousy", "2", "3", "4", "5 - splendid")),
        ("Staff quality", ["1 - lousy", "2 - meh", "3 - so", "4 - nifty", "5 - splendid"] * 24,
         ("1 - lousy", "2 - meh", "3 - so", "4 - nifty", "5 - splendid")),
    ],
)  # fmt: skip
def test_grades_and_strange_words_are_doubted_as_a_driver_and_asked_about_as_the_outcome(name, cells, labels):
    driver = found_in(**{"Overall satisfaction": NUMBERS, name: cells})[name]
    assert (driver.role.value, driver.scale.labels, driver.question) == ("driver", labels, None)
    assert driver.doubt is not None
    assert driver.assumed
    outcome = found_in(**{f"Overall {name.lower()}": cells})[f"Overall {name.lower()}"]
    assert (outcome.role.value, outcome.question is not None) == ("outcome", True)


@pytest.mark.parametrize(
    ("cells", "labels"),
    [
        (GRADES, ("F", "D", "C", "B", "A")),
        (["A+", "A", "B-", "B", "C+", "D"] * 20, ("D", "C+", "B-", "B", "A", "A+")),
    ],
)
def test_grades_as_only_schools_give_them_are_read_without_a_question(cells, labels):
    found = found_in(**{"Service rating": cells})["Service rating"]
    assert (found.scale.labels, found.question, found.assumed) == (labels, None, True)


def test_one_end_in_known_words_settles_the_direction():
    found = found_in(Rating=["1 - terrible", "2", "3", "4", "5 - splendid"] * 24)["Rating"]
    assert (found.question, found.scale.labels[0]) == (None, "1 - terrible")
    turned = found_in(Rating=["1 - splendid", "2", "3", "4", "5 - terrible"] * 24)["Rating"]
    assert (turned.question, turned.scale.labels[0]) == (None, "5 - terrible")


@pytest.mark.parametrize("name", ["Customer class", "Service", "Ward"])
def test_letters_under_a_name_that_asks_for_no_rating_are_groups(name):
    assert found_in(**{"Overall satisfaction": NUMBERS, name: GRADES})[name].role.value == "segment"
