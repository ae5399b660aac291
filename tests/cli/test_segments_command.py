"""`segments`: groups compared as a document, the same numbers as on the page, and nothing hidden given away."""

import io
from typing import Any

import pytest

from csat_core.cli import run
from csat_core.cli.tables import write
from csat_core.model.dataset import Role
from csat_core.stats.contingency import associate, holm, pairs, residuals
from csat_core.store import Store
from tests.conftest import days, make_dataset, numbers, question, segment, texts


def asked(store: Store, *argv: str) -> dict[str, Any]:
    code, document = run(["segments", *argv], store)
    assert code == 0, document
    return document


def refused(store: Store, *argv: str) -> str:
    code, document = run(["segments", *argv], store)
    assert code == 2
    sentence: str = document["error"]
    return sentence


@pytest.fixture
def survey(store: Store) -> Store:
    """A 60 of 100, B 30 of 80, C 13 of 14, D 2 of 6; 50 of the 200 come for the second time."""
    positions = [5] * 60 + [1] * 40 + [5] * 30 + [1] * 50 + [5] * 13 + [1] + [5] * 2 + [1] * 4
    given = {
        "Overall": question(positions),
        "Region": segment(["A"] * 100 + ["B"] * 80 + ["C"] * 14 + ["D"] * 6),
        "Channel": segment(["Web", "Shop"] * 100),
        "Tenure": segment(["Under 1 year"] * 60 + ["1 to 3 years"] * 60 + ["Over 3 years"] * 80),
        "Minutes": numbers([float(at % 40) for at in range(200)]),
        "Customer": texts([f"c{at % 150}" for at in range(200)], Role.CUSTOMER),
        "Day": days(["2026-01-01"] * 150 + ["2026-02-01"] * 50),
    }
    make_dataset(store, given)
    return store


def test_the_document_has_the_test_the_rows_the_residuals_and_the_pairs(survey: Store) -> None:
    document = asked(survey, "Survey", "Region")
    whole = associate([[60, 40], [30, 50], [15, 5]])
    for key in ("chi_square", "degrees_of_freedom", "p_value", "cramers_v", "cramers_v_corrected", "base"):
        assert document[key] == getattr(whole, key)
    assert document["p_value_exact"] is None
    assert (document["by"], document["caveats"]) == (["Region"], ["pooled_hidden"])
    by_hand = residuals([30, 60, 15], [80, 100, 20], [True, True, False])
    assert [row["level"] for row in document["residuals"]] == ["B", "A"]
    assert [row["residual"] for row in document["residuals"]] == by_hand["residual"].tolist()[:2]
    assert [row["p_value_holm"] for row in document["residuals"]] == holm(by_hand["p_value"]).tolist()[:2]
    (pair,) = document["pairs"]
    expected = pairs([30, 60], [80, 100], [True, True]).iloc[0]
    assert (pair["first"], pair["second"], pair["against_rest"]) == ("B", "A", False)
    assert (pair["z"], pair["p_value_holm"]) == (expected["z"], expected["p_value_holm"])


def test_every_number_of_a_hidden_group_is_null(survey: Store) -> None:
    rows = {row["Region"]: row for row in asked(survey, "Survey", "Region")["rows"]}
    for level, caveat in (("C", "hidden_complementary"), ("D", "hidden_small_base")):
        row = rows[level]
        words = {key: row.pop(key) for key in ("Region", "level", "verdict", "mark", "hidden", "rolled_up", "caveats")}
        assert words["caveats"] == [caveat]
        assert set(row.values()) == {None}
    assert rows["A"]["share"] == 0.6
    assert rows["A"]["difference"] == pytest.approx(0.6 - 45 / 100)


def test_small_groups_can_be_rolled_up(survey: Store) -> None:
    rows = asked(survey, "Survey", "Region", "--roll-up")["rows"]
    assert [(row["level"], row["rolled_up"], row["base"]) for row in rows] == [
        ("B", 0, 80),
        ("A", 0, 100),
        (None, 2, 20),
    ]


def test_two_segments_are_crossed(survey: Store) -> None:
    document = asked(survey, "Survey", "Region", "--by", "Channel", "--where", "Region=A", "--where", "Region=B")
    assert document["by"] == ["Region", "Channel"]
    assert document["chi_square"] == associate([[15, 25], [15, 25], [30, 20], [30, 20]]).chi_square
    assert [row["level"] for row in document["rows"]] == [["A", "Shop"], ["A", "Web"], ["B", "Shop"], ["B", "Web"]]
    assert document["rows"][0]["Channel"] == "Shop"
    assert "order" not in document


def test_derived_segments_are_named_by_word_or_id(survey: Store) -> None:
    document = asked(survey, "Survey", "new_or_existing")
    assert {row["level"]: row["base"] for row in document["rows"]} == {"New": 150, "Existing": 50}
    assert "first_seen" in document["caveats"]
    assert asked(survey, "Survey", "first:t01")["rows"] == document["rows"]
    bands = asked(survey, "Survey", "Minutes", "--cuts", "9,29")
    assert bands["order"] == ["9 or less", "over 9 to 29", "over 29"]
    assert asked(survey, "Survey", "bands:n01:9:29")["rows"] == bands["rows"]
    assert asked(survey, "Survey", "Minutes")["by_ids"] == ["bands:n01:3:10:60"]


def test_steps_have_a_trend_and_names_have_none(survey: Store) -> None:
    document = asked(survey, "Survey", "Tenure")
    assert document["order"] == ["Under 1 year", "1 to 3 years", "Over 3 years"]
    assert (document["trend"]["base"], document["trend"]["levels"]) == (200, 3)
    assert document["trend"]["z"] < 0
    assert asked(survey, "Survey", "Region")["trend"] is None


def test_nothing_left_is_an_empty_table(survey: Store) -> None:
    document = asked(survey, "Survey", "Region", "--since", "2027-01-01")
    assert (document["rows"], document["residuals"], document["pairs"]) == ([], [], [])
    assert (document["chi_square"], document["base"], document["total"]) == (None, 0, None)
    assert document["caveats"] == ["one_group"]


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (("Region", "--cuts", "3,10"), "'3,10' does not cut a number into bands"),
        (("Minutes", "--cuts", "ten"), "'ten' does not cut a number into bands"),
        (("Minutes", "--cuts", "10,3"), "'10, 3' cannot cut a number into bands"),
        (("Overall",), "'Survey' has no column 'Overall' that fits here; there are: s01 'Region'"),
        (("first:t09",), "'Survey' has no column 'first:t09' that fits here"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_sentence(
    survey: Store, argv: tuple[str, ...], sentence: str
) -> None:
    assert refused(survey, "Survey", *argv).startswith(sentence)


def test_new_customers_need_a_customer(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 40), "Region": segment(["A", "B"] * 20)})
    assert refused(store, "Survey", "new_or_existing") == (
        "'Survey' has no column with the customer, so new ones cannot be told from existing."
    )


def test_the_table_says_what_is_beyond_noise_and_hides_what_is_small(survey: Store) -> None:
    stream = io.StringIO()
    write("segments", asked(survey, "Survey", "Region"), stream)
    lines = stream.getvalue().splitlines()
    assert lines[0] == "Survey: Overall by Region, top2-of-5"
    cells = {line.split("  ")[0]: line for line in lines}
    assert "below the rest" in cells["B"]
    assert "37.5 %" in cells["B"]
    assert "hidden (few answers)" in cells["D"]
    assert any(line.startswith("Chi-square 13.53, 2 degrees of freedom, p 0.0012") for line in lines)
