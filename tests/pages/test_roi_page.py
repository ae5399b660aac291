"""ROI: the guide's example to the dollar, and what every slider does to the respondents' own numbers."""

import json

import pytest

from csat_core.cli import run
from csat_core.model.dataset import Role
from csat_core.store import Store, catalogue
from tests.conftest import make_dataset, numbers, question, texts
from tests.pages.opened import Opened, move, open_page, slider
from tests.pages.surveys import plain, regions

EXAMPLE = "BarkTalk example"
TOO_FEW = "There are too few answers here to work out what is at risk. Widen the period or remove a filter."


@pytest.fixture
def example(store: Store) -> Opened:
    """The page with the guide's example, on a store that holds another survey."""
    regions(store)
    return open_page("roi", customers="example")


def big(page: Opened) -> list[str]:
    """The numbers in large type: at risk now, at risk after, saved."""
    return [metric.value for metric in page.app.metric]


def test_barktalk_is_the_guide_s_example_to_the_dollar(example: Opened) -> None:
    assert example.title == "What does dissatisfaction cost, and what is a better score worth?"
    # 200 x 0.92 + 200 x 0.80 = 344 leave, x $500 = $172,000; 100 fewer dissatisfied keep 92, x $500 = $46,000
    assert example.texts[0] == (
        "344 of 1,000 customers and $172,000 a year are at risk. Raising CSAT from 60.0 % to 70.0 % saves $46,000."
    )
    assert big(example) == ["$172,000", "$126,000", "$46,000"]


def test_the_example_s_table_is_the_guide_s_table(example: Opened) -> None:
    table = example.tables[0].set_index("state")
    assert list(table.loc["Before"]) == [200, 200, 600, pytest.approx(60), 344, "$172,000"]
    assert list(table.loc["After"]) == [100, 200, 700, pytest.approx(70), 252, "$126,000"]


def test_the_guide_s_rounding_is_told(example: Opened) -> None:
    note = example.app.info[0].value
    assert note.startswith("The guide prints 170,000 and 44,000 dollars: it rounds 172,000 down.")
    assert "172,000 before, 126,000 after, 46,000 saved" in note


def test_a_point_is_worth_more_when_it_is_won_from_the_dissatisfied(example: Opened) -> None:
    # one point is 10 customers: 10 x 0.92 x $500 = $4,600; 10 x 0.80 x $500 = $4,000
    assert "A point of CSAT is worth $4,600 a year along this change." in example.texts
    (paths,) = (text for text in example.texts if text.startswith("One point is 10 customers: "))
    assert paths.endswith("$4,600 when won from dissatisfied customers, $4,000 when won from neutral customers.")


def test_one_switch_scales_to_the_ten_thousand_surveyed_and_names_the_assumption(example: Opened) -> None:
    (switch,) = example.app.toggle
    assert switch.label == "Scale to the 10,000 surveyed"
    switch.set_value(True)
    example.run()
    assert example.texts[0].startswith("3,440 of 10,000 customers and $1,720,000 a year are at risk.")
    assert example.texts[0].endswith("Raising CSAT from 60.0 % to 70.0 % saves $460,000.")
    assert big(example) == ["$1.72M", "$1.26M", "$460,000"]
    assert (
        "Assumption: those who did not answer feel like those who did. The sliders count those who answered."
        in example.texts
    )


def test_the_chart_shows_the_same_money(example: Opened) -> None:
    (chart,) = example.app.get("plotly_chart")
    drawn = json.loads(chart.proto.spec)
    assert [note["text"] for note in drawn["layout"]["annotations"]] == ["<b>$172,000</b>", "<b>$126,000</b>"]
    assert chart.proto.alt == "Revenue at risk in a year: before 344 customers, after 252"


def test_without_any_dataset_the_example_is_shown(store: Store) -> None:
    page = open_page("roi")
    assert page.texts[0].startswith("344 of 1,000 customers and $172,000 a year are at risk.")
    assert len(page.app.segmented_control) == 0


