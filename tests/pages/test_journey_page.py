"""Journey: the weak stage and the slow replies are found and said; order, choices and the link do what they say."""

from typing import Any

import pytest

from csat_core.cli import run
from csat_core.engine import DuckEngine
from csat_core.model.dataset import Dataset, Role
from csat_core.model.predicate import OneOf
from csat_core.model.scope import EVERYTHING
from csat_core.model.view import first_view
from csat_core.store import Store, catalogue
from pages.shared import loaders
from tests.conftest import days, make_dataset, numbers, question, segment, texts
from tests.pages.opened import Opened, markdown, open_page
from tests.pages.surveys import HOSTILE, plain, regions

ANSWERS = [5] * 80 + [1] * 20 + [4] * 76 + [2] * 24 + [4] * 20 + [1] * 30
STAGES = ["Browse"] * 100 + ["Buy"] * 100 + ["Return"] * 50
WEAK = "Customers lose satisfaction most at Return: CSAT is 40.0 % there, 38.0 points below the other stages, more than chance."


def stages(store: Store, **more) -> Dataset:  # type: ignore[no-untyped-def]
    """Browse 80 of 100, Buy 76 of 100, Return 20 of 50 satisfied; comments numbered."""
    given = {
        "Overall": question(ANSWERS),
        "Touchpoint": segment(STAGES, Role.TOUCHPOINT),
        "Comment": texts([f"comment {at}" for at in range(250)]),
    }
    return make_dataset(store, given | more, "Stages")


@pytest.fixture
def demo_page(demo_store: Store) -> Opened:
    """The page on the demo data."""
    return open_page("journey", dataset="1")


def test_the_weak_touchpoint_and_the_slow_replies_of_the_demo_are_found(demo_page: Opened, demo_store: Store) -> None:
    assert demo_page.texts[0] == (
        "Customers lose satisfaction most at Returns: CSAT is 56.8 % there, 17.3 points below the other stages, "
        "more than chance."
    )
    assert demo_page.texts[1] == "There Oct 2026 was up 5.2 points on Sep 2026: this may be chance, so one cannot tell."
    waits = next(text for text in demo_page.texts if text.startswith("The longer"))
    assert waits == (
        "The longer customers wait, the lower the score: CSAT goes from 80.6 % at 3 or less to 54.8 % at over 60, "
        "25.9 points lower, more than chance."
    )
    met = next(text for text in demo_page.texts if text.startswith("75 %"))
    assert met == (
        "75 % of customers expect help within five minutes: 36.5 % of the answers here had that. CSAT is 79.2 % among "
        "them and 66.5 % among the others, 12.7 points apart: more than chance."
    )
    in_order, bands = demo_page.tables[0], demo_page.tables[2]
    assert list(in_order["stage"]) == ["Browsing", "Ordering", "Delivery", "Set-up", "Support", "Returns"]
    assert list(in_order["mark"])[-1] == "pain point"
    assert [round(share, 1) for share in bands["share"][:4]] == [80.6, 75.8, 67.6, 54.8]
    _, document = run(["journey", "Demo", "--period", "month"], demo_store)
    for key in ("share", "low", "high", "against_rest", "against_rest_low", "against_rest_high"):
        assert [100 * row[key] for row in document["stages"]] == list(in_order[key])
    assert [row["change"]["difference"] * 100 for row in document["stages"]] == list(in_order["change"])
    assert [100 * row["share"] for row in document["bands"][0]["rows"]] == list(bands["share"])


def test_the_weakest_stage_is_said_with_its_distance(store: Store) -> None:
    stages(store)
    page = open_page("journey")
    assert page.title == "Where in the journey do customers lose satisfaction?"
    assert page.texts[:3] == [
        WEAK,
        "'Overall' by Touchpoint, no dates in the file. Top 2 of 5.",
        "Pain point: Return. High point: Browse",
    ]
    assert list(page.tables[0]["share"]) == pytest.approx([80, 76, 40])


def test_its_move_on_the_previous_period_is_said(store: Store) -> None:
    when = ["2026-01-10", "2026-02-10"] * 100 + ["2026-01-10"] * 30 + ["2026-02-10"] * 19 + ["2026-02-28"]
    stages(store, Day=days(when))
    page = open_page("journey", grain="month")
    # of the 50 at Return too few are in a month to test
    assert page.texts[0] == WEAK
    assert not page.texts[1].startswith("There ")
    many = question(ANSWERS + [5] * 40 + [1] * 40), segment([*STAGES, *["Return"] * 80], Role.TOUCHPOINT)
    given = {"Overall": many[0], "Touchpoint": many[1], "Day": days(["2026-02-28"] * 250 + ["2026-01-31"] * 80)}
    other = make_dataset(store, given, "More")
    assert open_page("journey", dataset=str(other.id), grain="month").texts[1] == (
        "There Feb 2026 was down 10.0 points on Jan 2026: this may be chance, so one cannot tell."
    )


