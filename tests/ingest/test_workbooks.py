"""Workbooks of every kind: sheets, titles, merged names, dates, and what stands below the responses."""

import io
import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from csat_core.ingest import refusals
from csat_core.ingest.formats.merged import filled_down, grouped
from tests.ingest.made_files import cells, lines, misfits, names, open_document, read, read_here, workbook, zipped
from tests.ingest.old_workbook import XLS

ANSWERS = [
    (5, "North", "2024-03-01", "4", "5"),
    (6, "North", "2024-03-02 10:05:07", "3", "4.5"),
    (7, "South", "2024-03-03", "5", "TRUE"),
]


def test_an_old_workbook_is_read_whatever_it_is_called_and_wrapped_in(tmp_path: Path) -> None:
    staged = read(tmp_path, zipped({"answers.csv": XLS}))
    assert names(staged) == ["Region", "Day", "Satisfaction [Staff]", "Satisfaction [Room]"]
    assert lines(tmp_path) == ANSWERS
    assert misfits(tmp_path) == [
        (8, "a total below the responses, not one of them", '["Grand total", "", "12", "9.5"]')
    ]
    found = staged.detection
    assert (found.format, found.sheet, found.sheets, found.first_row) == ("xls", "Answers", ("Notes", "Answers"), 5)
    assert found.evidence[-2:] == (
        "Names in row 3 group the columns below them: names are put together from rows 3 and 4.",
        "Row 8 is a total below the responses ('Grand total').",
    )
    with pytest.raises(refusals.NoSuchSheetError, match="no sheet 'Dta'; it has: Notes, Answers"):
        read_here(tmp_path, XLS, sheet="Dta")


def test_an_open_document_is_read_with_its_dates_and_merged_names(tmp_path: Path) -> None:
    region = {"text": "Region", "number-rows-spanned": 2, "number-columns-spanned": 1}
    group = {"text": "Satisfaction", "number-rows-spanned": 1, "number-columns-spanned": 2}
    both = {"text": "4", "number-columns-repeated": 2}
    sheets = {
        "Notes": [["Read this first."]],
        "Answers": [
            [region, "Day", group, None],
            [None, None, "Staff", "Room"],
            ["North", date(2024, 3, 1), both],
            ["South & <West>", date(2024, 3, 2), 5, 4.5],
        ],
    }
    staged = read(tmp_path, open_document(sheets), name="a.xls")
    assert names(staged) == ["Region", "Day", "Satisfaction [Staff]", "Satisfaction [Room]"]
    assert lines(tmp_path) == [
        (3, "North", "2024-03-01", "4", "4"),
        (4, "South & <West>", "2024-03-02", "5", "4.5"),
    ]
    assert (staged.detection.format, staged.detection.sheet) == ("ods", "Answers")


