"""Overview: the sentence, its numbers worked out by hand, and what every control does to them."""

import json
from datetime import UTC, date, datetime

import numpy as np
import pytest

from csat_core.model.dataset import Role
from csat_core.model.look import Seen
from csat_core.model.period import Grain
from csat_core.model.scope import EVERYTHING
from csat_core.model.view import first_view
from csat_core.store import Store, catalogue
from csat_core.store.looks import look
from pages.shared import controls, loaders
from pages.shared.response_columns import named
from tests.conftest import days, make_dataset, numbers, question, segment, texts
from tests.pages.opened import open_page
from tests.pages.surveys import NORTH, SOUTH, plain, regions, same_names, two_months

TOO_FEW = "There are too few answers here to show a score. Widen the period or remove a filter."


def test_the_page_answers_its_question_in_one_sentence(store: Store) -> None:
    regions(store)
    page = open_page()
    assert page.title == "How satisfied are our customers?"
    assert page.texts[0] == "CSAT is 60.0 % (100 answers)."
    assert page.texts[1] == "'Overall', no dates in the file. Top 2 of 5."


def test_the_score_carries_its_interval(store: Store) -> None:
    regions(store)
    # Wilson: (0.6 + 1.9208/100 -+ 1.96 sqrt(0.6 x 0.4/100 + 0.9604/100^2)) / (1 + 3.8416/100) = 0.502, 0.691
    assert open_page().metrics["CSAT"] == ("60.0 %", "50.2 to 69.1 %")


def test_what_is_at_risk_is_the_guide_s_rates_times_the_revenue_of_the_file(store: Store) -> None:
    regions(store)
    # 20 x 0.92 + 20 x 0.80 = 34.4 customers, x $500 = $17,200
    assert open_page().metrics["Revenue at risk a year"] == ("$17k", "34 answers, assumed")


def test_a_copied_sentence_stands_alone(store: Store) -> None:
    regions(store)
    (code,) = open_page(s01="South").app.code
    assert code.value == (
        "Regions: CSAT is 45.0 % (95 % interval 30.7 to 60.2 %, 40 answers, scheme top2-of-5, question 'Overall', "
        "no dates in the file, Region: South)."
    )


def test_a_filter_narrows_every_number(store: Store) -> None:
    dataset = regions(store)
    page = open_page().choose(f"{dataset.id}:s01", ["South"])
    assert page.texts[0] == "CSAT is 45.0 % (40 answers)."
    # 11 x 0.92 + 11 x 0.80 = 18.92, x $500 = $9,460
    assert page.metrics["Revenue at risk a year"] == ("$9,460", "19 answers, assumed")
    assert page.app.query_params["s01"] == "South"
    assert page.choose(f"{dataset.id}:s01", []).texts[0] == "CSAT is 60.0 % (100 answers)."


def test_another_question_is_scored_on_its_own(store: Store) -> None:
    dataset = regions(store)
    page = open_page().choose(f"{dataset.id}:question", "q02")
    assert page.texts[:2] == [
        "CSAT is 75.0 % (100 answers), good.",
        "'Speed', no dates in the file. Top 2 of 5.",
    ]
    assert page.app.query_params["question"] == "q02"


def test_another_scheme_scores_the_same_answers_differently(store: Store) -> None:
    dataset = regions(store)
    page = open_page().choose(f"{dataset.id}:scheme:q01", "top1")
    assert page.texts[0] == "CSAT is 40.0 % (100 answers), weak."
    assert page.app.query_params["scheme"] == "top1"


def test_own_bounds_are_used_at_once_and_kept_under_their_name(store: Store) -> None:
    regions(store)
    page = open_page()
    page.labelled("Dissatisfied up to").set_value(1)
    page.labelled("Satisfied from").set_value(3)
    page.labelled("Keep it under a name (optional)").set_value("Kind")
    page = page.press("Use these bounds")
    assert page.texts[0] == "CSAT is 80.0 % (100 answers), good."
    assert page.labelled("Scoring scheme").options[-1] == "Kind (own-5-3-1)"


def test_bounds_that_do_not_divide_the_scale_are_refused_in_words(store: Store) -> None:
    regions(store)
    page = open_page()
    page.labelled("Dissatisfied up to").set_value(4)
    page.labelled("Satisfied from").set_value(3)
    page = page.press("Use these bounds")
    assert "do not divide a scale of 5 answers" in page.toasts[0]
    assert page.texts[0] == "CSAT is 60.0 % (100 answers)."


