"""CSV: what a spreadsheet would run is switched off, numbers stay numbers, and everything comes back."""

import csv
import io
import math
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.exports.csv import FORMULA_STARTS, guarded, to_csv
from csat_core.model.caveat import Caveat

DANGEROUS = (
    "=cmd|' /C calc'!A0", "+1+cmd", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "\t=1+1", "\r=1+1", "\n=1+1",
    "＝1+1", "＋1+1", "－1+1", "＠SUM(1)",
)  # fmt: skip
"""What OWASP lists as the beginnings of a formula, and their full-width forms."""

HARMLESS = (
    "",
    "good",
    "a=b",
    "1-5",
    "'quoted",
    '"quoted"',
    "5 = best",
    "née",
    "😀",
    "<b>",
    "![x](http://e.invalid/a.png)",
)


def read(table: pd.DataFrame) -> list[list[str]]:
    """Header and rows of `table` once written, read back by Python's own reader."""
    return list(csv.reader(io.StringIO(to_csv(table).decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_any_other_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("text", ["-2", "+7", "-0.5", "+1000", "-12.25"])
def test_an_answer_that_is_a_number_with_a_sign_is_left_alone(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("text", ["-", "+", "-2-3", "-1 2", "-1E5!", "-.", "--1", "-1\n", "-1\n=1+1", "+491701234567"])
def test_a_sign_before_anything_but_a_number_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    ("number", "written"),
    [(-5, "-5"), (-0.25, "-0.25"), (np.float64(-1.5), "-1.5"), (np.int64(-3), "-3"), (0.1, "0.1")],
)
def test_a_number_keeps_its_sign_and_every_digit(number: float, written: str) -> None:
    assert read(pd.DataFrame({"n": [number]}))[1] == [written]


@pytest.mark.parametrize("nothing", [None, math.nan, np.float32("nan"), pd.NaT, pd.NA])
def test_what_is_undefined_is_empty(nothing: object) -> None:
    table = pd.DataFrame({"a": pd.Series([nothing], dtype=object), "b": ["x"]})
    assert read(table)[1] == ["", "x"]


def test_names_of_columns_are_guarded_too() -> None:
    assert read(pd.DataFrame({"=1+1": [1], "Region": [2]}))[0] == ["'=1+1", "Region"]


def test_sequences_are_written_with_semicolons_and_guarded_as_a_whole() -> None:
    table = pd.DataFrame({"notes": [(Caveat.SMALL_BASE, Caveat.NO_DATES), ("=1", "x"), ()]})
    assert read(table)[1:] == [["small_base; no_dates"], ["'=1; x"], [""]]


def test_dates_are_written_as_iso_8601() -> None:
    assert read(pd.DataFrame({"day": [date(2026, 3, 9)]}))[1] == ["2026-03-09"]


def test_a_spreadsheet_sees_utf_8_and_windows_line_ends() -> None:
    written = to_csv(pd.DataFrame({"name": ["Zoë"]}))
    assert written == b"\xef\xbb\xbfname\r\nZo\xc3\xab\r\n"


def test_a_table_without_rows_keeps_its_names() -> None:
    assert read(pd.DataFrame({"a": [], "b": []})) == [["a", "b"]]


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


@settings(deadline=None)
@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=8))
def test_every_text_comes_back_as_it_was_but_for_the_apostrophe(rows: list[tuple[str, str]]) -> None:
    found = read(pd.DataFrame(rows, columns=["a", "b"]))[1:]
    assert [tuple(row) for row in found] == [(guarded(a), guarded(b)) for a, b in rows]


@given(cells)
def test_no_text_comes_out_that_a_spreadsheet_would_run(text: str) -> None:
    safe = str(guarded(text))
    assert not safe.startswith(FORMULA_STARTS) or -9999.9999 <= float(safe) <= 9999.9999


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(-(2**53), 2**53))
def test_every_number_comes_back_exactly(fraction: float, whole: int) -> None:
    row = read(pd.DataFrame({"f": [fraction], "i": [whole]}))[1]
    assert (float(row[0]), int(row[1])) == (fraction, whole)