def test_a_region_merged_over_several_responses_belongs_to_each_of_them(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet()
    sheet.merge_range(0, 1, 0, 3, "Guests of all our houses in 2024")
    sheet.write_row(2, 1, ["Region", "Score", "Comment"])
    sheet.merge_range(3, 1, 5, 1, "North")
    for row, score in enumerate([4, 5, 3, 2], 3):
        sheet.write_row(row, 2, [score, "x"])
    sheet.write(6, 1, "South")
    book.close()
    staged = read_here(tmp_path, buffer.getvalue())
    assert names(staged) == ["Region", "Score", "Comment"]
    assert cells(tmp_path) == [["North", "4", "x"], ["North", "5", "x"], ["North", "3", "x"], ["South", "2", "x"]]


def test_only_a_group_that_tells_its_columns_apart_becomes_part_of_their_names() -> None:
    group = ((0, 1), (0, 2))
    assert grouped([["id", "Staff", ""], ["", "kind", "quick"]], [group]).head[1] == [
        "id",
        "Staff [kind]",
        "Staff [quick]",
    ]  # type: ignore[union-attr]
    assert grouped([["id", "Staff", ""], ["1", "4", "5"]], [group]) is None
    assert grouped([["id", "Staff", ""], ["a", "good", "good"]], [group]) is None
    assert grouped([["All of it", "", ""], ["a", "b", "c"]], [((0, 0), (0, 2))]) is None
    assert grouped([["id", "Staff", ""]], [group]) is None
    assert grouped([], []) is None


def test_cells_are_filled_from_above_only_below_the_names() -> None:
    rows: list[list[str | None]] = [["a"], [None], ["b"], [None], [None]]
    assert list(filled_down(rows, [((0, 0), (1, 0)), ((2, 0), (3, 0))], 2)) == [["a"], [None], ["b"], ["b"], [None]]


def sheet_of(*rows: Sequence[Any]) -> bytes:
    return workbook({"Data": [["Region", "Score", "Comment"], ["North", 4, "good"], ["South", 5, "fine"], *rows]})


@pytest.mark.parametrize(
    ("rows", "aside"),
    [
        ([["Total", 9, None]], [4]),
        ([["GRAND TOTAL:", 9, None]], [4]),
        ([[None, None, None], ["Summe (2)", 9, None]], [5]),
        ([["Gesamt", 9, None], ["Reporting period 2024-01-01 to 2024-01-31", None, None]], [4, 5]),
        ([[None, "Total", "2 answers"]], [4]),
        # a value like others, a word within a word, an answer, a place of three words
        ([["Total", 3, "x"], ["North", 4, "y"]], []),
        ([["Totaled", 3, "x"]], []),
        ([["Average", 3, "x"]], []),
        ([["New South Wales", 3, "x"]], []),
    ],
)
def test_totals_and_notes_below_the_responses_are_set_aside_and_values_are_not(
    tmp_path: Path, rows: Sequence[Sequence[Any]], aside: list[int]
) -> None:
    staged = read_here(tmp_path, sheet_of(*rows))
    assert [row[0] for row in misfits(tmp_path)] == aside
    filled = [row for row in rows if any(row)]
    assert staged.rows == 2 + len(filled)
    assert len(lines(tmp_path)) == 2 + len(filled) - len(aside)


def test_the_footer_of_a_text_is_set_aside_and_the_word_of_a_column_is_kept(tmp_path: Path) -> None:
    rows = "".join(f"{number},4,fine\n" for number in range(1, 60))
    read_here(
        tmp_path, f"id,score,comment\n{rows}Average,4,\nTotal,236,\n\nReporting period 2024-01-01 to 2024-03-31,,\n"
    )
    assert [(row[0], row[1].split(" below")[0]) for row in misfits(tmp_path)] == [
        (61, "an average"),
        (62, "a total"),
        (64, "a note"),
    ]
    assert lines(tmp_path)[-1] == (60, "59", "4", "fine")
    kept = [f"{word},4,x\n" for word in ["North", "Total", "South"] * 20]
    assert read_here(tmp_path, f"region,score,comment\n{''.join(kept)}Total,3,x\n").misfits == 0
    notes = [f"{'it was a good stay' if at % 2 else 'bad'},,\n" for at in range(40)]
    assert read_here(tmp_path, f"comment,score,x\n1,2,3\n{''.join(notes)}and again very good,,\n").misfits == 0


MEASURES = [
    ("Summe", "a total"), ("Gesamt: 8", "a total"), ("Somme", "a total"), ("Total geral", "a total"), ("Durchschnitt", "an average"),
    ("Average", "an average"), ("Moyenne", "an average"), ("Ø", "an average"), ("Mean score", "an average"), ("Anzahl", "a measure"),
    ("N = 8", "a measure"), ("Median", "a measure"), ("Count:", "a measure"), ("Écart-type", "a measure"),
]  # fmt: skip


@pytest.mark.parametrize("days", ["0{}.03.2026", "{}. Jan. 2026", "2026-03-0{}"])
def test_the_measures_below_responses_are_none_of_them_in_a_column_of_days_or_of_keys(
    tmp_path: Path, days: str
) -> None:
    rows = [f"R{at};{days.format(at)};{1 + at % 5}" for at in range(1, 9)]
    for words in [MEASURES[at : at + 5] for at in range(0, len(MEASURES), 5)]:
        for before in ("", ";"):
            below = [f"{before}{word};{'' if before else ';'}3" for word, _ in words]
            read_here(tmp_path, "\n".join(["ID;Datum;Zufriedenheit", *rows, "", *below, ""]))
            assert [row[1].split(" below")[0] for row in misfits(tmp_path)] == [kind for _, kind in words]


def test_a_workbook_comes_back_cell_by_cell_in_both_kinds(tmp_path: Path) -> None:
    pick = random.Random(5)
    table = [[f"Question {at}" for at in range(6)]]
    table += [[pick.choice(["a b", "ü", "=1+1", 4, 2.5, None, "None"]) for _ in range(5)] + ["x"] for _ in range(200)]
    expected = [[None if cell is None else str(cell) for cell in row] for row in table[1:]]

    def found(content: bytes) -> list[list[str | None]]:
        read_here(tmp_path, content)
        return cells(tmp_path)

    assert found(workbook({"Data": table})) == found(open_document({"Data": table})) == expected
