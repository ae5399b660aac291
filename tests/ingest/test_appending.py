"""Appending: a new export of a survey adds to its dataset under the saved mapping, and says what changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from csat_core.errors import CsatError
from csat_core.ingest.further.as_now import dated_as_now
from csat_core.ingest.load import Imported, import_file
from csat_core.ingest.plan import ColumnMapping
from csat_core.ingest.reader import Reading
from csat_core.model.dataset import Role
from csat_core.store import Store, catalogue, imports
from csat_core.store.catalogue import Details
from tests.ingest.handmade import profile

pytestmark = pytest.mark.usefixtures("in_this_process")

HEADER = "Response ID,Submitted at,Region,Overall satisfaction,Ease of use,Comment"


def rows(ids: range, regions: str = "North South", scores: str = "12345", month: str = "01") -> list[str]:
    """Rows with these ids, their regions and scores taking turns."""
    places = regions.split()
    return [
        f"R{id},2026-{month}-{1 + id % 28:02},{places[id % len(places)]},{scores[id % len(scores)]},{1 + id % 4},said {id}"
        for id in ids
    ]


@pytest.fixture
def bring(store: Store, tmp_path: Path) -> Callable[..., Imported]:
    """Imports a file of these lines."""

    def bring(file: str, lines: list[str], header: str = HEADER, **wishes: object) -> Imported:
        path = tmp_path / file
        path.write_text("\n".join([header, *lines]) + "\n")
        return import_file(store, path, **wishes)  # type: ignore[arg-type]

    return bring


def codes(imported: Imported) -> list[tuple[str, str | None, int]]:
    return [(problem.code, problem.column, problem.count) for problem in imported.checked.problems]


def test_a_new_export_is_recognised_adds_what_is_new_and_can_be_undone(
    store: Store, bring: Callable[..., Imported]
) -> None:
    first = bring("january.csv", rows(range(100)))
    before = catalogue.dataset(store, 1)
    # a day later: twenty rows again, a new region, a column gone, one new, another order
    lines = [
        ",".join(["web", *(line.split(",")[i] for i in (3, 0, 1, 2, 5))])
        for line in rows(range(80, 140), "North South East", month="02")
    ]
    second = bring("february.csv", lines, "Channel,Overall satisfaction,Response ID,Submitted at,Region,Comment")
    assert (first.appended, second.appended, second.dataset, second.dataset_id) == (False, True, "january", 1)
    checked = second.checked
    assert (checked.rows_read, checked.accepted, checked.rejected, checked.duplicates) == (60, 40, 0, 20)
    assert codes(second) == [
        ("already_there", "Response ID", 20),
        ("changed", None, 20),
        ("column_missing", "Ease of use", 60),
        ("column_new", "Channel", 60),
        ("new_levels", "Region", 1),
    ]
    after = catalogue.dataset(store, 1)
    assert (after.version, after.responses, after.answers) == (before.version + 1, 140, 140)
    assert [column.id for column in after.columns] == [column.id for column in before.columns]
    assert after.find("Region").levels == ("North", "South", "East")
    assert after.find("Comment").answered == 140
    ease = after.find("Ease of use")
    assert (ease.answered, ease.blank) == (100, 0)
    with store.cursor() as cursor:
        table = catalogue.table_of(1)
        counted = cursor.execute(f"SELECT {ease.id}, count(*) FROM {table} WHERE import_id = 2 GROUP BY 1").fetchall()
        numbers = cursor.execute(f"SELECT count(DISTINCT response_no), max(response_no) FROM {table}").fetchall()
    assert counted == [(-4, 40)]
    assert numbers[0][0] == 140
    aside = imports.rejects(store, 1).to_pylist()
    assert [(row["row"], row["value"], row["code"]) for row in aside[:2]] == [
        (2, "R80", "already_there"), (3, "R81", "already_there"),
    ]  # fmt: skip
    assert '"Response ID":"R80"' in aside[0]["raw"]

    assert imports.undo(store, 2) == 40
    undone = catalogue.dataset(store, 1)
    assert (undone.version, undone.columns, undone.responses, undone.until) == (
        before.version + 2, before.columns, 100, before.until,
    )  # fmt: skip
    again = bring("february.csv", rows(range(80, 140)))
    assert (again.appended, again.checked.accepted, again.import_id) == (True, 40, 3)
    # the first import may go, too: what is left stays readable, and the next file is known still
    assert imports.undo(store, 1) == 100
    assert catalogue.dataset(store, 1).responses == 40
    assert bring("march.csv", rows(range(200, 210))).dataset_id == 1


def test_an_export_with_nothing_new_is_taken_note_of(store: Store, bring: Callable[..., Imported]) -> None:
    bring("january.csv", rows(range(60)))
    again = bring("again.csv", rows(range(30)))
    assert (again.checked.accepted, again.checked.duplicates) == (0, 30)
    assert catalogue.dataset(store, 1).responses == 60


def test_what_no_longer_fits_is_refused_and_stores_nothing(store: Store, bring: Callable[..., Imported]) -> None:
    bring("january.csv", rows(range(60)))
    named = Details(name="january")
    refusals = {
        "ten.csv": (rows(range(60, 120), scores="6789"), HEADER, {}, "no longer fits the way 'january' is read"),
        "bare.csv": (["North,4"] * 9, "Region,Overall satisfaction", {"details": named}, "no column 'Response ID', 'Submitted at'"),
        "forced.csv": (
            rows(range(60, 120)), HEADER, {"overrides": lambda _: ({"Region": "ignore"}, {})}, "'Region' would be read otherwise",
        ),
    }  # fmt: skip
    for file, (lines, header, wishes, sentence) in refusals.items():
        with pytest.raises(CsatError, match=sentence):
            bring(file, lines, header, **wishes)
    assert [dataset.responses for dataset in catalogue.datasets(store)] == [60]
    same = bring("typed.csv", rows(range(60, 90)), overrides=lambda _: ({"Submitted at": "time:ymd"}, {"#4": "1-5"}))
    assert (same.appended, same.checked.accepted) == (True, 30)
    other = bring(
        "forced.csv",
        rows(range(60, 120)),
        details=Details(name="Other"),
        overrides=lambda _: ({"Region": "ignore"}, {}),
    )
    assert not other.appended
    with pytest.raises(
        CsatError, match="has the columns of 'january', 'Other'; say where its answers belong with --dataset"
    ):
        bring("which.csv", rows(range(300, 320)))


def test_a_middle_that_only_a_later_file_has_is_refused_with_the_way_on(
    store: Store, bring: Callable[..., Imported]
) -> None:
    header = "Response ID,Overall satisfaction"
    words = ["Very dissatisfied", "Dissatisfied", "Satisfied", "Very satisfied", "Neutral"]
    bring("january.csv", [f"A{i},{words[i % 4]}" for i in range(48)], header)
    five = "|".join([*words[:2], "Neutral", *words[2:4]])
    later = [f"B{i},{words[i % 5]}" for i in range(40)]
    with pytest.raises(CsatError) as refusal:
        bring("february.csv", later, header)
    assert f'import the first file anew with --scale "Overall satisfaction={five}"' in str(refusal.value)
    assert imports.undo(store, 1) == 48
    given = {"overrides": lambda _: ({}, {"Overall satisfaction": five})}
    bring("january.csv", [f"A{i},{words[i % 4]}" for i in range(48)], header, **given)
    assert bring("february.csv", later, header).appended


def test_what_became_of_unfinished_responses_holds_for_the_next_export(
    store: Store, bring: Callable[..., Imported]
) -> None:
    header = "StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,Q1"
    text = 'Start Date,End Date,Response Type,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,"How satisfied, overall?"'
    ids = ",".join(f'"{{""ImportId"":""c{at}""}}"' for at in range(9))

    def month(number: int) -> list[str]:
        day = f"2026-{number:02}-10 10:00:00"
        return [text, ids] + [
            f"{day},{day},IP Address,{100 if at % 4 else 30},60,{bool(at % 4)},{day},R_{number}_{at},{1 + at % 5}"
            for at in range(40)
        ]

    first = bring("january.csv", month(1), header, reading=Reading(unfinished="drop"))
    assert (first.staged.detection.layout, first.checked.accepted, first.checked.rejected) == ("qualtrics", 30, 10)
    second = bring("february.csv", month(2), header)
    assert (second.appended, second.checked.accepted, second.checked.rejected) == (True, 30, 10)
    third = bring("march.csv", month(3), header, reading=Reading(unfinished="keep"))
    assert (third.appended, third.checked.accepted) == (True, 40)


def test_answers_that_changed_are_counted_and_said_and_a_file_with_nothing_new_is_not_stored(
    store: Store, bring: Callable[..., Imported]
) -> None:
    first = bring("january.csv", rows(range(40)))
    assert first.checked.changed == 0
    lines = rows(range(40))
    # another answer in R3 and R4, another comment in R4; R5 stands twice, the first time as it was
    for at, cells in {3: (3, "1"), 4: (3, "1")}.items():
        lines[at] = ",".join(cells[1] if i == cells[0] else cell for i, cell in enumerate(lines[at].split(",")))
    lines[4] = lines[4].replace("said 4", "said more")
    lines.append(lines[5].replace("said 5", "said again"))
    again = bring("again.csv", lines)
    assert (again.import_id, again.dataset_id, again.checked.accepted, again.checked.duplicates) == (None, 1, 0, 41)
    assert again.checked.changed == 2
    (changed,) = [problem for problem in again.checked.problems if problem.code == "changed"]
    assert changed.example_row == 5
    assert changed.message == (
        "2 responses that are there already stand otherwise in this file: 'Overall satisfaction' in 2, 'Comment' in 1. What "
        "is stored stays as it is; to take what this file says, import it with --replace."
    )
    assert codes(again)[-2:] == [("nothing_new", None, 41), ("changed", None, 2)]
    assert [record.import_id for record in imports.imports(store)] == [1]
    # nothing of it was stored, so that it comes in once the first is undone
    imports.undo(store, 1)
    assert bring("again.csv", lines).checked.accepted == 40


def test_a_question_that_was_not_asked_before_is_a_change_and_one_left_blank_is_none(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", rows(range(20)))
    without = [",".join(cell for i, cell in enumerate(line.split(",")) if i != 4) for line in rows(range(20, 40))]
    bring("february.csv", without, HEADER.replace(",Ease of use", ""))
    later = [
        *rows(range(20, 30)),
        *(line.replace(f",{1 + id % 4},", ",,") for id, line in enumerate(rows(range(30, 40)), 30)),
    ]
    found = bring("later.csv", later, dry_run=True).checked
    answered = sum(line.split(",")[4] != "" for line in later)
    assert found.changed == answered
    (changed,) = [problem.message for problem in found.problems if problem.code == "changed"]
    assert f"'Ease of use' in {answered}. What" in changed


def test_a_header_that_is_half_like_that_of_a_dataset_is_asked_about(
    store: Store, bring: Callable[..., Imported]
) -> None:
    bring("january.csv", rows(range(100)))
    header = "Response ID,Submitted at,Area,Overall satisfaction,Ease of use,Remark"
    with pytest.raises(CsatError) as refused:
        bring("february.csv", rows(range(100, 150)), header)
    assert str(refused.value) == (
        "4 of the 6 columns of 'february.csv' are those of 'january', without 'Region', 'Comment' and with 'Area', 'Remark': it may be the "
        'same survey. Nothing is stored; say --dataset "january" to add to it, or --dataset with a new name to begin a dataset.'
    )
    assert bring("february.csv", rows(range(100, 150)), header, details=Details(name="january")).appended
    other = "Response ID,Submitted at,Shop,Overall satisfaction,Price,Food"
    assert not bring("other.csv", rows(range(50)), other).appended


def test_dates_that_are_written_otherwise_than_before_are_read_as_they_are_now_or_asked_about(
    bring: Callable[..., Imported],
) -> None:
    bring("january.csv", rows(range(100)))

    def dated(file: str, days: range, **wishes: object) -> Imported:
        lines = [f"{file}{day},{day:02}/02/2026,North,{1 + day % 5},{1 + day % 4},x" for day in days]
        return bring(f"{file}.csv", lines, **wishes)

    settled = dated("a", range(1, 29))
    assert (settled.appended, settled.checked.accepted) == (True, 28)
    assert "written otherwise than before: day first" in next(
        problem.message for problem in settled.checked.problems if problem.code == "date_order"
    )
    with pytest.raises(CsatError, match='begin with the day or the month; say --map "Submitted at=time:dmy" or'):
        dated("b", range(1, 6))
    chosen = dated("b", range(1, 6), overrides=lambda _columns: ({"#2": "time:mdy"}, {}))
    assert (str(chosen.checked.since), str(chosen.checked.until)) == ("2026-01-02", "2026-05-02")


def test_what_settled_the_order_of_dates_in_the_first_file_is_not_said_of_a_later_one() -> None:
    def told(cells: list[str]) -> str:
        first = ColumnMapping(
            position=1, name="Date", role=Role.TIME, reason="Nearly all: 9 of them.", date_order="dmy"
        )
        return dated_as_now(first, profile(1, "Date", cells)).reason

    assert told(["05/04/2026"] * 6) == "As those of the first file."
    assert told(["25/04/2026"] * 6).startswith("As those of the first file: day first: 6 of them such as 25/04/2026")


def test_answers_that_were_common_and_are_given_no_more_are_said(bring: Callable[..., Imported]) -> None:
    bring("january.csv", rows(range(100)))
    assert not [code for code, *_ in codes(bring("b.csv", rows(range(100, 160)))) if code == "answered_otherwise"]
    found = bring("c.csv", rows(range(200, 260), scores="123"))
    (said,) = [problem for problem in found.checked.problems if problem.code == "answered_otherwise"]
    assert said.message == (
        "'Overall satisfaction': 4 and 5, 40.0 % of the earlier answers, are not among the 60 new ones. It may have been asked on "
        "another scale, or of others."
    )
    assert not [
        code for code, *_ in codes(bring("d.csv", rows(range(300, 320), scores="12"))) if code == "answered_otherwise"
    ]


def test_a_column_of_one_place_is_kept_and_divides_as_soon_as_a_further_file_is_of_another(
    store: Store, bring: Callable[..., Imported]
) -> None:
    header = f"{HEADER},Place,Ready"
    berlin = bring("berlin.csv", [f"{line},Berlin,Yes" for line in rows(range(60))], header)
    (kept,) = [column for column in berlin.mapping.columns if column.name == "Place"]
    assert kept.reason == "Holds one value so far, 'Berlin': kept, as other files may bring others to compare with."
    dataset = catalogue.dataset(store, berlin.dataset_id or 0)
    (place,) = [column for column in dataset.segments if column.name == "Place"]
    assert (place.levels, place.divides, place in dataset.segments_of_interest) == (("Berlin",), False, False)
    assert not codes(bring("more.csv", [f"{line},Berlin,Yes" for line in rows(range(60, 90))], header))
    paris = bring("paris.csv", [f"{line},Paris,No" for line in rows(range(100, 160))], header)
    assert codes(paris) == [("column_varies", "Ready", 60), ("new_levels", "Place", 1)]
    there = catalogue.dataset(store, berlin.dataset_id or 0).segments_of_interest
    assert [column.levels for column in there if column.name == "Place"] == [("Berlin", "Paris")]


def test_levels_that_a_spreadsheet_made_days_of_are_told_with_what_they_were(bring: Callable[..., Imported]) -> None:
    header = f"{HEADER},Employees"
    bring("first.csv", [f"{line},{('1-2', '3-5', '6-10')[at % 3]}" for at, line in enumerate(rows(range(60)))], header)
    spoiled = [f"{line},{('1-2', '05. Mrz', 'many')[at % 3]}" for at, line in enumerate(rows(range(100, 130)))]
    (said,) = [each.message for each in bring("second.csv", spoiled, header).checked.problems]
    assert said == (
        "'Employees' has 2 levels that it did not have before: '05. Mrz', 'many'. '05. Mrz' is likely '3-5', as a spreadsheet writes it: "
        "to count them together, undo this import, write these cells as they were, and import the file again."
    )


@pytest.mark.parametrize(("before", "now"), [("(UTC)", "(Europe/London)"), ("[GMT+2]", ""), ("", "(America/New_York)")])
def test_days_that_state_another_time_zone_are_the_same_column_and_that_is_said(
    store: Store, tmp_path: Path, before: str, now: str
) -> None:
    """Another zone in a name is another clock; another currency there is another column."""

    def imported(name: str, zone: str, ids: range) -> Imported:
        header = f"Created at {zone},Seen at {zone},Conversation,Rating (1-5)".replace(" ,", ",")
        lines = [f"2026-01-{1 + at % 28:02} 09:00,2026-02-{1 + at % 28:02} 10:00,X{at},{1 + at % 5}" for at in ids]
        path = tmp_path / name
        path.write_text("\n".join([header, *lines]))
        return import_file(store, path)

    imported("january.csv", before, range(1000, 1060))
    done = imported("february.csv", now, range(1040, 1100))
    assert (done.appended, done.checked.accepted, done.checked.duplicates) == (True, 40, 20)
    said = {problem.code: problem for problem in done.checked.problems}
    assert said["zone_changed"].column == f"Created at {now}".strip()
    assert not said.keys() & {"column_missing", "column_new"}
    assert catalogue.dataset(store, 1).find(f"Created at {before}".strip()).answered == 100
