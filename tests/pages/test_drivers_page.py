"""Drivers: the sentence, the reasons, and what the choices do; the planted truths of the demo data are found."""

from typing import Any

import numpy as np
import pytest

from csat_core.cli import run
from csat_core.engine.scoped import ScopedEngine
from csat_core.model.dataset import Role
from csat_core.model.formats import probability
from csat_core.model.plan import Plan, QuestionPlan
from csat_core.store import Store, plans
from pages.shared.kept import forget_everything
from tests.analyses.test_drivers import rated, responses, survey
from tests.conftest import make_dataset, numbers, question, segment, texts
from tests.pages.opened import Opened, open_page
from tests.pages.surveys import hostile, plain, regions

TITLE = "What goes together with satisfaction, and what to do first?"


def shop(store: Store, **more: Any) -> Any:
    """600 responses; Speed pulls most, Price less, Colour not at all."""
    given = survey(responses(), Region=segment(["North", "South"] * 300), Spend=numbers([500.0] * 600, Role.REVENUE))
    comments = texts([f"comment {at}" for at in range(600)])
    return make_dataset(store, {**given, "Comment": comments, **more}, "Shop")


@pytest.fixture
def demo_page(demo_store: Store) -> Opened:
    """The page of the demo data."""
    return open_page("drivers", dataset="1")


def test_the_page_answers_its_question_in_one_sentence(store: Store) -> None:
    shop(store)
    page = open_page("drivers")
    assert page.title == TITLE
    assert page.texts[0] == (
        "Speed goes first: CSAT would be expected 5.0 points higher if those who rate it low were neutral; "
        "it also goes together with satisfaction most closely."
    )
    assert page.texts[1] == "'Overall', no dates in the file. 600 responses rated every driver."
    assert page.texts[2].startswith("Together the drivers explain ")
    assert page.texts[2].endswith(" % of the differences in satisfaction.")


def test_the_numbers_are_those_of_the_command_digit_for_digit(store: Store) -> None:
    shop(store)
    page = open_page("drivers")
    code, document = run(["drivers", "Shop"], store)
    assert code == 0
    rows = {row["driver"]: row for row in document["rows"]}
    seen = set()
    for view in ("Priorities", "Importance", "Correlation"):
        table = page.choose("driver-numbers", view).tables[0]
        for column in set(table.columns) - {"name", "kind_words", "quadrant_words", "note", "money_kept"}:
            found = [_as_shown(rows[driver], column) for driver in table["name"]]
            assert list(table[column]) == found, column
            seen.add(column)
    assert len(seen) == 29


PERCENT = ("performance", "rated_low", "share_of_r_squared", "share_of_r_squared_low", "share_of_r_squared_high")


def _as_shown(row: dict[str, Any], column: str) -> float | str:
    """What the page shows of a number of the command."""
    for points, name in (("gain_points", "gain_satisfied"), ("penalty_points", "penalty"), ("reward_points", "reward")):
        if column.startswith(points):
            return 100 * row[column.replace(points, name)]
    if column == "customers_kept":
        return round(row[column])
    if column == "p_value":
        return probability(row[column])
    return (100 if column in PERCENT else 1) * row[column]


