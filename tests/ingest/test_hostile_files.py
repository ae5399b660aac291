"""Hostile and hopeless files: each is refused quickly, in one sentence that says what to do, at no cost to the server."""

import gzip
import io
import os
import re
import resource
import struct
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import psutil
import pyarrow as pa
import pyarrow.parquet as pq
import pyreadstat
import pytest
import xlsxwriter

from csat_core.ingest import reader, refusals
from csat_core.ingest.reader import stage
from csat_core.ingest.refusals import ImportFileError
from csat_core.ingest.sandbox import Limits
from tests.ingest.made_files import (
    ODS,
    OPEN_DOCUMENT,
    lines,
    ole,
    open_document,
    read,
    with_part,
    workbook,
    zipped,
)
from tests.ingest.old_workbook import XLS

PLAIN = b"Region,Score\nNorth,4\nSouth,5\n"
TABLE = {"Data": [["Region", "Score"], ["North", 4], ["South", 5]]}
SECONDS = 2
GROWTH = 20 << 20
CELLS = (
    '<table:table-row%s><table:table-cell office:value-type="string"><text:p>Region</text:p></table:table-cell>'
    '<table:table-cell office:value-type="string"><text:p>Score</text:p></table:table-cell></table:table-row>'
)
FAR = (
    '<table:table-row table:number-rows-repeated="9000"><table:table-cell/></table:table-row>'
    '<table:table-row><table:table-cell table:number-columns-repeated="9000"/>'
    '<table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
)
SHEET = (
    b'<?xml version="1.0"?>%s<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s'
    b"</sheetData></worksheet>"
)


def refused(folder: Path, content: bytes, kind: type[ImportFileError], words: str, **wishes: Any) -> None:
    """Nothing; the file is refused as this kind, in one sentence with these words, at little cost."""
    me, path = psutil.Process(os.getpid()), folder / "file.csv"
    path.write_bytes(content)
    memory, before = me.memory_info().rss, _child_seconds()
    with pytest.raises(ImportFileError) as caught:
        stage(path, folder, **wishes)
    assert type(caught.value) is kind
    said = str(caught.value)
    assert words in said
    assert not re.search(r"Traceback|\n|Error\b|duckdb|Exception", said)
    assert said.endswith(".")
    assert len(said) < 400
    # computing time: on a busy machine the clock says more of the others
    assert _child_seconds() - before < SECONDS
    assert me.memory_info().rss - memory < GROWTH


def _child_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\r\n \t"])
def test_a_file_without_rows_is_empty(tmp_path: Path, content: bytes) -> None:
    refused(tmp_path, content, refusals.EmptyFileError, "holds no rows at all")


@pytest.mark.parametrize("content", [b"Region,Score\n", b"Survey\n\nRegion,Score\n", b"a,b\n,\n,\n", b"a,b"])
def test_a_header_without_responses_is_said(tmp_path: Path, content: bytes) -> None:
    refused(tmp_path, content, refusals.HeaderOnlyError, "no responses below it")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff" + bytes(200), "a program"),
        (b"\x7fELF\2\1\1" + bytes(200), "a program"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"<!DOCTYPE html><html><table></table></html>", "a web page"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><a/>', "XML"),
        (b"SQLite format 3\0" + bytes(100), "a database"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
        (ole("Root Entry", "WordDocument"), "an old Office document"),
        (ole("Root Entry", "WordDocument", "Workbook"), "an old Office document"),
        (open_document({}, ODS.replace("spreadsheet", "text")), "an OpenDocument file that is not a workbook"),
    ],
)
def test_what_is_not_read_is_called_by_its_name_with_what_is_read(tmp_path: Path, content: bytes, found: str) -> None:
    refused(
        tmp_path,
        content,
        refusals.UnknownFormatError,
        f"holds {found}, which is not read here; save it as CSV, TSV, Excel",
    )


@pytest.mark.parametrize("content", [b"MZ_code,Score\nx,4\ny,5\n", b"PARTS,Score\nx,4\n", b"{id},Score\nx,4\n"])
def test_a_header_that_begins_like_another_format_is_still_a_header(tmp_path: Path, content: bytes) -> None:
    assert read(tmp_path, content).detection.format == "csv"


