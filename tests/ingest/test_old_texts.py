"""The texts of a workbook of the old kind: counted as often as its cells name them, before any of them is read."""

import struct
from pathlib import Path

import pytest

from csat_core.ingest.formats import old_texts
from csat_core.ingest.formats.foreign import OLE
from csat_core.ingest.formats.old_texts import require_modest_texts
from csat_core.ingest.refusals import BombError
from tests.ingest.made_files import read_here
from tests.ingest.old_workbook import XLS


def container(stream: bytes) -> bytes:
    """An Office container with this workbook in it: its table, its directory, then the stream."""
    stream = stream.ljust(4_096, b"\0")
    parts = -(-len(stream) // 512)
    tables = -(-(parts + 130) // 127)
    after = [*range(tables + 2, tables + 1 + parts), 0xFFFFFFFE]
    table = [*[0xFFFFFFFD] * tables, 0xFFFFFFFE, *after]
    table += [0xFFFFFFFF] * (tables * 128 - len(table))
    places = [*range(tables), *[0xFFFFFFFF] * (109 - tables)]
    head = OLE + bytes(22) + struct.pack("<H", 9) + bytes(16)
    head += struct.pack("<7I", tables, 0, 4_096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<109I", *places)
    entry = "Workbook".encode("utf-16-le").ljust(116, b"\0") + struct.pack("<2I", tables + 1, len(stream)) + bytes(4)
    return head + struct.pack(f"<{tables * 128}I", *table) + entry.ljust(512, b"\0") + stream.ljust(parts * 512, b"\0")


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<2H", kind, len(body)) + body


def cell(row: int, text: int) -> bytes:
    return record(0xFD, struct.pack("<3HI", row, 0, 0, text))


TEXTS = record(0x85, b"sheet") + record(
    0xFC,
    struct.pack("<2I", 9, 3)
    + struct.pack("<HB", 2, 0) + b"ab"
    + struct.pack("<HBHI", 3, 13, 1, 5) + "äöü".encode("utf-16-le") + bytes(4 + 5)
    + struct.pack("<HB", 1_000, 0) + b"x" * 400,
) + record(0x3C, b"\1" + "y".encode("utf-16-le") * 500) + record(0x3C, b"\0" + b"z" * 100) + record(0x0A, b"")  # fmt: skip
CELLS = cell(1, 0) + cell(2, 1) + cell(3, 2) * 50 + cell(4, 3)


@pytest.mark.parametrize(("most", "is_refused"), [(50_005, False), (50_004, True)])
def test_a_text_counts_as_often_as_cells_name_it_wherever_a_record_cuts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, is_refused: bool
) -> None:
    monkeypatch.setattr(old_texts, "MOST_LETTERS", most)
    path = tmp_path / "a.xls"
    path.write_bytes(container(TEXTS + CELLS))
    said = ""
    try:
        require_modest_texts(path)
    except BombError as error:
        said = str(error)
    assert ("hold more than 50,004 letters" in said) is is_refused


def test_an_old_workbook_whose_cells_name_one_long_text_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    texts = record(0xFC, struct.pack("<2I", 1, 1) + struct.pack("<HB", 8_000, 0) + b"x" * 8_000) + record(0x0A, b"")
    with pytest.raises(BombError, match="the cells of the workbook hold more than 500,000,000 letters"):
        read_here(tmp_path, container(texts + cell(1, 0) * 63_000), "a.xls")


@pytest.mark.parametrize("content", [b"", OLE, container(TEXTS)[:700], container(TEXTS[:60]), XLS])
def test_what_is_damaged_or_small_is_left_to_who_reads_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(content)
    assert require_modest_texts(path) is None  # type: ignore[func-returns-value]