def test_no_stage_beyond_noise_is_an_answer(store: Store) -> None:
    given = {"Overall": question([5, 5, 1] * 40), "At": segment((["a"] * 3 + ["b"] * 3) * 20, Role.TOUCHPOINT)}
    make_dataset(store, given)
    page = open_page("journey")
    assert page.texts[0] == "No stage stands out beyond chance: CSAT is 66.7 % along the journey."
    assert "No stage stands out" in page.texts


def test_one_stage_few_answers_and_none_at_all_are_sentences(store: Store) -> None:
    one = make_dataset(store, {"Overall": question([5] * 40), "At": segment(["a"] * 40, Role.TOUCHPOINT)}, "One")
    few = make_dataset(store, {"Overall": question([5] * 40), "At": segment(["a", "b"] * 20, Role.TOUCHPOINT)}, "Few")
    none = make_dataset(
        store, {"Overall": question([5] * 40), "At": segment([None] * 39 + ["a"], Role.TOUCHPOINT)}, "None"
    )
    tiny = plain(store, [5] * 5, "Tiny")
    said = {each.name: open_page("journey", dataset=str(each.id)).texts[0] for each in (one, few, none, tiny)}
    assert said == {
        "One": "Every answer in view is about one stage, a, so there is nothing to compare it with.",
        "Few": "The stages have too few answers each to tell them apart. Widen the period or remove a filter.",
        "None": "Every answer in view is about one stage, a, so there is nothing to compare it with.",
        "Tiny": "Nothing in this data names the stage of the journey that an answer is about, and there are no groups "
        "to stand in for it.",
    }


def test_a_group_stands_in_where_no_column_names_stages(store: Store) -> None:
    dataset = regions(store)
    page = open_page("journey")
    assert page.texts[0] == (
        "Nothing in this data names the stage of the journey that an answer is about. A group can stand in for the "
        "stages: choose one."
    )
    assert len(page.tables) == 0
    page = page.choose(f"option:{dataset.id}:across", "s01")
    assert page.texts[0] == (
        "Satisfaction is lowest for South: CSAT is 45.0 % there, 25.0 points below the others, more than chance."
    )
    assert page.app.query_params["across"] == "s01"
    assert open_page("journey", across="s01").texts[0] == page.texts[0]


def test_the_dissatisfied_of_the_weakest_stage_are_read_and_another_can_be_chosen(store: Store) -> None:
    dataset = stages(store)
    page = open_page("journey")
    assert "Return: responses of those who are not satisfied" in page.texts
    assert list(page.tables[1]["t01"])[:2] == ["comment 220", "comment 221"]
    page = page.choose(f"option:{dataset.id}:stage", "Browse")
    assert list(page.tables[1]["t01"]) == [f"comment {at}" for at in range(80, 100)]
    assert page.app.query_params["stage"] == "Browse"
    page.widget("search-stage").set_value("comment 9")
    assert list(page.run().tables[1]["t01"]) == [f"comment {at}" for at in range(90, 100)]


def test_the_total_of_the_responses_is_the_one_that_is_counted(store: Store) -> None:
    given = {"Overall": question([5] * 40 + [1] * 90), "Touchpoint": segment(["A"] * 30 + ["B"] * 100, Role.TOUCHPOINT)}
    dataset = make_dataset(store, given, "Two")
    assert "1–50 of 90" in open_page("journey").texts
    also = (OneOf(column="s01", values=("B",)), OneOf(column="q01", values=(1, 2)))
    assert loaders.responses_count(EVERYTHING, first_view(dataset), also, "") == 90


def test_a_link_opens_the_page_on_its_stage_and_filters(store: Store) -> None:
    stages(store)
    page = open_page("journey", stage="Buy", s01=["Browse", "Buy"])
    assert "Buy: responses of those who are not satisfied" in page.texts
    assert list(page.tables[0]["base"]) == [100, 100]


def test_a_stage_can_be_moved_and_the_order_is_kept(store: Store) -> None:
    dataset = stages(store)
    page = open_page("journey")
    page = page.choose(f"ordered:{dataset.id}:s01", "Return").press("Earlier")
    assert catalogue.dataset(store, dataset.id).column("s01").levels == ("Browse", "Return", "Buy")
    assert list(page.tables[0]["stage"]) == ["Browse", "Return", "Buy"]
    page = page.press("Earlier")
    assert list(page.tables[0]["stage"]) == ["Return", "Browse", "Buy"]
    assert "Return → Browse → Buy" in page.texts


def test_where_nobody_has_set_an_order_the_page_says_so_and_how_until_it_is_kept(store: Store) -> None:
    given = {"Overall": question([5, 5, 1] * 40), "At": segment((["a"] * 3 + ["b"] * 3) * 20, Role.TOUCHPOINT)}
    make_dataset(store, given)
    page = open_page("journey")
    unset = "No order of the stages is set: those with most answers in the file stand first. It is set below, under 'Order of the stages'."
    assert any(text.startswith(unset) for text in page.texts)
    page = page.press("Keep this order")
    assert any(text.startswith("From the first stage down to the last.") for text in page.texts)
    assert "The stages in order: none stands out" in page.texts
    assert catalogue.datasets(store)[0].plan.ordered == ("s01",)


