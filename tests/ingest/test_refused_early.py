"""Files made to take long: what they say of themselves, or their first part, is enough to refuse them."""

import gzip
import io
import os
import time
import unicodedata
import zipfile
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from csat_core.ingest import refusals
from csat_core.ingest.formats import escapes
from csat_core.ingest.formats.growing import Read, store_growing
from csat_core.ingest.refusals import ImportFileError
from csat_core.ingest.texts.reading import clean
from tests.ingest.made_files import (
    OPEN_DOCUMENT,
    open_document,
    read_here,
    with_part,
    workbook,
    zipped,
)

ROWS = b"Region,Score\n" + b"North,4\nSouth,5\n" * 50
TABLE = {"Data": [["Region", "Score"], ["North", 4], ["South", 5]]}
SECONDS = 2
"""Of computing time in a process that has its libraries; a child begins in 0.3."""
ANSWER = '<table:table-row%s><table:table-cell office:value-type="string"><text:p>x%s</text:p></table:table-cell></table:table-row>'


def refused(folder: Path, content: bytes, kind: type[ImportFileError], words: str) -> None:
    """Nothing; the file is refused as this kind with these words, and soon."""
    begun = time.process_time()
    with pytest.raises(kind, match=words):
        read_here(folder, content)
    assert time.process_time() - begun < SECONDS


def packed_as(way: int) -> bytes:
    """A zip that says of its file that it was packed in this way."""
    content = bytearray(zipped({"a.csv": ROWS}))
    for at in (8, content.rfind(b"PK\1\2") + 10):
        content[at : at + 2] = way.to_bytes(2, "little")
    return bytes(content)


