"""Event files: things that happened in a small CSV, one a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from csat_core.errors import CsatError
from csat_core.ingest.lists.listing import Cells, RefusedRow, read_listing, things
from csat_core.model.event import Event, event_kind

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "day": ("day", "date", "from", "start"),
    "name": ("name", "event", "title", "what"),
    "until": ("until", "to", "end"),
    "kind": ("kind", "type"),
    "note": ("note", "notes", "description"),
    "word": ("word",),
}
"""What a column may be called, letter case ignored."""


class EventFileError(CsatError):
    """A file that holds no table of events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFile:
    """What a file holds."""

    events: tuple[Event, ...]
    refused: tuple[RefusedRow, ...]


def read_events(content: bytes) -> EventFile:
    """The events of a CSV (comma, semicolon or tab; UTF-8 or Windows), and every row that is none with its reason.

    It needs columns `day` (2026-03-31) and `name`; `until`, `kind`, `note` and `word` may stand beside them. Raises
    EventFileError.
    """
    listing = read_listing(content, "events", EventFileError)
    if not listing.heads:
        raise EventFileError("The file is empty; its first row must name the columns, day and name among them.")
    events, refused = things(listing, _places(listing.heads), _event)
    return EventFile(events=events, refused=refused)


def _places(heads: Sequence[str]) -> dict[str, int]:
    """Where each column stands."""
    places = {
        name: heads.index(found)
        for name, alike in COLUMNS.items()
        if (found := next((each for each in alike if each in heads), None)) is not None
    }
    missing = [name for name in ("day", "name") if name not in places]
    if missing:
        raise EventFileError(
            f"There is no column '{missing[0]}'; the first row must name the columns: day and name, and where wanted "
            "until, kind, note, word."
        )
    return places


def _event(cells: Cells) -> Event:
    return Event(
        day=_day("day", cells.get("day", "")),
        name=_unguarded(cells.get("name", "")),
        until=_day("until", cells["until"]) if cells.get("until") else None,
        kind=event_kind(cells.get("kind", "")),
        note=_unguarded(cells.get("note", "")),
        word=_unguarded(cells.get("word", "")),
    )


def _unguarded(text: str) -> str:
    """Our own exports put an apostrophe before what a spreadsheet would run; it is taken off again."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text


def _day(column: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        found = f"'{text[:40]}' is not a day" if text else "The day is missing"
        raise EventFileError(f"{found} ({column}); write it as year-month-day, such as 2026-03-31.") from None
