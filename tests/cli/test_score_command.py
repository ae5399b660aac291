"""`score`: the numbers of the pages as a document, exact and unrounded."""

from typing import Any

import pytest

from csat_core.cli import run
from csat_core.model.dataset import Dataset, Role
from csat_core.store import Store, settings
from csat_core.store.catalogue import Details
from tests.conftest import days, make_dataset, numbers, question, segment

# scipy.stats.binomtest(16, 26).proportion_ci(method="wilson"), and (4, 14)
WILSON_16_OF_26 = (0.425348500851, 0.775714055643)
WILSON_4_OF_14 = (0.117213786446, 0.546490843299)


def asked(store: Store, *argv: str) -> dict[str, Any]:
    code, document = run(["score", *argv], store)
    assert code == 0, document
    return document


def refused(store: Store, *argv: str) -> str:
    code, document = run(["score", *argv], store)
    assert code == 2
    assert list(document) == ["error"]
    sentence: str = document["error"]
    assert "\n" not in sentence
    return sentence


@pytest.fixture
def survey(store: Store) -> Dataset:
    """North 4 satisfied of 14, South 12 of 12, four blank answers, East 3 of 3; Speed was asked of everybody."""
    overall = [5] * 2 + [4] * 2 + [3] * 4 + [2] * 3 + [1] * 3 + [5] * 12 + [None] * 4 + [4] * 3
    regions: list[str | None] = ["North"] * 14 + ["South"] * 12 + ["South"] * 4 + ["East"] * 3
    when = ["2026-01-15"] * 14 + ["2026-02-10"] * 12 + ["2026-02-11"] * 4 + ["2026-03-31"] * 3
    given = {
        "Overall": question(overall),
        "Speed": question([3] * 33, "0-10", Role.DRIVER),
        "Region": segment(regions),
        "A=B": segment(["x=1"] * 20 + ["y"] * 12 + [None]),
        "Date": days(when),
    }
    return make_dataset(store, given)


def test_the_score_of_all_answers_has_every_number(store: Store, survey: Dataset) -> None:
    document = asked(store, "Survey", "--where", "Region=North", "--where", "Region=South")
    assert {key: document[key] for key in ("dataset", "question", "question_id", "scheme")} == {
        "dataset": "Survey", "question": "Overall", "question_id": "q01", "scheme": "top2-of-5",
    }  # fmt: skip
    (row,) = document["rows"]
    whole = {key: row[key] for key in ("base", "satisfied", "neutral", "dissatisfied", "hidden", "caveats")}
    assert whole == {
        "base": 26, "satisfied": 16, "neutral": 4, "dissatisfied": 6, "hidden": False, "caveats": ["not_tested"],
    }  # fmt: skip
    assert all(type(row[key]) is int for key in ("base", "satisfied", "neutral", "dissatisfied"))
    assert row["share"] == 16 / 26
    assert (row["low"], row["high"]) == pytest.approx(WILSON_16_OF_26, abs=1e-9)
    mean = (14 * 5 + 2 * 4 + 4 * 3 + 3 * 2 + 3 * 1) / 26
    assert row["mean"] == pytest.approx(mean)
    assert row["top_box"] == 14 / 26
    assert row["net"] == pytest.approx(10 / 26)
    assert row["index"] == pytest.approx(25 * (mean - 1))


def test_a_group_with_few_answers_is_hidden_together_with_the_next_smallest(store: Store, survey: Dataset) -> None:
    document = asked(store, "survey", "--by", "region")
    assert document["by"] == ["Region"]
    rows = {row["Region"]: row for row in document["rows"]}
    assert {name: (row["hidden"], row["caveats"]) for name, row in rows.items()} == {
        "East": (True, ["hidden_small_base"]),
        "North": (False, ["not_tested"]),
        "South": (True, ["hidden_complementary"]),
    }
    numbers_of_east = {key: value for key, value in rows["East"].items() if key not in ("Region", "hidden", "caveats")}
    assert set(numbers_of_east.values()) == {None}
    assert rows["North"]["share"] == 4 / 14
    assert (rows["North"]["low"], rows["North"]["high"]) == pytest.approx(WILSON_4_OF_14, abs=1e-9)


def test_periods_are_labelled_and_cross_with_groups(store: Store, survey: Dataset) -> None:
    by_month = asked(store, "Survey", "--period", "month", "--until", "2026-02-28")
    assert [(row["period"], row["base"]) for row in by_month["rows"]] == [("2026-01", 14), ("2026-02", 12)]
    crossed = asked(store, "Survey", "--period", "quarter", "--by", "s01")
    assert [(row["period"], row["Region"]) for row in crossed["rows"]] == [
        ("2026-Q1", "East"), ("2026-Q1", "North"), ("2026-Q1", "South"),
    ]  # fmt: skip


