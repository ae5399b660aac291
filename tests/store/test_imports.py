"""Imports: one transaction each; recorded, recognised, undone; and what is typed in beside a dataset."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pyarrow as pa
import pyarrow.dataset as pads
import pyarrow.parquet as pq
import pytest

from csat_core.model.dataset import Role
from csat_core.model.policy import DEFAULT_POLICY, BasePolicy
from csat_core.model.scheme import InvalidSchemeError
from csat_core.store import Store, catalogue, imports, settings
from csat_core.store.catalogue import DatasetNameError, DatasetNotFoundError, Details, InvalidDetailsError
from csat_core.store.imports import AlreadyImportedError, ImportNotFoundError
from tests.conftest import REJECTED, asked, days, make_dataset, new_import, numbers, question, segment, texts

GIVEN = {
    "Day": days(["2026-01-05", None, "2026-03-09", "2026-02-01"]),
    "Overall satisfaction": question([5, None, -2, -3]),
    'a" FROM t; DROP TABLE datasets; --': segment(["North", "South", "North", None]),
    "Likely to recommend": question([11, 1, 1, 1], scale="0-10", scheme="nps"),
    "Revenue": numbers([10.5, None, 3.0, 0.0], Role.REVENUE),
    "Comment": texts(["fine", None, "", "'; DROP TABLE datasets; --"]),
    "Stage": segment(["Buy", "Browse", "Buy", "Buy"], Role.TOUCHPOINT),
}
ASIDE = [
    {
        "row": 7,
        "column": "Overall satisfaction",
        "value": "11",
        "code": "off_scale",
        "reason": "not 1-5",
        "raw": "a,11",
    },
    {"row": 3, "column": None, "value": None, "code": "ragged", "reason": "too few cells", "raw": "a"},
]
NOTHING_ASIDE = pads.dataset(REJECTED.empty_table())


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All that a store holds, table by table."""
    with store.cursor() as cursor:
        names = cursor.execute("SELECT table_name FROM information_schema.tables ORDER BY table_name").fetchall()
        return {name: cursor.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}


def test_an_import_becomes_a_dataset_with_everything_known_of_it(store: Store) -> None:
    dataset = make_dataset(
        store, GIVEN, "Shop", details=Details(name="Shop", industry="Retail", customers=900, invited=50)
    )
    assert (dataset.id, dataset.version, dataset.responses, dataset.answers) == (1, 1, 4, 1)
    assert (dataset.since, dataset.until) == (date(2026, 1, 5), date(2026, 3, 9))
    assert (dataset.industry, dataset.customers, dataset.invited, dataset.kind) == ("Retail", 900, 50, "relationship")
    assert [column.name for column in dataset.questions] == ["Overall satisfaction", "Likely to recommend"]
    overall = dataset.outcome
    assert (overall.id, overall.answered, overall.blank, overall.not_applicable, overall.dont_know) == (
        "q01",
        1,
        1,
        1,
        1,
    )
    assert overall.scale is not None
    assert overall.scale.name == "1-5"
    assert dataset.column("q02").scheme == "nps"
    assert dataset.column("s01").levels == ("North", "South")
    assert [column.position for column in dataset.columns] == [2, 1, 3, 4, 5, 6, 7]


