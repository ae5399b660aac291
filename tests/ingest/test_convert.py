"""From staged text to typed rows: every answer at its position, every other cell told apart, every refused row kept."""

import json
import string
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.ingest.child.convert import convert
from csat_core.ingest.child.typed_cells import plainly
from csat_core.ingest.plan import ColumnMapping, Mapping, to_json
from csat_core.ingest.texts import reading
from csat_core.ingest.texts.days import day
from csat_core.ingest.texts.expressions import (
    Bindings,
    bucket,
    folded,
    grouped_number,
    label,
    plain_number,
)
from csat_core.model.dataset import Role
from csat_core.model.scale import Scale, number_text, numeric_scale, worded_scale
from tests.ingest.handmade import Cell, staged

ENGINE = duckdb.connect()
"""Reads what was written; to start an engine takes longer than most of the conversions."""


class Converted:
    """The answer of one conversion with both files read back."""

    def __init__(self, folder: Path, answer: dict[str, Any]) -> None:
        self.answer = answer
        with ENGINE.cursor() as connection:
            described = connection.execute(f"DESCRIBE FROM '{folder}/accepted.parquet'").fetchall()
            self.types = {name: type for name, type, *_ in described}
            kept = connection.execute(f"FROM '{folder}/accepted.parquet'").fetchall()
            self.accepted = dict(zip(self.types, zip(*kept, strict=True), strict=False))
            refused = connection.execute(f"FROM '{folder}/rejected.parquet'")
            names = [column[0] for column in refused.description or ()]
            self.rejected = [dict(zip(names, row, strict=True)) for row in refused.fetchall()]

    @property
    def problems(self) -> dict[str, dict[str, Any]]:
        """The first problem of each code."""
        return {problem["code"]: problem for problem in reversed(self.answer["problems"])}


def converted(
    columns: Sequence[tuple[ColumnMapping, Sequence[Cell]]],
    *,
    decimal: str = ".",
    misfits: Sequence[tuple[int, str, list[str]]] = (),
) -> Converted:
    """What becomes of a file with these columns, mapped in the order given."""
    header = [column.name for column, _ in columns]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = staged(folder, header, [cells for _, cells in columns], misfits=misfits, decimal=decimal)
        mapping = Mapping(columns=tuple(column for column, _ in columns), decimal=decimal)
        request = {"folder": name, "mapping": json.loads(json.dumps(to_json(mapping))), "header": header,
                   "salt": file.hash, "engine_mb": 500}  # fmt: skip
        answer = convert(request, lambda fraction, text: None)
        return Converted(folder, json.loads(json.dumps(answer)))


def question(position: int, name: str = "Rating", scale: Scale | None = None, **more: Any) -> ColumnMapping:
    scale = scale or numeric_scale(1, 5)
    return ColumnMapping(position=position, name=name, role=more.pop("role", Role.OUTCOME), reason="", scale=scale,
                         scheme="top1", **more)  # fmt: skip


def other(position: int, name: str, role: Role, **more: Any) -> ColumnMapping:
    return ColumnMapping(position=position, name=name, role=role, reason="", **more)


FIVES = ["5", "4", "3"]


# --- ratings


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("4", 4), (" 4 ", 4), ("4.0", 4), ("4,0", 4), ("4.00", 4), ("4/5", 4), ("4 / 5", 4), ("4 out of 5", 4),
        ("4 stars", 4), ("\u00a04", 4), ("+4", 4), (None, -1), (" ", -1), ("\u00a0", -1), ("0", -2), ("0.0", -2),
        ("n/a", -2), ("N/A", -2), ("Not applicable", -2), ("-", -2), ("99", -3), ("don't know", -3),
        ("Don’t know", -3), ("Prefer not to say", -3),
    ],
)  # fmt: skip
def test_a_rating_is_stored_as_its_position_and_each_non_answer_as_its_own_code(cell, stored):
    column = question(1, not_applicable=("0",), dont_know=("99",))
    assert converted([(column, [cell])]).accepted["q01"] == (stored,)