def test_a_change_is_told_with_its_verdict(store: Store) -> None:
    dataset = two_months(store)
    page = open_page().choose(f"{dataset.id}:grain", Grain.MONTH)
    assert (
        page.texts[0]
        == "CSAT is 70.0 % (200 answers), good; Feb 2026 was up 20.0 points on Jan 2026: more than chance."
    )
    assert page.metrics["Feb 2026 on Jan 2026"] == ("+20.0 points", "more than chance")
    assert list(page.tables[0]["label"]) == ["Feb 2026", "Jan 2026"]
    assert list(page.tables[0]["share"]) == pytest.approx([80, 60])


def test_periods_that_all_score_the_same_have_neither_a_best_nor_a_worst(store: Store) -> None:
    given = {"Overall": question([5, 1] * 60), "Day": days([f"2026-0{1 + at // 40}-28" for at in range(120)])}
    dataset = make_dataset(store, given)
    page = open_page().choose(f"{dataset.id}:grain", Grain.MONTH)
    assert page.headings[0].startswith("The same score in every period (50")


def test_own_dates_narrow_the_period(store: Store) -> None:
    dataset = two_months(store)
    page = open_page().choose(f"{dataset.id}:period", "Own dates")
    page = page.choose(f"{dataset.id}:dates", (date(2026, 1, 1), date(2026, 1, 31)))
    assert page.texts[0] == "CSAT is 60.0 % (100 answers)."
    assert page.app.query_params["until"] == "2026-01-31"


def test_one_date_alone_leaves_the_end_open(store: Store) -> None:
    dataset = two_months(store)
    page = open_page().choose(f"{dataset.id}:period", "Own dates").choose(f"{dataset.id}:dates", (date(2026, 2, 1),))
    assert page.texts[0] == "CSAT is 80.0 % (100 answers)."


def test_the_last_thirty_days_end_with_the_data_not_today(store: Store) -> None:
    dataset = two_months(store)
    page = open_page().choose(f"{dataset.id}:period", "Last 30 days")
    assert page.texts[0] == "CSAT is 80.0 % (100 answers)."
    assert page.app.query_params["since"] == "2026-01-30"


def test_data_from_long_ago_can_be_looked_at_by_date(store: Store) -> None:
    given = {"Overall": question([5] * 60), "Day": days(["2004-01-10"] * 30 + ["2004-02-10"] * 30)}
    dataset = make_dataset(store, given)
    page = open_page(dataset=str(dataset.id), since="2004-02-01", until="2004-02-29")
    assert page.texts[0] == "CSAT is 100.0 % (30 answers)."


def test_another_dataset_is_one_choice_away(store: Store) -> None:
    regions(store)
    other = plain(store, [5] * 9 + [1] * 3)
    page = open_page()
    assert page.texts[0] == "CSAT is 60.0 % (100 answers)."
    assert page.choose("dataset", other.id).texts[0] == "CSAT is 75.0 % (12 answers)."
    assert page.app.query_params["dataset"] == str(other.id)


def test_the_best_and_the_worst_group_are_named(store: Store) -> None:
    regions(store)
    page = open_page()
    assert "Best: North (Region)" in page.links
    assert "CSAT 70.0 % (95 % interval 57.5 to 80.1 %, 60 answers), 25.0 points above the rest." in page.texts
    assert "Worst: South (Region)" in page.links


@pytest.mark.parametrize(
    ("chosen", "column", "expected"),
    [
        ("Answers", "share", [8, 12, 20, 20, 40]),
        ("Groups", "share", [45, 70]),
    ],
)
def test_the_numbers_stand_behind_the_picture(store: Store, chosen: str, column: str, expected: list[float]) -> None:
    regions(store)
    page = open_page().choose("overview-numbers", chosen)
    assert list(page.tables[0][column]) == pytest.approx(expected)


def test_the_same_answers_stand_under_every_scheme(store: Store) -> None:
    regions(store)
    page = open_page().choose("overview-numbers", "Schemes")
    assert list(page.tables[0]["share"]) == pytest.approx([60, 60, 60, 40])