def test_moving_the_neutral_is_worth_less(example: Opened) -> None:
    page = move(move(example, "Dissatisfied who become satisfied", 0), "Neutral who become satisfied", 100)
    # 100 x 0.80 x $500 = $40,000
    assert page.texts[0].endswith("Raising CSAT from 60.0 % to 70.0 % saves $40,000.")
    assert "A point of CSAT is worth $4,000 a year along this change." in page.texts


def test_making_the_dissatisfied_neutral_saves_money_without_a_point(example: Opened) -> None:
    page = move(move(example, "Dissatisfied who become satisfied", 0), "Dissatisfied who become neutral", 100)
    # 100 x (0.92 - 0.80) x $500 = $6,000
    assert big(page)[2] == "$6,000"
    assert not any(text.startswith("A point of CSAT is worth") for text in page.texts)


def test_no_more_can_move_than_there_are(example: Opened) -> None:
    page = move(move(example, "Dissatisfied who become neutral", 60), "Dissatisfied who become satisfied", 200)
    assert list(page.tables[0]["dissatisfied"]) == [200, 0]
    assert "Dissatisfied who become neutral" not in [slider.label for slider in page.app.slider]
    # all 200 became satisfied: 184 x $500
    assert big(page)[2] == "$92,000"


def test_moving_nobody_asks_for_a_move(example: Opened) -> None:
    page = move(example, "Dissatisfied who become satisfied", 0)
    assert page.texts[0] == (
        "344 of 1,000 customers and $172,000 a year are at risk. Move a slider to see what a better score is worth."
    )
    assert big(page)[2] == "$0"


def test_other_leaving_rates_change_what_is_at_risk(example: Opened) -> None:
    page = move(example, "Dissatisfied, %", 50)
    # 200 x 0.50 + 200 x 0.80 = 260, x $500
    assert big(page)[0] == "$130,000"
    assert "The leaving rates are the guide's assumption, not measured here." not in " ".join(page.texts)
    assert any("typed in" in text for text in page.texts)


def test_another_spend_scales_the_money(example: Opened) -> None:
    (spend,) = example.app.number_input
    spend.set_value(1_000.0)
    assert big(example.run()) == ["$344,000", "$252,000", "$92,000"]


def test_reset_goes_back_to_the_example(example: Opened) -> None:
    page = move(example, "Dissatisfied who become satisfied", 7)
    assert big(page)[2] != "$46,000"
    assert big(page.press("Reset"))[2] == "$46,000"


def test_the_respondents_in_view_are_the_first_customers(store: Store) -> None:
    regions(store)
    page = open_page("roi")
    # 20 x 0.92 + 20 x 0.80 = 34.4; 2 of the 20 dissatisfied become satisfied: 2 x 0.92 x $500 = $920
    assert page.texts[0] == (
        "34 of 100 answers stand for customers at risk of leaving, worth $17,200 a year. Raising CSAT from 60.0 % to 62.0 % saves $920."
    )
    assert slider(page, "Dissatisfied who become satisfied").max == 20


def test_a_deep_link_carries_its_filter_here(store: Store) -> None:
    regions(store)
    page = open_page("roi", s01="South")
    assert page.texts[0].startswith("19 of 40 answers stand for customers at risk of leaving, worth $9,460 a year.")


def test_another_dataset_brings_its_own_customers(store: Store) -> None:
    regions(store)
    other = plain(store, [5] * 30 + [1] * 20)
    page = open_page("roi").choose("dataset", other.id)
    # 20 x 0.92 = 18.4; 2 kept of them: 1.84
    assert page.texts[0] == (
        "18 of 50 answers stand for customers at risk of leaving within a year. Raising CSAT from 60.0 % to 64.0 % keeps 1.8 of them."
    )


def test_typed_customers_offer_to_scale(store: Store) -> None:
    regions(store, details=catalogue.Details(name="Known", customers=1_000))
    page = open_page("roi")
    (switch,) = page.app.toggle
    assert switch.label == "Scale to all 1,000 customers"
    switch.set_value(True)
    assert page.run().texts[0].startswith("344 of 1,000 customers and $172,000 a year are at risk.")


