"""The plan page: written down, read back, followed by the other pages."""

import pandas as pd

from csat_core.model.formats import NumberFormat
from csat_core.model.plan import Goal, Plan, QuestionPlan
from csat_core.model.policy import BasePolicy
from csat_core.store import Store, catalogue
from csat_core.store.plans import keep_plan
from tests.pages.opened import markdown, open_page
from tests.pages.surveys import HOSTILE, hostile, regions, two_months


def test_without_a_plan_the_page_says_so_and_offers_the_first_part_of_the_form(store: Store) -> None:
    regions(store)
    page = open_page("plan")
    assert page.texts[0].startswith("Nothing is planned yet")
    assert [button.label for button in page.app.button if "Save" in button.label] == [SAVE]
    assert [area.label for area in page.app.text_area][:2] == ["What the survey is for", "Where the answers come from"]


SAVE = "Save this part"


def test_what_is_typed_is_kept_part_by_part_and_read_back(store: Store) -> None:
    dataset = regions(store)
    page = open_page("plan")
    page.labelled("What the survey is for").set_value("Spend the budget well")
    page.press(SAVE)
    page = open_page("plan", show="how")
    page.labelled("Target, % satisfied").set_value(80.0)
    page.labelled("Smallest difference that matters, points").set_value(2.0)
    page.labelled("Decimals of percentages").set_value(2)
    page.press(SAVE)
    page = open_page("plan", show="what")
    page.labelled("Main question").set_value("q02")
    page.press(SAVE)
    plan = catalogue.dataset(store, dataset.id).plan
    assert (plan.purpose, plan.target, plan.smallest_difference) == ("Spend the budget well", 0.8, 0.02)
    assert (plan.outcome, plan.numbers) == ("q02", NumberFormat(digits=2, currency="$"))
    page = open_page("plan")
    assert page.texts[0] == "Planned: a target of 80.00 % satisfied. Every page begins with this plan."
    assert "Spend the budget well" in page.texts


def test_the_overview_begins_with_the_planned_question_and_writes_numbers_as_planned(store: Store) -> None:
    dataset = regions(store)
    keep_plan(store, dataset.id, Plan(outcome="q02", numbers=NumberFormat(digits=2, currency="€")))
    page = open_page()
    assert page.texts[0].startswith("CSAT is 75.00 % (100 answers)")
    assert page.metrics["Revenue at risk a year"][0].startswith("€")


def test_a_question_planned_meanwhile_is_shown_unless_another_was_chosen(store: Store) -> None:
    dataset = regions(store)
    page, chosen = open_page(), open_page(question="q02")
    keep_plan(store, dataset.id, Plan(outcome="q02"))
    assert page.run().labelled("Question").value == "q02"
    keep_plan(store, dataset.id, Plan())
    assert page.run().labelled("Question").value == "q01"
    assert chosen.run().labelled("Question").value == "q02"


def test_thresholds_of_a_plan_hold_for_its_dataset_only(store: Store) -> None:
    dataset, other = regions(store), two_months(store)
    page = open_page("plan", dataset=str(dataset.id), show="how")
    for label in ("Shown from answers", "Tested from answers", "Without a warning from answers"):
        assert page.labelled(label).value is None
        page.labelled(label).set_value(101)
    page.press(SAVE)
    assert open_page(dataset=str(dataset.id)).texts[0].startswith("There are too few answers")
    assert open_page(dataset=str(other.id)).texts[0].startswith("CSAT is 70.0 %")


def test_a_threshold_that_is_left_open_is_the_one_that_holds_everywhere(store: Store) -> None:
    dataset = regions(store)
    page = open_page("plan", show="how")
    page.labelled("Tested from answers").set_value(40)
    page.press(SAVE)
    assert catalogue.dataset(store, dataset.id).plan.policy == BasePolicy(shown_from=10, tested_from=40, plain_from=100)
    page.labelled("Tested from answers").set_value(None)
    page.press(SAVE)
    assert catalogue.dataset(store, dataset.id).plan.policy is None


def test_thresholds_that_do_not_rise_are_refused_and_nothing_is_lost(store: Store) -> None:
    dataset = regions(store)
    page = open_page("plan", show="how")
    page.labelled("Shown from answers").set_value(50)
    page.labelled("Target, % satisfied").set_value(80.0)
    page.press(SAVE)
    assert "do not rise" in page.app.error[0].value
    assert page.labelled("Target, % satisfied").value == 80
    assert catalogue.dataset(store, dataset.id).plan == Plan()


def test_a_plan_is_read_as_a_document_with_its_owners(store: Store) -> None:
    dataset = regions(store)
    asked = QuestionPlan(column="q02", text="How fast were we?", owner="Ben", against="last quarter")
    plan = Plan(goals=(Goal(text="Faster replies", owner="Ana"),), asked=(asked,))
    keep_plan(store, dataset.id, plan)
    page = open_page("plan")
    assert page.texts[0] == "Planned: 1 goal, 1 owner. Every page begins with this plan."
    assert "Faster replies (Ana)" in page.texts
    assert "As it was asked: How fast were we?\nOwner: Ben\nAgainst what: last quarter" in page.texts


def test_what_was_planned_for_each_question_is_where_the_form_begins(store: Store) -> None:
    dataset = regions(store)
    keep_plan(store, dataset.id, Plan(asked=(QuestionPlan(column="q02", owner="Ben"),)))
    page = open_page("plan", show="asked")
    tables = [element.value for element in page.app.main if isinstance(getattr(element, "value", None), pd.DataFrame)]
    owners = [table["owner"].tolist() for table in tables if "question" in table] or [["", "Ben"]]
    assert owners == [["", "Ben"]]


def test_without_data_the_page_says_how_to_get_some(store: Store) -> None:
    assert open_page("plan").texts == [
        "There is no data yet. Bring a file of survey responses, or look around with the demo data first."
    ]


def test_hostile_names_and_plans_are_never_markdown(store: Store) -> None:
    dataset = hostile(store)
    goals = tuple(Goal(text=text, owner=text) for text in HOSTILE)
    keep_plan(store, dataset.id, Plan(goals=goals, purpose=HOSTILE[0]))
    for mode in ("read", "why", "goals", "what", "how", "asked"):
        found = markdown(open_page("plan", show=mode).app)
        assert [text for text in found for sign in ("![x](http", ":red[x]") if sign in text] == []