def test_the_charts_show_the_same_numbers(store: Store) -> None:
    regions(store)
    (chart,) = open_page().app.get("plotly_chart")
    drawn = json.loads(chart.proto.spec)["data"][0]
    assert drawn["text"] == ["8.0 %", "12.0 %", "20.0 %", "20.0 %", "40.0 %"]
    assert chart.proto.alt == "Share of each answer"


def test_the_responses_behind_the_score_can_be_searched(store: Store) -> None:
    regions(store)
    page = open_page()
    assert len(page.tables[1]) == 50
    page = page.choose("search-overview", "COMMENT 77")
    assert list(page.tables[1]["t01"]) == ["comment 77"]
    assert page.choose("search-overview", "nothing of the kind").app.info[0].value == "No response fits."


def test_the_responses_come_page_by_page_and_back(store: Store) -> None:
    regions(store)
    page = open_page()
    assert "1–50 of 100" in page.texts
    page = page.press("Next")
    assert page.tables[1]["t01"].iloc[0] == "comment 50"
    assert "51–100 of 100" in page.texts
    assert "Next" not in [button.label for button in page.app.button]
    assert page.press("Back").tables[1]["t01"].iloc[0] == "comment 0"


def test_every_response_behind_the_score_can_be_taken_away_and_traced(store: Store) -> None:
    given = {
        "Overall": question([5] * 60 + [1] * 20),
        "Ticket": texts([f"T{at}" for at in range(80)], Role.RESPONSE_ID),
    }
    dataset = make_dataset(store, given)
    page = open_page()
    assert "Download all 80 responses (CSV)" in [button.label for button in page.app.download_button]
    assert list(page.tables[1].columns) == ["q01", "t01"]
    found = named(dataset, loaders.all_responses(EVERYTHING, first_view(dataset), (), ""))
    assert list(found.columns) == ["Overall", "Ticket"]
    assert (len(found), found["Ticket"].iloc[-1]) == (80, "T79")


def test_a_response_without_an_answer_is_not_behind_the_score(store: Store) -> None:
    given = {"Overall": question([5] * 20 + [None] * 5), "Comment": texts([f"c{at}" for at in range(25)])}
    make_dataset(store, given)
    page = open_page()
    assert page.texts[0] == "CSAT is 100.0 % (20 answers)."
    assert page.metrics["Answers"] == ("20", "5 without an answer")
    assert len(page.tables[1]) == 20


def test_typed_totals_give_a_response_rate(store: Store) -> None:
    regions(store, details=catalogue.Details(name="Asked", invited=400))
    assert open_page().metrics["Response rate"] == ("25.0 %", "100 of 400")


def test_an_empty_store_says_how_to_begin(store: Store) -> None:
    page = open_page()
    assert page.texts == [
        "There is no data yet. Bring a file of survey responses, or look around with the demo data first."
    ]
    assert [button.label for button in page.app.button] == ["Bring a file", "Load the demo data"]
    assert page.press("Bring a file").title == "What data is here, and is it sound?"


def test_a_deep_link_restores_everything_it_names(store: Store) -> None:
    dataset = two_months(store)
    page = open_page(
        dataset=str(dataset.id), scheme="top1", grain="month", since="2026-01-01", until="2026-02-28", s01="North"
    )
    assert page.toasts == []
    assert page.texts[1] == "'Overall', 1 Jan to 28 Feb 2026, Region: North. Highest answer only."
    assert page.texts[0].startswith("CSAT is 70.0 % (100 answers)")
    assert page.widget(f"{dataset.id}:dates").value == (date(2026, 1, 1), date(2026, 2, 28))
    assert page.app.query_params["scheme"] == "top1"


