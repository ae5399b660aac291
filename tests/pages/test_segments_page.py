"""Segments: the sentence, its numbers worked out by hand, and what every choice does to them."""

import pytest

from csat_core.cli import run
from csat_core.model.dataset import Role
from csat_core.model.plan import Plan
from csat_core.store import Store, plans
from pages.shared import segments
from tests.conftest import days, make_dataset, numbers, question, segment, texts
from tests.pages.opened import Opened, open_page
from tests.pages.surveys import plain, regions

ALL = (60, 100), (30, 80), (45, 60), (9, 20)


def quarters(store: Store) -> None:
    """North 60 of 100, South 30 of 80, East 45 of 60, West 9 of 20; South shops on the web; a wait and a comment each."""
    names = ("North", "South", "East", "West")
    rows = [(name, at < yes) for name, (yes, base) in zip(names, ALL, strict=True) for at in range(base)]
    given = {
        "Overall": question([5 if yes else 1 for _, yes in rows]),
        "Region": segment([name for name, _ in rows]),
        "Channel": segment(["Web" if at % 2 or name == "South" else "Shop" for at, (name, _) in enumerate(rows)]),
        "Minutes": numbers([2.0 if yes else 45.0 for _, yes in rows]),
        "Comment": texts([f"{name} {'fine' if yes else 'waited'} {at}" for at, (name, yes) in enumerate(rows)]),
    }
    make_dataset(store, given, "Quarters")


def says(page: Opened) -> dict[str, str]:
    """What the table of groups says of each."""
    (table,) = (table for table in page.tables if "says" in table and "group" in table)
    return dict(zip(table["group"], table["says"], strict=True))


def test_the_page_answers_its_question_in_one_sentence(store: Store) -> None:
    quarters(store)
    page = open_page("segments")
    assert page.title == "Which groups of customers are less satisfied?"
    # 30 of 80 against 114 of 180: 37.5 - 63.3
    assert page.texts[0] == (
        "Of the Region groups, South is the least satisfied: CSAT 37.5 %, 25.8 points below the rest: more than chance."
    )
    assert page.texts[1] == "Shown, but with fewer than 30 answers not compared: West."
    assert next(head.value for head in page.app.subheader) == "1 of 4 groups below the rest, 1 above it"


def test_every_group_says_whether_it_is_beyond_noise(store: Store) -> None:
    quarters(store)
    assert says(open_page("segments")) == {
        "South": "below the rest", "North": "may be chance", "East": "above the rest", "West": "not compared",
    }  # fmt: skip


def test_the_statistics_stand_one_click_below(store: Store) -> None:
    quarters(store)
    (sentence,) = (text for text in open_page("segments").texts if text.startswith("Groups against satisfied"))
    # scipy.stats.chi2_contingency([[60, 40], [30, 50], [45, 15], [9, 11]], correction=False)
    assert "chi-square 21.43 with 3 degrees of freedom, p below 0.0001; Cramér's V 0.29" in sentence
    assert "base 260" in sentence


def test_another_dimension_is_a_choice_and_a_link(store: Store) -> None:
    quarters(store)
    page = open_page("segments", by="s02")
    assert set(says(page)) == {"Web", "Shop"}
    again = open_page("segments")
    assert set(says(again.choose("option:1:by", "s02"))) == {"Web", "Shop"}
    assert again.app.query_params["by"] == "s02"


def test_back_in_the_browser_takes_a_choice_back(store: Store) -> None:
    quarters(store)
    page = open_page("segments")
    first, usual = dict(page.app.query_params), set(says(page))
    page.choose("option:1:by", "s02").choose("option:1:show", "other")
    del page.app.query_params["show"]
    assert set(says(page.run())) == {"Web", "Shop"}
    assert "show" not in page.app.query_params
    page.app.query_params.clear()
    page.app.query_params.update(first)
    assert set(says(page.run())) == usual
    assert dict(page.app.query_params) == first


def test_why_a_large_dimension_cannot_be_crossed_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    quarters(store)
    monkeypatch.setattr(segments, "MOST_CROSSED", 1)
    page = open_page("segments", by="s01")
    assert any("groups are too many to cross with another dimension; at most 1 can be." in text for text in page.texts)


def test_two_dimensions_are_crossed(store: Store) -> None:
    quarters(store)
    page = open_page("segments", by="s01", cross="s02")
    assert page.texts[0].startswith("Of the Region × Channel groups, South × Web is the least satisfied: CSAT 37.5 %")
    assert says(page)["North × Shop"] == "may be chance"
    assert page.choose("option:1:cross", "none").texts[0].startswith("Of the Region groups, South")


