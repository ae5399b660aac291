"""The inbox folder: which files are offered, and that nothing outside it can be reached."""

import os
from pathlib import Path

import pytest

from csat_core.ingest.inbox import STILL, InboxMissingError, NotInInboxError, Waiting, chosen, waiting
from csat_core.ingest.reader import stage
from csat_core.service.settings import from_environment
from csat_core.store import Store, settings

NOW = 1_800_000_000


def put(folder: Path, name: str, age: float = 60, content: str = "x") -> Path:
    path = folder / name
    path.write_text(content)
    os.utime(path, (NOW - age, NOW - age))
    return path


def test_plain_files_that_are_written_to_the_end_are_offered_newest_first(tmp_path: Path) -> None:
    inbox, outside = tmp_path / "inbox", put(tmp_path, "secret.csv")
    inbox.mkdir()
    put(inbox, "old.csv", 900)
    put(inbox, "new.csv", -900, "four")  # by a clock that is ahead
    for name in (".hidden.csv", "a.csv.part", "b.crdownload", "~$c.xlsx", "d.csv~"):
        put(inbox, name)
    put(inbox, "empty.csv", content="")
    (inbox / "link.csv").symlink_to(outside)
    (inbox / "folder.csv").mkdir()
    put(inbox / "folder.csv", "within.csv")
    os.mkfifo(inbox / "pipe.csv")
    found = waiting(inbox, NOW)
    assert [(file.name, file.size, file.path) for file in found] == [
        ("new.csv", 4, inbox / "new.csv"),
        ("old.csv", 1, inbox / "old.csv"),
    ]
    assert f"{found[0].changed_at:%Y-%m-%d %H:%M:%S}" == "2027-01-15 08:15:00"


def test_a_file_that_is_still_copied_is_not_offered_however_old_its_original_is(tmp_path: Path) -> None:
    put(tmp_path, "copied.csv", 10**6)
    written = (tmp_path / "copied.csv").stat().st_ctime
    assert [waiting(tmp_path, written + after) != () for after in (-STILL, 0, STILL - 1, STILL)] == [
        True,
        False,
        False,
        True,
    ]


def test_a_name_of_bytes_that_are_no_text_is_read_as_that_of_windows(tmp_path: Path, in_this_process: None) -> None:
    path = put(tmp_path, os.fsdecode("Umfrage März.csv".encode("cp1252")), content="Region,Score\nNorth,4\nSouth,5\n")
    (file,) = waiting(tmp_path, NOW)
    assert (file.name, file.path) == ("Umfrage März.csv", path)
    assert chosen(tmp_path, file.name, NOW).stamp.encode().endswith("März.csv".encode())
    (tmp_path / "work").mkdir()
    staged = stage(file.path, tmp_path / "work", name=file.name)
    assert (staged.file, staged.rows) == ("Umfrage März.csv", 2)


def test_a_time_beyond_all_calendars_is_the_last_of_them(tmp_path: Path) -> None:
    file = Waiting(name="a.csv", path=tmp_path, size=1, changed_ns=2**70)
    assert file.changed_at.year == 9999


@pytest.mark.parametrize("name", ["../secret.csv", "/etc/passwd", "link.csv", "gone.csv"])
def test_only_what_is_offered_can_be_chosen(tmp_path: Path, name: str) -> None:
    inbox, outside = tmp_path / "inbox", put(tmp_path, "secret.csv")
    inbox.mkdir()
    put(inbox, "here.csv", 10**9)
    (inbox / "link.csv").symlink_to(outside)
    assert chosen(inbox, "here.csv", NOW).path == inbox / "here.csv"
    with pytest.raises(NotInInboxError, match="is not in the inbox folder any more"):
        chosen(inbox, name, NOW)


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InboxMissingError, match=r"inbox is not there or cannot be read; make it, or set CSAT_INBOX"):
        waiting(tmp_path / "inbox")


def test_a_file_that_was_read_once_is_known_until_it_is_changed(tmp_path: Path, store: Store) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    put(inbox, "a.csv")
    (before,) = waiting(inbox, NOW)
    settings.keep_file_hash(store, before.stamp, "abc")
    assert settings.file_hashes(store)[before.stamp] == "abc"
    put(inbox, "a.csv", content="more")
    (after,) = waiting(inbox, NOW)
    assert after.stamp not in settings.file_hashes(store)


def test_the_folder_is_named_by_the_environment(tmp_path: Path) -> None:
    assert from_environment({}, tmp_path / "csat.duckdb").inbox is None
    assert from_environment({"CSAT_INBOX": f" {tmp_path} "}, tmp_path / "csat.duckdb").inbox == tmp_path
