"""Trends: the sentence, the comparisons, the events and what a person can do with them."""

import io
import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from csat_core.ingest import demo
from csat_core.model.dataset import Dataset, Role
from csat_core.model.event import Event, EventKind
from csat_core.model.plan import Plan
from csat_core.store import Store, catalogue, events
from csat_core.store.plans import keep_plan
from tests.conftest import days, make_dataset, numbers, question, segment, texts
from tests.pages.opened import Opened, open_page
from tests.pages.surveys import HOSTILE, hostile, plain, two_months


def year(store: Store) -> Dataset:
    """100 answers a month of 2025, 60 satisfied, the last month 80; half through the app; $500 a year each."""
    satisfied = [60] * 11 + [80]
    positions = [at for count in satisfied for at in [5] * count + [1] * (100 - count)]
    given = {
        "Overall": question(positions),
        "Day": days([f"2025-{month:02d}-{31 if month == 12 else 15}" for month in range(1, 13) for _ in range(100)]),
        "Channel": segment(["App", "Web"] * 600),
        "Spend": numbers([500.0] * 1200, Role.REVENUE),
        "Comment": texts(["the wait was long" if at == 1 else None for at in positions]),
    }
    return make_dataset(store, given, "Year")


def happened(store: Store, dataset: Dataset, day: str = "2025-12-01", **more: object) -> Event:
    return events.add_event(store, dataset.id, Event(day=date.fromisoformat(day), **{"name": "Chat mended"} | more))  # type: ignore[arg-type]


def test_the_page_says_whether_it_moves_and_whether_that_is_unusual(store: Store) -> None:
    year(store)
    page = open_page("trends")
    assert page.title == "Is satisfaction moving?"
    assert page.texts[0] == (
        "CSAT was 80.0 % in Dec 2025: up 20.0 points on Nov 2025, more than chance; above the usual range."
    )
    assert page.texts[1] == "'Overall', 15 Jan to 31 Dec 2025. Top 2 of 5."
    assert page.metrics["CSAT, Dec 2025"] == ("80.0 %", "71.1 to 86.7 %")
    assert page.metrics["On Nov 2025"] == ("+20.0 points", "more than chance")
    assert page.metrics["A year before"] == ("–", "no such period")
    assert page.headings[0] == "Now at the highest, 80.0 %; 5 unusual periods, one beyond the usual range"
    assert list(page.tables[0]["label"])[:2] == ["Dec 2025", "Nov 2025"]
    assert page.tables[0]["note"].iloc[0] == "Above the usual range."


def test_the_responses_of_a_period_need_no_mouse(store: Store) -> None:
    dataset = year(store)
    page = open_page("trends").unfolded().choose("trends-period", "2025-11")
    assert "Answers: Nov 2025" in page.texts
    day = dataset.column("day").id
    assert {when.strftime("%Y-%m") for when in page.tables[-1][day]} == {"2025-11"}


def test_a_slow_slide_is_said_where_no_month_shows_it(store: Store) -> None:
    satisfied = [80, 75, 70, 65, 60, 55]
    given = {
        "Overall": question([at for good in satisfied for at in [5] * good + [1] * (100 - good)]),
        "Day": days([f"2025-{month:02d}-{30 if month == 6 else 15}" for month in range(1, 7) for _ in range(100)]),
    }
    make_dataset(store, given)
    # 75 of 100 in the first whole month, 55 of 100 in the last, 60 of 100 in the one before
    assert open_page("trends").texts[0] == (
        "CSAT was 55.0 % in Jun 2025: down 5.0 points on May 2025, which may be chance; down 20.0 points on the baseline, more than chance."
    )


@pytest.mark.parametrize("bound", [{"since": "2030-01-01"}, {"until": "2019-12-31"}])
@pytest.mark.parametrize("page", ["trends", "overview", "segments"])
def test_days_of_a_link_beyond_the_data_hold_no_answers_and_stop_nothing(
    store: Store, page: str, bound: dict[str, str]
) -> None:
    year(store)
    texts = open_page(page, **bound).texts
    assert not any("cannot be opened" in text for text in texts)
    assert any("too few" in text.lower() or "no complete period" in text.lower() for text in texts)


