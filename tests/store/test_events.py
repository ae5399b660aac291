"""Events are kept with their dataset; what changes them is a new version, whole or not at all."""

from datetime import date

import pytest

from csat_core.model.event import Event, EventKind, InvalidEventError, event_kind
from csat_core.store import Store, catalogue, events
from csat_core.store.catalogue import DatasetNotFoundError
from csat_core.store.imports import undo
from tests.conftest import days, make_dataset, question

GIVEN = {"Overall": question([5, 4, 1]), "Day": days(["2026-01-01", "2026-01-02", "2026-01-03"])}
RELEASE = Event(day=date(2026, 1, 2), name="Release <b>", kind=EventKind.RELEASE, note="x", word="app")
OUTAGE = Event(day=date(2026, 1, 1), name="Outage", kind=EventKind.OUTAGE, until=date(2026, 1, 2))


def test_events_read_back_by_day_and_the_version_rises_with_each_change(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    first = events.add_event(store, dataset.id, RELEASE)
    second = events.add_event(store, dataset.id, OUTAGE)
    kept = catalogue.dataset(store, dataset.id)
    assert kept.events == (second, first) == events.events(store, dataset.id)
    assert (first.id, first.dataset_id, first.word, first.name) == (1, dataset.id, "app", "Release <b>")
    assert kept.version == dataset.version + 2
    events.remove_event(store, dataset.id, 1)
    kept = catalogue.dataset(store, dataset.id)
    assert (kept.events, kept.version) == ((second,), dataset.version + 3)


def test_many_are_one_version_and_those_there_already_are_left_out(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    events.add_event(store, dataset.id, OUTAGE)
    kept = events.add_events(store, dataset.id, (OUTAGE, RELEASE, RELEASE))
    assert [event.name for event in kept] == ["Release <b>"]
    assert catalogue.dataset(store, dataset.id).version == dataset.version + 2
    with pytest.raises(events.EventThereError, match="is there already"):
        events.add_event(store, dataset.id, OUTAGE)


def test_above_the_most_nothing_is_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = make_dataset(store, GIVEN)
    monkeypatch.setattr(events, "MOST_EVENTS", 1)
    with pytest.raises(events.TooManyEventsError):
        events.add_events(store, dataset.id, (RELEASE, OUTAGE))
    assert events.events(store, dataset.id) == ()


def test_what_is_not_there_is_said(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    with pytest.raises(events.EventNotFoundError):
        events.remove_event(store, dataset.id, 7)
    with pytest.raises(DatasetNotFoundError):
        events.add_event(store, 99, RELEASE)


def test_an_undone_import_takes_its_events_along(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    events.add_event(store, dataset.id, RELEASE)
    undo(store, 1)
    assert events.events(store, dataset.id) == ()


def test_only_a_change_of_the_wording_is_a_break(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    events.add_event(store, dataset.id, RELEASE)
    events.add_event(store, dataset.id, Event(day=date(2026, 1, 3), name="New scale", kind=EventKind.WORDING))
    assert catalogue.dataset(store, dataset.id).breaks == (date(2026, 1, 3),)


@pytest.mark.parametrize(
    "wrong", [{"name": "  "}, {"name": "x" * 81}, {"note": "x" * 501}, {"word": "x" * 81}, {"until": date(2025, 1, 1)}]
)
def test_an_event_that_cannot_have_been_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(InvalidEventError):
        Event(**{"day": date(2026, 1, 1), "name": "Release"} | wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind"),
    [("", EventKind.OTHER), (" Release", EventKind.RELEASE), ("Wording change", EventKind.WORDING),
     ("wording-change", EventKind.WORDING), ("scale change", EventKind.WORDING), ("OUTAGE", EventKind.OUTAGE)],
)  # fmt: skip
def test_a_kind_is_read_as_people_write_it(text: str, kind: EventKind) -> None:
    assert event_kind(text) is kind


def test_an_unknown_kind_lists_the_known_ones() -> None:
    with pytest.raises(InvalidEventError, match="release, campaign, outage, wording change, other"):
        event_kind("party")
