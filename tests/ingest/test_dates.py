"""Dates in every way files write them: read as the day that stands there, or told why they are none."""

from datetime import date, timedelta

import duckdb
import pytest

from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.texts.calendar_orders import names_day, orders_of
from csat_core.ingest.texts.days import day, fault, moment, usual_day
from csat_core.ingest.texts.periods import period_of
from csat_core.ingest.texts.zones import time_zone
from csat_core.model.dataset import Role
from tests.ingest.handmade import Cell, profiles
from tests.ingest.test_convert import converted, other, question

FIFTH_OF_MARCH = [
    # months in words, in every language, full and short, with and without accents
    "5 mars 2024", "mardi 5 mars 2024", "le 5 mars 2024", "5. März 2024", "5 Maerz 2024", "5. Mrz 2024", "5. Mär. 2024", "Dienstag, 5. März 2024",
    "5 de marzo de 2024", "5 marzo 2024", "martes, 5 de marzo de 2024", "5 de março de 2024", "5 de marco de 2024", "5 marzo 2024 14:30",
    "5 maart 2024", "5 mrt 2024", "den 5 mars 2024", "tisdag 5 mars 2024 kl. 14:30", "5 marca 2024", "5 Μαρτίου 2024", "5 ΜΑΡΤΙΟΥ 2024", "5 Μαρ 2024",
    "5-Mar-24", "05-Mar-2024", "05MAR2024", "5th of March 2024", "March 5, 2024", "Mar 5, 2024, 2:30 PM", "Tue, Mar 5, 2024", "Tuesday, March 5th, 2024 at 2:30 PM",
    "2024-Mar-05", "2024 March 5", "Tue, 05 Mar 2024 14:30:00 GMT", "Tue Mar 05 2024 14:30:00 GMT+0100 (Central European Standard Time)",
    "Tue Mar 05 14:30:00 +0000 2024", "5 mars 2024 à 14:30", "5 de marzo de 2024 a las 14:30",
    # Chinese and Japanese
    "2024年3月5日", "2024年03月05日 14:30", "2024年3月5日 下午2:30", "2024年3月5日14時30分", "2024 年 3 月 5 日", "2024年3月5日(火)", "2024/3/5 下午 2:30:12", "2024/03/05 午後2:30",
    # clocks, zones, odd spaces
    "2024-03-05T14:30:12Z", "2024-03-05T14:30:12.123456+02:00", "2024-03-05 14:30:12 UTC", "2024-03-05 14:30:12 +0200", "2024-03-05 23:59 (CET)", "20240305", "2024.03.05",
    "2024-03-05 2:30:12\u202fp.\u00a0m.", "\u00a02024-03-05\u00a0", "2024/03/05 2:30 μ.μ.",
    # days of the week
    "Tue 2024-03-05", "Di., 2024-03-05 14:30", "2024-03-05 (Tue) 14:30", "2024/03/05(火)",
    # counted: days of a spreadsheet, seconds, milliseconds
    "45356", "45356.604", "45356,604", "1709649000", "1709649000000", "202403051430", "20240305143012",
]  # fmt: skip


BOTH = ("dmy", "mdy")


def in_sql(expression: str, cells: list[str]) -> list[str | None]:
    with duckdb.connect() as connection:
        rows = connection.execute(
            f"SELECT ({expression})::VARCHAR FROM (SELECT unnest($cells::VARCHAR[]) AS c1)", {"cells": cells}
        ).fetchall()
    return [value for (value,) in rows]


@pytest.mark.parametrize(
    ("order", "cell", "at"),
    [
        ("dmy", "01.02.2026 09:30", "2026-02-01 09:30:00"), ("mdy", "02/01/2026 09:30:15 PM", "2026-02-01 21:30:15"),
        ("mdy", "2/1/2026 12:05 AM", "2026-02-01 00:05:00"), ("dmy", "1. 2. 2026", "2026-02-01 00:00:00"),
        ("dmy", "01/02/2026 7.05", "2026-02-01 07:05:00"), ("ymd", "2026年2月1日 14时05分", "2026-02-01 14:05:00"),
        ("ymd", "2026/02/01 午後 2:05", "2026-02-01 14:05:00"), ("ymd", "2026年2月1日 下午2:05", "2026-02-01 14:05:00"),
        ("dmy", "1/2/2026 2:05:00 μ.μ.", "2026-02-01 14:05:00"), ("dmy", "1 févr. 2026 à 14:05", "2026-02-01 14:05:00"),
        ("mdy", "Feb 1, 2026 10:05 am", "2026-02-01 10:05:00"), ("dmy", "01/02/2026 10:05 +0200", "2026-02-01 10:05:00"),
        ("dmy", "dim. 01/02/2026 à 10h05", "2026-02-01 10:05:00"), ("mdy", "Sunday, 02/01/2026", "2026-02-01 00:00:00"),
    ],
)  # fmt: skip
def test_a_moment_has_its_clock_however_it_is_written(order, cell, at):
    assert in_sql(moment("c1", order), [cell]) == [at]


