"""Ratings in tenths and other parts, `8 of 10` as twelve languages write it, and amounts that are not read but said."""

import pytest

from csat_core.ingest.plan import ColumnMapping, Mapping
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.proposal.number_doubts import number_doubts_of
from csat_core.ingest.scales.given_scales import in_words
from csat_core.model.scale import InvalidScaleError, parse_scale
from tests.ingest.brought import Brought
from tests.ingest.handmade import profiles

NUMBERS = [str(number) for number in (1, 2, 3, 4, 5)] * 24


def proposed(**columns: list[str]) -> Mapping:
    return propose(profiles({**columns, "Region": ["North", "South"] * 60}), ".")


def outcome(name: str, cells: list[str]) -> ColumnMapping:
    return next(each for each in proposed(**{name: (cells * 120)[:120]}).columns if each.name == name)


@pytest.mark.parametrize(
    ("name", "cells", "scale", "ways"),
    [
        ("Overall satisfaction", ["7.5", "8.2", "9.1", "10"], "0-10:0.1", ("0-10:0.1", "1-10:0.1")),
        ("Overall satisfaction", ["0", "8.2", "9.1", "10"], "0-10:0.1", ()),
        ("Overall satisfaction (0-10)", ["7.5", "8.2", "9.1", "9"], "0-10:0.1", ()),
        ("Overall satisfaction", ["0", "0.5", "7.5", "10"], "0-10:0.5", ()),
        ("Overall satisfaction", ["4.3", "3.8", "4.9"], "1-5:0.1", ("1-5:0.1", "0-5:0.1", "0-10:0.1")),
        ("SUS score", ["72.5", "80", "62.5", "97.5"], "0-100:2.5", ()),
    ],
)
def test_ratings_in_equal_parts_are_read_and_open_ends_asked_about(name, cells, scale, ways):
    found = outcome(name, cells)
    assert (found.role.value, found.scale.name, found.ways, bool(found.question)) == (
        "outcome",
        scale,
        ways,
        bool(ways),
    )
    assert parse_scale(scale) == found.scale


def test_tenths_are_stored_at_their_places_and_a_stray_is_set_aside(tmp_path):
    rows = "\n".join(["Overall rating (0-10)", *["7.5", "7.3", "10", "0", "8.1"] * 10, "8.25"])
    brought = Brought(tmp_path, rows)
    assert brought.column("Overall rating (0-10)").scale.name == "0-10:0.1"
    assert brought.cells("Overall rating (0-10)").tolist() == [76, 74, 101, 1, 82] * 10
    assert brought.codes() == {"off_scale": 1}


@pytest.mark.parametrize(
    ("text", "words"),
    [("0-10:0.1", "0-10 in steps of 0.1 (10 is the best)"), ("5-1:0.5", "5-1 in steps of 0.5 (1 is the best)")],
)
def test_steps_are_said_in_words_and_turn_around(text, words):
    assert (in_words(text), parse_scale(text).name) == (words, text)
    low, high = text.partition(":")[0].split("-")
    assert parse_scale(text).backwards.name == f"{high}-{low}:{text.partition(':')[2]}"


@pytest.mark.parametrize("text", ["0-100:0.1", "0-10:0.3", "0-10:0", "1-1:0.5"])
def test_steps_that_do_not_divide_or_are_too_many_are_no_scale(text):
    with pytest.raises(InvalidScaleError):
        parse_scale(text)


SPELLED = {
    "en": ("{} out of 10", "{}/10 points", "{} of 10"), "de": ("{} von 10", "{} von 10 Punkten", "{} Punkte"),
    "fr": ("{} sur 10", "{}/10 points"), "es": ("{} de 10", "{} sobre 10", "{} puntos"), "pt": ("{} de 10", "{} em 10", "{} pontos"),
    "it": ("{} su 10", "{} punti"), "nl": ("{} van 10", "{} van de 10", "{} punten"), "sv": ("{} av 10", "{} poäng"),
    "pl": ("{} z 10", "{} na 10", "{} pkt"), "el": ("{} από 10", "{} στα 10"), "zh": ("10分中{}分", "{}分", "满分10分{}分", "{} 分"),
    "ja": ("10点中{}点", "10点満点中{}点", "{}点"),
}  # fmt: skip


@pytest.mark.parametrize("language", SPELLED)
def test_eight_of_ten_is_a_rating_in_every_language(language):
    for spelling in SPELLED[language]:
        found = outcome("Overall rating", [spelling.format(number) for number in range(1, 11)])
        assert (found.role.value, found.scale and found.scale.name) == ("outcome", "1-10"), (spelling, found.reason)


def test_spellings_are_stored_as_the_answers_they_are(tmp_path):
    cells = [
        "8 out of 10",
        "10点中8点",
        "8 von 10 Punkten",
        "8 stars out of 10",
        "满分10分8分",
        "8/10",
        "3/10",
        "1/10",
        "10/10",
    ]
    brought = Brought(tmp_path, "\n".join(["Overall rating", *cells * 4]))
    assert brought.cells("Overall rating").tolist() == [8, 8, 8, 8, 8, 8, 3, 1, 10] * 4


@pytest.mark.parametrize(
    "cells",
    [["12k", "1.2M", "300k"], ["€ 1.234,50", "€ 99,90"], ["1,2 Mio", "3 Mio"]],
)
def test_amounts_that_are_not_read_are_said_with_an_example(cells):
    cells = (cells * 120)[:120]
    columns = profiles({"Overall": NUMBERS, "Revenue": cells})
    problems = number_doubts_of({column.position: column for column in columns}, propose(columns, "."))
    assert [problem.code for problem in problems] == ["unread_numbers"]
    assert any(cell in problems[0].message for cell in cells)


def test_short_numbers_under_a_name_that_says_nothing_are_offered_as_a_rating():
    columns = profiles(
        {"Overall": NUMBERS, "Staff": [str(n % 4) for n in range(120)], "Visits": NUMBERS, "Plant": ["A", "B"] * 60}
    )
    problems = number_doubts_of({column.position: column for column in columns}, propose(columns, "."))
    assert [(problem.code, problem.column) for problem in problems] == [("perhaps_rated", "Staff")]
    assert '--scale "Staff=0-3"' in problems[0].message


def test_the_numbers_of_four_faces_are_four_answers_under_any_name_beside_a_rating_on_them():
    faces = ["2.5", "5.0", "7.5", "10.0"] * 30
    found = {
        each.name: each
        for each in propose(
            profiles(
                {"Overall": NUMBERS, "Cleanliness": faces, "Staff": faces, "Age": faces, "Length": faces[1:3] * 60}
            ),
            ".",
        ).columns
    }
    assert {name: each.role.value for name, each in found.items()} == {
        "Overall": "outcome", "Cleanliness": "driver", "Staff": "driver", "Age": "metric", "Length": "metric",
    }  # fmt: skip
    assert [each.scale.labels for each in (found["Cleanliness"], found["Staff"]) if each.scale] == [
        tuple(faces[:4])
    ] * 2
    alone = propose(profiles({"Overall": NUMBERS, "Staff": faces}), ".").columns
    assert [each.role.value for each in alone] == ["outcome", "metric"]