def test_a_scenario_survives_a_look_at_another_page(store: Store) -> None:
    regions(store)
    page = move(open_page("roi"), "Dissatisfied who become satisfied", 10)
    assert big(page)[2] == "$4,600"
    assert big(page.turn_to("methods").turn_to("roi"))[2] == "$4,600"


def test_without_revenue_there_is_no_money_until_it_is_typed(store: Store) -> None:
    plain(store, [5] * 60 + [3] * 20 + [1] * 20)
    page = open_page("roi")
    # 34.4 and 32.56: so few that a decimal matters, and the third number is the difference of the two beside it
    assert big(page) == ["34.4", "32.6", "1.8"]
    assert "No revenue in the file and no spend typed in" in " ".join(page.texts)
    assert not any("$" in text for text in page.texts)
    (spend,) = page.app.number_input
    spend.set_value(500.0)
    assert big(page.run())[0] == "$17,200"


def test_yes_or_no_has_no_neutral_band_and_says_which_rate_it_takes(store: Store) -> None:
    plain(store, [2] * 30 + [1] * 10, scale="No|Yes")
    page = open_page("roi")
    assert page.texts[0].startswith("9 of 40 answers stand for customers at risk of leaving within a year.")
    assert "Everyone not satisfied takes the leaving rate of the dissatisfied" in " ".join(page.texts)
    assert "Neutral who become satisfied" not in [each.label for each in page.app.slider]


@pytest.mark.parametrize(
    ("positions", "sentence"),
    [
        ([1] * 4 + [5] * 5, TOO_FEW),
        ([1] * 5 + [5] * 5, "5 of 10 answers stand for customers at risk of leaving within a year. "),
        ([None] * 30, TOO_FEW),
        ([3], TOO_FEW),
    ],
    ids=["nine", "ten", "all blank", "one row"],
)
def test_too_few_answers_are_hidden_here_too(store: Store, positions: list[int | None], sentence: str) -> None:
    plain(store, positions)
    page = open_page("roi")
    assert page.texts[0].startswith(sentence)
    assert (len(page.tables) == 0) == (sentence == TOO_FEW)


def test_everybody_satisfied_leaves_nothing_to_move(store: Store) -> None:
    plain(store, [5] * 50)
    page = open_page("roi")
    assert page.texts[0].startswith("0 of 50 answers stand for customers at risk")
    assert [each.label for each in page.app.slider] == ["Dissatisfied, %", "Neutral, %", "Satisfied, %"]


def test_revenue_of_refunds_only_is_not_a_spend(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 10 + [1] * 10), "Spend": numbers([-5.0] * 20, Role.REVENUE)})
    page = open_page("roi")
    assert page.app.number_input[0].value is None
    assert page.texts[0].startswith("9 of 20 answers stand for customers at risk of leaving within a year.")


def test_a_dataset_of_the_example_s_name_is_not_the_example(store: Store) -> None:
    plain(store, [5] * 30 + [1] * 20, name=EXAMPLE)
    assert open_page("roi").texts[0].startswith("18 of 50 answers")


def test_what_is_saved_is_the_difference_of_the_amounts_beside_it(example: Opened) -> None:
    page = example.choose("roi:example:spend", 100.45)
    # 344 x 100.45 = 34,554.80; 252 x 100.45 = 25,313.40; unrounded the difference is 9,241.40
    assert big(page) == ["$34,555", "$25,313", "$9,242"]
    assert page.texts[0].endswith("saves $9,242.")


def test_sliders_count_customers_with_separators(example: Opened) -> None:
    assert slider(example, "Dissatisfied who become satisfied").proto.format == "%,d"


def test_the_page_and_the_command_line_give_the_same_money_digit_for_digit(store: Store) -> None:
    # 34.4 customers leave; at 500.01 a year that would be $17,200.34
    given = {"Overall": question([5] * 60 + [3] * 20 + [1] * 20), "Spend": numbers([500.0149] * 100, Role.REVENUE)}
    make_dataset(store, given, "Cents")
    _, document = run(["roi", "Cents"], store)
    assert document["before"]["at_risk"] == pytest.approx(17_200.51256, abs=1e-9)
    assert "$17,201 a year." in open_page("roi").texts[0]