@pytest.mark.parametrize(
    ("scale", "values", "is_counted"),
    [
        (numeric_scale(1, 5), ("1", "5", "3"), True),
        (numeric_scale(0, 10), ("0", "10", "7"), True),
        (numeric_scale(-2, 2), ("-2", "0", "2"), True),
        (numeric_scale(5, 1), ("1", "5"), False),
        (numeric_scale(1, 5), ("1", "5", "n/a"), False),
        (Scale(values=(1.0, 3.0, 5.0), labels=("1", "3", "5")), ("1", "3", "5"), False),
    ],
)
def test_where_all_values_of_a_column_are_known_its_numbers_become_positions_by_counting(scale, values, is_counted):
    column, bind, known = question(1, scale=scale, not_applicable=("n/a",)), Bindings(), Bindings()
    rows = "(VALUES " + ", ".join(f"('{value}')" for value in values) + ", (NULL)) AS v(c1)"
    slow, quick = plainly(column, ".", bind), plainly(column, ".", known, values)
    with ENGINE.cursor() as connection:
        expected = connection.execute(f"SELECT {slow} FROM {rows}", bind.values).fetchall()
        assert connection.execute(f"SELECT {quick} FROM {rows}", known.values).fetchall() == expected
    assert (known.values == {}) == is_counted
    assert expected[-1] == (-1,)
    assert [position for (position,) in expected[:-1] if position is None or position < 1] == [-2] * ("n/a" in values)


@pytest.mark.parametrize("cell", ["6", "-1", "4.5", "4/10", "five", "4 5", "1e0", "0x1", "inf", "5.", "½", "44", "٤"])
def test_what_is_not_on_the_scale_is_rejected_and_never_clipped(cell):
    result = converted([(question(1), ["5", cell])])
    assert result.accepted["q01"] == (5,)
    assert result.rejected == [
        {"row": 3, "column": "Rating", "value": cell, "code": "off_scale", "reason": "Not on the scale 1-5.",
         "raw": json.dumps({"Rating": cell}, ensure_ascii=False, separators=(",", ":"))}
    ]  # fmt: skip


def test_words_are_matched_as_whole_labels_without_case_and_odd_spaces():
    scale = worded_scale(("Neutral or Dissatisfied", "Satisfied"))
    column = question(1, scale=scale, positions=(("neutral or dissatisfied", 1), ("satisfied", 2)))
    cells = ["Satisfied", "SATISFIED ", "neutral\u00a0or  dissatisfied", "Not satisfied", "Dissatisfied", "1", "n/a"]
    result = converted([(column, cells)])
    assert result.accepted["q01"] == (2, 2, 1, -2)
    assert [row["value"] for row in result.rejected] == ["Not satisfied", "Dissatisfied", "1"]
    assert result.answer["outcome_counts"] == [1, 2]


def test_labels_that_run_against_their_numbers_are_read_by_their_labels():
    labels = ("5 - awful", "4", "3", "2", "1 - great")
    scale = Scale(values=(5.0, 4.0, 3.0, 2.0, 1.0), labels=labels)
    result = converted(
        [
            (
                question(1, scale=scale, positions=(("5 - awful", 1), ("1 - great", 5))),
                ["1 - great", "5 - awful", "2", "1.0"],
            )
        ]
    )
    assert result.accepted["q01"] == (5, 1, 4, 5)


def test_a_reversed_scale_given_as_labels_is_read_as_given():
    scale = worded_scale(("5", "4", "3", "2", "1"))
    column = question(1, scale=scale, positions=tuple((text, i) for i, text in enumerate(scale.labels, 1)))
    result = converted([(column, ["5", "1", "5.0"])])
    assert result.accepted["q01"] == (1, 5)
    assert result.rejected[0]["value"] == "5.0"