@pytest.mark.parametrize("order", ["ymd", "dmy", "mdy"])
def test_a_day_that_is_plain_in_any_order_is_read_in_every_language_and_form(order):
    read = dict(zip(FIFTH_OF_MARCH, in_sql(day("c1", order), FIFTH_OF_MARCH), strict=True))
    assert {cell: found for cell, found in read.items() if found != "2024-03-05"} == {}


TEN_SIGNS = [
    "2024-03-05", "2024/03/05", "2024.03.05", "2024-3-5  ", "1999-12-31", "2000-01-01", "2099-12-31", "1899-12-31", "2100-01-01", "19-12-24  ",
    "20-01-24  ", "20-01-2024", "19/12/2024", "19.12.2024", "20/20/2024", "2024-May-1", "2024 May 1", "2024-13-05", "2024-W01-1", "2024-03-05 14:30:12",
    "2024-03-05T14:30:12", "2024-03-05 14:30+02", "2024-03-05 5:00 UTC", "2024-03-05 23:00-05", "2024-03-05 99:00:00", "19-12-2024 10:30:00", "20/01/2024 10:30:00",
    "9999-12-31 23:59:59", "2567-03-05", "1445-08-24", "0001-01-01", "2,024-3-05", "20240305  ", "1709649000", "", "          ",
]  # fmt: skip


@pytest.mark.parametrize("order", ["ymd", "dmy", "mdy"])
def test_the_short_way_to_a_day_never_reads_another_one_than_the_long_way(order):
    cells = FIFTH_OF_MARCH + TEN_SIGNS + list(NO_DAYS)
    short, long = (in_sql(way("c1", order), cells) for way in (usual_day, day))
    assert {c: (s, d) for c, s, d in zip(cells, short, long, strict=True) if s is not None and s != d} == {}
    assert short[len(FIFTH_OF_MARCH)] == "2024-03-05"


def test_the_proposal_knows_the_same_days_as_the_conversion():
    known = [
        cell
        for cell in FIFTH_OF_MARCH
        if not cell.replace(".", "").replace(",", "").isdecimal() and "+0000 2024" not in cell
    ]
    missed = [cell for cell in known if not names_day(cell) and not orders_of(cell.strip("\u00a0"))]
    assert [cell for cell in missed if len(cell) <= 45] == []
    assert [orders_of(cell) for cell in ("Mon 30/03/2026", "Mon 03/04/26", "Visit 3", "01/02/2026 à 10h05")] == [
        ("dmy",),
        BOTH,
        (),
        BOTH,
    ]
    assert not any(map(names_day, ["5 apples 2024", "May", "Market 5", "12 monkeys 20", "", "1999"]))


NO_DAYS = {
    "31/02/2024": "impossible date: there is no such day", "2024-13-05": "impossible date: there is no such day", "1900-01-00": "impossible date: there is no such day",
    "31 février 2024": "impossible date: there is no such day", "2024年2月30日": "impossible date: there is no such day", "45/45/2024": "impossible date: there is no such day",
    "0001-01-01": "its year is not from 1900 to 2099", "9999-12-31": "its year is not from 1900 to 2099", "00/00/0000": "its year is not from 1900 to 2099",
    "2567-03-05": "years of other calendars are not guessed", "令和6年3月5日": "years of other calendars are not guessed", "1445-08-24": "years of other calendars are not guessed",
    "9999-12-31 23:59:59": "its year is not from 1900 to 2099",
    "03/25/2024": "order month, day, year, which contradicts the order day, month, year", "3/25/24 2:30 PM": "which contradicts the order",
    "yesterday": "Not a date in the order day, month, year", "5 apples 2024": "Not a date", "soon": "Not a date",
}  # fmt: skip


def test_a_cell_that_names_no_day_is_told_why():
    cells = list(NO_DAYS)
    assert in_sql(day("c1", "dmy"), cells) == [None] * len(cells)
    told = dict(zip(cells, in_sql(fault("c1", "dmy"), cells), strict=True))
    assert {cell: told[cell] for cell, expected in NO_DAYS.items() if expected not in str(told[cell])} == {}