def test_a_deep_link_names_a_question_and_blanks(store: Store) -> None:
    given = {
        "Overall": question(NORTH + SOUTH),
        "Speed": question([5] * 30 + [1] * 70, role=Role.DRIVER),
        "Region": segment([None] * 40 + ["South"] * 60),
    }
    dataset = make_dataset(store, given)
    page = open_page(dataset=str(dataset.id), question="q02", s01="~")
    assert page.texts[:2] == [
        "CSAT is 75.0 % (40 answers).",
        "'Speed', no dates in the file, Region: (blank). Top 2 of 5.",
    ]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("dataset", "999", "names a dataset that is not here any more"),
        ("question", "q77", "names a question that this dataset does not have"),
        ("scheme", "nps", "names a scoring scheme that does not fit"),
        ("grain", "fortnight", "names a length of period that is not known"),
        ("since", "yesterday", "holds a date that cannot be read"),
        ("s01", "Atlantis", "filters by a group that is not in the data any more"),
        ("utm_source", "mail", "holds a part that is not known here"),
    ],
)
def test_what_no_longer_fits_a_link_is_dropped_and_said(store: Store, name: str, value: str, said: str) -> None:
    two_months(store)
    page = open_page(**{name: value})
    assert len(page.toasts) == 1
    assert said in page.toasts[0]
    assert page.texts[0].startswith("CSAT is 70.0 % (200 answers)")
    assert name not in page.app.query_params or name == "dataset"


def test_a_level_too_rare_for_the_list_is_still_found_by_a_link(store: Store) -> None:
    common = [f"level {at}" for at in range(controls.MOST_LEVELS)] * 20
    given = {"Overall": question([1] * len(common) + [5] * 10), "Code": segment([*common, *["rare"] * 10])}
    dataset = make_dataset(store, given)
    assert dataset.segments[0].levels[controls.MOST_LEVELS] == "rare"
    page = open_page(dataset=str(dataset.id), s01="rare")
    assert page.toasts == []
    assert page.texts[0] == "CSAT is 100.0 % (10 answers)."


@pytest.mark.parametrize(("answers", "sentence"), [(9, TOO_FEW), (10, "CSAT is 60.0 % (10 answers).")])
def test_nine_answers_are_hidden_and_ten_are_shown(store: Store, answers: int, sentence: str) -> None:
    plain(store, [1, 1, 1, 1, 5, 5, 5, 5, 5, 5][-answers:])
    page = open_page()
    assert page.texts[0] == sentence
    assert (len(page.metrics) == 0) == (answers == 9)
    assert (len(page.tables) == 0) == (answers == 9)


def test_a_filter_to_nine_answers_hides_them_and_keeps_the_controls(store: Store) -> None:
    given = {"Overall": question([5] * 30 + [1] * 9), "Region": segment(["North"] * 30 + ["South"] * 9)}
    dataset = make_dataset(store, given)
    page = open_page(s01="South")
    assert page.texts[0] == TOO_FEW
    assert "0.0 %" not in " ".join(page.texts)
    assert page.choose(f"{dataset.id}:s01", ["North"]).texts[0] == "CSAT is 100.0 % (30 answers)."


def test_a_small_group_is_hidden_together_with_the_next_smallest(store: Store) -> None:
    given = {
        "Overall": question([5] * 49),
        "Region": segment(["North"] * 20 + ["East"] * 20 + ["South"] * 9),
    }
    make_dataset(store, given)
    table = open_page().choose("overview-numbers", "Groups").tables[0].set_index("level")
    assert np.isnan(table.loc["South", ["base", "share"]].astype(float)).all()
    assert table["base"].isna().sum() == 2


def test_without_dates_the_page_says_so_and_shows_the_rest(store: Store) -> None:
    plain(store, [5] * 80 + [1] * 20)
    page = open_page()
    assert page.texts[0] == "CSAT is 80.0 % (100 answers), good."
    assert page.metrics["Change"] == ("–", "no dates")
    assert page.texts[1] == "'Overall', no dates in the file. Top 2 of 5."
    assert [box.label for box in page.app.sidebar.selectbox][:2] == ["Dataset", "Scoring scheme"]


def test_without_segments_no_group_is_best_and_the_table_of_groups_is_empty(store: Store) -> None:
    plain(store, [5] * 80 + [1] * 20)
    page = open_page()
    assert "No group stands above the rest beyond chance." in page.texts
    assert len(page.app.sidebar.multiselect) == 0
    assert page.choose("overview-numbers", "Groups").tables[0].empty


def test_without_revenue_customers_are_at_risk_and_no_money_is_named(store: Store) -> None:
    plain(store, [5] * 80 + [1] * 20)
    page = open_page()
    # 20 x 0.92 = 18.4
    assert page.metrics["Answers at risk"] == ("18", "in a year, assumed")
    assert not any("$" in value for pair in page.metrics.values() for value in pair)


