"""Replacing: an export whose answers were changed since takes the place of what is stored, and undo brings that back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csat_core.errors import CsatError
from csat_core.ingest.joins.join_plan import Wish
from csat_core.ingest.joins.joining import join_file
from csat_core.ingest.load import Imported, import_file
from csat_core.store import Store, appends, catalogue, erasures, imports
from csat_core.store.left_out import also_in
from csat_core.store.replacements import restorable, versions_of

pytestmark = pytest.mark.usefixtures("in_this_process")

HEADER = "Response ID,Submitted at,Region,Overall satisfaction,Ease of use,Customer ID"
Row = list[str]


def rows(ids: range, **changed: str) -> list[Row]:
    """Rows with these ids; `changed` gives some of them another score: `R3="1"`."""
    return [
        [
            f"R{id}", f"2026-01-{1 + id % 28:02}", ("North", "South")[id % 2], changed.get(f"R{id}", str(1 + id % 5)),
            str(1 + id % 4), f"K{id}",
        ]
        for id in ids
    ]  # fmt: skip


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Callable[..., Imported]:
    """Imports a file of these rows."""

    def bring(file: str, lines: list[Row], header: str = HEADER, **wishes: Any) -> Imported:
        path = tmp_path / file
        path.write_text("\n".join([header, *map(",".join, lines)]) + "\n")
        return import_file(store, path, **wishes)

    return bring


def answers(store: Store) -> dict[str, Any]:
    """What the dataset says of each response, by its id, with the import that says so."""
    dataset = catalogue.dataset(store, 1)
    named = {name: dataset.find(name).id for name in ("Response ID", "Overall satisfaction", "Ease of use")}
    with store.cursor() as cursor:
        found = cursor.execute(f"SELECT {', '.join(named.values())}, import_id FROM responses_1").fetchall()
    assert len(found) == dataset.responses == len({id for id, *_ in found})
    return {id: tuple(said) for id, *said in found}


def everything(store: Store) -> list[tuple[Any, ...]]:
    with store.cursor() as cursor:
        return cursor.execute("SELECT * FROM responses_1 ORDER BY response_no").fetchall()


def test_newer_answers_take_the_place_of_those_stored_and_one_undo_brings_them_back(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", rows(range(40)))
    before, first = answers(store), everything(store)
    done = bring("later.csv", rows(range(50), R3="1", R4="1"), replaces=True)
    checked = done.checked
    assert (checked.rows_read, checked.accepted, checked.replaced, checked.duplicates) == (50, 10, 2, 38)
    told = {problem.code: problem for problem in checked.problems}
    assert told["replaced"].message == (
        "2 responses that are there already stand otherwise in this file: 'Overall satisfaction' in 2. They are taken; "
        "what was stored before comes back when this import is undone."
    )
    assert told["already_there"].message.startswith("38 rows are in the dataset already")
    now = answers(store)
    assert len(now) == 50
    assert (now["R3"], now["R4"], now["R5"]) == ((1, 4, 2), (1, 1, 2), before["R5"])
    assert catalogue.dataset(store, 1).find("Overall satisfaction").answered == 50
    (record, _) = imports.imports(store)
    assert (record.accepted, record.replaced, record.already_there, record.set_aside) == (10, 2, 38, 0)
    # what was taken was not set aside
    aside = {row["value"] for row in imports.rejects(store, 1).to_pylist()}
    assert len(aside) == 38
    assert not aside & {"R3", "R4"}
    assert restorable(store, 1, 2) == 2
    assert imports.undo(store, 2) == 10
    assert (answers(store), everything(store)) == (before, first)
    with store.cursor() as cursor:
        assert (
            cursor.execute("SELECT table_name FROM duckdb_tables() WHERE table_name LIKE 'replaced%'").fetchall() == []
        )


def test_what_an_undo_brings_back_is_not_said_to_be_gone_from_a_file_that_has_it_too(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", rows(range(40)))
    bring("later.csv", rows(range(50), R3="1", R4="1"), replaces=True)
    bring("again.csv", rows(range(51)))
    assert [(each.file, each.count) for each in also_in(store, 1, 2)] == [("again.csv", 10)]


def test_an_answer_that_was_not_there_before_is_taken_without_asking_and_undone_with_its_import(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", rows(range(40), R3="", R4="", R5=""))
    before = answers(store)
    # R3 and R4 were answered since; R5 still is not; R6 says otherwise what it said before, R7 nothing any more
    later = rows(range(50), R3="1", R4="5", R5="", R6="5", R7="")
    checked = bring("later.csv", later).checked
    assert (checked.accepted, checked.replaced, checked.duplicates, checked.changed) == (10, 2, 38, 2)
    told = {problem.code: problem.message for problem in checked.problems}
    assert told["answered_since"] == (
        "2 responses that are there already without an answer to 'Overall satisfaction' have one in this file. They are taken "
        "as they stand here; what was stored before comes back when this import is undone."
    )
    assert told["changed"].startswith("2 responses that are there already stand otherwise in this file")
    now = answers(store)
    assert [now[id][0] for id in ("R3", "R4", "R5", "R6", "R7")] == [1, 5, -1, 2, 3]
    assert imports.undo(store, 2) == 10
    assert answers(store) == before
    # asked for, the others are taken too
    assert bring("later.csv", later, replaces=True).checked.replaced == 4
    assert [answers(store)[id][0] for id in ("R3", "R4", "R5", "R6", "R7")] == [1, 5, -1, 5, -1]


def test_a_file_of_nothing_but_answers_that_came_since_is_stored(store: Store, bring: Callable[..., Imported]) -> None:
    bring("january.csv", rows(range(40), R3=""))
    done = bring("later.csv", rows(range(20), R3="4"))
    assert (done.import_id, done.checked.accepted, done.checked.replaced) == (2, 0, 1)
    assert answers(store)["R3"][0] == 4


def test_a_total_below_responses_that_are_there_already_is_nothing_new(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", rows(range(40)))
    done = bring("again.csv", [*rows(range(40)), ["Total", "", "", "120", "", ""]])
    assert (done.import_id, done.checked.duplicates, done.checked.rejected) == (None, 40, 1)
    assert "nothing_new" in {problem.code for problem in done.checked.problems}


def test_a_file_of_changed_answers_alone_is_stored_where_they_are_taken(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", rows(range(40)))
    assert bring("later.csv", rows(range(20), R3="1")).import_id is None
    done = bring("later.csv", rows(range(20), R3="1"), replaces=True)
    assert (done.import_id, done.checked.accepted, done.checked.replaced) == (2, 0, 1)
    assert bring("same.csv", rows(range(10)) + rows(range(3, 4), R3="1"), replaces=True).checked.replaced == 1
    assert answers(store)["R3"] == (4, 4, 3)  # of rows with one id the first


def test_versions_come_and_go_in_any_order(store: Store, bring: Callable[..., Imported]) -> None:
    bring("january.csv", rows(range(40)))
    before = answers(store)
    bring("second.csv", rows(range(40), R2="1", R3="1"), replaces=True)
    bring("third.csv", rows(range(40), R2="2", R3="4"), replaces=True)  # R3 as it was first
    assert [answers(store)[id] for id in ("R2", "R3")] == [(2, 3, 3), (4, 4, 3)]
    assert [restorable(store, 1, id) for id in (2, 3)] == [0, 2]
    # the one in the middle goes: the last still stands, above the first
    assert imports.undo(store, 2) == 0
    assert [answers(store)[id] for id in ("R2", "R3")] == [(2, 3, 3), (4, 4, 3)]
    assert imports.undo(store, 3) == 0
    assert answers(store) == before
    # the first goes: what a later file said stays, and nothing else does
    bring("second.csv", rows(range(40), R2="1", R3="1"), replaces=True)
    assert imports.undo(store, 1) == 38
    assert answers(store) == {"R2": (1, 3, 4), "R3": (1, 4, 4)}
    assert imports.undo(store, 4) == 2
    assert catalogue.datasets(store) == ()


def test_what_a_file_does_not_have_and_what_was_joined_stays(
    store: Store, tmp_path: Path, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", rows(range(40)))
    (tmp_path / "orders.csv").write_text("Customer ID,Minutes\n" + "".join(f"K{id},{id}\n" for id in range(40)))
    join_file(store, catalogue.dataset(store, 1), tmp_path / "orders.csv", Wish(keys=("Customer ID",)), dry_run=False)
    first = everything(store)
    lines = rows(range(10), R3="1", R4="2")
    lines[4][5] = "K99"  # another customer: nobody knows the minutes
    without = [[*line[:4], line[5]] for line in lines]
    bring("later.csv", without, HEADER.replace(",Ease of use", ""), replaces=True)
    minutes = catalogue.dataset(store, 1).find("Minutes").id
    with store.cursor() as cursor:
        found = cursor.execute(f"SELECT {minutes} FROM responses_1 WHERE import_id = 3 ORDER BY response_no").fetchall()
    assert found == [(3.0,), (None,)]
    assert answers(store)["R3"] == (1, 4, 3)  # ease of use as it was
    imports.undo(store, 2)  # the join, with versions there
    imports.undo(store, 3)
    join_file(store, catalogue.dataset(store, 1), tmp_path / "orders.csv", Wish(keys=("Customer ID",)), dry_run=False)
    assert everything(store) == first


def test_what_was_joined_by_several_columns_goes_where_one_of_them_changes(
    store: Store, tmp_path: Path, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", rows(range(40)))
    daily = [f"2026-01-{day:02},{region},{day}" for day in range(1, 29) for region in ("North", "South")]
    (tmp_path / "daily.csv").write_text("\n".join(["Day,Region,Wait", *daily]))
    wish = Wish(keys=("Submitted at=Day", "Region"))
    join_file(store, catalogue.dataset(store, 1), tmp_path / "daily.csv", wish, dry_run=False)
    lines = rows(range(10), R3="1", R4="1", R5="1")
    lines[4][2] = "South"
    lines[5][1] = "2026-01-28"
    bring("later.csv", lines, replaces=True)
    wait = catalogue.dataset(store, 1).find("Wait").id
    with store.cursor() as cursor:
        found = cursor.execute(f"SELECT {wait} FROM responses_1 WHERE import_id = 3 ORDER BY response_no").fetchall()
    assert found == [(4.0,), (None,), (None,)]


def test_a_customer_is_erased_from_earlier_versions_too(store: Store, bring: Callable[..., Imported]) -> None:
    bring("january.csv", rows(range(40)))
    lines = rows(range(10), R3="1", R4="1")
    lines[4][5] = "K99"
    bring("later.csv", lines, replaces=True)
    assert erasures.erase(store, 1, "K4", dry_run=True).set_aside == 1
    erasures.erase(store, 1, "K4")
    with store.cursor() as cursor:
        found = cursor.execute(f"SELECT response_no FROM {versions_of(1)}").fetchall()
    assert found == [(4,)]
    erasures.erase(store, 1, "K3")
    with store.cursor() as cursor:
        assert cursor.execute(f"SELECT count(*) FROM {versions_of(1)}").fetchall() == [(0,)]
    # R4 is now what the later file brought, and goes with it
    assert imports.undo(store, 2) == 1
    assert len(answers(store)) == 38


def test_without_response_ids_nothing_can_be_replaced_and_what_changed_meanwhile_is_refused(
    store: Store, bring: Callable[..., Imported], monkeypatch: pytest.MonkeyPatch
) -> None:
    bring("january.csv", rows(range(40)))
    monkeypatch.setattr(appends, "replace_known", lambda *_: 5)
    first = everything(store)
    with pytest.raises(CsatError, match="was added to while this file was checked"):
        bring("later.csv", rows(range(50), R3="1"), replaces=True)
    assert everything(store) == first
    imports.undo(store, 1)
    header = "Submitted at,Region,Overall satisfaction,Ease of use"
    bring("none.csv", [line[1:5] for line in rows(range(40))], header)
    with pytest.raises(CsatError, match="'none' keeps no response ids"):
        bring("more.csv", [line[1:5] for line in rows(range(60))], header, replaces=True)


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        (
            "ID",
            "names people and not responses, bring the files in as a dataset of their own in which it is the customer",
        ),
        (
            "Response ID",
            "counts anew in every file, bring the files in as a dataset of their own in which it is left out",
        ),
    ],
)
def test_a_key_whose_values_come_again_on_other_days_is_told_with_what_it_may_be(
    store: Store, bring: Callable[..., Imported], name: str, meaning: str
) -> None:
    header = HEADER.replace("Response ID", name).replace(",Customer ID", "")
    bring("january.csv", [line[:5] for line in rows(range(40))], header)
    later = [[line[0], line[1].replace("-01-", "-02-"), *line[2:5]] for line in rows(range(30))]
    done = bring("february.csv", later, header)
    (said,) = [problem.message for problem in done.checked.problems if problem.code == "changed"]
    assert f"In 30 of them the day is another: if '{name}' {meaning}, so that every answer counts." in said