def test_a_number_comes_in_bands_whose_cuts_are_typed(store: Store) -> None:
    quarters(store)
    page = open_page("segments", by="n01")
    assert set(says(page)) == {"3 or less", "over 10 to 60"}
    page = page.choose("option:1:cuts:n01", "1, 40, 44")
    assert set(says(page)) == {"over 1 to 40", "over 44"}
    assert page.app.query_params["cuts"] == "1, 40, 44"
    page = page.choose("option:1:cuts:n01", "long ones")
    assert [warning.value for warning in page.app.warning] == [
        "The cuts must be numbers from small to large, such as 3, 10, 60; the proposed ones are used."
    ]
    assert set(says(page)) == {"3 or less", "over 10 to 60"}


def test_the_dissatisfied_answers_of_a_group_can_be_searched(store: Store) -> None:
    quarters(store)
    page = open_page("segments", level="=East")
    assert "East: the dissatisfied answers" in page.texts
    comments = page.tables[0]["t01"]
    assert len(comments) == 15
    assert all(text.startswith("East waited") for text in comments)
    assert len(page.choose("search-segments", "waited 239").tables[0]) == 1


def test_small_groups_are_hidden_or_rolled_into_other(store: Store) -> None:
    given = {
        "Overall": question([5] * 60 + [1] * 40 + [5] * 40 + [1] * 40 + [5] * 13 + [1] + [5] * 2 + [1] * 4),
        "Region": segment(["A"] * 100 + ["B"] * 80 + ["C"] * 14 + ["D"] * 6),
    }
    make_dataset(store, given)
    page = open_page("segments")
    assert page.texts[1] == "Hidden, for a group here has fewer than 10 answers: C, D."
    assert says(page) == {"A": "may be chance", "B": "may be chance", "C": "hidden", "D": "hidden"}
    assert page.texts[0] == "No Region group differs from the rest beyond chance, so one cannot tell them apart."
    page = page.choose("option:1:show", "other")
    assert set(says(page)) == {"A", "B", "Other (2 groups)"}
    assert page.app.query_params["show"] == "other"


def test_groups_are_found_by_name_where_there_are_many(store: Store) -> None:
    given = {
        "Overall": question([5, 5, 1, 1] * 10 * 40),
        "Shop": segment([f"Shop {at:02}" for at in range(40) for _ in range(40)]),
    }
    make_dataset(store, given)
    page = open_page("segments")
    assert page.texts[0] == "No Shop group differs from the rest beyond chance, so one cannot tell them apart."
    assert set(says(page.choose("option:1:search:", "shop 07"))) == {"Shop 07"}


def test_new_against_existing_customers_are_reached_by_link_and_hold_while_moving_on(store: Store) -> None:
    given = {
        "Overall": question([5] * 40 + [1] * 40),
        "Region": segment(["North", "South"] * 40),
        "Customer": texts([f"c{at % 40}" for at in range(80)], Role.CUSTOMER),
        "Day": days(["2026-01-01"] * 40 + ["2026-02-01"] * 40),
    }
    make_dataset(store, given)
    plans.keep_plan(store, 1, Plan(segments=("s01",)))
    page = open_page("segments", by="new_or_existing")
    assert not page.toasts
    assert says(page) == {"Existing": "below the rest", "New": "above the rest"}
    assert page.app.query_params["by"] == "new_or_existing"
    # what another page divides by is a choice of its own
    page = page.turn_to("trends")
    other = next(choice for choice in ("s01", "none") if choice != page.widget("option:1:small").value)
    page = page.choose("option:1:small", other).turn_to("segments")
    assert set(says(page)) == {"Existing", "New"}


def test_planned_segments_come_first(store: Store) -> None:
    quarters(store)
    plans.keep_plan(store, 1, Plan(segments=("s02",)))
    assert open_page("segments").texts[0].startswith(("Of the Channel groups", "No Channel group"))


def test_one_group_cannot_be_compared(store: Store) -> None:
    quarters(store)
    page = open_page("segments", by="s01", s01="South")
    assert page.texts[0] == "One cannot tell: there are not two Region groups with 30 answers or more."
    assert "There are not two groups here to compare." in page.texts


def test_a_dataset_without_groups_says_so(store: Store) -> None:
    plain(store, [5] * 40)
    assert open_page("segments").texts == ["This dataset has no groups to compare: no column divides the customers."]


def test_too_few_answers_are_not_compared(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 4), "Region": segment(["A", "B"] * 2)})
    assert open_page("segments").texts == [
        "There are too few answers here to compare groups. Widen the period or remove a filter."
    ]


def test_blank_answers_only_are_too_few(store: Store) -> None:
    make_dataset(store, {"Overall": question([None] * 40), "Region": segment(["A", "B"] * 20)})
    assert open_page("segments").texts[0].startswith("There are too few answers here to compare groups.")