def test_dates_of_two_orders_in_one_column_are_set_aside_with_the_reason():
    cells: list[Cell] = ["25/03/2024", "26/03/2024", "03/04/2024", "03/25/2024", "31/02/2024", "soon", "5 mars 2024"]
    result = converted(
        [(question(1), ["5"] * 7), (other(2, "Date (Europe/Paris)", Role.TIME, date_order="dmy"), cells)]
    )
    assert [str(each) for each in result.accepted["day"]] == ["2024-03-25", "2024-03-26", "2024-04-03", "2024-03-05"]
    assert [(row["value"], row["code"], row["reason"].partition(":")[0]) for row in result.rejected] == [
        ("03/25/2024", "bad_date", "A date in the order month, day, year, which contradicts the order day, month, year of the column."),
        ("31/02/2024", "bad_date", "An impossible date"),
        ("soon", "bad_date", "Not a date in the order day, month, year."),
    ]  # fmt: skip
    assert result.problems["bad_date"]["count"] == 3
    assert " 1: An impossible date: there is no such day." in result.problems["bad_date"]["message"]
    assert "those of Europe/Paris" in result.problems["time_zone"]["message"]


def test_rows_that_end_before_they_start_are_flagged_and_kept():
    starts: list[Cell] = [
        "2024-03-05 10:00:00",
        "2024-03-05 10:00:00",
        "2024-03-06 10:00:00",
        None,
        "2024-03-07 10:00:00",
    ]
    ends: list[Cell] = [
        "2024-03-05 10:05:00",
        "2024-03-05 09:00:00",
        "2024-03-05 11:00:00",
        "2024-03-05 11:00:00",
        None,
    ]
    columns = [
        (question(1), ["5"] * 5),
        (other(2, "StartDate", Role.IGNORE), starts),
        (other(3, "EndDate", Role.TIME, date_order="ymd"), ends),
    ]
    result = converted(columns)
    problem = result.problems["ends_before_start"]
    assert (problem["count"], problem["example_row"], problem["column"]) == (2, 3, "EndDate")
    assert len(result.accepted["q01"]) == 5
    assert "ends_before_start" not in converted([columns[0], columns[1], (columns[2][0], starts)]).problems


@pytest.mark.parametrize(
    ("name", "zone"),
    [("Updated at (America/New_York)", "America/New_York"), ("Start Date (UTC)", "UTC"), ("Date [GMT+1]", "GMT+1"), ("Date (dd/mm)", None),
     ("Created (UTC+02:00)", "UTC+02:00"), ("Satisfaction (1-5)", None), ("Date", None)],
)  # fmt: skip
def test_the_time_zone_in_a_name_is_known(name, zone):
    assert time_zone(name) == zone


@pytest.mark.parametrize(
    ("name", "cells", "reason"),
    [
        ("Horodateur", ["5 mars 2024", "6 mars 2024"], "Nearly all cells are dates, the month in words."),
        ("Datum", ["5. März 2024", "6. März 2024", "7. April 2024"], "Nearly all cells are dates, the month in words."),
        ("Date", ["45356", "45357"], "Nearly all cells are dates, counted in days or seconds."),
        ("Fecha", ["25/03/2024", "03/04/2024"], "Nearly all cells are dates, day first: 30 of them such as 25/03/2024 can only be read so."),
        ("Date", ["25/03/2024", "26/03/2024", "27/03/2024", "03/25/2024"],
         "75 % of the cells are dates, day first: 90 of them such as 25/03/2024 can only be read so, against 30 that can only be read the other "
         "way and are set aside; the others are set aside."),
    ],
)  # fmt: skip
def test_how_dates_are_written_and_what_settles_it_is_said(name, cells, reason):
    table = {name: cells * 30, "Rating": ["1", "2", "3", "4", "5", "5"] * (5 * len(cells))}
    column = propose(profiles(table), ".").columns[0]
    assert (column.role, column.reason) == (Role.TIME, reason)


FIRST_DAYS = {
    "2026-03": "2026-03-01", "03/2026": "2026-03-01", "Mar 2026": "2026-03-01", "März 2026": "2026-03-01", "marzo de 2026": "2026-03-01",
    "2026 March": "2026-03-01", "2026年3月": "2026-03-01", "Q1 2026": "2026-01-01", "2026-Q3": "2026-07-01", "T4 2026": "2026-10-01",
    "Mar-26": "2026-03-01", "Mär 26": "2026-03-01", "mars '26": "2026-03-01", "202603": "2026-03-01", "202613": None, "apples 26": None,
    "2026-W07": "2026-02-09", "KW 1 2026": "2025-12-29", "2026-W53": "2026-12-28",
    "2025-W53": None, "2026-13": None, "Q5 2026": None, "apples 2026": None, "2026": None, "Version 2026": None,
}  # fmt: skip


