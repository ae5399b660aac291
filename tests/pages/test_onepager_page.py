"""One-pager: every sentence of the demo data, and of surveys whose numbers can be worked out by hand."""

import pytest

from csat_core.model.dataset import Role
from csat_core.model.plan import Goal, Plan, QuestionPlan
from csat_core.store import Store, plans
from tests.conftest import make_dataset, question, segment
from tests.pages.opened import Opened, open_page
from tests.pages.surveys import plain, regions, two_months


def parts(page: Opened) -> dict[str, list[str]]:
    """The sentences of each part by its heading."""
    found = [text.value.replace("\u00a0", " ").split("\n") for text in page.app.main.text]
    headings = ("Is it moving?", "Why", "What is at risk", "What went well", "How we compare", "What to do first")
    return {lines[0]: lines[1:] for lines in found if lines[0] in headings}


@pytest.mark.usefixtures("demo_store")
def test_the_demo_data_on_one_page() -> None:
    page = open_page("onepager", dataset="1")
    assert page.title == "Where do we stand, and what comes first?"
    assert page.texts[:2] == [
        "CSAT is 72.0 % (12,071 answers), good; Oct 2026 was up 6.0 points on Sep 2026: more than chance. "
        "What comes first: Order accuracy.",
        "Demo: 'Overall satisfaction', 1 Nov 2024 to 31 Oct 2026. Top 2 of 5. 95 % interval 71.2 to 72.8 %, 12,071 answers; "
        "ranges in brackets are such intervals too.",
    ]
    assert parts(page) == {
        "Is it moving?": [
            "Oct 2026 alone is 77.0 % (73.5 to 80.2 %, 601 answers): +6.0 points on Sep 2026 (+1.0 to +10.9), more than chance."
        ],
        "What is at risk": [
            "2,892 of the 12,071 answers stand for customers likely to leave, worth $873k a year.",
            "The guide's assumption, not measured: 92 % of the dissatisfied and 80 % of the neutral leave.",
        ],
        "What to do first": [
            "Order accuracy: 5.4 points more CSAT expected (+4.9 to +6.0) if those who rate it low were neutral.",
            "That would keep the customers of about 581 answers and $175k a year.",
        ],
        "Why": [
            "Marketplace (Channel) is furthest below the rest, by 24.4 points: 49.9 % (46.9 to 52.8 %, 1,101 answers).",
            "Low ratings of Order accuracy (19.6 % of its ratings) go with 27.7 points less CSAT than middle ones, all else alike.",
        ],
        "What went well": [
            "Plants (Product) is furthest above the rest, by 16.2 points: 83.3 % (82.1 to 84.5 %, 3,630 answers)."
        ],
        "How we compare": [
            "Our index of 72.7 is 8.3 points below Internet retail (81.0): more than chance (95 % interval −8.8 to −7.7).",
            "Index: the average answer from 0 to 100; theirs is the ACSI of 2020.",
        ],
    }
    assert page.metrics["Revenue at risk a year"] == ("$873k", "2,892 answers, assumed")
    assert page.metrics["Index against industry"] == ("−8.3 points", "more than chance")
    assert any(text.startswith("Every answer counts as a customer here: one who") for text in page.texts)
    (chart,) = page.app.get("plotly_chart")
    assert chart.proto.alt == "CSAT by period with its 95 % interval"
    rounds = page.choose("dataset", 2)
    assert parts(rounds)["What is at risk"][0].startswith(
        "252 of the 1,000 answers in the last of 2 rounds, 1 to 30 Sep 2026, stand for customers likely to leave, worth $126k a year."
    )
    # the gain is one of both rounds together, so the customers it keeps are not counted
    assert len(parts(rounds)["What to do first"]) == 1


def test_a_deep_link_carries_its_filter_and_every_sentence_follows_it(store: Store) -> None:
    regions(store)
    page = open_page("onepager", s01="South")
    assert page.texts[:2] == [
        "CSAT is 45.0 % (40 answers).",
        "Regions: 'Overall', no dates in the file, Region: South. Top 2 of 5. 95 % interval 30.7 to 60.2 %, 40 answers; "
        "ranges in brackets are such intervals too.",
    ]
    # 11 x 0.92 + 11 x 0.80 = 18.92, x $500
    assert parts(page)["What is at risk"][0].startswith(
        "19 of the 40 answers stand for customers likely to leave, worth $9,460 a year."
    )
    assert parts(page)["Is it moving?"] == ["The file has no dates, so nothing can be said about change."]
    assert page.choose("1:s01", []).texts[0] == (
        "CSAT is 60.0 % (100 answers). What comes first: asking South (Region) what is wrong."
    )