def test_bytes_of_no_format_are_no_text(tmp_path: Path) -> None:
    refused(tmp_path, bytes(range(256)) * 400, refusals.NotATableError, "bytes that no text has")
    refused(tmp_path, PLAIN + bytes(5_000), refusals.NotATableError, "bytes that no text has")


def test_prose_is_no_table(tmp_path: Path) -> None:
    prose = (
        b"Dear team, the hotel was nice, and clean.\nWe will come again.\nThe food, however, was cold, and late, too.\n"
    )
    refused(tmp_path, prose * 9, refusals.NotATableError, "no number of columns in common")


def test_quotation_marks_made_to_be_read_again_and_again_are_given_up(tmp_path: Path) -> None:
    refused(tmp_path, b"a,b\n1,2\n" + b'x","\n' * 150_000, refusals.NotATableError, "")


def test_a_line_and_a_cell_without_end_are_refused(tmp_path: Path) -> None:
    for long, where in ((b"x" * (5 << 20), "a cell in line 602"), (b'"' + b"x\n" * (2 << 20) + b'"', "one cell")):
        refused(
            tmp_path, PLAIN * 200 + b"\nNorth," + long + b"\n", refusals.BombError, f"{where} is longer than 512 KB"
        )
    refused(tmp_path, b"x," * (40 << 20), refusals.BombError, "one line is longer than 64 MB")


def test_a_line_of_millions_of_cells_is_refused_before_it_is_divided(tmp_path: Path) -> None:
    for content in (b"a," * 1_500_000, "é;".encode("latin-1") * 1_500_000, b"id,score\n1,2\n" + b"a," * 1_500_000):
        refused(tmp_path, content, refusals.TooManyColumnsError, "1,500,000 columns, more than the 2,000")


def test_a_long_cell_with_commas_makes_no_columns_of_them(tmp_path: Path) -> None:
    long = b"Region,Score,Comment,Reply,Note\nNorth,4,%s,%s,%s\nSouth,5,fine,x,y\n"
    quoted = b'"' + b"a," * 200_000 + b'"'
    assert read(tmp_path, long % (quoted, quoted, quoted)).rows == 2
    assert read(tmp_path, (long.replace(b",", b";") % ((b"a," * 200_000,) * 3))).rows == 2


def test_quotation_marks_that_are_open_in_every_row_are_named(tmp_path: Path) -> None:
    for rows, said in ((100, "in 100 of them"), (50_000, " of them")):
        content = b"Region,Score,Comment\n" + b'North,4,"fine\n' * rows
        refused(tmp_path, content, refusals.UnclosedMarksError, f"{said} a quotation mark is opened")


def test_one_line_without_end_is_refused_while_it_is_unpacked(tmp_path: Path) -> None:
    part = gzip.compress(bytes(range(48, 58)) * 200_000 + os.urandom(4_000).hex().encode())
    refused(tmp_path, part * 40, refusals.BombError, "one line is longer than 64 MB")


def test_more_columns_than_any_survey_has_are_refused(tmp_path: Path) -> None:
    wide = b",".join(b"q%d" % i for i in range(2_001)) + b"\n" + b",".join([b"1"] * 2_001) + b"\n"
    refused(tmp_path, wide, refusals.TooManyColumnsError, "2,001 columns, more than the 2,000")


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"a.csv": PLAIN, "b.csv": PLAIN}, "holds 2 files"),
        ({}, "holds no file"),
        ({"__MACOSX/a.csv": PLAIN, ".hidden": b"x"}, "holds no file"),
        ({"a.zip": zipped({"a.csv": PLAIN})}, "holds another archive"),
        ({"a.csv.gz": gzip.compress(PLAIN)}, "holds another archive"),
    ],
)
def test_an_archive_holds_exactly_one_data_file(tmp_path: Path, files: dict[str, bytes], found: str) -> None:
    refused(tmp_path, zipped(files), refusals.ArchiveError, f"{found}, but one data file is expected")


def test_a_name_of_nothing_in_an_archive_is_no_file(tmp_path: Path) -> None:
    nameless = zipped({"nameless": PLAIN}).replace(b"nameless", bytes(8))
    refused(tmp_path, nameless, refusals.ArchiveError, "holds no file, but one data file is expected")


