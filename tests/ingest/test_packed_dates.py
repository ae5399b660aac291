"""Dates of digits alone, days that a spreadsheet counted, and days that one took for months."""

import pytest

from csat_core.ingest.further.as_now import dated_as_now
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.texts.days import day, fault
from csat_core.ingest.texts.packed_dates import packed_day
from csat_core.model.dataset import Role
from tests.ingest.handmade import profiles
from tests.ingest.test_convert import converted, other, question
from tests.ingest.test_dates import in_sql

MONTHS = [f"{month:02}" for month in range(1, 13)]
TEXTS = [f"{day}/02/2026" for day in range(13, 25)]
"""Days of February that no spreadsheet takes for months."""
REAL = [f"2026-{day}-02" for day in MONTHS]
"""What became of the 1st to the 12th of February where months come first."""


def proposed(name, cells):
    answers = [str(at % 5 + 1) for at in range(len(cells))]
    return propose(profiles({name: cells, "Satisfaction": answers}), ".").columns[0]


@pytest.mark.parametrize("order", ["ymd", "dmy", "mdy"])
def test_digits_without_signs_between_are_the_same_day_for_proposal_and_conversion(order):
    cells = [
        "260214",
        "140226",
        "021426",
        "20260214",
        "14022026",
        "02142026",
        "991231",
        "311299",
        "000000",
        "260230",
        "123456",
        "99999999",
    ]
    read = [each and str(each) for each in (packed_day(cell, order) for cell in cells)]
    in_order = {"ymd": ["260214", "20260214"], "dmy": ["140226", "14022026"], "mdy": ["021426", "02142026"]}[order]
    assert [read[cells.index(cell)] for cell in in_order] == ["2026-02-14"] * 2
    year_first = {"20260214": "2026-02-14"}
    assert in_sql(day("c1", order), cells) == [
        year_first.get(cell, found) for cell, found in zip(cells, read, strict=True)
    ]
    assert in_sql(fault("c1", "ymd"), ["261331"]) == ["An impossible date: there is no such day."]


@pytest.mark.parametrize(
    ("name", "cells", "order", "said"),
    [
        ("Date", [f"{day}022026" for day in range(10, 29)], "dmy", "day first, without signs between"),
        ("Datum", [f"02{day}2026" for day in range(10, 29)], "mdy", "month first, without signs between"),
        ("Date", [f"202602{day}" for day in range(10, 29)], "ymd", "year first, without signs between"),
        ("Date", [f"2602{day}" for day in range(10, 29)], "ymd", "begin with the year or the day; say --map \"Date=time:ymd\" or --map \"Date=time:dmy\"."),
        ("Date", [f"{day}{month}26" for month in MONTHS for day in ("03", "14")], "dmy", "begin with the day or the year"),
        ("Month", [f"2026{month}" for month in MONTHS], "ymd", "months, each of which stands for its first day"),
        ("Submitted at", ["46023,5", "46024,25", "46025"] * 5, "ymd", "counted in days or seconds"),
        ("Date", [*TEXTS, *(f"460{day}" for day in range(36, 44))], "dmy", "Nearly all cells are dates, day first"),
        ("Date", [f"26-{month}-{day}" for month in MONTHS[:6] for day in ("03", "14")], "ymd", "year first: read in another order"),
        ("回答日時", [f"26/{month}/{day} 10:05" for month in MONTHS[:6] for day in ("03", "14")], "ymd", "year first"),
        ("Datum", [f"{day}.{month}.26" for month in MONTHS[:6] for day in ("03", "14")], "dmy", "day first: 6 of them such as 14.01.26"),
        ("Date", ["24-05-25", "25-05-24", "24-06-25"] * 5, "ymd", "begin with the year or the day; say"),
        ("Date", ["20260214090000", "20260215090000"] * 5, "ymd", "counted in days or seconds"),
    ],
)  # fmt: skip
def test_such_dates_under_the_name_of_a_time_are_read_or_asked_about(name, cells, order, said):
    column = proposed(name, cells)
    assert (column.role, column.date_order) == (Role.TIME, order)
    assert said in (column.question or column.reason)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Date", [f"{number}" for number in range(123_456, 990_000, 54_321)]),
        ("Order", [f"2602{day}" for day in range(10, 29)]),
        ("Date", [f"Feb {day}" for day in range(10, 29)]),
        ("Date", ["202512", "261231"] * 9),
    ],
)  # fmt: skip
def test_digits_that_name_no_day_or_stand_under_another_name_are_no_time(name, cells):
    assert proposed(name, cells).role is not Role.TIME


def test_days_that_a_spreadsheet_took_for_months_are_recognised_and_asked_about():
    column = proposed("Date", [*TEXTS, *REAL])
    assert column.question == (
        "In 'Date' none of 12 real dates has a day above 12, and none of the others, such as 13/02/2026, one up to 12: a "
        "spreadsheet seems to have taken days for months where it could, so that 3 February became 2 March; say --map "
        '"Date=time:ydm" to turn these back, or --map "Date=time:dmy" if they are right.'
    )
    turned_the_other_way = [f"02/{day}/2026" for day in range(13, 25)]
    assert '"Date=time:ydm"' in (proposed("Date", [*turned_the_other_way, *REAL]).question or "")


@pytest.mark.parametrize(
    "cells",
    [[*TEXTS, "2026-03-14", *REAL], [*TEXTS, "03/02/2026", *REAL], [*TEXTS, *REAL[:5]], [*TEXTS[:1] * 9, *REAL], REAL],
)
def test_dates_that_no_spreadsheet_can_have_turned_are_not_asked_about(cells):
    assert "ydm" not in (proposed("Date", cells).question or "")


@pytest.mark.parametrize(
    ("cells", "order"),
    [([*REAL, "2026-03-14"], "ymd"), ([*TEXTS, *REAL], "ydm"), (REAL[:3], "ydm"), ([*TEXTS, *REAL, "2026-03-14"], "dmy")],
)  # fmt: skip
def test_a_further_file_that_no_spreadsheet_can_have_turned_is_read_as_it_stands(cells, order):
    (profile,) = profiles({"Date": cells})
    assert dated_as_now(other(1, "Date", Role.TIME, date_order="ydm"), profile).date_order == order
    assert dated_as_now(other(1, "Date", Role.TIME, date_order="dmy"), profile).date_order == "dmy"


def test_turned_dates_are_read_as_they_were_written_first_where_a_person_says_so():
    cells = [*TEXTS, *(f"{day} 09:30:00" for day in REAL), "2026-02-13"]
    columns = [(question(1), ["5"] * len(cells)), (other(2, "Date", Role.TIME, date_order="ydm"), cells)]
    result = converted(columns)
    assert sorted(str(each) for each in result.accepted["day"]) == [f"2026-02-{day:02}" for day in range(1, 25)]
    assert [(row["value"], row["reason"]) for row in result.rejected] == [
        ("2026-02-13", "An impossible date: there is no such day.")
    ]
    assert "2026-03-02 is read as 3 February" in result.problems["date_order"]["message"]