def test_a_month_a_quarter_and_a_week_stand_for_their_first_day_where_the_proposal_says_so_too():
    cells = list(FIRST_DAYS)
    assert dict(zip(cells, in_sql(day("c1", "dmy"), cells), strict=True)) == FIRST_DAYS
    assert [cell for cell in cells if bool(period_of(cell)) != (FIRST_DAYS[cell] is not None) or names_day(cell)] == []


def test_the_times_that_google_forms_writes_are_days_for_proposal_and_conversion():
    cells = ["2026/06/04 8:11:00 AM UTC+1", "2026/06/04 8:11:00 PM GMT+2", "2026/06/04 8:11:00 p. m. GMT-6"]
    assert in_sql(day("c1", "ymd"), cells) == ["2026-06-04"] * 3
    assert [orders_of(cell) for cell in cells] == [("ymd",)] * 3


@pytest.mark.parametrize(
    ("name", "cells", "role", "kind"),
    [
        ("Response date", ["2026-03", "2026-04"], Role.TIME, "months"), ("Month", ["Mar 2026", "Apr 2026"], Role.TIME, "months"),
        ("Response date", ["Q1 2026", "Q2 2026"], Role.TIME, "quarters"), ("Quartal", ["2026-Q1", "2026-Q2"], Role.TIME, "quarters"),
        ("Response date", ["2026-W07", "2026-W08"], Role.TIME, "weeks"), ("Season", ["2009-10", "2010-11"], Role.SEGMENT, "groups"),
        ("Response date", ["5. März 2026 14:05", "5 févr. 2026", "05. Mrz 2026"], Role.TIME, "month in words"),
    ],
)  # fmt: skip
def test_periods_under_the_name_of_a_time_are_the_time_and_that_is_said(name, cells, role, kind):
    column = propose(
        profiles({name: cells * 30, "Rating": ["1", "2", "3", "4", "5", "5"] * (5 * len(cells))}), "."
    ).columns[0]
    assert (column.role, kind in column.reason) == (role, True)


def test_periods_beside_days_are_groups():
    table = {"Month": ["2026-03", "2026-04"] * 30, "Date": ["2026-03-05", "2026-04-05"] * 30, "Rating": ["1", "2", "3", "4", "5", "5"] * 10}  # fmt: skip
    assert [column.role for column in propose(profiles(table), ".").columns] == [Role.SEGMENT, Role.TIME, Role.OUTCOME]


THIRD_OF_APRIL = date(2024, 4, 3)
WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


@pytest.mark.parametrize(
    ("cell", "orders"),
    [
        ("Wed, 03/04/2024", ("dmy",)), ("Mon, 03/04/2024", ("mdy",)), ("Mittwoch 03/04/2024 10:30", ("dmy",)), ("lun. 03/04/2024", ("mdy",)),
        ("03/04/2024 (Wed)", ("dmy",)), ("środa 03.04.2024", ("dmy",)), ("Fri 03/04/2024", BOTH), ("Visit 03/04/2024", BOTH), ("03/04/2024", BOTH),
    ],
)  # fmt: skip
def test_the_day_of_the_week_within_a_cell_tells_the_day_from_the_month(cell, orders):
    assert orders_of(cell) == orders


@pytest.mark.parametrize("written", ["%d/%m/%Y", "%m/%d/%Y"])
def test_a_column_with_the_days_of_the_week_tells_it_for_the_dates_beside(written):
    days = [THIRD_OF_APRIL + timedelta(days=at % 5) for at in range(45)]
    columns = {"Date": [f"{day:{written}}" for day in days], "CSAT": [*"12345"] * 9}
    assert propose(profiles(columns), ".").columns[0].question is not None
    found = propose(profiles(columns | {"Weekday": [WEEK[day.weekday()] for day in days]}), ".").columns[0]
    assert (found.question, found.date_order) == (None, "dmy" if written.startswith("%d") else "mdy")
    assert "as the days of the week in 'Weekday' say" in found.reason
    others = propose(profiles(columns | {"Weekday": [WEEK[at % 7] for at in range(45)]}), ".").columns[0]
    assert others.question is not None
