"""Event files: a small CSV of things that happened, read row by row; what cannot be an event is said with its reason."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from csat_core.errors import CsatError
from csat_core.model.event import Event, event_kind

MOST_BYTES = 1_000_000
MOST_ROWS = 5_000
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
class RefusedRow:
    """A row that is no event."""

    row: int
    """As a spreadsheet counts it: the names are row 1."""
    reason: str
    raw: str


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
    if len(content) > MOST_BYTES:
        raise EventFileError(f"The file has {len(content):,} bytes; a list of events has at most {MOST_BYTES:,}.")
    lines = _records(_text(content))
    if not lines:
        raise EventFileError("The file is empty; its first row must name the columns, day and name among them.")
    places = _places(lines[0][1])
    events, refused = [], []
    for row, cells in lines[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        try:
            events.append(_event({name: cells[at].strip() for name, at in places.items() if at < len(cells)}))
        except CsatError as error:
            refused.append(RefusedRow(row=row, reason=str(error), raw=", ".join(cells)[:200]))
    return EventFile(events=tuple(events), refused=tuple(refused))


def _text(content: bytes) -> str:
    if b"\0" in content:
        raise EventFileError("This is not a text file; save the events as CSV and try again.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _records(text: str) -> list[tuple[int, list[str]]]:
    """The rows of cells, each with its number."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        lines = [(at, cells) for at, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1) if cells]
    except csv.Error as error:
        raise EventFileError(f"The file cannot be read as CSV ({error}); save it again and try once more.") from None
    if len(lines) > MOST_ROWS:
        raise EventFileError(f"The file has {len(lines):,} rows; a list of events has at most {MOST_ROWS:,}.")
    return lines


def _places(heads: list[str]) -> dict[str, int]:
    """Where each column stands."""
    folded = [head.strip().casefold() for head in heads]
    places = {
        name: folded.index(found)
        for name, alike in COLUMNS.items()
        if (found := next((each for each in alike if each in folded), None)) is not None
    }
    missing = [name for name in ("day", "name") if name not in places]
    if missing:
        raise EventFileError(
            f"There is no column '{missing[0]}'; the first row must name the columns: day and name, and where wanted "
            "until, kind, note, word."
        )
    return places


def _event(cells: Mapping[str, str]) -> Event:
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
