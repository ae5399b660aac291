"""`journey`: the stages and bands of the page as a document; what a dataset has not is absent."""

from typing import Any

import pytest

from csat_core.analyses.journey import journey
from csat_core.cli import run
from csat_core.engine import DuckEngine
from csat_core.model.dataset import Dataset, Role
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.view import first_view
from csat_core.store import Store
from tests.cli.test_cli_tables import shown
from tests.conftest import days, make_dataset, numbers, question, segment


def asked(store: Store, *argv: str) -> dict[str, Any]:
    code, document = run(["journey", *argv], store)
    assert code == 0, document
    return document


@pytest.fixture
def survey(store: Store) -> Dataset:
    """Browse 80 of 100, Buy 76 of 100, Return 20 of 50, two months each; those who waited long are less satisfied."""
    answers = ([5] * 4 + [1]) * 20 + [4] * 76 + [2] * 24 + [4] * 20 + [1] * 30
    when = ["2026-01-10", "2026-02-10"] * 124 + ["2026-02-28"] * 2
    given = {
        "Overall": question(answers),
        "Touchpoint": segment(["Browse"] * 100 + ["Buy"] * 100 + ["Return"] * 50, Role.TOUCHPOINT),
        "Region": segment(["North", "South"] * 125),
        "Minutes to reply": numbers([2.0] * 150 + [30.0] * 100),
        "Date": days(when),
    }
    return make_dataset(store, given)


def test_a_stage_has_the_numbers_of_a_score_its_distance_mark_and_change(store: Store, survey: Dataset) -> None:
    document = asked(store, "Survey", "--period", "month")
    assert {key: document[key] for key in ("dataset", "question", "scheme", "by", "caveats")} == {
        "dataset": "Survey", "question": "Overall", "scheme": "top2-of-5", "by": "Touchpoint", "caveats": ["small_base"],
    }  # fmt: skip
    row = document["stages"][2]
    assert (row["stage"], row["base"], row["share"], row["mark"], row["verdict"]) == (
        "Return", 50, 0.4, "pain_point", "down",
    )  # fmt: skip
    assert row["against_rest"] == pytest.approx(-0.38)
    assert row["against_rest_low"] < row["against_rest"] < row["against_rest_high"] < 0
    assert row["change"] is None
    change = document["stages"][0]["change"]
    assert (change["current"], change["previous"]) == ("2026-02", "2026-01")
    assert change["difference_low"] <= change["difference"] <= change["difference_high"]


def test_the_numbers_are_those_of_the_analysis_digit_for_digit(store: Store, survey: Dataset) -> None:
    found = journey(DuckEngine(store).within(), survey, first_view(survey), DEFAULT_POLICY, survey.column("s01"))
    rows = asked(store, "Survey")["stages"]
    for key in ("share", "low", "high", "mean", "net", "against_rest", "against_rest_low", "against_rest_high"):
        assert [row[key] for row in rows] == list(found.table[key])


def test_bands_carry_spread_trend_and_what_is_expected(store: Store, survey: Dataset) -> None:
    (bands,) = asked(store, "Survey")["bands"]
    assert (bands["column"], bands["cuts"]) == ("Minutes to reply", [3.0, 10.0, 60.0])
    assert [(row["band"], row["base"]) for row in bands["rows"]] == [("3 or less", 150), ("over 10 to 60", 100)]
    # 80 of the first 100 and 50 of the next 50 are satisfied; 26 and 20 of the others
    assert bands["spread"] == pytest.approx(46 / 100 - 130 / 150)
    assert bands["verdict"] == "down"
    assert bands["trend_z"] < -5
    assert bands["p_value"] < 1e-6
    five = bands["within_expectation"][0]
    assert (five["limit"], five["within"], five["inside"], five["beyond"]) == (5, 0.6, 130 / 150, 0.46)


def test_another_column_may_stand_for_the_stages_and_filters_narrow(store: Store, survey: Dataset) -> None:
    document = asked(store, "Survey", "--stages", "region", "--where", "Touchpoint=Buy")
    assert document["by"] == "Region"
    assert [(row["stage"], row["base"]) for row in document["stages"]] == [("North", 50), ("South", 50)]


def test_what_a_dataset_has_not_is_absent(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 40), "Wait in minutes": numbers([1.0] * 40)}, "Waits")
    make_dataset(store, {"Overall": question([5] * 40), "At": segment(["a", "b"] * 20, Role.TOUCHPOINT)}, "Stages")
    assert not {"stages", "by", "overall"} & set(asked(store, "Waits"))
    assert "bands" not in asked(store, "Stages")
    make_dataset(store, {"Overall": question([5] * 40), "Age": numbers([1.0] * 40)}, "Ages")
    assert "within_expectation" not in asked(store, "Ages")["bands"][0]


def test_neither_stages_nor_numbers_is_a_sentence_that_says_the_way_out(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 40), "Region": segment(["N", "S"] * 20)}, "Plain")
    code, document = run(["journey", "Plain"], store)
    assert code == 2
    assert document["error"] == (
        "'Plain' has no touchpoints; choose a column that stands in for them with --stages: s01 'Region'."
    )
    assert asked(store, "Plain", "--stages", "Region")["stages"][0]["share"] == 1


def test_a_hidden_stage_has_no_number(store: Store) -> None:
    levels = ["a"] * 40 + ["b"] * 12 + ["c"] * 5
    make_dataset(store, {"Overall": question([5] * 57), "At": segment(levels, Role.TOUCHPOINT)}, "Few")
    rows = asked(store, "Few")["stages"]
    assert [(row["stage"], row["hidden"], row["share"], row["against_rest"]) for row in rows[1:]] == [
        ("b", True, None, None), ("c", True, None, None),
    ]  # fmt: skip


def test_the_table_is_for_reading(store: Store, survey: Dataset) -> None:
    lines = shown(store, "journey", "Survey")
    assert lines[0] == "Survey: Overall, by the scheme top2-of-5"
    (row,) = (line for line in lines if line.startswith("Return"))
    assert "40.0 %" in row
    assert "−38.0 points" in row
    assert "pain point" in row
    assert any(line.startswith("60.0 % of the answers: 75 % of customers expect help") for line in lines)
