"""Looks: one write a visit, and what was new at its beginning stays new until it ends."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from csat_core.model.look import Seen
from csat_core.store import Store
from csat_core.store.looks import VISIT, look

FIRST = Seen(question="q01", scheme="top2-of-5", base=100, satisfied=60, at=datetime(2026, 11, 3, 9, tzinfo=UTC))


def later(hours: float, **changes: int) -> Seen:
    return replace(FIRST, at=FIRST.at + timedelta(hours=hours), **changes)


def test_the_first_look_has_nothing_before_it(store: Store) -> None:
    assert look(store, 1, 1, FIRST) is None


def test_news_stay_news_within_a_visit_and_end_with_the_next(store: Store) -> None:
    look(store, 1, 1, FIRST)
    grown = later(30, base=512)
    assert look(store, 1, 2, grown) == FIRST
    assert look(store, 1, 2, later(31, base=512)) == FIRST
    assert look(store, 1, 2, later(60, base=512)) == grown


@pytest.mark.parametrize(("hours", "writes"), [(1, 0), (VISIT.total_seconds() / 3600, 1)])
def test_a_second_look_of_a_visit_writes_nothing(store: Store, hours: float, writes: int) -> None:
    look(store, 1, 1, FIRST)
    before = store.generation
    look(store, 1, 1, later(hours))
    assert store.generation - before == writes


def test_each_dataset_is_looked_at_on_its_own(store: Store) -> None:
    look(store, 1, 1, FIRST)
    assert look(store, 2, 1, later(30)) is None
