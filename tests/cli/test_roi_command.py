"""`roi`: revenue at risk and what a better score is worth, from counts or from a dataset."""

from typing import Any

import pytest

from csat_core.cli import run
from csat_core.model.dataset import Role
from csat_core.store import Store
from tests.cli.test_safekeeping_commands import read
from tests.conftest import days, make_dataset, numbers, question, segment

GUIDE = ("--counts", "200,200,600", "--after", "100,200,700", "--spend", "500")


def asked(store: Store, *argv: str) -> dict[str, Any]:
    code, document = run(["roi", *argv], store)
    assert code == 0, document
    return document


def refused(store: Store, *argv: str) -> str:
    code, document = run(["roi", *argv], store)
    assert code == 2
    sentence: str = document["error"]
    return sentence


def test_the_guides_example_comes_out_exactly(store: Store) -> None:
    # GetFeedback's guide prints $170,000 and $44,000: it rounds 172,000 down.
    document = asked(store, *GUIDE)
    assert document["before"] == {
        "csat": 0.6, "lost": 344, "at_risk": 172_000,
        "customers": {"dissatisfied": 200, "neutral": 200, "satisfied": 600},
    }  # fmt: skip
    assert (document["after"]["csat"], document["after"]["lost"], document["after"]["at_risk"]) == (0.7, 252, 126_000)
    assert (document["saved"], document["saved_customers"], document["value_of_a_point"]) == (46_000, 92, 4_600)
    assert [(path["from"], path["kept"], path["value"]) for path in document["paths"]] == [
        ("dissatisfied", 9.2, 4_600), ("neutral", 8, 4_000),
    ]  # fmt: skip
    assert (document["spend"], document["spend_provenance"]) == (500, "typed in")
    assert document["churn"] == {"dissatisfied": 0.92, "neutral": 0.80, "satisfied": 0.0}
    assert (document["churn_provenance"], document["caveats"]) == ("guide default", ["guide_rates"])


def test_the_example_scales_to_all_customers_surveyed(store: Store) -> None:
    document = asked(store, *GUIDE, "--customers", "10000")
    assert (document["before"]["at_risk"], document["saved"]) == (1_720_000, 460_000)
    assert document["value_of_a_point"] == pytest.approx(46_000)
    assert document["before"]["csat"] == 0.6
    assert document["scaled_to"] == 10_000


def test_without_a_spend_money_is_null_and_customers_are_not(store: Store) -> None:
    document = asked(store, *GUIDE[:4])
    assert (document["before"]["lost"], document["saved_customers"]) == (344, 92)
    assert document["before"]["at_risk"] is document["saved"] is document["value_of_a_point"] is None
    assert [path["value"] for path in document["paths"]] == [None, None]
    assert (document["spend"], document["spend_provenance"]) == (None, None)
    assert document["caveats"] == ["no_spend", "guide_rates"]


def test_without_a_change_nothing_is_saved_and_it_is_null(store: Store) -> None:
    document = asked(store, "--counts", "200,200,600", "--spend", "500")
    assert document["after"] is document["saved"] is document["saved_customers"] is document["value_of_a_point"] is None


def test_own_leaving_rates_are_used_and_named(store: Store) -> None:
    document = asked(store, "--counts", "100, 100, 100", "--churn", "0.5,0.1,0.01", "--spend", "10")
    assert document["before"]["lost"] == pytest.approx(61)
    assert (document["churn_provenance"], document["caveats"]) == ("typed in", [])


def test_no_customers_are_refused_instead_of_answered_with_nothing(store: Store) -> None:
    said = "There is no customer in the three bands; give at least one, such as 200,200,600."
    assert refused(store, "--counts", "0,0,0") == said
    assert refused(store, "--counts", "0,0,0", "--after", "0,0,0", "--spend", "500") == said
    assert asked(store, "--counts", "0,0,1")["before"]["csat"] == 1


@pytest.fixture
def shop(store: Store) -> None:
    overall = [1] * 10 + [2] * 10 + [3] * 20 + [4] * 30 + [5] * 30
    spend = [400.0, 600.0] * 50
    given = {
        "Overall": question(overall),
        "Spend": numbers(spend, Role.REVENUE),
        "Region": segment(["North"] * 95 + ["South"] * 5),
        "Date": days(["2026-01-01"] * 100),
    }
    make_dataset(store, given, "Shop")


def test_a_dataset_brings_its_own_bands_and_spend(store: Store, shop: None) -> None:
    document = asked(store, "Shop", "--after", "10,20,70")
    assert document["before"]["customers"] == {"dissatisfied": 20, "neutral": 20, "satisfied": 60}
    assert document["before"]["lost"] == pytest.approx(34.4)
    assert (document["spend"], document["spend_provenance"], document["spend_column"]) == (500, "data", "Spend")
    assert document["saved"] == pytest.approx(4_600)
    assert (document["dataset"], document["question"], document["scheme"]) == ("Shop", "Overall", "top2-of-5")
    assert document["caveats"] == ["guide_rates"]