def test_an_event_is_told_with_its_interval_its_days_and_its_money(store: Store) -> None:
    dataset = year(store)
    happened(store, dataset, word="wait")
    page = open_page("trends")
    # Newcombe, 80 of 100 against 60 of 100
    sentence = "Since 'Chat mended' (1 Dec 2025) CSAT rose 20.0 points (7.3 to 31.9)."
    assert page.texts[0].endswith(sentence)
    assert page.texts.count(sentence) == 1
    days = "Before, 31 Oct to 30 Nov 2025: 60.0 % of 100. After, 1 to 31 Dec 2025: 80.0 % of 100."
    assert any(days in text for text in page.texts)
    # 40 dissatisfied at 92 % of $500 each; 20 afterwards
    assert any(text.startswith("Revenue at risk $18,400 → $9,200: $9,200 a year saved") for text in page.texts)
    assert any("'wait' is in the comments of 40 of 40 dissatisfied customers before" in text for text in page.texts)


def test_the_comments_behind_an_event_open_with_its_word(store: Store) -> None:
    dataset = year(store)
    happened(store, dataset, word="wait")
    page = open_page("trends").press("Read the comments on 'wait' before")
    assert page.widget("search-trends").value == "wait"
    assert any(text == "Dissatisfied before 'Chat mended'" for text in page.texts)
    assert len(page.tables[-1]) == 40
    assert set(page.tables[-1]["t01"]) == {"the wait was long"}


def test_an_event_is_added_by_form_and_removed_again(store: Store) -> None:
    dataset = year(store)
    page = open_page("trends").unfolded()
    page.widget("event-name-0").set_value("<b>New</b> app")
    page.widget("event-day-0").set_value(date(2025, 12, 1))
    page.widget("event-kind-0").set_value(EventKind.RELEASE)
    page = page.press("Add the event")
    (kept,) = catalogue.dataset(store, dataset.id).events
    assert (kept.name, kept.day, kept.kind) == ("<b>New</b> app", date(2025, 12, 1), EventKind.RELEASE)
    assert "Since '<b>New</b> app' (1 Dec 2025) CSAT rose 20.0 points (7.3 to 31.9)." in page.texts
    page = page.choose("event-remove", kept.id).press("Remove it")
    assert catalogue.dataset(store, dataset.id).events == ()
    assert page.app.success[0].value == "The event is gone."


def test_an_event_without_a_name_is_refused_in_words(store: Store) -> None:
    dataset = year(store)
    page = open_page("trends").unfolded().press("Add the event")
    assert any("An event needs a name" in text for text in page.texts)
    assert catalogue.dataset(store, dataset.id).events == ()


def test_many_events_come_in_by_file_and_the_bad_rows_are_said(store: Store) -> None:
    dataset = year(store)
    page = open_page("trends").unfolded()
    content = b"day,name\n2025-06-01,Sale\n01.06.2025,Other\n"
    page.widget("event-file-0").set_value(("events.csv", content, "text/csv"))
    page = page.run()
    assert "1 of 2 rows are events. The others, with the reason:" in page.texts
    refused = next(table for table in page.tables if "reason" in table)
    assert list(refused["row"]) == [3]
    page = page.press("Add it")
    assert [event.name for event in catalogue.dataset(store, dataset.id).events] == ["Sale"]
    assert page.app.success[0].value == "1 added, 1 left out."


def test_a_deep_link_restores_the_options(store: Store) -> None:
    dataset = year(store)
    page = open_page(
        "trends", dataset=str(dataset.id), measure="mean", rolling="yes", small="none", target="75", show="plain"
    )
    assert page.toasts == []
    assert page.texts[0].startswith(
        "Mean answer was 4.20 in the 30 days to 31 Dec 2025: up 0.80 on the 30 days to 1 Dec"
    )
    assert page.app.query_params["measure"] == "mean"
    assert [text for text in page.texts if "App ·" in text] == []


def test_the_planned_target_is_drawn_and_judged(store: Store) -> None:
    dataset = year(store)
    keep_plan(store, dataset.id, Plan(target=0.65))
    page = open_page("trends")
    assert page.metrics["Target 65.0 %"] == ("+15.0 points", "above it, more than chance")
    spec = json.loads(page.app.get("plotly_chart")[0].proto.spec)
    assert "target<br>65.0 %" in [note["text"] for note in spec["layout"]["annotations"]]


