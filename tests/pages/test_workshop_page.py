"""Workshop: the numbers of every preset by hand, sliders and typed counts, a link that brings a scenario back, and reset."""

import pytest

from csat_core.store import Store
from tests.pages.opened import move, open_page, slider
from tests.pages.surveys import plain, regions

BARKTALK = "If 100 of 200 dissatisfied customers were won over, 92 fewer would leave in a year and $46,000 would be saved: CSAT would go from 60.0 % to 70.0 %."


def test_without_any_data_the_room_plays_barktalk(store: Store) -> None:
    page = open_page("workshop")
    assert page.title == "What if we won customers over?"
    # 200 x 0.92 + 200 x 0.80 = 344; 100 fewer dissatisfied: 252; x $500; ten points for $46,000
    assert page.texts[0] == BARKTALK
    assert page.metrics == {
        "Customers lost": ("252", "now 344"),
        "Revenue at risk": ("$126,000", "now $172,000"),
        "The change saves": ("$46,000", "$4,600 a point"),
    }
    assert page.texts[1:4] == [
        "Assumed: 92 % of the dissatisfied, 80 % of the neutral, 0 % of the satisfied leave within a year (the guide's rates); "
        "$500 a customer and year.",
        "The guide's example: 1,000 of 10,000 customers answered, each worth $500 a year; live chat was mended. "
        "The guide prints $170,000 and $44,000, for it rounds $172,000 down; here nothing is rounded before it is shown.",
        "Specialty retail stores has an index of 78.0 (ACSI 2020), this would be a CSAT of 70.0 %. Not a fair comparison: "
        "a share of satisfied customers is not an average of all answers. Fair would be the mean of all answers on 0 to 100.",
    ]
    assert page.app.query_params == {}


def test_the_pessimistic_preset_halves_the_change_and_loses_satisfied_ones_too(store: Store) -> None:
    page = open_page("workshop", preset="pessimistic")
    # before 200 x 0.92 + 200 x 0.80 + 600 x 0.10 = 404; after 138 + 160 + 65 = 363; 41 x $500; five points
    assert page.texts[0] == (
        "If 50 of 200 dissatisfied customers were won over, 41 fewer would leave in a year and $20,500 would be saved: "
        "CSAT would go from 60.0 % to 65.0 %."
    )
    assert page.metrics["The change saves"] == ("$20,500", "$4,100 a point")
    assert page.app.query_params == {"preset": "pessimistic"}


def test_the_open_dataset_is_the_first_preset_and_reset_brings_it_back(store: Store) -> None:
    regions(store)
    page = open_page("workshop")
    # 20 x 0.92 + 20 x 0.80 = 34.4; 2 of 20 won over: 32.56, shown as 32.6; 1.84 x $500 = $920, two points
    began = (
        "If 2 of 20 dissatisfied customers were won over, 1.8 fewer would leave in a year and $920 would be saved: "
        "CSAT would go from 60.0 % to 62.0 %."
    )
    assert page.texts[0] == began
    assert page.metrics["The change saves"] == ("$920", "$460 a point")
    page = move(move(page, "Neutral customers won over", 5), "Dissatisfied customers who leave, %", 50)
    # before 10 + 16 = 26; after 9 + 12 = 21; 5 x $500 = $2,500, seven points
    assert page.texts[0] == (
        "If 2 of 20 dissatisfied and 5 of 20 neutral customers were won over, 5 fewer would leave in a year and $2,500 would be saved: "
        "CSAT would go from 60.0 % to 67.0 %."
    )
    assert (page.app.query_params["won"], page.app.query_params["leaving"]) == (["2", "5"], ["50", "80", "0"])
    page = page.press("Reset")
    assert page.texts[0] == began
    assert not {"won", "leaving", "preset"} & set(page.app.query_params)
    assert page.choose("option:1:preset", "barktalk").texts[0] == BARKTALK


def test_back_in_the_browser_takes_numbers_back(store: Store) -> None:
    regions(store)
    page = open_page("workshop")
    began, first = page.texts[0], dict(page.app.query_params)
    assert move(page, "Neutral customers won over", 5).texts[0] != began
    del page.app.query_params["won"]
    assert page.run().texts[0] == began
    assert dict(page.app.query_params) == first


def test_a_filter_narrows_the_customers(store: Store) -> None:
    regions(store)
    assert open_page("workshop", s01="South").texts[0].startswith("If 1 of 11 dissatisfied customers were won over, ")