def test_a_yes_or_no_question_is_scored_as_one(store: Store) -> None:
    plain(store, [2] * 30 + [1] * 10, scale="No|Yes")
    page = open_page()
    assert page.texts[:2] == ["CSAT is 75.0 % (40 answers).", "'Overall', no dates in the file. Yes or no."]
    assert page.choose("overview-numbers", "Answers").tables[0]["label"].to_list() == ["No", "Yes"]


def test_a_recommendation_shows_promoters_under_nps(store: Store) -> None:
    plain(store, [11] * 50 + [9] * 30 + [1] * 20, scale="0-10")
    page = open_page().choose("1:scheme:q01", "nps")
    assert page.texts[0] == "Promoters are 50.0 % (100 answers)."
    table = page.choose("overview-numbers", "Schemes").tables[0].set_index("scheme")
    assert table.loc["nps", "net"] == pytest.approx(30)


@pytest.mark.parametrize("positions", [[None] * 50, [3]], ids=["all blank", "one row"])
def test_next_to_nothing_is_a_sentence_and_not_an_error(store: Store, positions: list[int | None]) -> None:
    plain(store, positions)
    page = open_page()
    assert page.texts[0] == TOO_FEW
    assert page.metrics == {}


def test_two_questions_of_the_same_name_can_both_be_chosen(store: Store) -> None:
    dataset = same_names(store)
    page = open_page()
    assert page.labelled("Question").options == ["Overall", "Speed (column 2)", "Speed (column 3)"]
    assert page.choose(f"{dataset.id}:question", "q02").texts[0] == "CSAT is 100.0 % (20 answers)."
    assert page.choose(f"{dataset.id}:question", "q03").texts[0] == "CSAT is 0.0 % (20 answers), weak."


def test_a_level_that_is_called_blank_is_not_the_blank_one(store: Store) -> None:
    given = {"Overall": question([5] * 20 + [1] * 50), "Group": segment([None] * 20 + ["(blank)"] * 50)}
    dataset = make_dataset(store, given)
    page = open_page().choose(f"{dataset.id}:s01", [None])
    assert page.texts[0] == "CSAT is 100.0 % (20 answers)."
    assert page.choose(f"{dataset.id}:s01", ["(blank)"]).texts[0] == "CSAT is 0.0 % (50 answers), weak."


def test_what_is_shown_twice_is_the_same_twice(store: Store) -> None:
    dataset = two_months(store)
    first = open_page(dataset=str(dataset.id), grain="month")
    second = open_page(dataset=str(dataset.id), grain="month")
    assert first.texts == second.texts
    assert first.tables[0].equals(second.tables[0])
    assert [chart.proto.spec for chart in first.app.get("plotly_chart")] == [
        chart.proto.spec for chart in second.app.get("plotly_chart")
    ]


def test_revenue_of_refunds_only_leaves_customers_at_risk(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 10 + [1] * 10), "Spend": numbers([-5.0] * 20, Role.REVENUE)})
    assert open_page().metrics["Answers at risk"] == ("9", "in a year, assumed")


def test_the_gap_to_the_industry_stands_beside_the_key_figures(store: Store) -> None:
    regions(store)
    page = open_page()
    # index 68.0 - 74.4, worked out in test_benchmarks_page.py
    assert page.metrics["Index against national"] == ("−6.4 points", "may be chance")


def test_a_question_of_two_answers_has_no_gap(store: Store) -> None:
    plain(store, [2] * 30 + [1] * 10, scale="No|Yes")
    assert not any(label.startswith("Index against") for label in open_page().metrics)


def test_the_best_and_the_worst_group_lead_to_their_segment_with_the_same_filters(store: Store) -> None:
    regions(store)
    page = open_page(scheme="top1")
    params = [link.proto.query_string for link in page.app.get("page_link")]
    found = dict(zip(page.links, params, strict=True))
    assert found["Worst: South (Region)"] == "dataset=1&scheme=top1&by=s01"
    assert found["Best: North (Region)"] == "dataset=1&scheme=top1&by=s01"


