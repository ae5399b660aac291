"""SPSS and Stata: labels for codes, questions, dates, and what the file declares to be no answer."""

import gzip
import struct
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from csat_core.ingest import refusals
from csat_core.ingest.detection import Described
from csat_core.ingest.formats import statistics_files
from csat_core.ingest.formats.code_texts import CodeTexts
from csat_core.ingest.formats.statistics_dates import spss_dates, stata_dates
from tests.ingest.brought import Brought
from tests.ingest.made_files import cells, lines, names, read, read_here, zipped

FRAME = pd.DataFrame(
    {
        "sat": [1.0, 5, 3, 99, 97, np.nan],
        "grade": ["a", "b", "", "zz", "a", "None"],
        "day": [date(2024, 3, 1), None, *[date(2024, 2, 29)] * 4],
        "at": pd.to_datetime(["2024-03-01 10:00:05", None, *["2024-03-02 00:00:00"] * 4]),
        "money": [1.5, 2.0, 1e6, 0.1, -3.25, 1 / 3],
    }
)
LABELS = {"sat": "How satisfied\nwere you?", "money": "Spent"}
SATISFIED = {1: "Very bad", 5: "Very good", 99: "Don't know", 97: "Not asked"}


def sav(folder: Path, frame: pd.DataFrame = FRAME, **more: Any) -> bytes:
    pyreadstat.write_sav(frame, str(folder / "made"), **more)
    return (folder / "made").read_bytes()


def dta(folder: Path, frame: pd.DataFrame, **more: Any) -> bytes:
    pyreadstat.write_dta(frame, str(folder / "made"), **more)
    return (folder / "made").read_bytes()


@pytest.mark.parametrize("compressed", [False, True])
def test_spss_gives_labels_dates_questions_and_codes_of_no_answer(tmp_path: Path, compressed: bool) -> None:
    content = sav(
        tmp_path,
        column_labels=LABELS,
        variable_value_labels={"sat": SATISFIED, "grade": {"a": "Alpha"}},
        missing_ranges={"sat": [{"lo": 90, "hi": 98}, 99], "grade": ["zz"]},
        row_compress=compressed is False,
        compress=compressed,
    )
    staged = read(tmp_path, zipped({"a.csv": content}))
    assert (staged.detection.format, staged.detection.layout) == ("sav", "spss")
    assert lines(tmp_path) == [
        (1, "Very bad", "Alpha", "2024-03-01", "2024-03-01 10:00:05", "1.5"),
        (2, "Very good", "b", None, None, "2"),
        (3, "3", None, "2024-02-29", "2024-03-02", "1000000"),
        (4, "Don't know", "zz", "2024-02-29", "2024-03-02", "0.1"),
        (5, "Not asked", "Alpha", "2024-02-29", "2024-03-02", "-3.25"),
        (6, None, "None", "2024-02-29", "2024-03-02", "0.333333333333333"),
    ]
    sat, grade, day, *_, money = (column.described for column in staged.columns)
    assert sat == Described(
        label="How satisfied were you?",
        value_labels=(("1", "Very bad"), ("5", "Very good"), ("97", "Not asked"), ("99", "Don't know")),
        missing=(("Not asked", "not_asked"), ("Don't know", "dk")),
    )
    assert (grade.value_labels, grade.missing) == ((("a", "Alpha"),), (("zz", "na"),))
    assert (day, money.label) == (Described(), "Spent")
    assert staged.detection.evidence[-2:][0] == "SPSS data: 5 variables, 2 with labels for their codes."


def test_a_layout_that_a_statistics_file_does_not_have_is_refused_and_the_generic_one_is_its_own(
    tmp_path: Path,
) -> None:
    content = sav(tmp_path)
    with pytest.raises(refusals.LayoutError, match="does not look like Qualtrics; leave the layout out"):
        read_here(tmp_path, content, layout="qualtrics")
    assert read_here(tmp_path, content, layout="generic").detection.layout == "spss"