def test_an_archive_that_is_cut_off_or_locked_is_said(tmp_path: Path) -> None:
    packed = gzip.compress(os.urandom(200_000))
    refused(tmp_path, packed[:-5_000], refusals.DamagedFileError, "damaged or cut off")
    refused(tmp_path, zipped({"a.csv": PLAIN})[:-30], refusals.DamagedFileError, "damaged or cut off")
    locked = bytearray(zipped({"a.csv": PLAIN}))
    for at in (6, locked.rfind(b"PK\1\2") + 8):
        locked[at] |= 1
    refused(tmp_path, bytes(locked), refusals.PasswordProtectedError, "protected by a password")


@pytest.mark.parametrize("kind", ["gz", "zip"])
def test_an_archive_that_grows_without_end_is_refused_while_it_is_unpacked(tmp_path: Path, kind: str) -> None:
    rows = b"1,2,3,4\n" * (1 << 17)
    content = gzip.compress(rows * 100, 9) if kind == "gz" else zipped({"a.csv": rows * 100})
    refused(tmp_path, content, refusals.BombError, "more than 400 times its size")
    assert sum(part.stat().st_size for part in tmp_path.glob("unpacked")) < 100 << 20


@pytest.mark.parametrize("cells", [[(0, 0), (1_048_575, 16_383)], [(1_048_575, 16_383), (1_048_574, 16_383), (5, 0)]])
def test_a_workbook_with_cells_in_its_farthest_corners_is_refused(tmp_path: Path, cells: list[tuple[int, int]]) -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet()
    for row, column in cells:
        sheet.write(row, column, "x")
    book.close()
    refused(tmp_path, buffer.getvalue(), refusals.BombError, "over 1,048,576 rows and 16,384 columns")


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (b'\n\nr = "XFD1048576"', "1,048,576 rows and 16,384 columns"),
        (b' r="H999999999"', "999,999,999 rows and 8 columns"),
    ],
)
def test_a_workbook_is_refused_wherever_it_says_its_farthest_cell_is(tmp_path: Path, place: bytes, found: str) -> None:
    far = SHEET % (b"", b'<row r="1"><c r="A1"><v>1</v></c></row><row\nr="2"><c%s><v>1</v></c></row>' % place)
    refused(tmp_path, with_part(workbook(TABLE), "xl/worksheets/sheet1.xml", far), refusals.BombError, found)


def test_a_workbook_that_grows_without_end_is_refused_by_what_it_says_of_itself(tmp_path: Path) -> None:
    book = with_part(workbook(TABLE), "xl/worksheets/sheet1.xml", b" " * (300 << 20))
    refused(tmp_path, book, refusals.BombError, "the workbook grows from")


def test_a_workbook_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    book = bytearray(with_part(workbook(TABLE), "xl/worksheets/sheet1.xml", SHEET % (b"", b" " * (60 << 20))))
    at = book.rfind(b"PK\1\2", 0, book.rfind(b"xl/worksheets/sheet1.xml"))
    book[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    refused(tmp_path, bytes(book), refusals.DamagedFileError, "damaged or cut off")


def test_a_workbook_with_entities_is_refused(tmp_path: Path) -> None:
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10 if i else b"lol") for i in range(10))
    doctype = b"<!DOCTYPE lolz [" + laughs + b"]>"
    sheet = SHEET % (doctype, b'<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>')
    refused(
        tmp_path,
        with_part(workbook(TABLE), "xl/worksheets/sheet1.xml", sheet),
        refusals.BombError,
        "defines its own entities",
    )
    outside = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst>&f;</sst>'
    refused(
        tmp_path,
        with_part(workbook(TABLE), "xl/sharedStrings.xml", outside),
        refusals.BombError,
        "defines its own entities",
    )


def test_a_workbook_with_thousands_of_parts_is_refused(tmp_path: Path) -> None:
    parts = {"[Content_Types].xml": b"", "xl/workbook.xml": b""} | {f"xl/media/{i}": b"" for i in range(2_500)}
    refused(tmp_path, zipped(parts), refusals.BombError, "2,502 parts")
    refused(tmp_path, zipped({str(i): b"" for i in range(10_050)}), refusals.BombError, "more than 10,000 entries")


