"""Events: kept with their dataset; whatever is added or removed is a new version of it."""

from collections.abc import Sequence
from dataclasses import replace

import duckdb

from csat_core.errors import CsatError
from csat_core.model.event import Event, EventKind
from csat_core.store.connection import Store

MOST_EVENTS = 500
_FIELDS = '"day", "until", name, kind, note, word'


class EventNotFoundError(CsatError):
    """An event was named that is not there."""

    def __init__(self, event_id: int) -> None:
        super().__init__(f"There is no event {event_id}; it may have been removed meanwhile.")


class EventThereError(CsatError):
    """The same event was added before."""

    def __init__(self, event: Event) -> None:
        super().__init__(f"'{event.name}' on {event.day} is there already; give it another name or another day.")


class TooManyEventsError(CsatError):
    """More events than a chart or a person can hold apart."""

    def __init__(self, there: int, more: int) -> None:
        super().__init__(
            f"There are {there} events and {more} more would be above {MOST_EVENTS}; "
            "keep those that customers could feel."
        )


def events(store: Store, dataset_id: int) -> tuple[Event, ...]:
    """The events of a dataset, by day."""
    with store.cursor() as cursor:
        return read_events(cursor, "dataset_id = ?", [dataset_id]).get(dataset_id, ())


def read_events(
    cursor: duckdb.DuckDBPyConnection, condition: str, values: Sequence[object]
) -> dict[int, tuple[Event, ...]]:
    """The events of each dataset that meets `condition`, by day."""
    rows = cursor.execute(
        f'SELECT dataset_id, event_id, {_FIELDS} FROM events WHERE {condition} ORDER BY "day", event_id', list(values)
    ).fetchall()
    found: dict[int, tuple[Event, ...]] = {}
    for dataset_id, event_id, day, until, name, kind, note, word in rows:
        event = Event(
            id=event_id, dataset_id=dataset_id, day=day, until=until, name=name, kind=EventKind(kind), note=note,
            word=word or "",
        )  # fmt: skip
        found[dataset_id] = (*found.get(dataset_id, ()), event)
    return found


def add_event(store: Store, dataset_id: int, event: Event) -> Event:
    """The event as it was kept. Raises DatasetNotFoundError, EventThereError, TooManyEventsError."""
    kept = add_events(store, dataset_id, (event,))
    if not kept:
        raise EventThereError(event)
    return kept[0]


def add_events(store: Store, dataset_id: int, new: Sequence[Event]) -> tuple[Event, ...]:
    """The events as they were kept, all or none, those that are there already left out; the version rises once.

    Raises DatasetNotFoundError, TooManyEventsError.
    """
    from csat_core.store import catalogue  # which reads events

    catalogue.dataset(store, dataset_id)
    with store.write() as cursor:
        there = read_events(cursor, "dataset_id = ?", [dataset_id]).get(dataset_id, ())
        known = {(event.day, event.name) for event in there}
        fresh = [event for event in dict.fromkeys(new) if (event.day, event.name) not in known]
        if len(there) + len(fresh) > MOST_EVENTS:
            raise TooManyEventsError(len(there), len(fresh))
        highest = cursor.execute("SELECT coalesce(max(event_id), 0) FROM events").fetchall()[0][0]
        kept = tuple(replace(event, id=highest + at, dataset_id=dataset_id) for at, event in enumerate(fresh, 1))
        for event in kept:
            cursor.execute(
                f"INSERT INTO events (event_id, dataset_id, {_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [event.id, dataset_id, event.day, event.until, event.name, event.kind.value, event.note, event.word],
            )
        if kept:
            _new_version(cursor, dataset_id)
    return kept


def remove_event(store: Store, dataset_id: int, event_id: int) -> None:
    """Nothing; the event is gone, at a new version of the dataset. Raises EventNotFoundError."""
    with store.write() as cursor:
        gone = cursor.execute(
            "DELETE FROM events WHERE event_id = ? AND dataset_id = ? RETURNING event_id", [event_id, dataset_id]
        ).fetchall()
        if not gone:
            raise EventNotFoundError(event_id)
        _new_version(cursor, dataset_id)


def _new_version(cursor: duckdb.DuckDBPyConnection, dataset_id: int) -> None:
    cursor.execute("UPDATE datasets SET version = version + 1 WHERE dataset_id = ?", [dataset_id])