def test_names_from_a_file_never_reach_the_table(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    with store.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {catalogue.table_of(dataset.id)} LIMIT 0")
        names = [column[0] for column in cursor.description]
    assert set(names) == {"import_id", "response_no", "bucket", "day", "q01", "q02", "s01", "s02", "n01", "t01"}
    assert catalogue.datasets(store) == (dataset,)


def test_rows_that_come_without_numbers_are_numbered_by_their_place(store: Store) -> None:
    new, rows = new_import(GIVEN)
    table = rows.drop_columns(["response_no"])
    imports.store_import(store, new, pads.dataset([table.slice(0, 3), table.slice(3)]), NOTHING_ASIDE)
    assert answers(store) == [(1, 5, "fine"), (2, -1, None), (3, -2, ""), (4, -3, "'; DROP TABLE datasets; --")]


@pytest.mark.parametrize("are_linked", [True, False])
def test_rows_of_a_file_are_stored_with_their_own_numbers_or_their_places_and_no_second_name_of_it_stays(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, are_linked: bool
) -> None:
    if not are_linked:
        monkeypatch.setattr("os.link", Mock(side_effect=OSError))
    new, rows = new_import(GIVEN)
    aside, file = tmp_path / "aside.parquet", tmp_path / "it's.parquet"
    pq.write_table(pa.Table.from_pylist(ASIDE, schema=REJECTED), aside)
    for name, table, numbered in (
        ("Own", rows.set_column(0, "response_no", pa.array([2, 3, 5, 9])), [2, 3, 5, 9]),
        ("Places", rows.drop_columns(["response_no"]), [1, 2, 3, 4]),
    ):
        pq.write_table(table, file, row_group_size=3)
        details = replace(new.details, name=name)
        dataset_id, _ = imports.store_import(store, replace(new, details=details, hash=name), file, aside)
        assert [row[:2] for row in answers(store, dataset_id)] == list(zip(numbered, [5, -1, -2, -3], strict=True))
        assert imports.rejects(store, dataset_id).num_rows == 2
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".parquet") == [aside.name, file.name]
    with store.cursor() as cursor:
        (spill,) = cursor.execute("SELECT current_setting('temp_directory')").fetchall()[0]
        assert list(Path(spill).iterdir()) == []
        assert cursor.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall() == []


def answers(store: Store, dataset_id: int = 1) -> list[tuple[Any, ...]]:
    with store.cursor() as cursor:
        return cursor.execute(f"SELECT response_no, q01, t01 FROM responses_{dataset_id} ORDER BY 1").fetchall()


def test_an_import_is_recorded_with_its_counts_and_evidence(store: Store) -> None:
    before = datetime.now(UTC).replace(tzinfo=None) - timedelta(seconds=1)
    dataset = make_dataset(
        store,
        GIVEN,
        rejected=ASIDE,
        rows_read=6,
        detection={"delimiter": ";"},
        problems=[{"code": "off_scale", "count": 1}],
    )
    (record,) = imports.imports(store)
    assert (record.import_id, record.dataset_id, record.dataset, record.file) == (1, 1, "Survey", "Survey.csv")
    assert (record.rows_read, record.accepted, record.rejected, record.duplicates) == (6, 4, 2, 0)
    assert record.detection == {"delimiter": ";"}
    assert record.problems == [{"code": "off_scale", "count": 1}]
    assert before <= record.imported_at <= datetime.now(UTC).replace(tzinfo=None)
    assert imports.imports(store, dataset.id) == (record,)
    assert imports.imports(store, 99) == ()


def test_rejected_rows_are_kept_with_their_reason_in_the_order_of_the_file(store: Store) -> None:
    dataset = make_dataset(store, GIVEN, rejected=ASIDE)
    make_dataset(store, GIVEN, "Other")
    assert imports.rejects(store, dataset.id).to_pylist() == [ASIDE[1], ASIDE[0]]
    assert imports.rejects(store, 2).num_rows == 0


def failing_stream(table: pa.Table) -> pa.RecordBatchReader:
    def batches() -> Iterator[pa.RecordBatch]:
        yield table.to_batches()[0]
        raise RuntimeError("the file went away")

    return pa.RecordBatchReader.from_batches(table.schema, batches())


def wrong_rejects(_: pa.Table) -> pads.Dataset:
    return pads.dataset(pa.table({"row": [1]}))


