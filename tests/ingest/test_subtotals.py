"""Totals and averages of groups among the responses are no responses; answers that are called so are."""

from pathlib import Path

import pytest

from tests.ingest.brought import Brought

ANSWERS = [f"2026-01-{day:02d},{'AB'[day % 2]},{1 + day % 5},{1 + day % 4}" for day in range(1, 21)]


@pytest.mark.parametrize(
    "subtotal",
    [
        ",Average A,3,3", ",Average for A,3,3", ",A Total,60,40", ",Durchschnitt: B,3,3", ",B Ergebnis,60,40", ",A 小计,60,40",
        ",Average,3,3", "Total,,60,40", "Subtotal A,,60,40",
    ],
)  # fmt: skip
def test_a_total_of_a_group_is_set_aside_wherever_it_stands(tmp_path: Path, subtotal: str) -> None:
    rows = [*ANSWERS[:10], subtotal, *ANSWERS[10:], subtotal]
    file = Brought(tmp_path, "\n".join(["Date,Store,Satisfaction,Speed", *rows]))
    assert file.codes() == {"footer": 2}
    assert list(file.rejected["row"]) == [12, 23]
    assert len(file.accepted) == 20
    assert any("2 rows are totals or averages of groups" in said for said in file.detection["evidence"])


@pytest.mark.parametrize(
    "answers",
    [
        ["Average", "Good", "Poor"] * 8,  # answers, and some days are not known
        ["Total", "Total Premium", "Premium", "Premium"] * 6,  # names of things
        ["Average wait", "Long wait", "wait"] * 8,
    ],
)
def test_answers_and_names_that_sound_like_totals_are_kept(tmp_path: Path, answers: list[str]) -> None:
    rows = [
        f"{'' if row == 3 else f'2026-01-{row:02d}'},{answer},{1 + row % 5}" for row, answer in enumerate(answers, 1)
    ]
    file = Brought(tmp_path, "\n".join(["Date,What,Satisfaction", *rows]))
    assert len(file.accepted) == len(answers)


SALES = ["Owner,Case,Closed,Score,Origin", *(
    line
    for owner in ("Ann", "Bob", "Cid")
    for line in (
        *(f"{owner if case == 1 else ''},K{owner}{case},2026-01-{10 + case},{1 + case % 5},Web" for case in range(1, 9)),
        "Subtotal,Avg,,3.4,", ",Count,,8,",
    )
), "Total,Avg,,3.4,", ",Count,,24,"]  # fmt: skip


@pytest.mark.parametrize("before", ["", ","], ids=["at the left", "behind a blank column"])
def test_a_report_that_names_each_group_once_is_read_as_its_responses(tmp_path: Path, before: str) -> None:
    file = Brought(tmp_path, "\n".join(f"{before}{line}" for line in SALES))
    assert (len(file.accepted), file.codes()) == (24, {"footer": 8})
    (owner,) = [column.name for column in file.mapping.columns if column.name == "Owner"]
    assert any(
        f"'{owner}' is written in the first row of each group alone" in said for said in file.detection["evidence"]
    )


def test_blanks_below_a_name_stay_blank_where_not_every_group_begins_with_one(tmp_path: Path) -> None:
    lines = [line.replace("Bob,", ",") for line in SALES]
    file = Brought(tmp_path, "\n".join(lines))
    assert len(file.accepted) == 24
    assert not any("first row of each group" in said for said in file.detection["evidence"])


def test_lines_of_one_cell_below_the_responses_are_notes_and_no_rows_to_mend(tmp_path: Path) -> None:
    notes = ["", "Cases of January 2026", "All rights reserved. Do not copy", "Made by: Ann Bee", "Acme"]
    file = Brought(tmp_path, "\n".join(["Date,Store,Satisfaction,Speed", *ANSWERS, *notes]))
    assert (len(file.accepted), file.codes()) == (20, {"footer": 4})
    assert not any("Ann Bee" in said for said in file.detection["evidence"])
    lost = Brought(tmp_path, "\n".join(["Date,Store,Satisfaction,Speed", *ANSWERS, "2026-01-21"]))
    assert lost.codes() == {"wrong_shape": 1}