def said_to_hold(size: int) -> bytes:
    """A zip that says so of a file of few bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.csv", ROWS)
    content = bytearray(buffer.getvalue())
    at = content.rfind(b"PK\1\2") + 24
    content[at : at + 4] = size.to_bytes(4, "little")
    return bytes(content)


def parquet(text: str, times: int) -> bytes:
    """A table whose only text is in it once, however often it comes."""
    column = pa.DictionaryArray.from_arrays(pa.array([0] * times, pa.int32()), pa.array([text]))
    buffer = io.BytesIO()
    pq.write_table(pa.table({"a": column}), buffer, dictionary_pagesize_limit=8 << 20)
    return buffer.getvalue()


def sheets(names: int) -> bytes:
    """A workbook with as many sheets, all of them one part."""
    listed = "".join(f'<sheet name="S{at}" sheetId="{at + 1}" r:id="rId1"/>' for at in range(names))
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return with_part(
        workbook(TABLE), "xl/workbook.xml", f"<workbook {space}><sheets>{listed}</sheets></workbook>".encode()
    )


def open_sheet(rows: str) -> bytes:
    """An ODS with these rows."""
    content = OPEN_DOCUMENT % f'<table:table table:name="D">{rows}</table:table>'
    return with_part(open_document({}), "content.xml", content.encode())


def test_text_that_turns_into_something_else_is_refused(tmp_path: Path) -> None:
    refused(tmp_path, ROWS * 200 + os.urandom(1 << 20), refusals.NotATableError, "a part of it holds bytes")
    refused(tmp_path, ROWS + b"\n" * 1_200_000, refusals.BombError, "more than 500,000 blank lines")
    # a second row of another shape, so that it is read row by row
    sparse = ROWS + b"North,4,x\n" + b"\n" * 510_000
    refused(tmp_path, sparse, refusals.BombError, "more than 500,000 blank lines")


def test_a_few_control_signs_and_blank_lines_harm_nothing(tmp_path: Path) -> None:
    text = ROWS * 300 + "Süd,4\x01\n".encode("latin-1") + b"\n" * 2_000
    assert read_here(tmp_path, text.replace(b"Region,Score\n", b"") + ROWS).rows > 30_000


def test_marks_behind_backslashes_take_no_time_where_there_is_nothing_else(tmp_path: Path) -> None:
    refused(tmp_path, ROWS + b'\\"' * 5_000_000, refusals.BombError, "a cell in line 102 is longer than 512 KB")
    refused(tmp_path, ROWS + b"\\" * 10_000_000 + b'"', refusals.BombError, "a cell in line 102 is longer than 512 KB")


def test_a_run_of_backslashes_between_two_parts_protects_what_it_protects(tmp_path: Path) -> None:
    for more in range(12):
        text = b"x" * (escapes.CHUNK - more - 1) + b"\\" * 11 + b'"' + b"\\" * 4 + b"\\N,\\N,\\N"
        path = tmp_path / "runs"
        path.write_bytes(text)
        parts = [escapes._doubled(part) for part in escapes._chunks(path)]
        assert b"".join(parts).lstrip(b"x") == b"\\" * 5 + b'""' + b"\\" * 2 + b"\\N,,\\N"


def test_archives_are_refused_by_what_they_say_or_begin_with(tmp_path: Path) -> None:
    refused(tmp_path, gzip.compress(b"") * 20_000, refusals.BombError, "more than 10,000 parts of next to nothing")
    refused(
        tmp_path, packed_as(9), refusals.UnknownFormatError, "holds a zip that is packed as Deflate64, which is not"
    )
    refused(tmp_path, packed_as(77), refusals.UnknownFormatError, "holds a zip that is packed as way 77")
    refused(tmp_path, said_to_hold(3 << 30), refusals.BombError, "more than 400 times its size")
    assert read_here(tmp_path, said_to_hold(len(ROWS))).rows == 100


def lying(way: int, content: bytes, says: int) -> bytes:
    """A zip of this file that says another size of it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", way) as archive:
        archive.writestr("a.csv", content)
    packed = bytearray(buffer.getvalue())
    for at in (22, packed.rfind(b"PK\1\2") + 24):
        packed[at : at + 4] = says.to_bytes(4, "little")
    return bytes(packed)


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_can_be_unpacked_in_one_piece_only_is_unpacked_in_many(tmp_path: Path, way: int) -> None:
    rows = ROWS + os.urandom(200_000).hex().encode() + b",5\n"
    assert read_here(tmp_path, lying(way, rows, len(rows))).rows == 101
    bomb = lying(way, bytes(20 << 20), 1 << 20)
    refused(tmp_path, bomb, refusals.BombError, "unpacks to more than the 1,048,576 bytes it says of itself")
    false = bytearray(lying(way, rows, len(rows)))
    false[14] ^= 1
    false[false.rfind(b"PK\1\2") + 16] ^= 1
    refused(tmp_path, bytes(false), refusals.DamagedFileError, "ends too early or does not check out")


def test_a_gz_of_many_files_one_behind_the_other_is_read(tmp_path: Path) -> None:
    parts = [gzip.compress(ROWS), *(gzip.compress(b"North,4\n" * 20) for _ in range(300))]
    assert read_here(tmp_path, b"".join(parts) + bytes(1_000)).rows == 6_100


def test_json_is_refused_by_its_end_its_names_and_its_first_records(tmp_path: Path) -> None:
    record = b'{"score": 4, "region": "North"},'
    refused(tmp_path, b"[" + record * 100_000 + b'{"sc', refusals.DamagedFileError, "its JSON ends too early")
    several = b"{%s}" % b",".join(b'"k%d": [{"score": 4}]' % at for at in range(1_100))
    refused(tmp_path, several, refusals.NotATableError, "more than 1,000 lists of records")
    refused(tmp_path, b'[{"%s": 4}]' % (b"k" * 20_000), refusals.BombError, "one of its names is longer than 10,000")
    refused(
        tmp_path, b'[{"a": [%s]}]' % b",".join([b"1"] * 1_100_000), refusals.BombError, "one cell is longer than 512 KB"
    )
    broken = b'{"a": 1}\n' * 30 + b'{"a": [[1,\n' * 41_000
    refused(tmp_path, broken, refusals.DamagedFileError, "most of its first [0-9,]+ records cannot be read")
    plain = b"{%s}" % b",".join(b'"k%d": 1' % at for at in range(21_000))
    refused(tmp_path, plain, refusals.NotATableError, "more than 20,000 values that are no records")
    refused(tmp_path, b"[%s]" % b",".join([b"{}"] * 150_000), refusals.BombError, "100,000 records without any value")
    blanks = b'[{"a": 1},' + b" " * 20_000_000
    refused(tmp_path, blanks, refusals.DamagedFileError, "its JSON ends too early, at character 20,000,011")


