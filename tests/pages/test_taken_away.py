"""Take it away: what is in a file is what is on the page, digit for digit, and the choices of the page go with it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest

from csat_core.engine import DuckEngine
from csat_core.exports.report import Origin, Section
from csat_core.exports.reports import report
from csat_core.exports.source import Compared, Wishes
from csat_core.model.benchmark import Benchmark, Metric
from csat_core.model.policy import DEFAULT_POLICY
from csat_core.model.predicate import OneOf
from csat_core.model.report_page import ReportFormat, ReportPage
from csat_core.model.scenario import Customers
from csat_core.model.scope import EVERYTHING, Scope
from csat_core.model.view import first_view
from csat_core.store import Store, benchmarks
from csat_core.store.catalogue import find_dataset
from csat_core.words.headings import Points, Share, Text, Whole
from pages.shared import left, render, take
from pages.shared.shell import Context
from tests.pages.opened import Opened, open_page
from tests.pages.surveys import regions

ORIGIN = Origin(data_hash="ab" * 32, made_at=datetime(2026, 3, 9, tzinfo=UTC))


def sections(store: Store, name: str) -> dict[ReportPage, Section]:
    """Every section of the report about a dataset as it is first seen."""
    dataset = find_dataset(store, name)
    engine = DuckEngine(store).within()
    found = report(
        engine, dataset, first_view(dataset), DEFAULT_POLICY, tuple(ReportPage), ORIGIN, own=benchmarks.own(store)
    )
    return {section.page: section for section in found.sections}


RIVALS = (
    Benchmark(name="Rival", value=0.75, metric=Metric.CSAT, scale="1-5", year=2026, base=1_000, source="a survey"),
    Benchmark(name="Panel", value=81.0, metric=Metric.INDEX),
)


def test_every_page_of_the_demo_says_what_its_section_says(demo_store: Store) -> None:
    benchmarks.keep(demo_store, RIVALS)
    found = sections(demo_store, "Demo")
    assert [part.title for part in found[ReportPage.BENCHMARKS].parts][1::2] == [
        "The one benchmark of this kind is above us",
        "1 of 3 other groups is behind the best beyond chance",
    ]
    page = open_page("overview", dataset=str(find_dataset(demo_store, "Demo").id))
    for name, section in found.items():
        page = page.turn_to(name.value)
        assert page.title == section.question
        assert page.texts[0] == section.answer
        numbers = {number.label: (number.value, number.small) for number in section.numbers}
        assert {label: page.metrics.get(label) for label in numbers} == numbers
        there, tables = told(page, name)
        there |= {line for text in there for line in text.split("\n")}
        assert [text for text in section.more if text not in there] == []
        titles = [part.title for part in section.parts if part.picture]
        assert [title for title in titles if title not in there and name is not ReportPage.WORKSHOP] == []
        lines = [line for part in section.parts for line in part.lines] if name is ReportPage.ONEPAGER else []
        assert [line for line in lines if line not in there] == []
        for table in section.tables if name not in (ReportPage.ONEPAGER, ReportPage.WORKSHOP) else ():
            assert any(equal(shown, table.frame, table.columns) for shown in tables), (name, table.name)


def told(page: Opened, name: ReportPage) -> tuple[set[str], list[pd.DataFrame]]:
    """Every text and table of a page, those behind a choice of tables or of a comparison too."""
    texts, tables = {*page.headings, *page.texts}, list(page.tables)
    if name is ReportPage.BENCHMARKS:
        for way in ("past", "own", "inside"):
            page.labelled("Compared with").set_value(way)
            page.run()
            texts |= {*page.headings, *page.texts}
            tables += page.tables
        return texts, tables
    key = {ReportPage.OVERVIEW: "overview-numbers", ReportPage.DRIVERS: "driver-numbers"}.get(name)
    for choice in page.widget(key).options[1:] if key else ():
        tables += page.choose(key, choice).tables
    return texts, tables


def equal(shown: pd.DataFrame, frame: pd.DataFrame, columns: Any) -> bool:
    """Whether a table of a page has the same cells as one of a report, to the last digit."""
    if list(shown.columns) != list(columns) or len(shown) != len(frame):
        return False
    for column, heading in columns.items():
        ours, theirs = shown[column].tolist(), frame[column].tolist()
        if isinstance(heading, Share | Points):
            theirs = [100 * float(value) for value in theirs]
        elif isinstance(heading, Whole):
            theirs = [round(float(value)) if value == value else value for value in theirs]
        elif isinstance(heading, Text):
            theirs = ["" if value is None else str(value) for value in theirs]
            ours = ["" if value is None else str(value) for value in ours]
        else:
            continue
        same = (
            ours == theirs
            if isinstance(heading, Text)
            else np.array_equal(np.array(ours, float), np.array(theirs, float), equal_nan=True)
        )
        if not same:
            return False
    return True


def test_all_pages_go_as_each_was_left_as_far_as_it_still_fits(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    context = context_of(store)
    page = open_page("trends", measure="mean").turn_to("segments").choose("option:1:show", "other")
    page = page.turn_to("roi")
    page.labelled("Dissatisfied who become satisfied").set_value(7)
    page.run()
    monkeypatch.setattr(left.st, "session_state", {"_left:1": page.app.session_state["_left:1"]})
    found = left.everywhere(context)
    assert found.grouped is not None
    assert (found.grouped.first.name, found.grouped.roll_up) == ("Region", True)
    assert found.moving is None  # without dates that page has nothing to choose
    assert (found.choice, found.compared) == (None, Compared())  # those pages were never opened
    assert found.played is not None
    assert found.played.scenario.after == Customers(dissatisfied=13, neutral=20, satisfied=67)
    south = replace(context.view, filters=(OneOf(column="s01", values=("South",)),))
    elsewhere = left.everywhere(replace(context, view=south))
    assert elsewhere.grouped == found.grouped
    assert elsewhere.played is not None
    assert elsewhere.played.scenario.before == Customers(dissatisfied=11, neutral=11, satisfied=18)
    changed = replace(context, view=replace(context.view, version=2))
    assert left.everywhere(changed) == Wishes()


def test_a_button_offers_every_kind_of_file_and_is_drawn_once_it_is_opened(store: Store) -> None:
    regions(store)
    page = open_page("segments")
    labels = [button.proto.label for button in page.app.get("download_button")]
    assert [label for label in labels if label in {kind.words for kind in ReportFormat}][:3] == [
        "HTML",
        "PowerPoint",
        "Excel",
    ]
    page.app.session_state["take-segments"] = False
    shut = [button.proto.label for button in page.run().app.get("download_button")]
    assert "PowerPoint" not in shut


def context_of(store: Store, scope: Scope = EVERYTHING) -> Context:
    """What the pages would work with."""
    dataset = regions(store)
    return Context(dataset=dataset, view=first_view(dataset), scope=scope, policy=DEFAULT_POLICY)


def test_a_reader_who_may_not_see_rows_takes_nothing_away(store: Store) -> None:
    assert render.may_take(context_of(store))
    assert not render.may_take(Context(
        dataset=find_dataset(store, "Regions"), view=first_view(find_dataset(store, "Regions")),
        scope=Scope(rows=False), policy=DEFAULT_POLICY,
    ))  # fmt: skip


def test_the_file_is_made_within_the_scope_of_the_reader(store: Store) -> None:
    made = take.file(context_of(store), (ReportPage.OVERVIEW,), ReportFormat.HTML, take.AS_IT_BEGINS).decode()
    assert "CSAT is 60.0\u00a0% (100 answers)." in made
    assert "Counted as customers" not in made
