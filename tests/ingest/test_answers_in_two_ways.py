"""Answers in several languages, beside pictures or beside the same in another language: each is read by its words."""

from pathlib import Path

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.scales.pictured_answers import without_pictures
from csat_core.ingest.texts.families_across import first_of_two
from tests.ingest.brought import Brought
from tests.ingest.handmade import profiles

ENGLISH = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]
FRENCH = ["Très insatisfait", "Insatisfait", "Neutre", "Satisfait", "Très satisfait"]
GERMAN = ["Sehr unzufrieden", "Unzufrieden", "Neutral", "Zufrieden", "Sehr zufrieden"]
CHINESE = ["非常不满意", "不满意", "一般", "满意", "非常满意"]
FOUR = ["Sehr unzufrieden", "Eher unzufrieden", "Eher zufrieden", "Sehr zufrieden"]
AGREE = ["Stimme gar nicht zu", "Stimme nicht zu", "Teils teils", "Stimme zu", "Stimme voll zu"]


def outcome(cells: list[str]) -> ColumnMapping:
    return propose(profiles({"Overall satisfaction": cells * 12}), ".").columns[0]


@pytest.mark.parametrize(
    ("others", "languages"), [(FRENCH, 2), (GERMAN, 2), (CHINESE, 2), ([*FRENCH, *GERMAN, *CHINESE], 4)]
)
def test_one_scale_in_several_languages_is_read_on_the_levels_that_they_share(others, languages):
    found = outcome([*ENGLISH, *others])
    assert found.scale
    assert (found.scale.points, found.question, found.assumed) == (5, None, False)
    places = dict(found.positions)
    assert [places[text.lower()] for text in others] == [1, 2, 3, 4, 5] * (languages - 1)
    assert f"satisfaction in {languages} languages" in found.reason


def test_the_labels_are_of_one_language_and_a_level_that_the_other_does_not_show_is_said_as_assumed():
    found = outcome([*ENGLISH[:2], *ENGLISH[3:], *FRENCH])
    assert found.scale
    assert (found.scale.labels, found.assumed) == (tuple(FRENCH), True)


@pytest.mark.parametrize("others", [AGREE, [*FRENCH[:2], "Bof"], ["Satisfait"], ["Alpha", "Beta", "Gamma"]])
def test_words_of_another_kind_or_too_few_are_no_second_language(others):
    assert "languages" not in outcome([*ENGLISH, *others]).reason


@pytest.mark.parametrize(
    ("text", "words"),
    [("😀 very satisfied", "very satisfied"), ("good 👍🏽", "good"), ("⭐⭐⭐ fair", "fair"), ("❤️ 5", "5"), ("😀", ""), ("plain", "plain"), ("a 😀 b", "a 😀 b")],
)  # fmt: skip
def test_pictures_at_the_ends_of_an_answer_are_left_out(text, words):
    assert without_pictures(text) == words


@pytest.mark.parametrize(
    ("label", "first"),
    [("satisfied / satisfait", "satisfied"), ("neutral / neutral", "neutral"), ("非常满意 very satisfied", "非常满意"), ("satisfied 满意", "satisfied"), ("very satisfied (muy satisfecho)", "very satisfied"), ("满意 (微信)", "满意 (微信)"), ("good (staff)", "good (staff)"), ("good / bad", "good / bad"), ("satisfied / shop", "satisfied / shop"), ("n/a", "n/a"), ("1/5", "1/5"), ("a / b / c", "a / b / c")],
)  # fmt: skip
def test_two_halves_that_mean_the_same_are_one_answer(label, first):
    assert first_of_two(label) == first


@pytest.mark.parametrize(
    "cells",
    [
        ["😡 Very dissatisfied", "🙁 Dissatisfied", "😐 Neutral", "🙂 Satisfied", "😀 Very satisfied"],
        ["😡 1", "🙁 2", "😐 3", "🙂 4", "😀 5"],
        [f"{one} / {two}" for one, two in zip(ENGLISH, FRENCH, strict=True)],
    ],
)
def test_such_answers_come_in_with_what_is_none_apart(tmp_path: Path, cells):
    rows = [*cells, "🤷 Don't know"] * 5
    brought = Brought(tmp_path, "Overall satisfaction;Region\n" + "".join(f"{cell};North\n" for cell in rows))
    assert brought.cells("Overall satisfaction").tolist() == [1, 2, 3, 4, 5, -3] * 5
    assert brought.codes() == {}
