"""The reader: cells, names, row numbers and evidence of files of every format that is read."""

import gzip
import hashlib
import json
import subprocess
import sys
import time as clock
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from csat_core.ingest import refusals
from csat_core.ingest.file_names import name_from
from csat_core.ingest.reader import stage
from csat_core.ingest.sandbox import ROOT
from tests.ingest.made_files import cells, lines, misfits, names, open_document, read, read_here, workbook, zipped

PLAIN = "Region,Score\nNorth,4\nSouth,5\n"


def test_a_plain_file_is_read_with_what_was_found_and_the_evidence(tmp_path: Path) -> None:
    staged = read_here(tmp_path, PLAIN, name="answers.csv")
    assert (staged.rows, staged.misfits, staged.file) == (2, 0, "answers.csv")
    assert staged.hash == hashlib.sha256(PLAIN.encode()).hexdigest()
    assert lines(tmp_path) == [(2, "North", "4"), (3, "South", "5")]
    found = staged.detection
    assert (found.format, found.layout, found.encoding, found.delimiter) == ("csv", "generic", "utf-8", ",")
    assert (found.decimal, found.sheet, found.sheets, found.first_row) == (".", None, (), 2)
    assert found.evidence == (
        "The text is UTF-8: every byte fits.",
        "Commas divide the columns: 2 of them in all of the first 3 rows.",
        "Row 1 holds 2 column names.",
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~", ":"])
def test_any_delimiter_is_found_by_the_rows_it_makes(tmp_path: Path, delimiter: str) -> None:
    rows = [["Region", "Score", "Note"], ["North", "4", "fine"], ["South", "5", ""]]
    staged = read_here(tmp_path, "".join(delimiter.join(row) + "\n" for row in rows))
    assert staged.detection.delimiter == delimiter
    assert cells(tmp_path) == [["North", "4", "fine"], ["South", "5", None]]


@pytest.mark.parametrize("delimiter", ["^", "~"])
def test_commas_in_every_comment_do_not_hide_a_sign_that_divides_the_header_too(tmp_path: Path, delimiter: str) -> None:
    rows = [["Region", "Score", "Note"], ["North", "4", "slow, but fine"], ["South", "5", "quick, and nice"]]
    staged = read_here(tmp_path, "".join(delimiter.join(row) + "\n" for row in rows))
    assert staged.detection.delimiter == delimiter
    titled = "A survey~of ours\n" + "".join(
        ",".join(row) + "\n" for row in [["Region", "Score"], ["North", "4"], ["South", "5"]]
    )
    assert read_here(tmp_path, titled).detection.delimiter == ","


def test_decimal_commas_are_not_taken_for_delimiters(tmp_path: Path) -> None:
    staged = read_here(tmp_path, "a;b;c\n1,5;2,5;x\n3,5;4,25;y\n5,5;6,5;\n")
    assert (staged.detection.delimiter, staged.detection.decimal) == (";", ",")
    assert staged.columns[0].lowest == 1.5
    assert staged.detection.evidence[-1] == "Numbers are written with a decimal comma, such as 1,5."


def test_a_line_that_declares_the_delimiter_counts_for_no_row(tmp_path: Path) -> None:
    staged = read_here(tmp_path, "sep=|\r\nRegion|Note\r\nNorth|a;b;c\r\nSouth|d;e;f\r\n")
    assert (staged.detection.delimiter, staged.detection.first_row) == ("|", 2)
    assert lines(tmp_path) == [(2, "North", "a;b;c"), (3, "South", "d;e;f")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_and_line_breaks_within_cells_are_kept_apart(tmp_path: Path, end: str) -> None:
    read_here(tmp_path, end.join(["a,b,c", '1,"two', 'lines",x', "3,4,y"]) + end)
    assert lines(tmp_path) == [(2, "1", f"two{end}lines", "x"), (3, "3", "4", "y")]


def test_what_ended_a_file_of_ms_dos_is_no_row(tmp_path: Path) -> None:
    read_here(tmp_path, "a,b\r\n1,x\r\n2,y\r\n\x1a")
    assert lines(tmp_path) == [(2, "1", "x"), (3, "2", "y")]


def test_mixed_line_ends_give_the_same_rows(tmp_path: Path) -> None:
    read_here(tmp_path, "a,b\r\n1,x\n2,y\r3,z\r\n4,w")
    assert lines(tmp_path) == [(2, "1", "x"), (3, "2", "y"), (4, "3", "z"), (5, "4", "w")]


@pytest.mark.parametrize(
    ("python", "shown", "text"),
    [
        ("utf-8", "utf-8", "Überall sehr zufrieden"),
        ("utf-8-sig", "utf-8", "Überall sehr zufrieden"),
        ("utf-16", "utf-16", "Überall sehr zufrieden"),
        ("utf-16-le", "utf-16-le", "Überall sehr zufrieden"),
        ("utf-16-be", "utf-16-be", "非常满意，服务很好"),
        ("utf-32", "utf-32", "Überall sehr zufrieden"),
        ("cp1252", "windows-1252", "Très satisfait, l’accueil était chaleureux"),
        ("cp1250", "windows-1250", "Bardzo miła obsługa, wszystko było świetnie"),
        ("cp1253", "windows-1253", "Πολύ ευχαριστημένος από την εξυπηρέτηση"),
        ("cp1251", "windows-1251", "Очень доволен обслуживанием"),
        ("mac_roman", "mac-roman", "Très satisfait du séjour, café à l'écoute"),
        ("gb18030", "gb18030", "非常满意，服务很好，不太满意"),
        ("cp932", "shift-jis", "とても満足しています。親切でした"),
    ],
)
def test_text_in_any_encoding_is_read_letter_by_letter(tmp_path: Path, python: str, shown: str, text: str) -> None:
    content = f"Nr;Note\n1;{text}\n2;\n3;{text}\n"
    staged = read_here(tmp_path, content.encode(python))
    assert cells(tmp_path) == [["1", text], ["2", None], ["3", text]]
    assert staged.detection.encoding == shown


def test_a_letter_beyond_ascii_at_the_very_end_is_not_overlooked(tmp_path: Path) -> None:
    staged = read_here(tmp_path, b"a,b\n" + b"1,x\n" * 400_000 + "2,Caf\u00e9".encode("cp1252"))
    assert staged.detection.encoding == "windows-1252"
    assert lines(tmp_path)[-1] == (400_002, "2", "Café")


def test_a_few_wrong_bytes_do_not_spoil_a_text_in_utf_8(tmp_path: Path) -> None:
    staged = read_here(tmp_path, ("a,b\n" + "1,Größe und Übermut\n" * 20).encode() + b"2,caf\xe9\n")
    assert (staged.detection.encoding, cells(tmp_path)[-1]) == ("utf-8", ["2", "café"])
    assert cells(tmp_path)[0] == ["1", "Größe und Übermut"]
    assert "The text is UTF-8, but for a few bytes, which are read as windows-1252." in staged.detection.evidence


def test_a_few_zero_bytes_are_left_out_and_told_of(tmp_path: Path) -> None:
    staged = read_here(tmp_path, PLAIN.encode() * 20 + b"Ea\0st,3\n")
    assert cells(tmp_path)[-1] == ["East", "3"]
    assert "1 zero bytes, which no text has, were left out." in staged.detection.evidence


def test_what_the_person_says_of_encoding_and_delimiter_overrules_the_file(tmp_path: Path) -> None:
    staged = read_here(tmp_path, "a;b,c\né;1,2\nü;3,4\n".encode("cp1252"), encoding="cp850", delimiter=",")
    assert names(staged) == ["a;b", "c"]
    assert staged.detection.evidence[:2] == (
        "The text is read as cp850, as was asked.",
        "',' divides the columns, as was asked.",
    )
    with pytest.raises(refusals.BadOptionError, match="'klingon' is not an encoding that is known here"):
        read_here(tmp_path, PLAIN, encoding="klingon")
    with pytest.raises(refusals.BadOptionError, match="not one sign that can divide columns"):
        read_here(tmp_path, PLAIN, delimiter="::")


def test_words_that_other_readers_delete_survive_and_only_blanks_are_missing(tmp_path: Path) -> None:
    read_here(tmp_path, 'a,b\nNone,NA\nN/A,NULL\nnan,""\n"  ",\u00a0\n"\t\n",x\n')
    assert cells(tmp_path) == [["None", "NA"], ["N/A", "NULL"], ["nan", None], [None, "x"]]


def test_cells_stay_as_they_are(tmp_path: Path) -> None:
    read_here(tmp_path, 'a,b\n" padded ",=SUM(A1)\n"say ""hi""",<b>5\u00a0€</b>\n007,"1,5"\n')
    assert cells(tmp_path) == [[" padded ", "=SUM(A1)"], ['say "hi"', "<b>5\u00a0€</b>"], ["007", "1,5"]]


def test_names_survive_whatever_they_are(tmp_path: Path) -> None:
    header = 'Score,score,,Score,"a"" from t; drop table x; --",  wide \u00a0 name ,"two\nlines",cafe\u0301'
    staged = read_here(tmp_path, f"{header}\n1,2,3,4,5,6,7,8\n2,3,4,5,6,7,8,9\n")
    assert names(staged) == [
        "Score", "score", "Column 3", "Score", 'a" from t; drop table x; --', "wide name", "two lines", "café",
    ]  # fmt: skip
    assert lines(tmp_path)[0] == (2, *"12345678")


def test_a_file_of_numbers_without_names_loses_no_row(tmp_path: Path) -> None:
    staged = read_here(tmp_path, "1,4\n2,5\n3,1\n")
    assert (names(staged), staged.rows, staged.detection.first_row) == (["Column 1", "Column 2"], 3, 1)
    assert lines(tmp_path)[0] == (1, "1", "4")


def test_rows_of_another_shape_are_set_aside_with_their_number_and_reason(tmp_path: Path) -> None:
    staged = read_here(tmp_path, "a,b,c\n1,2,\n3,4,5,6\n7\n8,9,x\n8,9,x,,\n")
    assert (staged.rows, staged.misfits) == (5, 2)
    assert lines(tmp_path) == [(2, "1", "2", None), (5, "8", "9", "x"), (6, "8", "9", "x")]
    assert misfits(tmp_path) == [
        (3, "the row has 4 cells, the header has 3", '["3", "4", "5", "6"]'),
        (4, "the row has 1 cell, the header has 3", '["7"]'),
    ]


def test_a_short_row_is_padded_where_the_file_leaves_out_blanks_at_the_end_of_rows(tmp_path: Path) -> None:
    staged = read_here(tmp_path, "a,b,c,d\n1,2,3,4\n5,6\n7,8,9\n")
    assert (staged.misfits, lines(tmp_path)[1]) == (0, (3, "5", "6", None, None))


@pytest.mark.parametrize("rows", [["1,2", "", "3,4", ""], ["1,2", ",", "3,4", ",", ""], ["1,2", "  ", "3,4"]])
def test_blank_rows_are_not_counted_but_leave_a_gap_in_the_numbers(tmp_path: Path, rows: list[str]) -> None:
    staged = read_here(tmp_path, "\n".join(["a,b", *rows]) + "\n")
    assert (staged.rows, lines(tmp_path)) == (2, [(2, "1", "2"), (4, "3", "4")])
    assert (staged.columns[0].filled, staged.columns[0].blank) == (2, 0)


def test_paragraphs_within_a_cell_are_no_blank_rows(tmp_path: Path) -> None:
    read_here(tmp_path, 'a,b\n1,"one\n\ntwo"\n2,x\n\n\n')
    assert lines(tmp_path) == [(2, "1", "one\n\ntwo"), (3, "2", "x")]


def test_a_title_and_a_header_of_several_lines_above_the_rows(tmp_path: Path) -> None:
    staged = read_here(tmp_path, 'Our survey\n\n"How\nwas it?",Score\nFine,4\nWell,5\n')
    assert (names(staged), staged.detection.first_row) == (["How was it?", "Score"], 4)
    assert lines(tmp_path) == [(4, "Fine", "4"), (5, "Well", "5")]


def test_a_quotation_mark_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    staged = read_here(tmp_path, 'a,b,c\n1,"great,x\n2,"fine",y\n3,"well, well",z\n4,5" screen,w\n')
    assert lines(tmp_path) == [(3, "2", "fine", "y"), (4, "3", "well, well", "z"), (5, "4", '5" screen', "w")]
    assert misfits(tmp_path) == [(2, "a quotation mark is opened and not closed", '["1", "\\"great", "x"]')]
    assert staged.rows == 4


def test_a_quotation_mark_in_the_last_column_does_not_swallow_the_rest(tmp_path: Path) -> None:
    read_here(tmp_path, 'a,b\n1,"great\n' + "".join(f"{i},x\n" for i in range(2, 50)))
    assert [row[0] for row in misfits(tmp_path)] == [2]
    assert lines(tmp_path)[-1] == (50, "49", "x")


def test_blanks_between_delimiter_and_quotation_mark_are_passed_over(tmp_path: Path) -> None:
    read_here(tmp_path, 'a, b, c\n1, "x, y", 2\n3, "z", 4\n5, "w"\n')
    assert [row[:3] for row in lines(tmp_path)][:2] == [(2, "1", "x, y"), (3, "3", "z")]


def test_long_comments_behind_comma_and_blank_are_no_prose(tmp_path: Path) -> None:
    staged = read_here(tmp_path, "id, score, comment\n" + "1, 4, the staff was very kind and quick to help us\n" * 9)
    assert (names(staged), staged.rows) == (["id", "score", "comment"], 9)


def test_a_note_beside_the_table_of_a_workbook_costs_its_row_alone(tmp_path: Path) -> None:
    rows = [["Region", "Score"], ["North", 4], ["South", 5, *[None] * 20, "ask Ann"], ["East", 3]]
    staged = read_here(tmp_path, workbook({"Data": rows}))
    assert (names(staged), [row[0] for row in lines(tmp_path)]) == (["Region", "Score"], [2, 4])
    assert [row[0] for row in misfits(tmp_path)] == [3]


def test_a_column_is_described_by_its_values_numbers_and_dates(tmp_path: Path) -> None:
    rows = [
        "4,03/04/2025,Good",
        "5,13/04/2025, Good ",
        ",14/04/2025,Go\u00f6d",
        "1e999,15/04/2025,",
        "4,16/04/2025,n/a",
    ]
    staged = read_here(tmp_path, "Score,Day,Word\n" + "\n".join(rows) + "\n")
    score, day, word = staged.columns
    assert (score.filled, score.blank, score.distinct, score.numeric, score.whole) == (4, 1, 3, 3, 3)
    assert (score.lowest, score.highest, score.top[0]) == (4.0, 5.0, ("4", 2))
    assert (day.dates, day.mean_length, day.numeric) == ((("dmy", 5), ("mdy", 1)), 10.0, 0)
    assert word.top == (("Good", 2), ("Goöd", 1), ("n/a", 1))


def test_columns_with_more_values_than_are_counted_are_described_all_the_same(tmp_path: Path) -> None:
    size = 30_000
    text = "".join(f"{i},{i / 4},{i % 3},2025-{1 + i % 12:02}-{1 + i % 28:02}T00:00:{i:06},w{i}\n" for i in range(size))
    staged = read_here(tmp_path, "id,amount,answer,at,word\n" + text)
    number, amount, answer, at, word = staged.columns
    assert (number.distinct, number.filled, number.whole, number.lowest, number.highest) == (
        10_001,
        size,
        size,
        0,
        size - 1,
    )
    assert (amount.numeric, amount.whole, amount.highest) == (size, size // 4, (size - 1) / 4)
    assert (answer.distinct, answer.top) == (3, (("0", 10_000), ("1", 10_000), ("2", 10_000)))
    assert (at.dates, at.numeric) == ((("ymd", size),), 0)
    assert (word.numeric, len(word.top), word.mean_length > 5) == (0, 300, True)


def test_long_values_are_cut_in_the_profile_and_whole_in_the_table(tmp_path: Path) -> None:
    staged = read_here(tmp_path, f"a,b\n1,{'x' * 5_000}\n2,y\n")
    assert len(staged.columns[1].top[0][0]) == 200
    assert len(cells(tmp_path)[0][1] or "") == 5_000


def test_the_child_loads_nothing_it_does_not_need() -> None:
    code = "import sys, csat_core.ingest.child.worker, csat_core.ingest.child.staging; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert "duckdb" in loaded
    heavy = {
        "pandas",
        "scipy",
        "numpy",
        "streamlit",
        "pyarrow",
        "narwhals",
        "plotly",
        "charset_normalizer",
        "python_calamine",
    }
    assert heavy & set(loaded) == set()


def test_a_cell_of_nearly_half_a_megabyte_is_read_once_whatever_the_format(tmp_path: Path) -> None:
    long = "word " * 100_000
    table, records = {"Data": [["a", "b"], [1, long], [2, "x"]]}, [{"a": 1, "b": long}, {"a": 2, "b": "x"}]
    began = clock.process_time()
    for content in (f'a,b\n1,"{long}"\n2,x\n', json.dumps(records), open_document(table)):
        read_here(tmp_path, content)
        assert [len(row[1] or "") for row in cells(tmp_path)] in ([500_000, 1], [499_999, 1])
    # every layout that looked at all of it would take a second
    assert clock.process_time() - began < 1.5


def test_two_thousand_columns_are_read(tmp_path: Path) -> None:
    header, row = (",".join(f"{sign}{i}" for i in range(2_000)) for sign in ("q", ""))
    staged = read_here(tmp_path, f"{header}\n{row}\n{row}\n")
    assert (len(staged.columns), staged.columns[1_999].highest) == (2_000, 1_999.0)


def test_a_workbook_gives_dates_numbers_and_truths_as_people_write_them(tmp_path: Path) -> None:
    row = [date(2025, 3, 1), datetime(2025, 3, 1, 10, 5, 7), time(10, 5), 4, 4.5, 0.1 + 0.2, True, "007", None]
    staged = read_here(tmp_path, workbook({"Data": [[f"n{i}" for i in range(9)], row, [*row[:8], "x"]]}))
    assert cells(tmp_path)[0][:2] == ["2025-03-01", "2025-03-01 10:05:07"]
    assert cells(tmp_path)[0][3:] == ["4", "4.5", "0.3", "TRUE", "007", None]
    found = staged.detection
    assert (found.format, found.sheet, found.sheets, found.first_row) == ("xlsx", "Data", ("Data",), 2)


def test_lengths_of_time_in_a_workbook_are_seconds(tmp_path: Path) -> None:
    from csat_core.ingest.formats.cell_text import text_of

    assert text_of(timedelta(minutes=1, seconds=30)) == "90"


def test_the_first_sheet_with_a_table_is_read_unless_another_is_named(tmp_path: Path) -> None:
    table = [["Region", "Score"], ["North", 4], ["South", 5]]
    book = workbook(
        {"Empty": [], "Notes": [["Read this first."], ["Then that."]], "Lists": table, "Data": table, "More": [["x", "y"], ["z", 1]]},
        hidden=["Lists"],
    )  # fmt: skip
    assert read_here(tmp_path, book).detection.sheet == "Data"
    staged = read_here(tmp_path, book, sheet="more")
    assert (staged.detection.sheet, cells(tmp_path)) == ("More", [["z", "1"]])
    with pytest.raises(refusals.NoSuchSheetError, match="no sheet 'Dta'; it has: Empty, Notes, Lists, Data, More"):
        read_here(tmp_path, book, sheet="Dta")


def test_a_single_column_of_answers_in_words_is_a_table(tmp_path: Path) -> None:
    answers = ["Very satisfied", "Neither nor", "Not at all satisfied"] * 5
    staged = read_here(tmp_path, "\n".join(["How satisfied are you?", *answers]))
    assert (names(staged), staged.rows) == (["How satisfied are you?"], 15)


def test_rows_of_a_workbook_are_numbered_as_the_spreadsheet_shows_them(tmp_path: Path) -> None:
    rows = [["Region", "Score"], ["North", 4], [None, None], ["South", 5]]
    staged = read_here(tmp_path, workbook({"Data": rows}, top=3))
    assert (staged.rows, staged.detection.first_row) == (2, 5)
    assert lines(tmp_path) == [(5, "North", "4"), (7, "South", "5")]


def test_the_parts_of_structures_are_columns_and_moments_are_those_of_the_clocks_of_their_zone(tmp_path: Path) -> None:
    evening = datetime(2026, 1, 4, 1, 30, tzinfo=UTC)
    table = pa.table(
        {
            "at": pa.array([evening, None], pa.timestamp("us", "America/New_York")),
            "in UTC": pa.array([evening, evening], pa.timestamp("us", "UTC")),
            "props": pa.array([{"a'": "x", "in": {"n": 1}}, {"a'": None, "in": None}]),
        }
    )
    pq.write_table(table, tmp_path / "file.parquet")
    staged = stage(tmp_path / "file.parquet", tmp_path)
    assert names(staged) == ["at", "in UTC", "props.a'", "props.in.n"]
    assert lines(tmp_path) == [
        (2, "2026-01-03 20:30:00", "2026-01-04 01:30:00+00", "x", "1"),
        (3, None, "2026-01-04 01:30:00+00", None, None),
    ]
    assert staged.detection.evidence[1] == "Times in 'at' are those of America/New_York, as the file says."


def test_a_parquet_file_gives_its_values_as_text(tmp_path: Path) -> None:
    table = pa.table(
        {
            "day": pa.array([date(2025, 3, 1), None]), "at": pa.array([datetime(2025, 3, 1, 10, 5), None]),
            "score": pa.array([4.0, None]), "ratio": pa.array([0.25, float("nan")]), "id": pa.array([2**60, 7]),
            "money": pa.array([Decimal("1.50"), Decimal(20)], pa.decimal128(9, 2)), "ok": pa.array([True, False]),
            "tags": pa.array([["a", "b"], []]), "text": pa.array(["None", " "]),
            "bytes": pa.array([b"caf\xc3\xa9", b"\xff"]), "score2": pa.array(["x", "y"]).dictionary_encode(),
        }
    ).rename_columns(["day", "at", "Score", "ratio", "id", "money", "ok", "tags", "text", "bytes", "score"])  # fmt: skip
    path = tmp_path / "it[em]*.gz"
    pq.write_table(table, path)
    staged = stage(path, tmp_path)
    assert names(staged)[2] == "Score"
    assert names(staged)[-1] == "score"
    assert lines(tmp_path) == [
        (
            2,
            "2025-03-01",
            "2025-03-01 10:05:00",
            "4",
            "0.25",
            str(2**60),
            "1.5",
            "TRUE",
            '["a","b"]',
            "None",
            "café",
            "x",
        ),
        (3, None, None, None, None, "7", "20", "FALSE", "[]", None, "\\xFF", "y"),
    ]
    assert (staged.detection.format, staged.detection.first_row) == ("parquet", 2)


def test_one_file_in_a_zip_or_gz_is_unpacked_whatever_it_is_called(tmp_path: Path) -> None:
    litter = {"__MACOSX/._a.csv": b"x", ".DS_Store": b"y", "folder/a.csv": PLAIN.encode()}
    assert read(tmp_path, zipped(litter), name="a.csv").detection.evidence[0] == "The file was packed as zip."
    assert (
        read_here(tmp_path, gzip.compress(PLAIN.encode()), name="a.xlsx").detection.evidence[0]
        == "The file was packed as gz."
    )
    book = workbook({"Data": [["Region", "Score"], ["North", 4]]})
    assert read_here(tmp_path, zipped({"a.csv": book})).detection.format == "xlsx"
    assert read_here(tmp_path, book, name="a.xls").detection.format == "xlsx"
    assert read_here(tmp_path, PLAIN, name="a.csv.gz").detection.format == "csv"


def test_progress_is_told_and_may_stop_the_reading(tmp_path: Path) -> None:
    told: list[str] = []
    read(tmp_path, PLAIN, progress=lambda _, text: told.append(text))
    assert list(dict.fromkeys(told)) == ["Opening the file", "Reading the rows", "Looking at the columns"]

    def stop(_share: float | None, _text: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(tmp_path, PLAIN, progress=stop)


def test_the_staged_file_can_be_opened_by_others_afterwards(tmp_path: Path) -> None:
    read(tmp_path, PLAIN)
    with duckdb.connect(str(tmp_path / "stage.duckdb"), read_only=True) as connection:
        described = connection.execute("DESCRIBE lines").fetchall()
        assert [(row[0], row[1]) for row in described] == [("row", "BIGINT"), ("c1", "VARCHAR"), ("c2", "VARCHAR")]
        assert connection.execute("SELECT * FROM misfits").fetchall() == []


def test_the_name_proposed_for_a_dataset_is_that_of_the_file_without_its_endings() -> None:
    for file in (
        "a/b/Spring_survey.sav",
        "Spring survey.ODS",
        "c:\\x\\Spring_survey.jsonl.gz",
        "Spring_survey.xls.zip",
    ):
        assert name_from(file) == "Spring survey"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Visit (Responses) - Form Responses 1.csv", "Visit"),
        ("Kurs (Antworten) - Formularantworten 1.csv", "Kurs"),
        ("Visits (Berlin) - Sheet 2.csv", "Visits (Berlin) - Sheet 2"),
    ],
)
def test_the_answers_to_a_form_are_called_as_the_form(file: str, name: str) -> None:
    assert name_from(file) == name