def test_a_scale_whose_lowest_number_is_the_best_is_read_by_its_numbers():
    result = converted([(question(1, scale=numeric_scale(5, 1)), ["5", "1", "5.0", "2/5", "6"])])
    assert result.accepted["q01"] == (1, 5, 1, 4)
    assert result.rejected[0]["reason"] == "Not on the scale 5-1."


numeric_scales = st.tuples(st.integers(-5, 5), st.integers(1, 20)).map(lambda ends: numeric_scale(ends[0], sum(ends)))
words = st.text(alphabet=string.ascii_letters + " äöéßøñ'", min_size=1, max_size=12).map(reading.clean).filter(bool)
worded_scales = st.lists(words, min_size=2, max_size=7, unique_by=reading.fold).map(lambda ls: worded_scale(tuple(ls)))


@settings(max_examples=40, deadline=None)
@given(data=st.data(), scale=st.one_of(numeric_scales, worded_scales))
def test_answers_on_any_scale_come_back_position_by_position_and_all_others_are_rejected(data, scale):
    numeric = scale.labels == tuple(number_text(value) for value in scale.values)
    positions = () if numeric else tuple((reading.fold(text), i) for i, text in enumerate(scale.labels, 1))
    given_positions = data.draw(st.lists(st.integers(1, scale.points), min_size=1, max_size=30))
    beyond = [number_text(scale.values[-1] + 1), number_text(scale.values[0] - 1), "2.5", "no such answer at all"]
    off = data.draw(st.lists(st.sampled_from(beyond), max_size=5))
    cells = [scale.labels[position - 1] for position in given_positions] + off
    order = data.draw(st.permutations(range(len(cells))))
    result = converted([(question(1, scale=scale, positions=positions), [cells[i] for i in order])])
    assert list(result.accepted["q01"]) == [given_positions[i] for i in order if i < len(given_positions)]
    assert [row["value"] for row in result.rejected] == [cells[i] for i in order if i >= len(given_positions)]
    assert {row["code"] for row in result.rejected} <= {"off_scale"}
    answer = result.answer
    assert answer["outcome_counts"] == [given_positions.count(p) for p in range(1, scale.points + 1)]
    assert answer["rows_read"] == answer["accepted"] + answer["rejected"] + answer["duplicates"] == len(cells)


# --- numbers, days, texts


@pytest.mark.parametrize(
    ("cell", "decimal", "value"),
    [
        ("12.5", ".", 12.5), ("-3", ".", -3.0), ("\u22123", ".", -3.0), ("1,234.5", ".", 1234.5),
        ("$1,200", ".", 1200.0),
        ("1 200 €", ".", 1200.0), ("1\u202f200", ".", 1200.0), ("1'200", ".", 1200.0), ("12 %", ".", 12.0),
        (".5", ".", 0.5),
        ("12,5", ",", 12.5), ("1.234,5", ",", 1234.5), ("1.234", ",", 1234.0), ("12,5 €", ",", 12.5),
        (None, ".", None), (" ", ".", None), ("n/a", ".", None), ("-", ".", None), ("unknown", ".", None),
    ],
)  # fmt: skip
def test_a_number_is_read_under_the_decimal_mark_of_the_file(cell, decimal, value):
    result = converted([(question(1), ["5"]), (other(2, "Spend", Role.REVENUE), [cell])], decimal=decimal)
    assert result.accepted["n01"] == (value,)


@pytest.mark.parametrize(("cell", "decimal"), [("12,5", "."), ("4.0", ","), ("1,23,456", "."), ("ten", "."), ("inf",
"."),
                                               ("1_000", "."), ("12 apples", "."), ("--1", ".")])  # fmt: skip
def test_what_is_no_number_is_rejected(cell, decimal):
    result = converted([(question(1), ["5", "4"]), (other(2, "Spend", Role.METRIC), [cell, "1"])], decimal=decimal)
    assert result.accepted["q01"] == (4,)
    assert [(row["row"], row["column"], row["value"], row["code"]) for row in result.rejected] == [
        (2, "Spend", cell, "not_a_number")
    ]