def test_a_target_planned_meanwhile_is_followed_unless_one_was_chosen(store: Store) -> None:
    dataset = year(store)
    page, linked = open_page("trends"), open_page("trends", target="75")
    keep_plan(store, dataset.id, Plan(target=0.65))
    assert "Target 65.0 %" in page.run().metrics
    assert "Target 75.0 %" in linked.run().metrics
    keep_plan(store, dataset.id, Plan())
    assert not any(name.startswith("Target") for name in page.run().metrics)


def test_another_measure_is_compared_instead(store: Store) -> None:
    dataset = year(store)
    page = open_page("trends").choose(f"option:{dataset.id}:measure", "dsat")
    assert page.texts[0].startswith(
        "Dissatisfied share was 20.0 % in Dec 2025: down 20.0 points on Nov 2025, more than chance"
    )


def test_nothing_is_said_across_a_change_of_the_wording(store: Store) -> None:
    dataset = year(store)
    happened(store, dataset, name="New question", kind=EventKind.WORDING)
    page = open_page("trends")
    assert page.texts[0] == "CSAT was 80.0 % in Dec 2025."
    assert any("are not compared" in text for text in page.texts)
    assert page.turn_to("overview").metrics["Change"] == ("–", "the wording changed")


def test_events_out_of_view_leave_the_room_to_those_in_view(store: Store) -> None:
    dataset = year(store)
    happened(store, dataset, "2025-02-10", name="Early")
    for month in range(5, 13):
        happened(store, dataset, f"2025-{month:02d}-01", name=f"Later {month}")
    page = open_page("trends", since="2025-01-15", until="2025-04-30")
    assert any("'Early' (10 Feb 2025)" in text for text in page.texts)
    assert "8 more events lie outside of the days in view: see the table." in page.texts
    assert not any("'Later" in text for text in page.texts)
    (table,) = (table for table in page.tables if "before_base" in table)
    assert len(table) == 9
    page = open_page("trends", since="2025-01-15", until="2025-01-31")
    assert "All 9 events lie outside of the days in view: see the table." in page.texts


def test_a_side_without_days_or_answers_is_told_from_one_with_few(store: Store) -> None:
    dataset = year(store)
    happened(store, dataset, "2025-01-15", name="Launch")
    quieted = happened(store, dataset, "2025-03-16", name="Quiet")
    happened(store, dataset, "2025-03-20", name="Next")
    page = open_page("trends")
    assert any(
        "'Launch' (15 Jan 2025) nothing is compared: there are no days before it in view." in text
        for text in page.texts
    )
    page = page.unfolded().choose("event-closer", quieted.id)
    quiet = "Before, 15 Jan to 15 Mar 2025: 60.0 % of 300. After, 16 to 19 Mar 2025: no answers."
    assert any(quiet in text for text in page.texts)
    page = page.press("Dissatisfied responses before")
    assert "Dissatisfied before 'Quiet'" in page.texts
    assert len(page.tables[-1]) == 50


def test_a_single_day_is_on_and_a_period_in(store: Store) -> None:
    year(store)
    page = open_page("trends", grain="day")
    assert page.texts[0].startswith("CSAT was 80.0 % on 31 Dec 2025: up 20.0 points on 15 Nov 2025, more than chance")
    assert page.headings[0] == "Now at the highest, 80.0 %; 5 unusual periods, one beyond the usual range"
    assert open_page(grain="day").headings[0].startswith("Lowest on 15 Jan 2025 (60.0 %), highest on 31 Dec")


@pytest.mark.parametrize("page", ["trends", "overview"])
def test_periods_that_take_the_place_of_too_many_are_said(store: Store, page: str) -> None:
    make_dataset(
        store, {"Overall": question([5] * 40 + [1] * 40), "Day": days(["1990-01-01"] * 40 + ["2026-01-05"] * 40)}
    )
    said = " Compared by month, not by day: there would be more than 1,500 days. A narrower period brings them back."
    texts = open_page(page, grain="day").texts
    assert any(text.endswith(said) for text in texts)
    assert not any("longer periods are shown" in text for text in texts)
    assert not any(said in text for text in open_page(page, grain="month").texts)
    assert not any(said in text for text in open_page(page, grain="day", rolling="yes").texts) or page == "overview"


def test_the_overview_draws_the_events_too(store: Store) -> None:
    dataset = year(store)
    happened(store, dataset)
    spec = json.loads(open_page().app.get("plotly_chart")[0].proto.spec)
    assert "Chat mended" in [note["text"] for note in spec["layout"]["annotations"]]


