"""An effort in numbers is read in the direction in which it goes with the satisfaction of the same people."""

import random
from pathlib import Path

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.made_files import read_here

CHANCE = random.Random(11)
MOODS = [CHANCE.gauss(0, 1) for _ in range(150)]


def answers(part: float, most: int) -> list[int]:
    """Answers from 1 to `most` that are so much of them, and as well against it, the mood of whoever gave them."""
    noise = (1 - part**2) ** 0.5
    drawn = (part * mood + noise * CHANCE.gauss(0, 1) for mood in MOODS)
    return [min(most, max(1, round((most + 1) / 2 + most / 4 * each))) for each in drawn]


def effort(folder: Path, part: float, beside: str = "CSAT") -> ColumnMapping:
    rows = zip(answers(0.8, 5), answers(part, 7), strict=True)
    text = "\n".join(",".join(map(str, row)) for row in [(beside, "effort_score"), *rows])
    return next(each for each in propose(read_here(folder, text).columns, ".").columns if each.name == "effort_score")


@pytest.mark.parametrize(("part", "scale", "how", "best"), [(0.8, "1-7", "with", 7), (-0.8, "7-1", "against", 1)])
def test_an_effort_follows_the_satisfaction_beside_it(tmp_path: Path, part: float, scale: str, how: str, best: int):
    column = effort(tmp_path, part)
    assert column.scale is not None
    assert (column.scale.name, column.assumed, column.question) == (scale, True, None)
    assert column.reason.endswith(f"its answers go {how} those of 'CSAT', so {best} is taken as the easiest.")


@pytest.mark.parametrize(("part", "beside"), [(0.0, "CSAT"), (0.8, "Staff")])
def test_an_effort_that_goes_with_no_satisfaction_is_asked_about(tmp_path: Path, part: float, beside: str):
    assert "7 may mean the most of it or the least" in (effort(tmp_path, part, beside).question or "")


@pytest.mark.parametrize(("part", "scale", "how"), [(0.8, "1-5", "with"), (-0.8, "5-1", "against")])
def test_what_a_word_leaves_open_follows_the_satisfaction_too(tmp_path: Path, part: float, scale: str, how: str):
    rows = zip(answers(0.8, 5), answers(part, 5), strict=True)
    text = "\n".join(",".join(map(str, row)) for row in [("CSAT", "Noise in the rooms"), *rows])
    column = propose(read_here(tmp_path, text).columns, ".").columns[1]
    assert (column.scale and column.scale.name, column.doubt, column.assumed) == (scale, None, True)
    assert f"its answers go {how} those of 'CSAT'" in column.reason