def test_a_workbook_with_a_password_says_so(tmp_path: Path) -> None:
    content = ole("Root Entry", "EncryptionInfo", "EncryptedPackage")
    refused(tmp_path, content, refusals.PasswordProtectedError, "save a copy without one")
    locked = open_document(
        {"Data": []}, **{"META-INF/manifest.xml": "<m:file-entry><m:encryption-data/></m:file-entry>"}
    )
    refused(tmp_path, locked, refusals.PasswordProtectedError, "save a copy without one")
    # of the two records at the start of a workbook's stream the second is a password's
    begun = XLS.index(bytes.fromhex("09081000000605"))
    locked = XLS[: begun + 20] + bytes.fromhex("2f0006000100") + XLS[begun + 26 :]
    refused(tmp_path, locked, refusals.PasswordProtectedError, "save a copy without one")


@pytest.mark.parametrize(
    ("rows", "kind", "found"),
    [
        (CELLS % ' table:number-rows-repeated="1000000"', refusals.BombError, "said to come again 1,000,000 times"),
        (CELLS % "" + FAR, refusals.BombError, "a sheet spreads 3 cells over"),
        ("", refusals.EmptyFileError, "holds no rows"),
        (CELLS % "", refusals.HeaderOnlyError, "no responses below it"),
        (CELLS % ' table:number-rows-repeated="-5"', refusals.DamagedFileError, "cannot be opened"),
    ],
)
def test_an_open_document_that_spreads_or_repeats_its_cells_is_refused(
    tmp_path: Path, rows: str, kind: type[ImportFileError], found: str
) -> None:
    content = OPEN_DOCUMENT % f'<table:table table:name="Data">{rows}</table:table>'
    refused(tmp_path, with_part(open_document({}), "content.xml", content.encode()), kind, found)


def test_an_open_document_with_entities_or_cut_off_is_refused(tmp_path: Path) -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">]><office:document-content/>'
    content = with_part(open_document({}), "content.xml", laughs.encode())
    refused(tmp_path, content, refusals.BombError, "defines its own entities")
    book = open_document({"Data": TABLE["Data"]})
    refused(tmp_path, book[: len(book) // 2], refusals.DamagedFileError, "damaged or cut off")
    torn = with_part(
        book, "content.xml", (OPEN_DOCUMENT % '<table:table table:name="D"><table:table-row>').encode()[:-90]
    )
    refused(tmp_path, torn, refusals.DamagedFileError, "damaged or cut off")


def test_an_old_workbook_that_is_cut_off_or_garbled_is_damaged(tmp_path: Path) -> None:
    for broken in (XLS[:3_000], XLS[:512] + os.urandom(512) + XLS[1_024:], ole("Root Entry", "Workbook")):
        refused(tmp_path, broken, refusals.DamagedFileError, "damaged or cut off")
    at = XLS.index(bytes.fromhex("00020e00")) + 4
    claims = XLS[:at] + struct.pack("<2I2H", 0, 1_000_000, 0, 256) + XLS[at + 12 :]
    refused(tmp_path, claims, refusals.DamagedFileError, "a part of it claims to take 9,765 MB")


def test_documents_that_come_as_the_same_kind_of_archive_are_told_apart(tmp_path: Path) -> None:
    word = zipped({"[Content_Types].xml": b"", "word/document.xml": b""})
    refused(tmp_path, word, refusals.UnknownFormatError, "an Office document that is not a workbook")
    binary = zipped({"[Content_Types].xml": b"", "xl/workbook.bin": b""})
    refused(tmp_path, binary, refusals.UnknownFormatError, "a binary workbook (.xlsb)")
    numbers = zipped({"Index/Document.iwa": b"", "Metadata/Properties.plist": b""})
    refused(tmp_path, numbers, refusals.UnknownFormatError, "a document of Apple Numbers, Pages or Keynote")


def test_a_workbook_that_is_cut_off_or_hollow_is_damaged_or_empty(tmp_path: Path) -> None:
    book = workbook(TABLE)
    refused(tmp_path, book[: len(book) // 2], refusals.DamagedFileError, "damaged or cut off")
    hollow = zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b"<workbook"})
    refused(tmp_path, hollow, refusals.DamagedFileError, "cannot be opened")
    refused(tmp_path, workbook({"Data": []}), refusals.EmptyFileError, "holds no rows")
    refused(tmp_path, workbook({"Data": [["Region", "Score"]]}), refusals.HeaderOnlyError, "no responses below it")


def test_a_small_parquet_file_of_a_hundred_million_equal_rows_is_refused(tmp_path: Path) -> None:
    run = pa.DictionaryArray.from_arrays(pa.array([0] * 1_000_000, pa.int8()), pa.array(["x"]))
    with pq.ParquetWriter(tmp_path / "run", pa.schema([("a", run.type)]), compression="zstd") as writer:
        for _ in range(100):
            writer.write_table(pa.table({"a": run}), row_group_size=1_000_000)
    content = (tmp_path / "run").read_bytes()
    assert len(content) < 300_000
    refused(tmp_path, content, refusals.BombError, "claim to hold 100,000,000 rows")


def test_a_small_parquet_file_of_millions_of_values_in_lists_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.table({"score": [4] * 40, "said": [[1] * 50_000] * 40}), tmp_path / "lists", compression="zstd")
    found = "claim to hold 2,000,000 values"
    refused(tmp_path, (tmp_path / "lists").read_bytes(), refusals.BombError, found)


def test_a_parquet_file_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": list(range(1_000))}), tmp_path / "whole")
    whole = (tmp_path / "whole").read_bytes()
    refused(tmp_path, whole[:-200], refusals.DamagedFileError, "damaged or cut off")
    refused(tmp_path, whole[:100] + bytes(500) + whole[600:], refusals.DamagedFileError, "damaged or cut off")
    pq.write_table(pa.table({"a": pa.array([], pa.int8())}), tmp_path / "none")
    refused(tmp_path, (tmp_path / "none").read_bytes(), refusals.HeaderOnlyError, "no responses below it")


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b'[{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}]", refusals.BombError, "nested hundreds of levels deep"),
        (b'{"a": ' * 100_000, refusals.BombError, "nested hundreds of levels deep"),
        (b'[{"a": 1}, {"a": 2', refusals.DamagedFileError, "its JSON ends too early"),
        (b'{"responses": []}', refusals.HeaderOnlyError, "no responses below it"),
        (b'{"a": 1}\0\0\0\n' * 99, refusals.NotATableError, "bytes that no text has"),
        (b'[{%s}]' % b",".join(b'"k%d":%d' % (i, i) for i in range(200_000)), refusals.TooManyColumnsError, "200,000 columns"),
    ],
    ids=range(6),
)  # fmt: skip
def test_json_beyond_measure_is_refused(
    tmp_path: Path, content: bytes, kind: type[ImportFileError], words: str
) -> None:
    refused(tmp_path, content, kind, words)