def test_json_is_refused_for_the_names_and_the_blanks_of_its_records(tmp_path: Path) -> None:
    other_names = b"\n".join(b'{"a%d": 1, "b%d": 2}' % (at, at) for at in range(200_000))
    refused(tmp_path, other_names, refusals.TooManyColumnsError, "has 40,000 columns")
    wide = b"\n".join(b"{%s}" % b",".join(b'"k%d":1' % (20 * row + at) for at in range(20)) for row in range(100))
    sparse = wide + b'\n{"k1": 4}' * 30_000
    refused(tmp_path, sparse, refusals.BombError, "fewer than 5 in 1,000 of its 40,000,000 cells hold anything")


def test_json_is_refused_for_a_record_without_end_and_for_depth(tmp_path: Path) -> None:
    keys = b",".join(b'"k%d":%d' % (at, at) for at in range(1_000_000))
    refused(tmp_path, b"[{%s}]" % keys, refusals.BombError, "one of its records is longer than 4 MB")
    wide = b"[[%s]]" % b",".join([b"1"] * 1_000_000)
    refused(tmp_path, wide, refusals.TooManyColumnsError, "1,000,000 columns, more than the 2,000")
    deep = b'{"a":1}\n' * 30 + (b'{"a":' + b"[" * 900 + b"]" * 900 + b"}\n") * 5_000
    refused(tmp_path, deep, refusals.BombError, "nested hundreds of levels deep")
    texts = b",".join(b'"s%d": "%s"' % (at, b"x" * 500_000) for at in range(5))
    several = b'[{"a": 1, %s, "b": {"c": "}"}, "list": [%s]}, {"a": 2}]'
    staged = read_here(tmp_path, several % (texts, b",".join([b"[[1], {}]"] * 300)))
    assert [column.name for column in staged.columns] == ["a", "s0", "s1", "s2", "s3", "s4", "b.c", "list"]


def test_all_is_there_of_a_table_that_grows_wide_at_once() -> None:
    records: list[Read] = [(row, {f"k{20 * row + at}": 1 for at in range(20)}, "") for row in range(10)]
    records += [(row, {"k1": 4, "k199": str(row)}, "") for row in range(10, 3_000)]
    with duckdb.connect() as engine:
        engine.execute("SET disabled_optimizers = 'common_subexpressions'")  # as staging does
        grown = store_growing(engine, [records])
        counted = engine.execute("SELECT count(*), count(c1), count(c2), sum(c200::INTEGER) FROM staged").fetchone()
    assert (len(grown.names), len(grown.head), grown.head[9][199]) == (200, 100, "1")
    assert counted == (3_000, 1, 2_991, 1 + sum(range(10, 3_000)))


def test_parquet_is_refused_by_what_its_texts_would_take(tmp_path: Path) -> None:
    refused(tmp_path, parquet("y" * 20_000, 200_000), refusals.BombError, "grows from [0-9,]+ to 4,000,000,000 bytes")
    refused(tmp_path, parquet("y" * (3 << 20), 10), refusals.BombError, "one cell is longer than 512 KB")
    buffer = io.BytesIO()
    pq.write_table(pa.table({"a": list(range(3_000))}), buffer, row_group_size=1)
    refused(tmp_path, buffer.getvalue(), refusals.BombError, "its 3,000 rows lie in 3,000 groups")
    assert read_here(tmp_path, parquet("Very satisfied", 300_000)).rows == 300_000


