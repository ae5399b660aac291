"""What the list of links says of one, and names in lists of choices, which are read as they stand."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from csat_core import words
from csat_core.model.dataset import Dataset
from csat_core.model.predicate import OneOf
from csat_core.model.share import Share, ShareOrder, SharePage
from csat_core.model.view import View, first_view
from csat_core.store import Store
from csat_core.words import shares
from tests.conftest import make_dataset, question, segment
from tests.pages.opened import open_page

MADE, ENDS = datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 2, 1, 23, 59, tzinfo=UTC)
NAME = "Customer_segment*\u202e"


@pytest.fixture
def dataset(store: Store) -> Dataset:
    two = segment(["Small_ones", "Large", None] * 20)
    return make_dataset(
        store, {"Overall": question([5, 4, 1] * 20), "Speed": question([5, 4, 1] * 20), NAME: two}, "Shop"
    )


def link(view: View, **changes: object) -> Share:
    order = ShareOrder(name="For the board", view=view, pages=(SharePage.OVERVIEW, SharePage.TRENDS))
    return Share(id=1, order=replace(order, **changes), created_at=MADE, expires_at=ENDS)


def test_the_list_tells_one_link_from_another(dataset: Dataset) -> None:
    view = first_view(dataset)
    some = OneOf(column="s01", values=("Small_ones", None))
    told = [
        shares.contents(share, there)
        for share, there in (
            (link(view), dataset),
            (link(view, is_frozen=True), dataset),
            (link(replace(view, question="q02", filters=(some,), since=date(2026, 1, 1))), dataset),
            (link(replace(view, until=date(2026, 1, 31)), free=(some,)), dataset),
            (
                replace(link(replace(view, filters=(OneOf(column="s09", values=("a", "b", "c")),))), has_passcode=True),
                dataset,
            ),
            (link(view), None),
        )
    ]
    pages = "Overview, Trends"
    assert told == [
        f"Shop: {pages} · live · until 1 Feb 2026.",
        f"Shop: {pages} · frozen · until 1 Feb 2026.",
        f"Shop: {pages} · live · 'Speed' · Customer_segment*: (blank) or Small_ones · from 1 Jan 2026 · until 1 Feb 2026.",
        f"Shop: {pages} · live · up to 31 Jan 2026 · readers narrow it by Customer_segment* · until 1 Feb 2026.",
        f"Shop: {pages} · live · a column that is gone: 3 groups · until 1 Feb 2026 · passcode.",
        f"a dataset that is gone: {pages} · live · until 1 Feb 2026.",
    ]


def test_names_in_lists_of_choices_are_not_escaped_and_turn_nothing_around(dataset: Dataset) -> None:
    page = open_page("share")
    assert page.app.multiselect(key="share-free").options == ["Customer_segment*"]
    page.turn_to("drivers")
    choices = [each.options for each in page.unfolded().app.main.multiselect]
    assert choices == [["Speed", "Customer_segment*"]]


def test_levels_lose_the_signs_that_turn_writing_around_unless_two_would_read_the_same() -> None:
    assert words.readable(["a_b", "\u202ec", "d", "\u202ad"]) == {
        "a_b": "a_b", "\u202ec": "c", "d": "d", "\u202ad": "\u202ad",
    }  # fmt: skip