def test_money_in_a_second_currency_is_not_added_to_the_first():
    result = converted([(question(1), FIVES), (other(2, "Spend", Role.REVENUE), ["$5", "€5", "$1,000"])])
    assert result.accepted["n01"] == (5.0, 1000.0)
    assert result.rejected[0]["value"] == "€5"


def test_yes_and_no_count_one_and_nothing_where_the_role_is_a_flag():
    flag = other(2, "Left", Role.CHURNED, positions=(("yes", 1), ("no", 0)))
    result = converted([(question(1), ["5", "4", "3", "2"]), (flag, ["Yes", "NO", "1", None])])
    assert result.accepted["n01"] == (1.0, 0.0, 1.0, None)
    assert [each["levels"] for each in result.answer["columns"] if each["id"] == "n01"] == [["No", "Yes"]]
    plain = converted([(question(1), ["5", "4"]), (other(2, "Left", Role.CHURNED), ["1", "0"])])
    assert [each["levels"] for each in plain.answer["columns"]] == [[], []]


@pytest.mark.parametrize(
    ("cell", "order", "iso"),
    [
        ("2026-01-31", "ymd", "2026-01-31"), ("2026-1-5", "ymd", "2026-01-05"),
        ("2026/01/31 23:59", "ymd", "2026-01-31"),
        ("2026-01-31T23:30:00+02:00", "ymd", "2026-01-31"), ("2026-01-31T23:30:00.123Z", "ymd", "2026-01-31"),
        ("20260131", "ymd", "2026-01-31"), ("03/04/2026", "dmy", "2026-04-03"), ("03/04/2026", "mdy", "2026-03-04"),
        ("3.4.26", "dmy", "2026-04-03"), ("1/2/2026 3:45 PM", "mdy", "2026-01-02"), ("2026-01-31", "dmy", "2026-01-31"),
        ("26-Aug-23", "dmy", "2023-08-26"), ("Aug 26, 2023", "ymd", "2023-08-26"),
        ("3rd March 2026", "ymd", "2026-03-03"),
        ("29/02/2024", "dmy", "2024-02-29"), ("46053", "ymd", "2026-01-31"), ("1769817600", "ymd", "2026-01-31"),
        ("1769817600000", "ymd", "2026-01-31"), ("01/01/75", "dmy", "1975-01-01"),
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(cell, order, iso):
    result = converted([(question(1), ["5"]), (other(2, "Date", Role.TIME, date_order=order), [cell])])
    assert [str(value) for value in result.accepted["day"]] == [iso]
    assert (result.answer["since"], result.answer["until"]) == (iso, iso)


@pytest.mark.parametrize(
    ("cell", "order"),
    [("31/02/2026", "dmy"), ("2026-02-30", "ymd"), ("29/02/2025", "dmy"), ("13/13/2026", "dmy"), ("01/13/2026", "dmy"),
     ("13/01/2026", "mdy"), ("01/02/2026", "ymd"), ("soon", "ymd"), ("2026-01-01 junk", "ymd"), ("12", "ymd"),
     ("0001-01-01", "ymd"), ("2026-13-01", "ymd")],
)  # fmt: skip
def test_an_impossible_date_is_rejected(cell, order):
    result = converted(
        [(question(1), ["5", "4"]), (other(2, "Date", Role.TIME, date_order=order), [cell, "2026-01-01"])]
    )
    assert result.accepted["q01"] == (4,)
    assert [(row["row"], row["column"], row["value"], row["code"]) for row in result.rejected] == [
        (2, "Date", cell, "bad_date")
    ]


def test_a_row_without_a_date_is_kept_without_a_day_and_counted():
    result = converted(
        [(question(1), FIVES), (other(2, "Date", Role.TIME, date_order="ymd"), ["2026-01-01", None, "n/a"])]
    )
    assert [value and str(value) for value in result.accepted["day"]] == ["2026-01-01", None, None]
    assert result.problems["no_day"]["count"] == 2


def test_segments_that_look_equal_are_equal_and_keep_words_that_other_tools_delete():
    cells = ["Café", "Cafe\u0301", " Café ", "Caf\u00e9\u00a0", "None", "NA", None, " "]
    result = converted([(question(1), ["5"] * 8), (other(2, "Shop", Role.SEGMENT), cells)])
    assert result.accepted["s01"] == ("Café", "Café", "Café", "Café", "None", "NA", None, None)
    assert next(column for column in result.answer["columns"] if column["id"] == "s01")["levels"] == [
        "Café",
        "NA",
        "None",
    ]


def test_comments_keep_their_line_breaks_and_signs():
    text = "  First line\nsecond\u00a0line =1+1 <b> é 👍 "
    result = converted([(question(1), ["5"]), (other(2, "Note", Role.COMMENT), [text])])
    assert result.accepted["t01"] == ("First line\nsecond line =1+1 <b> é 👍",)


def test_stages_are_listed_in_the_order_of_the_journey():
    cells = ["Support", "Support", "Delivery", "Ordering"]
    result = converted([(question(1), ["5"] * 4), (other(2, "Stage", Role.TOUCHPOINT), cells)])
    assert result.answer["columns"][1]["levels"] == ["Ordering", "Delivery", "Support"]


# --- rows


def test_the_first_row_of_a_response_id_stays_and_later_ones_are_set_aside_and_counted_apart():
    ids = other(2, "ID", Role.RESPONSE_ID)
    result = converted([(question(1), ["9", "4", "3", "2", "1", "5"]), (ids, ["a", "a", "b", "a ", None, None])])
    assert result.accepted["q01"] == (4, 3, 1, 5)
    assert [(row["row"], row["code"], row["value"]) for row in result.rejected] == [
        (2, "off_scale", "9"), (5, "duplicate_response_id", "a ")
    ]  # fmt: skip
    answer = result.answer
    assert (answer["rows_read"], answer["accepted"], answer["rejected"], answer["duplicates"]) == (6, 4, 1, 1)
    assert result.accepted["response_no"] == (2, 3, 5, 6)


@pytest.mark.parametrize(
    ("given", "again"),
    [("8 9 10 11", []), ("8 9 9 10", [4]), ("8 9 10 8", [5]), ("b a b", [4]), ("a b - b", [5]), ("a - b", [])],
)  # fmt: skip
def test_response_ids_that_come_again_are_found_whether_the_ids_rise_or_not(given, again):
    cells = [None if id == "-" else id for id in given.split()]
    result = converted([(question(1), ["5"] * len(cells)), (other(2, "ID", Role.RESPONSE_ID), cells)])
    assert [row["row"] for row in result.rejected] == again


def test_rows_of_the_wrong_shape_are_kept_with_their_cells():
    result = converted([(question(1), ["5"]), (other(2, "Region", Role.SEGMENT), ["N"])],
                       misfits=[(3, "3 cells where 2 are expected.", ["5", "N", "more"])])  # fmt: skip
    assert result.rejected == [
        {"row": 3, "column": None, "value": None, "code": "wrong_shape", "reason": "3 cells where 2 are expected.",
         "raw": '["5", "N", "more"]'}
    ]  # fmt: skip
    assert (result.answer["rows_read"], result.answer["accepted"], result.answer["rejected"]) == (2, 1, 1)
    assert result.problems["wrong_shape"]["example_row"] == 3


def test_a_row_is_set_aside_once_with_every_cell_that_cannot_be_read():
    result = converted(
        [
            (other(1, "Spend", Role.REVENUE), ["ten", "1", "2"]),
            (question(2), ["9", "4", "7"]),
            (other(3, "x", Role.IGNORE), ["y", "z", ""]),
            (question(4, "Speed", role=Role.DRIVER), ["3", "4", "8"]),
        ]
    )
    assert [(row["row"], row["column"], row["value"], row["code"]) for row in result.rejected] == [
        (2, "Spend", "ten", "not_a_number"), (2, "Rating", "9", "off_scale"),
        (4, "Rating", "7", "off_scale"), (4, "Speed", "8", "off_scale"),
    ]  # fmt: skip
    assert (result.answer["accepted"], result.answer["rejected"]) == (1, 2)
    counts = {(each["column"], each["count"]) for each in result.answer["problems"] if each["code"] == "off_scale"}
    assert counts == {("Rating", 2), ("Speed", 1)}
    assert json.loads(result.rejected[0]["raw"]) == {"Spend": "ten", "Rating": "9", "x": "y", "Speed": "3"}


def test_the_raw_row_of_a_file_with_repeated_names_loses_no_cell():
    result = converted(
        [(question(1, "Q"), ["9"]), (question(2, "Q", role=Role.DRIVER), ["8"]), (other(3, "q", Role.IGNORE), ["7"])]
    )
    assert json.loads(result.rejected[0]["raw"]) == {"Q (#1)": "9", "Q (#2)": "8", "q (#3)": "7"}


def test_no_name_or_text_of_the_file_is_ever_sql():
    hostile = ['a" from t; drop table x; --', "'; select 1; --", "$v0", "{}", "c1", "row", "\\", "\n"]
    columns = [(question(1, hostile[0], role=Role.OUTCOME), ["5", "'; --", '"; drop table staged; --'])]
    columns += [(other(i, name, Role.SEGMENT), [name, "$v1", "x'y"]) for i, name in enumerate(hostile[1:], 2)]
    result = converted(columns)
    assert result.accepted["q01"] == (5,)
    assert [row["value"] for row in result.rejected] == ["'; --", '"; drop table staged; --']
    assert json.loads(result.rejected[0]["raw"])[hostile[0]] == "'; --"
    assert result.answer["columns"][0]["name"] == hostile[0]


def test_hostile_labels_of_a_scale_are_values_too():
    scale = worded_scale(("'); drop table staged; --", "$v0"))
    column = question(
        1, scale=scale, positions=tuple((reading.fold(text), i) for i, text in enumerate(scale.labels, 1))
    )
    assert converted([(column, ["$v0", "'); drop table staged; --", "$V0"])]).accepted["q01"] == (2, 1, 2)


def test_the_columns_have_the_types_and_the_order_of_the_contract():
    result = converted(
        [(other(1, "When", Role.TIME, date_order="ymd"), ["2026-01-01"]), (other(2, "Note", Role.COMMENT), ["x"]),
         (other(3, "Spend", Role.REVENUE), ["1"]), (question(4), ["5"]), (other(5, "Region", Role.SEGMENT), ["N"]),
         (question(6, "Speed", role=Role.DRIVER), ["1"])]
    )  # fmt: skip
    assert result.types == {
        "response_no": "BIGINT", "day": "DATE", "bucket": "INTEGER", "q01": "SMALLINT", "q02": "SMALLINT",
        "s01": "VARCHAR", "n01": "DOUBLE", "t01": "VARCHAR",
    }  # fmt: skip


def test_without_a_time_column_the_day_is_empty_and_that_is_said():
    result = converted([(question(1), FIVES)])
    assert result.accepted["day"] == (None, None, None)
    assert (result.answer["since"], result.answer["until"]) == (None, None)
    assert result.problems["no_dates"]["count"] == 3


def test_rows_are_numbered_in_the_order_of_the_file_even_where_many_are_set_aside():
    n = 150_000
    numbers = [str(i) for i in range(n)]
    ratings = ["9" if i % 7 == 0 else str(i % 5 + 1) for i in range(n)]
    with tempfile.TemporaryDirectory() as name:
        with duckdb.connect(f"{name}/stage.duckdb") as connection:
            rating = "CASE WHEN i % 7 = 0 THEN 9 ELSE i % 5 + 1 END"
            connection.execute(
                f"CREATE TABLE staged AS SELECT ({rating})::VARCHAR AS c1, i::VARCHAR AS c2 FROM range({n}) t(i)"
            )
            connection.execute("CREATE TABLE misfits (row BIGINT, reason VARCHAR, raw VARCHAR, code VARCHAR)")
            connection.execute("CREATE VIEW lines AS SELECT rowid + 2 AS row, c1, c2 FROM staged")
        mapping = Mapping(columns=(question(1), other(2, "n", Role.METRIC)))
        request = {"folder": name, "mapping": to_json(mapping), "header": ["Rating", "n"], "salt": "", "engine_mb": 500}
        convert(request, lambda fraction, text: None)
        result = Converted(Path(name), {})
    kept = [float(number) for number, rating in zip(numbers, ratings, strict=True) if rating != "9"]
    assert list(result.accepted["n01"]) == kept
    assert list(result.accepted["response_no"]) == [i + 1 for i, rating in enumerate(ratings) if rating != "9"]
    assert [row["row"] for row in result.rejected] == [i + 2 for i in range(n) if i % 7 == 0]


# --- buckets


def test_the_bucket_follows_the_customer_and_never_changes():
    customer = other(2, "Customer", Role.CUSTOMER)
    result = converted([(question(1), ["5"] * 4), (customer, ["a", "b", "a", " a "])])
    # md5('a') = 0cc175b9c0f1b6a831c399e269772661; the number is its lower half read from the last byte: 0x612677...c331
    assert result.accepted["bucket"] == (13_937, result.accepted["bucket"][1], 13_937, 13_937)


def test_without_a_customer_the_bucket_follows_the_response_id_and_without_that_the_row():
    ids = other(2, "ID", Role.RESPONSE_ID)
    by_id = converted([(question(1), ["5", "5"]), (ids, ["a", None])]).accepted["bucket"]
    by_row = converted([(question(1), ["5", "5"])]).accepted["bucket"]
    assert by_id[0] == 13_937
    assert by_id[1] == by_row[1] != by_row[0]
    assert converted([(question(1), ["5", "5"])]).accepted["bucket"] == by_row


def test_buckets_are_spread_evenly():
    with duckdb.connect() as connection:
        rows = connection.execute(
            f"SELECT count(*) FROM (SELECT {bucket('i::VARCHAR')} AS b FROM range(100000) t(i)) GROUP BY b // 100000"
        ).fetchall()
    assert len(rows) == 10
    assert all(9_600 < count < 10_400 for (count,) in rows)


# --- what is told


def test_the_counts_of_a_column_tell_every_kind_of_non_answer_apart():
    column = question(1, not_applicable=("0",), dont_know=("99",))
    answer = converted([(column, ["5", "4", "0", "0", "99", None, None, None, "7"])]).answer
    told = answer["columns"][0]
    assert (told["answered"], told["not_applicable"], told["dont_know"], told["blank"]) == (2, 2, 1, 3)
    assert (told["id"], told["role"], told["scheme"], told["scale"]["labels"][0]) == ("q01", "outcome", "top1", "1")


def test_an_assumed_scale_is_a_problem_with_the_options_to_settle_it():
    column = question(1, "Food", assumed=True, not_applicable=("0",))
    problem = converted([(column, ["5", "0", "4", "0"])]).problems["assumed_scale"]
    assert (problem["column"], problem["count"], problem["example_row"]) == ("Food", 2, 3)
    assert '--scale "Food=1-5,0=na"' in problem["message"]
    assert '--scale "Food=0-5"' in problem["message"]


def test_two_likely_readings_of_a_scale_are_both_named():
    column = replace(question(1, assumed=True, rival="1-6"), reason="Because.")
    problem = converted([(column, ["5", "4", "n/a"])]).problems["assumed_scale"]
    assert (problem["count"], problem["example_row"]) == (2, 2)
    assert problem["message"] == ('\'Rating\': Because. To settle it: --scale "Rating=1-5", or --scale "Rating=1-6".')


def test_each_reason_to_set_rows_aside_is_one_problem_with_a_count_and_an_example():
    result = converted([(question(1), ["5", "9", "8", "9"])])
    problem = result.problems["off_scale"]
    assert (problem["column"], problem["count"], problem["example_row"]) == ("Rating", 3, 3)
    assert "'9', '8'" in problem["message"]


def test_columns_that_say_nothing_are_problems():
    invited = other(4, "Invited", Role.INVITED, positions=(("yes", 1),))
    result = converted([(question(1), ["5"] * 20), (other(2, "Spend", Role.REVENUE), ["500"] * 20),
                        (other(3, "Region", Role.SEGMENT), ["N"] + [None] * 19), (invited, ["yes"] * 20)])  # fmt: skip
    codes = [(problem["code"], problem["column"]) for problem in result.answer["problems"]]
    assert codes == [("many_blank", "Region"), ("constant", "Rating"), ("constant", "Spend"), ("no_dates", None)]


def test_the_order_of_dates_that_was_decided_is_said():
    result = converted([(question(1), ["5"]), (other(2, "Date", Role.TIME, date_order="dmy"), ["03/04/2026"])])
    assert "day first" in result.problems["date_order"]["message"]


# --- the same rules in Python and in SQL

texts = st.text(alphabet=string.printable + "\u00a0\u202f\u2009\u200b\ufeff’−éÉÄßØñŁİΣσς東京👍e\u0301", max_size=12)
# the engine itself reads `+-0`, which nobody writes
number_texts = st.text(alphabet="0123456789.,'’ -−+$€%eE\u00a0kr", max_size=9).filter(lambda text: "+-" not in text)
dates = st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31))