def test_a_link_carries_the_scenario(store: Store) -> None:
    plain(store, [5] * 60 + [3] * 20 + [1] * 20)
    page = open_page("roi", moved=["5", "3", "4"], spend="200", leaving=["50", "20", "1"])
    # before 20 x 0.5 + 20 x 0.2 + 60 x 0.01 = 14.6; after 12 x 0.5 + 19 x 0.2 + 69 x 0.01 = 10.49; x $200
    assert big(page) == ["$2,920", "$2,098", "$822"]
    assert page.app.query_params["moved"] == ["5", "3", "4"]
    assert page.app.query_params["spend"] == "200"
    assert page.app.query_params["leaving"] == ["50", "20", "1"]


def test_a_spend_that_was_taken_away_is_in_the_url_too(store: Store) -> None:
    regions(store)
    page = open_page("roi")
    page.app.number_input[0].set_value(None)
    page = page.run()
    assert page.app.query_params["spend"] == ""
    again = open_page("roi", spend="")
    assert again.texts[0] == page.texts[0]
    assert again.texts[0].startswith("34 of 100 answers stand for customers at risk of leaving within a year.")


def test_what_is_moved_is_in_the_url_and_what_is_as_usual_is_not(store: Store) -> None:
    plain(store, [5] * 60 + [3] * 20 + [1] * 20)
    page = open_page("roi")
    assert not {"moved", "spend", "leaving", "scaled", "customers"} & set(page.app.query_params)
    move(page, "Neutral who become satisfied", 7)
    assert page.app.query_params["moved"] == ["2", "0", "7"]


@pytest.mark.parametrize("moved", [["5"], ["a", "b", "c"], ["-1", "0", "0"], ["nan", "0", "0"]])
def test_a_link_whose_scenario_makes_no_sense_is_told_and_the_usual_one_shown(store: Store, moved: list[str]) -> None:
    plain(store, [5] * 60 + [3] * 20 + [1] * 20)
    page = open_page("roi", moved=moved)
    assert slider(page, "Dissatisfied who become satisfied").value == 2
    assert any("names a choice that is not here" in toast for toast in page.toasts)


def test_answers_of_known_customers_are_said_to_be_counted_one_by_one(store: Store) -> None:
    customers = texts([f"c{at % 30}" for at in range(60)], Role.CUSTOMER)
    make_dataset(store, {"Overall": question([5] * 40 + [1] * 20), "Customer": customers})
    sentence = "one who answered several times counts several times"
    assert any(sentence in text for text in open_page("roi").texts)
    _, document = run(["roi", "Survey"], store)
    assert "answers_as_customers" in document["caveats"]
    assert not any(sentence in text for text in open_page("roi", customers="example").texts)


@pytest.mark.usefixtures("demo_store")
def test_a_survey_asked_in_rounds_begins_with_the_last_one_and_says_so() -> None:
    page = open_page("roi", dataset="2")
    # after the release: 100 x 0.92 + 200 x 0.80 = 252, x $500; 10 of the 100 won over: 10 x 0.92 x $500
    assert page.texts[0] == (
        "252 of 1,000 answers stand for customers at risk of leaving, worth $126,000 a year. Raising CSAT from 70.0 % to 71.0 % saves $4,600."
    )
    assert page.texts[1] == (
        "Counted as customers: the answers to 'Satisfaction', 1 to 30 Sep 2026, the last of 2 rounds. Top 2 of 5."
    )
    assert [switch.label for switch in page.app.toggle] == ["Scale to all 10,000 customers"]
    page = page.choose("option:2:customers", "ours")
    # both rounds: 300 x 0.92 + 400 x 0.80 = 596
    assert page.texts[0].startswith(
        "596 of 2,000 answers stand for customers at risk of leaving, worth $298,000 a year."
    )
    assert any("a customer who answered in each counts once for each" in text for text in page.texts)
    overview = page.turn_to("overview")
    assert overview.metrics["Revenue at risk a year"] == ("$126k", "252 answers, assumed")
    assert "First to fix: Wait in live chat" in overview.links
    assert not any("That would keep about" in text for text in overview.texts)
