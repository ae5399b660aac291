"""A column that sorts the numbers of another into good and bad says which end of them is the best."""

import random
from pathlib import Path

import pytest

from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.proposal.mapping import propose
from tests.ingest.made_files import read_here

CHANCE = random.Random(5)
SCORES = [CHANCE.randint(1, 5) for _ in range(120)]


def read(folder: Path, rating: str, flag: str, values: tuple[str, str], low: int = 2) -> dict[str, ColumnMapping]:
    """The columns of a file in which a flag has the first value beside scores up to `low`, the other beside those above."""
    rows = [(score, CHANCE.randint(1, 5), values[score > low]) for score in SCORES]
    text = "\n".join(",".join(map(str, row)) for row in [(rating, "Staff", flag), *rows])
    return {column.name: column for column in propose(read_here(folder, text).columns, ".").columns}


@pytest.mark.parametrize(
    ("flag", "values"),
    [("Satisfied flag", ("1", "0")), ("Zufrieden", ("ja", "nein")), ("Dissatisfied", ("No", "Yes")), ("Result", ("happy", "unhappy"))],
)  # fmt: skip
def test_the_end_beside_which_people_are_content_is_the_best(tmp_path: Path, flag: str, values: tuple[str, str]):
    columns = read(tmp_path, "Satisfaction", flag, values)
    asked, beside = columns["Satisfaction"], columns["Staff"]
    assert asked.scale is not None
    assert (asked.scale.name, asked.question) == ("5-1", None)
    assert asked.reason.endswith(f"'{flag} = {values[0].lower()}' stands beside 1, which is the best then.")
    assert beside.doubt is not None
    assert beside.doubt.startswith("Which answer of 'Staff' is the best is not settled: 'Satisfaction' beside it")


@pytest.mark.parametrize(
    ("rating", "flag", "values"),
    [
        ("Satisfaction", "Satisfied flag", ("0", "1")), ("Satisfaction", "Follow-up", ("Yes", "No")),
        ("Satisfaction (5 = best)", "Satisfied flag", ("1", "0")),
    ],
)  # fmt: skip
def test_a_scale_stays_upwards_where_nothing_else_is_said_or_the_name_says_it(
    tmp_path: Path, rating: str, flag: str, values: tuple[str, str]
):
    scale = read(tmp_path, rating, flag, values)[rating].scale
    assert scale is not None
    assert scale.name == "1-5"