def test_of_a_survey_asked_in_rounds_the_last_one_counts_unless_all_are_asked_for(store: Store) -> None:
    given = {
        "Overall": question([1] * 40 + [5] * 60 + [1] * 20 + [5] * 80),
        "Spend": numbers([400.0] * 100 + [500.0] * 100, Role.REVENUE),
        "Date": days(["2026-01-05"] * 100 + ["2026-06-05"] * 100),
    }
    make_dataset(store, given, "Rounds")
    document = asked(store, "Rounds")
    assert document["round"] == {"since": "2026-06-05", "until": "2026-06-05", "of": 2}
    assert document["before"]["customers"] == {"dissatisfied": 20, "neutral": 0, "satisfied": 80}
    assert (document["spend"], document["caveats"]) == (500, ["last_round", "guide_rates"])
    assert read("roi", document).startswith(
        "The last of 2 rounds, 2026-06-05 to 2026-06-05; --round all counts every one.\n"
    )
    both = asked(store, "Rounds", "--round", "all")
    assert both["before"]["customers"] == {"dissatisfied": 60, "neutral": 0, "satisfied": 140}
    assert (both["round"], both["spend"], both["caveats"]) == (None, 450, ["several_rounds", "guide_rates"])


def test_a_typed_spend_and_chosen_answers_count_before_those_of_the_file(store: Store, shop: None) -> None:
    document = asked(store, "Shop", "--where", "Region=North", "--scheme", "strict-5", "--spend", "100")
    assert document["before"]["customers"] == {"dissatisfied": 40, "neutral": 0, "satisfied": 55}
    assert (document["spend"], document["spend_provenance"]) == (100, "typed in")
    assert document["before"]["at_risk"] == pytest.approx(3_680)
    assert document["caveats"] == ["small_base", "guide_rates"]


def test_answers_too_few_to_show_stay_hidden_in_money_too(store: Store, shop: None) -> None:
    document = asked(store, "Shop", "--where", "Region=South", "--spend", "100")
    assert document["before"] == {
        "csat": None, "lost": None, "at_risk": None,
        "customers": {"dissatisfied": None, "neutral": None, "satisfied": None},
    }  # fmt: skip
    assert (document["paths"], document["caveats"]) == ([], ["hidden_small_base"])


def test_a_binary_question_and_a_scheme_without_bands_are_named(store: Store) -> None:
    given = {
        "Good": question([2] * 60 + [1] * 40, "No|Yes"),
        "Recommend": question([11] * 50 + [8] * 30 + [1] * 20, "0-10", scheme="nps"),
    }
    make_dataset(store, given, "Two")
    assert "binary_rate" in asked(store, "Two")["caveats"]
    nps = asked(store, "Two", "--question", "Recommend")
    assert nps["before"]["customers"] == {"dissatisfied": 20, "neutral": 30, "satisfied": 50}
    assert "nps_bands" in nps["caveats"]
    top1 = asked(store, "Two", "--question", "Recommend", "--scheme", "top1")
    assert top1["before"]["customers"] == {"dissatisfied": 50, "neutral": 0, "satisfied": 50}
    assert "no_dissatisfied_band" in top1["caveats"]


THREE = "give three numbers for dissatisfied, neutral and satisfied, such as"


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        ((), 'Give roi either a dataset or three counts of customers (--counts "200,200,600").'),
        (
            ("Shop", "--counts", "1,2,3"),
            'Give roi either a dataset or three counts of customers (--counts "200,200,600").',
        ),
        (
            ("--counts", "1,2,3", "--scheme", "nps"),
            "--question, --scheme, --where, --since and --until choose answers of a dataset; "
            "leave them out beside --counts.",
        ),
        (("--counts", "1,000,2,3"), f"'1,000,2,3' is not what --counts takes; {THREE} --counts \"200,200,600\"."),
        (("--counts", "1,2,inf"), f"'1,2,inf' is not what --counts takes; {THREE} --counts \"200,200,600\"."),
        (
            ("--counts", "1,2,3", "--churn", "x"),
            f"'x' is not what --churn takes; {THREE} --churn \"0.92,0.80,0\".",
        ),
        (
            ("--counts", "-1,2,3"),
            "The customers in the bands are -1, 2 and 3; give three numbers from 0, dissatisfied, neutral, satisfied.",
        ),
        (
            ("--counts", "1,2,3", "--churn", "92,80,0"),
            "The leaving rates are 92, 80 and 0; give three shares from 0 to 1, dissatisfied, neutral, satisfied.",
        ),
        (
            ("--counts", "1,2,3", "--spend", "-5"),
            "The yearly spend is -5; give an amount from 0, or leave it out.",
        ),
        (
            ("--counts", "200,200,600", "--after", "1,2,3"),
            "Before there are 1,000 customers and after 6; a change moves customers between bands, so give the same "
            "total twice.",
        ),
        (("--counts", "1,2,3", "--customers", "0"), "0 customers cannot be; give --customers a number above 0."),
        (
            ("--counts", "0,0,0", "--customers", "5"),
            "There is no customer in the three bands; give at least one, such as 200,200,600.",
        ),
    ],
)
def test_what_cannot_be_is_one_sentence(store: Store, argv: tuple[str, ...], sentence: str) -> None:
    assert refused(store, *argv) == sentence
