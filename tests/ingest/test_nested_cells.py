"""JSON objects in the cells of a CSV: a column for each of their parts, and nothing of a person that is not kept."""

import csv
import io
import json

import pytest

from csat_core.ingest.layouts.nested_cells import nested_in
from tests.ingest.brought import Brought

HEADER = ["id", "score", "survey_type", "comment", "created_at", "person_properties", "odd"]


def exported(row: int) -> list[str]:
    properties = {"Country": ("US", "DE")[row % 2], "Plan": {"name": "Pro"}, "Email": f"anna{row}@example.com"}
    odd = "{'a': 1}" if row == 39 else json.dumps({"a": row})
    return [
        f"{row}",
        "9" if row == 21 else f"{row % 5 + 1}",
        "csat",
        "Fine",
        f"{1_641_289_688 + row}",
        json.dumps(properties) if row % 4 else "",
        odd,
    ]


@pytest.fixture(scope="module")
def brought(tmp_path_factory) -> Brought:
    text = io.StringIO()
    csv.writer(text).writerows([HEADER, *map(exported, range(40))])
    return Brought(tmp_path_factory.mktemp("nested"), text.getvalue())


def test_each_part_of_the_objects_is_a_column_of_its_own(brought):
    assert brought.roles()["person_properties.Country"] == "segment"
    assert brought.cells("person_properties.Country").value_counts().to_dict() == {"US": 10, "DE": 19}
    assert "'person_properties' holds 3 named values in each cell" in " ".join(brought.detection["evidence"])


def test_an_object_within_an_object_stays_its_text(brought):
    assert brought.column("person_properties.Plan").reason.startswith("Holds one value only, '")
    plan = next(column for column in brought.columns if column.name == "person_properties.Plan")
    assert plan.top == (('{"name":"Pro"}', 30),)


def test_personal_parts_are_not_kept_in_the_rows_set_aside_either(brought):
    assert brought.column("person_properties.Email").personal == "e-mail addresses"
    (raw,) = brought.rejected["raw"]
    assert json.loads(raw)["score"] == "9"
    assert "@" not in raw


def test_a_column_with_a_cell_that_is_no_object_stays_as_it_is(brought):
    assert "odd" in [column.name for column in brought.columns]
    assert "odd.a" not in [column.name for column in brought.columns]


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ([], ()), ([["", "x"]], ()), ([['{"a": 1}', "5"], ["", "4"]], (1,)), ([['{"a": 1}'], ["[1]"]], ()), ([['{"a": 1'], ["{}"]], ()),
        ([["1", "{}"], ["2"]], (2,)), ([["{" * 9_000]], ()),
    ],
)  # fmt: skip
def test_objects_are_known_by_every_filled_cell_of_the_first_rows(rows, columns):
    assert nested_in(rows, max(map(len, rows), default=0)) == columns


def test_what_stands_right_of_the_names_is_no_column() -> None:
    assert nested_in([["1", "{}"]], 1) == ()