def test_all_satisfied_is_nothing_to_tell_apart(store: Store) -> None:
    make_dataset(store, {"Overall": question([5] * 80), "Region": segment(["A", "B"] * 40)})
    page = open_page("segments")
    assert page.texts[0] == "The Region groups cannot differ: all of their answers are satisfied, or none is."
    assert "There are not two groups here to compare." not in page.texts


def test_sentence_title_and_marks_agree_on_the_planned_smallest_difference(store: Store) -> None:
    quarters(store)
    plans.keep_plan(store, 1, Plan(smallest_difference=0.5))
    page = open_page("segments", by="s01")
    assert page.texts[0] == "The Region groups are alike: no difference that matters."
    assert next(head.value for head in page.app.subheader) == "No group stands out from the rest"
    assert says(page) == {
        "South": "too small to matter", "North": "may be chance", "East": "too small to matter", "West": "not compared",
    }  # fmt: skip
    code, document = run(["segments", "1", "Region"], store)
    assert (code, {row["mark"] for row in document["rows"]}) == (0, {"none"})


def test_new_customers_are_said_to_be_those_first_seen_here(store: Store) -> None:
    given = {"Overall": question([5, 1] * 40), "Customer": texts([f"c{at % 40}" for at in range(80)], Role.CUSTOMER)}
    make_dataset(store, given)
    caveat = "New means first seen in this data: at its beginning everybody is new, however long a customer."
    assert caveat in " ".join(open_page("segments", by="new_or_existing").texts)


def test_an_empty_store_says_how_to_begin(store: Store) -> None:
    assert open_page("segments").texts[0].startswith("There is no data yet.")


def test_a_link_to_a_dimension_that_is_gone_says_so(store: Store) -> None:
    regions(store)
    page = open_page("segments", by="s09")
    assert page.toasts == ["The link names a choice that is not here any more; the usual one is shown."]


def test_the_page_and_the_command_give_the_same_numbers(store: Store) -> None:
    quarters(store)
    code, document = run(["segments", "Quarters", "Region"], store)
    assert code == 0
    (table,) = (table for table in open_page("segments").tables if "says" in table and "group" in table)
    for row, (_, shown) in zip(document["rows"], table.iterrows(), strict=True):
        assert (row["level"], row["base"]) == (shown["group"], shown["base"])
        for key, scale in (("share", 100), ("low", 100), ("high", 100), ("dsat", 100), ("mean", 1)):
            assert scale * row[key] == shown[key]
        if row["difference"] is not None:
            assert 100 * row["difference"] == shown["against_rest"]


@pytest.mark.usefixtures("demo_store")
def test_the_weak_touchpoint_of_the_demo_data_is_found() -> None:
    page = open_page("segments", dataset="1", by="s04")
    assert page.texts[0] == (
        "Of the Touchpoint groups, Returns is the least satisfied: CSAT 56.8 %, 17.3 points below the rest: "
        "more than chance."
    )


@pytest.mark.usefixtures("demo_store")
def test_the_small_base_trap_of_the_demo_data_is_avoided() -> None:
    page = open_page("segments", dataset="1", by="s02")
    # 13 of 14 is 92.9 %, and yet nothing to boast of; 2 of 6 is hidden, and 14 with it
    assert page.texts[0] == "No Region group differs from the rest beyond chance, so one cannot tell them apart."
    assert page.texts[1] == "Hidden, for a group here has fewer than 10 answers: Alaska and Hawaii, Puerto Rico."
    assert "92.9 %" not in " ".join(page.texts)
    regions_shown = ["South", "West", "Northeast", "Midwest", "Alaska and Hawaii"]
    page = open_page("segments", dataset="1", by="s02", s02=regions_shown)
    # the test of all regions at once is just below 0.05 (exactly worked out), and still nobody is declared best
    assert page.texts[0] == "The Region groups differ beyond chance, but no single one stands out from the rest."
    assert page.texts[1] == "Shown, but with fewer than 30 answers not compared: Alaska and Hawaii."
    assert says(page)["Alaska and Hawaii"] == "not compared"


@pytest.mark.usefixtures("demo_store")
def test_slow_replies_of_the_demo_data_are_found() -> None:
    page = open_page("segments", dataset="1", by="n02", cuts="3, 10, 60")
    assert page.texts[0].startswith("Of the Minutes to reply groups, over 60 is the least satisfied: CSAT 54.8 %")
    assert next(head.value for head in page.app.subheader) == "CSAT falls from step to step"


@pytest.mark.usefixtures("demo_store")
def test_the_dimension_that_tells_most_apart_in_the_demo_data_comes_first() -> None:
    page = open_page("segments", dataset="1")
    assert page.texts[0].startswith("Of the Product groups, Monthly box is the least satisfied: CSAT 57.4 %")
    (ranking,) = (table for table in page.tables if "cramers_v_corrected" in table)
    assert ranking["name"].tolist()[:3] == ["Product", "Channel", "Touchpoint"]