def test_the_period_keeps_the_days_at_both_ends(store: Store, survey: Dataset) -> None:
    (row,) = asked(store, "Survey", "--since", "2026-01-15", "--until", "2026-02-10")["rows"]
    assert row["base"] == 26


def test_a_question_goes_by_id_name_or_number(store: Store, survey: Dataset) -> None:
    for named in ("q02", "Speed", "speed", "#2"):
        document = asked(store, "1", "--question", named)
        assert (document["question"], document["scheme"]) == ("Speed", "top3-of-0-10")


def test_nps_stands_beside_the_share_where_the_scheme_is_nps(store: Store, survey: Dataset) -> None:
    (row,) = asked(store, "Survey", "--question", "Speed", "--scheme", "nps")["rows"]
    assert row["nps"] == row["net"] == -1
    assert "nps" not in asked(store, "Survey")["rows"][0]


def test_a_scheme_without_a_dissatisfied_band_leaves_null_and_says_so(store: Store, survey: Dataset) -> None:
    (row,) = asked(store, "Survey", "--scheme", "top1")["rows"]
    assert row["satisfied"] == 14
    assert (row["neutral"], row["dissatisfied"], row["net"]) == (None, None, None)
    assert row["caveats"] == ["not_tested", "no_dissatisfied_band"]


def test_a_scheme_may_be_ones_own(store: Store, survey: Dataset) -> None:
    settings.keep_scheme(store, "own-5-5-4", "Delighted only")
    assert asked(store, "Survey", "--scheme", "delighted only")["rows"][0]["satisfied"] == 14
    assert asked(store, "Survey", "--scheme", "own-5-3-2")["scheme"] == "own-5-3-2"


def test_where_splits_at_the_longest_column_and_blank_is_nothing(store: Store, survey: Dataset) -> None:
    assert asked(store, "Survey", "--where", "A=B=x=1")["rows"][0]["base"] == 20
    assert asked(store, "Survey", "--where", "#4=X=1")["rows"][0]["base"] == 20
    (blank,) = asked(store, "Survey", "--where", "A=B=")["rows"]
    assert (blank["hidden"], blank["caveats"]) == (True, ["hidden_small_base"])


def test_conditions_on_one_column_widen_and_on_two_columns_narrow(store: Store, survey: Dataset) -> None:
    both = asked(store, "Survey", "--where", "Region=North", "--where", "Region=South")
    assert both["rows"][0]["base"] == 26
    narrowed = asked(store, "Survey", "--where", "Region=North", "--where", "Region=South", "--where", "A=B=x=1")
    assert narrowed["rows"][0]["base"] == 20


def test_nothing_left_is_an_empty_base_and_not_an_error(store: Store, survey: Dataset) -> None:
    (row,) = asked(store, "Survey", "--since", "2027-01-01")["rows"]
    assert (row["base"], row["share"], row["hidden"], row["caveats"]) == (None, None, True, ["empty_base"])
    assert asked(store, "Survey", "--since", "2027-01-01", "--by", "Region", "--period", "day")["rows"] == []


def test_the_blank_level_is_null(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 24), "Region": segment(["North"] * 12 + [None] * 12)})
    rows = asked(store, "Survey", "--by", "Region")["rows"]
    assert [(row["Region"], row["base"]) for row in rows] == [("North", 12), (None, 12)]


def test_a_weight_that_is_not_applied_is_said_on_every_row(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 12), "W": numbers([2.0] * 12, Role.WEIGHT)})
    assert asked(store, "Survey")["rows"][0]["caveats"] == ["not_tested", "unweighted"]


def test_a_column_named_like_a_number_does_not_overwrite_it(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 12), "base": segment(["b"] * 12), "share": segment(["s"] * 12)})
    document = asked(store, "Survey", "--by", "base", "--by", "share", "--by", "base")
    assert document["by"] == ["base (s01)", "share (s02)"]
    assert (document["rows"][0]["base (s01)"], document["rows"][0]["base"]) == ("b", 12)


def test_coverage_stands_beside_the_rows_where_the_customers_are_known(store: Store) -> None:
    given = {"Overall": question([5] * 100 + [1] * 150), "Region": segment(["North"] * 250)}
    make_dataset(store, given, details=Details(name="Shop", customers=1000))
    found = asked(store, "Shop")["coverage"]
    assert (found["answered"], found["population"], found["rate"]) == (250, 1000, 0.25)
    assert (found["worst"], found["best"]) == (0.1, 0.85)
    assert found["low"] < 0.4 < found["high"]
    assert "coverage" not in asked(store, "Shop", "--by", "Region")
    assert "coverage" not in asked(store, "Shop", "--where", "Region=North")


def test_coverage_is_absent_where_nobody_knows_the_customers(store: Store, survey: Dataset) -> None:
    assert "coverage" not in asked(store, "Survey")


