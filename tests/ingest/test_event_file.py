"""Event files: every row is an event or has a reason why it is none."""

from datetime import date

import pandas as pd
import pytest

from csat_core.exports.csv import to_csv
from csat_core.ingest import demo
from csat_core.ingest.lists.event_file import EventFileError, read_events
from csat_core.model.event import EventKind


def test_good_rows_are_events_and_the_others_have_a_reason() -> None:
    read = read_events(
        b"day,name,kind,until,note\n2026-05-12,App release,release,,new checkout\n12/05/2026,Other,,,\n"
        b"2026-06-01,,outage,,\n2026-06-01,Party,party,,\n2026-06-02,Outage,outage,2026-06-01,\n\n2026-06-03,Sale\n"
    )
    assert [(event.day, event.name) for event in read.events] == [
        (date(2026, 5, 12), "App release"), (date(2026, 6, 3), "Sale"),
    ]  # fmt: skip
    assert read.events[0].kind is EventKind.RELEASE
    assert [row.row for row in read.refused] == [3, 4, 5, 6]
    assert [row.reason.split(";")[0] for row in read.refused] == [
        "'12/05/2026' is not a day (day)", "An event needs a name", "'party' is not a kind of event",
        "It ends on 2026-06-01 before it begins on 2026-06-02",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    ["\ufeffDate;Event\r\n2026-01-02;Größer\r\n".encode(), "DATE\tTitle\n2026-01-02\tGrößer".encode("cp1252")],
    ids=["semicolons and a mark", "tabs in Windows letters"],
)
def test_other_delimiters_letters_and_names_are_read(content: bytes) -> None:
    (event,) = read_events(content).events
    assert (event.day, event.name) == (date(2026, 1, 2), "Größer")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"day,kind\n2026-01-01,release", "no column 'name'"),
        (b"name\nx", "no column 'day'"),
        (b"PK\x03\x04\x00\x00", "not a text file"),
        (b"x" * 1_000_001, "larger than 1 MB"),
        (b"day,name\n" + b"2026-01-01,x\n" * 5_001, "rows"),
    ],
)
def test_a_file_that_holds_no_events_is_refused_in_words(content: bytes, sentence: str) -> None:
    with pytest.raises(EventFileError, match=sentence):
        read_events(content)


def test_what_was_downloaded_can_be_imported_again() -> None:
    frame = pd.DataFrame(
        [{"day": "2026-01-01", "name": "=cmd", "kind": "other", "until": "", "note": "-x", "word": ""}]
    )
    (event,) = read_events(to_csv(frame)).events
    assert (event.name, event.note) == ("=cmd", "-x")


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("demo_events.csv", ["Marketplace summer sale", "App release 4.0", "App mended (4.1)"]),
        ("barktalk_events.csv", ["Live chat mended"]),
    ],
)
def test_the_events_of_the_demo_are_sound(file: str, names: list[str]) -> None:
    read = read_events((demo.FOLDER / file).read_bytes())
    assert ([event.name for event in read.events], read.refused) == (names, ())
