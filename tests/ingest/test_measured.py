"""Numbers with their unit behind them, and lengths of time."""

import pytest

from csat_core.ingest.proposal.doubts import doubts_of
from csat_core.ingest.texts.expressions import measured_number
from csat_core.ingest.texts.measured import measure_of, measured
from tests.ingest.brought import Brought
from tests.ingest.test_convert import read_in_sql


def cells(form):
    return {form.format(at): 1 for at in range(1, 13)}


@pytest.mark.parametrize(
    ("name", "texts", "measure"),
    [
        ("Wait", cells("{} min"), "minutes"), ("Wait", cells("{} Minuten"), "minutes"), ("Hold", cells("{}.5h"), "hours"), ("Age", cells("{} years"), "years"),
        ("Age", cells("{} Jahre"), "years"), ("Way", cells("{} km"), "km"), ("Reply", cells("{}m 30s"), "seconds"), ("Handle time", cells("00:{:02}:12"), "seconds"),
        ("Wait", {**cells("{} min"), **cells("{} sec")}, "seconds"), ("Time of call", cells("14:{:02}:12"), None), ("Shift", cells("14:{:02}"), None),
        ("Room", cells("{} rooms"), None), ("Tenure", {"1 year": 5, "2 years": 6}, None), ("Code", cells("A{}"), None), ("Wait", {**cells("{} min"), "soon": 9}, None),
        ("Amount", cells("{}"), None), ("Day", cells("2026-01-{:02}"), None), ("Stars", cells("{} stars"), None),
    ],
)  # fmt: skip
def test_a_column_counts_what_nearly_all_of_its_cells_say(name, texts, measure):
    assert measure_of(name, texts) == measure


TEXTS = ["12 min", "12", "1,5 min.", "1.5 MIN", "min", "12 km", "", "1,234 min"]
TIMES = [
    "12m 30s",
    "1h",
    "8.7h",
    "00:07:12",
    "120:00:01",
    "83 sec",
    "1 h 5 min",
    "5",
    "00:61:00",
    "1 d",
    "x",
    "h",
    "2 hours, 3 minutes",
]


@pytest.mark.parametrize("decimal", [".", ","])
def test_numbers_with_a_unit_read_the_same_in_python_and_in_sql(decimal):
    assert read_in_sql([measured_number("c1", "minutes", decimal)], TEXTS) == [
        (measured(text, "minutes", decimal),) for text in TEXTS
    ]
    assert read_in_sql([measured_number("c1", "seconds", decimal)], TIMES) == [
        (measured(text, "seconds", decimal),) for text in TIMES
    ]


def test_lengths_of_time_are_seconds():
    found = [measured(text, "seconds", ".") for text in TIMES]
    assert pytest.approx(found) == [
        750.0,
        3600.0,
        31320.0,
        432.0,
        432001.0,
        83.0,
        3900.0,
        5.0,
        None,
        86400.0,
        None,
        None,
        7380.0,
    ]


def test_columns_with_units_are_numbers_and_what_was_left_out_is_counted(tmp_path):
    rows = [
        f"R{at},2026-01-{at % 28 + 1:02},{at % 5 + 1},{at % 40} min,{18 + at} years,00:0{at % 9}:12"
        for at in range(1, 51)
    ]
    found = Brought(tmp_path, "\n".join(["Response ID,Date,CSAT,Wait,Age,Handle time", *rows]))
    sums = [found.cells(name).sum() for name in ("Wait", "Age", "Handle time")]
    assert sums == [
        sum(of(at) for at in range(1, 51))
        for of in (lambda at: at % 40, lambda at: 18 + at, lambda at: 60 * (at % 9) + 12)
    ]
    assert [found.column(name).unit for name in ("Wait", "Age", "Handle time")] == ["minutes", "years", "seconds"]
    said = {each["column"]: each["count"] for each in found.answer["altered"] if each["code"] == "unit_left_out"}
    assert said == {"Wait": 50, "Age": 50, "Handle time": 50}
    told = [each.column for each in doubts_of(found.columns, found.mapping) if each.code == "told_in_seconds"]
    assert told == ["Handle time"]
