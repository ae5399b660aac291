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