def test_a_statistics_file_that_claims_a_billion_rows_or_is_hollow_is_damaged(tmp_path: Path) -> None:
    frame = pd.DataFrame({"score": [4.0, 5.0] * 50, "region": ["North", "South"] * 50})
    pyreadstat.write_sav(frame, str(tmp_path / "sav"))
    pyreadstat.write_dta(frame, str(tmp_path / "dta"))
    sav, dta = (tmp_path / "sav").read_bytes(), (tmp_path / "dta").read_bytes()
    count = dta.index(b"<N>") + 3
    for content in (
        sav[:80] + (10**9).to_bytes(4, "little") + sav[84:],
        dta[:count] + (10**9).to_bytes(8, "little") + dta[count + 8 :],
        b"$FL2@(#) SPSS DATA FILE" + bytes(200),
        sav[: len(sav) // 2],
    ):
        refused(tmp_path, content, refusals.DamagedFileError, "damaged or cut off")


def test_a_file_that_needs_more_than_its_limit_is_a_sentence(tmp_path: Path) -> None:
    rows = b"a,b\n" + b"x,y\n" * 100_000
    with pytest.raises(refusals.TooMuchMemoryError):
        read(tmp_path, rows, limits=Limits(memory_mb=100))
    with pytest.raises(refusals.TimedOutError):
        read(tmp_path, rows, limits=Limits(seconds=0.05))
    with pytest.raises(refusals.FileTooLargeError, match="more than the 1 MB"):
        read(tmp_path, gzip.compress(os.urandom(3 << 20)), limits=Limits(file_mb=1))


def test_a_disk_that_is_nearly_full_is_said_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 2 << 20})
    monkeypatch.setattr(reader.shutil, "disk_usage", lambda _: usage)
    refused(tmp_path, PLAIN * 100_000, refusals.DiskFullError, "2 MB free, about 9 MB needed")


