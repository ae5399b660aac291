"""Points that people share out among several things, and places that they give them, rate none of them."""

import random
from pathlib import Path

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.made_files import read_here

CHANCE = random.Random(3)
THINGS = ("Price", "Quality", "Service", "Brand")
SHARED = "Adds up to {} with the columns beside it in every row"


def shared(total: int, step: int) -> list[int | str]:
    """So much in such steps shared out among four things, nothing left blank."""
    points = [0, 0, 0, 0]
    for _ in range(total // step):
        points[CHANCE.randrange(4)] += step
    return [each or "" for each in points]


def columns_of(folder: Path, rows: list[list[int | str]]) -> dict[str, ColumnMapping]:
    head = ["Satisfaction", *THINGS, "Staff"]
    rated = [[CHANCE.randint(1, 5), *row, CHANCE.randint(1, 5)] for row in rows]
    staged = read_here(folder, "\n".join(",".join(map(str, row)) for row in [head, *rated]))
    return {column.name: column for column in propose(staged.columns, ".").columns}


@pytest.mark.parametrize(("total", "step"), [(100, 10), (10, 1)])
def test_points_that_are_shared_out_are_numbers_and_rate_nothing(tmp_path: Path, total: int, step: int):
    rows = [shared(total, step) for _ in range(80)]
    columns = columns_of(tmp_path, [*rows, [total, step, "", ""]])  # somebody gave more than there was
    assert {columns[name].role.value for name in THINGS} == {"metric"}
    assert all(columns[name].reason.startswith(SHARED.format(total)) for name in THINGS)
    assert columns["Staff"].role.value == "driver"


def test_places_from_first_to_last_add_up_too(tmp_path: Path):
    columns = columns_of(tmp_path, [[*CHANCE.sample(range(1, 5), k=4)] for _ in range(80)])
    assert all(columns[name].reason.startswith(SHARED.format(10)) for name in THINGS)


def test_ratings_add_up_to_this_or_that(tmp_path: Path):
    columns = columns_of(tmp_path, [CHANCE.choices(range(1, 6), k=4) for _ in range(80)])
    assert {columns[name].role.value for name in THINGS} == {"driver"}