@pytest.mark.parametrize(
    ("accepted", "rejected", "reason"),
    [
        (failing_stream, lambda _: NOTHING_ASIDE, "the file went away"),
        (lambda table: pads.dataset(table), wrong_rejects, "column"),
    ],
    ids=["while reading the responses", "after the responses"],
)
def test_an_import_that_fails_in_the_middle_leaves_the_store_as_it_was_and_says_why(
    store: Store, accepted: Callable[[pa.Table], Any], rejected: Callable[[pa.Table], Any], reason: str
) -> None:
    make_dataset(store, GIVEN, "First", rejected=ASIDE)
    before, generation = everything(store), store.generation
    new, table = new_import(GIVEN, "Second")
    with pytest.raises(Exception, match=reason):
        imports.store_import(store, new, accepted(table), rejected(table))
    assert everything(store) == before
    assert store.generation == generation
    again = make_dataset(store, GIVEN, "Second")
    assert (again.id, again.responses) == (2, 4)


def test_the_same_file_again_is_refused_with_where_it_is(store: Store) -> None:
    first = make_dataset(store, GIVEN, "First")
    catalogue.change_details(store, first.id, Details(name="Renamed"))
    before = everything(store)
    with pytest.raises(AlreadyImportedError) as refused:
        make_dataset(store, GIVEN, "Second", hash="hash of First")
    assert str(refused.value).startswith("'Second.csv' is already in the store: imported as 'Renamed' on ")
    assert str(refused.value).endswith("UTC; undo that import first, or choose another file.")
    with pytest.raises(AlreadyImportedError):
        imports.require_new_file(store, "copy.csv", "hash of First")
    assert everything(store) == before


@pytest.mark.parametrize("name", ["Survey", "SURVEY", "survey"])
def test_a_name_that_is_taken_is_refused_letter_case_ignored(store: Store, name: str) -> None:
    make_dataset(store, GIVEN, "Survey")
    before = everything(store)
    with pytest.raises(DatasetNameError) as refused:
        make_dataset(store, GIVEN, name, hash="another file")
    assert str(refused.value) == ("There is already a dataset 'Survey'; choose another name, or undo its import first.")
    assert everything(store) == before
    assert catalogue.has_name(store, name)


def test_undoing_an_import_removes_its_responses_and_keeps_the_log(store: Store) -> None:
    make_dataset(store, GIVEN, "Kept")
    kept = everything(store)
    dataset = make_dataset(store, GIVEN, "Gone", rejected=ASIDE)
    assert imports.undo(store, 2) == 4
    after = everything(store)
    assert {name: rows for name, rows in after.items() if name != "imports"} == {
        name: rows for name, rows in kept.items() if name != "imports"
    }
    assert [row[0] for row in after["imports"]] == [1, 2]
    assert [record.import_id for record in imports.imports(store)] == [1]
    assert not imports.is_new(store)
    with pytest.raises(DatasetNotFoundError):
        catalogue.dataset(store, dataset.id)


def test_an_import_that_is_not_there_cannot_be_undone(store: Store) -> None:
    with pytest.raises(ImportNotFoundError) as refused:
        imports.undo(store, 1)
    assert str(refused.value) == "There is no import 1 to undo; there is nothing to undo."
    make_dataset(store, GIVEN, "First")
    make_dataset(store, GIVEN, "Second")
    imports.undo(store, 1)
    for missing in (1, 9):
        with pytest.raises(ImportNotFoundError) as refused:
            imports.undo(store, missing)
        assert str(refused.value) == f"There is no import {missing} to undo; imports that can be undone: 2."


def test_ids_are_never_given_twice(store: Store) -> None:
    assert imports.is_new(store)
    first = make_dataset(store, GIVEN, "First")
    imports.undo(store, 1)
    second = make_dataset(store, GIVEN, "First")
    assert (first.id, second.id) == (1, 2)
    assert [record.import_id for record in imports.imports(store)] == [2]
    imports.undo(store, 2)
    assert make_dataset(store, GIVEN, "First").id == 3


def test_every_write_raises_the_version_of_its_dataset_alone(store: Store) -> None:
    first, second = make_dataset(store, GIVEN, "First"), make_dataset(store, GIVEN, "Second")
    catalogue.change_details(
        store, first.id, Details(name="Primo", kind="touchpoint", owner="Ana", customers=9, invited=9)
    )
    changed = catalogue.dataset(store, first.id)
    assert changed == replace(
        first, name="Primo", version=2, kind="touchpoint", owner="Ana", customers=9, invited=9, columns=first.columns
    )
    catalogue.change_details(store, first.id, Details(name="Primo"))
    assert catalogue.dataset(store, first.id).version == 3
    assert catalogue.dataset(store, second.id) == second