def test_names_of_files_are_shown_without_tricks_and_never_used(tmp_path: Path) -> None:
    path = tmp_path / "plain"
    path.write_bytes(PLAIN)
    staged = stage(path, tmp_path, name="../../etc/\u202egpj.csv\n" + "x" * 5_000)
    assert staged.file.startswith("../../etc/gpj.csv x")
    assert len(staged.file) == 120
    assert lines(tmp_path)[0] == (2, "North", "4")
    with pytest.raises(refusals.DamagedFileError, match="there is no file"):
        stage(tmp_path / "absent", tmp_path)


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.os, "access", lambda _path, _mode: False)  # whoever runs the tests may read everything
    refused(tmp_path, PLAIN, refusals.NotAllowedError, "cannot be opened, because it is not allowed")


def test_nothing_outside_the_folder_can_be_reached_through_a_file(tmp_path: Path) -> None:
    read(tmp_path, b"a,b\n'; COPY (SELECT 1) TO '/tmp/csat-owned'; --,\"read_csv('/etc/passwd')\"\nx,y\n")
    assert lines(tmp_path)[0][1].startswith("'; COPY")
    assert not Path("/tmp/csat-owned").exists()


def test_a_zip_whose_entry_is_called_like_a_path_stays_in_its_folder(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../../csat-escaped.csv", PLAIN)
    read(tmp_path, buffer.getvalue())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file.csv", "source", "stage.duckdb", "unpacked"]


def test_spss_of_more_variables_than_any_survey_is_refused_before_it_is_read(tmp_path: Path) -> None:
    pyreadstat.write_sav(pd.DataFrame({"score": [4.0, 5.0], "said": ["x" * 3_000, "y"]}), tmp_path / "good.sav")
    good = (tmp_path / "good.sav").read_bytes()
    assert read(tmp_path, good, name="good.sav").rows == 2
    variable = struct.pack("<6i", 2, 0, 0, 0, 0, 0) + b"V0000001"
    refused(tmp_path, good[:176] + 10_001 * variable + good[176:], refusals.TooManyColumnsError, "10,001 columns")
    more = struct.pack("<6i", 2, -1, 0, 0, 0, 0) + bytes(8)
    refused(
        tmp_path, good[:176] + 200_001 * more + good[176:], refusals.BombError, "letters long together, in each row"
    )
    pyreadstat.write_sav(pd.DataFrame({"score": [4.0], "said": ["x" * 3_000]}), tmp_path / "packed", compress=True)
    packed = (tmp_path / "packed").read_bytes()
    claims = packed[:80] + struct.pack("<i", 900_000) + packed[84:]
    refused(tmp_path, claims, refusals.BombError, "to 2,750,400,000 bytes when read")
    at = good.index(struct.pack("<2i", 7, 3))
    labels = struct.pack("<2i", 3, 1) + bytes(8) + b"\7nothing" + struct.pack("<3i", 4, 1, 1)
    refused(tmp_path, good[:at] + 10_001 * labels + good[at:], refusals.BombError, "in more than 10,000 lists")
    beyond = struct.pack("<4i", 7, 99, 2**31 - 1, 2**31 - 1)
    refused(tmp_path, good[:at] + beyond + good[at:], refusals.DamagedFileError, "damaged or cut off")
    many = struct.pack("<2i", 3, 2**31 - 1) + 50_000 * (bytes(8) + b"\7nothing")
    refused(tmp_path, good[:at] + many, refusals.BombError, "2,147,483,647 labels of values, more than 300,000")


def test_tables_of_ever_new_columns_are_refused_before_they_grow(tmp_path: Path) -> None:
    records = "\n".join(f'{{"k{at}": 1}}' for at in range(30_000)).encode()
    refused(tmp_path, records, refusals.TooManyColumnsError, "columns, more than the 2,000")
    refused(tmp_path, b"[" + b",".join([b"1"] * 300_000) + b"]", refusals.NotATableError, "none of its first records")
    pq.write_table(pa.table({f"c{at}": [1] for at in range(3_000)}), tmp_path / "wide.parquet")
    refused(tmp_path, (tmp_path / "wide.parquet").read_bytes(), refusals.TooManyColumnsError, "3,000 columns")