def read_in_sql(expressions: Sequence[str], cells: Sequence[str]) -> list[tuple[Any, ...]]:
    """What each of `cells` gives for `expressions` over `c1`."""
    with ENGINE.cursor() as connection:
        return connection.execute(
            f"SELECT {', '.join(expressions)} FROM (SELECT unnest($cells::VARCHAR[]) AS c1)", {"cells": cells}
        ).fetchall()


@settings(max_examples=30, deadline=None)
@given(cells=st.lists(texts, min_size=1, max_size=40))
def test_folding_and_cleaning_give_the_same_in_python_and_in_sql(cells):
    expected = [(reading.fold(cell), reading.clean(cell) or None) for cell in cells]
    assert read_in_sql([folded("c1"), label("c1")], cells) == expected


@settings(max_examples=30, deadline=None)
@given(cells=st.lists(number_texts, min_size=1, max_size=60), decimal=st.sampled_from(".,"))
def test_numbers_read_the_same_in_python_and_in_sql(cells, decimal):
    number = f"coalesce({plain_number('c1', decimal)}, {grouped_number('c1', decimal)})"
    assert read_in_sql([number], cells) == [(reading.number_of(cell, decimal),) for cell in cells]


@settings(max_examples=24, deadline=None)
@given(written=st.lists(dates, min_size=1, max_size=20), order=st.sampled_from(("ymd", "dmy", "mdy")),
       sign=st.sampled_from("-/. "), short=st.booleans())  # fmt: skip
def test_any_day_written_in_an_order_is_read_back_in_that_order(written, order, sign, short):
    forms = {"y": "%y" if short else "%Y", "m": "%m", "d": "%d"}
    cells = [one.strftime(sign.join(forms[letter] for letter in order)) for one in written]
    assert read_in_sql([day("c1", order)], cells) == [(one,) for one in written]


def test_bindings_name_each_value_once():
    bind = Bindings()
    assert (bind("a"), bind([1], "INTEGER[]")) == ("($v0::VARCHAR)", "($v1::INTEGER[])")
    assert bind.values == {"v0": "a", "v1": [1]}
