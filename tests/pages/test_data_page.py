"""Data: what is here, what was set aside, what is typed in beside it, and how a file comes in and goes again."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest

from csat_core.exports.mending import mending_xlsx
from csat_core.ingest import reader, sandbox
from csat_core.ingest.detection import Staged
from csat_core.ingest.further import mending
from csat_core.ingest.further.mending import stored
from csat_core.ingest.together import Outlook, Rehearsal
from csat_core.model.dataset import Role
from csat_core.service import settings
from csat_core.store import Store, catalogue, imports
from csat_core.store.catalogue import Details
from pages.shared import bring, problems
from tests.ingest.made_files import workbook
from tests.pages.opened import Opened, open_page
from tests.pages.surveys import plain, regions, two_months

pytestmark = pytest.mark.usefixtures("in_this_process")

EMPTY = "There is no data yet. Drop a file of survey responses below, or load the demo data."


def survey(rows: int = 60, bad: int = 0, day: str = "2026-01-{:02d}") -> bytes:
    """A CSV of a 5-point question, two thirds of it satisfied, with `bad` answers that are off the scale."""
    lines = ["Response ID,Date,Satisfaction,Region"]
    for at in range(rows):
        answer = 9 if at < bad else (5, 4, 2)[at % 3]
        lines.append(f"R{at:03d},{day.format(1 + at % 12)},{answer},{('North', 'South')[at % 2]}")
    return "\n".join(lines).encode()


def upload(page: Opened, content: bytes, name: str = "Shop survey.csv") -> Opened:
    """The page after this file was dropped on it, every part of the proposal open."""
    for part in ("personal", "columns", "aside", "altered", "problems", "detected"):
        page.app.session_state[f"proposal-{part}"] = True
    page.app.file_uploader[0].upload(name, content, "text/csv")
    return page.run()


def save_details(page: Opened, **typed: object) -> Opened:
    """The page after these details were saved, by the label of their field."""
    for label, value in typed.items():
        page.labelled(label.replace("_", " ")).set_value(value)
    return page.press("Save")


def test_the_page_answers_what_is_here_in_one_sentence(store: Store) -> None:
    regions(store)
    page = open_page("data")
    assert page.title == "What data is here, and is it sound?"
    assert page.texts[0] == "1 dataset holds 100 answers; no row was set aside."
    assert page.texts[1] == "Regions"
    assert page.texts[2].splitlines() == ["'Overall' · 1 more question · 1 segment · no dates"]
    assert page.metrics == {"CSAT": ("60.0 %", "100 answers")}


def test_several_datasets_are_summed_up_with_their_latest_day(store: Store) -> None:
    regions(store)
    two_months(store)
    page = open_page("data")
    assert page.texts[0] == "2 datasets hold 300 answers, the latest from 28 Feb 2026; no row was set aside."
    assert [metric.value for metric in page.app.metric] == ["70.0 %", "60.0 %"]


def test_rows_set_aside_are_counted_and_can_be_taken_away(store: Store) -> None:
    aside = {
        "row": 7,
        "column": "Overall",
        "value": "9",
        "code": "off_scale",
        "reason": "not on the scale",
        "raw": "9,x",
    }
    regions(store, rejected=[aside])
    page = open_page("data")
    assert page.texts[0] == "1 dataset holds 100 answers; 1 row was set aside."
    assert any(re.search(r"Import 1: Regions.csv, .*, 100 rows came in, 1 set aside", text) for text in page.texts)
    assert "Rows set aside (CSV)" in [button.label for button in page.app.download_button]


def test_values_read_otherwise_than_written_are_said_with_examples(store: Store) -> None:
    content = survey().replace(b",North", b", North [x](y) ").replace(b"2026-01-01,", b"2026-01-01 10:00:00,", 1)
    page = upload(open_page("data"), content)
    at = next(at for at, text in enumerate(page.texts) if "time of day" in text)
    date, region = page.texts[at : at + 2]
    assert date.startswith("The day is kept as it is written there")
    assert date.endswith("\n'Date', 1 cell: row 2 '2026-01-01 10:00:00' is '2026-01-01'.")
    assert "\n'Region', 30 cells: row 2 '␣North␣[x](y)␣' is 'North [x](y)'" in region
    offered = "Every altered value (CSV)"
    assert [button.label for button in page.app.download_button].count(offered) == 1
    page = page.press("Import").turn_to("data")
    assert page.folds == ["1 thing to know", "Attach a second file", "Undo import"]
    assert any(text.endswith("\n'Region', 30 cells") for text in page.texts)
    page = upload(page, content, "the same.csv").unfolded()
    assert [button.label for button in page.app.download_button].count(offered) == 1


def test_rows_set_aside_are_told_in_sentences_where_a_phone_has_no_room_for_the_table(store: Store) -> None:
    page = upload(open_page("data"), survey(bad=2))
    assert "Row 2: 'Satisfaction' is '9'. Not on the scale 1-5." in page.texts
    page = upload(page.press("Import").turn_to("data"), survey(bad=1), "again.csv")
    assert not any("under Columns" in text for text in page.texts)


def test_rows_are_offered_to_be_mended_before_and_after_a_file_is_stored_until_they_are_in(store: Store) -> None:
    def offered(page: Opened) -> int:
        return [button.label for button in page.app.download_button].count("Rows to mend (XLSX)")

    page = upload(open_page("data"), survey(bad=2))
    assert offered(page) == 1
    page = page.press("Import").turn_to("data")
    assert offered(page) == 1
    (dataset,) = catalogue.datasets(store)
    (origin,) = mending.origins(imports.imports(store))
    rows = list(stored(store, dataset, origin))
    assert rows == [
        ("Response ID", "Date", "Satisfaction", "Region"),
        ("R000", "2026-01-01", "9", "North"),
        ("R001", "2026-01-02", "9", "South"),
    ]
    page = upload(page, mending_xlsx(rows), "rows-to-mend.xlsx")
    assert any(text.startswith("Nothing in 'rows-to-mend.xlsx' was mended yet. Its 2 rows wait") for text in page.texts)
    mended = [tuple(cell.replace("9", "4") if cell == "9" else cell for cell in row) for row in rows]
    page = upload(page, mending_xlsx(mended), "mended.xlsx").press("Import").turn_to("data")
    assert page.texts[0].startswith("1 dataset holds 60 answers")
    assert offered(page) == 0


def test_an_empty_store_offers_a_file_or_the_demo(store: Store) -> None:
    page = open_page("data")
    assert page.texts == [EMPTY]
    assert len(page.app.file_uploader) == 1
    assert [button.label for button in page.app.button] == ["Load the demo data"]


def test_a_deep_link_opens_the_dataset_it_names(store: Store) -> None:
    first = regions(store)
    two_months(store)
    page = open_page("data", dataset=str(first.id))
    assert page.labelled("Dataset").value == first.id
    assert page.texts[0].startswith("2 datasets hold 300 answers")


def test_details_that_are_typed_in_reach_the_other_pages(store: Store) -> None:
    dataset = regions(store)
    page = save_details(
        open_page("data"), Name="Spring survey", Kind="touchpoint", All_customers=1_000, All_invited=400
    )
    assert page.texts[1] == "Spring survey"
    assert page.texts[2].splitlines()[1] == "touchpoint survey · 1,000 customers · 400 invited"
    assert catalogue.dataset(store, dataset.id).version == dataset.version + 1
    assert page.turn_to("overview").metrics["Response rate"] == ("25.0 %", "100 of 400")
    assert page.labelled("Dataset").options == ["Spring survey"]


def test_totals_that_contradict_each_other_are_refused_in_words(store: Store) -> None:
    dataset = regions(store)
    page = save_details(open_page("data"), All_customers=100, All_invited=400)
    assert "400 invited is more than 100 customers; mend one of the two totals." in page.texts
    assert catalogue.dataset(store, dataset.id).invited is None


def test_a_name_that_is_taken_is_refused_in_words(store: Store) -> None:
    regions(store)
    page = save_details(open_page("data"), Name="   ")
    assert "A dataset needs a name; type one that says which survey it is." in page.texts


def test_an_undone_import_is_gone_from_every_page(store: Store) -> None:
    regions(store)
    page = open_page("data").press("Remove it")
    assert page.toasts == ["100 responses were removed."]
    assert page.texts == [EMPTY]
    assert catalogue.datasets(store) == ()
    assert page.turn_to("overview").texts[0].startswith("There is no data yet.")


def test_undoing_the_dataset_in_view_shows_the_one_that_is_left(store: Store) -> None:
    left = regions(store)
    gone = two_months(store)
    page = open_page("data", dataset=str(gone.id))
    page.widget(f"undo-{gone.id}").click()
    page.run()
    assert page.labelled("Dataset").value == left.id
    assert "The dataset in view is not here any more; another one is shown." in page.toasts
    assert page.turn_to("overview").texts[0] == "CSAT is 60.0 % (100 answers)."


def test_an_import_that_was_undone_elsewhere_is_said_and_not_an_error(store: Store) -> None:
    regions(store)
    page = open_page("data")
    imports.undo(store, 1)
    page = page.press("Remove it")
    assert page.toasts == ["There is no import 1 to undo; there is nothing to undo."]
    assert page.texts == [EMPTY]


@pytest.mark.parametrize(("answers", "shown"), [(9, ("–", "– answers")), (10, ("100.0 %", "10 answers"))])
def test_nine_answers_have_no_score_here_either(store: Store, answers: int, shown: tuple[str, str]) -> None:
    plain(store, [5] * answers)
    assert open_page("data").metrics == {"CSAT": shown}


@pytest.mark.parametrize(
    ("positions", "scale", "value"),
    [([None] * 20, "1-5", "–"), ([3], "1-5", "–"), ([2] * 30 + [1] * 10, "No|Yes", "75.0 %")],
    ids=["all blank", "one row", "yes or no"],
)
def test_any_dataset_has_its_card(store: Store, positions: list[int | None], scale: str, value: str) -> None:
    plain(store, positions, scale=scale)
    page = open_page("data")
    assert page.metrics["CSAT"][0] == value
    assert page.texts[2].splitlines()[0] == "'Overall' · no dates"


def test_a_file_is_told_in_one_sentence_before_it_is_stored(store: Store) -> None:
    page = upload(open_page("data"), survey())
    assert page.texts[1] == (
        "60 answers, 5-point satisfaction from 'Satisfaction', no drivers, 1 segment, 1 to 12 Jan 2026; "
        "no row set aside."
    )
    # 40 of 60 satisfied
    assert page.texts[2] == "Gives CSAT 66.7 % (95 % interval 54.1 to 77.3 %): 40 of 60 answered '4' or '5'."
    assert catalogue.datasets(store) == ()


def test_a_file_is_looked_at_and_checked_by_one_child(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks: list[str] = []

    @contextmanager
    def one_child() -> Iterator[None]:
        yield
        tasks.append("ended")

    def noted(run: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
        def noting(task: str, *args: Any, **more: Any) -> dict[str, Any]:
            tasks.append(task)
            return run(task, *args, **more)

        return noting

    monkeypatch.setattr(bring, "one_child", one_child)
    for module in (reader, sandbox):
        monkeypatch.setattr(module, "run", noted(module.run))
    upload(open_page("data"), survey())
    assert tasks[: tasks.index("ended")] == ["stage", "convert"]


def test_what_is_asked_of_a_coded_question_shows_its_words(store: Store, tmp_path: Path) -> None:
    frame = pd.DataFrame({"q21": [1.0, 2.0, 2.0, 3.0] * 20})
    labels = {"q21": {1: "Blorp", 2: "Semi", 3: "Flurp"}}
    said = {"q21": "How satisfied were you overall?"}
    pyreadstat.write_sav(frame, str(tmp_path / "a.sav"), column_labels=said, variable_value_labels=labels)
    page = upload(open_page("data"), (tmp_path / "a.sav").read_bytes(), "a.sav")
    assert "'q21' asks: How satisfied were you overall? (1 = Blorp, 2 = Semi, 3 = Flurp)" in page.texts


def test_an_import_opens_what_it_brought(store: Store) -> None:
    plain(store, [1] * 500)
    page = upload(open_page("data"), survey()).press("Import")
    assert page.toasts == ["Shop survey.csv is in: 60 rows, no row set aside. This is what it says."]
    assert page.texts[0].startswith("CSAT is 66.7 % (60 answers)")
    assert page.labelled("Dataset").options == ["Plain", "Shop survey"]
    assert page.labelled("Dataset").value == catalogue.find_dataset(store, "Shop survey").id
    assert (
        page.turn_to("data").texts[0]
        == "2 datasets hold 560 answers, the latest from 12 Jan 2026; no row was set aside."
    )


def test_a_bad_row_is_set_aside_and_shown_before_it_is_stored(store: Store) -> None:
    page = upload(open_page("data"), survey(rows=90, bad=1))
    assert page.texts[1].startswith("89 answers, 5-point satisfaction")
    assert page.texts[1].endswith("; 1 row set aside (with an answer off its scale).")
    (aside,) = (table for table in page.tables if "raw" in table)
    assert [tuple(row) for row in aside[["row", "column", "value"]].to_numpy()] == [(2, "Satisfaction", "9")]
    assert any("1 row was set aside with answers in 'Satisfaction'" in text for text in page.texts)
    assert page.press("Import").turn_to("data").texts[0].endswith("; 1 row was set aside.")


def test_the_same_file_again_is_recognised(store: Store) -> None:
    page = upload(open_page("data"), survey()).press("Import").turn_to("data")
    page = upload(page, survey(), "a copy.csv")
    assert "This file is here already" in page.texts
    assert any(text.startswith("It was imported as 'Shop survey' on ") and "undo" not in text for text in page.texts)


def test_a_name_that_is_taken_can_be_mended(store: Store) -> None:
    plain(store, [5] * 20, name="Shop survey")
    page = upload(open_page("data"), survey()).press("Import")
    assert any(text.startswith("There is already a dataset 'Shop survey'") for text in page.texts)
    page.labelled("Name of the dataset").set_value("Shop survey 2")
    assert page.press("Import").texts[0].startswith("CSAT is 66.7 % (60 answers)")


def test_dates_that_could_be_read_two_ways_are_asked_about_first(store: Store) -> None:
    page = upload(open_page("data"), survey(day="{:02d}/01/2026"))
    assert "One thing to settle first" in page.texts
    assert [button.label for button in page.app.button if button.label == "Import"] == []
    (order,) = page.app.segmented_control
    assert order.options == ["02/01/2026 is 2 Jan 2026", "02/01/2026 is 1 Feb 2026"]
    order.set_value("mdy")
    page = page.run()
    assert "1 Jan to 1 Dec 2026" in page.texts[1]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.csv"),
        (b"just a header\n", "header.csv"),
        (b"PK\x03\x04 broken", "broken.xlsx"),
        (b"\x00" * 64, "zeros.csv"),
    ],
)
def test_a_file_that_is_no_survey_is_refused_in_words(store: Store, content: bytes, name: str) -> None:
    page = upload(open_page("data"), content, name)
    assert page.texts[:2] == ["There is no data yet.", "This file cannot be imported as it is"]
    assert len(page.texts[2]) > 20
    assert catalogue.datasets(store) == ()


def test_the_name_of_a_file_is_never_read_as_markdown(store: Store) -> None:
    page = upload(open_page("data"), survey(), "![x](http://e.invalid/a.png).csv")
    assert page.labelled("Name of the dataset").value == "a.png)"
    page = page.press("Import")
    assert page.texts[0].startswith("CSAT is 66.7 %")


def test_an_industry_comes_from_the_list(store: Store) -> None:
    dataset = regions(store, details=Details(name="Typed", industry="Banks"))
    page = open_page("data")
    assert page.labelled("Industry").value == "Banks"
    assert "Banks" in page.texts[2]
    assert dataset.industry == "Banks"


RATED = b"Satisfaction,Speed rating,Region\n" + b"\n".join(
    f"{(5, 4, 2)[at % 3]},{(5, 0, 1, 4, 2, 3, 5, 1, 1, 4, 2, 3)[at % 12]},{('North', 'South')[at % 2]}".encode()
    for at in range(60)
)
"""40 of 60 satisfied; speed: 20 of the 55 who gave an answer, where a 0 is none."""


def edited(page: Opened, row: int, **cells: str) -> Opened:
    """The page after cells of the Columns table were changed, and the button pressed that takes them over."""
    (editor,) = page.app.data_editor
    page.app.session_state[editor.key] = {"edited_rows": {row: cells}, "added_rows": [], "deleted_rows": []}
    return page.run().press("Use these")


def columns(page: Opened, name: str) -> list[str]:
    """A column of the Columns table, from the top."""
    (editor,) = page.app.data_editor
    return list(editor.value[name])


def test_another_outcome_chosen_in_the_table_changes_the_score(store: Store) -> None:
    page = upload(open_page("data"), RATED)
    assert page.texts[1].startswith("60 answers, 5-point satisfaction from 'Satisfaction', 1 driver, 1 segment")
    assert page.texts[2].startswith("Gives CSAT 66.7 %")
    page = edited(page, 1, role="outcome")
    assert page.texts[1].startswith("55 answers, 5-point satisfaction from 'Speed rating', 1 driver, 1 segment")
    # Wilson: R, prop.test(20, 55, correct = FALSE)
    assert page.texts[2].startswith("Gives CSAT 36.4 % (95 % interval 24.9 to 49.6 %): 20 of 55")
    assert columns(page, "role") == ["driver", "outcome", "segment"]
    assert "Use these" not in [button.label for button in page.app.button]
    assert page.press("Import").texts[0].startswith("CSAT is 36.4 % (55 answers)")


def test_one_column_is_seen_whole_and_changed_where_a_table_has_no_room(store: Store) -> None:
    page = upload(open_page("data"), RATED)
    assert (
        "Outcome, the score: 'Satisfaction'\nDrivers of the score: 'Speed rating'\nSegments to compare: 'Region'"
        in page.texts
    )
    assert columns(page, "cells") == ["60 answered", "55 answered, 5 not applicable", "60 filled"]
    page.labelled("One column: what it holds, and why it is read so").set_value("#2")
    page.run()
    assert "Frequent values: 1, 2, 3, 4" in page.texts
    assert "Cells: 55 answered, 5 not applicable." in page.texts
    page.labelled("Used as").set_value("ignore")
    page.run().press("Use these")
    assert "no drivers" in page.texts[1]
    assert columns(page, "role") == ["outcome", "ignore", "segment"]


def test_a_role_that_is_taken_back_in_the_table_is_taken_back(store: Store) -> None:
    page = edited(upload(open_page("data"), RATED), 1, role="ignore")
    assert columns(page, "role") == ["outcome", "ignore", "segment"]
    assert "no drivers" in page.texts[1]
    page = edited(page, 1, role="driver")
    assert columns(page, "role") == ["outcome", "driver", "segment"]
    assert columns(page, "scale")[1] == "1-5, 0 = not applicable"
    assert "1 driver" in page.texts[1]


def test_a_scale_written_in_the_table_settles_what_was_assumed(store: Store) -> None:
    page = upload(open_page("data"), RATED)
    (said,) = (text for text in page.texts if "To settle it" in text)
    assert "To settle it, change its scale to 1-5, 0 = not applicable under Columns, or to 0-5 if 0" in said
    assert "--" not in said
    page = edited(page, 1, scale="0-5", role="outcome")
    assert page.texts[1].startswith("60 answers, 6-point satisfaction from 'Speed rating'")
    assert columns(page, "scale")[1] == "0-5"


def test_a_scale_that_cannot_be_is_said_on_the_page_and_changes_nothing(store: Store) -> None:
    page = edited(upload(open_page("data"), RATED), 1, scale="good to bad")
    assert page.texts[1].startswith("60 answers, 5-point satisfaction from 'Satisfaction', 1 driver")
    said = page.texts[page.texts.index("This cannot be used") + 1]
    assert said == (
        "The scale 'good to bad' cannot be used; write it as lowest-highest (1-5, 0-10, -2..2), as worst-best where "
        "the lowest is the best (5-1), or as its answers from worst to best, divided by bars (Bad|Fair|Good)."
    )
    page = edited(page, 1, scale="0-5")
    assert "This cannot be used" not in page.texts
    assert columns(page, "scale")[1] == "0-5"


def test_a_scale_can_be_turned_around_on_the_page(store: Store) -> None:
    page = edited(upload(open_page("data"), RATED), 1, scale="5-1")
    assert "This cannot be used" not in page.texts
    assert columns(page, "scale")[1] == "5-1"


def test_the_score_without_responses_that_stand_out_is_said_on_request(store: Store) -> None:
    rows = [[at, *((5,) * 5 if at % 4 == 0 else (1 + (at + k) % 5 for k in range(5)))] for at in range(40)]
    names = "Response ID,Satisfaction,Speed,Price,Staff,Range"
    page = upload(open_page("data"), "\n".join([names, *(",".join(map(str, row)) for row in rows)]).encode())
    page = page.press("The score without them")
    assert (
        "Without the 10 that gave the same answer to everything: 40.0 % of 30 (95 % interval 24.6 to 57.7 %) "
        "in place of 55.0 % of 40." in page.texts
    )


def test_a_driver_of_which_no_end_is_known_to_be_the_best_is_turned_around_at_one_press(store: Store) -> None:
    file = RATED.replace(b"Satisfaction,Speed rating", b"Overall satisfaction (1-5),Wait time").replace(b",0,", b",3,")
    page = upload(open_page("data"), file)
    assert "Assumed of a driver: which end is the best. Turn it around where it is the other way:" in page.texts
    page = page.press("Wait time · take '1' as the best, not '5'")
    assert columns(page, "scale")[1] == "5-1"
    assert not any(text.startswith("Assumed of") for text in page.texts)


def test_a_scale_that_no_answer_is_on_changes_nothing_either(store: Store) -> None:
    page = edited(upload(open_page("data"), RATED), 0, scale="Bad|Fair|Good")
    said = page.texts[page.texts.index("This cannot be used") + 1]
    assert said.startswith("None of the 60 rows can be kept, so nothing is imported.")
    assert "change its scale to" in said
    assert "--" not in said
    assert page.texts[2].startswith("Gives CSAT 66.7 %")


def test_a_file_without_a_rating_is_mended_in_the_table(store: Store) -> None:
    moods = b"Mood,Region\n" + b"\n".join(f"{('glum', 'jolly')[at % 3 > 0]},{at % 2}".encode() for at in range(60))
    page = upload(open_page("data"), moods)
    assert page.texts[1] == "No answers were found in this file: is it a survey?"
    assert page.texts[2].endswith("Nearest to it is 'Mood' with 'jolly', 'glum'.")  # how it is chosen stands below
    assert page.labelled("The overall answer is in").options == ["Mood"]
    assert "--" not in page.texts[2]
    page = edited(page, 0, role="outcome", scale="glum|jolly")
    assert page.texts[1].startswith("60 answers, two-answer satisfaction from 'Mood'")
    assert page.texts[2].startswith("Gives CSAT 66.7 %")


def test_a_file_without_a_rating_is_mended_by_saying_which_column_it_is_and_the_order_of_its_answers(
    store: Store,
) -> None:
    moods = b"Mood,Region\n" + b"\n".join(f"{('glum', 'jolly')[at % 3 > 0]},{at % 2}".encode() for at in range(60))
    page = upload(open_page("data"), moods)
    page.labelled("The overall answer is in").set_value(1)
    (order,) = page.run().app.multiselect
    order.set_value(["glum", "jolly"])
    page = page.run().press("This is the order")
    assert page.texts[1].startswith("60 answers, two-answer satisfaction from 'Mood'")
    assert page.texts[2].startswith("Gives CSAT 66.7 %")


def test_a_new_export_adds_to_its_dataset_unless_a_person_says_otherwise(store: Store) -> None:
    page = upload(open_page("data"), survey()).press("Import").turn_to("data")
    later = survey(rows=90).replace(b"2026-01", b"2026-02")
    page = upload(open_page("data"), later, "february.csv")
    assert page.labelled("These columns are known. The answers go to").value == "Shop survey"
    assert page.texts[1] == (
        "30 new answers for 'Shop survey', 1 to 12 Feb 2026; 60 are there already (60 with other values in "
        "this file), no row set aside."
    )
    assert not any("stand otherwise" in text for text in page.texts[1:4])  # that is in the sentence
    page.labelled("These columns are known. The answers go to").set_value("")
    page = page.run()
    assert page.texts[1].startswith("90 answers, 5-point satisfaction from 'Satisfaction'")
    page.labelled("These columns are known. The answers go to").set_value("Shop survey")
    page = page.run()
    page.labelled("The 60 that are there already with other values").set_value(True)
    page = page.run()
    assert page.texts[1] == (
        "30 new answers for 'Shop survey', 1 to 12 Feb 2026, 60 take the place of those that are stored; no row set aside."
    )
    page = page.press("Import")
    assert page.texts[0].startswith("CSAT is 66.7 % (90 answers)")
    assert [(dataset.responses, str(dataset.since)) for dataset in catalogue.datasets(store)] == [(90, "2026-02-01")]
    page = page.turn_to("data")
    assert any("30 rows came in, 60 in place of earlier answers" in text for text in page.texts)
    assert any("removes 30 responses and brings back what 60 others said before." in text for text in page.texts)


def test_an_undo_says_what_it_removes_and_what_says_again_what_it_said_before(store: Store) -> None:
    upload(open_page("data"), survey()).press("Import")
    changed = survey().replace(b"2026-01", b"2026-02")
    page = upload(open_page("data"), changed, "changed.csv")
    page.labelled("The 60 that are there already with other values").set_value(True)
    page = page.run()
    page = page.press("Import").turn_to("data")
    assert "Import 2, changed.csv: brings back what 60 responses said before." in page.texts
    assert "Import 1, Shop survey.csv: removes 0 responses." in page.texts
    page.widget("undo-2").click()
    assert page.run().toasts == ["60 responses say again what was said before."]
    assert "Import 1, Shop survey.csv: removes 60 responses." in page.unfolded().texts


def test_rows_without_ids_that_are_there_already_are_asked_about(store: Store) -> None:
    first = re.sub(rb"(?m)^[^,]*,", b"", survey(60))
    new = first.replace(b"2026-01", b"2026-02").splitlines()[1:13]
    more = b"\n".join([first, *new])
    page = upload(open_page("data"), first).press("Import").turn_to("data")
    page = upload(page, more, "more.csv")
    assert page.texts[2].startswith("60 of its 72 rows are there already, letter for letter (1 to 12 Jan 2026); ")
    assert page.texts[1].startswith("72 answers for 'Shop survey': choose whether 60 of them are new; no row set")
    assert page.widget("import").disabled
    page.labelled("Rows that are there already").set_value("skip")
    page = page.run()
    assert page.texts[1].startswith(
        "12 new answers for 'Shop survey', 1 to 12 Feb 2026; 60 are there already, no row set"
    )
    page.press("Import")
    assert [dataset.responses for dataset in catalogue.datasets(store)] == [72]


def drop(page: Opened, **files: bytes) -> Opened:
    """The page once files of these names were dropped together, the columns of the one that is looked at unfolded."""
    page.app.session_state["proposal-columns"] = True
    page.app.file_uploader[0].set_value([(f"{name}.csv", content, "text/csv") for name, content in files.items()])
    return page.run()


def test_of_several_files_each_is_told_before_and_after_and_one_press_takes_them_all_back(store: Store) -> None:
    later = survey(rows=90)
    other = later.replace(b"Response ID,Date,Satisfaction,Region", b"Case ID,Day,Satisfaction with care (1-5),Ward")
    page = drop(open_page("data"), january=survey(), february=later, no=b"", other=other)
    at = page.texts.index("3 of 4 files can be imported.")
    assert page.texts[at + 1 : at + 5] == [
        "january.csv: 60 answers, 1 to 12 Jan 2026, as a new dataset 'january'; no row set aside. Its scale 1-5 is assumed.",
        "february.csv: 30 new answers for 'january', 1 to 12 Jan 2026; 60 are there already, no row set aside.",
        "no.csv cannot be imported: The file is empty: it holds no rows at all; export the responses again.",
        "other.csv: 90 answers, 1 to 12 Jan 2026, as a new dataset 'other'; no row set aside.",
    ]
    page = page.press("Import 3 files")
    at = page.texts.index("3 of 4 files are in")
    assert page.texts[at + 1].startswith("january.csv: 60 answers, ")
    assert page.texts[at + 2].startswith("february.csv: 30 new answers for 'january', ")
    assert page.texts[at + 3].startswith("no.csv cannot be imported: ")
    assert page.texts[at + 4].startswith("other.csv: 90 answers, ")
    assert [(dataset.name, dataset.responses) for dataset in catalogue.datasets(store)] == [
        ("january", 90),
        ("other", 90),
    ]
    page = page.unfolded()
    assert any("'january.csv', 'february.csv', 'other.csv'. Removes 180 responses" in text for text in page.texts)
    (button, _) = (
        button for button in page.app.button if button.label == "Remove all 3 files, 180 responses"
    )  # in the card of each dataset
    button.click()
    page.run()
    assert catalogue.datasets(store) == ()


def test_the_first_of_several_files_that_is_here_already_stops_none_of_the_others(store: Store) -> None:
    page = upload(open_page("data"), survey()).press("Import").turn_to("data")
    page = drop(page, again=survey(), no=b"", february=survey(rows=90))
    at = page.texts.index("1 of 3 files can be imported.")
    assert page.texts[at + 1].startswith("again.csv is here already: It was imported as 'Shop survey' on ")
    assert page.texts[at + 2].startswith("no.csv cannot be imported: The file is empty")
    page.press("Import 1 file")
    assert [dataset.responses for dataset in catalogue.datasets(store)] == [90]


def test_a_file_of_several_that_asks_something_is_answered_beside_the_others(store: Store) -> None:
    def shop(start: int, month: str) -> bytes:
        rows = (f"{at},2026-{month}-{1 + at % 28:02},{1 + (at * start) % 5},{at % 3}" for at in range(1, 51))
        return "\n".join(["Response ID,Date,Satisfaction (1-5),Desk", *rows]).encode()

    page = drop(open_page("data"), leeds=shop(1, "01"), york=shop(2, "02"), selby=shop(3, "03"))
    at = page.texts.index("1 of 3 files can be imported.")
    assert page.texts[at + 2] == "york.csv waits for your answer below."
    assert sum("'leeds' has 50 of the ids in 'Response ID' already, but" in text for text in page.texts) == 1
    assert page.labelled("Look at and change, before it comes in").index == 1
    page.labelled(
        "Responses under ids that are there already, here and in files after it with the same columns"
    ).set_value("add")
    page = page.run()
    assert "All 3 files can be imported." in page.texts
    page.labelled("Look at and change, before it comes in").select_index(2)
    page.run().labelled("Its answers go to").set_value("")
    page.run().press("Import 3 files")
    assert [(each.name, each.responses) for each in catalogue.datasets(store)] == [("leeds", 100), ("selby", 50)]


def test_a_file_of_several_that_was_not_answered_waits_while_the_others_come_in_and_these_can_be_looked_at(
    store: Store,
) -> None:
    again = survey(day="2026-02-{:02d}").replace(b",4,", b",1,")
    page = drop(open_page("data"), leeds=survey(), no=b"", york=again).press("Import 1 file")
    at = page.texts.index("1 of 3 files are in")
    assert page.texts[at + 2].startswith("no.csv cannot be imported: The file is empty")
    assert page.texts[at + 3 : at + 5] == [
        "york.csv waits for your answer below.",
        "As you left it: 'york.csv', not imported yet.",
    ]
    assert "Look at leeds" in page.links
    page.labelled("Responses under ids that are there already").set_value("add")
    page.run().press("Import")
    assert [dataset.responses for dataset in catalogue.datasets(store)] == [120]


def test_what_is_left_of_files_that_came_together_is_no_further_file_of_the_one_that_was_taken_out(
    store: Store,
) -> None:
    page = drop(open_page("data"), january=survey(), february=survey(rows=90))
    assert any(text.startswith("february.csv: 30 new answers for 'january'") for text in page.texts)
    zone = page.app.file_uploader[0]
    zone._files = zone._get_files_to_register()[1:]
    page = page.run()
    assert page.texts[1].startswith("90 answers, 5-point satisfaction")
    assert page.labelled("Name of the dataset").value == "february"


def test_of_several_datasets_with_the_same_columns_one_is_chosen_before_anything_is_said(store: Store) -> None:
    upload(open_page("data"), survey(), "leeds.csv").press("Import")
    page = upload(open_page("data"), survey(rows=61).replace(b"\nR", b"\nS"), "york.csv")
    page.labelled("These columns are known. The answers go to").set_value("")
    page.run().press("Import")
    page = upload(open_page("data"), survey(rows=62).replace(b"\nR", b"\nT"), "selby.csv")
    asked = page.labelled("These columns are those of several datasets. The answers go to")
    assert (asked.value, "Import" in [button.label for button in page.app.button]) == (None, False)
    asked.set_value("york")
    assert page.run().texts[1].startswith("62 new answers for 'york'")
    page = drop(open_page("data"), selby=survey(rows=62).replace(b"\nR", b"\nT"), no=b"")
    assert "It has the columns of 'leeds', 'york'." in page.texts
    page.labelled("Its answers go to").set_value("leeds")
    assert any(text.startswith("selby.csv: 62 new answers for 'leeds'") for text in page.run().texts)


def test_files_that_only_their_names_tell_apart_are_compared_by_them_at_one_press(store: Store) -> None:
    def shop(start: int) -> bytes:
        rows = (f"R{at},2026-01-{1 + at % 28:02},{1 + at % 5}" for at in range(start, start + 30))
        return "\n".join(["Response ID,Date,Satisfaction (1-5)", *rows]).encode()

    page = drop(open_page("data"), leeds=shop(0), york=shop(100))
    assert "Nothing in 'leeds.csv' and 'york.csv' says which answers are whose." in page.texts
    (by_name,) = (each for each in page.app.toggle if each.label.startswith("Compare them by their names"))
    by_name.set_value(True)
    page = page.run()
    page.labelled("Name of that segment").set_value("Shop")
    page.run().press("Import 2 files")
    shops = catalogue.dataset(store, 1).find("Shop")
    assert (sorted(shops.levels), shops.answered) == (["leeds", "york"], 60)


def test_any_of_several_files_can_be_changed_before_it_comes_in(store: Store) -> None:
    other = survey().replace(b"Response ID,Date,Satisfaction,Region", b"Case ID,Day,Satisfaction with care (1-5),Ward")
    page = drop(open_page("data"), shop=survey(), ward=other)
    page.labelled("Look at and change, before it comes in").select_index(1)
    page = page.run()
    page.labelled("Name of the dataset").set_value("Care")
    page = edited(page.run(), 3, role="ignore")
    assert any(text.startswith("ward.csv: 60 answers, ") and "as a new dataset 'Care'" in text for text in page.texts)
    page.press("Import 2 files")
    care, shop = catalogue.datasets(store)
    assert [(each.name, [column.name for column in each.columns if column.role.storage == "segment"]) for each in (care, shop)] == [
        ("Care", []), ("shop", ["Region"]),
    ]  # fmt: skip


def test_a_name_typed_for_the_first_of_several_files_is_that_of_all_without_looking_at_them_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    outlook = Rehearsal.outlook

    def counted(files: Rehearsal, path: Path, staged: Staged, *rest: Any) -> Outlook:
        looked.append(staged.file)
        return outlook(files, path, staged, *rest)

    monkeypatch.setattr(Rehearsal, "outlook", counted)
    page = drop(open_page("data"), may=survey(), june=survey().replace(b"\nR", b"\nS"))
    for name in ("Shops", "Stores"):
        page.labelled("Name of the dataset").set_value(name)
        page = page.run()
        assert any(text.startswith("june.csv: 60 new answers for '") and f"'{name}'" in text for text in page.texts)
    assert looked == ["may.csv", "june.csv"]
    page.press("Import 2 files")
    assert [(each.name, each.responses) for each in catalogue.datasets(store)] == [("Stores", 120)]


def test_the_sheets_of_a_workbook_come_in_together_where_their_columns_are_the_same(store: Store) -> None:
    def sheet(start: int) -> list[list[object]]:
        rows = [[f"R{at}", f"2026-01-{1 + at % 28:02}", 1 + at % 5, "AB"[at % 2]] for at in range(start, start + 40)]
        return [["Response ID", "Date", "Satisfaction (1-5)", "Desk"], *rows]

    page = upload(open_page("data"), workbook({"Berlin": sheet(0), "Rome": sheet(100)[:31]}), "hotels.xlsx")
    (chosen,) = (each for each in page.app.selectbox if each.label == "Sheet of the workbook")
    assert chosen.options == ["Berlin (40 rows)", "Rome (30 rows)"]
    (beside,) = (each for each in page.app.toggle if each.label.startswith("With 'Rome'"))
    assert "30 rows of sheet 'Rome' stay out." in page.texts
    beside.set_value(True)
    page = page.run()
    assert not any("stay out" in text for text in page.texts)
    at = page.texts.index("Both sheets can be imported.")
    assert page.texts[at + 1].startswith("hotels.xlsx, sheet Berlin: 40 answers, ")
    assert page.texts[at + 2].startswith("hotels.xlsx, sheet Rome: 30 new answers for 'hotels', ")
    page = page.press("Import 2 sheets")
    assert "Both sheets are in" in page.texts
    assert [(dataset.name, dataset.responses) for dataset in catalogue.datasets(store)] == [("hotels", 70)]
    assert [record.called for record in imports.imports(store)] == [
        "hotels.xlsx, sheet Rome",
        "hotels.xlsx, sheet Berlin",
    ]


def test_personal_columns_are_named_and_their_code_can_be_kept(store: Store) -> None:
    lines = survey(rows=60).decode().splitlines()
    mails = ["E-mail", *(f"p{at % 20}@example.org" for at in range(60))]
    page = upload(
        open_page("data"), "\n".join(f"{line},{mail}" for line, mail in zip(lines, mails, strict=True)).encode()
    )
    assert "Found: 'E-mail' (e-mail addresses)." in page.texts
    page.labelled("These columns").set_value("hash")
    assert "customer" in columns(page.run(), "role")
    page.press("Import")
    dataset = catalogue.datasets(store)[0]
    (customer,) = dataset.with_role(Role.CUSTOMER)
    with store.cursor() as cursor:
        codes = cursor.execute(f"SELECT count(DISTINCT {customer.id}), min({customer.id}) FROM responses_1").fetchall()
    assert codes[0][0] == 20
    assert codes[0][1].startswith("#")


def test_ids_that_begin_again_are_asked_about_and_their_responses_can_be_added(store: Store) -> None:
    upload(open_page("data"), survey()).press("Import")
    february = survey(day="2026-02-{:02d}").replace(b",5,", b",1,").replace(b",2,", b",5,")
    page = upload(open_page("data"), february)
    assert page.texts[1] == "60 answers for 'Shop survey': choose whether they are new; no row set aside."
    assert page.texts[2].endswith("they seem to be other responses, whose ids begin again.")
    assert page.texts[3] == "Choose above first."
    assert not any(each.label.startswith("The 60 that") for each in page.app.radio)  # asked once these are the same
    page.labelled("Responses under ids that are there already").set_value("add")
    page = page.run()
    assert page.texts[1].startswith("60 new answers for 'Shop survey', 1 to 12 Feb 2026; no row set aside")
    assert "Choose above first." not in page.texts
    page.press("Import")
    assert catalogue.datasets(store)[0].responses == 120


def test_a_second_file_is_attached_by_a_key_with_the_fan_out_said_first(store: Store) -> None:
    lines = survey(rows=60).decode().splitlines()
    clients = ["Customer ID", *(f"C{at % 30}" for at in range(60))]
    content = "\n".join(f"{line},{client}" for line, client in zip(lines, clients, strict=True)).encode()
    page = upload(open_page("data"), content).press("Import").turn_to("data")
    orders = [
        ["Customer ID", "Revenue", "Tier", "Ordered on"],
        *[[f"C{at % 20}", at, ("Gold", "Silver")[at % 3 % 2], f"2026-01-{1 + at % 25:02}"] for at in range(40)],
    ]
    notes = [["Shop", "Manager"], *[[f"S{at}", f"M{at}"] for at in range(90)]]
    page.widget("second-1-0").upload("orders.xlsx", workbook({"Notes": notes, "Orders": orders}), "application/zip")
    page = page.run()
    (sheets,) = [each for each in page.app.selectbox if each.label == "Sheet of the workbook"]
    assert (sheets.options, sheets.value) == (["Notes", "Orders"], "Orders")
    sheets.set_value("Notes")
    page = page.run()
    assert "Shop" in next(each for each in page.app.selectbox if each.label == "Customer ID is in the file").options
    next(each for each in page.app.selectbox if each.label == "Sheet of the workbook").set_value("Orders")
    page = page.run()
    (editor,) = page.app.data_editor
    assert editor.value.to_dict("list") == {
        "column": ["Revenue", "Tier"], "role": ["revenue", "segment"], "take": ["sum", "latest"],
    }  # fmt: skip
    assert {
        "40 of 60 responses have a row in the file, found by the key 'Customer ID'.",
        "20 keys have several rows, up to 2. Each response counts once all the same; put together row by row it would count 2.00 times.",
    } <= set(page.texts)
    page.app.session_state[editor.key] = {"edited_rows": {0: {"role": "metric"}}, "added_rows": [], "deleted_rows": []}
    page = page.run().press("Attach")
    attached = catalogue.dataset(store, 1)
    assert (attached.find("Revenue").role, attached.find("Tier").role) == (Role.METRIC, Role.SEGMENT)
    assert (attached.responses, attached.find("Revenue").answered, attached.find("Tier").answered) == (60, 40, 40)
    assert any("orders.xlsx" in text and text.endswith(", attached 'Revenue', 'Tier'") for text in page.texts)


def test_orders_that_were_dropped_among_responses_are_attached_where_they_are(store: Store) -> None:
    orders = "\n".join(["Response ID,Plan,Paid", *(f"R{at:03d},{'AB'[at % 2]},{at}" for at in range(50))]).encode()
    page = upload(open_page("data"), orders, "orders.csv")
    assert (
        "Orders, agents, minutes and other files without answers belong to a dataset: bring its answers in first."
        in page.texts
    )
    page = upload(open_page("data"), survey()).press("Import").turn_to("data")
    page = upload(page, orders, "orders.csv")
    page.labelled("Attach it to").set_value(1)
    page = page.run()
    assert "50 of 60 responses have a row in the file, found by the key 'Response ID'." in page.texts
    page = page.press("Attach")
    assert catalogue.dataset(store, 1).find("Plan").answered == 50
    assert "No answers were found in this file: is it a survey?" not in page.texts


def test_numbers_of_a_day_are_attached_by_the_day_of_the_answers_once_the_order_of_their_dates_is_said(
    store: Store,
) -> None:
    lines = [
        "Satisfaction (1-5),Date,Shop",
        *(f"{1 + at % 5},2026-01-{1 + at % 12:02},{'AB'[at % 2]}" for at in range(60)),
    ]
    page = upload(open_page("data"), "\n".join(lines).encode()).press("Import").turn_to("data")
    daily = ["Day,Shop,Wait", *(f"{day:02}/01/2026,{shop},{10 * day}" for day in range(1, 7) for shop in "AB")]
    page.widget("second-1-0").upload("daily.csv", "\n".join(daily).encode(), "text/csv")
    page = page.run()
    assert page.app.multiselect[0].value == ["day", "s01"]
    assert {"Date is in the file", "Shop is in the file"} <= {each.label for each in page.app.selectbox}
    assert any(text.startswith("Which responses a row belongs to hangs on the dates") for text in page.texts)
    page.app.segmented_control[-1].set_value("dmy")
    page = page.run()
    found = "30 of 60 responses have a row in the file, found by the key 'Date + Shop'."
    assert any(text.startswith(found) for text in page.texts)
    page = page.press("Attach")
    assert catalogue.dataset(store, 1).find("Wait").answered == 30


def test_money_beside_every_answer_of_a_customer_counts_once_and_with_each_answer_at_one_press(store: Store) -> None:
    lines = [
        "Satisfaction (1-5),Customer ID,Revenue",
        *(f"{1 + at % 5},C{at % 20},{100 + at % 20}" for at in range(60)),
    ]
    page = upload(open_page("data"), "\n".join(lines).encode())
    said = "20 customers in 'Customer ID' have the same 'Revenue' beside every answer"
    assert (
        f"{said}, so it counts once for a customer: the answers of one share it, 2,190 in all and not 6,570."
        in page.texts
    )
    page = page.press("Count it with each answer")
    assert (
        f"{said}, and each answer counts with it: 6,570 in all, where each customer once comes to 2,190." in page.texts
    )
    page.press("Count it once for a customer").press("Import")
    (money,) = catalogue.dataset(store, 1).with_role(Role.REVENUE)
    assert (money.name, money.answered) == ("Revenue (once a customer)", 60)


def test_answers_in_strange_words_are_put_in_order_on_the_spot(store: Store) -> None:
    words = ("huono", "kohtalainen", "loistava")
    lines = ["Satisfaction,Region", *(f"{words[at % 3]},{('North', 'South')[at % 2]}" for at in range(60))]
    page = upload(open_page("data"), "\n".join(lines).encode())
    assert "One thing to settle first" in page.texts
    (order,) = page.app.multiselect
    order.set_value(list(words))
    page = page.run().press("This is the order")
    # the best of three
    assert page.texts[1].startswith("60 answers, 3-point satisfaction from 'Satisfaction', no drivers, 1 segment")
    assert page.texts[2].startswith("Gives CSAT 33.3 %")


def test_several_things_that_are_open_are_counted(store: Store) -> None:
    lines = [
        "Date,CSAT (1-5),Effort (1-7)",
        *(f"0{1 + at % 9}/0{1 + at % 7}/2026,{1 + at % 5},{1 + at % 7}" for at in range(70)),
    ]
    assert upload(open_page("data"), "\n".join(lines).encode()).texts[1] == "2 things to settle first"


def test_which_question_is_the_outcome_is_chosen_with_one_press_where_nothing_says_so(store: Store) -> None:
    lines = ["Shop,Answer,Comment", *(f"{at % 5 + 1},{(at * 7) % 3 + 3},fine" for at in range(60))]
    page = upload(open_page("data"), "\n".join(lines).encode())
    assert (
        "Which question is the outcome is not settled: 'Shop', 'Answer' may be it, and no name says so." in page.texts
    )
    page = page.press("'Answer' is the outcome")
    assert page.texts[1].startswith("60 answers, 5-point satisfaction from 'Answer', 1 driver")


def test_one_of_many_questions_that_no_name_calls_the_outcome_is_chosen_from_a_list(store: Store) -> None:
    lines = [
        ",".join(f"Q{at}" for at in range(1, 8)),
        *(",".join(str((row + row // (at + 2)) % 5 + 1) for at in range(7)) for row in range(60)),
    ]
    page = upload(open_page("data"), "\n".join(lines).encode())
    others = page.labelled("Another one is the outcome")
    assert others.options == ["Q5", "Q6", "Q7"]
    others.select_index(2)
    assert page.run().texts[1].startswith("60 answers, 5-point satisfaction from 'Q7', 6 drivers")


def test_codes_of_groups_among_the_drivers_are_made_a_segment_with_one_press(store: Store) -> None:
    rows = [(1 + at % 5, 1 + at * 7 // 5 % 5) for at in range(300)]
    lines = [
        "Overall satisfaction,Food,Speed,Tariff",
        *(
            f"{mood},{min(5, mood + at % 2)},{max(1, mood - at // 2 % 2)},{tariff}"
            for at, (mood, tariff) in enumerate(rows)
        ),
    ]
    page = upload(open_page("data"), "\n".join(lines).encode())
    assert "3 drivers, no segments" in page.texts[1]
    assert "2 drivers, 1 segment" in page.press("Tariff: groups").texts[1]


def test_a_question_read_backwards_is_turned_back_with_one_press(store: Store) -> None:
    answers = "\n".join(["Were you dissatisfied with our service?,Region", *["Yes,North", "No,South", "No,North"] * 10])
    page = upload(open_page("data"), answers.encode())
    assert any("'dissatisfied': saying yes is bad" in text for text in page.texts)
    page = page.press("Read 'No' as the worst and 'Yes' as the best")
    assert any(text.startswith("Gives CSAT 33.3 %") for text in page.texts), page.texts
    assert not any(button.label.startswith("Read ") for button in page.app.button)


@pytest.mark.parametrize(
    ("answers", "button", "given"),
    [
        ("Very unlikely|Unlikely|Not sure|Likely|Very likely", "'Not sure' is no answer", "24 of 48"),
        ("Dissatisfied|Neutral|Satisfied|Very satisfied", "Read it on 4 answers, without 'Very dissatisfied'", "30 of 60"),
    ],
)  # fmt: skip
def test_another_way_to_read_answers_in_words_says_what_it_changes(store: Store, answers, button, given) -> None:
    labels = answers.split("|")
    page = upload(open_page("data"), "\n".join(["Overall rating", *(labels * 15)[:60]]).encode()).press(button)
    assert any(f": {given} answered" in text for text in page.texts), page.texts


def test_misspelt_answers_are_read_as_the_nearest_with_one_press_and_what_0_means_is_chosen(store: Store) -> None:
    moods = ["Agree", "Disagree", "Strongly agree", "Strongly disagree"] * 15 + [
        "Stongly agree",
        "Dissagree",
        "Agreee",
        "agre e",
    ]
    stars = [*"012345" * 10, *"5544"]
    rows = [f"{star},{mood}" for star, mood in zip(stars, moods, strict=True)]
    page = upload(open_page("data"), "\n".join(["Satisfaction,Staff was kind", *rows]).encode())
    (ways,) = page.app.radio
    assert ways.options == ["0\\-5 (5 is the best)", "1\\-5 (5 is the best), 0 is no answer"]
    ways.set_value("0-5")
    page = page.run()
    assert page.texts[1].startswith("60 answers, 6-point satisfaction from 'Satisfaction', 1 driver, no segments")
    page = page.press("Read misspelt answers as the nearest answer (4)")
    assert page.texts[1].startswith("64 answers")


def test_a_file_of_the_inbox_folder_comes_in_where_it_lies_and_is_known_afterwards(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    monkeypatch.setattr(settings, "chosen", lambda: settings.Settings(inbox=inbox))
    page = open_page("data")
    assert "From the inbox folder (0 files)" in page.folds
    file = inbox / "Contact centre.csv"
    file.write_bytes(survey())
    os.utime(file, (1_800_000_000, 1_780_000_000))
    assert "From the inbox folder (0 files)" in page.run().folds
    monkeypatch.setattr("csat_core.ingest.inbox.STILL", 0.0)
    page = page.run().unfolded()
    assert page.labelled("File").options == ["Contact centre.csv · 1.5 kB · 28 May 2026, 20:26 UTC"]
    page = page.press("Read this file")
    assert "From the inbox folder: Contact centre.csv" in page.texts
    page = page.press("Import")
    assert [dataset.answers for dataset in catalogue.datasets(store)] == [60]
    page = page.turn_to("data")
    assert page.labelled("File").options == ["Contact centre.csv · 1.5 kB · 28 May 2026, 20:26 UTC · imported"]
    assert file.read_bytes() == survey()
    (inbox / "New.csv").write_bytes(survey(rows=30))
    os.utime(inbox / "New.csv", (1_700_000_000, 1_700_000_000))
    page = page.run().unfolded()
    assert page.labelled("File").options[0].startswith("New.csv")  # older, but what is in already comes last
    page.labelled("File").select_index(0)
    page = page.run().press("Read this file")
    (inbox / "New.csv").unlink()
    assert any(text.startswith("'New.csv' is not in the inbox folder any more") for text in page.run().texts)
    assert "From the inbox folder (1 file)" in page.folds


def test_an_inbox_folder_that_is_not_there_is_said_and_without_one_nothing_is(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not any("inbox" in fold for fold in open_page("data").folds)
    monkeypatch.setattr(settings, "chosen", lambda: settings.Settings(inbox=tmp_path / "gone"))
    assert any("is not there or cannot be read" in text for text in open_page("data").texts)


def test_a_number_is_cut_into_bands_before_it_is_stored_and_the_pages_begin_with_them(store: Store) -> None:
    rows = "\n".join(f"{1 + n % 5},{18 + n}" for n in range(60))
    page = upload(open_page("data"), f"Satisfaction,Age\n{rows}\n".encode())
    page.labelled("One column: what it holds, and why it is read so").set_value("#2")
    field = page.run().labelled("Bands end at")
    assert field.value == "24, 34, 44, 54, 64"
    field.set_value("40, 20")
    refused = page.run().press("Use these").texts
    assert any(text.startswith("'40, 20' cannot cut a number into bands") for text in refused)
    page.labelled("Bands end at").set_value("30, 50")
    page.run().press("Use these").press("Import")
    dataset = catalogue.datasets(store)[0]
    assert dataset.plan.cuts == (("n01", (30.0, 50.0)),)
    assert open_page("segments", by="n01").labelled("Cut into bands at").value == "30, 50"


def test_of_several_questions_that_can_give_the_score_one_is_chosen(store: Store) -> None:
    rows = "\n".join(f"{1 + n % 5},{n % 11}" for n in range(110))
    file = f"Overall satisfaction,How likely are you to recommend us?\n{rows}\n".encode()
    page = upload(open_page("data"), file)
    assert page.texts[2].startswith("Gives CSAT 40.0 %")
    page.labelled("Score from (2 questions can give it)").set_value(2)
    page.run()
    assert page.texts[1].startswith("110 answers, 11-point recommendation from 'How likely are you to recommend us?'")
    assert page.texts[2].endswith("20 of 110 answered '9' or '10'.")
    page.press("Import")
    assert [each.title for each in catalogue.datasets(store)[0].with_role(Role.OUTCOME)] == [
        "How likely are you to recommend us?",
        "Overall satisfaction",
    ]


def test_many_doubts_of_a_kind_are_counted_and_each_is_told_the_outcome_first() -> None:
    doubts: list[dict[str, object]] = [
        {"code": "constant", "column": "Country", "count": 90, "message": "Every answer in 'Country' is 'DE'."},
        *(
            {
                "code": "assumed_scale", "column": f"Rating {at}", "count": at,
                "message": f"'Rating {at}': a 0 may be an answer. To settle it: --scale.",
                "on_page": f"'Rating {at}': a 0 may be an answer. To settle it, change its scale under Columns.",
            }
            for at in range(40)
        ),
    ]  # fmt: skip
    assert problems.label(doubts) == "41 things to know"
    likely, constant = problems.told(doubts, "Rating 7")
    lines = likely.split("\n")
    assert lines[0] == "40 scales are merely likely; each can be changed under Columns:"
    assert lines[1:3] == ["· 'Rating 7': a 0 may be an answer.", "· 'Rating 39': a 0 may be an answer."]
    assert [f"'Rating {at}'" in likely for at in range(40)] == [True] * 40
    assert constant == "Every answer in 'Country' is 'DE'."
    assert problems.of_stored(doubts)[0].startswith("40 scales are merely likely:\n· 'Rating 39'")


def test_of_many_columns_rated_in_strange_words_none_is_cut_in_the_middle_of_what_to_do() -> None:
    said = "it is kept as groups. If it is one, say its answers from worst to best as its scale under Columns."
    doubts = [
        {"code": "unread_rating", "column": f"Q{at}", "count": 9, "message": f"'Q{at}': {'low (2), ' * 20}{said}"}
        for at in range(4)
    ]
    (told,) = problems.told(doubts)
    assert {line[-21:] for line in told.split("\n")[1:]} == {"it is kept as groups."}


def test_the_order_of_days_in_a_further_file_is_asked_where_it_is_open(store: Store) -> None:
    upload(open_page("data"), survey()).press("Import")
    later = survey(day="{:02d}/01/2025").replace(b"\nR", b"\nS")
    page = upload(open_page("data"), later, "february.csv")
    (order,) = page.app.segmented_control
    order.set_value("dmy")
    page.run().press("Import")
    (dataset,) = catalogue.datasets(store)
    assert (dataset.responses, str(dataset.since), str(dataset.until)) == (120, "2025-01-01", "2026-01-12")


def test_a_file_that_was_not_imported_is_there_as_it_was_left_when_its_person_comes_back(store: Store) -> None:
    plain(store, [5] * 20)
    page = upload(open_page("data"), survey())
    page.labelled("Name of the dataset").set_value("March")
    page = page.run().turn_to("overview").turn_to("data")
    assert "As you left it: 'Shop survey.csv', not imported yet." in page.texts
    assert page.labelled("Name of the dataset").value == "March"
    assert page.press("Import").texts[0].startswith("CSAT is 66.7 % (60 answers)")
    assert [dataset.name for dataset in catalogue.datasets(store)] == ["March", "Plain"]
    assert not any(text.startswith("As you left it") for text in page.turn_to("data").texts)


def test_a_file_that_waits_comes_in_beside_one_that_is_dropped_later_unless_it_is_put_away(store: Store) -> None:
    page = upload(open_page("data"), survey()).turn_to("methods").turn_to("data")
    page = upload(page, survey(rows=90), "february.csv")
    at = page.texts.index("As you left it: 'Shop survey.csv', not imported yet.")
    assert page.texts[at + 1] == "Both files can be imported."
    page.app.file_uploader[0].clear()
    page = page.run()
    assert page.texts[at + 1].startswith("60 answers, ")
    page = upload(page, survey(rows=90), "february.csv").press("Put away")
    assert page.texts[1].startswith("90 answers, ")


def test_a_file_that_waits_is_put_away_at_one_press(store: Store) -> None:
    page = upload(open_page("data"), survey()).turn_to("methods").turn_to("data").press("Put away")
    assert page.texts == [EMPTY]
    assert page.turn_to("methods").turn_to("data").texts == [EMPTY]


def test_names_that_begin_alike_are_told_apart_where_they_are_listed(store: Store) -> None:
    asked = "Compared with other tools that you have learned at work or at school: how"
    head = f"Overall satisfaction (1-5),{asked} hard was it? (1-5),{asked} hard will it be? (1-5)"
    rows = "\n".join(f"{1 + n % 5},{1 + (n + n // 7) % 5},{1 + (n + n // 9) % 5}" for n in range(90))
    page = upload(open_page("data"), f"{head}\n{rows}\n".encode())
    (uses,) = (text for text in page.texts if text.startswith("Outcome, the score"))
    assert (
        "Drivers of the score: 'Compared with other… was it? (1-5)', 'Compared with other… will it be? (1-5)'" in uses
    )
