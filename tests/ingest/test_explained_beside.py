"""A legend above or below the table, under a name, or on another sheet says which end of the scales is the best."""

from dataclasses import replace
from pathlib import Path

import pytest

from csat_core.ingest.layouts import recognised
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.scales.code_books import book_of
from csat_core.ingest.scales.explained_names import Names
from tests.ingest.handmade import profiles
from tests.ingest.made_files import read_here, workbook

FIVE = [str(1 + n % 5) for n in range(60)]


def columns_beside(*lines: str, **more: list[str]) -> dict[str, ColumnMapping]:
    table = {"Overall satisfaction": FIVE, "Speed": FIVE, **more}
    found = tuple(replace(each, described=replace(each.described, beside=lines)) for each in profiles(table))
    return {column.name: column for column in propose(found, ".").columns}


@pytest.mark.parametrize(
    ("lines", "scale", "said"),
    [
        (["Legend: 1 = very satisfied, 2 = satisfied, 3 = neutral, 4 = dissatisfied, 5 = very dissatisfied"], "5-1", "1 = very satisfied, 5 = very dissatisfied"),
        (["1 = very satisfied", "2 = satisfied", "3 = neutral", "4 = dissatisfied", "5 = very dissatisfied"], "5-1", "1 = very satisfied"),
        (["Customer survey March (1 = best 5 = worst)"], "5-1", "1 = best, 5 = worst"),
        (["# scale: 1=best..5=worst"], "5-1", "1 = best, 5 = worst"),
        (["Skala: Schulnoten 1-5"], "5-1", "schulnote"),
        (["Noten: 1 = sehr gut, 5 = mangelhaft"], "5-1", "1 = sehr gut, 5 = mangelhaft"),
        (["1 = très mauvais, 5 = très bon"], "1-5", None),
        (["0 = worst, 10 = best"], "1-5", None),
        (["Survey 2026, wave 1"], "1-5", None),
    ],
)  # fmt: skip
def test_a_legend_turns_every_scale_of_its_span_and_says_so(lines, scale, said):
    found = columns_beside(*lines)
    assert {name: column.scale.name for name, column in found.items()} == dict.fromkeys(found, scale)
    for column in found.values():
        assert (column.assumed, column.question) == (said is not None, None)
        assert said is None or f"the file says '{said}' beside the table, so 1 is taken as the best" in column.reason


GRADED = [str(1 + n % 4 if n % 15 else 5) for n in range(60)]
TO_SIX = [str(2 + n % 5) for n in range(60)]
WELL_TO_FIVE = [*"1234555445"] * 6
WELL_TO_TEN = [str(1 + n % 10 if n % 3 else 8) for n in range(60)]


@pytest.mark.parametrize(
    ("lines", "cells", "scale"),
    [
        (["1 = sehr gut, 6 = ungenügend"], GRADED, "6-1"),
        (["1 = sehr gut, 6 = ungenügend"], [*GRADED, "6"], "6-1"),
        (["Noten von 1 (sehr gut) bis 6 (ungenügend)"], GRADED, "6-1"),
        (["Schulnoten 1-6"], GRADED, "6-1"),
        (["1 = very good", "2 = good", "6 = very bad"], GRADED, "6-1"),
        (["1 très satisfait - 6 pas du tout satisfait"], GRADED, "6-1"),
        (["1 = very good, 7 = very bad"], GRADED, "7-1"),
        (["1 = very bad, 7 = very good"], TO_SIX, "1-7"),
        (["0 = worst, 10 = best"], WELL_TO_TEN, "0-10"),
        (["0 = very unlikely, 10 = very likely"], GRADED, "1-5"),
        (["1 = not important, 6 = very important"], WELL_TO_FIVE, "1-5"),
    ],
)  # fmt: skip
def test_a_legend_says_the_span_too_where_nobody_gave_an_end_of_it(lines, cells, scale):
    columns = columns_beside(*lines, **{"Zufriedenheit": cells, "Overall satisfaction": cells, "Speed": cells})
    found = {name: column.scale.name for name, column in columns.items()}
    assert found == dict.fromkeys(found, scale)
    assert [column.doubt for column in columns.values()] == [None] * 3
    assert all("beside the table" in column.reason or scale[0] < "2" for column in columns.values())