def test_the_question_alone_cannot_tell_why_nor_what_comes_first(store: Store) -> None:
    plain(store, [5] * 60 + [3] * 20 + [1] * 20)
    page = open_page("onepager")
    said = parts(page)
    assert said["Why"] == [
        "Cannot tell: no group falls below the rest, and nothing that was rated promises a gain, beyond chance."
    ]
    assert said["What to do first"] == ["Cannot tell: nothing stands out beyond chance that should come first."]
    assert said["What went well"] == ["Cannot tell: no group stands above the rest and no period rose beyond chance."]
    assert said["What is at risk"][0].startswith("34 of the 100 answers stand for customers likely to leave.")
    assert "$" not in " ".join(page.texts)
    assert len(page.app.get("plotly_chart")) == 0


def test_the_furthest_group_is_one_of_those_compared_where_smaller_ones_are_shown(store: Store) -> None:
    groups = ["South"] * 60 + ["North"] * 60 + ["Tiny"] * 15
    answers = [1] * 40 + [5] * 20 + [5] * 60 + [1] * 15
    make_dataset(store, {"Overall": question(answers), "Region": segment(groups)})
    page = open_page("onepager")
    assert parts(page)["Why"][0].startswith(
        "South (Region) is furthest below the rest, of groups with 30 answers or more, by "
    )
    assert any(text.endswith(" below the rest, of groups with 30 answers or more.") for text in open_page().texts)


def test_the_plan_gives_the_target_the_owner_and_the_goals(store: Store) -> None:
    speed = [1, 3, 5] * 100
    felt = [[1, 2, 3][at // 3 % 3] if rated == 1 else [3, 4, 5][at // 3 % 3] for at, rated in enumerate(speed)]
    dataset = make_dataset(store, {"Overall": question(felt), "Speed": question(speed, role=Role.DRIVER)})
    goals = (Goal(text="Answer within a day by 1 March", owner="Ben"),)
    asked = (QuestionPlan(column="q02", owner="Ana"),)
    plans.keep_plan(store, dataset.id, Plan(goals=goals, asked=asked, target=0.8))
    said = parts(open_page("onepager"))
    assert said["What to do first"][0].startswith("Speed: 22.0 points more CSAT expected ")
    assert said["What to do first"][-2:] == ["Owner: Ana.", "Goal: Answer within a day by 1 March (Ben)."]
    # 132 or so of 300 are satisfied: far from 80 %
    assert said["Is it moving?"][-1].endswith("points are missing to the target of 80.0 %.")


@pytest.mark.parametrize("target", [0.5, 0.7, 0.9])
def test_a_target_is_passed_missed_or_within_noise(store: Store, target: float) -> None:
    dataset = two_months(store)  # 140 of 200: 70.0 %, 63.3 to 75.9
    plans.keep_plan(store, dataset.id, Plan(target=target))
    said = {
        0.5: "The target of 50.0 % is passed by 20.0 points.",
        0.7: "The score is 0.0 points above the target of 70.0 %, within its interval: one cannot tell.",
        0.9: "20.0 points are missing to the target of 90.0 %.",
    }
    assert parts(open_page("onepager"))["Is it moving?"][-1] == said[target]


def test_too_few_answers_show_no_number_but_say_why(store: Store) -> None:
    plain(store, [4] * 9)
    page = open_page("onepager")
    assert page.texts == [
        "There are too few answers here to show a score. Widen the period or remove a filter.",
        "Plain: 'Overall', no dates in the file. Top 2 of 5.",
        "Hidden: too few answers to show without pointing at single people.  The file has no dates, so nothing can be said about change.",
    ]
    assert (page.metrics, parts(page)) == ({}, {})


def test_an_empty_store_says_how_to_begin(store: Store) -> None:
    page = open_page("onepager")
    assert page.texts[0].startswith("There is no data yet.")
    assert len(page.app.button) == 2
