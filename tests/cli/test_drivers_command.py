"""`drivers`: what goes together with satisfaction, as a document, exact and unrounded."""

from typing import Any

import pytest

from csat_core.cli import run
from csat_core.cli.output import to_json
from csat_core.cli.process import main
from csat_core.model.dataset import Dataset, Role
from csat_core.store import Store
from tests.analyses.test_drivers import rated, responses, survey
from tests.conftest import days, make_dataset, numbers, question, segment


def asked(store: Store, *argv: str) -> dict[str, Any]:
    code, document = run(["drivers", *argv], store)
    assert code == 0, document
    return document


def refused(store: Store, *argv: str) -> str:
    code, document = run(["drivers", *argv], store)
    assert code == 2
    sentence: str = document["error"]
    assert "\n" not in sentence
    return sentence


@pytest.fixture
def shop(store: Store) -> Dataset:
    """600 responses; Speed pulls most, Price less, Colour not at all; Region has nothing to do with it."""
    more = {"Region": segment(["North", "South"] * 300), "Spend": numbers([500.0] * 600, Role.REVENUE)}
    return make_dataset(store, survey(responses(), **more), "Shop")


def test_every_driver_has_its_numbers(store: Store, shop: Dataset) -> None:
    document = asked(store, "Shop")
    head = {key: document[key] for key in ("dataset", "outcome", "outcome_id", "scheme", "binary", "missing", "method")}
    assert head == {
        "dataset": "Shop", "outcome": "Overall", "outcome_id": "q01", "scheme": "top2-of-5", "binary": False,
        "missing": "listwise", "method": "lmg",
    }  # fmt: skip
    assert (document["base"], document["refused"], document["caveats"]) == (600, None, ["guide_rates"])
    rows = document["rows"]
    assert [row["driver"] for row in rows] == ["Speed", "Price", "Colour"]
    assert sum(row["importance"] for row in rows) == pytest.approx(document["r_squared"])
    assert sum(row["share_of_r_squared"] for row in rows) == pytest.approx(1)
    assert all(row["importance_low"] <= row["importance"] <= row["importance_high"] for row in rows)
    assert all(type(row["base"]) is int for row in rows)
    assert rows[0]["money_kept"] == pytest.approx(500 * rows[0]["customers_kept"])
    assert to_json(document)


def test_of_a_survey_asked_in_rounds_it_says_that_customers_count_once_for_each(store: Store, shop: Dataset) -> None:
    when = {"Date": days(["2026-01-05"] * 300 + ["2026-06-05"] * 300)}
    make_dataset(store, survey(responses(), **when), "Rounds")
    argv = ("--driver", "Speed")
    assert [asked(store, name, *argv)["caveats"].count("several_rounds") for name in ("Rounds", "Shop")] == [1, 0]


def test_a_named_driver_may_be_a_segment_and_stays_outside_the_model(store: Store, shop: Dataset) -> None:
    document = asked(store, "Shop", "--driver", "Region", "--driver", "speed", "--driver", "q02")
    region, speed = document["rows"]
    assert (region["driver"], region["role"], region["pearson"], region["importance"]) == (
        "Region", "segment", None, None,
    )  # fmt: skip
    assert region["caveats"] == ["association_only"]
    assert 0 < region["p_value"] < 1
    assert speed["importance"] == pytest.approx(document["r_squared"])


def test_another_outcome_makes_a_driver_of_the_first(store: Store, shop: Dataset) -> None:
    document = asked(store, "Shop", "--outcome", "Speed", "--driver", "Overall")
    assert (document["outcome"], [row["driver"] for row in document["rows"]]) == ("Speed", ["Overall"])


def test_binary_and_pairwise_are_said(store: Store, shop: Dataset) -> None:
    document = asked(store, "Shop", "--binary", "--pairwise")
    assert (document["binary"], document["missing"]) == (True, "pairwise")
    assert document["logistic_r_squared"] is None
    assert {row["importance_low"] for row in document["rows"]} == {None}
    assert asked(store, "Shop", "--binary")["logistic_r_squared"] > 0


def test_a_filter_narrows_the_responses(store: Store, shop: Dataset) -> None:
    assert asked(store, "Shop", "--where", "Region=North")["base"] == 300


def test_what_cannot_be_a_driver_is_refused_with_a_list(store: Store, shop: Dataset) -> None:
    assert "there are: q02 'Speed'" in refused(store, "Shop", "--driver", "Overall")
    assert "there are: q02 'Speed'" in refused(store, "Shop", "--driver", "Weather")


def test_drivers_that_determine_one_another_have_no_importance_and_a_sentence(store: Store) -> None:
    data = responses()
    make_dataset(store, survey(data, Copy=rated(data["Price"])), "Twins")
    document = asked(store, "Twins")
    assert document["refused"].startswith("Price, Copy: their answers determine one another")
    assert (document["base"], document["r_squared"], "collinear" in document["caveats"]) == (None, None, True)
    assert {row["importance"] for row in document["rows"]} == {None}


def test_without_drivers_there_are_no_rows(store: Store) -> None:
    make_dataset(store, {"Overall": question([1, 5] * 20)}, "Plain")
    assert asked(store, "Plain")["rows"] == []


def test_the_table_reads_as_a_page(store: Store, shop: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    store.close()
    assert main(["--database", str(store.path), "drivers", "Shop", "--driver", "Speed", "--driver", "Region"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Shop: what goes together with Overall\nAll drivers together explain 37.8 %")
    assert "Groups, not ratings: association only, outside the model." in out