def test_a_legend_of_a_longer_scale_that_the_answers_do_not_fit_is_quoted_in_a_doubt():
    found = columns_beside("1 = very good, 10 = very bad")["Overall satisfaction"]
    assert found.scale.name == "1-5"
    assert "the file says '1 = very good, 10 = very bad' beside the table, which does not fit" in found.question


@pytest.mark.parametrize(
    "lines", [["1 = blurb, 5 = zorg"], ["Speed: 1 = best", "Price: 5 = best"], ["Speed: 1 = best", "Price: 1 = worst"]]
)
def test_a_legend_that_is_not_understood_is_quoted_in_a_doubt(lines):
    found = columns_beside(*lines)
    assert found["Overall satisfaction"].question is not None
    assert "beside the table" in found["Speed"].doubt


def test_what_a_name_says_itself_goes_before_a_legend_and_other_spans_are_not_touched():
    own = {"Service (5 = best)": FIVE, "Recommend us": [str(n % 11) for n in range(66)]}
    found = columns_beside("1 = best, 5 = worst", **own)
    assert [found[name].scale.name for name in own] == ["1-5", "0-10"]


def test_a_legend_in_the_row_below_the_names_goes_for_its_column_and_those_beside_it_follow_with_a_doubt():
    found = columns_beside(Service=["1=very satisfied;5=very dissatisfied", *FIVE])
    assert (found["Service"].scale.name, found["Service"].doubt) == ("5-1", None)
    assert found["Speed"].scale.name == "5-1"
    assert (
        "'Service' beside it is best where it is low, by '1 = very satisfied, 5 = very dissatisfied'"
        in found["Speed"].doubt
    )


def test_rows_that_name_no_column_are_lines_for_all_and_a_code_with_its_word_is_one():
    rows = [["Title"], ["1", "Very satisfied"], ["", "5 = bad", None], ["Wave", "March"], ["0 worst, 10 best"]]
    assert book_of(rows, Names([])).lines == ("1 = Very satisfied; 5 = bad", "0 worst, 10 best")
    head = [["1 = best"], ["Rating", "Region"], ["4", "North"], ["5", "South"]]
    assert recognised(head).above == (("1 = best",),)


def test_what_stands_above_below_and_on_another_sheet_is_read_from_a_file(tmp_path: Path):
    body = "".join(f"{n},{FIVE[n]}\n" for n in range(40))
    rows = [["ID", "Satisfaction"], *([n, int(FIVE[n])] for n in range(40))]
    files = {
        "above.csv": f"Survey,\n1 = best 5 = worst,\nID,Satisfaction\n{body}",
        "below.csv": f"ID,Satisfaction,Region\n{body.replace(chr(10), ',N' + chr(10))}\n1 = very good\n5 = very bad\n",
        "sheets.xlsx": workbook({"Data": rows, "Legend": [["Code", "Meaning"], [1, "Very good"], [5, "Very bad"]]}),
    }
    found = [read_here(tmp_path, content, name).columns[1].described.beside for name, content in files.items()]
    assert found == [("1 = best 5 = worst",), ("1 = very good; 5 = very bad",), ("1 = Very good; 5 = Very bad",)]


def test_a_line_that_says_no_more_than_that_low_is_good_goes_for_all():
    assert (
        columns_beside("Please note: lower is better")["Speed"].scale == columns_beside("1 is the best")["Speed"].scale
    )
    longer = columns_beside("For the waiting times in minutes on the next sheet lower is better")["Speed"].scale
    assert longer == columns_beside("A survey of guests")["Speed"].scale