def test_cuts_are_edited_and_stand_in_the_link(store: Store) -> None:
    stages(store, **{"Minutes to reply": numbers([2.0] * 100 + [8.0] * 100 + [40.0] * 50)})
    page = open_page("journey")
    assert list(page.tables[2]["band"]) == ["3 or less", "over 3 to 10", "over 10 to 60"]
    page.labelled("Bands end at").set_value("5 20")
    page = page.run()
    assert list(page.tables[2]["band"]) == ["5 or less", "over 5 to 20", "over 20"]
    assert page.app.query_params["cuts"] == "5 20"
    assert open_page("journey", cuts="5 20").tables[2]["band"].iloc[0] == "5 or less"
    page.labelled("Bands end at").set_value("20, 5")
    page = page.run()
    assert any(text.startswith("'20, 5' cannot cut a number into bands") for text in page.texts)
    assert page.tables[2]["band"].iloc[0] == "3 or less"


def test_other_numbers_wait_to_be_chosen(store: Store) -> None:
    dataset = stages(store, Age=numbers([20.0] * 80 + [60.0] * 170))
    page = open_page("journey")
    assert len(page.tables) == 2
    page = page.choose(f"option:{dataset.id}:measure", "n01")
    assert any(
        text.startswith("The higher Age, the lower the score: CSAT goes from 100.0 % at ") for text in page.texts
    )


def test_bands_that_turn_are_not_called_a_line(store: Store) -> None:
    waits = [2.0] * 100 + [8.0] * 100 + [40.0] * 100
    answers = [5] * 60 + [1] * 40 + [5] * 90 + [1] * 10 + [5] * 20 + [1] * 80
    make_dataset(store, {"Overall": question(answers), "Minutes to reply": numbers(waits)})
    assert any(
        text
        == "CSAT goes from 60.0 % at 3 or less to 20.0 % at over 10 to 60 (Minutes to reply), 40.0 points lower, more "
        "than chance, but not step by step: it goes up from 60.0 % at 3 or less to 90.0 % at over 3 to 10."
        for text in open_page("journey").texts
    )


def test_the_first_view_asks_three_times_and_a_repeated_one_not_at_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    stages(store, **{"Minutes to reply": numbers([2.0] * 125 + [30.0] * 125)})
    asked, fetch = [], DuckEngine.fetch

    def counting(engine: DuckEngine, frame: Any) -> Any:
        asked.append(frame)
        return fetch(engine, frame)

    page = open_page("overview")
    monkeypatch.setattr(DuckEngine, "fetch", counting)
    page = page.turn_to("journey")
    # stages by day and answer, bands by answer, the responses of the weakest stage
    assert len(asked) == 3
    page.run()
    assert len(asked) == 3


def test_an_empty_store_says_how_to_begin(store: Store) -> None:
    page = open_page("journey")
    assert page.texts == [
        "There is no data yet. Bring a file of survey responses, or look around with the demo data first."
    ]


def test_texts_of_a_file_stay_letters(store: Store) -> None:
    size = 30 * len(HOSTILE)
    given = {
        "Overall": question([1 + at % 5 for at in range(size)]),
        HOSTILE[2]: segment([HOSTILE[at // 30] for at in range(size)], Role.TOUCHPOINT),
        f"{HOSTILE[0]} minutes to reply": numbers([float(at % 90) for at in range(size)]),
    }
    make_dataset(store, given, HOSTILE[1])
    page = open_page("journey")
    digested = [text for text in HOSTILE if text not in ("=cmd", "# head")]
    assert [text for text in markdown(page.app) for bad in digested if bad in text] == []
    assert set(page.tables[0]["stage"]) == set(HOSTILE)


def test_another_group_can_stand_in_and_a_list_of_names_is_refused_by_page_and_command(store: Store) -> None:
    more = {
        "Channel": segment(["Web"] * 125 + ["Shop"] * 125),
        "City": segment([f"City {at}" for at in range(125)] * 2),
    }
    dataset = stages(store, **more)
    page = open_page("journey")
    assert page.texts[0] == WEAK
    said = "Not offered, for more than 40 levels are a list of names rather than stages: City."
    assert said in page.texts
    channel, city = (next(each.id for each in dataset.segments if each.name == name) for name in ("Channel", "City"))
    page = page.choose(f"option:{dataset.id}:across", channel)
    assert page.texts[0].startswith("Satisfaction is lowest for Shop")
    assert open_page("journey", across=city).texts[0] == WEAK
    code, document = run(["journey", "Stages", "--stages", "Channel"], store)
    assert (code, [row["stage"] for row in document["stages"]]) == (0, list(page.tables[0]["stage"]))
    code, document = run(["journey", "Stages", "--stages", "City"], store)
    assert (code, document["error"]) == (2,
        "'City' has 125 levels, and more than 40 are a list of names rather than stages. Compare them with the command "
        "segments, or mark the column as a touchpoint on the Data page.",
    )  # fmt: skip