def test_the_weakest_and_the_strongest_stage_lead_to_the_journey(store: Store) -> None:
    given = {
        "Overall": question([5] * 90 + [1] * 10 + [5] * 40 + [1] * 60 + [5] * 10 + [1] * 50),
        "Stage": segment(["Order"] * 100 + ["Return"] * 100 + ["Call"] * 60, Role.TOUCHPOINT),
        "Channel": segment(["Web"] * 95 + ["Phone"] * 105 + ["Shop"] * 60),
    }
    dataset = make_dataset(store, given)
    page = open_page()
    titles = [text for text in page.links if text.startswith(("Best", "Worst", "Strongest", "Weakest"))]
    assert titles == ["Best: Web (Channel)", "Strongest stage: Order", "Worst: Call (Stage)"]
    assert page.turn_to("journey").texts[0].startswith("Customers lose satisfaction most at Call: CSAT is 16.7 %")
    assert page.app.query_params["dataset"] == str(dataset.id)


def test_a_period_that_rose_beyond_noise_went_well(store: Store) -> None:
    dataset = two_months(store)
    page = open_page(dataset=str(dataset.id), grain="month")
    assert "Biggest rise: Feb 2026" in page.links


def test_several_datasets_stand_side_by_side(store: Store) -> None:
    regions(store)
    months = two_months(store)
    page = open_page(dataset=str(months.id))
    assert "Both datasets side by side" in page.folds
    table = page.tables[0].set_index("dataset")
    assert table.loc["Regions", "share"] == pytest.approx(60)
    assert table.loc["Regions", "latest"] == "no dates"
    assert (table.loc["Months", "interval"], table.loc["Months", "latest"]) == ("63.3 to 75.9 %", "28 Feb 2026")
    assert "Look at Regions" in page.links


def test_one_dataset_stands_alone(store: Store) -> None:
    regions(store)
    assert not any("datasets" in fold for fold in open_page().folds)


def test_what_is_new_since_the_last_visit_is_said_until_the_visit_ends(store: Store) -> None:
    regions(store)
    assert not any(text.startswith("Since you last looked") for text in open_page().texts)
    kept = Seen(question="q01", scheme="top2-of-5", base=60, satisfied=42, at=datetime(2026, 11, 3, 9, tzinfo=UTC))
    with store.write() as cursor:
        cursor.execute("DELETE FROM looks")
    look(store, 1, 1, kept)
    # 40 new answers, 18 satisfied: 45 % against 70 %
    sentence = (
        "Since you last looked on 3 Nov 2026: 40 new answers, CSAT 70.0 % then, 60.0 % now; "
        "the new answers are 25.0 points below those before: more than chance."
    )
    page = open_page()
    assert sentence in page.texts
    assert sentence in page.run().texts
    assert sentence in open_page().texts
    assert sentence not in open_page(s01="South").texts


def test_the_driver_to_fix_first_is_named_with_what_it_would_keep(store: Store) -> None:
    # low speed goes with 10 of 50 satisfied, middling with 30 of 50, high with 45 of 50; courtesy goes with nothing
    overall, speed = [], []
    for level, satisfied in ((1, 10), (3, 30), (5, 45)):
        overall += [5] * satisfied + [1] * (50 - satisfied)
        speed += [level] * 50
    given = {
        "Overall": question(overall * 2),
        "Speed": question(speed * 2, role=Role.DRIVER),
        "Courtesy": question([1, 3, 5] * 100, role=Role.DRIVER),
        "Spend": numbers([500.0] * 300, Role.REVENUE),
    }
    make_dataset(store, given)
    page = open_page()
    assert "First to fix: Speed" in page.links
    # a third rate it low, who would be satisfied 40 points more often: 13.3 points; 40 customers x 92 % x $500
    (text,) = (text for text in page.texts if text.startswith("CSAT would be expected"))
    assert text == (
        "CSAT would be expected 13.3 points higher if the 33.3 % who rate it low were neutral. "
        "That would keep the customers of about 37 answers, $18k a year at the guide's leaving rates."
    )


@pytest.mark.usefixtures("demo_store")
def test_what_stands_out_in_the_demo_data_is_found() -> None:
    page = open_page(dataset="1")
    # data/README.md, planted truths: Returns 56.8 %; Marketplace is the weakest channel; order accuracy is the must-have
    assert {"Weakest stage: Returns", "Worst: Marketplace (Channel)", "First to fix: Order accuracy"} <= set(page.links)
    assert any(text.startswith("CSAT 56.8 % (95 % interval 54.2 to 59.3 %, 1,454 answers)") for text in page.texts)