@pytest.mark.parametrize("version", [8, 10, 12, 13, 14, 15])
def test_stata_of_every_release_gives_the_same(tmp_path: Path, version: int) -> None:
    unsure = "Weiß nicht" if version > 13 else "Don't know"
    frame = FRAME.assign(sat=pd.Series([1, 5, 3, "a", "b", None], dtype=object))
    content = dta(
        tmp_path,
        frame,
        version=version,
        column_labels=LABELS if version > 8 else {"sat": "How satisfied were you?", "money": "Spent"},
        variable_value_labels={"sat": {1: "Very bad", 5: "Very good", "a": unsure}},
        missing_user_values={"sat": ["a", "b"]},
    )
    staged = read_here(tmp_path, gzip.compress(content))
    assert (staged.detection.format, staged.detection.layout) == ("dta", "stata")
    assert names(staged) == ["sat", "grade", "day", "at", "money"]
    assert [row[0] for row in cells(tmp_path)] == ["Very bad", "Very good", "3", unsure, ".b", None]
    assert cells(tmp_path)[0][1:] == ["a", "2024-03-01", "2024-03-01 10:00:05", "1.5"]
    assert [row[4] for row in cells(tmp_path)][2:] == ["1000000", "0.1", "-3.25", "0.333333333333333"]
    said = staged.columns[0].described
    assert said.label == "How satisfied were you?"
    assert said.value_labels == (("1", "Very bad"), ("5", "Very good"), (".a", unsure))
    assert said.missing == ((unsure, "dk"), (".b", "na"))


def test_rows_come_part_by_part_and_none_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistics_files, "CHUNK_CELLS", 1)
    frame = pd.DataFrame({"id": range(230), "word": [f"w{at}" for at in range(230)]})
    for content in (sav(tmp_path, frame), sav(tmp_path, frame, compress=True), dta(tmp_path, frame)):
        assert read_here(tmp_path, content).rows == 230
        assert cells(tmp_path) == [[str(at), f"w{at}"] for at in range(230)]


def test_letters_of_old_files_are_read_and_an_encoding_may_be_named(tmp_path: Path) -> None:
    content = sav(tmp_path, pd.DataFrame({"a": ["Gruess Gott", "x"]}))
    old = content.replace(b"Gruess", b"Gr\xfc\xdf  ").replace(b"UTF-8", b"XXXXX")
    for wishes in ({}, {"encoding": "WINDOWS-1252"}):
        read_here(tmp_path, old, **wishes)
        assert cells(tmp_path)[0] == ["Grüß   Gott"]
    with pytest.raises(refusals.BadOptionError, match="'klingon' is not an encoding that is known here"):
        read_here(tmp_path, content, encoding="klingon")


def test_equal_labels_are_told_apart_and_codes_without_any_stay_numbers() -> None:
    texts = CodeTexts({1: "Good ", 2: "good", 3: "", 4: "Bad"}, ranges=[(8, 9)])
    assert [texts[code] for code in (1, 2, 3, 4, 8, 9.5, float("nan"), None)] == [
        "Good (1)", "good (2)", "3", "Bad", "8", "9.5", None, None,
    ]  # fmt: skip
    assert texts.described("").missing == (("8", "na"),)
    assert CodeTexts({}, is_float=True)[0.10000000149011612] == "0.1"
    assert CodeTexts({}, is_float=True)[16777216.0] == "16777216"
    assert texts.described("").value_labels == (("1", "Good (1)"), ("2", "good (2)"), ("4", "Bad"))


@pytest.mark.parametrize(
    ("written", "number", "text"),
    [
        (stata_dates("%td"), 0, "1960-01-01"),
        (stata_dates("%-tdDD/NN/CCYY"), 23436, "2024-03-01"),
        (stata_dates("%tm"), 770, "2024-03-01"),
        (stata_dates("%tq"), 257, "2024-04-01"),
        (stata_dates("%tw"), 52 * 64 + 1, "2024-01-08"),
        (stata_dates("%th"), 129, "2024-07-01"),
        (stata_dates("%td"), 1e12, None),
        (spss_dates("MOYR6"), 13928630400, "2024-03-01"),
        (spss_dates("YMDHMS19.0"), 13928666405, str(datetime(2024, 3, 1, 10, 0, 5))),
        (spss_dates("ADATE10"), -1e18, None),
    ],
)
def test_dates_are_counted_as_each_program_counts_them(written: Any, number: float, text: str | None) -> None:
    assert written(number) == text
    assert stata_dates("%ty") is stata_dates("%9.0g") is spss_dates("F8.2") is spss_dates("TIME8") is None