def test_a_sheet_is_read_once_and_ends_where_spreadsheets_end(tmp_path: Path) -> None:
    refused(tmp_path, sheets(400), refusals.BombError, "several of the 400 sheets of the workbook are one and the same")
    refused(tmp_path, sheets(1_001), refusals.BombError, "the workbook lists 1,001 sheets")
    tall = ANSWER % (' table:number-rows-repeated="90000"', "") * 12
    refused(tmp_path, open_sheet(tall), refusals.BombError, "more than the 1,048,576 of a spreadsheet")
    wide = ANSWER % ("", '<text:s text:c="2000000000"/>')
    refused(tmp_path, open_sheet(wide), refusals.BombError, "more than 10,000,000 blanks in a row")


def amplified(letters: int, cells: int, written: str = '<c t="s"><v>0</v></c>') -> bytes:
    """A workbook that keeps one text of so many letters, which so many of its cells name."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rows = f"<row>{written}<c><v>4</v></c></row>" * cells
    book = with_part(
        workbook(TABLE), "xl/sharedStrings.xml", f"<sst {space}><si><t>{'x' * letters}</t></si></sst>".encode()
    )
    sheet = f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>"
    return with_part(book, "xl/worksheets/sheet1.xml", sheet.encode())


@pytest.mark.parametrize("written", ['<c t="s"><v>0</v></c>', "<c t = 's' ><v>00</v></c>", '<c t="s"><v> 0 </v></c>'])
def test_a_text_that_a_workbook_keeps_once_is_counted_for_each_cell_that_names_it(tmp_path: Path, written: str) -> None:
    refused(tmp_path, amplified(30_000, 20_000, written), refusals.BombError, "hold more than 500,000,000 letters")
    assert read_here(tmp_path, amplified(3_000, 2_000, written)).rows == 2_000


def test_a_workbook_that_keeps_texts_for_no_cells_is_refused(tmp_path: Path) -> None:
    texts = b"<sst>" + b"<si><t>x</t></si>" * 1_100_000 + b"</sst>"
    book = with_part(workbook(TABLE), "xl/sharedStrings.xml", texts)
    refused(tmp_path, book, refusals.BombError, "keeps more than 1,00[0-9,]+ texts, and has at most [0-9,]+ cells")
    for claim in (b'count="2" uniqueCount="1000000000"', b"uniqueCount = '1000000000'"):
        claiming = with_part(workbook(TABLE), "xl/sharedStrings.xml", b"<x:sst %s><x:si/></x:sst>" % claim)
        refused(
            tmp_path, claiming, refusals.BombError, "claims to keep 1,000,000,000 texts, and has at most [0-9,]+ cells"
        )
    endless = with_part(workbook(TABLE), "xl/sharedStrings.xml", b"<sst><si><t>" + b"x" * (9 << 20))
    refused(tmp_path, endless, refusals.BombError, "one cell is longer")


@pytest.mark.parametrize(
    "rows",
    [
        ANSWER % (' table:number-rows-repeated="90000"', "x" * 30_000),
        (ANSWER % ("", "x" * 1_000)).replace("-cell office", '-cell table:number-columns-repeated="1000" office') * 600,
    ],
    ids=["rows", "columns"],
)
def test_letters_that_an_open_document_repeats_are_counted(tmp_path: Path, rows: str) -> None:
    refused(tmp_path, open_sheet(rows), refusals.BombError, "the cells of a sheet hold more than 500,000,000 letters")


def test_marks_piled_on_a_letter_take_no_time_and_words_are_composed(tmp_path: Path) -> None:
    begun = time.process_time()
    clean("a" + "\u0300\u0316" * 50_000)
    assert time.process_time() - begun < SECONDS
    words = " ".join(["Zu\u0308rich", "cafe\u0301"] * 300)
    assert clean(words) == unicodedata.normalize("NFC", words)