@pytest.mark.parametrize("rolling", ["no", "yes"])
def test_few_days_and_few_answers_are_a_sentence(store: Store, rolling: str) -> None:
    make_dataset(store, {"Overall": question([5] * 12), "Day": days(["2026-01-05"] * 12)})
    page = open_page("trends", rolling=rolling)
    assert page.texts[0] == "No complete period has enough answers yet to say whether satisfaction is moving."


def test_without_dates_the_page_says_so(store: Store) -> None:
    plain(store, [5] * 100)
    assert open_page("trends").texts == ["The file has no dates, so nothing can be said about change."]


def test_an_empty_store_says_how_to_begin(store: Store) -> None:
    assert open_page("trends").texts[0].startswith("There is no data yet.")


def test_a_filter_changes_the_answer(store: Store) -> None:
    dataset = two_months(store)
    page = open_page("trends", grain="month")
    assert page.texts[0].startswith("CSAT was 80.0 % in Feb 2026: up 20.0 points on Jan 2026")
    page = page.choose(f"{dataset.id}:s01", ["North"])
    assert page.texts[0].startswith("CSAT was 80.0 % in Feb 2026: up 20.0 points on Jan 2026, more than chance")
    assert page.metrics["CSAT, Feb 2026"][1] == "67.0 to 88.8 %"


def test_hostile_names_of_events_and_groups_stay_as_they_are(store: Store) -> None:
    dataset = hostile(store)
    for at, text in enumerate(HOSTILE):
        events.add_event(store, dataset.id, Event(day=date(2026, 2, 1 + at), name=text, note=text, word=text))
    page = open_page("trends")
    assert any(HOSTILE[-1] in text for text in page.texts)
    specs = [chart.proto.spec for chart in page.app.get("plotly_chart")]
    assert all("<img" not in spec and "<b>bold" not in spec for spec in specs)


def shown(name: str, store: Store, **params: str) -> Opened:
    return open_page("trends", dataset=str(catalogue.find_dataset(store, name).id), **params)


RELEASE = "In the 7 weeks after 'App release 4.0' (12 May 2026) CSAT{} fell 15.5 points (9.0 to 21.8)."


def test_the_bad_release_is_found_among_all_channels(demo_store: Store) -> None:
    page = shown("Demo", demo_store)
    assert RELEASE.format(" of App") in page.texts
    assert page.headings[0] == "Lowest in Jun 2026 (65.5 %), now 77.0 %; 6 unusual periods, one beyond the usual range"
    assert page.texts[1] == "Up 2.0 points on Oct 2025, which may be chance; within its usual range."
    assert page.texts[0].endswith(
        "In the 7 weeks after 'App release 4.0' (12 May 2026) CSAT fell 7.6 points (3.3 to 11.8)."
    )


def test_the_bad_release_is_the_answer_within_the_app_and_its_mending_is_told(demo_store: Store) -> None:
    channel = catalogue.find_dataset(demo_store, "Demo").find("Channel")
    page = shown("Demo", demo_store, **{channel.id: "App"})
    assert page.texts[0].endswith(RELEASE.format(""))
    mended = "In the 7 weeks after 'App mended (4.1)' (30 Jun 2026) CSAT rose 12.3 points"
    assert any(mended in text for text in page.texts)


def test_barktalk_tells_its_story(demo_store: Store) -> None:
    page = shown("BarkTalk", demo_store)
    assert page.texts[0] == (
        "CSAT was 70.0 % in Sep 2026: up 10.0 points on Mar 2026, more than chance. "
        "Since 'Live chat mended' (1 Jun 2026) CSAT rose 10.0 points (5.8 to 14.1)."
    )
    assert any(
        text.startswith("Revenue at risk $172,000 → $126,000: $46,000 a year saved, on the 1,000 answers before")
        for text in page.texts
    )
    assert any("'chat' is in the comments of 147 of 200" in text and "17 of 100 after" in text for text in page.texts)
    page = page.press("Read the comments on 'chat' before")
    comment = catalogue.find_dataset(demo_store, "BarkTalk").with_role(Role.COMMENT)[0].id
    assert page.tables[-1][comment].str.contains("chat", case=False).all()


def test_the_downloaded_events_can_be_dropped_again(demo_store: Store) -> None:
    frame = pd.read_csv(io.BytesIO((Path(demo.FOLDER) / "demo_events.csv").read_bytes()))
    assert list(frame["name"]) == [event.name for event in catalogue.find_dataset(demo_store, "Demo").events]
