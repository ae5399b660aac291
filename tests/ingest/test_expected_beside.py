"""What people expected, beside how they found it, rates nothing."""

import pytest

from csat_core.ingest.plan import Mapping, Problem
from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

FOUND = [*"12345"] * 9
EXPECTED = [*"34555"] * 9


def read(table: dict[str, list[str]]) -> tuple[Mapping, tuple[Problem, ...]]:
    columns = profiles({**table, "Overall satisfaction": FOUND})
    mapping = propose(columns, ".")
    return mapping, doubts_of(columns, mapping)


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("Expectation - Speed", "Perception - Speed"), ("Speed (expected)", "Speed (perceived)"), ("Expected speed", "Speed"),
        ("Erwartung: Tempo", "Wahrnehmung: Tempo"), ("Accueil attendu", "Accueil perçu"), ("Rapidez esperada", "Rapidez percibida"),
        ("Simpatia esperada", "Simpatia percebida"), ("Cortesia attesa", "Cortesia percepita"), ("Verwachte snelheid", "Ervaren snelheid"),
        ("Förväntad service", "Upplevd service"), ("Oczekiwana szybkość", "Postrzegana szybkość"), ("Ταχύτητα αναμενόμενη", "Ταχύτητα"),
        ("速度（期望）", "速度（实际）"), ("期待：速さ", "実感：速さ"),
    ],
)  # fmt: skip
def test_what_was_expected_of_a_thing_that_is_rated_is_a_number(expected: str, found: str):
    mapping, doubts = read({expected: EXPECTED, found: FOUND})
    columns = {column.name: column for column in mapping.columns}
    assert columns[expected].reason == f"Asks what was expected, and '{found}' how it was: it rates nothing."
    assert (columns[expected].role.value, columns[found].role.value, doubts) == ("metric", "driver", ())


def test_what_was_met_or_has_nothing_beside_it_is_rated():
    table = dict.fromkeys(("Expectations met", "The service was as expected", "Expected speed", "Staff"), FOUND)
    assert {column.role.value for column in read(table)[0].columns} == {"outcome", "driver"}


@pytest.mark.parametrize(
    "names", [("Attente téléphonique", "Téléphonique"), ("Czas oczekiwania", "Czas"), ("Soddisfazione per l'attesa", "Soddisfazione per il prezzo")]
)  # fmt: skip
def test_a_wait_is_nothing_that_was_expected(names: tuple[str, str]):
    mapping, _ = read(dict.fromkeys(names, FOUND))
    assert [column.role.value for column in mapping.columns] == ["driver", "driver", "outcome"]


def test_how_a_thing_was_found_is_rated_though_it_is_named_like_one_that_is_counted():
    names = [f"Employees who instill confidence in users - {each}" for each in ("Minimum", "Desired", "Perceived")]
    mapping, _ = read({names[0]: EXPECTED, names[1]: EXPECTED, names[2]: FOUND})
    assert [column.role.value for column in mapping.columns] == ["metric", "metric", "driver", "outcome"]
    mapping, _ = read({names[0]: EXPECTED, names[2]: FOUND})
    assert [column.role.value for column in mapping.columns] == ["metric", "metric", "outcome"]


def test_letters_that_all_expect_more_than_was_found_are_taken_so_with_the_doubt_said():
    pairs = {f"E{at}": EXPECTED for at in range(1, 6)} | {f"P{at}": FOUND for at in range(1, 6)}
    mapping, (doubt,) = read(pairs)
    assert [column.name for column in mapping.columns if column.role.value == "metric"] == [
        f"E{at}" for at in range(1, 6)
    ]
    assert (doubt.code, doubt.column, doubt.count) == ("perhaps_rated", "E1", 5)
    assert read(pairs | {"E3": FOUND})[0].columns[0].role.value == "driver"