def test_a_file_that_claims_more_than_it_holds_or_breaks_off_is_damaged(tmp_path: Path) -> None:
    frame = pd.DataFrame({"a": [1.0] * 50, "b": ["x"] * 50})
    whole, stata = sav(tmp_path, frame), dta(tmp_path, frame)
    count = stata.index(b"<N>") + 3
    for broken in (
        whole[:80] + (10**9).to_bytes(4, "little") + whole[84:],
        whole[:-30], whole[:100], whole[:4],
        stata[:count] + (10**9).to_bytes(8, "little") + stata[count + 8 :],
        stata[: len(stata) // 2], stata[:40], b"\x73\x02\x01\x00" + bytes(200),
    ):  # fmt: skip
        with pytest.raises((refusals.DamagedFileError, refusals.EmptyFileError)):
            read_here(tmp_path, broken)
    for empty in (sav(tmp_path, frame[:0]), dta(tmp_path, frame[:0])):
        with pytest.raises(refusals.HeaderOnlyError):
            read_here(tmp_path, empty)


def test_a_variable_whose_name_is_no_letters_is_damaged(tmp_path: Path) -> None:
    content = sav(tmp_path, FRAME[["sat"]])
    at = content.index(b"SAT") if b"SAT" in content else content.index(b"sat")
    with pytest.raises(refusals.DamagedFileError, match="one of its variables has no name"):
        read_here(tmp_path, content.replace(content[at : at + 8], b"\xff" * 8), "made.sav")


def test_labels_of_a_variable_that_is_not_there_are_damage_although_the_library_crashes_on_it(tmp_path: Path) -> None:
    content = sav(tmp_path, FRAME[["sat"]], variable_value_labels={"sat": SATISFIED})
    whose = struct.pack("<3i", 4, 1, 1)
    with pytest.raises(refusals.DamagedFileError, match="its parser gave up on it"):
        read(tmp_path, content.replace(whose, struct.pack("<3i", 4, 1, 32_767)), "made.sav")


def test_codes_of_no_answer_are_blank_in_numbers_texts_and_groups_whatever_declares_them(tmp_path: Path) -> None:
    rows = 400
    frame = pd.DataFrame(
        {
            "csat": [float(at % 5 + 1) for at in range(rows)],
            "age": [[20.0 + at % 40, 999.0][at % 8 == 0] for at in range(rows)],
            "revenue": [[100.25 + at, 999_998.0][at % 4 == 0] for at in range(rows)],
            "city": [("Bonn", "Köln", "XX")[at % 3] for at in range(rows)],
            "region": [(1.0, 2.0, 9.0)[at % 3] for at in range(rows)],
        }
    )
    content = sav(
        tmp_path,
        frame,
        variable_value_labels={"region": {1: "North", 2: "South", 9: "No answer"}},
        missing_ranges={"age": [999], "revenue": [{"lo": 900_000, "hi": 1_000_000}], "city": ["XX"], "region": [9]},
    )
    found = Brought(tmp_path, content)
    known = frame[frame.age < 999].age
    assert (found.cells("age").count(), found.cells("age").sum()) == (len(known), known.sum())
    spent = frame[frame.revenue < 900_000].revenue
    assert (found.cells("revenue").count(), found.cells("revenue").sum()) == (len(spent), spent.sum())
    assert [set(found.cells(name).dropna()) for name in ("city", "region")] == [{"Bonn", "Köln"}, {"North", "South"}]
    said = {each["column"]: each["count"] for each in found.answer["altered"] if each["code"] == "code_of_no_answer"}
    assert said == {"age": 50, "revenue": 100, "city": 133, "region": 133}
    assert found.roles()["region"] == "segment"


def test_tagged_missings_of_stata_are_blank_in_numbers(tmp_path: Path) -> None:
    frame = pd.DataFrame({"csat": [1, 2, 3, 4, 5] * 8, "age": [30, 40, "a", 50, "b"] * 8}, dtype=object)
    content = dta(tmp_path, frame, missing_user_values={"age": ["a", "b"]})
    found = Brought(tmp_path, content)
    assert (found.cells("age").count(), found.cells("age").sum(), found.codes()) == (24, 960.0, {})