def test_a_dataset_keeps_its_own_name_but_not_another_ones(store: Store) -> None:
    first = make_dataset(store, GIVEN, "First")
    make_dataset(store, GIVEN, "Second")
    catalogue.change_details(store, first.id, Details(name="FIRST"))
    assert catalogue.dataset(store, first.id).name == "FIRST"
    with pytest.raises(DatasetNameError, match="already a dataset 'Second'"):
        catalogue.change_details(store, first.id, Details(name="second"))
    with pytest.raises(DatasetNotFoundError):
        catalogue.change_details(store, 9, Details(name="Third"))


@pytest.mark.parametrize(
    ("details", "error", "sentence"),
    [
        ({"name": "  "}, DatasetNameError, "A dataset needs a name"),
        ({"name": "A", "kind": "other"}, InvalidDetailsError, "choose one of: relationship, touchpoint"),
        ({"name": "A", "customers": 0}, InvalidDetailsError, "The total of customers is 0; give a whole number from 1"),
        ({"name": "A", "invited": -5}, InvalidDetailsError, "The total of invited is -5; give a whole number from 1"),
        (
            {"name": "A", "customers": 10, "invited": 1_100},
            InvalidDetailsError,
            "1,100 invited is more than 10 customers; mend one of the two totals.",
        ),
    ],
)
def test_details_that_cannot_be_true_are_refused(
    details: dict[str, Any], error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error) as refused:
        Details(**details)
    assert sentence in str(refused.value)


def test_a_dataset_is_found_by_name_before_it_is_found_by_id(store: Store) -> None:
    with pytest.raises(DatasetNotFoundError) as refused:
        catalogue.find_dataset(store, "Shop")
    assert str(refused.value) == "There is no dataset 'Shop'; the store is empty; import a file first."
    first, second = make_dataset(store, GIVEN, "Shop"), make_dataset(store, GIVEN, "1")
    found = [catalogue.find_dataset(store, named).id for named in ("Shop", " shop ", "1", "2")]
    assert found == [first.id, first.id, second.id, second.id]
    with pytest.raises(DatasetNotFoundError) as refused:
        catalogue.find_dataset(store, "3")
    assert str(refused.value) == "There is no dataset '3'; there are: '1', 'Shop'."


def test_the_policy_and_own_schemes_are_kept(store: Store) -> None:
    assert settings.policy(store) == DEFAULT_POLICY
    assert settings.scheme_names(store) == {}
    chosen = BasePolicy(shown_from=5, tested_from=20, plain_from=50)
    for policy in (DEFAULT_POLICY, chosen):
        settings.keep_policy(store, policy)
        assert settings.policy(store) == policy
    settings.keep_scheme(store, "own-5-5-3", "Only fives")
    settings.keep_scheme(store, "own-5-5-3", "Fives")
    with pytest.raises(InvalidSchemeError):
        settings.keep_scheme(store, "own-5-2-3", "Nonsense")
    assert settings.scheme_names(store) == {"own-5-5-3": "Fives"}


def test_the_responses_come_back_as_they_went_in(store: Store) -> None:
    dataset = make_dataset(store, GIVEN)
    found = asked(store).rows(dataset.id, ["day", "q01", "s01", "n01", "t01"]).to_pylist()
    assert [row["day"] for row in found] == [date(2026, 1, 5), None, date(2026, 3, 9), date(2026, 2, 1)]
    assert [row["q01"] for row in found] == [5, -1, -2, -3]
    assert [row["s01"] for row in found] == ["North", "South", "North", None]
    assert [row["n01"] for row in found] == [10.5, None, 3.0, 0.0]
    assert [row["t01"] for row in found] == ["fine", None, "", "'; DROP TABLE datasets; --"]