def test_at_most_three_requests_at_first_and_none_when_repeated(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    for name in ("counts", "moments", "rows", "pairs"):
        monkeypatch.setattr(ScopedEngine, name, _noted(getattr(ScopedEngine, name), name, asked))
    shop(store)
    page = open_page()
    forget_everything()  # the overview asks for drivers as well
    asked.clear()
    page = page.turn_to("drivers")
    assert sorted(name for name in asked if name != "within pairs") == ["counts", "pairs", "pairs"]
    asked.clear()
    page.run()
    assert asked == []


def _noted(method: Any, name: str, asked: list[str]) -> Any:
    def noted(self: ScopedEngine, *args: Any, **named: Any) -> Any:
        asked.append("within pairs" if getattr(self, "_in_pairs", False) else name)
        if name != "pairs":
            return method(self, *args, **named)
        self._in_pairs = True  # type: ignore[attr-defined]
        try:
            return method(self, *args, **named)
        finally:
            self._in_pairs = False  # type: ignore[attr-defined]

    return noted


def test_the_reason_carries_points_customers_money_and_the_owner(store: Store) -> None:
    dataset = shop(store)
    plans.keep_plan(store, dataset.id, Plan(asked=(QuestionPlan(column="q02", owner="Ana"),)))
    page = open_page("drivers")
    assert (
        "1. Speed: +5.0 points\n"
        "Expected CSAT: 2.2 to 7.9 points more if the 37.8 % who rate it low were neutral. Keeps the customers of about 32 answers and "
        "$16k a year. Mostly a delighter: high ratings go with 33.6 points more, low ones with 13.3 points less. Owner: Ana."
    ) in page.texts


def test_a_driver_chosen_shows_the_responses_that_rate_it_low(store: Store) -> None:
    shop(store)
    page = open_page("drivers")
    assert len(page.tables) == 1
    page = page.choose("rated-low-None", "q02")
    assert "Rated low: Speed" in page.texts
    assert set(page.tables[-1]["q02"]) == {"1", "2"}
    assert set(page.choose("search-drivers", "comment 7").tables[-1]["t01"].str.startswith("comment 7")) == {True}


def test_other_drivers_are_chosen_and_kept_in_the_link(store: Store) -> None:
    dataset = shop(store)
    page = open_page("drivers").choose(f"option:{dataset.id}:drivers", ["q03", "s01"])
    assert page.app.query_params["drivers"] == ["q03", "s01"]
    assert page.texts[0].startswith("Price goes first: ")
    page = page.choose("driver-numbers", "Correlation")
    assert set(page.tables[0]["name"]) == {"Price", "Region"}
    assert "Groups, not ratings: association only, outside the model." in set(page.tables[0]["note"])


def test_a_link_restores_every_choice(store: Store) -> None:
    shop(store)
    page = open_page("drivers", drivers=["q03"], model="binary", missing="pairwise", s01="South")
    assert page.texts[0] == "Price goes together with satisfaction; no driver promises a gain beyond chance."
    assert page.texts[1] == "'Overall', no dates in the file, Region: South. 300 responses rated the rarest pair."
    assert "Price alone explains 8.7 % of the differences" in page.texts
    said = "Each pair of questions on the responses that answered both; importance then has no"
    assert any(text.startswith(said) for text in page.texts)
    assert page.toasts == []


def test_another_outcome_is_the_sidebar_s_question(store: Store) -> None:
    shop(store)
    page = open_page("drivers", question="q02")
    assert page.texts[1].startswith("'Speed', ")


def test_without_a_driver_chosen_it_says_so(store: Store) -> None:
    shop(store)
    assert open_page("drivers", drivers="").texts[0] == (
        "No driver is chosen; choose some to see what goes together with satisfaction."
    )


def test_a_dataset_without_anything_to_hold_against_it_says_so(store: Store) -> None:
    plain(store, [5, 4, 3] * 20)
    assert open_page("drivers").texts[0] == (
        "There is nothing here to hold against satisfaction: no other question and no group."
    )


def test_an_empty_store_offers_data(store: Store) -> None:
    page = open_page("drivers")
    assert page.title == TITLE
    assert [button.label for button in page.app.button] == ["Bring a file", "Load the demo data"]


@pytest.mark.parametrize(
    ("overall", "speed", "sentence"),
    [
        ([5, 4, 1], [4, 4, 2], "There are too few answers here to say"),
        ([5, 4, 1, 2] * 5, [4, 4, 2, 4] * 5, "Too few responses rated all of these drivers"),
        ([5] * 60, [4, 3, 2] * 20, "Everybody gave the same answer"),
        ([5, 4, 1] * 20, [4] * 60, "None of these can be weighed against the others"),
        ([None] * 60, [4] * 60, "There are too few answers here to say"),
    ],
)
def test_what_cannot_be_said_is_said(store: Store, overall: list[int | None], speed: list[int], sentence: str) -> None:
    make_dataset(store, {"Overall": question(overall), "Speed": rated(speed)})
    page = open_page("drivers")
    assert page.texts[0].startswith(sentence)


def test_drivers_that_determine_one_another_are_named_in_the_answer(store: Store) -> None:
    shop(store, Copy=rated(responses()["Price"]))
    assert (
        open_page("drivers")
        .texts[0]
        .startswith("Importance cannot be shared out. Price, Copy: their answers determine one another")
    )


def test_traps_stand_in_a_sentence_each(store: Store) -> None:
    recode = rated([1 if value <= 2 else 2 for value in responses()["Overall"]], "No|Yes")
    shop(store, Same=rated([4] * 600), Echo=recode)
    said = open_page("drivers").texts
    assert "Same is left out. Everybody gave the same answer to it, so it can go together with nothing." in said
    assert "Echo is left out. It says the same as the outcome in other words, so it stays outside the model." in said


def test_names_of_a_file_are_shown_as_they_are(store: Store) -> None:
    dataset = hostile(store)
    page = open_page("drivers")
    assert page.texts[1].startswith(f"'{dataset.outcome.name}', ")
    assert any(text.startswith(":red[x] is left out. ") for text in page.texts)


def test_without_another_rating_groups_are_offered(store: Store) -> None:
    make_dataset(store, {"Overall": question([1, 5] * 20), "Region": segment(["North", "South"] * 20)})
    assert open_page("drivers").texts[0] == (
        "No other question was rated here, so there is nothing to weigh; groups can be chosen for their association."
    )


def test_few_answers_after_a_filter_are_hidden(store: Store) -> None:
    regions(store)
    assert open_page("drivers").texts[0].startswith("Speed goes together")
    assert open_page("drivers", s01="South").texts[1].startswith("'Overall', no dates in the file, Region: South.")


def test_pure_noise_is_said_to_be_noise(store: Store) -> None:
    random = np.random.default_rng(2)
    given = {name: random.integers(1, 6, 600).tolist() for name in ("Overall", "Speed", "Price", "Colour")}
    make_dataset(store, survey(given))
    said = open_page("drivers").texts
    assert said[0] == "No driver goes together with satisfaction beyond chance."
    assert "No driver goes together with satisfaction beyond chance" in said
    assert "Where each driver stands: none goes together with satisfaction beyond chance" in said
    assert not any("matters most" in text or "most closely" in text for text in said)


def test_drivers_that_pull_alike_are_not_ranked(store: Store) -> None:
    random = np.random.default_rng(4)
    speed, price = (random.integers(1, 6, 600) for _ in range(2))
    overall = np.clip(np.round(0.45 * (speed + price) + random.normal(0, 1, 600)), 1, 5).astype(int)
    make_dataset(store, survey({"Overall": overall.tolist(), "Speed": speed.tolist(), "Price": price.tolist()}))
    said = open_page("drivers").texts
    (title,) = (text for text in said if text.endswith(" matter most, their intervals overlapping"))
    assert {"Speed", "Price"} <= set(title.split())
    assert said[0].endswith(f". {title}.")


def test_the_demo_s_hygiene_driver_goes_first(demo_page: Opened) -> None:
    assert demo_page.texts[0] == (
        "Order accuracy goes first: CSAT would be expected 5.4 points higher if those who rate it low were neutral. "
        "Order accuracy, Personal touches and Speed of reply matter most, their intervals overlapping."
    )
    assert (
        "Order accuracy. A must-have: low ratings go with 27.7 points less, high ones add nothing beyond chance."
        in demo_page.texts
    )


def test_the_demo_s_delighter_is_found(demo_page: Opened) -> None:
    assert (
        "Personal touches. A delighter: high ratings go with 15.5 points more, low ones with 2.5 points less."
        in demo_page.texts
    )
    title = "More important and weaker than the others: Personal touches. Order accuracy still promises more"
    assert title in demo_page.texts


def test_the_demo_s_collinear_drivers_are_named_as_a_pair(demo_page: Opened) -> None:
    assert (
        "Helpfulness of staff and Knowledge of staff move together (correlation 0.90): "
        "how importance splits between the two is uncertain." in demo_page.texts
    )


def test_drivers_that_tell_nothing_at_all_are_said_to(store: Store) -> None:
    make_dataset(store, {"Overall": question([1, 5] * 40), "Speed": rated([2, 2, 4, 4] * 20)})
    assert open_page("drivers").texts[0] == "None of the drivers goes together with satisfaction."