def test_an_unknown_dataset_is_answered_with_those_there_are(store: Store, survey: Dataset) -> None:
    assert refused(store, "Surwey") == "There is no dataset 'Surwey'; there are: 'Survey'."


def test_an_unknown_question_is_answered_with_those_there_are(store: Store, survey: Dataset) -> None:
    assert refused(store, "Survey", "--question", "Region") == (
        "'Survey' has no column 'Region' that fits here; there are: q01 'Overall' (#1), q02 'Speed' (#2)."
    )


def test_an_ambiguous_question_is_answered_with_its_namesakes(store: Store) -> None:
    make_dataset(store, {"Score": question([5] * 12), "score": question([4] * 12)})
    assert refused(store, "Survey", "--question", "SCORE") == (
        "'SCORE' names 2 columns of 'Survey': q01 'Score' (#1), q02 'score' (#2); use an id or #number."
    )
    assert asked(store, "Survey", "--question", "score")["question_id"] == "q02"


def test_schemes_that_are_unknown_or_do_not_fit_are_answered_with_those_that_do(store: Store, survey: Dataset) -> None:
    assert refused(store, "Survey", "--scheme", "best").startswith("There is no scheme 'best'; choose one of: binary, ")
    assert refused(store, "Survey", "--scheme", "nps") == (
        "The scheme 'nps' does not fit a scale of 5 points; choose one of: top2-of-5, strict-5, ces-5, top1."
    )


@pytest.mark.parametrize("day", ["31.3.2026", "2026-02-30", "yesterday", ""])
def test_a_day_that_cannot_be_read_is_refused(store: Store, survey: Dataset, day: str) -> None:
    assert refused(store, "Survey", "--since", day) == (
        f"'{day}' is not a day for --since; write it as year-month-day, such as 2026-03-31."
    )


def test_a_period_that_ends_before_it_begins_is_refused(store: Store, survey: Dataset) -> None:
    assert refused(store, "Survey", "--since", "2026-03-01", "--until", "2026-02-01") == (
        "The period ends on 2026-02-01 before it begins on 2026-03-01; choose an end on or after the beginning."
    )


@pytest.mark.parametrize("option", [("--period", "week"), ("--since", "2026-01-01"), ("--until", "2026-01-01")])
def test_periods_need_dates(store: Store, option: tuple[str, str]) -> None:
    make_dataset(store, {"Overall": question([5] * 12)})
    assert refused(store, "Survey", *option) == "'Survey' has no dates; leave out --period, --since and --until."


def test_an_unknown_value_is_answered_with_those_there_are(store: Store, survey: Dataset) -> None:
    assert refused(store, "Survey", "--where", "Region=West") == (
        "No response has 'West' in 'Region'; there are: 'South', 'North', 'East'."
    )


def test_at_most_twelve_values_are_named(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 40), "Shop": segment([f"Shop {n:02}" for n in range(40)])})
    sentence = refused(store, "Survey", "--where", "Shop=Shop 99")
    assert sentence.endswith("'Shop 11' and 28 more.")
    assert "'Shop 12'" not in sentence


def test_a_value_too_rare_for_the_catalogue_is_found_all_the_same(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 40), "Agent": segment(["Ann"] * 25 + ["Zoe"] * 15)})
    with store.write() as cursor:
        cursor.execute("UPDATE columns SET levels = ['Ann'] WHERE column_id = 's01'")
    assert asked(store, "Survey", "--where", "Agent=Zoe")["rows"][0]["base"] == 15
    assert refused(store, "Survey", "--where", "Agent=Zo").startswith("No response has 'Zo' in 'Agent'; there are: 'A")


def test_a_condition_on_what_is_no_segment_or_no_condition_at_all_is_refused(store: Store, survey: Dataset) -> None:
    assert refused(store, "Survey", "--where", "Overall=5") == (
        "'Survey' has no column 'Overall' that fits here; there are: s01 'Region' (#3), s02 'A=B' (#4)."
    )
    assert refused(store, "Survey", "--where", "Region") == (
        "'Region' is not what --where takes; write it as --where \"COLUMN=VALUE\"."
    )
    assert refused(store, "Survey", "--by", "Overall").startswith("'Survey' has no column 'Overall' that fits here")


def test_groups_that_cross_to_millions_of_rows_are_refused(store: Store) -> None:
    many = {f"S{n}": segment([f"{row}" for row in range(300)]) for n in range(3)}
    make_dataset(store, {"Overall": question([5] * 300), **many})
    assert refused(store, "Survey", "--by", "S0", "--by", "S1", "--by", "S2") == (
        "These groups cross to as many as 27,270,901 rows; ask for fewer columns or longer periods, "
        "or narrow them with --where, --since and --until."
    )
