"""Checks in the parent: what a decided mapping gives, worked out by the child, or why it cannot be worked out."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from csat_core.ingest.checks import NothingAcceptedError, UnsettledMappingError, check
from csat_core.ingest.detection import Staged
from csat_core.ingest.plan import Mapping, Problem
from csat_core.ingest.proposal.mapping import decide, propose
from csat_core.ingest.proposal.undecidable import NoUsableRatingError
from csat_core.model.dataset import Role
from csat_core.model.scale import numeric_scale
from tests.ingest.handmade import Cell, example, staged


def made(folder: Path, table: dict[str, list[Cell]]) -> Staged:
    return staged(folder, list(table), list(table.values()), misfits=[(99, "1 cell where 3 are expected.", ["x"])])


def mapped(file: Staged, roles: dict[str, str] | None = None) -> Mapping:
    return decide(propose(file.columns, "."), file.columns, roles=roles or {}, scales={})


RATINGS: list[Cell] = ["5", "4", "1", "2", "3", None, "7"] + ["4"] * 30


def test_a_preview_counts_the_rows_and_says_where_they_lie(tmp_path):
    days: list[Cell] = [f"2026-01-{n % 28 + 1:02}" for n in range(len(RATINGS))]
    file = made(tmp_path, {"Survey date": days, "Region": ["N", "S"] * 18 + ["N"], "Satisfaction": RATINGS})
    checked = check(file, mapped(file))
    assert (checked.rows_read, checked.accepted, checked.rejected, checked.duplicates) == (38, 36, 2, 0)
    assert checked.outcome_counts == (1, 1, 1, 31, 1)
    assert (checked.since, checked.until) == (date(2026, 1, 1), date(2026, 1, 28))
    assert [(column.id, column.role) for column in checked.columns] == [
        ("day", Role.TIME), ("s01", Role.SEGMENT), ("q01", Role.OUTCOME)
    ]  # fmt: skip
    outcome = checked.columns[2]
    assert (outcome.scale, outcome.scheme, outcome.answered, outcome.blank) == (numeric_scale(1, 5), "top2-of-5", 35, 1)
    assert checked.columns[1].levels == ("N", "S")
    assert {problem.code for problem in checked.problems} == {"off_scale", "wrong_shape", "assumed_scale"}
    with duckdb.connect() as connection:
        for path, rows in ((checked.accepted_rows, 36), (checked.rejected_path, 2)):
            assert connection.execute(f"SELECT count(*) FROM '{path}'").fetchall() == [(rows,)]


def test_the_answers_of_an_example_file_are_the_ones_that_stand_in_it(tmp_path):
    table = example("barktalk.csv")
    file = staged(tmp_path, list(table), list(table.values()))
    checked = check(file, mapped(file))
    assert (checked.accepted, checked.rejected) == (len(table["Date"]), 0)
    assert checked.outcome_counts == tuple(table["Satisfaction"].count(str(answer)) for answer in range(1, 6))
    by_name = {column.name: column for column in checked.columns}
    assert by_name["Wait in live chat"].blank == table["Wait in live chat"].count(None)
    assert str(checked.since) == min(day for day in table["Date"] if day)


def test_progress_is_told_on_the_way(tmp_path):
    heard: list[tuple[float | None, str]] = []
    file = made(tmp_path, {"Satisfaction": RATINGS})
    check(file, mapped(file), lambda fraction, text: heard.append((fraction, text)))
    fractions = [fraction for fraction, _ in heard if fraction is not None]
    assert fractions == sorted(fractions)
    assert len(fractions) >= 3


def test_an_open_question_is_put_instead_of_guessed(tmp_path):
    file = made(tmp_path, {"Date": ["01/02/2026", "03/04/2026"], "Satisfaction": ["5", "1"]})
    with pytest.raises(UnsettledMappingError, match='--map "Date=time:dmy" or --map "Date=time:mdy"'):
        check(file, mapped(file))
    assert check(file, mapped(file, {"Date": "time:mdy"})).since == date(2026, 1, 2)


def test_a_mapping_without_an_outcome_is_refused(tmp_path):
    file = made(tmp_path, {"Region": ["N", "S", "N", "S"]})
    with pytest.raises(NoUsableRatingError):
        check(file, propose(file.columns, "."))


def test_when_every_row_is_set_aside_the_main_reasons_are_said(tmp_path):
    file = made(tmp_path, {"Satisfaction": ["9", "8", "7"]})
    mapping = decide(propose(file.columns, "."), file.columns, roles={}, scales={"Satisfaction": "1-5"})
    with pytest.raises(
        NothingAcceptedError, match=r"None of the 4 rows .* not on its scale 1-5, such as '9', '8', '7'"
    ):
        check(file, mapping)


def problem(
    folder: Path, table: dict[str, list[Cell]], code: str, roles: dict[str, str] | None = None
) -> Problem | None:
    file = staged(folder, list(table), list(table.values()))
    return next((each for each in check(file, mapped(file, roles)).problems if each.code == code), None)


def test_a_column_with_dates_that_is_not_used_as_the_date_is_named(tmp_path):
    dates: list[Cell] = ["2026-01-01", "yesterday"] * 20
    found = problem(tmp_path, {"Date": dates, "Rating": ["5", "4", "2", "1"] * 10}, "unused_dates")
    assert found is not None
    assert (found.column, found.count) == ("Date", 20)
    assert found.message == (
        "'Date' is not used as the date: 20 of its 40 cells (50 %) are dates in one order, and 60 % are needed even where "
        'the name says so. Mend the cells, or say --map "Date=time:ymd" to set the others aside.'
    )
    assert found.on_page is not None
    assert "--map" not in found.on_page


def test_a_column_named_like_a_date_whose_cells_name_no_year_is_not_left_out_without_a_word(tmp_path):
    table: dict[str, list[Cell]] = {"Date": ["14.02.", "15.02."] * 20, "Rating": ["5", "4", "2", "1"] * 10}
    found = problem(tmp_path, table, "unread_dates")
    assert found is not None
    assert found.message == (
        "'Date' is named like a date and is not used as one: its cells, such as '14.02.', name no day, week, month or quarter "
        "with its year. To see changes over time write them with the year, such as 2026-02-14."
    )


def test_a_column_of_minutes_is_no_date_that_could_not_be_read(tmp_path):
    table: dict[str, list[Cell]] = {"Waiting time": ["5", "9"] * 20, "Rating": ["5", "4", "2", "1"] * 10}
    assert problem(tmp_path, table, "unread_dates") is None


def test_the_cells_of_a_date_that_are_none_are_set_aside_and_counted(tmp_path):
    dates: list[Cell] = [*["2026-01-01"] * 32, *["yesterday"] * 4, *["2026-02-30"] * 4]
    found = problem(tmp_path, {"Date": dates, "Rating": ["5", "4", "2", "1"] * 10}, "bad_date")
    assert found is not None
    assert (found.column, found.count) == ("Date", 8)


@pytest.mark.parametrize(("roles", "is_said"), [({}, True), ({"Response ID": "response_id"}, False)])
def test_a_response_id_whose_values_mostly_repeat_is_said(tmp_path, roles, is_said):
    ids: list[Cell] = [str(n // 2) for n in range(40)]
    table = {"Response ID": ids, "Rating": ["5", "4", "2", "1"] * 10}
    found = problem(tmp_path, table, "repeated_response_id", roles)
    assert (found is not None) == is_said
    assert found is None or (found.column, found.count) == ("Response ID", 20)


@pytest.mark.parametrize(
    ("name", "role", "kept"),
    [("ID", "customer", 100), ("Respondent", "customer", 100), ("#", "customer", 100), ("Customer", "customer", 100),
     ("Response ID", "response_id", 93), ("submission_id", "response_id", 93)],
)  # fmt: skip
def test_who_answers_twice_is_no_repeated_response_unless_the_name_leaves_no_doubt(tmp_path, name, role, kept):
    ids: list[Cell] = [f"A{n if n < 93 else n - 90}" for n in range(100)]
    file = made(tmp_path, {name: ids, "Rating": ["5", "4", "2", "1", "3"] * 20})
    mapping = mapped(file)
    checked = check(file, mapping)
    assert (mapping.columns[0].role.value, checked.accepted, checked.duplicates) == (role, kept, 100 - kept)
    codes = {each.code: each.count for each in checked.problems}
    assert codes.get("repeated_respondents") == (14 if role == "customer" else None)
    assert codes.get("repeated_response_id") == (7 if role == "customer" and name != "Customer" else None)


@pytest.mark.parametrize(
    ("day", "is_far"),
    [("1900-01-01", True), ("2099-12-31", True), ("2012-06-01", True), ("2019-06-01", False), (None, False)],
)
def test_a_day_that_can_hardly_be_right_is_said_and_kept(tmp_path, day, is_far):
    dates: list[Cell] = [*["2025-03-01", "2025-03-02"] * 20, day, "2025-03-03"]
    table: dict[str, list[Cell]] = {"Date": dates, "Rating": ["5", "4", "2", "1", "3", "5"] * 7}
    found = problem(tmp_path, table, "far_day")
    assert (found is not None) == is_far
    if found is not None:
        assert (found.count, found.example_row) == (1, 42)
        assert found.message.startswith(f"1 row has a day in 'Date' that can hardly be right, such as {day}: ")


def test_rows_without_the_shape_of_the_table_are_told_with_the_row_that_is_named(tmp_path):
    misfits = [(7, "the row has 2 cells", ["5", "x"]), (3, "the row has 4 cells", ["5"] * 4)]
    file = staged(tmp_path, ["Rating"], [["5", "4", "2", "1"] * 10], misfits=misfits)
    found = next(each for each in check(file, mapped(file)).problems if each.code == "wrong_shape")
    assert found.example_row == 3
    assert found.message == "2 rows were set aside for not fitting the table, such as row 3: the row has 4 cells."