def test_typed_counts_are_enough(store: Store) -> None:
    page = open_page("workshop").choose("workshop:example:dissatisfied", 600)
    # 600 x 0.92 + 200 x 0.80 = 712 of 1,400; 92 kept
    assert page.texts[0] == (
        "If 100 of 600 dissatisfied customers were won over, 92 fewer would leave in a year and $46,000 would be saved: "
        "CSAT would go from 42.9 % to 50.0 %."
    )
    assert page.metrics["Customers lost"] == ("620", "now 712")
    assert page.texts[2] == "Typed in: 1,400 customers."
    assert page.app.query_params == {"counts": ["600", "200", "600"]}
    assert slider(page, "Dissatisfied customers won over").max == 600
    page = page.choose("workshop:example:spend", None).choose("workshop:example:industry", "")
    assert page.metrics["Customers kept"] == ("92", "by the change")
    assert page.metrics["CSAT"] == ("50.0 %", "now 42.9 %")
    assert "$" not in " ".join(page.texts)
    assert page.app.query_params["spend"] == ""
    again = open_page("workshop", spend="", counts=["600", "200", "600"], industry="")
    assert (again.texts, again.metrics) == (page.texts, page.metrics)
    assert page.texts[3].startswith("The national score has an index of 74.4 (ACSI 2020),")


@pytest.mark.parametrize("has_data", [False, True])
def test_a_link_brings_a_scenario_back_and_the_url_keeps_it(store: Store, *, has_data: bool) -> None:
    if has_data:
        regions(store)
    given = {
        "preset": "barktalk" if has_data else [],
        "counts": ["600", "200", "200"],
        "won": ["100", "50"],
        "spend": "200",
        "leaving": ["50", "20", "1"],
        "industry": "Airlines",
    }
    page = open_page("workshop", **{name: value for name, value in given.items() if value})
    # before 300 + 40 + 2 = 342; after 250 + 30 + 3.5 = 283.5, shown as 284; 58.5 x $200 = $11,700
    assert page.texts[0] == (
        "If 100 of 600 dissatisfied and 50 of 200 neutral customers were won over, 58 fewer would leave in a year and $11,700 would be saved: "
        "CSAT would go from 20.0 % to 35.0 %."
    )
    assert page.texts[3].startswith("Airlines has an index of ")
    for name in ("counts", "won", "spend", "leaving", "industry"):
        assert page.app.query_params[name] == given[name]


def test_nobody_else_s_sliders_move_and_nothing_is_written(store: Store) -> None:
    regions(store)
    mine, yours = open_page("workshop"), open_page("workshop")
    began, before = yours.texts[0], store.generation
    mine = move(mine, "Dissatisfied customers won over", 20)
    assert mine.texts[0].startswith("If 20 of 20 dissatisfied customers were won over, ")
    assert yours.run().texts[0] == began
    assert store.generation == before


def test_moving_nobody_says_what_happens_and_no_customers_ask_for_some(store: Store) -> None:
    page = open_page("workshop", won=["0", "0"])
    assert page.texts[0] == (
        "If nothing changes, 344 of 1,000 customers leave within a year, and $172,000 a year with them. Move a slider to win some over."
    )
    assert page.metrics["The change saves"] == ("$0", "no point won")
    page = open_page("workshop", counts=["0", "0", "0"])
    assert page.texts[0] == "There are no customers yet. Type how many are dissatisfied, neutral and satisfied."
    assert page.metrics["Customers lost"] == ("0", "now 0")


@pytest.mark.parametrize("given", [{"won": ["1"]}, {"counts": ["a", "b", "c"]}, {"industry": "Unheard of"}])
def test_a_link_that_makes_no_sense_is_told_and_the_preset_shown(
    store: Store, given: dict[str, str | list[str]]
) -> None:
    page = open_page("workshop", **given)
    assert page.texts[0] == BARKTALK
    assert any("names a choice that is not here" in toast for toast in page.toasts)


def test_more_cannot_be_won_than_there_are_and_losing_more_is_said_so(store: Store) -> None:
    page = open_page("workshop", counts=["10", "90", "0"], won=["50", "0"], leaving=["10", "20", "90"])
    # 1 + 18 = 19 leave now; of the 10 who become satisfied 9 would: 27
    assert page.texts[0] == (
        "If 10 of 10 dissatisfied customers were won over, 8 more would leave in a year and $4,000 more would be at risk: "
        "CSAT would go from 0.0 % to 10.0 %."
    )


def test_too_few_answers_are_no_preset(store: Store) -> None:
    plain(store, [1] * 4 + [5] * 5)
    page = open_page("workshop")
    assert page.texts[0] == BARKTALK
    (presets,) = page.app.segmented_control
    assert presets.options == ["BarkTalk example", "Pessimistic"]
