"""Checks in the parent: what a decided mapping gives, worked out by the child, or why it cannot be worked out."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from csat_core.ingest.checks import NothingAcceptedError, UnsettledMappingError, check
from csat_core.ingest.decisions import NoUsableRatingError
from csat_core.ingest.detection import Staged
from csat_core.ingest.mapping import decide, propose
from csat_core.ingest.plan import Mapping
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
        for path, rows in ((checked.accepted_path, 36), (checked.rejected_path, 2)):
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
